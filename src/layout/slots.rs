//! Shared places of two structures: a body and its successor stand in the same slot.

use std::collections::{BTreeMap, BTreeSet};

use super::Edge;

/// A place for one body of either structure, or for a body and its successor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The earlier body in it, by its place in the earlier list.
    pub from: Option<usize>,
    /// The later body in it, by its place in the later list.
    pub to: Option<usize>,
}

/// Slots for two lists of bodies (`from_count`, `to_count`) joined by groups of equals.
///
/// A group holds places in the earlier and in the later list: a merger has several and one,
/// a split one and several. The first of each side share a slot unless `same` names a better
/// pair (the same body under the same id); the others get slots of their own, next to it.
/// Slots come in the order of the later list, bodies that end after their neighbour.
#[must_use]
pub fn slots(
    from_count: usize,
    to_count: usize,
    groups: &[(Vec<usize>, Vec<usize>)],
    same: impl Fn(usize, usize) -> bool,
) -> Vec<Slot> {
    let mut pair_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut pair = |from: usize, to: usize| {
        if from < from_count && to < to_count && !pair_of.contains_key(&to) && taken.insert(from) {
            pair_of.insert(to, from);
        }
    };
    for (from, to) in groups {
        for &t in to {
            if let Some(&f) = from.iter().find(|&&f| same(f, t)) {
                pair(f, t);
            }
        }
    }
    for (from, to) in groups {
        for (&f, &t) in from.iter().zip(to) {
            pair(f, t);
        }
        // Where the first ones are paired elsewhere, any free pair of the group will do.
        for &f in from {
            for &t in to {
                pair(f, t);
            }
        }
    }
    merged_order(from_count, to_count, &pair_of)
}

/// The links that shape the shared arrangement of two structures, their ends as slots: the later
/// reporting line of a body wins.
#[must_use]
pub fn shared_edges(slots: &[Slot], from: &[Edge], to: &[Edge]) -> Vec<Edge> {
    let mut out = to.to_vec();
    let mut later = vec![false; slots.len()];
    for edge in to.iter().filter(|e| e.hierarchy) {
        if let Some(slot) = later.get_mut(edge.from) {
            *slot = true;
        }
    }
    let has_later = |slot: usize| later.get(slot).copied().unwrap_or(false);
    // A body that goes on without a reporting line stands free; one that ends keeps its place.
    let goes_on = |slot: usize| {
        let slot = slots.get(slot);
        slot.is_some_and(|s| s.from.is_some() && s.to.is_some())
    };
    for edge in from {
        let shapes = edge.hierarchy && !has_later(edge.from) && !goes_on(edge.from);
        out.push(Edge {
            hierarchy: shapes,
            ..*edge
        });
    }
    out
}

/// All slots: the later order, with unpaired earlier bodies behind their predecessor in the list.
fn merged_order(from_count: usize, to_count: usize, pair_of: &BTreeMap<usize, usize>) -> Vec<Slot> {
    let later: BTreeMap<usize, usize> = pair_of.iter().map(|(&t, &f)| (f, t)).collect();
    let mut behind: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut last = None;
    for from in 0..from_count {
        match later.get(&from) {
            Some(&to) => last = Some(to),
            None => behind.entry(last).or_default().push(from),
        }
    }
    let ended = |list: Option<&Vec<usize>>| {
        list.into_iter()
            .flatten()
            .map(|&from| Slot {
                from: Some(from),
                to: None,
            })
            .collect::<Vec<Slot>>()
    };
    let mut out = ended(behind.get(&None));
    for to in 0..to_count {
        out.push(Slot {
            from: pair_of.get(&to).copied(),
            to: Some(to),
        });
        out.extend(ended(behind.get(&Some(to))));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(from: Option<usize>, to: Option<usize>) -> Slot {
        Slot { from, to }
    }

    #[test]
    fn a_merger_stands_in_the_place_of_its_first_predecessor() {
        let got = slots(
            3,
            2,
            &[(vec![0, 1], vec![0]), (vec![2], vec![1])],
            |_, _| false,
        );
        let expected = [
            slot(Some(0), Some(0)),
            slot(Some(1), None),
            slot(Some(2), Some(1)),
        ];
        assert_eq!(got, expected);
    }

    #[test]
    fn an_absorbing_body_keeps_its_own_place() {
        let got = slots(2, 1, &[(vec![0, 1], vec![0])], |f, _| f == 1);
        assert_eq!(got, [slot(Some(0), None), slot(Some(1), Some(0))]);
    }

    #[test]
    fn a_split_has_one_place_more_and_new_bodies_have_their_own() {
        let got = slots(1, 3, &[(vec![0], vec![0, 2]), (vec![], vec![1])], |_, _| {
            false
        });
        let expected = [
            slot(Some(0), Some(0)),
            slot(None, Some(1)),
            slot(None, Some(2)),
        ];
        assert_eq!(got, expected);
    }

    #[test]
    fn every_body_has_exactly_one_slot_whatever_the_rows_say() {
        let groups = [
            (vec![0, 1], vec![0, 1]),
            (vec![0], vec![1]),
            (vec![7], vec![9]),
        ];
        let got = slots(3, 2, &groups, |_, _| false);
        let mut from: Vec<_> = got.iter().filter_map(|s| s.from).collect();
        let mut to: Vec<_> = got.iter().filter_map(|s| s.to).collect();
        from.sort_unstable();
        to.sort_unstable();
        assert_eq!((from, to), (vec![0, 1, 2], vec![0, 1]));
    }
}
