//! What stands round the drawing: title block, key, notes.

use super::theme::Theme;
use super::{Geometry, Group, Item, Role, Stroke};
use crate::geom::{Point, Rect};
use crate::text::{Run, TextStyle, rows_width, shape, wrap};

/// White border of a sheet in pt.
pub(super) const MARGIN: f64 = 24.0;

const TITLE: TextStyle = TextStyle::strong(18.0);
const SUBTITLE: TextStyle = TextStyle::regular(11.0);
const STATUS: TextStyle = TextStyle::strong(11.0);
pub(super) const HEADING: TextStyle = TextStyle::strong(11.0);
pub(super) const ENTRY: TextStyle = TextStyle::regular(9.5);
const NOTE: TextStyle = TextStyle::regular(9.5);
/// Room between a key's sample and its words.
const BESIDE: f64 = 6.0;
const NOTE_LINE: f64 = 12.0;

/// Words of the title block.
#[derive(Clone, Debug, Default)]
pub(super) struct TitleBlock {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) status: Option<String>,
    pub(super) date: Option<String>,
}

/// A group of items and its height in pt.
pub(super) struct Block {
    pub(super) group: Group,
    pub(super) height: f64,
}

/// How close the entries of the key stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyForm {
    /// Height of a row.
    row: f64,
    /// Width of a sample.
    sample: f64,
    /// Room between two entries of a row.
    apart: f64,
}

impl KeyForm {
    pub(super) const USUAL: Self = Self {
        row: 16.0,
        sample: 30.0,
        apart: 14.0,
    };
    /// For two structures, which need the room more.
    pub(super) const CLOSE: Self = Self {
        row: 14.0,
        sample: 26.0,
        apart: 11.0,
    };
}

/// One entry of the key: a sample drawn in a box of this size, and its words.
pub(super) struct Entry {
    /// Draws the sample into a box.
    pub(super) sample: Box<dyn Fn(Rect) -> Vec<Item>>,
    /// What it means.
    pub(super) words: String,
}

pub(super) fn text(at: Point, run: &Run, colour: super::Colour) -> Item {
    Item::Text {
        at,
        run: run.clone(),
        colour,
    }
}

/// Title, subtitle, status box and date over a rule, `width` pt wide.
pub(super) fn title(block: &TitleBlock, theme: &Theme, at: Point, width: f64) -> Block {
    let mut items = Vec::new();
    let mut right = 0.0;
    let mut under_status = at.y;
    let mut y = at.y;
    let edge = at.x + width;
    if let Some(status) = &block.status {
        let rows = wrap(status, STATUS, width * 0.4);
        let w = rows_width(&rows) + 20.0;
        let deep = 14.0 * f64::from(u32::try_from(rows.len()).unwrap_or(0)) + 7.0;
        let rect = Rect::new(edge - w, at.y, edge, at.y + deep);
        items.push(Item::Shape {
            geometry: Geometry::Rect {
                rect,
                radii: [4.0; 4],
            },
            fill: Some(theme.ui.paper),
            stroke: Some(Stroke::solid(theme.ui.text, 1.2)),
        });
        let mut baseline = at.y + 14.6;
        for run in &rows {
            items.push(text(
                Point::new(rect.x0 + 10.0, baseline),
                run,
                theme.ui.text,
            ));
            baseline += 14.0;
        }
        under_status = at.y + deep;
        right = w + 16.0;
    }
    if let Some(date) = &block.date {
        let run = shape(date, SUBTITLE);
        items.push(text(
            Point::new(edge - run.width, under_status + 13.0),
            &run,
            theme.ui.muted,
        ));
        right = f64::max(right, run.width + 16.0);
    }
    for run in wrap(&block.title, TITLE, width - right) {
        items.insert(0, text(Point::new(at.x, y + 16.0), &run, theme.ui.text));
        y += 21.0;
    }
    // Rows were put in front one by one: turn them round, so that they read downwards.
    let title_rows = items.iter().take_while(|i| is_title(i)).count();
    if let Some(rows) = items.get_mut(..title_rows) {
        rows.reverse();
    }
    for run in wrap(&block.subtitle, SUBTITLE, width - right) {
        items.push(text(Point::new(at.x, y + 12.0), &run, theme.ui.muted));
        y += 14.0;
    }
    let y = y.max(under_status + 15.0).max(at.y + 36.0) + 6.0;
    items.push(Item::Shape {
        geometry: Geometry::Line {
            points: vec![Point::new(at.x, y), Point::new(edge, y)],
            ease: 0.0,
        },
        fill: None,
        stroke: Some(Stroke::solid(theme.ui.text, 1.0)),
    });
    Block {
        group: Group {
            role: Role::Title,
            items,
        },
        height: y - at.y + 1.0,
    }
}

