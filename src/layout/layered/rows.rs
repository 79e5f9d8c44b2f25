//! Rows of nodes, with a stop in every row that a link passes.

use super::links::Down;
use crate::layout::table::Table;

/// Rows from the top down; each holds items from left to right. Items below `nodes` are nodes, the
/// others are stops of links on their way through a row.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    pub(super) nodes: usize,
    pub(super) rows: Vec<Vec<usize>>,
    /// Items in the row above that an item is linked with, once for each line.
    pub(super) up: Vec<Vec<usize>>,
    /// Items in the row below.
    pub(super) down: Vec<Vec<usize>>,
    /// Items in its own row, once for each line.
    pub(super) level: Vec<Vec<usize>>,
    /// The place of each item in its row.
    pub(super) at: Vec<usize>,
}

impl Rows {
    /// The rows for a rank of each node.
    pub(super) fn new(rank: &[usize], links: &[Down]) -> Self {
        let nodes = rank.len();
        let count = rank.iter().max().map_or(0, |last| last + 1);
        let mut rows: Table<Vec<usize>> = Table::filled(count);
        let (mut up, mut down) = (vec![Vec::new(); nodes], vec![Vec::new(); nodes]);
        let mut level = vec![Vec::new(); nodes];
        for (node, &row) in rank.iter().enumerate() {
            rows[row].push(node);
        }
        let row_of = |node: usize| rank.get(node).copied().unwrap_or(0);
        for link in links {
            let (mut upper, mut lower) = (link.upper, link.lower);
            if row_of(upper) > row_of(lower) {
                (upper, lower) = (lower, upper);
            }
            let (top, bottom) = (row_of(upper), row_of(lower));
            if top == bottom {
                join_beside(&mut level, upper, lower, link.lines);
                continue;
            }
            let mut before = upper;
            for row in top + 1..bottom {
                let stop = up.len();
                up.push(Vec::new());
                down.push(Vec::new());
                rows[row].push(stop);
                join(&mut up, &mut down, before, stop, link.lines);
                before = stop;
            }
            join(&mut up, &mut down, before, lower, link.lines);
        }
        let mut this = Self {
            nodes,
            rows: rows.iter().cloned().collect(),
            at: vec![0; up.len()],
            up,
            down,
            level,
        };
        for row in 0..this.rows.len() {
            this.number(row);
        }
        this
    }

    /// Whether an item is a node and no stop.
    pub(super) fn is_node(&self, item: usize) -> bool {
        item < self.nodes
    }

    /// Notes the places in a row after it has changed.
    pub(super) fn number(&mut self, row: usize) {
        for (place, &item) in self.rows.get(row).into_iter().flatten().enumerate() {
            if let Some(slot) = self.at.get_mut(item) {
                *slot = place;
            }
        }
    }

    pub(super) fn place(&self, item: usize) -> usize {
        self.at.get(item).copied().unwrap_or(0)
    }

    pub(super) fn above(&self, item: usize) -> &[usize] {
        self.up.get(item).map_or(&[], Vec::as_slice)
    }

    pub(super) fn below(&self, item: usize) -> &[usize] {
        self.down.get(item).map_or(&[], Vec::as_slice)
    }

    pub(super) fn beside(&self, item: usize) -> &[usize] {
        self.level.get(item).map_or(&[], Vec::as_slice)
    }

    /// How often links cross between all rows.
    pub(super) fn crossings(&self) -> u64 {
        let pairs = self.rows.windows(2).map(|pair| match pair {
            [upper, lower] => self.between(upper, lower.len()),
            _ => 0,
        });
        pairs.sum::<u64>() + self.rows.iter().map(|row| self.within(row)).sum::<u64>()
    }

    /// Crossings of links that lie level in a row.
    fn within(&self, row: &[usize]) -> u64 {
        Level::new(self, row).map_or(0, |level| level.crossings(None))
    }

    /// Crossings between a row and the one below it: pairs that change sides.
    fn between(&self, upper: &[usize], width: usize) -> u64 {
        // A tree of sums over the places of the lower row (Fenwick).
        let mut sums = vec![0u64; width + 1];
        let (mut seen, mut found) = (0, 0);
        for &item in upper {
            let mut ends: Vec<usize> = self.below(item).iter().map(|&b| self.place(b)).collect();
            ends.sort_unstable();
            for &end in &ends {
                let (mut at, mut not_after) = (end + 1, 0);
                while at > 0 {
                    not_after += sums.get(at).copied().unwrap_or(0);
                    at &= at - 1;
                }
                found += seen - not_after;
            }
            for end in ends {
                let mut at = end + 1;
                while let Some(sum) = sums.get_mut(at) {
                    *sum += 1;
                    at += at & at.wrapping_neg();
                }
                seen += 1;
            }
        }
        found
    }
}

/// Links that lie level in a row: each goes over or under what stands between its ends, whichever
/// crosses less.
pub(super) struct Level {
    /// How many links lead up and down from each place.
    ends: Vec<(u64, u64)>,
    /// The places that they join.
    pairs: Vec<(usize, usize)>,
}

impl Level {
    /// None when no link lies level.
    pub(super) fn new(rows: &Rows, row: &[usize]) -> Option<Self> {
        let mut pairs = Vec::new();
        for (at, &item) in row.iter().enumerate() {
            let others = rows.beside(item).iter().map(|&other| rows.place(other));
            pairs.extend(others.filter(|&other| at < other).map(|other| (at, other)));
        }
        if pairs.is_empty() {
            return None;
        }
        let count = |list: &[usize]| u64::try_from(list.len()).unwrap_or(0);
        let ends = row
            .iter()
            .map(|&i| (count(rows.above(i)), count(rows.below(i))));
        Some(Self {
            ends: ends.collect(),
            pairs,
        })
    }

    /// How often they cross, with one item moved from a place to another.
    pub(super) fn crossings(&self, moved: Option<(usize, usize)>) -> u64 {
        let (from, to) = moved.unwrap_or_default();
        // Where what stands at a place stood before, and where it stands after.
        let (low, high) = (from.min(to), from.max(to));
        let after = |at: usize| match at {
            _ if at == from => to,
            _ if at < low || at > high => at,
            _ if from < to => at - 1,
            _ => at + 1,
        };
        let before = |at: usize| match at {
            _ if at == to => from,
            _ if at < low || at > high => at,
            _ if from < to => at + 1,
            _ => at - 1,
        };
        let pairs = self.pairs.iter().map(|&(a, b)| (after(a), after(b)));
        let between = pairs.map(|(a, b)| {
            let items = (a.min(b) + 1..a.max(b)).filter_map(|at| self.ends.get(before(at)));
            let (up, down) = items.fold((0, 0), |sum, ends| (sum.0 + ends.0, sum.1 + ends.1));
            up.min(down)
        });
        between.sum()
    }
}

fn join_beside(level: &mut [Vec<usize>], a: usize, b: usize, lines: usize) {
    for (own, other) in [(a, b), (b, a)] {
        if let Some(list) = level.get_mut(own) {
            list.extend(std::iter::repeat_n(other, lines));
        }
    }
}

fn join(up: &mut [Vec<usize>], down: &mut [Vec<usize>], above: usize, below: usize, lines: usize) {
    for _ in 0..lines {
        if let Some(list) = down.get_mut(above) {
            list.push(below);
        }
        if let Some(list) = up.get_mut(below) {
            list.push(above);
        }
    }
}
