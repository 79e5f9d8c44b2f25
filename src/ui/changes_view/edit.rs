//! Changing a cell of the table in its place: words are typed, a fate or bodies chosen. Every
//! choice is one step of undo, and so is every visit of a field.

use egui::{Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, ScrollArea, TextEdit, Ui};

use super::super::app::App;
use super::super::inspector::{Field, Visit, field_in_ui};
use super::super::menu_keys::MenuKeys;
use super::super::widgets::{focus_ring, high, muted, tick_box};
use super::rows::{Shown, go_on};
use crate::editor::schedule::{certainties, choices, fates, set_bodies};
use crate::editor::{Session, accounts_between, field::words};
use crate::model::{BodyId, Command, LineageCommand, LineageRow, fold};
use crate::report::changes::{ChangeRow, Column, Place};

pub(super) fn edit_ui(
    app: &mut App,
    ui: &mut Ui,
    shown: &Shown<'_>,
    (row, column): (usize, usize),
    area: Rect,
) {
    let Some(line) = shown.row(row) else { return };
    let done = match shown.column(column) {
        Column::Fate => fate_ui(app, ui, shown, line, area),
        Column::From => bodies_ui(app, ui, shown, line, (false, area)),
        Column::To => bodies_ui(app, ui, shown, line, (true, area)),
        Column::Certainty => certainty_ui(app, ui, line, area),
        which => match line.lineage() {
            Some(at) => text_ui(app, ui, at, which, area),
            None => Some(Visit::Left),
        },
    };
    let Some(done) = done else { return };
    app.tables.schedule.editing = None;
    match done {
        Visit::Left => {}
        Visit::Done => go_on(ui, app, shown, (row, column)),
        Visit::Next => go_on(ui, app, shown, next(shown, row, column)),
    }
}

/// The cell after this one.
fn next(shown: &Shown<'_>, row: usize, column: usize) -> (usize, usize) {
    if column + 1 < shown.columns.len() {
        (row, column + 1)
    } else {
        (row + 1, 0)
    }
}

/// A fact of a line, typed where it stands.
fn text_ui(app: &mut App, ui: &mut Ui, at: usize, column: Column, area: Rect) -> Option<Visit> {
    let session = app.session.as_mut()?;
    let project = session.document.snapshot();
    let row = project.lineage.get(at)?;
    type Part = fn(&mut LineageRow) -> &mut Option<String>;
    let part: Part = match column {
        Column::Source => |row| &mut row.source,
        Column::Reason => |row| &mut row.reason,
        Column::Date => |row| &mut row.date,
        _ => |row| &mut row.lead,
    };
    let mut line = row.clone();
    let value = part(&mut line).clone().unwrap_or_default();
    let of = format!("line {at}");
    let field = Field::line(column.label(), &of);
    let fields = &mut app.inspector.fields;
    field_in_ui(ui, session, fields, (field, area), &value, |text| {
        let mut row = Box::new(row.clone());
        *part(&mut row) = words(text);
        Ok(LineageCommand::Set { at, row }.into())
    })
}

/// The fates that a line can be given; for a body without a line, what can be said of it.
fn fate_ui(
    app: &mut App,
    ui: &mut Ui,
    shown: &Shown<'_>,
    line: &ChangeRow,
    area: Rect,
) -> Option<Visit> {
    let session = app.session.as_mut()?;
    let project = session.document.snapshot();
    let pair = &shown.report.comparison;
    let (from, to) = (project.structure(&pair.from), project.structure(&pair.to));
    let ways = match line.place {
        Place::Row { lineage, .. } => fates(&project, lineage?),
        Place::NothingAfter => {
            let body = line.from.first()?;
            accounts_between(&project, (None, to), &pair.from, &body.id)
        }
        Place::NothingBefore => {
            let body = line.to.first()?;
            accounts_between(&project, (from, None), &pair.to, &body.id)
        }
    };
    pick_ui(ui, session, "fate", area, ways)
}

/// How sure a line is.
fn certainty_ui(app: &mut App, ui: &mut Ui, line: &ChangeRow, area: Rect) -> Option<Visit> {
    let session = app.session.as_mut()?;
    let ways = certainties(session.project(), line.lineage()?);
    pick_ui(ui, session, "certainty", area, ways)
}

