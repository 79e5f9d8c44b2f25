//! Rows of the ledger that are told in one paragraph.

use std::collections::BTreeSet;

use crate::compare::Also;
use crate::model::{BodyId, Fate};
use crate::report::changes::{ChangeRow, Changes, Group, Named, Parent, Tie};

/// Rows that are told together.
#[derive(Debug)]
pub(super) struct Story<'a> {
    /// The rows, in the order of the file; at least one.
    pub(super) rows: Vec<&'a ChangeRow>,
    /// All their earlier bodies.
    pub(super) from: Vec<&'a Named>,
    /// All their later bodies.
    pub(super) to: Vec<&'a Named>,
}

impl<'a> Story<'a> {
    /// How many of its later bodies are only possible.
    pub(super) fn possible(&self) -> usize {
        let undecided = self.rows.iter().filter(|row| row.undecided);
        undecided.map(|row| row.to.len()).sum()
    }

    fn new(row: &'a ChangeRow) -> Self {
        let mut out = Self {
            rows: Vec::new(),
            from: Vec::new(),
            to: Vec::new(),
        };
        out.take_in(row);
        out
    }

    fn take_in(&mut self, row: &'a ChangeRow) {
        self.rows.push(row);
        for (all, more) in [(&mut self.from, &row.from), (&mut self.to, &row.to)] {
            for body in more {
                if !all.iter().any(|known| known.id == body.id) {
                    all.push(body);
                }
            }
        }
    }

    /// Whether several rows tell one merger, split or replacement.
    pub(super) fn is_event(&self) -> bool {
        self.rows.len() > 1
            && self.row().is_some_and(|row| {
                matches!(row.fate, Some(Fate::Merged | Fate::Split | Fate::Replaced))
            })
    }

    /// The bodies that follow their parents into what these become, and those parents.
    pub(super) fn followers(
        &self,
        ledger: &'a Changes,
    ) -> Option<(Vec<&'a Named>, Vec<&'a Named>)> {
        let fate = self.row()?.fate;
        if !matches!(fate, Some(Fate::Merged | Fate::Split | Fate::Replaced)) {
            return None;
        }
        let is_own = |body: &Named| self.to.iter().any(|own| own.id == body.id);
        let mut bodies: Vec<&Named> = Vec::new();
        let mut parents: Vec<&Named> = Vec::new();
        let going_on = ledger.rows.iter();
        for row in going_on.filter(|row| row.goes_on() && !row.moved()) {
            let follows = |parent: &Parent| parent.tie == Tie::Follows && is_own(&parent.body);
            if !row.reports_after.iter().any(follows) {
                continue;
            }
            bodies.extend(&row.from);
            for parent in self.from.iter().copied() {
                let reported = row.reports_before.iter().any(|b| b.id == parent.id);
                if reported && !parents.iter().any(|known| known.id == parent.id) {
                    parents.push(parent);
                }
            }
        }
        (!bodies.is_empty() && !parents.is_empty()).then_some((bodies, parents))
    }

    /// The first row: where rows are told together, what is told of one is true of all.
    pub(super) fn row(&self) -> Option<&'a ChangeRow> {
        self.rows.first().copied()
    }
}

/// The rows of a group as stories, each row in one.
pub(super) fn stories(ledger: &Changes, group: Group) -> Vec<Story<'_>> {
    let mut out: Vec<Story<'_>> = Vec::new();
    for row in ledger.of_group(group) {
        let place = out.iter().position(|story| {
            story.row().is_some_and(|first| {
                tells_one_event(story, first, row) || (alike(first, row) && plain(row))
            })
        });
        match place.and_then(|at| out.get_mut(at)) {
            Some(story) => story.take_in(row),
            None => out.push(Story::new(row)),
        }
    }
    out
}

/// Whether a row tells of the same merger, split or replacement as a story.
fn tells_one_event(story: &Story<'_>, first: &ChangeRow, row: &ChangeRow) -> bool {
    let share = |all: &[&Named], more: &[Named]| {
        let ids: BTreeSet<&BodyId> = all.iter().map(|body| &body.id).collect();
        more.iter().any(|body| ids.contains(&body.id))
    };
    let shared = match (first.fate, row.fate) {
        (Some(Fate::Merged), Some(Fate::Merged)) => share(&story.to, &row.to),
        (Some(Fate::Split), Some(Fate::Split)) => share(&story.from, &row.from),
        (Some(Fate::Replaced), Some(Fate::Replaced)) => {
            share(&story.to, &row.to) || share(&story.from, &row.from)
        }
        _ => false,
    };
    shared && first.date == row.date && first.certainty == row.certainty && first.lead == row.lead
}

/// Whether a row is about one body that goes on, is new, ends, or of which nothing is said.
fn plain(row: &ChangeRow) -> bool {
    let one = row.from.len() <= 1 && row.to.len() <= 1;
    let fate = matches!(
        row.fate,
        None | Some(Fate::Retained | Fate::UnderReview | Fate::Created | Fate::Ended)
    );
    // Another name is a story of its own.
    let renamed = row.from.iter().zip(&row.to).any(|(a, b)| a.name != b.name);
    one && fate && !renamed && !(row.from.is_empty() && row.to.is_empty())
}

/// Whether everything that is told is the same but for the bodies' names.
fn alike(a: &ChangeRow, b: &ChangeRow) -> bool {
    let told = |row: &ChangeRow| {
        (
            row.fate,
            row.place.side(),
            row.undecided,
            row.not_established,
        )
    };
    plain(a)
        && told(a) == told(b)
        && a.reason == b.reason
        && a.date == b.date
        && a.lead == b.lead
        && a.certainty == b.certainty
        && same_lines(a, b)
        && same_facts(a, b)
}

/// Whether the same is told of reporting lines.
fn same_lines(a: &ChangeRow, b: &ChangeRow) -> bool {
    let told = |row: &ChangeRow| row.moved() || row.follows() || row.fate == Some(Fate::Created);
    let after = |row: &ChangeRow| -> Vec<(BodyId, Tie)> {
        let parents = row.reports_after.iter();
        parents.map(|p| (p.body.id.clone(), p.tie)).collect()
    };
    told(a) == told(b)
        && (!told(a) || (a.reports_before == b.reports_before && after(a) == after(b)))
}

/// Whether the same is told of kind, standing, meetings and seats.
fn same_facts(a: &ChangeRow, b: &ChangeRow) -> bool {
    let new = a.fate == Some(Fate::Created);
    let both = |what: Also, same: bool| {
        let told = (a.also.contains(&what), b.also.contains(&what));
        told.0 == told.1 && (same || !(new || told.0))
    };
    both(Also::Kind, new || a.kind == b.kind)
        && both(Also::Standing, new || a.standing == b.standing)
        && both(Also::Meetings, a.meetings == b.meetings)
        && both(Also::Seats, a.seats == b.seats)
}
