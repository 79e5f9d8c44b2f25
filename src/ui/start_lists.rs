//! The lists of the start page: work that was recovered, and the files opened last.

use std::path::Path;
use std::time::Duration;

use egui::{Frame, Margin, ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::app::App;
use super::canvas::convert::colour;
use super::file_work::RecentAct;
use super::theme::{self, strong};
use super::widgets::{button, link, muted, named};
use super::work::Request;
use crate::store::recent::Recent;

pub(super) fn lists_ui(app: &mut App, ui: &mut Ui) {
    ScrollArea::vertical()
        .id_salt("start lists")
        .show(ui, |ui| {
            recovered_ui(app, ui);
            recent_ui(app, ui);
        });
}

/// What a window that ended without saving has left behind.
fn recovered_ui(app: &mut App, ui: &mut Ui) {
    let colours = &theme::theme(ui.ctx()).ui;
    let (mut opened, mut discarded) = (None, None);
    for (at, left) in app.keep.copying.left().iter().enumerate() {
        ui.add_space(6.0);
        let frame = Frame::new()
            .fill(colour(colours.accent_tint))
            .inner_margin(Margin::same(10));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            match &left.note {
                Ok(note) => {
                    let name = &note.name;
                    let words = format!("Recovered work on “{name}”, not saved");
                    ui.add(egui::Label::new(strong(words, 13.5)).wrap());
                    if let Some(path) = &note.path {
                        muted(ui, &path.display().to_string());
                    }
                }
                Err(sentence) => {
                    ui.add(egui::Label::new(strong(sentence.clone(), 13.5)).wrap());
                }
            }
            if let Some(age) = left.age {
                muted(ui, &format!("Last change {}", ago(age)));
            }
            ui.horizontal_wrapped(|ui| {
                let open = left.note.is_ok();
                if open && button(ui, icon::FOLDER_OPEN, "Open recovered copy").clicked() {
                    opened = Some(left.slot.clone());
                }
                if button(ui, icon::TRASH, "Discard").clicked() {
                    discarded = Some(at);
                }
            });
        });
    }
    if let Some(slot) = opened {
        app.opening = Some("Recovered copy".to_owned());
        app.worker.send(Request::Recover(slot));
    }
    if let Some(at) = discarded {
        app.keep.copying.discard(at, &mut app.worker);
    }
}

fn recent_ui(app: &mut App, ui: &mut Ui) {
    if app.keep.recent.is_empty() {
        return;
    }
    ui.add_space(10.0);
    ui.label(strong("Recent files", 14.0));
    let (mut opened, mut forgotten) = (None, None);
    for Recent { path, missing } in &app.keep.recent {
        ui.spacing_mut().item_spacing.y = 2.0;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if *missing {
            ui.label(&*name);
            muted(ui, &format!("Not there any more: {}", path.display()));
            let remove = ui.button("Remove from the list");
            if named(remove, &format!("Remove {name} from the list")).clicked() {
                forgotten = Some(path.clone());
            }
        } else {
            if link(ui, &name).clicked() {
                opened = Some(path.clone());
            }
            muted(ui, &folder(path));
        }
        ui.add_space(6.0);
    }
    if let Some(path) = opened {
        app.load(path, false);
    }
    if let Some(path) = forgotten {
        app.remember(RecentAct::Forget(path));
    }
}

fn folder(path: &Path) -> String {
    let folder = path.parent().unwrap_or(path);
    folder.display().to_string()
}

/// "5 minutes ago".
fn ago(age: Duration) -> String {
    let minutes = age.as_secs() / 60;
    let words = |n: u64, one: &str| format!("{n} {one}{} ago", if n == 1 { "" } else { "s" });
    match minutes {
        0 => "less than a minute ago".to_owned(),
        1..60 => words(minutes, "minute"),
        60..1_440 => words(minutes / 60, "hour"),
        _ => words(minutes / 1_440, "day"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_told_in_words() {
        let told = |seconds| ago(Duration::from_secs(seconds));
        assert_eq!(told(5), "less than a minute ago");
        assert_eq!(told(60), "1 minute ago");
        assert_eq!(told(59 * 60), "59 minutes ago");
        assert_eq!(told(3 * 3_600 + 5), "3 hours ago");
        assert_eq!(told(86_400), "1 day ago");
    }
}
