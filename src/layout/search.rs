//! The way of one line over the lattice: A* with costs for length, bends, crossings, closeness.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::lattice::{At, Axis, Lattice, Owner};

/// Cost of one lattice step.
const STEP_COST: u32 = 4;
/// Cost of a bend.
const BEND: u32 = 28;
/// Cost of crossing another line.
const CROSSING: u32 = 44;
/// Cost of a step right beside another line.
const CLOSE: u32 = 6;
/// Cost of a step right beside a card.
const HUG: u32 = 2;
/// Cost of a step on another line, when there is no other way at all.
const CLASH: u32 = 4000;

/// A place where a line may start or end, and the way it runs there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Port {
    /// The point just outside the card, or on the bundle's own line.
    pub(super) at: At,
    /// The axis on which the line leaves.
    pub(super) axis: Axis,
    /// Extra cost of this place.
    pub(super) cost: u32,
}

/// Search state that is reused from line to line.
#[derive(Debug, Default)]
pub(super) struct Search {
    best: Vec<u32>,
    came: Vec<u32>,
    stamp: Vec<u32>,
    goal: Vec<u32>,
    round: u32,
}

const NONE: u32 = u32::MAX;

impl Search {
    /// The cheapest way from any start to any goal for a bundle: every point of it.
    ///
    /// With `force`, steps on other lines are allowed at a high cost; walls never are.
    pub(super) fn way(
        &mut self,
        lattice: &Lattice,
        bundle: Owner,
        starts: &[Port],
        goals: &[Port],
        force: bool,
    ) -> Option<Vec<At>> {
        self.begin(lattice.len() * 2);
        let target = Target::round(goals)?;
        for goal in goals {
            let i = lattice.index(goal.at)? * 2 + goal.axis as usize;
            if let Some(slot) = self.goal.get_mut(i) {
                *slot = self.round;
            }
        }
        let mut open = BinaryHeap::new();
        for start in starts {
            let Some(i) = lattice.index(start.at).map(|i| i * 2 + start.axis as usize) else {
                continue;
            };
            if self.improve(i, start.cost, NONE) {
                open.push(Reverse((
                    start.cost + target.at_least(start.at, start.axis),
                    start.cost,
                    i,
                )));
            }
        }
        while let Some(Reverse((_, cost, state))) = open.pop() {
            if self.best.get(state).is_none_or(|&best| cost > best) {
                continue;
            }
            if self.goal.get(state).is_some_and(|&g| g == self.round) {
                return Some(self.trace(lattice, state));
            }
            let at = lattice.point(state / 2);
            let axis = if state % 2 == 0 {
                Axis::Horizontal
            } else {
                Axis::Vertical
            };
            // Turning on the spot costs a bend and takes both axes of the point.
            if let Some(turn) = enter(lattice, at, axis.other(), bundle, force) {
                self.push(
                    &mut open,
                    state ^ 1,
                    cost + BEND + turn,
                    state,
                    target.at_least(at, axis.other()),
                );
            }
            for by in [-1, 1] {
                let next = at.step(axis, by);
                let Some(step) = enter(lattice, next, axis, bundle, force) else {
                    continue;
                };
                let Some(i) = lattice.index(next) else {
                    continue;
                };
                let extra = surcharge(lattice, next, axis, bundle);
                self.push(
                    &mut open,
                    i * 2 + axis as usize,
                    cost + STEP_COST + step + extra,
                    state,
                    target.at_least(next, axis),
                );
            }
        }
        None
    }

    fn begin(&mut self, states: usize) {
        if self.best.len() != states || self.round == NONE - 1 {
            self.best = vec![0; states];
            self.came = vec![NONE; states];
            self.stamp = vec![0; states];
            self.goal = vec![0; states];
            self.round = 0;
        }
        self.round += 1;
    }

    fn push(
        &mut self,
        open: &mut BinaryHeap<Reverse<(u32, u32, usize)>>,
        state: usize,
        cost: u32,
        from: usize,
        rest: u32,
    ) {
        if self.improve(state, cost, u32::try_from(from).unwrap_or(NONE)) {
            open.push(Reverse((cost + rest, cost, state)));
        }
    }

    fn improve(&mut self, state: usize, cost: u32, from: u32) -> bool {
        let (Some(stamp), Some(best), Some(came)) = (
            self.stamp.get_mut(state),
            self.best.get_mut(state),
            self.came.get_mut(state),
        ) else {
            return false;
        };
        if *stamp == self.round && *best <= cost {
            return false;
        }
        (*stamp, *best, *came) = (self.round, cost, from);
        true
    }

    fn trace(&self, lattice: &Lattice, end: usize) -> Vec<At> {
        let mut points = Vec::new();
        let mut state = u32::try_from(end).unwrap_or(NONE);
        while state != NONE {
            let i = usize::try_from(state).unwrap_or(0);
            let at = lattice.point(i / 2);
            if points.last() != Some(&at) {
                points.push(at);
            }
            state = self.came.get(i).copied().unwrap_or(NONE);
        }
        points.reverse();
        points
    }
}

/// The price of running through a point on an axis; `None` where nothing may.
fn enter(lattice: &Lattice, at: At, axis: Axis, bundle: Owner, force: bool) -> Option<u32> {
    if lattice.free(at, axis, bundle) {
        Some(0)
    } else {
        (force && !lattice.wall(at) && lattice.index(at).is_some()).then_some(CLASH)
    }
}

fn surcharge(lattice: &Lattice, at: At, axis: Axis, bundle: Owner) -> u32 {
    let mut extra = 0;
    if lattice.other(at, axis.other(), bundle) {
        extra += CROSSING;
    }
    for by in [-1, 1] {
        let beside = at.step(axis.other(), by);
        if lattice.other(beside, axis, bundle) {
            extra += CLOSE;
        } else if lattice.wall(beside) {
            extra += HUG;
        }
    }
    extra
}

/// The box round all goals, for the estimate of what is left.
#[derive(Clone, Copy)]
struct Target {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl Target {
    fn round(goals: &[Port]) -> Option<Self> {
        Some(Self {
            left: goals.iter().map(|g| g.at.col).min()?,
            right: goals.iter().map(|g| g.at.col).max()?,
            top: goals.iter().map(|g| g.at.row).min()?,
            bottom: goals.iter().map(|g| g.at.row).max()?,
        })
    }

    /// A price that the rest of the way cannot beat: its length, and the bend that is needed
    /// when the line runs past the goals.
    fn at_least(self, at: At, axis: Axis) -> u32 {
        let dx = (self.left - at.col).max(at.col - self.right).max(0);
        let dy = (self.top - at.row).max(at.row - self.bottom).max(0);
        let bends = match axis {
            Axis::Horizontal => dy > 0,
            Axis::Vertical => dx > 0,
        };
        (dx + dy).unsigned_abs() * STEP_COST + u32::from(bends) * BEND
    }
}
