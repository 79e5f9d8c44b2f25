//! Patterns of the kind band and of the change strip: what survives a photocopier.

use super::theme::{BandPattern, KindLook, Mark};
use super::{Colour, Geometry, Item, Stroke};
use crate::geom::{Point, Rect};

/// The band at a card's left edge, closed by a line in the darkened hue.
pub(super) fn band(
    look: &KindLook,
    ground: Colour,
    card: Rect,
    width: f64,
    radius: f64,
) -> Vec<Item> {
    let area = Rect::new(card.x0 + 0.5, card.y0 + 0.5, card.x0 + width, card.y1 - 0.5);
    let radii = [radius - 0.5, 0.0, 0.0, radius - 0.5];
    let fill = |colour: Colour| shape(Geometry::Rect { rect: area, radii }, Some(colour), None);
    // The small samples of the key keep some of their pattern.
    let inner = area.inset((0.0, -(area.height() * 0.1).min(2.5)));
    let lines = |pieces: Vec<Vec<Point>>, w: f64| {
        shape(
            Geometry::Pieces(pieces),
            None,
            Some(Stroke::solid(look.band, w)),
        )
    };
    let mut items = match look.pattern {
        BandPattern::None => return Vec::new(),
        BandPattern::Solid | BandPattern::SolidWide => vec![fill(look.band)],
        BandPattern::DoubleRule => vec![fill(ground), rules(look.band, area, &[])],
        BandPattern::BrokenDoubleRule => vec![fill(ground), rules(look.band, area, &[6.0, 3.5])],
        BandPattern::Hatch => vec![fill(ground), lines(hatch(inner, 4.0, true), 1.6)],
        BandPattern::Stripes => vec![fill(ground), lines(bars(inner, 5.0, 0.0), 2.5)],
        BandPattern::Blocks => vec![fill(look.band), blocks(ground, inner)],
        BandPattern::Dots => vec![fill(ground), dots(look.band, inner)],
    };
    let close = vec![vec![
        Point::new(area.x1, area.y0),
        Point::new(area.x1, area.y1),
    ]];
    let stroke = Stroke::solid(look.band_line, 1.0);
    items.push(shape(Geometry::Pieces(close), None, Some(stroke)));
    items
}

/// The strip at a card's right edge that says how a body changes.
pub(super) fn strip(
    mark: Mark,
    colour: Colour,
    ground: Colour,
    card: Rect,
    width: f64,
    radius: f64,
) -> Vec<Item> {
    let area = Rect::new(card.x1 - width, card.y0 + 0.5, card.x1 - 0.5, card.y1 - 0.5);
    let radii = [0.0, radius - 0.5, radius - 0.5, 0.0];
    let inner = area.inset((-1.2, -2.5));
    let (pieces, weight) = mark_pieces(mark, inner);
    vec![
        shape(Geometry::Rect { rect: area, radii }, Some(ground), None),
        shape(
            Geometry::Pieces(pieces),
            None,
            Some(Stroke::solid(colour, weight)),
        ),
        shape(
            Geometry::Pieces(vec![vec![
                Point::new(area.x0, area.y0),
                Point::new(area.x0, area.y1),
            ]]),
            None,
            Some(Stroke::solid(colour, 1.0)),
        ),
    ]
}

/// A small sample of a mark, for the key.
pub(super) fn mark_sample(mark: Mark, colour: Colour, ground: Colour, rect: Rect) -> Vec<Item> {
    let (pieces, weight) = mark_pieces(mark, rect.inset((-1.2, -1.5)));
    let outline = Geometry::Rect {
        rect,
        radii: [0.0; 4],
    };
    vec![
        shape(outline, Some(ground), Some(Stroke::solid(colour, 1.0))),
        shape(
            Geometry::Pieces(pieces),
            None,
            Some(Stroke::solid(colour, weight)),
        ),
    ]
}

fn mark_pieces(mark: Mark, r: Rect) -> (Vec<Vec<Point>>, f64) {
    match mark {
        Mark::Renamed => (bars(r, 4.0, 0.0), 1.3),
        Mark::Split => {
            let xs = [
                r.x0 + r.width() * 0.2,
                r.x0 + r.width() * 0.55,
                r.x0 + r.width() * 0.9,
            ];
            (
                xs.iter()
                    .map(|&x| vec![Point::new(x, r.y0), Point::new(x, r.y1)])
                    .collect(),
                1.1,
            )
        }
        Mark::Merged => {
            let mut crossed = hatch(r, r.width().max(4.0), true);
            crossed.extend(hatch(r, r.width().max(4.0), false));
            (crossed, 1.1)
        }
        Mark::Ended => (hatch(r, 5.0, false), 1.3),
        Mark::Replaced => (hatch(r, 5.0, true), 1.3),
        Mark::Moved => (chevrons(r), 1.4),
        Mark::New => (pluses(r), 1.4),
    }
}

