use super::*;
use crate::model::{Fate, Seat};

fn verb(kind: &str, body: &str, names: &[&str]) -> VerbCommand {
    let (from, to) = (now(), proposed());
    let name = names.first().copied().unwrap_or_default().to_owned();
    let id = BodyId::new(body);
    match kind {
        "rename" => VerbCommand::Rename {
            from,
            to,
            body: id,
            name,
        },
        "merge" => VerbCommand::Merge {
            from,
            to,
            bodies: ids(body),
            name,
        },
        "split" => {
            let names = names.iter().map(|n| (*n).to_owned()).collect();
            VerbCommand::Split {
                from,
                to,
                body: id,
                names,
            }
        }
        "end" => {
            let reason = (!name.is_empty()).then_some(name);
            VerbCommand::End {
                from,
                to,
                body: id,
                reason,
            }
        }
        "replace" => VerbCommand::Replace {
            from,
            to,
            body: id,
            name,
        },
        "review" => {
            let fate = Some(Fate::UnderReview);
            VerbCommand::State {
                from,
                to,
                body: id,
                fate,
            }
        }
        "create" => {
            let body = NewBody::named(to, name);
            VerbCommand::Create { from, body }
        }
        "retain" => VerbCommand::Retain {
            from,
            to,
            bodies: ids(body),
        },
        _ => panic!("no verb {kind}"),
    }
}

/// Does it, and compares the proposed structure and the rows; today never changes.
fn check(command: VerbCommand, label: &str, structure: &str, lineage: &str) -> Workspace {
    check_in(town(), command, label, structure, lineage)
}

fn check_in(
    town: Workspace,
    command: VerbCommand,
    label: &str,
    structure: &str,
    lineage: &str,
) -> Workspace {
    let today = see(&town, &now());
    let town = done_in(town, command, label);
    assert_eq!(see(&town, &proposed()), structure);
    assert_eq!(rows(town.project()), lineage);
    assert_eq!(see(&town, &now()), today);
    town
}

#[test]
fn a_body_goes_on_under_another_name() {
    check(
        verb("rename", "board", &["Leadership Forum"]),
        "Rename Board",
        "board=Leadership Forum culture-forum safety crew voices | culture-forum>board safety>board crew>culture-forum",
        "board>board, culture-forum>culture-forum, safety>safety, crew>crew, voices>voices",
    );
    let mut project = town().project().clone();
    project.lineage[0].fate = Some(crate::model::Word::Known(Fate::Retained));
    let mut town = Workspace::new(project);
    town.apply(verb("rename", "board", &["Cabinet"])).unwrap();
    assert_eq!(town.project().lineage[0].fate, None, "no longer retained");
}

#[test]
fn two_bodies_become_a_new_one() {
    check(
        verb("merge", "culture-forum safety", &["Safe Culture"]),
        "Merge 2 bodies into Safe Culture",
        "board safe-culture crew voices | safe-culture>board crew>safe-culture",
        "board>board, culture-forum+safety>safe-culture, crew>crew, voices>voices",
    );
}

#[test]
fn one_body_takes_in_others() {
    // Its child and its parent are taken in: no line is left, none leads to itself.
    check(
        verb("merge", "board crew culture-forum", &["Culture Forum"]),
        "Merge 3 bodies into Culture Forum",
        "culture-forum safety voices | safety>culture-forum",
        "board+culture-forum+crew>culture-forum, safety>safety, voices>voices",
    );
}

#[test]
fn a_merger_keeps_reasons_and_seats_through() {
    let mut project = town().project().clone();
    project.lineage[1].reason = Some("too small".into());
    project.lineage[2].reason = Some("overlap".into());
    let through = Some(BodyId::new("safety"));
    let seat = Seat {
        through,
        ..Seat::default()
    };
    project.structures[1].bodies[0].seats.push(seat);
    let mut town = Workspace::new(project);
    town.apply(verb("merge", "culture-forum safety", &["Both"]))
        .unwrap();
    let row = &town.project().lineage[1];
    assert_eq!(row.reason.as_deref(), Some("too small; overlap"));
    let seats = &town.project().structures[1].bodies[0].seats;
    assert_eq!(seats[0].through, Some("both".into()));
}

#[test]
fn a_row_that_leads_elsewhere_too_keeps_its_other_end() {
    let mut town = town();
    town.apply(verb("split", "safety", &["Roads", "Homes"]))
        .unwrap();
    town.apply(verb("merge", "homes crew", &["Home Crew"]))
        .unwrap();
    assert_eq!(
        rows(town.project()),
        "board>board, culture-forum>culture-forum, safety>roads+home-crew, crew>home-crew, voices>voices"
    );
}

#[test]
fn later_stages_follow_a_merger() {
    let mut town = town();
    let structure = proposed();
    let title = "Adopted".into();
    town.apply(StructureCommand::Derive { structure, title })
        .unwrap();
    let merge = verb("merge", "culture-forum safety", &["Both"]);
    town.apply(merge).unwrap();
    let adopted = "adopted".into();
    let later = town
        .project()
        .rows_between(&town.project().structures[1].head.id, &adopted);
    let later: Vec<_> = later.map(|(_, r)| (r.from.clone(), r.to.clone())).collect();
    assert_eq!(later[1], (ids("both"), ids("culture-forum")));
    assert_eq!(later[2], (ids("both"), ids("safety")));
}

