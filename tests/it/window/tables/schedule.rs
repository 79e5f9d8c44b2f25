//! What becomes of every body, as a table.

use super::*;

const HOUSING: &str = "From: Housing Forum";

#[test]
fn redcar_is_told_in_rows_count_and_sentences() {
    let mut window = Window::sample("redcar");
    window.click("Changes");
    assert!(window.sees("20 of 20 bodies of “Current” have a stated fate."));
    assert!(window.sees("1 body has no stated past in “Proposed”"));
    assert!(window.sees("5 bodies are new, 3 of them only possible; LSP Co-ordinator (post) ends in December 2010, with no successor."));
    for pill in ["All 25", "Renamed 2", "Merged 1", "New 5", "Also moved 2"] {
        assert!(window.sees(pill), "{pill}");
    }
    let fates = first_cells(&window, "Fate");
    assert_eq!(
        fates[..3],
        ["Merged", "Renamed", "Renamed"],
        "weightiest first"
    );
    let culture = "From: Culture Forum";
    let after = beside(&window, culture, "Reports to, after");
    assert!(after.contains("Jobs, Skills and Enterprise Partnership"));
    let board = "From: Partnership Board";
    assert_eq!(
        beside(&window, board, "Meetings a year"),
        "Meetings a year: 8 to 4"
    );
}

#[test]
fn pills_and_words_filter_and_heads_sort() {
    let mut table = schedule();
    assert_eq!(first_cells(&table.window, "Fate").len(), 5);
    table.window.click("Ended 1");
    assert_eq!(first_cells(&table.window, "From"), ["Housing Forum"]);
    table.window.click("All 5");
    table.window.click("Find in the table");
    table.type_text("skil");
    assert_eq!(first_cells(&table.window, "From"), ["Skills Forum"]);
    table.type_text("xx");
    assert!(table.window.sees_part("No line has these words"));
    table.key(Key::Escape);
    assert_eq!(first_cells(&table.window, "Fate").len(), 5);
    table.window.click("From");
    let up = first_cells(&table.window, "From");
    assert_eq!(up[..2], ["Culture Forum", "Housing Forum"]);
    assert_eq!(up[4], "None", "rows without a value come last");
    table.window.click("From");
    let down = first_cells(&table.window, "From");
    assert_eq!((&*down[0], &*down[4]), ("Skills Forum", "None"));
    table.window.click("From");
    assert_eq!(first_cells(&table.window, "From")[0], "None", "by weight");
}

#[test]
fn a_reason_typed_in_its_cell_is_one_step_of_undo() {
    let mut table = schedule();
    click_beside(&mut table, HOUSING, "Reason");
    table.key(Key::Enter);
    for word in ["Its work ", "is done"] {
        table.type_text(word);
    }
    table.key(Key::Enter);
    let said = |t: &Table| beside(&t.window, HOUSING, "Reason");
    assert_eq!(said(&table), "Reason: Its work is done");
    table.key(Key::Enter);
    table.type_text(" again");
    table.key(Key::Escape);
    assert_eq!(
        said(&table),
        "Reason: Its work is done",
        "Escape takes it back"
    );
    table.undo();
    assert_eq!(said(&table), "Reason: Not stated");
}

#[test]
fn the_keyboard_goes_from_cell_to_cell() {
    let mut table = schedule();
    table.window.click(HOUSING);
    let focused = |t: &Table| {
        let nodes = t.window.h.query_all_by_role(Role::Cell);
        let mut on = nodes.filter(|n| n.accesskit_node().is_focused());
        on.next().and_then(|n| n.accesskit_node().label())
    };
    assert_eq!(focused(&table).as_deref(), Some(HOUSING));
    table.key(Key::ArrowRight);
    assert_eq!(focused(&table).as_deref(), Some("Fate: Ended"));
    table.key(Key::ArrowUp);
    assert_eq!(focused(&table).as_deref(), Some("Fate: New"));
    table.key(Key::Tab);
    assert_eq!(focused(&table).as_deref(), Some("To: Arts Forum"));
    table.key(Key::End);
    assert_eq!(focused(&table).as_deref(), Some("To: Skills Forum"));
    table.key(Key::Space);
    assert_eq!(
        table
            .window
            .h
            .get_by_label("To: Skills Forum")
            .accesskit_node()
            .is_selected(),
        Some(true)
    );
}

