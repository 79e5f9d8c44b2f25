//! The best order of siblings that can be found, for structures whose order nobody has typed; and of
//! bodies without a reporting line, which are nobody's siblings, for all.

use super::forest::Forest;
use super::{Gaps, Node, Placement, Request, regions, swaps, sweep};

/// How often the order follows the places and the places the order.
const SWEEPS: usize = 4;

/// How often pairs of siblings change places in a placement before it is made anew.
const SWAPS: usize = 4;

/// How many orders by chance are tried as well, and up to how many bodies.
const CHANCES: u64 = 6;
const FEW: usize = 100;

/// An order that has been tried.
struct Tried {
    forest: Forest,
    placement: Placement,
    length: i64,
}

impl Tried {
    fn new(nodes: &[Node], forest: Forest, request: &Request, gaps: Gaps, paired: bool) -> Self {
        let placement = regions::compose(nodes, &forest, request, gaps, paired);
        let length = sweep::length(&request.edges, &placement);
        Self {
            forest,
            placement,
            length,
        }
    }
}

/// The placement with siblings as typed and bodies without a reporting line in the order that gives the
/// shortest links: a body in the family or outside stands beside what it relates to.
pub(super) fn compose_loose_near(
    nodes: &[Node],
    forest: &Forest,
    request: &Request,
    gaps: Gaps,
    paired: bool,
) -> Placement {
    let tried = |forest| Tried::new(nodes, forest, request, gaps, paired);
    let edges = &request.edges;
    let start = tried(forest.clone());
    if forest.loose.iter().all(|list| list.len() < 2) {
        return start.placement;
    }
    let change = |f: &mut Forest, p: &Placement| swaps::improve_loose(f, edges, p);
    followed(start, SWAPS, &tried, change).placement
}

/// The placement with the shortest links among several orders of siblings.
pub(super) fn compose(
    nodes: &[Node],
    forest: &Forest,
    request: &Request,
    gaps: Gaps,
    paired: bool,
) -> Placement {
    let tried = |forest| Tried::new(nodes, forest, request, gaps, paired);
    let edges = &request.edges;
    let swept = followed(tried(forest.clone()), SWEEPS, &tried, |f, p| {
        sweep::reorder(f, edges, p);
    });
    let mut best = followed(swept, SWAPS, &tried, |f, p| swaps::improve(f, edges, p));
    let chances = if nodes.len() <= FEW { CHANCES } else { 0 };
    for chance in 0..chances {
        let start = tried(shuffled(forest, chance));
        let found = followed(start, SWAPS, &tried, |f, p| swaps::improve(f, edges, p));
        if found.length < best.length {
            best = found;
        }
    }
    best.placement
}

/// The best of an order and of what a way to change it makes of it again and again.
fn followed(
    start: Tried,
    rounds: usize,
    tried: &impl Fn(Forest) -> Tried,
    change: impl Fn(&mut Forest, &Placement),
) -> Tried {
    let (mut forest, mut placement) = (start.forest.clone(), start.placement.clone());
    let mut best = start;
    for _ in 0..rounds {
        change(&mut forest, &placement);
        let next = tried(forest.clone());
        placement = next.placement.clone();
        if next.length < best.length {
            best = next;
        }
    }
    best
}

/// A forest with its siblings in an order by chance; the same on every machine.
fn shuffled(forest: &Forest, chance: u64) -> Forest {
    let mut out = forest.clone();
    let mut state = chance.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let lists = out.children.iter_mut().chain([&mut out.trees]);
    for list in lists.chain(&mut out.loose) {
        for n in (1..list.len()).rev() {
            // Knuth's multiplier for 64 bits; the high bits are the good ones.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let other = (state >> 33) as usize % (n + 1);
            list.swap(n, other);
        }
    }
    out
}
