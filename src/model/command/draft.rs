//! A working copy on which a command acts; what it does is written down as a change.

use super::Refusal;
use crate::model::id_book::Books;
use crate::model::{
    Body, BodyId, BodyKind, Change, Grid, IdBook, LineageRow, Link, LinkId, LinkKind, Project,
    Question, RecordEdit, Rule, Slot, Step, Structure, StructureId, Tier,
};

/// The project as the command has left it so far, and the edits that led there.
///
/// Later commands of one gesture see the effect of earlier ones.
pub(super) struct Draft<'a> {
    project: Project,
    ids: &'a IdBook,
    given: IdBook,
    change: Change,
}

impl<'a> Draft<'a> {
    pub(super) fn new(project: &Project, ids: &'a IdBook) -> Self {
        Self {
            project: project.clone(),
            ids,
            given: IdBook::default(),
            change: Change::default(),
        }
    }

    pub(super) fn finish(self) -> Change {
        self.change
    }

    pub(super) fn project(&self) -> &Project {
        &self.project
    }

    /// Makers of ids that were never given before.
    pub(super) fn fresh(&self) -> Books<'_> {
        Books(self.ids, &self.given)
    }

    pub(super) fn record(&mut self, edit: RecordEdit) -> Result<(), Refusal> {
        edit.apply(&mut self.project)?;
        self.given.learn_edit(&edit);
        self.change.edits.push(edit);
        Ok(())
    }

    pub(super) fn structure(&self, id: &StructureId) -> Result<&Structure, Refusal> {
        self.project
            .structure(id)
            .ok_or_else(|| Refusal::NoStructure(id.to_string()))
    }

    pub(super) fn body(&self, structure: &StructureId, id: &BodyId) -> Result<&Body, Refusal> {
        let structure = self.structure(structure)?;
        structure.body(id).ok_or_else(|| Refusal::NoBody {
            body: id.to_string(),
            structure: structure.label(),
        })
    }

    pub(super) fn body_at(&self, structure: &StructureId, id: &BodyId) -> Result<usize, Refusal> {
        let structure = self.structure(structure)?;
        let at = structure.bodies.iter().position(|b| &b.id == id);
        at.ok_or_else(|| Refusal::NoBody {
            body: id.to_string(),
            structure: structure.label(),
        })
    }

    pub(super) fn link(&self, structure: &StructureId, id: &LinkId) -> Result<&Link, Refusal> {
        let structure = self.structure(structure)?;
        structure.link(id).ok_or(Refusal::Gone("link"))
    }

    pub(super) fn link_at(&self, structure: &StructureId, id: &LinkId) -> Result<usize, Refusal> {
        let structure = self.structure(structure)?;
        let at = structure.links.iter().position(|l| &l.id == id);
        at.ok_or(Refusal::Gone("link"))
    }

    /// Whether any structure has a body with this id.
    pub(super) fn anywhere(&self, id: &BodyId) -> bool {
        self.project.structures.iter().any(|s| s.body(id).is_some())
    }

    /// Puts a record into a list of the project; beyond the end means at the end.
    pub(super) fn put<T: Listed>(&mut self, at: usize, record: T) -> Result<(), Refusal> {
        let at = at.min(T::list(&self.project).len());
        self.record(T::edit(Slot {
            at,
            before: None,
            after: Some(record),
        }))
    }

    /// Replaces a record of a list; nothing is written down when it is the same.
    pub(super) fn set<T: Listed>(&mut self, at: usize, record: T) -> Result<(), Refusal> {
        let before = self.listed::<T>(at)?.clone();
        if before == record {
            return Ok(());
        }
        self.record(T::edit(Slot {
            at,
            before: Some(before),
            after: Some(record),
        }))
    }

    /// Takes a record out of a list.
    pub(super) fn take<T: Listed>(&mut self, at: usize) -> Result<T, Refusal> {
        let before = self.listed::<T>(at)?.clone();
        self.record(T::edit(Slot {
            at,
            before: Some(before.clone()),
            after: None,
        }))?;
        Ok(before)
    }

    /// Moves a record of a list to another place; beyond the end means to the end.
    pub(super) fn shift<T: Listed>(&mut self, at: usize, to: usize) -> Result<(), Refusal> {
        self.listed::<T>(at)?;
        let to = to.min(T::list(&self.project).len().saturating_sub(1));
        if at == to {
            return Ok(());
        }
        let record = self.take::<T>(at)?;
        self.put(to, record)
    }

    pub(super) fn listed<T: Listed>(&self, at: usize) -> Result<&T, Refusal> {
        let list = T::list(&self.project);
        list.get(at).ok_or(Refusal::Gone(T::WHAT))
    }

    /// Puts a body or link into a structure; beyond the end means at the end.
    pub(super) fn put_in<T: InStructure>(
        &mut self,
        structure: &StructureId,
        at: usize,
        record: T,
    ) -> Result<(), Refusal> {
        let at = at.min(T::list(self.structure(structure)?).len());
        self.record(T::edit(
            structure.clone(),
            Slot {
                at,
                before: None,
                after: Some(Box::new(record)),
            },
        ))
    }

    /// Replaces a body or link; nothing is written down when it is the same.
    pub(super) fn set_in<T: InStructure>(
        &mut self,
        structure: &StructureId,
        at: usize,
        record: T,
    ) -> Result<(), Refusal> {
        let list = T::list(self.structure(structure)?);
        let before = list.get(at).ok_or(Refusal::Gone(T::WHAT))?.clone();
        if before == record {
            return Ok(());
        }
        self.record(T::edit(
            structure.clone(),
            Slot {
                at,
                before: Some(Box::new(before)),
                after: Some(Box::new(record)),
            },
        ))
    }

    /// Takes a body or link out of a structure; what hangs on it is the caller's to clear.
    pub(super) fn take_from<T: InStructure>(
        &mut self,
        structure: &StructureId,
        at: usize,
    ) -> Result<T, Refusal> {
        let list = T::list(self.structure(structure)?);
        let before = list.get(at).ok_or(Refusal::Gone(T::WHAT))?.clone();
        self.record(T::edit(
            structure.clone(),
            Slot {
                at,
                before: Some(Box::new(before.clone())),
                after: None,
            },
        ))?;
        Ok(before)
    }

    /// Changes one body by its id.
    pub(super) fn edit_body(
        &mut self,
        structure: &StructureId,
        id: &BodyId,
        edit: impl FnOnce(&mut Body),
    ) -> Result<(), Refusal> {
        let at = self.body_at(structure, id)?;
        let there = self.structure(structure)?.bodies.get(at);
        let mut body = there.ok_or(Refusal::Gone("body"))?.clone();
        edit(&mut body);
        self.set_in(structure, at, body)
    }
}

