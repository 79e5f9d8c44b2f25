//! Structures on several pages.

use std::collections::{BTreeMap, BTreeSet};

use dotted_line::model::{BodyId, Project, StructureId};
use dotted_line::scene::{self, Item, Options, Pages, Paper, Role, Scene};
use dotted_line::store;
use serde_json::{Value, json};

use super::page::faults_of;
use crate::cli::{Folder, run};

/// A board, so many thematic partnerships, so many groups under each, a further body without a
/// line and one outside, and every third group is represented on the next partnership.
fn partnership(themes: usize, groups: usize) -> Project {
    let mut bodies = vec![json!({"id": "board", "name": "Partnership Board"})];
    let mut links: Vec<Value> = Vec::new();
    let mut link = |from: &str, to: &str, kind: &str| {
        let id = format!("l{}", links.len());
        links.push(json!({"id": id, "from": from, "to": to, "kind": kind}));
    };
    for theme in 0..themes {
        let id = format!("t{theme}");
        bodies.push(json!({"id": id, "name": format!("Thematic Partnership {theme}")}));
        link(&id, "board", "reports-to");
        for group in 0..groups {
            let own = format!("t{theme}-g{group}");
            bodies.push(json!({"id": own, "name": format!("Action Group {group} of {theme}")}));
            link(&own, &id, "reports-to");
            if group % 3 == 0 {
                link(
                    &own,
                    &format!("t{}", (theme + 1) % themes),
                    "represented-on",
                );
            }
        }
    }
    bodies.push(json!({"id": "forum", "name": "Voluntary Sector Forum"}));
    bodies.push(json!({"id": "police", "name": "Police Authority", "standing": "outside"}));
    link("police", "t0", "supports");
    let project = json!({
        "format": "dotted-line", "version": "1.0", "title": "Made for this test",
        "structures": [{"id": "current", "title": "Current", "bodies": bodies, "links": links}],
    });
    store::load(project.to_string().as_bytes()).unwrap().project
}

fn drawn(project: &Project, options: &Options) -> Scene {
    let id: &StructureId = project.structures[0].id();
    scene::diagram(project, id, options).unwrap()
}

fn several() -> Options {
    Options {
        pages: Pages::Several,
        ..Options::default()
    }
}

