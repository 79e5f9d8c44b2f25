//! Grids: bodies against bodies, their cells made of links.

use super::*;
use crate::model::{Grid, Outcome, StandardLink};

fn workspace() -> Workspace {
    let mut w = Workspace::new(crate::compare::fixture::project(
        "a; b; x; y; a supports x; y tasked-by b",
        "a",
        "",
    ));
    w.apply(GridCommand::Add {
        structure: "old".into(),
        title: " Two ways ".into(),
        rows: vec!["a".into(), "b".into(), "a".into()],
        columns: vec!["x".into(), "y".into()],
        kinds: Vec::new(),
    })
    .unwrap();
    w
}

fn grid(w: &Workspace) -> Grid {
    w.project().structures[0].grids[0].clone()
}

fn set(w: &mut Workspace, row: &str, column: &str, cell: GridCell) -> Result<Outcome, Refusal> {
    w.apply(GridCommand::SetCell {
        structure: "old".into(),
        grid: "two-ways".into(),
        row: row.into(),
        column: column.into(),
        cell,
    })
}

fn links(w: &Workspace) -> Vec<String> {
    let links = w.project().structures[0].links.iter();
    links.map(|link| link.id.to_string()).collect()
}

fn supports() -> GridCell {
    GridCell::Linked(LinkKindId::of(StandardLink::Supports))
}

#[test]
fn a_grid_has_an_id_from_its_title_and_every_body_once() {
    let w = workspace();
    let grid = grid(&w);
    assert_eq!(
        (grid.id.as_str(), grid.title.as_str()),
        ("two-ways", "Two ways")
    );
    assert_eq!(grid.rows, ["a".into(), "b".into()]);
}

#[test]
fn a_cell_adds_and_removes_its_link_in_one_step() {
    let mut w = workspace();
    set(&mut w, "b", "x", supports()).unwrap();
    assert_eq!(links(&w), ["a.supports.x", "y.tasked-by.b", "b.supports.x"]);
    // What is there already stays as it is.
    set(&mut w, "b", "x", supports()).unwrap();
    assert_eq!(links(&w).len(), 3);
    // Links of either direction go with the cell.
    set(&mut w, "b", "y", GridCell::None).unwrap();
    assert_eq!(links(&w), ["a.supports.x", "b.supports.x"]);
    assert_eq!(grid(&w).none, [("b".into(), "y".into())]);
    set(&mut w, "a", "y", GridCell::None).unwrap();
    assert_eq!(
        grid(&w).none[0],
        ("a".into(), "y".into()),
        "in the table's order"
    );
    set(&mut w, "b", "y", supports()).unwrap();
    assert_eq!(grid(&w).none, [("a".into(), "y".into())]);
    w.undo();
    w.undo();
    w.undo();
    assert_eq!(links(&w), ["a.supports.x", "y.tasked-by.b", "b.supports.x"]);
    assert_eq!(grid(&w).none, []);
    set(&mut w, "a", "x", GridCell::NotStated).unwrap();
    assert_eq!(links(&w), ["y.tasked-by.b", "b.supports.x"]);
}

#[test]
fn only_kinds_that_count_stand_in_the_cells() {
    let mut w = workspace();
    let mut only = grid(&w);
    only.kinds = vec![LinkKindId::of(StandardLink::Supports)];
    let structure = StructureId::new("old");
    w.apply(GridCommand::Set {
        structure,
        grid: Box::new(only),
    })
    .unwrap();
    let refused = set(&mut w, "a", "y", GridCell::Linked("informs".into())).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "The grid “Two ways” does not show “Informs”. Choose another kind of link."
    );
    // A link that does not count is left alone.
    set(&mut w, "b", "y", GridCell::None).unwrap();
    assert!(links(&w).contains(&"y.tasked-by.b".to_owned()));
}

#[test]
fn refusals_are_sentences() {
    let mut w = workspace();
    for (row, column, sentence) in [
        (
            "x",
            "a",
            "“x” is no part of the grid “Two ways”. Add it to the rows or columns first.",
        ),
        ("gone", "x", "“gone” is not in “old”."),
    ] {
        let refused = set(&mut w, row, column, GridCell::None).unwrap_err();
        assert_eq!(refused.to_string(), sentence);
    }
    let refused = w.apply(GridCommand::Remove {
        structure: "old".into(),
        grid: "gone".into(),
    });
    assert_eq!(
        refused.unwrap_err().to_string(),
        "That grid is not there any more."
    );
    let mut both = grid(&w);
    both.columns.push("a".into());
    w.apply(GridCommand::Set {
        structure: "old".into(),
        grid: Box::new(both.clone()),
    })
    .unwrap();
    for cell in [GridCell::None, supports()] {
        let refused = set(&mut w, "a", "a", cell).unwrap_err();
        assert_eq!(refused.to_string(), "“a” cannot be linked with itself.");
    }
    both.rows.push("nobody".into());
    let refused = w.apply(GridCommand::Set {
        structure: "old".into(),
        grid: Box::new(both),
    });
    assert_eq!(
        refused.unwrap_err().to_string(),
        "“nobody” is not in “old”."
    );
}

#[test]
fn a_body_that_goes_leaves_the_grid_and_an_heir_takes_its_place() {
    let mut w = workspace();
    set(&mut w, "b", "x", GridCell::None).unwrap();
    let remove = |body: &str| BodyCommand::Remove {
        structure: "old".into(),
        bodies: vec![body.into()],
    };
    w.apply(remove("b")).unwrap();
    assert_eq!((grid(&w).rows, grid(&w).none), (vec!["a".into()], vec![]));
    w.undo();
    assert_eq!(grid(&w).rows.len(), 2);
    assert_eq!(grid(&w).none.len(), 1);
    // A copy as a later structure has its own grid.
    w.apply(StructureCommand::Derive {
        structure: "old".into(),
        title: "Later".into(),
    })
    .unwrap();
    assert_eq!(
        w.project().structures[1].grids,
        w.project().structures[0].grids
    );
    w.apply(VerbCommand::Merge {
        from: "old".into(),
        to: "later".into(),
        bodies: vec!["a".into(), "b".into()],
        name: "Both".into(),
    })
    .unwrap();
    let later = &w.project().structures[1].grids[0];
    assert_eq!(later.rows.len(), 1, "{:?}", later.rows);
    assert!(w.project().structures[1].body(&later.rows[0]).is_some());
}

#[test]
fn a_removed_grid_leaves_its_links_and_never_its_id() {
    let mut w = workspace();
    w.apply(GridCommand::Remove {
        structure: "old".into(),
        grid: "two-ways".into(),
    })
    .unwrap();
    assert_eq!(links(&w).len(), 2);
    w.apply(GridCommand::Add {
        structure: "old".into(),
        title: "Two ways".into(),
        rows: Vec::new(),
        columns: Vec::new(),
        kinds: Vec::new(),
    })
    .unwrap();
    assert_eq!(grid(&w).id.as_str(), "two-ways-2");
}
