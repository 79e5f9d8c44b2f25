//! Between points of the page (f64, `kurbo`) and points of the screen (f32, egui).

use egui::{Color32, Pos2, Rect, Vec2};

use crate::geom::{self, Point};
use crate::scene::Colour;

/// A colour of the theme.
#[must_use]
pub(crate) fn colour(c: Colour) -> Color32 {
    Color32::from_rgb(c.0, c.1, c.2)
}

/// A screen position; single precision is far finer than a pixel.
#[expect(clippy::cast_possible_truncation, reason = "screen positions fit f32")]
#[must_use]
pub(crate) fn pos(p: Point) -> Pos2 {
    Pos2::new(p.x as f32, p.y as f32)
}

/// A length on the screen.
#[expect(clippy::cast_possible_truncation, reason = "screen lengths fit f32")]
#[must_use]
pub(crate) fn length(pt: f64) -> f32 {
    pt as f32
}

/// A box on the screen.
#[must_use]
pub(crate) fn rect(r: geom::Rect) -> Rect {
    Rect::from_min_max(pos(r.origin()), pos(Point::new(r.x1, r.y1)))
}

/// A screen position in double precision.
#[must_use]
pub(crate) fn point(p: Pos2) -> Point {
    Point::new(f64::from(p.x), f64::from(p.y))
}

/// A shift in double precision.
#[must_use]
pub(crate) fn vec(v: Vec2) -> geom::Vec2 {
    geom::Vec2::new(f64::from(v.x), f64::from(v.y))
}

/// A box in double precision.
#[must_use]
pub(crate) fn page_rect(r: Rect) -> geom::Rect {
    geom::Rect::from_points(point(r.min), point(r.max))
}
