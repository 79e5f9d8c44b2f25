//! The row of link filters, which is also the key: tick box, line sample, word, count.

use egui::{Ui, Vec2};
use egui_phosphor::regular as icon;

use super::theme;
use super::widgets::{icon_words, muted, sample};
use crate::editor::Session;
use crate::scene::{Looks, sample as samples};

/// The filters in one row, or behind one button where there is little room.
pub(super) fn filters_ui(ui: &mut Ui, session: &mut Session, narrow: bool) {
    if narrow {
        ui.menu_button(icon_words(icon::LINE_SEGMENT, "Lines"), |ui| {
            entries_ui(ui, session);
        });
    } else {
        ui.spacing_mut().item_spacing.x = 5.0;
        entries_ui(ui, session);
        muted(ui, "Lines");
    }
}

/// The entries; in a row that is laid out from the right they come in reverse order.
fn entries_ui(ui: &mut Ui, session: &mut Session) {
    let mut entries = session.line_entries();
    let leftwards = ui.layout().prefer_right_to_left();
    if leftwards {
        entries.reverse();
    }
    let theme = theme::theme(ui.ctx());
    let project = session.document.project.clone();
    let looks = Looks::new(&project, theme);
    let mut toggled = None;
    for entry in &entries {
        let mut on = entry.shown(session.filter());
        let words = format!("{} {}", entry.words, entry.count);
        let line = |ui: &mut Ui| {
            sample(ui, Vec2::new(26.0, 14.0), |rect| {
                samples::link(&looks, &entry.kind, entry.permission, rect)
            });
        };
        let mut tick = |ui: &mut Ui| ui.checkbox(&mut on, words.as_str()).changed();
        let changed = if leftwards {
            let changed = tick(ui);
            line(ui);
            ui.add_space(12.0);
            changed
        } else {
            ui.horizontal(|ui| {
                line(ui);
                tick(ui)
            })
            .inner
        };
        if changed {
            toggled = Some(entry.clone());
        }
    }
    if let Some(entry) = toggled {
        entry.toggle(session.filter_mut());
    }
}