/// The words on the card of a body on a page.
fn said(scene: &Scene, page: usize, id: &str) -> String {
    let groups = scene.pages[page].groups.iter();
    let card = groups.filter(|g| matches!(&g.role, Role::Body(b) if b.body.as_str() == id));
    let words = card.flat_map(|g| &g.items).filter_map(|item| match item {
        Item::Text { run, .. } => Some(run.text.clone()),
        Item::Shape { .. } => None,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The pages on which each body stands.
fn places(scene: &Scene) -> BTreeMap<BodyId, Vec<usize>> {
    let mut out: BTreeMap<BodyId, Vec<usize>> = BTreeMap::new();
    for (n, page) in scene.pages.iter().enumerate() {
        for group in &page.groups {
            if let Role::Body(role) = &group.role {
                out.entry(role.body.clone()).or_default().push(n);
            }
        }
    }
    out
}

fn links(scene: &Scene) -> Vec<String> {
    let groups = scene.pages.iter().flat_map(|p| &p.groups);
    let mut ids: Vec<String> = groups
        .filter_map(|g| match &g.role {
            Role::Link(link) => Some(link.link.to_string()),
            _ => None,
        })
        .collect();
    ids.sort();
    ids
}

#[test]
fn what_can_be_read_on_one_sheet_stays_there() {
    let project = partnership(3, 2);
    let scene = drawn(&project, &several());
    assert_eq!(scene.pages.len(), 1);
    assert_eq!(scene, drawn(&project, &Options::default()));
}

#[test]
fn every_page_can_be_read_and_nothing_is_lost() {
    for (themes, groups, paper) in [
        (6, 8, Paper::A4),
        (12, 9, Paper::A4),
        (3, 60, Paper::A4),
        (70, 0, Paper::A4),
        (12, 12, Paper::A3),
        // More pages than the key plan can list.
        (40, 12, Paper::A4),
    ] {
        let what = format!("{themes} × {groups} on {paper:?}");
        let project = partnership(themes, groups);
        let options = Options { paper, ..several() };
        let scene = drawn(&project, &options);
        assert!(scene.pages.len() > 1, "{what}");
        assert!(
            scene.smallest_text().unwrap() >= 9.0 - 1e-6,
            "{what}: {:?} on {} pages",
            scene.smallest_text(),
            scene.pages.len()
        );
        let structure = &project.structures[0];
        let places = places(&scene);
        for body in &structure.bodies {
            assert!(places.contains_key(&body.id), "{what}: {} is lost", body.id);
        }
        let mut all: Vec<String> = structure.links.iter().map(|l| l.id.to_string()).collect();
        all.sort();
        assert_eq!(links(&scene), all, "{what}: every link once");
        for (n, page) in scene.pages.iter().enumerate() {
            let faults = faults_of(page);
            assert!(faults.is_empty(), "{what}, page {n}: {faults:#?}");
            assert_eq!(page.size, scene.pages[0].size, "{what}: all sheets alike");
            assert!(
                page.size.width.max(page.size.height) < 1200.0,
                "{what}: A3 at most"
            );
        }
    }
}

#[test]
fn a_body_on_two_pages_says_where_it_goes_on() {
    let project = partnership(6, 8);
    let scene = drawn(&project, &several());
    let mut continued = 0;
    for (body, on) in places(&scene) {
        let body = body.as_str();
        if on.len() < 2 {
            assert!(!said(&scene, on[0], body).contains("sheet"), "{body}");
            continue;
        }
        let words: Vec<String> = on.iter().map(|&page| said(&scene, page, body)).collect();
        let copy = |words: &str| {
            let copied = ["Continues on", "Continued from", "See sheet"];
            copied.iter().any(|c| words.contains(c))
        };
        let own: Vec<usize> = (0..on.len()).filter(|&n| !copy(&words[n])).collect();
        assert_eq!(own.len(), 1, "{body} on {on:?}: {words:?}");
        let number = format!("sheet {}", on[own[0]] + 1);
        for copied in words.iter().filter(|w| copy(w)) {
            assert!(copied.contains(&number), "{body} on {on:?}: {words:?}");
        }
        continued += words.iter().filter(|w| w.contains("Continues on")).count();
    }
    assert!(continued > 0);
}

#[test]
fn a_page_says_its_number_and_shows_the_key_plan() {
    let scene = drawn(&partnership(6, 8), &several());
    for (n, page) in scene.pages.iter().enumerate() {
        let words: BTreeSet<&str> = page
            .groups
            .iter()
            .filter(|g| matches!(g.role, Role::Title | Role::Legend))
            .flat_map(|g| &g.items)
            .filter_map(|item| match item {
                Item::Text { run, .. } => Some(&*run.text),
                Item::Shape { .. } => None,
            })
            .collect();
        let start = format!("Sheet {} of {}: ", n + 1, scene.pages.len());
        assert!(words.iter().any(|w| w.starts_with(&start)), "{words:?}");
        assert!(words.contains("Sheets"), "{words:?}");
    }
}

#[test]
fn the_command_line_writes_a_file_for_each_page() {
    let folder = Folder::new();
    let (file, out) = (folder.path("p.json"), folder.path("p.svg"));
    run(&["sample", "redcar", "-o", &file]).code(0);
    let export = ["export", &file, "-o", &out, "--pages", "several"];
    let with = |more: &[&str]| run(&[&export, more].concat());
    with(&["--structure", "proposed", "--arrange", "plain"]).code(0);
    let second = std::fs::read_to_string(folder.path("p-2.svg")).unwrap();
    assert!(second.contains("data-body"));
    with(&["--view", "compare"]).code(2);
    with(&["--arrange", "zoned"]).code(2);
    with(&["--paper", "fit"]).code(2);
}
