//! PowerPoint files: parts that hold together, a shape for every body, a glued line for every link.

mod reader;

use std::collections::{BTreeMap, BTreeSet};

use dotted_line::describe::{describe_changes, describe_structure};
use dotted_line::export::{PptxError, Slide, pptx};
use dotted_line::model::*;
use dotted_line::scene::{self, Arrange, Options, Paper, Role, Scene};
use dotted_line::store;
use reader::{Show, every, found};

use crate::cli::{Folder, run};

const SAMPLES: [&str; 5] = [
    "redcar",
    "cheltenham",
    "west-cheshire",
    "cumbria",
    "carlisle",
];

fn sample(name: &str) -> Project {
    store::load(store::sample(name).unwrap().json.as_bytes())
        .unwrap()
        .project
}

fn written(folder: &Folder, name: &str) -> String {
    let path = folder.path("p.json");
    run(&["sample", name, "-o", &path]).code(0);
    path
}

fn on_slides() -> Options {
    Options {
        paper: Paper::Slide,
        ..Options::default()
    }
}

fn diagram(project: &Project, at: usize, options: &Options) -> (Scene, Vec<Slide>) {
    let id = project.structures[at].id();
    let scene = scene::diagram(project, id, options).unwrap();
    let words = describe_structure(project, id).unwrap();
    (scene.clone(), Slide::of(scene, &words, project))
}

fn compared(project: &Project) -> (Scene, Vec<Slide>) {
    let (a, b) = (project.structures[0].id(), project.structures[1].id());
    let scene = scene::compare(project, a, b, &on_slides()).unwrap();
    let words = describe_changes(project, a, b).unwrap();
    (scene.clone(), Slide::of(scene, &words, project))
}

fn show(slides: &[Slide]) -> Show {
    Show::read(&pptx("A talk", slides).unwrap())
}

#[test]
fn a_slide_is_wide_whatever_way_is_asked_for() {
    for orientation in [
        scene::Orientation::Auto,
        scene::Orientation::Landscape,
        scene::Orientation::Portrait,
    ] {
        let sheets = Paper::Slide.sheets(orientation);
        let sizes: Vec<(f64, f64)> = sheets.iter().map(|s| (s.width, s.height)).collect();
        assert_eq!(sizes, [(960.0, 540.0)]);
    }
}

#[test]
fn a_talk_has_a_slide_for_every_structure_the_comparison_and_every_change() {
    let folder = Folder::new();
    // One of three structures and one in which no card comes or goes; the check outside opens all.
    for name in ["west-cheshire", "carlisle"] {
        let project = sample(name);
        let file = written(&folder, name);
        let out = folder.path("p.pptx");
        run(&["export", &file, "-o", &out]).code(0);
        let bytes = std::fs::read(&out).unwrap();
        let show = Show::read(&bytes);
        show.holds_together();
        let (a, b) = (project.structures[0].id(), project.structures[1].id());
        let way = scene::morph(&project, a, b, &on_slides()).unwrap();
        let expected = project.structures.len() + 1 + way.steps().len();
        assert_eq!(show.slides(), expected, "{name}");
        let titles: BTreeSet<String> = (1..=expected).map(|n| show.title(n)).collect();
        assert_eq!(titles.len(), expected, "{name}: a title twice");
        assert!(titles.iter().all(|title| !title.is_empty()));
        for n in 1..=expected {
            assert!(!show.notes(n).is_empty(), "{name}, slide {n}: no notes");
        }
        let again = folder.path("again.pptx");
        run(&["export", &file, "-o", &again]).code(0);
        assert!(
            bytes == std::fs::read(&again).unwrap(),
            "{name}: bytes differ"
        );
    }
}

#[test]
fn every_body_has_a_shape_with_its_name_and_a_description() {
    for name in SAMPLES {
        let project = sample(name);
        for at in 0..project.structures.len() {
            let (_, slides) = diagram(&project, at, &on_slides());
            let show = show(&slides);
            let shapes = show.shapes(1);
            for body in &project.structures[at].bodies {
                let shape = shapes.iter().find(|s| s.name == body.name && !s.group);
                let shape = shape.unwrap_or_else(|| panic!("{name}: no shape for {}", body.name));
                assert!(!shape.described.is_empty(), "{}", body.name);
                assert!(
                    shape.text.contains(&body.name),
                    "{}: {}",
                    body.name,
                    shape.text
                );
            }
        }
    }
}