#[test]
fn a_body_splits() {
    check(
        verb("split", "culture-forum", &["Arts", "Sports"]),
        "Split Culture Forum",
        "board arts sports safety crew voices | arts>board safety>board crew>arts sports>board",
        "board>board, culture-forum>arts+sports, safety>safety, crew>crew, voices>voices",
    );
    // A name that it has lets it go on.
    check(
        verb("split", "culture-forum", &["Sports", "Culture Forum"]),
        "Split Culture Forum",
        "board sports culture-forum safety crew voices | culture-forum>board safety>board crew>culture-forum sports>board",
        "board>board, culture-forum>sports+culture-forum, safety>safety, crew>crew, voices>voices",
    );
}

#[test]
fn a_body_ends_and_is_kept_after_all() {
    let town = check(
        verb("end", "culture-forum", &["task groups may follow"]),
        "End Culture Forum",
        "board safety crew voices | safety>board",
        "board>board, culture-forum>-, safety>safety, crew>crew, voices>voices",
    );
    let reason = town.project().lineage[1].reason.as_deref();
    assert_eq!(reason, Some("task groups may follow"));
    check_in(
        town,
        verb("retain", "culture-forum", &[]),
        "Retain Culture Forum",
        "board safety crew voices culture-forum-2=Culture Forum | safety>board",
        "board>board, culture-forum>culture-forum-2, safety>safety, crew>crew, voices>voices",
    );
}

#[test]
fn a_new_body_takes_the_place_of_another() {
    let town = check(
        verb("replace", "culture-forum", &["Arts Board"]),
        "Replace Culture Forum by Arts Board",
        "board arts-board safety crew voices | arts-board>board safety>board crew>arts-board",
        "board>board, culture-forum>arts-board replaced, safety>safety, crew>crew, voices>voices",
    );
    // Ended later, it is no longer called replaced.
    let town = Workspace::new(town.project().clone());
    check_in(
        town,
        verb("end", "arts-board", &[]),
        "End Arts Board",
        "board safety crew voices | safety>board",
        "board>board, culture-forum>-, safety>safety, crew>crew, voices>voices",
    );
}

#[test]
fn a_fate_is_stated_and_cleared() {
    let town = done(verb("review", "safety", &[]), "Put Safety under review");
    assert!(rows(town.project()).contains("safety>safety under-review"));
    let clear = VerbCommand::State {
        from: now(),
        to: proposed(),
        body: "safety".into(),
        fate: None,
    };
    let town = done_in(town, clear, "Clear the stated fate of Safety");
    assert!(!rows(town.project()).contains("under-review"));
}

#[test]
fn a_body_is_created() {
    check(
        verb("create", "", &["Youth Panel"]),
        "Create Youth Panel",
        "board culture-forum safety crew voices youth-panel | culture-forum>board safety>board crew>culture-forum",
        "board>board, culture-forum>culture-forum, safety>safety, crew>crew, voices>voices, ->youth-panel",
    );
}

#[test]
fn bodies_that_kept_their_id_need_no_row_to_start_with() {
    let mut project = town().project().clone();
    project.lineage.clear();
    let bare = || Workspace::new(project.clone());
    let mut town = bare();
    town.apply(verb("end", "safety", &[])).unwrap();
    assert_eq!(rows(town.project()), "safety>-");
    let mut town = bare();
    town.apply(verb("merge", "safety crew", &["Both"])).unwrap();
    assert_eq!(rows(town.project()), "safety+crew>both");
    let mut town = bare();
    town.apply(verb("retain", "safety crew", &[])).unwrap();
    assert_eq!(rows(town.project()), "safety>safety, crew>crew");
}

#[test]
fn verbs_that_make_no_sense_are_refused() {
    refused(
        verb("merge", "safety safety", &["X"]),
        "Choose at least two bodies to merge.",
    );
    refused(
        verb("split", "safety", &["X"]),
        "Give at least two names into which “Safety” splits.",
    );
    refused(verb("split", "safety", &["X", " "]), "A body needs a name.");
    refused(
        verb("retain", "safety", &[]),
        "“Safety” already goes on in “Proposed”.",
    );
    refused(verb("end", "x", &[]), "“x” is not in “Proposed”.");
    let mut town = town();
    town.apply(verb("create", "", &["Youth Panel"])).unwrap();
    refused_in(
        Workspace::new(town.project().clone()),
        verb("end", "youth-panel", &[]),
        "Nothing in “Now” is said to become “Youth Panel”. Add a row of lineage for it first.",
    );
    let same = VerbCommand::Retain {
        from: now(),
        to: now(),
        bodies: ids("safety"),
    };
    refused(
        same,
        "Lineage joins two different structures; both are “Now”.",
    );
}

#[test]
fn rows_of_lineage_by_hand() {
    let row = |from: &str, to: &str| {
        let mut row = LineageRow::new(now(), proposed());
        row.from = ids(from);
        row.to = ids(to);
        Box::new(row)
    };
    let add = LineageCommand::Add {
        row: row("crew crew", "safety"),
    };
    let town = done(add, "Add row of lineage");
    assert!(rows(town.project()).ends_with("crew>safety"));
    let set = LineageCommand::Set {
        at: 5,
        row: row("crew", "safety board"),
    };
    let town = done_in(town, set, "Edit row of lineage");
    assert!(rows(town.project()).ends_with("crew>safety+board"));
    let move_up = LineageCommand::Move { at: 5, to: 0 };
    let town = done_in(town, move_up, "Reorder lineage");
    assert!(rows(town.project()).starts_with("crew>safety+board"));
    let rows_away = LineageCommand::Remove {
        rows: vec![5, 0, 0],
    };
    let town = done_in(town, rows_away, "Remove 3 rows of lineage");
    assert_eq!(town.project().lineage.len(), 4);
    refused(
        LineageCommand::Add { row: row("", "") },
        "A row of lineage needs at least one body.",
    );
    refused(
        LineageCommand::Add {
            row: row("crew", "nobody"),
        },
        "“nobody” is not in “Proposed”.",
    );
}
