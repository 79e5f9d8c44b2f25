//! Items of a scene as shapes of egui. Nothing is measured or broken again here: rows of text
//! stand where the scene puts them, at every zoom.

use egui::epaint::{CornerRadius, RectShape};
use egui::{Color32, FontId, Painter, Pos2, Rect, Shape, StrokeKind, Vec2};

use super::convert::{colour, length};
use super::dash::dashes;
use crate::geom::{self, PathEl, Point, rounded};
use crate::scene::{Geometry, Group, Item, Stroke};
use crate::text::Run;
use crate::ui::theme::scene_family;

/// Text smaller than this on the screen is not painted, in pixels.
const SMALLEST_TEXT: f32 = 4.0;
/// Below this zoom dashes run together and are painted solid.
pub(super) const DASH_ZOOM: f32 = 0.25;

/// From page to screen, and what of the screen can be seen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Onto {
    /// Screen points per pt.
    pub(crate) zoom: f32,
    /// Place of the page's origin on the screen.
    pub(crate) origin: Vec2,
    /// What is seen.
    pub(crate) clip: Rect,
}

impl Onto {
    /// The place of a page point on the screen.
    pub(crate) fn pos(&self, p: Point) -> Pos2 {
        Pos2::new(length(p.x), length(p.y)) * self.zoom + self.origin
    }

    /// The box of a page box on the screen.
    pub(crate) fn rect(&self, r: geom::Rect) -> Rect {
        Rect::from_min_max(self.pos(r.origin()), self.pos(Point::new(r.x1, r.y1)))
    }

    /// A length on the screen.
    pub(crate) fn len(&self, pt: f64) -> f32 {
        length(pt) * self.zoom
    }

    /// Whether something in a page box, with lines up to 8 pt outside it, can be seen.
    pub(crate) fn sees(&self, r: geom::Rect) -> bool {
        self.clip
            .intersects(self.rect(r).expand(8.0 * self.zoom + 2.0))
    }
}

/// The box in which everything of a group lies, lines without their width.
pub(super) fn group_bounds(group: &Group) -> Option<geom::Rect> {
    geom::union(group.items.iter().filter_map(|item| match item {
        Item::Shape { geometry, .. } => geometry.bounds(),
        Item::Text { at, run, .. } => Some(around(*at, run)),
    }))
}

/// The most dashes in one of a group's lines.
pub(super) fn longest_dashes(group: &Group) -> f64 {
    let dashes = group.items.iter().filter_map(|item| match item {
        Item::Shape {
            geometry: Geometry::Line { points, .. },
            stroke: Some(stroke),
            ..
        } if !stroke.dash.is_empty() => {
            let length: f64 = geom::segments(points).map(|s| s.a.distance(s.b)).sum();
            Some(length / stroke.dash.iter().sum::<f64>().max(0.1))
        }
        _ => None,
    });
    dashes.fold(0.0, f64::max)
}

/// The shapes of a group, as far as they can be seen.
pub(crate) fn group_shapes(painter: &Painter, onto: &Onto, group: &Group, out: &mut Vec<Shape>) {
    for item in &group.items {
        match item {
            Item::Shape {
                geometry,
                fill,
                stroke,
            } => {
                if geometry.bounds().is_some_and(|b| onto.sees(b)) {
                    let fill = fill.map_or(Color32::TRANSPARENT, colour);
                    geometry_shapes(onto, geometry, fill, stroke.as_ref(), out);
                }
            }
            Item::Text { at, run, colour: c } => {
                text_shape(painter, onto, *at, run, colour(*c), out);
            }
        }
    }
}

/// A row of text reaches no further than its size up and down.
fn around(at: Point, run: &Run) -> geom::Rect {
    let size = run.style.size;
    geom::Rect::new(at.x, at.y - size, at.x + run.width, at.y + size)
}

fn text_shape(
    painter: &Painter,
    onto: &Onto,
    at: Point,
    run: &Run,
    colour: Color32,
    out: &mut Vec<Shape>,
) {
    let size = onto.len(run.style.size);
    if size * painter.pixels_per_point() < SMALLEST_TEXT {
        return;
    }
    if !onto.sees(around(at, run)) {
        return;
    }
    // Steps of a quarter point keep the number of glyph pictures small while zooming.
    let font = FontId::new((size * 4.0).round() / 4.0, scene_family(run.style.face));
    let galley = painter.layout_no_wrap(run.text.to_string(), font, colour);
    let baseline = galley.rows.first().and_then(|row| {
        let glyph = row.glyphs.first()?;
        Some(row.pos.y + glyph.pos.y)
    });
    let Some(baseline) = baseline else { return };
    out.push(Shape::galley(
        onto.pos(at) - Vec2::new(0.0, baseline),
        galley,
        colour,
    ));
}

