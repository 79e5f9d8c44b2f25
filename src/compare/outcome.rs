//! What becomes of one body, in a few words for a cell of a table.

use super::{Also, Comparison, Row, phrase};
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

impl Outcome {
    /// What becomes of a body of the earlier structure of a comparison.
    #[must_use]
    pub fn of_old(comparison: &Comparison, later: &Structure, body: &BodyId) -> Self {
        let rows = comparison.rows.iter().enumerate();
        Self::of(rows.filter(|(_, row)| row.from.contains(body)), later)
    }

    /// Where a body of the later structure comes from.
    #[must_use]
    pub fn of_new(comparison: &Comparison, later: &Structure, body: &BodyId) -> Self {
        let rows = comparison.rows.iter().enumerate();
        Self::of(rows.filter(|(_, row)| row.to.contains(body)), later)
    }

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

    fn of<'a>(rows: impl Iterator<Item = (usize, &'a Row)>, later: &Structure) -> Self {
        let mut out = Self {
            said: Said::Nothing,
            words: "Nothing is said".to_owned(),
            ..Self::absent()
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
            words.push(row_words(row, later));
            reasons.extend(
                row.reason
                    .as_deref()
                    .map(str::trim)
                    .filter(|r| !r.is_empty()),
            );
        }
        if !words.is_empty() {
            out.words = words.join("; ");
            reasons.dedup();
            out.reason = (!reasons.is_empty()).then(|| reasons.join("; "));
        }
        out
    }
}

/// "Merged into Partnership Board", "Retained; moved (implied)".
fn row_words(row: &Row, later: &Structure) -> String {
    let names = (!row.to.is_empty()).then(|| {
        phrase::list(row.to.iter().map(|id| {
            let name = later.body_name(id).trim();
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