#[test]
fn tab_ends_a_field_and_goes_on() {
    let mut table = schedule();
    click_beside(&mut table, HOUSING, "Source");
    table.key(Key::Enter);
    table.type_text("para 4");
    table.key(Key::Tab);
    assert_eq!(beside(&table.window, HOUSING, "Source"), "Source: para 4");
    table.key(Key::Enter);
    table.type_text("No need");
    table.key(Key::Enter);
    assert_eq!(beside(&table.window, HOUSING, "Reason"), "Reason: No need");
}

#[test]
fn a_fate_that_the_line_denies_says_so_in_its_row() {
    let mut table = schedule();
    table.window.click("Fate: Ended");
    table.key(Key::Enter);
    table.window.click("Merged");
    assert_eq!(
        beside(&table.window, HOUSING, "Fate"),
        "Fate: Merged; Stated, but the row names no body after the change."
    );
    table.undo();
    assert_eq!(beside(&table.window, HOUSING, "Fate"), "Fate: Ended");
}

#[test]
fn successors_are_ticked_one_by_one() {
    let mut table = schedule();
    click_beside(&mut table, HOUSING, "To");
    table.key(Key::Enter);
    table.type_text("arts");
    table
        .window
        .h
        .get_by_role_and_label(Role::CheckBox, "Arts Forum")
        .click();
    table.run();
    table.key(Key::Escape);
    assert_eq!(beside(&table.window, HOUSING, "To"), "To: Arts Forum");
    assert_eq!(beside(&table.window, HOUSING, "Fate"), "Fate: Renamed");
    table.undo();
    assert_eq!(beside(&table.window, HOUSING, "To"), "To: None");
}

#[test]
fn a_body_without_a_fate_is_one_click_away_and_gets_its_line_there() {
    let mut table = untold();
    let words = "4 bodies have no stated fate, 4 bodies have no stated past";
    assert!(
        table
            .window
            .sees("0 of 4 bodies of “Current” have a stated fate.")
    );
    table.window.click(words);
    table.window.click("Housing Forum (Current)");
    let body = table.window.h.get_by_label(HOUSING);
    assert_eq!(body.accesskit_node().is_selected(), Some(true));
    table.window.click_part("Add a line");
    table.window.click("Housing Forum (Current)");
    table.window.click("It ends, not in Proposed");
    assert_eq!(beside(&table.window, HOUSING, "Fate"), "Fate: Ended");
    assert!(table.window.sees_part("3 bodies have no stated fate"));
    table.undo();
    assert!(table.window.sees(words));
}

#[test]
fn a_line_is_deleted_and_its_bodies_are_unaccounted_for() {
    let mut table = schedule();
    table.window.click(HOUSING);
    table.window.click("Delete this line");
    assert!(table.window.sees("1 body has no stated fate"));
    assert_eq!(beside(&table.window, HOUSING, "Fate"), "Fate: Not stated");
}

#[test]
fn the_selection_is_one_with_the_drawings() {
    let mut table = schedule();
    table.window.click("To: Culture Forum");
    table.window.click("Show in the drawing");
    assert!(table.window.sees("Diagram of Proposed"));
    assert_eq!(table.selected(), ["Culture Forum"]);
    table.click_card("Skills Forum");
    table.keys(CTRL, Key::Num3);
    let line = table.window.h.get_by_label("From: Skills Forum");
    assert_eq!(line.accesskit_node().is_selected(), Some(true));
}

#[test]
fn a_body_that_is_new_in_a_later_structure_gets_its_line() {
    let mut table = Table::of(PAIR);
    table.key(Key::N);
    table.type_text("Sports Forum");
    table.key(Key::Enter);
    table.keys(CTRL, Key::Num3);
    assert_eq!(
        beside(&table.window, "To: Sports Forum", "Fate"),
        "Fate: New"
    );
    table.undo();
    assert!(!table.window.sees("To: Sports Forum"), "one step of undo");
    assert!(table.window.sees("All 5"));
}

