//! Structures that only a chain of stages joins.

use super::*;
use crate::model::{Certainty, StructureId, Word};

/// Three structures with rows between neighbours.
fn three(now: &str, mid: &str, end: &str, first: &str, second: &str) -> Project {
    stages(
        &[("now", now), ("mid", mid), ("end", end)],
        &[("now", "mid", first), ("mid", "end", second)],
    )
}

fn through(project: &Project) -> Comparison {
    compare(project, &"now".into(), &"end".into()).unwrap()
}

/// "a b > c: merged" for each row, and the bodies without a row on each side.
fn told(project: &Project) -> (Vec<String>, Vec<String>, Vec<String>) {
    let comparison = through(project);
    let words = |list: &[BodyId]| ids(list).join(" ");
    let rows = comparison.rows.iter().map(|row| {
        let fate = row.fate.as_str();
        format!("{} > {}: {fate}", words(&row.from), words(&row.to))
    });
    let names = |list: &[BodyId]| list.iter().map(ToString::to_string).collect();
    (
        rows.collect(),
        names(&comparison.unaccounted.from),
        names(&comparison.unaccounted.to),
    )
}

#[test]
fn fates_follow_from_the_whole_way() {
    for (first, second, expected) in [
        ("a => a", "a => a", "a > a: retained"),
        ("a => a", "a => x", "a > x: renamed"),
        ("a => x", "x => y", "a > y: renamed"),
        // Renamed and renamed back.
        ("a => x", "x => a", "a > a: retained"),
        ("a => a", "a => a : under-review", "a > a: under-review"),
        ("a => a : under-review", "a => a", "a > a: retained"),
        ("a b => m", "m => m", "a b > m: merged"),
        ("a => x; b => y", "x y => m", "a b > m: merged"),
        // Told in two rows each.
        (
            "a => m : merged; b => m : merged",
            "m => z",
            "a b > z: merged",
        ),
        (
            "a => x : split; a => y : split",
            "x => x; y => y",
            "a > x y: split",
        ),
        ("a => a", "a => x y", "a > x y: split"),
        // Merged, then split.
        ("a b => m", "m => x y", "a b > x y: replaced"),
        ("a b c => m", "m => x y", "a b c > x y: merged"),
        ("a b => m", "m => x y z", "a b > x y z: split"),
        // What a stage states is kept where the ends allow it.
        ("a => x : replaced", "x => x", "a > x: replaced"),
        ("a => x : replaced", "x => y", "a > y: replaced"),
        ("a b => m : replaced", "m => m", "a b > m: replaced"),
        (
            "a => a; => x : created",
            "a x => m : merged",
            "a > m: renamed",
        ),
        ("a =>", "c => c", "a > : ended"),
        ("a => x", "x =>", "a > : ended"),
        ("a b => m", "m =>", "a b > : ended"),
        ("c => c", "=> x", " > x: created"),
        ("=> x", "x => y", " > y: created"),
        // Half of it ends.
        ("a => x y", "x => x; y =>", "a > x: renamed"),
    ] {
        let project = three(
            "a; b; c",
            "a; b; c; m; x; y",
            "a; m; x; y; z",
            first,
            second,
        );
        let (rows, ..) = told(&project);
        assert_eq!(rows, [expected], "{first} | {second}");
    }
}

#[test]
fn what_came_and_went_on_the_way_is_no_row() {
    let project = three("a", "a; x", "a", "a => a; => x; =>", "a => a; x =>; =>");
    assert_eq!(
        told(&project),
        (vec!["a > a: retained".into()], vec![], vec![])
    );
}

#[test]
fn what_one_stage_does_not_tell_is_unaccounted_and_never_ended() {
    // The second stage forgets a; the first one forgets b; nobody says where z comes from.
    let project = three("a; b", "a; b; z", "z", "a => a", "z => z; b => ");
    let (rows, from, to) = told(&project);
    assert_eq!(rows, Vec::<String>::new());
    assert_eq!((from, to), (vec!["a".into(), "b".into()], vec!["z".into()]));
    assert!(through(&project).counts.is_empty());
    // A branch that ends makes the other one's silence no end.
    let project = three("a", "x; y", "", "a => x y", "x =>");
    assert_eq!(told(&project), (vec![], vec!["a".into()], vec![]));
}

#[test]
fn what_is_told_in_part_says_so() {
    let project = three("a", "x; y", "x", "a => x y", "x => x");
    let comparison = through(&project);
    let row = &comparison.rows[0];
    assert_eq!(
        row.text,
        "A is renamed x (undecided); nothing is said about what becomes of y of “mid”."
            .replace('A', "a")
    );
    assert_eq!(row.record.certainty, Word::Known(Certainty::Undecided));
    let project = three("a", "a; y", "m", "a => a", "a y => m");
    let text = &through(&project).rows[0].text;
    assert!(
        text.ends_with("; nothing is said to come before y of “mid”."),
        "{text}"
    );
}

