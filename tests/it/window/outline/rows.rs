//! Keys on a row: travelling, moving it, folding, deleting.

use super::{Typist, WHOLE};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

#[test]
fn tab_and_shift_tab_move_a_row_and_undo_takes_it_back() {
    let mut t = Typist::small();
    t.click_row("Beta");
    t.key(Key::Tab);
    let inside = ["Board", ">Alpha", ">>Alpha one", ">>Beta", "Gamma", "Delta"];
    assert_eq!(t.rows(), inside);
    t.undo();
    assert_eq!(t.rows(), WHOLE);
    t.click_row("Alpha one");
    t.with(Modifiers::SHIFT, Key::Tab);
    t.with(Modifiers::SHIFT, Key::Tab);
    let outside = ["Board", ">Alpha", ">Beta", "Alpha one", "Gamma", "Delta"];
    assert_eq!(t.rows(), outside);
}

#[test]
fn tab_passes_through_until_the_list_is_entered() {
    let mut t = Typist::small();
    for _ in 0..40 {
        t.key(Key::Tab);
        if !t.focused_row().is_empty() {
            break;
        }
    }
    assert_eq!(t.focused_row(), "Board");
    t.key(Key::Tab);
    assert_eq!(t.rows(), WHOLE, "nothing has moved");
    assert_ne!(t.focused_row(), "Board");
}

#[test]
fn arrows_home_and_end_travel_and_select() {
    let mut t = Typist::small();
    t.click_row("Alpha");
    for (key, expected) in [
        (Key::ArrowDown, "Alpha one"),
        (Key::End, "Delta"),
        (Key::ArrowUp, "Gamma"),
        (Key::Home, "Board"),
    ] {
        t.key(key);
        assert_eq!(t.focused_row(), expected);
    }
    assert!(
        t.window
            .h
            .query_all_by_role_and_label(Role::TextInput, "Name")
            .count()
            == 1
    );
    t.with(Modifiers::SHIFT, Key::ArrowDown);
    assert!(t.window.sees("2 bodies"), "Shift adds to the selection");
}

#[test]
fn rows_pass_their_neighbours_with_alt() {
    let mut t = Typist::small();
    t.click_row("Beta");
    t.with(Modifiers::ALT, Key::ArrowUp);
    let up = ["Board", ">Beta", ">Alpha", ">>Alpha one", "Gamma", "Delta"];
    assert_eq!(t.rows(), up);
    t.with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn a_folded_row_hides_what_is_below_it() {
    let mut t = Typist::small();
    t.click_row("Alpha");
    t.key(Key::ArrowLeft);
    assert!(!t.rows().contains(&">>Alpha one".to_owned()));
    t.key(Key::ArrowRight);
    assert_eq!(t.rows(), WHOLE);
    t.click("Fold Board");
    assert_eq!(t.rows(), ["Board", "Gamma", "Delta"]);
    t.click("Unfold Board");
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn delete_takes_the_row_away() {
    let mut t = Typist::small();
    t.click_row("Gamma");
    t.key(Key::Delete);
    assert!(!t.rows().contains(&"Gamma".to_owned()));
    t.undo();
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn a_row_that_is_only_being_typed_makes_no_part_and_stands_still() {
    let chain = r#"{"format": "dotted-line", "version": "1.0", "structures": [
        {"id": "now", "title": "Now", "bodies": [
          {"id": "board", "name": "Board"}, {"id": "a", "name": "Alpha"}],
         "links": [{"id": "1", "from": "a", "to": "board", "kind": "reports-to"}]}]}"#;
    let mut typist = Typist::on(chain, [1280.0, 720.0]);
    typist.click("Add body");
    assert!(!typist.window.sees_part("No reporting line"));
    let field = |t: &Typist| t.window.h.get_by_label("Name of the body").rect().min;
    let before = field(&typist);
    typist.text("Y");
    assert_eq!(field(&typist), before);
    typist.text("outh");
    typist.key(Key::Enter);
    assert!(
        typist.window.sees("No reporting line: 1"),
        "the next row does not count"
    );
    typist.key(Key::Escape);
    assert!(typist.window.sees("No reporting line: 1"));
}
