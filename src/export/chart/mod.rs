//! A structure for programs that draw and reckon themselves: every body and every link with its
//! kind and, where the format holds it, its place. No link is folded or gathered.

mod dot;
mod drawio;
mod graphml;
mod mermaid;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::model::{Body, BodyId, Link, LinkId, Project, Structure};
use crate::scene::theme::{KindLook, Theme, ThemeName};
use crate::scene::{Arrangement, LinkLook, Looks, title_of};

/// A structure with its places in whole pt, y down.
#[derive(Debug)]
pub struct Chart<'a> {
    title: String,
    structure: &'a Structure,
    bodies: Vec<Node<'a>>,
    links: Vec<Line<'a>>,
}

/// A body with its words and its place.
#[derive(Debug)]
struct Node<'a> {
    body: &'a Body,
    /// Words of its kind; empty when it has none.
    kind: String,
    /// Words of its tier; empty when it has none.
    tier: &'a str,
    place: Place,
    look: &'a KindLook,
}

/// A link with its words and its way.
#[derive(Debug)]
struct Line<'a> {
    link: &'a Link,
    kind: String,
    /// From the body `from` to the other one.
    points: Vec<(i32, i32)>,
    look: LinkLook,
}

/// A box in whole pt.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    x: i32,
    y: i32,
    w: i32,
    h: i32,
}

impl<'a> Chart<'a> {
    /// A structure as it is arranged; a body or link that is not there has no place.
    #[must_use]
    pub fn new(
        project: &'a Project,
        structure: &'a Structure,
        arrangement: &Arrangement<'_>,
    ) -> Self {
        let looks = Looks::new(project, Theme::of(ThemeName::Light));
        let arranged = || {
            arrangement
                .structures
                .iter()
                .filter(|s| s.id == structure.id())
        };
        let places: BTreeMap<&BodyId, Place> = arranged()
            .flat_map(|s| &s.bodies)
            .map(|body| {
                let c = body.cell;
                let (x, y, w, h) = (c.x, c.y, c.w, c.h);
                (body.id, Place { x, y, w, h })
            })
            .collect();
        let ways: BTreeMap<&LinkId, &Vec<(i32, i32)>> = arranged()
            .flat_map(|s| &s.links)
            .map(|(link, points)| (&link.id, points))
            .collect();
        let node = |body: &'a Body| Node {
            body,
            kind: body
                .kind
                .as_ref()
                .map_or_else(String::new, |kind| project.body_kind_name(kind)),
            tier: tier_name(project, body),
            place: places.get(&body.id).copied().unwrap_or_default(),
            look: looks.body(body),
        };
        let line = |link: &'a Link| Line {
            link,
            kind: project.link_kind_name(&link.kind),
            points: ways
                .get(&link.id)
                .map_or_else(Vec::new, |points| (*points).clone()),
            look: looks.link(link),
        };
        Self {
            title: title_of(project, structure),
            structure,
            bodies: structure.bodies.iter().map(node).collect(),
            links: structure.links.iter().map(line).collect(),
        }
    }

    /// Mermaid, for Markdown and wikis; the reader places the bodies.
    #[must_use]
    pub fn mermaid(&self) -> String {
        mermaid::mermaid(self)
    }

    /// Graphviz; `neato -n2` keeps places and ways.
    #[must_use]
    pub fn dot(&self) -> String {
        dot::dot(self)
    }

    /// GraphML, with the shapes that yEd reads.
    #[must_use]
    pub fn graphml(&self) -> String {
        graphml::graphml(self)
    }

    /// A file of draw.io: lines hold on to their bodies.
    #[must_use]
    pub fn drawio(&self) -> String {
        drawio::drawio(self)
    }

    fn place_of(&self, id: &BodyId) -> Option<Place> {
        let mut nodes = self.bodies.iter();
        nodes.find(|n| &n.body.id == id).map(|n| n.place)
    }

    /// What is said of the whole: names of values, empty ones left out.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let head = &self.structure.head;
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        filled(vec![
            ("structure", head.id.to_string()),
            ("title", self.title.clone()),
            ("status", said(&head.status)),
            ("date", said(&head.date)),
        ])
    }
}

impl Node<'_> {
    /// What is known about the body, as data; names of fields as in the project file.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let body = self.body;
        let said = |text: &Option<String>| text.clone().unwrap_or_default();
        filled(vec![
            ("body", body.id.to_string()),
            ("name", body.name.clone()),
            ("short", said(&body.short)),
            (
                "kind",
                body.kind
                    .as_ref()
                    .map_or_else(String::new, ToString::to_string),
            ),
            ("kind_name", self.kind.clone()),
            ("tier", self.tier.to_owned()),
            ("standing", body.standing.as_str().to_owned()),
            ("certainty", body.certainty.as_str().to_owned()),
            ("state", said(&body.state)),
        ])
    }

    /// Whether its edge is dashed: not decided yet.
    fn dashed(&self) -> bool {
        self.body.undecided()
    }
}

impl Line<'_> {
    /// What is known about the link, as data; its own words (`label` in the project file) are no
    /// label here: they are often sentences, and the picture does not show them either.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let link = self.link;
        let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        filled(vec![
            ("link", link.id.to_string()),
            ("kind", link.kind.to_string()),
            ("kind_name", self.kind.clone()),
            ("words", link.label.clone().unwrap_or_default()),
            ("seats", number(link.seats)),
            (
                "permission",
                if link.permission { "true" } else { "" }.to_owned(),
            ),
            ("certainty", link.certainty.as_str().to_owned()),
        ])
    }
}

impl Place {
    /// The middle, in halves of a pt.
    fn middle(self) -> (f64, f64) {
        let half = |at: i32, size: i32| f64::from(at) + f64::from(size) / 2.0;
        (half(self.x, self.w), half(self.y, self.h))
    }

    /// Where a point lies in the box, 0 to 1 each way.
    fn share(self, point: (i32, i32)) -> (f64, f64) {
        let part = |at: i32, from: i32, size: i32| {
            (f64::from(at - from) / f64::from(size.max(1))).clamp(0.0, 1.0)
        };
        (part(point.0, self.x, self.w), part(point.1, self.y, self.h))
    }
}

fn tier_name<'a>(project: &'a Project, body: &'a Body) -> &'a str {
    body.tier.as_ref().map_or("", |tier| {
        project
            .tier(tier)
            .map_or(tier.as_str(), |t| t.name.as_str())
    })
}

fn filled(mut facts: Vec<(&'static str, String)>) -> Vec<(&'static str, String)> {
    facts.retain(|(_, text)| !text.trim().is_empty());
    facts
}

/// The rows of a text as a person typed them, without control characters and empty rows.
fn rows(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(|row| {
            let row: String = row
                .chars()
                .map(|c| if c.is_control() { ' ' } else { c })
                .collect();
            row.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .filter(|row| !row.is_empty())
}

/// The whole text on one row.
fn one_row(text: &str) -> String {
    rows(text).collect::<Vec<_>>().join(" ")
}
