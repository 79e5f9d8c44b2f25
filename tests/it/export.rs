//! Pictures as files: SVG and PNG.

use std::collections::{BTreeMap, BTreeSet};

use dotted_line::export::{PngError, SvgText, png, svg};
use dotted_line::model::{Body, BodyId, Link, LinkId, LinkKindId, Project, StandardLink};
use dotted_line::model::{Structure, StructureId};
use dotted_line::scene::{self, Options, Paper, Role, Scene};
use dotted_line::store;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element with its attributes, and the text directly inside it.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    depth: usize,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// All elements in order; fails on anything that is not well-formed.
fn parsed(text: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut out, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                out.push(element(&start, open.len()));
                open.push(out.len() - 1);
            }
            Event::Empty(start) => out.push(element(&start, open.len())),
            Event::End(_) => {
                open.pop().expect("an element is open");
            }
            Event::Text(text) => {
                let text: &str = text.as_ref();
                if let Some(&at) = open.last() {
                    out[at].text.push_str(text);
                }
            }
            Event::GeneralRef(name) => {
                let name: &str = name.as_ref();
                let text = format!("&{name};");
                let text = quick_xml::escape::unescape(&text).unwrap().into_owned();
                out[*open.last().unwrap()].text.push_str(&text);
            }
            Event::Eof => break,
            other => panic!("an SVG of ours has no {other:?}"),
        }
    }
    assert!(open.is_empty(), "every element is closed");
    out
}

fn element(start: &BytesStart<'_>, depth: usize) -> Element {
    let mut attributes = BTreeMap::new();
    for attribute in start.attributes() {
        let attribute = attribute.expect("an attribute once, with quotes");
        let key = attribute.key.as_ref().to_owned();
        let value = quick_xml::escape::unescape(&attribute.value)
            .unwrap()
            .into_owned();
        attributes.insert(key, value);
    }
    Element {
        name: start.name().as_ref().to_owned(),
        attributes,
        text: String::new(),
        depth,
    }
}

fn sample(name: &str) -> Project {
    store::load(store::sample(name).unwrap().json.as_bytes())
        .unwrap()
        .project
}

fn compared(name: &str) -> Scene {
    let project = sample(name);
    let (a, b) = (project.structures[0].id(), project.structures[1].id());
    scene::compare(&project, a, b, &Options::default()).unwrap()
}

/// One body of this name, and another that reports to it.
fn named(name: &str) -> Project {
    let mut structure = Structure::new(StructureId::new("s"), name);
    structure.bodies.push(Body::new(BodyId::new("a"), name));
    structure.bodies.push(Body::new(BodyId::new("b"), "Group"));
    let kind = LinkKindId::of(StandardLink::ReportsTo);
    let link = Link::new(LinkId::new("l"), BodyId::new("b"), kind, BodyId::new("a"));
    structure.links.push(link);
    Project {
        structures: vec![structure],
        ..Project::default()
    }
}

fn drawn(project: &Project) -> Scene {
    scene::diagram(project, &StructureId::new("s"), &Options::default()).unwrap()
}

#[test]
fn the_root_says_what_the_picture_is() {
    for sample in store::samples() {
        let scene = compared(sample.name);
        for text in [SvgText::Paths, SvgText::Live] {
            let elements = parsed(&svg(&scene, text)[0]);
            let root = &elements[0];
            assert_eq!((root.name.as_str(), root.depth), ("svg", 0));
            assert_eq!(root.get("xmlns"), Some("http://www.w3.org/2000/svg"));
            assert_eq!(root.get("role"), Some("img"));
            assert_eq!(root.get("lang"), Some("en-GB"));
            let labels: Vec<&str> = root.get("aria-labelledby").unwrap().split(' ').collect();
            let of = |id: &str| elements.iter().find(|e| e.get("id") == Some(id)).unwrap();
            assert_eq!(of(labels[0]).text, scene.title);
            assert_eq!(of(labels[1]).text, scene.description);
            assert_eq!(
                (of(labels[0]).name.as_str(), of(labels[1]).name.as_str()),
                ("title", "desc")
            );
            let mm = |name: &str| -> f64 {
                root.get(name)
                    .unwrap()
                    .strip_suffix("mm")
                    .unwrap()
                    .parse()
                    .unwrap()
            };
            let mut sides = [mm("width"), mm("height")];
            sides.sort_by(f64::total_cmp);
            assert_eq!(sides, [210.0, 297.0]);
            let view: Vec<f64> = root
                .get("viewBox")
                .unwrap()
                .split(' ')
                .map(|n| n.parse().unwrap())
                .collect();
            assert!((view[2] - scene.pages[0].size.width).abs() < 0.01 && view[..2] == [0.0, 0.0]);
        }
    }
}

