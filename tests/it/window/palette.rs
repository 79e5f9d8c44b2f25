//! "Find or run".

use super::driver::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

#[test]
fn a_body_is_found_by_a_part_of_its_name_and_shown() {
    let mut window = Window::sample("redcar");
    window.ctrl(Key::K);
    window.type_in("partnership bo");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(
        window
            .cards()
            .iter()
            .any(|c| c.starts_with("Partnership Board,"))
    );
    assert!(!window.sees("Find or run"), "it is closed");
}

#[test]
fn an_action_is_run_and_one_that_is_not_possible_says_why() {
    let mut window = Window::sample("redcar");
    window.ctrl(Key::K);
    window.type_in("compa");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.sees("Diagram of Current"));
    window.ctrl(Key::K);
    window.type_in("merge");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.sees("Select two or more bodies first."));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.sees("Find or run"));
}

#[test]
fn the_arrows_choose_and_no_answer_is_told() {
    let mut window = Window::sample("redcar");
    window.ctrl(Key::K);
    window.type_in("zoom");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::ArrowUp);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.sees("Find or run"));
    window.ctrl(Key::K);
    window.type_in("zebra");
    assert!(window.sees("No body, structure or action has such a name."));
}

#[test]
fn size_of_text_and_colours_are_found() {
    let mut window = Window::sample("redcar");
    for (sought, size, dark) in [
        ("text size 150", 1.5, false),
        ("dark", 1.5, true),
        ("size of text: 100", 1.0, true),
        ("colours: light", 1.0, false),
    ] {
        window.ctrl(Key::K);
        window.type_in(sought);
        window.press(Modifiers::NONE, Key::Enter);
        assert!((window.h.ctx.zoom_factor() - size).abs() < 0.01, "{sought}");
        let theme = window.h.ctx.theme();
        assert_eq!(theme == egui::Theme::Dark, dark, "{sought}");
    }
}

/// Where the row of the list beside Compare stands.
fn row(window: &Window, part: &str) -> egui::Rect {
    let rows = window.h.query_all_by_label_contains(part);
    rows.last().unwrap().rect()
}

#[test]
fn what_is_found_is_brought_in_sight_in_the_list_beside_compare() {
    let mut window = Window::sample("redcar");
    window.ctrl(Key::Num2);
    let part = "New: Guisborough and East Cleveland";
    let floor = 720.0 - 28.0;
    let before = row(&window, part);
    assert!(before.bottom() > floor, "else it shows nothing: {before:?}");
    window.ctrl(Key::K);
    window.type_in("guisborough and");
    window.press(Modifiers::NONE, Key::Enter);
    // The list glides there.
    for _ in 0..8 {
        window.h.step();
    }
    window.h.run();
    let after = row(&window, part);
    assert!(after.top() > 100.0 && after.bottom() <= floor, "{after:?}");
    // The pointer rests on another card: what was found stays marked.
    window.card("Culture Forum, ").hover();
    window.h.run();
    let node = window.h.query_all_by_label_contains(part).last().unwrap();
    let marked = Some(egui::accesskit::Toggled::True);
    assert_eq!(node.accesskit_node().toggled(), marked);
}
