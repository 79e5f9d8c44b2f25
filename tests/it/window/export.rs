//! Exporting from the window.

mod clipboard;
mod files;
mod kept;
mod preview;

use std::path::Path;

use super::driver::{FakeDialogs, Folder, Window, read};
use dotted_line::ui::Question;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const PROJECT: &str = r#"{"format": "dotted-line", "version": "1.0", "title": "Plan",
  "structures": [
    {"id": "now", "title": "Now", "bodies": [
      {"id": "board", "name": "Board"},
      {"id": "skills", "name": "Skills Forum"}, {"id": "housing", "name": "Housing Forum"}],
     "links": [{"id": "a", "kind": "reports-to", "from": "skills", "to": "board"}]},
    {"id": "then", "title": "Then", "bodies": [
      {"id": "board2", "name": "New Board"}, {"id": "homes", "name": "Homes Forum"}]}],
  "lineage": [{"from_structure": "now", "to_structure": "then", "fate": "merged",
    "from": ["skills", "housing"], "to": ["homes"]}]}"#;

/// A window on a small project, in which file dialogs answer with this name.
fn window(folder: &Folder, name: &str) -> (Window, FakeDialogs) {
    on(folder, PROJECT, name)
}

/// The same on one structure of this many bodies under one.
fn large(folder: &Folder, bodies: usize, name: &str) -> Window {
    let body = |n| format!(r#"{{"id": "b{n}", "name": "Partnership board number {n}"}}"#);
    let link = |n| {
        let to = n / 3;
        format!(r#"{{"id": "l{n}", "kind": "reports-to", "from": "b{n}", "to": "b{to}"}}"#)
    };
    let all = |item: &dyn Fn(usize) -> String, from| {
        let items: Vec<String> = (from..bodies).map(item).collect();
        items.join(", ")
    };
    let (bodies, links) = (all(&body, 0), all(&link, 1));
    let text = format!(
        r#"{{"format": "dotted-line", "version": "1.0", "structures": [{{"id": "now",
        "title": "Now", "bodies": [{bodies}], "links": [{links}]}}]}}"#
    );
    on(folder, &text, name).0
}

fn on(folder: &Folder, project: &str, name: &str) -> (Window, FakeDialogs) {
    let file = folder.path("plan.json");
    if !file.exists() {
        std::fs::create_dir_all(folder.path("out")).unwrap();
        folder.write("plan.json", project);
    }
    let dialogs = FakeDialogs {
        answer: Some(folder.path("out").join(name)),
        ..FakeDialogs::default()
    };
    let window = Window::with(Some(file), dialogs.clone(), [1280.0, 720.0]);
    (window, dialogs)
}

/// The same window with the threads of daily use.
fn threaded(folder: &Folder, bodies: usize, name: &str) -> Window {
    drop(large(folder, bodies, name));
    let dialogs = FakeDialogs {
        answer: Some(out(folder, name)),
        ..FakeDialogs::default()
    };
    let mut window = Window::threaded(folder.path("plan.json"), dialogs);
    window.until(|w| w.sees("Export…"));
    window
}

/// Where exports go.
fn out(folder: &Folder, name: &str) -> std::path::PathBuf {
    folder.path("out").join(name)
}

/// Makes a choice, also one that must be scrolled to.
fn choose(window: &mut Window, label: &str) {
    window.h.get_by_label(label).click_accesskit();
    window.h.run();
}

/// Names of the files in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// What the preview says of itself.
fn preview(window: &Window) -> String {
    let mut images = window.names(Role::Image);
    images.retain(|name| name.starts_with("Preview, page"));
    images.pop().unwrap_or_default()
}

/// The words on the size of text.
fn reads(window: &Window) -> String {
    window.words("The smallest text is", "pt")
}

fn escape(window: &mut Window) {
    window.press(Modifiers::NONE, Key::Escape);
}
