//! What changes on top of a fate, in words: one clause for each.
//!
//! What is not stated is no change from or to nothing: the clause says that it is not stated.

use std::collections::BTreeSet;

use super::links::LinkCounts;
use super::sentence::names;
use super::sides::{Ends, Sides};
use super::{Also, Moved, Open, phrase};
use crate::model::{
    Body, Certainty, Fate, LineageRow, Link, Meetings, Project, Standing, Word, fold,
};

/// The bodies of a row that exist.
struct Row<'a> {
    old: Vec<&'a Body>,
    new: Vec<&'a Body>,
}

/// What is known of a row before it is put in words.
pub(super) struct Known<'a> {
    pub(super) ends: &'a Ends,
    /// The record from which it comes.
    pub(super) stated: &'a LineageRow,
    pub(super) fate: Fate,
    pub(super) also: &'a [Also],
    pub(super) moved: Option<&'a Moved>,
    pub(super) links: LinkCounts,
}

/// One clause for each further change that the fate does not tell by itself.
pub(super) fn clauses(project: &Project, sides: &Sides<'_>, known: &Known<'_>) -> Vec<String> {
    let Known { ends, fate, .. } = *known;
    let row = Row {
        old: sides.old.bodies_at(&ends.old).collect(),
        new: sides.new.bodies_at(&ends.new).collect(),
    };
    let clause = |what: &Also| match what {
        Also::Moved => known
            .moved
            .map(|moved| moved_clause(sides, ends, &row, moved)),
        Also::Kind => Some(row.change("the kind", ("changes", "is"), |b| kind(project, b))),
        Also::Name => name_clause(&row, fate),
        Also::Meetings => Some(meetings_clause(&row)),
        Also::Seats => Some(seats_clause(&row)),
        Also::Standing => Some(standing_clause(&row)),
        Also::Certainty => certainty_clause(&row, known.stated.certainty.as_str()),
        Also::Links => Some(links_clause(known.links)),
    };
    let mut out: Vec<String> = known.also.iter().filter_map(clause).collect();
    out.extend(roles_clause(&row, "new roles", &row.new, &row.old));
    out.extend(roles_clause(&row, "roles that go", &row.old, &row.new));
    out
}

/// What no stage says: "nothing is said about what becomes of the Shadow Board in Proposed".
pub(super) fn open_clauses(project: &Project, open: &[Open]) -> Vec<String> {
    open.iter()
        .map(|open| {
            let (name, label) = project.structure(&open.structure).map_or_else(
                || (open.body.as_str(), open.structure.to_string()),
                |structure| (structure.body_name(&open.body), structure.label()),
            );
            let name = phrase::inside(name.trim());
            if open.origin {
                format!("nothing is said to come before {name} of “{label}”")
            } else {
                format!("nothing is said about what becomes of {name} of “{label}”")
            }
        })
        .collect()
}

impl Row<'_> {
    /// "seats change from 29 to 25", "the kind is now forum (before: not stated)".
    fn change(
        &self,
        what: &str,
        (changes, is): (&str, &str),
        value: impl Fn(&Body) -> Option<String>,
    ) -> String {
        match (values(&self.old, &value), values(&self.new, &value)) {
            (Some(old), Some(new)) => format!("{what} {changes} from {old} to {new}"),
            (None, Some(new)) => format!("{what} {is} now {new} (before: not stated)"),
            (Some(old), None) => format!("{what} {is} not stated (before: {old})"),
            (None, None) => format!("{what} {is} not stated"),
        }
    }

    /// "it reports", "they report".
    fn subject(&self, one: &str, many: &str) -> String {
        match self.new.as_slice() {
            [body] if !phrase::plural(body) => format!("it {one}"),
            _ => format!("they {many}"),
        }
    }
}

/// Different values of bodies as a list; nothing where none is stated.
fn values(bodies: &[&Body], value: impl Fn(&Body) -> Option<String>) -> Option<String> {
    let mut found: Vec<Option<String>> = Vec::new();
    for body in bodies {
        let value = value(body);
        if !found.contains(&value) {
            found.push(value);
        }
    }
    if found.iter().all(Option::is_none) {
        return None;
    }
    let words = found
        .into_iter()
        .map(|value| value.unwrap_or_else(|| "not stated".to_owned()));
    Some(phrase::list(words))
}

