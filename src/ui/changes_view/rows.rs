//! The rows of the table of changes.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use egui::{Id, Ui};

use super::super::app::App;
use super::super::draw_view::NARROW;
use super::super::table::{Cell, Column as Head, Rows, Sorted, Table, Tone, go};
use super::super::tables::ChangesReport;
use super::super::widgets::muted;
use super::edit;
use crate::editor::schedule::bodies_of_row;
use crate::editor::{BodyRef, Schedule, Selected, Session};
use crate::model::{Project, Question};
use crate::report::Shift;
use crate::report::changes::{ChangeRow, Column, Named, Parent, Place, Tie};
use crate::scene::theme::Mark;

/// A column, its least width and its share of what is left.
const COLUMNS: [(Column, f32, f32); 9] = [
    (Column::From, 150.0, 3.0),
    (Column::Fate, 118.0, 0.5),
    (Column::To, 150.0, 3.0),
    (Column::ReportsBefore, 124.0, 2.0),
    (Column::ReportsAfter, 130.0, 2.0),
    (Column::Meetings, 84.0, 1.2),
    (Column::Seats, 84.0, 0.7),
    (Column::Source, 84.0, 0.7),
    (Column::Reason, 180.0, 5.0),
];
/// From this width on there is room for date, lead post and certainty too.
pub(super) const ROOMY: f32 = 1560.0;
const FURTHER: [(Column, f32, f32); 3] = [
    (Column::Date, 90.0, 0.5),
    (Column::Lead, 120.0, 1.5),
    (Column::Certainty, 84.0, 0.5),
];

/// Place of the fate among the columns.
pub(super) const FATE: usize = 1;

fn columns(width: f32) -> Vec<(Column, f32, f32)> {
    let further: &[_] = if width >= ROOMY { &FURTHER } else { &[] };
    // In a narrow window the sentence under the table tells what these columns would.
    let told = [Column::ReportsBefore, Column::Meetings, Column::Seats];
    let room = |column: &Column| width >= NARROW || !told.contains(column);
    let all = COLUMNS.iter().chain(further).copied();
    all.filter(|(column, ..)| room(column)).collect()
}

/// The rows that are shown, in their order.
pub(super) struct Shown<'a> {
    pub(super) report: &'a ChangesReport,
    pub(super) order: Vec<usize>,
    pub(super) columns: Vec<Column>,
    /// By place of the row: whether what is selected stands in it.
    selected: Vec<bool>,
    /// By place of the row: how many questions are open about its bodies.
    open: Vec<usize>,
}

impl Shown<'_> {
    pub(super) fn row(&self, row: usize) -> Option<&ChangeRow> {
        self.report.changes.rows.get(*self.order.get(row)?)
    }

    pub(super) fn column(&self, at: usize) -> Column {
        self.columns.get(at).copied().unwrap_or(Column::From)
    }
}

/// What tells a row of lineage from all others.
fn row_key(lineage: usize) -> Id {
    Id::new(("line", lineage))
}

/// What tells the row of a body of which nothing is said from all others.
pub(super) fn untold_key(body: &BodyRef) -> Id {
    Id::new(("nothing said", body))
}

pub(super) fn key_of(row: &ChangeRow, report: &ChangesReport) -> Id {
    let untold = |structure, bodies: &[Named]| {
        let body = bodies.first().map(|b| BodyRef::new(structure, &b.id));
        body.map_or(Id::NULL, |body| untold_key(&body))
    };
    match row.place {
        Place::Row { number, lineage } => {
            lineage.map_or_else(|| Id::new(("made along stages", number)), row_key)
        }
        Place::NothingAfter => untold(&report.comparison.from, &row.from),
        Place::NothingBefore => untold(&report.comparison.to, &row.to),
    }
}

impl Rows for Shown<'_> {
    fn len(&self) -> usize {
        self.order.len()
    }

    fn key(&self, row: usize) -> Id {
        self.row(row)
            .map_or(Id::NULL, |row| key_of(row, self.report))
    }

    fn cell(&self, at: usize, column: usize) -> Cell {
        let Some(row) = self.row(at) else {
            return Cell::default();
        };
        let place = self.order.get(at).copied().unwrap_or(0);
        match self.column(column) {
            Column::Fate => {
                let wrong = self.report.disagreements.get(place);
                fate(row, wrong.and_then(|w| w.as_deref()))
            }
            Column::From => {
                let cell = names(&row.from, row).edits();
                self.asked(place, cell, row.to.is_empty())
            }
            Column::To => {
                let cell = names(&row.to, row).edits();
                self.asked(place, cell, true)
            }
            Column::ReportsBefore => reported(&row.reports_before),
            Column::ReportsAfter => parents(row),
            Column::Meetings => shift(&row.meetings),
            Column::Seats => shift(&row.seats),
            Column::Source => fact(row, row.source.as_deref()),
            Column::Reason => fact(row, row.reason.as_deref()),
            Column::Date => fact(row, row.date.as_deref()),
            Column::Lead => fact(row, row.lead.as_deref()),
            Column::Reference => Cell::new(row.reference().unwrap_or_default()),
            Column::Certainty if row.lineage().is_none() => Cell::default(),
            Column::Certainty => Cell::fact(row.certainty.as_deref(), "stated").edits(),
        }
    }

    fn selected(&self, row: usize) -> bool {
        let place = self.order.get(row).copied();
        place.is_some_and(|at| self.selected.get(at).copied().unwrap_or(false))
    }
}

