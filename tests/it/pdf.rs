//! PDF files: every name can be found, everything is tagged, the same project gives the same bytes.

pub(crate) mod reader;

use dotted_line::describe::{describe_changes, describe_structure};
use dotted_line::export::{Publication, pdf};
use dotted_line::model::*;
use dotted_line::report::{changes_document, measures_document};
use dotted_line::scene::{self, Options, Pages, Paper};
use dotted_line::store;
use reader::Pdf;

use crate::cli::{Folder, run};

fn sample(name: &str) -> Project {
    store::load(store::sample(name).unwrap().json.as_bytes())
        .unwrap()
        .project
}

fn diagram(project: &Project, structure: &StructureId, options: &Options) -> (Vec<u8>, usize) {
    let scene = scene::diagram(project, structure, options).unwrap();
    let words = describe_structure(project, structure).unwrap();
    let bytes = pdf(&Publication::picture(scene.clone(), words, None)).unwrap();
    (bytes, scene.pages.len())
}

fn compared(project: &Project) -> Vec<u8> {
    let (a, b) = (project.structures[0].id(), project.structures[1].id());
    let scene = scene::compare(project, a, b, &Options::default()).unwrap();
    let words = describe_changes(project, a, b).unwrap();
    pdf(&Publication::picture(
        scene,
        words,
        Some("2011-07-22".to_owned()),
    ))
    .unwrap()
}

