//! A scene as SVG: one file a page, size in mm, coordinates in pt, fixed decimals.

mod letters;

use std::fmt::Write;

use quick_xml::escape::escape;

use crate::geom::{PathEl, Point, Rect, rounded};
use crate::model::Fate;
use crate::scene::{Colour, Geometry, Group, Item, Page, Role, Scene, Stroke};

/// How text stands in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SvgText {
    /// As outlines: looks the same everywhere, also in Word.
    #[default]
    Paths,
    /// As text that brings its letters along: can be searched in a browser. Office programs put their
    /// own font in its place.
    Live,
}

/// The pages of a scene as SVG files.
#[must_use]
pub fn svg(scene: &Scene, text: SvgText) -> Vec<String> {
    let pages = scene.pages.iter();
    pages.map(|page| svg_page(scene, page, text)).collect()
}

/// One page of a scene as an SVG file.
#[must_use]
pub fn svg_page(scene: &Scene, page: &Page, text: SvgText) -> String {
    write_page(scene, page, whole(page), text, "dl-")
}

/// The pages for one web page, after so many others: no id stands twice.
pub(super) fn inline(scene: &Scene, text: SvgText, before: usize) -> Vec<String> {
    let pages = scene.pages.iter().zip(before + 1..);
    pages
        .map(|(page, number)| write_page(scene, page, whole(page), text, &format!("dl{number}-")))
        .collect()
}

/// What is in a part of a page, its text as outlines; no id is that of a picture of another number.
pub(super) fn part(scene: &Scene, page: &Page, view: Rect, number: usize) -> String {
    write_page(scene, page, view, SvgText::Paths, &format!("dl{number}-"))
}

fn whole(page: &Page) -> Rect {
    Rect::from_origin_size((0.0, 0.0), page.size)
}

/// Ids of title and description begin with `prefix`; those of glyphs only where pages share a file.
fn write_page(scene: &Scene, page: &Page, view: Rect, text: SvgText, prefix: &str) -> String {
    let glyphs = if prefix == "dl-" { "" } else { prefix };
    let mut out = Writer {
        svg: String::with_capacity(64 * 1024),
        text,
        glyphs: glyphs.to_owned(),
    };
    let (x, y) = (decimal(view.x0), decimal(view.y0));
    let (w, h) = (view.width(), view.height());
    let mm = |pt: f64| decimal(pt / 72.0 * 25.4);
    out.line(&format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{}" aria-labelledby="{prefix}title {prefix}desc" width="{}mm" height="{}mm" viewBox="{x} {y} {} {}">"#,
        scene.lang,
        mm(w),
        mm(h),
        decimal(w),
        decimal(h),
    ));
    out.line(&format!(
        r#"<title id="{prefix}title">{}</title>"#,
        xml(&scene.title)
    ));
    out.line(&format!(
        r#"<desc id="{prefix}desc">{}</desc>"#,
        xml(&scene.description)
    ));
    match text {
        SvgText::Paths => out.glyphs(page),
        SvgText::Live => out.fonts(page),
    }
    let corner = if view.origin() == Point::ZERO {
        String::new()
    } else {
        format!(r#" x="{x}" y="{y}""#)
    };
    out.line(&format!(
        r#"<rect{corner} width="{}" height="{}" fill="{}"/>"#,
        decimal(w),
        decimal(h),
        hex(page.ground)
    ));
    for group in &page.groups {
        out.group(group);
    }
    out.line("</svg>");
    out.svg
}

struct Writer {
    svg: String,
    text: SvgText,
    /// What ids of glyphs begin with.
    glyphs: String,
}

impl Writer {
    fn line(&mut self, text: &str) {
        self.svg.push_str(text);
        self.svg.push('\n');
    }

    fn group(&mut self, group: &Group) {
        if group.items.is_empty() {
            return;
        }
        self.line(&format!("<g {}>", attributes(&group.role)));
        for item in &group.items {
            match item {
                Item::Shape {
                    geometry,
                    fill,
                    stroke,
                } => {
                    self.shape(geometry, *fill, stroke.as_ref());
                }
                Item::Text { at, run, colour } => self.row(*at, run, *colour),
            }
        }
        self.line("</g>");
    }

