//! The committee pack: what stands in it, in which order, and that its parts tell the truth.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use dotted_line::export::{Part, Publication, markdown};
use dotted_line::model::*;
use dotted_line::publish::{Format, Note, Order, What, plan, publish};
use dotted_line::report::{Document, acronyms_document, rules_document, terms_document};
use dotted_line::scene::{Item, Options};
use dotted_line::store;

use crate::cli::{Folder, run};
use crate::pdf::reader::Pdf;

fn sample(name: &str) -> Project {
    let json = store::sample(name).unwrap().json;
    store::load(json.as_bytes()).unwrap().project
}

fn made(project: &Project, what: What, format: Format) -> Vec<u8> {
    let order = Order {
        what,
        format,
        options: Options::default(),
    };
    let published = publish(project, &order, &|_| ControlFlow::Continue(())).unwrap();
    let [file] = published.files.as_slice() else {
        panic!("one file");
    };
    file.clone()
}

fn whole(project: &Project) -> What {
    let id = |at: usize| project.structures[at].id().clone();
    What::Pack(id(0), Some(id(1)))
}

fn text(project: &Project, what: What) -> String {
    String::from_utf8(made(project, what, Format::Markdown)).unwrap()
}

fn golden(name: &str, document: &Document) {
    insta::with_settings!({
        snapshot_path => "../golden/report",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, markdown(document));
    });
}

#[test]
fn rules_terms_and_acronyms_read_as_before() {
    for name in ["redcar", "cumbria"] {
        let project = sample(name);
        let ids: Vec<&StructureId> = project.structures.iter().map(|s| s.id()).collect();
        golden(&format!("{name}-rules-md"), &rules_document(&project, &ids));
        golden(
            &format!("{name}-terms-md"),
            &terms_document(&project, ids[1]),
        );
        golden(
            &format!("{name}-acronyms-md"),
            &acronyms_document(&project, &ids),
        );
    }
}

#[test]
fn a_pack_has_its_parts_in_order() {
    let text = text(&sample("redcar"), whole(&sample("redcar")));
    let headings: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("## "))
        .collect();
    assert_eq!(
        headings,
        [
            "## In short",
            "## Contents",
            "## Redcar and Cleveland Partnership: current",
            "## Redcar and Cleveland Partnership: proposed",
            "## Redcar and Cleveland Partnership: what would change",
            "## 1 What changes",
            "## 2 Seats and meetings",
            "## 3 Steps of the transition",
            "## 4 Questions and comments",
            "## 5 Rules of the partnership",
            "## 6 Terms of reference",
            "## 7 Acronyms and other names",
        ]
    );
    let listed = text.lines().skip_while(|line| *line != "## Contents");
    let listed: Vec<&str> = listed
        .skip(1)
        .take_while(|line| !line.starts_with('#'))
        .filter_map(|line| line.strip_prefix("- "))
        .collect();
    let told: Vec<&str> = headings[2..].iter().map(|line| &line[3..]).collect();
    assert_eq!(listed, told, "the contents are what follows");
    assert!(text.contains("Draft for consultation · 22 July 2011"));
    assert!(text.contains("Not met: Culture Forum reports to Partnership Board. | Met |"));
    assert_eq!(
        text.matches("| Comments sought on all proposals |").count(),
        1
    );
    assert!(text.contains("\n1.3 Regeneration Partnership and"));
}

#[test]
fn what_is_not_stated_has_no_section_and_is_said_to_be_missing() {
    let mut project = sample("redcar");
    project.steps.clear();
    project.rules.clear();
    project.questions.clear();
    for structure in &mut project.structures {
        for body in &mut structure.bodies {
            body.short = None;
            body.aliases.clear();
        }
    }
    let text = text(&project, whole(&project));
    assert!(text.contains(
        "Not in this pack, because the project states none: steps of a transition, questions and comments and rules."
    ));
    assert!(text.contains("## 3 Terms of reference"));
    for gone in ["Steps of the", "Questions and", "## 4", "Acronyms"] {
        assert!(!text.contains(&format!("## {gone}")), "{gone}");
    }
}

#[test]
fn a_single_structure_has_a_pack_of_what_there_is() {
    let mut project = sample("redcar");
    project.structures.truncate(1);
    project.lineage.clear();
    let folder = Folder::new();
    let path = folder.file("one.json", &store::save(&project));
    let out = folder.path("one.md");
    run(&["export", &path, "-o", &out, "--view", "pack"]).code(0);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.contains("## 1 Bodies, seats and meetings"));
    assert!(text.contains("Partnership: current\n") && !text.contains("What changes"));
    let empty = folder.file(
        "none.json",
        r#"{"format": "dotted-line", "version": "1.0", "structures": []}"#,
    );
    run(&["export", &empty, "-o", &out, "--view", "pack"]).code(2);
    for name in ["no.csv", "no.xlsx", "no.svg", "no.drawio"] {
        let ran = run(&["export", &path, "-o", &folder.path(name), "--view", "pack"]).code(2);
        assert!(ran.stderr.contains("--view pack"), "{}", ran.stderr);
    }
    let out = folder.path("untitled.pdf");
    let ran = run(&["export", &path, "-o", &out, "--view", "pack", "--no-title"]).code(2);
    assert!(ran.stderr.contains("leave out --no-title"));
    let sheet = ["--view", "pack", "--paper", "a3", "--style", "grey"];
    let out = folder.path("pack.pdf");
    run(&[&["export", &path, "-o", &out][..], &sheet].concat()).code(0);
}

