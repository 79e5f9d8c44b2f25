//! Stages in time: a slider over the months, and how each body stands at the one that is chosen.

use std::collections::BTreeSet;

use egui::{FontId, Frame, Margin, Rect, Slider, Stroke, StrokeKind, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::canvas::Faded;
use super::canvas::convert::colour;
use super::theme::{self, strong_family};
use super::widgets::button;
use crate::compare::stage::{Month, Standing, State, caption, span, stage_at};
use crate::editor::{BodyRef, Session};

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

/// The word on a card, and what is vague about it.
pub(super) fn word_ui(ui: &Ui, card: Rect, standing: &Standing) {
    if card.height() < LOW {
        return;
    }
    let colours = &theme::theme(ui.ctx()).ui;
    let mut words = standing.state.words().to_owned();
    if !standing.vague.is_empty() {
        words.push_str(&format!(" ({})", standing.vague.join("; ")));
    }
    let tone = colour(colours.text);
    let font = FontId::new(11.5, strong_family());
    let room = (card.width() - 4.0).max(60.0);
    let galley = ui.painter().layout(words, font, tone, room);
    let size = galley.size() + Vec2::new(8.0, 2.0);
    // On the lower edge of the card, so that its name stays free.
    let middle = egui::pos2(card.center().x, card.bottom());
    let place = Rect::from_center_size(middle, size);
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
    let mut number = place(at);
    let mut open = true;
    egui::Panel::bottom("stages in time")
        .exact_size(66.0)
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
