//! The panel at the right: what is known about one body. What is not stated stays visible.

use egui::{Frame, Margin, RichText, ScrollArea, Sense, Stroke, Ui, Vec2};

use super::canvas::convert::colour;
use super::theme::{self, strong};
use super::widgets::{link, muted, muted_colour, sample};
use crate::editor::{BodyRef, Fact, Facts, Relative, Session, facts};
use crate::scene::{Looks, sample as samples};

pub(super) fn right_panel_ui(ui: &mut Ui, session: &mut Session) {
    let colours = &theme::theme(ui.ctx()).ui;
    egui::Panel::right("inspector")
        .exact_size(268.0)
        .resizable(false)
        .frame(
            Frame::new()
                .fill(colour(colours.panel))
                .inner_margin(Margin::symmetric(0, 6)),
        )
        .show(ui, |ui| inspector_ui(ui, session));
}

pub(super) fn inspector_ui(ui: &mut Ui, session: &mut Session) {
    let project = session.document.snapshot();
    let shown = session.selection.spoken_of().cloned();
    let Some((which, facts)) = shown.and_then(|b| facts(&project, &b).map(|f| (b, f))) else {
        Frame::new().inner_margin(Margin::same(12)).show(ui, |ui| {
            muted(
                ui,
                "Point at a body or choose one to read what is known about it.",
            );
        });
        return;
    };
    if let Some(source) = &facts.source {
        egui::Panel::bottom("source")
            .frame(Frame::new().inner_margin(Margin::symmetric(12, 8)))
            .show(ui, |ui| muted(ui, &format!("Source: {source}")));
    }
    let mut go = None;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new()
            .inner_margin(Margin::symmetric(12, 6))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                let looks = Looks::new(&project, theme::theme(ui.ctx()));
                ui.horizontal_top(|ui| {
                    if let Some(body) = which.find(&project) {
                        sample(ui, Vec2::new(10.0, 30.0), |r| {
                            samples::kind(looks.body(body), looks.theme(), r)
                        });
                    }
                    ui.add(egui::Label::new(strong(facts.name.as_str(), 14.0)).wrap());
                });
                ui.add_space(4.0);
                fact_ui(
                    ui,
                    &Fact {
                        label: "Kind",
                        value: facts.kind.clone(),
                    },
                );
                ties_ui(ui, &facts, &mut go);
                for fact in &facts.facts {
                    fact_ui(ui, fact);
                }
                lineage_ui(ui, &facts, &mut go);
            });
    });
    if let Some(body) = go {
        session.go_to(&body);
    }
}

fn ties_ui(ui: &mut Ui, facts: &Facts, go: &mut Option<BodyRef>) {
    if facts.reports_to.is_empty() {
        fact_ui(
            ui,
            &Fact {
                label: "Reports to",
                value: Some("Nobody".to_owned()),
            },
        );
    } else {
        relatives_ui(ui, "Reports to", &facts.reports_to, go);
    }
    relatives_ui(ui, "Tasked by", &facts.tasked_by, go);
    relatives_ui(ui, "Reported to by", &facts.reported_to_by, go);
}

fn lineage_ui(ui: &mut Ui, facts: &Facts, go: &mut Option<BodyRef>) {
    relatives_ui(ui, "Comes from", &facts.comes_from, go);
    relatives_ui(ui, "Becomes", &facts.becomes, go);
    if let Some(fate) = &facts.fate {
        fact_ui(
            ui,
            &Fact {
                label: "What becomes of it",
                value: Some(fate.clone()),
            },
        );
    }
}

fn relatives_ui(ui: &mut Ui, label: &str, relatives: &[Relative], go: &mut Option<BodyRef>) {
    if relatives.is_empty() {
        return;
    }
    ui.add_space(5.0);
    muted(ui, label);
    for relative in relatives {
        let words = match &relative.words {
            Some(words) => format!("{} ({words})", relative.name),
            None => relative.name.clone(),
        };
        if link(ui, &words).clicked() {
            *go = Some(relative.body.clone());
        }
    }
}

/// A label and what is stated; else "Not stated" in a dashed box.
fn fact_ui(ui: &mut Ui, fact: &Fact) {
    ui.add_space(5.0);
    muted(ui, fact.label);
    match &fact.value {
        Some(value) => {
            ui.add(egui::Label::new(value).wrap().selectable(true));
        }
        None => not_stated_ui(ui),
    }
}

fn not_stated_ui(ui: &mut Ui) {
    let tone = muted_colour(ui);
    let size = Vec2::new(ui.available_width(), 26.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let edge = rect.shrink(0.5);
    let corners = [
        edge.left_top(),
        edge.right_top(),
        edge.right_bottom(),
        edge.left_bottom(),
        edge.left_top(),
    ];
    let control = colour(theme::theme(ui.ctx()).ui.control);
    let dashes = egui::Shape::dashed_line(&corners, Stroke::new(1.0, control), 4.0, 3.0);
    ui.painter().extend(dashes);
    let inside = rect.shrink2(Vec2::new(8.0, 3.0));
    let mut ui = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(inside)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    ui.label(RichText::new("Not stated").color(tone));
}
