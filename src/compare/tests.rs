use super::fixture::{body, project};
use super::*;
use crate::model::{Certainty, Pin, Seat, SeatNumber, Standing, Structure, Word};

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

/// The one move in a comparison, as "old parents -> new parents".
fn moves(old: &str, new: &str, lineage: &str) -> Vec<String> {
    compared(&project(old, new, lineage))
        .rows
        .iter()
        .filter_map(|row| {
            let moved = row.moved.as_ref()?;
            assert!(row.also.contains(&Also::Moved));
            Some(format!(
                "{}: {} -> {}",
                ids(&row.to).join(" "),
                ids(&moved.from).join(" "),
                ids(&moved.to).join(" ")
            ))
        })
        .collect()
}

#[test]
fn fates_follow_from_rows() {
    for (lineage, fate) in [
        ("a => a", "retained"),
        ("a => x", "renamed name"),
        ("a b => a", "merged"),
        ("a b => x", "merged name"),
        ("a => a x", "split name"),
        ("a b => x y", "replaced name"),
        ("a b c => x y", "merged name"),
        ("a b => x y z", "split name"),
        ("a =>", "ended"),
        ("=> x", "created"),
        ("=>", "retained"),
        ("a a => a a", "retained"),
        ("a => a : under-review", "under-review"),
        ("a => x : replaced", "replaced name"),
        ("a => a : abolished", "retained"),
        ("a => nowhere", "retained"),
    ] {
        let project = project("a; b; c", "a; x; y; z", lineage);
        assert_eq!(rows(&project), [fate], "{lineage}");
    }
}

#[test]
fn a_body_that_follows_its_parent_has_not_moved() {
    for (old, new, lineage) in [
        // Renamed, merged, replaced, split parents.
        ("c > p", "c > q", "c => c; p => q"),
        ("c > p; q", "c > m", "c => c; p q => m"),
        ("c > p", "c > q", "c => c; p => q : replaced"),
        ("c > p", "c > p1; p2", "c => c; p => p1 p2"),
        ("c > p", "c > p2; p1", "c => c; p => p1 p2"),
        ("c > p", "c > p1; c > p2", "c => c; p => p1 p2"),
        // A split told in two rows.
        ("c > p", "c > p2; p1", "c => c; p => p1; p => p2"),
        // Two parents that both go on, or become one.
        ("c > p; c > q", "c > p; c > q", "c => c; p => p; q => q"),
        ("c > p; c > q", "c > m", "c => c; p q => m"),
        // A sub-group merges into the body it reported to.
        ("s > p; p > b", "m > b", "s p => m; b => b"),
        (
            "s > p; p > b",
            "m > b",
            "s => m : merged; p => m : merged; b => b",
        ),
        // Loops and self-links.
        ("a > b; b > a", "a > b; b > a", "a => a; b => b"),
        ("a > a", "a", "a => a"),
        // No lines at all.
        ("a; b", "a; b", "a => a; b => b"),
    ] {
        assert_eq!(
            moves(old, new, lineage),
            Vec::<String>::new(),
            "{old} | {new} | {lineage}"
        );
    }
}

#[test]
fn a_body_with_another_reporting_line_has_moved() {
    for (old, new, lineage, expected) in [
        (
            "c > p; q",
            "c > q; p",
            "c => c; p => p; q => q",
            "c: p -> q",
        ),
        ("c; p", "c > p", "c => c; p => p", "c:  -> p"),
        ("c > p", "c; p", "c => c; p => p", "c: p -> "),
        // The parent ended.
        ("c > p; b", "c > b", "c => c; p =>; b => b", "c: p -> b"),
        ("c > p", "c", "c => c; p =>", "c: p -> "),
        // The parent stands in no row: it has no known successor.
        ("c > p", "c > p", "c => c", "c: p -> p"),
        ("c > p", "c", "c => c", "c: p -> "),
        // One of two parents gone, or a second one come.
        (
            "c > p; c > q",
            "c > p; q",
            "c => c; p => p; q => q",
            "c: p q -> p",
        ),
        (
            "c > p; q",
            "c > p; c > q",
            "c => c; p => p; q => q",
            "c: p -> p q",
        ),
        // A split parent and one that is none of its successors.
        (
            "c > p; x",
            "c > p1; c > x; p2",
            "c => c; p => p1 p2; x => x",
            "c: p -> p1 x",
        ),
        // Merged and moved.
        (
            "a > p; b > p; q",
            "m > q; p",
            "a b => m; p => p; q => q",
            "m: p -> q",
        ),
        (
            "a > p; b > q",
            "m > p; q",
            "a b => m; p => p; q => q",
            "m: p q -> p",
        ),
        // Renamed and moved.
        (
            "a > p; q",
            "z > q; p",
            "a => z; p => p; q => q",
            "z: p -> q",
        ),
        // Out of a loop.
        ("a > b; b > a", "a > b; b", "a => a; b => b", "b: a -> "),
    ] {
        assert_eq!(
            moves(old, new, lineage),
            [expected],
            "{old} | {new} | {lineage}"
        );
    }
}

