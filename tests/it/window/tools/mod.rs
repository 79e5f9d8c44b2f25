//! Drawing by hand: each tool with real pointer and key events, seen as a screen reader sees it.

mod links;
mod places;

use super::table::{EMPTY, Table};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

#[test]
fn a_click_with_shift_adds_and_a_box_over_the_ground_selects_several() {
    let mut table = Table::new();
    table.click_card("Culture Forum");
    assert_eq!(table.selected(), ["Culture Forum"]);
    let node = table.window.card("Housing Forum, ");
    node.click_modifiers(Modifiers::SHIFT);
    table.run();
    assert_eq!(table.selected(), ["Culture Forum", "Housing Forum"]);
    let canvas = table.window.h.get_by_role(Role::Canvas).rect();
    let corner = canvas.right_bottom() - Vec2::new(8.0, 40.0);
    table.drag(table.ground(), corner);
    assert_eq!(table.selected().len(), 4);
    table.press_and_drag(table.ground(), corner);
    assert!(table.hint().contains("box"), "{}", table.hint());
    table.key(Key::Escape);
    table.window.h.drop_at(corner);
    table.run();
    assert_eq!(table.selected().len(), 4, "Escape brings back what was");
}

#[test]
fn space_or_the_middle_button_move_the_page_and_select_nothing() {
    let mut table = Table::new();
    let before = table.card("Culture Forum");
    let ground = table.ground();
    table.window.h.key_down(Key::Space);
    table.drag(ground, ground + Vec2::new(40.0, 30.0));
    table.window.h.key_up(Key::Space);
    table.run();
    let now = table.card("Culture Forum");
    assert!((now.min - before.min).length() > 15.0, "{before} {now}");
    assert!(table.selected().is_empty());
}

#[test]
fn a_double_click_on_the_ground_adds_a_body_once_it_has_a_name() {
    let mut table = Table::new();
    table.double_click(table.ground());
    assert!(table.window.sees("Name of the new body"));
    table.key(Key::Enter);
    assert!(table.window.sees("A body needs a name."));
    table.key(Key::Escape);
    assert!(!table.window.sees("Name of the new body"));
    table.double_click(table.ground());
    table.type_text("Sports Forum");
    table.key(Key::Enter);
    assert!(table.has_card("Sports Forum"));
    table.undo();
    assert!(!table.has_card("Sports Forum"));
}

#[test]
fn n_adds_a_sibling_of_the_selected_body() {
    let mut table = Table::new();
    table.click_card("Culture Forum");
    table.key(Key::N);
    table.type_text("Arts Forum");
    table.key(Key::Enter);
    let cards = table.window.names(Role::TreeItem);
    assert!(
        cards.contains(&"Arts Forum, reports to Partnership Board".to_owned()),
        "{cards:?}"
    );
    let focused = table.window.h.get_all_by_role(Role::TreeItem);
    let focused: Vec<_> = focused.filter(|n| n.is_focused()).collect();
    assert_eq!(focused.len(), 1, "the new card has the keyboard");
}

#[test]
fn the_button_adds_a_body_and_leaving_the_field_counts() {
    let mut table = Table::new();
    table.window.click("New body");
    table.type_text("Sports Forum");
    table.click_card("Culture Forum");
    assert!(table.has_card("Sports Forum"));
    assert_eq!(table.selected(), ["Culture Forum"]);
}

#[test]
fn an_empty_structure_says_where_to_begin_and_the_outline_has_the_keyboard() {
    let mut table = Table::of(EMPTY);
    assert!(table.window.sees_part("Type the name of the first body"));
    table.type_text("Partnership Board");
    table.key(Key::Enter);
    assert!(table.has_card("Partnership Board"));
    assert!(!table.window.sees_part("Type the name of the first body"));
    table.key(Key::Escape);
    table.key(Key::N);
    table.type_text("Culture Forum");
    table.key(Key::Enter);
    assert!(table.has_card("Culture Forum"));
}

