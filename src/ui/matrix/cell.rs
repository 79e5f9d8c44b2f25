//! One cell: the links between two bodies, and what it can be made to say.

use egui::{
    EventFilter, FontId, Id, Key, Modifiers, Popup, Rect, Response, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, WidgetType, accesskit::Role,
};
use egui_phosphor::regular as icon;

use super::{PAD, Sheet, framed};
use crate::describe::grid::{Cell, CellState};
use crate::editor::LinkRef;
use crate::editor::tool::kinds;
use crate::model::{GridCell, GridCommand, LinkKindId};
use crate::ui::canvas::convert::colour;
use crate::ui::menu_keys::{MenuKeys, keep_keyboard};
use crate::ui::theme;
use crate::ui::widgets::{clipped_galley, icon_words};

/// Rows of words in a cell.
const ROWS: usize = 4;
const SIZE: f32 = 13.0;

/// How high a cell must be for its words.
pub(super) fn height(ui: &Ui, cell: &Cell, width: f32) -> f32 {
    let font = FontId::proportional(SIZE);
    let tone = ui.visuals().text_color();
    let galley = clipped_galley(ui, (&cell.words, font, tone), width - 2.0 * PAD, ROWS);
    galley.size().y + 2.0 * PAD
}

/// The ring round what has the keyboard.
pub(super) fn ring(ui: &Ui, response: &Response, area: Rect) {
    if response.has_focus() {
        let pen = Stroke::new(2.5, colour(theme::theme(ui.ctx()).ui.focus));
        let area = area.shrink(1.5);
        ui.painter().rect_stroke(area, 3.0, pen, StrokeKind::Middle);
    }
}

