//! The way of one line over the lattice: A* with costs for length, bends, crossings, closeness.

use super::lattice::{At, Axis, Lattice, NOBODY, Owner, WALL};
use super::waiting::Waiting;

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
const CLASH: u32 = 400;

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
    marks: Vec<Mark>,
    round: u32,
    waiting: Waiting,
    /// States looked at so far, for all lines of the drawing.
    spent: u64,
}

/// What is known of a state: a point and the axis on which the line runs through it.
#[derive(Clone, Copy, Debug)]
struct Mark {
    /// The round in which `best` and `came` were written.
    seen: u32,
    /// The round in which this state is a goal.
    goal: u32,
    best: u32,
    came: u32,
}

const NONE: u32 = u32::MAX;

const UNSEEN: Mark = Mark {
    seen: 0,
    goal: 0,
    best: 0,
    came: NONE,
};

/// So many states are looked at with all care: more than any real structure has needed. Counted, not
/// timed, so that every machine draws the same.
const CARE: u64 = 800_000;

/// After so many states each line takes the first way that is any good.
const HASTE: u64 = 1_600_000;

/// The most states looked at for one line that may run on others.
const ONE_LINE: u64 = 400_000;

impl Search {
    /// Whether there is effort left for second thoughts and wider gaps.
    pub(super) fn careful(&self) -> bool {
        self.spent < CARE
    }

    /// How much the estimate of what is left counts: more finds a way sooner, but not the best.
    fn eagerness(&self) -> u32 {
        match self.spent {
            0..CARE => 1,
            CARE..HASTE => 3,
            HASTE.. => 12,
        }
    }

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
        let (eager, before) = (self.eagerness(), self.spent);
        let target = Target::round(goals)?;
        for goal in goals {
            let (round, state) = (self.round, state(lattice.index(goal.at)?, goal.axis));
            if let Some(mark) = self.mark(state) {
                mark.goal = round;
            }
        }
        for start in starts {
            if let Some(spot) = lattice.index(start.at) {
                let rest = target.at_least(start.at, start.axis) * eager;
                self.reach(state(spot, start.axis), start.cost, NONE, rest);
            }
        }
        while let Some((cost, from)) = self.waiting.pop() {
            let round = self.round;
            let mark = *self.mark(from)?;
            if cost > mark.best {
                continue;
            }
            self.spent += 1;
            // A place that is walled in would be looked for everywhere.
            let most = if force { before + ONE_LINE } else { HASTE };
            if self.spent > most {
                return None;
            }
            if mark.goal == round {
                return Some(self.trace(lattice, from));
            }
            let (spot, axis) = (from / 2, axis_of(from));
            let at = lattice.point(spot);
            // Turning on the spot costs a bend and takes both axes of the point.
            if let Some(price) = enter(lattice.owner(spot, axis.other()), bundle, force) {
                let rest = target.at_least(at, axis.other()) * eager;
                self.reach(from ^ 1, cost + BEND + price, from, rest);
            }
            let (before, after) = lattice.beside(spot, axis);
            for (next, by) in [(before, -1), (after, 1)] {
                let Some(price) = enter(lattice.owner(next, axis), bundle, force) else {
                    continue;
                };
                let price = STEP_COST + price + surcharge(lattice, next, axis, bundle);
                let rest = target.at_least(at.step(axis, by), axis) * eager;
                self.reach(state(next, axis), cost + price, from, rest);
            }
        }
        None
    }

    fn begin(&mut self, states: usize) {
        if self.marks.len() != states || self.round == NONE - 1 {
            self.marks = vec![UNSEEN; states];
            self.round = 0;
        }
        self.round += 1;
        self.waiting.clear();
    }

    fn mark(&mut self, state: u32) -> Option<&mut Mark> {
        self.marks.get_mut(usize::try_from(state).ok()?)
    }

    /// Notes a way to a state if it is the cheapest so far.
    fn reach(&mut self, state: u32, cost: u32, from: u32, rest: u32) {
        let round = self.round;
        let Some(mark) = self.mark(state) else { return };
        if mark.seen == round && mark.best <= cost {
            return;
        }
        (mark.seen, mark.best, mark.came) = (round, cost, from);
        self.waiting.push(cost + rest, cost, state);
    }

    fn trace(&mut self, lattice: &Lattice, end: u32) -> Vec<At> {
        let mut points = Vec::new();
        let mut state = end;
        while state != NONE {
            let at = lattice.point(state / 2);
            if points.last() != Some(&at) {
                points.push(at);
            }
            state = self.mark(state).map_or(NONE, |mark| mark.came);
        }
        points.reverse();
        points
    }
}

/// The number of running through a spot on an axis.
fn state(spot: u32, axis: Axis) -> u32 {
    spot * 2 + axis as u32
}

fn axis_of(state: u32) -> Axis {
    if state.is_multiple_of(2) {
        Axis::Horizontal
    } else {
        Axis::Vertical
    }
}

/// The price of running where `owner` has the way; `None` where nothing may.
fn enter(owner: Owner, bundle: Owner, force: bool) -> Option<u32> {
    if owner == NOBODY || owner == bundle {
        Some(0)
    } else {
        (force && owner != WALL).then_some(CLASH)
    }
}

fn surcharge(lattice: &Lattice, spot: u32, axis: Axis, bundle: Owner) -> u32 {
    let foreign = |owner| owner != NOBODY && owner != bundle && owner != WALL;
    let mut extra = 0;
    if foreign(lattice.owner(spot, axis.other())) {
        extra += CROSSING;
    }
    let (before, after) = lattice.beside(spot, axis.other());
    for beside in [before, after] {
        let owner = lattice.owner(beside, axis);
        if foreign(owner) {
            extra += CLOSE;
        } else if owner == WALL {
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