/// Ways to go on, of which one is picked.
pub(super) fn pick_ui(
    ui: &mut Ui,
    session: &mut Session,
    what: &str,
    area: Rect,
    ways: Vec<(String, Command)>,
) -> Option<Visit> {
    let mut chosen = None;
    let left = choice_ui(ui, what, area, |ui, keys, _| {
        ui.set_max_width(320.0);
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (words, command) in ways {
                let response = ui.selectable_label(false, words);
                focus_ring(ui, &response);
                keys.entry(&response);
                if response.clicked() {
                    chosen = Some(command);
                    ui.close();
                }
            }
        });
    });
    if let Some(command) = chosen {
        session.apply(command);
        return Some(Visit::Done);
    }
    left
}

/// The bodies of one side of a line: each ticked or not, with a field to find one by its name.
fn bodies_ui(
    app: &mut App,
    ui: &mut Ui,
    shown: &Shown<'_>,
    line: &ChangeRow,
    (later, area): (bool, Rect),
) -> Option<Visit> {
    let session = app.session.as_mut()?;
    let project = session.document.snapshot();
    let pair = &shown.report.comparison;
    let (id, named) = if later {
        (&pair.to, &line.to)
    } else {
        (&pair.from, &line.from)
    };
    let structure = project.structure(id)?;
    let all = choices(structure);
    let named: Vec<BodyId> = named.iter().map(|n| n.id.clone()).collect();
    let title = format!("Bodies of “{}”", structure.label());
    let untold = line.lineage().is_none();
    let mut told = false;
    let find = &mut app.tables.find;
    let left = tick_bodies_ui(ui, find, &title, (&all, &named), area, |ids| {
        let command = set_bodies(&project, (&pair.from, &pair.to), line, later, ids);
        told = command.is_some_and(|command| session.apply(command).is_some());
    });
    // A body without a line has one now, which is another row.
    if untold && told {
        Popup::close_all(ui.ctx());
        return Some(Visit::Left);
    }
    left
}

/// Bodies, each ticked or not, with a field to find one by its name; every tick counts at once.
pub(super) fn tick_bodies_ui(
    ui: &mut Ui,
    find: &mut String,
    title: &str,
    (all, named): (&[(BodyId, String)], &[BodyId]),
    area: Rect,
    set: impl FnOnce(Vec<BodyId>),
) -> Option<Visit> {
    let mut ids: Option<Vec<BodyId>> = None;
    let left = choice_ui(ui, title, area, |ui, keys, fresh| {
        if fresh {
            find.clear();
        }
        muted(ui, title);
        let edit = TextEdit::singleline(find).hint_text("Find a body");
        let field = ui.add(high(edit).desired_width(f32::INFINITY));
        ui.ctx().accesskit_node_builder(field.id, |node| {
            node.set_label("Find a body");
        });
        keys.field(field.id);
        let words = fold(find.trim());
        ScrollArea::vertical().max_height(200.0).show(ui, |ui| {
            ui.set_min_width(280.0);
            for (body, name) in all.iter().filter(|(_, name)| fold(name).contains(&words)) {
                let on = named.contains(body);
                let response = tick_box(ui, on, name);
                keys.entry(&response);
                if response.clicked() {
                    let others = named.iter().filter(|id| *id != body).cloned();
                    let this = (!on).then(|| body.clone());
                    ids = Some(others.chain(this).collect());
                }
            }
        });
    });
    if let Some(ids) = ids {
        set(ids);
    }
    left
}

/// A list under a cell, open while the cell is changed; what is not `None` ends that.
fn choice_ui(
    ui: &mut Ui,
    what: &str,
    area: Rect,
    content: impl FnOnce(&mut Ui, &mut MenuKeys, bool),
) -> Option<Visit> {
    let id = Id::new(("choice of", what));
    let opened = id.with("opened");
    let fresh = !ui.data(|d| d.get_temp::<bool>(opened).unwrap_or(false));
    if fresh {
        Popup::open_id(ui.ctx(), id);
        ui.data_mut(|d| d.insert_temp(opened, true));
    }
    let tab = !fresh && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Tab));
    let popup = Popup::new(id, ui.ctx().clone(), area, ui.layer_id())
        .open_memory(None)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(2.0);
    popup.show(|ui| {
        ui.set_min_width(area.width().max(220.0));
        ui.set_max_width(420.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = 24.0;
        ui.with_layout(egui::Layout::top_down_justified(egui::Align::Min), |ui| {
            let mut keys = MenuKeys::default();
            content(ui, &mut keys, fresh);
            keys.take(ui);
        });
    });
    if tab {
        Popup::close_id(ui.ctx(), id);
    }
    if Popup::is_id_open(ui.ctx(), id) {
        return None;
    }
    ui.data_mut(|d| d.remove::<bool>(opened));
    Some(if tab { Visit::Next } else { Visit::Done })
}