impl Sheet<'_> {
    pub(super) fn cell_ui(&mut self, ui: &mut Ui, cell: &Cell, at: (usize, usize), size: Vec2) {
        let colours = &theme::theme(ui.ctx()).ui;
        let (area, _) = ui.allocate_exact_size(size, Sense::empty());
        let id = self.cell_id(at);
        let response = ui.interact(area, id, Sense::click());
        let chosen = self.session.selection.link();
        let selected = chosen.is_some_and(|link| {
            link.structure == self.structure && cell.links.contains(&link.link)
        });
        let linked = cell.state == CellState::Linked;
        let fill = if selected {
            colours.accent_tint
        } else if response.hovered() {
            colours.raised
        } else if linked {
            colours.panel
        } else {
            colours.canvas
        };
        framed(ui, area, colour(fill), colour(colours.border));
        let tone = colour(if linked { colours.text } else { colours.muted });
        let font = FontId::proportional(SIZE);
        let galley = clipped_galley(ui, (&cell.words, font, tone), size.x - 2.0 * PAD, ROWS);
        ui.painter()
            .galley(area.min + Vec2::splat(PAD), galley, tone);
        ring(ui, &response, area);
        self.say(ui, &response, cell, at);
        if response.has_focus() && !Popup::is_any_open(ui.ctx()) {
            self.take_keys(ui, id, at);
        }
        if response.clicked() {
            response.request_focus();
            if let Some(link) = cell.links.first() {
                self.session.selection.choose_link(LinkRef {
                    structure: self.structure.clone(),
                    link: link.clone(),
                });
            }
        }
        let response = if cell.notes.is_empty() || Popup::is_any_open(ui.ctx()) {
            response
        } else {
            response.on_hover_text(cell.notes.join("\n"))
        };
        self.cell_menu_ui(&response, cell, at);
        keep_keyboard(ui, &response);
    }

    fn cell_id(&self, at: (usize, usize)) -> Id {
        Id::new(("cell of a grid", &self.structure, &self.grid.id, at))
    }

    /// "Waste Partnership and Environment: Reports to (implied)".
    fn say(&self, ui: &Ui, response: &Response, cell: &Cell, (row, column): (usize, usize)) {
        let name = |head: Option<&crate::describe::grid::Head>| {
            head.map(|head| head.name.clone()).unwrap_or_default()
        };
        let words = format!(
            "{} and {}: {}",
            name(self.table.rows.get(row).map(|row| &row.head)),
            name(self.table.columns.get(column)),
            cell.words
        );
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, words.as_str()));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Cell);
            node.set_row_index(row);
            node.set_column_index(column);
        });
    }

    /// The arrows go from cell to cell; Tab and Escape are everybody's.
    fn take_keys(&self, ui: &Ui, id: Id, (row, column): (usize, usize)) {
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(id, arrows));
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        let (rows, columns) = (self.table.rows.len(), self.table.columns.len());
        let mut to = (row, column);
        if pressed(Key::ArrowDown) {
            to.0 = (row + 1).min(rows.saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            to.0 = row.saturating_sub(1);
        }
        if pressed(Key::ArrowRight) {
            to.1 = (column + 1).min(columns.saturating_sub(1));
        }
        if pressed(Key::ArrowLeft) {
            to.1 = column.saturating_sub(1);
        }
        if to != (row, column) {
            ui.memory_mut(|m| m.request_focus(self.cell_id(to)));
        }
    }

    fn cell_menu_ui(&mut self, response: &Response, cell: &Cell, at: (usize, usize)) {
        if cell.state == CellState::Same {
            return;
        }
        Popup::menu(response).show(|ui| {
            ui.set_min_width(260.0);
            ui.spacing_mut().interact_size.y = 24.0;
            ui.spacing_mut().item_spacing.y = 2.0;
            let mut wanted = None;
            let mut keys = MenuKeys::default();
            for kind in self.offered() {
                let name = self.session.project().link_kind_name(&kind);
                let there = self.is_linked(at, &kind);
                let sign = if there {
                    icon::CHECK
                } else {
                    icon::LINE_SEGMENT
                };
                let response = ui.button(icon_words(sign, &name));
                keys.entry(&response);
                if response.clicked() {
                    wanted = Some(GridCell::Linked(kind));
                }
            }
            ui.separator();
            for (sign, words, says) in [
                (
                    icon::PROHIBIT,
                    "None: nothing to do with each other",
                    GridCell::None,
                ),
                (icon::ERASER, "Not stated", GridCell::NotStated),
            ] {
                let response = ui.button(icon_words(sign, words));
                keys.entry(&response);
                if response.clicked() {
                    wanted = Some(says);
                }
            }
            keys.take(ui);
            if let Some(says) = wanted {
                self.set_cell(at, says);
                // A choice by keys closes it too.
                ui.close();
            }
        });
    }

    /// Kinds of link for a cell, those that the grid shows already first.
    fn offered(&self) -> Vec<LinkKindId> {
        let structure = self.session.shown();
        let shown = |kind: &LinkKindId| {
            let links = structure.into_iter().flat_map(|s| &s.links);
            let mut here = links.filter(|link| &link.kind == kind);
            here.any(|link| {
                let (rows, columns) = (&self.grid.rows, &self.grid.columns);
                (rows.contains(&link.from) && columns.contains(&link.to))
                    || (rows.contains(&link.to) && columns.contains(&link.from))
            })
        };
        let all = kinds(self.session).into_iter();
        let (mut first, rest): (Vec<_>, Vec<_>) =
            all.filter(|kind| self.grid.counts(kind)).partition(shown);
        first.extend(rest);
        first
    }

    /// Whether the row has this link to the column already.
    fn is_linked(&self, (row, column): (usize, usize), kind: &LinkKindId) -> bool {
        let (rows, columns) = (&self.grid.rows, &self.grid.columns);
        let links = self.session.shown().into_iter().flat_map(|s| &s.links);
        links.into_iter().any(|link| {
            rows.get(row) == Some(&link.from)
                && columns.get(column) == Some(&link.to)
                && &link.kind == kind
        })
    }

    fn set_cell(&mut self, (row, column): (usize, usize), cell: GridCell) {
        let (Some(row), Some(column)) = (self.grid.rows.get(row), self.grid.columns.get(column))
        else {
            return;
        };
        let (row, column) = (row.clone(), column.clone());
        self.session.apply(GridCommand::SetCell {
            structure: self.structure.clone(),
            grid: self.grid.id.clone(),
            row: row.clone(),
            column: column.clone(),
            cell: cell.clone(),
        });
        // The details beside the grid are those of the cell as it is now.
        let links = self.session.shown().into_iter().flat_map(|s| &s.links);
        let mut here = links.filter(|link| {
            let set = matches!(&cell, GridCell::Linked(kind) if *kind == link.kind);
            set && link.from == row && link.to == column
        });
        let link = here.next().map(|link| LinkRef {
            structure: self.structure.clone(),
            link: link.id.clone(),
        });
        match link {
            Some(link) => self.session.selection.choose_link(link),
            None => self.session.selection.clear(),
        }
    }
}