#[test]
fn ids_are_unique_and_every_reference_resolves_inside_the_file() {
    let elements = parsed(&svg(&compared("redcar"), SvgText::Paths)[0]);
    let mut ids = BTreeSet::new();
    for id in elements.iter().filter_map(|e| e.get("id")) {
        assert!(ids.insert(id), "{id} stands twice");
    }
    let references: Vec<&str> = elements.iter().filter_map(|e| e.get("href")).collect();
    assert!(references.len() > 500, "rows are drawn by glyphs");
    assert!(
        references
            .iter()
            .all(|r| ids.contains(r.strip_prefix('#').unwrap()))
    );
    let allowed = [
        "svg", "title", "desc", "defs", "g", "path", "rect", "circle", "use",
    ];
    assert!(elements.iter().all(|e| allowed.contains(&e.name.as_str())));
}

#[test]
fn groups_name_their_records() {
    let scene = compared("redcar");
    let elements = parsed(&svg(&scene, SvgText::Live)[0]);
    let groups: Vec<(usize, &Element)> = elements
        .iter()
        .enumerate()
        .filter(|(_, e)| e.name == "g")
        .collect();
    let expected: Vec<&scene::Group> = scene.pages[0]
        .groups
        .iter()
        .filter(|g| !g.items.is_empty())
        .collect();
    assert_eq!(groups.len(), expected.len());
    for ((at, element), group) in groups.into_iter().zip(expected) {
        let inner = &elements[at + 1];
        match &group.role {
            Role::Body(body) => {
                assert_eq!(element.get("data-body"), Some(body.body.as_str()));
                assert_eq!(element.get("data-structure"), Some(body.structure.as_str()));
                assert_eq!(
                    element.get("data-kind"),
                    Some(body.kind.as_ref().map_or("", |k| k.as_str()))
                );
                assert_eq!(
                    element.get("data-fate"),
                    Some(body.fate.map_or("", |f| f.as_str()))
                );
                assert!(inner.name == "rect" && inner.depth == element.depth + 1);
            }
            Role::Link(link) => {
                assert_eq!(element.get("data-link"), Some(link.link.as_str()));
                assert_eq!(element.get("data-structure"), Some(link.structure.as_str()));
                assert_eq!(element.get("data-kind"), Some(link.kind.as_str()));
                assert_eq!(element.get("data-from"), Some(link.from.as_str()));
                assert_eq!(element.get("data-to"), Some(link.to.as_str()));
                assert!(inner.name == "path" && inner.get("stroke").is_some());
            }
            other => {
                let role = match other {
                    Role::Title => "title",
                    Role::Legend => "legend",
                    Role::Notes => "notes",
                    Role::Ghost { .. } => "ghost",
                    _ => "zone",
                };
                assert_eq!(element.get("data-role"), Some(role));
                assert_eq!(element.get("data-body"), None);
            }
        }
    }
}

