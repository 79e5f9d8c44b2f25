//! Stages in time: a slider over the months, and how each body stands at the one that is chosen.

use std::collections::BTreeSet;

use egui::style::HandleShape;
use egui::{FontId, Frame, Margin, Rect, Slider, Stroke, StrokeKind, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::canvas::Faded;
use super::canvas::convert::colour;
use super::theme::{self, strong_family};
use super::widgets::button;
use crate::compare::stage::{Month, Standing, State, caption, span, stage_at};
use crate::editor::{BodyRef, Session};

/// Height of the row of marks under the slider.
const MARKS: f32 = 20.0;
/// Months that stand nearer than this have no marks, and with less room no words.
const CLOSE: f32 = 4.0;
const ROOMY: f32 = 30.0;
/// Cards lower than this on the screen are too small for a word.
const LOW: f32 = 22.0;

/// The months over which something changes in the structure that is shown.
pub(super) fn months(session: &Session) -> Option<(Month, Month)> {
    span(session.project(), session.shown()?)
}

/// Opens the slider at its first month, or closes it.
pub(super) fn toggle(session: &mut Session) {
    session.stage = match session.stage {
        Some(_) => None,
        None => months(session).map(|(first, _)| first),
    };
}

/// How bodies with a date stand at the month that is chosen.
pub(super) fn shown(session: &Session) -> Vec<(BodyRef, Standing)> {
    let (Some(at), Some(structure)) = (session.stage, session.shown()) else {
        return Vec::new();
    };
    let stage = stage_at(session.project(), structure, at).into_iter();
    stage
        .filter(|(_, standing)| standing.dated)
        .map(|(body, standing)| (BodyRef::new(structure.id(), &body), standing))
        .collect()
}

/// Those that are not there.
pub(super) fn faded(stage: &[(BodyRef, Standing)]) -> Faded {
    let gone = |standing: &Standing| matches!(standing.state, State::NotYet | State::Ended);
    let stage = stage.iter().filter(|(_, standing)| gone(standing));
    Faded {
        bodies: stage.map(|(body, _)| body.clone()).collect(),
        clear: BTreeSet::new(),
    }
}

/// Room between the last words of a card and its edge, in pt: see the cards of the scene.
const PAD: f32 = 6.0;
/// Sizes of a word.
const LARGE: f32 = 11.5;
const SMALL: f32 = 9.0;

/// The word on a card, and what is vague about it.
pub(super) fn word_ui(ui: &Ui, card: Rect, standing: &Standing, zoom: f32) {
    if card.height() < LOW {
        return;
    }
    let colours = &theme::theme(ui.ctx()).ui;
    let mut words = standing.state.words().to_owned();
    if !standing.vague.is_empty() {
        words.push_str(&format!(" ({})", standing.vague.join("; ")));
    }
    let tone = colour(colours.text);
    let font = FontId::new((LARGE * zoom).clamp(SMALL, LARGE), strong_family());
    let room = (card.width() - 4.0).max(60.0);
    let galley = ui.painter().layout(words, font, tone, room);
    let size = galley.size() + Vec2::new(8.0, 2.0);
    let place = place_of(card, size, zoom);
    let pen = Stroke::new(1.0, colour(colours.control));
    ui.painter().rect_filled(place, 3.0, colour(colours.panel));
    ui.painter()
        .rect_stroke(place, 3.0, pen, StrokeKind::Inside);
    ui.painter()
        .galley(place.min + Vec2::new(4.0, 1.0), galley, tone);
}

/// Where a word stands: under the last words of the card and, in a stack, over the first of the next.
fn place_of(card: Rect, size: Vec2, zoom: f32) -> Rect {
    let top = card.bottom() - (PAD - 1.0) * zoom;
    Rect::from_min_size(egui::pos2(card.center().x - size.x / 2.0, top), size)
}

/// The slider with its caption, while it is open.
pub(super) fn bar_ui(ui: &mut Ui, session: &mut Session) {
    let Some(at) = session.stage else { return };
    let Some((first, last)) = months(session) else {
        // Another structure, or the last date is gone.
        session.stage = None;
        return;
    };
    let colours = &theme::theme(ui.ctx()).ui;
    let at = at.clamp(first, last);
    let mut rail = Rect::NOTHING;
    let mut number = place(at);
    let mut open = true;
    egui::Panel::bottom("stages in time")
        .exact_size(66.0 + MARKS)
        .frame(
            Frame::new()
                .fill(colour(colours.panel))
                .inner_margin(Margin::symmetric(12, 6)),
        )
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                if button(ui, icon::CARET_LEFT, "Month before").clicked() {
                    number -= 1;
                }
                ui.spacing_mut().slider_width = (ui.available_width() - 250.0).max(80.0);
                // The rail of a slider has the fill of a button, which is that of the panel.
                ui.visuals_mut().widgets.inactive.bg_fill = colour(colours.control);
                let words = format!("Month: {}", at.words());
                let slider = Slider::new(&mut number, place(first)..=place(last));
                let response = ui.add(slider.show_value(false).step_by(1.0));
                rail = rail_of(ui, response.rect);
                response.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::WidgetType::Slider, true, words.as_str())
                });
                if button(ui, icon::CARET_RIGHT, "Next month").clicked() {
                    number += 1;
                }
                if button(ui, icon::X, "Close").clicked() {
                    open = false;
                }
            });
            let (marks, _) = ui.allocate_exact_size(
                Vec2::new(ui.available_width(), MARKS - ui.spacing().item_spacing.y),
                egui::Sense::hover(),
            );
            marks_ui(ui, rail, marks.bottom(), (first, last));
            if let Some(structure) = session.shown() {
                let stage = stage_at(session.project(), structure, at);
                let words = caption(structure, &stage, at);
                ui.add(egui::Label::new(egui::RichText::new(&words).size(14.0)).truncate())
                    .on_hover_text(words);
            }
        });
    let chosen = number.clamp(place(first), place(last));
    session.stage = open.then(|| month(chosen)).flatten();
}

