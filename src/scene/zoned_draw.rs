//! Shapes of panels and collective lines, in drawing pt.

use std::sync::Arc;

use super::line;
use super::options::Ink;
use super::plan::{Placed, rect_of};
use super::style::{CardMeasures, Looks};
use super::zoned::{AFTER, CollectiveLine, Panel, ROW, TITLE, WORDS, look_of};
use super::{CollectiveRole, Colour, Geometry, Group, Item, Role, Stroke};
use crate::gather::Part;
use crate::geom::{Point, Rect};
use crate::text::{Run, shape};

/// From the top of a row of words to its baseline, in sizes of the row.
const BASELINE: f64 = 0.5;

/// Quiet panels with their words, and the boundary over what is outside.
pub(super) fn panels(placed: &Placed<'_>, looks: &Looks<'_>, ink: Ink) -> Vec<Group> {
    let zoned = placed.zoned.iter();
    zoned
        .flat_map(|z| &z.panels)
        .filter(|panel| panel.cell.w > 0)
        .map(|panel| Group {
            role: Role::Zone,
            items: self::panel(panel, looks, ink),
        })
        .collect()
}

fn panel(panel: &Panel, looks: &Looks<'_>, ink: Ink) -> Vec<Item> {
    let theme = looks.theme();
    let rect = rect_of(panel.cell);
    let mut items = Vec::new();
    if panel.zone.part == Part::Outside {
        let points = vec![rect.origin(), Point::new(rect.x1, rect.y0)];
        items.push(Item::Shape {
            geometry: Geometry::Line { points, ease: 0.0 },
            fill: None,
            stroke: Some(Stroke::dashed(
                theme.ui.boundary,
                1.5,
                &[12.0, 4.0, 2.0, 4.0],
            )),
        });
    } else {
        // Black and white has no pale ground: there the panel is a thin line.
        let thin = (ink == Ink::Mono).then(|| Stroke::solid(theme.ui.control, 0.5));
        items.push(Item::Shape {
            geometry: Geometry::Rect {
                rect,
                radii: [6.0; 4],
            },
            fill: Some(theme.ui.band),
            stroke: thin,
        });
    }
    let title = shape(&panel.zone.title, TITLE);
    let at = rect_of(panel.title).origin();
    let after = at.x + title.width + AFTER;
    items.push(row(at, title, theme.ui.muted));
    if let Some(remark) = panel.zone.remark {
        let at = Point::new(after, at.y);
        items.push(row(at, shape(remark, WORDS), theme.ui.muted));
    }
    items
}

/// A row of words whose box starts here.
pub(super) fn row(at: Point, run: Run, colour: Colour) -> Item {
    let baseline = at.y + ROW * BASELINE + run.style.size * 0.33;
    Item::Text {
        at: Point::new(at.x, baseline),
        run,
        colour,
    }
}

/// Collective lines with their words.
pub(super) fn lines(
    placed: &Placed<'_>,
    looks: &Looks<'_>,
    measures: &CardMeasures,
    ink: Ink,
) -> Vec<Group> {
    let zoned = placed.zoned.iter();
    zoned
        .flat_map(|z| &z.lines)
        .filter_map(|line| collective(placed, line, looks, measures, ink))
        .collect()
}

fn collective(
    placed: &Placed<'_>,
    line: &CollectiveLine<'_>,
    looks: &Looks<'_>,
    measures: &CardMeasures,
    ink: Ink,
) -> Option<Group> {
    let theme = looks.theme();
    let first = line.links.first()?;
    let look = look_of(first, &line.collective, looks);
    let points: Vec<Point> = line
        .route
        .points
        .iter()
        .map(|&(x, y)| Point::new(f64::from(x), f64::from(y)))
        .collect();
    let (ground, text) = (theme.ui.paper, theme.ui.text);
    let size = measures.small.size;
    let mut items = line::draw(
        &points,
        line.route.starts_at_from,
        &look,
        ground,
        text,
        size,
    );
    if let Some((cell, rows)) = &line.words {
        let Rect { x0, mut y0, .. } = rect_of(*cell);
        if ink == Ink::Mono {
            // Words may lie across a panel's edge, which is a line in black and white.
            items.push(Item::Shape {
                geometry: Geometry::Rect {
                    rect: rect_of(*cell),
                    radii: [0.0; 4],
                },
                fill: Some(theme.ui.paper),
                stroke: None,
            });
        }
        for run in rows {
            items.push(row(Point::new(x0, y0), run.clone(), theme.ui.text));
            y0 += ROW;
        }
    }
    let role = CollectiveRole {
        id: line.collective.id.clone(),
        structure: placed.sheet.structure.head.id.clone(),
        links: line.links.iter().map(|link| link.id.clone()).collect(),
        kind: line.collective.kind.clone(),
        words: line.collective.words.clone(),
    };
    (!items.is_empty()).then(|| Group {
        role: Role::Collective(Arc::new(role)),
        items,
    })
}
