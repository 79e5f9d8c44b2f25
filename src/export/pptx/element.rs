//! A group's items as elements of a slide: rows of text in the boxes that they stand in, or in boxes of
//! their own.

use super::arial;
use super::text::{Align, Paragraph, Words};
use crate::geom::{Point, Rect, overlap, segments};
use crate::scene::{Colour, Geometry, Item, Page, Stroke};
use crate::text::Run;

/// Rows whose baselines differ by less stand in one row, in pt.
const LEVEL: f64 = 0.5;

/// Least room between words and what stands right of them, in pt.
const APART: f64 = 2.0;

/// The share of a box that words may fill.
const FILLED: f64 = 0.94;

/// What stays free at the right edge of a slide, in pt.
const EDGE: f64 = 14.0;

/// What a slide is made of.
pub(super) enum Element<'a> {
    /// A form, with words or without.
    Shape {
        geometry: &'a Geometry,
        fill: Option<Colour>,
        stroke: Option<&'a Stroke>,
        words: Option<Words>,
    },
    /// Words without a form.
    Words { place: Rect, words: Words },
}

/// A row of text of a scene.
#[derive(Clone, Copy)]
struct Row<'a> {
    at: Point,
    run: &'a Run,
    colour: Colour,
    struck: bool,
    /// The item whose box it stands in.
    within: Option<usize>,
}

/// Everything on a page that words may not run into.
pub(super) struct Taken(Vec<Rect>);

impl Taken {
    pub(super) fn on(page: &Page) -> Self {
        let mut out = Vec::new();
        for item in page.groups.iter().flat_map(|g| &g.items) {
            match item {
                Item::Text { at, run, .. } => out.push(row_box(*at, run)),
                Item::Shape {
                    geometry: Geometry::Line { points, .. },
                    ..
                } => {
                    let pieces = segments(points);
                    out.extend(pieces.map(|s| Rect::from_points(s.a, s.b).inflate(0.5, 0.5)));
                }
                Item::Shape { geometry, .. } => out.extend(geometry.bounds()),
            }
        }
        out.push(Rect::new(
            0.0,
            0.0,
            page.size.width - EDGE,
            page.size.height,
        ));
        Self(out)
    }

    /// How far to the right words may go that end here as planned.
    fn right_of(&self, words: Rect) -> f64 {
        let mut limit = f64::INFINITY;
        for taken in &self.0 {
            let beside = taken.y0 < words.y1 && words.y0 < taken.y1;
            if !beside {
                continue;
            }
            if taken.x0 >= words.x1 - 0.5 {
                limit = limit.min(taken.x0 - APART);
            } else if taken.x0 <= words.x0 && taken.x1 >= words.x1 - 0.5 && taken.x1 > words.x0 {
                let around = taken.y0 <= words.y0 + 1.0 && taken.y1 >= words.y1 - 1.0;
                let same = (taken.x1 - words.x1).abs() < 0.5 && (taken.x0 - words.x0).abs() < 0.5;
                if around && !same {
                    limit = limit.min(taken.x1 - APART);
                }
            }
        }
        limit.max(words.x1)
    }
}

fn row_box(at: Point, run: &Run) -> Rect {
    let size = run.style.size;
    Rect::new(
        at.x,
        at.y - size * 0.72,
        at.x + run.width,
        at.y + size * 0.2,
    )
}

/// The box that counts as the whole card: the largest, of equal ones the last.
pub(super) fn card_box(items: &[Item]) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    for (n, item) in items.iter().enumerate() {
        if let Item::Shape {
            geometry: Geometry::Rect { rect, .. },
            fill: Some(_),
            ..
        } = item
            && best.is_none_or(|(area, _)| rect.area() >= area - 1e-6)
        {
            best = Some((rect.area(), n));
        }
    }
    best.map(|(_, n)| n)
}

