//! Grids of one structure.

use super::{
    Refusal,
    draft::Draft,
    link::{connect, twin},
    words::{blank_is_absent, body_label, clean_name, short},
};
use crate::model::{
    BodyId, Grid, GridId, Link, LinkId, LinkKindId, Project, Structure, StructureId,
};

/// Commands on grids of one structure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are named after what they hold")]
pub enum GridCommand {
    /// A new grid at the end; its id is made from its title.
    Add {
        structure: StructureId,
        title: String,
        rows: Vec<BodyId>,
        columns: Vec<BodyId>,
        kinds: Vec<LinkKindId>,
    },
    /// Every field of a grid as given; the id in it says which.
    Set {
        structure: StructureId,
        grid: Box<Grid>,
    },
    /// Takes a grid away; the links stay.
    Remove {
        structure: StructureId,
        grid: GridId,
    },
    /// What a cell says.
    SetCell {
        structure: StructureId,
        grid: GridId,
        row: BodyId,
        column: BodyId,
        cell: GridCell,
    },
}

/// What a cell is made to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridCell {
    /// A link of this kind from the body of the row to that of the column; others stay.
    Linked(LinkKindId),
    /// Nothing: links that count there go, and so does a "none".
    NotStated,
    /// "None": links that count there go.
    None,
}

impl GridCommand {
    pub(super) fn label(&self, project: &Project) -> String {
        let title = |structure: &StructureId, id: &GridId| {
            let found = project.structure(structure).and_then(|s| s.grid(id));
            short(found.map_or(id.as_str(), |grid| grid.title.as_str()))
        };
        match self {
            Self::Add { title, .. } => format!("Add grid {}", short(title.trim())),
            Self::Set { structure, grid } => format!("Edit grid {}", title(structure, &grid.id)),
            Self::Remove { structure, grid } => format!("Remove grid {}", title(structure, grid)),
            Self::SetCell {
                structure,
                row,
                column,
                cell,
                ..
            } => {
                let row = body_label(project, structure, row);
                let column = body_label(project, structure, column);
                match cell {
                    GridCell::Linked(_) => format!("Link {row} with {column}"),
                    GridCell::NotStated => format!("Clear {row} and {column}"),
                    GridCell::None => format!("None between {row} and {column}"),
                }
            }
        }
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Self::Add {
                structure,
                title,
                rows,
                columns,
                kinds,
            } => {
                let title = clean_name(title, "A grid")?;
                draft.structure(structure)?;
                let mut grid = Grid::new(draft.fresh().grid(structure, &title), title);
                grid.rows.clone_from(rows);
                grid.columns.clone_from(columns);
                grid.kinds.clone_from(kinds);
                let grid = checked(draft, structure, None, grid)?;
                draft.put_in(structure, usize::MAX, grid)
            }
            Self::Set { structure, grid } => {
                let at = draft.grid_at(structure, &grid.id)?;
                let before = draft.grid(structure, &grid.id)?.clone();
                let grid = checked(draft, structure, Some(&before), (**grid).clone())?;
                draft.set_in(structure, at, grid)
            }
            Self::Remove { structure, grid } => {
                let at = draft.grid_at(structure, grid)?;
                draft.take_from::<Grid>(structure, at).map(drop)
            }
            Self::SetCell {
                structure,
                grid,
                row,
                column,
                cell,
            } => set_cell(draft, structure, grid, (row, column), cell),
        }
    }
}

/// The grid as it is kept: every body once, no "none" for bodies that it does not show. Bodies
/// and kinds must be there, unless the file named them before.
fn checked(
    draft: &Draft<'_>,
    structure: &StructureId,
    before: Option<&Grid>,
    mut grid: Grid,
) -> Result<Grid, Refusal> {
    grid.title = match before {
        Some(before) if before.title == grid.title => before.title.clone(),
        _ => clean_name(&grid.title, "A grid")?,
    };
    let known = |id: &BodyId| {
        before.is_some_and(|grid| grid.rows.contains(id) || grid.columns.contains(id))
    };
    for id in grid.rows.iter().chain(&grid.columns) {
        if !known(id) {
            draft.body(structure, id)?;
        }
    }
    for kind in &grid.kinds {
        let listed = draft.project().link_kinds.iter().any(|k| &k.id == kind);
        let there = before.is_some_and(|grid| grid.kinds.contains(kind));
        if !listed && !there && kind.standard().is_none() {
            return Err(Refusal::NoLinkKind(kind.to_string()));
        }
    }
    once(&mut grid.rows);
    once(&mut grid.columns);
    once(&mut grid.kinds);
    tidy_none(&mut grid);
    blank_is_absent(&mut grid.source);
    grid.in_second.drop_blank();
    Ok(grid)
}

