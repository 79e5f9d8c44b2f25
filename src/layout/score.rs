//! How good a drawing is, so that the best of several can be taken.

use std::collections::BTreeSet;

use super::forest::Forest;
use super::unclear::unclear;
use super::{Cell, Edge, Layout, Place, Placement, Request};

/// Worth of one crossing for each link, against printing at half the size.
const CROSSING: f64 = 2.5;
/// Worth of one bend for each link.
const BEND: f64 = 0.25;

/// Worth of a reporting line that does not lead up: it says the opposite of what it means.
const WRONG_WAY: f64 = 1.0;

/// How many reporting lines lead to a card that does not stand above.
pub(super) fn wrong_ways(request: &Request, placement: &Placement) -> usize {
    let lines = request
        .edges
        .iter()
        .filter(|e| e.hierarchy && e.from != e.to);
    let ends =
        lines.filter_map(|e| Some((placement.cells.get(e.from)?, placement.cells.get(e.to)?)));
    ends.filter(|(lower, upper)| upper.bottom() > lower.y)
        .count()
}

/// Worth of siblings that stand in one more row or column, for each body: who reports to one body is
/// looked for in one place.
const SCATTERED: f64 = 4.0;

/// In how many rows or columns more than one the children of each body stand, in all.
fn scattered(request: &Request, placement: &Placement) -> usize {
    let forest = Forest::new(&request.nodes, &request.edges);
    let lists = forest.children.iter().filter(|list| list.len() > 1);
    let lines = lists.map(|list| {
        let cells = || list.iter().filter_map(|&child| placement.cells.get(child));
        let count = |at: fn(&Cell) -> i32| cells().map(at).collect::<BTreeSet<i32>>().len();
        // Cards in a row stand on one height at their top; cards of a stack at their left or right.
        let columns = count(|c| c.x).min(count(Cell::right));
        count(|c| c.y).min(columns).saturating_sub(1)
    });
    lines.sum()
}

/// Worth of a head that stands below others: who leads is looked for at the top.
const HEAD_BELOW: f64 = 1.5;

/// Whether any body of the structure stands above the head of the largest hierarchy.
fn head_below(request: &Request, placement: &Placement) -> bool {
    let forest = Forest::new(&request.nodes, &request.edges);
    let mut below = vec![1usize; request.nodes.len()];
    for node in forest.bottom_up() {
        let children = forest.children_of(node).iter();
        let sum: usize = children.filter_map(|&c| below.get(c)).sum();
        if let Some(slot) = below.get_mut(node) {
            *slot += sum;
        }
    }
    let head = forest.trees.iter().rev().max_by_key(|&&t| below.get(t));
    let Some(top) = head.and_then(|&head| placement.cells.get(head)) else {
        return false;
    };
    let mut others = placement.cells.iter().zip(&request.nodes);
    others.any(|(cell, node)| node.place == Place::Structure && cell.bottom() <= top.y)
}

/// Worth of two unrelated lines on one way: nobody can tell where they lead.
const UNCLEAR: f64 = 4.0;

/// Width or height as a share of the room, whichever is the larger.
pub(super) fn share_of_room(request: &Request, placement: &Placement) -> f64 {
    let (w, h) = placement.size;
    let room = request.room.unwrap_or(super::SCREEN);
    let share = |length: i32, room: i32| f64::from(length) / f64::from(room.max(1));
    share(w, room.0).max(share(h, room.1))
}

/// Crossings for each link from which on another kind of arrangement is worth its time.
const TANGLED: f64 = 0.25;

/// Whether lines cross so often, or a reporting line leads the wrong way, that another kind of
/// arrangement may be clearer.
pub(super) fn tangled(request: &Request, placement: &Placement, layouts: &[Layout]) -> bool {
    let crossed = |layout: &Layout| {
        let lines = layout.routes.iter().map(|r| r.points.as_slice());
        f64::from(super::crossings(lines)) > TANGLED * layout.routes.len() as f64
    };
    wrong_ways(request, placement) > 0 || layouts.iter().any(crossed)
}

/// How hard a drawing is to read: how small it prints, and how often lines cross and bend.
pub(super) fn badness(
    request: &Request,
    structures: &[&[Edge]],
    placement: &Placement,
    layouts: &[Layout],
) -> f64 {
    let larger = share_of_room(request, placement);
    let mut out = larger.max(1.0) + WRONG_WAY * wrong_ways(request, placement) as f64;
    out += SCATTERED * scattered(request, placement) as f64 / request.nodes.len().max(1) as f64;
    if head_below(request, placement) {
        out += HEAD_BELOW;
    }
    for (layout, edges) in layouts.iter().zip(structures) {
        out += UNCLEAR * unclear(edges, &layout.routes) as f64;
        let links = layout.routes.len().max(1) as f64;
        let bends: usize = layout
            .routes
            .iter()
            .map(|r| r.points.len().saturating_sub(2))
            .sum();
        let crossed = super::crossings(layout.routes.iter().map(|r| r.points.as_slice()));
        out += (CROSSING * f64::from(crossed) + BEND * bends as f64) / links;
    }
    out
}
