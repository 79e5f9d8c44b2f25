//! Foretells how many pages a section takes, so that pictures fit under their headings and the
//! file can say its number of pages.

use super::content::{Grid, Paragraph, Piece, Section};
use super::measure::Letters;
use super::picture::Picture;
use super::style::{PAD_X, PAD_Y, Style};
use crate::export::columns::{Measure, enough, widths};
use crate::export::document::one_line;
use crate::report::Table;

/// Room between two entries of a cell.
pub(super) const APART: f64 = 2.0;
/// A row of a table as high as that may be broken between pages.
pub(super) const WHOLE_ROW: f64 = 320.0;
/// What the line under a row adds to its height, and the stronger one under the head at the
/// beginning of a table; on further pages that adds no more than others.
const LINE: f64 = 0.5;
const HEAD_LINE: f64 = 1.0;

/// How far a section goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub(super) pages: usize,
    /// Height that is used of the last page.
    pub(super) used: f64,
}

/// Something that stands on pages.
enum Unit {
    Rows {
        before: f64,
        after: f64,
        row: f64,
        count: usize,
        with_next: bool,
    },
    /// A row of a table.
    Line {
        height: f64,
        /// Height of the head, which comes again on every page.
        head: f64,
        first: bool,
    },
}

/// How many pages a section takes.
pub(super) fn extent(section: &Section, pictures: &[Picture]) -> Extent {
    let mut units = Vec::new();
    for (at, piece) in section.pieces.iter().enumerate() {
        match piece {
            // It takes part in no page of its own, wherever the table before it ends.
            Piece::Paragraph(end) if end.style == Style::End && at + 1 == section.pieces.len() => {}
            Piece::Paragraph(paragraph) => {
                units.push(rows(paragraph, section.width(), section.before(at)));
            }
            Piece::Table(grid) => lines(&mut units, grid, section.width()),
            Piece::Picture(number) => {
                let height = pictures.get(*number).map_or(0.0, |p| p.size.height);
                units.push(Unit::Rows {
                    before: 0.0,
                    after: 0.0,
                    row: height + 1.0,
                    count: 1,
                    with_next: false,
                });
            }
        }
    }
    let mut pager = Pager {
        height: section.height(),
        pages: 1,
        used: 0.0,
        gap: 0.0,
    };
    for at in 0..units.len() {
        let (_, rest) = units.split_at(at);
        pager.place(rest);
    }
    Extent {
        pages: pager.pages,
        used: pager.used,
    }
}

/// Widths of the columns of a table.
pub(super) fn columns(table: &Table, room: f64) -> Vec<f64> {
    let measure = Measure {
        word: |word, head| letters(head).width(word),
        space: letters(false).width(" "),
        pads: 2.0 * PAD_X + 1.0,
    };
    widths(table, room.min(enough(table, &measure)), &measure)
}

fn letters(head: bool) -> Letters {
    let style = if head { Style::CellHead } else { Style::Cell };
    style.look().letters
}

/// The texts of a cell, each a paragraph.
pub(super) fn entries(text: &str) -> Vec<String> {
    let mut out: Vec<String> = text.lines().map(one_line).collect();
    if out.is_empty() {
        out.push(String::new());
    }
    out
}

fn rows(paragraph: &Paragraph, width: f64, before: f64) -> Unit {
    let look = paragraph.style.look();
    let (indent, _) = paragraph.style.indent(paragraph.number.is_some());
    Unit::Rows {
        before,
        after: look.after,
        row: look.row,
        count: look.letters.rows(&paragraph.text, width - indent),
        with_next: look.with_next,
    }
}

fn lines(units: &mut Vec<Unit>, grid: &Grid, width: f64) {
    let widths = columns(&grid.table, width);
    let head = grid
        .table
        .columns
        .iter()
        .map(|column| column.label.as_str());
    let head = row_height(head, &widths, true) + LINE;
    if grid.table.rows.is_empty() {
        units.push(Unit::Line {
            height: 0.0,
            head,
            first: true,
        });
    }
    for (at, row) in grid.table.rows.iter().enumerate() {
        let texts = row.iter().map(|cell| cell.text.as_str());
        units.push(Unit::Line {
            height: row_height(texts, &widths, false) + LINE,
            head,
            first: at == 0,
        });
    }
}

/// Height of a row of a table without its line.
pub(super) fn row_height<'a>(
    texts: impl Iterator<Item = &'a str>,
    widths: &[f64],
    head: bool,
) -> f64 {
    let row = Style::Cell.look().row;
    let cells = texts.zip(widths).enumerate().map(|(at, (text, width))| {
        let letters = letters(head || at == 0);
        let entries = entries(text);
        let rows = entries.iter().map(|entry| {
            let rows = letters.rows(entry, width - 2.0 * PAD_X);
            f64::from(u32::try_from(rows).unwrap_or(u32::MAX)) * row
        });
        let apart = f64::from(u32::try_from(entries.len()).unwrap_or(1) - 1) * APART;
        rows.sum::<f64>() + apart
    });
    cells.fold(row, f64::max) + 2.0 * PAD_Y
}

/// Whether the first row of a table stands on the page of the second, with these heights: LibreOffice
/// loses rows where a table begins at the foot of a page with one alone.
pub(super) fn keeps_with_next(first: f64, second: f64) -> bool {
    first < WHOLE_ROW && second < WHOLE_ROW / 2.0
}

