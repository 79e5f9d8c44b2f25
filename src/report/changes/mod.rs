//! The fate ledger of a pair of structures: one typed row for every lineage row and for every
//! body of which nothing is said.

mod build;
mod order;
mod parents;
#[cfg(test)]
mod tests;

pub(super) use build::{present, standing};
pub use order::{Column, Group};
pub use parents::{Parent, Tie};

use super::amount::Shift;
use crate::compare::{Also, Comparison, phrase};
use crate::model::{BodyId, Fate, Language, Project};
use crate::say::{self, Label};
use build::{Sides, named};

/// The fate ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// Lineage rows in the order of the file, then earlier and later bodies without a row.
    pub rows: Vec<ChangeRow>,
    /// How many bodies of the earlier structure are accounted for, and who is not.
    pub coverage: Coverage,
    /// The language in which it is told.
    pub language: Language,
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
    /// The kinds of body, by their names.
    pub kind: Turn,
    /// Where the bodies stand: in the structure, in the family, outside the framework.
    pub standing: Turn,
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
    /// Whether all later bodies are said to be not established yet.
    pub not_established: bool,
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
        /// Place in the project's lineage, from 0; none for a row made along stages.
        lineage: Option<usize>,
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
    /// Whether verbs take the plural: it stands for several bodies, or its name says so.
    pub many: bool,
}

/// Words before and after, each once; a body without any counts as "not stated".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    /// Of the earlier bodies.
    pub before: Vec<String>,
    /// Of the later bodies.
    pub after: Vec<String>,
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
            language: project.language,
        };
    };
    let sides = Sides::new(project, old, new, comparison);
    let mut rows: Vec<ChangeRow> = comparison.rows.iter().map(|row| sides.row(row)).collect();
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
    Changes {
        rows,
        coverage,
        language: project.language,
    }
}

impl ChangeRow {
    /// "R1"; nothing for a body in no row.
    #[must_use]
    pub fn reference(&self) -> Option<String> {
        self.number().map(|number| format!("R{number}"))
    }

    /// Its number among the rows of this pair, from 1.
    #[must_use]
    pub fn number(&self) -> Option<usize> {
        match self.place {
            Place::Row { number, .. } => Some(number),
            Place::NothingAfter | Place::NothingBefore => None,
        }
    }

    /// Place of the row in the project's lineage, from 0.
    #[must_use]
    pub fn lineage(&self) -> Option<usize> {
        match self.place {
            Place::Row { lineage, .. } => lineage,
            Place::NothingAfter | Place::NothingBefore => None,
        }
    }

    /// Whether the reporting line moved, beyond following its old parent.
    #[must_use]
    pub fn moved(&self) -> bool {
        self.also.contains(&Also::Moved)
    }

    /// Whether a body goes on as itself, perhaps under another name.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        matches!(
            self.fate,
            Some(Fate::Retained | Fate::UnderReview | Fate::Renamed)
        )
    }

    /// Whether a reporting line follows an earlier parent under another name.
    #[must_use]
    pub fn follows(&self) -> bool {
        let mut parents = self.reports_after.iter();
        parents.any(|parent| parent.tie == Tie::Follows)
    }

    /// "Merged", "Retained, moved", "New, possible", "Not stated".
    #[must_use]
    pub fn fate_words(&self) -> String {
        self.fate_words_in(Language::English)
    }

    /// The same in a language.
    #[must_use]
    pub fn fate_words_in(&self, language: Language) -> String {
        let Some(fate) = self.fate else {
            return say::say(language, Label::NotStated);
        };
        let mut out = say::fate(language, fate).to_owned();
        if self.moved() {
            out = say::with(language, Label::FateAndMoved, &[&out]);
        }
        if self.undecided {
            let words = if fate == Fate::Created {
                Label::FatePossible
            } else {
                Label::FateNotDecided
            };
            out = say::with(language, words, &[&out]);
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
    /// The rows of a group, in the order of the file.
    pub fn of_group(&self, group: Group) -> impl Iterator<Item = &ChangeRow> {
        self.rows.iter().filter(move |row| row.group() == group)
    }

    /// The first row that leads to a body of the later structure.
    #[must_use]
    pub fn origin(&self, later: &BodyId) -> Option<&ChangeRow> {
        let leads = |row: &&ChangeRow| row.to.iter().any(|body| &body.id == later);
        self.rows
            .iter()
            .filter(|row| row.fate.is_some())
            .find(leads)
    }

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

impl Place {
    /// Whether it is a row, or on which side nothing is said.
    pub(super) fn side(self) -> (bool, bool) {
        (self == Self::NothingAfter, self == Self::NothingBefore)
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

    /// How many bodies no row names.
    #[must_use]
    pub fn unaccounted(&self) -> usize {
        self.without_fate.len() + self.without_origin.len()
    }
}

/// A text on one line, unless it is blank.
pub(super) fn said(text: Option<&str>) -> Option<String> {
    let words: Vec<&str> = text?.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
