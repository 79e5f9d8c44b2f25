//! The order of siblings that brings linked bodies near each other, for structures whose order
//! nobody has typed.

use super::forest::Forest;
use super::{Cell, Edge, Placement};

/// Length of all lines that are no reporting lines of the arrangement, from card to card.
pub(super) fn length(edges: &[Edge], placement: &Placement) -> i64 {
    let links = edges.iter().filter(|e| !hung(placement, e));
    let ends =
        links.filter_map(|e| Some((*placement.cells.get(e.from)?, *placement.cells.get(e.to)?)));
    ends.map(|(a, b)| {
        let ((ax, ay), (bx, by)) = (centre(a), centre(b));
        i64::from((ax - bx).abs()) + i64::from((ay - by).abs())
    })
    .sum()
}

fn hung(placement: &Placement, edge: &Edge) -> bool {
    let hang = placement.hangs.get(edge.from).copied().flatten();
    edge.hierarchy && hang.is_some_and(|h| h.parent == edge.to)
}

fn centre(cell: Cell) -> (i32, i32) {
    (cell.x + cell.w / 2, cell.y + cell.h / 2)
}

/// Where the links of a subtree pull it: sums of places, and how many.
#[derive(Clone, Copy, Debug, Default)]
struct Pull {
    x: i64,
    y: i64,
    n: i64,
}

/// Sorts siblings by where the links of their subtrees lead.
pub(super) fn reorder(forest: &mut Forest, edges: &[Edge], placement: &Placement) {
    let mut pulls = vec![Pull::default(); placement.cells.len()];
    for edge in edges.iter().filter(|e| !hung(placement, e)) {
        for (own, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
            if let (Some(pull), Some(cell)) = (pulls.get_mut(own), placement.cells.get(other)) {
                let (x, y) = centre(*cell);
                pull.x += i64::from(x);
                pull.y += i64::from(y);
                pull.n += 1;
            }
        }
    }
    for node in forest.bottom_up() {
        let mut sum = pulls.get(node).copied().unwrap_or_default();
        for child in forest.children_of(node) {
            let below = pulls.get(*child).copied().unwrap_or_default();
            (sum.x, sum.y, sum.n) = (sum.x + below.x, sum.y + below.y, sum.n + below.n);
        }
        if let Some(slot) = pulls.get_mut(node) {
            *slot = sum;
        }
    }
    let lists = forest.children.iter_mut();
    let lists = lists.chain([&mut forest.trees]).chain(&mut forest.loose);
    for list in lists {
        sort(list, &pulls, placement);
    }
}

fn sort(list: &mut [usize], pulls: &[Pull], placement: &Placement) {
    let places = || list.iter().filter_map(|&n| placement.cells.get(n));
    let stacked = places().map(|c| c.x).max() == places().map(|c| c.x).min();
    let along = |(x, y): (i64, i64)| if stacked { (y, x) } else { (x, y) };
    list.sort_by_key(|&n| {
        let cell = placement.cells.get(n).copied().unwrap_or_default();
        let (x, y) = centre(cell);
        let pull = pulls.get(n).copied().unwrap_or_default();
        // Its own place counts as one link, so that little changes without reason.
        let mean = |sum: i64, own: i32| (sum + i64::from(own)) / (pull.n + 1);
        along((mean(pull.x, x), mean(pull.y, y)))
    });
}
