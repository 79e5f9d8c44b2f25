//! The page of the structure that is shown, and of the project; for when nothing is selected.

use egui::Ui;

use super::super::theme::strong;
use super::super::widgets::muted;
use super::field::{Field, choice_ui};
use super::form::Form;
use super::short_texts::short_texts_ui;
use crate::editor::field::words as words_of;
use crate::model::{
    Command, Head, Language, ProjectCommand, Structure, StructureCommand, StructureHead,
};

pub(super) fn structure_ui(ui: &mut Ui, form: &mut Form<'_>) {
    let project = form.project.clone();
    // The bodies stay where they are: there may be thousands.
    let Some(structure) = project.structure(&form.session.structure) else {
        return;
    };
    ui.label(strong("Structure", 14.0));
    muted(ui, &counts(structure));
    ui.add_space(4.0);
    let head = &structure.head;
    let key = format!("structure {}", head.id);
    let set = |change: &dyn Fn(&mut StructureHead)| -> Result<Command, String> {
        let mut after = head.clone();
        change(&mut after);
        Ok(StructureCommand::SetHead(after).into())
    };
    form.field(ui, Field::line("Title", &key), &head.title, |text| {
        set(&|h| text.clone_into(&mut h.title))
    });
    let second = project.second_language().map(Language::name);
    if let Some(language) = second {
        let words = head.in_second.get("title").unwrap_or("");
        let label = format!("Title in {language}");
        form.field(ui, Field::line(&label, &key), words, |text| {
            set(&|h| h.in_second.set("title", words_of(text)))
        });
    }
    let status = head.status.as_deref().unwrap_or("");
    form.field(ui, Field::line("Status", &key), status, |text| {
        set(&|h| h.status = words_of(text))
    });
    let date = head.date.as_deref().unwrap_or("");
    form.field(ui, Field::line("Date", &key), date, |text| {
        set(&|h| h.date = words_of(text))
    });
    let note = head.note.as_deref().unwrap_or("");
    form.field(ui, Field::lines("Note", &key), note, |text| {
        set(&|h| h.note = words_of(text))
    });
    short_texts_ui(ui, form, &key);
    ui.add_space(6.0);
    project_ui(ui, form, &project.head, second);
}

fn project_ui(ui: &mut Ui, form: &mut Form<'_>, head: &Head, second: Option<&str>) {
    ui.label(strong("Project", 14.0));
    ui.add_space(4.0);
    let set = |change: &dyn Fn(&mut Head)| -> Result<Command, String> {
        let mut after = head.clone();
        change(&mut after);
        Ok(ProjectCommand::SetHead(after).into())
    };
    let key = "project";
    let title = head.title.as_deref().unwrap_or("");
    form.field(ui, Field::line("Project title", key), title, |text| {
        set(&|h| h.title = words_of(text))
    });
    if let Some(language) = second {
        let words = head.in_second.get("title").unwrap_or("");
        let label = format!("Project title in {language}");
        form.field(ui, Field::line(&label, key), words, |text| {
            set(&|h| h.in_second.set("title", words_of(text)))
        });
    }
    let place = head.place.as_deref().unwrap_or("");
    form.field(ui, Field::line("Place", key), place, |text| {
        set(&|h| h.place = words_of(text))
    });
    let date = head.date.as_deref().unwrap_or("");
    form.field(ui, Field::line("Project date", key), date, |text| {
        set(&|h| h.date = words_of(text))
    });
    let note = head.note.as_deref().unwrap_or("");
    form.field(ui, Field::lines("Project note", key), note, |text| {
        set(&|h| h.note = words_of(text))
    });
    second_language_ui(ui, form, head);
}

/// Whether names are given in a second language.
fn second_language_ui(ui: &mut Ui, form: &mut Form<'_>, head: &Head) {
    let shown = match head.second_language.as_deref() {
        None => "None",
        Some("cy") => "Welsh",
        Some(other) => other,
    };
    let field = Field::line("Second language", "project");
    let chosen = choice_ui(ui, field, Some(shown), || {
        vec![
            ("None".to_owned(), None),
            ("Welsh".to_owned(), Some("cy".to_owned())),
        ]
    });
    if let Some(second_language) = chosen {
        form.act(ProjectCommand::SetHead(Head {
            second_language,
            ..head.clone()
        }));
    }
}

/// "24 bodies, 99 links".
fn counts(structure: &Structure) -> String {
    let count = |n: usize, one: &str, many: &str| match n {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    };
    format!(
        "{}, {}",
        count(structure.bodies.len(), "body", "bodies"),
        count(structure.links.len(), "link", "links")
    )
}
