//! The lattice that lines run on: what is taken, and by which bundle.

use std::collections::BTreeMap;

use super::{Cell, STEP};

/// Number of a bundle of lines that may share a way.
pub(super) type Owner = u32;

/// No line runs here.
pub(super) const NOBODY: Owner = 0;

/// Nothing may pass: inside a card, too close to it, or on the rim. A spot is wall on both axes
/// or on none.
pub(super) const WALL: Owner = Owner::MAX;

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
///
/// Points are numbered row by row as spots. The outermost ring is wall, so every other spot has
/// four neighbours.
#[derive(Debug)]
pub(super) struct Lattice {
    cols: i32,
    rows: i32,
    /// Place of column 0 and row 0 in pt.
    origin: (i32, i32),
    /// For each spot the owners across and along.
    taken: Vec<[Owner; 2]>,
    /// What each bundle took, to give it back quickly.
    held: BTreeMap<Owner, Vec<(u32, Axis)>>,
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
        let too_large = size > MOST_POINTS;
        let (cols, rows, size) = if too_large {
            (0, 0, 0)
        } else {
            (cols, rows, size)
        };
        let mut this = Self {
            cols,
            rows,
            origin,
            taken: vec![[NOBODY; 2]; size],
            held: BTreeMap::new(),
        };
        if too_large {
            return this;
        }
        this.close_rim();
        for cell in cells {
            this.close(cell, STEP - 1);
        }
        for cell in keep_clear {
            this.close(cell, 0);
        }
        this
    }

    fn close_rim(&mut self) {
        let (cols, rows) = (self.cols, self.rows);
        let across = (0..cols).flat_map(|col| [At { col, row: 0 }, At { col, row: rows - 1 }]);
        let along = (0..rows).flat_map(|row| [At { col: 0, row }, At { col: cols - 1, row }]);
        for at in across.chain(along) {
            self.wall_up(at);
        }
    }

    fn wall_up(&mut self, at: At) {
        if let Some(owners) = self.index(at).and_then(|spot| self.at_spot(spot)) {
            *owners = [WALL; 2];
        }
    }

    fn at_spot(&mut self, spot: u32) -> Option<&mut [Owner; 2]> {
        self.taken.get_mut(usize::try_from(spot).ok()?)
    }

    fn close(&mut self, cell: &Cell, margin: i32) {
        let first = self.at(cell.x - margin + STEP - 1, cell.y - margin + STEP - 1);
        let last = self.at(cell.right() + margin, cell.bottom() + margin);
        for row in first.row..=last.row {
            for col in first.col..=last.col {
                self.wall_up(At { col, row });
            }
        }
    }

    /// Number of points.
    pub(super) fn len(&self) -> usize {
        self.taken.len()
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

    /// The spot of a point, if it lies on the lattice.
    pub(super) fn index(&self, at: At) -> Option<u32> {
        if at.col < 0 || at.row < 0 || at.col >= self.cols || at.row >= self.rows {
            return None;
        }
        u32::try_from(at.row * self.cols + at.col).ok()
    }

    /// The point of a spot.
    pub(super) fn point(&self, spot: u32) -> At {
        let spot = i32::try_from(spot).unwrap_or(0);
        At {
            col: spot % self.cols.max(1),
            row: spot / self.cols.max(1),
        }
    }

    /// The spots before and after this one on an axis.
    pub(super) fn beside(&self, spot: u32, axis: Axis) -> (u32, u32) {
        let by = match axis {
            Axis::Horizontal => 1,
            Axis::Vertical => self.cols.unsigned_abs(),
        };
        (spot.wrapping_sub(by), spot + by)
    }

    /// Who runs through a spot on an axis.
    pub(super) fn owner(&self, spot: u32, axis: Axis) -> Owner {
        let owners = usize::try_from(spot).ok().and_then(|i| self.taken.get(i));
        owners.map_or(WALL, |&[across, along]| match axis {
            Axis::Horizontal => across,
            Axis::Vertical => along,
        })
    }

    fn owner_at(&self, at: At, axis: Axis) -> Owner {
        self.index(at).map_or(WALL, |spot| self.owner(spot, axis))
    }

    /// Whether nothing can ever pass here.
    pub(super) fn wall(&self, at: At) -> bool {
        self.owner_at(at, Axis::Horizontal) == WALL
    }

    /// Whether a bundle may run through a point on an axis.
    pub(super) fn free(&self, at: At, axis: Axis, bundle: Owner) -> bool {
        let owner = self.owner_at(at, axis);
        owner == NOBODY || owner == bundle
    }

    /// Whether another bundle's line (not a wall) runs through a point.
    pub(super) fn crowded(&self, at: At, bundle: Owner) -> bool {
        [Axis::Horizontal, Axis::Vertical].iter().any(|&axis| {
            let owner = self.owner_at(at, axis);
            owner != NOBODY && owner != bundle && owner != WALL
        })
    }

    /// Takes a point on an axis for a bundle; a wall stays a wall.
    pub(super) fn take(&mut self, at: At, axis: Axis, bundle: Owner) {
        let Some(spot) = self.index(at) else { return };
        let Some(owner) = self.slot(spot, axis) else {
            return;
        };
        if *owner != WALL && *owner != bundle {
            *owner = bundle;
            self.held.entry(bundle).or_default().push((spot, axis));
        }
    }

    /// Gives back every point of a bundle.
    pub(super) fn release(&mut self, bundle: Owner) {
        for (spot, axis) in self.held.remove(&bundle).unwrap_or_default() {
            if let Some(owner) = self.slot(spot, axis).filter(|owner| **owner == bundle) {
                *owner = NOBODY;
            }
        }
    }

    fn slot(&mut self, spot: u32, axis: Axis) -> Option<&mut Owner> {
        let [across, along] = self.at_spot(spot)?;
        Some(match axis {
            Axis::Horizontal => across,
            Axis::Vertical => along,
        })
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
