//! Tabs, and what becomes of bodies: asked in a strip above the canvas.

use super::driver::{FakeDialogs, Folder, Window};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

const SIZE: [f32; 2] = [1280.0, 720.0];
const PLAN: &str = r#"{"format":"dotted-line","version":"1.0","body_kinds":[{"id":"group","name":"Group"}],"structures":[{"id":"current","title":"Current","bodies":[{"id":"board","name":"Board","kind":"group"},{"id":"culture","name":"Culture","kind":"group"},{"id":"sport","name":"Sport","kind":"group"}]}]}"#;

fn plan() -> Window {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    Window::with(Some(path), FakeDialogs::default(), SIZE)
}

/// The plan with a proposal derived from it.
fn proposed() -> Window {
    let mut window = plan();
    window.ctrl(Key::D);
    window.press(Modifiers::NONE, Key::Enter);
    window
}

fn card(window: &Window, name: &str) -> bool {
    let start = format!("{name},");
    window.cards().iter().any(|card| card.starts_with(&start))
}

fn choose(window: &mut Window, name: &str) {
    window.card(&format!("{name},")).click();
    window.h.run();
}

#[test]
fn derive_suggests_a_title_and_shows_the_proposal() {
    let mut window = plan();
    window.ctrl(Key::D);
    assert!(window.sees_part("A later structure that starts as a copy of Current"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.tabs(), ["Current", "Proposed"]);
    assert!(window.sees("Diagram of Proposed"));
    window.ctrl(Key::Z);
    assert_eq!(window.tabs(), ["Current"]);
}

#[test]
fn a_suggestion_is_replaced_by_typing_and_escape_gives_up() {
    let mut window = plan();
    window.ctrl(Key::D);
    window.type_in("Option B");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.tabs(), ["Current"]);
    assert!(!window.sees("Derive"));
    window.ctrl(Key::D);
    window.type_in("Option B");
    window.click("Derive");
    assert_eq!(window.tabs(), ["Current", "Option B"]);
}

#[test]
fn a_refusal_is_shown_in_the_strip_and_the_words_stay() {
    let mut window = plan();
    window.menu("Structure", "Add an empty structure…");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.sees("A structure needs a name."));
    window.type_in("Later");
    assert!(!window.sees("A structure needs a name."));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.tabs(), ["Current", "Later"]);
}

#[test]
fn structures_are_duplicated_moved_renamed_and_deleted() {
    let mut window = proposed();
    window.menu("Structure", "Duplicate structure…");
    window.type_in("Option B");
    window.click("Duplicate");
    assert_eq!(window.tabs(), ["Current", "Proposed", "Option B"]);
    window.menu("Structure", "Move tab left");
    assert_eq!(window.tabs(), ["Current", "Option B", "Proposed"]);
    window.menu("Structure", "Rename structure…");
    window.type_in("Option C");
    window.click("Rename");
    assert_eq!(window.tabs(), ["Current", "Option C", "Proposed"]);
    window.menu("Structure", "Delete structure");
    assert_eq!(window.tabs(), ["Current", "Proposed"]);
    assert!(window.sees("Deleted “Option C”."));
    let undo = window.h.query_all_by_label("Undo").last();
    undo.unwrap().click();
    window.h.run();
    assert_eq!(window.tabs(), ["Current", "Option C", "Proposed"]);
}

#[test]
fn a_tab_is_renamed_in_place_by_double_click_and_escape_takes_it_back() {
    let mut window = plan();
    let twice = |window: &mut Window| {
        let pos = window.h.get_by_label("Current").rect().center();
        let button = |pressed| egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        // In one frame: the harness lets too much time pass between frames for a double click.
        let events = &mut window.h.input_mut().events;
        events.push(egui::Event::PointerMoved(pos));
        events.extend([true, false, true, false].map(button));
        window.h.step();
        window.h.run();
    };
    twice(&mut window);
    assert!(window.sees("Title of the structure"));
    window.type_in(" 2011");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.tabs(), ["Current"]);
    twice(&mut window);
    window.type_in(" 2011");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.tabs(), ["Current 2011"]);
    window.ctrl(Key::Z);
    assert_eq!(window.tabs(), ["Current"]);
}

#[test]
fn the_tab_that_has_the_keyboard_moves_and_goes_by_keys() {
    let mut window = proposed();
    choose(&mut window, "Board");
    window.h.get_by_label("Proposed").focus();
    window.h.run();
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.tabs(), ["Proposed", "Current"]);
    window.h.get_by_label("Proposed").focus();
    window.h.run();
    window.press(Modifiers::NONE, Key::Delete);
    assert_eq!(window.tabs(), ["Current"]);
    assert!(card(&window, "Board"), "the selected body was not meant");
}

#[test]
fn many_structures_go_behind_a_button() {
    let mut window = plan();
    for n in 1..=9 {
        window.menu("Structure", "Add an empty structure…");
        window.type_in(&format!("Another structure {n}"));
        window.click("Add structure");
    }
    assert!(window.tabs().contains(&"Another structure 9".to_owned()));
    assert!(window.tabs().len() < 10);
    window.h.get_by_label_contains(" more").click();
    window.h.run();
    window.click("Another structure 8");
    assert!(window.tabs().contains(&"Another structure 8".to_owned()));
}

#[test]
fn two_bodies_are_merged_under_a_name() {
    let mut window = proposed();
    choose(&mut window, "Culture");
    window.ctrl(Key::A);
    window.ctrl(Key::M);
    assert!(window.sees("Board, Culture and Sport become one body."));
    window.type_in("Leisure");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(card(&window, "Leisure") && !card(&window, "Sport"));
    window.ctrl(Key::Z);
    assert!(card(&window, "Sport"));
}

#[test]
fn a_body_ends_or_is_replaced_or_goes_under_review() {
    let mut window = proposed();
    choose(&mut window, "Culture");
    window.menu("What becomes of it", "Put under review");
    assert!(window.sees_part("nder review"));
    window.menu("What becomes of it", "Replace by a new body…");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.sees("A body needs a name."));
    window.type_in("Arts");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(card(&window, "Arts") && !card(&window, "Culture"));
    choose(&mut window, "Sport");
    window.menu("What becomes of it", "End…");
    assert!(window.sees("Sport ends."));
    window.type_in("No longer needed");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!card(&window, "Sport"));
    window.ctrl(Key::Num2);
    assert!(window.sees_part("Ended: Sport"));
}

#[test]
fn words_that_often_follow_an_end_are_offered() {
    const WORDS: &str = "Task and finish groups may follow";
    let mut window = proposed();
    choose(&mut window, "Sport");
    window.menu("What becomes of it", "End…");
    window.click_part(WORDS);
    window.click_part("Cancel");
    assert!(card(&window, "Sport"));
    window.menu("What becomes of it", "End…");
    window.click_part(WORDS);
    window.h.get_by_label("End").click();
    window.h.run();
    assert!(!card(&window, "Sport"));
    window.ctrl(Key::Num3);
    assert!(window.sees_part(WORDS));
}

#[test]
fn at_twice_the_size_the_strip_still_fits() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path), FakeDialogs::default(), [640.0, 360.0]);
    window.ctrl(Key::D);
    for label in ["Derive", "Cancel"] {
        let node = window.h.get_by_label(label);
        let rect = node.rect();
        assert!(
            rect.max.x <= 640.0 && rect.max.y <= 360.0,
            "{label}: {rect:?}"
        );
    }
}
