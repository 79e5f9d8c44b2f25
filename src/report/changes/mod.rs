//! The fate ledger of a pair of structures: one typed row for every lineage row and for every
//! body of which nothing is said.

mod order;
mod parents;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use order::{Column, Group};
pub use parents::{Parent, Tie};

use super::amount::{Amount, Shift};
use crate::compare::{Also, Bodies, Comparison, Row, bodies_of, phrase};
use crate::model::{Body, BodyId, Certainty, Fate, LineageRow, Project, Structure};
use parents::Lines;

/// The fate ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// Lineage rows in the order of the file, then earlier and later bodies without a row.
    pub rows: Vec<ChangeRow>,
    /// How many bodies of the earlier structure are accounted for, and who is not.
    pub coverage: Coverage,
}

/// What becomes of some bodies.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// Where the row stands.
    pub place: Place,
    /// Bodies of the earlier structure.
    pub from: Vec<Named>,
    /// Bodies of the later structure.
    pub to: Vec<Named>,
    /// The fate; `None` where nothing is said.
    pub fate: Option<Fate>,
    /// What changes on top.
    pub also: Vec<Also>,
    /// Those to whom the earlier bodies report.
    pub reports_before: Vec<Named>,
    /// Those to whom the later bodies report.
    pub reports_after: Vec<Parent>,
    /// Meetings a year.
    pub meetings: Shift,
    /// Seats.
    pub seats: Shift,
    /// Where the fact comes from.
    pub source: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// When, as stated.
    pub date: Option<String>,
    /// Lead post.
    pub lead: Option<String>,
    /// How sure the row is, when it is not plainly stated.
    pub certainty: Option<String>,
    /// Whether the row or all its later bodies are not decided yet.
    pub undecided: bool,
    /// The row as one sentence.
    pub text: String,
}

/// Where a row of the ledger stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the file.
    Row {
        /// From 1, among the rows of this pair of structures (R1).
        number: usize,
        /// Place in the project's lineage, from 0.
        lineage: usize,
    },
    /// Nowhere: a body of the earlier structure of which nothing is said.
    NothingAfter,
    /// Nowhere: a body of the later structure of which nothing is said.
    NothingBefore,
}

/// A body by id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its id in its structure.
    pub id: BodyId,
    /// Its name; the id where it has none.
    pub name: String,
    /// Whether the structure has no such body.
    pub missing: bool,
}

/// Who is accounted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// A few words for the earlier structure.
    pub earlier: String,
    /// A few words for the later structure.
    pub later: String,
    /// All bodies of the earlier structure.
    pub bodies: usize,
    /// Those with a stated fate.
    pub stated: usize,
    /// Earlier bodies of which nothing is said.
    pub without_fate: Vec<Named>,
    /// Later bodies of which nothing is said.
    pub without_origin: Vec<Named>,
}

/// The fate ledger of a comparison; empty when the project lacks one of its structures.
#[must_use]
pub fn changes(project: &Project, comparison: &Comparison) -> Changes {
    let (Some(old), Some(new)) = (
        project.structure(&comparison.from),
        project.structure(&comparison.to),
    ) else {
        return Changes {
            rows: Vec::new(),
            coverage: Coverage::none(),
        };
    };
    let sides = Sides::new(old, new, comparison);
    let mut rows: Vec<ChangeRow> = comparison
        .rows
        .iter()
        .map(|row| sides.row(row, project.lineage.get(row.lineage)))
        .collect();
    let coverage = Coverage {
        earlier: old.label(),
        later: new.label(),
        bodies: old.bodies.len(),
        stated: old
            .bodies
            .len()
            .saturating_sub(comparison.unaccounted.from.len()),
        without_fate: named(&sides.before, &comparison.unaccounted.from),
        without_origin: named(&sides.after, &comparison.unaccounted.to),
    };
    for body in &coverage.without_fate {
        rows.push(sides.untold(Place::NothingAfter, body));
    }
    for body in &coverage.without_origin {
        rows.push(sides.untold(Place::NothingBefore, body));
    }
    Changes { rows, coverage }
}

