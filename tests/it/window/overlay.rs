//! Two structures in one drawing.

use super::driver::Window;
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

fn overlay() -> Window {
    let mut window = Window::sample("redcar");
    window.ctrl(Key::Num2);
    window.click("Overlay");
    window
}

fn selected(window: &Window, start: &str) -> bool {
    window.card(start).accesskit_node().toggled() == Some(Toggled::True)
}

#[test]
fn every_body_stands_once_as_it_will_be_and_who_ends_as_it_is() {
    let window = overlay();
    assert_eq!(
        window.names(Role::Canvas),
        ["Current and Proposed in one drawing"]
    );
    let cards = window.cards();
    let count = |start: &str| cards.iter().filter(|c| c.starts_with(start)).count();
    assert_eq!(count("Leadership Forum"), 1);
    assert_eq!(
        count("Partnership Board"),
        0,
        "it goes on under another name"
    );
    assert_eq!(count("LSP Co-ordinator (post)"), 1);
    assert!(
        cards
            .iter()
            .any(|c| c.starts_with("LSP Co-ordinator") && c.ends_with("ended"))
    );
    assert_eq!(cards.len(), 25);
}

#[test]
fn an_ended_card_selects_the_earlier_body_and_the_others_the_later_one() {
    let mut window = overlay();
    window.click("Details");
    window.card("LSP Co-ordinator (post)").click();
    window.h.run();
    assert!(selected(&window, "LSP Co-ordinator (post)"));
    assert!(window.sees("Name"), "the details of the earlier body");
    window.card("Leadership Forum").click();
    window.h.run();
    assert!(selected(&window, "Leadership Forum") && !selected(&window, "LSP Co-ordinator"));
}

#[test]
fn a_card_says_what_becomes_of_its_body_to_who_listens() {
    let window = overlay();
    let said = |start: &str| {
        let card = window.card(start);
        card.accesskit_node()
            .data()
            .description()
            .unwrap_or_default()
            .to_owned()
    };
    assert!(said("Leadership Forum").starts_with("Partnership Board is renamed Leadership Forum"));
    assert_eq!(
        said("LSP Co-ordinator (post)"),
        "LSP Co-ordinator (post) ends in December 2010, with no successor."
    );
}

#[test]
fn changes_are_gone_through_here_too_the_ended_ones_included() {
    let mut window = overlay();
    window.press(Modifiers::NONE, Key::F8);
    assert!(selected(&window, "Jobs, Skills"), "the merger comes first");
    let mut ended = false;
    for _ in 0..30 {
        window.press(Modifiers::NONE, Key::F8);
        ended |= selected(&window, "LSP Co-ordinator (post)");
    }
    assert!(ended);
    window.click("Only what changes");
    assert!(!window.sees_part("Retained: Children's Trust"));
}

#[test]
fn arrows_go_from_card_to_card_and_zoom_is_its_own() {
    let mut window = overlay();
    window.card("Jobs, Skills").focus();
    window.h.run();
    window.press(Modifiers::NONE, Key::ArrowUp);
    let focused = window.h.root().accesskit_node().tree_state.focus_id();
    assert_eq!(
        focused,
        Some(window.card("Leadership Forum").accesskit_node().id())
    );
    let zoom = |window: &Window| window.words("Zoom ", " %");
    let before = zoom(&window);
    window.press(Modifiers::NONE, Key::Plus);
    assert_ne!(zoom(&window), before);
    window.click("Side by side");
    window.click("Overlay");
    assert_ne!(zoom(&window), before, "it is looked at as before");
}

#[test]
fn the_words_on_paper_are_of_this_drawing() {
    let mut window = Window::sample("redcar");
    window.ctrl(Key::Num2);
    let words = |window: &Window| window.words("smallest text", "pt");
    let beside = words(&window);
    window.click("Overlay");
    assert!(!words(&window).is_empty());
    assert_ne!(words(&window), beside);
    window.click_part("smallest text");
    assert!(
        !window.sees_part("Bodies: "),
        "places of two panes are no choice here"
    );
}
