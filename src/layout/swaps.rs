//! Siblings that change places where that brings linked bodies nearer to each other.
//!
//! A placement is taken as it stands: two siblings change places with all that hangs from them, as
//! if their subtrees were of one size. What comes of it is composed and measured anew.

use super::forest::Forest;
use super::{Edge, Placement};

/// How often all pairs of siblings are tried.
const ROUNDS: usize = 6;

/// Pairs farther apart in a long row than this are not tried.
const REACH: usize = 24;

/// The middle of each card, the links of each body, and the subtrees as pieces of one list.
struct Board {
    at: Vec<(i32, i32)>,
    links: Vec<Vec<u32>>,
    /// All bodies, each before those below it.
    order: Vec<u32>,
    /// The piece of `order` that each body and all below it fill.
    span: Vec<(usize, usize)>,
    /// The subtree in which each body was found last, to tell links inside it.
    mark: Vec<u32>,
    round: u32,
}

/// Puts siblings in an order with shorter links.
pub(super) fn improve(forest: &mut Forest, edges: &[Edge], placement: &Placement) {
    let board = Board::new(forest, edges, placement);
    let lists = forest.children.iter_mut().chain([&mut forest.trees]);
    board.settle(lists.chain(&mut forest.loose).collect());
}

/// Puts bodies without a reporting line in an order with shorter links; siblings stay as they are, and
/// so do among each other those that nothing is linked with.
pub(super) fn improve_loose(forest: &mut Forest, edges: &[Edge], placement: &Placement) {
    let board = Board::new(forest, edges, placement);
    let linked: Vec<bool> = board.links.iter().map(|links| !links.is_empty()).collect();
    let free = |node: &usize| linked.get(*node) == Some(&false);
    let before = forest.loose.clone();
    board.settle(forest.loose.iter_mut().collect());
    for (list, typed) in forest.loose.iter_mut().zip(before) {
        let mut typed = typed.into_iter().filter(&free);
        for slot in list.iter_mut().filter(|node| free(node)) {
            if let Some(node) = typed.next() {
                *slot = node;
            }
        }
    }
}

impl Board {
    fn new(forest: &Forest, edges: &[Edge], placement: &Placement) -> Self {
        let n = placement.cells.len();
        let middle = placement.cells.iter();
        let at = middle.map(|c| (c.x + c.w / 2, c.y + c.h / 2)).collect();
        let mut links = vec![Vec::new(); n];
        for edge in edges {
            let hang = placement.hangs.get(edge.from).copied().flatten();
            if edge.hierarchy && hang.is_some_and(|h| h.parent == edge.to) {
                continue;
            }
            for (own, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
                if let (Some(list), true) = (links.get_mut(own), other < n) {
                    list.push(other as u32);
                }
            }
        }
        let mut order = Vec::with_capacity(n);
        let mut span = vec![(0, 0); n];
        let roots = forest.trees.iter().chain(forest.loose.iter().flatten());
        let mut stack: Vec<usize> = roots.copied().collect();
        stack.reverse();
        while let Some(node) = stack.pop() {
            if let Some(slot) = span.get_mut(node) {
                *slot = (order.len(), order.len() + 1);
            }
            order.push(node as u32);
            stack.extend(forest.children_of(node).iter().rev());
        }
        for node in forest.bottom_up() {
            let below = forest.children_of(node).iter();
            let end = below.filter_map(|&c| span.get(c).map(|s| s.1)).max();
            if let (Some(slot), Some(end)) = (span.get_mut(node), end) {
                slot.1 = slot.1.max(end);
            }
        }
        Self {
            at,
            links,
            order,
            span,
            mark: vec![0; n],
            round: 0,
        }
    }

    /// Exchanges bodies of one list until none of them gains, or long enough.
    fn settle(mut self, mut lists: Vec<&mut Vec<usize>>) {
        lists.retain(|list| list.len() > 1);
        for _ in 0..ROUNDS {
            let mut any = false;
            for list in &mut lists {
                any |= self.improve(list);
            }
            if !any {
                break;
            }
        }
    }

    fn improve(&mut self, list: &mut [usize]) -> bool {
        let mut any = false;
        for i in 0..list.len() {
            for j in i + 1..list.len().min(i + REACH) {
                let (Some(&a), Some(&b)) = (list.get(i), list.get(j)) else {
                    continue;
                };
                if self.gain(a, b) > 0 {
                    self.exchange(a, b);
                    list.swap(i, j);
                    any = true;
                }
            }
        }
        any
    }

    fn place(&self, node: usize) -> (i32, i32) {
        self.at.get(node).copied().unwrap_or_default()
    }

    fn subtree(&self, node: usize) -> &[u32] {
        let (from, to) = self.span.get(node).copied().unwrap_or_default();
        self.order.get(from..to).unwrap_or_default()
    }

    /// By how much links get shorter when two siblings change places.
    fn gain(&mut self, a: usize, b: usize) -> i64 {
        let (p, q) = (self.place(a), self.place(b));
        let by = (q.0 - p.0, q.1 - p.1);
        self.round += 2;
        let (in_a, in_b) = (self.round, self.round + 1);
        for (node, mark) in [(a, in_a), (b, in_b)] {
            let (from, to) = self.span.get(node).copied().unwrap_or_default();
            for &member in self.order.get(from..to).unwrap_or_default() {
                if let Some(slot) = self.mark.get_mut(member as usize) {
                    *slot = mark;
                }
            }
        }
        let shift = |mark: u32| match mark {
            m if m == in_a => by,
            m if m == in_b => (-by.0, -by.1),
            _ => (0, 0),
        };
        let mut gain = 0;
        for (node, own) in [(a, in_a), (b, in_b)] {
            let moved = shift(own);
            for &member in self.subtree(node) {
                let (x, y) = self.place(member as usize);
                for &other in self.links.get(member as usize).into_iter().flatten() {
                    let mark = self.mark.get(other as usize).copied().unwrap_or(0);
                    if mark == own {
                        continue;
                    }
                    let (u, v) = self.place(other as usize);
                    let far = shift(mark);
                    let before = (x - u).abs() + (y - v).abs();
                    let after = (x + moved.0 - u - far.0).abs() + (y + moved.1 - v - far.1).abs();
                    // A link between the two is met from both sides.
                    gain += i64::from(before - after);
                }
            }
        }
        gain
    }

    fn exchange(&mut self, a: usize, b: usize) {
        let (p, q) = (self.place(a), self.place(b));
        let by = (q.0 - p.0, q.1 - p.1);
        for (node, by) in [(a, by), (b, (-by.0, -by.1))] {
            let (from, to) = self.span.get(node).copied().unwrap_or_default();
            for &member in self.order.get(from..to).unwrap_or_default() {
                if let Some(at) = self.at.get_mut(member as usize) {
                    *at = (at.0 + by.0, at.1 + by.1);
                }
            }
        }
    }
}
