//! "Find or run".

use super::driver::Window;
use egui::{Key, Modifiers};

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