/// Both structures by id.
struct Sides<'a> {
    before: Bodies<'a>,
    after: Bodies<'a>,
    lines_before: Lines<'a>,
    lines_after: Lines<'a>,
    /// The rows in which each later body stands.
    origins: BTreeMap<&'a BodyId, Vec<&'a Row>>,
}

impl<'a> Sides<'a> {
    fn new(old: &'a Structure, new: &'a Structure, comparison: &'a Comparison) -> Self {
        let mut origins: BTreeMap<&BodyId, Vec<&Row>> = BTreeMap::new();
        for row in &comparison.rows {
            for id in &row.to {
                origins.entry(id).or_default().push(row);
            }
        }
        Self {
            before: bodies_of(old),
            after: bodies_of(new),
            lines_before: Lines::new(old),
            lines_after: Lines::new(new),
            origins,
        }
    }

    fn row(&self, row: &Row, stated: Option<&LineageRow>) -> ChangeRow {
        let certainty = stated.map(|stated| &stated.certainty);
        let later: Vec<&Body> = present(&self.after, &row.to).collect();
        let undecided = certainty.and_then(|c| c.known()) == Some(Certainty::Undecided)
            || (!later.is_empty() && later.iter().all(|body| body.undecided()));
        let before = self.lines_before.parents(&row.from);
        let after = self.lines_after.parents(&row.to).into_iter();
        let after = after.map(|id| Parent {
            body: name(&self.after, id),
            tie: parents::tie(row, &before, id, self.origins.get(id)),
        });
        ChangeRow {
            place: Place::Row {
                number: row.number,
                lineage: row.lineage,
            },
            from: named(&self.before, &row.from),
            to: named(&self.after, &row.to),
            fate: Some(row.fate),
            also: row.also.clone(),
            reports_before: named(&self.before, before.iter().copied()),
            reports_after: after.collect(),
            meetings: Shift {
                before: Amount::meetings(present(&self.before, &row.from)),
                after: Amount::meetings(present(&self.after, &row.to)),
            },
            seats: Shift {
                before: Amount::seats(present(&self.before, &row.from)),
                after: Amount::seats(present(&self.after, &row.to)),
            },
            source: said(row.source.as_deref()),
            reason: said(row.reason.as_deref()),
            date: said(stated.and_then(|row| row.date.as_deref())),
            lead: said(stated.and_then(|row| row.lead.as_deref())),
            certainty: certainty
                .filter(|c| c.known() != Some(Certainty::Stated))
                .map(|c| c.as_str().to_owned()),
            undecided,
            text: row.text.clone(),
        }
    }

    /// A body of which nothing is said.
    fn untold(&self, place: Place, body: &Named) -> ChangeRow {
        let ids = std::slice::from_ref(&body.id);
        let earlier = place == Place::NothingAfter;
        let (before, after) = if earlier {
            (ids, &[][..])
        } else {
            (&[][..], ids)
        };
        let text = if earlier {
            format!("The paper does not say what becomes of {}.", body.name)
        } else {
            format!("The paper does not say what came before {}.", body.name)
        };
        let parents = self.lines_after.parents(after);
        ChangeRow {
            place,
            from: named(&self.before, before),
            to: named(&self.after, after),
            fate: None,
            also: Vec::new(),
            reports_before: named(&self.before, self.lines_before.parents(before)),
            reports_after: named(&self.after, parents)
                .into_iter()
                .map(|body| Parent {
                    body,
                    tie: Tie::Plain,
                })
                .collect(),
            meetings: Shift {
                before: Amount::meetings(present(&self.before, before)),
                after: Amount::meetings(present(&self.after, after)),
            },
            seats: Shift {
                before: Amount::seats(present(&self.before, before)),
                after: Amount::seats(present(&self.after, after)),
            },
            source: None,
            reason: None,
            date: None,
            lead: None,
            certainty: None,
            undecided: false,
            text,
        }
    }
}

