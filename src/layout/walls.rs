//! What lines keep clear of, found quickly: the next box in a direction.

use super::Cell;
use super::table::Table;

/// Least room in pt between a line and a card that is not its end.
pub(super) const AIR: i32 = super::STEP;

/// A direction on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Left,
    Right,
    Up,
    Down,
}

/// Boxes in squares of the page, so that only near ones are looked at.
#[derive(Debug)]
pub(super) struct Walls {
    boxes: Table<Cell>,
    squares: Table<Vec<u32>>,
    origin: (i32, i32),
    side: i32,
    cols: i32,
    rows: i32,
}

impl Walls {
    pub(super) fn new(boxes: Vec<Cell>) -> Self {
        let left = boxes.iter().map(|b| b.x).min().unwrap_or(0);
        let top = boxes.iter().map(|b| b.y).min().unwrap_or(0);
        let w = boxes.iter().map(Cell::right).max().unwrap_or(0) - left;
        let h = boxes.iter().map(Cell::bottom).max().unwrap_or(0) - top;
        // About two squares for each box, whatever the form of the drawing.
        let each = (f64::from(w) * f64::from(h) / (2.0 * boxes.len().max(1) as f64)).sqrt();
        let side = (each as i32).max(64);
        let (cols, rows) = (w / side + 1, h / side + 1);
        let mut this = Self {
            boxes: Table::default(),
            squares: Table::filled((i64::from(cols) * i64::from(rows)) as usize),
            origin: (left, top),
            side,
            cols,
            rows,
        };
        for (n, b) in boxes.iter().enumerate() {
            for row in this.row(b.y)..=this.row(b.bottom()) {
                for col in this.col(b.x)..=this.col(b.right()) {
                    let square = this.square(col, row);
                    this.squares[square].push(n as u32);
                }
            }
        }
        this.boxes = Table::from(boxes);
        this
    }

    pub(super) fn cell(&self, n: usize) -> Cell {
        self.boxes[n]
    }

    fn col(&self, x: i32) -> i32 {
        ((x - self.origin.0) / self.side).clamp(0, self.cols - 1)
    }

    fn row(&self, y: i32) -> i32 {
        ((y - self.origin.1) / self.side).clamp(0, self.rows - 1)
    }

    fn square(&self, col: i32, row: i32) -> usize {
        (row * self.cols + col) as usize
    }

    /// The nearest box that begins at or past `from` and faces any place between `low` and `high`.
    pub(super) fn next(&self, way: Way, from: i32, low: i32, high: i32) -> Option<usize> {
        let across = matches!(way, Way::Left | Way::Right);
        let (first, last) = if across {
            (self.row(low), self.row(high))
        } else {
            (self.col(low), self.col(high))
        };
        let (start, end) = if across {
            (self.col(from), self.cols)
        } else {
            (self.row(from), self.rows)
        };
        let ahead = matches!(way, Way::Right | Way::Down);
        let steps = if ahead { end - start } else { start + 1 };
        for step in 0..steps {
            let strip = if ahead { start + step } else { start - step };
            let mut best: Option<(i32, usize)> = None;
            for other in first..=last {
                let square = if across {
                    self.square(strip, other)
                } else {
                    self.square(other, strip)
                };
                for &n in &self.squares[square] {
                    let n = n as usize;
                    let b = self.boxes[n];
                    let (near, s, e) = match way {
                        Way::Right => (b.x - from, b.y, b.bottom()),
                        Way::Left => (from - b.right(), b.y, b.bottom()),
                        Way::Down => (b.y - from, b.x, b.right()),
                        Way::Up => (from - b.bottom(), b.x, b.right()),
                    };
                    let faces = near >= 0 && s < high && e > low;
                    if faces && best.is_none_or(|found| (near, n) < found) {
                        best = Some((near, n));
                    }
                }
            }
            if let Some((_, n)) = best {
                return Some(n);
            }
        }
        None
    }

    /// Whether the box between two corners, such as a straight piece of a line, meets no box inside.
    pub(super) fn open(&self, a: (i32, i32), b: (i32, i32)) -> bool {
        let (left, right) = (a.0.min(b.0), a.0.max(b.0));
        let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
        (self.row(top)..=self.row(bottom)).all(|row| {
            (self.col(left)..=self.col(right)).all(|col| {
                self.squares[self.square(col, row)].iter().all(|&n| {
                    let b = self.boxes[n as usize];
                    left >= b.right() || right <= b.x || top >= b.bottom() || bottom <= b.y
                })
            })
        })
    }

    /// The nearest edge of a box in a direction, or `none`.
    pub(super) fn edge(&self, way: Way, from: i32, low: i32, high: i32, none: i32) -> i32 {
        self.next(way, from, low, high).map_or(none, |n| {
            let b = self.boxes[n];
            match way {
                Way::Right => b.x,
                Way::Left => b.right(),
                Way::Down => b.y,
                Way::Up => b.bottom(),
            }
        })
    }
}
