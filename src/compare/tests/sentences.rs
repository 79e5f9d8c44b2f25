//! Rows as sentences.

use super::*;
use crate::model::SeatNumber;

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
            "a is retained; there is now a reporting line, to p.",
        ),
    ] {
        let comparison = compared(&project(old, new, lineage));
        assert_eq!(comparison.rows[0].text, expected);
    }
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
