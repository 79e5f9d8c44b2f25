//! Links, compared along lineage.

use super::*;

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
