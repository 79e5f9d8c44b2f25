//! The heads of rows and columns: a body, its details, its place, and the way out.

use egui::{FontId, Popup, Rect, Response, Sense, Ui, Vec2, WidgetInfo, WidgetType};
use egui_phosphor::regular as icon;

use super::{PAD, Sheet, framed};
use crate::describe::grid::Head;
use crate::editor::BodyRef;
use crate::model::BodyId;
use crate::ui::canvas::convert::colour;
use crate::ui::menu_keys::{MenuKeys, keep_keyboard};
use crate::ui::theme::{self, strong_family};
use crate::ui::widgets::{clipped_galley, icon_words};

/// Rows of words in a head.
const ROWS: usize = 4;
const SIZE: f32 = 13.0;

/// Which head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Row(usize),
    Column(usize),
}

fn words(head: &Head) -> String {
    if head.missing {
        format!("{} (not in this structure)", head.name)
    } else {
        head.name.clone()
    }
}

/// How high heads of this width must be.
pub(super) fn height(ui: &Ui, heads: &[Head], width: f32) -> f32 {
    let tone = ui.visuals().text_color();
    let font = || FontId::new(SIZE, strong_family());
    let of = |head: &Head| {
        let text = words(head);
        clipped_galley(ui, (&text, font(), tone), width - 2.0 * PAD, ROWS)
            .size()
            .y
    };
    heads.iter().map(of).fold(20.0, f32::max) + 2.0 * PAD
}

impl Sheet<'_> {
    pub(super) fn head_ui(&mut self, ui: &mut Ui, head: &Head, place: Place, size: Vec2) {
        let colours = &theme::theme(ui.ctx()).ui;
        let (area, _) = ui.allocate_exact_size(size, Sense::empty());
        let id = ui.id().with(("head", place_key(place)));
        let response = ui.interact(area, id, Sense::click());
        let body = BodyRef::new(&self.structure, &head.body);
        let selected = self.session.selection.holds(&body);
        let fill = if selected {
            colours.accent_tint
        } else if response.hovered() {
            colours.raised
        } else {
            colours.panel
        };
        framed(ui, area, colour(fill), colour(colours.border));
        let tone = colour(if head.missing {
            colours.warning
        } else {
            colours.text
        });
        let text = words(head);
        let font = FontId::new(SIZE, strong_family());
        let galley = clipped_galley(ui, (&text, font, tone), size.x - 2.0 * PAD, ROWS);
        ui.painter()
            .galley(area.min + Vec2::splat(PAD), galley, tone);
        super::cell::ring(ui, &response, area);
        let said = match place {
            Place::Row(_) => format!("Row {text}"),
            Place::Column(_) => format!("Column {text}"),
        };
        response.widget_info(|| {
            WidgetInfo::selected(WidgetType::Button, true, selected, said.as_str())
        });
        if response.clicked() && !head.missing {
            self.session.selection.choose(body);
        }
        self.menu_ui(&response, area, head, place);
        keep_keyboard(ui, &response);
    }

    fn menu_ui(&mut self, response: &Response, area: Rect, head: &Head, place: Place) {
        Popup::menu(response)
            .width(area.width().max(200.0))
            .show(|ui| {
                ui.spacing_mut().interact_size.y = 24.0;
                let (at, count, before, after) = match place {
                    Place::Row(at) => (at, self.grid.rows.len(), "Move up", "Move down"),
                    Place::Column(at) => (at, self.grid.columns.len(), "Move left", "Move right"),
                };
                let mut keys = MenuKeys::default();
                let mut entry = |ui: &mut Ui, sign: &str, words: &str, possible: bool| {
                    let button = egui::Button::new(icon_words(sign, words));
                    let response = ui.add_enabled(possible, button);
                    keys.entry(&response);
                    if response.clicked() {
                        ui.close();
                    }
                    response.clicked()
                };
                if entry(ui, icon::ARROW_LEFT, before, at > 0) {
                    self.change(place, |list| list.swap(at, at - 1));
                }
                if entry(ui, icon::ARROW_RIGHT, after, at + 1 < count) {
                    self.change(place, |list| list.swap(at, at + 1));
                }
                if entry(ui, icon::X, "Take out of the grid", true) {
                    self.change(place, |list| list.retain(|id| *id != head.body));
                }
                keys.take(ui);
            });
    }

    fn change(&mut self, place: Place, change: impl FnOnce(&mut Vec<BodyId>)) {
        let mut grid = self.grid.clone();
        change(match place {
            Place::Row(_) => &mut grid.rows,
            Place::Column(_) => &mut grid.columns,
        });
        self.set(grid);
    }
}

fn place_key(place: Place) -> (bool, usize) {
    match place {
        Place::Row(at) => (true, at),
        Place::Column(at) => (false, at),
    }
}
