//! The lattice that lines run on: what is taken, and by which bundle.

use std::collections::BTreeMap;

use super::{Cell, STEP};

/// Number of a bundle of lines that may share a way; 0 is nobody.
pub(super) type Owner = u32;

/// Nothing may pass: inside a card or too close to it.
const WALL: Owner = Owner::MAX;

/// Which way a line runs through a lattice point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Axis {
    /// Across.
    Horizontal = 0,
    /// Up and down.
    Vertical = 1,
}

impl Axis {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Horizontal => Self::Vertical,
            Self::Vertical => Self::Horizontal,
        }
    }
}

/// A lattice point: column and row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct At {
    pub(super) col: i32,
    pub(super) row: i32,
}

impl At {
    pub(super) fn step(self, axis: Axis, by: i32) -> Self {
        match axis {
            Axis::Horizontal => Self {
                col: self.col + by,
                row: self.row,
            },
            Axis::Vertical => Self {
                col: self.col,
                row: self.row + by,
            },
        }
    }
}

/// Free room round the drawing, in lattice steps, for lines that go round everything.
const MARGIN: i32 = 12;

/// The most lattice points: past a drawing of some 5 m by 5 m no way is searched, since the search
/// would take more memory than an old laptop has.
const MOST_POINTS: usize = 16_000_000;

/// Who runs through each point on each axis.
#[derive(Debug)]
pub(super) struct Lattice {
    cols: i32,
    rows: i32,
    /// Place of column 0 and row 0 in pt.
    origin: (i32, i32),
    taken: [Vec<Owner>; 2],
    /// What each bundle took, to give it back quickly.
    held: BTreeMap<Owner, Vec<(usize, Axis)>>,
}

impl Lattice {
    /// A lattice round these cards, closed where the cards and the kept-clear boxes are.
    pub(super) fn new(cells: &[Cell], keep_clear: &[Cell]) -> Self {
        let all = || cells.iter().chain(keep_clear);
        let left = all().map(|c| c.x).min().unwrap_or(0) - MARGIN * STEP;
        let top = all().map(|c| c.y).min().unwrap_or(0) - MARGIN * STEP;
        let right = all().map(Cell::right).max().unwrap_or(0) + MARGIN * STEP;
        let bottom = all().map(Cell::bottom).max().unwrap_or(0) + MARGIN * STEP;
        let origin = (left.div_euclid(STEP) * STEP, top.div_euclid(STEP) * STEP);
        let cols = (right - origin.0).div_euclid(STEP) + 2;
        let rows = (bottom - origin.1).div_euclid(STEP) + 2;
        let size = usize::try_from(cols).unwrap_or(0) * usize::try_from(rows).unwrap_or(0);
        if size > MOST_POINTS {
            return Self {
                cols: 0,
                rows: 0,
                origin,
                taken: [Vec::new(), Vec::new()],
                held: BTreeMap::new(),
            };
        }
        let mut this = Self {
            cols,
            rows,
            origin,
            taken: [vec![0; size], vec![0; size]],
            held: BTreeMap::new(),
        };
        for cell in cells {
            this.close(cell, STEP - 1);
        }
        for cell in keep_clear {
            this.close(cell, 0);
        }
        this
    }

    fn close(&mut self, cell: &Cell, margin: i32) {
        let first = self.at(cell.x - margin + STEP - 1, cell.y - margin + STEP - 1);
        let last = self.at(cell.right() + margin, cell.bottom() + margin);
        for row in first.row..=last.row {
            for col in first.col..=last.col {
                for axis in [Axis::Horizontal, Axis::Vertical] {
                    self.take(At { col, row }, axis, WALL);
                }
            }
        }
    }

    /// Number of points.
    pub(super) fn len(&self) -> usize {
        self.taken.first().map_or(0, Vec::len)
    }

    /// The lattice point at or before a place in pt.
    pub(super) fn at(&self, x: i32, y: i32) -> At {
        At {
            col: (x - self.origin.0).div_euclid(STEP),
            row: (y - self.origin.1).div_euclid(STEP),
        }
    }

    /// The place of a lattice point in pt.
    pub(super) fn pt(&self, at: At) -> (i32, i32) {
        (self.origin.0 + at.col * STEP, self.origin.1 + at.row * STEP)
    }

    /// Position in flat lists, if the point lies on the lattice.
    pub(super) fn index(&self, at: At) -> Option<usize> {
        if at.col < 0 || at.row < 0 || at.col >= self.cols || at.row >= self.rows {
            return None;
        }
        usize::try_from(at.row * self.cols + at.col).ok()
    }

    /// The point at a position of flat lists.
    pub(super) fn point(&self, index: usize) -> At {
        let index = i32::try_from(index).unwrap_or(0);
        At {
            col: index % self.cols.max(1),
            row: index / self.cols.max(1),
        }
    }

    fn owner(&self, at: At, axis: Axis) -> Owner {
        let [across, along] = &self.taken;
        let list = match axis {
            Axis::Horizontal => across,
            Axis::Vertical => along,
        };
        self.index(at)
            .and_then(|i| list.get(i).copied())
            .unwrap_or(WALL)
    }

    /// Whether nothing can ever pass here.
    pub(super) fn wall(&self, at: At) -> bool {
        self.owner(at, Axis::Horizontal) == WALL && self.owner(at, Axis::Vertical) == WALL
    }

    /// Whether a bundle may run through a point on an axis.
    pub(super) fn free(&self, at: At, axis: Axis, bundle: Owner) -> bool {
        let owner = self.owner(at, axis);
        owner == 0 || owner == bundle
    }

    /// Whether another bundle's line (not a wall) runs through a point on an axis.
    pub(super) fn other(&self, at: At, axis: Axis, bundle: Owner) -> bool {
        let owner = self.owner(at, axis);
        owner != 0 && owner != bundle && owner != WALL
    }

    /// Takes a point on an axis for a bundle; a wall stays a wall.
    pub(super) fn take(&mut self, at: At, axis: Axis, bundle: Owner) {
        let Some(i) = self.index(at) else { return };
        let [across, along] = &mut self.taken;
        let list = match axis {
            Axis::Horizontal => across,
            Axis::Vertical => along,
        };
        if let Some(owner) = list.get_mut(i).filter(|o| **o != WALL && **o != bundle) {
            *owner = bundle;
            if bundle != WALL {
                self.held.entry(bundle).or_default().push((i, axis));
            }
        }
    }

    /// Gives back every point of a bundle.
    pub(super) fn release(&mut self, bundle: Owner) {
        let [across, along] = &mut self.taken;
        for (i, axis) in self.held.remove(&bundle).unwrap_or_default() {
            let list = match axis {
                Axis::Horizontal => &mut *across,
                Axis::Vertical => &mut *along,
            };
            if let Some(owner) = list.get_mut(i).filter(|owner| **owner == bundle) {
                *owner = 0;
            }
        }
    }

    /// Takes every point of a line, both axes at its corners and ends.
    pub(super) fn take_line(&mut self, points: &[(i32, i32)], bundle: Owner) {
        for pair in points.windows(2) {
            let &[a, b] = pair else { continue };
            let (a, b) = (self.at(a.0, a.1), self.at(b.0, b.1));
            let axis = if a.row == b.row {
                Axis::Horizontal
            } else {
                Axis::Vertical
            };
            let length = (b.col - a.col).abs() + (b.row - a.row).abs();
            let by = (b.col - a.col).signum() + (b.row - a.row).signum();
            for n in 0..=length {
                self.take(a.step(axis, n * by), axis, bundle);
            }
        }
    }
}
