//! A chart as GraphML: every value as data, and once more as the shapes of yEd.

use std::fmt::Write;

use super::{Chart, Line, Node, rows};
use crate::export::svg::{decimal, hex, xml};
use crate::scene::End;

/// Data of a body, of a link, of the whole; the type of numbers is told.
const OF_BODIES: [&str; 13] = [
    "body",
    "name",
    "short",
    "kind",
    "kind_name",
    "tier",
    "standing",
    "certainty",
    "state",
    "x",
    "y",
    "w",
    "h",
];
const OF_LINKS: [&str; 8] = [
    "link",
    "kind",
    "kind_name",
    "words",
    "seats",
    "permission",
    "certainty",
    "points",
];
const OF_ALL: [&str; 4] = ["structure", "title", "status", "date"];

pub(super) fn graphml(chart: &Chart<'_>) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" \
         xmlns:y=\"http://www.yworks.com/xml/graphml\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns \
         http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd\">\n",
    );
    for (of, names) in [
        ("graph", OF_ALL.as_slice()),
        ("node", OF_BODIES.as_slice()),
        ("edge", OF_LINKS.as_slice()),
    ] {
        for name in names {
            let kind = match *name {
                "x" | "y" | "w" | "h" | "seats" => "int",
                "permission" => "boolean",
                _ => "string",
            };
            let _ = writeln!(
                out,
                r#"  <key id="{of}.{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>"#
            );
        }
    }
    out.push_str("  <key id=\"node.shape\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n");
    out.push_str("  <key id=\"edge.shape\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n");
    let id = xml(chart.structure.id().as_str());
    let _ = writeln!(out, r#"  <graph id="{id}" edgedefault="directed">"#);
    data(&mut out, "graph", &chart.facts());
    for node in &chart.bodies {
        body(&mut out, node);
    }
    for line in &chart.links {
        link(&mut out, chart, line);
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}

fn data(out: &mut String, of: &str, facts: &[(&'static str, String)]) {
    for (name, value) in facts {
        let value = lines(value);
        let _ = writeln!(out, r#"      <data key="{of}.{name}">{value}</data>"#);
    }
}

/// A text with its rows.
fn lines(text: &str) -> String {
    let rows: Vec<String> = rows(text).map(|row| xml(&row)).collect();
    rows.join("\n")
}

fn body(out: &mut String, node: &Node<'_>) {
    let p = node.place;
    let mut facts = node.facts();
    for (name, value) in [("x", p.x), ("y", p.y), ("w", p.w), ("h", p.h)] {
        facts.push((name, value.to_string()));
    }
    let id = xml(node.body.id.as_str());
    let _ = writeln!(out, r#"    <node id="{id}">"#);
    data(out, "node", &facts);
    let edge = if node.dashed() { "dashed" } else { "line" };
    let _ = writeln!(
        out,
        "      <data key=\"node.shape\"><y:ShapeNode>\n\
        \x20       <y:Geometry x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n\
        \x20       <y:Fill color=\"{}\" transparent=\"false\"/>\n\
        \x20       <y:BorderStyle color=\"{}\" type=\"{edge}\" width=\"1.0\"/>\n\
        \x20       <y:NodeLabel fontFamily=\"Arial\" fontSize=\"11\" textColor=\"{}\" \
         autoSizePolicy=\"node_width\" configuration=\"CroppingLabel\">{}</y:NodeLabel>\n\
        \x20       <y:Shape type=\"roundrectangle\"/>\n\
        \x20     </y:ShapeNode></data>\n    </node>",
        p.x,
        p.y,
        p.w,
        p.h,
        hex(node.look.tint),
        hex(node.look.band_line),
        hex(node.look.text),
        lines(&node.body.name),
    );
}

fn link(out: &mut String, chart: &Chart<'_>, line: &Line<'_>) {
    let link = line.link;
    let mut facts = line.facts();
    let points: Vec<String> = line
        .points
        .iter()
        .map(|(x, y)| format!("{x},{y}"))
        .collect();
    if !points.is_empty() {
        facts.push(("points", points.join(" ")));
    }
    let _ = writeln!(
        out,
        r#"    <edge id="{}" source="{}" target="{}">"#,
        xml(link.id.as_str()),
        xml(link.from.as_str()),
        xml(link.to.as_str()),
    );
    data(out, "edge", &facts);
    let stroke = &line.look.stroke;
    let style = match (stroke.round, stroke.dash.is_empty()) {
        (_, true) => "line",
        (true, false) => "dotted",
        (false, false) => "dashed",
    };
    let end = arrow(line.look.end);
    let (source, target) = if line.look.end_at_from {
        (end, "none")
    } else {
        ("none", end)
    };
    out.push_str("      <data key=\"edge.shape\"><y:PolyLineEdge>\n");
    path(out, chart, line);
    let _ = writeln!(
        out,
        "        <y:LineStyle color=\"{}\" type=\"{style}\" width=\"{}\"/>\n\
        \x20       <y:Arrows source=\"{source}\" target=\"{target}\"/>",
        hex(stroke.colour),
        decimal(stroke.width),
    );
    out.push_str("      </y:PolyLineEdge></data>\n    </edge>\n");
}

/// The ends as distances from the middles of the two bodies, then the corners.
fn path(out: &mut String, chart: &Chart<'_>, line: &Line<'_>) {
    let (Some(from), Some(to)) = (
        chart.place_of(&line.link.from),
        chart.place_of(&line.link.to),
    ) else {
        return;
    };
    let [first, corners @ .., last] = line.points.as_slice() else {
        return;
    };
    let off = |point: &(i32, i32), middle: (f64, f64)| {
        let (x, y) = (f64::from(point.0), f64::from(point.1));
        (decimal(x - middle.0), decimal(y - middle.1))
    };
    let (sx, sy) = off(first, from.middle());
    let (tx, ty) = off(last, to.middle());
    let _ = write!(
        out,
        r#"        <y:Path sx="{sx}" sy="{sy}" tx="{tx}" ty="{ty}">"#
    );
    for (x, y) in corners {
        let _ = write!(out, r#"<y:Point x="{x}" y="{y}"/>"#);
    }
    out.push_str("</y:Path>\n");
}

fn arrow(end: End) -> &'static str {
    match end {
        End::Arrow => "standard",
        End::OpenArrow => "plain",
        End::Seats(_) => "circle",
        End::Bar => "t_shape",
        End::SmallRing => "transparent_circle",
        End::Diamond => "diamond",
        End::Square => "white_diamond",
    }
}