#[test]
fn the_schedule_is_written_as_words_and_tables() {
    for (words, name, begins) in [
        ("Web page (HTML)", "out.html", "<!DOCTYPE html>"),
        ("Plain text (Markdown)", "out.md", "# Test: changes from"),
        ("Tables (CSV)", "out.csv", "\u{feff}"),
    ] {
        let mut table = Table::answering(PAIR, name);
        table.keys(CTRL, Key::Num3);
        table.window.click("Export…");
        table.window.click(words);
        table.window.click("Save as…");
        let bytes = super::super::driver::read(&table.folder.path(name));
        let text = String::from_utf8(bytes).unwrap();
        assert!(
            text.to_lowercase().starts_with(&begins.to_lowercase()),
            "{text}"
        );
        assert!(text.contains("Housing Forum"));
        assert!(table.window.sees_part("Exported to"));
    }
}

#[test]
fn every_cell_stands_in_the_window_and_none_in_another() {
    for size in [[1280.0, 720.0], [1920.0, 1080.0], [800.0, 600.0]] {
        let dialogs = super::super::driver::FakeDialogs::default();
        let mut window = Window::sample_with("cumbria", dialogs, size);
        for key in [Key::Num3, Key::Num4, Key::Num5, Key::Num6] {
            window.ctrl(key);
            let cells = window.h.query_all_by_role(Role::Cell);
            let places: Vec<egui::Rect> = cells.map(|cell| cell.rect()).collect();
            assert!(!places.is_empty());
            // A dozen columns of figures are moved sideways where they have no room.
            let sideways = key == Key::Num4 && size[0] < 1000.0;
            for (at, place) in places.iter().enumerate() {
                assert!(
                    (place.max.x <= size[0] || sideways) && place.min.x >= 0.0,
                    "{size:?} {place}"
                );
                let over = |other: &&egui::Rect| other.shrink(1.0).intersects(place.shrink(1.0));
                let met = places.iter().skip(at + 1).find(over);
                assert_eq!(met, None, "{size:?} {key:?} {place}");
            }
        }
    }
}

#[test]
fn in_a_wide_window_certainty_is_chosen_too() {
    let dialogs = super::super::driver::FakeDialogs::default();
    let mut window = Window::sample_with("cumbria", dialogs, [1920.0, 1080.0]);
    window.ctrl(Key::Num3);
    let told = |window: &Window| {
        let cells = first_cells(window, "Certainty");
        cells.iter().filter(|words| *words == "undecided").count()
    };
    assert_eq!(told(&window), 0);
    let stated = window.h.query_all_by_label("Certainty: stated").next();
    stated.unwrap().click();
    window.h.run();
    window.press(Modifiers::NONE, Key::Enter);
    window.click("undecided");
    assert_eq!(told(&window), 1);
    window.ctrl(Key::Z);
    assert_eq!(told(&window), 0);
}

#[test]
fn of_a_line_that_is_filtered_out_nothing_is_offered() {
    let mut table = schedule();
    table.window.click(HOUSING);
    assert!(table.window.sees("Delete this line"));
    table.window.click("New 1");
    assert!(!table.window.sees("Delete this line"));
    table.window.click("All 5");
    assert!(table.window.sees("Delete this line"));
}

#[test]
fn the_selected_row_is_in_sight_whenever_the_table_is_entered() {
    let mut window = Window::sample("redcar");
    // Nothing of what follows is changed, so the last row of the table is that of the body.
    let name = "Community Cohesion group";
    let entered = |window: &mut Window| {
        window.ctrl(Key::Num3);
        let cells = window.h.query_all_by_role(Role::Cell);
        let mut chosen = cells.filter(|cell| cell.accesskit_node().is_selected() == Some(true));
        let row = chosen.next().map(|cell| cell.rect());
        // What can be done with the line stands under the table.
        let foot = window.h.get_by_label("Show in the drawing").rect();
        row.is_some_and(|row| row.bottom() <= foot.top())
    };
    window.click_row(name);
    assert!(entered(&mut window), "the first time");
    window.click("From");
    window.ctrl(Key::Num1);
    assert!(
        entered(&mut window),
        "and again, however it is sorted since"
    );
}