struct Pager {
    height: f64,
    pages: usize,
    used: f64,
    /// Room that the last paragraph asks for after it.
    gap: f64,
}

impl Pager {
    /// Places the first of the units; the others follow it.
    fn place(&mut self, units: &[Unit]) {
        let Some(unit) = units.first() else { return };
        if self.used > 0.0 && self.used + self.need(units, self.gap) > self.height + 0.05 {
            self.turn();
        }
        match unit {
            Unit::Rows {
                before,
                after,
                row,
                count,
                ..
            } => {
                self.used += if self.used > 0.0 || self.pages == 1 {
                    before.max(self.gap)
                } else {
                    0.0
                };
                self.rows(*row, *count);
                self.gap = *after;
            }
            Unit::Line {
                height,
                head,
                first,
            } => {
                self.used += self.gap;
                self.gap = 0.0;
                if *first {
                    self.used += head + HEAD_LINE;
                } else if self.used == 0.0 {
                    self.used += head;
                }
                self.line(*height, *head);
            }
        }
    }

    fn turn(&mut self) {
        self.pages += 1;
        self.used = 0.0;
        self.gap = 0.0;
    }

    /// Rows of a text: never fewer than two of several on a page.
    fn rows(&mut self, row: f64, count: usize) {
        let mut left = count;
        while left > 0 {
            let mut fit = left;
            while fit > 1 && self.used + rows_height(row, fit) > self.height + 0.05 {
                fit -= 1;
            }
            if fit + 1 == left && fit > 2 {
                fit -= 1;
            }
            self.used += rows_height(row, fit);
            left -= fit;
            if left > 0 {
                self.turn();
            }
        }
    }

    /// A row of a table; one that is higher than a page goes on on the next.
    fn line(&mut self, height: f64, head: f64) {
        let mut left = height;
        while self.used + left > self.height + 0.05 && self.height > head + 1.0 {
            left -= self.height - self.used;
            self.turn();
            self.used = head;
        }
        self.used += left;
    }

    /// Height of what must stand on one page from the first of the units on.
    fn need(&self, units: &[Unit], gap: f64) -> f64 {
        match units.split_first() {
            Some((
                Unit::Rows {
                    before,
                    after,
                    row,
                    count,
                    with_next,
                },
                rest,
            )) => {
                let own = before.max(gap);
                if *with_next && !rest.is_empty() {
                    return own + rows_height(*row, *count) + self.need(rest, *after);
                }
                own + rows_height(*row, if *count < 4 { *count } else { 2 })
            }
            Some((unit @ Unit::Line { height, head, .. }, rest)) => {
                let Unit::Line { first: true, .. } = unit else {
                    let most = self.height - head;
                    return gap + if *height > most { 0.0 } else { *height };
                };
                // The head and two rows stand on one page.
                let second = match rest.first() {
                    Some(Unit::Line {
                        height: second,
                        first: false,
                        ..
                    }) if keeps_with_next(*height, *second) => *second,
                    _ => 0.0,
                };
                let most = self.height - head;
                gap + head + HEAD_LINE + if *height > most { 0.0 } else { height + second }
            }
            None => 0.0,
        }
    }
}

fn rows_height(row: f64, count: usize) -> f64 {
    row * f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sheet::{A4, BORDER};
    use crate::report::Cell;

    fn text(style: Style, rows: usize) -> Piece {
        // One row for each, since no word is narrower than half the width.
        let words = vec!["m".repeat(36); rows].join(" ");
        Piece::Paragraph(Paragraph::new(style, &words))
    }

    fn extent_of(pieces: Vec<Piece>) -> (usize, f64) {
        let section = Section::new(A4, BORDER, pieces);
        let found = extent(&section, &[]);
        (found.pages, found.used)
    }

    #[test]
    fn paragraphs_are_parted_by_two_rows_at_least() {
        // 48 rows fit on a page of 728.5 pt.
        assert_eq!(extent_of(vec![text(Style::Text, 48)]), (1, 720.0));
        assert_eq!(extent_of(vec![text(Style::Text, 49)]), (2, 30.0));
        assert_eq!(extent_of(vec![text(Style::Text, 51)]), (2, 45.0));
        let two = vec![text(Style::Text, 47), text(Style::Text, 3)];
        assert_eq!(extent_of(two), (2, 45.0));
    }

    #[test]
    fn a_heading_goes_with_what_follows() {
        let rows = |count| vec![text(Style::Text, count), text(Style::Heading(1), 0)];
        let mut fits = rows(44);
        fits.push(text(Style::Text, 1));
        assert_eq!(extent_of(fits).0, 1);
        let mut does_not = rows(45);
        does_not.push(text(Style::Text, 1));
        assert_eq!(extent_of(does_not), (2, 42.0));
    }

    #[test]
    fn the_head_of_a_table_stands_on_every_page() {
        let mut table = Table::new("", &["Body"]);
        table.rows = vec![vec![Cell::text("a")]; 40];
        let grid = |table: Table| {
            let name = String::new();
            Piece::Table(Grid { table, name })
        };
        // A head and rows of 19 pt.
        assert_eq!(extent_of(vec![grid(table.clone())]), (2, 4.0 * 19.0));
        table.rows = vec![vec![Cell::text("a")]; 37];
        assert_eq!(extent_of(vec![grid(table)]).0, 1);
    }
}
