//! A grid filled in: bodies against bodies, each cell in words.

use super::{Block, facts};
use crate::compare::phrase;
use crate::model::{BodyId, Certainty, Grid, Language, Link, LinkId, Project, Structure, Word};
use crate::say::{self, Label, Noun};

/// A grid with its heads and cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridTable {
    /// The title, with how sure the table is when it is not plainly stated.
    pub title: String,
    /// The bodies of the columns.
    pub columns: Vec<Head>,
    /// The bodies of the rows, each with a cell for every column.
    pub rows: Vec<GridRow>,
}

/// A body at the head of a row or column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The body.
    pub body: BodyId,
    /// Its name; the id where the structure has no such body.
    pub name: String,
    /// Whether the structure has no such body.
    pub missing: bool,
}

/// A row of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridRow {
    /// The body.
    pub head: Head,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// A cell of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The links that stand in it.
    pub links: Vec<LinkId>,
    /// What it says.
    pub state: CellState,
    /// The same in words.
    pub words: String,
    /// Labels and sources of its links, where they have any.
    pub notes: Vec<String>,
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellState {
    /// There are links.
    Linked,
    /// It is said that there are none.
    None,
    /// Nothing is stated.
    NotStated,
    /// Row and column are the same body.
    Same,
}

/// Fills in a grid; it stays in step with the links because it is made of them.
#[must_use]
pub fn grid_table(project: &Project, structure: &Structure, grid: &Grid) -> GridTable {
    let head = |id: &BodyId| {
        let body = structure.body(id);
        Head {
            body: id.clone(),
            name: body.map_or_else(|| id.to_string(), facts::name),
            missing: body.is_none(),
        }
    };
    let language = project.language;
    let title = if grid.title.trim().is_empty() {
        Label::Grid.in_language(language)
    } else {
        grid.title.trim()
    };
    GridTable {
        title: format!("{title}{}", unsure(language, &grid.certainty)),
        columns: grid.columns.iter().map(head).collect(),
        rows: grid
            .rows
            .iter()
            .map(|row| GridRow {
                head: head(row),
                cells: grid
                    .columns
                    .iter()
                    .map(|column| cell(project, structure, grid, (row, column)))
                    .collect(),
            })
            .collect(),
    }
}

fn cell(
    project: &Project,
    structure: &Structure,
    grid: &Grid,
    (row, column): (&BodyId, &BodyId),
) -> Cell {
    let links: Vec<&Link> = grid.links_in(structure, row, column).collect();
    let (state, words) = if !links.is_empty() {
        let words = links.iter().map(|link| said(project, structure, link, row));
        (CellState::Linked, words.collect::<Vec<_>>().join("; "))
    } else if row == column {
        (CellState::Same, "—".to_owned())
    } else if grid.says_none(row, column) {
        (
            CellState::None,
            say::say(project.language, Label::NoneInCell),
        )
    } else {
        let words = say::say(project.language, Label::NotStatedInCell);
        (CellState::NotStated, words)
    };
    let notes = links.iter().flat_map(|link| [&link.label, &link.source]);
    let mut notes: Vec<String> = notes
        .flatten()
        .map(|note| note.trim().to_owned())
        .filter(|note| !note.is_empty())
        .collect();
    notes.dedup();
    Cell {
        links: links.iter().map(|link| link.id.clone()).collect(),
        state,
        words,
        notes,
    }
}

/// "Reports to (implied)", seen from the row; from the column it begins with the column's name.
fn said(project: &Project, structure: &Structure, link: &Link, row: &BodyId) -> String {
    let name = project.link_kind_name(&link.kind);
    let language = project.language;
    let mut notes: Vec<String> = Vec::new();
    if link.permission {
        notes.push(say::say(language, Label::MayBe));
    }
    if let Some(seats) = link.seats {
        notes.push(say::count(language, seats as usize, Noun::Seat));
    }
    if link.certainty != Word::Known(Certainty::Stated) {
        notes.push(say::certainty(language, link.certainty.as_str()));
    }
    let words = if &link.from == row {
        phrase::capital(&name)
    } else {
        let from = structure.body(&link.from).map_or_else(
            || link.from.to_string(),
            |body| {
                let short = body.short.as_deref().map(str::trim).unwrap_or_default();
                if short.is_empty() {
                    facts::name(body)
                } else {
                    short.to_owned()
                }
            },
        );
        let words = phrase::lower(&name);
        match link.kind.standard() {
            // The row is what the column reports to, is tasked by and so on.
            Some(_) if language == Language::English => format!("{from} {} it", verb(&words)),
            _ => format!("{from}: {words}"),
        }
    };
    if notes.is_empty() {
        words
    } else {
        format!("{words} ({})", notes.join(", "))
    }
}

/// "is tasked by", "reports to".
fn verb(words: &str) -> String {
    if words.starts_with("tasked") || words.starts_with("represented") {
        format!("is {words}")
    } else {
        words.to_owned()
    }
}

fn unsure(language: Language, word: &Word<Certainty>) -> String {
    if *word == Word::Known(Certainty::Stated) {
        String::new()
    } else {
        format!(" ({})", say::certainty(language, word.as_str()))
    }
}

/// The grids of a structure as tables.
pub(super) fn blocks(project: &Project, structure: &Structure) -> Vec<Block> {
    structure
        .grids
        .iter()
        .flat_map(|grid| {
            let table = grid_table(project, structure, grid);
            let mut header = vec![say::say(project.language, Label::Body)];
            header.extend(table.columns.iter().map(|head| head.name.clone()));
            let rows = table.rows.iter().map(|row| {
                let cells = row.cells.iter().map(|cell| cell.words.clone());
                std::iter::once(row.head.name.clone())
                    .chain(cells)
                    .collect()
            });
            [
                Block::heading(2, &table.title),
                Block::Table {
                    header,
                    rows: rows.collect(),
                },
            ]
        })
        .collect()
}
