//! Straight pieces of lines that share ways: what has to get a place of its own across its way.

use std::collections::{BTreeMap, BTreeSet};

use super::Cell;
use super::grid::{Axis, Grid};
use super::table::Table;

/// Lines that run as one tree: a bus, links of one class with a common end, or a single link.
#[derive(Clone, Debug, Default)]
pub(super) struct Net {
    pub(super) chains: Vec<Chain>,
}

/// The way of one link of a net, from the end that its links share.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    pub(super) link: usize,
    pub(super) spots: Vec<u32>,
    /// Clear space at the first and the last spot.
    pub(super) clear: [i32; 2],
}

/// An end at a card.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Side {
    /// Where along the run its edge is.
    pub(super) edge: i32,
    /// From where to where the card's side goes.
    pub(super) span: [i32; 2],
    pub(super) clear: i32,
}

/// A straight piece of a net.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    pub(super) net: usize,
    pub(super) axis: Axis,
    /// The way on which it runs.
    pub(super) way: i32,
    /// From where to where, by ways.
    pub(super) low: i32,
    pub(super) high: i32,
    /// Pieces of the same net that meet it.
    pub(super) joins: Vec<usize>,
    pub(super) sides: Vec<Side>,
    /// Its place across the way.
    pub(super) at: i32,
    /// Between which places it may stand.
    pub(super) room: [i32; 2],
}

/// All pieces, and the pieces of each link's way.
#[derive(Debug, Default)]
pub(super) struct Runs {
    pub(super) all: Table<Run>,
    /// For each net and each of its chains the pieces, in order.
    pub(super) of_chains: Vec<Vec<Vec<usize>>>,
}

impl Runs {
    /// `nodes` are the boxes of cards and panels.
    pub(super) fn new(grid: &Grid, nets: &Table<Net>, nodes: &[Cell]) -> Self {
        let mut this = Self::default();
        for (n, net) in nets.iter().enumerate() {
            this.enter(grid, n, net, nodes);
        }
        this
    }

    fn enter(&mut self, grid: &Grid, n: usize, net: &Net, nodes: &[Cell]) {
        let run_of = self.pieces(grid, n, net);
        // Where pieces of both axes meet they hold each other.
        let mut meets: BTreeMap<u32, [Option<usize>; 2]> = BTreeMap::new();
        for (&(low, high), &run) in &run_of {
            for spot in [low, high] {
                let axis = self.all[run].axis as usize;
                if let Some(slot) = meets.entry(spot).or_default().get_mut(axis) {
                    *slot = Some(run);
                }
            }
        }
        for pair in meets.values() {
            if let [Some(a), Some(b)] = *pair {
                self.all[a].joins.push(b);
                self.all[b].joins.push(a);
            }
        }
        for run in run_of.values().copied().collect::<BTreeSet<usize>>() {
            let joins = &mut self.all[run].joins;
            joins.sort_unstable();
            joins.dedup();
        }
        let mut of_chains = Vec::new();
        for chain in &net.chains {
            let mut list: Vec<usize> = Vec::new();
            for pair in chain.spots.windows(2) {
                let &[a, b] = pair else { continue };
                let key = ordered(grid, a, b);
                if let Some(&run) = run_of.get(&key)
                    && list.last() != Some(&run)
                {
                    list.push(run);
                }
            }
            let ends = [
                (chain.spots.first(), list.first(), chain.clear[0]),
                (chain.spots.last(), list.last(), chain.clear[1]),
            ];
            for (spot, run, clear) in ends {
                if let (Some(&spot), Some(&run)) = (spot, run) {
                    self.end(grid, nodes, spot, run, clear);
                }
            }
            of_chains.push(list);
        }
        self.of_chains.push(of_chains);
    }

    fn end(&mut self, grid: &Grid, nodes: &[Cell], spot: u32, run: usize, clear: i32) {
        let at = grid.spot(spot);
        let Some(cell) = at.node().and_then(|node| nodes.get(node)) else {
            return;
        };
        let run = &mut self.all[run];
        let (edge, span) = match run.axis {
            Axis::Horizontal => (at.x, [cell.y, cell.bottom()]),
            Axis::Vertical => (at.y, [cell.x, cell.right()]),
        };
        match run.sides.iter_mut().find(|s| s.edge == edge) {
            Some(side) => side.clear = side.clear.max(clear),
            None => run.sides.push(Side { edge, span, clear }),
        }
    }

    /// Makes the straight pieces of a net; gives the piece of each step between spots.
    fn pieces(&mut self, grid: &Grid, n: usize, net: &Net) -> BTreeMap<(u32, u32), usize> {
        let mut steps: BTreeSet<(Axis, i32, i32, u32, u32)> = BTreeSet::new();
        for chain in &net.chains {
            for pair in chain.spots.windows(2) {
                let &[a, b] = pair else { continue };
                let (low, high) = ordered(grid, a, b);
                let (s, t) = (grid.spot(low), grid.spot(high));
                if s.y == t.y {
                    steps.insert((Axis::Horizontal, s.y, s.x, low, high));
                } else {
                    steps.insert((Axis::Vertical, s.x, s.y, low, high));
                }
            }
        }
        let mut out = BTreeMap::new();
        let mut last: Option<(u32, usize)> = None;
        for (axis, way, from, low, high) in steps {
            let end = grid.spot(high);
            let to = match axis {
                Axis::Horizontal => end.x,
                Axis::Vertical => end.y,
            };
            let run = match last.filter(|(spot, run)| *spot == low && self.all[*run].axis == axis) {
                Some((_, run)) => run,
                None => self.all.push(Run {
                    net: n,
                    axis,
                    way,
                    low: from,
                    at: way,
                    ..Run::default()
                }),
            };
            self.all[run].high = to;
            out.insert((low, high), run);
            last = Some((high, run));
        }
        out
    }

    /// From where to where a piece runs now.
    pub(super) fn extent(&self, run: &Run) -> [i32; 2] {
        let joins = run.joins.iter().map(|&j| self.all[j].at);
        let ends = joins.chain(run.sides.iter().map(|s| s.edge));
        let (mut low, mut high) = (i32::MAX, i32::MIN);
        for end in ends {
            (low, high) = (low.min(end), high.max(end));
        }
        if low > high {
            [run.low, run.high]
        } else {
            [low, high]
        }
    }

    /// The corners of a link's way.
    pub(super) fn points(&self, net: usize, chain: usize) -> Vec<(i32, i32)> {
        let list = self.of_chains.get(net).and_then(|c| c.get(chain));
        let list: &[usize] = list.map_or(&[], Vec::as_slice);
        let mut out = Vec::new();
        let point = |run: &Run, along: i32| match run.axis {
            Axis::Horizontal => (along, run.at),
            Axis::Vertical => (run.at, along),
        };
        for pair in list.windows(2) {
            let &[a, b] = pair else { continue };
            out.push(point(&self.all[a], self.all[b].at));
        }
        out
    }
}

fn ordered(grid: &Grid, a: u32, b: u32) -> (u32, u32) {
    let (s, t) = (grid.spot(a), grid.spot(b));
    if (s.x, s.y) <= (t.x, t.y) {
        (a, b)
    } else {
        (b, a)
    }
}
