//! A chart as a file of draw.io: a box for each body, a line glued to both bodies for each link.
//! Facts are the data of each ("Edit data" in the program).

use std::fmt::Write;

use super::{Chart, Line, Node, one_row, rows};
use crate::export::svg::{decimal, hex, xml};
use crate::scene::End;

pub(super) fn drawio(chart: &Chart<'_>) -> String {
    let title = xml(&one_row(&chart.title));
    let id = xml(chart.structure.id().as_str());
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<mxfile host=\"dotted-line\">\n  <diagram id=\"{id}\" name=\"{title}\">\n    \
         <mxGraphModel grid=\"1\" gridSize=\"4\" guides=\"1\" connect=\"1\" arrows=\"1\" page=\"0\" math=\"0\" shadow=\"0\">\n      <root>"
    );
    out.push_str("        <mxCell id=\"0\"/>\n        <mxCell id=\"1\" parent=\"0\"/>\n");
    // Lines first: boxes lie over their ends.
    for line in &chart.links {
        link(&mut out, chart, line);
    }
    for node in &chart.bodies {
        body(&mut out, node);
    }
    out.push_str("      </root>\n    </mxGraphModel>\n  </diagram>\n</mxfile>\n");
    out
}

/// Opens an object with its label and its data. Ids of bodies and links may be the same.
fn object(out: &mut String, id: &str, label: &str, facts: &[(&'static str, String)]) {
    let _ = write!(
        out,
        r#"        <object id="{}" label="{}""#,
        xml(id),
        xml(label)
    );
    for (name, value) in facts {
        let _ = write!(out, r#" {name}="{}""#, xml(&one_row(value)));
    }
    out.push_str(">\n");
}

fn body(out: &mut String, node: &Node<'_>) {
    let mut label = format!("<b>{}</b>", html(&node.body.name));
    if !node.kind.trim().is_empty() {
        let kind = html(&node.kind);
        let _ = write!(label, r#"<br><font style="font-size:10px">{kind}</font>"#);
    }
    object(out, &body_id(node.body.id.as_str()), &label, &node.facts());
    let mut style = format!(
        "rounded=1;arcSize=6;absoluteArcSize=1;whiteSpace=wrap;html=1;fontFamily=Arial;fontSize=11;spacing=4;fillColor={};strokeColor={};fontColor={};",
        hex(node.look.tint),
        hex(node.look.band_line),
        hex(node.look.text),
    );
    if node.dashed() {
        style.push_str("dashed=1;");
    }
    if node.body.count.is_some() {
        style.push_str("shape=ext;double=1;");
    }
    let p = node.place;
    let _ = writeln!(
        out,
        "          <mxCell style=\"{style}\" vertex=\"1\" parent=\"1\">\n            \
         <mxGeometry x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" as=\"geometry\"/>\n          \
         </mxCell>\n        </object>",
        p.x, p.y, p.w, p.h
    );
}

fn link(out: &mut String, chart: &Chart<'_>, line: &Line<'_>) {
    let link = line.link;
    let id = format!("link.{}", link.id);
    object(out, &id, "", &line.facts());
    let mut style = look(line);
    let ends = [
        ("exit", &link.from, line.points.first()),
        ("entry", &link.to, line.points.last()),
    ];
    for (end, body, point) in ends {
        if let (Some(place), Some(point)) = (chart.place_of(body), point) {
            let (x, y) = place.share(*point);
            let _ = write!(
                style,
                "{end}X={x:.4};{end}Y={y:.4};{end}Dx=0;{end}Dy=0;{end}Perimeter=0;"
            );
        }
    }
    let _ = writeln!(
        out,
        "          <mxCell style=\"{style}\" edge=\"1\" parent=\"1\" source=\"{}\" target=\"{}\">",
        xml(&body_id(link.from.as_str())),
        xml(&body_id(link.to.as_str())),
    );
    out.push_str("            <mxGeometry relative=\"1\" as=\"geometry\">");
    if let [_, corners @ .., _] = line.points.as_slice()
        && !corners.is_empty()
    {
        out.push_str("<Array as=\"points\">");
        for (x, y) in corners {
            let _ = write!(out, r#"<mxPoint x="{x}" y="{y}"/>"#);
        }
        out.push_str("</Array>");
    }
    out.push_str("</mxGeometry>\n          </mxCell>\n        </object>\n");
}

fn look(line: &Line<'_>) -> String {
    let stroke = &line.look.stroke;
    let mut style = format!(
        "edgeStyle=orthogonalEdgeStyle;rounded=1;arcSize=6;html=1;fontFamily=Arial;fontSize=9;labelBackgroundColor=#FFFFFF;strokeColor={};strokeWidth={};",
        hex(stroke.colour),
        decimal(stroke.width),
    );
    if !stroke.dash.is_empty() {
        // Lines of draw.io have flat ends: dots of no length would not be seen.
        let least = if stroke.round {
            stroke.width / 2.0
        } else {
            0.0
        };
        let dash = stroke.dash.iter().map(|l| decimal(l.max(least)));
        let dash: Vec<String> = dash.collect();
        let _ = write!(style, "dashed=1;fixDash=1;dashPattern={};", dash.join(" "));
    }
    let (arrow, filled) = match line.look.end {
        End::Arrow => ("block", 1),
        End::OpenArrow => ("open", 0),
        End::Seats(_) => ("oval", 1),
        End::Bar => ("baseDash", 0),
        End::SmallRing => ("oval", 0),
        End::Diamond => ("diamond", 1),
        End::Square => ("box", 0),
    };
    let (at, other) = if line.look.end_at_from {
        ("start", "end")
    } else {
        ("end", "start")
    };
    let _ = write!(
        style,
        "{at}Arrow={arrow};{at}Fill={filled};{at}Size=6;{other}Arrow=none;"
    );
    style
}

fn body_id(id: &str) -> String {
    format!("body.{id}")
}

/// A text as the HTML that labels are made of.
fn html(text: &str) -> String {
    let rows: Vec<String> = rows(text).map(|row| xml(&row)).collect();
    rows.join("<br>")
}
