//! Looking at two structures.

use super::driver::Window;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const REDCAR: &str = "redcar";

fn selected(window: &Window, label: &str) -> bool {
    let node = window.h.get_by_label_contains(label);
    node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

#[test]
fn both_structures_and_every_fate_are_shown() {
    let mut window = Window::sample(REDCAR);
    window.click("Compare");
    assert!(window.sees("What becomes of it"));
    assert!(window.sees("Diagram of Current") && window.sees("Diagram of Proposed"));
    assert!(window.sees_part("Merged: Regeneration Partnership; Jobs and Skills"));
    assert!(window.sees_part("bodies of “Current” have a stated fate"));
}

#[test]
fn hovering_a_row_and_focusing_a_card_mark_each_other() {
    let mut window = Window::sample(REDCAR);
    window.click("Compare");
    let row = "Merged: Regeneration Partnership";
    assert!(!selected(&window, row));
    window.card("Regeneration Partnership, ").hover();
    window.h.run();
    assert!(selected(&window, row), "the card marks the row");
    window.h.remove_cursor();
    window.h.run();
    assert!(!selected(&window, row));
    window
        .card("Jobs, Skills and Enterprise Partnership, ")
        .focus();
    window.h.run();
    assert!(
        selected(&window, row),
        "the keyboard does so too, from the other side"
    );
}

#[test]
fn keys_change_the_view() {
    let mut window = Window::sample(REDCAR);
    window
        .h
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
    window.h.run();
    assert!(window.sees("What becomes of it"));
    window
        .h
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num1);
    window.h.run();
    assert!(!window.sees("What becomes of it"));
}

#[test]
fn a_comparison_starts_with_reporting_lines_however_it_was_reached() {
    let mut window = Window::start();
    window.click("New");
    for name in ["Board", "Culture"] {
        window.type_in(name);
        window.press(egui::Modifiers::NONE, egui::Key::Enter);
    }
    window.press(egui::Modifiers::NONE, egui::Key::Escape);
    window.ctrl(egui::Key::D);
    window.press(egui::Modifiers::NONE, egui::Key::Enter);
    window.click_row("Culture");
    window.press(egui::Modifiers::NONE, egui::Key::Num5);
    window.menu("Bodies and links", "Link with…");
    window.type_in("Board");
    window.press(egui::Modifiers::NONE, egui::Key::Enter);
    assert!(
        selected(&window, "Informs 1"),
        "{:?}",
        window.names(egui::accesskit::Role::CheckBox)
    );
    window.click("Compare");
    assert!(!selected(&window, "Informs 1"));
    window.click("Informs 1");
    window.ctrl(egui::Key::Num1);
    window.ctrl(egui::Key::Num2);
    assert!(selected(&window, "Informs 1"), "the tick stays");
}
