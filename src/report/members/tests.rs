use super::*;
use crate::compare::compare;
use crate::compare::fixture::{body, project};
use crate::model::{Seat, SeatNumber};

fn found(project: &Project) -> Members {
    members(
        project,
        &compare(project, &"old".into(), &"new".into()).unwrap(),
    )
}

fn seat(organisation: &str, number: SeatNumber) -> Seat {
    Seat {
        organisation: Some(organisation.into()),
        number,
        ..Seat::default()
    }
}

fn post(name: &str, n: u32) -> Seat {
    Seat {
        post: Some(name.into()),
        number: SeatNumber::Exactly(n),
        ..Seat::default()
    }
}

/// "kept 1 gained 2 lost 3 unknown 0".
fn words(tally: &Tally) -> String {
    format!(
        "kept {} gained {} lost {} unknown {}",
        tally.kept, tally.gained, tally.lost, tally.unknown
    )
}

#[test]
fn seats_are_kept_gained_and_lost_along_lineage() {
    use SeatNumber::{AtLeast, Exactly, Open};
    for (before, after, expected) in [
        (
            vec![seat("Police", Exactly(2)), seat("Fire", Exactly(1))],
            vec![seat(" police ", Exactly(1)), seat("Health", Exactly(3))],
            "kept 1 gained 3 lost 2 unknown 0",
        ),
        (
            vec![seat("Police", Open)],
            vec![seat("Police", Exactly(1))],
            "kept 0 gained 0 lost 0 unknown 1",
        ),
        (
            vec![seat("Police", AtLeast(1))],
            vec![seat("Police", Exactly(3))],
            "kept 1 gained 2 lost 0 unknown 0",
        ),
        // Nobody knows who the nine were: the police may have been among them.
        (
            vec![post("Members of all sectors", 9)],
            vec![seat("Police", Exactly(2)), seat("Fire", Exactly(1))],
            "kept 0 gained 0 lost 0 unknown 3",
        ),
        (
            vec![seat("Police", Exactly(2))],
            vec![post("Members of all sectors", 9)],
            "kept 0 gained 0 lost 0 unknown 2",
        ),
        // One post is somebody.
        (
            vec![post("Leader", 1)],
            vec![seat("Police", Exactly(2))],
            "kept 0 gained 2 lost 1 unknown 0",
        ),
        (
            vec![post("Members of all sectors", 9)],
            vec![post("Members of all sectors", 7)],
            "kept 7 gained 0 lost 2 unknown 0",
        ),
    ] {
        let mut project = project("a; b", "z; y", "a => z; b => y");
        body(&mut project, "old", "a").seats = before;
        body(&mut project, "new", "z").seats = after;
        let members = found(&project);
        assert_eq!(words(&members.bodies[0].tally.unwrap()), expected);
        assert_eq!(members.bodies[1].tally, None, "no seats are listed");
    }
}

#[test]
fn rows_that_share_a_body_are_taken_together() {
    let mut project = project(
        "a; b; c",
        "ab; c",
        "a => ab : merged; c => c; b => ab : merged",
    );
    for (structure, id) in [("old", "a"), ("old", "b"), ("new", "ab")] {
        let body = body(&mut project, structure, id);
        body.seats = vec![seat("Police", SeatNumber::Exactly(1))];
        body.meetings.per_year = Some(4.0);
    }
    let members = found(&project);
    assert_eq!(members.bodies.len(), 2);
    let merged = &members.bodies[0];
    assert_eq!(merged.reference.as_deref(), Some("R1 and R3"));
    assert_eq!(
        words(&merged.tally.unwrap()),
        "kept 1 gained 0 lost 1 unknown 0"
    );
    assert_eq!(merged.load.seat_meetings.words(), "8 to 4");
    let police = &members.organisations[0];
    assert_eq!(words(&police.tally), "kept 1 gained 0 lost 1 unknown 0");
    assert_eq!((police.bodies_before, police.bodies_after), (2, 1));
    assert_eq!(police.load.meetings.words(), "8 to 4");
    assert_eq!(police.load.seat_meetings.words(), "8 to 4");
}

#[test]
fn organisations_add_up_over_bodies_as_far_as_known() {
    let mut project = project("a; b", "a; b", "a => a; b => b");
    body(&mut project, "old", "a").seats = vec![seat("Police", SeatNumber::Exactly(2))];
    body(&mut project, "old", "a").meetings.per_year = Some(6.0);
    body(&mut project, "old", "b").seats = vec![seat("Police", SeatNumber::Open)];
    body(&mut project, "new", "a").seats = vec![seat("Police", SeatNumber::Exactly(1))];
    let members = found(&project);
    let police = &members.organisations[0];
    assert_eq!(police.load.seats.words(), "2 or more to 1");
    assert_eq!(police.load.meetings.before.words(), "6; 1 not stated");
    assert_eq!(police.load.meetings.after.words(), "Not stated");
    assert_eq!(police.load.seat_meetings.before.words(), "12; 1 not stated");
    assert_eq!(words(&police.tally), "kept 1 gained 0 lost 1 unknown 0");
    assert_eq!(police.not_comparable, 1);
}

#[test]
fn bodies_without_a_row_are_compared_with_nobody() {
    let mut project = project("a; b", "n", "");
    body(&mut project, "old", "a").seats = vec![seat("Police", SeatNumber::Exactly(2))];
    body(&mut project, "new", "n").seats = vec![seat("Police", SeatNumber::Exactly(2))];
    let members = found(&project);
    assert_eq!(members.bodies.len(), 3);
    assert!(members.bodies.iter().all(|b| !b.told && b.tally.is_none()));
    assert_eq!(members.organisations[0].tally, Tally::default());
    assert_eq!(members.organisations[0].not_comparable, 2);
}

#[test]
fn a_new_body_gains_and_an_ended_one_loses() {
    let mut project = project("a; g", "a; n", "a => a; g => ; => n; ghost => ghost");
    body(&mut project, "old", "g").seats = vec![seat("Police", SeatNumber::Exactly(2))];
    body(&mut project, "new", "n").seats = vec![post("Members", 3)];
    let members = found(&project);
    assert_eq!(
        members.bodies.len(),
        3,
        "a row of missing bodies has no members"
    );
    let tally = |at: usize| words(&members.bodies[at].tally.unwrap());
    assert_eq!(tally(1), "kept 0 gained 0 lost 2 unknown 0");
    assert_eq!(tally(2), "kept 0 gained 3 lost 0 unknown 0");
}
