//! The Changes view: what becomes of every body as a table to read and to change, with its count,
//! its sentences and its filters; and the plan of steps and questions.

mod edit;
mod foot;
mod head;
mod pills;
mod plan;
mod rows;

pub(crate) use plan::{entry_key, words_column};

use super::action::Action;
use super::app::App;
use super::canvas::convert::colour;
use super::strips::{covered, strips_ui};
use super::tables::{Reported, one_structure_ui};
use super::widgets::{muted, tab, view_bar};
use super::{sides, theme};
use crate::editor::ChangesPage;
use egui::{Align, Frame, Layout, Ui};

pub(super) fn changes_ui(app: &mut App, ui: &mut Ui) {
    let theme = theme::theme(ui.ctx());
    bar_ui(app, ui);
    egui::CentralPanel::default()
        .frame(Frame::new().fill(colour(theme.ui.panel)))
        .show(ui, |ui| {
            let area = ui.available_rect_before_wrap();
            // A table gives way to what is asked and told: no row of it may be covered.
            ui.add_space(covered(ui) as f32);
            let page = app.session.as_ref().map(|s| s.schedule.page);
            match page {
                Some(ChangesPage::Plan) => plan::plan_ui(app, ui),
                _ => schedule_ui(app, ui),
            }
            strips_ui(app, ui, area);
        });
}

/// Which structures, which page, and what can be done with the whole table.
fn bar_ui(app: &mut App, ui: &mut Ui) {
    view_bar(ui, "changes bar", |ui| {
        let Some(session) = &mut app.session else {
            return;
        };
        let page = session.schedule.page;
        ui.spacing_mut().item_spacing.x = 0.0;
        for (action, words, this) in [
            (Action::Changes, "Schedule", ChangesPage::Schedule),
            (Action::Plan, "Plan", ChangesPage::Plan),
        ] {
            if tab(ui, words, page == this).clicked() {
                app.queue.push(action);
            }
        }
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.add_space(12.0);
        if page == ChangesPage::Plan {
            return;
        }
        sides::sides_ui(ui, session);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            foot::add_line_ui(app, ui);
        });
    });
}

fn schedule_ui(app: &mut App, ui: &mut Ui) {
    if app.session.as_ref().is_some_and(|s| s.pair.is_none()) {
        let words = "This project has one structure, so nothing changes yet. \
                     Derive a proposed structure from it: every body goes on at first, and this \
                     table says what becomes of each.";
        one_structure_ui(app, ui, words);
        return;
    }
    let Some(Reported::Changes(report)) = app.tables.report_of(app.session.as_ref()) else {
        ui.centered_and_justified(|ui| muted(ui, "The table is being made."));
        return;
    };
    head::head_ui(app, ui, &report);
    pills::pills_ui(app, ui, &report);
    foot::foot_ui(app, ui, &report);
    rows::table_ui(app, ui, &report);
}
