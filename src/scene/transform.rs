//! Moving and shrinking finished items: the drawing onto its page.

use super::{Geometry, Group, Item, Page, Stroke};
use crate::geom::{Point, Rect, Size, Vec2};

/// Width in pt under which an office printer or a photocopier may lose a line.
const LEAST_PEN: f64 = 0.75;

/// A factor and a shift: `page = drawing * scale + shift`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Onto {
    pub(super) scale: f64,
    pub(super) shift: Vec2,
}

impl Onto {
    pub(super) fn point(self, p: Point) -> Point {
        (p.to_vec2() * self.scale + self.shift).to_point()
    }

    pub(super) fn rect(self, r: Rect) -> Rect {
        Rect::from_points(self.point(r.origin()), self.point(Point::new(r.x1, r.y1)))
    }

    /// A page printed larger, on a sheet of this size.
    pub(super) fn enlarged(mut page: Page, sheet: Size) -> Page {
        let (across, down) = (
            sheet.width / page.size.width,
            sheet.height / page.size.height,
        );
        let scale = across.min(down);
        let shift = Vec2::new(
            (sheet.width - page.size.width * scale) / 2.0,
            (sheet.height - page.size.height * scale) / 2.0,
        );
        let onto = Self { scale, shift };
        let groups = page.groups.into_iter();
        page.groups = groups.map(|group| onto.group(group)).collect();
        for pane in &mut page.panes {
            pane.view = onto.rect(pane.view);
        }
        page.scale *= scale;
        page.size = sheet;
        page
    }

    pub(super) fn group(self, mut group: Group) -> Group {
        for item in &mut group.items {
            self.item(item);
        }
        group
    }

    fn item(self, item: &mut Item) {
        match item {
            Item::Text { at, run, .. } => {
                *at = self.point(*at);
                *run = run.scaled(self.scale);
            }
            Item::Shape {
                geometry, stroke, ..
            } => {
                self.geometry(geometry);
                if let Some(stroke) = stroke {
                    let pattern = matches!(geometry, Geometry::Pieces(_) | Geometry::Dots { .. });
                    self.stroke(stroke, pattern);
                }
            }
        }
    }

    fn stroke(self, stroke: &mut Stroke, pattern: bool) {
        stroke.width *= self.scale;
        if !pattern {
            stroke.width = stroke.width.max(LEAST_PEN);
        }
        for length in &mut stroke.dash {
            *length *= self.scale;
        }
    }

    fn points(self, points: &mut [Point]) {
        for p in points {
            *p = self.point(*p);
        }
    }

    fn geometry(self, geometry: &mut Geometry) {
        match geometry {
            Geometry::Rect { rect, radii } => {
                *rect = self.rect(*rect);
                for r in radii {
                    *r *= self.scale;
                }
            }
            Geometry::Line { points, ease } => {
                self.points(points);
                *ease *= self.scale;
            }
            Geometry::Polygon(points) => self.points(points),
            Geometry::Circle { centre, radius } => {
                *centre = self.point(*centre);
                *radius *= self.scale;
            }
            Geometry::Pieces(pieces) => {
                for piece in pieces {
                    self.points(piece);
                }
            }
            Geometry::Dots { centres, radius } => {
                self.points(centres);
                *radius *= self.scale;
            }
        }
    }
}
