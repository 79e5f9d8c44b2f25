//! The links of a body, by kind.

use egui::Ui;

use super::super::action::Action;
use super::super::widgets::{link, muted, named};
use super::body::Whose;
use super::form::Form;
use crate::editor::{LinkRef, ties};
use crate::model::LinkCommand;

pub(super) fn links_ui(ui: &mut Ui, form: &mut Form<'_>, whose: Whose<'_>) {
    let project = form.project.clone();
    let groups = ties(&project, whose.structure, whose.body);
    if groups.is_empty() {
        muted(ui, "No links yet.");
    }
    for (kind, ties) in groups {
        muted(ui, &format!("{kind} {}", ties.len()));
        for tie in ties {
            ui.horizontal(|ui| {
                let structure = whose.structure.id().clone();
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let remove = named(
                        ui.add(egui::Button::new("Remove").min_size(egui::Vec2::splat(24.0))),
                        &format!("Remove link with {}", tie.words),
                    );
                    if remove.clicked() {
                        form.act(LinkCommand::Remove {
                            structure: structure.clone(),
                            links: vec![tie.link.clone()],
                        });
                    }
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let response = link(ui, &tie.words);
                        if response.hovered() {
                            form.session.selection.pointed = Some(tie.other.clone());
                        }
                        if response.clicked() {
                            let link = tie.link.clone();
                            let chosen = LinkRef { structure, link };
                            form.session.selection.choose_link(chosen);
                        }
                    });
                });
            });
        }
        ui.add_space(6.0);
    }
    form.action_ui(ui, Action::Link);
}
