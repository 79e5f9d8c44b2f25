//! The matrix: a grid of the structure that is shown, in place of its drawing. Outline and
//! inspector stay beside it, with the same selection.

mod bar;
mod cell;
mod head;

use egui::{Rect, ScrollArea, Ui, Vec2, accesskit::Role};

use super::action::Action;
use super::app::App;
use super::strips::{covered, strips_ui};
use super::widgets::{button, muted, muted_colour};
use crate::describe::grid::{GridTable, grid_table};
use crate::editor::Session;
use crate::model::{Grid, GridCommand, StructureId};

/// Width of the column with the names of the rows.
const NAMES: f32 = 168.0;
/// Widths of the other columns.
const NARROWEST: f32 = 104.0;
const WIDEST: f32 = 220.0;
/// Room round the words of a cell.
const PAD: f32 = 8.0;

/// A grid as it is shown and changed.
struct Sheet<'a> {
    session: &'a mut Session,
    structure: StructureId,
    grid: Grid,
    table: GridTable,
}

pub(super) fn matrix_ui(app: &mut App, ui: &mut Ui) {
    let whole = ui.available_rect_before_wrap();
    // A table gives way to what is asked and told: nothing of it may be covered.
    ui.add_space(covered(ui) as f32);
    let mut queue: Vec<Action> = Vec::new();
    if let Some(session) = &mut app.session {
        bar::bar_ui(ui, session, &mut queue);
        match sheet(session) {
            Some(mut sheet) => sheet.show(ui),
            None => none_ui(ui, session),
        }
    }
    app.queue.extend(queue);
    strips_ui(app, ui, whole);
}

fn sheet(session: &mut Session) -> Option<Sheet<'_>> {
    let project = session.document.snapshot();
    let grid = session.shown_grid()?.clone();
    let structure = project.structure(&session.structure)?;
    let table = grid_table(&project, structure, &grid);
    Some(Sheet {
        structure: session.structure.clone(),
        session,
        grid,
        table,
    })
}

/// Words where a grid would stand, and the way to one.
fn none_ui(ui: &mut Ui, session: &mut Session) {
    let tone = muted_colour(ui);
    let room = ui.available_width().min(440.0);
    let side = (ui.available_width() - room) / 2.0;
    ui.add_space(ui.available_height() * 0.28);
    ui.horizontal(|ui| {
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 12.0;
            let words = "This structure has no grid yet. A grid sets bodies against bodies, such as \
                         task groups against themes; its cells show the links between them.";
            ui.add(egui::Label::new(egui::RichText::new(words).size(14.0).color(tone)).wrap());
            let icon = egui_phosphor::regular::GRID_NINE;
            if button(ui, icon, "Make a grid").clicked() {
                bar::add(session);
            }
        });
    });
}

impl Sheet<'_> {
    fn set(&mut self, grid: Grid) {
        self.session.apply(GridCommand::Set {
            structure: self.structure.clone(),
            grid: Box::new(grid),
        });
    }

    fn show(&mut self, ui: &mut Ui) {
        if self.table.rows.is_empty() || self.table.columns.is_empty() {
            ui.horizontal(|ui| {
                ui.add_space(16.0);
                muted(
                    ui,
                    "Add the bodies of its rows and columns with the buttons above.",
                );
            });
        }
        let count = self.table.columns.len().max(1);
        // The largest number of columns is far below the point where a float is not exact.
        #[expect(clippy::cast_precision_loss, reason = "a few columns")]
        let room = (ui.available_width() - NAMES - 40.0) / count as f32;
        let width = room.clamp(NARROWEST, WIDEST);
        let title = self.table.title.clone();
        let shown = ScrollArea::both()
            .id_salt(("grid", &self.grid.id))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                ui.add_space(4.0);
                ui.horizontal(|ui| {
                    ui.add_space(16.0);
                    ui.vertical(|ui| self.rows_ui(ui, width));
                });
                ui.add_space(16.0);
            });
        let whole = ui.interact(
            shown.inner_rect,
            ui.id().with(("whole grid", &self.grid.id)),
            egui::Sense::empty(),
        );
        let (rows, columns) = (self.table.rows.len(), self.table.columns.len());
        ui.ctx().accesskit_node_builder(whole.id, |node| {
            node.set_role(Role::Table);
            node.set_label(title.as_str());
            node.set_row_count(rows);
            node.set_column_count(columns);
        });
    }

    fn rows_ui(&mut self, ui: &mut Ui, width: f32) {
        let heads = self.table.columns.clone();
        let height = head::height(ui, &heads, width);
        ui.horizontal(|ui| {
            ui.allocate_exact_size(Vec2::new(NAMES, height), egui::Sense::empty());
            for (at, body) in heads.iter().enumerate() {
                self.head_ui(ui, body, head::Place::Column(at), Vec2::new(width, height));
            }
        });
        for (at, row) in self.table.rows.clone().iter().enumerate() {
            let of_cells = row.cells.iter().map(|cell| cell::height(ui, cell, width));
            let of_head = head::height(ui, std::slice::from_ref(&row.head), NAMES);
            let height = of_cells.fold(of_head, f32::max);
            ui.horizontal(|ui| {
                self.head_ui(
                    ui,
                    &row.head,
                    head::Place::Row(at),
                    Vec2::new(NAMES, height),
                );
                for (column, cell) in row.cells.iter().enumerate() {
                    let size = Vec2::new(width, height);
                    self.cell_ui(ui, cell, (at, column), size);
                }
            });
        }
    }
}

/// The words of a box, at its top left, and the lines round it.
fn framed(ui: &Ui, place: Rect, fill: egui::Color32, line: egui::Color32) {
    ui.painter().rect_filled(place, 0.0, fill);
    ui.painter().rect_stroke(
        place.shrink(0.5),
        0.0,
        egui::Stroke::new(1.0, line),
        egui::StrokeKind::Middle,
    );
}
