//! Tables on pages: columns as wide as their words need, the head again on every page.

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use super::book::{Leaf, Planned};
use super::flow::{BORDER, Flow, text_item};
use super::text::plain;
use crate::export::columns::{Measure, widths};
use crate::export::document::one_line;
use crate::geom::Point;
use crate::report::Table;
use crate::scene::{Colour, Geometry, Item, Stroke};
use crate::text::{Run, TextStyle, shape, wrap};

const CELL: TextStyle = TextStyle::regular(9.5);
const HEAD: TextStyle = TextStyle::strong(9.5);
const ROW: f64 = 12.5;
const PAD_X: f64 = 5.0;
const PAD_Y: f64 = 3.0;
/// Room between two entries of a cell.
const APART: f64 = 3.0;
const MEASURE: Measure = Measure {
    word: |word, head| shape(word, if head { HEAD } else { CELL }).width,
    space: 1.9,
    pads: 2.0 * PAD_X + 0.5,
};

/// The share of a page up to which a table stays together.
const SMALL: f64 = 0.4;

/// A cell with its texts broken into rows.
struct CellRows {
    entries: Vec<(Leaf, Vec<Run>)>,
    numeric: bool,
    colour: Colour,
}

impl CellRows {
    fn rows(&self) -> usize {
        self.entries.iter().map(|(_, rows)| rows.len()).sum()
    }

    /// How far under the row of text `from` a later one begins: entries stand apart.
    #[expect(clippy::cast_precision_loss, reason = "a cell has few rows")]
    fn top(&self, row: usize, from: usize) -> f64 {
        let mut begin = 0;
        let begins = self.entries.iter().map(|(_, rows)| {
            begin += rows.len();
            begin - rows.len()
        });
        let apart = begins
            .filter(|begin| from < *begin && *begin <= row)
            .count();
        row.saturating_sub(from) as f64 * ROW + apart as f64 * APART
    }

    /// Height of so many rows of text, from one on.
    fn deep(&self, from: usize, count: usize) -> f64 {
        match from.saturating_add(count).min(self.rows()) {
            end if end > from => self.top(end - 1, from) + ROW,
            _ => 0.0,
        }
    }
}

/// Puts a table on the page and on as many more as it takes.
pub(super) fn table(flow: &mut Flow<'_>, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let widths = widths(table, flow.width(), &MEASURE);
    let head: Vec<CellRows> = table
        .columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| CellRows {
            entries: vec![(
                flow.book.leaf(),
                wrap(&one_line(&column.label), HEAD, width - 2.0 * PAD_X),
            )],
            numeric: column.numeric,
            colour: flow.ui.text,
        })
        .collect();
    let mut tag = Tag::Table;
    if !table.caption.is_empty() {
        tag.set_summary(Some(plain(&table.caption)));
    }
    let mut parts = Vec::new();
    let rows: Vec<Vec<CellRows>> = table
        .rows
        .iter()
        .map(|cells| boxes(flow, table, cells, &widths))
        .collect();
    flow.space(4.0);
    flow.need(least(table, &widths, flow.whole()));
    if !table.caption.is_empty() {
        parts.push(caption(flow, &table.caption));
    }
    put_head(flow, &head, &widths, true);
    let cells = head.iter().map(|cell| tagged(cell, column_head()));
    let row = Planned::group(Tag::TR, cells.collect());
    parts.push(Planned::group(Tag::THead, vec![row]));
    let mut body = Vec::new();
    for boxes in &rows {
        put_row(flow, &head, boxes, &widths);
        let cells = boxes.iter().enumerate().map(|(at, cell)| {
            tagged(
                cell,
                if at == 0 {
                    Tag::TH(TableHeaderScope::Row).into()
                } else {
                    Tag::TD.into()
                },
            )
        });
        body.push(Planned::group(Tag::TR, cells.collect()));
    }
    if !body.is_empty() {
        parts.push(Planned::group(Tag::TBody, body));
    }
    flow.book.tags.push(Planned::group(tag, parts));
    flow.y += 6.0;
    if let Some(note) = &table.note {
        flow.note(note);
    }
    flow.space(6.0);
}

/// The room under a heading that a table should begin in.
pub(super) fn room_to_begin(flow: &Flow<'_>, table: &Table) -> f64 {
    least(table, &widths(table, flow.width(), &MEASURE), flow.whole())
}

/// The height that a table should find on the page: a small one is not torn apart.
fn least(table: &Table, widths: &[f64], page: f64) -> f64 {
    const CAPTION: f64 = 20.0;
    let deep = |texts: &mut dyn Iterator<Item = (&str, TextStyle)>| {
        let cells = texts.zip(widths).map(|((text, style), width)| {
            let room = width - 2.0 * PAD_X;
            let rows = text
                .lines()
                .map(|line| wrap(&one_line(line), style, room).len());
            let (entries, rows) = rows.fold((0, 0), |(n, sum), rows| (n + 1, sum + rows));
            whole_number(rows) * ROW + whole_number(usize::saturating_sub(entries, 1)) * APART
        });
        cells.fold(ROW, f64::max) + 2.0 * PAD_Y
    };
    let head = deep(
        &mut table
            .columns
            .iter()
            .map(|column| (column.label.as_str(), HEAD)),
    );
    let begun = head + 3.0 * ROW;
    let mut height = head;
    for row in &table.rows {
        let cells = row.iter().enumerate();
        height += deep(
            &mut cells.map(|(at, cell)| (cell.text.as_str(), if at == 0 { HEAD } else { CELL })),
        );
        if height > page * SMALL {
            return begun + CAPTION;
        }
    }
    height + CAPTION
}

