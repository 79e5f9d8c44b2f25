//! Links that may share a way, gathered at the end they share.

use std::collections::BTreeMap;

use super::{Cell, Edge};

/// Links of one class at one node: they run as a tree that branches.
pub(super) struct Bundle {
    /// The node they share.
    pub(super) hub: usize,
    /// (link, far node), near ones first.
    pub(super) links: Vec<(usize, usize)>,
    /// Whether the shared node is the links' `from`.
    pub(super) hub_is_from: bool,
}

/// Gathers the links that are still `open`; bundles with short ways first.
pub(super) fn bundles(edges: &[Edge], cells: &[Cell], open: impl Fn(usize) -> bool) -> Vec<Bundle> {
    let open: Vec<(usize, Edge)> = edges
        .iter()
        .copied()
        .enumerate()
        .filter(|(i, _)| open(*i))
        .collect();
    let mut sharing: BTreeMap<(u32, bool, usize), usize> = BTreeMap::new();
    for (_, e) in &open {
        *sharing.entry((e.class, true, e.from)).or_default() += 1;
        *sharing.entry((e.class, false, e.to)).or_default() += 1;
    }
    let mut groups: BTreeMap<(u32, bool, usize), Bundle> = BTreeMap::new();
    let mut singles = Vec::new();
    for (i, e) in open {
        let by_from = sharing.get(&(e.class, true, e.from)).copied().unwrap_or(0);
        let by_to = sharing.get(&(e.class, false, e.to)).copied().unwrap_or(0);
        let hub_is_from = by_from > by_to;
        let (hub, far) = if hub_is_from {
            (e.from, e.to)
        } else {
            (e.to, e.from)
        };
        if by_from.max(by_to) < 2 || hub == far {
            singles.push(Bundle {
                hub,
                links: vec![(i, far)],
                hub_is_from,
            });
        } else {
            let new = || Bundle {
                hub,
                links: Vec::new(),
                hub_is_from,
            };
            groups
                .entry((e.class, hub_is_from, hub))
                .or_insert_with(new)
                .links
                .push((i, far));
        }
    }
    let mut bundles: Vec<Bundle> = singles.into_iter().chain(groups.into_values()).collect();
    for bundle in &mut bundles {
        let hub = bundle.hub;
        bundle
            .links
            .sort_by_key(|&(i, far)| (distance(cells, hub, far), i));
    }
    bundles.sort_by_key(|b| {
        let total: i32 = b
            .links
            .iter()
            .map(|&(_, far)| distance(cells, b.hub, far))
            .sum();
        (total, b.links.first().map(|l| l.0))
    });
    bundles
}

/// The clear distance between two cards, across plus down.
fn distance(cells: &[Cell], a: usize, b: usize) -> i32 {
    let (Some(a), Some(b)) = (cells.get(a), cells.get(b)) else {
        return 0;
    };
    let dx = (a.x - b.right()).max(b.x - a.right()).max(0);
    let dy = (a.y - b.bottom()).max(b.y - a.bottom()).max(0);
    dx.saturating_add(dy)
}
