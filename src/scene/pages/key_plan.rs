//! The key plan: the whole drawing in small, with the page numbers, and what stands on each page.

use super::cut::Leaf;
use crate::geom::{Point, Rect};
use crate::layout::Cell;
use crate::model::Language;
use crate::say::{self, Phrase};
use crate::scene::furniture::{Block, ENTRY, HEADING, text};
use crate::scene::theme::Theme;
use crate::scene::{Geometry, Group, Item, Role, Stroke};
use crate::text::{TextStyle, shape, wrap};

const NUMBER: TextStyle = TextStyle::strong(9.5);
/// Height of a row of the list.
const ROW: f64 = 12.5;
/// Greatest height of the small drawing.
const HIGHEST: f64 = 96.0;
/// The most pages that are listed by name.
const LISTED: usize = 8;
/// Radius of the disc behind a number.
const DISC: f64 = 7.5;

/// The whole drawing in small.
#[derive(Clone, Debug, Default)]
pub(in crate::scene) struct KeyPlan {
    /// The place of each body.
    cells: Vec<Cell>,
    /// The bodies of each page.
    pages: Vec<Vec<usize>>,
    /// What each page is called.
    titles: Vec<String>,
    /// The page that it stands on.
    here: usize,
}

impl KeyPlan {
    pub(super) fn new(cells: Vec<Cell>, leaves: &[Leaf], titles: Vec<String>) -> Self {
        Self {
            cells,
            pages: leaves.iter().map(|leaf| leaf.own.clone()).collect(),
            titles,
            here: 0,
        }
    }

    pub(super) fn on(&self, page: usize) -> Self {
        Self {
            here: page,
            ..self.clone()
        }
    }

    /// The pages that are listed: all, or those round this one where a list of all would be longer than
    /// a sheet.
    fn listed(&self) -> impl Iterator<Item = (usize, &String)> {
        let last = self.titles.len().saturating_sub(LISTED);
        let from = self.here.saturating_sub(LISTED / 2).min(last);
        self.titles.iter().enumerate().skip(from).take(LISTED)
    }

    /// Width and height of the whole drawing in its own pt.
    fn extent(&self) -> (f64, f64) {
        let right = self.cells.iter().map(Cell::right).max().unwrap_or(1);
        let bottom = self.cells.iter().map(Cell::bottom).max().unwrap_or(1);
        (f64::from(right.max(1)), f64::from(bottom.max(1)))
    }
}

/// Draws the key plan, `width` pt wide.
pub(in crate::scene) fn block(
    plan: &KeyPlan,
    language: Language,
    theme: &Theme,
    at: Point,
    width: f64,
) -> Block {
    let (w, h) = plan.extent();
    let scale = (width / w).min(HIGHEST / h);
    let mut items = vec![text(
        Point::new(at.x, at.y + 12.0),
        &shape(Phrase::Pages.in_language(language), HEADING),
        theme.ui.text,
    )];
    let top = at.y + 18.0;
    let boxes: Vec<Rect> = plan
        .cells
        .iter()
        .map(|c| {
            let (x, y) = (at.x + f64::from(c.x) * scale, top + f64::from(c.y) * scale);
            Rect::new(x, y, x + f64::from(c.w) * scale, y + f64::from(c.h) * scale)
        })
        .collect();
    for (n, page) in plan.pages.iter().enumerate() {
        let here = n == plan.here;
        items.extend(
            page.iter()
                .filter_map(|&b| small_box(*boxes.get(b)?, here, theme)),
        );
    }
    for (n, page) in plan.pages.iter().enumerate() {
        let own: Vec<Rect> = page.iter().filter_map(|&b| boxes.get(b).copied()).collect();
        items.extend(number(n, n == plan.here, &own, theme));
    }
    let mut y =
        top + if plan.cells.is_empty() {
            HIGHEST
        } else {
            h * scale
        } + 8.0;
    for (n, title) in plan.listed() {
        let style = if n == plan.here { NUMBER } else { ENTRY };
        let run = shape(&format!("{}", n + 1), NUMBER);
        items.push(text(Point::new(at.x, y + 9.5), &run, theme.ui.text));
        for row in wrap(title, style, width - 16.0) {
            items.push(text(Point::new(at.x + 16.0, y + 9.5), &row, theme.ui.text));
            y += ROW;
        }
        y += 1.5;
    }
    let more = plan.titles.len().saturating_sub(LISTED);
    if more > 0 {
        let more = say::with(language, Phrase::MorePages, &[&more.to_string()]);
        let run = shape(&more, ENTRY);
        items.push(text(Point::new(at.x + 16.0, y + 9.5), &run, theme.ui.muted));
        y += ROW;
    }
    Block {
        group: Group {
            role: Role::Legend,
            items,
        },
        height: y - at.y,
    }
}

fn small_box(rect: Rect, here: bool, theme: &Theme) -> Option<Item> {
    let ui = &theme.ui;
    (rect.width() > 0.0).then(|| Item::Shape {
        geometry: Geometry::Rect {
            rect,
            radii: [1.0; 4],
        },
        fill: Some(if here { ui.accent } else { ui.paper }),
        stroke: Some(Stroke::solid(
            if here { ui.accent } else { ui.control },
            0.6,
        )),
    })
}

/// The number of a page over the body that stands nearest to the middle of its bodies.
fn number(n: usize, here: bool, boxes: &[Rect], theme: &Theme) -> Vec<Item> {
    let middle = boxes.iter().copied().reduce(|a, b| a.union(b));
    let Some(middle) = middle.map(|m| m.center()) else {
        return Vec::new();
    };
    let far = |rect: &Rect| rect.center().distance(middle);
    let nearest = boxes.iter().min_by(|a, b| far(a).total_cmp(&far(b)));
    let centre = nearest.map_or(middle, |rect| rect.center());
    let run = shape(&format!("{}", n + 1), NUMBER);
    let at = Point::new(centre.x - run.width / 2.0, centre.y + 3.3);
    let ui = &theme.ui;
    let (fill, ink) = if here {
        (ui.accent, ui.on_accent)
    } else {
        (ui.paper, ui.text)
    };
    vec![
        Item::Shape {
            geometry: Geometry::Circle {
                centre,
                radius: DISC,
            },
            fill: Some(fill),
            stroke: Some(Stroke::solid(ui.text, 0.8)),
        },
        text(at, &run, ink),
    ]
}