fn is_title(item: &Item) -> bool {
    matches!(item, Item::Text { run, .. } if run.style == TITLE)
}

/// The name of a drawing over it, with its full title where there is room.
pub(super) fn heading(words: &(String, String), theme: &Theme, at: Point, width: f64) -> Group {
    let run = shape(&words.0, TextStyle::strong(14.0));
    let more = shape(&words.1, TextStyle::regular(9.5));
    let mut items = vec![text(at, &run, theme.ui.text)];
    if run.width + 10.0 + more.width <= width && !words.1.is_empty() {
        items.push(text(
            Point::new(at.x + run.width + 10.0, at.y),
            &more,
            theme.ui.muted,
        ));
    }
    Group {
        role: Role::Zone,
        items,
    }
}

/// The key: entries in rows as wide as `width` allows.
pub(super) fn key(
    entries: &[Entry],
    (heading, form): (&str, KeyForm),
    theme: &Theme,
    at: Point,
    width: f64,
) -> Block {
    let KeyForm { row, sample, apart } = form;
    let heading = shape(heading, HEADING);
    let narrow = width < 260.0;
    let mut items = vec![text(Point::new(at.x, at.y + 12.0), &heading, theme.ui.text)];
    let start = if narrow {
        at.x
    } else {
        at.x + heading.width + 14.0
    };
    let (mut x, mut y) = (start, if narrow { at.y + row } else { at.y });
    for entry in entries {
        let words_room = (width - sample - BESIDE).max(60.0);
        let rows = wrap(
            &entry.words,
            ENTRY,
            if narrow {
                words_room
            } else {
                width - sample - 60.0
            },
        );
        let w = sample + BESIDE + rows_width(&rows) + apart;
        if narrow || (x + w - apart > at.x + width && x > start) {
            if x > start || !narrow {
                y += row;
            }
            x = start;
        }
        let rect = Rect::new(x, y + 1.5, x + sample, y + row - 2.5);
        items.extend((entry.sample)(rect));
        for (i, run) in rows.iter().enumerate() {
            if i > 0 {
                y += 12.0;
            }
            items.push(text(
                Point::new(x + sample + BESIDE, y + row / 2.0 + 3.8),
                run,
                theme.ui.text,
            ));
        }
        if narrow {
            y += row;
        } else {
            x += w;
        }
    }
    let bottom = if narrow { y } else { y + row };
    Block {
        group: Group {
            role: Role::Legend,
            items,
        },
        height: bottom - at.y,
    }
}

/// Notes, each a paragraph.
pub(super) fn notes(notes: &[String], theme: &Theme, at: Point, width: f64) -> Block {
    let mut items = Vec::new();
    let mut y = at.y;
    for note in notes {
        for run in wrap(note, NOTE, width) {
            items.push(text(Point::new(at.x, y + 9.5), &run, theme.ui.muted));
            y += NOTE_LINE;
        }
        y += 3.0;
    }
    Block {
        group: Group {
            role: Role::Notes,
            items,
        },
        height: y - at.y,
    }
}
