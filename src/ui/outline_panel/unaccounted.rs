//! Bodies that stand in no row of lineage, and what can be said of them.

use egui::{ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::super::canvas::convert::colour;
use super::super::theme::{self, strong};
use super::super::widgets::{clipped_galley, link, muted, named};
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
        .max_height(whole_entries(ui, structure, missing))
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

/// The room of as many entries as there is room for, so that none is cut.
fn whole_entries(ui: &Ui, structure: &Structure, missing: &[BodyId]) -> f32 {
    let most = ui.ctx().content_rect().height() * 0.25;
    let (gap, button) = (ui.spacing().item_spacing.y, ui.spacing().interact_size.y);
    let font = egui::TextStyle::Body.resolve(ui.style());
    let mut height = 0.0;
    for id in missing {
        let words = (structure.body_name(id), font.clone(), egui::Color32::BLACK);
        let name = clipped_galley(ui, words, ui.available_width(), 3);
        let entry = name.size().y + gap + button + gap;
        if height > 0.0 && height + entry > most {
            break;
        }
        height += entry;
    }
    height
}

/// "Say what it is": the ways to account for a body, in place.
fn say_ui(ui: &mut Ui, session: &mut Session, structure: &Structure, body: &BodyId) {
    let words = "Say what it is";
    let menu = ui.menu_button(words, |ui| {
        ui.set_min_width(260.0);
        let project = session.document.snapshot();
        session.selection.choose(BodyRef::new(structure.id(), body));
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
            ui.set_max_width(360.0);
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
