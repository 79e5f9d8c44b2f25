//! The plan: the steps of the transition by date, and the questions and comments with what became
//! of them. Every cell is changed in its place.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use egui::{Id, Rect, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::super::app::App;
use super::super::inspector::{Field, Visit, field_in_ui};
use super::super::table::{Cell, Column as Head, Rows, Table, TableState, Tone, go};
use super::super::theme::strong;
use super::super::widgets::{button, muted, muted_colour};
use super::edit::{pick_ui, tick_bodies_ui};
use crate::editor::{BodyRef, Session, field::words, plan};
use crate::model::{BodyId, Command, ListCommand, Project, Question, Step};
use crate::report::plan::in_order;

const STEPS: [(&str, f32, f32); 6] = [
    ("Date", 100.0, 0.5),
    ("When, in words", 110.0, 1.0),
    ("What is done", 220.0, 4.0),
    ("Lead post", 130.0, 1.5),
    ("Bodies", 150.0, 2.0),
    ("Source", 90.0, 0.7),
];
const QUESTIONS: [(&str, f32, f32); 5] = [
    ("Question or comment", 240.0, 4.0),
    ("About", 160.0, 2.0),
    ("Said by", 120.0, 1.0),
    ("Status", 110.0, 0.5),
    ("Response", 260.0, 4.0),
];

/// What a new entry says until it is typed over.
const NEW_STEP: &str = "New step";
const NEW_QUESTION: &str = "New question";

/// Which of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Steps,
    Questions,
}

pub(super) fn plan_ui(app: &mut App, ui: &mut Ui) {
    let height = ui.available_height();
    // Steps take what they need up to a half; the questions have the rest.
    let half = (height * 0.5).max(120.0);
    let steps = app.session.as_ref().map_or(0, |s| s.project().steps.len());
    let upper = if steps == 0 { 96.0 } else { half };
    let width = ui.available_width();
    ui.allocate_ui(Vec2::new(width, upper), |ui| list_ui(app, ui, List::Steps));
    let left = ui.available_height();
    ui.allocate_ui(Vec2::new(width, left), |ui| {
        list_ui(app, ui, List::Questions);
    });
}

fn list_ui(app: &mut App, ui: &mut Ui, list: List) {
    let Some(session) = &mut app.session else {
        return;
    };
    let project = session.document.snapshot();
    let (title, add, nothing) = match list {
        List::Steps => (
            "Steps",
            "Add a step",
            "No step is stated yet: what is done, when, and who leads it.",
        ),
        List::Questions => (
            "Questions and comments",
            "Add a question",
            "Nothing is asked yet. A question is about bodies, and stays open until it has a \
             response.",
        ),
    };
    ui.set_min_size(ui.available_size());
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.add_space(16.0);
        ui.label(strong(title, 14.0));
        let words = counts(&project, list);
        ui.label(
            egui::RichText::new(words)
                .size(12.0)
                .color(muted_colour(ui)),
        );
        if button(ui, icon::PLUS, add).clicked() {
            add_to(session, &mut app.tables, list);
        }
    });
    ui.add_space(6.0);
    let shown = Listed::of(&project, session, list);
    if shown.order.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(16.0);
            muted(ui, nothing);
        });
        return;
    }
    let heads: Vec<Head> = shown
        .columns()
        .iter()
        .map(|(words, least, share)| Head::new(*words, *least, *share))
        .collect();
    let mut hasher = DefaultHasher::new();
    session.document.revision().hash(&mut hasher);
    let table = Table {
        name: title,
        columns: &heads,
        version: hasher.finish(),
    };
    let out = table.show(ui, app.tables.plan(list == List::Steps), &shown);
    if let Some(at) = out.chosen.and_then(|row| shown.order.get(row)) {
        let bodies = shown.bodies(*at).iter();
        let bodies: Vec<BodyRef> = bodies
            .filter_map(|id| plan::anywhere(&project, id))
            .collect();
        session.selection.choose_all(bodies);
    }
    if let Some((row, column, area)) = out.edited {
        edit_ui(app, ui, &shown, (row, column), area);
    }
}

/// "4 steps", "3 open of 5".
fn counts(project: &Project, list: List) -> String {
    match list {
        List::Steps => match project.steps.len() {
            0 => String::new(),
            1 => "1 step".to_owned(),
            n => format!("{n} steps"),
        },
        List::Questions => {
            let open = project.questions.iter().filter(|q| plan::is_open(q));
            match project.questions.len() {
                0 => String::new(),
                all => format!("{} of {all} open", open.count()),
            }
        }
    }
}

