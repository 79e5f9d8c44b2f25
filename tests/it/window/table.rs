//! A hand at the canvas: real pointer and key events, seen as a screen reader sees them.

use super::driver::{FakeDialogs, Folder, Window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

/// Four bodies, two of which report to the board.
pub(crate) const PROJECT: &str = r#"{
  "format": "dotted-line", "version": "1.0", "title": "Test",
  "body_kinds": [{"id": "forum", "name": "Forum"}],
  "structures": [{"id": "current", "title": "Current",
    "bodies": [
      {"id": "board", "name": "Partnership Board", "kind": "forum"},
      {"id": "culture", "name": "Culture Forum", "kind": "forum"},
      {"id": "housing", "name": "Housing Forum", "kind": "forum", "short": "HF"},
      {"id": "skills", "name": "Skills Forum", "kind": "forum"}
    ],
    "links": [
      {"id": "l1", "from": "culture", "to": "board", "kind": "reports-to"},
      {"id": "l2", "from": "housing", "to": "board", "kind": "reports-to"}
    ]}]
}"#;

/// Two structures joined by lineage: Housing ends, Arts is new.
pub(crate) const PAIR: &str = r#"{
  "format": "dotted-line", "version": "1.0", "title": "Test",
  "body_kinds": [{"id": "forum", "name": "Forum"}],
  "structures": [
    {"id": "current", "title": "Current", "bodies": [
      {"id": "board", "name": "Partnership Board", "kind": "forum"},
      {"id": "culture", "name": "Culture Forum", "kind": "forum"},
      {"id": "skills", "name": "Skills Forum", "kind": "forum"},
      {"id": "housing", "name": "Housing Forum", "kind": "forum"}],
     "links": [{"id": "l1", "from": "culture", "to": "board", "kind": "reports-to"}]},
    {"id": "proposed", "title": "Proposed", "bodies": [
      {"id": "board", "name": "Partnership Board", "kind": "forum"},
      {"id": "culture", "name": "Culture Forum", "kind": "forum"},
      {"id": "skills", "name": "Skills Forum", "kind": "forum"},
      {"id": "arts", "name": "Arts Forum", "kind": "forum"}],
     "links": [{"id": "l1", "from": "culture", "to": "board", "kind": "reports-to"}]}],
  "lineage": [
    {"from_structure": "current", "to_structure": "proposed", "from": ["board"], "to": ["board"]},
    {"from_structure": "current", "to_structure": "proposed", "from": ["culture"], "to": ["culture"]},
    {"from_structure": "current", "to_structure": "proposed", "from": ["skills"], "to": ["skills"]},
    {"from_structure": "current", "to_structure": "proposed", "from": ["housing"], "to": []},
    {"from_structure": "current", "to_structure": "proposed", "from": [], "to": ["arts"]}]
}"#;

/// A board that is there in shadow form before it is statutory, and a forum without a date.
pub(crate) const DATED: &str = r#"{
  "format": "dotted-line", "version": "1.0", "title": "Test",
  "structures": [{"id": "current", "title": "Current", "bodies": [
    {"id": "board", "name": "Shadow Board", "shadow_from": "2011-04", "statutory_from": "2011-06"},
    {"id": "forum", "name": "Culture Forum"}]}]
}"#;

/// Two forums against two others: one cell linked, one "none".
pub(crate) const GRID: &str = r#"{
  "format": "dotted-line", "version": "1.1", "title": "Test",
  "structures": [{"id": "current", "title": "Current",
    "bodies": [
      {"id": "culture", "name": "Culture Forum"},
      {"id": "housing", "name": "Housing Forum"},
      {"id": "skills", "name": "Skills Forum"},
      {"id": "safety", "name": "Safety Forum"}
    ],
    "links": [{"id": "l1", "from": "culture", "to": "skills", "kind": "supports"}],
    "grids": [{"id": "plan", "title": "Plan", "rows": ["culture", "housing"],
      "columns": ["skills", "safety"], "none": [["housing", "skills"]]}]}]
}"#;

/// Three forums that report to a board and each have a seat on it: in zones one line stands for the
/// three seats.
pub(crate) const SEATS: &str = r#"{
  "format": "dotted-line", "version": "1.0", "title": "Test",
  "body_kinds": [{"id": "board", "name": "Board"}, {"id": "forum", "name": "Forum"}],
  "structures": [{"id": "current", "title": "Current",
    "bodies": [
      {"id": "board", "name": "Partnership Board", "kind": "board"},
      {"id": "culture", "name": "Culture Forum", "kind": "forum"},
      {"id": "housing", "name": "Housing Forum", "kind": "forum"},
      {"id": "skills", "name": "Skills Forum", "kind": "forum"}
    ],
    "links": [
      {"id": "l1", "from": "culture", "to": "board", "kind": "reports-to"},
      {"id": "l2", "from": "housing", "to": "board", "kind": "reports-to"},
      {"id": "l3", "from": "skills", "to": "board", "kind": "reports-to"},
      {"id": "s1", "from": "culture", "to": "board", "kind": "represented-on", "seats": 1},
      {"id": "s2", "from": "housing", "to": "board", "kind": "represented-on", "seats": 1},
      {"id": "s3", "from": "skills", "to": "board", "kind": "represented-on", "seats": 1}
    ]}]
}"#;

/// What the line of [`SEATS`] says to a screen reader, in part.
const GATHERED: &str = "3 links, from Culture Forum, Housing Forum and Skills Forum";

pub(crate) const EMPTY: &str = r#"{"format": "dotted-line", "version": "1.0", "title": "Empty",
  "structures": [{"id": "current", "title": "Current", "bodies": [], "links": []}]}"#;