    fn shape(&mut self, geometry: &Geometry, fill: Option<Colour>, stroke: Option<&Stroke>) {
        let paint = paint(fill, stroke);
        match geometry {
            Geometry::Rect { rect, radii } => {
                let [a, b, c, d] = *radii;
                let (x, y) = (decimal(rect.x0), decimal(rect.y0));
                let (w, h) = (decimal(rect.width()), decimal(rect.height()));
                if (a - b).abs() + (b - c).abs() + (c - d).abs() < 1e-9 {
                    let r = if a > 0.0 {
                        format!(r#" rx="{}""#, decimal(a))
                    } else {
                        String::new()
                    };
                    self.line(&format!(
                        r#"<rect x="{x}" y="{y}" width="{w}" height="{h}"{r}{paint}/>"#
                    ));
                } else {
                    let d = rounded_rect(*rect, *radii);
                    self.line(&format!(r#"<path d="{d}"{paint}/>"#));
                }
            }
            Geometry::Line { points, ease } => {
                let mut d = String::new();
                for el in rounded(points, *ease).elements() {
                    path_element(&mut d, *el, 1.0);
                }
                self.line(&format!(r#"<path d="{d}"{paint}/>"#));
            }
            Geometry::Polygon(points) => {
                self.line(&format!(r#"<path d="{}Z"{paint}/>"#, open(points)));
            }
            Geometry::Circle { centre, radius } => self.circle(*centre, *radius, &paint),
            Geometry::Pieces(pieces) => {
                let d: String = pieces.iter().map(|p| open(p)).collect();
                if !d.is_empty() {
                    self.line(&format!(r#"<path d="{d}"{paint}/>"#));
                }
            }
            Geometry::Dots { centres, radius } => {
                for centre in centres {
                    self.circle(*centre, *radius, &paint);
                }
            }
        }
    }

    fn circle(&mut self, centre: Point, radius: f64, paint: &str) {
        self.line(&format!(
            r#"<circle cx="{}" cy="{}" r="{}"{paint}/>"#,
            decimal(centre.x),
            decimal(centre.y),
            decimal(radius)
        ));
    }
}

fn attributes(role: &Role) -> String {
    match role {
        Role::Body(body) => {
            let out = format!(
                r#"data-body="{}" data-structure="{}" data-kind="{}" data-fate="{}""#,
                xml(body.body.as_str()),
                xml(body.structure.as_str()),
                xml(body.kind.as_ref().map_or("", |k| k.as_str())),
                body.fate.map_or("", Fate::as_str),
            );
            out
        }
        Role::Link(link) => format!(
            r#"data-link="{}" data-structure="{}" data-kind="{}" data-from="{}" data-to="{}""#,
            xml(link.link.as_str()),
            xml(link.structure.as_str()),
            xml(link.kind.as_str()),
            xml(link.from.as_str()),
            xml(link.to.as_str()),
        ),
        Role::Collective(line) => {
            let links: Vec<&str> = line.links.iter().map(|id| id.as_str()).collect();
            format!(
                r#"data-collective="{}" data-structure="{}" data-kind="{}""#,
                xml(&links.join(" ")),
                xml(line.structure.as_str()),
                xml(line.kind.as_str()),
            )
        }
        Role::Ghost { structure, .. } => {
            format!(
                r#"data-role="ghost" data-structure="{}""#,
                xml(structure.as_str())
            )
        }
        Role::Title => r#"data-role="title""#.to_owned(),
        Role::Legend => r#"data-role="legend""#.to_owned(),
        Role::Notes => r#"data-role="notes""#.to_owned(),
        Role::Zone => r#"data-role="zone""#.to_owned(),
    }
}

fn paint(fill: Option<Colour>, stroke: Option<&Stroke>) -> String {
    let mut out = String::new();
    match fill {
        Some(colour) => {
            let _ = write!(out, r#" fill="{}""#, hex(colour));
        }
        None => out.push_str(r#" fill="none""#),
    }
    if let Some(stroke) = stroke {
        let _ = write!(
            out,
            r#" stroke="{}" stroke-width="{}""#,
            hex(stroke.colour),
            decimal(stroke.width)
        );
        if !stroke.dash.is_empty() {
            let dash: Vec<String> = stroke.dash.iter().map(|&l| decimal(l)).collect();
            let _ = write!(out, r#" stroke-dasharray="{}""#, dash.join(" "));
        }
        if stroke.round {
            out.push_str(r#" stroke-linecap="round""#);
        }
    }
    out
}

fn path_element(d: &mut String, el: PathEl, factor: f64) {
    let xy = |p: Point| format!("{} {}", decimal(p.x * factor), decimal(p.y * factor));
    let _ = match el {
        PathEl::MoveTo(p) => write!(d, "M{}", xy(p)),
        PathEl::LineTo(p) => write!(d, "L{}", xy(p)),
        PathEl::QuadTo(a, p) => write!(d, "Q{} {}", xy(a), xy(p)),
        PathEl::CurveTo(a, b, p) => write!(d, "C{} {} {}", xy(a), xy(b), xy(p)),
        PathEl::ClosePath => write!(d, "Z"),
    };
}

fn open(points: &[Point]) -> String {
    let mut d = String::new();
    for (i, p) in points.iter().enumerate() {
        let _ = write!(
            d,
            "{}{} {}",
            if i == 0 { "M" } else { "L" },
            decimal(p.x),
            decimal(p.y)
        );
    }
    d
}

fn rounded_rect(rect: Rect, radii: [f64; 4]) -> String {
    let [tl, tr, br, bl] = radii;
    let n = decimal;
    let mut d = format!("M{} {}", n(rect.x0 + tl), n(rect.y0));
    let corners = [
        (rect.x1 - tr, rect.y0, rect.x1, rect.y0 + tr, tr),
        (rect.x1, rect.y1 - br, rect.x1 - br, rect.y1, br),
        (rect.x0 + bl, rect.y1, rect.x0, rect.y1 - bl, bl),
        (rect.x0, rect.y0 + tl, rect.x0 + tl, rect.y0, tl),
    ];
    for (x, y, to_x, to_y, r) in corners {
        let _ = write!(d, "L{} {}", n(x), n(y));
        if r > 0.0 {
            let _ = write!(d, "A{} {} 0 0 1 {} {}", n(r), n(r), n(to_x), n(to_y));
        }
    }
    d.push('Z');
    d
}

pub(super) fn hex(colour: Colour) -> String {
    format!("#{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2)
}

/// A number with at most two decimals, the same on every machine.
pub(super) fn decimal(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// Text for XML 1.0: escaped, without the characters that XML forbids.
pub(super) fn xml(text: &str) -> String {
    let allowed: String = text
        .chars()
        .map(|c| {
            if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') {
                ' '
            } else {
                c
            }
        })
        .collect();
    escape(allowed.as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_stable() {
        for (value, expected) in [
            (1.0, "1"),
            (0.1, "0.1"),
            (-0.001, "0"),
            (12.345, "12.35"),
            (-3.5, "-3.5"),
        ] {
            assert_eq!(decimal(value), expected);
        }
    }

    #[test]
    fn text_is_escaped_and_forbidden_characters_become_spaces() {
        assert_eq!(xml("A & <B>\u{B}\"'"), "A &amp; &lt;B&gt; &quot;&apos;");
    }
}
