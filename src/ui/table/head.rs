//! The heads of the columns: by what the rows are sorted, and how wide each column is.

use egui::text::LayoutJob;
use egui::{Align, CursorIcon, FontId, Id, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType};
use egui::{accesskit::Role, accesskit::SortDirection};
use egui_phosphor::regular as icon;

use super::super::canvas::convert::colour;
use super::super::theme::{self, strong_family};
use super::super::widgets::focus_ring;
use super::{MARGIN, PAD, TableOutput};

/// By what the rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sorted {
    No,
    Up,
    Down,
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) words: String,
    /// It is never narrower.
    pub(crate) least: f32,
    /// Its share of the room that is left.
    pub(crate) share: f32,
    /// Whether the rows can be sorted by it, and are.
    pub(crate) sorted: Option<Sorted>,
    /// Whether it holds figures, which stand at the right.
    pub(crate) right: bool,
}

impl Column {
    pub(crate) fn new(words: impl Into<String>, least: f32, share: f32) -> Self {
        Self {
            words: words.into(),
            least,
            share,
            sorted: None,
            right: false,
        }
    }

    pub(crate) fn right(self) -> Self {
        Self {
            right: true,
            ..self
        }
    }

    pub(crate) fn sorted(self, sorted: Sorted) -> Self {
        Self {
            sorted: Some(sorted),
            ..self
        }
    }

    fn head(&self) -> String {
        match self.sorted {
            Some(Sorted::Up) => format!("{} {}", self.words, icon::CARET_UP),
            Some(Sorted::Down) => format!("{} {}", self.words, icon::CARET_DOWN),
            _ => self.words.clone(),
        }
    }
}

/// The widths of all columns: together as wide as the room, whatever a person has dragged.
pub(super) fn widths(columns: &[Column], wider: &mut Vec<f32>, room: f32) -> Vec<f32> {
    wider.resize(columns.len(), 0.0);
    let least: f32 = columns.iter().map(|c| c.least).sum();
    let shares: f32 = columns.iter().map(|c| c.share).sum::<f32>().max(1.0);
    let left = (room - least).max(0.0);
    let squeeze = (room / least.max(1.0)).min(1.0);
    let mut out: Vec<f32> = columns
        .iter()
        .zip(wider.iter())
        .map(|(c, wider)| (c.least * squeeze + left * c.share / shares + wider).max(SLIM))
        .collect();
    let over = out.iter().sum::<f32>() / room.max(1.0);
    if over > 1.0 {
        out.iter_mut().for_each(|width| *width /= over);
    }
    out
}

/// No column is narrower.
const SLIM: f32 = 48.0;

pub(super) fn head_ui(
    ui: &mut Ui,
    id: Id,
    columns: &[Column],
    widths: &[f32],
    wider: &mut [f32],
    out: &mut TableOutput,
) {
    let colours = &theme::theme(ui.ctx()).ui;
    let tone = colour(colours.muted);
    let font = FontId::new(12.0, strong_family());
    let galleys: Vec<_> = columns
        .iter()
        .zip(widths)
        .map(|(column, width)| {
            let room = width - 2.0 * PAD;
            let mut job = LayoutJob::simple(column.head(), font.clone(), tone, room);
            if column.right {
                job.halign = Align::RIGHT;
            }
            ui.painter().layout_job(job)
        })
        .collect();
    let high = galleys.iter().map(|g| g.size().y).fold(0.0, f32::max);
    let size = Vec2::new(ui.available_width(), high + 12.0);
    let (place, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(place, 0.0, colour(colours.raised));
    let line = Stroke::new(1.0, colour(colours.control));
    ui.painter()
        .hline(place.x_range(), place.bottom() - 0.5, line);
    let mut left = place.left() + MARGIN;
    for (at, ((column, width), galley)) in columns.iter().zip(widths).zip(galleys).enumerate() {
        let area = Rect::from_min_size(
            egui::pos2(left, place.top()),
            Vec2::new(*width, place.height()),
        );
        left += width;
        let side = match column.right {
            true => area.right() - PAD,
            false => area.left() + PAD,
        };
        let foot = egui::pos2(side, area.bottom() - 6.0 - galley.size().y);
        ui.painter().galley(foot, galley, tone);
        sort_ui(ui, id.with(("head", at)), column, area, at, out);
        if at + 1 < columns.len() {
            drag_ui(ui, id.with(("edge", at)), area, wider, at);
        }
    }
}

fn sort_ui(ui: &Ui, id: Id, column: &Column, area: Rect, at: usize, out: &mut TableOutput) {
    let sense = match column.sorted {
        Some(_) => Sense::click(),
        None => Sense::hover(),
    };
    let response = ui.interact(area, id, sense);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &column.words));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ColumnHeader);
        match column.sorted {
            Some(Sorted::Up) => node.set_sort_direction(SortDirection::Ascending),
            Some(Sorted::Down) => node.set_sort_direction(SortDirection::Descending),
            _ => {}
        }
    });
    if column.sorted.is_none() {
        return;
    }
    focus_ring(ui, &response);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.clicked() {
        out.sort = Some(at);
    }
}

/// Dragging the edge between two columns gives one what the other loses.
fn drag_ui(ui: &Ui, id: Id, area: Rect, wider: &mut [f32], at: usize) {
    let colours = &theme::theme(ui.ctx()).ui;
    let edge = Rect::from_min_max(
        egui::pos2(area.right() - 4.0, area.top()),
        egui::pos2(area.right() + 4.0, area.bottom()),
    );
    let sense = Sense::DRAG;
    let response = ui
        .interact(edge, id, sense)
        .on_hover_cursor(CursorIcon::ResizeHorizontal);
    let pen = Stroke::new(1.0, colour(colours.border));
    ui.painter()
        .vline(area.right(), area.top() + 8.0..=area.bottom() - 6.0, pen);
    let moved = response.drag_delta().x;
    if moved != 0.0
        && let Some([left, right]) = wider.get_mut(at..at + 2)
        && area.width() + moved > SLIM
    {
        *left += moved;
        *right -= moved;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        [(100.0, 1.0), (80.0, 3.0), (60.0, 0.0)]
            .map(|(least, share)| Column::new("A", least, share))
            .to_vec()
    }

    #[test]
    fn columns_fill_the_room_and_never_more() {
        for room in [120.0, 240.0, 640.0, 1900.0] {
            for dragged in [0.0, 40.0, 5000.0, -5000.0] {
                let mut wider = vec![dragged, -dragged];
                let all = widths(&columns(), &mut wider, room);
                let sum: f32 = all.iter().sum();
                assert!(sum <= room + 0.5, "{room} {dragged}: {all:?}");
                assert!(all.iter().all(|w| *w > 0.0));
            }
        }
        let all = widths(&columns(), &mut Vec::new(), 640.0);
        assert_eq!(all, [200.0, 380.0, 60.0]);
    }
}