#[test]
fn f2_enter_and_a_double_click_rename_in_place_and_escape_restores() {
    let mut table = Table::new();
    table.click_card("Culture Forum");
    table.key(Key::F2);
    assert!(table.window.sees("Name of the body"));
    table.type_text("Arts");
    assert!(table.has_card("Arts, "), "written through");
    table.key(Key::Escape);
    assert!(table.has_card("Culture Forum, "));
    assert!(!table.window.sees("Name of the body"));
    table.key(Key::Enter);
    assert!(table.window.sees("Name of the body"), "Enter on the card");
    table.type_text("Arts Forum");
    table.key(Key::Enter);
    assert!(table.has_card("Arts Forum, "));
    let place = table.card("Arts Forum").center();
    table.double_click(place);
    table.type_text("Culture");
    table.click_at(table.ground(), PointerButton::Primary);
    assert!(table.has_card("Culture, "));
    table.undo();
    assert!(table.has_card("Arts Forum, "));
}

#[test]
fn a_refused_name_says_why_under_the_field() {
    let mut table = Table::new();
    table.click_card("Culture Forum");
    table.key(Key::F2);
    table.key(Key::Backspace);
    assert!(table.window.sees("A body needs a name."));
    table.type_text(&"x".repeat(1001));
    assert!(table.window.sees_part("this one has 1,001"));
    table.key(Key::Escape);
    assert!(table.has_card("Culture Forum, "));
}

#[test]
fn dropping_a_card_on_another_offers_to_report_to_it() {
    let mut table = Table::new();
    let (from, to) = (table.card("Skills Forum"), table.card("Culture Forum"));
    table.drag(from.center(), to.center());
    assert!(table.window.sees("Report to Culture Forum"));
    table.key(Key::Escape);
    assert!(!table.window.sees("Move here"));
    table.drag(from.center(), to.center());
    table.window.click("Report to Culture Forum");
    assert!(
        table
            .spoken("Skills Forum")
            .contains("reports to Culture Forum")
    );
    table.undo();
    assert!(!table.spoken("Skills Forum").contains("reports to"));
}

#[test]
fn a_moved_card_is_pinned_and_the_pin_can_be_released() {
    let mut table = Table::new();
    let from = table.card("Skills Forum").center();
    table.drag(from, table.ground());
    table.click_card("Skills Forum");
    table.keys(Modifiers::SHIFT, Key::F10);
    assert!(table.window.sees_part("Release pins"));
    table.key(Key::Escape);
    assert_eq!(
        table.selected(),
        ["Skills Forum"],
        "Escape closes the menu alone"
    );
    table.key(Key::P);
    table.key(Key::P);
    table.keys(Modifiers::ALT, Key::ArrowRight);
    table.undo();
    table.undo();
    table.undo();
    assert_eq!(table.window.cards().len(), 4);
}

#[test]
fn the_context_menu_speaks_of_what_is_pointed_at() {
    let mut table = Table::new();
    let card = table.card("Culture Forum").center();
    table.click_at(card, PointerButton::Secondary);
    assert_eq!(table.selected(), ["Culture Forum"]);
    let entry = |table: &Table, words: &str| table.window.sees_part(words);
    assert!(entry(&table, "Link with…") && entry(&table, "Rename"));
    table.key(Key::Escape);
    assert!(!entry(&table, "Link with…"));
    table.click_at(table.ground(), PointerButton::Secondary);
    assert!(entry(&table, "Select all bodies") && !entry(&table, "Link with…"));
    table.key(Key::Escape);
    table.click_at(table.on_line("Culture Forum"), PointerButton::Secondary);
    assert!(entry(&table, "Turn the link round"));
    let tasked = table.window.h.query_all_by_label_contains("Tasked by");
    tasked.last().unwrap().click();
    table.run();
    assert!(table.window.sees("Tasked by 1"));
}

#[test]
fn f_looks_at_the_selection() {
    let mut table = Table::new();
    let zoom = |table: &Table| table.window.words("Zoom ", " %");
    let before = zoom(&table);
    table.click_card("Culture Forum");
    table.key(Key::F);
    assert_ne!(zoom(&table), before);
    let canvas = table.window.h.get_by_role(Role::Canvas).rect();
    let card = table.card("Culture Forum").center();
    assert!((card - canvas.center()).length() < 2.0);
}

#[test]
fn letters_pressed_before_the_field_is_there_are_not_lost() {
    let mut table = Table::new();
    let h = &mut table.window.h;
    h.key_press(Key::N);
    h.event(Event::Key {
        key: Key::F,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    h.event(Event::Text("f".to_owned()));
    h.run();
    table.type_text("orum");
    table.key(Key::Enter);
    assert!(table.has_card("forum"));
}
