//! Typing a structure into the outline.

mod mouse;
mod redcar;
mod rows;
mod typing;

use super::driver::{FakeDialogs, Folder, Window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const EMPTY: &str = r#"{"format": "dotted-line", "version": "1.0", "title": "Ours",
    "structures": [{"id": "now", "title": "Now"}]}"#;

/// board (a (a1) b), c and d alone.
const SMALL: &str = r#"{"format": "dotted-line", "version": "1.0", "title": "Ours",
    "structures": [{"id": "now", "title": "Now", "bodies": [
        {"id": "board", "name": "Board"}, {"id": "a", "name": "Alpha"},
        {"id": "a1", "name": "Alpha one"}, {"id": "b", "name": "Beta"},
        {"id": "c", "name": "Gamma"}, {"id": "d", "name": "Delta"}],
      "links": [
        {"id": "1", "from": "a", "to": "board", "kind": "reports-to"},
        {"id": "2", "from": "a1", "to": "a", "kind": "reports-to"},
        {"id": "3", "from": "b", "to": "board", "kind": "reports-to"}]}]}"#;

/// A window on a project, and the count of key actions beyond the letters.
struct Typist {
    window: Window,
    actions: usize,
    folder: Folder,
}

impl Typist {
    fn on(text: &str, size: [f32; 2]) -> Self {
        let folder = Folder::new();
        let path = folder.write("ours.json", text);
        Self {
            window: Window::with(Some(path), FakeDialogs::default(), size),
            actions: 0,
            folder,
        }
    }

    fn small() -> Self {
        Self::on(SMALL, [1280.0, 720.0])
    }

    fn text(&mut self, text: &str) {
        self.window.h.event(Event::Text(text.to_owned()));
        self.window.h.run();
    }

    fn key(&mut self, key: Key) {
        self.with(Modifiers::NONE, key);
    }

    fn with(&mut self, modifiers: Modifiers, key: Key) {
        self.actions += 1;
        self.window.h.key_press_modifiers(modifiers, key);
        self.window.h.run();
    }

    fn undo(&mut self) {
        let command = Modifiers::COMMAND;
        self.window.h.key_press_modifiers(command, Key::Z);
        self.window.h.run();
    }

    fn click(&mut self, label: &str) {
        self.window.click(label);
    }

    fn click_row(&mut self, name: &str) {
        self.window.click_row(name);
    }

    /// The rows with their levels: ">" for each level in.
    fn rows(&self) -> Vec<String> {
        let items = self.window.h.query_all_by_role(Role::TreeItem);
        let mut rows: Vec<(f32, String)> = items
            .filter_map(|item| {
                let node = item.accesskit_node();
                let (level, name) = (node.level()?, node.label()?);
                Some((
                    item.rect().top(),
                    format!("{}{name}", ">".repeat(level - 1)),
                ))
            })
            .collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.into_iter().map(|(_, name)| name).collect()
    }

    fn naming(&self) -> bool {
        let mut fields = self.window.h.query_all_by_label("Name of the body");
        fields.next().is_some()
    }

    fn focused_row(&self) -> String {
        let mut items = self.window.h.query_all_by_role(Role::TreeItem);
        let focused = items.find(|item| item.is_focused());
        focused
            .and_then(|item| item.accesskit_node().label())
            .unwrap_or_default()
    }
}

const WHOLE: [&str; 6] = ["Board", ">Alpha", ">>Alpha one", ">Beta", "Gamma", "Delta"];
