//! What there is between two steps: bodies and links of today that are still there, and those of tomorrow
//! that have come. A slide of one change draws these, so that no other change seems done or undone.

use std::collections::{BTreeMap, BTreeSet};

use super::track::{SETTLE, span};
use super::{Morph, Side};
use crate::compare::Comparison;
use crate::model::{BodyId, LinkId, Structure};
use crate::scene::Role;

/// A body of either structure: the same id may stand for another body in the other one.
pub(super) type Key = (Side, BodyId);

/// What there is after some steps.
#[derive(Clone, Debug, Default)]
pub(super) struct Moment {
    pub(super) bodies: BTreeSet<Key>,
    pub(super) links: BTreeSet<(Side, LinkId)>,
}

impl Morph {
    /// What there is after so many steps, when the last one is told no more: who ended in it has gone.
    pub(super) fn settled(&self, steps: usize) -> Moment {
        let (_, place) = span(steps + 1, SETTLE);
        let [earlier, later] = self.sides();
        let mut out = Moment::default();
        for pose in self.after(place) {
            let page = match pose.side {
                Side::Earlier => earlier,
                Side::Later => later,
            };
            if pose.opacity < 0.5 {
                continue;
            }
            match page.groups.get(pose.group).map(|group| &group.role) {
                Some(Role::Body(role)) => {
                    out.bodies.insert((pose.side, role.body.clone()));
                }
                Some(Role::Link(role)) => {
                    out.links.insert((pose.side, role.link.clone()));
                }
                _ => {}
            }
        }
        out
    }

    /// Adds the links that are not drawn, such as folded permissions, so that they can be counted.
    pub(super) fn with_undrawn(&self, mut moment: Moment, sides: [&Structure; 2]) -> Moment {
        let drawn = self.sides().each_ref().map(|page| {
            let groups = page.groups.iter();
            let links = groups.filter_map(|group| match &group.role {
                Role::Link(role) => Some(&role.link),
                _ => None,
            });
            links.collect::<BTreeSet<_>>()
        });
        for ((side, structure), drawn) in Side::each(sides).zip(drawn) {
            let there = |body: &BodyId| moment.bodies.contains(&(side, body.clone()));
            let links = structure
                .links
                .iter()
                .filter(|link| !drawn.contains(&link.id) && there(&link.from) && there(&link.to));
            let links = links.map(|link| (side, link.id.clone()));
            moment.links.extend(links.collect::<Vec<_>>());
        }
        moment
    }
}

impl Side {
    /// Something of both structures, each with its side.
    pub(super) fn each<T>(of: [T; 2]) -> impl Iterator<Item = (Self, T)> {
        [Self::Earlier, Self::Later].into_iter().zip(of)
    }
}

/// Who came before and who comes after a body, by the rows.
#[derive(Debug, Default)]
pub(super) struct Kin(BTreeMap<Key, Vec<Key>>);

impl Kin {
    pub(super) fn new(comparison: &Comparison) -> Self {
        let mut kin: BTreeMap<Key, Vec<Key>> = BTreeMap::new();
        for row in &comparison.rows {
            for from in &row.from {
                for to in &row.to {
                    let (from, to) = ((Side::Earlier, from.clone()), (Side::Later, to.clone()));
                    kin.entry(from.clone()).or_default().push(to.clone());
                    kin.entry(to).or_default().push(from);
                }
            }
        }
        Self(kin)
    }

    pub(super) fn of(&self, key: &Key) -> &[Key] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }

    /// The body as it is at a moment: itself, else its successor or predecessor, the namesake first.
    pub(super) fn then(&self, key: &Key, moment: &Moment) -> Option<Key> {
        if moment.bodies.contains(key) {
            return Some(key.clone());
        }
        let there = |other: &&Key| moment.bodies.contains(*other);
        let others = || self.of(key).iter().filter(there);
        let namesake = others().find(|(_, id)| *id == key.1);
        namesake.or_else(|| others().next()).cloned()
    }
}
