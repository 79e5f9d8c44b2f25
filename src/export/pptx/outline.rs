//! The forms of a scene as shapes of Office.

use std::fmt::Write;

use super::unit::{Frame, Place, Unit};
use crate::geom::{Point, Rect};
use crate::scene::Geometry;

/// A form: its box, and the element that says its outline.
pub(super) struct Outline {
    pub(super) frame: Frame,
    pub(super) xml: String,
}

/// Where lines can be glued to a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Site {
    pub(super) at: Place,
    /// The way in which a line leaves: 0 to the top, 1 left, 2 bottom, 3 right.
    pub(super) side: usize,
}

/// The outline of a form; nothing for one without points.
pub(super) fn outline(geometry: &Geometry, unit: Unit) -> Option<Outline> {
    Some(match geometry {
        Geometry::Rect { rect, radii } => rounded(*rect, *radii, unit, &[]),
        Geometry::Line { points, .. } => paths(&[(points.as_slice(), false)], unit)?,
        Geometry::Polygon(points) => paths(&[(points.as_slice(), true)], unit)?,
        Geometry::Circle { .. } => Outline {
            frame: unit.frame(geometry.bounds()?),
            xml: preset("ellipse"),
        },
        Geometry::Pieces(pieces) => {
            let pieces: Vec<(&[Point], bool)> =
                pieces.iter().map(|p| (p.as_slice(), false)).collect();
            paths(&pieces, unit)?
        }
        Geometry::Dots { centres, radius } => {
            dots(centres, *radius, unit.frame(geometry.bounds()?), unit)
        }
    })
}

pub(super) fn preset(name: &str) -> String {
    format!(r#"<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>"#)
}

/// A box. With sites of its own, or corners that differ, its outline is written out, so that it
/// still follows when a person makes the shape larger.
pub(super) fn rounded(rect: Rect, radii: [f64; 4], unit: Unit, sites: &[Site]) -> Outline {
    let frame = unit.frame(rect);
    let [a, b, c, d] = radii;
    let alike = (a - b).abs() + (b - c).abs() + (c - d).abs() < 1e-9;
    let short = frame.w.min(frame.h).max(1);
    let xml = if alike && sites.is_empty() {
        let radius = unit.length(a).min(short / 2);
        if radius <= 0 {
            preset("rect")
        } else {
            let share = radius * 100_000 / short;
            format!(
                r#"<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>"#
            )
        }
    } else {
        custom(frame, radii.map(|r| unit.length(r).min(short / 2)), sites)
    };
    Outline { frame, xml }
}

fn custom(frame: Frame, radii: [i64; 4], sites: &[Site]) -> String {
    // Everything as a share of the shape: not all programs count absolute lengths alike here.
    let short = frame.w.min(frame.h).max(1);
    let mut guides = String::new();
    for (name, radius) in ["ra", "rb", "rc", "rd"].iter().zip(radii) {
        let _ = write!(
            guides,
            r#"<a:gd name="{name}" fmla="*/ ss {radius} {short}"/>"#
        );
    }
    guides.push_str(concat!(
        r#"<a:gd name="xb" fmla="+- r 0 rb"/>"#,
        r#"<a:gd name="yc" fmla="+- b 0 rc"/>"#
    ));
    let mut glue = String::new();
    for (angle, x, y) in [
        ("3cd4", "hc", "t"),
        ("cd2", "l", "vc"),
        ("cd4", "hc", "b"),
        ("0", "r", "vc"),
    ] {
        let _ = write!(
            glue,
            r#"<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>"#
        );
    }
    for (n, site) in sites.iter().enumerate() {
        let (w, h) = (frame.w.max(1), frame.h.max(1));
        let (dx, dy) = (site.at.0 - frame.x, site.at.1 - frame.y);
        let angle = ["3cd4", "cd2", "cd4", "0"].get(site.side).unwrap_or(&"0");
        let _ = write!(
            guides,
            r#"<a:gd name="sx{n}" fmla="*/ w {dx} {w}"/><a:gd name="sy{n}" fmla="*/ h {dy} {h}"/>"#
        );
        let _ = write!(
            glue,
            r#"<a:cxn ang="{angle}"><a:pos x="sx{n}" y="sy{n}"/></a:cxn>"#
        );
    }
    let arc = |radius: &str, from: &str| {
        format!(r#"<a:arcTo wR="{radius}" hR="{radius}" stAng="{from}" swAng="cd4"/>"#)
    };
    let at = |x: &str, y: &str| format!(r#"<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>"#);
    let mut path = r#"<a:moveTo><a:pt x="l" y="ra"/></a:moveTo>"#.to_owned();
    let [a, b, c, d] = radii;
    for (name, radius, from, to) in [
        ("ra", a, "cd2", Some(("xb", "t"))),
        ("rb", b, "3cd4", Some(("r", "yc"))),
        ("rc", c, "0", Some(("rd", "b"))),
        ("rd", d, "cd4", None),
    ] {
        if radius > 0 {
            path.push_str(&arc(name, from));
        }
        if let Some((x, y)) = to {
            path.push_str(&at(x, y));
        }
    }
    format!(
        r#"<a:custGeom><a:avLst/><a:gdLst>{guides}</a:gdLst><a:ahLst/><a:cxnLst>{glue}</a:cxnLst><a:rect l="l" t="t" r="r" b="b"/><a:pathLst><a:path>{path}<a:close/></a:path></a:pathLst></a:custGeom>"#
    )
}

/// Lines through points, each closed or open.
fn paths(lines: &[(&[Point], bool)], unit: Unit) -> Option<Outline> {
    let places: Vec<(Vec<Place>, bool)> = lines
        .iter()
        .map(|(points, closed)| (points.iter().map(|p| unit.place(*p)).collect(), *closed))
        .collect();
    let frame = around(places.iter().flat_map(|(places, _)| places).copied())?;
    let filled = places.iter().any(|(_, closed)| *closed);
    let mut path = String::new();
    for (places, closed) in &places {
        for (n, (x, y)) in places.iter().enumerate() {
            let way = if n == 0 { "moveTo" } else { "lnTo" };
            let (x, y) = (x - frame.x, y - frame.y);
            let _ = write!(path, r#"<a:{way}><a:pt x="{x}" y="{y}"/></a:{way}>"#);
        }
        if *closed {
            path.push_str("<a:close/>");
        }
    }
    Some(Outline {
        frame,
        xml: written(frame, &path, filled),
    })
}

fn dots(centres: &[Point], radius: f64, frame: Frame, unit: Unit) -> Outline {
    let r = unit.length(radius).max(1);
    let mut path = String::new();
    for centre in centres {
        let (x, y) = unit.place(*centre);
        let (x, y) = (x - frame.x + r, y - frame.y);
        let _ = write!(
            path,
            r#"<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo><a:arcTo wR="{r}" hR="{r}" stAng="0" swAng="21600000"/><a:close/>"#
        );
    }
    Outline {
        frame,
        xml: written(frame, &path, true),
    }
}

fn written(frame: Frame, path: &str, filled: bool) -> String {
    let fill = if filled { "" } else { r#" fill="none""# };
    format!(
        r#"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{}" h="{}"{fill}>{path}</a:path></a:pathLst></a:custGeom>"#,
        frame.w, frame.h
    )
}

/// The box round places.
pub(super) fn around(places: impl Iterator<Item = Place>) -> Option<Frame> {
    places.map(|at| Frame::between(at, at)).reduce(Frame::union)
}
