//! A structure at a month.

use super::super::stage::{Month, caption, span, stage_at};
use super::*;

fn month(text: &str) -> Month {
    let (year, month) = text.split_once('-').unwrap();
    Month {
        year: year.parse().unwrap(),
        month: month.parse().unwrap(),
    }
}

/// "In shadow form (from 2011, month not stated)" for one body at each month.
fn at(project: &Project, id: &str, months: &[&str]) -> Vec<String> {
    let structure = &project.structures[1];
    let one = |text: &&str| {
        let stage = stage_at(project, structure, month(text));
        let (_, standing) = stage.iter().find(|(body, _)| body == &id.into()).unwrap();
        let words = standing.state.words();
        if standing.vague.is_empty() {
            words.to_owned()
        } else {
            format!("{words} ({})", standing.vague.join("; "))
        }
    };
    months.iter().map(one).collect()
}

fn dated(edit: impl FnOnce(&mut crate::model::Body)) -> Project {
    let mut project = project("a", "a; b", "a => a");
    edit(body(&mut project, "new", "a"));
    project
}

#[test]
fn a_shadow_board_becomes_statutory() {
    let project = dated(|a| {
        a.shadow_from = Some("2011-04".into());
        a.statutory_from = Some("2013-04".into());
        a.until = Some("2015-03".into());
    });
    assert_eq!(
        at(
            &project,
            "a",
            &[
                "2011-03", "2011-04", "2013-03", "2013-04", "2015-03", "2015-04"
            ]
        ),
        [
            "Not yet there",
            "In shadow form",
            "In shadow form",
            "Statutory",
            "Statutory",
            "Ended"
        ]
    );
    assert_eq!(at(&project, "b", &["1066-10"]), ["There"]);
    let found = span(&project, &project.structures[1]);
    assert_eq!(found, Some((month("2011-03"), month("2015-04"))));
    assert_eq!(span(&project, &project.structures[0]), None);
}

#[test]
fn vague_dates_stay_vague() {
    let project = dated(|a| {
        a.from = Some("2011".into());
        a.until = Some("2012".into());
    });
    assert_eq!(
        at(
            &project,
            "a",
            &[
                "2010-12", "2011-01", "2011-12", "2012-01", "2012-12", "2013-01"
            ]
        ),
        [
            "Not yet there",
            "There (from 2011, month not stated)",
            "There (from 2011, month not stated)",
            "There (until 2012, month not stated)",
            "There (until 2012, month not stated)",
            "Ended",
        ]
    );
    let project = dated(|a| a.from = Some("2011-04-15".into()));
    assert_eq!(
        at(&project, "a", &["2011-03", "2011-04", "2011-05"]),
        ["Not yet there", "There (from 15 April 2011)", "There"]
    );
    // What is no date dates nothing.
    let project = dated(|a| a.from = Some("spring 2011".into()));
    assert_eq!(at(&project, "a", &["2010-01"]), ["There"]);
}

#[test]
fn dated_rows_begin_and_end_bodies() {
    let mut project = project("a; b", "a; m; n", "a => a; b => m : replaced; => n");
    for (row, date) in [(0, "2011-01"), (1, "2011-04"), (2, "2012")] {
        project.lineage[row].date = Some(date.into());
    }
    // A row that retains a body begins nothing.
    assert_eq!(at(&project, "a", &["2010-12"]), ["There"]);
    assert_eq!(
        at(&project, "m", &["2011-03", "2011-04"]),
        ["Not yet there", "There"]
    );
    assert_eq!(
        at(&project, "n", &["2011-12", "2012-06", "2013-01"]),
        [
            "Not yet there",
            "There (from 2012, month not stated)",
            "There"
        ]
    );
    let old = &project.structures[0];
    let states = |text: &str| -> Vec<&str> {
        let stage = stage_at(&project, old, month(text));
        stage
            .iter()
            .map(|(_, standing)| standing.state.words())
            .collect()
    };
    assert_eq!(states("2011-03"), ["There", "There"]);
    assert_eq!(states("2011-04"), ["There", "Ended"]);
}

#[test]
fn the_caption_tells_the_stage_in_words() {
    let mut project = dated(|a| {
        a.name = "The Shadow Board".into();
        a.shadow_from = Some("2011-04".into());
    });
    let words = |project: &Project, text: &str| {
        let structure = &project.structures[1];
        let at = month(text);
        caption(structure, &stage_at(project, structure, at), at)
    };
    assert_eq!(
        words(&project, "2011-04"),
        "April 2011: the Shadow Board is in shadow form; 1 body without a date."
    );
    assert_eq!(
        words(&project, "2011-03"),
        "March 2011: the Shadow Board is not yet there; 1 body without a date."
    );
    body(&mut project, "new", "b").from = Some("2012".into());
    assert_eq!(
        words(&project, "2011-03"),
        "March 2011: the Shadow Board and b are not yet there."
    );
    assert_eq!(month("2011-12").next(), month("2012-01"));
    assert_eq!(month("2011-01").previous(), month("2010-12"));
}