fn geometry_shapes(
    onto: &Onto,
    geometry: &Geometry,
    fill: Color32,
    stroke: Option<&Stroke>,
    out: &mut Vec<Shape>,
) {
    match geometry {
        Geometry::Rect { rect, radii } => rect_shapes(onto, *rect, *radii, fill, stroke, out),
        Geometry::Line { points, ease } => {
            if let Some(stroke) = stroke {
                line_shapes(onto, &flattened(onto, points, *ease), stroke, out);
            }
        }
        Geometry::Polygon(points) => {
            let corners = points.iter().map(|p| onto.pos(*p)).collect();
            out.push(Shape::convex_polygon(corners, fill, solid(onto, stroke)));
        }
        Geometry::Circle { centre, radius } => out.push(
            egui::epaint::CircleShape {
                center: onto.pos(*centre),
                radius: onto.len(*radius),
                fill,
                stroke: solid(onto, stroke),
            }
            .into(),
        ),
        Geometry::Pieces(pieces) => {
            let stroke = solid(onto, stroke);
            for piece in pieces {
                let points: Vec<Pos2> = piece.iter().map(|p| onto.pos(*p)).collect();
                out.push(Shape::line(points, stroke));
            }
        }
        Geometry::Dots { centres, radius } => {
            let radius = onto.len(*radius);
            let centres = centres.iter().map(|c| onto.pos(*c));
            out.extend(centres.map(|c| Shape::circle_filled(c, radius, fill)));
        }
    }
}

fn rect_shapes(
    onto: &Onto,
    rect: geom::Rect,
    radii: [f64; 4],
    fill: Color32,
    stroke: Option<&Stroke>,
    out: &mut Vec<Shape>,
) {
    let [nw, ne, se, sw] = radii.map(|r| corner(onto.len(r)));
    let corners = CornerRadius { nw, ne, sw, se };
    let box_on_screen = onto.rect(rect);
    let dashed = stroke.filter(|s| !s.dash.is_empty() && onto.zoom >= DASH_ZOOM);
    let edge = if dashed.is_some() {
        egui::Stroke::NONE
    } else {
        solid(onto, stroke)
    };
    if fill != Color32::TRANSPARENT || edge.width > 0.0 {
        out.push(RectShape::new(box_on_screen, corners, fill, edge, StrokeKind::Middle).into());
    }
    if let Some(stroke) = dashed {
        line_shapes(onto, &outline(box_on_screen, corners), stroke, out);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=255"
)]
fn corner(radius: f32) -> u8 {
    radius.round().clamp(0.0, 255.0) as u8
}

/// The outline of a rounded box as a closed polyline, from its top left corner on.
fn outline(r: Rect, corners: CornerRadius) -> Vec<Pos2> {
    let mut out = Vec::new();
    egui::epaint::tessellator::path::rounded_rectangle(&mut out, r, corners.into());
    if let Some(first) = out.first().copied() {
        out.push(first);
    }
    out
}

fn solid(onto: &Onto, stroke: Option<&Stroke>) -> egui::Stroke {
    stroke.map_or(egui::Stroke::NONE, |s| {
        // A line never gets so thin that it cannot be seen.
        egui::Stroke::new(onto.len(s.width).max(0.6), colour(s.colour))
    })
}

/// A line with a stroke: solid, dashed, or dotted with round dots.
pub(super) fn line_shapes(onto: &Onto, points: &[Pos2], stroke: &Stroke, out: &mut Vec<Shape>) {
    let pen = solid(onto, Some(stroke));
    if stroke.dash.is_empty() || onto.zoom < DASH_ZOOM {
        out.push(Shape::line(points.to_vec(), pen));
        return;
    }
    let pattern: Vec<f32> = stroke.dash.iter().map(|d| onto.len(*d)).collect();
    let view = onto.clip.expand(pen.width);
    for [a, b] in dashes(points, &pattern, view) {
        if stroke.round {
            let radius = pen.width / 2.0;
            out.push(Shape::circle_filled(a, radius, pen.color));
            if a.distance(b) > radius {
                out.push(Shape::line_segment([a, b], pen));
                out.push(Shape::circle_filled(b, radius, pen.color));
            }
        } else {
            out.push(Shape::line_segment([a, b], pen));
        }
    }
}

/// A polyline on the screen with its corners eased.
pub(super) fn flattened(onto: &Onto, points: &[Point], ease: f64) -> Vec<Pos2> {
    if onto.len(ease) < 1.0 {
        return points.iter().map(|p| onto.pos(*p)).collect();
    }
    const STEPS: u8 = 5;
    let mut out: Vec<Pos2> = Vec::new();
    for element in rounded(points, ease).elements() {
        match *element {
            PathEl::MoveTo(p) | PathEl::LineTo(p) => out.push(onto.pos(p)),
            PathEl::QuadTo(control, end) => {
                let (c, e) = (onto.pos(control), onto.pos(end));
                let Some(start) = out.last().copied() else {
                    continue;
                };
                for step in 1..=STEPS {
                    let t = f32::from(step) / f32::from(STEPS);
                    out.push(start.lerp(c, t).lerp(c.lerp(e, t), t));
                }
            }
            PathEl::CurveTo(..) | PathEl::ClosePath => {}
        }
    }
    out
}
