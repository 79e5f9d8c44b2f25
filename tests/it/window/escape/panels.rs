//! Questions, menus, fields and lists.

use super::*;
use crate::window::table::{GRID, PAIR};
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

fn pair() -> Table {
    Table::of(PAIR)
}

fn one() -> Table {
    let mut table = pair();
    table.click_card("Culture Forum");
    table
}

fn two() -> Table {
    let mut table = one();
    table
        .window
        .card("Partnership Board")
        .click_modifiers(SHIFT);
    table.run();
    table
}

fn comparison() -> Table {
    let mut table = pair();
    table.keys(CTRL, Key::Num2);
    table
}

/// Both structures in one drawing.
fn overlaid() -> Table {
    let mut table = comparison();
    table.keys(Modifiers::ALT, Key::O);
    table
}

/// Culture of the later structure, at the right, is selected.
fn change_of_comparison() -> Table {
    let mut table = comparison();
    let cards = table
        .window
        .h
        .query_all_by_label_contains("Culture Forum, Forum");
    cards.last().unwrap().click();
    table.run();
    table
}

/// A change that no file holds.
fn unsaved() -> Table {
    let mut table = project();
    table.click_card("Skills Forum");
    table.key(Key::Delete);
    table
}

fn to_a_bad_file() -> Table {
    let table = Table::answering(PAIR, "bad.json");
    table.folder.write("bad.json", "{");
    table
}

fn row() -> Table {
    let mut table = project();
    table.window.click_row("Culture Forum");
    table
}

fn asks(table: &mut Table, group: &str, entry: &str) -> Option<Pos2> {
    table.window.menu(group, entry);
    table.type_text("Words");
    None
}

fn field(table: &mut Table, label: &str) -> Option<Pos2> {
    let field = table.window.h.get_by_role_and_label(Role::TextInput, label);
    field.click();
    table.run();
    table.type_text("Words");
    None
}

const QUESTIONS: &[Case] = &[
    case("add a structure", pair, |t| {
        asks(t, "Structure", "Add an empty structure…")
    }),
    case("derive", pair, |t| asks(t, "Structure", "Derive proposed…")),
    case("duplicate", pair, |t| {
        asks(t, "Structure", "Duplicate structure…")
    }),
    case("rename a structure", pair, |t| {
        asks(t, "Structure", "Rename structure…")
    }),
    case("merge", two, |t| asks(t, "What becomes of it", "Merge…")),
    case("split", one, |t| {
        asks(t, "What becomes of it", "Split into…")
    }),
    case("replace", one, |t| {
        asks(t, "What becomes of it", "Replace by a new body…")
    }),
    case("end", one, |t| asks(t, "What becomes of it", "End…")),
    case("delete", one, |t| {
        t.key(Key::Delete);
        None
    }),
    case("a question, refused", pair, |t| {
        t.window.menu("Structure", "Add an empty structure…");
        t.key(Key::Enter);
        assert!(t.window.sees("A structure needs a name."));
        None
    }),
    case("the choice of places of a comparison", comparison, |t| {
        t.choose_page();
        assert!(t.window.sees("Bodies: each by itself"));
        None
    }),
    case("a question in a comparison", change_of_comparison, |t| {
        t.key(Key::Delete);
        None
    }),
    case("leaving unsaved work", unsaved, |t| {
        t.keys(CTRL, Key::N);
        assert!(t.window.sees_part("Save the changes to"));
        None
    }),
    case("a file that cannot be opened", to_a_bad_file, |t| {
        t.keys(CTRL, Key::O);
        assert!(t.window.sees("“bad.json” cannot be opened"));
        None
    }),
];

fn matrix() -> Table {
    let mut table = Table::of(GRID);
    table.keys(Modifiers::ALT, Key::X);
    table
}

/// The keyboard on a cell of a grid.
fn cell() -> Table {
    let mut table = matrix();
    table.window.click_part("Culture Forum and Skills Forum");
    table.key(Key::Escape);
    table
}

/// The head of a column, whose body is selected.
fn head() -> Table {
    let mut table = matrix();
    table.window.click_part("Column Skills Forum");
    table.key(Key::Escape);
    table
}

const MENUS: &[Case] = &[
    case("the way between two structures", comparison, |table| {
        table.keys(Modifiers::ALT, Key::M);
        table.key(Key::ArrowRight);
        None
    }),
    case("the way, while it plays", overlaid, |table| {
        table.keys(Modifiers::ALT, Key::M);
        table.key(Key::Space);
        assert!(table.window.sees("Pause"));
        None
    }),
    case("the menu", pair, |t| {
        t.window.click_part("Menu");
        None
    }),
    case("find or run", pair, |t| {
        t.keys(CTRL, Key::K);
        t.type_text("cult");
        None
    }),
    case("find or run, refused", pair, |t| {
        t.keys(CTRL, Key::K);
        t.type_text("merge");
        t.key(Key::Enter);
        None
    }),
    case("export", pair, |t| {
        t.keys(CTRL, Key::E);
        t.window.click("Picture for slides and mail (PNG)");
        None
    }),
    case("the menu of a cell of a grid", cell, |t| {
        t.key(Key::Enter);
        None
    }),
    case("the menu of a head of a grid", head, |t| {
        t.window.click_part("Column Skills Forum");
        None
    }),
    case("the bodies of a grid", matrix, |t| {
        t.window.click_part("Add row");
        None
    }),
    case("findings", pair, |t| {
        t.window.click_part("finding");
        None
    }),
];

