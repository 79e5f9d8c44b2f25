//! The row over a grid: which grid, its bodies, and the way back to the drawing.

use egui::{Frame, Margin, ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::Action;
use crate::editor::Session;
use crate::model::{BodyId, Certainty, Grid, GridCommand, Word};
use crate::ui::canvas::convert::colour;
use crate::ui::theme::{self, strong};
use crate::ui::widgets::{button, clipped, icon_words};

/// Words of a grid whose title is not stated.
const UNTITLED: &str = "Grid";

pub(super) fn bar_ui(ui: &mut Ui, session: &mut Session, queue: &mut Vec<Action>) {
    let colours = &theme::theme(ui.ctx()).ui;
    egui::Panel::top("grid tools")
        .exact_size(38.0)
        .frame(
            Frame::new()
                .fill(colour(colours.canvas))
                .inner_margin(Margin::symmetric(12, 0)),
        )
        .show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if button(ui, icon::TREE_STRUCTURE, "Drawing").clicked() {
                        queue.push(Action::Draw);
                    }
                    if session.shown_grid().is_some() {
                        bodies_ui(ui, session, false);
                        bodies_ui(ui, session, true);
                        grids_ui(ui, session);
                    }
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        title_ui(ui, session);
                    });
                });
            });
        });
}

fn title(grid: &Grid) -> &str {
    let title = grid.title.trim();
    if title.is_empty() { UNTITLED } else { title }
}

/// The title with how sure the table is and where it comes from.
fn title_ui(ui: &mut Ui, session: &Session) {
    let Some(grid) = session.shown_grid() else {
        return;
    };
    let mut words = title(grid).to_owned();
    if grid.certainty != Word::Known(Certainty::Stated) {
        words.push_str(&format!(" ({})", grid.certainty.as_str()));
    }
    let response = ui.add(clipped(ui, strong(words, 14.0), 1));
    if let Some(source) = &grid.source {
        response.on_hover_text(format!("Source: {source}"));
    }
}

/// Other grids, a new one, and removing this one.
fn grids_ui(ui: &mut Ui, session: &mut Session) {
    ui.menu_button(icon_words(icon::GRID_NINE, "Grids"), |ui| {
        ui.set_min_width(260.0);
        ui.spacing_mut().interact_size.y = 24.0;
        let shown = session.shown_grid().cloned();
        let grids = session.shown().map(|s| s.grids.clone()).unwrap_or_default();
        for grid in &grids {
            let here = shown.as_ref().is_some_and(|shown| shown.id == grid.id);
            let sign = if here { icon::CHECK } else { icon::GRID_NINE };
            if ui.button(icon_words(sign, title(grid))).clicked() {
                session.grid = Some(grid.id.clone());
            }
        }
        ui.separator();
        if ui.button(icon_words(icon::PLUS, "New grid")).clicked() {
            add(session);
        }
        if let Some(grid) = shown
            && ui
                .button(icon_words(icon::TRASH, "Remove this grid"))
                .clicked()
        {
            session.apply(GridCommand::Remove {
                structure: session.structure.clone(),
                grid: grid.id,
            });
        }
    });
}

/// Makes a grid; the selected bodies become its rows.
pub(super) fn add(session: &mut Session) {
    let selected = session.selection.bodies().iter();
    let rows: Vec<BodyId> = selected
        .filter(|body| body.structure == session.structure)
        .map(|body| body.body.clone())
        .collect();
    let made = session.apply(GridCommand::Add {
        structure: session.structure.clone(),
        title: UNTITLED.to_owned(),
        rows,
        columns: Vec::new(),
        kinds: Vec::new(),
    });
    if made.is_some() {
        let last = session.shown().and_then(|s| s.grids.last());
        session.grid = last.map(|grid| grid.id.clone());
    }
}

/// A menu of the bodies that are no row, or no column, yet.
fn bodies_ui(ui: &mut Ui, session: &mut Session, rows: bool) {
    let words = if rows { "Add row" } else { "Add column" };
    ui.menu_button(icon_words(icon::PLUS, words), |ui| {
        ui.set_min_width(300.0);
        ui.spacing_mut().interact_size.y = 24.0;
        let Some(mut grid) = session.shown_grid().cloned() else {
            return;
        };
        let list = if rows {
            &mut grid.rows
        } else {
            &mut grid.columns
        };
        let bodies = session.shown().map(|s| s.bodies.as_slice());
        let left: Vec<(BodyId, String)> = bodies
            .unwrap_or_default()
            .iter()
            .filter(|body| !list.contains(&body.id))
            .map(|body| (body.id.clone(), body.name.clone()))
            .collect();
        let mut wanted = None;
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            for (id, name) in left {
                if ui.button(name).clicked() {
                    wanted = Some(id);
                }
            }
        });
        if let Some(id) = wanted {
            list.push(id);
            session.apply(GridCommand::Set {
                structure: session.structure.clone(),
                grid: Box::new(grid),
            });
        }
    });
}
