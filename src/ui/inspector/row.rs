//! The page of a row of lineage.

use egui::Ui;

use super::super::theme::strong;
use super::super::widgets::{button, muted, named};
use super::field::{Field, choice_ui};
use super::form::Form;
use crate::editor::{BodyRef, fate_of, field::words};
use crate::model::{
    BodyId, Command, Fate, LineageCommand, LineageRow, Structure, StructureId, Word,
};

pub(super) fn row_ui(ui: &mut Ui, form: &mut Form<'_>, at: usize) {
    let project = form.project.clone();
    let Some(row) = project.lineage.get(at) else {
        return;
    };
    let key = format!("row {at}");
    let set = |change: &dyn Fn(&mut LineageRow)| -> Command {
        let mut row = Box::new(row.clone());
        change(&mut row);
        LineageCommand::Set { at, row }.into()
    };
    ui.label(strong("What becomes of it", 14.0));
    ui.add_space(4.0);
    let from = Side {
        label: "From",
        structure: &row.from_structure,
        ids: &row.from,
        other: &row.to_structure,
    };
    side_ui(ui, form, from, &|structure, ids| {
        set(&|r| (r.from_structure, r.from) = (structure.clone(), ids.to_vec()))
    });
    if let Some(fate) = fate_ui(ui, form, &key, row) {
        form.act(set(&|r| r.fate.clone_from(&fate)));
    }
    let to = Side {
        label: "To",
        structure: &row.to_structure,
        ids: &row.to,
        other: &row.from_structure,
    };
    side_ui(ui, form, to, &|structure, ids| {
        set(&|r| (r.to_structure, r.to) = (structure.clone(), ids.to_vec()))
    });
    let reason = row.reason.as_deref().unwrap_or("");
    form.field(ui, Field::lines("Reason", &key), reason, |t| {
        Ok(set(&|r| r.reason = words(t)))
    });
    let source = row.source.as_deref().unwrap_or("");
    form.field(ui, Field::line("Source", &key), source, |t| {
        Ok(set(&|r| r.source = words(t)))
    });
    let date = row.date.as_deref().unwrap_or("");
    form.field(ui, Field::line("Date", &key), date, |t| {
        Ok(set(&|r| r.date = words(t)))
    });
    let lead = row.lead.as_deref().unwrap_or("");
    form.field(ui, Field::line("Lead", &key), lead, |t| {
        Ok(set(&|r| r.lead = words(t)))
    });
    if let Some(certainty) = form.certainty(ui, &key, &row.certainty) {
        form.act(set(&|r| r.certainty = certainty.clone()));
    }
    if button(ui, egui_phosphor::regular::TRASH, "Delete this row").clicked() {
        form.act(LineageCommand::Remove { rows: vec![at] });
        form.session.selection.clear();
    }
    muted(
        ui,
        "Its bodies are unaccounted for then, unless other rows name them.",
    );
}

/// The fate that is stated, or that follows from the row.
fn fate_ui(
    ui: &mut Ui,
    form: &Form<'_>,
    key: &str,
    row: &LineageRow,
) -> Option<Option<Word<Fate>>> {
    let derived = fate_of(&form.project, row).map_or("", Fate::label);
    let follows = format!("{derived} (follows from the row)");
    let shown = match &row.fate {
        None => follows.clone(),
        Some(word) => word
            .known()
            .map_or_else(|| word.as_str().to_owned(), |fate| fate.label().to_owned()),
    };
    choice_ui(ui, Field::line("Fate", key), Some(&shown), || {
        let fates = Fate::ALL.iter();
        let fates = fates.map(|f| (f.label().to_owned(), Some(Word::Known(*f))));
        std::iter::once((follows, None)).chain(fates).collect()
    })
}

/// One side of a row.
#[derive(Clone, Copy)]
struct Side<'a> {
    label: &'static str,
    structure: &'a StructureId,
    ids: &'a [BodyId],
    /// The structure of the other side.
    other: &'a StructureId,
}

/// The structure and the bodies of one side: each leads to itself, can be taken out, and others
/// put in.
fn side_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    side: Side<'_>,
    set: &dyn Fn(&StructureId, &[BodyId]) -> Command,
) {
    let Side {
        label,
        structure,
        ids,
        ..
    } = side;
    let project = form.project.clone();
    let Some(whole) = project.structure(structure) else {
        return;
    };
    structure_ui(ui, form, side, set);
    if ids.is_empty() {
        ui.label("Nobody");
    }
    for id in ids {
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let name = whole.body_name(id);
                let out = named(
                    ui.add(egui::Button::new("Remove").min_size(egui::Vec2::splat(24.0))),
                    &format!("Remove {name}"),
                );
                if out.clicked() {
                    let left: Vec<BodyId> = ids.iter().filter(|i| *i != id).cloned().collect();
                    form.act(set(structure, &left));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    form.body_link(ui, &BodyRef::new(structure, id), name);
                });
            });
        });
    }
    let add = Field::line(
        if label == "From" {
            "Add to “from”"
        } else {
            "Add to “to”"
        },
        label,
    );
    let picked = choice_ui(ui, add.blank("Add a body…"), None, || {
        let bodies = whole.bodies.iter().filter(|b| !ids.contains(&b.id));
        bodies.map(|b| (b.name.clone(), b.id.clone())).collect()
    });
    if let Some(id) = picked {
        let more: Vec<BodyId> = ids.iter().cloned().chain([id]).collect();
        form.act(set(structure, &more));
    }
}

/// The structure of a side; another one can be chosen where there is a third. Bodies that stand
/// in it too stay in the row.
fn structure_ui(
    ui: &mut Ui,
    form: &mut Form<'_>,
    side: Side<'_>,
    set: &dyn Fn(&StructureId, &[BodyId]) -> Command,
) {
    let project = form.project.clone();
    let shown = project.structure(side.structure).map(Structure::label);
    let others = project.structures.iter().filter(|s| s.id() != side.other);
    if others.clone().count() < 2 {
        muted(ui, &format!("{} {}", side.label, shown.unwrap_or_default()));
        return;
    }
    let field = Field::line(side.label, "structure of the row");
    let picked = choice_ui(ui, field, shown.as_deref(), || {
        others.map(|s| (s.label(), s.id().clone())).collect()
    });
    let picked = picked.filter(|id| id != side.structure);
    if let Some(other) = picked.as_ref().and_then(|id| project.structure(id)) {
        let both = side.ids.iter().filter(|id| other.body(id).is_some());
        let both: Vec<BodyId> = both.cloned().collect();
        form.act(set(other.id(), &both));
    }
}