fn whole_number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

fn column_head() -> TagKind {
    Tag::TH(TableHeaderScope::Column).into()
}

fn caption(flow: &mut Flow<'_>, words: &str) -> Planned {
    let leaf = flow.book.leaf();
    let rows = wrap(&one_line(words), TextStyle::strong(11.0), flow.width());
    let rows = rows
        .into_iter()
        .map(|run| super::flow::Placed { x: BORDER, run })
        .collect();
    let colour = flow.ui.text;
    flow.rows(leaf, rows, colour);
    flow.y += 3.0;
    Planned::group(Tag::Caption, vec![Planned::Leaf(leaf)])
}

/// A cell with each of its entries as a paragraph.
fn tagged(cell: &CellRows, tag: TagKind) -> Planned {
    let entries = cell.entries.iter();
    let entries = entries.map(|(leaf, _)| Planned::group(Tag::P, vec![Planned::Leaf(*leaf)]));
    Planned::Group(tag, entries.collect())
}

fn boxes(
    flow: &mut Flow<'_>,
    table: &Table,
    cells: &[crate::report::Cell],
    widths: &[f64],
) -> Vec<CellRows> {
    let columns = table.columns.iter().zip(widths).enumerate();
    columns
        .map(|(at, (column, width))| {
            let cell = cells.get(at);
            let style = if at == 0 { HEAD } else { CELL };
            let text = cell.map_or("", |cell| cell.text.as_str());
            let entries = text
                .lines()
                .map(|line| {
                    let rows = wrap(&one_line(line), style, width - 2.0 * PAD_X);
                    (flow.book.leaf(), rows)
                })
                .collect();
            let quiet = cell.is_some_and(|cell| cell.unknown);
            CellRows {
                entries,
                numeric: column.numeric,
                colour: if quiet { flow.ui.muted } else { flow.ui.text },
            }
        })
        .collect()
}

/// Height of so many rows of text of a row of the table, from one on.
fn part_height(cells: &[CellRows], from: usize, count: usize) -> f64 {
    let below = cells.iter().map(|cell| cell.deep(from, count));
    below.fold(ROW, f64::max) + 2.0 * PAD_Y
}

fn height(cells: &[CellRows]) -> f64 {
    part_height(cells, 0, deepest(cells))
}

/// Rows of text of the cell that has most.
fn deepest(cells: &[CellRows]) -> usize {
    cells.iter().map(CellRows::rows).max().unwrap_or(0).max(1)
}

/// The head of the table: for readers once, for the eye on every page.
fn put_head(flow: &mut Flow<'_>, head: &[CellRows], widths: &[f64], first: bool) {
    let deep = height(head);
    put_cells(flow, head, widths, 0, usize::MAX, first);
    flow.y += deep;
    rule(flow, 1.0, flow.ui.text);
}

/// A row; one that is higher than a page is broken between its rows of text.
fn put_row(flow: &mut Flow<'_>, head: &[CellRows], cells: &[CellRows], widths: &[f64]) {
    let deep = height(cells);
    let room = flow.whole() - height(head);
    if flow.left() < deep && deep <= room {
        flow.turn();
        put_head(flow, head, widths, false);
    }
    let all = deepest(cells);
    let mut from = 0;
    while from < all {
        let mut count = all - from;
        while count > 1 && part_height(cells, from, count) > flow.left() {
            count -= 1;
        }
        let deep = part_height(cells, from, count);
        if deep > flow.left() && flow.left() < room {
            flow.turn();
            put_head(flow, head, widths, false);
            continue;
        }
        put_cells(flow, cells, widths, from, count, true);
        flow.y += deep;
        from += count;
        rule(flow, 0.5, flow.ui.control);
    }
}

/// Some rows of text of every cell.
fn put_cells(
    flow: &mut Flow<'_>,
    cells: &[CellRows],
    widths: &[f64],
    from: usize,
    count: usize,
    tagged: bool,
) {
    let mut left = BORDER;
    for (cell, width) in cells.iter().zip(widths) {
        let mut at = 0;
        for (leaf, rows) in &cell.entries {
            let mut items = Vec::new();
            for run in rows {
                if (from..from.saturating_add(count)).contains(&at) {
                    let y = flow.y + PAD_Y + cell.top(at, from);
                    let x = if cell.numeric {
                        left + width - PAD_X - run.width
                    } else {
                        left + PAD_X
                    };
                    items.push(text_item(x, y, ROW, run.clone(), cell.colour));
                }
                at += 1;
            }
            if !items.is_empty() {
                flow.put(tagged.then_some(*leaf), items);
            }
        }
        left += width;
    }
}

/// A line across the table under what was put last.
fn rule(flow: &mut Flow<'_>, width: f64, colour: Colour) {
    let (y, right) = (flow.y, BORDER + flow.width());
    let line = Item::Shape {
        geometry: Geometry::Line {
            points: vec![Point::new(BORDER, y), Point::new(right, y)],
            ease: 0.0,
        },
        fill: None,
        stroke: Some(Stroke::solid(colour, width)),
    };
    flow.put(None, vec![line]);
}