/// The keyboard is on a cell of the schedule.
fn cell_of(name: &str) -> Table {
    let mut table = pair();
    table.keys(CTRL, Key::Num3);
    let cells = table.window.h.query_all_by_label(name);
    let first = cells.min_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
    first.unwrap().click();
    table.run();
    table
}

fn question() -> Table {
    let mut table = pair();
    table.keys(CTRL, Key::Num6);
    table.window.click("Add a question");
    table.type_text("Who leads it?");
    table.key(Key::Enter);
    table
}

const CELLS: &[Case] = &[
    case(
        "a reason, typed",
        || cell_of("Reason: Not stated"),
        |t| {
            t.key(Key::Enter);
            t.type_text("Because");
            None
        },
    ),
    case(
        "a fate, chosen from",
        || cell_of("Fate: Ended"),
        |t| {
            t.key(Key::Enter);
            assert!(t.window.sees("Ended (follows from the line)"));
            None
        },
    ),
    case(
        "a successor, chosen from",
        || cell_of("To: Skills Forum"),
        |t| {
            t.key(Key::Enter);
            assert!(t.window.sees("Find a body"));
            None
        },
    ),
    case("a response, typed", question, |t| {
        t.window.click("Response: Not stated");
        t.key(Key::Escape);
        t.window.click("Response: Not stated");
        t.key(Key::Enter);
        t.type_text("The board");
        None
    }),
];

#[test]
fn escape_gives_up_a_cell() {
    check(CELLS);
}

const FIELDS: &[Case] = &[
    case("name of a body", one, |t| field(t, "Name")),
    case("short form of a body", one, |t| field(t, "Short form")),
    case("title of a structure", pair, |t| field(t, "Title")),
    case("an outline row, new", row, |t| {
        t.key(Key::Enter);
        t.type_text("Sports");
        None
    }),
    case("an outline row, new, a level in", row, |t| {
        t.key(Key::Enter);
        t.type_text("Sports");
        t.key(Key::Tab);
        None
    }),
    case("an outline row, renamed", row, |t| {
        t.key(Key::F2);
        t.type_text("Sports");
        None
    }),
    case("an outline row, renamed and a level in", row, |t| {
        t.window.click_row("Housing Forum");
        t.window.click_row("Culture Forum");
        t.key(Key::F2);
        t.type_text("Sports");
        t.key(Key::Tab);
        None
    }),
    case("a tab, renamed", pair, |t| {
        t.window
            .h
            .get_by_role_and_label(Role::Tab, "Proposed")
            .focus();
        t.run();
        t.key(Key::F2);
        t.type_text("Words");
        None
    }),
];

#[test]
fn escape_gives_up_questions() {
    check(QUESTIONS);
}

#[test]
fn escape_closes_menus() {
    check(MENUS);
}

#[test]
fn escape_gives_up_what_is_typed() {
    check(FIELDS);
}

/// A tick is a choice like a filter, and nothing under way: Escape leaves it.
#[test]
fn only_what_changes_stays_while_escape_clears_the_selection() {
    let mut table = comparison();
    table.keys(Modifiers::ALT, Key::C);
    let before = shown(&mut table);
    assert!(!table.window.sees_part("Retained: "));
    table.window.card("Culture Forum").click();
    table.run();
    table.key(Key::Escape);
    let after = shown(&mut table);
    assert_eq!(difference(&before, &after), "");
}

/// What hangs on the pointer is painted alone, so this is no case of the table.
#[test]
fn escape_gives_up_a_row_that_is_dragged() {
    let mut table = row();
    let before = shown(&mut table);
    for escapes in [false, true] {
        let middle = |t: &Table, name| t.window.row(name).rect().center();
        let (from, to) = (
            middle(&table, "Skills Forum"),
            middle(&table, "Housing Forum"),
        );
        table.window.h.drag_at(from);
        table.run();
        table.window.h.hover_at(from + egui::vec2(0.0, -12.0));
        table.run();
        table.window.h.hover_at(to);
        table.run();
        if escapes {
            table.key(Key::Escape);
        }
        table.window.h.drop_at(to);
        table.run();
        let moved = table
            .spoken("Skills Forum")
            .contains("reports to Housing Forum");
        assert_ne!(moved, escapes);
        if moved {
            table.undo();
            table.window.click_row("Culture Forum");
        }
    }
    let after = shown(&mut table);
    let rows = |all: &[String]| {
        let rows = all.iter().filter(|line| !line.starts_with("Button | Redo"));
        rows.cloned().collect::<Vec<_>>()
    };
    assert_eq!(difference(&rows(&before), &rows(&after)), "");
}
