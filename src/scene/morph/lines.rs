//! When lines go and come: with the bodies that they join, and never to an empty place.

use std::collections::{BTreeMap, BTreeSet};

use super::steps::{Plan, roles};
use super::track::{COME, LEAVE, LINES, Track, span};
use super::{Both, Drawn, alike, in_one_place, set};
use crate::model::{BodyId, LinkId};
use crate::scene::LinkRole;

/// A line of today and its counterpart, by their groups.
type Pair<'a> = ((usize, &'a LinkRole), (usize, &'a LinkRole));

/// Gives every line its course.
pub(super) fn run(both: &Both<'_>, plan: &Plan, sides: &[Drawn; 2], tracks: &mut [Vec<Track>; 2]) {
    let [old, new] = sides;
    let pairs = pairs(both, plan, sides);
    let when = Lines { plan, sides };
    let [earlier, later] = tracks;
    // The first step in which a line of each of tomorrow's bodies comes or goes.
    let mut first: BTreeMap<&BodyId, usize> = BTreeMap::new();
    let mut note = |body, step: usize| {
        let known = first.entry(body).or_insert(step);
        *known = step.min(*known);
    };
    let paired: BTreeSet<usize> = pairs.iter().map(|((was, _), _)| *was).collect();
    for (at, role) in roles(old).filter(|(at, _)| !paired.contains(at)) {
        let step = when.goes(role);
        plan.heirs(&role.to)
            .iter()
            .for_each(|heir| note(heir, step));
        set(earlier, at, |t| t.fade(span(step, LEAVE), 0.0));
    }
    let paired: BTreeSet<usize> = pairs.iter().map(|(_, (now, _))| *now).collect();
    for (at, role) in roles(new).filter(|(at, _)| !paired.contains(at)) {
        let step = when.appears(role);
        note(&role.to, step);
        set(later, at, |t| t.fade(span(step, LINES), 1.0));
    }
    for (_, (_, b)) in &pairs {
        if let Some(step) = when.comes(&b.from) {
            note(&b.to, step);
        }
    }
    for ((was, a), (now, b)) in &pairs {
        let same = alike(old.group(*was), new.group(*now));
        // One that runs elsewhere without a change of its own makes room for those beside it.
        let beside = first.get(&b.to).copied().filter(|_| !same);
        let Some(step) = when.changes(a, b).or(beside) else {
            let end = plan.end();
            if same {
                set(earlier, *was, |t| t.jump(end, 0.0));
                set(later, *now, |t| t.jump(end, 1.0));
            } else {
                set(earlier, *was, |t| t.fade(span(plan.last(), COME), 0.0));
                set(later, *now, |t| t.fade(span(plan.last(), COME), 1.0));
            }
            continue;
        };
        let out = when.gone(a).map_or(step, |gone| gone.min(step));
        if same && out == step {
            // It goes on where it is.
            set(earlier, *was, |t| t.jump(span(step, COME).1, 0.0));
            set(later, *now, |t| t.jump(span(step, COME).1, 1.0));
        } else {
            set(earlier, *was, |t| t.fade(span(out, LEAVE), 0.0));
            set(later, *now, |t| t.fade(span(step, LINES), 1.0));
        }
    }
}

/// Lines of both sides that are one.
fn pairs<'a>(both: &Both<'_>, plan: &Plan, sides: &'a [Drawn; 2]) -> Vec<Pair<'a>> {
    let links = &both.comparison.links;
    let gone: BTreeSet<&LinkId> = links.removed.iter().map(|l| &l.id).collect();
    let come: BTreeSet<&LinkId> = links.added.iter().map(|l| &l.id).collect();
    let changed: BTreeMap<&LinkId, &LinkId> = links
        .changed
        .iter()
        .map(|link| (&link.was.id, &link.now.id))
        .collect();
    let [old, new] = sides;
    let mut free: Vec<(usize, &LinkRole)> = roles(new)
        .filter(|(_, role)| !come.contains(&role.link))
        .collect();
    let mut out = Vec::new();
    for was in roles(old).filter(|(_, role)| !gone.contains(&role.link)) {
        let role = was.1;
        let heir = |id: &BodyId, to: &BodyId| plan.heirs(id).contains(to);
        let at = free
            .iter()
            .position(|(_, now)| match changed.get(&role.link) {
                Some(other) => **other == now.link,
                None => {
                    now.kind == role.kind && heir(&role.from, &now.from) && heir(&role.to, &now.to)
                }
            });
        if let Some(at) = at {
            out.push((was, free.remove(at)));
        }
    }
    out
}

struct Lines<'a> {
    plan: &'a Plan,
    sides: &'a [Drawn; 2],
}

impl Lines<'_> {
    /// The step in which today's body becomes another.
    fn leaves(&self, body: &BodyId) -> Option<usize> {
        self.plan.old.get(body)?.last().copied()
    }

    /// The step in which tomorrow's body comes.
    fn comes(&self, body: &BodyId) -> Option<usize> {
        self.plan.new.get(body)?.first().copied()
    }

    /// The step in which a line that goes on becomes tomorrow's: when both its ends have.
    fn changes(&self, was: &LinkRole, now: &LinkRole) -> Option<usize> {
        let earlier = [&was.from, &was.to].into_iter();
        let later = [&now.from, &now.to].into_iter();
        let steps = earlier.map(|end| self.leaves(end));
        steps
            .chain(later.map(|end| self.comes(end)))
            .flatten()
            .max()
    }

    /// The step in which a line goes that has no counterpart tomorrow.
    fn goes(&self, role: &LinkRole) -> usize {
        let own = self.leaves(&role.from).or_else(|| self.leaves(&role.to));
        let step = own.unwrap_or_else(|| self.plan.last());
        self.gone(role).map_or(step, |gone| gone.min(step))
    }

    /// The step in which a line comes that has no counterpart today.
    fn appears(&self, role: &LinkRole) -> usize {
        let own = self.comes(&role.from).or_else(|| self.comes(&role.to));
        let step = own.unwrap_or_else(|| self.plan.last());
        self.there(role).map_or(step, |there| there.max(step))
    }

    /// The step after which one of the ends of today's line stands nowhere.
    fn gone(&self, role: &LinkRole) -> Option<usize> {
        let [old, new] = self.sides;
        let ends = [&role.from, &role.to].into_iter();
        let left = ends.filter(|end| {
            let heir = self.plan.heir(end, self.sides);
            let places = heir.and_then(|heir| old.place(end).zip(new.place(heir)));
            !places.is_some_and(|(a, b)| in_one_place(a, b))
        });
        left.filter_map(|end| self.leaves(end)).min()
    }

    /// The step before which one of the ends of tomorrow's line stands nowhere.
    fn there(&self, role: &LinkRole) -> Option<usize> {
        let [old, new] = self.sides;
        let ends = [&role.from, &role.to].into_iter();
        let fresh = ends.filter(|end| {
            let before = self.plan.before(end).iter();
            let mut places = before.filter_map(|b| old.place(b).zip(new.place(end)));
            !places.any(|(a, b)| in_one_place(a, b))
        });
        fresh.filter_map(|end| self.comes(end)).max()
    }
}
