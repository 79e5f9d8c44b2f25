//! A lineage row as one plain sentence.

use super::phrase;
use super::sides::{Side, Sides};
use super::{Also, Moved};
use crate::model::{Body, BodyId, Fate, LineageRow, Meetings, Project, Standing};

/// The row in words: the fate first, what changes on top after a semicolon.
pub(super) fn sentence(
    project: &Project,
    sides: &Sides<'_>,
    row: &LineageRow,
    fate: Fate,
    also: &[Also],
    moved: Option<&Moved>,
) -> String {
    let mut parts = vec![main_clause(sides, row, fate)];
    let pair = one_to_one(sides, row);
    for what in also {
        parts.push(match (what, pair) {
            (Also::Moved, _) => match moved {
                Some(moved) => moved_clause(sides, moved),
                None => continue,
            },
            // The fate itself tells the names.
            (Also::Name, _) if !matches!(fate, Fate::Retained | Fate::UnderReview) => continue,
            (Also::Name, Some((old, new))) => {
                format!("the name changes from {} to {}", old.name, new.name)
            }
            (Also::Kind, Some((old, new))) => format!(
                "the kind changes from {} to {}",
                kind(project, old),
                kind(project, new)
            ),
            (Also::Meetings, Some((old, new))) => meetings_clause(&old.meetings, &new.meetings),
            (Also::Seats, Some((old, new))) => seats_clause(old, new),
            (Also::Standing, Some((old, new))) => {
                format!(
                    "the standing changes from {} to {}",
                    standing(old),
                    standing(new)
                )
            }
            (Also::Certainty, Some((old, new))) => format!(
                "the certainty changes from {} to {}",
                old.certainty.as_str(),
                new.certainty.as_str()
            ),
            (Also::Links, _) => "links to other bodies change".to_owned(),
            (Also::Kind, None) => "the kind of body changes".to_owned(),
            (Also::Name, None) => "the name changes".to_owned(),
            (Also::Meetings, None) => "the meetings change".to_owned(),
            (Also::Seats, None) => "the seats change".to_owned(),
            (Also::Standing, None) => "the standing changes".to_owned(),
            (Also::Certainty, None) => "the certainty changes".to_owned(),
        });
    }
    format!("{}.", parts.join("; "))
}

