//! What becomes of one body, in a few words for a cell of a table.

use std::collections::BTreeMap;

use super::{Also, Bodies, Comparison, Row, bodies_of, phrase};
use crate::model::{BodyId, Certainty, Fate, Structure, Word};

/// What is said of a body in another structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// What becomes of it.
    Fate(Fate),
    /// Nothing is said.
    Nothing,
    /// It is not there.
    Absent,
}

/// What becomes of one body in another structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The fate of its first row.
    pub said: Said,
    /// The bodies of the other structure that it is or becomes.
    pub bodies: Vec<BodyId>,
    /// Places of its rows in the comparison.
    pub rows: Vec<usize>,
    /// "Merged into Partnership Board"; "Nothing is said".
    pub words: String,
    /// Why, as stated.
    pub reason: Option<String>,
}

/// A comparison asked about single bodies, its rows and bodies by id.
#[derive(Debug)]
pub(super) struct Book<'a> {
    comparison: &'a Comparison,
    later: Bodies<'a>,
    old: BTreeMap<&'a BodyId, Vec<usize>>,
    new: BTreeMap<&'a BodyId, Vec<usize>>,
}

impl<'a> Book<'a> {
    pub(super) fn new(comparison: &'a Comparison, later: &'a Structure) -> Self {
        let mut book = Self {
            comparison,
            later: bodies_of(later),
            old: BTreeMap::new(),
            new: BTreeMap::new(),
        };
        for (at, row) in comparison.rows.iter().enumerate() {
            for (ids, rows) in [(&row.from, &mut book.old), (&row.to, &mut book.new)] {
                for id in ids {
                    let rows = rows.entry(id).or_default();
                    if rows.last() != Some(&at) {
                        rows.push(at);
                    }
                }
            }
        }
        book
    }

    /// The rows of a body of the earlier structure.
    pub(super) fn rows_of_old(&self, body: &BodyId) -> impl Iterator<Item = &'a Row> + Clone {
        self.rows(self.old.get(body)).map(|(_, row)| row)
    }

    /// The rows of a body of the later structure.
    pub(super) fn rows_of_new(&self, body: &BodyId) -> impl Iterator<Item = &'a Row> + Clone {
        self.rows(self.new.get(body)).map(|(_, row)| row)
    }

    /// What becomes of a body of the earlier structure.
    pub(super) fn of_old(&self, body: &BodyId) -> Outcome {
        self.outcome(self.rows(self.old.get(body)))
    }

    /// Where a body of the later structure comes from.
    pub(super) fn of_new(&self, body: &BodyId) -> Outcome {
        self.outcome(self.rows(self.new.get(body)))
    }

    fn rows(
        &self,
        places: Option<&Vec<usize>>,
    ) -> impl Iterator<Item = (usize, &'a Row)> + Clone + use<'a> {
        let places: Vec<usize> = places.cloned().unwrap_or_default();
        let rows = &self.comparison.rows;
        places
            .into_iter()
            .filter_map(|at| Some((at, rows.get(at)?)))
    }

    fn outcome(&self, rows: impl Iterator<Item = (usize, &'a Row)>) -> Outcome {
        let mut out = Outcome {
            said: Said::Nothing,
            words: "Nothing is said".to_owned(),
            ..Outcome::absent()
        };
        let mut words: Vec<String> = Vec::new();
        let mut reasons: Vec<&str> = Vec::new();
        for (at, row) in rows {
            if out.rows.is_empty() {
                out.said = Said::Fate(row.fate);
            }
            out.rows.push(at);
            for id in &row.to {
                if !out.bodies.contains(id) {
                    out.bodies.push(id.clone());
                }
            }
            words.push(row_words(row, &self.later));
            let reason = row.reason.as_deref().map(str::trim).unwrap_or_default();
            if !reason.is_empty() && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        if !words.is_empty() {
            out.words = words.join("; ");
            out.reason = (!reasons.is_empty()).then(|| reasons.join("; "));
        }
        out
    }
}

impl Outcome {
    /// It is not there.
    pub(super) fn absent() -> Self {
        Self {
            said: Said::Absent,
            bodies: Vec::new(),
            rows: Vec::new(),
            words: "Not there".to_owned(),
            reason: None,
        }
    }
}

/// "Merged into Partnership Board", "Retained; moved (implied)".
fn row_words(row: &Row, later: &Bodies<'_>) -> String {
    let names = (!row.to.is_empty()).then(|| {
        phrase::list(row.to.iter().map(|id| {
            let name = later.get(id).map_or("", |body| body.name.trim());
            if name.is_empty() { id.as_str() } else { name }
        }))
    });
    let mut out = match (row.fate, names) {
        (Fate::Merged, Some(names)) => format!("Merged into {names}"),
        (Fate::Split, Some(names)) => format!("Split into {names}"),
        (Fate::Replaced, Some(names)) => format!("Replaced by {names}"),
        (Fate::Renamed, Some(names)) => format!("Renamed {names}"),
        (fate, _) => fate.label().to_owned(),
    };
    // A new name is told with the bodies that follow.
    let named = !matches!(row.fate, Fate::Retained | Fate::UnderReview);
    let also: Vec<String> = row
        .also
        .iter()
        .filter(|also| !(named && **also == Also::Name))
        .map(|also| also.label().to_lowercase())
        .collect();
    if !also.is_empty() {
        out.push_str("; ");
        out.push_str(&also.join(", "));
    }
    if row.record.certainty != Word::Known(Certainty::Stated) {
        out.push_str(&format!(" ({})", row.record.certainty.as_str()));
    }
    out
}
