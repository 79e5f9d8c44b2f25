//! Reads a presentation as programs do: parts, relationships, shapes, and where lines run.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(super) struct Show(BTreeMap<String, String>);

/// A shape that is no line of a link.
pub(super) struct Shape {
    pub(super) name: String,
    pub(super) described: String,
    pub(super) decorative: bool,
    pub(super) group: bool,
    pub(super) text: String,
}

pub(super) type Place = (f64, f64);

/// The line of a link, in EMU.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) name: String,
    /// Of a connector.
    pub(super) route: Option<Vec<Place>>,
    /// Of the free line, alone or for programs that do not know the connector.
    pub(super) instead: Option<Vec<Place>>,
    /// Id and site at its first and last point.
    pub(super) glued: [Option<(String, usize)>; 2],
    pub(super) ends: [Place; 2],
}

pub(super) fn every<'a, 'i>(document: &'a Document<'i>, name: &str) -> Vec<Node<'a, 'i>> {
    let all = document.descendants();
    all.filter(|n| n.tag_name().name() == name).collect()
}

pub(super) fn found<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Node<'a, 'i> {
    maybe(node, name).unwrap_or_else(|| panic!("no {name}"))
}

fn maybe<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|n| n.tag_name().name() == name)
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// Left, top, width and height.
fn frame(node: Node<'_, '_>) -> (f64, f64, f64, f64) {
    let (off, ext) = (found(node, "off"), found(node, "ext"));
    (
        number(off, "x"),
        number(off, "y"),
        number(ext, "cx"),
        number(ext, "cy"),
    )
}

