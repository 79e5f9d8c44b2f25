//! The way of one line over the grid: A* with costs for length, bends, crossings and crowds.

use super::grid::{Axis, Grid, NOWHERE};
use super::table::Table;
use super::waiting::Waiting;

/// Cost of a bend, in pt of length.
const BEND: u32 = 40;
/// Cost of crossing one line.
const CROSSING: u32 = 80;
/// Cost of passing a place where another line turns: it may have to be crossed.
const PASSING: u32 = 24;
/// Cost of every line that runs the same way, for each piece of it.
const CROWD: u32 = 3;
/// Cost of a place on a card's edge for every line that ends there already.
const SHARED_END: u32 = 24;

/// A place where a line may start or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Port {
    pub(super) spot: u32,
    /// The axis on which the line leaves; both where it branches off a line.
    pub(super) axis: Axis,
    /// Extra cost of this place.
    pub(super) cost: u32,
}

/// What runs where already.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    /// Lines that run straight through a spot on each axis, lines that turn there, and lines on the
    /// pieces to the right of it and below it.
    at: Table<Use>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Use {
    straight: [u16; 2],
    turning: u16,
    piece: [u16; 2],
}

/// So many lines a piece of a way seems to carry where there is room for none more.
const FULL: u16 = 100;

impl Traffic {
    pub(super) fn new(grid: &Grid) -> Self {
        Self {
            at: Table::filled(grid.len()),
        }
    }

    /// Enters a line, or takes it out: its spots, and for each which of the four directions it
    /// uses; `weight` lines run as one.
    pub(super) fn note(&mut self, arms: &[(u32, [bool; 4])], weight: u16, enter: bool) {
        let add = |slot: &mut u16, by: u16| {
            *slot = if enter {
                slot.saturating_add(by)
            } else {
                slot.saturating_sub(by)
            };
        };
        for &(spot, [left, right, up, down]) in arms {
            let here = &mut self.at[spot as usize];
            let [across, along] = &mut here.straight;
            if left && right {
                add(across, weight);
            }
            if up && down {
                add(along, weight);
            }
            if (left || right) && (up || down) {
                add(&mut here.turning, weight);
            }
            let [to_right, below] = &mut here.piece;
            if right {
                add(to_right, 1);
            }
            if down {
                add(below, 1);
            }
        }
    }

    /// Has lines look for another way than the piece that leads on from a spot.
    pub(super) fn shun(&mut self, spot: u32, axis: Axis) {
        let [across, along] = &mut self.at[spot as usize].piece;
        let piece = match axis {
            Axis::Horizontal => across,
            Axis::Vertical => along,
        };
        *piece = piece.saturating_add(FULL);
    }

    fn passing(&self, spot: u32, axis: Axis) -> u32 {
        let here = self.at[spot as usize];
        let [across, along] = here.straight;
        let other = match axis {
            Axis::Horizontal => along,
            Axis::Vertical => across,
        };
        u32::from(other) * CROSSING + u32::from(here.turning) * PASSING
    }

    fn crowd(&self, spot: u32, axis: Axis) -> u32 {
        let [across, along] = self.at[spot as usize].piece;
        u32::from(match axis {
            Axis::Horizontal => across,
            Axis::Vertical => along,
        })
    }

    /// What a way costs as things are, its ends left out.
    pub(super) fn price(&self, grid: &Grid, spots: &[u32]) -> u32 {
        let mut out = 0;
        let mut last: Option<Axis> = None;
        for pair in spots.windows(2) {
            let &[a, b] = pair else { continue };
            let (s, t) = (grid.spot(a), grid.spot(b));
            let axis = if s.y == t.y {
                Axis::Horizontal
            } else {
                Axis::Vertical
            };
            let piece = if (s.x, s.y) <= (t.x, t.y) { a } else { b };
            out += self.step(grid, (a, b), piece, axis);
            out += u32::from(last.is_some_and(|l| l != axis)) * BEND;
            last = Some(axis);
        }
        out
    }

    /// The cost of a step to the next spot.
    fn step(&self, grid: &Grid, (from, to): (u32, u32), piece: u32, axis: Axis) -> u32 {
        let (here, there) = (grid.spot(from), grid.spot(to));
        let length = ((there.x - here.x).abs() + (there.y - here.y).abs()).unsigned_abs();
        let crowd = self.crowd(piece, axis);
        length + crowd * (CROWD + length / 16) + self.passing(to, axis)
    }

    /// The cost of ending where so many lines end already.
    pub(super) fn end_cost(&self, grid: &Grid, spot: u32) -> u32 {
        let [left, right, up, down] = grid.spot(spot).next;
        let lines = if right != NOWHERE {
            self.crowd(spot, Axis::Horizontal)
        } else if down != NOWHERE {
            self.crowd(spot, Axis::Vertical)
        } else if left != NOWHERE {
            self.crowd(left, Axis::Horizontal)
        } else {
            self.crowd(up, Axis::Vertical)
        };
        lines * SHARED_END
    }
}

/// Search state that is reused from line to line.
#[derive(Debug, Default)]
pub(super) struct Search {
    marks: Table<Mark>,
    round: u32,
    waiting: Waiting,
    /// States looked at so far, for all lines of the drawing.
    spent: u64,
}

/// What is known of a state: a spot and the axis on which the line runs through it.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// The round in which `best` and `came` were written.
    seen: u32,
    /// The round in which this state is a goal, and what it costs to end there.
    goal: u32,
    end: u32,
    best: u32,
    came: u32,
}

