//! The outline by mouse.

use super::{Typist, WHOLE};
use crate::window::driver::Window;
use egui::Key;
use egui::accesskit::Role;

#[test]
fn add_body_is_there_for_the_mouse() {
    let mut t = Typist::small();
    t.click("Add body");
    t.text("Epsilon");
    t.key(Key::Enter);
    t.text("Zeta");
    t.click_row("Gamma");
    assert!(!t.naming());
    assert_eq!(t.rows()[4..], ["Gamma", "Delta", "Epsilon", "Zeta"]);
}

#[test]
fn a_row_is_dragged_onto_another_and_escape_gives_up() {
    let mut t = Typist::small();
    let middle = |t: &Typist, name: &str| t.window.row(name).rect().center();
    let (from, to) = (middle(&t, "Delta"), middle(&t, "Beta"));
    t.window.h.drag_at(from);
    t.window.h.run();
    t.window.h.hover_at(from + egui::vec2(0.0, -12.0));
    t.window.h.run();
    t.window.h.hover_at(to);
    t.window.h.run();
    t.window.h.key_press(Key::Escape);
    t.window.h.run();
    t.window.h.drop_at(to);
    t.window.h.run();
    assert_eq!(t.rows(), WHOLE);
    t.window.h.drag_at(from);
    t.window.h.run();
    t.window.h.hover_at(from + egui::vec2(0.0, -12.0));
    t.window.h.run();
    t.window.h.hover_at(to);
    t.window.h.run();
    t.window.h.drop_at(to);
    t.window.h.run();
    let below = [
        "Board",
        ">Alpha",
        ">>Alpha one",
        ">Beta",
        ">>Delta",
        "Gamma",
    ];
    assert_eq!(t.rows(), below);
}

#[test]
fn the_unaccounted_are_listed_and_can_be_accounted_for() {
    let mut t = Typist::small();
    assert!(
        !t.window.sees_part("Unaccounted"),
        "one structure has no lineage"
    );
    t.window = Window::sample("redcar");
    let lists = t.window.names(Role::Button);
    let one = lists.iter().find(|name| name.starts_with("Say what"));
    let one = one.unwrap_or_else(|| panic!("{lists:#?}")).clone();
    t.click(&one);
    let buttons = t.window.names(Role::Button);
    let new = buttons
        .iter()
        .find(|name| name.starts_with("It is new"))
        .unwrap();
    t.click(&new.clone());
    assert!(!t.window.sees(&one));
    t.undo();
    assert!(t.window.sees(&one));
}
