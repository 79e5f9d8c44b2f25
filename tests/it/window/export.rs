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

const REDCAR: &str = "redcar";

/// A window in which file dialogs answer with this name.
fn window(folder: &Folder, name: &str) -> (Window, FakeDialogs) {
    let dialogs = FakeDialogs {
        answer: Some(folder.path(name)),
        ..FakeDialogs::default()
    };
    (
        Window::sample_with(REDCAR, dialogs.clone(), [1280.0, 720.0]),
        dialogs,
    )
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
