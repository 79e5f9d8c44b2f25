//! Who reports to whom, as places in the list of bodies; loops and levels.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::graph::NodeIndex;

use crate::graph::StructureGraph;
use crate::model::Structure;

/// The reporting lines of a structure; a line of a body to itself makes no parent.
#[derive(Clone, Debug)]
pub struct Hierarchy {
    parents: Vec<Vec<usize>>,
    children: Vec<Vec<usize>>,
    loops: Vec<Vec<usize>>,
    itself: Vec<usize>,
    levels: usize,
}

impl Hierarchy {
    /// Reads the standing reporting lines of a structure.
    #[must_use]
    pub fn new(structure: &Structure) -> Self {
        let graph = StructureGraph::of(structure);
        let places = |nodes: &[NodeIndex]| nodes.iter().map(|node| node.index()).collect();
        let mut out = Self {
            parents: graph.nodes().map(|n| places(graph.parents(n))).collect(),
            children: graph.nodes().map(|n| places(graph.children(n))).collect(),
            loops: Vec::new(),
            itself: Vec::new(),
            levels: graph.levels(),
        };
        for cycle in graph.cycles() {
            match cycle.as_slice() {
                [one] => out.itself.push(one.index()),
                several => {
                    let members = several.iter().map(|node| node.index()).collect();
                    out.loops.push(out.circle(&members));
                }
            }
        }
        out
    }

    /// Parents of a body, in the order of the structure.
    #[must_use]
    pub fn parents(&self, place: usize) -> &[usize] {
        self.parents.get(place).map_or(&[], Vec::as_slice)
    }

    /// Bodies that report directly to a body, in the order of the structure.
    #[must_use]
    pub fn children(&self, place: usize) -> &[usize] {
        self.children.get(place).map_or(&[], Vec::as_slice)
    }

    /// Bodies that report to each other in a circle, each circle in the order of the lines.
    #[must_use]
    pub fn loops(&self) -> &[Vec<usize>] {
        &self.loops
    }

    /// Bodies that are said to report to themselves.
    #[must_use]
    pub fn report_to_themselves(&self) -> &[usize] {
        &self.itself
    }

    /// Bodies on the longest chain; a loop counts as one.
    #[must_use]
    pub fn levels(&self) -> usize {
        self.levels
    }

    /// Whether nobody reports to anybody else.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.parents.iter().all(Vec::is_empty)
    }

    /// Whether others report to a body that reports to nobody.
    #[must_use]
    pub fn is_top(&self, place: usize) -> bool {
        self.parents(place).is_empty() && !self.children(place).is_empty()
    }

    /// Whether a body reports to nobody and nobody reports to it.
    #[must_use]
    pub fn is_apart(&self, place: usize) -> bool {
        self.parents(place).is_empty() && self.children(place).is_empty()
    }

    /// A shortest circle through the first of these bodies, which all reach each other.
    fn circle(&self, members: &BTreeSet<usize>) -> Vec<usize> {
        let Some(&start) = members.first() else {
            return Vec::new();
        };
        let mut came: BTreeMap<usize, usize> = BTreeMap::new();
        let mut queue = VecDeque::from([start]);
        while let Some(here) = queue.pop_front() {
            for &next in self.parents(here) {
                if next == start {
                    let mut path = vec![here];
                    let mut at = here;
                    while let Some(&before) = came.get(&at) {
                        path.push(before);
                        at = before;
                    }
                    path.reverse();
                    return path;
                }
                if members.contains(&next) && !came.contains_key(&next) {
                    came.insert(next, here);
                    queue.push_back(next);
                }
            }
        }
        members.iter().copied().collect()
    }
}
