use super::*;
use crate::model::{KindId, Pin, Question, Rule, RuleTest, Seat, SeatNumber, Step, TierId};

fn rename(body: &str, name: &str) -> BodyCommand {
    BodyCommand::Rename {
        structure: now(),
        body: body.into(),
        name: name.into(),
    }
}

fn set(workspace: &Workspace, body: &str, edit: impl FnOnce(&mut Body)) -> BodyCommand {
    let structure = workspace.project().structure(&now()).unwrap();
    let mut body = structure.body(&body.into()).unwrap().clone();
    edit(&mut body);
    BodyCommand::Set {
        structure: now(),
        body: Box::new(body),
    }
}

fn under(body: &str, parent: Option<&str>) -> BodyCommand {
    BodyCommand::SetParent {
        structure: now(),
        body: body.into(),
        parent: parent.map(BodyId::from),
        instead_of: None,
    }
}

const LINKS: &str = "culture-forum>board safety>board crew>culture-forum";

#[test]
fn a_new_body_takes_its_id_from_its_name() {
    let town = done(
        BodyCommand::Add(NewBody {
            parent: Some("safety".into()),
            place: Place::After("safety".into()),
            ..NewBody::named(now(), "  Night\r\nWatch\t")
        }),
        "Add Night\r\nWatch",
    );
    assert_eq!(
        see(&town, &now()),
        format!("board culture-forum safety night-watch crew voices | {LINKS} night-watch>safety")
    );
}

#[test]
fn a_name_given_before_gets_a_number_even_when_its_body_is_gone() {
    let mut town = town();
    let add = || BodyCommand::Add(NewBody::named(now(), "Safety"));
    let mut given = Vec::new();
    for _ in 0..3 {
        let outcome = town.apply(add()).unwrap();
        let (structure, id) = outcome.bodies[0].clone();
        given.push(id.to_string());
        let bodies = vec![id];
        town.apply(BodyCommand::Remove { structure, bodies })
            .unwrap();
        town.undo();
        town.undo();
    }
    assert_eq!(given, ["safety-2", "safety-3", "safety-4"]);
    // The other structure counts for itself.
    let other = BodyCommand::Add(NewBody::named(proposed(), "Night Watch"));
    town.apply(other.clone()).unwrap();
    let here = BodyCommand::Add(NewBody::named(now(), "Night Watch"));
    assert_eq!(
        town.apply(here).unwrap().bodies[0].1.as_str(),
        "night-watch"
    );
}

#[test]
fn a_missing_body_named_by_lineage_is_not_revived_by_a_new_one() {
    let mut project = town().project().clone();
    project.lineage[0].to = ids("ghost");
    let mut town = Workspace::new(project);
    let outcome = town.apply(BodyCommand::Add(NewBody::named(proposed(), "Ghost")));
    assert_eq!(outcome.unwrap().bodies[0].1.as_str(), "ghost-2");
}

#[test]
fn renaming_keeps_the_id_and_cleans_the_name() {
    let town = done(
        rename("culture-forum", " Arts\u{2028}and\u{7}Heritage\n"),
        "Rename Culture Forum",
    );
    assert!(see(&town, &now()).contains("culture-forum=Arts and Heritage "));
    done(rename("board", &"x".repeat(1000)), "Rename Board");
    refused(rename("board", " \n"), "A body needs a name.");
    refused(
        rename("board", &"é".repeat(1001)),
        "A name may have up to 1,000 characters; this one has 1,001.",
    );
    refused(rename("nobody", "X"), "“nobody” is not in “Now”.");
    let mut town = super::town();
    assert!(!town.apply(rename("board", " Board ")).unwrap().changed);
    assert_eq!(town.history().undo_label(), None);
}

