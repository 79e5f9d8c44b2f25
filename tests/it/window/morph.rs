//! The way from one structure to the other, in front of a room.

use super::driver::{FakeDialogs, Window};
use super::table::{PAIR, Table};
use egui::accesskit::{Action, ActionRequest, Role};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

fn morph() -> Table {
    let mut table = Table::of(PAIR);
    table.keys(Modifiers::COMMAND, Key::Num2);
    table.window.click("Morph");
    table
}

fn place(window: &Window) -> String {
    let slider = window.h.get_by_role(Role::Slider);
    slider.accesskit_node().value().unwrap_or_default()
}

#[test]
fn keys_lead_along_the_steps_and_the_caption_says_each_in_a_sentence() {
    let mut table = morph();
    assert!(table.window.sees("Current: 4 bodies."));
    assert!(
        !table.window.sees_part("Arts Forum, Forum"),
        "it is not there yet"
    );
    table.key(Key::ArrowRight);
    assert!(table.window.sees("Step 1 of 2"));
    assert!(table.window.sees("Housing Forum ends, with no successor."));
    assert_eq!(table.spoken("Housing Forum"), "Housing Forum, Forum, ended");
    table.key(Key::ArrowRight);
    assert!(table.window.sees("Arts Forum is new."));
    assert_eq!(table.spoken("Arts Forum"), "Arts Forum, Forum, new");
    assert!(!table.has_card("Housing Forum,"), "it is gone");
    table.key(Key::ArrowRight);
    assert!(table.window.sees("Proposed: 4 bodies."));
    assert_eq!(
        table.spoken("Arts Forum"),
        "Arts Forum, Forum",
        "no mark is left"
    );
    table.key(Key::ArrowRight);
    assert!(
        place(&table.window).starts_with("3 of 3"),
        "it does not go round"
    );
    table.key(Key::Home);
    assert!(place(&table.window).starts_with("0 of 3"));
    assert!(table.has_card("Housing Forum,") && !table.has_card("Arts Forum,"));
}

#[test]
fn every_body_that_is_seen_has_one_card() {
    let mut table = morph();
    for _ in 0..=3 {
        let mut cards = table.window.cards();
        let all = cards.len();
        cards.sort();
        cards.dedup();
        assert_eq!(cards.len(), all, "{cards:?}");
        table.key(Key::ArrowRight);
    }
}

#[test]
fn the_slider_is_dragged_and_rests_at_a_step() {
    let mut table = morph();
    let rail = table.window.h.get_by_role(Role::Slider).rect();
    let at = |share: f32| {
        let (left, right) = (rail.left() + 10.0, rail.right() - 10.0);
        egui::pos2(left + (right - left) * share, rail.center().y)
    };
    table.drag(at(0.0), at(0.63));
    assert!(
        place(&table.window).starts_with("2 of 3"),
        "{}",
        place(&table.window)
    );
    assert!(table.window.sees("Arts Forum is new."));
}

#[test]
fn who_listens_moves_the_slider_too() {
    let mut table = morph();
    let slider = table
        .window
        .h
        .get_by_role(Role::Slider)
        .accesskit_node()
        .locate();
    for (action, after) in [(Action::Increment, "1 of 3"), (Action::Decrement, "0 of 3")] {
        table
            .window
            .h
            .event(Event::AccessKitActionRequest(ActionRequest {
                action,
                target_tree: slider.1,
                target_node: slider.0,
                data: None,
            }));
        table.run();
        assert!(
            place(&table.window).starts_with(after),
            "{}",
            place(&table.window)
        );
    }
}

#[test]
fn space_plays_and_pauses_and_a_step_by_hand_pauses_too() {
    let mut table = morph();
    table.key(Key::Space);
    assert!(table.window.sees("Pause") && !table.window.sees("Play"));
    table.key(Key::Space);
    assert!(table.window.sees("Play"));
    assert!(
        place(&table.window).starts_with("1 of 3"),
        "the step under way is done"
    );
    table.window.click("Play");
    assert!(table.window.sees("Pause"));
    table.key(Key::ArrowLeft);
    assert!(table.window.sees("Play"));
}

#[test]
fn keys_stay_with_a_button_that_has_the_keyboard() {
    let mut table = morph();
    table.window.h.get_by_label("Overlay").focus();
    table.run();
    table.key(Key::Space);
    assert!(!table.window.sees("Pause"));
    let names = table.window.names(Role::Canvas);
    assert_eq!(
        names,
        ["Current and Proposed in one drawing"],
        "the button was pressed"
    );
}

#[test]
fn changes_one_by_one_are_steps_here() {
    let mut table = morph();
    table.key(Key::F8);
    assert!(place(&table.window).starts_with("1 of 3"));
    table.keys(Modifiers::SHIFT, Key::F8);
    assert!(place(&table.window).starts_with("0 of 3"));
}

#[test]
fn an_edit_on_the_way_keeps_to_the_steps_there_are() {
    let mut table = Table::of(PAIR);
    table.key(Key::N);
    table.type_text("Sports Forum");
    table.key(Key::Enter);
    table.key(Key::Escape);
    table.keys(Modifiers::COMMAND, Key::Num2);
    table.window.click("Morph");
    table.key(Key::End);
    let with = place(&table.window);
    assert!(with.starts_with("4 of 4"), "{with}");
    table.keys(Modifiers::COMMAND, Key::Z);
    assert!(place(&table.window).starts_with("3 of 3"));
}

#[test]
fn on_the_way_to_the_end_the_sentence_keeps_to_the_picture() {
    let mut table = morph();
    table.window.h.key_press(Key::End);
    table.window.h.step();
    table.window.h.step();
    assert!(place(&table.window).starts_with("3 of 3"), "where it goes");
    assert!(table.window.sees("Step 1 of 2") && !table.window.sees("The end"));
    table.run();
    assert!(table.window.sees("The end"));
}

#[test]
fn space_counts_while_the_way_is_still_being_made() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let mut window = Window::threaded(folder.join("redcar.json"), FakeDialogs::default());
    window.until(|w| w.sees("Compare"));
    window.h.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    window.until(|w| w.sees("Diagram of Current"));
    window.h.get_by_label("Morph").click();
    for _ in 0..2 {
        window.h.step();
    }
    assert!(!window.sees("Play"), "it is not there yet");
    window.h.key_press(Key::Space);
    window.until(|w| w.sees("Pause"));
}

#[test]
fn whoever_chooses_it_by_keys_has_the_keys_of_its_steps() {
    let mut table = Table::of(PAIR);
    table.keys(Modifiers::COMMAND, Key::Num2);
    table.window.h.get_by_label("Morph").focus();
    table.run();
    table.key(Key::Enter);
    table.key(Key::Space);
    assert!(table.window.sees("Pause"));
}
