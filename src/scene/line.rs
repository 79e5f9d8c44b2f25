//! A link's line with its end.

use super::style::{End, LinkLook};
use super::{Colour, Geometry, Item, Stroke};
use crate::geom::{Point, Rect, Vec2};
use crate::text::{TextStyle, shape};

/// Radius in pt by which corners of lines are eased.
pub(super) const EASE: f64 = 5.0;

/// Radius of the ring with the seat count, in sizes of its text.
const SEAT_RADIUS: f64 = 0.73;

/// Half the width in pt of the cross on a line that goes.
const CROSS: f64 = 3.0;

/// Draws a line through points, its end included.
///
/// `starts_at_from` says whether the first point is at the body `from`; `ground` is the
/// colour inside open ends; `small` the size of the seat count in pt.
pub(super) fn draw(
    points: &[Point],
    starts_at_from: bool,
    look: &LinkLook,
    ground: Colour,
    text: Colour,
    small: f64,
) -> Vec<Item> {
    if points.len() < 2 {
        return Vec::new();
    }
    let line = Item::Shape {
        geometry: Geometry::Line {
            points: points.to_vec(),
            ease: EASE,
        },
        fill: None,
        stroke: Some(look.stroke.clone()),
    };
    let at_first = look.end_at_from == starts_at_from;
    let (tip, before) = if at_first {
        ends(points)
    } else {
        ends_reversed(points)
    };
    let mut items = vec![line];
    items.extend(end(tip, before, look, ground, text, small));
    items
}

/// A cross on the middle of the longest piece of a line: it goes.
pub(super) fn struck(points: &[Point], colour: Colour) -> Option<Item> {
    let longest = points.windows(2).filter_map(|pair| match pair {
        [a, b] => Some((a.distance(*b), a.midpoint(*b))),
        _ => None,
    });
    let (_, at) = longest.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    let arm = |x: f64, y: f64| vec![at - Vec2::new(x, y), at + Vec2::new(x, y)];
    Some(Item::Shape {
        geometry: Geometry::Pieces(vec![arm(CROSS, CROSS), arm(CROSS, -CROSS)]),
        fill: None,
        stroke: Some(Stroke::solid(colour, 1.2)),
    })
}

fn ends(points: &[Point]) -> (Point, Point) {
    match points {
        [a, b, ..] => (*a, *b),
        _ => (Point::ZERO, Point::new(1.0, 0.0)),
    }
}

fn ends_reversed(points: &[Point]) -> (Point, Point) {
    match points {
        [.., b, a] => (*a, *b),
        _ => (Point::ZERO, Point::new(1.0, 0.0)),
    }
}

fn end(
    tip: Point,
    before: Point,
    look: &LinkLook,
    ground: Colour,
    text: Colour,
    small: f64,
) -> Vec<Item> {
    let back = (before - tip).normalize();
    let back = if back.x.is_finite() && back.y.is_finite() {
        back
    } else {
        Vec2::new(0.0, 1.0)
    };
    let across = Vec2::new(-back.y, back.x);
    let colour = look.stroke.colour;
    let thin = Stroke::solid(colour, look.stroke.width.clamp(1.0, 1.5));
    let polygon = |points: Vec<Point>, fill: Colour| Item::Shape {
        geometry: Geometry::Polygon(points),
        fill: Some(fill),
        stroke: Some(Stroke::solid(colour, 1.0)),
    };
    match look.end {
        End::Arrow => vec![Item::Shape {
            geometry: Geometry::Polygon(vec![
                tip,
                tip + back * 8.0 + across * 3.5,
                tip + back * 8.0 - across * 3.5,
            ]),
            fill: Some(colour),
            stroke: None,
        }],
        End::OpenArrow => vec![pieces(
            vec![vec![
                tip + back * 7.0 + across * 3.8,
                tip,
                tip + back * 7.0 - across * 3.8,
            ]],
            thin,
        )],
        End::Bar => vec![pieces(
            vec![vec![
                tip + back * 1.5 + across * 4.0,
                tip + back * 1.5 - across * 4.0,
            ]],
            Stroke::solid(colour, 2.0),
        )],
        End::SmallRing => vec![circle(
            tip + back * 2.6,
            2.6,
            ground,
            Stroke::solid(colour, 1.2),
        )],
        End::Seats(None) => vec![circle(
            tip + back * 3.2,
            3.1,
            colour,
            Stroke::solid(colour, 0.75),
        )],
        End::Diamond => {
            let middle = tip + back * 4.0;
            let (b, a) = (back * 4.0, across * 3.0);
            vec![polygon(
                vec![tip, middle + a, middle + b, middle - a],
                colour,
            )]
        }
        End::Square => {
            let (b, a) = (back * 5.0, across * 2.5);
            vec![polygon(
                vec![tip + a, tip + a + b, tip - a + b, tip - a],
                ground,
            )]
        }
        End::Seats(Some(n)) => seats(
            tip + back * (SEAT_RADIUS * small),
            n,
            colour,
            ground,
            text,
            small,
        ),
    }
}

fn seats(
    centre: Point,
    n: u32,
    colour: Colour,
    ground: Colour,
    text: Colour,
    small: f64,
) -> Vec<Item> {
    let run = shape(&n.to_string(), TextStyle::strong(small));
    let radius = SEAT_RADIUS * small;
    let half = (run.width / 2.0 + 2.5).max(radius);
    let ring = Geometry::Rect {
        rect: Rect::new(
            centre.x - half,
            centre.y - radius,
            centre.x + half,
            centre.y + radius,
        ),
        radii: [radius; 4],
    };
    let at = Point::new(centre.x - run.width / 2.0, centre.y + small * 0.34);
    vec![
        Item::Shape {
            geometry: ring,
            fill: Some(ground),
            stroke: Some(Stroke::solid(colour, 1.5)),
        },
        Item::Text {
            at,
            run,
            colour: text,
        },
    ]
}

fn pieces(pieces: Vec<Vec<Point>>, stroke: Stroke) -> Item {
    Item::Shape {
        geometry: Geometry::Pieces(pieces),
        fill: None,
        stroke: Some(stroke),
    }
}

fn circle(centre: Point, radius: f64, fill: Colour, stroke: Stroke) -> Item {
    let geometry = Geometry::Circle { centre, radius };
    Item::Shape {
        geometry,
        fill: Some(fill),
        stroke: Some(stroke),
    }
}
