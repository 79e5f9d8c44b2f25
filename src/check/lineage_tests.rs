//! Findings on lineage over stages, and on rows that contradict themselves or each other.

use super::tests::{count, texts};
use crate::compare::fixture::{project, structure};
use crate::model::{LineageRow, Step};

/// A row between two structures: `"old a => new b"`.
fn stage(text: &str) -> LineageRow {
    let (from, to) = text.split_once("=>").unwrap();
    let mut from = from.split_whitespace();
    let mut to = to.split_whitespace();
    let mut row = LineageRow::new(from.next().unwrap().into(), to.next().unwrap().into());
    row.from = from.map(Into::into).collect();
    row.to = to.map(Into::into).collect();
    row
}

#[test]
fn lineage_that_runs_in_a_circle_is_named() {
    for (rows, expected) in [
        (&["old a => new b", "new b => late c"][..], None),
        (
            &["old a => new b", "new b => old a"],
            Some("“a” becomes “b” from “old” to “new”; “b” becomes “a” from “new” to “old”"),
        ),
        (
            &[
                "old a => new b",
                "new b => late c",
                "late c => new b",
                "old => late c",
            ],
            Some("“b” becomes “c” from “new” to “late”; “c” becomes “b” from “late” to “new”"),
        ),
        (
            &["old a => new b", "new b => late c", "late => old a"],
            Some(
                "“a” becomes “b” from “old” to “new”; “b” becomes “c” from “new” to “late”; “a” is new from “late” to “old”",
            ),
        ),
        (&["old a => gone b", "gone b => new b"], None),
    ] {
        let mut project = project("a", "b", "");
        project.structures.push(structure("late", "c"));
        project.lineage = rows.iter().map(|row| stage(row)).collect();
        let expected: Vec<String> = expected
            .iter()
            .map(|circle| format!("The lineage runs in a circle: {circle}."))
            .collect();
        assert_eq!(texts(&project, "lineage-circle"), expected);
    }
}

#[test]
fn a_row_within_one_structure_is_named() {
    let mut project = project("a; b", "", "");
    project.lineage = vec![stage("old a => old b"), stage("old a => old")];
    assert_eq!(
        texts(&project, "lineage-same-structure"),
        [
            "A row of the lineage leads from “old” to itself: “a” becomes “b”.",
            "A row of the lineage leads from “old” to itself: “a” ends.",
        ]
    );
    assert_eq!(count(&project, "lineage-circle"), 0);
}

#[test]
fn lineage_dated_before_its_structure_runs_backwards() {
    let backwards = |old: &str, new: &str, row: &str, step: &str| {
        let mut project = project("a; b", "ab", "a b => ab");
        let date = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        project.structures[0].head.date = date(old);
        project.structures[1].head.date = date(new);
        project.lineage[0].date = date(row);
        project.steps = vec![Step {
            what: "Close".into(),
            date: date(step),
            bodies: vec!["a".into()],
            ..Step::default()
        }];
        texts(&project, "dates-backwards")
    };
    let none: Vec<String> = Vec::new();
    assert_eq!(backwards("2011-07", "2011-10", "2011-12", "2011-08"), none);
    assert_eq!(backwards("", "2011", "2010", "2009"), none);
    // As far as both are known.
    assert_eq!(backwards("2011-07-22", "2011", "2011-07", "2011"), none);
    assert_eq!(backwards("soon", "2011", "2010", "2010"), none);
    assert_eq!(
        backwards("2011-07", "2010", "2011-06-30", "2010-12"),
        [
            "Bodies of “old” lead to “new”, which has an earlier date: 2011-07 and 2010.",
            "By its date, “a” and “b” become “ab” before “old” begins: 2011-06-30 and 2011-07.",
            "The step “Close” is dated before “old” begins: 2010-12 and 2011-07.",
        ]
    );
}

#[test]
fn an_empty_structure_beside_others_is_advice() {
    assert_eq!(
        texts(&project("a", "", ""), "empty-structure"),
        ["“new” has no bodies."]
    );
    assert_eq!(count(&project("", "", ""), "empty-structure"), 0);
}

#[test]
fn bad_lineage_is_told_with_the_names_of_its_bodies() {
    for (rows, rule, expected) in [
        (
            "a => ghost",
            "lineage-missing-body",
            "In the lineage, row R1 from “old” to “new” names “ghost”, not in “new”.",
        ),
        (
            "a => z; a => y",
            "body-in-several-rows",
            "“a” of “old” stands in rows that disagree: R1 (renamed) and R2 (renamed).",
        ),
        (
            "a => z; b => z : merged; a => ",
            "body-in-several-rows",
            "“a” of “old” stands in rows that disagree: R1 (renamed) and R3 (ended).",
        ),
        (
            "a b => z : renamed",
            "fate-contradicts-row",
            "Row R1 (“a”, “b” and “z”) says “Renamed”, but the row names more than one body on a side.",
        ),
        (
            "a => z : ended",
            "fate-contradicts-row",
            "Row R1 (“a” and “z”) says “Ended”, but the row names a body after the change.",
        ),
    ] {
        let project = project("a; b", "z; y", rows);
        let found = texts(&project, rule);
        assert!(found.contains(&expected.to_owned()), "{rows}: {found:?}");
    }
}
