//! Rows as sentences.

use super::*;
use crate::model::{Certainty, Meetings, SeatNumber, Standing, Word};

#[test]
fn sentences_read_as_english() {
    for (old, new, lineage, expected) in [
        ("a", "a", "a => a", "a is retained."),
        ("a", "z", "a => z", "a is renamed z."),
        ("a; b", "z", "a b => z", "a and b merge into z."),
        ("a", "x; y", "a => x y", "a splits into x and y."),
        ("a", "", "a =>", "a ends, with no successor."),
        ("", "x", "=> x", "x is new."),
        ("a", "x", "a => x : replaced", "a is replaced by x."),
        (
            "a",
            "a",
            "a => a : under-review",
            "a is retained, with terms under review.",
        ),
        (
            "a",
            "",
            "a => : retained",
            "a is retained, but no successor is named.",
        ),
        ("a", "", "a gone =>", "a and gone end, with no successor."),
        (
            "a > p",
            "a > q; p",
            "a => a; p => p",
            "a is retained; the reporting line moves from p to q.",
        ),
        (
            "a; p",
            "a > p",
            "a => a; p => p",
            "a is retained; it now reports to p (before: no reporting line stated).",
        ),
        (
            "a > p",
            "a; p",
            "a => a; p => p",
            "a is retained; a reporting line is not stated (before: to p).",
        ),
        (
            "panels; board",
            "panels > board",
            "panels => panels; board => board",
            "panels are retained; they now report to board (before: no reporting line stated).",
        ),
        ("a; b", "a", "b a => a", "b merges into a, which goes on."),
        (
            "a; b",
            "a",
            "b a => a : replaced",
            "b is replaced by a, which is there already.",
        ),
        (
            "a supports b; a informs b; c",
            "a tasked-by c; b; c",
            "a => a; b => b; c => c",
            "a is retained; links: 1 new, 2 gone.",
        ),
    ] {
        let comparison = compared(&project(old, new, lineage));
        assert_eq!(comparison.rows[0].text, expected);
    }
}

/// What a body or row is beside its fate, and the sentence of the row "a => z".
#[test]
fn sentences_tell_what_is_stated_and_nothing_else() {
    type Change = fn(&mut Project);
    let cases: [(Change, &str); 20] = [
        (
            |p| p.lineage[0].date = Some("2011-12-15".into()),
            "a is replaced by z on 15 December 2011.",
        ),
        (
            |p| p.lineage[0].date = Some("Autumn".into()),
            "a is replaced by z (Autumn).",
        ),
        (
            |p| p.lineage[0].certainty = Word::Known(Certainty::Implied),
            "a is replaced by z (implied).",
        ),
        (
            |p| old_kind(p, None, Some("forum")),
            "a is replaced by z; the kind is now forum (before: not stated).",
        ),
        (
            |p| old_kind(p, Some("board"), None),
            "a is replaced by z; the kind is not stated (before: board).",
        ),
        (
            |p| meetings(p, (Some(8.0), None), (Some(4.0), Some("quarterly"))),
            "a is replaced by z; meetings a year change from 8 to 4.",
        ),
        (
            |p| meetings(p, (None, Some("not stated")), (Some(2.0), None)),
            "a is replaced by z; meetings a year are now 2 (before: not stated).",
        ),
        (
            |p| meetings(p, (Some(8.0), None), (None, None)),
            "a is replaced by z; meetings a year are not stated (before: 8).",
        ),
        (
            |p| meetings(p, (None, Some("often")), (None, Some("less"))),
            "a is replaced by z; meetings are now given as “less” (before: “often”), without a \
             number a year.",
        ),
        (
            |p| meetings(p, (None, Some("met in May")), (None, None)),
            "a is replaced by z; meetings are not stated (before: “met in May”).",
        ),
        (
            |p| body(p, "new", "z").seats = vec![seat("Members", 12)],
            "a is replaced by z; seats are now 12 (before: not stated).",
        ),
        (
            |p| {
                body(p, "old", "a").roles = vec!["meet".into(), "report".into()];
                body(p, "new", "z").roles = vec!["Meet".into(), "plan".into(), "lead".into()];
            },
            "a is replaced by z; new roles: plan and lead; roles that go: report.",
        ),
        (
            |p| body(p, "new", "z").roles = vec!["plan".into()],
            "a is replaced by z.",
        ),
        (
            |p| body(p, "new", "z").seats = vec![Seat::default()],
            "a is replaced by z; seats are now listed, their number not stated.",
        ),
        (
            |p| body(p, "new", "z").standing = Word::Known(Standing::Family),
            "a is replaced by z; it now stands in the family (before: in the structure).",
        ),
        (
            |p| body(p, "old", "a").certainty = Word::Known(Certainty::Implied),
            "a is replaced by z; before, it is only implied.",
        ),
        (
            |p| {
                body(p, "new", "z").certainty = Word::Known(Certainty::Implied);
                p.lineage[0].certainty = Word::Known(Certainty::Implied);
            },
            "a is replaced by z (implied).",
        ),
        (
            |p| meetings(p, (None, Some("met in May")), (Some(4.0), None)),
            "a is replaced by z; meetings a year are now 4 (before: “met in May”, number not \
             stated).",
        ),
        (
            |p| body(p, "new", "z").certainty = Word::Known(Certainty::Undecided),
            "a is replaced by z; it is now undecided.",
        ),
        (
            |p| {
                body(p, "old", "a").name = "The Conveners".into();
                body(p, "new", "z").name = "The Executive".into();
            },
            "The Conveners are replaced by the Executive.",
        ),
    ];
    for (change, expected) in cases {
        let mut project = project("a", "z", "a => z : replaced");
        change(&mut project);
        assert_eq!(compared(&project).rows[0].text, expected);
    }
}

