//! The key lists what is on the page, and nothing else.

use std::collections::BTreeSet;

use dotted_line::model::{Fate, Project, Structure};
use dotted_line::scene::{Item, Options, Role, Scene, theme::Mark};

use super::{pictures, sample, sample_names};

/// All words of the key as one text.
fn key(scene: &Scene) -> String {
    let groups = scene.pages.iter().flat_map(|p| &p.groups);
    let items = groups
        .filter(|g| g.role == Role::Legend)
        .flat_map(|g| &g.items);
    let rows: Vec<&str> = items
        .filter_map(|i| match i {
            Item::Text { run, .. } => Some(&*run.text),
            Item::Shape { .. } => None,
        })
        .collect();
    format!(" {} ", rows.join(" "))
}

fn kinds_listed(project: &Project, structures: &[&Structure], key: &str, name: &str) {
    let shown: BTreeSet<_> = structures
        .iter()
        .flat_map(|s| &s.bodies)
        .filter(|b| !b.outside())
        .filter_map(|b| b.kind.clone())
        .collect();
    for kind in &project.body_kinds {
        let listed = key.contains(&kind.name);
        let part_of_another = project
            .body_kinds
            .iter()
            .any(|k| k.id != kind.id && k.name.contains(&kind.name) && shown.contains(&k.id));
        if shown.contains(&kind.id) {
            assert!(listed, "{name}: {} is missing from{key}", kind.name);
        } else if !part_of_another {
            assert!(!listed, "{name}: {} is not on the page", kind.name);
        }
    }
}

fn links_listed(project: &Project, structures: &[&Structure], key: &str, name: &str) {
    let shown: BTreeSet<_> = structures
        .iter()
        .flat_map(|s| &s.links)
        .filter(|l| !l.permission)
        .map(|l| l.kind.clone())
        .collect();
    let all = structures.iter().flat_map(|s| &s.links).map(|l| &l.kind);
    let all: BTreeSet<_> = all
        .chain(project.link_kinds.iter().map(|k| &k.id))
        .collect();
    for kind in all {
        let words = project.link_kind_name(kind);
        assert_eq!(
            key.contains(&words),
            shown.contains(kind),
            "{name}: {words} in{key}"
        );
    }
}

fn marks_listed(scene: &Scene, key: &str, name: &str) {
    let bodies = scene
        .pages
        .iter()
        .flat_map(|p| &p.groups)
        .filter_map(|g| match &g.role {
            Role::Body(body) => Some(body),
            _ => None,
        });
    let fates: BTreeSet<Fate> = bodies.filter_map(|b| b.fate).collect();
    for &fate in Fate::ALL {
        if let Some(mark) = Mark::of(fate) {
            let word = format!(" {} ", mark.word());
            assert_eq!(
                key.contains(&word),
                fates.contains(&fate),
                "{name}:{word}in{key}"
            );
        }
    }
    let ghosts = scene
        .pages
        .iter()
        .flat_map(|p| &p.groups)
        .any(|g| matches!(g.role, Role::Ghost { .. }));
    assert_eq!(key.contains("Empty place"), ghosts, "{name}: empty places");
}

#[test]
fn the_key_lists_what_is_on_the_page() {
    for name in sample_names() {
        let project = sample(name);
        for picture in pictures(name, &project, &Options::default()) {
            let structures: Vec<&Structure> = picture
                .shown
                .iter()
                .map(|id| project.structure(id).unwrap())
                .collect();
            let key = key(&picture.scene);
            assert!(key.contains(" Key "), "{}", picture.name);
            kinds_listed(&project, &structures, &key, &picture.name);
            links_listed(&project, &structures, &key, &picture.name);
            marks_listed(&picture.scene, &key, &picture.name);
            let outside = structures
                .iter()
                .flat_map(|s| &s.bodies)
                .any(|b| b.outside());
            assert_eq!(
                key.contains("Boundary of the framework"),
                outside,
                "{}",
                picture.name
            );
            let class = structures
                .iter()
                .flat_map(|s| &s.bodies)
                .any(|b| b.count.is_some());
            assert_eq!(key.contains("Several bodies"), class, "{}", picture.name);
            let undecided = structures
                .iter()
                .flat_map(|s| &s.bodies)
                .any(|b| b.undecided());
            assert_eq!(key.contains("Not decided"), undecided, "{}", picture.name);
        }
    }
}

#[test]
fn without_furniture_there_is_no_key() {
    let project = sample("redcar");
    let bare = Options {
        furniture: false,
        ..Options::default()
    };
    for picture in pictures("redcar", &project, &bare) {
        assert_eq!(key(&picture.scene).trim(), "", "{}", picture.name);
    }
}