fn moved_clause(sides: &Sides<'_>, ends: &Ends, row: &Row<'_>, moved: &Moved) -> String {
    let before = names(&sides.old, &moved.from);
    let after = names(&sides.new, &moved.to);
    let mut sure = certainty_of_lines(sides, ends, moved);
    match (before, after) {
        (Some(before), Some(after)) => {
            let sure = sure.map(|word| format!(" ({word})")).unwrap_or_default();
            format!("the reporting line moves from {before} to {after}{sure}")
        }
        (None, Some(after)) => {
            let notes: Vec<String> = sure
                .take()
                .into_iter()
                .chain(["before: no reporting line stated".to_owned()])
                .collect();
            format!(
                "{} to {after} ({})",
                row.subject("now reports", "now report"),
                notes.join("; ")
            )
        }
        (Some(before), None) => {
            format!("a reporting line is not stated (before: to {before})")
        }
        // A parent that merged into the body itself leaves nothing to name.
        (None, None) => "the reporting line changes".to_owned(),
    }
}

/// "implied" when all new reporting lines of the row's bodies are; nothing when they are stated.
pub(super) fn certainty_of_lines(sides: &Sides<'_>, ends: &Ends, moved: &Moved) -> Option<String> {
    let ids = sides.new.ids(&ends.new);
    let mut lines = sides
        .new
        .structure
        .links
        .iter()
        .filter(|link| link.hierarchy() && ids.contains(&link.from) && moved.to.contains(&link.to))
        .map(|link: &Link| &link.certainty);
    let first = lines.next()?;
    let unsure = *first != Word::Known(Certainty::Stated) && lines.all(|word| word == first);
    unsure.then(|| first.as_str().to_owned())
}

/// The new name, where the fate does not tell it.
fn name_clause(row: &Row<'_>, fate: Fate) -> Option<String> {
    let ([_], [new]) = (row.old.as_slice(), row.new.as_slice()) else {
        return None;
    };
    let told = !matches!(fate, Fate::Retained | Fate::UnderReview);
    (!told).then(|| {
        format!(
            "{} now called {}",
            row.subject("is", "are"),
            new.name.trim()
        )
    })
}

fn kind(project: &Project, body: &Body) -> Option<String> {
    let kind = body.kind.as_ref()?;
    Some(phrase::lower(&project.body_kind_name(kind)))
}

/// The number of meetings a year; where no number is known, the words.
fn meetings_clause(row: &Row<'_>) -> String {
    let counted = |bodies: &[&Body]| bodies.iter().any(|b| b.meetings.per_year.is_some());
    let quoted = |body: &Body| words(&body.meetings).map(|words| format!("“{words}”"));
    if counted(&row.new) && !counted(&row.old) {
        let new = values(&row.new, |body| meetings(&body.meetings)).unwrap_or_default();
        let old = values(&row.old, quoted).map_or("not stated".to_owned(), |old| {
            format!("{old}, number not stated")
        });
        return format!("meetings a year are now {new} (before: {old})");
    }
    if counted(&row.old) {
        return row.change("meetings a year", ("change", "are"), |body| {
            meetings(&body.meetings)
        });
    }
    match (values(&row.old, quoted), values(&row.new, quoted)) {
        (Some(old), Some(new)) => {
            format!("meetings are now given as {new} (before: {old}), without a number a year")
        }
        (None, Some(new)) => format!("meetings are now given as {new}, without a number a year"),
        (Some(old), None) => format!("meetings are not stated (before: {old})"),
        (None, None) => "meetings are not stated".to_owned(),
    }
}

/// "8", "“monthly” (number not stated)".
fn meetings(meetings: &Meetings) -> Option<String> {
    match meetings.per_year {
        Some(n) => Some(phrase::number(n)),
        None => words(meetings).map(|words| format!("“{words}” (number not stated)")),
    }
}

fn words(meetings: &Meetings) -> Option<&str> {
    meetings
        .as_stated
        .as_deref()
        .map(str::trim)
        .filter(|words| !words.is_empty() && *words != "not stated")
}

