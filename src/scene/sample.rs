//! Small samples for keys outside a page: the window's filters, outline and lists.

use super::style::{End, Looks};
use super::theme::{BandPattern, KindLook, Mark, Theme};
use super::{Geometry, Item, Stroke, line, pattern};
use crate::geom::{Point, Rect};
use crate::model::LinkKindId;

/// The band of a kind of body on its ground, in a box.
#[must_use]
pub fn kind(look: &KindLook, theme: &Theme, rect: Rect) -> Vec<Item> {
    let mut items = vec![Item::Shape {
        geometry: Geometry::Rect {
            rect,
            radii: [2.0; 4],
        },
        fill: Some(look.tint),
        stroke: Some(Stroke::solid(theme.ui.control, 1.0)),
    }];
    if look.pattern != BandPattern::None {
        let width = (rect.width() * 0.6).min(6.0);
        items.extend(pattern::band(look, theme.ui.paper, rect, width, 2.0));
    }
    items
}

/// A line of a kind with its end, across a box.
#[must_use]
pub fn link(looks: &Looks<'_>, kind: &LinkKindId, permission: bool, rect: Rect) -> Vec<Item> {
    let mut look = looks.link_kind(kind);
    if let End::Seats(seats) = &mut look.end {
        *seats = None;
    }
    if permission {
        look.stroke.width /= 2.0;
    }
    let y = rect.center().y;
    let points = [Point::new(rect.x1, y), Point::new(rect.x0, y)];
    let ui = &looks.theme().ui;
    line::draw(&points, look.end_at_from, &look, ui.panel, ui.text, 9.0)
}

/// The pattern of a change in a box.
#[must_use]
pub fn mark(mark: Mark, theme: &Theme, rect: Rect) -> Vec<Item> {
    pattern::mark_sample(mark, theme.mark(mark), theme.ui.panel, rect)
}
