//! Small menus over cells, by keys alone.

use super::driver::Window;
use super::table::{GRID, PAIR, Table};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

/// What has the keyboard.
fn focused(window: &Window) -> String {
    let mut nodes = window.h.root().children_recursive();
    let on = nodes.find(|node| node.accesskit_node().is_focused());
    on.and_then(|node| node.accesskit_node().label())
        .unwrap_or_default()
}

/// The table of changes, the keyboard on the fate of the forum that ends.
fn at_fate() -> Table {
    let mut table = Table::of(PAIR);
    table.keys(Modifiers::COMMAND, Key::Num3);
    table.window.click("From: Housing Forum");
    table.key(Key::ArrowRight);
    assert_eq!(focused(&table.window), "Fate: Ended");
    table
}

#[test]
fn a_fate_is_chosen_by_keys_and_the_keyboard_comes_back() {
    let mut table = at_fate();
    table.key(Key::Enter);
    assert_eq!(focused(&table.window), "Ended (follows from the line)");
    for key in [Key::ArrowLeft, Key::ArrowRight] {
        table.key(key);
        assert_eq!(focused(&table.window), "Ended (follows from the line)");
    }
    table.key(Key::ArrowDown);
    assert_eq!(focused(&table.window), "Retained");
    table.key(Key::ArrowUp);
    table.key(Key::ArrowUp);
    let last = focused(&table.window);
    table.key(Key::ArrowDown);
    assert_eq!(focused(&table.window), "Ended (follows from the line)");
    table.key(Key::End);
    assert_eq!(focused(&table.window), last);
    table.key(Key::Home);
    table.key(Key::ArrowDown);
    table.key(Key::Space);
    assert!(focused(&table.window).starts_with("Fate: Retained"));
    table.key(Key::Enter);
    table.key(Key::Escape);
    assert!(focused(&table.window).starts_with("Fate: Retained"));
    table.key(Key::Enter);
    table.key(Key::Tab);
    assert!(focused(&table.window).starts_with("To: "));
}

#[test]
fn bodies_are_found_and_ticked_by_keys() {
    let mut table = at_fate();
    table.key(Key::ArrowRight);
    table.key(Key::Enter);
    assert_eq!(focused(&table.window), "Find a body");
    table.type_text("arts");
    table.key(Key::ArrowDown);
    assert_eq!(focused(&table.window), "Arts Forum");
    table.key(Key::ArrowUp);
    assert_eq!(focused(&table.window), "Find a body");
    table.key(Key::Enter);
    assert_eq!(focused(&table.window), "Arts Forum");
    table.key(Key::Space);
    assert_eq!(focused(&table.window), "Arts Forum", "more can be ticked");
    table.key(Key::Escape);
    assert_eq!(focused(&table.window), "To: Arts Forum");
    table.undo();
    assert!(table.window.sees("Fate: Ended"), "it was one step");
}

#[test]
fn a_cell_of_the_matrix_is_changed_by_keys_and_keeps_the_keyboard() {
    let mut table = Table::of(GRID);
    table.keys(Modifiers::ALT, Key::X);
    table.window.click_part("Culture Forum and Skills Forum");
    table.key(Key::Escape);
    let cell = "Culture Forum and Skills Forum: ";
    assert!(focused(&table.window).starts_with(cell));
    table.key(Key::Enter);
    let first = focused(&table.window);
    assert!(!first.is_empty() && !first.starts_with(cell), "{first}");
    table.key(Key::ArrowRight);
    assert_eq!(focused(&table.window), first);
    table.key(Key::End);
    assert!(focused(&table.window).ends_with("Not stated"));
    table.key(Key::Tab);
    assert_eq!(focused(&table.window), first, "Tab goes round in it");
    table.key(Key::End);
    table.key(Key::Enter);
    assert_eq!(focused(&table.window), format!("{cell}not stated"));
    table.key(Key::Space);
    table.key(Key::Escape);
    assert_eq!(focused(&table.window), format!("{cell}not stated"));
    table.key(Key::ArrowRight);
    assert!(focused(&table.window).starts_with("Culture Forum and Safety Forum: "));
}

#[test]
fn details_beside_the_matrix_are_those_of_the_cell_as_it_is_now() {
    let mut table = Table::of(GRID);
    table.keys(Modifiers::ALT, Key::X);
    let kinds = |table: &Table| {
        let all = table.window.everything();
        let combo = all.into_iter().filter(|line| line.starts_with("ComboBox"));
        combo.collect::<Vec<_>>().join("\n")
    };
    for (entry, now) in [("Tasked by", "Tasked by"), ("Informs", "Informs")] {
        table.window.click_part("Culture Forum and Safety Forum");
        table.window.click_part(entry);
        assert!(table.window.sees_part("Turn the link round"), "{entry}");
        assert!(kinds(&table).contains(now), "{}", kinds(&table));
    }
    table.window.click_part("Culture Forum and Safety Forum");
    table.window.click_part("None: nothing to do");
    assert!(!table.window.sees_part("Turn the link round"));
}

#[test]
fn a_row_of_the_matrix_is_moved_by_keys() {
    let mut table = Table::of(GRID);
    table.keys(Modifiers::ALT, Key::X);
    table.window.click_part("Row Culture Forum");
    assert!(
        focused(&table.window).ends_with("Move down"),
        "the first row cannot move up"
    );
    table.key(Key::Enter);
    assert!(!table.window.sees_part("Take out of the grid"));
    assert_eq!(focused(&table.window), "Row Housing Forum");
    table.undo();
    assert_eq!(focused(&table.window), "Row Culture Forum");
}