#[test]
fn the_pdf_is_one_file_with_true_page_numbers() {
    let project = sample("cheltenham");
    let pdf = Pdf::read(&made(&project, whole(&project), Format::Pdf));
    assert_eq!(pdf.count("/S/H1"), 1);
    assert_eq!(pdf.count("/S/Figure"), 3);
    // Letters alone: how far words stand apart is not told everywhere.
    let letters = |text: &str| -> String {
        let blank = |c: char| c.is_whitespace() || c.is_control() || c == '\u{FEFF}';
        text.chars().filter(|c| !blank(*c)).collect()
    };
    let pages: Vec<String> = pdf.texts().iter().map(|page| letters(page)).collect();
    let of = pages.len();
    // What the contents say stands where they say.
    let order = Order {
        what: whole(&project),
        format: Format::Pdf,
        options: Options::default(),
    };
    let planned = plan(&project, &order, &|_| ControlFlow::Continue(())).unwrap();
    assert_eq!(planned.pages.len(), of);
    for (page, number) in planned.pages.iter().zip(1..) {
        let groups = page.groups.iter().flat_map(|group| &group.items);
        let number = format!("Page {number} of {of}");
        let mut texts = groups.filter_map(|item| match item {
            Item::Text { run, .. } => Some(&*run.text),
            Item::Shape { .. } => None,
        });
        assert!(texts.any(|text| text == number), "{number}");
    }
    let sections = [
        "1 What changes",
        "2 Seats and meetings",
        "Text versions of the charts",
    ];
    for section in sections.map(letters) {
        let on = (1..=of).filter(|n| pages[n - 1].contains(&section));
        let [1, page, ..] = on.collect::<Vec<_>>()[..] else {
            panic!("{section}");
        };
        let entry = format!("{section}{page}");
        assert!(pages[0].contains(&entry), "{entry}: {}", pages[0]);
    }
}

#[test]
fn headings_of_a_pack_leave_no_level_out() {
    for name in ["redcar", "cumbria", "cheltenham"] {
        let project = sample(name);
        let html = String::from_utf8(made(
            &project,
            whole(&project),
            Format::Html(Default::default()),
        ))
        .unwrap();
        let levels = html
            .match_indices("<h")
            .filter_map(|(at, _)| html[at + 2..].chars().next().and_then(|c| c.to_digit(10)));
        let mut last = 0;
        for level in levels {
            assert!(level <= last + 1, "{name}: h{last} then h{level}");
            last = level;
        }
        let regions = html.split("role=\"region\" aria-label=\"").skip(1);
        let mut regions: Vec<&str> = regions.filter_map(|r| r.split('"').next()).collect();
        let count = regions.len();
        regions.sort_unstable();
        regions.dedup();
        assert_eq!(regions.len(), count, "{name}: a region is named as another");
        assert_eq!(html.matches("<h1>").count(), 1, "{name}");
        // No id stands twice.
        let mut ids: Vec<&str> = html
            .split(" id=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}");
    }
}

#[test]
fn parts_of_any_kind_are_bound_in_one_pdf() {
    let project = sample("cheltenham");
    let ids: Vec<&StructureId> = project.structures.iter().map(|s| s.id()).collect();
    let document = acronyms_document(&project, &ids);
    let publication = Publication {
        other: dotted_line::export::OtherLanguage::default(),
        title: "Both".to_owned(),
        language: "en-GB",
        date: None,
        parts: vec![Part::Words(document.clone()), Part::Words(document)],
    };
    let pdf = Pdf::read(&dotted_line::export::pdf(&publication).unwrap());
    // Documents on one sort of sheet follow each other without turning the page.
    assert_eq!(pdf.texts().len(), 1);
    let none = Publication {
        parts: Vec::new(),
        ..publication
    };
    assert!(dotted_line::export::pdf(&none).is_ok());
}

#[test]
fn a_note_of_a_pack_says_of_which_chart_it_tells() {
    let project = sample("redcar");
    let mut order = Order {
        what: whole(&project),
        format: Format::Pdf,
        options: Options::default(),
    };
    order.options.floor = 12.0;
    let notes = plan(&project, &order, &|_| ControlFlow::Continue(()))
        .unwrap()
        .notes;
    let small = notes
        .iter()
        .filter(|n| matches!(n.said(), Note::SmallText { .. }));
    let small: Vec<String> = small.map(ToString::to_string).collect();
    assert!(small.len() > 1, "{notes:#?}");
    let charts: BTreeSet<&str> = small
        .iter()
        .filter_map(|n| n.split_once(": The smallest"))
        .map(|(chart, _)| chart)
        .collect();
    assert_eq!(charts.len(), small.len(), "{small:#?}");
    assert!(charts.iter().all(|chart| chart.starts_with("Chart “")));
}
