//! Room where lines lack it: everything past a place moves on, so that what stood apart stays apart.

use super::grid::Axis;
use super::tracks::Lack;
use super::{Cell, Hang, Placement, up};

/// By how much things move, from which place on.
struct Cuts(Vec<(i32, i32)>);

impl Cuts {
    /// The fewest cuts that give every lack its room: one cut serves all lacks round it.
    fn new(lacks: &[Lack], axis: Axis) -> Self {
        let mut open: Vec<&Lack> = lacks.iter().filter(|l| l.axis == axis).collect();
        open.sort_by_key(|l| (l.from, l.low, l.by));
        let mut cuts: Vec<(i32, i32)> = Vec::new();
        for lack in open {
            let inside = cuts
                .iter()
                .filter(|(at, _)| *at > lack.low && *at <= lack.from);
            let given: i32 = inside.map(|(_, by)| by).sum();
            if given < lack.by {
                cuts.push((lack.from, up(lack.by - given)));
            }
        }
        Self(cuts)
    }

    fn shift(&self, at: i32) -> i32 {
        self.0
            .iter()
            .filter(|(from, _)| *from <= at)
            .map(|(_, by)| by)
            .sum()
    }
}

/// Moves cards apart where lines lack room. A card over a row of others goes by its middle, so that
/// it stays over them; all others go by their edge.
pub(super) fn stretch(placement: &mut Placement, lacks: &[Lack]) {
    let (across, down) = (
        Cuts::new(lacks, Axis::Vertical),
        Cuts::new(lacks, Axis::Horizontal),
    );
    let mut over_row = vec![false; placement.cells.len()];
    for hang in placement
        .hangs
        .iter()
        .flatten()
        .filter(|h| h.trunk != Some(h.stem))
    {
        if let Some(slot) = over_row.get_mut(hang.parent) {
            *slot = true;
        }
    }
    let before = placement.cells.clone();
    for (cell, over_row) in placement.cells.iter_mut().zip(over_row) {
        let place = if over_row {
            cell.x + cell.w / 2
        } else {
            cell.x
        };
        cell.x += across.shift(place);
        cell.y += down.shift(cell.y);
    }
    let regions = placement.regions.iter_mut().map(|region| &mut region.cell);
    for cell in regions.chain(&mut placement.bands) {
        let (right, bottom) = (cell.right(), cell.bottom());
        cell.w += across.shift(right) - across.shift(cell.x);
        cell.h += down.shift(bottom) - down.shift(cell.y);
        cell.x += across.shift(cell.x);
        cell.y += down.shift(cell.y);
    }
    for hang in placement.hangs.iter_mut().flatten() {
        let parents = before
            .get(hang.parent)
            .zip(placement.cells.get(hang.parent));
        let Some((old, new)) = parents else { continue };
        moved(hang, *old, *new, &across, &down);
    }
    let right = placement.cells.iter().map(Cell::right).max().unwrap_or(0);
    let bottom = placement.cells.iter().map(Cell::bottom).max().unwrap_or(0);
    let regions = placement.regions.iter().map(|r| r.cell);
    let regions = regions.chain(placement.bands.iter().copied());
    let (w, h) = placement.size;
    placement.size = (
        regions
            .clone()
            .map(|c| c.right())
            .max()
            .unwrap_or(0)
            .max(right)
            .max(w),
        regions
            .map(|c| c.bottom())
            .max()
            .unwrap_or(0)
            .max(bottom)
            .max(h),
    );
}

fn moved(hang: &mut Hang, old: Cell, new: Cell, across: &Cuts, down: &Cuts) {
    let under = hang.bus - old.bottom();
    hang.bus = if under == 0 {
        new.bottom()
    } else {
        hang.bus + down.shift(hang.bus)
    };
    let hung = hang.trunk == Some(hang.stem);
    hang.trunk = hang.trunk.map(|t| t + across.shift(t));
    hang.stem = match hang.trunk.filter(|_| hung) {
        Some(trunk) => trunk,
        None => hang.stem + new.x - old.x,
    };
}
