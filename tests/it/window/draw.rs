//! Looking at one structure.

use super::driver::{FakeDialogs, Window};
use dotted_line::store::samples;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const REDCAR: &str = "redcar";

#[test]
fn a_card_says_its_name_kind_and_parent() {
    let window = Window::sample(REDCAR);
    let cards = window.cards();
    let culture = cards.iter().find(|c| c.starts_with("Culture Forum,"));
    let culture = culture.unwrap_or_else(|| panic!("{cards:?}"));
    assert!(
        culture.contains("reports to Jobs, Skills and Enterprise Partnership"),
        "{culture}"
    );
}

#[test]
fn tabs_change_the_structure() {
    let mut window = Window::sample(REDCAR);
    assert!(
        !window
            .cards()
            .iter()
            .any(|c| c.starts_with("Partnership Board,"))
    );
    window.click("Partnership Board and…");
    assert!(
        window
            .cards()
            .iter()
            .any(|c| c.starts_with("Partnership Board,"))
    );
}

#[test]
fn permissions_are_folded_until_ticked_and_filters_are_the_key() {
    let mut window = Window::sample_with(REDCAR, FakeDialogs::default(), [1600.0, 720.0]);
    let ticks = window.names(Role::CheckBox);
    let permission = ticks.iter().find(|t| t.starts_with("May be tasked"));
    let permission = permission.unwrap_or_else(|| panic!("{ticks:?}")).clone();
    let ticked = |window: &Window, label: &str| {
        let node = window.h.get_by_label(label);
        node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(!ticked(&window, &permission));
    let reports = ticks
        .iter()
        .find(|t| t.starts_with("Reports to"))
        .unwrap()
        .clone();
    assert!(ticked(&window, &reports));
    window.click(&permission);
    window.click(&reports);
    assert!(ticked(&window, &permission) && !ticked(&window, &reports));
    assert!(
        window
            .cards()
            .iter()
            .any(|c| c.starts_with("Culture Forum,"))
    );
}

#[test]
fn outline_and_canvas_are_one_selection() {
    let mut window = Window::sample(REDCAR);
    assert!(window.sees("Structure"), "nothing is selected");
    window.click("Culture Forum");
    let selected = window.card("Culture Forum, ");
    assert_eq!(
        selected.accesskit_node().toggled(),
        Some(egui::accesskit::Toggled::True)
    );
    let short = window
        .h
        .get_by_role_and_label(Role::TextInput, "Short form");
    assert_eq!(
        short.accesskit_node().placeholder(),
        Some("Not stated"),
        "what is not stated stays visible"
    );
}

#[test]
fn arrow_keys_travel_along_links_and_escape_clears() {
    let mut window = Window::sample(REDCAR);
    window.card("Culture Forum, ").click();
    window.h.run();
    window.h.key_press(Key::ArrowUp);
    window.h.run();
    let focused = window
        .h
        .get_all_by_role(Role::TreeItem)
        .find(|n| n.is_focused());
    let name = focused
        .and_then(|n| n.accesskit_node().label())
        .unwrap_or_default();
    assert!(
        name.starts_with("Jobs, Skills and Enterprise Partnership"),
        "{name}"
    );
    window.h.key_press(Key::Enter);
    window.h.run();
    assert!(window.sees_part("Comes from"));
    window.h.key_press(Key::Escape);
    window.h.run();
    window.h.run();
}

#[test]
fn zoom_and_fit_by_keys() {
    let mut window = Window::sample(REDCAR);
    let zoom = |window: &Window| window.words("Zoom ", " %");
    let fitted = zoom(&window);
    window.h.key_press(Key::Plus);
    window.h.run();
    assert_ne!(zoom(&window), fitted);
    window.h.key_press(Key::Num0);
    window.h.run();
    assert_eq!(zoom(&window), fitted);
}

#[test]
fn every_sample_works_small_and_at_twice_the_size() {
    for sample in samples() {
        for size in [[640.0, 360.0], [1920.0, 1080.0]] {
            let window = Window::sample_with(sample.name, FakeDialogs::default(), size);
            assert!(!window.cards().is_empty(), "{} at {size:?}", sample.title);
        }
    }
}

#[test]
fn at_twice_the_size_filters_and_details_are_still_there() {
    let mut window = Window::sample_with(REDCAR, FakeDialogs::default(), [640.0, 360.0]);
    window.click("Details");
    assert!(window.sees("Structure"));
    let lines = window.h.get_by_label_contains("Lines");
    lines.click();
    window.h.run();
    assert!(
        window
            .names(Role::CheckBox)
            .iter()
            .any(|t| t.starts_with("Reports to"))
    );
}
