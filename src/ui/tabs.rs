//! The row of tabs, one for each structure: show, rename in place, move, delete, add.

use egui::{FontId, Key, Modifiers, TextEdit, Ui};
use egui_phosphor::regular as icon;

use super::action::Action;
use super::app::App;
use super::theme::strong_family;
use super::top_bar::entry_ui;
use super::widgets::{focus_ring, high, icon_words, named, tab};
use crate::model::{Project, Structure, StructureCommand, StructureHead, StructureId};

/// Room of "Structure" and "More" beside the tabs.
const BUTTONS: f32 = 190.0;

/// A title being typed on a tab.
#[derive(Clone, Debug)]
pub(super) struct Renaming {
    structure: StructureId,
    text: String,
    /// The keyboard has not gone to it yet.
    fresh: bool,
}

pub(super) fn tabs_ui(app: &mut App, ui: &mut Ui, narrow: bool) {
    let Some(session) = &app.session else { return };
    let (project, shown) = (session.document.snapshot(), session.structure.clone());
    let share = if narrow { 0.75 } else { 0.5 };
    let room = ui.available_width() * share - BUTTONS;
    let (row, rest) = fitting(ui, &project, &shown, room);
    ui.spacing_mut().item_spacing.x = 0.0;
    for structure in row {
        let typing = app.renaming.as_ref();
        if typing.is_some_and(|r| &r.structure == structure.id()) {
            rename_ui(app, ui, structure);
        } else {
            tab_ui(app, ui, structure, structure.id() == &shown);
        }
    }
    ui.spacing_mut().item_spacing.x = 6.0;
    ui.add_space(6.0);
    if !rest.is_empty() {
        let words = format!("{} more", rest.len());
        ui.menu_button(icon_words(icon::CARET_DOWN, &words), |ui| {
            for structure in rest {
                if ui.button(structure.label()).clicked() {
                    show(app, structure.id());
                    ui.close();
                }
            }
        });
    }
    // A frame would take room from the filters, and the row has two kinds of thing already.
    let add = egui::Button::new(icon_words(icon::PLUS, "Structure")).frame(false);
    let (add, _) = egui::containers::menu::MenuButton::from_button(add).ui(ui, |ui| {
        ui.set_min_width(220.0);
        for action in [Action::AddStructure, Action::Derive, Action::Duplicate] {
            entry_ui(app, ui, action);
        }
    });
    focus_ring(ui, &add);
    named(add, "Add a structure");
    ui.spacing_mut().item_spacing.x = 8.0;
}

/// The tabs that there is room for, the shown one among them, and the others.
fn fitting<'a>(
    ui: &Ui,
    project: &'a Project,
    shown: &StructureId,
    room: f32,
) -> (Vec<&'a Structure>, Vec<&'a Structure>) {
    let width = |structure: &Structure| {
        let font = FontId::new(14.0, strong_family());
        let tone = ui.visuals().text_color();
        let galley = ui.painter().layout_no_wrap(structure.label(), font, tone);
        galley.size().x + 24.0
    };
    let structures = &project.structures;
    let own = structures.iter().find(|s| s.id() == shown);
    let mut left = room - own.map_or(0.0, width);
    structures.iter().partition(|structure| {
        if structure.id() == shown {
            return true;
        }
        left -= width(structure);
        left >= 0.0
    })
}

fn show(app: &mut App, structure: &StructureId) {
    if let Some(session) = &mut app.session {
        session.show_structure(structure);
    }
}

fn tab_ui(app: &mut App, ui: &mut Ui, structure: &Structure, selected: bool) {
    let words = structure.label();
    let mut response = tab(ui, &words, selected);
    if structure.head.title != words {
        response = response.on_hover_text(&structure.head.title);
    }
    if response.clicked() {
        show(app, structure.id());
    }
    if response.double_clicked() {
        begin(app, structure);
    }
    if response.has_focus() {
        app.focused_tab = Some((structure.id().clone(), response.id));
    }
    response.context_menu(|ui| {
        ui.set_min_width(220.0);
        // What the menu offers is about the structure that is shown.
        show(app, structure.id());
        for action in [
            Action::RenameStructure,
            Action::MoveStructureLeft,
            Action::MoveStructureRight,
            Action::Duplicate,
            Action::Derive,
            Action::RemoveStructure,
        ] {
            entry_ui(app, ui, action);
        }
    });
}

fn begin(app: &mut App, structure: &Structure) {
    app.renaming = Some(Renaming {
        structure: structure.id().clone(),
        text: structure.head.title.clone(),
        fresh: true,
    });
}

/// The title as a text field. Every keystroke counts; Enter ends it as one act, Escape gives it
/// up.
fn rename_ui(app: &mut App, ui: &mut Ui, structure: &Structure) {
    let (Some(renaming), Some(session)) = (&mut app.renaming, &mut app.session) else {
        return;
    };
    let edit = TextEdit::singleline(&mut renaming.text).desired_width(180.0);
    let response = ui.add(high(edit));
    response.widget_info(|| {
        let text = structure.head.title.clone();
        let mut info = egui::WidgetInfo::text_edit(true, "", text, "");
        info.label = Some("Title of the structure".to_owned());
        info
    });
    if std::mem::take(&mut renaming.fresh) {
        response.request_focus();
    }
    if response.changed() {
        session.document.begin_gesture();
        let title = renaming.text.clone();
        session.apply(StructureCommand::SetHead(StructureHead {
            title,
            ..structure.head.clone()
        }));
    }
    if response.lost_focus() {
        if ui.input(|i| i.key_pressed(Key::Escape)) {
            session.bail();
        } else {
            session.document.commit_gesture(None);
        }
        app.renaming = None;
    }
}

impl App {
    /// Keys of the tab that has the keyboard: F2 renames, Delete deletes, Alt with an arrow
    /// moves. They are taken before the canvas sees them, whose selection they do not mean.
    pub(super) fn take_tab_keys(&mut self, ctx: &egui::Context) {
        let focused = ctx.memory(|m| m.focused());
        let tab = self.focused_tab.take_if(|(_, tab)| Some(*tab) == focused);
        let Some((id, _)) = tab else { return };
        let taken = |modifiers, key| ctx.input_mut(|i| i.consume_key(modifiers, key));
        let rename = taken(Modifiers::NONE, Key::F2);
        let action = if taken(Modifiers::NONE, Key::Delete) {
            Some(Action::RemoveStructure)
        } else if taken(Modifiers::ALT, Key::ArrowLeft) {
            Some(Action::MoveStructureLeft)
        } else if taken(Modifiers::ALT, Key::ArrowRight) {
            Some(Action::MoveStructureRight)
        } else {
            None
        };
        let project = self.session.as_ref().map(|s| s.document.snapshot());
        let Some(structure) = project.as_ref().and_then(|p| p.structure(&id)) else {
            return;
        };
        if rename {
            begin(self, structure);
        }
        if let Some(action) = action {
            show(self, &id);
            if action.refusal(self).is_none() {
                self.queue.push(action);
            }
        }
    }
}
