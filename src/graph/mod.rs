//! A structure as a petgraph: who stands above and below whom, loops and levels.
//!
//! Every answer is linear or near-linear in bodies and links, uses no recursion (a chain of
//! thousands of bodies is fine), and comes in the order of the structure's list of bodies.

mod order;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{BodyId, Structure};

pub use order::{LIST_LEVELS, reading_order};

/// A directed graph of one structure: a node for each body, an edge for each link.
///
/// The hierarchy is made by standing *reports to* links alone; a link of a body with itself
/// makes it no parent of itself. A node's index is the body's place in the structure's list,
/// an edge's weight is the link's place.
#[derive(Clone, Debug)]
pub struct StructureGraph {
    graph: DiGraph<BodyId, usize>,
    index: BTreeMap<BodyId, NodeIndex>,
    parents: Vec<Vec<NodeIndex>>,
    children: Vec<Vec<NodeIndex>>,
    /// Bodies that report to themselves.
    loops: Vec<NodeIndex>,
    /// Strongly connected parts of the hierarchy, from the top down; members in list order.
    parts: Vec<Vec<NodeIndex>>,
    /// The part of each body.
    part_of: Vec<usize>,
    /// Levels above each part.
    part_depth: Vec<usize>,
}

impl StructureGraph {
    /// The graph of a structure. A link with a missing end is left out.
    #[must_use]
    pub fn of(structure: &Structure) -> Self {
        let mut graph = DiGraph::with_capacity(structure.bodies.len(), structure.links.len());
        let mut index = BTreeMap::new();
        for body in &structure.bodies {
            let node = graph.add_node(body.id.clone());
            index.entry(body.id.clone()).or_insert(node);
        }
        let mut hierarchy: DiGraph<(), ()> = graph.map(|_, _| (), |_, _: &usize| ());
        let mut loops = Vec::new();
        for (at, link) in structure.links.iter().enumerate() {
            let ends = (index.get(&link.from), index.get(&link.to));
            let (Some(&from), Some(&to)) = ends else {
                continue;
            };
            graph.add_edge(from, to, at);
            if !link.hierarchy() {
                continue;
            }
            if from == to {
                loops.push(from);
            } else {
                hierarchy.add_edge(from, to, ());
            }
        }
        loops.sort_unstable();
        loops.dedup();
        let parents = neighbours(&hierarchy, petgraph::Outgoing);
        let children = neighbours(&hierarchy, petgraph::Incoming);
        let (parts, part_of) = parts(&hierarchy);
        let part_depth = depths(&parts, &part_of, &parents);
        Self {
            graph,
            index,
            parents,
            children,
            loops,
            parts,
            part_of,
            part_depth,
        }
    }

    /// The petgraph itself.
    #[must_use]
    pub fn graph(&self) -> &DiGraph<BodyId, usize> {
        &self.graph
    }

    /// The node of a body.
    #[must_use]
    pub fn node(&self, body: &BodyId) -> Option<NodeIndex> {
        self.index.get(body).copied()
    }

    /// The body of a node.
    #[must_use]
    pub fn body(&self, node: NodeIndex) -> Option<&BodyId> {
        self.graph.node_weight(node)
    }

    /// All nodes, in the order of the list of bodies.
    pub fn nodes(&self) -> impl Iterator<Item = NodeIndex> + use<> {
        self.graph.node_indices()
    }

    /// The bodies that a body reports to, each once, in list order.
    #[must_use]
    pub fn parents(&self, node: NodeIndex) -> &[NodeIndex] {
        self.parents.get(node.index()).map_or(&[], Vec::as_slice)
    }

    /// The bodies that report to a body, each once, in list order.
    #[must_use]
    pub fn children(&self, node: NodeIndex) -> &[NodeIndex] {
        self.children.get(node.index()).map_or(&[], Vec::as_slice)
    }

    /// Bodies that report to nobody, or only to themselves.
    #[must_use]
    pub fn roots(&self) -> Vec<NodeIndex> {
        self.nodes()
            .filter(|&node| self.parents(node).is_empty())
            .collect()
    }

    /// Bodies from which all others are reached downwards: the roots, and the first body of
    /// each loop above which there is nobody.
    #[must_use]
    pub fn tops(&self) -> Vec<NodeIndex> {
        let inner = |part: usize, node: NodeIndex| {
            self.parents(node)
                .iter()
                .all(|parent| self.part_of(*parent) == part)
        };
        let mut tops: Vec<NodeIndex> = self
            .parts
            .iter()
            .enumerate()
            .filter(|(at, part)| part.iter().all(|&node| inner(*at, node)))
            .filter_map(|(_, part)| part.first().copied())
            .collect();
        tops.sort_unstable();
        tops
    }