/// The way of the knob of a slider: egui keeps it off the ends by its own half width.
fn rail_of(ui: &Ui, slider: Rect) -> Rect {
    let knob = slider.height() / 2.5;
    let half = match ui.visuals().handle_shape {
        HandleShape::Circle => knob,
        HandleShape::Rect { aspect_ratio } => knob * aspect_ratio,
    };
    slider.shrink2(Vec2::new(half, 0.0))
}

/// A mark under the slider.
#[derive(Debug, PartialEq, Eq)]
struct Mark {
    /// The month, counted from the first.
    at: u16,
    /// Whether a year begins there, or the slider itself.
    year: bool,
    words: Option<String>,
}

/// A mark for each month, and words at those that have room: "Apr 2011" and "May", where months
/// stand `step` apart, else "2011".
fn marks((first, last): (Month, Month), step: f32) -> Vec<Mark> {
    let begin = place(first);
    let marks = (begin..=place(last)).filter_map(|number| {
        let month = month(number)?;
        let year = month.month == 1 || number == begin;
        let words = month.words();
        let (name, of) = words.split_once(' ').unwrap_or((&words, ""));
        let name: String = name.chars().take(3).collect();
        let words = match (year, step >= ROOMY) {
            (true, true) => Some(format!("{name} {of}")),
            (true, false) => Some(of.to_owned()),
            (false, true) => Some(name),
            (false, false) => None,
        };
        let at = u16::try_from(number - begin).ok()?;
        (year || step >= CLOSE).then_some(Mark { at, year, words })
    });
    marks.collect()
}

fn marks_ui(ui: &Ui, rail: Rect, bottom: f32, span: (Month, Month)) {
    let colours = &theme::theme(ui.ctx()).ui;
    let steps = u16::try_from(place(span.1) - place(span.0)).unwrap_or(u16::MAX);
    let step = rail.width() / f32::from(steps.max(1));
    let pen = Stroke::new(1.0, colour(colours.control));
    let tone = colour(colours.muted);
    let mut free = f32::NEG_INFINITY;
    for mark in marks(span, step) {
        let x = rail.left() + f32::from(mark.at) * step;
        let top = rail.bottom() - 4.0;
        let long = if mark.year { 7.0 } else { 4.0 };
        ui.painter().vline(x, top..=top + long, pen);
        let Some(words) = mark.words else { continue };
        let font = FontId::proportional(12.0);
        let galley = ui.painter().layout_no_wrap(words, font, tone);
        let left = x - galley.size().x / 2.0;
        // Words that would touch the ones before are left out; their mark stays.
        if left >= free {
            free = left + galley.size().x + 6.0;
            let at = egui::pos2(left, bottom - galley.size().y);
            ui.painter().galley(at, galley, tone);
        }
    }
}

/// A month as a number, counted from the year nought.
fn place(month: Month) -> i32 {
    i32::from(month.year) * 12 + i32::from(month.month) - 1
}

fn month(place: i32) -> Option<Month> {
    Some(Month {
        year: u16::try_from(place / 12).ok()?,
        month: u8::try_from(place % 12 + 1).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month_of(year: u16, month: u8) -> Month {
        Month { year, month }
    }

    #[test]
    fn every_month_has_a_mark_and_words_where_there_is_room() {
        let span = (month_of(2010, 11), month_of(2011, 2));
        let words = |step| -> Vec<Option<String>> {
            marks(span, step).into_iter().map(|m| m.words).collect()
        };
        let some = |words: &str| Some(words.to_owned());
        assert_eq!(
            words(40.0),
            [some("Nov 2010"), some("Dec"), some("Jan 2011"), some("Feb")]
        );
        assert_eq!(words(10.0), [some("2010"), None, some("2011"), None]);
        let at: Vec<u16> = marks(span, 2.0).iter().map(|mark| mark.at).collect();
        assert_eq!(at, [0, 2], "years alone, where months would be one line");
    }

    #[test]
    fn the_word_of_a_card_covers_none_of_its_own() {
        for zoom in [0.5, 1.0, 2.0] {
            let card = Rect::from_min_size(egui::pos2(10.0, 10.0), Vec2::new(140.0, 42.0) * zoom);
            let place = place_of(card, Vec2::new(80.0, 16.0), zoom);
            assert!(place.top() > card.bottom() - PAD * zoom, "{zoom}");
            assert!((place.center().x - card.center().x).abs() < 0.01);
        }
    }
}
