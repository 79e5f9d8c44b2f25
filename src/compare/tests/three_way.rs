//! Today, consulted, decided.

use super::*;
use crate::model::{Certainty, Link, Word};

/// "today | consulted | decided | reason", the last only where the two differ.
fn lines(project: &Project) -> Vec<String> {
    let found = three_way(project, &"now".into(), &"mid".into(), &"end".into()).unwrap();
    let line = |row: &ThreeWayRow| {
        let today = row.today.as_ref().map_or("-", BodyId::as_str);
        let mut line = format!("{today} | {} | {}", row.consulted.words, row.decided.words);
        if row.differs {
            line.push_str(" | ");
            line.push_str(row.reason_words());
        }
        line
    };
    found.rows.iter().map(line).collect()
}

fn three(lineage: &[(&str, &str, &str)]) -> Project {
    stages(
        &[
            ("now", "a; b; c; d"),
            ("mid", "a; m; n; d"),
            ("end", "a; b; m; n; d; z"),
        ],
        lineage,
    )
}

#[test]
fn differences_between_consulted_and_decided_have_their_reason() {
    let mut project = three(&[
        ("now", "mid", "a => a; b c => m; => n; d => d"),
        ("mid", "end", "a => a; m => b m; n => n; d => ; => z"),
    ]);
    project.lineage[5].reason = Some("consultation asked for two".into());
    assert_eq!(
        lines(&project),
        [
            "a | Retained | Retained",
            "b | Merged into m | Replaced by b and m | consultation asked for two",
            "c | Merged into m | Replaced by b and m | consultation asked for two",
            "d | Retained | Ended | No reason given",
            "- | New | New",
            // It is said to have ended, and yet stands there.
            "- | Not there | Nothing is said | No reason given",
            "- | Not there | New | No reason given",
        ]
    );
}

#[test]
fn the_decided_row_gives_the_reason_where_no_other_does() {
    let mut project = three(&[
        ("now", "mid", "a => a; b => ; c d => d"),
        ("now", "end", "a => a; b => b; c d => d"),
        ("mid", "end", "a => a; d => d"),
    ]);
    project.lineage[4].reason = Some("kept after all".into());
    let lines = lines(&project);
    assert_eq!(lines[1], "b | Ended | Retained | kept after all");
    assert_eq!(lines[2], "c | Merged into d | Merged into d");
    // Nobody says where m, n and z come from, nor what becomes of m and n.
    assert_eq!(
        lines[4],
        "- | Nothing is said | Nothing is said | No reason given"
    );
    assert_eq!(lines.len(), 4 + 2 + 3);
}

#[test]
fn a_change_on_top_is_a_difference() {
    let mut project = three(&[
        ("now", "mid", "a => a; d => d"),
        ("mid", "end", "a => a; d => d"),
    ]);
    body(&mut project, "end", "a").meetings.per_year = Some(4.0);
    project.lineage[2].reason = Some("as the chairs asked".into());
    let lines = lines(&project);
    assert_eq!(
        lines[0],
        "a | Retained | Retained; meetings changed | as the chairs asked"
    );
    assert_eq!(lines[3], "d | Retained | Retained");
}

#[test]
fn how_sure_it_is_and_other_links_are_no_difference() {
    let mut project = three(&[
        ("now", "mid", "a => a; d => d"),
        ("mid", "end", "a => a; d => d"),
    ]);
    body(&mut project, "end", "a").certainty = Word::Known(Certainty::Implied);
    let link = Link::new("l".into(), "d".into(), "supports".into(), "a".into());
    project.structures[2].links.push(link);
    assert!(
        lines(&project)[0].matches('|').count() == 2,
        "{:?}",
        lines(&project)
    );
}

#[test]
fn without_rows_between_the_two_names_are_compared() {
    let project = three(&[
        ("now", "mid", "a => a; b => m; d => d"),
        ("now", "end", "a => a; b => z; d => d"),
    ]);
    let lines = lines(&project);
    assert_eq!(lines[0], "a | Retained | Retained");
    assert_eq!(lines[1], "b | Renamed m | Renamed z | No reason given");
}