/// What becomes of the bodies, in words.
fn main_clause(sides: &Sides<'_>, row: &LineageRow, fate: Fate) -> String {
    let before = names(&sides.old, &row.from);
    let after = names(&sides.new, &row.to);
    let is = if plural(&sides.old, &row.from) {
        "are"
    } else {
        "is"
    };
    let verb = |one: &'static str, many: &'static str| if is == "are" { many } else { one };
    let (before, after) = match (before, after) {
        (None, None) => return "This row names no body".to_owned(),
        (Some(before), None) => {
            return match fate {
                Fate::Ended => format!("{before} {}, with no successor", verb("ends", "end")),
                _ => format!(
                    "{before} {is} {}, but no successor is named",
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
                Fate::Created => format!("{after} {is} new"),
                _ => format!(
                    "{after} {is} {}, but no predecessor is named",
                    participle(fate)
                ),
            };
        }
        (Some(before), Some(after)) => (before, after),
    };
    let same = row.from.len() == 1 && row.to.len() == 1;
    match fate {
        Fate::Retained if same => format!("{before} {is} retained"),
        Fate::Retained => format!("{before} {is} retained as {after}"),
        Fate::UnderReview if same => format!("{before} {is} retained, with terms under review"),
        Fate::UnderReview => format!("{before} {is} retained as {after}, with terms under review"),
        Fate::Renamed => format!("{before} {is} renamed {after}"),
        Fate::Merged => format!("{before} {} into {after}", verb("merges", "merge")),
        Fate::Split => format!("{before} {} into {after}", verb("splits", "split")),
        Fate::Replaced => format!("{before} {is} replaced by {after}"),
        Fate::Ended => format!("{before} {}, followed by {after}", verb("ends", "end")),
        Fate::Created => format!("{after} is new, after {before}"),
    }
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

fn moved_clause(sides: &Sides<'_>, moved: &Moved) -> String {
    let before = names(&sides.old, &moved.from);
    let after = names(&sides.new, &moved.to);
    match (before, after) {
        (Some(before), Some(after)) => format!("the reporting line moves from {before} to {after}"),
        (None, Some(after)) => {
            format!("there is now a reporting line, to {after}")
        }
        (Some(before), None) => format!("there is no longer a reporting line to {before}"),
        // A parent that merged into the body itself leaves nothing to name.
        (None, None) => "the reporting line changes".to_owned(),
    }
}

fn meetings_clause(old: &Meetings, new: &Meetings) -> String {
    let what = if old.per_year.is_none() && new.per_year.is_none() {
        // No number is known: only what is said about the meetings differs.
        "what is said about meetings changes"
    } else {
        "meetings a year change"
    };
    format!("{what} from {} to {}", meetings(old), meetings(new))
}

/// "8", "“monthly” (number not stated)", "not stated".
fn meetings(meetings: &Meetings) -> String {
    match (
        meetings.per_year,
        meetings.as_stated.as_deref().map(str::trim),
    ) {
        (Some(n), _) => phrase::number(n),
        (None, Some(words)) if !words.is_empty() && words != "not stated" => {
            format!("“{words}” (number not stated)")
        }
        _ => "not stated".to_owned(),
    }
}

fn seats_clause(old: &Body, new: &Body) -> String {
    let (before, after) = (seats(old), seats(new));
    if before == after {
        "the list of seats changes".to_owned()
    } else {
        format!("seats change from {before} to {after}")
    }
}

/// "29", "at least 25", "not stated".
fn seats(body: &Body) -> String {
    let count = body.seat_count();
    if body.seats.is_empty() || (count.listed == 0 && count.open_rows > 0) {
        "not stated".to_owned()
    } else if count.open_rows > 0 || count.minimum_rows > 0 {
        format!("at least {}", count.listed)
    } else {
        count.listed.to_string()
    }
}

fn standing(body: &Body) -> &str {
    match body.standing.known() {
        Some(Standing::InStructure) => "in the structure",
        Some(Standing::Family) => "in the family",
        Some(Standing::Outside) => "outside the framework",
        None => body.standing.as_str(),
    }
}

fn kind(project: &Project, body: &Body) -> String {
    body.kind.as_ref().map_or_else(
        || "not stated".to_owned(),
        |kind| phrase::lower(&project.body_kind_name(kind)),
    )
}

/// The bodies of a row with one existing body on each side.
fn one_to_one<'a>(sides: &Sides<'a>, row: &LineageRow) -> Option<(&'a Body, &'a Body)> {
    let ([from], [to]) = (row.from.as_slice(), row.to.as_slice()) else {
        return None;
    };
    Some((body(&sides.old, from)?, body(&sides.new, to)?))
}

fn body<'a>(side: &Side<'a>, id: &BodyId) -> Option<&'a Body> {
    side.structure.bodies.get(side.place(id)?)
}

/// The names of bodies as a list; a missing body is named by its id.
fn names(side: &Side<'_>, ids: &[BodyId]) -> Option<String> {
    (!ids.is_empty()).then(|| {
        phrase::list(ids.iter().map(|id| {
            body(side, id)
                .map(|body| body.name.trim())
                .filter(|name| !name.is_empty())
                .unwrap_or(id.as_str())
        }))
    })
}

/// Whether verbs take the plural: several bodies, or a record that stands for several.
fn plural(side: &Side<'_>, ids: &[BodyId]) -> bool {
    match ids {
        [id] => body(side, id).is_some_and(|body| body.count.is_some()),
        _ => true,
    }
}
