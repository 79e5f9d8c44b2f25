//! The order in which bodies are read: in the picture and in its text version.

use std::collections::VecDeque;

use petgraph::graph::NodeIndex;

use super::StructureGraph;
use crate::model::Structure;

/// Levels in one list of the text version; what lies deeper is read after the lists above it,
/// since readers of the spoken text lose their place in deep lists.
pub const LIST_LEVELS: usize = 4;

/// Places of the bodies in reading order, each once.
///
/// Each tree from its top down, siblings in the order of the structure; then bodies that report
/// in circles and those below them; then bodies without a reporting line: those in the
/// structure, the family, those outside.
#[must_use]
pub fn reading_order(structure: &Structure) -> Vec<usize> {
    let graph = StructureGraph::of(structure);
    let mut walk = Walk {
        seen: vec![false; structure.bodies.len()],
        deeper: VecDeque::new(),
        out: Vec::with_capacity(structure.bodies.len()),
        graph: &graph,
    };
    let below = |node: &NodeIndex| !graph.parents(*node).is_empty();
    for top in graph.nodes().filter(|node| !below(node)) {
        if !graph.children(top).is_empty() {
            walk.descend(vec![(top, 0)]);
        }
    }
    let circles = graph.cycles().into_iter().filter(|circle| circle.len() > 1);
    let firsts: Vec<NodeIndex> = circles.filter_map(|c| c.first().copied()).collect();
    for start in firsts.into_iter().chain(graph.nodes().filter(below)) {
        if !walk.met(start) && !walk.comes_later(start) {
            walk.descend(vec![(start, 0)]);
        }
    }
    while let Some(node) = walk.deeper.pop_front() {
        walk.descend(walk.below(node, 0));
    }
    let rank = |place: &usize| {
        let body = structure.bodies.get(*place);
        body.map(|b| (b.outside(), !b.in_structure()))
    };
    let mut rest: Vec<usize> = graph
        .nodes()
        .filter(|node| !walk.met(*node))
        .map(NodeIndex::index)
        .collect();
    rest.sort_by_key(rank);
    walk.out.extend(rest);
    walk.out
}

struct Walk<'a> {
    graph: &'a StructureGraph,
    seen: Vec<bool>,
    deeper: VecDeque<NodeIndex>,
    out: Vec<usize>,
}

impl Walk<'_> {
    fn met(&self, node: NodeIndex) -> bool {
        self.seen.get(node.index()).copied().unwrap_or(true)
    }

    /// The bodies right below one, for a stack: the first is on top.
    fn below(&self, node: NodeIndex, depth: usize) -> Vec<(NodeIndex, usize)> {
        let children = self.graph.children(node).iter().rev();
        children.map(|child| (*child, depth)).collect()
    }

    /// Whether a body will be met below one that waits.
    fn comes_later(&self, node: NodeIndex) -> bool {
        let above = self.graph.ancestors(node);
        self.deeper
            .iter()
            .any(|waiting| *waiting == node || above.binary_search(waiting).is_ok())
    }

    fn descend(&mut self, mut stack: Vec<(NodeIndex, usize)>) {
        while let Some((node, depth)) = stack.pop() {
            if self.met(node) {
                continue;
            }
            if let Some(seen) = self.seen.get_mut(node.index()) {
                *seen = true;
            }
            self.out.push(node.index());
            if depth + 1 < LIST_LEVELS {
                stack.extend(self.below(node, depth + 1));
            } else if !self.graph.children(node).is_empty() {
                self.deeper.push_back(node);
            }
        }
    }
}