/// A window on a project, a hand at its canvas, and a folder for its files.
pub(crate) struct Table {
    pub(crate) window: Window,
    pub(crate) folder: Folder,
}

impl Table {
    pub(crate) fn new() -> Self {
        Self::of(PROJECT)
    }

    pub(crate) fn of(project: &str) -> Self {
        Self::answering(project, "")
    }

    /// Every file dialog is answered with this file of the folder; with none it is closed.
    pub(crate) fn answering(project: &str, answer: &str) -> Self {
        let folder = Folder::new();
        let file = folder.write("test.json", project);
        let dialogs = FakeDialogs {
            answer: (!answer.is_empty()).then(|| folder.path(answer)),
            ..FakeDialogs::default()
        };
        let window = Window::with(Some(file), dialogs, [1280.0, 720.0]);
        Self { window, folder }
    }

    pub(crate) fn card(&self, start: &str) -> egui::Rect {
        self.window.card(&format!("{start}, ")).rect()
    }

    pub(crate) fn spoken(&self, start: &str) -> String {
        let card = self.window.card(&format!("{start}, "));
        card.accesskit_node().label().unwrap_or_default()
    }

    pub(crate) fn has_card(&self, start: &str) -> bool {
        let names = self.window.names(Role::TreeItem);
        names.iter().any(|name| name.starts_with(start))
    }

    /// Empty ground at the upper left of the canvas.
    pub(crate) fn ground(&self) -> Pos2 {
        let canvas = self.window.h.get_by_role(Role::Canvas).rect();
        canvas.left_top() + Vec2::new(24.0, 24.0)
    }

    pub(crate) fn run(&mut self) {
        self.window.h.run();
    }

    pub(crate) fn key(&mut self, key: Key) {
        self.window.h.key_press(key);
        self.run();
    }

    pub(crate) fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.window.h.key_press_modifiers(modifiers, key);
        self.run();
    }

    pub(crate) fn click_card(&mut self, start: &str) {
        self.click_at(self.card(start).center(), PointerButton::Primary);
    }

    pub(crate) fn click_at(&mut self, pos: Pos2, button: PointerButton) {
        self.window.h.hover_at(pos);
        self.run();
        for pressed in [true, false] {
            self.window.h.event(Event::PointerButton {
                pos,
                button,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        self.run();
    }

    /// Both clicks in one frame: the steps of a test are slower than a hand.
    pub(crate) fn double_click(&mut self, pos: Pos2) {
        self.window.h.hover_at(pos);
        self.run();
        for pressed in [true, false, true, false] {
            self.window.h.input_mut().events.push(Event::PointerButton {
                pos,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        self.run();
    }

    pub(crate) fn drag(&mut self, from: Pos2, to: Pos2) {
        self.press_and_drag(from, to);
        self.window.h.drop_at(to);
        self.run();
    }

    pub(crate) fn press_and_drag(&mut self, from: Pos2, to: Pos2) {
        self.window.h.hover_at(from);
        self.run();
        self.window.h.drag_at(from);
        self.run();
        self.window.h.hover_at(from.lerp(to, 0.5));
        self.run();
        self.window.h.hover_at(to);
        self.run();
    }

    pub(crate) fn handle(&mut self, start: &str) -> Pos2 {
        self.click_card(start);
        self.card(start).right_center()
    }

    pub(crate) fn type_text(&mut self, text: &str) {
        self.window.h.event(Event::Text(text.to_owned()));
        self.run();
    }

    pub(crate) fn hint(&self) -> String {
        let hints = self.window.names(Role::Status);
        hints.first().cloned().unwrap_or_default()
    }

    pub(crate) fn selected(&self) -> Vec<String> {
        let cards = self.window.h.query_all_by_role(Role::TreeItem);
        let on = Some(egui::accesskit::Toggled::True);
        let mut names: Vec<String> = cards
            .filter(|n| n.accesskit_node().toggled() == on)
            .filter_map(|n| n.accesskit_node().label())
            .filter_map(|label| Some(label.split_once(", ")?.0.to_owned()))
            .collect();
        names.sort();
        names
    }

    /// The seats of three forums, in zones.
    pub(crate) fn in_zones() -> Self {
        let mut table = Self::of(SEATS);
        table.window.menu("Arrangement", "Drawing in zones");
        assert!(table.gathered().is_some());
        table
    }

    /// The same with the line opened.
    pub(crate) fn opened() -> Self {
        let mut table = Self::in_zones();
        table.gathered().unwrap().click();
        table.run();
        assert!(table.gathered().is_none());
        table
    }

    /// The line that stands for the seats of [`SEATS`]; the hint says the same of what is pointed at.
    pub(crate) fn gathered(&self) -> Option<egui_kittest::Node<'_>> {
        let mut buttons = self.window.h.query_all_by_role(Role::Button);
        buttons.find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.contains(GATHERED))
        })
    }

    /// Opens the choice of page behind the words of the status bar.
    pub(crate) fn choose_page(&mut self) {
        self.window.click_part("smallest text");
    }

    pub(crate) fn undo(&mut self) {
        self.keys(Modifiers::COMMAND, Key::Z);
    }

    /// The line between two cards that report upwards, where only it runs.
    pub(crate) fn on_line(&self, child: &str) -> Pos2 {
        let (child, parent) = (self.card(child), self.card("Partnership Board"));
        let (x, y) = if child.min.y > parent.max.y {
            (child.center().x, child.min.y - 4.0)
        } else {
            (child.min.x - 4.0, child.center().y)
        };
        Pos2::new(x, y)
    }
}
