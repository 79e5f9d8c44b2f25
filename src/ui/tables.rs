//! What the views with tables work with: the answers that the worker has made for them, and what
//! each table remembers.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::Ui;

use super::action::Action;
use super::app::App;
use super::changes_view::{entry_key, words_column};
use super::table::{At, TableState};
use super::widgets::{button, muted_colour};
use super::work::Request;
use crate::compare::{Comparison, compare};
use crate::editor::sheets::{Sheet, sheets};
use crate::editor::{Revision, Selected, Session, View, schedule};
use crate::model::{Project, StructureId};
use crate::report::changes::{Changes, changes};
use crate::report::{Document, in_short, measures_document, members_document};

/// What a report depends on: equal keys, equal reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReportKey {
    pub(crate) revision: Revision,
    pub(crate) view: View,
    /// One structure, or two that are compared.
    pub(crate) structures: Vec<StructureId>,
}

impl ReportKey {
    /// The report that the view needs, if it needs one.
    fn wanted(session: &Session) -> Option<Self> {
        let shown = session.structures().into_iter();
        (!session.view.draws()).then(|| Self {
            revision: session.document.revision(),
            view: session.view,
            structures: shown.map(|s| s.id().clone()).collect(),
        })
    }

    /// Whether another report is about the same structures.
    fn is_like(&self, other: &Self) -> bool {
        self.view == other.view
            && self.structures == other.structures
            && self.revision.document == other.revision.document
    }
}

/// What becomes of every body, and what its table says beside the rows.
#[derive(Debug)]
pub(crate) struct ChangesReport {
    pub(crate) comparison: Comparison,
    pub(crate) changes: Changes,
    /// By place of the row: how its stated fate disagrees with its bodies.
    pub(crate) disagreements: Vec<Option<String>>,
    /// The changes in short, at most six sentences.
    pub(crate) sentences: Vec<String>,
    pub(crate) revision: Revision,
}

/// The tables of a document.
#[derive(Debug)]
pub(crate) struct SheetsReport {
    /// Its sentences in short.
    pub(crate) short: Vec<String>,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) structures: Vec<StructureId>,
    pub(crate) revision: Revision,
}

/// A table of a document, and by which column it is sorted, perhaps downwards.
#[derive(Debug, Default)]
pub(crate) struct SheetState {
    pub(crate) table: TableState,
    pub(crate) sort: Option<(usize, bool)>,
}

/// A report for a view.
#[derive(Clone, Debug)]
pub(crate) enum Reported {
    Changes(Arc<ChangesReport>),
    Sheets(Arc<SheetsReport>),
    /// Too few structures for it.
    Nothing,
}

/// Makes a report.
pub(crate) fn report(key: &ReportKey, project: &Project) -> Reported {
    let pair = match key.structures.as_slice() {
        [from, to] => Some((from, to)),
        _ => None,
    };
    match (key.view, pair) {
        (View::Changes, Some((from, to))) => match compare(project, from, to) {
            Ok(comparison) => {
                let changes = changes(project, &comparison);
                let rows = changes.rows.iter();
                let disagreements = rows
                    .map(|row| schedule::disagreement(project, row.lineage()?))
                    .collect();
                Reported::Changes(Arc::new(ChangesReport {
                    comparison,
                    sentences: in_short(&changes),
                    changes,
                    disagreements,
                    revision: key.revision,
                }))
            }
            Err(_) => Reported::Nothing,
        },
        (View::Members, Some((from, to))) => match compare(project, from, to) {
            Ok(comparison) => sheets_of(key, &members_document(project, &comparison)),
            Err(_) => Reported::Nothing,
        },
        (View::Measures, _) => {
            let structures: Vec<&StructureId> = key.structures.iter().collect();
            sheets_of(key, &measures_document(project, &structures))
        }
        _ => Reported::Nothing,
    }
}

fn sheets_of(key: &ReportKey, document: &Document) -> Reported {
    let (short, sheets) = sheets(document, key.structures.len());
    Reported::Sheets(Arc::new(SheetsReport {
        short,
        sheets,
        structures: key.structures.clone(),
        revision: key.revision,
    }))
}

/// What the views with tables remember.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    report: Option<(ReportKey, Reported)>,
    asked: Option<ReportKey>,
    pub(crate) schedule: TableState,
    pub(crate) steps: TableState,
    pub(crate) questions: TableState,
    /// By title of the sheet.
    pub(crate) sheets: BTreeMap<String, SheetState>,
    /// The title of the sheet that is shown.
    pub(crate) sheet: Option<String>,
    /// Words typed to find a body among those to be chosen.
    pub(crate) find: String,
    /// The selection that the schedule brings in sight, and for how many frames it has.
    pub(crate) followed: Option<(Selected, u8)>,
}

impl Tables {
    /// The last report for what is shown; a new one follows as soon as it is made.
    pub(crate) fn report_of(&self, session: Option<&Session>) -> Option<Reported> {
        let wanted = ReportKey::wanted(session?)?;
        let (key, report) = self.report.as_ref()?;
        key.is_like(&wanted).then(|| report.clone())
    }

    /// The table of steps, or that of questions.
    pub(crate) fn plan(&mut self, steps: bool) -> &mut TableState {
        if steps {
            &mut self.steps
        } else {
            &mut self.questions
        }
    }

    /// Brings an entry of the plan in sight, with its words to be typed over.
    pub(crate) fn change_entry(&mut self, steps: bool, at: usize) {
        let (row, column) = (entry_key(steps, at), words_column(steps));
        let state = self.plan(steps);
        state.reveal = Some(row);
        state.editing = Some(At { row, column });
    }

    /// Brings a question in sight, with the keyboard on it.
    pub(crate) fn show_question(&mut self, at: usize) {
        let (row, column) = (entry_key(false, at), words_column(false));
        self.questions.reveal = Some(row);
        self.questions.go = Some(At { row, column });
    }

    /// Only what was asked for last counts.
    pub(crate) fn take(&mut self, key: ReportKey, report: Reported) {
        if self.asked.as_ref() == Some(&key) {
            self.report = Some((key, report));
        }
    }
}

impl App {
    pub(super) fn ask_for_report(&mut self) {
        let Some(session) = &self.session else { return };
        let Some(key) = ReportKey::wanted(session) else {
            return;
        };
        if self.tables.asked.as_ref() != Some(&key) {
            let project = session.document.snapshot();
            self.worker.send(Request::Report(key.clone(), project));
            self.tables.asked = Some(key);
        }
    }
}

/// Words where a table would stand, and the way on.
pub(super) fn one_structure_ui(app: &mut App, ui: &mut Ui, words: &str) {
    let tone = muted_colour(ui);
    let room = ui.available_width().min(480.0);
    let side = (ui.available_width() - room) / 2.0;
    ui.add_space(ui.available_height() * 0.28);
    ui.horizontal(|ui| {
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = 12.0;
            let words = egui::RichText::new(words).size(14.0).color(tone);
            ui.add(egui::Label::new(words).wrap());
            let offer = Action::Derive.offer();
            if button(ui, offer.icon, offer.words).clicked() {
                app.queue.push(Action::Derive);
            }
        });
    });
}
