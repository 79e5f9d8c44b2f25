//! A table of cells with words in them: rows as high as their words, only those in sight drawn,
//! the heads always in sight, columns that share the width, the keyboard from cell to cell.

mod cell;
mod head;
mod keys;
mod measured;

use egui::{Id, Rect, ScrollArea, Sense, Ui, Vec2, accesskit::Role};

pub(crate) use cell::{Cell, Tone, mark_ui};
use head::head_ui;
pub(crate) use head::{Column, Sorted};
pub(crate) use keys::go;
use measured::Measured;

/// Room at the left of the first column.
const MARGIN: f32 = 8.0;
/// Room between the edge of a column and its words.
const PAD: f32 = 8.0;

/// What a table shows.
pub(crate) trait Rows {
    /// How many rows there are.
    fn len(&self) -> usize;
    /// What tells a row from all others, whatever their order.
    fn key(&self, row: usize) -> Id;
    /// The words of a cell.
    fn cell(&self, row: usize, column: usize) -> Cell;
    /// Whether the row is selected.
    fn selected(&self, row: usize) -> bool;
}

/// A place in a table that stays with its row when the rows change places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) row: Id,
    pub(crate) column: usize,
}

impl At {
    fn id(self, table: Id) -> Id {
        table.with((self.row, self.column))
    }
}

/// What a table remembers from frame to frame.
#[derive(Debug, Default)]
pub(crate) struct TableState {
    /// The cell that is being changed.
    pub(crate) editing: Option<At>,
    /// A row to be brought in sight.
    pub(crate) reveal: Option<Id>,
    /// A cell to which the keyboard goes once it is in sight.
    pub(crate) go: Option<At>,
    /// By how much a person has made each column wider.
    wider: Vec<f32>,
    measured: Measured,
}

/// What a person did in a table.
#[derive(Debug, Default)]
pub(crate) struct TableOutput {
    /// The row that was chosen.
    pub(crate) chosen: Option<usize>,
    /// The row under the pointer or with the keyboard.
    pub(crate) pointed: Option<usize>,
    /// The column to sort by.
    pub(crate) sort: Option<usize>,
    /// The cell being changed, while it is in sight: its row, column and box.
    pub(crate) edited: Option<(usize, usize, Rect)>,
    /// Whether the keyboard is on a cell.
    pub(crate) focused: bool,
}

/// A table to be shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'a> {
    /// What a screen reader calls it.
    pub(crate) name: &'a str,
    pub(crate) columns: &'a [Column],
    /// Rows of equal versions have equal words.
    pub(crate) version: u64,
}

impl Table<'_> {
    pub(crate) fn show(&self, ui: &mut Ui, state: &mut TableState, rows: &dyn Rows) -> TableOutput {
        let id = Id::new(("table", self.name));
        let mut out = TableOutput::default();
        let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing, Vec2::ZERO);
        // The scroll bar has its own room beside the cells.
        let room = ui.available_width() - ui.spacing().scroll.bar_width - 4.0;
        let widths = head::widths(self.columns, &mut state.wider, room - MARGIN);
        head_ui(ui, id, self.columns, &widths, &mut state.wider, &mut out);
        state.measured.measure(ui, self.version, &widths, rows);
        let mut scroll = ScrollArea::vertical().id_salt(id).auto_shrink(false);
        let height = ui.available_height();
        if let Some(offset) = self.revealed(ui, state, rows, height) {
            scroll = scroll.vertical_scroll_offset(offset);
        }
        let total = state.measured.total();
        let shown = scroll.show_viewport(ui, |ui, seen| {
            ui.set_height(total);
            ui.set_width(room);
            let origin = ui.max_rect().min;
            let first = state.measured.row_at(seen.min.y);
            for row in first..rows.len() {
                let (top, bottom) = state.measured.span(row);
                if top > seen.max.y {
                    break;
                }
                let place = Rect::from_min_max(
                    origin + Vec2::new(0.0, top),
                    origin + Vec2::new(room, bottom),
                );
                self.row_ui(ui, state, rows, (id, row, place), &widths, &mut out);
            }
        });
        let place = Rect::from_min_size(shown.inner_rect.min, shown.inner_rect.size());
        let whole = ui.interact(place, id, Sense::empty());
        ui.ctx().accesskit_node_builder(whole.id, |node| {
            node.set_role(Role::Table);
            node.set_label(self.name);
            node.set_row_count(rows.len());
            node.set_column_count(self.columns.len());
        });
        ui.data_mut(|d| d.insert_temp(id, shown.state.offset.y));
        ui.spacing_mut().item_spacing = spacing;
        out
    }

    /// The scroll offset that brings the wanted row in sight, if it is not.
    fn revealed(
        &self,
        ui: &Ui,
        state: &mut TableState,
        rows: &dyn Rows,
        height: f32,
    ) -> Option<f32> {
        let wanted = state.reveal.take()?;
        let row = (0..rows.len()).find(|row| rows.key(*row) == wanted)?;
        let (top, bottom) = state.measured.span(row);
        let now: Option<f32> = ui.data(|d| d.get_temp(Id::new(("table", self.name))));
        // A table that has not been shown yet begins at its top.
        let now = now.unwrap_or(0.0);
        if top < now {
            Some(top)
        } else if bottom > now + height {
            Some(bottom - height)
        } else {
            None
        }
    }

    fn row_ui(
        &self,
        ui: &Ui,
        state: &mut TableState,
        rows: &dyn Rows,
        (id, row, place): (Id, usize, Rect),
        widths: &[f32],
        out: &mut TableOutput,
    ) {
        let key = rows.key(row);
        cell::ground_ui(ui, place, rows.selected(row));
        let mut left = place.left() + MARGIN;
        for (column, width) in widths.iter().enumerate() {
            let at = At { row: key, column };
            let area = Rect::from_min_max(
                egui::pos2(left, place.top()),
                egui::pos2(left + width, place.bottom()),
            );
            left += width;
            let cell = rows.cell(row, column);
            let response = ui.interact(area, at.id(id), Sense::click());
            if state.go == Some(at) {
                response.request_focus();
                state.go = None;
            }
            cell::say(ui, &response, &cell, (row, column), self.columns, rows);
            if state.editing == Some(at) {
                out.edited = Some((row, column, area));
            }
            cell::paint(ui, area.shrink2(Vec2::new(PAD, cell::ABOVE)), &cell);
            if response.has_focus() {
                out.focused = true;
                cell::ring(ui, area);
                keys::take(ui, state, rows, (row, at), (response.id, widths.len()));
            }
            if response.hovered() || response.has_focus() {
                out.pointed = Some(row);
            }
            if response.clicked() {
                out.chosen = Some(row);
                response.request_focus();
            }
            if response.double_clicked() && cell.edits {
                state.editing = Some(at);
            }
        }
    }
}