impl ChangeRow {
    /// "R1"; nothing for a body in no row.
    #[must_use]
    pub fn reference(&self) -> Option<String> {
        match self.place {
            Place::Row { number, .. } => Some(format!("R{number}")),
            Place::NothingAfter | Place::NothingBefore => None,
        }
    }

    /// Place of the row in the project's lineage, from 0.
    #[must_use]
    pub fn lineage(&self) -> Option<usize> {
        match self.place {
            Place::Row { lineage, .. } => Some(lineage),
            Place::NothingAfter | Place::NothingBefore => None,
        }
    }

    /// Whether the reporting line moved, beyond following its old parent.
    #[must_use]
    pub fn moved(&self) -> bool {
        self.also.contains(&Also::Moved)
    }

    /// "Merged", "Retained, moved", "New, possible", "Not stated".
    #[must_use]
    pub fn fate_words(&self) -> String {
        let Some(fate) = self.fate else {
            return super::amount::NOT_STATED.to_owned();
        };
        let mut out = fate.label().to_owned();
        if self.moved() {
            out.push_str(", moved");
        }
        if self.undecided {
            out.push_str(if fate == Fate::Created {
                ", possible"
            } else {
                ", not decided"
            });
        }
        out
    }

    /// Where the row stands among the others by weight of change.
    #[must_use]
    pub fn group(&self) -> Group {
        Group::of(self.fate, self.moved())
    }
}

impl Changes {
    /// How many rows have each fate, in the order of the fates; fates without rows are left out.
    #[must_use]
    pub fn fates(&self) -> Vec<(Fate, usize)> {
        let count = |fate: Fate| self.rows.iter().filter(|r| r.fate == Some(fate)).count();
        let all = Fate::ALL.iter().map(|fate| (*fate, count(*fate)));
        all.filter(|(_, n)| *n > 0).collect()
    }

    /// How many rows moved.
    #[must_use]
    pub fn moved(&self) -> usize {
        self.rows.iter().filter(|row| row.moved()).count()
    }
}

impl Coverage {
    fn none() -> Self {
        Self {
            earlier: String::new(),
            later: String::new(),
            bodies: 0,
            stated: 0,
            without_fate: Vec::new(),
            without_origin: Vec::new(),
        }
    }

    /// "20 of 20 bodies of Current have a stated fate."
    #[must_use]
    pub fn sentence(&self) -> String {
        let have = if self.bodies == 1 { "has" } else { "have" };
        format!(
            "{} of {} of “{}” {have} a stated fate.",
            self.stated,
            phrase::count(self.bodies, "body", "bodies"),
            self.earlier
        )
    }

    /// Every body that no row names, with its structure.
    #[must_use]
    pub fn unaccounted(&self) -> usize {
        self.without_fate.len() + self.without_origin.len()
    }
}

/// A text without blanks around it, unless it is blank.
pub(super) fn said(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The bodies of a row that exist, each once.
pub(super) fn present<'a>(bodies: &Bodies<'a>, ids: &[BodyId]) -> impl Iterator<Item = &'a Body> {
    let mut seen: Vec<&'a Body> = Vec::new();
    for body in ids.iter().filter_map(|id| bodies.get(id)) {
        if !seen.iter().any(|known| known.id == body.id) {
            seen.push(body);
        }
    }
    seen.into_iter()
}

/// Bodies by name, each once.
pub(super) fn named<'i>(
    bodies: &Bodies<'_>,
    ids: impl IntoIterator<Item = &'i BodyId>,
) -> Vec<Named> {
    let mut out: Vec<Named> = Vec::new();
    for id in ids {
        if !out.iter().any(|known| &known.id == id) {
            out.push(name(bodies, id));
        }
    }
    out
}

fn name(bodies: &Bodies<'_>, id: &BodyId) -> Named {
    let body = bodies.get(id);
    let name = body.map(|body| body.name.split_whitespace().collect::<Vec<_>>().join(" "));
    Named {
        id: id.clone(),
        name: name
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| id.to_string()),
        missing: body.is_none(),
    }
}
