//! Under the table: the chosen line in words, with what has no column, and what can be done with
//! it. Over it: adding a line for a body that has none.

use egui::{Align, Frame, Layout, Margin, RichText, ScrollArea, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::super::action::Action;
use super::super::app::App;
use super::super::canvas::convert::colour;
use super::super::inspector::{Field, field_ui};
use super::super::menu_keys::MenuKeys;
use super::super::table::At;
use super::super::tables::{ChangesReport, Reported};
use super::super::theme;
use super::super::widgets::{button, clipped, icon_words, link, named};
use super::rows::{self, untold_key};
use crate::editor::{BodyRef, Schedule, field::words};
use crate::model::LineageCommand;
use crate::report::changes::ChangeRow;

pub(super) fn foot_ui(app: &mut App, ui: &mut Ui, report: &ChangesReport) {
    let Some(session) = &app.session else { return };
    let Some(row) = rows::chosen(session, report) else {
        return;
    };
    let colours = &theme::theme(ui.ctx()).ui;
    let frame = Frame::new()
        .fill(colour(colours.raised))
        .inner_margin(Margin::symmetric(16, 8));
    egui::Panel::bottom("chosen line")
        .frame(frame)
        .resizable(false)
        .show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing = Vec2::new(8.0, 2.0);
                ui.set_min_height(50.0);
                acts_ui(app, ui, row);
                facts_ui(app, ui, row);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.vertical(|ui| {
                        let text = RichText::new(&row.text).size(13.0);
                        ui.add(clipped(ui, text, 3));
                        questions_ui(app, ui, row);
                    });
                });
            });
        });
}

fn acts_ui(app: &mut App, ui: &mut Ui, row: &ChangeRow) {
    if let Some(at) = row.lineage()
        && button(ui, icon::TRASH, "Delete this line")
            .on_hover_text("Its bodies have no stated fate then, unless other lines name them.")
            .clicked()
        && let Some(session) = &mut app.session
    {
        session.apply(LineageCommand::Remove { rows: vec![at] });
    }
    let show = Action::ShowInDrawing;
    let why = show.refusal(app);
    let offer = show.offer();
    let shown = ui.add_enabled_ui(why.is_none(), |ui| button(ui, offer.icon, offer.words));
    if shown.inner.clicked() {
        app.queue.push(show);
    }
    if let Some(why) = why {
        shown.inner.on_disabled_hover_text(why);
    }
}

/// Date and lead post, for which a narrow table has no columns.
fn facts_ui(app: &mut App, ui: &mut Ui, row: &ChangeRow) {
    if ui.ctx().content_rect().width() >= rows::ROOMY {
        return;
    }
    let (Some(at), Some(session)) = (row.lineage(), &mut app.session) else {
        return;
    };
    let project = session.document.snapshot();
    let Some(line) = project.lineage.get(at) else {
        return;
    };
    let of = format!("line {at}");
    let fields = &mut app.inspector.fields;
    for (label, width, value, lead) in [
        ("Lead post", 170.0, &line.lead, true),
        ("Date", 110.0, &line.date, false),
    ] {
        ui.allocate_ui_with_layout(Vec2::new(width, 50.0), Layout::top_down(Align::Min), |ui| {
            let value = value.as_deref().unwrap_or("");
            field_ui(
                ui,
                session,
                fields,
                Field::line(label, &of),
                value,
                |text| {
                    let mut row = Box::new(line.clone());
                    if lead {
                        row.lead = words(text);
                    } else {
                        row.date = words(text);
                    }
                    Ok(LineageCommand::Set { at, row }.into())
                },
            );
        });
    }
}

/// "1 open question", which leads to it.
fn questions_ui(app: &mut App, ui: &mut Ui, row: &ChangeRow) {
    let Some(session) = &app.session else { return };
    let named = row.from.iter().chain(&row.to);
    let ids: Vec<_> = named.map(|body| &body.id).collect();
    let open = crate::editor::open_about(session.project(), &ids);
    let Some(first) = open.first().copied() else {
        return;
    };
    let words = match open.len() {
        1 => "1 open question".to_owned(),
        n => format!("{n} open questions"),
    };
    if link(ui, &words).clicked() {
        app.tables.show_question(first);
        app.queue.push(Action::Plan);
    }
}

/// A line for a body that has none: which one, then what becomes of it.
pub(super) fn add_line_ui(app: &mut App, ui: &mut Ui) {
    let report = app.tables.report_of(app.session.as_ref());
    let Some(Reported::Changes(report)) = report else {
        return;
    };
    let coverage = &report.changes.coverage;
    let pair = &report.comparison;
    let bodies: Vec<(BodyRef, String)> = [
        (&pair.from, &coverage.without_fate, &coverage.earlier),
        (&pair.to, &coverage.without_origin, &coverage.later),
    ]
    .into_iter()
    .flat_map(|(structure, named, label)| {
        named.iter().map(move |body| {
            let which = BodyRef::new(structure, &body.id);
            (which, format!("{} ({label})", body.name))
        })
    })
    .collect();
    if bodies.is_empty() {
        let response = ui.add_enabled_ui(false, |ui| button(ui, icon::PLUS, "Add a line"));
        response
            .inner
            .on_disabled_hover_text("Every body of both structures has a line.");
        return;
    }
    let mut chosen = None;
    let menu = ui.menu_button(icon_words(icon::PLUS, "Add a line"), |ui| {
        ui.set_min_width(260.0);
        ui.set_max_width(420.0);
        let mut keys = MenuKeys::default();
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (which, words) in bodies {
                let response = ui.button(words);
                keys.entry(&response);
                if response.clicked() {
                    chosen = Some(which);
                    ui.close();
                }
            }
        });
        keys.take(ui);
    });
    named(menu.response, "Add a line");
    let (Some(body), Some(session)) = (chosen, &mut app.session) else {
        return;
    };
    session.schedule = Schedule {
        sort: session.schedule.sort,
        ..Schedule::default()
    };
    session.selection.choose(body.clone());
    let row = untold_key(&body);
    app.tables.schedule.reveal = Some(row);
    app.tables.schedule.editing = Some(At {
        row,
        column: rows::FATE,
    });
}
