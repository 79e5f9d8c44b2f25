//! A chart as Mermaid: bodies as boxes, reporting lines solid, all other links dotted with words.

use std::collections::{BTreeMap, BTreeSet};

use super::{Chart, Line, Node, one_row, rows};
use crate::export::svg::hex;
use crate::model::{BodyId, KindId, StandardLink};

pub(super) fn mermaid(chart: &Chart<'_>) -> String {
    let mut out = String::from("---\n");
    let title = one_row(&chart.title);
    out.push_str(&format!(
        "title: \"{}\"\n---\n",
        title.replace('\\', "\\\\").replace('"', "\\\"")
    ));
    // Reporting lines lead up to whom it is reported to.
    out.push_str("flowchart BT\n");
    out.push_str(&format!("  accTitle: {}\n", plain(&title)));
    out.push_str("%% A solid arrow means: reports to. Other links say what they mean.\n");
    let names = names(chart);
    let classes = classes(chart);
    for node in &chart.bodies {
        out.push_str(&format!("  {}\n", body(node, &names, &classes)));
    }
    for line in &chart.links {
        out.push_str(&format!("  {}\n", link(line, &names)));
    }
    let mut told = BTreeSet::new();
    for node in &chart.bodies {
        let Some((kind, class)) = class_of(node, &classes).filter(|(kind, _)| told.insert(*kind))
        else {
            continue;
        };
        out.push_str(&format!(
            "%% {class}: {} ({kind})\n  classDef {class} fill:{},stroke:{},color:{}\n",
            one_row(&node.kind),
            hex(node.look.tint),
            hex(node.look.band_line),
            hex(node.look.text),
        ));
    }
    let undecided: Vec<&str> = chart
        .bodies
        .iter()
        .filter(|node| node.dashed())
        .filter_map(|node| names.get(&node.body.id).map(String::as_str))
        .collect();
    if !undecided.is_empty() {
        out.push_str("  classDef undecided stroke-dasharray:5 3\n");
        out.push_str(&format!("  class {} undecided\n", undecided.join(",")));
    }
    out
}

fn body(
    node: &Node<'_>,
    names: &BTreeMap<&BodyId, String>,
    classes: &BTreeMap<&KindId, String>,
) -> String {
    let name = names.get(&node.body.id).map_or("", String::as_str);
    let class =
        class_of(node, classes).map_or_else(String::new, |(_, class)| format!(":::{class}"));
    let words = label(&node.body.name);
    let words = if words.is_empty() { " " } else { &words };
    format!("{name}[\"{words}\"]{class}")
}

/// The class of its kind; bodies outside have none, since they look plain.
fn class_of<'a, 'b>(
    node: &'b Node<'_>,
    classes: &'a BTreeMap<&KindId, String>,
) -> Option<(&'b KindId, &'a str)> {
    let kind = node.body.kind.as_ref().filter(|_| !node.body.outside())?;
    Some((kind, classes.get(kind)?))
}

fn link(line: &Line<'_>, names: &BTreeMap<&BodyId, String>) -> String {
    let name = |id| names.get(id).map_or("", String::as_str);
    let (from, to) = (name(&line.link.from), name(&line.link.to));
    let standing = line.link.kind.is(StandardLink::ReportsTo) && !line.link.permission;
    let mut words: Vec<String> = Vec::new();
    if !standing {
        words.push(label(&line.kind));
    }
    if line.link.permission {
        words.push("(may)".to_owned());
    }
    if let Some(seats) = line.link.seats {
        words.push(format!("({seats})"));
    }
    let arrow = if standing { "-->" } else { "-.->" };
    if words.is_empty() {
        format!("{from} {arrow} {to}")
    } else {
        format!("{from} {arrow}|\"{}\"| {to}", words.join(" "))
    }
}

/// Names of nodes: an id may be a word of the language, or hold a sign of it.
fn names<'a>(chart: &Chart<'a>) -> BTreeMap<&'a BodyId, String> {
    unique(
        "b",
        chart
            .bodies
            .iter()
            .map(|node| (&node.body.id, node.body.id.as_str())),
    )
}

fn classes<'a>(chart: &Chart<'a>) -> BTreeMap<&'a KindId, String> {
    let kinds = chart
        .bodies
        .iter()
        .filter_map(|node| node.body.kind.as_ref());
    unique("kind", kinds.map(|kind| (kind, kind.as_str())))
}

fn unique<'a, T: Ord>(
    prefix: &str,
    ids: impl Iterator<Item = (&'a T, &'a str)>,
) -> BTreeMap<&'a T, String> {
    let (mut out, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (id, text) in ids {
        if out.contains_key(id) {
            continue;
        }
        let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let stem = format!("{prefix}_{}", text.chars().map(safe).collect::<String>());
        let mut name = stem.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{stem}_{number}");
            number += 1;
        }
        out.insert(id, name);
    }
    out
}

/// A text inside quotes: signs that Mermaid, HTML or Markdown could take for their own become
/// entities of Mermaid.
pub(super) fn label(text: &str) -> String {
    let rows: Vec<String> = rows(text).map(|row| escaped(&row)).collect();
    rows.join("<br/>")
}

fn escaped(row: &str) -> String {
    let mut out = String::with_capacity(row.len());
    // "1. Board" and "- Board" would begin a list.
    let digits = row.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in row.char_indices() {
        let safe = !c.is_ascii_punctuation()
            || (matches!(c, ',' | '.' | '(' | ')' | '-' | '\'' | '/') && at != digits);
        if safe {
            out.push(c);
        } else {
            out.push_str(&format!("#{};", u32::from(c)));
        }
    }
    out
}

/// A text outside quotes, where nothing can be escaped.
fn plain(text: &str) -> String {
    text.replace([';', '#', '{', '}'], " ")
}
