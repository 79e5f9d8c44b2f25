//! What becomes of bodies, said in the later structure: rename, merge, split, end, replace…
//!
//! Each works on the later structure and on its rows of lineage in one change. A fate that
//! can be derived from the row is not written down; *replaced* and *under review* are stated.

use super::{
    NewBody, Refusal,
    body::add_body,
    draft::Draft,
    verb_merge::{merge, replace},
    verb_row::{edit_row, end, needed_row, rename, retain},
    verb_split::split,
    words::{bodies_label, body_label, short},
};
use crate::model::{BodyId, Fate, LineageRow, Project, StructureId, Word};

/// Commands on a later structure (`to`) and its lineage from an earlier one (`from`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are named after what they hold")]
pub enum VerbCommand {
    /// Goes on under another name.
    Rename {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        name: String,
    },
    /// Several bodies become one; a name that one of them has lets that one take in the others.
    ///
    /// Their links and the bodies below them follow, without doubles.
    Merge {
        from: StructureId,
        to: StructureId,
        bodies: Vec<BodyId>,
        name: String,
    },
    /// One body becomes several; a name that it has lets it go on beside the others.
    ///
    /// Each reports where it reported; every other link goes to the first.
    Split {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        names: Vec<String>,
    },
    /// Has no successor: it leaves the later structure, its row stays.
    End {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        reason: Option<String>,
    },
    /// Its place is taken by a new body.
    Replace {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        name: String,
    },
    /// States a fate, such as *under review*, or leaves it to be derived again.
    State {
        from: StructureId,
        to: StructureId,
        body: BodyId,
        fate: Option<Fate>,
    },
    /// A body without predecessor; `body` names the later structure.
    Create { from: StructureId, body: NewBody },
    /// Bodies of the earlier structure go on in the later one as they are.
    ///
    /// For bodies that stand in no row, and for ended ones that are to stay after all.
    Retain {
        from: StructureId,
        to: StructureId,
        /// Bodies of the earlier structure.
        bodies: Vec<BodyId>,
    },
}

impl VerbCommand {
    pub(super) fn label(&self, project: &Project) -> String {
        match self {
            Self::Rename { to, body, .. } => format!("Rename {}", body_label(project, to, body)),
            Self::Merge {
                to, bodies, name, ..
            } => format!(
                "Merge {} into {}",
                bodies_label(project, to, bodies),
                short(name.trim())
            ),
            Self::Split { to, body, .. } => format!("Split {}", body_label(project, to, body)),
            Self::End { to, body, .. } => format!("End {}", body_label(project, to, body)),
            Self::Replace { to, body, name, .. } => format!(
                "Replace {} by {}",
                body_label(project, to, body),
                short(name.trim())
            ),
            Self::State { to, body, fate, .. } => {
                let body = body_label(project, to, body);
                match fate {
                    Some(Fate::UnderReview) => format!("Put {body} under review"),
                    Some(fate) => format!("Call {body} {}", fate.label().to_lowercase()),
                    None => format!("Clear the stated fate of {body}"),
                }
            }
            Self::Create { body, .. } => format!("Create {}", short(body.name.trim())),
            Self::Retain { from, bodies, .. } => {
                format!("Retain {}", bodies_label(project, from, bodies))
            }
        }
    }

    pub(super) fn draft(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        let (from, to) = self.structures();
        let earlier = draft.structure(from)?.label();
        draft.structure(to)?;
        if from == to {
            return Err(Refusal::SameStructure(earlier));
        }
        match self {
            Self::Rename { body, name, .. } => rename(draft, from, to, body, name),
            Self::Merge { bodies, name, .. } => merge(draft, from, to, bodies, name),
            Self::Split { body, names, .. } => split(draft, from, to, body, names),
            Self::End { body, reason, .. } => end(draft, from, to, body, reason.as_deref()),
            Self::Replace { body, name, .. } => replace(draft, from, to, body, name),
            Self::State { body, fate, .. } => {
                let at = needed_row(draft, from, to, body)?;
                edit_row(draft, at, |row| row.fate = fate.map(Word::Known))
            }
            Self::Create { body, .. } => {
                let id = add_body(draft, body)?;
                let mut row = LineageRow::new(from.clone(), to.clone());
                row.to.push(id);
                draft.put(usize::MAX, row)
            }
            Self::Retain { bodies, .. } => bodies
                .iter()
                .try_for_each(|body| retain(draft, from, to, body)),
        }
    }

    fn structures(&self) -> (&StructureId, &StructureId) {
        match self {
            Self::Rename { from, to, .. }
            | Self::Merge { from, to, .. }
            | Self::Split { from, to, .. }
            | Self::End { from, to, .. }
            | Self::Replace { from, to, .. }
            | Self::State { from, to, .. }
            | Self::Retain { from, to, .. } => (from, to),
            Self::Create { from, body } => (from, &body.structure),
        }
    }
}
