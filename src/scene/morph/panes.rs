//! Both halves of the picture of one change: which bodies are shown before and after it, and by which lines
//! they are joined then.

use std::collections::BTreeSet;

use super::moment::{Key, Kin, Moment};
use super::{Morph, Side, Step};
use crate::compare::{LinkChanges, Row};
use crate::model::{BodyId, Link, LinkId, Structure};

/// Before the change, and after it.
pub(super) type Halves = [Pane; 2];

/// One half of the picture.
pub(super) struct Pane {
    pub(super) side: Side,
    /// Everything there is.
    pub(super) moment: Moment,
    lines: Vec<Line>,
    /// The bodies that the change is about.
    touched: BTreeSet<Key>,
    /// The bodies that are shown.
    pub(super) kept: BTreeSet<Key>,
}

/// A link at a moment, its ends as they are then.
pub(super) struct Line {
    pub(super) side: Side,
    pub(super) link: Link,
    pub(super) from: Key,
    pub(super) to: Key,
    /// Whether the change tells of it.
    told: bool,
}

impl Line {
    fn near(&self, bodies: &BTreeSet<Key>) -> bool {
        bodies.contains(&self.from) || bodies.contains(&self.to)
    }

    fn within(&self, bodies: &BTreeSet<Key>) -> bool {
        bodies.contains(&self.from) && bodies.contains(&self.to)
    }
}

/// What is shown of a step: the bodies that it is about, and whoever belongs to them.
pub(super) fn halves(
    (way, n): (&Morph, usize),
    (step, row): (&Step, Option<&Row>),
    (kin, links): (&Kin, &LinkChanges),
    structures: [&Structure; 2],
) -> Halves {
    let told = Told::of(step, links);
    let pane = |side: Side| {
        let earlier = side == Side::Earlier;
        let steps = if earlier { n.saturating_sub(1) } else { n };
        let own = step.bodies.iter().filter(|(of, _)| *of == side);
        let touched: BTreeSet<Key> = own.cloned().collect();
        let mut moment = way.with_undrawn(way.settled(steps), structures);
        moment.bodies.extend(touched.clone());
        // What a card says of its reporting line has to be there to be named.
        let moved = row.and_then(|row| row.moved.as_ref());
        let parents = moved.map(|moved| if earlier { &moved.from } else { &moved.to });
        for parent in parents.into_iter().flatten() {
            let key = (side, parent.clone());
            if kin.then(&key, &moment).is_none() {
                moment.bodies.insert(key);
            }
        }
        let lines = told.lines(side, &moment, kin, structures);
        let kept = near(&touched, &lines);
        Pane {
            side,
            moment,
            lines,
            touched,
            kept,
        }
    };
    let mut halves = [pane(Side::Earlier), pane(Side::Later)];
    complete(&mut halves, row);
    halves
}

/// These bodies, those directly over and under them, and the other ends of links that change with them.
fn near(touched: &BTreeSet<Key>, lines: &[Line]) -> BTreeSet<Key> {
    let near = lines
        .iter()
        .filter(|line| line.told || (line.link.hierarchy() && line.near(touched)));
    let ends = near.flat_map(|line| [line.from.clone(), line.to.clone()]);
    ends.chain(touched.iter().cloned()).collect()
}

/// The links of which a step tells.
struct Told {
    /// Of today, and of tomorrow.
    links: [BTreeSet<LinkId>; 2],
}

impl Told {
    fn of(step: &Step, changes: &LinkChanges) -> Self {
        let is_of = |side: Side, id: &BodyId| {
            let mut bodies = step.bodies.iter();
            bodies.any(|(of, body)| *of == side && body == id)
        };
        let either = |side, link: &Link| is_of(side, &link.from) || is_of(side, &link.to);
        // A reporting line that comes or goes is told of the body that reports.
        let own = |side, link: &Link| {
            is_of(side, &link.from) || (!link.hierarchy() && is_of(side, &link.to))
        };
        let mut links = [BTreeSet::new(), BTreeSet::new()];
        let [old, new] = &mut links;
        let gone = changes.removed.iter();
        old.extend(gone.filter(|l| own(Side::Earlier, l)).map(|l| l.id.clone()));
        let come = changes.added.iter();
        new.extend(come.filter(|l| own(Side::Later, l)).map(|l| l.id.clone()));
        for link in &changes.changed {
            if either(Side::Earlier, &link.was) || either(Side::Later, &link.now) {
                old.insert(link.was.id.clone());
                new.insert(link.now.id.clone());
            }
        }
        Self { links }
    }

    /// The links of a moment between bodies that there are. What the step tells of is there before it or
    /// after it, whichever step shows it in a film of all.
    fn lines(
        &self,
        half: Side,
        moment: &Moment,
        kin: &Kin,
        structures: [&Structure; 2],
    ) -> Vec<Line> {
        let mut out = Vec::new();
        for ((side, structure), told) in Side::each(structures).zip(&self.links) {
            for link in &structure.links {
                let told = told.contains(&link.id);
                let seen = moment.links.contains(&(side, link.id.clone()));
                if if told { side != half } else { !seen } {
                    continue;
                }
                let end = |id: &BodyId| kin.then(&(side, id.clone()), moment);
                if let (Some(from), Some(to)) = (end(&link.from), end(&link.to))
                    && from != to
                {
                    out.push(Line {
                        side,
                        link: link.clone(),
                        from,
                        to,
                        told,
                    });
                }
            }
        }
        out
    }
}

impl Pane {
    /// The lines that are drawn: reporting lines, and other links of the bodies that change.
    pub(super) fn drawn(&self) -> impl Iterator<Item = &Line> {
        let lines = self.lines.iter().filter(|line| line.within(&self.kept));
        lines.filter(|line| line.link.hierarchy() || line.near(&self.touched))
    }

    /// Parents of bodies that would seem to have no reporting line.
    fn parents(&self) -> Vec<Key> {
        let lines = || self.lines.iter().filter(|line| line.link.hierarchy());
        let held: BTreeSet<&Key> = lines()
            .filter(|line| line.within(&self.kept))
            .flat_map(|line| [&line.from, &line.to])
            .collect();
        let up = |line: &&Line| self.kept.contains(&line.from) && !held.contains(&line.from);
        lines().filter(up).map(|line| line.to.clone()).collect()
    }
}

/// Whoever is shown before is shown after, and nobody seems to have no reporting line who has one.
fn complete(halves: &mut Halves, row: Option<&Row>) {
    let count = |halves: &Halves| halves.iter().map(|pane| pane.kept.len()).sum::<usize>();
    loop {
        let before = count(halves);
        let [old, new] = &mut *halves;
        if let Some(row) = row {
            let known = |pane: &Pane, ids: &[BodyId]| -> Vec<Key> {
                let keys = ids.iter().map(|id| (pane.side, id.clone()));
                keys.filter(|key| pane.moment.bodies.contains(key))
                    .collect()
            };
            old.kept.extend(known(old, &row.from));
            new.kept.extend(known(new, &row.to));
        }
        let shown: BTreeSet<Key> = old.kept.union(&new.kept).cloned().collect();
        for pane in [old, new] {
            let there = shown.iter().filter(|key| pane.moment.bodies.contains(key));
            let there: Vec<Key> = there.cloned().collect();
            pane.kept.extend(there);
            pane.kept.extend(pane.parents());
        }
        if count(halves) == before {
            return;
        }
    }
}