impl Shown<'_> {
    /// Says under the names how many questions are open about the bodies.
    fn asked(&self, place: usize, cell: Cell, here: bool) -> Cell {
        let under = match self.open.get(place) {
            Some(1) if here => "1 open question".to_owned(),
            Some(n) if here && *n > 1 => format!("{n} open questions"),
            _ => return cell,
        };
        Cell {
            under: Some((under, Tone::Warning)),
            ..cell
        }
    }
}

fn fate(row: &ChangeRow, wrong: Option<&str>) -> Cell {
    let mark = match row.fate {
        Some(_) if row.moved() && row.group().fate().is_none() => Some(Mark::Moved),
        Some(fate) => Mark::of(fate),
        None => None,
    };
    let strong = row.fate.is_some();
    Cell {
        mark: strong.then_some(mark),
        under: wrong.map(|words| (words.to_owned(), Tone::Warning)),
        tone: if strong { Tone::Strong } else { Tone::Warning },
        ..Cell::new(row.fate_words()).edits()
    }
}

/// Names one under the other. Where a line names nobody that is a fact; where there is no line,
/// nothing is said.
fn names(bodies: &[Named], row: &ChangeRow) -> Cell {
    if bodies.is_empty() {
        let words = if row.fate.is_some() {
            "None"
        } else {
            "Not stated"
        };
        return Cell::new(words).tone(Tone::Muted);
    }
    let names = bodies.iter().map(|body| match body.missing {
        true => format!("{} (not there)", body.name),
        false => body.name.clone(),
    });
    Cell::new(names.collect::<Vec<_>>().join("\n"))
}

fn reported(bodies: &[Named]) -> Cell {
    let names: Vec<&str> = bodies.iter().map(|body| body.name.as_str()).collect();
    Cell::fact(
        (!names.is_empty()).then(|| names.join("\n")).as_deref(),
        "none",
    )
}

fn parents(row: &ChangeRow) -> Cell {
    let words: Vec<String> = row.reports_after.iter().map(Parent::words).collect();
    let cell = Cell::fact(
        (!words.is_empty()).then(|| words.join("\n")).as_deref(),
        "none",
    );
    let moved = row.reports_after.iter().any(|p| p.tie == Tie::Moved);
    if moved { cell.tone(Tone::Strong) } else { cell }
}

fn shift(shift: &Shift) -> Cell {
    let cell = Cell::new(shift.words());
    if shift.is_blank() {
        cell.tone(Tone::Muted)
    } else {
        cell
    }
}

/// A fact of a line; a body without a line has none to change.
fn fact(row: &ChangeRow, words: Option<&str>) -> Cell {
    if row.lineage().is_none() {
        return Cell::default();
    }
    Cell::fact(words, "Not stated").edits()
}

pub(super) fn table_ui(app: &mut App, ui: &mut Ui, report: &ChangesReport) {
    let Some(session) = &mut app.session else {
        return;
    };
    let columns = columns(ui.available_width());
    let shown = Shown {
        order: session.schedule.shown(&report.changes),
        selected: selected(session, report),
        open: open_questions(session.project(), report),
        columns: columns.iter().map(|(column, ..)| *column).collect(),
        report,
    };
    if shown.order.is_empty() {
        nothing_ui(ui, session, report);
        return;
    }
    follow_selection(ui, app, &shown);
    let Some(session) = &mut app.session else {
        return;
    };
    let heads: Vec<Head> = columns
        .iter()
        .map(|(column, least, share)| {
            Head::new(column.label(), *least, *share).sorted(match session.schedule.sort {
                Some((by, down)) if by == *column => {
                    if down {
                        Sorted::Down
                    } else {
                        Sorted::Up
                    }
                }
                _ => Sorted::No,
            })
        })
        .collect();
    let table = Table {
        name: "Schedule of changes",
        columns: &heads,
        version: version(report, &session.schedule),
    };
    let out = table.show(ui, &mut app.tables.schedule, &shown);
    if let Some(column) = out.sort {
        session.schedule.sort_by(shown.column(column));
    }
    let bodies_of = |row: usize| {
        let row = shown.row(row);
        row.map(|row| bodies_of_row(row, &report.comparison.from, &report.comparison.to))
    };
    if let Some(bodies) = out.pointed.and_then(bodies_of) {
        session.selection.pointed = bodies.into_iter().next();
    }
    if let Some(row) = out.chosen {
        choose(session, &shown, row);
    }
    if let Some((row, column, area)) = out.edited {
        edit::edit_ui(app, ui, &shown, (row, column), area);
    }
}

