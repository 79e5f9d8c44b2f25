//! The way from a click to files: where to, may it be replaced, how far it is, what came of it.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Id, Modal, Ui};
use egui_phosphor::regular as icon;

use super::choices::{Choices, Wanted};
use super::job::{ExportOrder, Exported, Job, Replace};
use super::{ExportView, PlanKey, Planned, Remedy};
use crate::editor::Origin;
use crate::model::Project;
use crate::publish::{Format, Order};
use crate::store::exports::Chosen as Kept;
use crate::ui::app::{App, Chosen};
use crate::ui::dialog::Question;
use crate::ui::notice::{Notice, modal_frame};
use crate::ui::widgets::{button, muted, primary};
use crate::ui::work::Request;

/// Files that are there already.
#[derive(Debug)]
pub(crate) struct Doubt {
    order: Box<ExportOrder>,
    there: Vec<PathBuf>,
    /// What was exported.
    project: Arc<Project>,
}

/// The last choices of the open project.
#[derive(Debug, Default)]
pub(crate) struct LastChoices {
    /// The project that they belong to, by its number.
    of: u64,
    kept: Option<Kept>,
}

/// How far an export is.
pub(super) fn progress_words(job: &Job) -> String {
    let words = job.words();
    match words.as_str() {
        _ if job.is_cancelled() => "Being cancelled…".to_owned(),
        "" => "Exporting…".to_owned(),
        words => format!("Exporting: {words}"),
    }
}

/// How far an export is, with a way to end it: for the bar of the window.
pub(crate) fn exporting_ui(app: &App, ui: &mut Ui) {
    if let Some(job) = &app.exporting {
        // The bar goes from right to left.
        if button(ui, icon::X, "Cancel export").clicked() {
            job.cancel();
        }
        ui.label(progress_words(job));
    }
}

impl App {
    /// Opens the dialog on what is shown, with the last choices for this project.
    pub(in crate::ui) fn open_export(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        // What is being typed counts.
        session.document.commit_gesture(None);
        let last = &self.last_choices;
        let kept = last.kept.as_ref().filter(|_| last.of == self.opened);
        self.export = Some(ExportView::new(Choices::restored(session, kept)));
    }

    /// Closes the dialog; an export under way goes on.
    pub(super) fn close_export(&mut self) {
        self.keep_choices();
        self.export = None;
    }

    /// Asks the disk for the last choices of the project that was opened.
    pub(in crate::ui) fn ask_for_last_choices(&mut self) {
        let (Some(folder), Some(path)) = (self.keep.folder.clone(), self.project_file()) else {
            return;
        };
        let request = Request::LastChoices(self.opened, folder, path);
        self.worker.send(request);
    }

    pub(in crate::ui) fn take_last_choices(&mut self, of: u64, kept: Option<Kept>) {
        // What was chosen meanwhile counts more.
        if of == self.opened && self.last_choices.of != of {
            self.last_choices = LastChoices { of, kept };
        }
    }

    fn project_file(&self) -> Option<PathBuf> {
        match &self.session.as_ref()?.document.origin {
            Origin::File(path) => Some(path.clone()),
            Origin::Sample(_) | Origin::New => None,
        }
    }

    fn keep_choices(&mut self) {
        let (Some(view), Some(session)) = (&self.export, &self.session) else {
            return;
        };
        let kept = view.choices.kept(session);
        if let (Some(folder), Some(path)) = (self.keep.folder.clone(), self.project_file()) {
            let request = Request::KeepChoices(folder, path, kept.clone());
            self.worker.send(request);
        }
        self.last_choices = LastChoices {
            of: self.opened,
            kept: Some(kept),
        };
    }

    /// Asks for the file, or for the folder of several files.
    pub(super) fn ask_where_to_export(&mut self, ctx: &Context, files: Vec<Wanted>) {
        self.keep_choices();
        let batch = self.export.as_ref().is_some_and(|view| view.choices.batch);
        if batch {
            let answer = |folder| Chosen::Export(in_folder(files, folder));
            self.ask(ctx, Question::Folder, answer);
        } else if let Some(file) = files.into_iter().next() {
            let question = Question::Save {
                name: file.name.clone(),
                extension: file.order.format.extension(),
            };
            let answer = |path| Chosen::Export(one_file(file.order, path));
            self.ask(ctx, question, answer);
        }
    }

    pub(in crate::ui) fn start_export(&mut self, order: Box<ExportOrder>, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let project = session.document.snapshot();
        self.export_this(order, project, ctx);
    }

    fn export_this(&mut self, order: Box<ExportOrder>, project: Arc<Project>, ctx: &Context) {
        if self.exporting.is_some() {
            let words = "Another export is under way; wait for it or cancel it.";
            self.notices.push(Notice::problem(words));
            return;
        }
        if let Some(view) = &mut self.export {
            view.started = true;
        }
        let job = Arc::new(Job::new(ctx, project, self.opened));
        self.exporting = Some(Arc::clone(&job));
        self.worker.send(Request::Export(order, job));
    }

