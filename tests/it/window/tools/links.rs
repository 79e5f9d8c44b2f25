//! Links drawn and changed by hand and by keys.

use super::*;

#[test]
fn a_line_from_a_handle_links_and_one_that_is_there_says_so() {
    let mut table = Table::new();
    let handle = table.handle("Skills Forum");
    let board = table.card("Partnership Board").center();
    table.press_and_drag(handle, board);
    assert!(
        table
            .hint()
            .contains("“Skills Forum” reports to “Partnership Board”"),
        "{}",
        table.hint()
    );
    table.window.h.drop_at(board);
    table.run();
    assert!(
        table
            .spoken("Skills Forum")
            .contains("reports to Partnership Board")
    );
    assert!(table.window.sees("Turn round"), "the new link is selected");
    let handle = table.handle("Culture Forum");
    let board = table.card("Partnership Board").center();
    table.drag(handle, board);
    assert!(table.window.sees_part("already reports to"));
    assert_eq!(table.window.names(Role::Alert).len(), 1);
    table.key(Key::Escape);
    assert!(!table.window.sees_part("already reports to"));
}

#[test]
fn a_line_to_the_ground_asks_for_a_new_body() {
    let mut table = Table::new();
    table.key(Key::Num2);
    let handle = table.handle("Skills Forum");
    let ground = table.ground();
    table.drag(handle, ground);
    table.type_text("Task Group");
    table.key(Key::Enter);
    assert!(table.has_card("Task Group"));
    assert!(table.window.sees("Tasked by 1"));
    table.undo();
    assert!(!table.has_card("Task Group") && !table.window.sees("Tasked by 1"));
}

#[test]
fn escape_gives_up_a_line_being_drawn() {
    let mut table = Table::new();
    let handle = table.handle("Skills Forum");
    let board = table.card("Partnership Board").center();
    table.press_and_drag(handle, board);
    table.key(Key::Escape);
    table.window.h.drop_at(board);
    table.run();
    assert!(!table.spoken("Skills Forum").contains("reports to"));
    assert_eq!(table.selected(), ["Skills Forum"], "the selection stays");
}

#[test]
fn keys_and_the_chooser_set_the_kind_of_new_links() {
    let mut table = Table::new();
    let chosen = |table: &Table, words: &str| {
        let node = table.window.h.get_by_label(words);
        node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(chosen(&table, "Reports to, for new links"));
    table.key(Key::Num3);
    assert!(chosen(&table, "Represented on, for new links"));
    table.window.click("Informs, for new links");
    assert!(chosen(&table, "Informs, for new links"));
    let handle = table.handle("Skills Forum");
    let board = table.card("Partnership Board").center();
    table.drag(handle, board);
    assert!(table.window.sees("Informs 1"));
}

#[test]
fn a_selected_link_changes_kind_direction_and_seats_and_goes() {
    let mut table = Table::new();
    table.click_at(table.on_line("Culture Forum"), PointerButton::Primary);
    assert!(table.window.sees("Kind of link: Reports to"));
    assert!(
        table.hint().contains("“Culture Forum” reports to"),
        "{}",
        table.hint()
    );
    table.key(Key::Num3);
    assert!(table.window.sees("Represented on 1"));
    // The inspector has such a field too; the strip beside the line lies over it all.
    let seats = table.window.h.query_all_by_label("Seats").last();
    seats.unwrap().click();
    table.run();
    table.type_text("4");
    assert!(!table.window.words("Seats", "4").is_empty() || table.window.sees_part("4"));
    table.key(Key::Escape);
    table.window.click("Turn round");
    assert!(
        table
            .hint()
            .contains("“Partnership Board” is represented on"),
        "{}",
        table.hint()
    );
    table.window.click("Delete link");
    assert!(!table.window.sees("Represented on 1"));
    table.undo();
    assert!(table.window.sees("Represented on 1"));
}

#[test]
fn bodies_are_linked_by_keyboard_alone() {
    let mut table = Table::new();
    table.window.card("Skills Forum, ").focus();
    table.run();
    table.key(Key::Enter);
    table.key(Key::L);
    assert!(table.window.sees("Link “Skills Forum” with"));
    table.type_text("2");
    table.type_text("hf");
    table.key(Key::Enter);
    assert!(!table.window.sees("Link “Skills Forum” with"));
    assert!(table.window.sees("Tasked by 1"));
    table.key(Key::L);
    table.type_text("housing");
    table.key(Key::Enter);
    assert!(table.window.sees_part("is already tasked by"));
    table.key(Key::Escape);
    assert!(!table.window.sees("Link “Skills Forum” with"));
    assert_eq!(table.selected(), ["Skills Forum"]);
}

#[test]
fn an_end_of_a_link_is_taken_to_another_card() {
    let mut table = Table::new();
    let on_line = table.on_line("Culture Forum");
    table.click_at(on_line, PointerButton::Primary);
    let (culture, skills) = (table.card("Culture Forum"), table.card("Skills Forum"));
    let at = on_line.clamp(culture.min, culture.max);
    table.drag(at, skills.center());
    assert!(
        table
            .spoken("Skills Forum")
            .contains("reports to Partnership Board")
    );
    assert!(!table.spoken("Culture Forum").contains("reports to"));
}

#[test]
fn a_circle_is_told_and_undo_takes_it_back() {
    let mut table = Table::new();
    let handle = table.handle("Partnership Board");
    let culture = table.card("Culture Forum").center();
    table.drag(handle, culture);
    assert!(table.window.sees_part("in a circle"));
    table.key(Key::Escape);
    assert!(!table.window.sees_part("in a circle"));
    table.undo();
    assert!(!table.spoken("Partnership Board").contains("reports to"));
}
