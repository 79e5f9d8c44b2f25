//! Cards put together: outlines, blocks that hang from a trunk, grids.

use super::super::Cell;

/// From the left edge of a block to its trunk.
const TRUNK: i32 = 8;

/// From the left edge of a block, or of a card, to the cards that hang there.
const INDENT: i32 = 20;

/// Cards in places of their own, from (0, 0).
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    pub(super) w: i32,
    pub(super) h: i32,
    /// Bodies with their boxes.
    pub(super) cards: Vec<(usize, Cell)>,
    /// Bodies that hang from a trunk, and where it stands.
    pub(super) trunks: Vec<(usize, i32)>,
    /// Where columns start that are shared with other pieces.
    pub(super) starts: Vec<i32>,
}

impl Piece {
    /// Puts another piece in at a place.
    pub(super) fn add(&mut self, piece: &Self, x: i32, y: i32) {
        let moved = |&(node, cell): &(usize, Cell)| {
            let cell = Cell {
                x: cell.x + x,
                y: cell.y + y,
                ..cell
            };
            (node, cell)
        };
        self.cards.extend(piece.cards.iter().map(moved));
        self.trunks
            .extend(piece.trunks.iter().map(|&(n, t)| (n, t + x)));
        self.w = self.w.max(x + piece.w);
        self.h = self.h.max(y + piece.h);
    }

    /// Makes a piece of one card as large as a track of its grid.
    fn grown(mut self, w: i32, h: i32) -> Self {
        if let [(_, cell)] = self.cards.as_mut_slice() {
            (cell.w, cell.h) = (cell.w.max(w), cell.h.max(h));
            (self.w, self.h) = (cell.w, cell.h);
        }
        self
    }

    /// Makes the cards of one column wider, up to a width of the whole.
    pub(super) fn widened(mut self, w: i32) -> Self {
        let columns = self.trunks.iter().map(|(_, x)| x);
        let one_column = columns.clone().min() == columns.max() || self.cards.len() == 1;
        for (_, cell) in self.cards.iter_mut().filter(|_| one_column) {
            cell.w = cell.w.max(w - cell.x);
        }
        self.w = self.w.max(w);
        self
    }

    /// Makes every shared column so much wider, and the cards that fill theirs.
    pub(super) fn spread(mut self, extra: i32) -> Self {
        let starts = std::mem::take(&mut self.starts);
        let column = |x: i32| starts.iter().filter(|s| **s <= x).count().saturating_sub(1);
        let by = |x: i32| extra.saturating_mul(i32::try_from(column(x)).unwrap_or(0));
        let full = self.clone();
        for (node, cell) in &mut self.cards {
            // Only the last card of a row in its column has the new room to its right.
            let at = column(cell.x);
            let last = full.cards.iter().all(|(n, c)| {
                n == node
                    || column(c.x) != at
                    || c.x < cell.right()
                    || c.y >= cell.bottom()
                    || cell.y >= c.bottom()
            });
            cell.x += by(cell.x);
            cell.w += if last {
                extra.min(cell.w / 4).div_euclid(4) * 4
            } else {
                0
            };
        }
        for (_, trunk) in &mut self.trunks {
            *trunk += by(*trunk);
        }
        self.w += extra.saturating_mul(i32::try_from(starts.len()).unwrap_or(0));
        self
    }
}

/// A card with the cards of its zone that report to it under it, indented.
pub(super) fn outline(
    root: usize,
    sizes: &[(i32, i32)],
    children: impl Fn(usize) -> Vec<usize>,
    stack: i32,
) -> Piece {
    let mut out = Piece::default();
    let mut waiting = vec![(root, 0)];
    let mut y = 0;
    while let Some((node, x)) = waiting.pop() {
        let (w, h) = sizes.get(node).copied().unwrap_or_default();
        out.cards.push((node, Cell { x, y, w, h }));
        if x > 0 {
            out.trunks.push((node, x - INDENT + TRUNK));
        }
        out.w = out.w.max(x + w);
        out.h = y + h;
        y += h + stack;
        waiting.extend(
            children(node)
                .into_iter()
                .rev()
                .map(|child| (child, x + INDENT)),
        );
    }
    out
}

/// Outlines under one another on a trunk, in so many columns of like height.
pub(super) fn block(outlines: &[Piece], columns: usize, stack: i32, beside: i32) -> Piece {
    let mut out = Piece::default();
    let mut x = 0;
    for column in even_columns(outlines, columns, stack) {
        let mut y = 0;
        let width = column.iter().map(|p| p.w).max().unwrap_or(0);
        for piece in column {
            let single = piece.cards.len() == 1;
            let piece = if single {
                piece.clone().grown(width, 0)
            } else {
                piece.clone()
            };
            out.add(&piece, x + INDENT, y);
            if let Some((root, _)) = piece.cards.first() {
                out.trunks.push((*root, x + TRUNK));
            }
            y += piece.h + stack;
        }
        x = out.w + beside;
    }
    out
}

/// Splits a list into runs of like height.
fn even_columns(outlines: &[Piece], columns: usize, stack: i32) -> Vec<&[Piece]> {
    let total: i32 = outlines.iter().map(|p| p.h + stack).sum();
    let share = total / i32::try_from(columns.max(1)).unwrap_or(1);
    let mut out = Vec::new();
    let mut rest = outlines;
    while !rest.is_empty() {
        let left = columns.saturating_sub(out.len());
        let mut height = 0;
        let mut n = 0;
        for piece in rest {
            // The last column takes what is left; else a piece goes where most of it fits.
            if n > 0 && left > 1 && height + piece.h / 2 > share {
                break;
            }
            height += piece.h + stack;
            n += 1;
        }
        let (column, more) = rest.split_at(n);
        out.push(column);
        rest = more;
    }
    out
}

/// Outlines in rows of so many; cards of a row are of one height, of a column of one width.
pub(super) fn grid(outlines: &[Piece], columns: usize, stack: i32, beside: i32) -> Piece {
    let columns = columns.clamp(1, outlines.len().max(1));
    let mut widths = vec![0; columns];
    for (i, piece) in outlines.iter().enumerate() {
        if let Some(width) = widths.get_mut(i % columns) {
            *width = piece.w.max(*width);
        }
    }
    let mut out = Piece::default();
    let mut y = 0;
    for row in outlines.chunks(columns) {
        let height = row.iter().map(|p| p.h).max().unwrap_or(0);
        let mut x = 0;
        for (piece, &width) in row.iter().zip(&widths) {
            out.add(&piece.clone().grown(width, height), x, y);
            x += width + beside;
        }
        y += height + stack;
    }
    out
}
