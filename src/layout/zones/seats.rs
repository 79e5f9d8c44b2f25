//! Where the zones beside the hierarchy stand: the places that cost least.

use super::Spacing;
use super::pack::FOOT_ROWS;

/// How often all zones are looked at again.
const ROUNDS: usize = 4;

/// How much far lines count beside the size of the print.
const FAR: f64 = 0.4;

/// What it costs when bodies do not stand under those they report to.
const APART: f64 = 0.3;

/// What a smaller print costs, even one that can be read.
const LARGE: f64 = 0.4;

/// Lines that run round the panels make the print so much smaller.
const SPARE: f64 = 1.02;

/// What a print that is too small to be read costs on top.
const SMALL: f64 = 0.15;

/// And for how much it is too small.
const UNREADABLE: f64 = 2.5;

/// Lines between two zones count at most so often: several run together.
const MOST_TIES: u32 = 4;

/// Where a zone beside the hierarchy stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seat {
    pub(super) row: usize,
    pub(super) left: bool,
    pub(super) form: usize,
}

/// A zone beside the hierarchy with the sizes of its forms.
pub(super) struct Beside {
    pub(super) zone: usize,
    pub(super) outside: bool,
    pub(super) forms: Vec<(i32, i32)>,
}

/// What seats are chosen for.
pub(super) struct Seating<'a> {
    pub(super) spacing: Spacing,
    pub(super) room: (i32, i32),
    /// The least scale at which text can be read.
    pub(super) readable: f64,
    /// Zone, size and whether its columns are shared, from the top.
    pub(super) bands: Vec<(usize, (i32, i32), bool)>,
    pub(super) beside: &'a [Beside],
    /// Two zones and how many lines lead between them.
    pub(super) ties: &'a [(usize, usize, u32)],
    /// Number of zones.
    pub(super) zones: usize,
    /// How many places are looked at, at most, from each beginning.
    pub(super) most: usize,
}

/// Places times panels that are looked at for a whole drawing. Counted, not timed, so that every
/// machine draws the same.
const EFFORT: usize = 6_000_000;

/// How many places may be looked at for each of so many choices of bands.
pub(super) fn most(choices: usize, panels: usize, rows: usize) -> usize {
    (EFFORT / (choices * (panels + 1) * (rows + 1)).max(1)).max(100)
}

/// Where zones stand before the search for better places.
#[derive(Clone, Copy)]
enum Start {
    /// All at the foot.
    Foot,
    /// All beside the first band, left and right in turn.
    Top,
    /// Each beside another band.
    Each,
}