#[test]
fn every_link_drawn_singly_has_a_line() {
    for name in ["redcar", "cheltenham", "carlisle"] {
        let project = sample(name);
        let plain = Options {
            arrange: Arrange::Plain,
            ..on_slides()
        };
        for (scene, slides) in [diagram(&project, 1, &plain), compared(&project)] {
            let show = show(&slides);
            let lines: Vec<String> = show.lines(1).into_iter().map(|line| line.name).collect();
            let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
            for group in &scene.pages[0].groups {
                if let Role::Link(role) = &group.role {
                    let structure = project.structure(&role.structure).unwrap();
                    let name = format!(
                        "{}: {} to {}",
                        project.link_kind_name(&role.kind),
                        structure.body_name(&role.from),
                        structure.body_name(&role.to)
                    );
                    *wanted.entry(name).or_default() += 1;
                }
            }
            assert!(!wanted.is_empty());
            for (line, count) in wanted {
                let found = lines.iter().filter(|l| **l == line).count();
                assert_eq!(found, count, "{name}: {line}");
            }
        }
    }
}

/// Both as its form is drawn, and at the sites that it names.
#[test]
fn lines_are_glued_where_they_end() {
    let mut glued = 0;
    for name in ["redcar", "west-cheshire", "carlisle"] {
        let project = sample(name);
        for slides in [diagram(&project, 1, &on_slides()).1, compared(&project).1] {
            let show = show(&slides);
            let sites = show.sites(1);
            for line in show.lines(1) {
                for (end, glue) in line.glued.iter().enumerate() {
                    let Some((id, site)) = glue else { continue };
                    let known = &sites[id];
                    let (x, y) = known[*site];
                    let (a, b) = if end == 0 { line.ends[0] } else { line.ends[1] };
                    let off = (x - a).abs().max((y - b).abs());
                    assert!(off < 5.0, "{name}, {}: off by {off} EMU", line.name);
                    glued += 1;
                }
            }
        }
    }
    assert!(glued > 150, "{glued}");
}

/// What programs draw that do not know connectors is the route of the scene.
#[test]
fn connectors_and_the_lines_drawn_instead_run_along_the_route() {
    let project = sample("redcar");
    let (scene, slides) = diagram(&project, 1, &on_slides());
    let show = show(&slides);
    let mut routes = Vec::new();
    for group in &scene.pages[0].groups {
        if let (
            Role::Link(_) | Role::Collective(_),
            Some(scene::Item::Shape {
                geometry: scene::Geometry::Line { points, .. },
                ..
            }),
        ) = (&group.role, group.items.first())
        {
            let route = dotted_line::geom::simplified(points);
            let emu = |v: f64| (v * 12_700.0).round();
            routes.push(
                route
                    .iter()
                    .map(|p| (emu(p.x), emu(p.y)))
                    .collect::<Vec<_>>(),
            );
        }
    }
    let lines = show.lines(1);
    assert_eq!(lines.len(), routes.len());
    for (line, route) in lines.iter().zip(&routes) {
        for drawn in [&line.route, &line.instead].into_iter().flatten() {
            assert_eq!(drawn.len(), route.len(), "{}", line.name);
            for (a, b) in drawn.iter().zip(route) {
                let off = (a.0 - b.0).abs().max((a.1 - b.1).abs());
                // A share of the box has five decimals.
                assert!(off < 60.0, "{}: {drawn:?} {route:?}", line.name);
            }
        }
        assert!(line.route.is_some() || line.instead.is_some());
    }
}

#[test]
fn a_line_of_many_bends_is_free() {
    let show = show(&compared(&sample("redcar")).1);
    let lines = show.lines(1);
    let free = lines.iter().filter(|line| line.route.is_none());
    let free: Vec<_> = free.collect();
    assert!(!free.is_empty() && free.len() < lines.len());
    for line in free {
        assert_eq!(line.glued, [None, None]);
        assert!(line.instead.as_ref().unwrap().len() > 3);
    }
}