fn seats_clause(row: &Row<'_>) -> String {
    let (old, new) = (values(&row.old, seats), values(&row.new, seats));
    if old != new {
        return row.change("seats", ("change", "are"), seats);
    }
    let listed = |bodies: &[&Body]| bodies.iter().any(|body| !body.seats.is_empty());
    match (listed(&row.old), listed(&row.new)) {
        (false, true) => "seats are now listed, their number not stated".to_owned(),
        (true, false) => "seats are not listed".to_owned(),
        _ => "the list of seats changes".to_owned(),
    }
}

/// "29", "at least 25".
fn seats(body: &Body) -> Option<String> {
    listed_seats(body).map(|(listed, least)| {
        if least {
            format!("at least {listed}")
        } else {
            listed.to_string()
        }
    })
}

/// The seats listed, and whether they are a least number.
pub(super) fn listed_seats(body: &Body) -> Option<(u32, bool)> {
    let count = body.seat_count();
    let known = !body.seats.is_empty() && (count.listed > 0 || count.open_rows == 0);
    known.then_some((count.listed, count.open_rows > 0 || count.minimum_rows > 0))
}

/// "new roles: approve the plan and review members"; nothing where one side states no roles.
fn roles_clause(row: &Row<'_>, what: &str, here: &[&Body], there: &[&Body]) -> Option<String> {
    /// So many are named, more are counted.
    const MOST: usize = 3;
    let stated = |bodies: &[&Body]| bodies.iter().any(|body| !body.roles.is_empty());
    if !stated(&row.old) || !stated(&row.new) {
        return None;
    }
    let known: BTreeSet<String> = there
        .iter()
        .flat_map(|b| &b.roles)
        .map(|r| fold(r))
        .collect();
    let mut told = BTreeSet::new();
    let roles: Vec<&str> = here
        .iter()
        .flat_map(|body| &body.roles)
        .filter(|role| !known.contains(&fold(role)) && told.insert(fold(role)))
        .map(|role| role.trim())
        .collect();
    match roles.len() {
        0 => None,
        n if n > MOST => Some(format!("{what}: {n}")),
        _ => Some(format!("{what}: {}", phrase::list(roles))),
    }
}

/// "it now stands in the family (before: in the structure)".
fn standing_clause(row: &Row<'_>) -> String {
    let place = |body: &Body| Some(standing(body).to_owned());
    format!(
        "{} {} (before: {})",
        row.subject("now stands", "now stand"),
        values(&row.new, place).unwrap_or_default(),
        values(&row.old, place).unwrap_or_default()
    )
}

fn standing(body: &Body) -> &str {
    match body.standing.known() {
        Some(Standing::InStructure) => "in the structure",
        Some(Standing::Family) => "in the family",
        Some(Standing::Outside) => "outside the framework",
        None => body.standing.as_str(),
    }
}

/// How sure the body is where that is less than stated: no act of anybody, but of the source.
///
/// Where the row itself is no surer, that has been said.
fn certainty_clause(row: &Row<'_>, said: &str) -> Option<String> {
    let again = |body: &&Body| {
        matches!(body.certainty.known(), Some(Certainty::Stated)) || body.certainty.as_str() == said
    };
    if row.old.iter().chain(&row.new).all(again) {
        return None;
    }
    let words = |bodies: &[&Body]| values(bodies, |body| Some(sure(body).to_owned()));
    let (old, new) = (words(&row.old), words(&row.new));
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let is = |words: &str| row.subject(&format!("is {words}"), &format!("are {words}"));
    Some(if new == "stated" {
        format!("before, {}", is(&old))
    } else if old == "stated" {
        is(&format!("now {new}"))
    } else {
        is(&format!("{old} before and {new} now"))
    })
}

fn sure(body: &Body) -> &str {
    match body.certainty.known() {
        Some(Certainty::Implied) => "only implied",
        _ => body.certainty.as_str(),
    }
}

/// "links: 18 new, 1 gone, 1 changed".
fn links_clause(links: LinkCounts) -> String {
    let told: Vec<String> = [
        (links.added, "new"),
        (links.removed, "gone"),
        (links.changed, "changed"),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, what)| format!("{n} {what}"))
    .collect();
    format!("links: {}", told.join(", "))
}
