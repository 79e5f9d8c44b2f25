//! The lines that hovering draws across the divider of a comparison, with the fate as a word.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2};

use super::convert::{colour, page_rect, pos};
use super::paint::Onto;
use super::pane::Pane;
use crate::compare::Row;
use crate::editor::{BodyRef, Camera, Ledger, trace, word};
use crate::geom;
use crate::scene::theme::{Mark, Theme};
use crate::ui::theme::strong_family;

/// The two panes of a comparison on the screen.
pub(crate) struct Sides<'a> {
    pub(crate) panes: [&'a Pane; 2],
    pub(crate) areas: [Rect; 2],
    pub(crate) camera: Camera,
}

impl Sides<'_> {
    fn cards(&self, side: usize) -> Vec<geom::Rect> {
        match (self.panes.get(side), self.areas.get(side)) {
            (Some(pane), Some(area)) => {
                let view = page_rect(*area);
                let cards = pane.picture.cards.iter();
                cards
                    .map(|c| self.camera.screen_rect(view, c.rect))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn place(&self, side: usize, body: &BodyRef) -> Option<geom::Rect> {
        let card = self.panes.get(side)?.picture.card(body)?;
        let view = page_rect(*self.areas.get(side)?);
        Some(self.camera.screen_rect(view, card.rect))
    }
}

/// Draws the lines of every row in which the traced body stands.
pub(crate) fn trace_ui(
    painter: &Painter,
    sides: &Sides<'_>,
    ledger: &Ledger,
    traced: &BodyRef,
    theme: &Theme,
) {
    let cards = [sides.cards(0), sides.cards(1)];
    for (_, row) in ledger.rows_of(traced) {
        row_ui(painter, sides, &cards, ledger, row, theme);
    }
}

fn row_ui(
    painter: &Painter,
    sides: &Sides<'_>,
    cards: &[Vec<geom::Rect>; 2],
    ledger: &Ledger,
    row: &Row,
    theme: &Theme,
) {
    let [left, right] = cards;
    let divider = f64::from(sides.areas.first().map_or(0.0, |a| a.max.x));
    let moved = row.moved.as_ref().map(|_| Mark::Moved);
    let tone = Mark::of(row.fate)
        .or(moved)
        .map_or(theme.ui.accent, |mark| theme.mark(mark));
    let onto = Onto {
        zoom: 1.0,
        origin: Vec2::ZERO,
        clip: painter.clip_rect(),
    };
    let mut middles = Vec::new();
    let mut runs = Vec::new();
    for from in ledger.earlier(row).filter_map(|b| sides.place(0, &b)) {
        for to in ledger.later(row).filter_map(|b| sides.place(1, &b)) {
            let run = trace(from, to, left, right, divider);
            // A straight run has no corner at the divider; it crosses it at its own height.
            let at_divider = run.iter().filter(|p| (p.x - divider).abs() < 0.5);
            let heights: Vec<f64> = at_divider.map(|p| p.y).collect();
            if heights.is_empty() {
                middles.extend(run.first().map(|p| p.y));
            }
            middles.extend(heights);
            runs.push(super::paint::flattened(&onto, &run, 5.0));
        }
    }
    // All casings first, so that lines of one row that meet are not cut apart.
    for run in &runs {
        let casing = Stroke::new(7.0, colour(theme.ui.canvas));
        painter.add(Shape::line(run.clone(), casing));
    }
    for run in &runs {
        painter.add(Shape::line(run.clone(), Stroke::new(2.5, colour(tone))));
        for end in [run.first(), run.last()].into_iter().flatten() {
            painter.circle_filled(*end, 4.0, colour(tone));
        }
    }
    if !middles.is_empty() {
        let low = middles.iter().copied().fold(f64::INFINITY, f64::min);
        let high = middles.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let at = pos(geom::Point::new(divider, f64::midpoint(low, high)));
        chip_ui(painter, at, &word(row), tone, theme);
    }
}

/// What becomes of the bodies of a card, under it: the word, then the sentence.
pub(crate) fn told_ui(
    painter: &Painter,
    card: Rect,
    ledger: &Ledger,
    traced: &BodyRef,
    theme: &Theme,
) {
    const WIDTH: f32 = 340.0;
    let mut job = LayoutJob::default();
    job.wrap.max_width = WIDTH;
    let text = colour(theme.ui.text);
    for (_, row) in ledger.rows_of(traced) {
        let before = if job.text.is_empty() { "" } else { "\n" };
        let strong = TextFormat::simple(FontId::new(12.5, strong_family()), text);
        job.append(&format!("{before}{}. ", word(row)), 0.0, strong);
        let plain = TextFormat::simple(FontId::proportional(12.5), text);
        job.append(&row.text, 0.0, plain);
    }
    if job.text.is_empty() {
        return;
    }
    let galley = painter.layout_job(job);
    let size = galley.size() + Vec2::new(20.0, 12.0);
    let room = painter.clip_rect().shrink(6.0);
    let under = Pos2::new(card.center().x - size.x / 2.0, card.max.y + 6.0);
    let over = Pos2::new(under.x, card.min.y - 6.0 - size.y);
    let at = if under.y + size.y > room.max.y && over.y >= room.min.y {
        over
    } else {
        under
    };
    let place = Rect::from_min_size(at, size);
    let place = place.translate(room.clamp(place.min) - place.min);
    let place = place.translate(room.clamp(place.max) - place.max);
    let edge = Stroke::new(1.5, colour(theme.ui.accent));
    let ground = colour(theme.ui.panel);
    painter.rect(place, 6.0, ground, edge, StrokeKind::Inside);
    painter.galley(place.min + Vec2::new(10.0, 6.0), galley, text);
}

fn chip_ui(painter: &Painter, at: Pos2, word: &str, tone: crate::scene::Colour, theme: &Theme) {
    let font = FontId::new(12.5, strong_family());
    let galley = painter.layout_no_wrap(word.to_owned(), font, colour(theme.ui.text));
    let place = Rect::from_center_size(at, galley.size() + Vec2::new(18.0, 8.0));
    let shift = painter.clip_rect().shrink(4.0).clamp(place.min) - place.min;
    let place = place.translate(shift);
    painter.rect(
        place,
        9.0,
        colour(theme.ui.panel),
        Stroke::new(1.5, colour(tone)),
        StrokeKind::Inside,
    );
    let text = Align2::CENTER_CENTER.anchor_size(place.center(), galley.size());
    painter.galley(text.min, galley, colour(theme.ui.text));
}

/// The boxes in which a comparison's panes stand, and the divider between them.
pub(crate) fn halves(area: Rect) -> [Rect; 2] {
    let middle = area.center().x.round();
    [
        Rect::from_min_max(area.min, Pos2::new(middle - 0.5, area.max.y)),
        Rect::from_min_max(Pos2::new(middle + 0.5, area.min.y), area.max),
    ]
}
