//! Checks of a picture before it is printed. Lengths in pt on the sheet.

mod spoilt;

use std::collections::{BTreeMap, BTreeSet};

use dotted_line::describe::{Block, MAX_ALT};
use dotted_line::geom::Rect;
use dotted_line::model::Standing;
use dotted_line::publish::{self, Format, What};
use dotted_line::scene::theme::Mark;
use dotted_line::scene::{Colour, Geometry, Group, Item, Page, Role, Stroke};
use dotted_line::store;

use super::{Case, Check, INKS, cases, proved};
use crate::scene::page::{faults, faults_of};

const CHECKS: [Check<Case>; 13] = [
    (1, "cards stand apart", apart),
    (2, "text stands inside its card", margins),
    (3, "no line runs through a card", gates),
    (4, "small text is told", small_text),
    (5, "no line is thinner than prints", thin),
    (6, "text stands out", gates),
    (7, "lines and edges stand out", pale),
    (8, "nothing by colour alone", by_colour_alone),
    (
        9,
        "colours of different meaning differ for everybody",
        alike,
    ),
    (10, "a short alternative text", alternative),
    (13, "reading order is the order of the outline", order),
    (14, "every body is drawn and told", complete),
    (18, "a crowded sheet is told", crowded),
];

fn pages(case: &Case) -> impl Iterator<Item = (usize, &Page)> {
    case.scene.pages.iter().enumerate()
}

fn cards(page: &Page) -> Vec<(&Group, Rect)> {
    let groups = page.groups.iter();
    let card = |g: &&Group| matches!(g.role, Role::Body(_) | Role::Ghost { .. });
    groups
        .filter(card)
        .filter_map(|g| Some((g, g.outline()?)))
        .collect()
}

/// At least four pt of the drawing lie between any two cards.
fn apart(case: &Case) -> Vec<String> {
    let mut out = Vec::new();
    for (_, page) in pages(case) {
        let cards = cards(page);
        let room = 4.0 * page.scale - 0.01;
        for (at, (_, a)) in cards.iter().enumerate() {
            for (_, b) in cards.iter().skip(at + 1) {
                if a.inset(room).overlaps(*b) {
                    out.push(format!("{a:?} {b:?}"));
                }
            }
        }
    }
    out
}

/// Rows keep two pt of the drawing from the edge of their card.
fn margins(case: &Case) -> Vec<String> {
    let mut out = Vec::new();
    for (_, page) in pages(case) {
        let room = 2.0 * page.scale;
        for (group, card) in cards(page) {
            for item in &group.items {
                let Item::Text { at, run, .. } = item else {
                    continue;
                };
                let size = run.style.size;
                let row = Rect::new(
                    at.x,
                    at.y - size * 0.72,
                    at.x + run.width,
                    at.y + size * 0.1,
                );
                let inner = card.inset(-room);
                if row.x0 < inner.x0 || row.x1 > inner.x1 || row.y0 < inner.y0 || row.y1 > inner.y1
                {
                    out.push(format!("“{}” {row:?} {card:?}", run.text));
                }
            }
        }
    }
    out
}

/// Everything that other tests ask of every page.
fn gates(case: &Case) -> Vec<String> {
    if matches!(case.what, What::Overlay(..)) {
        // A body that goes on is drawn once for both structures.
        return case.scene.pages.iter().flat_map(faults_of).collect();
    }
    faults(&case.project, &case.shown, &case.scene)
}

/// What prints under nine pt is told with its size.
fn small_text(case: &Case) -> Vec<String> {
    let size = case.scene.smallest_text().unwrap_or(f64::INFINITY);
    let plan = publish::plan(
        &case.project,
        &case.order(Format::Svg(super::live()[0])),
        &|_| std::ops::ControlFlow::Continue(()),
    );
    let told: Vec<String> = plan
        .unwrap()
        .notes
        .iter()
        .map(ToString::to_string)
        .collect();
    let words = format!("{size:.1} pt");
    if size < 8.95 && !told.iter().any(|note| note.contains(&words)) {
        return vec![format!("{size} pt, told: {told:?}")];
    }
    Vec::new()
}

fn strokes(page: &Page) -> impl Iterator<Item = (&Group, &Geometry, &Stroke)> {
    let items = page
        .groups
        .iter()
        .flat_map(|g| g.items.iter().map(move |i| (g, i)));
    items.filter_map(|(group, item)| match item {
        Item::Shape {
            geometry,
            stroke: Some(stroke),
            ..
        } => Some((group, geometry, stroke)),
        _ => None,
    })
}

/// A line is at least 0.75 pt wide; patterns are areas.
fn thin(case: &Case) -> Vec<String> {
    let mut out = Vec::new();
    for (_, page) in pages(case) {
        for (group, geometry, stroke) in strokes(page) {
            let pattern = matches!(geometry, Geometry::Pieces(_) | Geometry::Dots { .. });
            if stroke.width < 0.749 && !pattern {
                out.push(format!("{} pt in {:?}", stroke.width, group.role));
            }
        }
    }
    out
}

