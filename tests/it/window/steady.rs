//! What is looked at stands still while something is typed, asked or told; and it follows what
//! was made or changed when that would be out of sight.

use super::driver::{FakeDialogs, Folder, Window, read};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const SIZE: [f32; 2] = [1280.0, 720.0];
const PLAN: &str = r#"{"format":"dotted-line","version":"1.0","title":"Plan","structures":[
    {"id":"now","title":"Now","bodies":[{"id":"board","name":"Board"},
      {"id":"culture","name":"Culture"},{"id":"sport","name":"Sport"}],
     "links":[{"id":"1","from":"culture","to":"board","kind":"reports-to"},
      {"id":"2","from":"sport","to":"board","kind":"reports-to"}]},
    {"id":"then","title":"Then","bodies":[{"id":"board","name":"Board"}]}],
    "lineage":[{"from_structure":"now","to_structure":"then","from":["board"],"to":["board"]}]}"#;

fn plan(folder: &Folder) -> Window {
    let path = folder.write("plan.json", PLAN);
    let data = Some(folder.path("data"));
    let mut window = Window::keeping(data, Some(path), FakeDialogs::default(), SIZE);
    window.click("Now");
    window
}

fn copy(folder: &Folder) -> String {
    String::from_utf8(read(&folder.path("data/recovery/1.recovered"))).unwrap()
}

fn canvas(window: &Window) -> Rect {
    let canvas = window.h.query_all_by_role(Role::Canvas).next();
    canvas.unwrap().rect()
}

fn card(window: &Window, name: &str) -> Rect {
    let cards = window.h.query_all_by_role(Role::TreeItem);
    let mut found = cards.filter(|node| {
        let node = node.accesskit_node();
        let label = node.label().unwrap_or_default();
        node.level().is_none() && (label == name || label.starts_with(&format!("{name}, ")))
    });
    found
        .next_back()
        .unwrap_or_else(|| panic!("no “{name}”"))
        .rect()
}