/// A new entry has to say something: it begins with words that are typed over.
fn add_to(session: &mut Session, tables: &mut super::super::tables::Tables, list: List) {
    let project = session.document.snapshot();
    let chosen = session.selection.bodies().iter();
    let bodies: Vec<BodyId> = chosen.map(|b| b.body.clone()).collect();
    let (command, at): (Command, usize) = match list {
        List::Steps => {
            // A question is about what is selected; a step is mostly about all.
            let step = Step {
                what: NEW_STEP.to_owned(),
                ..Step::default()
            };
            (ListCommand::AddStep(step).into(), project.steps.len())
        }
        List::Questions => {
            let question = Question {
                text: NEW_QUESTION.to_owned(),
                bodies,
                ..Question::default()
            };
            (
                ListCommand::AddQuestion(question).into(),
                project.questions.len(),
            )
        }
    };
    if session.apply(command).is_some() {
        let steps = list == List::Steps;
        tables.change_entry(steps, at);
    }
}

/// What tells an entry from all others.
pub(crate) fn entry_key(steps: bool, at: usize) -> Id {
    Id::new(("entry of the plan", steps, at))
}

/// The column of the words of an entry.
pub(crate) fn words_column(steps: bool) -> usize {
    if steps { 2 } else { 0 }
}

/// A list in its order.
struct Listed<'a> {
    project: &'a Project,
    list: List,
    order: Vec<usize>,
    selected: Vec<BodyId>,
}

impl<'a> Listed<'a> {
    fn of(project: &'a Project, session: &Session, list: List) -> Self {
        let chosen = session.selection.bodies().iter();
        Self {
            order: match list {
                List::Steps => in_order(&project.steps),
                List::Questions => (0..project.questions.len()).collect(),
            },
            selected: chosen.map(|b| b.body.clone()).collect(),
            project,
            list,
        }
    }

    fn columns(&self) -> &'static [(&'static str, f32, f32)] {
        match self.list {
            List::Steps => &STEPS,
            List::Questions => &QUESTIONS,
        }
    }

    fn bodies(&self, at: usize) -> &'a [BodyId] {
        match self.list {
            List::Steps => self.project.steps.get(at).map_or(&[], |s| &s.bodies),
            List::Questions => self.project.questions.get(at).map_or(&[], |q| &q.bodies),
        }
    }

    fn names(&self, at: usize) -> Cell {
        let names: Vec<String> = self
            .bodies(at)
            .iter()
            .map(|id| {
                let body = plan::anywhere(self.project, id);
                body.map_or_else(|| id.to_string(), |b| b.name(self.project).to_owned())
            })
            .collect();
        let names = (!names.is_empty()).then(|| names.join("\n"));
        Cell::fact(names.as_deref(), "No body named").edits()
    }
}

impl Rows for Listed<'_> {
    fn len(&self) -> usize {
        self.order.len()
    }

    fn key(&self, row: usize) -> Id {
        let at = self.order.get(row).copied().unwrap_or(usize::MAX);
        entry_key(self.list == List::Steps, at)
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let Some(at) = self.order.get(row).copied() else {
            return Cell::default();
        };
        let fact = |words: &Option<String>| Cell::fact(words.as_deref(), "Not stated").edits();
        match (
            self.list,
            self.project.steps.get(at),
            self.project.questions.get(at),
        ) {
            (List::Steps, Some(step), _) => match column {
                0 => fact(&step.date),
                1 => fact(&step.when),
                2 => Cell::new(step.what.clone()).edits(),
                3 => fact(&step.lead),
                4 => self.names(at),
                _ => fact(&step.source),
            },
            (List::Questions, _, Some(question)) => match column {
                0 => Cell::new(question.text.clone()).edits(),
                1 => self.names(at),
                2 => Cell::fact(question.by.as_deref(), "Not a comment").edits(),
                3 => status(question),
                _ => fact(&question.response),
            },
            _ => Cell::default(),
        }
    }

    fn selected(&self, row: usize) -> bool {
        let at = self.order.get(row).copied().unwrap_or(usize::MAX);
        self.bodies(at).iter().any(|id| self.selected.contains(id))
    }
}

