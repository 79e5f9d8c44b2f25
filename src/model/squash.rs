//! Many small edits of one gesture as few: typing a name is one replacement of one record.

use super::{Change, RecordEdit, Slot};

impl Change {
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
            (Self::Grid(s, a), Self::Grid(t, b)) if s == t => {
                a.then(b).map(|slot| Self::Grid(s.clone(), slot))
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
            Self::Grid(_, slot) => slot.before == slot.after,
            Self::Lineage(slot) => slot.before == slot.after,
            Self::Step(slot) => slot.before == slot.after,
            Self::Question(slot) => slot.before == slot.after,
            Self::Rule(slot) => slot.before == slot.after,
        }
    }
}