#[test]
fn a_permission_to_report_is_no_reporting_line() {
    let mut project = project("c > p", "c > p", "c => c; p => p");
    project.structures[1].links[0].permission = true;
    let comparison = compared(&project);
    assert_eq!(ids(&comparison.rows[0].moved.as_ref().unwrap().from), ["p"]);
    assert_eq!(comparison.links.changed.len(), 1);
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
fn properties_that_change_are_told() {
    type Edit = fn(&mut crate::model::Body);
    let edits: [(Edit, &str); 9] = [
        (|b| b.kind = Some("board".into()), "kind"),
        (|b| b.name = "A new name".into(), "name"),
        (|b| b.meetings.per_year = Some(4.0), "meetings"),
        (
            |b| b.meetings.as_stated = Some("monthly".into()),
            "meetings",
        ),
        (|b| b.seats.push(Seat::default()), "seats"),
        (|b| b.seats.push(seat("Police", 2)), "seats"),
        (|b| b.standing = Word::Known(Standing::Family), "standing"),
        (|b| b.standing = Word::Other("guest".into()), "standing"),
        (
            |b| b.certainty = Word::Known(Certainty::Undecided),
            "certainty",
        ),
    ];
    for (edit, expected) in edits {
        let mut project = project("a", "a", "a => a : retained");
        edit(body(&mut project, "new", "a"));
        assert_eq!(rows(&project), [format!("retained {expected}")]);
    }
}

fn seat(organisation: &str, n: u32) -> Seat {
    Seat {
        organisation: Some(organisation.into()),
        number: SeatNumber::Exactly(n),
        ..Seat::default()
    }
}

#[test]
fn order_spaces_capitals_and_pins_are_noise() {
    let mut project = project(
        "b; a > b; c > b; c tasked-by a",
        "b; a > b; c > b; c tasked-by a",
        "b => b; a => a; c => c",
    );
    for structure in ["old", "new"] {
        let a = body(&mut project, structure, "a");
        a.name = "The Culture Forum".into();
        a.seats = vec![seat("Police", 2), seat("Fire Brigade", 1)];
        a.meetings.per_year = Some(8.0);
        a.meetings.as_stated = Some("6 weekly".into());
    }
    let before = compared(&project);
    let new = &mut project.structures[1];
    new.bodies.reverse();
    new.links.reverse();
    new.links[0].label = Some(String::new());
    let a = body(&mut project, "new", "a");
    a.name = " the  culture FORUM ".into();
    a.pin = Some(Pin { x: 3, y: 4 });
    a.seats.reverse();
    a.seats[0].organisation = Some(" fire brigade".into());
    a.seats[1].note = Some("a note".into());
    a.meetings.as_stated = Some("every six weeks".into());
    let after = compared(&project);
    assert_eq!(rows(&project), ["retained", "retained", "retained"]);
    assert_eq!(after.links, before.links);
    assert_eq!(after.links, LinkChanges::default());
}

#[test]
fn a_seat_filled_through_a_body_follows_its_lineage() {
    let through = |id: &str| Seat {
        through: Some(id.into()),
        number: SeatNumber::Exactly(1),
        ..Seat::default()
    };
    let mut project = project("b; p", "b; q; r", "b => b; p => q; => r");
    body(&mut project, "old", "b").seats = vec![through("p")];
    body(&mut project, "new", "b").seats = vec![through("q")];
    assert_eq!(rows(&project)[0], "retained");
    body(&mut project, "new", "b").seats = vec![through("r")];
    assert_eq!(rows(&project)[0], "retained seats");
}

/// Added, removed and changed links.
fn links(old: &str, new: &str, lineage: &str) -> (Vec<String>, Vec<String>, Vec<(String, String)>) {
    let changes = compared(&project(old, new, lineage)).links;
    let words = |link: &crate::model::Link| link.id.to_string();
    (
        changes.added.iter().map(words).collect(),
        changes.removed.iter().map(words).collect(),
        changes
            .changed
            .iter()
            .map(|c| (words(&c.was), words(&c.now)))
            .collect(),
    )
}

#[test]
fn links_are_compared_along_lineage() {
    let none: Vec<String> = Vec::new();
    // Followed through a rename, a merger and a split.
    for (old, new, lineage) in [
        ("a > p", "a > q", "a => a; p => q"),
        ("a > p; b > p", "m > p", "a b => m; p => p"),
        ("a > p; a > q", "a > m", "a => a; p q => m"),
        ("a > p", "x > p; y > p", "a => x y; p => p"),
    ] {
        let (added, removed, changed) = links(old, new, lineage);
        assert_eq!(
            (added, removed),
            (none.clone(), none.clone()),
            "{old} | {new}"
        );
        assert!(changed.is_empty());
    }
    // Really gone, really new.
    let (added, removed, _) = links("a > p; q", "a > q; p", "a => a; p => p; q => q");
    assert_eq!(
        (added, removed),
        (vec!["a.reports-to.q".into()], vec!["a.reports-to.p".into()])
    );
    // A second link of the same kind between the same ends counts by itself.
    let (added, removed, _) = links("a > p; a > p", "a > p", "a => a; p => p");
    assert_eq!(
        (added, removed),
        (none.clone(), vec!["a.reports-to.p.2".into()])
    );
    // Inside a merger.
    let (_, removed, _) = links("a > b", "m", "a b => m");
    assert_eq!(removed, ["a.reports-to.b"]);
    // Another kind between the same ends.
    let (added, removed, changed) = links("a supports p", "a tasked-by p", "a => a; p => p");
    assert_eq!((added, removed), (none.clone(), none));
    assert_eq!(changed, [("a.supports.p".into(), "a.tasked-by.p".into())]);
    // An end in no row.
    let (added, removed, _) = links("a > p", "a > p", "a => a");
    assert_eq!((added.len(), removed.len()), (1, 1));
}

#[test]
fn other_links_are_told_at_both_ends_and_new_lines_only_as_moves() {
    let project = project(
        "a; b; c",
        "a; b tasked-by a; c > a",
        "a => a; b => b; c => c",
    );
    assert_eq!(
        rows(&project),
        ["retained links", "retained links", "retained moved"]
    );
}

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
    assert_eq!(comparison.rows[1].lineage, 2);
    assert_eq!(comparison.rows_of_old()[&BodyId::new("b")].number, 2);
    assert_eq!(comparison.rows_of_new()[&BodyId::new("a")].number, 1);
}

#[test]
fn contradictions_of_stated_fates_are_found() {
    use Contradiction as C;
    for (lineage, expected) in [
        ("a => a : retained", None),
        ("a b => x : replaced", None),
        ("a b => x : merged", None),
        ("a b => x : renamed", Some(C::Several)),
        ("a b => x : retained", Some(C::Several)),
        ("a => a : renamed", Some(C::SameName)),
        ("a => x : merged", Some(C::OnlyOneBefore)),
        ("a => x : merged; b => x : merged", None),
        ("a => x : split", Some(C::OnlyOneAfter)),
        ("a => x : split; a => y : split", None),
        ("a => x : ended", Some(C::HasAfter)),
        ("a => x : created", Some(C::HasBefore)),
        ("a => : renamed", Some(C::NoAfter)),
        ("=> x : retained", Some(C::NoBefore)),
        ("a => x : vanished", None),
    ] {
        let project = project("a; b", "a; x; y", lineage);
        let row = &project.lineage[0];
        let found = contradiction(
            row,
            project.lineage.iter().skip(1),
            &bodies_of(&project.structures[0]),
            &bodies_of(&project.structures[1]),
        );
        assert_eq!(found, expected, "{lineage}");
    }
}