fn once<T: PartialEq + Clone>(list: &mut Vec<T>) {
    let mut out: Vec<T> = Vec::with_capacity(list.len());
    for item in list.iter() {
        if !out.contains(item) {
            out.push(item.clone());
        }
    }
    *list = out;
}

/// Pairs that the grid shows, each once.
fn tidy_none(grid: &mut Grid) {
    once(&mut grid.none);
    let (rows, columns) = (&grid.rows, &grid.columns);
    grid.none
        .retain(|(row, column)| rows.contains(row) && columns.contains(column));
}

fn set_cell(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    id: &GridId,
    (row, column): (&BodyId, &BodyId),
    cell: &GridCell,
) -> Result<(), Refusal> {
    let at = draft.grid_at(structure, id)?;
    let mut grid = draft.grid(structure, id)?.clone();
    for (body, list) in [(row, &grid.rows), (column, &grid.columns)] {
        draft.body(structure, body)?;
        if !list.contains(body) {
            return Err(Refusal::NotInGrid {
                body: draft.body(structure, body)?.name.clone(),
                grid: grid.title.clone(),
            });
        }
    }
    match cell {
        GridCell::Linked(kind) => {
            if !grid.counts(kind) {
                return Err(Refusal::KindNotInGrid {
                    kind: draft.project().link_kind_name(kind),
                    grid: grid.title.clone(),
                });
            }
            let wanted = Link::new(LinkId::new(""), row.clone(), kind.clone(), column.clone());
            if twin(draft.structure(structure)?, &wanted).is_none() {
                connect(draft, structure, row, kind, column, |_| {})?;
            }
        }
        GridCell::NotStated | GridCell::None => {
            let there = draft.structure(structure)?;
            let links: Vec<LinkId> = grid
                .links_in(there, row, column)
                .map(|link| link.id.clone())
                .collect();
            for link in links {
                let at = draft.link_at(structure, &link)?;
                draft.take_from::<Link>(structure, at)?;
            }
        }
    }
    let pair = (row.clone(), column.clone());
    grid.none.retain(|known| *known != pair);
    if *cell == GridCell::None {
        if row == column {
            return Err(Refusal::SelfLink(draft.body(structure, row)?.name.clone()));
        }
        grid.none.push(pair);
        // In the order of the table, so that the order of clicks leaves no trace.
        let place = |(row, column): &(BodyId, BodyId)| {
            let of = |list: &[BodyId], id: &BodyId| list.iter().position(|known| known == id);
            (of(&grid.rows, row), of(&grid.columns, column))
        };
        let mut none = grid.none.clone();
        none.sort_by_key(place);
        grid.none = none;
    }
    draft.set_in(structure, at, grid)
}

/// Grids forget a body that goes, or show the heir in its place.
pub(super) fn hand_on_in_grids(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    body: &BodyId,
    heir: Option<&BodyId>,
) -> Result<(), Refusal> {
    let count = draft.structure(structure)?.grids.len();
    for at in 0..count {
        let found = draft.structure(structure)?.grids.get(at);
        let Some(mut grid) = found.filter(|grid| names(grid, body)).cloned() else {
            continue;
        };
        for list in [&mut grid.rows, &mut grid.columns] {
            match heir {
                Some(heir) => list
                    .iter_mut()
                    .filter(|id| *id == body)
                    .for_each(|id| *id = heir.clone()),
                None => list.retain(|id| id != body),
            }
            once(list);
        }
        // What was said of the body alone is not said of the heir.
        grid.none
            .retain(|(row, column)| row != body && column != body);
        tidy_none(&mut grid);
        draft.set_in(structure, at, grid)?;
    }
    Ok(())
}

fn names(grid: &Grid, body: &BodyId) -> bool {
    grid.rows.contains(body)
        || grid.columns.contains(body)
        || grid
            .none
            .iter()
            .any(|(row, column)| row == body || column == body)
}

impl Draft<'_> {
    fn grid(&self, structure: &StructureId, id: &GridId) -> Result<&Grid, Refusal> {
        let structure: &Structure = self.structure(structure)?;
        structure.grid(id).ok_or(Refusal::Gone("grid"))
    }

    fn grid_at(&self, structure: &StructureId, id: &GridId) -> Result<usize, Refusal> {
        let grids = &self.structure(structure)?.grids;
        let at = grids.iter().position(|grid| &grid.id == id);
        at.ok_or(Refusal::Gone("grid"))
    }
}
