//! Bodies and links.

use super::*;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::NodeT as _;

fn project() -> Table {
    Table::of(PROJECT)
}

fn skills() -> Table {
    selecting(project(), "Skills Forum")
}

/// The line from Culture to the board, selected.
fn line() -> Table {
    let mut table = project();
    table.click_at(table.on_line("Culture Forum"), egui::PointerButton::Primary);
    assert!(table.window.sees("Kind of link: Reports to"));
    table
}

/// The kind that new links get.
fn kind(table: &Table) -> String {
    let nodes = table.window.h.query_all_by_role(Role::RadioButton);
    let on = nodes.filter(|n| n.accesskit_node().toggled() == Some(Toggled::True));
    let labels = on.filter_map(|n| n.accesskit_node().label());
    let mut labels = labels.filter(|label| label.ends_with(", for new links"));
    labels.next().unwrap_or_default()
}

/// New links are of another kind than "reports to".
fn informing() -> Table {
    let mut table = project();
    table.window.click("Informs, for new links");
    table
}

const fn draws(
    words: &'static str,
    keys: &'static [(Modifiers, Key)],
    begin: fn() -> Table,
    effect: fn(&str, &str) -> bool,
) -> Case {
    Case::new(words, keys, begin, kind, effect)
}

pub(super) const CASES: &[Case] = &[
    Case::new(
        "New body",
        &[(NONE, Key::N)],
        project,
        |table| table.has_card("Sports Forum").to_string(),
        |before, after| before == "false" && after == "true",
    )
    .answered(|table| {
        assert!(table.window.sees("Name of the new body"));
        table.type_text("Sports Forum");
        table.key(Key::Enter);
    }),
    Case::new(
        "Rename",
        &[(NONE, Key::F2)],
        skills,
        cards,
        |before, after| {
            before.contains("Skills Forum")
                && after.contains("Arts Forum")
                && !after.contains("Skills")
        },
    )
    .answered(|table| {
        table.type_text("Arts Forum");
        table.key(Key::Enter);
    }),
    Case::new(
        "Link with…",
        &[(NONE, Key::L)],
        skills,
        cards,
        |before, after| {
            !before.contains("Skills Forum, Forum, reports to")
                && after.contains("Skills Forum, Forum, reports to Partnership Board")
        },
    )
    .answered(|table| {
        table.type_text("board");
        table.key(Key::Enter);
    }),
    Case::new(
        "Delete",
        &[(NONE, Key::Delete), (NONE, Key::Backspace)],
        skills,
        cards,
        |before, after| before.contains("Skills") && !after.contains("Skills"),
    ),
    draws(
        "Draw “reports to”",
        &[(NONE, Key::Num1)],
        informing,
        |before, after| before.starts_with("Informs") && after.starts_with("Reports to"),
    ),
    draws(
        "Draw “tasked by”",
        &[(NONE, Key::Num2)],
        project,
        |before, after| before.starts_with("Reports to") && after.starts_with("Tasked by"),
    ),
    draws(
        "Draw “represented on”",
        &[(NONE, Key::Num3)],
        project,
        |before, after| before.starts_with("Reports to") && after.starts_with("Represented on"),
    ),
    draws(
        "Draw “supports”",
        &[(NONE, Key::Num4)],
        project,
        |before, after| before.starts_with("Reports to") && after.starts_with("Supports"),
    ),
    draws(
        "Draw “informs”",
        &[(NONE, Key::Num5)],
        project,
        |before, after| before.starts_with("Reports to") && after.starts_with("Informs"),
    ),
    Case::new(
        "Turn the link round",
        &[(NONE, Key::R)],
        line,
        |table| table.hint(),
        |before, after| {
            before.contains("“Culture Forum” reports to “Partnership Board”")
                && after.contains("“Partnership Board” reports to “Culture Forum”")
        },
    ),
];

#[test]
fn bodies_and_links() {
    check("Bodies and links", CASES);
}
