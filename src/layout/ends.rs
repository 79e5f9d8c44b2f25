//! Where lines may end on a card, and the room their ends need.

use super::STEP;
use super::lattice::{At, Axis};
use super::search::Port;

/// Distance of a line's end from the corners of a card in pt.
const FROM_CORNER: i32 = 8;

/// The lattice points covered by what is drawn at the end of a line.
pub(super) fn end_points(at: At, axis: Axis, out: i32, clear: i32) -> impl Iterator<Item = At> {
    let (deep, wide) = ((clear / STEP).max(1), clear / (2 * STEP));
    (0..deep).flat_map(move |d| {
        (-wide..=wide).map(move |w| at.step(axis, d * out).step(axis.other(), w))
    })
}

/// Lattice places along an edge, away from its corners; the middle when the edge is short.
pub(super) fn spread(start: i32, length: i32) -> Vec<i32> {
    if length < 2 * FROM_CORNER {
        return vec![start + length.div_euclid(2 * STEP) * STEP];
    }
    (FROM_CORNER / STEP..=(length - FROM_CORNER) / STEP)
        .map(|n| start + n * STEP)
        .collect()
}

/// The places at the sides of a card, if there are any; else half of the others start a line, and
/// the goals are left without them, since a line that ends where it starts is none.
pub(super) fn sideways(starts: Vec<Port>, goals: &mut Vec<Port>) -> Vec<Port> {
    let side: Vec<Port> = starts
        .iter()
        .copied()
        .filter(|s| s.axis == Axis::Horizontal)
        .collect();
    if !side.is_empty() {
        return side;
    }
    let starts: Vec<Port> = starts.into_iter().step_by(2).collect();
    goals.retain(|goal| starts.iter().all(|start| start.at != goal.at));
    starts
}
