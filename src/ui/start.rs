//! The start page: a new project, a file, recovered work, or one of the built-in samples as a
//! copy.

use egui::{
    CursorIcon, Frame, Margin, Rect, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType,
};
use egui_phosphor::regular as icon;

use super::action::Action;
use super::app::App;
use super::canvas::convert::colour;
use super::canvas::paint::{Onto, group_shapes};
use super::perform::fitted;
use super::settings;
use super::start_lists;
use super::theme::{self, strong};
use super::widgets::{button, focus_ring, muted, primary};
use super::work::Preview;
use crate::editor::Picture;
use crate::geom::Point;
use crate::scene::theme::ThemeName;
use crate::store::Sample;

pub(super) fn start_ui(app: &mut App, ui: &mut Ui) {
    let theme = theme::theme(ui.ctx());
    let wide = ui.ctx().content_rect().width() >= 900.0;
    let left = if wide { 380.0 } else { 250.0 };
    egui::Panel::left("start left")
        .exact_size(left)
        .resizable(false)
        .frame(
            Frame::new()
                .fill(colour(theme.ui.panel))
                .inner_margin(Margin::same(if wide { 40 } else { 20 })),
        )
        .show(ui, |ui| {
            if low(ui) {
                ScrollArea::vertical()
                    .id_salt("start column")
                    .show(ui, |ui| left_ui(app, ui));
            } else {
                left_ui(app, ui);
            }
        });
    egui::CentralPanel::default()
        .frame(
            Frame::new()
                .fill(colour(theme.ui.canvas))
                .inner_margin(Margin::symmetric(if wide { 40 } else { 20 }, 28)),
        )
        .show(ui, |ui| samples_ui(app, ui));
}

/// Whether the window has no room for a foot.
fn low(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() < 480.0
}

const FOOT: &str = "Works without a network. Your files stay where you save them.";

fn left_ui(app: &mut App, ui: &mut Ui) {
    ui.label(strong("Dotted Line", 28.0));
    ui.add(
        egui::Label::new(
            RichText::new(
                "Shows how partnerships work now, how they could work, and what becomes of every body.",
            )
            .size(15.0),
        )
        .wrap(),
    );
    ui.add_space(20.0);
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::new(16.0, 10.0);
        ui.horizontal(|ui| {
            let offer = Action::New.offer();
            if primary(ui, offer.icon, offer.words).clicked() {
                app.queue.push(Action::New);
            }
            let offer = Action::Open.offer();
            if button(ui, offer.icon, offer.words).clicked() {
                app.queue.push(Action::Open);
            }
        });
    });
    muted(ui, "Or drop a project file (.json) on this window.");
    if let Some(name) = &app.opening {
        ui.add_space(12.0);
        ui.label(format!("Opening “{name}”…"));
    }
    if low(ui) {
        // All of it follows one another, and the column is scrolled.
        start_lists::lists_ui(app, ui);
        settings_ui(app, ui);
        muted(ui, FOOT);
        return;
    }
    ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
        muted(ui, FOOT);
        ui.add_space(6.0);
        settings_ui(app, ui);
        ui.add_space(8.0);
        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
            start_lists::lists_ui(app, ui);
        });
    });
}

fn settings_ui(app: &mut App, ui: &mut Ui) {
    let words = super::widgets::icon_words(icon::SLIDERS_HORIZONTAL, "Colours and size");
    ui.menu_button(words, |ui| settings::menu_ui(app, ui));
}

fn samples_ui(app: &mut App, ui: &mut Ui) {
    let samples = crate::store::samples();
    ui.label(strong("Worked examples", 18.0));
    muted(
        ui,
        "Real reviews from published council papers. Each opens as a copy of its own.",
    );
    ui.add_space(10.0);
    let dark = theme::name(ui.ctx()) == ThemeName::Dark;
    ScrollArea::vertical().show(ui, |ui| {
        const GAP: f32 = 20.0;
        let room = ui.available_size();
        for row in rows(samples, room.x) {
            let n = row.len().max(1);
            let gaps = GAP * (n.saturating_sub(1)) as f32;
            let width = ((room.x - gaps) / n as f32).floor();
            let lines = rows(samples, room.x).len().max(1) as f32;
            let words = row
                .iter()
                .map(|s| words_height(ui, s, width))
                .fold(0.0, f32::max);
            // All rows fit the window when there is room for pictures of 96 or more.
            let height = ((room.y - GAP * lines) / lines - words).clamp(96.0, 260.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for sample in row {
                    let preview = app
                        .previews
                        .get(&(sample.name, dark))
                        .and_then(Option::as_ref);
                    if card_ui(ui, sample, preview, Vec2::new(width, height), words) {
                        app.open_sample(sample.name, sample.title);
                    }
                }
            });
            ui.add_space(GAP - ui.spacing().item_spacing.y);
        }
    });
}