/// The elements of items. `card` is the box whose words stand in its middle and may fill it.
pub(super) fn elements<'a>(
    items: &'a [Item],
    card: Option<usize>,
    taken: &Taken,
) -> Vec<Element<'a>> {
    let (rows, strikes) = rows(items, card);
    let mut out = Vec::new();
    let mut free: Vec<(usize, Row<'a>)> = Vec::new();
    for (n, item) in items.iter().enumerate() {
        match item {
            Item::Shape {
                geometry,
                fill,
                stroke,
            } if !strikes.contains(&n) => {
                if fill.is_none() && stroke.is_none() {
                    continue;
                }
                let inside: Vec<Row<'a>> = rows
                    .iter()
                    .filter(|(_, row)| row.within == Some(n))
                    .map(|(_, row)| *row)
                    .collect();
                let words = match geometry {
                    Geometry::Rect { rect, .. } if card == Some(n) => {
                        in_card(*rect, &inside, items, n)
                    }
                    Geometry::Rect { rect, .. } => in_box(*rect, &inside, taken),
                    _ => None,
                };
                out.push(Element::Shape {
                    geometry,
                    fill: *fill,
                    stroke: stroke.as_ref(),
                    words,
                });
            }
            Item::Shape { .. } => {}
            Item::Text { .. } => {
                free.extend(
                    rows.iter()
                        .find(|(at, row)| *at == n && row.within.is_none())
                        .copied(),
                );
            }
        }
    }
    out.extend(alone(
        &free.iter().map(|(_, row)| *row).collect::<Vec<_>>(),
        taken,
    ));
    out
}

