//! Who has moved, and who only follows a parent.

use super::*;

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