#[test]
fn reasons_and_sources_are_joined_and_the_weakest_word_stays() {
    let mut project = three("a; b", "m", "z", "a b => m", "m => z");
    let said = |row: &mut LineageRow, words: [&str; 4], sure: Certainty| {
        let [reason, source, lead, date] = words.map(|text| Some(text.to_owned()));
        row.reason = reason;
        row.source = source;
        row.lead = lead;
        row.date = date;
        row.certainty = Word::Known(sure);
    };
    let words = ["to save time ", "report 3", "Clerk", "2011-04"];
    said(&mut project.lineage[0], words, Certainty::Implied);
    let words = ["as consulted", "report 3", "Clerk", "2013"];
    said(&mut project.lineage[1], words, Certainty::Stated);
    let comparison = through(&project);
    assert_eq!(comparison.stages, [StructureId::new("mid")]);
    let row = &comparison.rows[0];
    assert_eq!(
        (row.lineage, row.made_of.as_slice()),
        (None, [0, 1].as_slice())
    );
    assert_eq!(row.reason.as_deref(), Some("to save time; as consulted"));
    assert_eq!(row.source.as_deref(), Some("report 3"));
    assert_eq!(row.record.lead.as_deref(), Some("Clerk"));
    assert_eq!(row.record.date.as_deref(), Some("2013"));
    assert_eq!(row.record.certainty, Word::Known(Certainty::Implied));
    // A stage that only passes bodies on does not date the turn.
    project.lineage[1].to = vec!["m".into()];
    project.structures[2] = fixture::structure("end", "m");
    let row = &through(&project).rows[0];
    assert_eq!(row.record.date.as_deref(), Some("2011-04"));
}

#[test]
fn moves_and_links_are_compared_along_the_way() {
    let project = three(
        "c > p; q",
        "c > p; q",
        "c > n; q",
        "c => c; p => p; q => q",
        "c => c; p => n; q => q",
    );
    let comparison = through(&project);
    assert!(comparison.rows.iter().all(|row| row.moved.is_none()));
    assert_eq!(comparison.links, LinkChanges::default());
}

#[test]
fn rows_of_their_own_win() {
    let mut project = three("a", "a", "a", "a => a", "a =>");
    let mut row = LineageRow::new("now".into(), "end".into());
    row.from = vec!["a".into()];
    row.to = vec!["a".into()];
    project.lineage.push(row);
    let comparison = through(&project);
    assert_eq!((comparison.stages.len(), comparison.rows.len()), (0, 1));
    assert_eq!(comparison.rows[0].lineage, Some(2));
    assert_eq!(comparison.count(Fate::Retained), 1);
}

#[test]
fn the_shortest_chain_is_taken_and_then_the_first_in_the_file() {
    let bodies = [
        ("now", "a"),
        ("p", "a"),
        ("q", "a"),
        ("r", "a"),
        ("end", "a"),
    ];
    let way = |rows: &[(&str, &str)]| {
        let rows: Vec<_> = rows.iter().map(|(f, t)| (*f, *t, "a => a")).collect();
        let found = lineage_between(&stages(&bodies, &rows), &"now".into(), &"end".into());
        let ids = found.stages.iter().map(ToString::to_string);
        (ids.collect::<Vec<_>>().join(" "), found.rows.len())
    };
    assert_eq!(
        way(&[
            ("now", "r"),
            ("r", "end"),
            ("now", "q"),
            ("q", "p"),
            ("p", "end")
        ]),
        ("r".into(), 1)
    );
    assert_eq!(
        way(&[("now", "q"), ("q", "end"), ("now", "p"), ("p", "end")]),
        ("p".into(), 1)
    );
    // The longer way where it is the only one, past circles and dead ends.
    assert_eq!(
        way(&[
            ("now", "q"),
            ("q", "now"),
            ("q", "q"),
            ("q", "r"),
            ("r", "q"),
            ("r", "p"),
            ("p", "end")
        ]),
        ("q r p".into(), 1)
    );
    assert_eq!(
        way(&[("now", "q"), ("q", "now"), ("end", "q")]),
        (String::new(), 0)
    );
    assert_eq!(way(&[("now", "gone"), ("gone", "end")]), (String::new(), 0));
}

#[test]
fn rows_come_in_the_order_of_their_first_row() {
    let project = three(
        "a; b; c",
        "a; b; c",
        "a; b; c",
        "c => c; a => a",
        "b => ; a => a; c => c",
    );
    let rows = through(&project).rows;
    let made: Vec<_> = rows
        .iter()
        .map(|row| (row.number, row.made_of.clone()))
        .collect();
    assert_eq!(made, [(1, vec![0, 4]), (2, vec![1, 3])]);
}