    /// Bodies that report in a loop, together, and bodies that report to themselves, alone.
    ///
    /// Ordered by the first body of each; two loops that share a body are one.
    #[must_use]
    pub fn cycles(&self) -> Vec<Vec<NodeIndex>> {
        let mut cycles: Vec<Vec<NodeIndex>> = self
            .parts
            .iter()
            .filter(|part| part.len() > 1)
            .cloned()
            .collect();
        cycles.extend(self.loops.iter().map(|&node| vec![node]));
        cycles.sort();
        cycles
    }

    /// Whether a body is part of a loop of several bodies, or reports to itself.
    #[must_use]
    pub fn in_cycle(&self, node: NodeIndex) -> bool {
        let part = self.parts.get(self.part_of(node));
        part.is_some_and(|part| part.len() > 1) || self.loops.binary_search(&node).is_ok()
    }

    /// Bodies on the longest reports-to chain, a loop counted as one; 0 without bodies.
    #[must_use]
    pub fn levels(&self) -> usize {
        let deepest = self.part_depth.iter().max();
        deepest.map_or(0, |depth| depth + 1)
    }

    /// Levels above a body on the longest chain, 0 at the top; the bodies of a loop share one.
    #[must_use]
    pub fn depth(&self, node: NodeIndex) -> usize {
        let depth = self.part_depth.get(self.part_of(node));
        depth.copied().unwrap_or(0)
    }

    /// Bodies above a body, in list order; in a loop the body itself is among them.
    #[must_use]
    pub fn ancestors(&self, node: NodeIndex) -> Vec<NodeIndex> {
        reach(&self.parents, node)
    }

    /// Bodies below a body, in list order; in a loop the body itself is among them.
    #[must_use]
    pub fn descendants(&self, node: NodeIndex) -> Vec<NodeIndex> {
        reach(&self.children, node)
    }

    /// Whether a reporting line from `body` to `parent` would close a loop.
    #[must_use]
    pub fn would_close_loop(&self, body: NodeIndex, parent: NodeIndex) -> bool {
        body == parent || self.descendants(body).contains(&parent)
    }

    fn part_of(&self, node: NodeIndex) -> usize {
        self.part_of
            .get(node.index())
            .copied()
            .unwrap_or(usize::MAX)
    }
}

fn neighbours(hierarchy: &DiGraph<(), ()>, way: petgraph::Direction) -> Vec<Vec<NodeIndex>> {
    hierarchy
        .node_indices()
        .map(|node| {
            let mut out: Vec<NodeIndex> = hierarchy.neighbors_directed(node, way).collect();
            out.sort_unstable();
            out.dedup();
            out
        })
        .collect()
}

/// Strongly connected parts, those above first, and the part of each node.
///
/// Kosaraju's way, because petgraph's Tarjan is recursive and long chains would overflow the
/// stack. It gives what can be reached first, and edges point upwards: so tops come first.
fn parts(hierarchy: &DiGraph<(), ()>) -> (Vec<Vec<NodeIndex>>, Vec<usize>) {
    let mut parts = kosaraju_scc(hierarchy);
    let mut part_of = vec![0; hierarchy.node_count()];
    for (at, part) in parts.iter_mut().enumerate() {
        part.sort_unstable();
        for node in part.iter() {
            if let Some(slot) = part_of.get_mut(node.index()) {
                *slot = at;
            }
        }
    }
    (parts, part_of)
}

fn depths(parts: &[Vec<NodeIndex>], part_of: &[usize], parents: &[Vec<NodeIndex>]) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(parts.len());
    for (at, part) in parts.iter().enumerate() {
        let above = part
            .iter()
            .filter_map(|node| parents.get(node.index()))
            .flatten()
            .filter_map(|parent| part_of.get(parent.index()))
            .filter(|&&other| other != at)
            .filter_map(|&other| depths.get(other))
            .max();
        depths.push(above.map_or(0, |depth| depth + 1));
    }
    depths
}

fn reach(step: &[Vec<NodeIndex>], start: NodeIndex) -> Vec<NodeIndex> {
    let mut seen = vec![false; step.len()];
    let mut open = vec![start];
    let mut out = Vec::new();
    while let Some(node) = open.pop() {
        for &next in step.get(node.index()).map_or(&[][..], Vec::as_slice) {
            if let Some(seen) = seen.get_mut(next.index()).filter(|seen| !**seen) {
                *seen = true;
                out.push(next);
                open.push(next);
            }
        }
    }
    out.sort_unstable();
    out
}
