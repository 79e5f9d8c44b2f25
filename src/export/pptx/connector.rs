//! The line of a link: a connector glued at both ends, or a free line where no connector runs so.

use std::fmt::Write;

use super::glue::{self, Glue, Line, Spot};
use super::outline;
use super::route::Connector;
use super::sheet::{Ends, Name, Sheet};
use super::unit;
use crate::geom::{Point, simplified};
use crate::scene::{Geometry, Group, Item, Role, Stroke};

/// How far from the end of a line its mark may begin, in pt.
const AT_END: f64 = 2.5;

/// Least width in pt from which programs draw the heads of lines in proportion.
const LEAST: f64 = 2.0;

/// A head that Office draws itself, so that it stays with the line.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Head {
    form: &'static str,
    at_start: bool,
    /// Length and width in pt.
    size: (f64, f64),
}

/// The line with the marks at its ends and on it, and what else stands in its group: words.
pub(super) fn parts(items: &[Item]) -> (Vec<&Item>, Vec<&Item>) {
    let mut words = Vec::new();
    let mut own: Vec<&Item> = Vec::new();
    for item in items {
        let belongs = match item {
            // Ground behind words has no edge.
            Item::Shape {
                geometry: Geometry::Rect { .. },
                stroke: None,
                ..
            } => false,
            Item::Shape { .. } => true,
            // The number of seats stands in its ring.
            Item::Text { at, .. } => own.last().is_some_and(|before| {
                matches!(before, Item::Shape { geometry: Geometry::Rect { rect, .. }, .. }
                    if rect.contains(*at))
            }),
        };
        if belongs {
            own.push(item);
        } else {
            words.push(item);
        }
    }
    (own, words)
}

/// Writes the line of a link; marks at shapes are kept in `ends`, to be drawn with the shape.
pub(super) fn write<'a>(
    sheet: &mut Sheet<'_>,
    group: &'a Group,
    spots: &mut [Spot<'_>],
    ends: &mut Ends<'a>,
) {
    let line = match &group.role {
        Role::Link(role) => Line::Single(role),
        Role::Collective(role) => Line::Collective(role),
        _ => return,
    };
    let (own, _) = parts(&group.items);
    let Some((
        Item::Shape {
            geometry: Geometry::Line { points, .. },
            stroke: Some(stroke),
            ..
        },
        marks,
    )) = own.split_first()
    else {
        return;
    };
    let points = simplified(points);
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return;
    };
    let head = head(marks, first, last);
    let places: Vec<unit::Place> = points.iter().map(|p| sheet.unit.place(*p)).collect();
    let name = sheet.slide.line_name(&line);
    let connector = Connector::along(&places);
    let glued = [first, last].map(|end| {
        // A free line is glued to nothing, but its marks belong to the shape all the same.
        match connector {
            Some(_) => glue::glue(spots, line, end, sheet.unit),
            None => glue::touching(spots, line, end),
        }
    });
    let id = sheet.id();
    let look = Look {
        id,
        name: &name,
        stroke,
        head,
    };
    match &connector {
        Some(connector) if connector.bends() => either(
            sheet,
            |sheet| look.joined(sheet, connector, glued),
            |sheet| look.free(sheet, &points),
        ),
        Some(connector) => look.joined(sheet, connector, glued),
        None => look.free(sheet, &points),
    }
    let [at_first, at_last] = glued;
    let mut before = None;
    for mark in marks {
        if head.is_some() && is_head(mark).is_some() {
            continue;
        }
        let near = |end: Point| touches(mark, end);
        let spot = match (near(first), near(last)) {
            (true, _) => at_first,
            (_, true) => at_last,
            _ => None,
        };
        let spot = match (spot, mark) {
            // The number belongs to the ring before it.
            (None, Item::Text { .. }) => before,
            (spot, _) => spot,
        };
        before = spot;
        match spot {
            Some(glue) if !glue::covers(spots, glue.spot, mark) => {
                ends.of.entry(glue.spot).or_default().push(mark);
            }
            // A ring that reaches over another card would be hidden by it.
            Some(_) => ends.over.push(mark),
            None => {
                sheet.decoration(mark, "Mark on a line");
            }
        }
    }
}

fn touches(mark: &Item, end: Point) -> bool {
    match mark {
        Item::Shape { geometry, .. } => geometry
            .bounds()
            .is_some_and(|b| b.inflate(AT_END, AT_END).contains(end)),
        Item::Text { .. } => false,
    }
}

/// The head that the marks of a line are, when Office has it.
fn head(marks: &[&Item], first: Point, last: Point) -> Option<Head> {
    let (form, tip, size) = marks.iter().find_map(|mark| is_head(mark))?;
    let at_start = tip.distance(first) < tip.distance(last);
    Some(Head {
        form,
        at_start,
        size,
    })
}