/// Lines and the edges of cards have a contrast of three with the paper.
fn pale(case: &Case) -> Vec<String> {
    let mut out = Vec::new();
    for (_, page) in pages(case) {
        for group in &page.groups {
            let meaning = matches!(
                group.role,
                Role::Link(_) | Role::Collective(_) | Role::Body(_)
            );
            let Some(Item::Shape {
                stroke: Some(stroke),
                ..
            }) = group.items.first().filter(|_| meaning)
            else {
                continue;
            };
            let contrast = stroke.colour.contrast(page.ground);
            if contrast < 3.0 {
                out.push(format!("{:?}: {contrast:.2}", group.role));
            }
        }
    }
    out
}

/// A fate is a word on its card; kinds of link differ in dash, width or end.
fn by_colour_alone(case: &Case) -> Vec<String> {
    let mut out = Vec::new();
    let mut lines: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let permissions: BTreeSet<&str> = (case.project.structures.iter())
        .flat_map(|s| {
            s.links
                .iter()
                .filter(|l| l.permission || l.certainty.as_str() != "stated")
        })
        .map(|l| l.id.as_str())
        .collect();
    for (_, page) in pages(case) {
        for group in &page.groups {
            match &group.role {
                Role::Body(body) => {
                    let word = body.fate.and_then(Mark::of).map(Mark::word);
                    let said = words_of(group).to_lowercase();
                    let known = |word: &str| match word {
                        // A body that others join says "merged"; one that joins them, what it becomes.
                        "Renamed" => said.contains("renamed") || said.contains("was "),
                        "Replaced" => said.contains("replace"),
                        "Split" => said.contains("split"),
                        word => said.contains(&word.to_lowercase()),
                    };
                    if let Some(word) = word.filter(|word| !known(word)) {
                        out.push(format!("{} does not say {word}: {said}", body.body));
                    }
                }
                Role::Link(link) if !permissions.contains(link.link.as_str()) => {
                    let look = group.items.iter().map(shape).collect::<Vec<_>>().join(" ");
                    lines.entry(link.kind.to_string()).or_default().insert(look);
                }
                _ => {}
            }
        }
    }
    let mut looks: BTreeMap<&String, &String> = BTreeMap::new();
    for (kind, look) in lines
        .iter()
        .flat_map(|(kind, all)| all.iter().map(move |l| (kind, l)))
    {
        // From the ninth kind on looks repeat, and lines have words.
        if let Some(other) = looks.insert(look, kind)
            && lines.len() <= 8
        {
            out.push(format!("{kind} and {other} look alike: {look}"));
        }
    }
    out
}

/// The form of a line or of its end, whatever its colour and length.
fn shape(item: &Item) -> String {
    match item {
        Item::Text { .. } => String::new(),
        Item::Shape {
            geometry,
            fill,
            stroke,
        } => {
            let form = match geometry {
                Geometry::Rect { .. } => "box",
                Geometry::Line { .. } => "line",
                Geometry::Polygon(_) => "polygon",
                Geometry::Circle { .. } => "circle",
                Geometry::Pieces(_) => "pieces",
                Geometry::Dots { .. } => "dots",
            };
            let pen = stroke.as_ref().map(|s| {
                let dash: Vec<String> = s.dash.iter().map(|d| format!("{d:.1}")).collect();
                format!("{:.2} {} {}", s.width, dash.join(","), s.round)
            });
            format!("{form} {} {}", fill.is_some(), pen.unwrap_or_default())
        }
    }
}

/// Colours of links of different kinds differ for who sees no red, green or blue, or their forms do.
fn alike(case: &Case) -> Vec<String> {
    use dotted_line::scene::{Sight, difference};
    let mut out = Vec::new();
    let mut seen: BTreeMap<String, (Colour, String)> = BTreeMap::new();
    for (_, page) in pages(case) {
        for group in &page.groups {
            let Role::Link(link) = &group.role else {
                continue;
            };
            let Some(Item::Shape {
                stroke: Some(stroke),
                ..
            }) = group.items.first()
            else {
                continue;
            };
            let look = group.items.iter().map(shape).collect::<Vec<_>>().join(" ");
            seen.insert(link.kind.to_string(), (stroke.colour, look));
        }
    }
    let all: Vec<_> = seen.iter().collect();
    for (at, (kind, (colour, look))) in all.iter().enumerate() {
        for (other, (there, form)) in all.iter().skip(at + 1) {
            let near = Sight::ALL
                .iter()
                .any(|sight| difference(sight.of(*colour), sight.of(*there)) < 10.0);
            // From the ninth kind on looks repeat, and lines have words.
            if near && look == form && all.len() <= 8 {
                out.push(format!("{kind} and {other}"));
            }
        }
    }
    out
}

fn alternative(case: &Case) -> Vec<String> {
    let alt = &case.words.alt;
    let mut out = Vec::new();
    if alt.trim().is_empty() || alt.chars().count() > MAX_ALT || alt.contains(".json") {
        out.push(alt.clone());
    }
    let Some(subject) = alt.split(['.', ':']).next().filter(|s| s.len() > 10) else {
        return vec![alt.clone()];
    };
    if !case.scene.description.starts_with(subject) {
        out.push(format!("the picture says “{}”", case.scene.description));
    }
    out
}

