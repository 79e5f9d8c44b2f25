//! What a command does to the records: each before and after, in order.

use super::{
    Body, BodyId, BodyKind, Head, LineageRow, Link, LinkId, LinkKind, Project, Question, Rule,
    Step, Structure, StructureHead, StructureId, Tier,
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

    /// Joins an edit to the one before when both replace the same record; drops what came
    /// back to where it began.
    pub(super) fn squash(&mut self) {
        let mut out: Vec<RecordEdit> = Vec::with_capacity(self.edits.len());
        for edit in self.edits.drain(..) {
            let joined = out.last().and_then(|last| last.then(&edit));
            match joined {
                Some(joined) => {
                    out.pop();
                    if !joined.changes_nothing() {
                        out.push(joined);
                    }
                }
                None => out.push(edit),
            }
        }
        self.edits = out;
    }

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

impl<T: Clone + PartialEq> Slot<T> {
    /// Two replacements of one record as one.
    fn then(&self, later: &Self) -> Option<Self> {
        let (Some(_), Some(middle)) = (&self.before, &self.after) else {
            return None;
        };
        let follows = self.at == later.at && later.before.as_ref() == Some(middle);
        (follows && later.after.is_some()).then(|| Self {
            at: self.at,
            before: self.before.clone(),
            after: later.after.clone(),
        })
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
    /// This edit and a later one of the same record as one, if both replace it.
    fn then(&self, later: &Self) -> Option<Self> {
        match (self, later) {
            (Self::Head { before, .. }, Self::Head { after, .. }) => Some(Self::Head {
                before: before.clone(),
                after: after.clone(),
            }),
            (
                Self::StructureHead {
                    structure, before, ..
                },
                Self::StructureHead {
                    structure: same,
                    after,
                    ..
                },
            ) if structure == same => Some(Self::StructureHead {
                structure: structure.clone(),
                before: before.clone(),
                after: after.clone(),
            }),
            (Self::BodyKind(a), Self::BodyKind(b)) => a.then(b).map(Self::BodyKind),
            (Self::LinkKind(a), Self::LinkKind(b)) => a.then(b).map(Self::LinkKind),
            (Self::Tier(a), Self::Tier(b)) => a.then(b).map(Self::Tier),
            (Self::Body(s, a), Self::Body(t, b)) if s == t => {
                a.then(b).map(|slot| Self::Body(s.clone(), slot))
            }
            (Self::Link(s, a), Self::Link(t, b)) if s == t => {
                a.then(b).map(|slot| Self::Link(s.clone(), slot))
            }
            (Self::Lineage(a), Self::Lineage(b)) => a.then(b).map(Self::Lineage),
            (Self::Step(a), Self::Step(b)) => a.then(b).map(Self::Step),
            (Self::Question(a), Self::Question(b)) => a.then(b).map(Self::Question),
            (Self::Rule(a), Self::Rule(b)) => a.then(b).map(Self::Rule),
            _ => None,
        }
    }

    fn changes_nothing(&self) -> bool {
        match self {
            Self::Head { before, after } => before == after,
            Self::StructureHead { before, after, .. } => before == after,
            Self::BodyKind(slot) => slot.before == slot.after,
            Self::LinkKind(slot) => slot.before == slot.after,
            Self::Tier(slot) => slot.before == slot.after,
            Self::Structure(slot) => slot.before == slot.after,
            Self::Body(_, slot) => slot.before == slot.after,
            Self::Link(_, slot) => slot.before == slot.after,
            Self::Lineage(slot) => slot.before == slot.after,
            Self::Step(slot) => slot.before == slot.after,
            Self::Question(slot) => slot.before == slot.after,
            Self::Rule(slot) => slot.before == slot.after,
        }
    }

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
            Self::Lineage(slot) => slot.apply(&mut project.lineage),
            Self::Step(slot) => slot.apply(&mut project.steps),
            Self::Question(slot) => slot.apply(&mut project.questions),
            Self::Rule(slot) => slot.apply(&mut project.rules),
        }
    }
}
