//! Places across the page: items near what they are linked with, in their order, within a width.

use super::rows::Rows;
use crate::layout::table::Table;
use crate::layout::{Gaps, STEP};

/// How often places follow each other.
const ROUNDS: usize = 24;

/// Width of the free strip that a link has where it passes a row.
const STRIP: i32 = 8;

/// Distance of two strips, or of a strip from a card, in pt.
const BESIDE: i32 = 4;

/// Pull of the pieces of a link between two stops, of one between a stop and a node, and of one
/// between two nodes: long ways should be straight.
const PULLS: [f64; 3] = [1.0, 2.0, 6.0];

/// What the places follow from.
pub(super) struct Across<'a> {
    pub(super) rows: &'a Rows,
    /// The width of each node.
    pub(super) widths: &'a [i32],
    pub(super) gaps: Gaps,
}

impl Across<'_> {
    pub(super) fn width(&self, item: usize) -> i32 {
        self.widths.get(item).copied().unwrap_or(STRIP)
    }

    /// The room that an item needs beside itself.
    pub(super) fn gap_beside(&self, item: usize) -> i32 {
        self.gap(item, item)
    }

    /// Room between two neighbours.
    fn gap(&self, left: usize, right: usize) -> i32 {
        if self.rows.is_node(left) && self.rows.is_node(right) {
            self.gaps.sibling
        } else {
            BESIDE
        }
    }

    /// The width that each row needs at least.
    pub(super) fn needs(&self) -> Vec<i32> {
        let rows = self.rows.rows.iter();
        rows.map(|row| self.starts(row).1).collect()
    }

    /// Left edges of a row packed from 0, and its width.
    fn starts(&self, row: &[usize]) -> (Vec<i32>, i32) {
        let (mut at, mut before) = (0, None);
        let mut starts = Vec::with_capacity(row.len());
        for &item in row {
            at += before.map_or(0, |b| self.gap(b, item));
            starts.push(at);
            at += self.width(item);
            before = Some(item);
        }
        (starts, at)
    }

    /// The left edge of each item, within the width of the widest row.
    pub(super) fn lefts(&self) -> Vec<i32> {
        let count = self.rows.rows.len();
        let width = self.needs().into_iter().max().unwrap_or(0);
        // Middles, which are what links pull at.
        let mut middle: Table<f64> = Table::filled(self.rows.at.len());
        for row in &self.rows.rows {
            let (starts, need) = self.starts(row);
            for (&item, start) in row.iter().zip(starts) {
                middle[item] = f64::from(start + (width - need) / 2) + self.half(item);
            }
        }
        for round in 0..ROUNDS {
            for step in 0..count {
                let row = if round % 2 == 0 {
                    step
                } else {
                    count - 1 - step
                };
                // First by what stands above or below, in the end by both.
                let sides = if round + 4 > ROUNDS { 2 } else { round % 2 };
                self.follow(row, sides, width, &mut middle);
            }
        }
        self.on_lattice(&middle)
    }

    fn half(&self, item: usize) -> f64 {
        f64::from(self.width(item)) / 2.0
    }

    /// Brings a row as near as can be to what its items are linked with above (0), below (1), both.
    fn follow(&self, row: usize, sides: usize, width: i32, middle: &mut Table<f64>) {
        let Some(items) = self.rows.rows.get(row) else {
            return;
        };
        let (starts, need) = self.starts(items);
        let goals: Vec<(f64, f64)> = items
            .iter()
            .zip(&starts)
            .map(|(&item, &start)| {
                let (goal, weight) = self.goal(item, sides, middle);
                (goal - self.half(item) - f64::from(start), weight)
            })
            .collect();
        let slack = f64::from(width - need);
        for ((&item, &start), shift) in items.iter().zip(&starts).zip(rising(&goals)) {
            middle[item] = f64::from(start) + self.half(item) + shift.clamp(0.0, slack);
        }
    }

    /// Where an item's links pull it, and how strongly.
    fn goal(&self, item: usize, sides: usize, middle: &Table<f64>) -> (f64, f64) {
        let above = self.rows.above(item).iter().filter(|_| sides != 1);
        let below = self.rows.below(item).iter().filter(|_| sides != 0);
        let (mut sum, mut weight) = (0.0, 0.0);
        for &other in above.chain(below) {
            let stops = [item, other].map(|i| usize::from(!self.rows.is_node(i)));
            let pull = PULLS
                .get(stops.iter().sum::<usize>())
                .copied()
                .unwrap_or(1.0);
            sum += pull * middle[other];
            weight += pull;
        }
        if weight > 0.0 {
            (sum / weight, weight)
        } else {
            (middle[item], 0.01)
        }
    }

    /// Left edges on the lattice, still in order and apart.
    fn on_lattice(&self, middle: &Table<f64>) -> Vec<i32> {
        let mut out: Table<i32> = Table::filled(self.rows.at.len());
        for row in &self.rows.rows {
            let mut least = 0;
            let mut before = None;
            for &item in row {
                let left = rounded(middle[item] - self.half(item));
                least += before.map_or(0, |b| self.gap(b, item));
                out[item] = left.max(least);
                least = out[item] + self.width(item);
                before = Some(item);
            }
        }
        out.iter().copied().collect()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "places are far below the limit"
)]
fn rounded(at: f64) -> i32 {
    (at / f64::from(STEP)).round() as i32 * STEP
}

/// The list that never falls and is nearest to the wishes (value, weight), by squares: neighbours
/// that would fall are joined to their common mean (M. Ayer and others, "An empirical distribution
/// function for sampling with incomplete information", 1955).
fn rising(wishes: &[(f64, f64)]) -> Vec<f64> {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for &(value, weight) in wishes {
        let mut block = (value, weight, 1);
        while let Some(&(v, w, n)) = blocks.last() {
            if v <= block.0 {
                break;
            }
            blocks.pop();
            let sum = w + block.1;
            block = ((v * w + block.0 * block.1) / sum, sum, n + block.2);
        }
        blocks.push(block);
    }
    let each = |(value, _, n): (f64, f64, usize)| std::iter::repeat_n(value, n);
    blocks.into_iter().flat_map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_that_fall_meet_in_the_middle() {
        let plain = |list: &[f64]| rising(&list.iter().map(|&v| (v, 1.0)).collect::<Vec<_>>());
        assert_eq!(plain(&[1.0, 2.0, 5.0]), [1.0, 2.0, 5.0]);
        assert_eq!(plain(&[4.0, 2.0]), [3.0, 3.0]);
        assert_eq!(plain(&[1.0, 9.0, 5.0, 4.0]), [1.0, 6.0, 6.0, 6.0]);
        assert_eq!(rising(&[(6.0, 3.0), (2.0, 1.0)]), [5.0, 5.0]);
        assert_eq!(plain(&[]), [0.0; 0]);
    }
}
