//! Comparisons of two structures written as short texts, by what is asked of them.

mod chains;
mod fates;
mod links;
mod moves;
mod options;
mod properties;
mod sentences;
mod stage;
mod three_way;

use super::fixture::{body, project, stages};
use super::*;
use crate::model::{Seat, SeatNumber, Structure};

fn compared(project: &Project) -> Comparison {
    compare(project, &"old".into(), &"new".into()).unwrap()
}

/// Each row as "fate also also".
fn rows(project: &Project) -> Vec<String> {
    compared(project)
        .rows
        .iter()
        .map(|row| {
            let mut words = vec![row.fate.as_str()];
            words.extend(row.also.iter().map(|also| also.as_str()));
            words.join(" ")
        })
        .collect()
}

fn ids(ids: &[BodyId]) -> Vec<&str> {
    ids.iter().map(BodyId::as_str).collect()
}

fn seat(organisation: &str, n: u32) -> Seat {
    Seat {
        organisation: Some(organisation.into()),
        number: SeatNumber::Exactly(n),
        ..Seat::default()
    }
}

#[test]
fn bodies_without_a_row_are_unaccounted_and_not_counted() {
    let comparison = compared(&project("a; b; c", "b; d; a", "a => a; => d"));
    assert_eq!(ids(&comparison.unaccounted.from), ["b", "c"]);
    assert_eq!(ids(&comparison.unaccounted.to), ["b"]);
    assert_eq!(comparison.count(Fate::Ended), 0);
    assert_eq!(
        comparison.counts.into_iter().collect::<Vec<_>>(),
        [(Fate::Retained, 1), (Fate::Created, 1)]
    );
}

#[test]
fn odd_comparisons_end() {
    let empty = compared(&project("", "", ""));
    assert!(empty.rows.is_empty() && empty.counts.is_empty());
    let project = project("a > b", "a > b", "a => a");
    let itself = compare(&project, &"old".into(), &"old".into()).unwrap();
    assert!(itself.rows.is_empty());
    assert_eq!(itself.unaccounted, Unaccounted::default());
    assert_eq!(itself.links, LinkChanges::default());
    let backwards = compare(&project, &"new".into(), &"old".into()).unwrap();
    assert_eq!(backwards.unaccounted.from.len(), 2);
    let error = compare(&project, &"old".into(), &"later".into()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "This project has no structure called “later”. It has old and new."
    );
}

#[test]
fn references_count_the_rows_of_the_pair() {
    let mut project = project("a; b", "a; b", "a => a; b => b");
    project
        .structures
        .push(Structure::new("later".into(), "Later"));
    project
        .lineage
        .insert(1, LineageRow::new("old".into(), "later".into()));
    let comparison = compared(&project);
    assert_eq!(comparison.rows[1].reference(), "R2");
    assert_eq!(comparison.rows[1].lineage, Some(2));
    assert_eq!(comparison.rows_of_old()[&BodyId::new("b")].number, 2);
    assert_eq!(comparison.rows_of_new()[&BodyId::new("a")].number, 1);
}
