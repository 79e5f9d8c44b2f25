//! Bodies that stand in no row of lineage, and what can be said of them.

use egui::{ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::super::canvas::convert::colour;
use super::super::theme::{self, strong};
use super::super::widgets::{link, muted, named};
use crate::editor::{BodyRef, Session, accounts};
use crate::model::{BodyId, Structure};

pub(super) fn unaccounted_ui(
    ui: &mut Ui,
    session: &mut Session,
    structure: &Structure,
    missing: &[BodyId],
) {
    let tone = colour(theme::theme(ui.ctx()).ui.warning);
    let words = format!("{}  Unaccounted {}", icon::WARNING, missing.len());
    ui.label(strong(words, 13.5).color(tone));
    muted(
        ui,
        if missing.len() == 1 {
            "This body stands in no line of what becomes of what:"
        } else {
            "These bodies stand in no line of what becomes of what:"
        },
    );
    ScrollArea::vertical()
        .id_salt("unaccounted")
        .max_height(112.0)
        .show(ui, |ui| {
            for id in missing {
                let which = BodyRef::new(structure.id(), id);
                let name = structure.body_name(id);
                let response = link(ui, name);
                if response.hovered() {
                    session.selection.pointed = Some(which.clone());
                }
                if response.clicked() {
                    session.selection.choose(which);
                }
                say_ui(ui, session, structure, id);
            }
        });
}

/// "Say what it is": the ways to account for a body, in place.
fn say_ui(ui: &mut Ui, session: &mut Session, structure: &Structure, body: &BodyId) {
    let words = "Say what it is";
    let menu = ui.menu_button(words, |ui| {
        ui.set_min_width(260.0);
        let project = session.document.snapshot();
        session.selection.choose(BodyRef::new(structure.id(), body));
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for (words, command) in accounts(&project, structure.id(), body) {
                if ui.button(words).clicked() {
                    session.apply(command);
                    ui.close();
                }
            }
        });
    });
    let name = structure.body_name(body);
    named(menu.response, &format!("{words}: {name}"));
}