/// Form, tip and size of an arrow.
fn is_head(mark: &Item) -> Option<(&'static str, Point, (f64, f64))> {
    let Item::Shape { geometry, .. } = mark else {
        return None;
    };
    let (form, tip, a, b) = match geometry {
        Geometry::Polygon(points) => match points.as_slice() {
            [tip, a, b] => ("triangle", *tip, *a, *b),
            _ => return None,
        },
        Geometry::Pieces(pieces) => match pieces.as_slice() {
            [piece] => match piece.as_slice() {
                [a, tip, b] => ("arrow", *tip, *a, *b),
                _ => return None,
            },
            _ => return None,
        },
        _ => return None,
    };
    Some((form, tip, (tip.distance(a.midpoint(b)), a.distance(b))))
}

impl Head {
    /// The elements `a:headEnd` and `a:tailEnd`.
    fn xml(self, stroke: &Stroke) -> String {
        let size = |length: f64| {
            // Small, medium and large heads are two, three and five widths of the line.
            let share = length / stroke.width.max(LEAST);
            match share {
                s if s < 2.5 => "sm",
                s if s < 4.0 => "med",
                _ => "lg",
            }
        };
        let (length, width) = self.size;
        let name = if self.at_start { "headEnd" } else { "tailEnd" };
        format!(
            r#"<a:{name} type="{}" w="{}" len="{}"/>"#,
            self.form,
            size(width),
            size(length)
        )
    }
}

/// A connector for programs that keep its bends, and a free line for all others.
///
/// LibreOffice lays bent connectors anew, straight through cards. It does not know the namespace that the
/// choice asks for, PowerPoint does; so each draws the line as routed, and in PowerPoint it is glued.
fn either(
    sheet: &mut Sheet<'_>,
    connector: impl FnOnce(&mut Sheet<'_>),
    line: impl FnOnce(&mut Sheet<'_>),
) {
    sheet.out.push_str(concat!(
        r#"<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">"#,
        r#"<mc:Choice xmlns:p159="http://schemas.microsoft.com/office/powerpoint/2015/09/main" Requires="p159">"#
    ));
    connector(sheet);
    sheet.out.push_str("</mc:Choice><mc:Fallback>");
    line(sheet);
    sheet.out.push_str("</mc:Fallback></mc:AlternateContent>");
}

/// What a line is called and how it looks.
struct Look<'a> {
    id: u32,
    name: &'a str,
    stroke: &'a Stroke,
    head: Option<Head>,
}

impl Look<'_> {
    fn ends(&self) -> String {
        let head = self.head.map(|head| head.xml(self.stroke));
        head.unwrap_or_default()
    }

    fn joined(&self, sheet: &mut Sheet<'_>, connector: &Connector, glued: [Option<Glue>; 2]) {
        sheet.out.push_str("<p:cxnSp><p:nvCxnSpPr>");
        sheet.name(self.id, &Name::decorative(self.name));
        sheet.out.push_str("<p:cNvCxnSpPr>");
        for (element, glue) in ["stCxn", "endCxn"].iter().zip(glued) {
            if let Some(Glue { id, site, .. }) = glue {
                let _ = write!(sheet.out, r#"<a:{element} id="{id}" idx="{site}"/>"#);
            }
        }
        let mut bends = String::new();
        for (n, bend) in connector.bends.iter().enumerate() {
            let _ = write!(bends, r#"<a:gd name="adj{}" fmla="val {bend}"/>"#, n + 1);
        }
        let _ = write!(
            sheet.out,
            r#"</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm{}>{}</a:xfrm><a:prstGeom prst="{}"><a:avLst>{bends}</a:avLst></a:prstGeom>{}</p:spPr></p:cxnSp>"#,
            connector.attributes(),
            connector.frame.xml(),
            connector.form,
            unit::line(Some(self.stroke), sheet.unit, &self.ends()),
        );
    }

    fn free(&self, sheet: &mut Sheet<'_>, points: &[Point]) {
        let geometry = Geometry::Line {
            points: points.to_vec(),
            ease: 0.0,
        };
        let Some(outline) = outline::outline(&geometry, sheet.unit) else {
            return;
        };
        sheet.out.push_str("<p:sp><p:nvSpPr>");
        sheet.name(self.id, &Name::decorative(self.name));
        let _ = write!(
            sheet.out,
            r#"<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>{}</a:xfrm>{}{}{}</p:spPr></p:sp>"#,
            outline.frame.xml(),
            outline.xml,
            unit::fill(None),
            unit::line(Some(self.stroke), sheet.unit, &self.ends()),
        );
    }
}