const NONE: u32 = u32::MAX;

/// After so many states each line takes the first way that is any good. Counted, not timed, so that
/// every machine draws the same.
const CARE: u64 = 2_000_000;
/// States whose prices differ by less than this wait together.
const COARSE: u32 = 4;
/// From so many spots on, finding a way soon begins to count.
const LARGE: usize = 6_000;
/// The most that an estimate is raised, in quarters.
const MOST_EAGER: u32 = 24;

impl Search {
    /// Whether there is effort left for second thoughts.
    pub(super) fn careful(&self, grid: &Grid) -> bool {
        self.spent < CARE && grid.len() < 4 * LARGE
    }

    /// How much the estimate of what is left counts, in quarters: more finds a way sooner, but not
    /// the best.
    fn eagerness(&self, grid: &Grid) -> u32 {
        let size = (grid.len() / LARGE) as u32;
        match self.spent {
            0..CARE => (4 + 2 * size).min(MOST_EAGER),
            _ => MOST_EAGER,
        }
    }

    /// The cheapest way from any start to any goal: its spots.
    pub(super) fn way(
        &mut self,
        grid: &Grid,
        traffic: &Traffic,
        starts: &[Port],
        goals: &[Port],
    ) -> Option<Vec<u32>> {
        if self.marks.len() != grid.len() * 2 {
            self.marks = Table::filled(grid.len() * 2);
            self.round = 0;
        }
        self.round += 1;
        self.waiting.clear();
        let eager = self.eagerness(grid);
        let round = self.round;
        let target = Target::round(grid, goals)?;
        let rest = |spot: u32, axis| target.at_least(grid, spot, axis) * eager / 4;
        for goal in goals {
            let mark = &mut self.marks[state(goal.spot, goal.axis) as usize];
            (mark.goal, mark.end) = (round, goal.cost);
        }
        for start in starts {
            let ahead = || rest(start.spot, start.axis);
            self.reach(state(start.spot, start.axis), start.cost, NONE, ahead);
        }
        let mut best: Option<(u32, u32)> = None;
        while let Some((cost, from)) = self.waiting.pop() {
            let mark = self.marks[from as usize];
            if cost > mark.best {
                continue;
            }
            let ahead = rest(from / 2, axis_of(from));
            if best.is_some_and(|(found, _)| cost + ahead >= found) {
                break;
            }
            self.spent += 1;
            if mark.goal == round && mark.came != NONE {
                let whole = cost + mark.end;
                if best.is_none_or(|(found, _)| whole < found) {
                    best = Some((whole, from));
                }
                continue;
            }
            let (spot, axis) = (from / 2, axis_of(from));
            let here = grid.spot(spot);
            if here.card == NOWHERE {
                let turned = axis.other();
                self.reach(state(spot, turned), cost + BEND, from, || {
                    rest(spot, turned)
                });
            } else if mark.came != NONE {
                // At the edge of a card that is no goal.
                continue;
            }
            let [left, right, up, down] = here.next;
            let nexts = match axis {
                Axis::Horizontal => [(left, left), (right, spot)],
                Axis::Vertical => [(up, up), (down, spot)],
            };
            for (next, piece) in nexts {
                if next == NOWHERE {
                    continue;
                }
                let price = traffic.step(grid, (spot, next), piece, axis);
                self.reach(state(next, axis), cost + price, from, || rest(next, axis));
            }
        }
        best.map(|(_, end)| self.trace(end))
    }

    /// Notes a way to a state if it is the cheapest so far.
    fn reach(&mut self, state: u32, cost: u32, from: u32, rest: impl FnOnce() -> u32) {
        let round = self.round;
        let mark = &mut self.marks[state as usize];
        if mark.seen == round && mark.best <= cost {
            return;
        }
        (mark.seen, mark.best, mark.came) = (round, cost, from);
        self.waiting.push((cost + rest()) / COARSE, cost, state);
    }

    fn trace(&self, end: u32) -> Vec<u32> {
        let mut spots = Vec::new();
        let mut state = end;
        while state != NONE {
            if spots.last() != Some(&(state / 2)) {
                spots.push(state / 2);
            }
            state = self.marks[state as usize].came;
        }
        spots.reverse();
        spots
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

/// The box round all goals, for the estimate of what is left.
#[derive(Clone, Copy)]
struct Target {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl Target {
    fn round(grid: &Grid, goals: &[Port]) -> Option<Self> {
        let spots = || goals.iter().map(|g| grid.spot(g.spot));
        Some(Self {
            left: spots().map(|s| s.x).min()?,
            right: spots().map(|s| s.x).max()?,
            top: spots().map(|s| s.y).min()?,
            bottom: spots().map(|s| s.y).max()?,
        })
    }

    /// A price that the rest of the way cannot beat: its length, and the bend that is needed
    /// when the line runs past the goals.
    fn at_least(self, grid: &Grid, spot: u32, axis: Axis) -> u32 {
        let at = grid.spot(spot);
        let dx = (self.left - at.x).max(at.x - self.right).max(0);
        let dy = (self.top - at.y).max(at.y - self.bottom).max(0);
        let bends = match axis {
            Axis::Horizontal => dy > 0,
            Axis::Vertical => dx > 0,
        };
        (dx + dy).unsigned_abs() + u32::from(bends) * BEND
    }
}
