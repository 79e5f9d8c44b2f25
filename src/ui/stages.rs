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
    // Under the last words of the card and, in a stack, over the first of the next one.
    let top = card.bottom() - (PAD - 1.0) * zoom;
    let place = Rect::from_min_size(egui::pos2(card.center().x - size.x / 2.0, top), size);
    let pen = Stroke::new(1.0, colour(colours.control));
    ui.painter().rect_filled(place, 3.0, colour(colours.panel));
    ui.painter()
        .rect_stroke(place, 3.0, pen, StrokeKind::Inside);
    ui.painter()
        .galley(place.min + Vec2::new(4.0, 1.0), galley, tone);
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

/// A mark for each month, longer where a year begins, and as many words as have room: months, else
/// years.
#[expect(clippy::cast_precision_loss, reason = "there are few months")]
fn marks_ui(ui: &Ui, rail: Rect, bottom: f32, (first, last): (Month, Month)) {
    let colours = &theme::theme(ui.ctx()).ui;
    let (begin, end) = (place(first), place(last));
    let step = rail.width() / (end - begin).max(1) as f32;
    let pen = Stroke::new(1.0, colour(colours.control));
    let font = FontId::proportional(12.0);
    let mut free = f32::NEG_INFINITY;
    for number in begin..=end {
        let Some(at) = month(number) else { continue };
        let x = rail.left() + (number - begin) as f32 * step;
        let year = at.month == 1 || number == begin;
        if !year && step < CLOSE {
            continue;
        }
        let top = rail.bottom() - 4.0;
        let long = if year { 7.0 } else { 4.0 };
        ui.painter().vline(x, top..=top + long, pen);
        // "April 2011" as "Apr", with the year where it begins.
        let words = at.words();
        let (name, of) = words.split_once(' ').unwrap_or((&words, ""));
        let name: String = name.chars().take(3).collect();
        let words = match (year, step >= ROOMY) {
            (true, true) => format!("{name} {of}"),
            (true, false) => of.to_owned(),
            (false, true) => name,
            (false, false) => continue,
        };
        let tone = colour(colours.muted);
        let galley = ui.painter().layout_no_wrap(words, font.clone(), tone);
        let left = x - galley.size().x / 2.0;
        if left < free {
            continue;
        }
        free = left + galley.size().x + 6.0;
        let at = egui::pos2(left, bottom - galley.size().y);
        ui.painter().galley(at, galley, tone);
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