#[test]
fn editing_a_body_says_what_was_changed() {
    let town = town();
    let meetings = set(&town, "safety", |b| b.meetings.per_year = Some(4.0));
    done(meetings, "Change meetings of Safety");
    let note = set(&town, "safety", |b| b.note = Some("Reviewed".into()));
    done(note, "Change note of Safety");
    let two = set(&town, "safety", |b| {
        b.note = Some("Reviewed".into());
        b.quorum = Some("four of six".into());
    });
    done(two, "Edit Safety");
    let blank = set(&town, "safety", |b| b.note = Some("  ".into()));
    assert!(
        !super::town().apply(blank).unwrap().changed,
        "blank is absent"
    );
    for n in [-1.0, f64::NAN, f64::INFINITY] {
        refused(
            set(&town, "safety", |b| b.meetings.per_year = Some(n)),
            "Meetings a year must be a number, zero or more.",
        );
    }
    refused(
        set(&town, "safety", |b| b.kind = Some(KindId::new("fora"))),
        "There is no kind of body “fora”. Add it to the list of kinds first.",
    );
    refused(
        set(&town, "safety", |b| b.tier = Some(TierId::new("top"))),
        "There is no tier “top”. Add it to the list of tiers first.",
    );
    let seat = Seat {
        through: Some("nobody".into()),
        ..Seat::default()
    };
    refused(
        set(&town, "safety", |b| b.seats.push(seat)),
        "“nobody” is not in “Now”.",
    );
}

#[test]
fn removing_a_body_leaves_nothing_that_names_it() {
    let mut town = town();
    let mut project = town.project().clone();
    let mut seat = Seat {
        number: SeatNumber::Exactly(1),
        ..Seat::default()
    };
    seat.through = Some("culture-forum".into());
    project.structures[0].bodies[0].seats.push(seat);
    project.steps.push(Step {
        what: "Close it".into(),
        bodies: ids("night-watch culture-forum board"),
        ..Step::default()
    });
    town = Workspace::new(project);
    let remove = |structure| BodyCommand::Remove {
        structure,
        bodies: ids("culture-forum"),
    };
    let mut town = done_in(town, remove(now()), "Remove Culture Forum");
    assert_eq!(
        see(&town, &now()),
        "board safety crew voices | safety>board"
    );
    assert_eq!(
        rows(town.project()),
        "board>board, ->culture-forum, safety>safety, crew>crew, voices>voices"
    );
    let board = &town.project().structures[0].bodies[0];
    assert_eq!(board.seats[0].through, None);
    let step = |town: &Workspace| town.project().steps[0].bodies.clone();
    assert_eq!(step(&town), ids("night-watch culture-forum board"));
    town.apply(remove(proposed())).unwrap();
    assert_eq!(step(&town), ids("night-watch board"), "no structure has it");
    assert_eq!(
        rows(town.project()),
        "board>board, safety>safety, crew>crew, voices>voices"
    );
}

#[test]
fn questions_and_rules_forget_a_body_that_is_gone() {
    let mut project = Project::default();
    let mut structure = Structure::new(now(), "Now");
    structure.bodies.push(Body::new("board".into(), "Board"));
    project.structures.push(structure);
    project.questions.push(Question {
        text: "Who chairs it?".into(),
        bodies: ids("board"),
        ..Question::default()
    });
    project.rules.push(Rule {
        text: "Only thematics report to the board".into(),
        test: Some(RuleTest::OnlyTierReportsTo {
            tier: "thematic".into(),
            bodies: ids("board"),
        }),
        ..Rule::default()
    });
    let bodies = ids("board");
    let structure = now();
    let town = done_in(
        Workspace::new(project),
        BodyCommand::Remove { structure, bodies },
        "Remove Board",
    );
    assert!(town.project().questions[0].bodies.is_empty());
    let Some(RuleTest::OnlyTierReportsTo { bodies, .. }) = &town.project().rules[0].test else {
        panic!("the rule stays");
    };
    assert!(bodies.is_empty());
}

