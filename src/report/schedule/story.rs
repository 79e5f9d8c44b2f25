//! Rows of the ledger that are told in one paragraph.

use std::collections::BTreeSet;

use crate::model::{BodyId, Fate};
use crate::report::changes::{ChangeRow, Changes, Group, Named, Tie};

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

/// Whether everything but the bodies' names is the same.
fn alike(a: &ChangeRow, b: &ChangeRow) -> bool {
    let after = |row: &'_ ChangeRow| -> Vec<(BodyId, Tie)> {
        let parents = row.reports_after.iter();
        parents.map(|p| (p.body.id.clone(), p.tie)).collect()
    };
    let told = |row: &ChangeRow| (row.fate, row.place.side(), row.undecided, row.moved());
    plain(a)
        && told(a) == told(b)
        && a.reason == b.reason
        && a.date == b.date
        && a.lead == b.lead
        && a.certainty == b.certainty
        && a.kind == b.kind
        && a.standing == b.standing
        && a.meetings == b.meetings
        && a.seats == b.seats
        && a.reports_before == b.reports_before
        && after(a) == after(b)
}
