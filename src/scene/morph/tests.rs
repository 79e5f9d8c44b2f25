//! Slides of single changes: what they show, and what they say of what they do not show.

use std::collections::BTreeSet;

use super::fixture::{group, many, row};
use super::slides::READ;
use super::*;
use crate::model::{Language, StructureId};
use crate::scene::{Group, Item, Scene};
use crate::store;

fn slides(project: &Project, options: &Options) -> Vec<MorphSlide> {
    let [from, to] = [0, 1].map(|n| project.structures[n].id());
    morph_slides::<SceneError>(project, (from, to), options, &mut || Ok(())).unwrap()
}

#[test]
fn a_whole_that_can_be_read_stays_and_nothing_but_what_changes_moves() {
    let text = r#"{"format": "dotted-line", "version": "1.0", "title": "Plan", "structures": [
        {"id": "now", "title": "Now", "bodies": [{"id": "board", "name": "Board"},
          {"id": "arts", "name": "Arts"}, {"id": "crafts", "name": "Crafts"}],
         "links": [{"id": "a", "kind": "reports-to", "from": "arts", "to": "board"},
          {"id": "c", "kind": "reports-to", "from": "crafts", "to": "board"}]},
        {"id": "then", "title": "Then", "bodies": [{"id": "forum", "name": "Forum"},
          {"id": "arts", "name": "Arts"}],
         "links": [{"id": "a", "kind": "reports-to", "from": "arts", "to": "forum"}]}],
        "lineage": [
         {"from_structure": "now", "to_structure": "then", "from": ["board"], "to": ["forum"]},
         {"from_structure": "now", "to_structure": "then", "from": ["arts"], "to": ["arts"]},
         {"from_structure": "now", "to_structure": "then", "from": ["crafts"], "to": []}]}"#;
    let project = store::load(text.as_bytes()).unwrap().project;
    let [from, to] = [0, 1].map(|n| project.structures[n].id());
    let slides = slides(&project, &Options::default());
    let way = morph(&project, from, to, &Options::default()).unwrap();
    assert_eq!(slides.len(), way.steps().len());
    let of = |scene: &Scene, wanted: fn(&Role) -> bool| -> Vec<Group> {
        let groups = scene.pages[0].groups.iter();
        groups.filter(|g| wanted(&g.role)).cloned().collect()
    };
    let arts = |role: &Role| matches!(role, Role::Body(b) if b.body.as_str() == "arts");
    let first = &slides[0].scene;
    for MorphSlide { scene, words, .. } in &slides {
        let size = scene.pages[0].size;
        assert_eq!((size.width, size.height), (960.0, 540.0));
        assert!(scene.smallest_text().unwrap() >= READ);
        let key = |scene| of(scene, |role| *role == Role::Legend);
        assert_eq!(key(scene), key(first));
        let place = |scene| of(scene, arts)[0].outline();
        assert_eq!(place(scene), place(first), "who stays is seen where it was");
        assert_eq!(scene.title, words.title);
        assert!(!words.to_markdown().contains("in this step"));
    }
}

#[test]
fn a_change_among_many_bodies_is_shown_with_its_neighbours_alone_and_large() {
    let drawn = |scene: &Scene| -> BTreeSet<(StructureId, BodyId)> {
        let groups = scene.pages[0].groups.iter();
        let bodies = groups.filter_map(|group| match &group.role {
            Role::Body(role) => Some((role.structure.clone(), role.body.clone())),
            _ => None,
        });
        bodies.collect()
    };
    for sample in store::samples() {
        let project = store::load(sample.json.as_bytes()).unwrap().project;
        let [from, to] = [0, 1].map(|n| project.structures[n].id());
        let slides = slides(&project, &Options::default());
        let way = morph(&project, from, to, &Options::default()).unwrap();
        for (MorphSlide { scene, words, .. }, step) in slides.iter().zip(way.steps()) {
            let size = scene.smallest_text().unwrap();
            let bodies = drawn(scene);
            let large = size >= READ || bodies.len() > 6;
            assert!(large, "{} {size:.1}: {}", sample.name, scene.title);
            assert!(size >= 9.0, "{} {size:.1}: {}", sample.name, scene.title);
            for (side, body) in &step.bodies {
                let structure = if *side == Side::Earlier { from } else { to };
                assert!(
                    bodies.contains(&(structure.clone(), body.clone())),
                    "{body}"
                );
            }
            let told = "in this step.";
            assert_eq!(
                written(scene).contains(told),
                words.to_markdown().contains(told),
                "{}",
                scene.title
            );
        }
    }
}

