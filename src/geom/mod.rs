//! Points, boxes and paths in pt (1/72 inch), y down. A thin layer over `kurbo`:
//! what is here is what the rest of the program needs and `kurbo` does not have.

mod polyline;

pub use kurbo::{BezPath, Insets, PathEl, Point, Rect, Shape as KurboShape, Size, Vec2};
pub use polyline::{Segment, rounded, segments, simplified};

/// Whether two boxes share more than their edges.
///
/// `slack` is the overlap in pt that is still forgiven.
#[must_use]
pub fn overlap(a: Rect, b: Rect, slack: f64) -> bool {
    a.x0 < b.x1 - slack && b.x0 < a.x1 - slack && a.y0 < b.y1 - slack && b.y0 < a.y1 - slack
}

/// The smallest box round all of them, or `None` for none.
pub fn union(rects: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    rects.into_iter().reduce(|a, b| a.union(b))
}
