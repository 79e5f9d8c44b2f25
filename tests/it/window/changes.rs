//! Going from change to change in a comparison, and working on the later structure there.

use super::driver::Window;
use egui::accesskit::Toggled;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

fn comparison() -> Window {
    let mut window = Window::sample("redcar");
    window.ctrl(Key::Num2);
    window
}

#[test]
fn f8_goes_through_the_changes() {
    let mut window = comparison();
    let selected = |window: &Window, start: &str| {
        window.card(start).accesskit_node().toggled() == Some(Toggled::True)
    };
    window.press(Modifiers::NONE, Key::F8);
    assert!(selected(&window, "Jobs, Skills"), "the merger comes first");
    window.press(Modifiers::NONE, Key::F8);
    assert!(!selected(&window, "Jobs, Skills"));
    window.press(Modifiers::SHIFT, Key::F8);
    assert!(selected(&window, "Jobs, Skills"));
}

#[test]
fn only_what_changes_leaves_the_retained_out_of_the_list() {
    let mut window = comparison();
    assert!(window.sees_part("Retained: Children's Trust"));
    window.click("Only what changes");
    assert!(!window.sees_part("Retained: Children's Trust"));
    assert!(window.sees_part("Merged: "));
}

#[test]
fn the_later_structure_is_worked_on_beside_the_earlier_one() {
    let mut window = comparison();
    window.press(Modifiers::NONE, Key::F8);
    window.press(Modifiers::NONE, Key::F2);
    assert!(window.sees("Name"), "the details are open");
    assert!(window.sees("Diagram of Current"), "beside both pictures");
    window.press(Modifiers::NONE, Key::Delete);
    assert!(
        window.sees_part("What becomes of Jobs"),
        "it asks which fate it is"
    );
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.sees_part("What becomes of Jobs"));
}
