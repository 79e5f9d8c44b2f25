//! The picture from far away: where a card is a few pixels wide, boxes and lines are enough, and
//! edges on whole pixels need no feathering.

use egui::emath::GuiRounding as _;
use egui::{Color32, Mesh, Rect, Shape, Vec2};

use super::convert::{colour, length};
use super::paint::Onto;
use crate::geom::Point;
use crate::scene::{Geometry, Group, Item, Stroke};

/// Below this zoom the rounding of a card's corners is under a pixel.
pub(super) const FAR: f32 = 0.15;

/// A group as boxes and lines, without words and patterns.
pub(super) fn far_shape(onto: &Onto, pixels_per_point: f32, group: &Group) -> Shape {
    let mut far = Far {
        onto,
        pixels_per_point,
        mesh: Mesh::default(),
    };
    for item in &group.items {
        if let Item::Shape {
            geometry,
            fill,
            stroke,
        } = item
        {
            match geometry {
                Geometry::Rect { rect, .. } => {
                    far.card(onto.rect(*rect), fill.map(colour), stroke.as_ref());
                }
                Geometry::Line { points, .. } => {
                    if let Some(stroke) = stroke {
                        far.line(points, stroke);
                    }
                }
                Geometry::Polygon(_)
                | Geometry::Circle { .. }
                | Geometry::Pieces(_)
                | Geometry::Dots { .. } => {}
            }
        }
    }
    Shape::mesh(far.mesh)
}

struct Far<'a> {
    onto: &'a Onto,
    pixels_per_point: f32,
    mesh: Mesh,
}

impl Far<'_> {
    fn card(&mut self, place: Rect, fill: Option<Color32>, edge: Option<&Stroke>) {
        let place = self.on_pixels(place);
        let Some(edge) = edge else {
            self.mesh
                .add_colored_rect(place, fill.unwrap_or(Color32::TRANSPARENT));
            return;
        };
        let tone = colour(edge.colour);
        let width = self.width(edge);
        let inside = place.shrink(width);
        match fill {
            Some(fill) => {
                self.mesh.add_colored_rect(place, tone);
                if inside.is_positive() {
                    self.mesh.add_colored_rect(inside, fill);
                }
            }
            None => {
                for side in [
                    place.with_max_y(place.top() + width),
                    place.with_min_y(place.bottom() - width),
                    place.with_max_x(place.left() + width),
                    place.with_min_x(place.right() - width),
                ] {
                    self.mesh.add_colored_rect(side, tone);
                }
            }
        }
    }

    /// Lines run along the axes, so each piece is a box.
    fn line(&mut self, points: &[Point], stroke: &Stroke) {
        let half = Vec2::splat(self.width(stroke) / 2.0);
        for pair in points.windows(2) {
            if let [a, b] = pair {
                let run = Rect::from_two_pos(self.onto.pos(*a), self.onto.pos(*b));
                let place = self.on_pixels(run.expand2(half));
                self.mesh.add_colored_rect(place, colour(stroke.colour));
            }
        }
    }

    /// A width in whole pixels, at least one.
    fn width(&self, stroke: &Stroke) -> f32 {
        let width = length(stroke.width) * self.onto.zoom;
        width
            .round_to_pixels(self.pixels_per_point)
            .max(self.pixels_per_point.recip())
    }

    /// A box on whole pixels, at least one wide and high.
    fn on_pixels(&self, place: Rect) -> Rect {
        let least = Vec2::splat(self.pixels_per_point.recip());
        let min = place.min.round_to_pixels(self.pixels_per_point);
        let size = place.size().round_to_pixels(self.pixels_per_point);
        Rect::from_min_size(min, size.max(least))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom;
    use crate::scene::{Colour, Role};

    fn boxes(items: Vec<Item>, zoom: f32) -> Vec<(f32, f32, f32, f32)> {
        let onto = Onto {
            zoom,
            origin: Vec2::ZERO,
            clip: Rect::EVERYTHING,
        };
        let group = Group {
            role: Role::Title,
            items,
        };
        let Shape::Mesh(mesh) = far_shape(&onto, 1.0, &group) else {
            panic!("a mesh")
        };
        assert!(mesh.is_valid());
        let corners = mesh.vertices.chunks(4);
        corners
            .map(|c| (c[0].pos.x, c[0].pos.y, c[3].pos.x, c[3].pos.y))
            .collect()
    }

    fn shape(geometry: Geometry, fill: Option<Colour>, width: f64) -> Item {
        Item::Shape {
            geometry,
            fill,
            stroke: Some(Stroke::solid(Colour(0, 0, 0), width)),
        }
    }

    #[test]
    fn a_card_is_an_edge_and_an_inside_on_whole_pixels() {
        let card = Geometry::Rect {
            rect: geom::Rect::new(101.0, 52.0, 221.0, 92.0),
            radii: [4.0; 4],
        };
        let white = Some(Colour(255, 255, 255));
        let got = boxes(vec![shape(card.clone(), white, 1.0)], 0.1);
        assert_eq!(got, [(10.0, 5.0, 22.0, 9.0), (11.0, 6.0, 21.0, 8.0)]);
        // Too small for an inside: still seen.
        let got = boxes(vec![shape(card, white, 1.0)], 0.01);
        assert_eq!(got, [(1.0, 1.0, 2.0, 2.0)]);
    }

    #[test]
    fn a_line_is_a_box_a_piece() {
        let points = vec![
            Point::new(0.0, 0.0),
            Point::new(0.0, 400.0),
            Point::new(300.0, 400.0),
        ];
        let line = Geometry::Line { points, ease: 5.0 };
        let got = boxes(vec![shape(line, None, 1.5)], 0.1);
        assert_eq!(got.len(), 2);
        let (x0, y0, x1, y1) = got[0];
        assert!(x1 - x0 == 1.0 && y1 - y0 == 41.0, "{got:?}");
    }
}
