//! Over the table: how many bodies have a stated fate, who has none, and the changes in short.

use egui::{Frame, Id, Margin, Popup, Rect, RichText, ScrollArea, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::super::app::App;
use super::super::canvas::convert::colour;
use super::super::tables::ChangesReport;
use super::super::theme::{self, strong};
use super::super::widgets::{clipped, focus_ring, icon_words, in_short_ui, link, low, named};
use crate::editor::{BodyRef, Schedule, schedule::Pill};
use crate::report::changes::Coverage;

/// Width of the count.
const COUNT: f32 = 264.0;

pub(super) fn head_ui(app: &mut App, ui: &mut Ui, report: &ChangesReport) {
    let colours = &theme::theme(ui.ctx()).ui;
    let frame = Frame::new()
        .fill(colour(colours.panel))
        .inner_margin(Margin::symmetric(16, 8));
    egui::Panel::top("changes in short")
        .frame(frame)
        .resizable(false)
        .show(ui, |ui| {
            if low(ui) {
                ui.horizontal_wrapped(|ui| {
                    let coverage = &report.changes.coverage;
                    let words = format!("{} of {}", coverage.stated, coverage.bodies);
                    counted(ui.label(strong(words, 15.0)), coverage);
                    missing_ui(app, ui, coverage);
                    in_short_ui(ui, |ui| sentences_ui(ui, &report.sentences));
                });
                return;
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing = Vec2::new(24.0, 4.0);
                ui.vertical(|ui| {
                    ui.set_width(COUNT);
                    count_ui(app, ui, &report.changes.coverage);
                });
                sentences_ui(ui, &report.sentences);
            });
        });
}

/// The count, read out as a sentence.
fn counted(label: egui::Response, coverage: &Coverage) {
    label.widget_info(|| {
        egui::WidgetInfo::labeled(egui::WidgetType::Label, true, coverage.sentence())
    });
}

fn count_ui(app: &mut App, ui: &mut Ui, coverage: &Coverage) {
    let colours = &theme::theme(ui.ctx()).ui;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let words = format!("{} of {}", coverage.stated, coverage.bodies);
        counted(ui.label(strong(words, 22.0)), coverage);
    });
    let words = format!("bodies of “{}” have a stated fate", coverage.earlier);
    ui.add(clipped(ui, RichText::new(words).size(12.0), 2));
    let (bar, _) = ui.allocate_exact_size(Vec2::new(COUNT - 12.0, 8.0), egui::Sense::hover());
    let painter = ui.painter();
    painter.rect_filled(bar, 4.0, colour(colours.border));
    let share = coverage.stated as f32 / coverage.bodies.max(1) as f32;
    let part = Rect::from_min_size(bar.min, Vec2::new(bar.width() * share, bar.height()));
    painter.rect_filled(part, 4.0, colour(colours.accent));
    missing_ui(app, ui, coverage);
}

/// "3 bodies have no stated fate": each one click away.
fn missing_ui(app: &mut App, ui: &mut Ui, coverage: &Coverage) {
    let fate = coverage.without_fate.len();
    let origin = coverage.without_origin.len();
    let count =
        |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let mut said = Vec::new();
    if fate > 0 {
        said.push(count(
            fate,
            "body has no stated fate",
            "bodies have no stated fate",
        ));
    }
    if origin > 0 {
        let words = count(
            origin,
            "body has no stated past",
            "bodies have no stated past",
        );
        said.push(if fate > 0 {
            words
        } else {
            format!("{words} in “{}”", coverage.later)
        });
    }
    if said.is_empty() {
        return;
    }
    let tone = colour(theme::theme(ui.ctx()).ui.warning);
    let words = said.join(", ");
    let text = RichText::new(icon_words(icon::WARNING, &words))
        .size(12.5)
        .color(tone);
    let response = named(ui.add(egui::Button::new(text).wrap()), &words);
    focus_ring(ui, &response);
    Popup::menu(&response)
        .id(Id::new("without a fate"))
        .show(|ui| {
            ui.set_min_width(280.0);
            ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                let Some(session) = &mut app.session else {
                    return;
                };
                let Some((from, to)) = session.pair.clone() else {
                    return;
                };
                let mut go = None;
                for (structure, named, label) in [
                    (&from, &coverage.without_fate, &coverage.earlier),
                    (&to, &coverage.without_origin, &coverage.later),
                ] {
                    for body in named {
                        if link(ui, &format!("{} ({label})", body.name)).clicked() {
                            go = Some(BodyRef::new(structure, &body.id));
                            ui.close();
                        }
                    }
                }
                if let Some(body) = go {
                    session.schedule = Schedule {
                        pill: Pill::All,
                        words: String::new(),
                        ..session.schedule.clone()
                    };
                    session.selection.choose(body.clone());
                    app.tables.schedule.reveal = Some(super::rows::untold_key(&body));
                }
            });
        });
}

/// At most six sentences in two columns, read down the first.
fn sentences_ui(ui: &mut Ui, sentences: &[String]) {
    let room = ui.available_width();
    let columns = if room > 620.0 { 2 } else { 1 };
    let per = sentences.len().div_ceil(columns).max(1);
    let width = (room - 24.0 * (columns as f32 - 1.0)) / columns as f32;
    for part in sentences.chunks(per) {
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 3.0;
            for sentence in part {
                ui.add(clipped(ui, RichText::new(sentence.as_str()).size(13.0), 3));
            }
        });
    }
}
