//! The Draw view: one structure, its tabs and filters, outline, canvas, inspector.

use egui::{Frame, Margin, Ui};

use super::app::App;
use super::canvas::convert::{colour, page_rect};
use super::canvas::{Click, Look, PaneOutput, body_id};
use super::widgets::muted;
use super::{filters, inspector, outline_panel, prompt_strip, tabs, theme};
use crate::editor::{Session, ViewKey, travel};

/// Below this width the filters go behind a button and the inspector into the left panel.
pub(super) const NARROW: f32 = 1000.0;

pub(super) fn draw_ui(app: &mut App, ui: &mut Ui) {
    let theme = theme::theme(ui.ctx());
    let narrow = ui.ctx().content_rect().width() < NARROW;
    egui::Panel::top("structures")
        .exact_size(36.0)
        .frame(
            Frame::new()
                .fill(colour(theme.ui.raised))
                .inner_margin(Margin::symmetric(12, 0)),
        )
        .show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                tabs::tabs_ui(app, ui, narrow);
                let Some(session) = &mut app.session else {
                    return;
                };
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    filters::filters_ui(ui, session, narrow);
                });
            });
        });
    let Some(session) = &mut app.session else {
        return;
    };
    prompt_strip::prompt_strip_ui(ui, session);
    outline_panel::left_panel_ui(ui, session, narrow, &mut app.left_tab);
    if !narrow {
        inspector::right_panel_ui(ui, session);
    }
    egui::CentralPanel::default()
        .frame(Frame::new().fill(colour(theme.ui.canvas)))
        .show(ui, |ui| canvas_ui(app, ui));
}

fn canvas_ui(app: &mut App, ui: &mut Ui) {
    let area = ui.available_rect_before_wrap();
    let (Some(session), Some(shown)) = (&mut app.session, &mut app.shown) else {
        ui.centered_and_justified(|ui| muted(ui, "The drawing is being made."));
        return;
    };
    // The last good picture stays while the next one is made, but never that of another structure.
    let own = ViewKey::Diagram(session.structure.clone());
    let (true, Some(pane)) = (shown.key.view == own, shown.panes.first_mut()) else {
        ui.centered_and_justified(|ui| muted(ui, "The drawing is being made."));
        return;
    };
    let mut camera = session.keep_fitted(page_rect(area), pane.picture.bounds());
    let project = session.document.snapshot();
    let title = project
        .structure(&session.structure)
        .map(crate::model::Structure::label);
    let look = Look {
        project: &project,
        selection: &session.selection,
        traced: &Default::default(),
        colours: &theme::theme(ui.ctx()).ui,
        name: &format!("Diagram of {}", title.unwrap_or_default()),
    };
    let out = pane.show(ui, area, &mut camera, &look);
    if let Some((from, direction)) = &out.travel
        && let Some(card) = travel(&pane.picture, from, *direction)
    {
        camera.reveal(page_rect(area), card.rect, 24.0);
        ui.memory_mut(|m| m.request_focus(body_id(&card.body)));
        ui.ctx().request_repaint();
    }
    session.draw_camera = Some(camera);
    take(session, out);
}

/// Takes over what happened in a pane.
pub(super) fn take(session: &mut Session, out: PaneOutput) {
    if out.hovered.is_some() {
        session.selection.pointed = out.hovered;
    }
    session.selection.focused = out.focused;
    match out.clicked {
        Some(Click::Card(body)) => session.selection.choose(body),
        Some(Click::Ground) => session.selection.clear(),
        None => {}
    }
}
