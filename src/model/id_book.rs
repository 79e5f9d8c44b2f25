//! The ids given so far, so that none is given twice within an open history.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    BodyId, Change, GridId, KindId, LinkId, LinkKindId, MAX_ID, Project, RecordEdit, StandardLink,
    Structure, StructureId, TierId, id_from_name,
};

/// Every id that a project has or had while it was open.
///
/// A body that was removed leaves its id here: undo brings it back, so nobody else may have it.
#[derive(Clone, Debug, Default)]
pub struct IdBook {
    structures: BTreeSet<StructureId>,
    bodies: BTreeMap<StructureId, BTreeSet<BodyId>>,
    links: BTreeMap<StructureId, BTreeSet<LinkId>>,
    grids: BTreeMap<StructureId, BTreeSet<GridId>>,
    kinds: BTreeSet<KindId>,
    link_kinds: BTreeSet<LinkKindId>,
    tiers: BTreeSet<TierId>,
}

impl IdBook {
    /// The ids of a project, those that lineage names included.
    #[must_use]
    pub fn of(project: &Project) -> Self {
        let mut book = Self::default();
        for structure in &project.structures {
            book.learn_structure(structure);
        }
        book.kinds
            .extend(project.body_kinds.iter().map(|k| k.id.clone()));
        book.link_kinds
            .extend(project.link_kinds.iter().map(|k| k.id.clone()));
        book.tiers
            .extend(project.tiers.iter().map(|t| t.id.clone()));
        for row in &project.lineage {
            // A row may name a body that is not there; a new body must not slip into it.
            for (structure, ids) in [
                (&row.from_structure, &row.from),
                (&row.to_structure, &row.to),
            ] {
                book.structures.insert(structure.clone());
                book.bodies
                    .entry(structure.clone())
                    .or_default()
                    .extend(ids.iter().cloned());
            }
        }
        book
    }

    /// Takes note of every id that a change puts in.
    pub fn learn(&mut self, change: &Change) {
        for edit in &change.edits {
            self.learn_edit(edit);
        }
    }

    pub(super) fn learn_edit(&mut self, edit: &RecordEdit) {
        match edit {
            RecordEdit::Structure(slot) => {
                if let Some(after) = &slot.after {
                    self.learn_structure(after);
                }
            }
            RecordEdit::Body(structure, slot) => {
                if let Some(after) = &slot.after {
                    let ids = self.bodies.entry(structure.clone()).or_default();
                    ids.insert(after.id.clone());
                }
            }
            RecordEdit::Link(structure, slot) => {
                if let Some(after) = &slot.after {
                    let ids = self.links.entry(structure.clone()).or_default();
                    ids.insert(after.id.clone());
                }
            }
            RecordEdit::Grid(structure, slot) => {
                if let Some(after) = &slot.after {
                    let ids = self.grids.entry(structure.clone()).or_default();
                    ids.insert(after.id.clone());
                }
            }
            RecordEdit::BodyKind(slot) => {
                self.kinds.extend(slot.after.as_ref().map(|k| k.id.clone()));
            }
            RecordEdit::LinkKind(slot) => {
                self.link_kinds
                    .extend(slot.after.as_ref().map(|k| k.id.clone()));
            }
            RecordEdit::Tier(slot) => {
                self.tiers.extend(slot.after.as_ref().map(|t| t.id.clone()));
            }
            RecordEdit::Head { .. }
            | RecordEdit::StructureHead { .. }
            | RecordEdit::Lineage(_)
            | RecordEdit::Step(_)
            | RecordEdit::Question(_)
            | RecordEdit::Rule(_) => {}
        }
    }

    fn learn_structure(&mut self, structure: &Structure) {
        let id = structure.id();
        self.structures.insert(id.clone());
        self.bodies
            .entry(id.clone())
            .or_default()
            .extend(structure.bodies.iter().map(|b| b.id.clone()));
        self.links
            .entry(id.clone())
            .or_default()
            .extend(structure.links.iter().map(|l| l.id.clone()));
        self.grids
            .entry(id.clone())
            .or_default()
            .extend(structure.grids.iter().map(|g| g.id.clone()));
    }

