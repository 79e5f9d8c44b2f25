//! The form of `dotted-line layout`.

use serde::Serialize;

use crate::scene::{Arranged, ArrangedCollective, Arrangement, PlacedBody, Timings, Zone};

/// Where everything stands: pt, y down, top-left corners, unscaled.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct LayoutAnswer<'a> {
    page: Sheet,
    scale: f64,
    structures: Vec<Structure<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timings_ms: Option<Milliseconds>,
}

#[derive(Debug, Serialize)]
struct Sheet {
    w: f64,
    h: f64,
}

#[derive(Debug, Serialize)]
struct Structure<'a> {
    id: &'a str,
    zones: Vec<ZoneBox<'a>>,
    collective: Vec<Collective<'a>>,
    bodies: Vec<BodyBox<'a>>,
    links: Vec<Line<'a>>,
}

#[derive(Debug, Serialize)]
struct ZoneBox<'a> {
    id: &'a str,
    title: &'a str,
    x: i32,
    y: i32,
    w: i32,
    h: i32,
    bodies: Vec<&'a str>,
}

/// One line that stands for several links.
#[derive(Debug, Serialize)]
struct Collective<'a> {
    links: Vec<&'a str>,
    kind: &'a str,
    words: &'a str,
    points: &'a [(i32, i32)],
}

#[derive(Debug, Serialize)]
struct BodyBox<'a> {
    id: &'a str,
    x: i32,
    y: i32,
    w: i32,
    h: i32,
    ghost: bool,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    id: &'a str,
    from: &'a str,
    to: &'a str,
    kind: &'a str,
    points: Vec<(i32, i32)>,
}

#[derive(Debug, Serialize)]
struct Milliseconds {
    read: f64,
    text: f64,
    layout: f64,
    route: f64,
    scene: f64,
}

impl<'a> LayoutAnswer<'a> {
    /// The answer for an arrangement; `read_ms` is set when timings are asked for.
    #[must_use]
    pub(in crate::cli) fn new(arrangement: &'a Arrangement<'a>, read_ms: Option<f64>) -> Self {
        Self {
            page: Sheet {
                w: two_decimals(arrangement.page.0),
                h: two_decimals(arrangement.page.1),
            },
            scale: (arrangement.scale * 10_000.0).round() / 10_000.0,
            structures: arrangement.structures.iter().map(Structure::new).collect(),
            timings_ms: read_ms.map(|read| Milliseconds::new(read, &arrangement.timings)),
        }
    }
}

impl<'a> Structure<'a> {
    fn new(arranged: &'a Arranged<'a>) -> Self {
        Self {
            id: arranged.id.as_str(),
            zones: arranged.zones.iter().map(ZoneBox::new).collect(),
            collective: arranged.collective.iter().map(Collective::new).collect(),
            bodies: arranged.bodies.iter().map(BodyBox::new).collect(),
            links: arranged
                .links
                .iter()
                .map(|(link, points)| Line {
                    id: link.id.as_str(),
                    from: link.from.as_str(),
                    to: link.to.as_str(),
                    kind: link.kind.as_str(),
                    points: points.clone(),
                })
                .collect(),
        }
    }
}

impl<'a> Collective<'a> {
    fn new(line: &'a ArrangedCollective<'a>) -> Self {
        Self {
            links: line.links.iter().map(|id| id.as_str()).collect(),
            kind: line.kind.as_str(),
            words: &line.words,
            points: &line.points,
        }
    }
}

impl<'a> ZoneBox<'a> {
    fn new(zone: &'a Zone<'a>) -> Self {
        let c = zone.cell;
        let bodies = zone.bodies.iter().map(|id| id.as_str()).collect();
        Self {
            id: &zone.id,
            title: &zone.title,
            x: c.x,
            y: c.y,
            w: c.w,
            h: c.h,
            bodies,
        }
    }
}

impl<'a> BodyBox<'a> {
    fn new(body: &'a PlacedBody<'a>) -> Self {
        let c = body.cell;
        Self {
            id: body.id.as_str(),
            x: c.x,
            y: c.y,
            w: c.w,
            h: c.h,
            ghost: body.ghost,
        }
    }
}

impl Milliseconds {
    fn new(read: f64, timings: &Timings) -> Self {
        let ms = |d: std::time::Duration| two_decimals(d.as_secs_f64() * 1000.0);
        Self {
            read: two_decimals(read),
            text: ms(timings.text),
            layout: ms(timings.layout),
            route: ms(timings.route),
            scene: ms(timings.scene),
        }
    }
}

fn two_decimals(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
