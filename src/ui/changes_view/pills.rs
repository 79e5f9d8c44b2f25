//! The filters of the table: a pill for each fate with its count, and words to find.

use egui::{Align, CornerRadius, Frame, Key, Layout, Margin, Rect, Sense, Stroke, StrokeKind};
use egui::{FontId, TextEdit, Ui, Vec2, WidgetInfo, WidgetType};
use egui_phosphor::regular as icon;

use super::super::app::App;
use super::super::canvas::convert::colour;
use super::super::inspector::{keeps_escape, taken};
use super::super::table::mark_ui;
use super::super::tables::ChangesReport;
use super::super::theme::{self, strong_family};
use super::super::widgets::{focus_ring, high, icon_words, low, muted, named};
use crate::editor::schedule::{Pill, pills};
use crate::scene::theme::Mark;

/// Height of a pill.
const HIGH: f32 = 26.0;
/// Room for the field and the order at the right.
const FIELD: f32 = 200.0;

pub(super) fn pills_ui(app: &mut App, ui: &mut Ui, report: &ChangesReport) {
    let colours = &theme::theme(ui.ctx()).ui;
    let frame = Frame::new()
        .fill(colour(colours.panel))
        .inner_margin(Margin::symmetric(16, 6));
    let Some(session) = &mut app.session else {
        return;
    };
    egui::Panel::top("filters of changes")
        .frame(frame)
        .resizable(false)
        .show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                field_ui(ui, &mut session.schedule.words);
                ui.with_layout(
                    Layout::left_to_right(Align::Min).with_main_wrap(true),
                    |ui| {
                        ui.spacing_mut().item_spacing = Vec2::new(8.0, 6.0);
                        let all = pills(&report.changes);
                        if low(ui) {
                            one_ui(ui, &all, &mut session.schedule.pill);
                        } else {
                            pills_of_ui(ui, &all, &mut session.schedule.pill);
                        }
                        let words = match session.schedule.sort {
                            None => "Sorted by weight of change".to_owned(),
                            Some((column, _)) => {
                                format!("Sorted by {}", column.label().to_lowercase())
                            }
                        };
                        let room = ui.available_size_before_wrap().x;
                        if room > 180.0 {
                            ui.horizontal(|ui| {
                                ui.set_height(HIGH);
                                muted(ui, &words);
                            });
                        }
                    },
                );
            });
        });
}

fn pills_of_ui(ui: &mut Ui, all: &[(Pill, usize)], chosen: &mut Pill) {
    for (pill, count) in all {
        let on = chosen == pill;
        if pill_ui(ui, *pill, *count, on) {
            *chosen = if on { Pill::All } else { *pill };
        }
    }
}

/// Where the window is low, the chosen pill stands for all, which are a click away.
fn one_ui(ui: &mut Ui, all: &[(Pill, usize)], chosen: &mut Pill) {
    let count = all.iter().find(|(pill, _)| pill == chosen);
    let words = format!("{} {}", chosen.words(), count.map_or(0, |(_, n)| *n));
    let menu = ui.menu_button(icon_words(icon::FUNNEL, &words), |ui| {
        ui.set_max_width(240.0);
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 6.0);
        pills_of_ui(ui, all, chosen);
    });
    named(menu.response, &words);
}

/// The field that finds words in the table; Escape empties it.
fn field_ui(ui: &mut Ui, words: &mut String) {
    let id = egui::Id::new("find in the table");
    let edit = TextEdit::singleline(words)
        .id(id)
        .hint_text("Find in the table")
        .desired_width(FIELD - 16.0)
        .event_filter(keeps_escape());
    let response = ui.add(high(edit));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label("Find in the table");
    });
    if response.has_focus() && taken(ui, Key::Escape) {
        words.clear();
        response.surrender_focus();
    }
}

/// A pill: the pattern of its fate, its word, its count; filled when it is the one.
fn pill_ui(ui: &mut Ui, pill: Pill, count: usize, on: bool) -> bool {
    let colours = &theme::theme(ui.ctx()).ui;
    let words = format!("{} {count}", pill.words());
    let mark = match pill {
        Pill::Of(fate) => Mark::of(fate),
        Pill::Moved => Some(Mark::Moved),
        Pill::All | Pill::NotStated => None,
    };
    let tone = colour(if on { colours.on_accent } else { colours.text });
    let galley =
        ui.painter()
            .layout_no_wrap(words.clone(), FontId::new(12.5, strong_family()), tone);
    let indent = if mark.is_some() { 18.0 } else { 0.0 };
    let size = Vec2::new(galley.size().x + indent + 22.0, HIGH);
    let (place, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, on, &words));
    let round = CornerRadius::same(13);
    let edge = if response.hovered() {
        colours.accent
    } else {
        colours.control
    };
    let painter = ui.painter();
    if on {
        painter.rect_filled(place, round, colour(colours.accent));
    } else {
        let pen = Stroke::new(1.0, colour(edge));
        painter.rect_stroke(place, round, pen, StrokeKind::Inside);
    }
    if mark.is_some() {
        let at = place.left_center() + Vec2::new(11.0, -6.0);
        let ground = Rect::from_min_size(at, Vec2::splat(12.0));
        painter.rect_filled(ground, 0.0, colour(colours.panel));
        mark_ui(ui, at, mark);
    }
    let at = place.left_center() + Vec2::new(11.0 + indent, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, tone);
    focus_ring(ui, &response);
    response.clicked()
}