    pub(in crate::ui) fn take_export(&mut self, exported: Exported) {
        let job = self.exporting.take();
        match exported {
            Exported::Written(files) => {
                // One that was opened meanwhile is about other files.
                self.export.take_if(|view| view.started);
                self.notices.push(Notice::done(written(&files)));
            }
            Exported::AreThere(order, there) => {
                // Another project may have files of the same names.
                let same = |job: &Arc<Job>| job.of == self.opened && self.session.is_some();
                let Some(job) = job.filter(same) else {
                    let words = "Files of these names are there already, and another project was opened before anybody could say whether they may be replaced: nothing was exported.";
                    self.notices.push(Notice::problem(words));
                    return;
                };
                // The dialog may have been closed meanwhile: it is opened again for its question.
                if self.export.is_none() {
                    self.open_export();
                }
                if let Some(view) = &mut self.export {
                    let project = Arc::clone(&job.project);
                    view.asks = Some(Doubt {
                        order,
                        there,
                        project,
                    });
                }
            }
            Exported::Cancelled => {
                let words = "The export was cancelled; nothing was written.";
                self.notices.push(Notice::done(words));
            }
            Exported::Failed(sentence) => self.notices.push(Notice::problem(sentence)),
        }
    }

    pub(in crate::ui) fn take_plan(&mut self, key: PlanKey, planned: Result<Planned, String>) {
        if let Some(view) = &mut self.export {
            view.preview.take(key, planned);
        }
    }

    pub(in crate::ui) fn take_remedies(&mut self, key: PlanKey, remedies: Vec<Remedy>) {
        if let Some(view) = &mut self.export {
            view.preview.take_remedies(key, remedies);
        }
    }

    /// Asks once whether files may be replaced.
    pub(in crate::ui) fn replace_ui(&mut self, ctx: &Context) {
        let doubt = self.export.as_mut().and_then(|view| view.asks.take());
        let Some(mut doubt) = doubt else { return };
        let modal = Modal::new(Id::new("replace")).frame(modal_frame(ctx));
        let modal = modal.show(ctx, |ui| {
            ui.set_width((ctx.content_rect().width() - 80.0).clamp(240.0, 460.0));
            replace_words_ui(ui, &doubt.there)
        });
        match modal.inner {
            Some(true) => {
                doubt.order.replace = Replace::Everything;
                self.export_this(doubt.order, doubt.project, ctx);
            }
            Some(false) => {}
            None if modal.should_close() => {}
            None => {
                if let Some(view) = &mut self.export {
                    view.asks = Some(doubt);
                }
            }
        }
    }
}

/// The question; whether they may be replaced.
fn replace_words_ui(ui: &mut Ui, there: &[PathBuf]) -> Option<bool> {
    const MOST: usize = 6;
    ui.heading(match there.len() {
        1 => "This file is there already".to_owned(),
        n => format!("{n} of the files are there already"),
    });
    ui.add_space(4.0);
    for path in there.iter().take(MOST) {
        let name = path.file_name().unwrap_or(path.as_os_str());
        ui.label(name.to_string_lossy());
    }
    if there.len() > MOST {
        muted(ui, &format!("and {} more", there.len() - MOST));
    }
    ui.add_space(12.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        let replace = primary(ui, icon::FLOPPY_DISK, "Replace");
        if ui.memory(|m| m.focused().is_none()) {
            replace.request_focus();
        }
        if replace.clicked() {
            answer = Some(true);
        }
        if button(ui, icon::X, "Keep them").clicked() {
            answer = Some(false);
        }
    });
    answer
}

fn written(files: &[PathBuf]) -> String {
    let names: Vec<String> = files.iter().map(|p| p.display().to_string()).collect();
    match names.as_slice() {
        [only] => format!("Exported to {only}"),
        all => format!("Exported {} files: {}", all.len(), all.join(", ")),
    }
}

fn in_folder(files: Vec<Wanted>, folder: PathBuf) -> Box<ExportOrder> {
    let files = files.into_iter();
    Box::new(ExportOrder {
        files: files.map(|f| (f.order, folder.join(f.name))).collect(),
        replace: Replace::Nothing,
    })
}

/// The ending that a person has typed says the format, as on the command line. The dialog does not
/// know of an ending that is added here, so then nothing is replaced unasked.
fn one_file(mut order: Order, path: PathBuf) -> Box<ExportOrder> {
    let typed = path.extension().and_then(|ending| ending.to_str());
    let typed = typed.and_then(Format::of_extension);
    let held = typed.filter(|format| format.holds(order.what.subject()).is_ok());
    let own = order.format.extension();
    let (path, replace) = match held {
        Some(format) if format.extension() == own => (path, Replace::Named),
        Some(format) => {
            order.format = format;
            (path, Replace::Named)
        }
        None => {
            let mut name = path.file_name().unwrap_or_default().to_owned();
            name.push(format!(".{own}"));
            (path.with_file_name(name), Replace::Nothing)
        }
    };
    Box::new(ExportOrder {
        files: vec![(order, path)],
        replace,
    })
}
