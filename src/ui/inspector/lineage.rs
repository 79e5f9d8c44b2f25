//! Where a body comes from and what it becomes.

use egui::{ScrollArea, Ui};

use super::super::action::Action;
use super::super::menu_keys::MenuKeys;
use super::super::widgets::{link, muted, named};
use super::form::Form;
use crate::editor::{BodyRef, Kin, descent, open_about, origins};

pub(super) fn lineage_ui(ui: &mut Ui, form: &mut Form<'_>, which: &BodyRef) {
    let descent = descent(&form.project, which);
    for kin in &descent.comes_from {
        kin_ui(
            ui,
            form,
            "Comes from",
            "New: it comes from nothing before",
            kin,
        );
    }
    if descent.comes_from.is_empty() {
        origin_ui(ui, form, which);
    }
    questions_ui(ui, form, which);
    for kin in &descent.becomes {
        kin_ui(ui, form, "Becomes", "Ends: it becomes nothing", kin);
    }
}

/// "Comes from…": the ways to give a past to a body that has none.
fn origin_ui(ui: &mut Ui, form: &mut Form<'_>, which: &BodyRef) {
    let ways = origins(&form.project, &which.structure, &which.body);
    if ways.is_empty() {
        return;
    }
    let mut chosen = None;
    let menu = ui.menu_button("Comes from…", |ui| {
        ui.set_min_width(260.0);
        ui.set_max_width(360.0);
        let mut keys = MenuKeys::default();
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for (words, command) in ways {
                let response = ui.add(egui::Button::new(words).wrap());
                keys.entry(&response);
                if response.clicked() {
                    chosen = Some(command);
                    ui.close();
                }
            }
        });
        keys.take(ui);
    });
    named(menu.response, "Comes from…");
    if let Some(command) = chosen {
        form.act(command);
    }
    ui.add_space(7.0);
}

/// "1 open question", which leads to the plan, where those about the body are marked.
fn questions_ui(ui: &mut Ui, form: &mut Form<'_>, which: &BodyRef) {
    let words = match open_about(&form.project, &[&which.body]).len() {
        0 => return,
        1 => "1 open question".to_owned(),
        n => format!("{n} open questions"),
    };
    if link(ui, &words).clicked() {
        form.queue(Action::Plan);
    }
    ui.add_space(7.0);
}

fn kin_ui(ui: &mut Ui, form: &mut Form<'_>, heading: &str, nobody: &str, kin: &Kin) {
    muted(ui, &format!("{heading} ({})", kin.fate.to_lowercase()));
    if kin.others.is_empty() {
        ui.label(nobody);
    }
    for other in &kin.others {
        let project = form.project.clone();
        form.body_link(ui, other, other.name(&project));
    }
    if link(ui, "Reason, source and fate…").clicked() {
        form.session.selection.choose_row(kin.row);
    }
    ui.add_space(7.0);
}