/// "Open", "Answered", the words as stated.
fn status(question: &Question) -> Cell {
    let stated = question.status.as_deref().map(capital);
    let cell = match stated {
        Some(words) => Cell::new(words),
        None if plan::is_open(question) => Cell::new("Not stated, so open").tone(Tone::Muted),
        None => Cell::new("Not stated").tone(Tone::Muted),
    };
    cell.edits()
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

fn edit_ui(
    app: &mut App,
    ui: &mut Ui,
    shown: &Listed<'_>,
    (row, column): (usize, usize),
    area: Rect,
) {
    let Some(at) = shown.order.get(row).copied() else {
        return;
    };
    let done = match (shown.list, column) {
        (List::Steps, 4) | (List::Questions, 1) => {
            let find = &mut app.tables.find;
            let Some(session) = &mut app.session else {
                return;
            };
            let all = plan::all_bodies(shown.project);
            let named = shown.bodies(at);
            tick_bodies_ui(
                ui,
                find,
                "Bodies of all structures",
                (&all, named),
                area,
                |ids| {
                    session.apply(set_bodies(shown, at, ids));
                },
            )
        }
        (List::Questions, 3) => {
            let Some(session) = &mut app.session else {
                return;
            };
            let Some(question) = shown.project.questions.get(at) else {
                return;
            };
            let ways = plan::STATUSES.map(|status| {
                let question = Question {
                    status: Some(status.to_owned()),
                    ..question.clone()
                };
                let command = ListCommand::SetQuestion { at, question };
                (capital(status), Command::from(command))
            });
            pick_ui(ui, session, "status", area, ways.into())
        }
        _ => text_ui(app, ui, shown, (at, column), area),
    };
    let Some(done) = done else { return };
    let state: &mut TableState = app.tables.plan(shown.list == List::Steps);
    state.editing = None;
    let next = if column + 1 < shown.columns().len() {
        (row, column + 1)
    } else {
        (row + 1, 0)
    };
    match done {
        Visit::Left => {}
        // Its date may have moved it.
        Visit::Done => go(ui, state, shown, (row, column)),
        Visit::Next => go(ui, state, shown, next),
    }
}

fn set_bodies(shown: &Listed<'_>, at: usize, bodies: Vec<BodyId>) -> Command {
    let step = shown.project.steps.get(at).cloned().unwrap_or_default();
    let question = shown.project.questions.get(at).cloned();
    match shown.list {
        List::Steps => ListCommand::SetStep {
            at,
            step: Step { bodies, ..step },
        },
        List::Questions => ListCommand::SetQuestion {
            at,
            question: Question {
                bodies,
                ..question.unwrap_or_default()
            },
        },
    }
    .into()
}

fn text_ui(
    app: &mut App,
    ui: &mut Ui,
    shown: &Listed<'_>,
    (at, column): (usize, usize),
    area: Rect,
) -> Option<Visit> {
    let session = app.session.as_mut()?;
    let fields = &mut app.inspector.fields;
    let (label, ..) = *shown.columns().get(column)?;
    let of = format!("{:?} {at}", shown.list);
    let field = Field::line(label, &of);
    match shown.list {
        List::Steps => {
            let step = shown.project.steps.get(at)?;
            let set = |text: &str| {
                let mut step = step.clone();
                match column {
                    0 => step.date = words(text),
                    1 => step.when = words(text),
                    2 => text.clone_into(&mut step.what),
                    3 => step.lead = words(text),
                    _ => step.source = words(text),
                }
                Ok(ListCommand::SetStep { at, step }.into())
            };
            let value = match column {
                0 => &step.date,
                1 => &step.when,
                2 => &Some(step.what.clone()),
                3 => &step.lead,
                _ => &step.source,
            };
            let value = value.as_deref().unwrap_or("");
            let field = field.over(value == NEW_STEP);
            field_in_ui(ui, session, fields, (field, area), value, set)
        }
        List::Questions => {
            let question = shown.project.questions.get(at)?;
            let set = |text: &str| {
                let mut question = question.clone();
                match column {
                    0 => text.clone_into(&mut question.text),
                    2 => question.by = words(text),
                    _ => question.response = words(text),
                }
                Ok(ListCommand::SetQuestion { at, question }.into())
            };
            let value = match column {
                0 => question.text.as_str(),
                2 => question.by.as_deref().unwrap_or(""),
                _ => question.response.as_deref().unwrap_or(""),
            };
            let field = field.over(value == NEW_QUESTION);
            field_in_ui(ui, session, fields, (field, area), value, set)
        }
    }
}
