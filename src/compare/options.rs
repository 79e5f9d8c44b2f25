//! Several options for one structure of today: what becomes of each of its bodies under each.

use std::collections::BTreeSet;

use super::outcome::Book;
use super::{CompareError, Comparison, Outcome, Said, compare};
use crate::model::{BodyId, Fate, Project, StructureId};

/// Options side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The structure of today.
    pub today: StructureId,
    /// One for each option.
    pub columns: Vec<OptionColumn>,
    /// One for each body of today, in its order.
    pub rows: Vec<OptionRow>,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionColumn {
    /// The option.
    pub structure: StructureId,
    /// The comparison of today with it.
    pub comparison: Comparison,
    /// Bodies of the option that are new.
    pub new: Vec<BodyId>,
    /// Bodies of the option of which nothing is said.
    pub untold: Vec<BodyId>,
}

/// One body of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionRow {
    /// The body.
    pub body: BodyId,
    /// What becomes of it, one for each option.
    pub cells: Vec<Outcome>,
    /// Whether the options differ in what becomes of it.
    pub differs: bool,
}

/// Compares several structures with the same one.
///
/// # Errors
/// [`CompareError`] when one of them is not in the project.
pub fn options(
    project: &Project,
    today: &StructureId,
    others: &[StructureId],
) -> Result<Options, CompareError> {
    let columns = others
        .iter()
        .map(|other| compare(project, today, other).map(column))
        .collect::<Result<Vec<OptionColumn>, _>>()?;
    let books: Vec<Book<'_>> = columns
        .iter()
        .filter_map(|column: &OptionColumn| {
            let later = project.structure(&column.structure)?;
            Some(Book::new(&column.comparison, later))
        })
        .collect();
    let bodies = project.structure(today).map(|structure| &structure.bodies);
    let rows = bodies
        .into_iter()
        .flatten()
        .map(|body| {
            let cells: Vec<Outcome> = books.iter().map(|book| book.of_old(&body.id)).collect();
            let mut words = cells.iter().map(|cell| &cell.words);
            let first = words.next();
            let differs = words.any(|other| Some(other) != first);
            OptionRow {
                body: body.id.clone(),
                cells,
                differs,
            }
        })
        .collect();
    Ok(Options {
        today: today.clone(),
        columns,
        rows,
    })
}

fn column(comparison: Comparison) -> OptionColumn {
    let mut new: Vec<BodyId> = Vec::new();
    let mut seen: BTreeSet<&BodyId> = BTreeSet::new();
    for row in comparison
        .rows
        .iter()
        .filter(|row| row.fate == Fate::Created)
    {
        for id in &row.to {
            if seen.insert(id) {
                new.push(id.clone());
            }
        }
    }
    OptionColumn {
        structure: comparison.to.clone(),
        untold: comparison.unaccounted.to.clone(),
        comparison,
        new,
    }
}

impl Options {
    /// How many bodies of today have nothing said under an option.
    #[must_use]
    pub fn untold(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.cells.get(column));
        cells.filter(|cell| cell.said == Said::Nothing).count()
    }
}