impl Show {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            let name = file.name().unwrap().into_owned();
            file.read_to_string(&mut text).unwrap();
            assert!(parts.insert(name, text).is_none());
        }
        Self(parts)
    }

    pub(super) fn part(&self, path: &str) -> String {
        self.0[path].clone()
    }

    pub(super) fn slides(&self) -> usize {
        let slides = self.0.keys().filter(|p| p.starts_with("ppt/slides/slide"));
        slides.count()
    }

    /// Every part is well-formed, has a type and is reached; ids stand once; glue holds to something.
    pub(super) fn holds_together(&self) {
        let types = Document::parse(&self.0["[Content_Types].xml"]).unwrap();
        let typed: BTreeSet<&str> = every(&types, "Override")
            .iter()
            .map(|n| n.attribute("PartName").unwrap().trim_start_matches('/'))
            .collect();
        let mut reached = BTreeSet::new();
        for (path, text) in &self.0 {
            let document = Document::parse(text).unwrap_or_else(|e| panic!("{path}: {e}"));
            if path.ends_with(".rels") {
                reached.extend(self.targets(path, &document));
            } else if path != "[Content_Types].xml" {
                assert!(typed.contains(path.as_str()), "{path} has no type");
            }
            if path.starts_with("ppt/slides/slide") {
                ids_hold(path, &document);
            }
            for node in document.descendants() {
                if let Some(id) = node.attribute((RELATION, "id")) {
                    assert!(self.related(path).contains(id), "{path}: {id}");
                }
            }
        }
        for part in typed {
            assert!(reached.contains(part), "{part} is reached from nowhere");
        }
    }

    fn related(&self, path: &str) -> BTreeSet<String> {
        let (folder, name) = path.rsplit_once('/').unwrap();
        let text = &self.0[&format!("{folder}/_rels/{name}.rels")];
        let document = Document::parse(text).unwrap();
        let all = every(&document, "Relationship");
        all.iter()
            .map(|n| n.attribute("Id").unwrap().to_owned())
            .collect()
    }

    fn targets(&self, path: &str, document: &Document<'_>) -> Vec<String> {
        let (folder, _) = path.split_once("_rels/").unwrap();
        let mut out = Vec::new();
        for node in every(document, "Relationship") {
            let mut at: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
            for step in node.attribute("Target").unwrap().split('/') {
                match step {
                    ".." => assert!(at.pop().is_some()),
                    step => at.push(step),
                }
            }
            let target = at.join("/");
            assert!(self.0.contains_key(&target), "{path}: no {target}");
            out.push(target);
        }
        out
    }

    fn slide(&self, n: usize) -> &str {
        &self.0[&format!("ppt/slides/slide{n}.xml")]
    }

    pub(super) fn title(&self, n: usize) -> String {
        let document = Document::parse(self.slide(n)).unwrap();
        let places = every(&document, "ph");
        let title = places.iter().find(|n| n.attribute("type") == Some("title"));
        let shape = title
            .unwrap()
            .ancestors()
            .find(|n| n.has_tag_name("sp") || n.tag_name().name() == "sp");
        text(shape.unwrap())
    }

    pub(super) fn notes(&self, n: usize) -> String {
        let part = &self.0[&format!("ppt/notesSlides/notesSlide{n}.xml")];
        text(Document::parse(part).unwrap().root())
    }

    pub(super) fn shapes(&self, n: usize) -> Vec<Shape> {
        let document = Document::parse(self.slide(n)).unwrap();
        let mut out = Vec::new();
        for node in document.descendants() {
            let kind = node.tag_name().name();
            let line = node
                .ancestors()
                .any(|n| n.tag_name().name() == "AlternateContent");
            if line || !matches!(kind, "sp" | "grpSp") {
                continue;
            }
            let about = found(node, "cNvPr");
            let group = kind == "grpSp";
            out.push(Shape {
                name: about.attribute("name").unwrap().to_owned(),
                described: about.attribute("descr").unwrap_or_default().to_owned(),
                decorative: decorative(about),
                group,
                text: if group { String::new() } else { text(node) },
            });
        }
        out
    }

    /// The lines of links, in their order.
    pub(super) fn lines(&self, n: usize) -> Vec<Line> {
        let document = Document::parse(self.slide(n)).unwrap();
        let mut out: Vec<Line> = Vec::new();
        for node in document.descendants() {
            let kind = node.tag_name().name();
            let inside = |name: &str| node.ancestors().any(|n| n.tag_name().name() == name);
            let Some(about) = maybe(node, "cNvPr").filter(|_| matches!(kind, "sp" | "cxnSp"))
            else {
                continue;
            };
            let name = about.attribute("name").unwrap().to_owned();
            if kind == "cxnSp" {
                let route = connected(node);
                let glue = |name| {
                    let glue = maybe(node, name)?;
                    let site = glue.attribute("idx")?.parse().ok()?;
                    Some((glue.attribute("id")?.to_owned(), site))
                };
                out.push(Line {
                    name,
                    ends: [route[0], route[route.len() - 1]],
                    route: Some(route),
                    instead: None,
                    glued: [glue("stCxn"), glue("endCxn")],
                });
            } else if inside("Fallback") {
                let last = out.last_mut().unwrap();
                assert_eq!(last.name, name);
                last.instead = Some(drawn(node));
            } else if decorative(about) && name.contains(": ") {
                let route = drawn(node);
                out.push(Line {
                    name,
                    ends: [route[0], route[route.len() - 1]],
                    route: None,
                    instead: Some(route),
                    glued: [None, None],
                });
            }
        }
        out
    }

    /// The sites of every shape, by its id.
    pub(super) fn sites(&self, n: usize) -> BTreeMap<String, Vec<Place>> {
        let document = Document::parse(self.slide(n)).unwrap();
        let mut out = BTreeMap::new();
        for node in every(&document, "sp") {
            let Some(own) = maybe(node, "xfrm").filter(|x| maybe(*x, "off").is_some()) else {
                continue;
            };
            let (x, y, w, h) = frame(own);
            let mut guides: BTreeMap<&str, f64> = [
                ("hc", w / 2.0),
                ("vc", h / 2.0),
                ("l", 0.0),
                ("t", 0.0),
                ("r", w),
                ("b", h),
            ]
            .into();
            for guide in node.descendants().filter(|n| n.tag_name().name() == "gd") {
                let formula: Vec<&str> = guide.attribute("fmla").unwrap().split(' ').collect();
                if let ["*/", side @ ("w" | "h"), times, over] = formula[..] {
                    let side = if side == "w" { w } else { h };
                    let value = side * times.parse::<f64>().unwrap() / over.parse::<f64>().unwrap();
                    guides.insert(guide.attribute("name").unwrap(), value);
                }
            }
            let own: Vec<Node<'_, '_>> = node
                .descendants()
                .filter(|n| n.tag_name().name() == "cxn")
                .map(|n| found(n, "pos"))
                .collect();
            let sites = if own.is_empty() {
                vec![
                    (x + w / 2.0, y),
                    (x, y + h / 2.0),
                    (x + w / 2.0, y + h),
                    (x + w, y + h / 2.0),
                ]
            } else {
                let at = |n: &Node<'_, '_>, name| guides[n.attribute(name).unwrap()];
                own.iter()
                    .map(|n| (x + at(n, "x"), y + at(n, "y")))
                    .collect()
            };
            let id = found(node, "cNvPr").attribute("id").unwrap();
            out.insert(id.to_owned(), sites);
        }
        out
    }
}