#[test]
fn bodies_take_another_place_in_the_outline() {
    let cases = [
        (
            "voices",
            Place::Before("board".into()),
            "voices board culture-forum safety crew",
        ),
        (
            "board",
            Place::After("safety".into()),
            "culture-forum safety board crew voices",
        ),
        (
            "board",
            Place::End,
            "culture-forum safety crew voices board",
        ),
        (
            "crew board",
            Place::After("safety".into()),
            "culture-forum safety crew board voices",
        ),
        (
            "voices crew",
            Place::Before("safety".into()),
            "board culture-forum voices crew safety",
        ),
        (
            "safety board",
            Place::End,
            "culture-forum crew voices safety board",
        ),
    ];
    for (bodies, place, expected) in cases {
        let mut town = town();
        let start = town.project().clone();
        let bodies = ids(bodies);
        let structure = now();
        let outcome = town.apply(BodyCommand::Reorder {
            structure,
            bodies,
            place,
        });
        assert!(outcome.unwrap().bodies.is_empty(), "moved, not new");
        assert_eq!(see(&town, &now()), format!("{expected} | {LINKS}"));
        town.undo();
        assert_eq!(town.project(), &start);
    }
}

#[test]
fn a_body_reports_elsewhere() {
    let town = done(under("crew", Some("safety")), "Move Crew under Safety");
    assert!(see(&town, &now()).ends_with("| culture-forum>board safety>board crew>safety"));
    let town = done(under("voices", Some("crew")), "Move Voices under Crew");
    assert!(see(&town, &now()).ends_with("voices>crew"));
    let town = done(under("crew", None), "Take Crew out of the hierarchy");
    assert!(see(&town, &now()).ends_with("| culture-forum>board safety>board"));
    // Closing a loop is allowed: the drawing shows it and a finding names it.
    let town = done(under("board", Some("crew")), "Move Board under Crew");
    assert!(see(&town, &now()).ends_with("board>crew"));
    refused(
        under("culture-forum", Some("board")),
        "“Culture Forum” already reports to “Board”.",
    );
    refused(
        under("board", Some("board")),
        "“Board” cannot report to itself.",
    );
    refused(under("voices", None), "“Voices” reports to nobody.");
}

#[test]
fn one_of_two_parents_is_left() {
    let mut town = town();
    town.apply(connect("crew", "reports-to", "safety")).unwrap();
    let leave = |parent: Option<&str>| BodyCommand::SetParent {
        structure: now(),
        body: "crew".into(),
        parent: parent.map(BodyId::from),
        instead_of: Some("safety".into()),
    };
    let after = |parent: Option<&str>| {
        let mut town = town.clone();
        town.apply(leave(parent)).unwrap();
        let shown = see(&town, &now());
        shown.split_once("safety>board ").unwrap().1.to_owned()
    };
    assert_eq!(after(Some("board")), "crew>culture-forum crew>board");
    assert_eq!(after(None), "crew>culture-forum");
    assert_eq!(after(Some("culture-forum")), "crew>culture-forum");
    town.apply(under("crew", Some("board"))).unwrap();
    assert!(see(&town, &now()).ends_with("safety>board crew>board"));
}

#[test]
fn places_on_the_page() {
    let pin = |x| Pin { x, y: 7 };
    let mut town = done(
        BodyCommand::Pin {
            structure: now(),
            pins: vec![("board".into(), pin(1)), ("crew".into(), pin(2))],
        },
        "Move 2 bodies",
    );
    let pins = |town: &Workspace| {
        let bodies = &town.project().structures[0].bodies;
        bodies.iter().filter_map(|b| b.pin).collect::<Vec<_>>()
    };
    assert_eq!(pins(&town), [pin(1), pin(2)]);
    let (structure, bodies) = (now(), ids("board"));
    town.apply(BodyCommand::Unpin { structure, bodies })
        .unwrap();
    assert_eq!(pins(&town), [pin(2)]);
    let unpin = BodyCommand::UnpinAll { structure: now() };
    let town = done_in(town, unpin, "Unpin all bodies");
    assert!(pins(&town).is_empty());
}
