//! The views with tables: Changes with its plan, Members, Measures.

mod plan;
mod schedule;
mod sheets;

use super::driver::Window;
use super::table::{PAIR, PROJECT, Table};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const CTRL: Modifiers = Modifiers::COMMAND;

/// Where a cell stands from above: cells of one row stand at one height.
fn height(node: &egui_kittest::Node<'_>) -> i32 {
    node.rect().top() as i32
}

/// The label of a cell in the row of another cell: "Fate: Merged" beside "From: Culture Forum".
fn beside(window: &Window, cell: &str, head: &str) -> String {
    let row = height(&window.h.get_by_label(cell));
    let start = format!("{head}: ");
    let cells = window.h.query_all_by_role(Role::Cell);
    let same = cells.filter(|node| height(node) == row);
    let mut labels = same.filter_map(|node| node.accesskit_node().label());
    let found = labels.find(|label| label.starts_with(&start));
    found.unwrap_or_else(|| panic!("no “{head}” beside “{cell}”"))
}

/// Clicks a cell in the row of another one.
fn click_beside(table: &mut Table, cell: &str, head: &str) {
    let words = beside(&table.window, cell, head);
    let row = height(&table.window.h.get_by_label(cell));
    let mut cells = table.window.h.query_all_by_label(&words);
    cells.find(|node| height(node) == row).unwrap().click();
    drop(cells);
    table.run();
}

/// The cells of a column in sight, from top to bottom.
fn first_cells(window: &Window, head: &str) -> Vec<String> {
    let start = format!("{head}: ");
    let cells = window.h.query_all_by_role(Role::Cell);
    let mut found: Vec<(i32, String)> = cells
        .filter_map(|node| {
            let label = node.accesskit_node().label()?;
            Some((height(&node), label.strip_prefix(&start)?.to_owned()))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, words)| words).collect()
}

fn schedule() -> Table {
    let mut table = Table::of(PAIR);
    table.keys(CTRL, Key::Num3);
    table
}

/// Without any lineage, every body of both structures is unaccounted for.
fn untold() -> Table {
    let mut project: serde_json::Value = serde_json::from_str(PAIR).unwrap();
    project["lineage"] = serde_json::json!([]);
    let mut table = Table::of(&project.to_string());
    table.keys(CTRL, Key::Num3);
    table
}

#[test]
fn one_structure_alone_is_told_what_to_do() {
    for (key, words) in [
        (Key::Num3, "nothing changes yet"),
        (Key::Num4, "nobody gains or loses a seat"),
    ] {
        let mut table = Table::of(PROJECT);
        table.keys(CTRL, key);
        assert!(table.window.sees_part(words), "{words}");
        table.window.click("Derive proposed…");
        assert!(table.window.sees("Title"), "the question is over the table");
        table.key(Key::Enter);
        table.keys(CTRL, key);
        assert!(!table.window.sees_part(words));
    }
    let mut table = Table::of(PROJECT);
    table.keys(CTRL, Key::Num5);
    assert_eq!(
        beside(&table.window, "Measure: Bodies", "Current"),
        "Current: 4"
    );
}
