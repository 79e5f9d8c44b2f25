//! The row of link filters, which is also the key: tick box, line sample, word, count.

use egui::{FontId, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::theme;
use super::widgets::{icon_words, muted, sample, tick};
use crate::editor::{LineEntry, Session};
use crate::scene::{Looks, sample as samples};

/// Width of a line sample.
const SAMPLE: f32 = 26.0;
/// Room between two entries.
const BETWEEN: f32 = 12.0;
/// Room of the button that holds the entries for which the row has no room.
const MORE: f32 = 150.0;

/// The filters, laid out from the right: as many entries as there is room for, the rest behind a
/// button; where there is little room, all behind the button.
pub(super) fn filters_ui(ui: &mut Ui, session: &mut Session, narrow: bool) {
    let tally = session.tally();
    let entries = &tally.entries;
    if entries.is_empty() {
        return;
    }
    let widths: Vec<f32> = entries.iter().map(|entry| width(ui, entry)).collect();
    let room = ui.available_width() - 48.0;
    let shown = if narrow { 0 } else { fitting(&widths, room) };
    let (row, rest) = entries.split_at(shown.min(entries.len()));
    ui.spacing_mut().item_spacing.x = 5.0;
    let mut toggled = None;
    if !rest.is_empty() {
        let words = if shown == 0 {
            "Lines".to_owned()
        } else {
            format!("{} more lines", rest.len())
        };
        ui.menu_button(icon_words(icon::LINE_SEGMENT, &words), |ui| {
            for entry in rest {
                ui.horizontal(|ui| entry_ui(ui, session, entry, false, &mut toggled));
            }
        });
        ui.add_space(BETWEEN - 5.0);
    }
    for entry in row.iter().rev() {
        entry_ui(ui, session, entry, true, &mut toggled);
        ui.add_space(BETWEEN - 5.0);
    }
    if shown > 0 {
        muted(ui, "Lines");
    }
    if let Some(entry) = toggled {
        entry.toggle(session.filter_mut());
    }
}

fn width(ui: &Ui, entry: &LineEntry) -> f32 {
    let tone = ui.visuals().text_color();
    let galley = ui
        .painter()
        .layout_no_wrap(words(entry), FontId::proportional(13.0), tone);
    galley.size().x + 22.0 + SAMPLE + 5.0 + BETWEEN
}

fn words(entry: &LineEntry) -> String {
    format!("{} {}", entry.words, entry.count)
}

/// How many entries fit, with room for the button if not all do.
fn fitting(widths: &[f32], room: f32) -> usize {
    if widths.iter().sum::<f32>() <= room {
        return widths.len();
    }
    let mut used = MORE;
    widths
        .iter()
        .take_while(|width| {
            used += **width;
            used <= room
        })
        .count()
}

/// Line sample and tick box; from the right the tick box comes first.
fn entry_ui(
    ui: &mut Ui,
    session: &Session,
    entry: &LineEntry,
    leftwards: bool,
    toggled: &mut Option<LineEntry>,
) {
    let looks = Looks::new(session.project(), theme::theme(ui.ctx()));
    let line = |ui: &mut Ui| {
        sample(ui, Vec2::new(SAMPLE, 14.0), |rect| {
            samples::link(&looks, &entry.kind, entry.permission, rect)
        });
    };
    if !leftwards {
        line(ui);
    }
    if tick(ui, entry.shown(session.filter()), &words(entry)) {
        *toggled = Some(entry.clone());
    }
    if leftwards {
        line(ui);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_that_do_not_fit_leave_room_for_the_button() {
        assert_eq!(fitting(&[100.0, 100.0], 200.0), 2);
        assert_eq!(fitting(&[100.0, 100.0, 100.0], 299.0), 1);
        assert_eq!(fitting(&[100.0, 100.0], 120.0), 0);
        assert_eq!(fitting(&[], 0.0), 0);
    }
}
