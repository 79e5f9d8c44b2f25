use crate::compare::compare;
use crate::compare::fixture::{body, project};
use crate::model::{Certainty, Fate, Project, Question, Seat, SeatNumber, Standing, Step, Word};
use crate::report::changes_document;
use crate::report::document::{Block, Document, Table};
use crate::report::schedule::in_short;

fn document(project: &Project) -> Document {
    let comparison = compare(project, &"old".into(), &"new".into()).unwrap();
    changes_document(project, &comparison)
}

/// The paragraphs of the groups, without the summary.
fn paragraphs(project: &Project) -> Vec<String> {
    let numbered = |block: Block| match block {
        Block::Paragraph {
            number: Some(number),
            text,
        } if !number.starts_with("1.") => Some(text),
        _ => None,
    };
    let blocks = document(project).blocks.into_iter();
    blocks.filter_map(numbered).collect()
}

fn check(old: &str, new: &str, rows: &str, expected: &[&str]) {
    assert_eq!(paragraphs(&project(old, new, rows)), expected, "{rows}");
}

#[test]
fn every_fate_is_a_sentence() {
    for (rows, expected) in [
        ("a => a", "a is retained (R1)."),
        (
            "a => a : under-review",
            "a is retained, with terms under review (R1).",
        ),
        ("a => z", "a is renamed z (R1)."),
        ("a => z : retained", "a is retained as z (R1)."),
        ("a b => z", "a and b merge to form z (R1)."),
        ("a b => b", "a merges into b, which goes on (R1)."),
        ("a => y z", "a splits into y and z (R1)."),
        ("a => z : replaced", "a is replaced by z (R1)."),
        (
            "a b => y z : replaced",
            "a and b are replaced by y and z (R1).",
        ),
        ("a => ", "a ends, with no successor (R1)."),
        (
            "=> z",
            "z is new (R1). Its seats and meetings are not stated.",
        ),
        (
            "=> y z",
            "y and z are new (R1). Their seats and meetings are not stated.",
        ),
    ] {
        let project = project("a; b", "a; b; y; z", rows);
        assert!(
            paragraphs(&project).contains(&expected.to_owned()),
            "{expected}: {:?}",
            paragraphs(&project)
        );
    }
}

#[test]
fn a_row_that_denies_its_fate_is_told_as_it_is() {
    for (rows, beginning) in [
        (
            "a => : merged",
            "a is merged, but no successor is named (R1).",
        ),
        (
            "=> z : retained",
            "z is retained, but no predecessor is named (R1).",
        ),
        ("a => z : ended", "a ends, followed by z (R1)."),
        ("a => z : created", "z is new, after a (R1)."),
        ("=>", "This row names no body (R1)."),
    ] {
        let found = paragraphs(&project("a", "z", rows));
        assert!(found.contains(&beginning.to_owned()), "{found:?}");
    }
}

#[test]
fn bodies_that_follow_are_no_moves() {
    check(
        "p > top; q > top; a > p; b > p; c > q",
        "pq > top; a > pq; b > pq; c > pq",
        "p q => pq; a => a; b => b; c => c; top => top",
        &[
            "p and q merge to form pq (R1). a, b and c, which reported to p and q, follow them.",
            "a and b are retained (R2 and R3). Their reporting lines follow p to pq.",
            "c is retained (R4). Its reporting line follows q to pq.",
            "top is retained (R5).",
        ],
    );
    check(
        "a > board; b > board",
        "a > forum; b > forum",
        "board => forum; a => a; b => b",
        &[
            "board is renamed forum (R1).",
            "a and b are retained (R2 and R3). They report to forum, formerly known as board.",
        ],
    );
}

#[test]
fn moves_say_from_where_to_where() {
    let rows = "a => a; p => p; q => q; r => r";
    for (old, new, expected) in [
        ("a > p", "a > q", "Its reporting line moves from p to q."),
        (
            "a",
            "a > q",
            "It now reports to q; no reporting line before is stated.",
        ),
        (
            "a > p",
            "a > p; a > q",
            "It now reports to q as well as to p.",
        ),
        (
            "a > p; a > q",
            "a > p",
            "It now reports to p alone (before: p and q).",
        ),
        (
            "a > p",
            "a",
            "No reporting line is stated for it any more (before: to p).",
        ),
    ] {
        let bodies = "; p; q; r";
        let found = paragraphs(&project(
            &format!("{old}{bodies}"),
            &format!("{new}{bodies}"),
            rows,
        ));
        assert_eq!(found[0], format!("a is retained (R1). {expected}"));
    }
}

