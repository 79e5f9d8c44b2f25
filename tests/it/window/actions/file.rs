//! Files, undo, finding.

use super::*;
use crate::window::driver::read;

const THEN: &str = r#"{"format": "dotted-line", "version": "1.0",
  "structures": [{"id": "then", "title": "Then"}]}"#;

fn another() -> Table {
    let table = Table::answering(PROJECT, "other.json");
    table.folder.write("other.json", THEN);
    table
}

/// What stands in the file that was opened, and in the one that a dialog gave.
fn files(table: &Table) -> String {
    let holds = |name: &str| {
        let path = table.folder.path(name);
        path.exists().then(|| {
            String::from_utf8(read(&path))
                .unwrap()
                .contains("Sports Forum")
        })
    };
    format!("{:?}, {:?}", holds("test.json"), holds("other.json"))
}

fn export() -> Table {
    Table::answering(PROJECT, "out.svg")
}

fn seen_part(table: &Table, part: &str) -> String {
    table.window.sees_part(part).to_string()
}

/// What is copied is told.
const fn copies(words: &'static str, looks: fn(&Table) -> String) -> Case {
    Case::new(
        words,
        &[],
        || Table::of(PROJECT),
        looks,
        |before, after| before == "false" && after == "true",
    )
}

pub(super) const CASES: &[Case] = &[
    Case::new("New", &[(CTRL, Key::N)], pair, tabs, |before, after| {
        before == "Current, Proposed" && after == "Current"
    }),
    Case::new(
        "Open…",
        &[(CTRL, Key::O)],
        another,
        tabs,
        |before, after| before == "Current" && after == "Then",
    ),
    Case::new(
        "Save",
        &[(CTRL, Key::S)],
        changed,
        files,
        |before, after| before == "Some(false), None" && after == "Some(true), None",
    ),
    Case::new(
        "Save as…",
        &[(CTRL_SHIFT, Key::S)],
        changed,
        files,
        |before, after| before == "Some(false), None" && after == "Some(false), Some(true)",
    ),
    Case::new(
        "Export…",
        &[(CTRL, Key::E)],
        export,
        |table| format!("{}", table.folder.path("out.svg").exists()),
        |before, after| before == "false" && after == "true",
    )
    .answered(|table| table.window.click("Save as…")),
    copies("Copy picture", |table| seen_part(table, "Picture copied")),
    copies("Copy description", |table| {
        seen_part(table, "Description copied")
    }),
    copies("Copy tables", |table| seen_part(table, "Tables copied")),
    Case::new(
        "Start page",
        &[],
        pair,
        |table| seen(table, "Worked examples"),
        |before, after| before.ends_with("false") && after.ends_with("true"),
    ),
    Case::new(
        "Quit",
        &[(CTRL, Key::Q)],
        changed,
        |table| table.window.sees_part("Save the changes to").to_string(),
        |before, after| before == "false" && after == "true",
    ),
];

fn sports(table: &Table) -> String {
    table.window.sees("Sports Forum").to_string()
}

fn undone() -> Table {
    let mut table = changed();
    table.undo();
    table
}

fn selected(table: &Table) -> String {
    table.selected().join(", ")
}

pub(super) const EDIT: &[Case] = &[
    Case::new(
        "Undo",
        &[(CTRL, Key::Z)],
        changed,
        sports,
        |before, after| before == "true" && after == "false",
    ),
    Case::new(
        "Redo",
        &[(CTRL, Key::Y), (CTRL_SHIFT, Key::Z)],
        undone,
        sports,
        |before, after| before == "false" && after == "true",
    ),
    Case::new(
        "Find or run…",
        &[(CTRL, Key::K)],
        || Table::of(PROJECT),
        selected,
        |before, after| before.is_empty() && after == "Culture Forum",
    )
    .answered(|table| {
        table.type_text("culture");
        table.key(Key::Enter);
    }),
    Case::new(
        "Select all bodies",
        &[(CTRL, Key::A)],
        || Table::of(PROJECT),
        selected,
        |before, after| {
            before.is_empty()
                && after == "Culture Forum, Housing Forum, Partnership Board, Skills Forum"
        },
    ),
];

#[test]
fn opening_saving_exporting() {
    check("File", CASES);
}

#[test]
fn undo_and_finding() {
    check("Edit", EDIT);
}