/// What is drawn in each half: names of bodies, and ids of links.
fn halves(slide: &MorphSlide) -> [(Vec<String>, Vec<String>); 2] {
    let shown = slide.shown.as_deref().unwrap();
    let groups = || slide.scene.pages[0].groups.iter();
    [0, 1].map(|n| {
        let structure = &shown.structures[n];
        let bodies = groups().filter_map(|group| match &group.role {
            Role::Body(role) if role.structure == *structure.id() => {
                Some(structure.body(&role.body).unwrap().name.clone())
            }
            _ => None,
        });
        let links = groups().filter_map(|group| match &group.role {
            Role::Link(role) if role.structure == *structure.id() => Some(role.link.to_string()),
            _ => None,
        });
        (bodies.collect(), links.collect())
    })
}

fn written(scene: &Scene) -> String {
    let items = scene.pages[0].groups.iter().flat_map(|g| &g.items);
    let texts = items.filter_map(|item| match item {
        Item::Text { run, .. } => Some(run.text.to_string()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// How many bodies a slide says do not change.
fn others(slide: &MorphSlide) -> usize {
    let text = written(&slide.scene);
    let (before, _) = text.split_once(" other bodies do not change").unwrap();
    before.rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn the_other_ends_of_links_that_change_are_shown_with_them() {
    let project = many(
        |id, of| match (id, of) {
            ("g0-0", 1) => Some("Renamed Group".into()),
            _ => group(id, of),
        },
        [
            r#",{"id": "gone", "kind": "represented-on", "from": "g4-4", "to": "g0-0"}
              ,{"id": "more", "kind": "tasked-by", "from": "g0-0", "to": "g2-2"}
              ,{"id": "same", "kind": "tasked-by", "from": "g0-0", "to": "g1-1"}"#,
            r#",{"id": "come", "kind": "tasked-by", "from": "g0-0", "to": "g5-6"}
              ,{"id": "in", "kind": "supports", "from": "g3-3", "to": "g0-0"}
              ,{"id": "more", "kind": "tasked-by", "from": "g0-0", "to": "g2-2", "label": "yearly"}
              ,{"id": "same", "kind": "tasked-by", "from": "g0-0", "to": "g1-1"}"#,
        ],
        "",
    );
    let slides = slides(&project, &Options::default());
    let slide = &slides[0];
    let [(before, lines), (after, new_lines)] = halves(slide);
    for id in ["g5-6", "g3-3", "g4-4", "g2-2"] {
        let name = group(id, 0).unwrap();
        assert!(before.contains(&name) && after.contains(&name), "{id}");
    }
    let has = |lines: &[String], ids: &[&str]| ids.iter().all(|id| lines.iter().any(|l| l == id));
    assert!(has(&lines, &["gone", "more"]), "{lines:?}");
    assert!(has(&new_lines, &["come", "in", "more"]), "{new_lines:?}");
    assert!(!has(&lines, &["come"]) && !has(&lines, &["in"]) && !has(&new_lines, &["gone"]));
    assert!(
        !after.contains(&group("g1-1", 0).unwrap()),
        "nothing of that link changes"
    );
    assert_eq!(others(slide) + after.len(), 49);
}

#[test]
fn a_slide_shows_no_change_of_another_step() {
    let project = many(
        |id, of| match (id, of) {
            ("g0-0", 1) => Some("Renamed Group".into()),
            ("p0", 1) => Some("Partnership Nought".into()),
            ("g0-1", 1) => None,
            _ => group(id, of),
        },
        ["", ""],
        &[
            row("p0", "p0", "2025-01"),
            row("g0-0", "g0-0", "2024-01"),
            row("g0-1", "", "2026-01"),
        ]
        .concat(),
    );
    let slides = slides(&project, &Options::default());
    let texts: Vec<String> = slides.iter().map(|slide| written(&slide.scene)).collect();
    let old = group("p0", 0).unwrap();
    assert!(texts[0].contains("Renamed Group"));
    assert!(
        texts[0].contains(&old) && !texts[0].contains("Nought"),
        "{}",
        texts[0]
    );
    assert!(texts[1].contains(" Before ") && texts[1].contains(" After "));
    let [(before, _), (after, _)] = halves(&slides[1]);
    for half in [&before, &after] {
        assert!(half.contains(&"Renamed Group".to_owned()), "{half:?}");
        assert!(half.contains(&group("g0-1", 0).unwrap()), "it ends later");
        assert!(!half.contains(&group("g0-0", 0).unwrap()));
    }
    assert!(before.contains(&old) && after.contains(&"Partnership Nought".to_owned()));
    assert!(!texts[1].contains("was Working Group g0-0") && !texts[1].contains("Ended"));
    let [(before, _), (after, _)] = halves(&slides[2]);
    assert!(
        before.contains(&"Partnership Nought".to_owned())
            && !after.contains(&group("g0-1", 0).unwrap())
    );
    for slide in &slides {
        let [_, (after, _)] = halves(slide);
        let words = slide.words.to_markdown();
        let (_, list) = words.split_once("After this change").unwrap();
        assert!(after.iter().all(|name| list.contains(name)), "{words}");
        assert_eq!(
            others(slide) + after.len(),
            if list.contains(&group("g0-1", 0).unwrap()) {
                49
            } else {
                48
            }
        );
    }
}

#[test]
fn two_bodies_that_change_ids_are_not_taken_for_each_other() {
    // g0-0 becomes g0-1 and the other way round, in two steps.
    let project = many(
        |id, of| match (id, of) {
            ("g0-0", 1) => Some("Third Name".into()),
            ("g0-1", 1) => Some("Fourth Name".into()),
            ("p0", 1) => Some("Partnership Nought".into()),
            _ => group(id, of),
        },
        ["", ""],
        &[
            row("g0-0", "g0-1", "2024"),
            row("p0", "p0", "2025"),
            row("g0-1", "g0-0", "2026"),
        ]
        .concat(),
    );
    let slides = slides(&project, &Options::default());
    let [(before, _), (after, lines)] = halves(&slides[1]);
    for half in [before, after] {
        let has = |name: &str| half.iter().filter(|n| *n == name).count();
        assert_eq!(has("Fourth Name"), 1, "it has changed: {half:?}");
        assert_eq!(
            has(&group("g0-1", 0).unwrap()),
            1,
            "it has not yet: {half:?}"
        );
        assert_eq!(has("Third Name") + has(&group("g0-0", 0).unwrap()), 0);
    }
    let different: BTreeSet<&String> = lines.iter().collect();
    assert_eq!(different.len(), lines.len());
    assert_eq!(lines.len(), 8);
}

#[test]
fn bodies_of_one_name_are_counted_each() {
    let mut project = many(
        |id, of| match (id, of) {
            ("g0-0", 1) => Some("Renamed Group".into()),
            ("g5-5" | "g5-6", _) => Some("Panel".into()),
            ("g1-1", 1) => None,
            _ => group(id, of),
        },
        ["", ""],
        &[row("g0-0", "g0-0", "2024"), row("g1-1", "", "2025")].concat(),
    );
    let heads = |project: &Project| -> Vec<String> {
        let slides = slides(project, &Options::default());
        slides
            .iter()
            .map(|slide| slide.words.to_markdown())
            .collect()
    };
    let english = heads(&project);
    assert!(
        english[0].contains("After this change: 49 bodies"),
        "{}",
        english[0]
    );
    assert_eq!(english[0].matches("- Panel").count(), 2, "{}", english[0]);
    // Who has ended is not there any more.
    assert!(
        english[1].contains("After this change: 48 bodies"),
        "{}",
        english[1]
    );
    assert!(!english[1].contains(&format!("- {}", group("g1-1", 0).unwrap())));
    project.language = Language::Welsh;
    let welsh = heads(&project);
    assert!(welsh[0].contains("Ar ôl y newid hwn: 49"), "{}", welsh[0]);
    assert!(welsh[1].contains("Ar ôl y newid hwn: 48"), "{}", welsh[1]);
}

#[test]
fn that_it_is_an_excerpt_stands_on_the_slide_whatever_is_left_out() {
    let project = many(
        |id, of| match (id, of) {
            ("g0-0", 1) => Some("Renamed Group".into()),
            _ => group(id, of),
        },
        ["", ""],
        "",
    );
    for (title, notes) in [(true, true), (true, false), (false, true), (false, false)] {
        let mut options = Options::default();
        (options.surround.title, options.surround.notes) = (title, notes);
        let slides = slides(&project, &options);
        let text = written(&slides[0].scene);
        assert_eq!(
            text.matches("do not change in this step.").count(),
            1,
            "{title} {notes}: {text}"
        );
    }
}

#[test]
fn whoever_listens_can_stop_before_any_slide() {
    let project = many(
        |id, of| match (id, of) {
            ("g0-0" | "g1-0" | "g2-0", 1) => Some(format!("Renamed {id}")),
            _ => group(id, of),
        },
        ["", ""],
        "",
    );
    let [from, to] = [0, 1].map(|n| project.structures[n].id());
    for last in [1, 2, 3] {
        let mut asked = 0;
        let mut before = || {
            asked += 1;
            if asked < last {
                Ok(())
            } else {
                Err(SceneError::NoStructure {
                    missing: StructureId::new("stop"),
                    known: Vec::new(),
                })
            }
        };
        let slides = morph_slides(&project, (from, to), &Options::default(), &mut before);
        assert!(slides.is_err());
        assert_eq!(asked, last);
    }
}
