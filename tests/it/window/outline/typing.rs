//! Naming rows: new ones, one after the other, and old ones anew.

use super::{EMPTY, Typist, WHOLE};
use egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;

#[test]
fn letters_and_keys_of_one_frame_all_count() {
    let mut t = Typist::on(EMPTY, [1280.0, 720.0]);
    for (text, key) in [("Board", Key::Enter), ("", Key::Tab), ("Alpha", Key::Enter)] {
        if !text.is_empty() {
            t.window.h.event(Event::Text(text.to_owned()));
        }
        t.window.h.key_press(key);
    }
    t.window.h.event(Event::Text("Beta".to_owned()));
    t.window.h.key_press(Key::Enter);
    t.window.h.run();
    t.window.h.key_press(Key::Escape);
    t.window.h.run();
    assert_eq!(t.rows(), ["Board", ">Alpha", ">Beta"]);
}

#[test]
fn escape_leaves_nothing_of_a_new_row_and_restores_an_old_name() {
    let mut t = Typist::small();
    t.click_row("Beta");
    t.key(Key::F2);
    assert!(t.naming());
    t.text("Something else");
    t.key(Key::Escape);
    assert_eq!(t.rows(), WHOLE);
    assert_eq!(t.focused_row(), "Beta");
    t.key(Key::Enter);
    t.text("Half a na");
    assert!(
        t.window.sees_part("7 bodies"),
        "what is typed is there at once"
    );
    t.key(Key::Escape);
    assert_eq!(t.rows(), WHOLE);
    assert!(t.window.sees_part("6 bodies"));
}

#[test]
fn a_new_row_is_one_undo_step_and_its_level_can_change_while_it_is_typed() {
    let mut t = Typist::small();
    t.click_row("Beta");
    t.key(Key::Enter);
    t.text("Ne");
    t.key(Key::Tab);
    t.text("w");
    t.key(Key::Enter);
    t.key(Key::Escape);
    let expected = [
        "Board",
        ">Alpha",
        ">>Alpha one",
        ">Beta",
        ">>New",
        "Gamma",
        "Delta",
    ];
    assert_eq!(t.rows(), expected);
    t.undo();
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn names_that_cannot_be_are_told_at_the_field() {
    let mut t = Typist::small();
    t.click_row("Gamma");
    t.key(Key::F2);
    t.key(Key::Backspace);
    assert!(t.window.sees("A body needs a name."));
    t.key(Key::Enter);
    assert!(t.naming(), "it stays until it is mended");
    t.text(&"x".repeat(1001));
    assert!(t.window.sees_part("up to 1,000 characters"));
    t.key(Key::Escape);
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn a_row_that_was_renamed_is_done_with_enter_and_covers_nothing() {
    let mut t = Typist::small();
    t.click_row("Gamma");
    t.key(Key::F2);
    t.text("Gamma Forum");
    let add = t.window.h.get_by_label("Add body").rect();
    let last = t.window.row("Delta").rect();
    assert!(add.min.y >= last.max.y, "{add:?} under {last:?}");
    t.key(Key::Enter);
    assert!(!t.naming());
    assert_eq!(t.focused_row(), "Gamma Forum");
    assert_eq!(t.rows().len(), WHOLE.len());
}
