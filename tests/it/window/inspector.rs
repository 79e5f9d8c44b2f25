//! Fields of the inspector: they write through, and one visit is one undo step.

use super::driver::{FakeDialogs, Folder, Window};
use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

pub(crate) const PAIR: &str = r#"{"format": "dotted-line", "version": "1.0", "title": "Ours",
    "body_kinds": [{"id": "forum", "name": "Forum"}],
    "structures": [
      {"id": "now", "title": "Now", "bodies": [
        {"id": "board", "name": "Board"}, {"id": "a", "name": "Alpha"},
        {"id": "b", "name": "Beta", "seats": [{"post": "Chair", "count": 1}]}],
       "links": [
        {"id": "1", "from": "a", "to": "board", "kind": "reports-to"},
        {"id": "2", "from": "b", "to": "a", "kind": "represented-on", "seats": 2}]},
      {"id": "then", "title": "Then", "bodies": [{"id": "ab", "name": "Alphabet"}]}],
    "lineage": [{"from_structure": "now", "to_structure": "then",
        "from": ["a", "b"], "to": ["ab"]}]}"#;

/// A window on two small structures; the first is shown.
pub(crate) struct Desk {
    pub(crate) window: Window,
    _folder: Folder,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self::of(PAIR)
    }

    pub(crate) fn of(project: &str) -> Self {
        let folder = Folder::new();
        let path = folder.write("ours.json", project);
        let mut window = Window::with(Some(path), FakeDialogs::default(), [1280.0, 1100.0]);
        window.click("Now");
        Self {
            window,
            _folder: folder,
        }
    }

    /// With a row of the outline selected.
    pub(crate) fn on(body: &str) -> Self {
        let mut desk = Self::new();
        desk.window.click_row(body);
        desk
    }

    pub(crate) fn value(&self, label: &str) -> String {
        let mut found = self.window.h.query_all_by_label(label);
        let value = found.find_map(|node| {
            let role = node.accesskit_node().role();
            let field = matches!(
                role,
                Role::TextInput | Role::MultilineTextInput | Role::ComboBox
            );
            field.then(|| node.value().unwrap_or_default())
        });
        value.unwrap_or_else(|| panic!("no field “{label}”"))
    }

    pub(crate) fn enter(&mut self, label: &str) {
        {
            let nodes = self.window.h.query_all_by_label(label);
            let mut fields = nodes.filter(|n| {
                let role = n.accesskit_node().role();
                matches!(role, Role::TextInput | Role::MultilineTextInput)
            });
            fields.next_back().unwrap().click();
        }
        self.window.h.run();
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.window.h.event(Event::Text(text.to_owned()));
        self.window.h.run();
    }

    pub(crate) fn key(&mut self, key: Key) {
        self.window.h.key_press(key);
        self.window.h.run();
    }

    /// Puts this text in place of what a field holds.
    pub(crate) fn fill(&mut self, label: &str, text: &str) {
        self.enter(label);
        let all = egui::Modifiers::COMMAND;
        self.window.h.key_press_modifiers(all, Key::A);
        self.window.h.run();
        for c in text.chars() {
            self.text(&c.to_string());
        }
    }

    pub(crate) fn choose(&mut self, label: &str, option: &str) {
        let role = Role::ComboBox;
        self.window.h.get_by_role_and_label(role, label).click();
        self.window.h.run();
        let options = self.window.h.query_all_by_label(option);
        options.last().unwrap().click();
        self.window.h.run();
    }

    pub(crate) fn undo(&mut self) {
        let command = egui::Modifiers::COMMAND;
        self.window.h.key_press_modifiers(command, Key::Z);
        self.window.h.run();
    }
}

#[test]
fn a_name_writes_through_and_one_visit_is_one_undo_step() {
    let mut desk = Desk::on("Alpha");
    desk.fill("Name", "Omega");
    assert!(desk.window.cards().iter().any(|c| c.starts_with("Omega, ")));
    desk.key(Key::Enter);
    assert_eq!(desk.value("Name"), "Omega");
    desk.undo();
    assert_eq!(desk.value("Name"), "Alpha");
}

#[test]
fn escape_takes_the_visit_back_and_keeps_the_selection() {
    let mut desk = Desk::on("Alpha");
    desk.fill("Short form", "AL");
    assert_eq!(desk.value("Short form"), "AL");
    desk.key(Key::Escape);
    assert_eq!(desk.value("Short form"), "");
    assert_eq!(desk.value("Name"), "Alpha", "still selected");
}

