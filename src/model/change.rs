//! What a command does to the records: each before and after, in order.

use super::{
    Body, BodyKind, Grid, Head, LineageRow, Link, LinkKind, Project, Question, Rule, Step,
    Structure, StructureHead, StructureId, Tier,
};

/// A reversible change of records.
///
/// Edits are applied in order; the inverse is every edit turned round, in reverse order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// The edits, in order.
    pub edits: Vec<RecordEdit>,
}

/// One record of a list: put in, taken out, or replaced at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot<T> {
    /// Place in the list.
    pub at: usize,
    /// The record before; `None` when it is put in.
    pub before: Option<T>,
    /// The record after; `None` when it is taken out.
    pub after: Option<T>,
}

/// One edit of one record.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    missing_docs,
    reason = "each variant is named after the record it edits"
)]
pub enum RecordEdit {
    Head {
        before: Box<Head>,
        after: Box<Head>,
    },
    StructureHead {
        structure: StructureId,
        before: Box<StructureHead>,
        after: Box<StructureHead>,
    },
    BodyKind(Slot<BodyKind>),
    LinkKind(Slot<LinkKind>),
    Tier(Slot<Tier>),
    Structure(Slot<Box<Structure>>),
    Body(StructureId, Slot<Box<Body>>),
    Link(StructureId, Slot<Box<Link>>),
    Grid(StructureId, Slot<Box<Grid>>),
    Lineage(Slot<Box<LineageRow>>),
    Step(Slot<Step>),
    Question(Slot<Question>),
    Rule(Slot<Rule>),
}

/// A change that does not fit the project: a record is not what the change says it was.
///
/// It cannot happen to changes made from the same project; it guards a mixed-up history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The project is not in the state that this change starts from.")]
pub struct Mismatch;

impl Change {
    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            edits: self.edits.iter().rev().map(RecordEdit::inverse).collect(),
        }
    }

    /// Adds the edits of a later change: one gesture, one step.
    pub fn append(&mut self, later: Self) {
        self.edits.extend(later.edits);
    }

    /// Applies the change.
    ///
    /// # Errors
    /// [`Mismatch`] when a record is not as expected; the project is then unchanged.
    pub fn apply(&self, project: &mut Project) -> Result<(), Mismatch> {
        for (done, edit) in self.edits.iter().enumerate() {
            if edit.apply(project).is_err() {
                for edit in self.edits.iter().take(done).rev() {
                    edit.inverse().apply(project)?;
                }
                return Err(Mismatch);
            }
        }
        Ok(())
    }
}

impl<T: Clone> Slot<T> {
    fn inverse(&self) -> Self {
        Self {
            at: self.at,
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

impl<T> Slot<T> {
    fn apply<R>(&self, list: &mut Vec<R>) -> Result<(), Mismatch>
    where
        T: Clone + Record<R>,
    {
        match (&self.before, &self.after) {
            (None, None) => Ok(()),
            (None, Some(after)) => {
                if self.at > list.len() {
                    return Err(Mismatch);
                }
                list.insert(self.at, after.clone().unwrap_record());
                Ok(())
            }
            (Some(before), after) => {
                let Some(here) = list.get_mut(self.at) else {
                    return Err(Mismatch);
                };
                if !before.is(here) {
                    return Err(Mismatch);
                }
                match after {
                    Some(after) => *here = after.clone().unwrap_record(),
                    None => {
                        list.remove(self.at);
                    }
                }
                Ok(())
            }
        }
    }
}

/// A record as a change holds it: itself, or boxed when it is large.
trait Record<R> {
    fn unwrap_record(self) -> R;
    fn is(&self, other: &R) -> bool;
}

impl<R: PartialEq> Record<R> for Box<R> {
    fn unwrap_record(self) -> R {
        *self
    }
    fn is(&self, other: &R) -> bool {
        **self == *other
    }
}

macro_rules! plain_records {
    ($($name:ty),*) => {$(
        impl Record<$name> for $name {
            fn unwrap_record(self) -> $name {
                self
            }
            fn is(&self, other: &$name) -> bool {
                self == other
            }
        }
    )*};
}
plain_records!(BodyKind, LinkKind, Tier, Step, Question, Rule);

impl RecordEdit {
    fn inverse(&self) -> Self {
        match self {
            Self::Head { before, after } => Self::Head {
                before: after.clone(),
                after: before.clone(),
            },
            Self::StructureHead {
                structure: _,
                before,
                after,
            } => Self::StructureHead {
                structure: after.id.clone(),
                before: after.clone(),
                after: before.clone(),
            },
            Self::BodyKind(slot) => Self::BodyKind(slot.inverse()),
            Self::LinkKind(slot) => Self::LinkKind(slot.inverse()),
            Self::Tier(slot) => Self::Tier(slot.inverse()),
            Self::Structure(slot) => Self::Structure(slot.inverse()),
            Self::Body(id, slot) => Self::Body(id.clone(), slot.inverse()),
            Self::Link(id, slot) => Self::Link(id.clone(), slot.inverse()),
            Self::Grid(id, slot) => Self::Grid(id.clone(), slot.inverse()),
            Self::Lineage(slot) => Self::Lineage(slot.inverse()),
            Self::Step(slot) => Self::Step(slot.inverse()),
            Self::Question(slot) => Self::Question(slot.inverse()),
            Self::Rule(slot) => Self::Rule(slot.inverse()),
        }
    }

    /// Applies one edit; refused when the record is not as it was.
    pub(super) fn apply(&self, project: &mut Project) -> Result<(), Mismatch> {
        let structure_mut = |project: &mut Project, id: &StructureId| {
            project
                .structures
                .iter()
                .position(|s| s.id() == id)
                .ok_or(Mismatch)
        };
        match self {
            Self::Head { before, after } => {
                if project.head != **before {
                    return Err(Mismatch);
                }
                project.head = (**after).clone();
                Ok(())
            }
            Self::StructureHead {
                structure,
                before,
                after,
            } => {
                let at = structure_mut(project, structure)?;
                let found = project.structures.get_mut(at).ok_or(Mismatch)?;
                if found.head != **before {
                    return Err(Mismatch);
                }
                found.head = (**after).clone();
                Ok(())
            }
            Self::BodyKind(slot) => slot.apply(&mut project.body_kinds),
            Self::LinkKind(slot) => slot.apply(&mut project.link_kinds),
            Self::Tier(slot) => slot.apply(&mut project.tiers),
            Self::Structure(slot) => slot.apply(&mut project.structures),
            Self::Body(id, slot) => {
                let at = structure_mut(project, id)?;
                slot.apply(&mut project.structures.get_mut(at).ok_or(Mismatch)?.bodies)
            }
            Self::Link(id, slot) => {
                let at = structure_mut(project, id)?;
                slot.apply(&mut project.structures.get_mut(at).ok_or(Mismatch)?.links)
            }
            Self::Grid(id, slot) => {
                let at = structure_mut(project, id)?;
                slot.apply(&mut project.structures.get_mut(at).ok_or(Mismatch)?.grids)
            }
            Self::Lineage(slot) => slot.apply(&mut project.lineage),
            Self::Step(slot) => slot.apply(&mut project.steps),
            Self::Question(slot) => slot.apply(&mut project.questions),
            Self::Rule(slot) => slot.apply(&mut project.rules),
        }
    }
}