impl Seating<'_> {
    /// The cheapest of what is found from several beginnings.
    pub(super) fn settle(&self) -> (f64, Vec<Seat>) {
        let mut best: Option<(f64, Vec<Seat>)> = None;
        for start in [Start::Foot, Start::Top, Start::Each] {
            let found = self.settled(self.start(start));
            if best
                .as_ref()
                .is_none_or(|(least, _)| found.0 < *least - 1e-9)
            {
                best = Some(found);
            }
        }
        best.unwrap_or_default()
    }

    fn last(&self) -> usize {
        self.bands.len() + FOOT_ROWS - 1
    }

    fn start(&self, start: Start) -> Vec<Seat> {
        let foot = self.bands.len();
        let low = |beside: &Beside| if beside.outside { self.last() } else { foot };
        let seat = |(i, beside): (usize, &Beside)| {
            let row = match start {
                Start::Foot => foot,
                Start::Top => 0,
                Start::Each => i % (foot + 1),
            };
            let high = row < foot && !beside.outside;
            let shared = self.bands.get(row).is_some_and(|(.., fixed)| *fixed);
            Seat {
                row: if high { row } else { low(beside) },
                left: !high || (i % 2 == 0 && !shared),
                form: if high {
                    0
                } else {
                    beside.forms.len().saturating_sub(1)
                },
            }
        };
        self.beside.iter().enumerate().map(seat).collect()
    }

    /// Moves one zone after the other to where it costs least, until none moves.
    fn settled(&self, mut seats: Vec<Seat>) -> (f64, Vec<Seat>) {
        let mut cost = self.cost(&seats);
        let mut left = self.most;
        for _ in 0..ROUNDS {
            let before = cost;
            for (i, beside) in self.beside.iter().enumerate() {
                for seat in self.seats(beside).into_iter().take(left) {
                    left -= 1;
                    let Some(old) = seats.get(i).copied() else {
                        continue;
                    };
                    put(&mut seats, i, seat);
                    let c = self.cost(&seats);
                    if c < cost - 1e-9 {
                        cost = c;
                    } else {
                        put(&mut seats, i, old);
                    }
                }
            }
            if cost >= before || left == 0 {
                break;
            }
        }
        (cost, seats)
    }

    /// Every place that a zone may have.
    fn seats(&self, beside: &Beside) -> Vec<Seat> {
        // What is outside stands in the last row: nothing is under it but what is outside.
        let first = if beside.outside { self.last() } else { 0 };
        let mut out = Vec::new();
        for row in first..=self.last() {
            for left in [true, false] {
                // Bands with shared columns start at one edge.
                if left && self.bands.get(row).is_some_and(|(.., fixed)| *fixed) {
                    continue;
                }
                let forms = 0..beside.forms.len();
                out.extend(forms.map(|form| Seat { row, left, form }));
            }
        }
        out
    }

    /// How small it prints, how unlike the page it is, how far lines go.
    fn cost(&self, seats: &[Seat]) -> f64 {
        let mut middles = vec![(0, 0); self.zones];
        let (w, h) = self.spread_out(seats, &mut middles);
        let print = print_cost((w, h), self.room, self.readable);
        let (mut far, mut lines) = (0.0, 0.0);
        for &(a, b, count) in self.ties {
            let (Some(a), Some(b)) = (middles.get(a), middles.get(b)) else {
                continue;
            };
            let count = f64::from(count.min(MOST_TIES));
            far += count * f64::from((a.0 - b.0).abs() + (a.1 - b.1).abs());
            lines += count;
        }
        let far = if lines > 0.0 {
            far / lines / f64::from((w + h).max(1))
        } else {
            0.0
        };
        let apart = if self.bands.iter().any(|(.., fixed)| *fixed) {
            0.0
        } else {
            APART
        };
        print + FAR * far + apart
    }

    /// The size of all, and the middle of each zone, before rows are made even.
    fn spread_out(&self, seats: &[Seat], middles: &mut [(i32, i32)]) -> (i32, i32) {
        let (mut widest, mut y) = (0, 0);
        for row in 0..self.bands.len() + FOOT_ROWS {
            let (mut x, mut h) = (0, 0);
            let mut add = |zone: usize, size: (i32, i32)| {
                if let Some(middle) = middles.get_mut(zone) {
                    *middle = (x + size.0 / 2, y + size.1 / 2);
                }
                x += size.0 + self.spacing.panel;
                h = h.max(size.1);
            };
            let of = |left: bool, add: &mut dyn FnMut(usize, (i32, i32))| {
                for (beside, seat) in self.beside.iter().zip(seats) {
                    if seat.row == row
                        && seat.left == left
                        && let Some(size) = beside.forms.get(seat.form)
                    {
                        add(beside.zone, *size);
                    }
                }
            };
            of(true, &mut add);
            if let Some((zone, size, _)) = self.bands.get(row) {
                add(*zone, *size);
            }
            of(false, &mut add);
            if h > 0 {
                widest = widest.max(x - self.spacing.panel);
                y += h + self.spacing.row;
            }
        }
        (widest, (y - self.spacing.row).max(0))
    }
}

/// How small a drawing of this size prints in a room, and how unlike the room it is.
pub(super) fn print_cost((w, h): (i32, i32), room: (i32, i32), readable: f64) -> f64 {
    let (w, h) = (f64::from(w.max(1)), f64::from(h.max(1)));
    let (sx, sy) = (f64::from(room.0.max(1)) / w, f64::from(room.1.max(1)) / h);
    let smaller = 1.0 / sx.min(sy).min(1.0);
    let least = 1.0 / (readable * SPARE).clamp(0.1, 1.0);
    let unreadable = if smaller > least {
        SMALL + UNREADABLE * (smaller - least)
    } else {
        0.0
    };
    LARGE * smaller + unreadable + 0.02 * (sx / sy).ln().abs()
}

fn put(seats: &mut [Seat], at: usize, seat: Seat) {
    if let Some(slot) = seats.get_mut(at) {
        *slot = seat;
    }
}
