//! The two structures that are compared: in words, or to be chosen.

use egui::{ComboBox, Ui};

use super::widgets::named;
use crate::editor::Session;
use crate::model::{Project, StructureId};

/// Which structures are compared: words, or choosers when there are more than two.
pub(super) fn sides_ui(ui: &mut Ui, session: &mut Session) {
    let Some((from, to)) = session.pair.clone() else {
        return;
    };
    let project = session.document.snapshot();
    if project.structures.len() <= 2 {
        ui.label(format!(
            "From {} to {}",
            label(&project, &from),
            label(&project, &to)
        ));
        return;
    }
    let (mut new_from, mut new_to) = (from.clone(), to.clone());
    ui.label("From");
    chooser(ui, "From", &project, &mut new_from);
    ui.label("to");
    chooser(ui, "To", &project, &mut new_to);
    if new_from != from {
        session.compare(&new_from, &to);
    } else if new_to != to {
        session.compare(&from, &new_to);
    }
}

pub(super) fn chooser(ui: &mut Ui, name: &str, project: &Project, chosen: &mut StructureId) {
    let response = ComboBox::from_id_salt(("side", name))
        .selected_text(label(project, chosen))
        .show_ui(ui, |ui| {
            for structure in &project.structures {
                ui.selectable_value(chosen, structure.id().clone(), structure.label());
            }
        })
        .response;
    let words = format!("{name} {}", label(project, chosen));
    named(response, &words);
}

/// A few words for a structure.
pub(super) fn label(project: &Project, id: &StructureId) -> String {
    project
        .structure(id)
        .map_or_else(|| id.to_string(), crate::model::Structure::label)
}
