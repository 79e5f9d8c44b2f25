//! A chart as DOT: places as `pos` in pt, y up as Graphviz has it; lines as polylines.

use std::fmt::Write;

use super::{Chart, Line, Node, Place, one_row, rows};
use crate::export::svg::{decimal, hex};

pub(super) fn dot(chart: &Chart<'_>) -> String {
    let bottom = chart.bodies.iter().map(|n| n.place.y + n.place.h);
    let lowest = chart.links.iter().flat_map(|l| &l.points).map(|p| p.1);
    let height = bottom.chain(lowest).max().unwrap_or(0);
    let mut out = String::new();
    let _ = writeln!(out, "digraph {} {{", quoted(&chart.title));
    let mut whole = vec![
        ("label", text(&chart.title)),
        ("labelloc", "t".to_owned()),
        ("fontname", "Arial".to_owned()),
        ("layout", "neato".to_owned()),
        ("overlap", "true".to_owned()),
        // Places are in pt, not in inches.
        ("inputscale", "72".to_owned()),
        ("splines", "polyline".to_owned()),
    ];
    let said = chart.facts();
    whole.extend(said.iter().filter(|(k, _)| *k != "title").map(data));
    let _ = writeln!(out, "  graph [{}];", list(&whole));
    out.push_str("  node [shape=box, style=filled, fontname=\"Arial\", fontsize=11, fixedsize=true];\n  edge [fontname=\"Arial\", fontsize=9, arrowsize=0.7];\n");
    for node in &chart.bodies {
        let facts = body(node, height);
        let id = quoted(node.body.id.as_str());
        let _ = writeln!(out, "  {id} [{}];", list(&facts));
    }
    for line in &chart.links {
        let (from, to) = (line.link.from.as_str(), line.link.to.as_str());
        let facts = list(&link(line, height));
        let _ = writeln!(out, "  {} -> {} [{facts}];", quoted(from), quoted(to));
    }
    out.push_str("}\n");
    out
}

type Fact = (&'static str, String);

fn body(node: &Node<'_>, height: i32) -> Vec<Fact> {
    let Place { w, h, .. } = node.place;
    let (x, y) = node.place.middle();
    let inches = |pt: i32| format!("{:.4}", f64::from(pt) / 72.0);
    let mut out = vec![
        ("label", wrapped(&node.body.name, w)),
        (
            "pos",
            format!("{},{}!", decimal(x), decimal(f64::from(height) - y)),
        ),
        ("width", inches(w)),
        ("height", inches(h)),
        ("fillcolor", hex(node.look.tint)),
        ("color", hex(node.look.band_line)),
        ("fontcolor", hex(node.look.text)),
    ];
    if node.dashed() {
        out.push(("style", "filled,dashed".to_owned()));
    }
    out.extend(node.facts().iter().map(data));
    out
}

fn link(line: &Line<'_>, height: i32) -> Vec<Fact> {
    let mut out = Vec::new();
    if let Some(way) = way(&line.points, height) {
        out.push(("pos", way));
    }
    out.push(("color", hex(line.look.stroke.colour)));
    out.push(("penwidth", decimal(line.look.stroke.width)));
    let dots = line.look.stroke.round;
    if !line.look.stroke.dash.is_empty() {
        out.push(("style", if dots { "dotted" } else { "dashed" }.to_owned()));
    }
    out.extend(line.facts().iter().map(data));
    out
}

/// A fact as an attribute of its own.
fn data((name, value): &Fact) -> Fact {
    (name, plain(&one_row(value)))
}

/// Straight pieces as the curves that Graphviz knows; the arrow takes the last 7 pt.
fn way(points: &[(i32, i32)], height: i32) -> Option<String> {
    const ARROW: f64 = 7.0;
    let at = |&(x, y): &(i32, i32)| (f64::from(x), f64::from(height - y));
    let mut points: Vec<(f64, f64)> = points.iter().map(at).collect();
    let end = points.pop()?;
    let before = *points.last()?;
    let (dx, dy) = (end.0 - before.0, end.1 - before.1);
    let length = dx.hypot(dy).max(0.01);
    let share = (length - ARROW).max(length / 2.0) / length;
    points.push((before.0 + dx * share, before.1 + dy * share));
    let word = |p: (f64, f64)| format!("{},{}", decimal(p.0), decimal(p.1));
    let mut out = format!("e,{} {}", word(end), word(*points.first()?));
    for pair in points.windows(2) {
        if let [a, b] = *pair {
            let _ = write!(out, " {} {} {}", word(a), word(b), word(b));
        }
    }
    Some(out)
}

fn list(facts: &[Fact]) -> String {
    let one = |(name, value): &Fact| format!("{name}=\"{value}\"");
    facts.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", plain(&one_row(words)))
}

/// A label: rows stay rows, and no sign is an escape or an entity.
fn text(words: &str) -> String {
    let rows: Vec<String> = rows(words).map(|row| entities(&plain(&row))).collect();
    rows.join("\\n")
}

/// The same, broken so that it stays about inside a box.
fn wrapped(words: &str, width: i32) -> String {
    let most = usize::try_from(width / 6).unwrap_or(0).max(8);
    let mut out: Vec<String> = Vec::new();
    for row in rows(words) {
        let mut open = String::new();
        for word in row.split(' ') {
            if !open.is_empty() && open.chars().count() + 1 + word.chars().count() > most {
                out.push(std::mem::take(&mut open));
            }
            if !open.is_empty() {
                open.push(' ');
            }
            open.push_str(word);
        }
        out.push(open);
    }
    text(&out.join("\n"))
}

/// A text inside quotes.
fn plain(words: &str) -> String {
    words.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Graphviz reads "&amp;" in a label as one sign: an ampersand that begins such a word is made plain.
fn entities(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        out.push(c);
        let rest = words.get(at + 1..).unwrap_or_default();
        let word = rest.split(';').next().filter(|w| w.len() < rest.len());
        let named =
            |w: &str| !w.is_empty() && w.chars().all(|c| c.is_ascii_alphanumeric() || c == '#');
        if c == '&' && word.is_some_and(named) {
            out.push_str("amp;");
        }
    }
    out
}