fn double_click(window: &mut Window, pos: Pos2) {
    window.h.hover_at(pos);
    window.h.run();
    for pressed in [true, false, true, false] {
        window.h.input_mut().events.push(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.h.run();
}

#[test]
fn a_new_body_is_in_the_copy_with_its_first_letter_while_its_field_stands_still() {
    let folder = Folder::new();
    let mut window = plan(&folder);
    let ground = canvas(&window).left_top() + Vec2::new(30.0, 60.0);
    double_click(&mut window, ground);
    let field = |window: &Window| window.h.get_by_label("Name of the new body").rect().min;
    let before = field(&window);
    window.type_in("Y");
    assert!(copy(&folder).contains("\"Y\""), "{}", copy(&folder));
    window.type_in("outh");
    assert!(copy(&folder).contains("\"Youth\""));
    assert_eq!(field(&window), before);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!folder.path("data/recovery/1.recovered").exists());
    assert!(!window.sees_part("Youth"));
}

#[test]
fn a_sibling_is_typed_in_a_field_that_stands_still_too() {
    let folder = Folder::new();
    let mut window = plan(&folder);
    window.click_row("Culture");
    window.menu("Bodies and links", "New body");
    let field = |window: &Window| window.h.get_by_label("Name of the new body").rect().min;
    let (before, board) = (field(&window), card(&window, "Board"));
    for letter in ["A", "r", "t", "s"] {
        window.type_in(letter);
        assert_eq!(field(&window), before, "after {letter}");
        assert_eq!(card(&window, "Board"), board);
    }
    window.press(Modifiers::NONE, Key::Enter);
    assert!(
        window
            .cards()
            .contains(&"Arts, reports to Board".to_owned())
    );
    window.ctrl(Key::Z);
    assert!(!window.sees_part("Arts"));
}

#[test]
fn questions_and_notices_leave_the_drawing_where_it_is() {
    let folder = Folder::new();
    let mut window = plan(&folder);
    let before = (canvas(&window), card(&window, "Culture"));
    let now = |window: &Window| (canvas(window), card(window, "Culture"));
    window.menu("Structure", "Rename structure…");
    assert!(window.sees_part("Another title for"));
    assert_eq!(now(&window), before);
    let low = card(&window, "Culture").center();
    window.h.hover_at(low);
    window.h.run();
    for pressed in [true, false] {
        window.h.event(Event::PointerButton {
            pos: low,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.h.run();
    assert!(
        window.sees_part("Another title for"),
        "the canvas stays in use"
    );
    let chosen = window.card("Culture, ").accesskit_node().toggled();
    let on = Some(egui::accesskit::Toggled::True);
    assert_eq!(chosen, on, "and the body is selected");
    window.click("Cancel");
    assert_eq!(now(&window), before);
    window.menu("Structure", "Add an empty structure…");
    window.type_in("Later");
    window.click("Add structure");
    window.menu("Structure", "Delete structure");
    assert!(window.sees_part("Deleted “Later”"));
    window.click("Now");
    let told = (canvas(&window), card(&window, "Culture"));
    window.click("Dismiss");
    assert_eq!(now(&window), told);
}

#[test]
fn a_strip_over_a_comparison_leaves_it_where_it_is() {
    let folder = Folder::new();
    let mut window = plan(&folder);
    window.click("Compare");
    let before = (canvas(&window), card(&window, "Board"));
    window.menu("Structure", "Rename structure…");
    assert_eq!((canvas(&window), card(&window, "Board")), before);
    assert_eq!(window.h.query_all_by_label("Cancel").count(), 1);
}

/// Looks so closely at the board that little else is in sight.
fn close_up(window: &mut Window) {
    window.click_row("Board");
    window.menu("View", "Fit the selection");
    for _ in 0..6 {
        window.menu("View", "Zoom in");
    }
}

fn in_sight(window: &Window, name: &str) -> bool {
    let canvas = canvas(window);
    let cards = window.h.query_all_by_role(Role::TreeItem);
    let mut cards = cards.filter(|node| {
        let node = node.accesskit_node();
        let label = node.label().unwrap_or_default();
        node.level().is_none() && (label == name || label.starts_with(&format!("{name}, ")))
    });
    cards.any(|node| canvas.contains_rect(node.rect()) && node.rect().width() > 100.0)
}

#[test]
fn the_view_follows_what_lands_out_of_sight() {
    let folder = Folder::new();
    let mut window = plan(&folder);
    close_up(&mut window);
    assert!(!in_sight(&window, "Sport"));
    window.click("Add body");
    window.type_in("Youth");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(in_sight(&window, "Youth"), "{:?}", window.cards());
    close_up(&mut window);
    assert!(!in_sight(&window, "Youth"));
    window.ctrl(Key::Z);
    window.ctrl(Key::Y);
    assert!(
        in_sight(&window, "Youth"),
        "what is done again is shown again"
    );
}

#[test]
fn a_card_dragged_to_the_edge_draws_the_page_after_it_and_the_window_comes_to_rest() {
    let folder = Folder::new();
    let mut window = plan(&folder);
    let (board, sport) = (card(&window, "Board"), card(&window, "Sport"));
    let edge = Pos2::new(canvas(&window).right() - 2.0, sport.center().y);
    window.h.hover_at(sport.center());
    window.h.run();
    window.h.drag_at(sport.center());
    window.h.run();
    window.h.hover_at(sport.center() + Vec2::new(20.0, 0.0));
    window.h.run();
    assert_eq!(card(&window, "Board"), board, "not yet at the edge");
    window.h.hover_at(edge);
    for _ in 0..10 {
        window.h.step();
    }
    let moved = card(&window, "Board").left() - board.left();
    assert!(moved < -5.0, "{moved}");
    window.h.drop_at(edge - Vec2::new(80.0, 0.0));
    window.h.run();
}

#[test]
fn recovered_work_opens_where_the_person_was() {
    let folder = Folder::new();
    let mut first = plan(&folder);
    first.click("Add body");
    first.type_in("Youth");
    first.press(Modifiers::NONE, Key::Enter);
    drop(first);
    let mut second = Window::keeping(
        Some(folder.path("data")),
        None,
        FakeDialogs::default(),
        SIZE,
    );
    second.click("Open recovered copy");
    assert!(
        second.sees("Diagram of Now"),
        "{:?}",
        second.names(Role::Canvas)
    );
    second.click("Compare");
    let later = second.h.query_all_by_label("Board, retained").last();
    later.unwrap().click();
    second.h.run();
    second.menu("What becomes of it", "Put under review");
    drop(second);
    let mut third = Window::keeping(
        Some(folder.path("data")),
        None,
        FakeDialogs::default(),
        SIZE,
    );
    third.click("Open recovered copy");
    assert!(third.sees("Diagram of Now") && third.sees("Diagram of Then"));
    let text = String::from_utf8(read(&folder.path("plan.json"))).unwrap();
    assert_eq!(text, PLAN, "the project's own file knows nothing of it");
}