/// Control characters, markup, pictures in text, letters that run from right to left.
#[test]
fn hostile_names_stay_valid() {
    let names = [
        "A & <B> \"c\" 'd'\u{1}\u{B}",
        "🌳 Park\u{FFFE} 👩‍👩‍👧 group ]]>",
        "مجلس المدينة",
        "   ",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochllanfairpwllgwyngyll",
    ];
    let mut structure = Structure::new(StructureId::new("s"), "Now & <then>");
    for (at, name) in names.iter().enumerate() {
        let id = BodyId::new(&format!("b{at}"));
        structure.bodies.push(Body::new(id.clone(), *name));
        let kind = LinkKindId::of(StandardLink::ReportsTo);
        let link = LinkId::new(&format!("l{at}"));
        let to = BodyId::new("b0");
        structure.links.push(Link::new(link, id, kind, to));
    }
    let project = Project {
        structures: vec![structure],
        ..Project::default()
    };
    let (_, slides) = diagram(&project, 0, &on_slides());
    let show = show(&slides);
    show.holds_together();
    let words: String = show.shapes(1).into_iter().map(|shape| shape.text).collect();
    assert!(words.contains("A & <B> \"c\" 'd'") && words.contains("مجلس المدينة"));
    assert!(words.contains("🌳 Park") && !words.contains(['\u{1}', '\u{B}', '\u{FFFE}']));
}

#[test]
fn titles_are_never_there_twice() {
    let project = sample("carlisle");
    let (_, slides) = diagram(&project, 0, &on_slides());
    let both: Vec<Slide> = slides
        .iter()
        .chain(&slides)
        .chain(&slides)
        .cloned()
        .collect();
    let show = show(&both);
    let titles: BTreeSet<String> = (1..=3).map(|n| show.title(n)).collect();
    assert_eq!(titles.len(), 3);
    assert!(matches!(pptx("none", &[]), Err(PptxError::NoSlides)));
}

#[test]
fn nothing_tells_who_made_it_or_when() {
    let show = show(&compared(&sample("redcar")).1);
    let core = show.part("docProps/core.xml");
    assert!(core.contains("<dc:title>A talk</dc:title>"));
    for word in ["creator", "lastModifiedBy", "created", "modified"] {
        assert!(!core.contains(word), "{word}");
    }
}

#[test]
fn lines_and_patterns_are_passed_over_by_screen_readers() {
    let show = show(&diagram(&sample("redcar"), 1, &on_slides()).1);
    for shape in show.shapes(1) {
        let told = !shape.described.is_empty() || !shape.text.trim().is_empty();
        assert!(
            shape.decorative != told || shape.group,
            "{}: {:?}",
            shape.name,
            shape.text
        );
    }
}

#[test]
fn words_are_arial_in_english_and_no_letter_is_lost() {
    let project = sample("west-cheshire");
    let (scene, slides) = diagram(&project, 0, &on_slides());
    let show = show(&slides);
    let document = show.part("ppt/slides/slide1.xml");
    let document = roxmltree::Document::parse(&document).unwrap();
    for run in every(&document, "rPr") {
        assert_eq!(run.attribute("lang"), Some("en-GB"));
        assert_eq!(found(run, "latin").attribute("typeface"), Some("Arial"));
    }
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let all: String = every(&document, "t")
        .iter()
        .filter_map(|t| t.text())
        .collect();
    let all = squeezed(&all);
    for group in &scene.pages[0].groups {
        for item in &group.items {
            if let scene::Item::Text { run, .. } = item {
                assert!(all.contains(&squeezed(&run.text)), "{}", run.text);
            }
        }
    }
}

#[test]
fn what_slides_cannot_hold_is_refused() {
    let folder = Folder::new();
    let file = written(&folder, "carlisle");
    let out = folder.path("p.pptx");
    for (more, words) in [
        (&["--view", "changes"][..], "words and tables"),
        (&["--view", "members"], "words and tables"),
        (&["--view", "measures"], "words and tables"),
        (&["--paper", "a4"], "slides of 16:9"),
        (&["--orientation", "portrait"], "lies across"),
        (&["--dpi", "96"], "no dots"),
        (&["--svg-text", "live"], "can always be edited"),
    ] {
        let args = [&["export", &file, "-o", &out], more].concat();
        let told = run(&args).code(2).stderr;
        assert!(told.contains(words), "{more:?}: {told}");
    }
    for more in [
        &["--view", "diagram", "--structure", "proposed"][..],
        &["--view", "compare"],
        &["--view", "overlay", "--paper", "slide"],
    ] {
        let args = [&["export", &file, "-o", &out], more].concat();
        run(&args).code(0);
        assert_eq!(Show::read(&std::fs::read(&out).unwrap()).slides(), 1);
    }
}