fn text(node: Node<'_, '_>) -> String {
    let all = node.descendants().filter(|n| n.tag_name().name() == "t");
    all.filter_map(|n| n.text()).collect()
}

fn decorative(about: Node<'_, '_>) -> bool {
    maybe(about, "decorative").is_some_and(|n| n.attribute("val") == Some("1"))
}

fn ids_hold(path: &str, document: &Document<'_>) {
    let mut ids = BTreeSet::new();
    for node in every(document, "cNvPr") {
        let other = node.ancestors().any(|n| n.tag_name().name() == "Fallback");
        let id = node.attribute("id").unwrap();
        assert_eq!(ids.insert(id), !other, "{path}: id {id}");
    }
    for end in every(document, "stCxn")
        .into_iter()
        .chain(every(document, "endCxn"))
    {
        assert!(
            ids.contains(end.attribute("id").unwrap()),
            "{path}: {end:?}"
        );
    }
}

/// Where a free line runs.
fn drawn(node: Node<'_, '_>) -> Vec<Place> {
    let (x, y, w, h) = frame(found(node, "xfrm"));
    let path = found(node, "path");
    assert_eq!((number(path, "w"), number(path, "h")), (w, h));
    let points = path.descendants().filter(|n| n.tag_name().name() == "pt");
    points
        .map(|p| (x + number(p, "x"), y + number(p, "y")))
        .collect()
}

/// Where a connector runs: its form's own points, flipped, then turned.
fn connected(node: Node<'_, '_>) -> Vec<Place> {
    let own = found(node, "xfrm");
    let (x, y, w, h) = frame(own);
    let bends: Vec<f64> = node
        .descendants()
        .filter(|n| n.tag_name().name() == "gd")
        .map(|n| n.attribute("fmla").unwrap()[4..].parse::<f64>().unwrap() / 100_000.0)
        .collect();
    let form = found(node, "prstGeom").attribute("prst").unwrap();
    let mut points = vec![(0.0, 0.0)];
    match (form, &bends[..]) {
        ("straightConnector1", []) => {}
        ("bentConnector2", []) => points.push((w, 0.0)),
        ("bentConnector3", [a]) => points.extend([(a * w, 0.0), (a * w, h)]),
        ("bentConnector4", [a, b]) => {
            points.extend([(a * w, 0.0), (a * w, b * h), (w, b * h)]);
        }
        ("bentConnector5", [a, b, c]) => {
            points.extend([(a * w, 0.0), (a * w, b * h), (c * w, b * h), (c * w, h)]);
        }
        other => panic!("{other:?}"),
    }
    points.push((w, h));
    let on = |name| own.attribute(name) == Some("1");
    let placed = points.into_iter().map(|(px, py)| {
        let (mut px, mut py) = (px - w / 2.0, py - h / 2.0);
        if on("flipH") {
            px = -px;
        }
        if on("flipV") {
            py = -py;
        }
        if own.attribute("rot").is_some() {
            assert_eq!(own.attribute("rot"), Some("5400000"));
            (px, py) = (-py, px);
        }
        (px + x + w / 2.0, py + y + h / 2.0)
    });
    placed.collect()
}
