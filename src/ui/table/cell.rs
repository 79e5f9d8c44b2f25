//! One cell: its words, its mark, what a screen reader hears.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align, Color32, FontId, Galley, Pos2, Rect, Response, Stroke, StrokeKind, Ui, Vec2};
use egui::{WidgetInfo, WidgetType, accesskit::Role};

use super::super::canvas::convert::colour;
use super::super::theme::{self, strong_family};
use super::super::widgets::paint_sample;
use super::{Column, PAD, Rows};
use crate::scene::{sample, theme::Mark};

/// Room above and below the words of a row.
pub(super) const ABOVE: f32 = 6.0;
/// The box of a mark before the words.
const MARK: Vec2 = Vec2::new(12.0, 12.0);
const BESIDE: f32 = 18.0;
/// Size of the words.
const SIZE: f32 = 13.0;

/// How words are said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Tone {
    #[default]
    Plain,
    /// What matters in its row.
    Strong,
    /// What is unknown, or not there.
    Muted,
    Warning,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Cell {
    pub(crate) words: String,
    pub(crate) tone: Tone,
    /// A mark before the words: of a fate, or an empty box where it has none.
    pub(crate) mark: Option<Option<Mark>>,
    /// Smaller words under them.
    pub(crate) under: Option<(String, Tone)>,
    /// Whether it can be changed.
    pub(crate) edits: bool,
    /// A figure, which stands at the right.
    pub(crate) right: bool,
}

impl Cell {
    pub(crate) fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..Self::default()
        }
    }

    pub(crate) fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    pub(crate) fn edits(self) -> Self {
        Self {
            edits: true,
            ..self
        }
    }

    /// A fact, or muted words where it is blank.
    pub(crate) fn fact(words: Option<&str>, blank: &str) -> Self {
        match words {
            Some(words) => Self::new(words),
            None => Self::new(blank).tone(Tone::Muted),
        }
    }

    fn indent(&self) -> f32 {
        if self.mark.is_some() { BESIDE } else { 0.0 }
    }

    /// Its words as shaped text, and those under them.
    fn galleys(&self, ui: &Ui, width: f32) -> (Arc<Galley>, Option<Arc<Galley>>) {
        let width = (width - self.indent()).max(16.0);
        let font = match self.tone {
            Tone::Strong => FontId::new(SIZE, strong_family()),
            _ => FontId::proportional(SIZE),
        };
        let painter = ui.painter();
        let mut job = LayoutJob::simple(self.words.clone(), font, tone(ui, self.tone), width);
        if self.right {
            job.halign = Align::RIGHT;
        }
        let words = painter.layout_job(job);
        let under = self.under.as_ref().map(|(words, how)| {
            let font = FontId::proportional(12.0);
            painter.layout(words.clone(), font, tone(ui, *how), width)
        });
        (words, under)
    }

    /// How high a row must be for it.
    pub(super) fn height(&self, ui: &Ui, width: f32) -> f32 {
        let (words, under) = self.galleys(ui, width - 2.0 * PAD);
        let under = under.map_or(0.0, |galley| galley.size().y + 2.0);
        words.size().y + under + 2.0 * ABOVE
    }

    fn said(&self) -> String {
        match &self.under {
            Some((under, _)) => format!("{}; {under}", self.words),
            None => self.words.clone(),
        }
    }
}

fn tone(ui: &Ui, tone: Tone) -> Color32 {
    let colours = &theme::theme(ui.ctx()).ui;
    colour(match tone {
        Tone::Plain | Tone::Strong => colours.text,
        Tone::Muted => colours.muted,
        Tone::Warning => colours.warning,
    })
}

/// The ground of a row, and the line under it.
pub(super) fn ground_ui(ui: &Ui, place: Rect, selected: bool) {
    let colours = &theme::theme(ui.ctx()).ui;
    let painter = ui.painter();
    if selected {
        painter.rect_filled(place, 0.0, colour(colours.accent_tint));
        let bar = Rect::from_min_size(place.min, Vec2::new(3.0, place.height()));
        painter.rect_filled(bar, 0.0, colour(colours.accent));
    }
    let line = Stroke::new(1.0, colour(colours.border));
    painter.hline(place.x_range(), place.bottom() - 0.5, line);
}

pub(super) fn paint(ui: &Ui, area: Rect, cell: &Cell) {
    let (words, under) = cell.galleys(ui, area.width());
    let at = match cell.right {
        true => area.right_top(),
        false => area.min + Vec2::new(cell.indent(), 0.0),
    };
    if let Some(mark) = cell.mark {
        mark_ui(ui, area.min + Vec2::new(0.0, 2.5), mark);
    }
    let below = at + Vec2::new(0.0, words.size().y + 2.0);
    ui.painter().galley(at, words, tone(ui, cell.tone));
    if let (Some(galley), Some((_, how))) = (under, &cell.under) {
        ui.painter().galley(below, galley, tone(ui, *how));
    }
}

/// The pattern of a fate, or an empty box.
pub(crate) fn mark_ui(ui: &Ui, at: Pos2, mark: Option<Mark>) {
    let theme = theme::theme(ui.ctx());
    let place = Rect::from_min_size(at, MARK);
    match mark {
        Some(mark) => paint_sample(ui, place, |rect| sample::mark(mark, theme, rect)),
        None => {
            let pen = Stroke::new(1.0, colour(theme.ui.control));
            let place = place.shrink(0.5);
            ui.painter()
                .rect_stroke(place, 0.0, pen, StrokeKind::Middle);
        }
    }
}

/// The ring round the cell that has the keyboard.
pub(super) fn ring(ui: &Ui, area: Rect) {
    let colours = &theme::theme(ui.ctx()).ui;
    let pen = Stroke::new(2.5, colour(colours.focus));
    ui.painter()
        .rect_stroke(area.shrink(1.5), 3.0, pen, StrokeKind::Middle);
}

/// Tells a screen reader of a cell.
pub(super) fn say(
    ui: &Ui,
    response: &Response,
    cell: &Cell,
    (row, column): (usize, usize),
    columns: &[Column],
    rows: &dyn Rows,
) {
    let head = columns.get(column).map_or("", |c| c.words.as_str());
    let selected = rows.selected(row);
    response.widget_info(|| {
        let words = format!("{head}: {}", cell.said());
        WidgetInfo::selected(WidgetType::SelectableLabel, true, selected, words)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Cell);
        node.set_row_index(row);
        node.set_column_index(column);
        node.set_selected(selected);
    });
}
