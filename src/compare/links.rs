//! What becomes of the links, their ends mapped through lineage before they are compared.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::sides::{Ends, Side, Sides};
use crate::model::{BodyId, Link, LinkKindId, fold};

/// Links that come, go or change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinkChanges {
    /// Links of the later structure without a counterpart.
    pub added: Vec<Link>,
    /// Links of the earlier structure without a counterpart.
    pub removed: Vec<Link>,
    /// Links between the same ends whose kind, seats, label, permission or certainty differ.
    pub changed: Vec<ChangedLink>,
}

/// A link as it is and as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedLink {
    /// In the later structure.
    pub now: Link,
    /// In the earlier structure.
    pub was: Link,
}

/// Ends as lineage sees them: the classes of the two bodies.
type ClassEnds = (usize, usize);

/// Old and new links between the same ends, by place in their lists.
#[derive(Debug, Default)]
struct Group {
    old: Vec<usize>,
    new: Vec<usize>,
}

/// Compares the links of both structures.
pub(super) fn link_changes(sides: &Sides<'_>) -> LinkChanges {
    let old = &sides.old.structure.links;
    let new = &sides.new.structure.links;
    let mut groups: BTreeMap<(ClassEnds, &LinkKindId), Group> = BTreeMap::new();
    let mut removed = BTreeSet::new();
    let mut added = BTreeSet::new();
    for (at, link) in old.iter().enumerate() {
        match (sides.old_class(&link.from), sides.old_class(&link.to)) {
            (Some(from), Some(to)) => {
                let group = groups.entry(((from, to), &link.kind)).or_default();
                group.old.push(at);
            }
            _ => {
                removed.insert(at);
            }
        }
    }
    for (at, link) in new.iter().enumerate() {
        match (sides.new_class(&link.from), sides.new_class(&link.to)) {
            (Some(from), Some(to)) => {
                let group = groups.entry(((from, to), &link.kind)).or_default();
                group.new.push(at);
            }
            _ => {
                added.insert(at);
            }
        }
    }
    let mut changed: BTreeMap<usize, usize> = BTreeMap::new();
    let mut left: BTreeMap<ClassEnds, Group> = BTreeMap::new();
    for ((ends, _), group) in &groups {
        let rest = matched(old, new, group, &mut changed);
        let left = left.entry(*ends).or_default();
        left.old.extend(rest.old);
        left.new.extend(rest.new);
    }
    for mut group in left.into_values() {
        // What is left between the same ends is of different kinds: the first for the first.
        group.old.sort_unstable();
        group.new.sort_unstable();
        let pairs = group.old.len().min(group.new.len());
        changed.extend(group.new.iter().copied().zip(group.old.iter().copied()));
        removed.extend(group.old.iter().skip(pairs));
        added.extend(group.new.iter().skip(pairs));
    }
    LinkChanges {
        added: pick(new, &added),
        removed: pick(old, &removed),
        changed: changed
            .iter()
            .filter_map(|(now, was)| {
                Some(ChangedLink {
                    now: new.get(*now)?.clone(),
                    was: old.get(*was)?.clone(),
                })
            })
            .collect(),
    }
}

/// Pairs the links of one kind between the same ends; gives back what finds no partner.
///
/// Equal ones first, then one for one as changed. Where ends merged or split, one link may
/// stand for several: the others are then neither gone nor new.
fn matched(
    old: &[Link],
    new: &[Link],
    group: &Group,
    changed: &mut BTreeMap<usize, usize>,
) -> Group {
    let mut waiting: BTreeMap<Terms, VecDeque<usize>> = BTreeMap::new();
    for at in &group.old {
        if let Some(link) = old.get(*at) {
            waiting.entry(terms(link)).or_default().push_back(*at);
        }
    }
    let mut done_old = BTreeSet::new();
    let mut rest_new = Vec::new();
    for at in &group.new {
        let Some(link) = new.get(*at) else { continue };
        match waiting.get_mut(&terms(link)).and_then(VecDeque::pop_front) {
            Some(was) => {
                done_old.insert(was);
            }
            None => rest_new.push(*at),
        }
    }
    let rest_old: Vec<usize> = group
        .old
        .iter()
        .copied()
        .filter(|at| !done_old.contains(at))
        .collect();
    let pairs = rest_old.len().min(rest_new.len());
    changed.extend(rest_new.iter().copied().zip(rest_old.iter().copied()));
    Group {
        old: unshared(old, &group.old, rest_old.into_iter().skip(pairs)),
        new: unshared(new, &group.new, rest_new.into_iter().skip(pairs)),
    }
}

