//! Whole structures: added, copied, derived, removed.

use super::{
    Refusal,
    body_remove::{drop_impossible_fate, forget_mentions},
    draft::Draft,
    words::{blank_is_absent, clean_name, short, structure_label},
};
use crate::model::{
    BodyId, LineageRow, Project, RecordEdit, Structure, StructureHead, StructureId,
};

/// Commands on whole structures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StructureCommand {
    /// An empty structure, at a place in the row of tabs or at its end.
    Add {
        /// Its title.
        title: String,
        /// Place from 0; `None` is the end.
        at: Option<usize>,
    },
    /// Title, status, date and note; the id in the head says which structure.
    SetHead(StructureHead),
    /// Takes a structure away, with the lineage from it and to it.
    Remove {
        /// Which.
        structure: StructureId,
    },
    /// Another place in the row of tabs.
    Move {
        /// Which.
        structure: StructureId,
        /// Place from 0, counted without the moved one.
        to: usize,
    },
    /// A copy as another option, behind the original, with the lineage that leads to it.
    Duplicate {
        /// What is copied.
        structure: StructureId,
        /// Title of the copy.
        title: String,
    },
    /// A copy as a later structure: every body goes on, one row of lineage for each.
    Derive {
        /// What is copied.
        structure: StructureId,
        /// Title of the later one.
        title: String,
    },
}

impl StructureCommand {
    pub(super) fn label(&self, project: &Project) -> String {
        match self {
            Self::Add { title, .. } => format!("Add structure {}", short(title.trim())),
            Self::SetHead(head) => {
                format!("Edit structure {}", structure_label(project, &head.id))
            }
            Self::Remove { structure } => {
                format!("Remove structure {}", structure_label(project, structure))
            }
            Self::Move { structure, .. } => {
                format!("Move structure {}", structure_label(project, structure))
            }
            Self::Duplicate { structure, .. } => {
                format!("Duplicate {}", structure_label(project, structure))
            }
            Self::Derive { structure, title } => format!(
                "Derive {} from {}",
                short(title.trim()),
                structure_label(project, structure)
            ),
        }
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Self::Add { title, at } => {
                let title = clean_name(title, "A structure")?;
                let id = draft.fresh().structure(&title);
                draft.put(at.unwrap_or(usize::MAX), Structure::new(id, title))
            }
            Self::SetHead(head) => set_head(draft, head),
            Self::Remove { structure } => remove(draft, structure),
            Self::Move { structure, to } => {
                let at = place(draft, structure)?;
                draft.shift::<Structure>(at, *to)
            }
            Self::Duplicate { structure, title } => {
                let copy = copy(draft, structure, title)?;
                duplicate_lineage(draft, structure, &copy)
            }
            Self::Derive { structure, title } => {
                let later = copy(draft, structure, title)?;
                derive_lineage(draft, structure, &later)
            }
        }
    }
}

fn place(draft: &Draft<'_>, id: &StructureId) -> Result<usize, Refusal> {
    let structures = &draft.project().structures;
    let at = structures.iter().position(|s| s.id() == id);
    at.ok_or_else(|| Refusal::NoStructure(id.to_string()))
}

fn set_head(draft: &mut Draft<'_>, head: &StructureHead) -> Result<(), Refusal> {
    let before = draft.structure(&head.id)?.head.clone();
    let mut after = head.clone();
    if after.title != before.title {
        after.title = clean_name(&after.title, "A structure")?;
    }
    for field in [&mut after.status, &mut after.date, &mut after.note] {
        blank_is_absent(field);
    }
    if before == after {
        return Ok(());
    }
    draft.record(RecordEdit::StructureHead {
        structure: head.id.clone(),
        before: Box::new(before),
        after: Box::new(after),
    })
}

fn remove(draft: &mut Draft<'_>, id: &StructureId) -> Result<(), Refusal> {
    let at = place(draft, id)?;
    for row_at in (0..draft.project().lineage.len()).rev() {
        let row = draft.listed::<LineageRow>(row_at)?;
        if &row.from_structure == id || &row.to_structure == id {
            draft.take::<LineageRow>(row_at)?;
        }
    }
    let gone = draft.take::<Structure>(at)?;
    let ids: Vec<BodyId> = gone.bodies.into_iter().map(|body| body.id).collect();
    forget_mentions(draft, &ids, None)
}

/// Puts a copy behind the original; status, date and note are the copy's own to state.
fn copy(draft: &mut Draft<'_>, id: &StructureId, title: &str) -> Result<StructureId, Refusal> {
    let title = clean_name(title, "A structure")?;
    let at = place(draft, id)?;
    let original = draft.structure(id)?;
    let mut copy = Structure::new(draft.fresh().structure(&title), title);
    copy.bodies.clone_from(&original.bodies);
    copy.links.clone_from(&original.links);
    copy.grids.clone_from(&original.grids);
    let copy_id = copy.id().clone();
    draft.put(at + 1, copy)?;
    Ok(copy_id)
}

/// The rows that lead to the original lead to the copy too; what they miss, the copy need not.
fn duplicate_lineage(
    draft: &mut Draft<'_>,
    original: &StructureId,
    copy: &StructureId,
) -> Result<(), Refusal> {
    let rows: Vec<LineageRow> = draft
        .project()
        .lineage
        .iter()
        .filter(|row| &row.to_structure == original)
        .cloned()
        .collect();
    for mut row in rows {
        row.to_structure = copy.clone();
        let there = draft.structure(copy)?;
        row.to.retain(|id| there.body(id).is_some());
        if row.from.is_empty() && row.to.is_empty() {
            continue;
        }
        drop_impossible_fate(&mut row);
        draft.put(usize::MAX, row)?;
    }
    Ok(())
}

/// One row for each body; its fate is left to be derived, so that a rename shows as one.
fn derive_lineage(
    draft: &mut Draft<'_>,
    earlier: &StructureId,
    later: &StructureId,
) -> Result<(), Refusal> {
    let bodies = draft.structure(earlier)?.bodies.iter();
    let ids: Vec<BodyId> = bodies.map(|body| body.id.clone()).collect();
    for id in ids {
        let mut row = LineageRow::new(earlier.clone(), later.clone());
        row.from.push(id.clone());
        row.to.push(id);
        draft.put(usize::MAX, row)?;
    }
    Ok(())
}
