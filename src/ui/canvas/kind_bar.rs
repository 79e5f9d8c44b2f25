//! The bar over the canvas: "New body", and the kind that new links get, as line samples with
//! words.

use egui::{CursorIcon, FontId, Response, Sense, Stroke, StrokeKind, Ui, Vec2};
use egui::{WidgetInfo, WidgetType};
use egui_phosphor::regular as icon;

use super::convert::colour;
use crate::editor::Session;
use crate::editor::tool::kinds;
use crate::model::LinkKindId;
use crate::scene::{Looks, sample};
use crate::ui::action::Action;
use crate::ui::theme;
use crate::ui::widgets::{focus_ring, icon_words, muted, named, paint_sample};

/// Width of a line sample.
const SAMPLE: f32 = 26.0;
/// Room round the words of a choice.
const AROUND: f32 = 20.0;
/// Room of the button that holds what the bar has no room for.
const MORE: f32 = 200.0;

/// The bar: a button, then the kinds, those that do not fit behind a button.
pub(crate) fn kind_bar_ui(ui: &mut Ui, session: &mut Session, queue: &mut Vec<Action>) {
    let offer = Action::NewBody.offer();
    let new = egui::Button::new(icon_words(offer.icon, offer.words));
    let new = named(ui.add(new), offer.words).on_hover_text("Key N, or double-click the ground");
    if new.clicked() {
        queue.push(Action::NewBody);
    }
    ui.spacing_mut().item_spacing.x = 4.0;
    ui.add_space(8.0);
    let all = kinds(session);
    let widths: Vec<f32> = all.iter().map(|kind| width(ui, session, kind)).collect();
    let label = 76.0;
    let shown = fitting(&widths, ui.available_width() - label);
    if shown > 0 {
        muted(ui, "New links");
    }
    let (row, rest) = all.split_at(shown.min(all.len()));
    let mut chosen = None;
    for kind in row {
        if choice_ui(ui, session, kind).clicked() {
            chosen = Some(kind.clone());
        }
    }
    if !rest.is_empty() {
        let words = if rest.contains(&session.hand.kind) {
            let name = session.project().link_kind_name(&session.hand.kind);
            format!("New links: {name}")
        } else {
            "Other kinds".to_owned()
        };
        ui.menu_button(icon_words(icon::LINE_SEGMENT, &words), |ui| {
            for kind in rest {
                if choice_ui(ui, session, kind).clicked() {
                    chosen = Some(kind.clone());
                    ui.close();
                }
            }
        });
    }
    if let Some(kind) = chosen {
        session.hand.kind = kind;
    }
}

fn width(ui: &Ui, session: &Session, kind: &LinkKindId) -> f32 {
    let words = session.project().link_kind_name(kind);
    let tone = ui.visuals().text_color();
    let galley = ui
        .painter()
        .layout_no_wrap(words, FontId::proportional(13.0), tone);
    galley.size().x + SAMPLE + AROUND + 4.0
}

/// How many choices fit, with room for the button if not all do.
fn fitting(widths: &[f32], room: f32) -> usize {
    if widths.iter().sum::<f32>() <= room {
        return widths.len();
    }
    let mut used = MORE;
    let mut widths = widths.iter();
    let fit = widths.by_ref().take_while(|width| {
        used += **width;
        used <= room
    });
    fit.count()
}

/// A line sample with the kind's words; the chosen one is framed.
pub(crate) fn choice_ui(ui: &mut Ui, session: &Session, kind: &LinkKindId) -> Response {
    let theme = theme::theme(ui.ctx());
    let colours = &theme.ui;
    let words = session.project().link_kind_name(kind);
    let chosen = &session.hand.kind == kind;
    let tone = colour(if chosen { colours.accent } else { colours.text });
    let font = FontId::proportional(13.0);
    let galley = ui.painter().layout_no_wrap(words.clone(), font, tone);
    let size = Vec2::new(galley.size().x + SAMPLE + AROUND, 28.0);
    let (place, response) = ui.allocate_exact_size(size, Sense::click());
    if chosen || response.hovered() {
        let fill = if chosen {
            colours.accent_tint
        } else {
            colours.raised
        };
        let edge = if chosen {
            colours.accent
        } else {
            colours.control
        };
        let stroke = Stroke::new(1.0, colour(edge));
        ui.painter()
            .rect(place, 4.0, colour(fill), stroke, StrokeKind::Inside);
    }
    let left = place.left_center() + Vec2::new(7.0, 0.0);
    let line = egui::Rect::from_min_size(left - Vec2::new(0.0, 7.0), Vec2::new(SAMPLE, 14.0));
    let looks = Looks::new(session.project(), theme);
    paint_sample(ui, line, |rect| sample::link(&looks, kind, false, rect));
    let text = left + Vec2::new(SAMPLE + 6.0, -galley.size().y / 2.0);
    ui.painter().galley(text, galley, tone);
    focus_ring(ui, &response);
    let name = format!("{words}, for new links");
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, chosen, &name));
    response.on_hover_cursor(CursorIcon::PointingHand)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_that_do_not_fit_leave_room_for_the_button() {
        assert_eq!(fitting(&[100.0, 100.0], 200.0), 2);
        assert_eq!(fitting(&[100.0, 100.0, 150.0], 320.0), 1);
        assert_eq!(fitting(&[100.0, 100.0], 150.0), 0);
    }
}
