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

/// How much of the canvas is covered at its top.
pub(super) fn covered(ui: &Ui) -> f64 {
    let height: Option<f32> = ui.data(|d| d.get_temp(strips_id()));
    f64::from(height.unwrap_or(0.0))
}

/// Shows question and notices at the top of a part of the window.
pub(super) fn strips_ui(app: &mut App, ui: &mut Ui, area: Rect) {
    let asked = app.session.as_ref().is_some_and(|s| s.prompt.is_some());
    let id = strips_id();
    if !asked && app.notices.is_empty() {
        ui.data_mut(|d| d.remove::<f32>(id));
        return;
    }
    let known: Option<f32> = ui.data(|d| d.get_temp(id));
    if let Some(height) = known {
        // A click between its parts is not meant for the canvas below.
        let place = Rect::from_min_size(area.min, egui::vec2(area.width(), height));
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
            let now = app.session.as_ref().map(|s| s.document.revision());
            app.queue.extend(notices_ui(ui, &mut app.notices, now));
        });
    let height = shown.content_size.y.min(area.height() * SHARE);
    let line = Stroke::new(1.0, colour(theme::theme(ui.ctx()).ui.border));
    ui.painter()
        .hline(area.x_range(), area.top() + height, line);
    if !known.is_some_and(|known| (known - height).abs() < 0.5) {
        ui.data_mut(|d| d.insert_temp(id, height));
        if let Some(session) = &mut app.session {
            session.follow_question();
        }
        ui.ctx().request_repaint();
    }
}
