//! Which records a change has put in: a window selects what was just made.

use super::{BodyId, Change, LinkId, RecordEdit, Slot, StructureId};

/// Ids of records that a change puts in.
#[derive(Debug, Default)]
pub(super) struct Added {
    pub(super) structures: Vec<StructureId>,
    pub(super) bodies: Vec<(StructureId, BodyId)>,
    pub(super) links: Vec<(StructureId, LinkId)>,
}

fn note<T, I: PartialEq>(ids: &mut Vec<I>, slot: &Slot<T>, id: impl Fn(&T) -> I) {
    if let (None, Some(after)) = (&slot.before, &slot.after) {
        let id = id(after);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
}

impl<T> Slot<T> {
    fn removes(&self, is: impl Fn(&T) -> bool) -> bool {
        self.after.is_none() && self.before.as_ref().is_some_and(is)
    }
}

impl Change {
    /// What is there after the change and was not before. What only changed its place in a
    /// list is not new.
    pub(super) fn added(&self) -> Added {
        let mut added = Added::default();
        for edit in &self.edits {
            match edit {
                RecordEdit::Structure(slot) => {
                    note(&mut added.structures, slot, |s| s.id().clone());
                }
                RecordEdit::Body(structure, slot) => {
                    note(&mut added.bodies, slot, |b| {
                        (structure.clone(), b.id.clone())
                    });
                }
                RecordEdit::Link(structure, slot) => {
                    note(&mut added.links, slot, |l| {
                        (structure.clone(), l.id.clone())
                    });
                }
                _ => {}
            }
        }
        let gone = |wanted: &dyn Fn(&RecordEdit) -> bool| self.edits.iter().any(wanted);
        added.structures.retain(|id| {
            !gone(&|edit| match edit {
                RecordEdit::Structure(slot) => slot.removes(|s| s.id() == id),
                _ => false,
            })
        });
        added.bodies.retain(|(structure, id)| {
            !gone(&|edit| match edit {
                RecordEdit::Body(s, slot) => s == structure && slot.removes(|b| &b.id == id),
                _ => false,
            })
        });
        added.links.retain(|(structure, id)| {
            !gone(&|edit| match edit {
                RecordEdit::Link(s, slot) => s == structure && slot.removes(|l| &l.id == id),
                _ => false,
            })
        });
        added
    }
}