/// Bodies as they come in the picture, of which the outline has the same order.
fn order(case: &Case) -> Vec<String> {
    let What::Diagram(id) = &case.what else {
        return Vec::new();
    };
    let drawn: Vec<&str> = pages(case)
        .flat_map(|(_, page)| &page.groups)
        .filter_map(|g| match &g.role {
            Role::Body(body) => Some(body.body.as_str()),
            _ => None,
        })
        .collect();
    let structure = case.project.structure(id).unwrap();
    let told: Vec<String> = texts(case);
    let place = |body: &str| {
        let body = structure.bodies.iter().find(|b| b.id.as_str() == body)?;
        told.iter()
            .position(|text| text.starts_with(body.name.trim()))
    };
    let mut out = Vec::new();
    let mut last = 0;
    let in_structure = |body: &&&str| {
        let body = structure.bodies.iter().find(|b| b.id.as_str() == **body);
        // Names that begin alike cannot be told apart by their beginning.
        body.is_some_and(|b| {
            b.standing.known() == Some(Standing::InStructure)
                && structure
                    .bodies
                    .iter()
                    .filter(|o| o.name.starts_with(b.name.trim()))
                    .count()
                    == 1
        })
    };
    for body in drawn.iter().filter(in_structure) {
        match place(body) {
            None => out.push(format!("{body} is not told")),
            Some(at) if at < last => out.push(format!("{body} is told earlier than it is drawn")),
            Some(at) => last = at,
        }
    }
    out
}

fn texts(case: &Case) -> Vec<String> {
    let blocks = case.words.blocks.iter();
    blocks
        .flat_map(|block| match block {
            Block::List(items) => items.iter().map(|item| item.text.clone()).collect(),
            Block::Table { rows, .. } => rows.iter().flatten().cloned().collect(),
            Block::Paragraph(text) => vec![text.clone()],
            Block::Heading { .. } => Vec::new(),
        })
        .collect()
}

fn words_of(group: &Group) -> String {
    let rows = group.items.iter().filter_map(|item| match item {
        Item::Text { run, .. } => Some(run.text.trim().to_owned()),
        Item::Shape { .. } => None,
    });
    rows.collect::<Vec<_>>().join(" ")
}

/// Every body stands in the picture and in its words. In one drawing of two structures, those of
/// today that go on are drawn as what they become.
fn complete(case: &Case) -> Vec<String> {
    // Names break at blanks and strokes, which leave no trace in the rows.
    let dense = |text: &str| text.split_whitespace().collect::<String>();
    let mut out = Vec::new();
    let drawn: BTreeSet<String> = pages(case)
        .flat_map(|(_, page)| &page.groups)
        .filter(|g| matches!(g.role, Role::Body(_) | Role::Ghost { .. }))
        .map(|group| dense(&words_of(group)))
        .collect();
    let told = dense(&texts(case).join("\n"));
    for (at, id) in case.shown.iter().enumerate() {
        let earlier = matches!(case.what, What::Overlay(..)) && at == 0;
        for body in &case.project.structure(id).unwrap().bodies {
            let name = dense(&body.name);
            if !earlier && !drawn.iter().any(|words| words.contains(&name)) {
                out.push(format!("{} is not drawn", body.name));
            }
            if !told.contains(&name) {
                out.push(format!("{} is not told", body.name));
            }
        }
    }
    out
}

/// More than sixty bodies on a sheet of A4 are told.
fn crowded(case: &Case) -> Vec<String> {
    let most = pages(case).map(|(_, page)| cards(page).len()).max();
    let plan = publish::plan(
        &case.project,
        &case.order(Format::Svg(super::live()[0])),
        &|_| std::ops::ControlFlow::Continue(()),
    );
    let told = plan
        .unwrap()
        .notes
        .iter()
        .any(|n| n.to_string().contains("bodies on"));
    if most.unwrap_or(0) > 60 && !told {
        return vec![format!("{most:?}")];
    }
    Vec::new()
}

fn proved_for(sample: &str) {
    for ink in INKS {
        for case in cases(sample, ink) {
            proved(&CHECKS, &case.name, &case);
        }
    }
}

#[test]
fn redcar() {
    proved_for("redcar");
}

#[test]
fn cheltenham() {
    proved_for("cheltenham");
}

#[test]
fn west_cheshire() {
    proved_for("west-cheshire");
}

#[test]
fn cumbria() {
    proved_for("cumbria");
}

#[test]
fn carlisle() {
    proved_for("carlisle");
}

#[test]
fn every_sample_is_proved() {
    let names: Vec<&str> = store::samples().iter().map(|s| s.name).collect();
    let here = [
        "redcar",
        "cheltenham",
        "west-cheshire",
        "cumbria",
        "carlisle",
    ];
    assert!(names.iter().all(|name| here.contains(name)), "{names:?}");
}