#[test]
fn leaving_a_field_keeps_what_was_typed() {
    let mut desk = Desk::on("Alpha");
    desk.fill("Short form", "AL");
    desk.enter("Note");
    desk.text("Two lines");
    desk.key(Key::Enter);
    desk.text("of text");
    desk.window.click_row("Board");
    desk.window.click_row("Alpha");
    assert_eq!(desk.value("Short form"), "AL");
    assert_eq!(desk.value("Note"), "Two lines\nof text");
    desk.undo();
    assert_eq!(
        (desk.value("Note"), desk.value("Short form")),
        (String::new(), "AL".to_owned())
    );
}

#[test]
fn each_of_two_fields_visited_in_a_row_is_an_undo_step_of_its_own() {
    let mut desk = Desk::on("Alpha");
    desk.fill("Short form", "AL");
    desk.fill("Source", "para 2");
    desk.fill("State", "shadow");
    desk.key(Key::Enter);
    desk.undo();
    assert_eq!(desk.value("State"), "");
    assert_eq!(desk.value("Source"), "para 2");
    desk.undo();
    assert_eq!(desk.value("Source"), "");
    assert_eq!(desk.value("Short form"), "AL");
}

#[test]
fn an_empty_name_is_told_under_the_field_and_the_old_one_stays() {
    let mut desk = Desk::on("Alpha");
    desk.fill("Name", " ");
    assert!(desk.window.sees("A body needs a name."));
    desk.window.click_row("Board");
    assert_eq!(desk.value("Name"), "Board");
    assert!(!desk.window.sees("A body needs a name."));
}

#[test]
fn words_where_a_number_belongs_stay_with_a_sentence_until_corrected() {
    let mut desk = Desk::on("Alpha");
    desk.fill("Meetings a year", "often");
    assert!(desk.window.sees_part("This takes a number"));
    desk.key(Key::Enter);
    assert!(desk.window.sees_part("This takes a number"));
    assert_eq!(desk.value("Meetings a year"), "often");
    desk.fill("Meetings a year", "6");
    desk.key(Key::Enter);
    assert!(!desk.window.sees_part("This takes a number"));
    assert_eq!(desk.value("Meetings a year"), "6");
    desk.fill("Meetings a year", "x");
    desk.key(Key::Escape);
    assert_eq!(desk.value("Meetings a year"), "6");
    assert!(!desk.window.sees_part("This takes a number"));
}

#[test]
fn blank_fields_say_so_and_are_never_zero() {
    let desk = Desk::on("Alpha");
    for label in ["Meetings a year", "Short form", "Source", "State"] {
        assert_eq!(desk.value(label), "", "{label}");
        let field = desk.window.h.get_by_role_and_label(Role::TextInput, label);
        let node = field.accesskit_node();
        assert_eq!(node.placeholder(), Some("Not stated"), "{label}");
    }
    assert_eq!(desk.value("Kind"), "Not stated");
    let number = desk
        .window
        .h
        .get_by_role_and_label(Role::TextInput, "Number");
    assert_eq!(number.accesskit_node().placeholder(), Some("One body"));
}

#[test]
fn choices_are_one_undo_step_and_a_new_kind_is_made_in_place() {
    let mut desk = Desk::on("Alpha");
    desk.choose("Kind", "Forum");
    assert_eq!(desk.value("Kind"), "Forum");
    desk.undo();
    assert_eq!(desk.value("Kind"), "Not stated");
    desk.choose("Kind", "New kind…");
    desk.text("Task group");
    desk.key(Key::Enter);
    assert_eq!(desk.value("Kind"), "Task group");
    desk.undo();
    assert_eq!(desk.value("Kind"), "Not stated");
    desk.choose("Standing", "Outside");
    assert_eq!(desk.value("Standing"), "Outside");
    desk.choose("Certainty", "Undecided");
    assert_eq!(desk.value("Certainty"), "Undecided");
}

#[test]
fn reports_to_takes_any_body_or_nobody() {
    let mut desk = Desk::on("Beta");
    assert_eq!(desk.value("Reports to"), "Nobody");
    desk.choose("Reports to", "Alpha");
    assert_eq!(desk.value("Reports to"), "Alpha");
    desk.choose("Reports to", "Nobody");
    assert_eq!(desk.value("Reports to"), "Nobody");
}

#[test]
fn a_body_without_a_past_is_given_one() {
    let mut project: serde_json::Value = serde_json::from_str(super::table::PAIR).unwrap();
    project["lineage"].as_array_mut().unwrap().truncate(3);
    let mut table = super::table::Table::of(&project.to_string());
    table.window.click("Proposed");
    table.window.click_row("Skills Forum");
    assert!(!table.window.sees("Comes from…"), "it has one");
    table.window.click_row("Arts Forum");
    for label in ["Comes from…", "It comes from Housing Forum"] {
        table.window.h.get_by_label(label).click_accesskit();
        table.run();
    }
    assert!(!table.window.sees("Comes from…"));
    assert!(table.window.sees_part("Comes from (renamed)"));
    table.undo();
    assert!(table.window.sees("Comes from…"));
}
