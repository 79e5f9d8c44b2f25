//! A lineage row as one plain sentence.

use super::phrase;
use super::sides::{Side, Sides};
use crate::model::{Body, BodyId, Certainty, Fate, LineageRow, Word};

/// The row in words: the fate first, what changes on top after semicolons.
pub(super) fn sentence(
    sides: &Sides<'_>,
    row: &LineageRow,
    fate: Fate,
    further: &[String],
) -> String {
    let mut out = main_clause(sides, row, fate);
    if let Some(rest) = out.strip_prefix("the ") {
        // Only the article of a name can stand first in small letters.
        if first_name(sides, row).starts_with("The ") {
            out = format!("The {rest}");
        }
    }
    for clause in further {
        out.push_str("; ");
        out.push_str(clause);
    }
    out.push('.');
    out
}

/// What becomes of the bodies, in words.
fn main_clause(sides: &Sides<'_>, row: &LineageRow, fate: Fate) -> String {
    // When it happens, and how sure that is.
    let (when, sure) = (when(row), certainty(sides, row));
    let end = format!("{when}{sure}");
    let (going, staying) = absorbed(sides, row);
    let before = names(&sides.old, &going);
    let after = names(&sides.new, &row.to);
    let many = plural(&sides.old, &going);
    let is = if many { "are" } else { "is" };
    let verb = |one: &'static str, all: &'static str| if many { all } else { one };
    let (before, after) = match (before, after) {
        (None, None) => return format!("This row names no body{end}"),
        (Some(before), None) => {
            return match fate {
                Fate::Ended => {
                    format!("{before} {}{end}, with no successor", verb("ends", "end"))
                }
                _ => format!(
                    "{before} {is} {}{end}, but no successor is named",
                    participle(fate)
                ),
            };
        }
        (None, Some(after)) => {
            let is = if plural(&sides.new, &row.to) {
                "are"
            } else {
                "is"
            };
            return match fate {
                Fate::Created => format!("{after} {is} new{end}"),
                _ => format!(
                    "{after} {is} {}{end}, but no predecessor is named",
                    participle(fate)
                ),
            };
        }
        (Some(before), Some(after)) => (before, after),
    };
    let same = row.from.len() == 1 && row.to.len() == 1;
    match fate {
        Fate::Retained if same => format!("{before} {is} retained{end}"),
        Fate::Retained => format!("{before} {is} retained as {after}{end}"),
        Fate::UnderReview if same => {
            format!("{before} {is} retained{end}, with terms under review")
        }
        Fate::UnderReview => {
            format!("{before} {is} retained as {after}{end}, with terms under review")
        }
        Fate::Renamed => format!("{before} {is} renamed {after}{end}"),
        Fate::Merged if staying => format!(
            "{before} {}{when} into {after}, which goes on{sure}",
            verb("merges", "merge")
        ),
        Fate::Merged => format!("{before} {} into {after}{end}", verb("merges", "merge")),
        Fate::Split => format!("{before} {} into {after}{end}", verb("splits", "split")),
        Fate::Replaced if staying => {
            format!("{before} {is} replaced{when} by {after}, which is there already{sure}")
        }
        Fate::Replaced => format!("{before} {is} replaced by {after}{end}"),
        Fate::Ended => format!("{before} {}{end}, followed by {after}", verb("ends", "end")),
        Fate::Created => {
            let is = if plural(&sides.new, &row.to) {
                "are"
            } else {
                "is"
            };
            format!("{after} {is} new{end}, after {before}")
        }
    }
}

/// The bodies that go into another one of them, and whether there is such a one: it has the
/// same id and name on both sides.
pub(super) fn absorbed(sides: &Sides<'_>, row: &LineageRow) -> (Vec<BodyId>, bool) {
    let all = (row.from.clone(), false);
    let [to] = row.to.as_slice() else { return all };
    let name = |side: &Side<'_>, id: &BodyId| body(side, id).map(|body| body.name.clone());
    let going: Vec<BodyId> = row.from.iter().filter(|id| *id != to).cloned().collect();
    if going.is_empty()
        || going.len() == row.from.len()
        || name(&sides.old, to) != name(&sides.new, to)
    {
        return all;
    }
    (going, true)
}

/// " on 15 December 2011"; nothing when no date is stated.
fn when(row: &LineageRow) -> String {
    match row.date.as_deref().map(str::trim) {
        Some(date) if !date.is_empty() => format!(" {}", phrase::when(date)),
        _ => String::new(),
    }
}

/// " (implied)"; nothing for what is stated. A new body that is not decided is no new body yet.
fn certainty(sides: &Sides<'_>, row: &LineageRow) -> String {
    sure_of(sides, row).map_or_else(String::new, |word| format!(" ({word})"))
}

/// How sure the row is, where that is less than stated.
pub(super) fn sure_of(sides: &Sides<'_>, row: &LineageRow) -> Option<String> {
    let stated = Word::Known(Certainty::Stated);
    let mut word = row.certainty.as_str();
    if row.certainty == stated && row.from.is_empty() {
        let new = || row.to.iter().filter_map(|id| body(&sides.new, id));
        let first = new().next().map_or(&stated, |body| &body.certainty);
        if new().all(|body| body.certainty == *first) {
            word = first.as_str();
        }
        let waits = |body: &Body| body.state.as_deref() == Some("not-established");
        if word == stated.as_str() && new().next().is_some() && new().all(waits) {
            word = "not yet established";
        }
    }
    (word != stated.as_str()).then(|| word.to_owned())
}

/// "renamed", after "is".
fn participle(fate: Fate) -> &'static str {
    match fate {
        Fate::Retained => "retained",
        Fate::UnderReview => "retained under review",
        Fate::Renamed => "renamed",
        Fate::Merged => "merged",
        Fate::Split => "split",
        Fate::Replaced => "replaced",
        Fate::Ended => "ended",
        Fate::Created => "new",
    }
}

/// The name as written of the body that the sentence begins with.
fn first_name(sides: &Sides<'_>, row: &LineageRow) -> String {
    let (going, _) = absorbed(sides, row);
    let named = |side: &Side<'_>, ids: &[BodyId]| {
        ids.first()
            .and_then(|id| Some(body(side, id)?.name.trim().to_owned()))
    };
    let old = named(&sides.old, &going);
    let new = named(&sides.new, &row.to);
    if going.is_empty() { new } else { old }.unwrap_or_default()
}

pub(super) fn body<'a>(side: &Side<'a>, id: &BodyId) -> Option<&'a Body> {
    side.structure.bodies.get(side.place(id)?)
}

/// The names of bodies as a list; a missing body is named by its id.
pub(super) fn names(side: &Side<'_>, ids: &[BodyId]) -> Option<String> {
    (!ids.is_empty()).then(|| {
        phrase::list(ids.iter().map(|id| {
            let name = body(side, id)
                .map(|body| body.name.trim())
                .filter(|name| !name.is_empty())
                .unwrap_or(id.as_str());
            phrase::inside(name)
        }))
    })
}

/// Whether verbs take the plural: several bodies, a record that stands for several, or a name
/// that says so.
fn plural(side: &Side<'_>, ids: &[BodyId]) -> bool {
    match ids {
        [id] => body(side, id).is_some_and(phrase::plural),
        _ => true,
    }
}
