//! The keyboard in a table: arrows from cell to cell, Enter changes, Tab goes on by itself.

use egui::{EventFilter, Id, Key, Modifiers, Ui};

use super::{At, Rows, TableState};

/// Rows that a page key goes.
const PAGE: usize = 10;

pub(super) fn take(
    ui: &Ui,
    state: &mut TableState,
    rows: &dyn Rows,
    (row, at): (usize, At),
    (id, columns): (Id, usize),
) {
    if state.editing.is_some() {
        return;
    }
    // The arrows stay here; Tab and Escape are everybody's.
    ui.memory_mut(|m| {
        m.set_focus_lock_filter(
            id,
            EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            },
        );
    });
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let last = rows.len().saturating_sub(1);
    let mut to = (row, at.column);
    if pressed(Key::ArrowDown) {
        to.0 = (row + 1).min(last);
    }
    if pressed(Key::ArrowUp) {
        to.0 = row.saturating_sub(1);
    }
    if pressed(Key::PageDown) {
        to.0 = (row + PAGE).min(last);
    }
    if pressed(Key::PageUp) {
        to.0 = row.saturating_sub(PAGE);
    }
    if pressed(Key::ArrowRight) {
        to.1 = (at.column + 1).min(columns.saturating_sub(1));
    }
    if pressed(Key::ArrowLeft) {
        to.1 = at.column.saturating_sub(1);
    }
    if pressed(Key::Home) {
        to = (0, at.column);
    }
    if pressed(Key::End) {
        to = (last, at.column);
    }
    if to != (row, at.column) {
        go(ui, state, rows, to);
    }
    // Enter and Space are clicks too, which choose the row.
    if pressed(Key::Enter) && rows.cell(row, at.column).edits {
        state.editing = Some(at);
        ui.ctx().request_repaint();
    }
}

/// Brings a cell in sight; the keyboard goes to it there.
pub(crate) fn go(ui: &Ui, state: &mut TableState, rows: &dyn Rows, (row, column): (usize, usize)) {
    if row < rows.len() {
        let row = rows.key(row);
        state.reveal = Some(row);
        state.go = Some(At { row, column });
        ui.ctx().request_repaint();
    }
}
