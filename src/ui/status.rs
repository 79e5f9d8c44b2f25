//! The status bar: counts, findings, how small the paper gets, zoom.

use egui::{Frame, Margin, ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::action::Action;
use super::app::App;
use super::canvas::convert::colour;
use super::page_choice;
use super::theme::{self, strong};
use super::widgets::{clipped, link, muted};
use crate::check::{Finding, Severity};
use crate::editor::{BodyRef, Counted, View};

pub(super) fn status_ui(app: &mut App, ui: &mut Ui) {
    let theme = theme::theme(ui.ctx());
    egui::Panel::bottom("status bar")
        .exact_size(28.0)
        .frame(
            Frame::new()
                .fill(colour(theme.ui.panel))
                .inner_margin(Margin::symmetric(12, 0)),
        )
        .show(ui, |ui| {
            ui.style_mut()
                .text_styles
                .insert(egui::TextStyle::Body, egui::FontId::proportional(12.0));
            ui.style_mut()
                .text_styles
                .insert(egui::TextStyle::Button, egui::FontId::proportional(12.0));
            ui.spacing_mut().interact_size.y = 24.0;
            ui.spacing_mut().button_padding = egui::vec2(6.0, 2.0);
            ui.horizontal_centered(|ui| {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if draws(app) {
                        zoom_ui(app, ui);
                    } else {
                        hint_ui(app, ui);
                    }
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        ui.set_clip_rect(ui.max_rect().intersect(ui.clip_rect()));
                        words_ui(app, ui);
                    });
                });
            });
        });
}

fn draws(app: &App) -> bool {
    app.session.as_ref().is_none_or(|s| s.view.draws())
}

/// How a table is worked with: nothing in it shows only on pointing.
fn hint_ui(app: &App, ui: &mut Ui) {
    let changes = app.session.as_ref().map(|s| s.view) == Some(View::Changes);
    if changes && ui.ctx().content_rect().width() >= super::draw_view::NARROW {
        muted(
            ui,
            "Double-click a cell, or press Enter on it, to change it",
        );
    }
}

fn zoom_ui(app: &mut App, ui: &mut Ui) {
    for action in [Action::Fit, Action::ZoomIn, Action::ZoomOut] {
        let offer = action.offer();
        let why = action.refusal(app);
        let words = match action {
            Action::ZoomIn => icon::PLUS,
            Action::ZoomOut => icon::MINUS,
            _ => offer.words,
        };
        let response = ui.add_enabled(why.is_none(), egui::Button::new(words));
        let response = super::widgets::named(response, offer.words).on_hover_text(offer.words);
        if response.clicked() {
            app.queue.push(action);
        }
    }
    if let Some(camera) = app.session.as_ref().and_then(|s| s.camera()) {
        ui.label(format!("Zoom {:.0} %", camera.zoom * 100.0));
    }
}

/// Below this width there is no room for the counts of a structure.
const ROOMY: f32 = 760.0;

/// Findings and paper matter most; the counts give way where there is no room for them.
fn words_ui(app: &mut App, ui: &mut Ui) {
    let Some(session) = &mut app.session else {
        return;
    };
    let width = ui.ctx().content_rect().width();
    let tally = session.tally();
    let several = tally.structures.len() > 1;
    let room = if several {
        super::draw_view::NARROW
    } else {
        ROOMY
    };
    if width >= room {
        for counted in &tally.structures {
            ui.label(counts(counted, several));
            ui.label("·");
        }
    }
    findings_ui(app, ui);
    if draws(app) {
        ui.label("·");
        page_choice::page_choice_ui(app, ui);
    }
    saved_ui(app, ui);
}

/// Whether the project is in its file.
fn saved_ui(app: &App, ui: &mut Ui) {
    if let Some(words) = app.saved_words() {
        ui.label("·");
        ui.label(words);
    }
}

fn counts(counted: &Counted, named: bool) -> String {
    let noun = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let bodies = noun(counted.bodies, "body", "bodies");
    let lines = noun(counted.reporting_lines, "reporting line", "reporting lines");
    if named {
        format!("{}: {bodies}, {lines}", counted.label)
    } else {
        format!("{bodies}  ·  {lines}")
    }
}

fn findings_ui(app: &mut App, ui: &mut Ui) {
    let go = findings_menu_ui(app, ui);
    if let (Some(body), Some(session)) = (go, &mut app.session) {
        session.go_to(&body);
    }
}

/// The findings behind their count; gives the body to go to.
pub(super) fn findings_menu_ui(app: &App, ui: &mut Ui) -> Option<BodyRef> {
    let Some(findings) = app.current_findings() else {
        ui.label("checking");
        return None;
    };
    let serious = findings.iter().any(|f| f.severity != Severity::Advice);
    let colours = &theme::theme(ui.ctx()).ui;
    let tone = colour(if serious {
        colours.warning
    } else {
        colours.text
    });
    let words = match findings.len() {
        0 => {
            ui.label("No findings");
            return None;
        }
        1 => "1 finding".to_owned(),
        n => format!("{n} findings"),
    };
    let mut go = None;
    ui.menu_button(strong(words, 12.0).color(tone), |ui| {
        ui.set_width(420.0_f32.min(ui.ctx().content_rect().width() - 40.0));
        let room = ui.ctx().content_rect().height() - 120.0;
        ScrollArea::vertical()
            .max_height(room.min(360.0))
            .show(ui, |ui| {
                // A menu stretches what is in it, sentences too.
                ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                    for finding in findings {
                        finding_ui(ui, finding, app, &mut go);
                    }
                });
            });
    });
    go
}

fn finding_ui(ui: &mut Ui, finding: &Finding, app: &App, go: &mut Option<BodyRef>) {
    let sign = match finding.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Advice => "Advice",
    };
    ui.label(strong(sign, 12.0));
    ui.add(clipped(ui, finding.text.as_str(), 6));
    muted(ui, &finding.remedy);
    if let (Some(structure), Some(session)) = (&finding.structure, &app.session) {
        for body in &finding.bodies {
            let body = BodyRef::new(structure, body);
            if link(ui, body.name(session.project())).clicked() {
                *go = Some(body);
                ui.close();
            }
        }
    }
    ui.separator();
}
