use super::*;

fn name(name: &str) -> BodyCommand {
    BodyCommand::Rename {
        structure: now(),
        body: "crew".into(),
        name: name.into(),
    }
}

fn crew(workspace: &Workspace) -> String {
    workspace.project().structures[0].bodies[3].name.clone()
}

#[test]
fn several_commands_are_one_step_and_see_each_other() {
    let several = Command::Several {
        commands: vec![
            BodyCommand::Add(NewBody::named(now(), "Safety")).into(),
            connect("safety-2", "reports-to", "board").into(),
            BodyCommand::Remove {
                structure: now(),
                bodies: ids("safety-2"),
            }
            .into(),
            BodyCommand::Add(NewBody::named(now(), "Safety")).into(),
        ],
        label: "Try twice".into(),
    };
    let town = done(several, "Try twice");
    assert!(see(&town, &now()).contains("voices safety-3=Safety |"));
    let refused_last = Command::Several {
        commands: vec![name("Team").into(), name("").into()],
        label: "Never".into(),
    };
    refused(refused_last, "A body needs a name.");
}

#[test]
fn typing_in_a_gesture_is_one_step() {
    let mut town = town();
    let start = town.project().clone();
    town.begin_gesture();
    for typed in ["C", "Ca", "Cas", "Cast"] {
        town.apply(name(typed)).unwrap();
    }
    assert_eq!(town.history().undo_label(), Some("Rename Crew"));
    town.commit_gesture(None);
    assert_eq!(
        town.history().undo_labels().collect::<Vec<_>>(),
        ["Rename Crew"]
    );
    assert_eq!(town.undo().as_deref(), Some("Rename Crew"));
    assert_eq!(town.undo(), None);
    assert_eq!(town.project(), &start);
    town.redo();
    assert_eq!(crew(&town), "Cast");
}

#[test]
fn typing_without_a_gesture_is_many_steps() {
    let mut town = town();
    town.apply(name("A")).unwrap();
    town.apply(name("B")).unwrap();
    town.undo();
    assert_eq!(crew(&town), "A");
}

#[test]
fn escape_gives_a_gesture_up() {
    let mut town = town();
    town.apply(name("A")).unwrap();
    town.undo();
    let start = town.project().clone();
    town.begin_gesture();
    town.apply(name("B")).unwrap();
    let add = BodyCommand::Add(NewBody::named(now(), "Night Watch"));
    town.apply(add.clone()).unwrap();
    let revision = town.revision();
    town.bail();
    assert_eq!(town.project(), &start);
    assert!(town.revision() > revision && !town.history().in_gesture());
    assert!(!town.history().unsaved());
    assert_eq!(town.redo().as_deref(), Some("Rename Crew"), "redo is kept");
    // The body never was: its id is free.
    assert_eq!(town.apply(add).unwrap().bodies[0].1.as_str(), "night-watch");
    town.bail();
    assert!(
        town.history().unsaved(),
        "bailing without a gesture does nothing"
    );
}

#[test]
fn a_gesture_that_comes_back_leaves_no_step() {
    let mut town = town();
    town.begin_gesture();
    town.apply(name("B")).unwrap();
    assert!(town.history().unsaved());
    town.apply(name("Crew")).unwrap();
    town.commit_gesture(Some("Rename".into()));
    assert_eq!(
        (town.history().undo_label(), town.history().unsaved()),
        (None, false)
    );
}

#[test]
fn undo_within_a_gesture_takes_the_gesture_back() {
    let mut town = town();
    town.apply(name("A")).unwrap();
    town.begin_gesture();
    town.apply(name("B")).unwrap();
    town.apply(BodyCommand::UnpinAll { structure: now() })
        .unwrap();
    town.undo();
    assert_eq!(
        (crew(&town).as_str(), town.history().in_gesture()),
        ("A", false)
    );
    town.redo();
    assert_eq!(crew(&town), "B");
}

#[test]
fn a_new_act_after_undo_drops_redo() {
    let mut town = town();
    town.apply(name("A")).unwrap();
    town.undo();
    assert_eq!(town.history().redo_label(), Some("Rename Crew"));
    let _refused = town.apply(name("")).unwrap_err();
    let nothing = town.apply(name("Crew")).unwrap();
    assert!(!nothing.changed && town.history().redo_label().is_some());
    town.apply(name("B")).unwrap();
    assert_eq!(town.history().redo_label(), None);
    assert_eq!(town.redo(), None);
}

#[test]
fn unsaved_follows_the_saved_mark() {
    let mut town = town();
    let seen = |town: &Workspace| town.history().unsaved();
    assert!(!seen(&town));
    town.apply(name("A")).unwrap();
    assert!(seen(&town));
    town.mark_saved();
    town.apply(name("B")).unwrap();
    town.undo();
    assert!(!seen(&town));
    town.undo();
    assert!(seen(&town));
    // Another way to as many steps is not what was saved.
    town.apply(name("C")).unwrap();
    assert!(seen(&town));
    town.undo();
    assert!(seen(&town), "the saved state was left for good");
    town.mark_saved();
    town.mark_unsaved();
    assert!(seen(&town));
}

#[test]
fn every_change_raises_the_revision() {
    let mut town = town();
    town.apply(name("A")).unwrap();
    town.undo();
    town.redo();
    assert_eq!(town.revision(), 3);
    town.apply(name("A")).unwrap();
    let _refused = town.apply(name("")).unwrap_err();
    assert_eq!((town.redo(), town.revision()), (None, 3));
}
