//! Shapes of a scene as paths of a PDF.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder};
use krilla::paint::{Fill, LineCap, Stroke as PdfStroke, StrokeDash};
use krilla::surface::Surface;

use crate::geom::{KurboShape, PathEl, Point, Rect, rounded};
use crate::scene::{Colour, Geometry, Stroke};
use crate::text::{Face, glyph_outline};

/// How far a curve may be from the true circle, in pt.
const TOLERANCE: f64 = 0.01;

/// A length in hundredths of a pt, as in SVG files.
#[expect(clippy::cast_possible_truncation, reason = "places on a page")]
pub(super) fn pt(value: f64) -> f32 {
    ((value * 100.0).round() / 100.0) as f32
}

pub(super) fn fill(colour: Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(colour.0, colour.1, colour.2).into(),
        ..Fill::default()
    }
}

fn stroke(stroke: &Stroke) -> PdfStroke {
    let Colour(r, g, b) = stroke.colour;
    let array: Vec<f32> = stroke.dash.iter().map(|length| pt(*length)).collect();
    PdfStroke {
        paint: rgb::Color::new(r, g, b).into(),
        width: pt(stroke.width),
        // As in SVG.
        miter_limit: 4.0,
        line_cap: if stroke.round {
            LineCap::Round
        } else {
            LineCap::Butt
        },
        dash: (!array.is_empty()).then_some(StrokeDash { array, offset: 0.0 }),
        ..PdfStroke::default()
    }
}

/// Draws a shape.
pub(super) fn draw(
    surface: &mut Surface<'_>,
    geometry: &Geometry,
    inside: Option<Colour>,
    line: Option<&Stroke>,
) {
    if inside.is_none() && line.is_none() {
        return;
    }
    let mut builder = PathBuilder::new();
    outline(&mut builder, geometry);
    let Some(path) = builder.finish() else {
        return;
    };
    surface.set_fill(inside.map(fill));
    surface.set_stroke(line.map(stroke));
    surface.draw_path(&path);
}

fn outline(path: &mut PathBuilder, geometry: &Geometry) {
    match geometry {
        Geometry::Rect { rect, radii } => rounded_rect(path, *rect, *radii),
        Geometry::Line { points, ease } => {
            elements(
                path,
                rounded(points, *ease).elements().iter().copied(),
                |at| at,
            );
        }
        Geometry::Polygon(points) => {
            open(path, points);
            path.close();
        }
        Geometry::Circle { centre, radius } => circle(path, *centre, *radius),
        Geometry::Pieces(pieces) => pieces.iter().for_each(|piece| open(path, piece)),
        Geometry::Dots { centres, radius } => {
            centres.iter().for_each(|at| circle(path, *at, *radius));
        }
    }
}

fn rounded_rect(path: &mut PathBuilder, rect: Rect, [tl, tr, br, bl]: [f64; 4]) {
    let shape = rect.to_rounded_rect((tl, tr, br, bl));
    elements(path, shape.path_elements(TOLERANCE), |at| at);
}

fn circle(path: &mut PathBuilder, centre: Point, radius: f64) {
    // Four curves, each off by less than a thousandth of the radius.
    let bend = radius * 0.552_284_75;
    let at = |x: f64, y: f64| (pt(centre.x + x), pt(centre.y + y));
    let (x, y) = at(radius, 0.0);
    path.move_to(x, y);
    for (a, b, to) in [
        ((radius, bend), (bend, radius), (0.0, radius)),
        ((-bend, radius), (-radius, bend), (-radius, 0.0)),
        ((-radius, -bend), (-bend, -radius), (0.0, -radius)),
        ((bend, -radius), (radius, -bend), (radius, 0.0)),
    ] {
        let ((ax, ay), (bx, by), (x, y)) = (at(a.0, a.1), at(b.0, b.1), at(to.0, to.1));
        path.cubic_to(ax, ay, bx, by, x, y);
    }
    path.close();
}

fn open(path: &mut PathBuilder, points: &[Point]) {
    for (i, point) in points.iter().enumerate() {
        let (x, y) = (pt(point.x), pt(point.y));
        if i == 0 {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
}

fn elements(
    path: &mut PathBuilder,
    elements: impl Iterator<Item = PathEl>,
    place: impl Fn(Point) -> Point,
) {
    let xy = |point: Point| {
        let at = place(point);
        (pt(at.x), pt(at.y))
    };
    for element in elements {
        match element {
            PathEl::MoveTo(to) => {
                let (x, y) = xy(to);
                path.move_to(x, y);
            }
            PathEl::LineTo(to) => {
                let (x, y) = xy(to);
                path.line_to(x, y);
            }
            PathEl::QuadTo(a, to) => {
                let ((ax, ay), (x, y)) = (xy(a), xy(to));
                path.quad_to(ax, ay, x, y);
            }
            PathEl::CurveTo(a, b, to) => {
                let ((ax, ay), (bx, by), (x, y)) = (xy(a), xy(b), xy(to));
                path.cubic_to(ax, ay, bx, by, x, y);
            }
            PathEl::ClosePath => path.close(),
        }
    }
}

/// The outline of a glyph whose origin is at a place, so many pt high.
pub(super) fn glyph_path(face: Face, glyph: u32, origin: Point, size: f64) -> Option<Path> {
    let outline = glyph_outline(face, glyph);
    let mut path = PathBuilder::new();
    elements(&mut path, outline.elements().iter().copied(), |at| {
        Point::new(origin.x + at.x * size, origin.y + at.y * size)
    });
    path.finish()
}