/// The words of a text with one space between them.
fn spaced(text: &str) -> String {
    let kept = text.replace('\u{FEFF}', "");
    let words = kept.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// One body of each name; all but the first report to it.
fn named(names: &[&str]) -> Project {
    let mut structure = Structure::new(StructureId::new("s"), "Now");
    for (at, name) in names.iter().enumerate() {
        let id = BodyId::new(&format!("b{at}"));
        structure.bodies.push(Body::new(id.clone(), *name));
        if at > 0 {
            let kind = LinkKindId::of(StandardLink::ReportsTo);
            let link = LinkId::new(&format!("l{at}"));
            structure
                .links
                .push(Link::new(link, id, kind, BodyId::new("b0")));
        }
    }
    Project {
        structures: vec![structure],
        ..Project::default()
    }
}

#[test]
fn every_name_stands_whole_in_picture_and_text() {
    for found in store::samples() {
        let project = sample(found.name);
        for structure in &project.structures {
            let (bytes, pictures) = diagram(&project, structure.id(), &Options::default());
            let texts = Pdf::read(&bytes).texts();
            let (picture, words) = texts.split_at(pictures);
            let words = spaced(&words.join(" "));
            for body in &structure.bodies {
                let name = spaced(&body.name);
                assert!(picture[0].contains(&name), "{}: {name}", found.name);
                assert!(words.contains(&name), "{}: {name} in words", found.name);
            }
        }
        let texts = Pdf::read(&compared(&project)).texts();
        for structure in &project.structures[..2] {
            for body in &structure.bodies {
                let name = spaced(&body.name);
                assert!(texts[0].contains(&name), "{}: {name} compared", found.name);
            }
        }
    }
}

#[test]
fn several_pages_hold_every_name_between_them() {
    let project = sample("west-cheshire");
    let options = Options {
        pages: Pages::Several,
        paper: Paper::A5,
        ..Options::default()
    };
    let structure = &project.structures[0];
    let (bytes, pictures) = diagram(&project, structure.id(), &options);
    let pdf = Pdf::read(&bytes);
    let texts = pdf.texts();
    assert!(pictures > 1 && texts.len() > pictures);
    assert_eq!(pdf.count("/S/Figure"), pictures);
    // Each says in its alternative text which page it is.
    assert_eq!(pdf.count(&format!(". Sheet 2 of {pictures}: ")), 1);
    let drawn = texts[..pictures].join(" ");
    for body in &structure.bodies {
        assert!(drawn.contains(&spaced(&body.name)), "{}", body.name);
    }
}

#[test]
fn everything_is_tagged_and_the_file_says_what_it_is() {
    let pdf = Pdf::read(&compared(&sample("redcar")));
    for (words, least) in [
        ("/Lang(en-GB)", 1),
        ("/Marked true", 1),
        ("/DisplayDocTitle true", 1),
        ("/StructTreeRoot", 1),
        ("/Type/Outlines", 1),
        ("/Alt(Comparison of Current with Proposed", 1),
        ("/S/H1", 1),
        ("/S/H2", 1),
        ("/S/H3", 5),
        ("/S/L", 1),
        ("/S/LBody", 10),
        ("/S/Table", 1),
        ("/Scope/Column", 5),
        ("/Scope/Row", 20),
        ("/OutputIntents", 1),
        ("/ToUnicode", 2),
    ] {
        assert!(pdf.count(words) >= least, "{words}: {}", pdf.count(words));
    }
    assert_eq!(pdf.count("/S/Figure"), 1);
    // The head of the table is for readers once, on however many pages it is drawn.
    assert_eq!(pdf.count("/S/THead"), 1);
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    let project = sample("cumbria");
    assert_eq!(compared(&project), compared(&project));
}

#[test]
fn odd_names_neither_break_it_nor_get_lost() {
    let names = [
        "Board\u{0}with\u{7}controls",
        "\u{200F}شورى\u{202E} mixed",
        "会議 Council",
        "Emoji 🏛👩‍👩‍👧 Forum",
        "Zero\u{FEFF}width\u{AD}hyphen",
        "Private \u{E000}\u{F8FF} use",
        "Brackets ) ( \\ and <b> & \"co\"",
        "e\u{301}\u{301} combined Dŵr ﬁne",
        "e\u{301}\u{301} combined and e\u{301}\u{301} broken into rows, 会\u{301} and so on",
        "\u{10FFFE}\u{FFFE}",
        "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyll",
        "🏛",
    ];
    let project = named(&names);
    let structure = project.structures[0].id();
    let (bytes, _) = diagram(&project, structure, &Options::default());
    let texts = Pdf::read(&bytes).texts();
    for name in names {
        let name = spaced(name);
        assert!(texts[0].contains(&name), "{name:?} in {:?}", texts[0]);
        assert!(
            spaced(&texts[1..].join(" ")).contains(&name),
            "{name:?} in words"
        );
    }
}

#[test]
fn nothing_and_very_much_can_be_printed() {
    let empty = named(&[]);
    let (bytes, _) = diagram(&empty, empty.structures[0].id(), &Options::default());
    assert!(Pdf::read(&bytes).texts().len() >= 2);
    // A row of a table that is higher than a page.
    let mut project = sample("redcar");
    project.lineage[0].reason = Some("reason ".repeat(3_000));
    let (a, b) = (project.structures[0].id(), project.structures[1].id());
    let comparison = dotted_line::compare::compare(&project, a, b).unwrap();
    let document = changes_document(&project, &comparison);
    let pdf = Pdf::read(&pdf(&Publication::words(document.clone(), None)).unwrap());
    let texts = pdf.texts().join(" ");
    assert!(texts.matches("reason").count() >= 3_000);
}

#[test]
fn documents_are_tagged_pages() {
    let project = sample("redcar");
    let document = measures_document(&project, &[project.structures[0].id()]);
    let pdf = Pdf::read(&pdf(&Publication::words(document.clone(), None)).unwrap());
    let texts = spaced(&pdf.texts().join(" "));
    for body in &project.structures[0].bodies {
        assert!(texts.contains(&spaced(&body.name)), "{}", body.name);
    }
    assert_eq!(pdf.count("/S/H1"), 1);
    assert_eq!(pdf.count("/S/Table"), document.tables().count());
}

#[test]
fn every_view_can_be_exported() {
    let folder = Folder::new();
    let path = folder.sample();
    for view in [
        "diagram", "compare", "overlay", "changes", "members", "measures",
    ] {
        let out = folder.path(&format!("{view}.pdf"));
        run(&["export", &path, "-o", &out, "--view", view]).code(0);
        assert!(
            std::fs::read(&out).unwrap().starts_with(b"%PDF-1.7"),
            "{view}"
        );
    }
    for (option, value) in [("--dpi", "300"), ("--svg-text", "live")] {
        let out = folder.path("no.pdf");
        run(&["export", &path, "-o", &out, option, value]).code(2);
        assert!(!std::path::Path::new(&out).exists());
    }
}
