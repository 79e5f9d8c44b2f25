//! What is not possible now says why, in the palette as a sentence and greyed in the menu.

use super::*;

/// An action in a state in which it is not possible, and why.
struct Refused {
    words: &'static str,
    begin: fn() -> Table,
    why: &'static str,
}

fn one() -> Table {
    Table::of(PROJECT)
}

fn empty() -> Table {
    let mut table = Table::of(crate::window::table::EMPTY);
    // The list's first field gives the keyboard up.
    table.key(Key::Escape);
    table
}

fn first() -> Table {
    let mut table = pair();
    table.window.click("Current");
    table
}

fn two_bodies() -> Table {
    let mut table = selecting(pair(), "Culture Forum");
    table.window.card("Skills Forum").click_modifiers(SHIFT);
    table.run();
    table
}

fn two_compared() -> Table {
    let mut table = two_bodies();
    table.keys(CTRL, Key::Num2);
    table
}

fn in_table() -> Table {
    let mut table = selecting(pair(), "Culture Forum");
    table.keys(CTRL, Key::Num3);
    table
}

fn two_in_zones() -> Table {
    let mut table = selecting(Table::in_zones(), "Culture Forum");
    table.window.card("Skills Forum").click_modifiers(SHIFT);
    table.run();
    table
}

const IN_ZONES: &str =
    "In zones the program places the cards. Choose “Plain drawing” to place them by hand.";
const NO_ZOOM: &str = "A table has no zoom. Text size stands in the menu.";
const EMPTY: &str = "This structure has no bodies yet.";
const BODY: &str = "Select a body first.";
const ALONE: &str =
    "This project has one structure; a comparison needs two. Derive a proposed one.";
const MORPH: &str = "Choose “Morph” in the Compare view first.";
const NO_OTHER: &str = "This structure comes from no other. Derive a proposed structure first.";

const fn refused(words: &'static str, begin: fn() -> Table, why: &'static str) -> Refused {
    Refused { words, begin, why }
}

const REFUSED: &[Refused] = &[
    refused("Undo", one, "There is nothing to undo."),
    refused("Redo", one, "There is nothing to redo."),
    refused("Select all bodies", empty, EMPTY),
    refused("Zoom in", empty, EMPTY),
    refused("Zoom out", empty, EMPTY),
    refused("Zoom to 100 %", empty, EMPTY),
    refused("Fit", empty, EMPTY),
    refused("Matrix", empty, EMPTY),
    refused(
        "Stages in time",
        one,
        "No body of this structure has a date.",
    ),
    refused("Options side by side", one, ALONE),
    refused("Rename", one, BODY),
    refused("Link with…", one, BODY),
    refused("Delete", one, "Select a body or a link first."),
    refused("Arrange selection", one, "Select two or more bodies first."),
    refused(
        "Arrange selection",
        two_compared,
        "Cards are placed in the Draw view.",
    ),
    refused("Arrange selection", two_in_zones, IN_ZONES),
    refused("Arrange all", one, "Nothing here was moved by hand."),
    refused(
        "Tiers as bands",
        one,
        "No body of this structure has a tier.",
    ),
    refused("Release pins", one, BODY),
    refused(
        "Release pins",
        two_bodies,
        "Nothing selected was moved by hand.",
    ),
    refused(
        "Gather lines again",
        one,
        "No line that stands for several was opened.",
    ),
    refused("Turn the link round", one, "Select a link first."),
    refused("Merge…", one, NO_OTHER),
    refused("Replace by a new body…", one, NO_OTHER),
    refused("Split into…", one, NO_OTHER),
    refused("Split into…", pair, BODY),
    refused("Split into…", two_bodies, "Select one body only."),
    refused("End…", one, NO_OTHER),
    refused("Put under review", one, NO_OTHER),
    refused("Merge…", pair, "Select two or more bodies first."),
    refused(
        "Merge…",
        || selecting(pair(), "Culture Forum"),
        "Select two or more bodies first.",
    ),
    refused("Replace by a new body…", pair, BODY),
    refused(
        "Replace by a new body…",
        two_bodies,
        "Select one body only; several that become one are merged.",
    ),
    refused("End…", pair, BODY),
    refused("Put under review", pair, BODY),
    refused("Move tab left", first, "It is the first structure already."),
    refused("Move tab right", pair, "It is the last structure already."),
    refused(
        "Delete structure",
        one,
        "A project keeps at least one structure.",
    ),
    refused(
        "Delete",
        in_table,
        "Bodies are deleted in the Draw or Compare view.",
    ),
    refused("Zoom in", in_table, NO_ZOOM),
    refused("Zoom out", in_table, NO_ZOOM),
    refused("Zoom to 100 %", in_table, NO_ZOOM),
    refused("Fit", in_table, NO_ZOOM),
    refused("Fit the selection", in_table, NO_ZOOM),
    refused("Show in the drawing", one, BODY),
    refused("Compare", one, ALONE),
    refused("Side by side", one, ALONE),
    refused("Overlay", one, ALONE),
    refused("Morph", one, ALONE),
    refused("Play or pause", pair, MORPH),
    refused("Next step", pair, MORPH),
    refused("Previous step", pair, MORPH),
    refused("Go to the beginning", pair, MORPH),
    refused("Go to the end", pair, MORPH),
    refused("Compare in the same places", one, ALONE),
    refused("Compare each by itself", one, ALONE),
    refused("Next change", one, ALONE),
    refused("Previous change", one, ALONE),
    refused("Only what changes", one, ALONE),
    refused("Fit the selection", one, BODY),
];

#[test]
fn the_palette_says_why_and_does_nothing() {
    for case in REFUSED {
        let mut table = (case.begin)();
        let before = table.window.everything();
        table.keys(CTRL, Key::K);
        table.type_text(case.words);
        let times = |table: &Table| table.window.h.query_all_by_label(case.why).count();
        let beside = times(&table);
        table.key(Key::Enter);
        let words = case.words;
        assert_eq!(times(&table), beside + 1, "“{words}”: {}", case.why);
        table.key(Key::Escape);
        assert_eq!(table.window.everything(), before, "“{words}”");
    }
}

/// Whatever is greyed in one of many states has its sentence above, and the other way round.
#[test]
fn whatever_is_greyed_in_the_menu_is_tested_above() {
    let states: [fn() -> Table; 8] = [
        one,
        empty,
        pair,
        first,
        two_bodies,
        two_compared,
        two_in_zones,
        in_table,
    ];
    let mut greyed: Vec<String> = Vec::new();
    for state in states {
        let mut table = state();
        for group in GROUPS {
            let entries = table.window.open_menu(group).into_iter();
            greyed.extend(entries.filter(|e| e.greyed).map(|e| e.label));
            table.key(Key::Escape);
        }
    }
    for label in &greyed {
        let known = REFUSED.iter().any(|case| is_entry(label, case.words));
        assert!(known, "{label}");
    }
    for case in REFUSED {
        let found = greyed.iter().any(|label| is_entry(label, case.words));
        assert!(found, "“{}” is never greyed", case.words);
    }
}