/// Those left-over links that nothing else stands for: all of them when none found a partner,
/// else only those between the very bodies of one that did.
fn unshared(links: &[Link], group: &[usize], left: impl Iterator<Item = usize>) -> Vec<usize> {
    let left: BTreeSet<usize> = left.collect();
    let ends = |at: usize| links.get(at).map(|link| (&link.from, &link.to));
    let taken: BTreeSet<Option<(&BodyId, &BodyId)>> = group
        .iter()
        .filter(|at| !left.contains(at))
        .map(|at| ends(*at))
        .collect();
    left.into_iter()
        .filter(|at| taken.is_empty() || taken.contains(&ends(*at)))
        .collect()
}

/// What a link says apart from its ends and its kind.
type Terms = (bool, String, Option<u32>, String);

fn terms(link: &Link) -> Terms {
    (
        link.permission,
        link.certainty.as_str().to_owned(),
        link.seats,
        fold(link.label.as_deref().unwrap_or_default()),
    )
}

fn pick(links: &[Link], places: &BTreeSet<usize>) -> Vec<Link> {
    places
        .iter()
        .filter_map(|at| links.get(*at).cloned())
        .collect()
}

/// Links at each body that come, go or change, other than reporting lines that come or go:
/// those are told as moves.
#[derive(Debug, Default)]
pub(super) struct Touched {
    removed: AtBody,
    added: AtBody,
    changed: AtBody,
}

/// Places in a list of links, by the place of a body at one of their ends.
type AtBody = BTreeMap<usize, BTreeSet<usize>>;

/// How many links of the bodies of a row come, go and change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LinkCounts {
    pub(super) added: usize,
    pub(super) removed: usize,
    pub(super) changed: usize,
}

impl Touched {
    pub(super) fn any(&self, ends: &Ends) -> bool {
        self.counts(ends) != LinkCounts::default()
    }

    pub(super) fn counts(&self, ends: &Ends) -> LinkCounts {
        let count = |links: &AtBody, bodies: &BTreeSet<usize>| {
            let at = bodies.iter().filter_map(|body| links.get(body));
            at.flatten().collect::<BTreeSet<_>>().len()
        };
        LinkCounts {
            added: count(&self.added, &ends.new),
            removed: count(&self.removed, &ends.old),
            changed: count(&self.changed, &ends.new),
        }
    }
}

pub(super) fn touched(sides: &Sides<'_>, changes: &LinkChanges) -> Touched {
    let mut out = Touched::default();
    for (at, link) in changes.removed.iter().enumerate() {
        if !link.hierarchy() {
            note(&mut out.removed, &sides.old, link, at);
        }
    }
    for (at, link) in changes.added.iter().enumerate() {
        if !link.hierarchy() {
            note(&mut out.added, &sides.new, link, at);
        }
    }
    for (at, link) in changes.changed.iter().enumerate() {
        note(&mut out.changed, &sides.new, &link.now, at);
    }
    out
}

fn note(links: &mut AtBody, side: &Side<'_>, link: &Link, at: usize) {
    for body in [&link.from, &link.to] {
        if let Some(place) = side.place(body) {
            links.entry(place).or_default().insert(at);
        }
    }
}