/// Selects the bodies of a row, for every view; a row without any that are there by itself.
fn choose(session: &mut Session, shown: &Shown<'_>, row: usize) {
    let Some(row) = shown.row(row) else { return };
    let pair = &shown.report.comparison;
    let bodies = bodies_of_row(row, &pair.from, &pair.to);
    match (bodies.is_empty(), row.lineage()) {
        (true, Some(lineage)) => session.selection.choose_row(lineage),
        _ => session.selection.choose_all(bodies),
    }
}

/// By place of the row: whether what is selected stands in it.
fn selected(session: &Session, report: &ChangesReport) -> Vec<bool> {
    let pair = &report.comparison;
    let bodies = session.selection.bodies();
    let rows = report.changes.rows.iter();
    let holds = |row: &ChangeRow| match session.selection.selected() {
        Selected::Row(at) => row.lineage() == Some(*at),
        _ => bodies.iter().any(|body| {
            let has = |named: &[Named]| named.iter().any(|n| n.id == body.body);
            (body.structure == pair.from && has(&row.from))
                || (body.structure == pair.to && has(&row.to))
        }),
    };
    rows.map(holds).collect()
}

/// The first row in which what is selected stands, of those that are shown: of a line that is
/// filtered out nothing can be deleted.
pub(super) fn chosen<'a>(session: &Session, report: &'a ChangesReport) -> Option<&'a ChangeRow> {
    let selected = selected(session, report);
    let shown = session.schedule.shown(&report.changes).into_iter();
    let mut chosen = shown.filter(|at| selected.get(*at).copied().unwrap_or(false));
    report.changes.rows.get(chosen.next()?)
}

/// Frames in which the chosen line is followed: the words under the table are as high as they will be
/// in the third.
const FOLLOWED: u8 = 3;

/// A body that was selected in a drawing is brought in sight when the table comes.
fn follow_selection(ui: &Ui, app: &mut App, shown: &Shown<'_>) {
    let Some(session) = &app.session else { return };
    let selected = session.selection.selected();
    let frames = match &app.tables.followed {
        Some((of, FOLLOWED)) if of == selected => return,
        Some((of, frames)) if of == selected => frames + 1,
        _ => 1,
    };
    app.tables.followed = Some((selected.clone(), frames));
    let row = (0..shown.len()).find(|row| shown.selected(*row));
    if let Some(row) = row {
        app.tables.schedule.reveal = Some(shown.key(row));
        ui.ctx().request_repaint();
    }
}

/// By place of the row: how many questions are open about its bodies.
fn open_questions(project: &Project, report: &ChangesReport) -> Vec<usize> {
    let open: Vec<_> = project
        .questions
        .iter()
        .filter(|question| crate::editor::is_open(question))
        .collect();
    let rows = report.changes.rows.iter();
    let about = |row: &ChangeRow, question: &Question| {
        let mut named = row.from.iter().chain(&row.to);
        named.any(|n| question.bodies.contains(&n.id))
    };
    rows.map(|row| open.iter().filter(|q| about(row, q)).count())
        .collect()
}

/// Why there is no row to be seen.
fn nothing_ui(ui: &mut Ui, session: &Session, report: &ChangesReport) {
    let words = if report.changes.rows.is_empty() {
        "Neither structure has a body yet. Draw the first ones in the Draw view."
    } else if session.schedule.words.trim().is_empty() {
        "No line has this fate."
    } else {
        "No line has these words. Empty the field to see all."
    };
    ui.add_space(40.0);
    ui.vertical_centered(|ui| muted(ui, words));
}

fn version(report: &ChangesReport, schedule: &Schedule) -> u64 {
    let mut hasher = DefaultHasher::new();
    report.revision.hash(&mut hasher);
    (&report.comparison.from, &report.comparison.to).hash(&mut hasher);
    schedule.hash(&mut hasher);
    hasher.finish()
}

/// The keyboard goes on to another cell.
pub(super) fn go_on(ui: &Ui, app: &mut App, shown: &Shown<'_>, to: (usize, usize)) {
    go(ui, &mut app.tables.schedule, shown, to);
}
