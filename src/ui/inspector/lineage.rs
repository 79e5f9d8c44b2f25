//! Where a body comes from and what it becomes.

use egui::Ui;

use super::super::action::Action;
use super::super::widgets::{link, muted};
use super::form::Form;
use crate::editor::{BodyRef, Kin, descent, open_about};

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
    questions_ui(ui, form, which);
    for kin in &descent.becomes {
        kin_ui(ui, form, "Becomes", "Ends: it becomes nothing", kin);
    }
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