#[test]
fn one_merger_in_several_rows_is_one_paragraph() {
    let mut project = project("a; b", "ab", "a => ab : merged; b => ab : merged");
    body(&mut project, "old", "a").meetings.per_year = Some(4.0);
    body(&mut project, "old", "b").meetings.per_year = Some(8.0);
    body(&mut project, "new", "ab").meetings.per_year = Some(4.0);
    project.lineage[0].source = Some("para 1".into());
    project.lineage[0].reason = Some("fewer boards.".into());
    project.lineage[1].source = Some("para 2".into());
    assert_eq!(
        paragraphs(&project),
        ["a and b merge to form ab (R1 and R2; para 1; para 2). \
          For b: meetings a year change from 8 to 4. The reason given is “fewer boards”."]
    );
}

#[test]
fn what_is_not_stated_is_said_to_be_not_stated() {
    type Change = fn(&mut Project, fn(SeatNumber) -> Seat);
    let cases: [(Change, &str); 9] = [
        (
            |p, _| body(p, "new", "a").meetings.per_year = Some(2.0),
            "Meetings a year are now 2; before, they are not stated.",
        ),
        (
            |p, _| body(p, "old", "a").meetings.per_year = Some(2.0),
            "Meetings are not stated any more; before, there were 2 a year.",
        ),
        (
            |p, _| body(p, "new", "a").meetings.as_stated = Some("as needed".into()),
            "Meetings are now given as “as needed”; before, nothing is stated.",
        ),
        (
            |p, seat| body(p, "new", "a").seats = vec![seat(SeatNumber::AtLeast(9))],
            "Seats are now 9 or more; before, they are not stated.",
        ),
        (
            |p, seat| body(p, "old", "a").seats = vec![seat(SeatNumber::Exactly(9))],
            "Seats are not stated any more; before, there were 9.",
        ),
        (
            |p, _| body(p, "new", "a").kind = Some("forum".into()),
            "The kind of body is now forum; before, it was not stated.",
        ),
        (
            |p, _| body(p, "new", "a").standing = Word::Known(Standing::Outside),
            "It now stands outside the framework instead of in the structure.",
        ),
        (
            |p, _| p.lineage[0].certainty = Word::Known(Certainty::Implied),
            "This is implied, not stated.",
        ),
        (
            |p, _| p.lineage[0].lead = Some("Clerk.".into()),
            "The stated lead is “Clerk”.",
        ),
    ];
    for (change, expected) in cases {
        let mut project = project("a", "a", "a => a");
        change(&mut project, |number| Seat {
            number,
            ..Seat::default()
        });
        assert_eq!(
            paragraphs(&project),
            [format!("a is retained (R1). {expected}")]
        );
    }
}

#[test]
fn names_with_an_article_and_names_that_mean_several_read_well() {
    let mut project = project("a; b", "a; b", "a => a; b => b : under-review");
    for structure in ["old", "new"] {
        body(&mut project, structure, "a").name = "The Executive".into();
        body(&mut project, structure, "b").name = "Overview panels".into();
    }
    assert_eq!(
        paragraphs(&project),
        [
            "Overview panels are retained, with terms under review (R2).",
            "The Executive is retained (R1).",
        ]
    );
    project.lineage.clear();
    assert_eq!(
        paragraphs(&project)[0],
        "What becomes of the Executive and Overview panels is not stated."
    );
}

#[test]
fn undecided_bodies_are_only_possible() {
    let mut project = project("", "n; m > n", "=> n; => m");
    body(&mut project, "new", "n").certainty = Word::Known(Certainty::Undecided);
    body(&mut project, "new", "m").state = Some("not-established".into());
    assert_eq!(
        paragraphs(&project),
        [
            "n is a possible new body; nothing is decided (R1). Its seats and meetings are not stated.",
            "m is new (R2). It is not yet established. It reports to n. Its seats and meetings are not stated.",
        ]
    );
}

#[test]
fn the_summary_counts_bodies_and_entries() {
    let summary = |project: &Project| -> Vec<String> {
        let blocks = document(project).blocks.into_iter();
        blocks
            .filter_map(|block| match block {
                Block::Paragraph {
                    number: Some(number),
                    text,
                } if number.starts_with("1.") => Some(text),
                _ => None,
            })
            .collect()
    };
    assert_eq!(
        summary(&project("a; b", "a; n", "a => a")),
        [
            "Of the 2 bodies of “old”, 1 has a stated fate. What becomes of 1 body of “old” is not stated. What came before 1 body of “new” is not stated.",
            "The schedule has 3 entries: 2 not stated and 1 retained."
        ]
    );
    assert_eq!(
        summary(&project("a; b", "a; b", "a => a; b => b"))[0],
        "All 2 bodies of “old” have a stated fate."
    );
    assert_eq!(summary(&project("", "", "")), ["“old” has no bodies."]);
    let one = project("a", "a", "");
    let comparison = compare(&one, &"old".into(), &"old".into()).unwrap();
    let same = changes_document(&one, &comparison);
    assert!(same.blocks.iter().any(|block| matches!(
        block,
        Block::Paragraph { text, .. } if text == "Both are the same structure, “old”: nothing changes."
    )));
    assert_eq!(same.tables().count(), 0);
}