fn shape(geometry: Geometry, fill: Option<Colour>, stroke: Option<Stroke>) -> Item {
    Item::Shape {
        geometry,
        fill,
        stroke,
    }
}

/// Heights at equal steps within a box, evenly set in.
fn steps(r: Rect, step: f64) -> Vec<f64> {
    let n = (r.height() / step).floor().max(1.0);
    let first = r.y0 + (r.height() - (n - 1.0) * step) / 2.0;
    let mut out = Vec::new();
    let mut y = first;
    while y <= r.y1 + 0.01 && out.len() < 2000 {
        out.push(y);
        y += step;
    }
    out
}

fn bars(r: Rect, step: f64, set_in: f64) -> Vec<Vec<Point>> {
    let (left, right) = (r.x0 + set_in, r.x1 - set_in);
    steps(r, step)
        .into_iter()
        .map(|y| vec![Point::new(left, y), Point::new(right, y)])
        .collect()
}

/// Slanting lines, cut at the box.
fn hatch(r: Rect, step: f64, rising: bool) -> Vec<Vec<Point>> {
    let w = r.width();
    let mut out = Vec::new();
    let mut y = r.y0 - w + step / 2.0;
    while y < r.y1 && out.len() < 2000 {
        // The line from (x0, y) down to (x1, y + w), cut to the box.
        let (top, bottom) = (y.max(r.y0), (y + w).min(r.y1));
        if bottom - top > 0.5 {
            let at = |v: f64| {
                if rising {
                    r.x1 - (v - y)
                } else {
                    r.x0 + (v - y)
                }
            };
            out.push(vec![
                Point::new(at(top), top),
                Point::new(at(bottom), bottom),
            ]);
        }
        y += step;
    }
    out
}

fn chevrons(r: Rect) -> Vec<Vec<Point>> {
    let middle = r.center().x;
    let deep = r.width() / 2.0;
    let inside = Rect::new(r.x0, r.y0 + deep / 2.0, r.x1, r.y1 - deep / 2.0);
    steps(inside, 6.5)
        .into_iter()
        .map(|y| {
            vec![
                Point::new(r.x0 + 0.3, y + deep / 2.0),
                Point::new(middle, y - deep / 2.0),
                Point::new(r.x1 - 0.3, y + deep / 2.0),
            ]
        })
        .collect()
}

fn pluses(r: Rect) -> Vec<Vec<Point>> {
    let c = r.center().x;
    let a = (r.width() / 2.0).min(2.4);
    let inside = Rect::new(r.x0, r.y0 + a, r.x1, r.y1 - a);
    steps(inside, 7.5)
        .into_iter()
        .flat_map(|y| {
            [
                vec![Point::new(c - a, y), Point::new(c + a, y)],
                vec![Point::new(c, y - a), Point::new(c, y + a)],
            ]
        })
        .collect()
}

/// Two upright rules, broken when dashes are given.
fn rules(colour: Colour, area: Rect, dash: &[f64]) -> Item {
    let w = area.width();
    let pieces = [0.28, 0.78]
        .iter()
        .map(|f| {
            let x = area.x0 + w * f;
            vec![Point::new(x, area.y0 + 1.5), Point::new(x, area.y1 - 1.5)]
        })
        .collect();
    shape(
        Geometry::Pieces(pieces),
        None,
        Some(Stroke::dashed(colour, w * 0.3, dash)),
    )
}

fn blocks(ground: Colour, r: Rect) -> Item {
    let pieces = bars(r, 7.0, 0.8);
    shape(
        Geometry::Pieces(pieces),
        None,
        Some(Stroke::solid(ground, 2.6)),
    )
}

fn dots(colour: Colour, r: Rect) -> Item {
    let (a, b) = (r.x0 + r.width() * 0.25, r.x0 + r.width() * 0.75);
    let centres = steps(r.inset((0.0, -0.6)), 2.9)
        .into_iter()
        .enumerate()
        .map(|(i, y)| Point::new(if i % 2 == 0 { a } else { b }, y))
        .collect();
    shape(
        Geometry::Dots {
            centres,
            radius: 1.05,
        },
        Some(colour),
        None,
    )
}