    fn has_body(&self, structure: &StructureId, id: &str) -> bool {
        self.bodies
            .get(structure)
            .is_some_and(|ids| ids.contains(id))
    }

    fn has_grid(&self, structure: &StructureId, id: &str) -> bool {
        self.grids
            .get(structure)
            .is_some_and(|ids| ids.contains(id))
    }

    fn has_link(&self, structure: &StructureId, id: &str) -> bool {
        self.links
            .get(structure)
            .is_some_and(|ids| ids.contains(id))
    }
}

/// Two books read as one: what the history knows, and what a command has given so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Books<'a>(pub(super) &'a IdBook, pub(super) &'a IdBook);

impl Books<'_> {
    fn any(self, has: impl Fn(&IdBook) -> bool) -> bool {
        has(self.0) || has(self.1)
    }

    pub(super) fn structure(self, title: &str) -> StructureId {
        let base = id_from_name(title, "structure");
        StructureId::new(&free(&base, '-', |id| {
            self.any(|book| book.structures.contains(id))
        }))
    }

    pub(super) fn body(self, structure: &StructureId, name: &str) -> BodyId {
        let base = id_from_name(name, "body");
        BodyId::new(&free(&base, '-', |id| {
            self.any(|book| book.has_body(structure, id))
        }))
    }

    pub(super) fn grid(self, structure: &StructureId, title: &str) -> GridId {
        let base = id_from_name(title, "grid");
        GridId::new(&free(&base, '-', |id| {
            self.any(|book| book.has_grid(structure, id))
        }))
    }

    /// `from.kind.to`; a second one gets `.2`.
    pub(super) fn link(
        self,
        structure: &StructureId,
        from: &BodyId,
        kind: &LinkKindId,
        to: &BodyId,
    ) -> LinkId {
        let base = format!("{from}.{kind}.{to}");
        LinkId::new(&free(&base, '.', |id| {
            self.any(|book| book.has_link(structure, id))
        }))
    }

    pub(super) fn kind(self, name: &str) -> KindId {
        let base = id_from_name(name, "kind");
        KindId::new(&free(&base, '-', |id| {
            self.any(|book| book.kinds.contains(id))
        }))
    }

    /// Never one of the five standard ids: those are not the project's own.
    pub(super) fn link_kind(self, name: &str) -> LinkKindId {
        let base = id_from_name(name, "link");
        LinkKindId::new(&free(&base, '-', |id| {
            StandardLink::parse(id).is_some() || self.any(|book| book.link_kinds.contains(id))
        }))
    }

    pub(super) fn tier(self, name: &str) -> TierId {
        let base = id_from_name(name, "tier");
        TierId::new(&free(&base, '-', |id| {
            self.any(|book| book.tiers.contains(id))
        }))
    }
}

/// The first of `base`, `base-2`, `base-3`… that is not taken, never longer than an id may be.
fn free(base: &str, join: char, taken: impl Fn(&str) -> bool) -> String {
    let cut = |room: usize| base.chars().take(room).collect::<String>();
    let mut id = cut(MAX_ID);
    let mut number = 2_u64;
    while taken(&id) {
        let tail = format!("{join}{number}");
        id = cut(MAX_ID.saturating_sub(tail.len())) + &tail;
        number += 1;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::is_id;

    #[test]
    fn a_taken_id_gets_a_number_and_stays_within_its_length() {
        let long = "x".repeat(200);
        let taken = |id: &str| id == "forum" || id == "forum-2" || id == &long[..128];
        assert_eq!(free("forum", '-', taken), "forum-3");
        let id = free(&long, '.', taken);
        assert!(is_id(&id) && id.ends_with("x.2"), "{id}");
    }
}
