//! Who reports to whom, as places in the list of bodies; loops and levels.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{BodyId, Structure};

/// The reporting lines of a structure.
#[derive(Clone, Debug, Default)]
pub struct Hierarchy {
    parents: Vec<Vec<usize>>,
    children: Vec<Vec<usize>>,
    loops: Vec<Vec<usize>>,
    levels: usize,
}

impl Hierarchy {
    /// Reads the standing reporting lines of a structure.
    #[must_use]
    pub fn new(structure: &Structure) -> Self {
        let n = structure.bodies.len();
        let mut places: BTreeMap<&BodyId, usize> = BTreeMap::new();
        for (place, body) in structure.bodies.iter().enumerate() {
            places.entry(&body.id).or_insert(place);
        }
        let mut lines = BTreeSet::new();
        for link in structure.links.iter().filter(|link| link.hierarchy()) {
            if let (Some(&from), Some(&to)) = (places.get(&link.from), places.get(&link.to)) {
                lines.insert((from, to));
            }
        }
        let mut out = Self {
            parents: vec![Vec::new(); n],
            children: vec![Vec::new(); n],
            ..Self::default()
        };
        for (from, to) in &lines {
            if let Some(parents) = out.parents.get_mut(*from) {
                parents.push(*to);
            }
        }
        for (from, to) in &lines {
            if let Some(children) = out.children.get_mut(*to) {
                children.push(*from);
            }
        }
        out.find_levels(n, &lines);
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
    ///
    /// A body that reports to itself is none.
    #[must_use]
    pub fn loops(&self) -> &[Vec<usize>] {
        &self.loops
    }

    /// Bodies on the longest chain; a loop counts as one.
    #[must_use]
    pub fn levels(&self) -> usize {
        self.levels
    }

    /// Whether nobody reports to anybody.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.parents.iter().all(Vec::is_empty)
    }

    fn find_levels(&mut self, n: usize, lines: &BTreeSet<(usize, usize)>) {
        let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(n, lines.len());
        for _ in 0..n {
            graph.add_node(());
        }
        for (from, to) in lines {
            graph.add_edge(NodeIndex::new(*from), NodeIndex::new(*to), ());
        }
        // Components come parents first: the order is the reverse of the lines.
        let components = kosaraju_scc(&graph);
        let mut component = vec![0; n];
        for (at, members) in components.iter().enumerate() {
            for member in members {
                if let Some(slot) = component.get_mut(member.index()) {
                    *slot = at;
                }
            }
        }
        let mut depth = vec![1; components.len()];
        for (at, members) in components.iter().enumerate() {
            let above = members
                .iter()
                .flat_map(|member| self.parents(member.index()))
                .filter_map(|parent| component.get(*parent))
                .filter(|parent| **parent != at)
                .filter_map(|parent| depth.get(*parent))
                .max()
                .copied()
                .unwrap_or(0);
            if let Some(slot) = depth.get_mut(at) {
                *slot = above + 1;
            }
            self.levels = self.levels.max(above + 1);
        }
        let mut loops: Vec<Vec<usize>> = components
            .iter()
            .filter(|members| members.len() > 1)
            .map(|members| self.circle(&members.iter().map(|m| m.index()).collect()))
            .collect();
        loops.sort();
        self.loops = loops;
    }

    /// A shortest circle through the first of these bodies, which all reach each other.
    fn circle(&self, members: &BTreeSet<usize>) -> Vec<usize> {
        let Some(&start) = members.first() else {
            return Vec::new();
        };
        let mut came: BTreeMap<usize, usize> = BTreeMap::new();
        let mut queue = std::collections::VecDeque::from([start]);
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
