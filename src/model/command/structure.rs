//! Whole structures: added, copied, derived, removed.

use super::{
    Refusal,
    body_remove::{drop_impossible_fate, forget_mentions},
    draft::Draft,
    words::{blank_is_absent, clean_name, short, structure_label},
};
use crate::model::{
    BodyId, LineageRow, MAX_SHORT_TEXT, Project, RecordEdit, ShortText, Structure, StructureHead,
    StructureId,
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
    /// A person's words for its picture, or for the one with an earlier structure; without words
    /// the generated ones hold again.
    SetShortText {
        /// Which.
        structure: StructureId,
        /// The words, with those that the program has for the picture now.
        text: ShortText,
    },
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
            Self::SetShortText { structure, .. } => {
                format!(
                    "Edit the short text of {}",
                    structure_label(project, structure)
                )
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
            Self::SetShortText { structure, text } => set_short_text(draft, structure, text),
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
    after.in_second.drop_blank();
    if before == after {
        return Ok(());
    }
    draft.record(RecordEdit::StructureHead {
        structure: head.id.clone(),
        before: Box::new(before),
        after: Box::new(after),
    })
}

fn set_short_text(
    draft: &mut Draft<'_>,
    structure: &StructureId,
    text: &ShortText,
) -> Result<(), Refusal> {
    let count = text.text.trim().chars().count();
    if count > MAX_SHORT_TEXT {
        return Err(Refusal::LongShortText(count));
    }
    if let Some(with) = &text.with {
        draft.structure(with)?;
    }
    let mut after = draft.structure(structure)?.head.clone();
    let at = after.short_texts.iter().position(|t| t.with == text.with);
    match at.and_then(|at| after.short_texts.get_mut(at)) {
        Some(there) if count > 0 => {
            let extra = std::mem::take(&mut there.extra);
            *there = ShortText {
                extra,
                ..text.clone()
            };
        }
        Some(_) => after.short_texts.retain(|t| t.with != text.with),
        None if count > 0 => after.short_texts.push(text.clone()),
        None => {}
    }
    set_head(draft, &after)
}

fn remove(draft: &mut Draft<'_>, id: &StructureId) -> Result<(), Refusal> {
    let at = place(draft, id)?;
    for row_at in (0..draft.project().lineage.len()).rev() {
        let row = draft.listed::<LineageRow>(row_at)?;
        if &row.from_structure == id || &row.to_structure == id {
            draft.take::<LineageRow>(row_at)?;
        }
    }
    forget_short_texts(draft, id)?;
    let gone = draft.take::<Structure>(at)?;
    let ids: Vec<BodyId> = gone.bodies.into_iter().map(|body| body.id).collect();
    forget_mentions(draft, &ids, None)
}

/// What was said of pictures with a structure that goes.
fn forget_short_texts(draft: &mut Draft<'_>, gone: &StructureId) -> Result<(), Refusal> {
    let heads = draft.project().structures.iter().map(|s| &s.head);
    let told: Vec<StructureHead> = heads
        .filter(|head| {
            head.short_texts
                .iter()
                .any(|t| t.with.as_ref() == Some(gone))
        })
        .cloned()
        .collect();
    for mut head in told {
        head.short_texts
            .retain(|text| text.with.as_ref() != Some(gone));
        set_head(draft, &head)?;
    }
    Ok(())
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
