//! Random projects, random commands, refused ones included: what always holds.

use std::collections::BTreeSet;

use dotted_line::model::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{FileFailurePersistence, TestRunner};

pub(crate) mod random;

use random::{COMMANDS, act, command, project, sound};

/// Lineage, seats and steps that name bodies which are not there.
fn dangling(project: &Project) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let there = |s: &StructureId, b: &BodyId| {
        let structure = project.structure(s);
        structure.is_some_and(|s| s.body(b).is_some())
    };
    for row in &project.lineage {
        for (structure, ids) in [
            (&row.from_structure, &row.from),
            (&row.to_structure, &row.to),
        ] {
            let missing = ids.iter().filter(|id| !there(structure, id));
            out.extend(missing.map(|id| format!("lineage {structure} {id}")));
        }
    }
    for structure in &project.structures {
        let seats = structure.bodies.iter().flat_map(|b| &b.seats);
        let through = seats.filter_map(|seat| seat.through.as_ref());
        let missing = through.filter(|id| structure.body(id).is_none());
        out.extend(missing.map(|id| format!("seat {} {id}", structure.id())));
    }
    for id in project.steps.iter().flat_map(|step| &step.bodies) {
        if project.structures.iter().all(|s| s.body(id).is_none()) {
            out.insert(format!("step {id}"));
        }
    }
    out
}

fn distinct<T: Ord>(what: &str, ids: impl Iterator<Item = T>) {
    let ids: Vec<T> = ids.collect();
    let count = ids.len();
    let set: BTreeSet<T> = ids.into_iter().collect();
    assert_eq!(set.len(), count, "{what} ids are unique");
}

fn invariants(project: &Project) {
    distinct("structure", project.structures.iter().map(|s| s.id()));
    distinct("tier", project.tiers.iter().map(|t| &t.id));
    distinct("link kind", project.link_kinds.iter().map(|k| &k.id));
    for structure in &project.structures {
        distinct("body", structure.bodies.iter().map(|b| &b.id));
        distinct("link", structure.links.iter().map(|l| &l.id));
        for body in &structure.bodies {
            assert!(is_id(body.id.as_str()), "{:?}", body.id);
            let name = &body.name;
            assert!(!name.trim().is_empty() && !name.contains(char::is_control));
        }
        for link in &structure.links {
            assert!(is_id(link.id.as_str()), "{:?}", link.id);
            for end in [&link.from, &link.to] {
                assert!(structure.body(end).is_some(), "{end} of {}", link.id);
            }
        }
    }
    for row in &project.lineage {
        assert!(!row.from.is_empty() || !row.to.is_empty() || row.fate.is_some());
        assert!(project.structure(&row.from_structure).is_some());
        assert!(project.structure(&row.to_structure).is_some());
    }
}

/// Structure, body and link ids that were there at any time.
#[derive(Default)]
struct Seen {
    structures: BTreeSet<StructureId>,
    bodies: BTreeSet<(StructureId, BodyId)>,
    links: BTreeSet<(StructureId, LinkId)>,
}

impl Seen {
    fn look(&mut self, project: &Project) {
        for structure in &project.structures {
            let id = structure.id();
            self.structures.insert(id.clone());
            self.bodies
                .extend(structure.bodies.iter().map(|b| (id.clone(), b.id.clone())));
            self.links
                .extend(structure.links.iter().map(|l| (id.clone(), l.id.clone())));
        }
    }
}

/// A seed that failed once stays beside this file as a test.
fn config() -> ProptestConfig {
    let seeds = FileFailurePersistence::Direct("tests/it/model_properties.seeds");
    ProptestConfig {
        failure_persistence: Some(Box::new(seeds)),
        ..ProptestConfig::default()
    }
}

/// Without this, a command that is always refused would look well tested.
#[test]
fn every_command_is_carried_out_at_times() {
    let mut runner = TestRunner::deterministic();
    let mut open: BTreeSet<u8> = (0..COMMANDS).collect();
    let pair = (project().prop_map(sound), act());
    for _ in 0..6000 {
        let (project, act) = pair.new_tree(&mut runner).unwrap().current();
        let plan = command(&project, &act).plan(&project, &IdBook::of(&project));
        if plan.is_ok_and(|change| !change.is_empty()) {
            open.remove(&act.what);
        }
    }
    assert!(open.is_empty(), "never carried out: {open:?}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn undo_all_gives_the_start_and_redo_all_the_end(
        start in project().prop_map(sound),
        acts in prop::collection::vec(act(), 0..40),
    ) {
        let mut workspace = Workspace::new(start.clone());
        let mut seen = Seen::default();
        seen.look(&start);
        let missing = dangling(&start);
        for act in &acts {
            let before = workspace.project().clone();
            let revision = workspace.revision();
            match workspace.apply(command(&before, act)) {
                Ok(outcome) => {
                    for id in &outcome.structures {
                        prop_assert!(!seen.structures.contains(id), "{id} given again");
                    }
                    for id in &outcome.bodies {
                        prop_assert!(!seen.bodies.contains(id), "{id:?} given again");
                    }
                    for id in &outcome.links {
                        prop_assert!(!seen.links.contains(id), "{id:?} given again");
                    }
                    prop_assert_eq!(outcome.changed, workspace.project() != &before);
                }
                Err(refusal) => {
                    let sentence = refusal.to_string();
                    prop_assert!(sentence.ends_with('.'), "{}", sentence);
                    prop_assert_eq!(workspace.project(), &before);
                    prop_assert_eq!(workspace.revision(), revision);
                }
            }
            invariants(workspace.project());
            let new: Vec<String> = dangling(workspace.project())
                .difference(&missing)
                .cloned()
                .collect();
            prop_assert!(new.is_empty(), "{:?} left {:?}", act, new);
            seen.look(workspace.project());
        }
        let end = workspace.project().clone();
        while workspace.undo().is_some() {}
        prop_assert_eq!(workspace.project(), &start);
        prop_assert!(!workspace.history().unsaved());
        while workspace.redo().is_some() {}
        prop_assert_eq!(workspace.project(), &end);
    }

    #[test]
    fn a_change_turned_round_restores(start in project().prop_map(sound), act in act()) {
        let ids = IdBook::of(&start);
        if let Ok(change) = command(&start, &act).plan(&start, &ids) {
            let mut project = start.clone();
            change.apply(&mut project).expect("it was planned for this project");
            change.inverse().apply(&mut project).expect("it was just applied");
            prop_assert_eq!(&project, &start);
            prop_assert_eq!(change.inverse().inverse(), change);
        }
    }

    #[test]
    fn a_gesture_is_one_step_or_none(
        start in project().prop_map(sound),
        acts in prop::collection::vec(act(), 0..12),
        bail in any::<bool>(),
    ) {
        let mut workspace = Workspace::new(start.clone());
        workspace.begin_gesture();
        for act in &acts {
            let command = command(workspace.project(), act);
            let _refused = workspace.apply(command).is_err();
        }
        let end = workspace.project().clone();
        if bail {
            workspace.bail();
            prop_assert_eq!(workspace.project(), &start);
            prop_assert_eq!(workspace.undo(), None);
        } else {
            workspace.commit_gesture(Some("Gesture".into()));
            prop_assert!(workspace.history().undo_labels().count() <= 1);
            workspace.undo();
            prop_assert_eq!(workspace.project(), &start);
            workspace.redo();
            prop_assert_eq!(workspace.project(), &end);
        }
    }
}