#[test]
fn a_move_comes_on_top_of_a_fate_so_that_every_row_counts_once() {
    let project = project(
        "p; q; a > p; b > p",
        "p; q; a > q; b > p",
        "p => p; q => q; a => a; b => b",
    );
    let document = document(&project);
    let told =
        "The schedule has 4 entries: 4 retained. 1 of them also moves to another reporting line.";
    assert!(document.blocks.iter().any(|block| matches!(
        block,
        Block::Paragraph { text, .. } if text == told
    )));
    let comparison = compare(&project, &"old".into(), &"new".into()).unwrap();
    let short = in_short(&crate::report::changes::changes(&project, &comparison));
    let last = "4 bodies are retained, 1 of them with another reporting line.";
    assert_eq!(short.last().map(String::as_str), Some(last));
    assert_eq!(comparison.count(Fate::Retained), 4);
}

#[test]
fn columns_in_which_nothing_is_stated_are_left_out_and_told_under_the_table() {
    let mut project = project("a; b", "a; b", "a => a; b => b");
    let table = |project: &Project| {
        let tables: Vec<_> = document(project).tables().cloned().collect();
        tables.into_iter().next().unwrap()
    };
    let labels = |table: &Table| -> Vec<String> {
        table
            .columns
            .iter()
            .map(|column| column.label.clone())
            .collect()
    };
    let none = table(&project);
    for label in ["Date", "Lead", "Reason", "Source", "Certainty"] {
        assert!(!labels(&none).contains(&label.to_owned()), "{label}");
    }
    let note = none.note.unwrap();
    assert!(
        note.ends_with("No dates, lead posts, reasons or sources are stated."),
        "{note}"
    );
    assert!(
        note.contains("No row is marked as implied or undecided."),
        "{note}"
    );
    project.lineage[0].date = Some("2011".into());
    let some = table(&project);
    assert!(labels(&some).contains(&"Date".to_owned()));
    let note = some.note.unwrap();
    assert!(
        note.ends_with("No lead posts, reasons or sources are stated."),
        "{note}"
    );
}

#[test]
fn plan_and_questions_follow_the_schedule() {
    let mut project = project("a", "z", "a => z");
    let step = |what: &str, date: Option<&str>, when: Option<&str>| Step {
        what: what.into(),
        date: date.map(str::to_owned),
        when: when.map(str::to_owned),
        ..Step::default()
    };
    project.steps = vec![
        step("last", None, None),
        step("third", None, Some("Autumn 2009")),
        step("second", Some("2009-11-05"), None),
        step("first", Some("2009-06"), None),
    ];
    project.steps[2].bodies = vec!["a".into(), "z".into(), "ghost".into()];
    let question = |text: &str, by: Option<&str>, response: Option<&str>| Question {
        text: text.into(),
        by: by.map(str::to_owned),
        response: response.map(str::to_owned),
        ..Question::default()
    };
    project.questions = vec![
        question("Open?", None, None),
        question("Answered?", None, Some("Yes.")),
        question("Too many boards", Some("Voluntary Action"), None),
    ];
    let document = document(&project);
    let tables: Vec<(String, Vec<String>)> = document
        .tables()
        .map(|table| {
            let rows = table.rows.iter().map(|row| {
                let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                cells.join("|")
            });
            (table.caption.clone(), rows.collect())
        })
        .collect();
    let names: Vec<&str> = tables.iter().map(|(caption, _)| caption.as_str()).collect();
    assert_eq!(
        names,
        [
            "What becomes of every body",
            "Steps of the transition",
            "Open questions",
            "You said, we did"
        ]
    );
    assert_eq!(
        tables[1].1,
        [
            "June 2009|first|",
            "5 November 2009|second|a\nz\nghost",
            "Autumn 2009|third|",
            "Not stated|last|",
        ]
    );
    assert_eq!(tables[2].1, ["Open?"]);
    assert_eq!(
        tables[3].1,
        [
            "Answered?||Yes.",
            "Too many boards|Voluntary Action|No response yet"
        ]
    );
}

#[test]
fn every_row_stands_in_the_prose_and_in_the_table_once() {
    let project = project(
        "a > top; b > top; c > b; d; e; f; g",
        "ab > top2; c > ab; d1; d2; e2; f > ab; n",
        "a b => ab; c => c; d => d1 d2; e => e2; f => f; g => ; => n; top => top2",
    );
    let document = document(&project);
    let told: String = paragraphs(&project).join("\n");
    for number in 1..=8 {
        let found = told.matches(&format!("(R{number})")).count();
        assert_eq!(found, 1, "R{number} in {told}");
    }
    let table = document.tables().next().unwrap();
    assert_eq!(table.rows.len(), 8);
    assert!(
        table
            .rows
            .iter()
            .all(|row| row.len() == table.columns.len())
    );
}