fn old_kind(project: &mut Project, old: Option<&str>, new: Option<&str>) {
    body(project, "old", "a").kind = old.map(Into::into);
    body(project, "new", "z").kind = new.map(Into::into);
}

type Told<'a> = (Option<f64>, Option<&'a str>);

fn meetings(project: &mut Project, old: Told<'_>, new: Told<'_>) {
    for (structure, id, (per_year, as_stated)) in [("old", "a", old), ("new", "z", new)] {
        body(project, structure, id).meetings = Meetings {
            per_year,
            as_stated: as_stated.map(str::to_owned),
            ..Meetings::default()
        };
    }
}

#[test]
fn a_new_body_that_is_not_decided_is_told_so() {
    let mut project = project("", "x", "=> x");
    body(&mut project, "new", "x").certainty = Word::Known(Certainty::Undecided);
    assert_eq!(compared(&project).rows[0].text, "x is new (undecided).");
    let new = body(&mut project, "new", "x");
    new.certainty = Word::default();
    new.state = Some("not-established".into());
    assert_eq!(
        compared(&project).rows[0].text,
        "x is new (not yet established)."
    );
}

#[test]
fn several_bodies_on_a_side_tell_their_values() {
    let mut project = project("a; b", "z > p; p", "a b => z; p => p");
    body(&mut project, "old", "a").seats = vec![seat("Members", 8)];
    body(&mut project, "old", "b").kind = Some("board".into());
    body(&mut project, "new", "z").seats = vec![seat("Members", 12)];
    body(&mut project, "new", "z").kind = Some("forum".into());
    project.structures[1].links[0].certainty = Word::Known(Certainty::Implied);
    assert_eq!(
        compared(&project).rows[0].text,
        "a and b merge into z; it now reports to p (implied; before: no reporting line stated); \
         the kind changes from not stated and board to forum; seats change from 8 and not stated \
         to 12."
    );
}

#[test]
fn sentences_tell_figures() {
    let mut project = project("board", "forum", "board => forum");
    let old = body(&mut project, "old", "board");
    old.meetings.per_year = Some(8.0);
    old.seats = vec![seat("Members", 29)];
    let new = body(&mut project, "new", "forum");
    new.meetings.as_stated = Some("fewer".into());
    new.seats = vec![
        seat("Members", 24),
        Seat {
            number: SeatNumber::AtLeast(1),
            ..Seat::default()
        },
    ];
    assert_eq!(
        compared(&project).rows[0].text,
        "board is renamed forum; meetings a year change from 8 to “fewer” (number not stated); \
         seats change from 29 to at least 25."
    );
}