/// The rows of text by their items, and the lines that strike them through.
fn rows<'a>(items: &'a [Item], card: Option<usize>) -> (Vec<(usize, Row<'a>)>, Vec<usize>) {
    let (mut rows, mut strikes): (Vec<(usize, Row<'a>)>, Vec<usize>) = (Vec::new(), Vec::new());
    for (n, item) in items.iter().enumerate() {
        match item {
            Item::Text { at, run, colour } if !run.text.trim().is_empty() => rows.push((
                n,
                Row {
                    at: *at,
                    run,
                    colour: *colour,
                    struck: false,
                    within: within(items, n, row_box(*at, run), card),
                },
            )),
            Item::Shape {
                geometry: Geometry::Line { points, .. },
                ..
            } => {
                if let Some((at, row)) = rows.last_mut()
                    && *at + 1 == n
                    && through(points, row_box(row.at, row.run))
                {
                    row.struck = true;
                    strikes.push(n);
                }
            }
            _ => {}
        }
    }
    (rows, strikes)
}

/// Whether a line runs through a row from end to end.
fn through(points: &[Point], row: Rect) -> bool {
    matches!(points, [a, b] if (a.y - b.y).abs() < 0.01
        && row.y0 < a.y && a.y < row.y1
        && (a.x - row.x0).abs() < 0.5 && (b.x - row.x1).abs() < 0.5)
}

/// The smallest box before a row that it stands in.
fn within(items: &[Item], before: usize, row: Rect, card: Option<usize>) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    for (n, item) in items.iter().enumerate() {
        if let Item::Shape {
            geometry: Geometry::Rect { rect, .. },
            ..
        } = item
        {
            let holds = rect.x0 <= row.x0 + 0.5
                && row.x1 <= rect.x1 + 1.0
                && rect.y0 <= row.y0 + 1.0
                && row.y1 <= rect.y1 + 1.0;
            let may = n < before || card == Some(n);
            // Of equal ones the last, which lies on top.
            if holds && may && best.is_none_or(|(area, _)| rect.area() <= area + 1e-6) {
                best = Some((rect.area(), n));
            }
        }
    }
    best.map(|(_, n)| n)
}

/// Rows as paragraphs: those that go on are one text, those on one level stand in one row.
fn paragraphs(rows: &[Row<'_>]) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    let mut last: Option<Row<'_>> = None;
    for row in rows {
        let mut own = Paragraph::of(row.run, row.colour);
        for piece in &mut own.pieces {
            piece.struck = row.struck;
        }
        match (out.last_mut(), last) {
            (Some(paragraph), Some(before)) if paragraph.goes_on() => {
                paragraph.join(row.run, row.at.y - before.at.y);
            }
            (Some(paragraph), Some(before)) if (before.at.y - row.at.y).abs() < LEVEL => {
                paragraph.behind(own);
            }
            _ => out.push(own),
        }
        last = Some(*row);
    }
    out
}

/// The words of a card: in the middle, between its band and what stands at its right edge.
fn in_card(rect: Rect, rows: &[Row<'_>], items: &[Item], own: usize) -> Option<Words> {
    let left = rows.iter().map(|row| row.at.x).reduce(f64::min)?;
    let mut right = rect.x1;
    for (n, item) in items.iter().enumerate() {
        if let Item::Shape {
            geometry,
            fill,
            stroke,
        } = item
            && (fill.is_some() || stroke.is_some())
            && n != own
            && let Some(other) = geometry.bounds()
            && other.x0 > left + 4.0
            && other.height() > rect.height() * 0.5
            && overlap(other, rect, 0.1)
        {
            right = right.min(other.x0);
        }
    }
    // What the planned rows take on the right is left to letters that are wider.
    let air = ((left - rect.x0) * 0.25).min(APART);
    let insets = [left - rect.x0, 0.0, rect.x1 - right + air, 0.0];
    Some(Words {
        paragraphs: paragraphs(rows),
        align: Align::Left,
        middle: true,
        insets,
        room: (right - air - left, rect.height() * FILLED),
        exact: true,
    })
}

/// The words of another box: where they stand in it.
fn in_box(rect: Rect, rows: &[Row<'_>], taken: &Taken) -> Option<Words> {
    let around = rows
        .iter()
        .map(|row| row_box(row.at, row.run))
        .reduce(|a, b| a.union(b))?;
    let centred = |a: f64, b: f64| (a - b).abs() < 1.2;
    let across = centred(around.x0 - rect.x0, rect.x1 - around.x1);
    let middle = centred(around.y0 - rect.y0, rect.y1 - around.y1) || rect.height() < 30.0;
    let first = rows.first()?;
    let top = first.at.y - first.run.style.size * arial::ASCENT - rect.y0;
    let (align, insets, width) = if across {
        (Align::Centre, [0.0; 4], rect.width() * FILLED)
    } else {
        let right = taken.right_of(around).min(rect.x1);
        let (l, r) = (around.x0 - rect.x0, rect.x1 - right);
        let top = if middle { 0.0 } else { top.max(0.0) };
        // Programs differ by a pt or two in where words of a round box begin.
        (Align::Left, [l, top, r, 0.0], right - around.x0 - APART)
    };
    let paragraphs = paragraphs(rows);
    // Words at the top of a panel take no more rows than planned: cards stand under them.
    let pitch = paragraphs.first().map_or(0.0, |p| p.pitch);
    let height = if middle {
        rect.height() + 2.0
    } else {
        around.height() + pitch * 0.4
    };
    Some(Words {
        paragraphs,
        align,
        middle,
        insets,
        room: (width, height),
        exact: false,
    })
}

/// Words that stand by themselves, each text in a box of its own.
fn alone<'a>(rows: &[Row<'_>], taken: &Taken) -> Vec<Element<'a>> {
    let mut texts: Vec<Vec<Row<'_>>> = Vec::new();
    for row in rows {
        match texts.last_mut() {
            Some(text) if text.last().is_some_and(|last| follows(last, row)) => text.push(*row),
            _ => texts.push(vec![*row]),
        }
    }
    texts
        .iter()
        .filter_map(|text| {
            let first = text.first()?;
            let boxes = text.iter().map(|row| row_box(row.at, row.run));
            let around = boxes.reduce(|a, b| a.union(b))?;
            let size = first.run.style.size;
            let right = taken.right_of(around);
            let mut paragraphs = paragraphs(text);
            let single = text.len() == 1;
            for paragraph in &mut paragraphs {
                if single {
                    paragraph.pitch = size * arial::ROW;
                }
            }
            let rows = u32::try_from(text.len()).unwrap_or(u32::MAX);
            let pitch = paragraphs.first().map_or(size, |p| p.pitch);
            let height = pitch * f64::from(rows) + 0.5;
            let top = first.at.y - size * arial::ASCENT - (pitch - size * arial::ROW).max(0.0);
            let width = (right - around.x0).max(around.width()) + 0.5;
            Some(Element::Words {
                place: Rect::new(around.x0, top, around.x0 + width, top + height),
                words: Words {
                    paragraphs,
                    align: Align::Left,
                    middle: false,
                    insets: [0.0; 4],
                    room: (width, height),
                    exact: !single,
                },
            })
        })
        .collect()
}

/// Whether a row goes on with the text of the one before it.
fn follows(before: &Row<'_>, row: &Row<'_>) -> bool {
    let goes_on = Paragraph::of(before.run, before.colour).goes_on();
    goes_on && (before.at.x - row.at.x).abs() < 0.5 && row.at.y > before.at.y
}
