//! Two structures and the lineage between them: what becomes of every body. No geometry.
//!
//! Decisions where several readings are possible:
//! - Lineage is the only truth. A body in no row has no known successor, even when a body with
//!   the same id or name stands in the other structure; it is *unaccounted*.
//! - Rows of n bodies to m bodies (both more than one) are *merged* when they become fewer,
//!   *split* when they become more, and *replaced* when their number stays.
//! - In a row with several bodies on a side, a property has changed when a body has a value
//!   that none of its predecessors had.
//! - Reporting lines between the bodies of one row are no parents: a sub-group that merges into
//!   the body it reported to has not moved.
//! - Two structures without rows of their own, joined by a chain of stages, are compared along
//!   composed rows ([`lineage_between`]).
//! - A structure compared with itself has no rows, unless the file states some, and no changes.

mod also;
mod chain;
mod clauses;
mod fate;
#[cfg(test)]
pub(crate) mod fixture;
mod links;
mod moved;
mod options;
mod outcome;
pub use crate::say::phrase;
mod sentence;
mod sides;
pub mod stage;
#[cfg(test)]
mod tests;
mod three_way;
mod welsh;

use std::collections::BTreeMap;

pub use also::Also;
pub use chain::{Joined, Lineage, Open, lineage_between};
pub use fate::{Bodies, Contradiction, bodies_of, contradiction, derived_fate, fate_among};
pub use links::{ChangedLink, LinkChanges};
pub use moved::Moved;
pub use options::{OptionColumn, OptionRow, Options, options};
pub use outcome::{Outcome, Said};
pub use three_way::{NO_REASON, ThreeWay, ThreeWayRow, three_way};

use crate::model::{BodyId, Fate, Language, LineageRow, Project, StructureId};
use sides::Sides;

/// What becomes of every body from one structure to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier structure.
    pub from: StructureId,
    /// The later structure.
    pub to: StructureId,
    /// Structures on the way, where rows are composed from stage to stage.
    pub stages: Vec<StructureId>,
    /// One for each lineage row between the two, in the order of the file; or composed ones, in
    /// the order of the first row of which each is made.
    pub rows: Vec<Row>,
    /// Bodies that stand in no row; never counted as ended or created.
    pub unaccounted: Unaccounted,
    /// What becomes of the links.
    pub links: LinkChanges,
    /// How many rows have each fate; fates that do not occur are left out.
    pub counts: BTreeMap<Fate, usize>,
}

/// What becomes of the bodies of one lineage row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// From 1, in the order of the file, among the rows of this comparison.
    pub number: usize,
    /// Place of the row in the project's lineage, from 0; a composed row has none.
    pub lineage: Option<usize>,
    /// Places in the project's lineage of the rows of which it is made: itself, or those of every
    /// stage.
    pub made_of: Vec<usize>,
    /// The row as stated; a composed one in the same form.
    pub record: LineageRow,
    /// Bodies of the earlier structure, as stated.
    pub from: Vec<BodyId>,
    /// Bodies of the later structure, as stated.
    pub to: Vec<BodyId>,
    /// The stated fate, else the derived one.
    pub fate: Fate,
    /// What changes on top, always derived; in a fixed order.
    pub also: Vec<Also>,
    /// The reporting lines, when they moved.
    pub moved: Option<Moved>,
    /// The row as one sentence.
    pub text: String,
    /// Why, as stated.
    pub reason: Option<String>,
    /// Where the fact comes from.
    pub source: Option<String>,
}

/// Bodies that stand in no lineage row, in the order of their structures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unaccounted {
    /// Of the earlier structure.
    pub from: Vec<BodyId>,
    /// Of the later structure.
    pub to: Vec<BodyId>,
}

/// Why two structures cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompareError {
    /// There is no such structure.
    #[error("This project has no structure called “{missing}”. {}", known_structures(.known))]
    NoStructure {
        /// The id asked for.
        missing: StructureId,
        /// The ids there are.
        known: Vec<StructureId>,
    },
}

/// "It has current and proposed."
#[must_use]
pub fn known_structures(known: &[StructureId]) -> String {
    if known.is_empty() {
        return "It has no structures yet.".to_owned();
    }
    format!(
        "It has {}.",
        phrase::list(known.iter().map(StructureId::as_str))
    )
}

