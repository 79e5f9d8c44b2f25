//! The matrix: cells by pointer and keyboard, heads, undo; the table of options; stages in time.

use super::driver::Window;
use super::table::{DATED, GRID, PAIR, Table};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

fn matrix() -> Table {
    let mut table = Table::of(GRID);
    table.keys(Modifiers::ALT, Key::X);
    table
}

/// The cell of two bodies, as a screen reader says it.
fn cell(table: &Table, row: &str, column: &str) -> String {
    let start = format!("{row} Forum and {column} Forum: ");
    let all = table.window.everything();
    let line = all.iter().find(|line| line.contains(&start));
    let line = line.unwrap_or_else(|| panic!("no cell “{start}” in {all:#?}"));
    let rest = line.split_once(&start).map_or("", |(_, rest)| rest);
    rest.split(" | ").next().unwrap_or_default().to_owned()
}

fn open(table: &mut Table, row: &str, column: &str) {
    table
        .window
        .click_part(&format!("{row} Forum and {column} Forum"));
}

#[test]
fn cells_say_links_none_and_not_stated() {
    let table = matrix();
    assert_eq!(cell(&table, "Culture", "Skills"), "Supports");
    assert_eq!(cell(&table, "Culture", "Safety"), "not stated");
    assert_eq!(cell(&table, "Housing", "Skills"), "none");
}

#[test]
fn a_cell_is_changed_in_its_menu_and_comes_back_with_undo() {
    let mut table = matrix();
    open(&mut table, "Culture", "Safety");
    table.window.click_part("Tasked by");
    assert_eq!(cell(&table, "Culture", "Safety"), "Tasked by");
    open(&mut table, "Culture", "Safety");
    table.window.click_part("None: nothing to do");
    assert_eq!(cell(&table, "Culture", "Safety"), "none");
    open(&mut table, "Culture", "Skills");
    table.window.click_part("Not stated");
    assert_eq!(cell(&table, "Culture", "Skills"), "not stated");
    for _ in 0..3 {
        table.keys(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(cell(&table, "Culture", "Skills"), "Supports");
    assert_eq!(cell(&table, "Culture", "Safety"), "not stated");
}

#[test]
fn the_keyboard_goes_from_cell_to_cell_and_opens_their_menus() {
    let mut table = matrix();
    open(&mut table, "Culture", "Skills");
    table.key(Key::Escape);
    for key in [
        Key::ArrowRight,
        Key::ArrowDown,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowRight,
    ] {
        table.key(key);
    }
    table.key(Key::Enter);
    table.window.click_part("None: nothing to do");
    assert_eq!(cell(&table, "Housing", "Safety"), "none");
}

#[test]
fn a_linked_cell_shows_its_link_beside_the_grid() {
    let mut table = matrix();
    open(&mut table, "Culture", "Skills");
    table.key(Key::Escape);
    assert!(table.window.sees_part("Turn the link round"));
    table.key(Key::Delete);
    assert_eq!(cell(&table, "Culture", "Skills"), "not stated");
}

#[test]
fn heads_move_and_go_and_bodies_are_added() {
    let mut table = matrix();
    table.window.click_part("Column Skills Forum");
    table.window.click_part("Take out of the grid");
    assert!(!table.window.sees_part("Column Skills Forum"));
    table.window.click_part("Add column");
    // The menu lies over the outline, so its entry comes last.
    let entries = table.window.h.query_all_by_label("Culture Forum");
    entries.last().unwrap().click();
    table.run();
    assert!(table.window.sees_part("Column Culture Forum"));
    assert_eq!(cell(&table, "Culture", "Culture"), "—");
    table.window.click_part("Row Culture Forum");
    table.window.click_part("Move down");
    let rows = table.window.everything();
    let place = |name: &str| rows.iter().position(|line| line.contains(name));
    assert!(place("Row Housing Forum") < place("Row Culture Forum"));
}

#[test]
fn a_grid_is_made_and_removed_and_drawing_leaves_it() {
    let mut table = Table::of(PAIR);
    table.keys(Modifiers::ALT, Key::X);
    table.window.click_part("Make a grid");
    assert!(table.window.sees_part("Add the bodies of its rows"));
    table.window.click_part("Grids");
    table.window.click_part("Remove this grid");
    assert!(table.window.sees_part("This structure has no grid yet"));
    table.key(Key::N);
    assert!(!table.window.sees_part("This structure has no grid yet"));
}

#[test]
fn options_and_consultations_are_told_body_by_body() {
    let mut window = Window::sample("west-cheshire");
    window.press(Modifiers::ALT, Key::P);
    assert!(window.sees_part(
        "Current: Health and Wellbeing Thematic Partnership. \
         Proposed (nothing is said of 1): Replaced by Shadow Health and Wellbeing Board"
    ));
    assert!(window.sees_part("From April 2013 by way of Proposed"));
    window.click("Consulted and decided");
    assert!(window.sees_part("Why they differ: No reason given"));
    assert!(window.sees_part("Why they differ: No difference"));
    window.click("Only differences");
    assert!(!window.sees_part("Why they differ: No difference"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.sees_part("Why they differ"));
}

#[test]
fn a_chain_of_stages_is_compared_in_the_window() {
    let mut window = Window::sample("west-cheshire");
    window.ctrl(Key::Num2);
    window.click_part("To Proposed");
    window.click("From April 2013");
    assert!(window.sees_part("Rows are put together by way of “Proposed”"));
    assert!(window.sees_part("Replaced: "));
}

#[test]
fn the_slider_goes_from_month_to_month_in_words() {
    let mut table = Table::of(DATED);
    table.keys(Modifiers::ALT, Key::T);
    for words in [
        "March 2011: Shadow Board is not yet there; 1 body without a date.",
        "April 2011: Shadow Board is in shadow form; 1 body without a date.",
        "May 2011: Shadow Board is in shadow form; 1 body without a date.",
        "June 2011: Shadow Board is statutory; 1 body without a date.",
    ] {
        assert!(table.window.sees_part(words), "{words}");
        table.window.click_part("Next month");
    }
    // The last month stays the last.
    table.window.click_part("Next month");
    assert!(table.window.sees_part("July 2011: "));
    table.window.click_part("Month before");
    assert!(table.window.sees_part("June 2011: "));
    table.window.click("Close");
    assert!(!table.window.sees_part("June 2011: "));
    table.keys(Modifiers::ALT, Key::T);
    assert!(table.window.sees_part("March 2011: "));
    table.key(Key::Escape);
    assert!(!table.window.sees_part("March 2011: "));
    assert!(table.window.sees_part("Undo") && !table.window.sees_part("Unsaved"));
}