/// Samples in rows: two large ones first, then three; fewer a row where there is less room.
fn rows(samples: &'static [Sample], width: f32) -> Vec<&'static [Sample]> {
    let most = if width >= 700.0 {
        3
    } else if width >= 420.0 {
        2
    } else {
        1
    };
    match samples.len() {
        5 if most == 3 => {
            let (a, b) = samples.split_at(2);
            vec![a, b]
        }
        4 if most == 3 => samples.chunks(2).collect(),
        _ => samples.chunks(most).collect(),
    }
}

/// Title and sentence of a card, broken to its width.
fn words_of(ui: &Ui, sample: &Sample, width: f32) -> [std::sync::Arc<egui::Galley>; 2] {
    let tone = colour(theme::theme(ui.ctx()).ui.text);
    let layout = |words: &str, font| {
        ui.painter()
            .layout(words.to_owned(), font, tone, width - 24.0)
    };
    [
        layout(
            sample.title,
            egui::FontId::new(15.0, theme::strong_family()),
        ),
        layout(sample.why, egui::FontId::proportional(13.0)),
    ]
}

/// Height of everything under the picture of a card.
fn words_height(ui: &Ui, sample: &Sample, width: f32) -> f32 {
    words_of(ui, sample, width)
        .iter()
        .map(|g| g.size().y + 3.0)
        .sum::<f32>()
        + 36.0
}

fn card_ui(
    ui: &mut Ui,
    sample: &Sample,
    preview: Option<&Result<Preview, String>>,
    picture: Vec2,
    words: f32,
) -> bool {
    let theme = theme::theme(ui.ctx());
    let [title, why] = words_of(ui, sample, picture.x);
    let sizes = match preview {
        Some(Ok(preview)) => preview.sizes.clone(),
        _ => String::new(),
    };
    let small = egui::FontId::proportional(12.0);
    let sizes = ui
        .painter()
        .layout(sizes, small, colour(theme.ui.muted), picture.x - 24.0);
    let size = Vec2::new(picture.x, picture.y + words);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, sample.title));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(sample.why));
    let painter = ui.painter();
    let edge = if response.hovered() {
        Stroke::new(2.0, colour(theme.ui.accent))
    } else {
        Stroke::new(1.0, colour(theme.ui.control))
    };
    painter.rect(rect, 4.0, colour(theme.ui.panel), edge, StrokeKind::Inside);
    let top = Rect::from_min_size(rect.min, picture);
    if let Some(Ok(preview)) = preview {
        paint_picture(ui, top.shrink(8.0), &preview.picture);
    }
    let line = Stroke::new(1.0, colour(theme.ui.border));
    painter.hline(rect.x_range().shrink(1.0), top.max.y, line);
    let mut at = top.left_bottom() + Vec2::new(12.0, 8.0);
    for galley in [title, why, sizes] {
        let height = galley.size().y;
        painter.galley(at, galley, colour(theme.ui.text));
        at.y += height + 3.0;
    }
    focus_ring(ui, &response);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// A picture as large as its box allows; text too small to read is left out by itself.
fn paint_picture(ui: &Ui, area: Rect, picture: &Picture) {
    let camera = fitted(area, picture.bounds(), 1.0);
    let view = super::canvas::convert::page_rect(area);
    let onto = Onto {
        zoom: super::canvas::convert::length(camera.zoom),
        origin: super::canvas::convert::pos(camera.screen_from_page(view, Point::ZERO)).to_vec2(),
        clip: area,
    };
    let painter = ui.painter().with_clip_rect(area.intersect(ui.clip_rect()));
    let mut shapes = Vec::new();
    for group in &picture.groups {
        group_shapes(&painter, &onto, group, &mut shapes);
    }
    painter.extend(shapes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_samples_makes_rows() {
        let all = crate::store::samples();
        for n in 1..=all.len() {
            for width in [300.0, 500.0, 900.0, 1500.0] {
                let rows = rows(&all[..n], width);
                assert_eq!(rows.iter().map(|r| r.len()).sum::<usize>(), n);
                assert!(rows.iter().all(|r| !r.is_empty() && r.len() <= 3));
            }
        }
    }
}
