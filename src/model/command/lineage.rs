//! Rows of lineage as such; what becomes of bodies in a later structure: `verb`.

use super::{Refusal, draft::Draft, words::blank_is_absent};
use crate::model::{BodyId, LineageRow, StructureId};

/// Commands on rows of lineage, by their place in the file from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are named after what they hold")]
pub enum LineageCommand {
    /// A new row at the end.
    Add { row: Box<LineageRow> },
    /// Every field of a row as given.
    Set { at: usize, row: Box<LineageRow> },
    /// Takes rows away; their bodies are unaccounted for unless other rows name them.
    Remove { rows: Vec<usize> },
    /// Another place in the schedule, counted without the moved row.
    Move { at: usize, to: usize },
}

impl LineageCommand {
    pub(super) fn label(&self) -> String {
        match self {
            Self::Add { .. } => "Add row of lineage".to_owned(),
            Self::Set { .. } => "Edit row of lineage".to_owned(),
            Self::Remove { rows } if rows.len() != 1 => {
                format!("Remove {} rows of lineage", rows.len())
            }
            Self::Remove { .. } => "Remove row of lineage".to_owned(),
            Self::Move { .. } => "Reorder lineage".to_owned(),
        }
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        match self {
            Self::Add { row } => {
                let row = checked(draft, None, row)?;
                draft.put(usize::MAX, row)
            }
            Self::Set { at, row } => {
                let before = draft.listed::<LineageRow>(*at)?;
                let row = checked(draft, Some(before), row)?;
                draft.set(*at, row)
            }
            Self::Remove { rows } => {
                let mut rows = rows.clone();
                rows.sort_unstable();
                rows.dedup();
                rows.iter()
                    .rev()
                    .try_for_each(|at| draft.take::<LineageRow>(*at).map(drop))
            }
            Self::Move { at, to } => draft.shift::<LineageRow>(*at, *to),
        }
    }
}

fn checked(
    draft: &Draft<'_>,
    before: Option<&LineageRow>,
    row: &LineageRow,
) -> Result<LineageRow, Refusal> {
    let from = draft.structure(&row.from_structure)?;
    draft.structure(&row.to_structure)?;
    if row.from_structure == row.to_structure {
        return Err(Refusal::SameStructure(from.label()));
    }
    if row.from.is_empty() && row.to.is_empty() {
        return Err(Refusal::EmptyRow);
    }
    let before_from = before.map(|b| (&b.from_structure, b.from.as_slice()));
    let before_to = before.map(|b| (&b.to_structure, b.to.as_slice()));
    let mut row = row.clone();
    row.from = present(draft, &row.from_structure, &row.from, before_from)?;
    row.to = present(draft, &row.to_structure, &row.to, before_to)?;
    for field in [
        &mut row.reason,
        &mut row.source,
        &mut row.date,
        &mut row.lead,
    ] {
        blank_is_absent(field);
    }
    row.in_second.drop_blank();
    Ok(row)
}

/// The ids once each; every one must be there, unless the row named it before.
fn present(
    draft: &Draft<'_>,
    structure: &StructureId,
    ids: &[BodyId],
    before: Option<(&StructureId, &[BodyId])>,
) -> Result<Vec<BodyId>, Refusal> {
    let mut out: Vec<BodyId> = Vec::with_capacity(ids.len());
    for id in ids {
        let kept = before.is_some_and(|(s, ids)| s == structure && ids.contains(id));
        if !kept {
            draft.body(structure, id)?;
        }
        if !out.contains(id) {
            out.push(id.clone());
        }
    }
    Ok(out)
}
