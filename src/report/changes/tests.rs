use super::*;
use crate::compare::compare;
use crate::compare::fixture::{body, project};
use crate::model::{Certainty, Seat, SeatNumber, Word};

fn ledger(project: &Project) -> Changes {
    let comparison = compare(project, &"old".into(), &"new".into()).unwrap();
    changes(project, &comparison)
}

/// "R1 a,b Merged c | p > q follows".
fn line(row: &ChangeRow) -> String {
    let names = |list: &[Named]| {
        let names: Vec<&str> = list.iter().map(|n| n.name.as_str()).collect();
        names.join(",")
    };
    let after: Vec<String> = row
        .reports_after
        .iter()
        .map(|parent| match parent.tie {
            Tie::Plain => parent.body.name.clone(),
            Tie::Follows => format!("{} follows", parent.body.name),
            Tie::Moved => format!("{} moved", parent.body.name),
        })
        .collect();
    format!(
        "{} {} {} {} | {} > {}",
        row.reference().unwrap_or_default(),
        names(&row.from),
        row.fate_words(),
        names(&row.to),
        names(&row.reports_before),
        after.join(",")
    )
}

fn check(old: &str, new: &str, rows: &str, expected: &[&str]) {
    let project = project(old, new, rows);
    let found: Vec<String> = ledger(&project).rows.iter().map(line).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_body_follows_a_parent_that_goes_on_under_another_name() {
    for (rows, word) in [
        ("p => q", "Renamed"),
        ("p => q : merged", "Merged"),
        ("p => q : replaced", "Replaced"),
        ("p => q : retained", "Retained"),
    ] {
        let expected = [
            format!("R1 p {word} q |  > "),
            "R2 a Retained a | p > q follows".to_owned(),
        ];
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check("a > p", "a > q", &format!("{rows}; a => a"), &expected);
    }
}

#[test]
fn parents_are_told_apart() {
    check(
        "a > p; b > p; c > p; r",
        "a > p; b > r; c > p; c > r; n > r",
        "a => a; b => b; c => c; p => p; r => r; => n",
        &[
            "R1 a Retained a | p > p",
            "R2 b Retained, moved b | p > r moved",
            "R3 c Retained, moved c | p > p,r moved",
            "R4 p Retained p |  > ",
            "R5 r Retained r |  > ",
            "R6  New n |  > r",
        ],
    );
}

#[test]
fn a_merger_with_the_own_parent_is_no_move() {
    check(
        "a > p; p > top",
        "ap > top2",
        "a p => ap; top => top2",
        &[
            "R1 a,p Merged ap | p,top > top2 follows",
            "R2 top Renamed top2 |  > ",
        ],
    );
    check(
        "a > p; p > top",
        "ap > top",
        "a => ap : merged; p => ap : merged; top => top",
        &[
            "R1 a Merged ap | p > top",
            "R2 p Merged ap | top > top",
            "R3 top Retained top |  > ",
        ],
    );
}

#[test]
fn bodies_without_a_row_stand_in_the_ledger() {
    let project = project("a; b > a", "a; n > a", "a => a");
    let ledger = ledger(&project);
    let found: Vec<String> = ledger.rows.iter().map(line).collect();
    assert_eq!(
        found,
        [
            "R1 a Retained a |  > ",
            " b Not stated  | a > ",
            "  Not stated n |  > a",
        ]
    );
    assert_eq!(ledger.rows[1].text, "What becomes of b is not stated.");
    assert_eq!(ledger.rows[2].text, "What came before n is not stated.");
    assert_eq!(
        ledger.coverage.sentence(),
        "1 of 2 bodies of “old” have a stated fate."
    );
    assert_eq!(ledger.coverage.without_fate[0].name, "b");
    assert_eq!(ledger.coverage.without_origin[0].name, "n");
    assert_eq!(ledger.rows[1].lineage(), None);
    assert_eq!(ledger.fates(), [(Fate::Retained, 1)]);
}

#[test]
fn a_row_to_a_missing_body_keeps_its_id() {
    let project = project("a", "a", "a => ghost; => ");
    let ledger = ledger(&project);
    assert_eq!(ledger.rows[0].to[0].name, "ghost");
    assert!(ledger.rows[0].to[0].missing);
    assert!(ledger.rows[0].seats.after.is_empty());
    assert!(ledger.rows[1].from.is_empty() && ledger.rows[1].to.is_empty());
}

#[test]
fn what_is_possible_or_undecided_says_so() {
    let mut project = project("a; b", "a; b; n; m", "a => a; b => b; => n; => n m");
    body(&mut project, "new", "n").certainty = Word::Known(Certainty::Undecided);
    project.lineage[1].certainty = Word::Known(Certainty::Undecided);
    project.lineage[0].certainty = Word::Known(Certainty::Implied);
    let ledger = ledger(&project);
    let words: Vec<String> = ledger.rows.iter().map(ChangeRow::fate_words).collect();
    assert_eq!(
        words,
        ["Retained", "Retained, not decided", "New, possible", "New"]
    );
    assert_eq!(ledger.rows[0].certainty.as_deref(), Some("implied"));
    assert_eq!(ledger.rows[2].certainty, None);
}

#[test]
fn the_weightiest_rows_come_first() {
    let mut project = project(
        "a; b; c; d; e; f > a; g; u",
        "a; x; cd; e2; f > e2; h; g",
        "a => a; b => x : replaced; c d => cd; e => e2; f => f; => h; g => g",
    );
    body(&mut project, "new", "g").meetings.per_year = Some(4.0);
    let ledger = ledger(&project);
    let order: Vec<String> = ledger
        .by_weight()
        .into_iter()
        .map(|at| ledger.rows[at].reference().unwrap_or("-".to_owned()))
        .collect();
    assert_eq!(order, ["R2", "R3", "R4", "R5", "R6", "-", "R7", "R1"]);
}

#[test]
fn columns_sort_with_blanks_last_in_both_directions() {
    let mut project = project("c; a; b; d", "c; a; b; d", "c => c; a => a; b => b; d => d");
    for (id, meetings, seats, source) in [
        ("c", Some(10.0), 3, Some("para 2.10")),
        ("a", Some(9.0), 20, Some("para 2.9")),
        ("b", None, 0, None),
        ("d", Some(9.0), 4, Some("Para 1")),
    ] {
        let body = body(&mut project, "new", id);
        body.meetings.per_year = meetings;
        if seats > 0 {
            body.seats = vec![Seat {
                number: SeatNumber::Exactly(seats),
                ..Seat::default()
            }];
        }
        let row = project
            .lineage
            .iter_mut()
            .find(|r| r.to == [BodyId::new(id)]);
        row.unwrap().source = source.map(str::to_owned);
    }
    let ledger = ledger(&project);
    for (column, descending, expected) in [
        (Column::To, false, "a b c d"),
        (Column::To, true, "d c b a"),
        (Column::Meetings, false, "a d c b"),
        (Column::Meetings, true, "c a d b"),
        (Column::Seats, false, "c d a b"),
        (Column::Seats, true, "a d c b"),
        (Column::Source, false, "d a c b"),
        (Column::Source, true, "c a d b"),
        (Column::Reason, true, "c a b d"),
        (Column::Reference, true, "d b a c"),
    ] {
        let order: Vec<&str> = ledger
            .sorted(column, descending)
            .into_iter()
            .map(|at| ledger.rows[at].to[0].name.as_str())
            .collect();
        assert_eq!(order.join(" "), expected, "{column:?} {descending}");
    }
}

#[test]
fn every_column_orders_every_row_once() {
    let project = project("a; b > a; c", "a; b; n", "a => a; b => b; => n");
    let ledger = ledger(&project);
    for column in Column::ALL {
        let mut order = ledger.sorted(column, false);
        order.sort_unstable();
        assert_eq!(order, [0, 1, 2, 3], "{column:?}");
    }
}
