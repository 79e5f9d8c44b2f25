//! The Draw view: one structure, its tabs and filters, outline, canvas, inspector.

use egui::{Frame, Ui};

use super::app::App;
use super::canvas::convert::colour;
use super::widgets::view_bar;
use super::{draw_canvas, filters, inspector, matrix, outline_panel, tabs, theme};

/// Below this width the filters go behind a button and the inspector into the left panel.
pub(super) const NARROW: f32 = 1000.0;

pub(super) fn draw_ui(app: &mut App, ui: &mut Ui) {
    let narrow = ui.ctx().content_rect().width() < NARROW;
    view_bar(ui, "structures", |ui| {
        tabs::tabs_ui(app, ui, narrow);
        let Some(session) = &mut app.session else {
            return;
        };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            filters::filters_ui(ui, session, narrow);
        });
    });
    outline_panel::left_panel_ui(app, ui, narrow);
    if !narrow {
        inspector::right_panel_ui(app, ui);
    }
    let matrix = app.session.as_ref().is_some_and(|session| session.matrix);
    egui::CentralPanel::default()
        .frame(Frame::new().fill(colour(theme::theme(ui.ctx()).ui.canvas)))
        .show(ui, |ui| {
            if matrix {
                matrix::matrix_ui(app, ui);
            } else {
                draw_canvas::canvas_ui(app, ui);
            }
        });
}
