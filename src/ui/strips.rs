//! What is asked and told lies over the top of the canvas, so that nothing moves under the
//! pointer: first the open question, then the notices. The canvas below stays in use.

use egui::{Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder};

use super::app::App;
use super::canvas::convert::colour;
use super::notice::notices_ui;
use super::prompt_strip::prompt_strip_ui;
use super::theme;

/// The most of the canvas that may be covered.
const SHARE: f32 = 0.75;

fn strips_id() -> Id {
    Id::new("strips")
}

/// Heights of what lies over the canvas.
#[derive(Clone, Copy, Debug, Default)]
struct Strips {
    all: f32,
    /// Of the notices, as long as no question is open over them.
    notices: f32,
}

/// How much of the canvas is covered at its top.
pub(super) fn covered(ui: &Ui) -> f64 {
    let strips: Option<Strips> = ui.data(|d| d.get_temp(strips_id()));
    f64::from(strips.unwrap_or_default().all)
}

/// How much of it notices cover: they stay, so a drawing is fitted under them. A question is soon
/// answered, and its bodies are brought in sight.
pub(super) fn told(ui: &Ui) -> f64 {
    let strips: Option<Strips> = ui.data(|d| d.get_temp(strips_id()));
    f64::from(strips.unwrap_or_default().notices)
}

/// Shows question and notices at the top of a part of the window.
pub(super) fn strips_ui(app: &mut App, ui: &mut Ui, area: Rect) {
    let asked = app.session.as_ref().is_some_and(|s| s.prompt.is_some());
    let id = strips_id();
    if !asked && app.notices.is_empty() {
        if ui.data_mut(|d| d.remove_temp::<Strips>(id)).is_some() {
            ui.ctx().request_repaint();
        }
        return;
    }
    let known: Option<Strips> = ui.data(|d| d.get_temp(id));
    if let Some(known) = known {
        // A click between its parts is not meant for the canvas below.
        let place = Rect::from_min_size(area.min, egui::vec2(area.width(), known.all));
        ui.interact(place, id.with("ground"), Sense::CLICK | Sense::DRAG);
    }
    let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt(id));
    child.set_clip_rect(area.intersect(ui.clip_rect()));
    child.spacing_mut().item_spacing.y = 0.0;
    let shown = ScrollArea::vertical()
        .id_salt("strips")
        .max_height(area.height() * SHARE)
        .min_scrolled_height(area.height() * SHARE)
        .show(&mut child, |ui| {
            if let Some(session) = &mut app.session {
                prompt_strip_ui(ui, session);
            }
            let top = ui.cursor().top();
            let now = app.session.as_ref().map(|s| s.document.revision());
            app.queue.extend(notices_ui(ui, &mut app.notices, now));
            ui.cursor().top() - top
        });
    let height = shown.content_size.y.min(area.height() * SHARE);
    let mut now = Strips {
        all: height,
        notices: shown.inner.min(height),
    };
    // Nothing moves under a question or a hand.
    if asked || ui.input(|i| i.pointer.any_down()) {
        now.notices = known.unwrap_or_default().notices;
    }
    let line = Stroke::new(1.0, colour(theme::theme(ui.ctx()).ui.border));
    ui.painter()
        .hline(area.x_range(), area.top() + height, line);
    let other = |before: f32, now: f32| (before - now).abs() >= 0.5;
    if known.is_none_or(|known| other(known.all, now.all)) {
        if let Some(session) = &mut app.session {
            session.follow_question();
        }
    } else if !known.is_some_and(|known| other(known.notices, now.notices)) {
        return;
    }
    ui.data_mut(|d| d.insert_temp(id, now));
    ui.ctx().request_repaint();
}
