//! A whole structure from the keyboard alone: every body and every link of Redcar today.

use super::Typist;
use crate::window::driver::read;
use dotted_line::model::{Project, Structure};
use dotted_line::store;
use egui::{Key, Modifiers};
use std::collections::BTreeSet;

/// Every key but the letters of names counts: Enter, Tab, arrows, shortcuts.
const KEYS: usize = 44;

fn sample() -> Project {
    let sample = store::sample("redcar").unwrap();
    store::load(sample.json.as_bytes()).unwrap().project
}

/// An empty structure in a project that has the sample's kinds of link. The window makes no kinds
/// of link of its own.
fn empty() -> String {
    let mut project = sample();
    project.structures = vec![Structure::new("current".into(), "Current")];
    project.lineage.clear();
    project.steps.clear();
    project.questions.clear();
    store::save(&project)
}

/// Names of the bodies; links as names and kind.
fn content(project: &Project) -> (BTreeSet<String>, Vec<String>) {
    let now = &project.structures[0];
    let names = now.bodies.iter().map(|b| b.name.clone()).collect();
    let links = now.links.iter().map(|link| {
        let (from, to) = (now.body_name(&link.from), now.body_name(&link.to));
        format!("{from} {} {to}", link.kind)
    });
    let mut links: Vec<String> = links.collect();
    links.sort();
    (names, links)
}

impl Typist {
    /// Names, each with Enter.
    fn rows_of(&mut self, names: &[&str]) {
        for name in names {
            self.text(name);
            self.key(Key::Enter);
        }
    }

    fn inwards(&mut self) {
        self.key(Key::Tab);
    }

    fn outwards(&mut self) {
        self.with(Modifiers::SHIFT, Key::Tab);
    }

    /// Finds a body by a part of its name and links it with another one; the kind is some steps
    /// from the last one.
    fn link(&mut self, from: &str, steps: &[Key], to: &str) {
        self.with(Modifiers::COMMAND, Key::K);
        self.text(from);
        self.key(Key::Enter);
        self.key(Key::L);
        for step in steps {
            self.key(*step);
        }
        self.text(to);
        self.key(Key::Enter);
    }
}

#[test]
fn redcar_today_is_typed_by_keyboard_alone() {
    let mut t = Typist::on(&empty(), [1280.0, 1600.0]);
    assert!(t.naming(), "an empty list is a field ready to type");
    t.rows_of(&["Partnership Board"]);
    t.inwards();
    t.rows_of(&[
        "Children's Trust",
        "Health and Wellbeing Partnership",
        "Safer Communities Partnership",
        "Culture Forum",
        "Stronger Communities Partnership",
    ]);
    t.inwards();
    t.rows_of(&["Community Cohesion group"]);
    t.outwards();
    t.rows_of(&["Regeneration Partnership"]);
    t.inwards();
    t.rows_of(&[
        "Jobs and Skills Strategic Task Force",
        "Transport group",
        "Housing group",
        "Environment group",
    ]);
    t.outwards();
    t.outwards();
    t.rows_of(&[
        "Personalisation and Self-Directed Support Partnership",
        "Voluntary Sector Forum",
        "Provider Forum",
        "Operational groups",
        "Conferences or Workshops",
        "Neighbourhood Management",
        "Council Policy and Performance Team",
        "LSP Co-ordinator (post)",
    ]);
    t.key(Key::Enter);
    assert!(!t.naming(), "Enter on an empty row ends the typing");
    assert_eq!(t.rows().len(), 20, "{:#?}", t.rows());
    // The three links that are no reporting lines; the project's own kinds come after the five.
    t.link("personal", &[Key::ArrowLeft], "partnership bo");
    t.link("voluntary", &[Key::ArrowLeft; 3], "stronger");
    t.link("provider", &[], "health");
    t.with(Modifiers::COMMAND, Key::S);
    let saved = store::load(&read(&t.folder.path("ours.json"))).unwrap();
    let (names, links) = content(&sample());
    assert_eq!((names.len(), links.len()), (20, 14));
    assert_eq!(content(&saved.project), (names, links));
    println!("{} key actions beyond the letters of names", t.actions);
    assert_eq!(t.actions, KEYS, "key actions beyond the letters of names");
}