#[test]
fn any_name_makes_a_readable_file() {
    let long = "Committee ".repeat(100);
    let unbroken = "x".repeat(1000);
    for name in [
        "A & B <c> \"d\" 'e' ]]> &amp; <!-- -->",
        "bell\u{7} tab\t nul\0 escape\u{1b} odd\u{FFFE}\u{FFFF}\u{85}",
        "Group 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ✅",
        "שותפות אסטרטגית / الشراكة",
        "\u{202E}turned round\u{202C} \u{200B} \u{AD}",
        "",
        "   ",
        &long,
        &unbroken,
    ] {
        let scene = drawn(&named(name));
        for text in [SvgText::Paths, SvgText::Live] {
            let file = &svg(&scene, text)[0];
            assert!(
                file.chars().all(|c| c == '\n' || !c.is_control()),
                "{name:?}"
            );
            let elements = parsed(file);
            let cards = elements
                .iter()
                .filter(|e| e.get("data-body").is_some())
                .count();
            assert_eq!(cards, 2, "{name:?}");
        }
        assert!(!png(&scene, 40).unwrap()[0].is_empty(), "{name:?}");
    }
    let file = &svg(&drawn(&named("A & B <c>")), SvgText::Live)[0];
    assert!(
        parsed(file)
            .iter()
            .any(|e| e.name == "text" && e.text == "A & B <c>")
    );
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let (first, second) = (compared("cheltenham"), compared("cheltenham"));
    for text in [SvgText::Paths, SvgText::Live] {
        assert_eq!(svg(&first, text), svg(&second, text));
    }
    assert_eq!(png(&first, 60).unwrap(), png(&second, 60).unwrap());
}

#[test]
fn no_number_of_an_svg_has_an_exponent_or_is_none() {
    for text in [SvgText::Paths, SvgText::Live] {
        let file = &svg(&compared("carlisle"), text)[0];
        assert!(!file.contains("NaN") && !file.contains("inf\""));
        for element in parsed(file) {
            for name in [
                "x",
                "y",
                "width",
                "height",
                "cx",
                "cy",
                "r",
                "stroke-width",
                "font-size",
            ] {
                if let Some(value) = element.get(name).filter(|_| element.depth > 0) {
                    assert!(
                        value.parse::<f64>().is_ok() && !value.contains('e'),
                        "{name}={value}"
                    );
                }
            }
        }
    }
}

/// Type and content of each chunk of a PNG.
fn chunks(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let mut out = Vec::new();
    let mut at = 8;
    while at < bytes.len() {
        let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        let kind = String::from_utf8(bytes[at + 4..at + 8].to_vec()).unwrap();
        out.push((kind, bytes[at + 8..at + 8 + length].to_vec()));
        at += 12 + length;
    }
    out
}

#[test]
fn a_png_has_its_size_resolution_and_words() {
    let project = sample("cheltenham");
    let id = project.structures[0].id();
    let options = Options {
        paper: Paper::A5,
        ..Options::default()
    };
    let scene = scene::diagram(&project, id, &options).unwrap();
    for (dpi, long, per_metre) in [(72, 595, 2835), (110, 909, 4331), (300, 2480, 11811)] {
        let bytes = &png(&scene, dpi).unwrap()[0];
        let chunks = chunks(bytes);
        let header = &chunks[0].1;
        let number = |at: usize| u32::from_be_bytes(header[at..at + 4].try_into().unwrap());
        assert_eq!(number(0).max(number(4)), long, "{dpi}");
        assert_eq!(
            (header[8], header[9]),
            (8, 2),
            "eight bits, colours without transparency"
        );
        assert!(
            !chunks
                .iter()
                .any(|(kind, _)| kind == "tRNS" || kind == "tIME")
        );
        let physical = &chunks.iter().find(|(kind, _)| kind == "pHYs").unwrap().1;
        assert_eq!(physical[..4], u32::to_be_bytes(per_metre), "{dpi}");
        assert_eq!((physical[..4] == physical[4..8], physical[8]), (true, 1));
        let texts: Vec<String> = chunks
            .iter()
            .filter(|(kind, _)| kind == "iTXt")
            .map(|(_, data)| String::from_utf8_lossy(data).into_owned())
            .collect();
        assert!(
            texts
                .iter()
                .any(|t| t.starts_with("Title\0") && t.ends_with(&scene.title))
        );
        assert!(
            texts
                .iter()
                .any(|t| t.starts_with("Description\0") && t.ends_with(&scene.description))
        );
    }
}

#[test]
fn a_picture_that_is_too_large_is_refused_in_words() {
    let scene = drawn(&named("Board"));
    let error = png(&scene, 2400).unwrap_err();
    assert!(matches!(error, PngError::TooLarge { .. }));
    assert!(error.to_string().contains("Choose fewer dots per inch"));
    assert!(png(&scene, u32::MAX).is_err());
    assert_eq!(png(&scene, 0).unwrap().len(), 1, "never without a pixel");
}