/// Records of the project's own lists.
pub(super) trait Listed: Clone + PartialEq {
    /// What a refusal calls it.
    const WHAT: &'static str;
    fn list(project: &Project) -> &[Self];
    fn edit(slot: Slot<Self>) -> RecordEdit;
}

/// Records of a structure's lists.
pub(super) trait InStructure: Clone + PartialEq {
    /// What a refusal calls it.
    const WHAT: &'static str;
    fn list(structure: &Structure) -> &[Self];
    fn edit(structure: StructureId, slot: Slot<Box<Self>>) -> RecordEdit;
}

fn boxed<T>(slot: Slot<T>) -> Slot<Box<T>> {
    Slot {
        at: slot.at,
        before: slot.before.map(Box::new),
        after: slot.after.map(Box::new),
    }
}

macro_rules! listed {
    ($($record:ident in $list:ident, $what:literal, $edit:expr;)*) => {$(
        impl Listed for $record {
            const WHAT: &'static str = $what;
            fn list(project: &Project) -> &[Self] {
                &project.$list
            }
            fn edit(slot: Slot<Self>) -> RecordEdit {
                $edit(slot)
            }
        }
    )*};
}

listed! {
    BodyKind in body_kinds, "kind of body", RecordEdit::BodyKind;
    LinkKind in link_kinds, "kind of link", RecordEdit::LinkKind;
    Tier in tiers, "tier", RecordEdit::Tier;
    Structure in structures, "structure", |slot| RecordEdit::Structure(boxed(slot));
    LineageRow in lineage, "row of lineage", |slot| RecordEdit::Lineage(boxed(slot));
    Step in steps, "step", RecordEdit::Step;
    Question in questions, "question", RecordEdit::Question;
    Rule in rules, "rule", RecordEdit::Rule;
}

macro_rules! in_structure {
    ($($record:ident in $list:ident, $what:literal, $edit:expr;)*) => {$(
        impl InStructure for $record {
            const WHAT: &'static str = $what;
            fn list(structure: &Structure) -> &[Self] {
                &structure.$list
            }
            fn edit(structure: StructureId, slot: Slot<Box<Self>>) -> RecordEdit {
                $edit(structure, slot)
            }
        }
    )*};
}

in_structure! {
    Body in bodies, "body", RecordEdit::Body;
    Link in links, "link", RecordEdit::Link;
    Grid in grids, "grid", RecordEdit::Grid;
}
