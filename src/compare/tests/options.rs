//! Several options for the same structure of today.

use super::*;
use crate::model::{Certainty, StructureId, Word};

#[test]
fn each_body_of_today_has_a_cell_under_each_option() {
    let project = stages(
        &[
            ("now", "a; b; c"),
            ("x", "a; n"),
            ("y", "m; c; o"),
            ("z", "a; b; c"),
        ],
        &[
            ("now", "x", "a => a; b => ; => n"),
            ("now", "y", "a b => m; c => c"),
        ],
    );
    let others: Vec<_> = ["x", "y", "z"].map(StructureId::new).into();
    let found = options(&project, &"now".into(), &others).unwrap();
    let words: Vec<Vec<&str>> = found
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.words.as_str()).collect())
        .collect();
    assert_eq!(
        words,
        [
            ["Retained", "Merged into m", "Nothing is said"],
            ["Ended", "Merged into m", "Nothing is said"],
            ["Nothing is said", "Retained", "Nothing is said"],
        ]
    );
    assert!(found.rows.iter().all(|row| row.differs));
    assert_eq!([0, 1, 2].map(|at| found.untold(at)), [1, 0, 3]);
    assert_eq!(ids(&found.columns[0].new), ["n"]);
    assert_eq!(ids(&found.columns[1].untold), ["o"]);
    assert_eq!(ids(&found.columns[1].new), [""; 0]);
    let one = options(&project, &"now".into(), &others[..1]).unwrap();
    assert!(one.rows.iter().all(|row| !row.differs));
    assert!(options(&project, &"now".into(), &["gone".into()]).is_err());
}

#[test]
fn words_of_a_cell_say_what_changes_and_how_sure_it_is() {
    let mut project = project(
        "a; b > a; c",
        "a; n; c > a",
        "a => a n; b => c : renamed; c => c : split",
    );
    project.lineage[0].reason = Some(" more room ".into());
    project.lineage[1].certainty = Word::Known(Certainty::Implied);
    let comparison = compared(&project);
    let later = &project.structures[1];
    let book = outcome::Book::new(&comparison, later);
    let cell = |id: &str| book.of_old(&id.into());
    assert_eq!(cell("a").words, "Split into a and n");
    assert_eq!(cell("a").reason.as_deref(), Some("more room"));
    assert_eq!(cell("b").words, "Renamed c (implied)");
    assert_eq!(cell("c").words, "Split into c; moved");
    assert_eq!(cell("gone").said, Said::Nothing);
}