/// Compares two structures of a project along its lineage.
///
/// # Errors
/// [`CompareError::NoStructure`] when one of the two is not in the project.
pub fn compare(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
) -> Result<Comparison, CompareError> {
    match project.language {
        Language::English => compared(project, from, to),
        // A name that only one of the two structures gives in the second language is no other
        // name: what changes is found in the first, and told in the second.
        Language::Welsh => {
            let first = project.read_in(Language::English);
            let found = compared(&first, from, to)?;
            Ok(welsh::told(found, &first, project))
        }
    }
}

fn compared(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
) -> Result<Comparison, CompareError> {
    let find = |id: &StructureId| {
        project
            .structure(id)
            .ok_or_else(|| CompareError::NoStructure {
                missing: id.clone(),
                known: project.structures.iter().map(|s| s.id().clone()).collect(),
            })
    };
    let (old, new) = (find(from)?, find(to)?);
    let lineage = lineage_between(project, from, to);
    let sides = Sides::new(old, new, lineage.rows.iter().map(|row| &row.record));
    let itself = from == to;
    let links = if itself {
        LinkChanges::default()
    } else {
        links::link_changes(&sides)
    };
    let touched = links::touched(&sides, &links);
    let direct = lineage.stages.is_empty();
    let rows: Vec<Row> = lineage
        .rows
        .into_iter()
        .enumerate()
        .map(|(place, row)| compared_row(project, &sides, &touched, place, row, direct))
        .collect();
    let mut counts = BTreeMap::new();
    for row in &rows {
        *counts.entry(row.fate).or_insert(0) += 1;
    }
    Ok(Comparison {
        from: from.clone(),
        to: to.clone(),
        stages: lineage.stages,
        unaccounted: if itself {
            Unaccounted::default()
        } else {
            sides.unaccounted()
        },
        rows,
        links,
        counts,
    })
}

/// One row with its fate, its further changes and its sentence.
fn compared_row(
    project: &Project,
    sides: &Sides<'_>,
    touched: &links::Touched,
    place: usize,
    joined: Joined,
    direct: bool,
) -> Row {
    let Joined {
        record,
        made_of,
        open,
    } = joined;
    let row = &record;
    let ends = sides.ends(place);
    let stated = row.fate.as_ref().and_then(crate::model::Word::known);
    let fate = stated.unwrap_or_else(|| fate_among(row, &sides.old.bodies, &sides.new.bodies));
    let moved = moved::moved(sides, &ends);
    let also = also::also(sides, &ends, moved.is_some(), touched);
    let known = clauses::Known {
        ends: &ends,
        stated: row,
        fate,
        also: &also,
        moved: moved.as_ref(),
        links: touched.counts(&ends),
    };
    let mut further = clauses::clauses(project, sides, &known);
    further.extend(clauses::open_clauses(project, &open));
    let text = sentence::sentence(sides, row, fate, &further);
    Row {
        number: place + 1,
        lineage: made_of.first().copied().filter(|_| direct),
        from: row.from.clone(),
        to: row.to.clone(),
        fate,
        also,
        moved,
        text,
        reason: row.reason.clone(),
        source: row.source.clone(),
        made_of,
        record,
    }
}

impl Row {
    /// "R1", "R2": how paper and screen point at the row.
    #[must_use]
    pub fn reference(&self) -> String {
        format!("R{}", self.number)
    }

    /// Whether nothing at all changes: retained, and nothing on top.
    #[must_use]
    pub fn unchanged(&self) -> bool {
        self.fate == Fate::Retained && self.also.is_empty()
    }
}

impl Comparison {
    /// The first row of every body of the earlier structure that stands in one.
    #[must_use]
    pub fn rows_of_old(&self) -> BTreeMap<&BodyId, &Row> {
        first_rows(self.rows.iter().map(|row| (row.from.as_slice(), row)))
    }

    /// The first row of every body of the later structure that stands in one.
    #[must_use]
    pub fn rows_of_new(&self) -> BTreeMap<&BodyId, &Row> {
        first_rows(self.rows.iter().map(|row| (row.to.as_slice(), row)))
    }

    /// How many rows have this fate.
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.counts.get(&fate).copied().unwrap_or(0)
    }
}

fn first_rows<'a>(
    rows: impl Iterator<Item = (&'a [BodyId], &'a Row)>,
) -> BTreeMap<&'a BodyId, &'a Row> {
    let mut out = BTreeMap::new();
    for (ids, row) in rows {
        for id in ids {
            out.entry(id).or_insert(row);
        }
    }
    out
}
