//! Places by hand, and how the Draw view is drawn.

use super::*;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::NodeT as _;

fn project() -> Table {
    Table::of(PROJECT)
}

/// Skills was put somewhere by hand, and is selected.
fn pinned() -> Table {
    let mut table = project();
    let at = table.card("Skills Forum").center();
    table.drag(at, at + egui::Vec2::new(-100.0, 120.0));
    table
}

/// The same, with the board selected too.
fn pinned_and_board() -> Table {
    let mut table = pinned();
    table
        .window
        .card("Partnership Board")
        .click_modifiers(SHIFT);
    table.run();
    table
}

fn place(table: &Table) -> String {
    let to_board = table.card("Skills Forum").min - table.card("Partnership Board").min;
    format!("{to_board:.0}")
}

fn at_home(table: &mut Table) {
    assert_eq!(place(table), place(&project()));
}

/// What is chosen, while the choice of page is open.
fn chosen(table: &Table) -> String {
    let nodes = table.window.h.query_all_by_role(Role::RadioButton);
    let on = nodes.filter(|n| n.accesskit_node().toggled() == Some(Toggled::True));
    let labels = on.filter_map(|n| n.accesskit_node().label());
    let choices: Vec<String> = labels.filter(|label| label.contains(": ")).collect();
    choices.join(", ")
}

fn on_a3() -> Table {
    let mut table = project();
    table.window.menu("Arrangement", "Paper A3");
    table
}

/// The project with a tier for the board, in zones.
fn tiered() -> Table {
    let tiers = r#""tiers": [{"id": "top", "name": "Leadership"}], "structures""#;
    let board = r#""id": "board", "tier": "top", "#;
    let project =
        PROJECT
            .replacen(r#""structures""#, tiers, 1)
            .replacen(r#""id": "board", "#, board, 1);
    let mut table = Table::of(&project);
    table.window.menu("Arrangement", "Drawing in zones");
    table
}

fn in_bands() -> Table {
    let mut table = tiered();
    table.window.menu("Arrangement", "Tiers as bands");
    table
}

fn reordered() -> Table {
    let mut table = project();
    table
        .window
        .menu("Arrangement", "Siblings where lines cross least");
    table
}

fn upright() -> Table {
    let mut table = project();
    table.window.menu("Arrangement", "Portrait");
    table
}

const fn chooses(
    words: &'static str,
    begin: fn() -> Table,
    effect: fn(&str, &str) -> bool,
) -> Case {
    Case::new(words, &[], begin, chosen, effect).answered(Table::choose_page)
}

fn each_by_itself() -> Table {
    let mut table = pair();
    table.window.menu("Arrangement", "Compare each by itself");
    table
}

pub(super) const CASES: &[Case] = &[
    Case::new(
        "Arrange selection",
        &[(NONE, Key::A)],
        pinned_and_board,
        place,
        |before, after| before != after,
    )
    .answered(|table| {
        let (board, skills) = (table.card("Partnership Board"), table.card("Skills Forum"));
        assert!(!board.intersects(skills));
    }),
    Case::new(
        "Arrange all",
        &[(SHIFT, Key::A)],
        pinned,
        place,
        |before, after| before != after,
    )
    .answered(at_home),
    Case::new(
        "Release pins",
        &[(NONE, Key::P)],
        pinned,
        place,
        |before, after| before != after,
    )
    .answered(at_home),
    chooses("Plain drawing", Table::in_zones, |_, after| {
        after.contains("Arrangement: plain")
    }),
    chooses("Drawing in zones", project, |_, after| {
        after.contains("Arrangement: in zones")
    }),
    chooses("Plain or in zones, automatically", project, |_, after| {
        after.contains("Arrangement: automatic")
    }),
    chooses("Paper A4", on_a3, |_, after| after.contains("Paper: A4")),
    chooses("Paper A3", project, |_, after| after.contains("Paper: A3")),
    chooses(
        "Landscape or portrait, automatically",
        upright,
        |_, after| after.contains("Orientation: automatic"),
    ),
    chooses("Landscape", upright, |_, after| {
        after.contains("Orientation: landscape")
    }),
    chooses("Portrait", project, |_, after| {
        after.contains("Orientation: portrait")
    }),
    chooses("No bands of tiers", in_bands, |_, after| {
        after.contains("Tiers: not shown")
    }),
    chooses("Tiers as bands", tiered, |_, after| {
        after.contains("Tiers: as bands") && after.contains("Arrangement: plain")
    }),
    chooses(
        "Siblings in the order of the outline",
        reordered,
        |_, after| after.contains("Siblings: as in the outline"),
    ),
    chooses("Siblings where lines cross least", project, |_, after| {
        after.contains("Siblings: where lines cross least")
    }),
    chooses("Compare in the same places", each_by_itself, |_, after| {
        after == "Bodies: in the same places"
    }),
    chooses("Compare each by itself", pair, |_, after| {
        after == "Bodies: each by itself"
    }),
    Case::new(
        "Gather lines again",
        &[],
        Table::opened,
        |table| table.gathered().is_some().to_string(),
        |before, after| before == "false" && after == "true",
    ),
];

#[test]
fn arrangement() {
    check("Arrangement", CASES);
}
