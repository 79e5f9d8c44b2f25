//! Saving the open project, and what the window says about it.

use std::path::PathBuf;

use egui::{Context, ViewportCommand};

use super::action::Action;
use super::app::{App, Chosen};
use super::dialog::Question;
use super::file_work::{Expected, RecentAct, SaveOrder, Saved};
use super::keeping::Doubt;
use super::notice::Notice;
use super::work::Request;
use crate::editor::{Document, Origin, Session};

impl App {
    /// Saves to the project's own file, or asks for one when it has none.
    pub(super) fn save(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let Origin::File(path) = session.document.origin.clone() else {
            self.save_as(ctx);
            return;
        };
        let expected = match self.keep.basis {
            Some(_) => Expected::Basis,
            None => Expected::Nothing,
        };
        self.save_to(path, expected);
    }

    /// Asks for a file and saves there.
    pub(super) fn save_as(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let name = format!("{}.json", session.document.file_stem());
        self.ask_where(ctx, name);
    }

    /// Saves beside a file that somebody else has changed.
    pub(super) fn keep_both(&mut self, ctx: &Context) {
        let Some(session) = &self.session else { return };
        let name = format!("{} 2.json", session.document.file_stem());
        self.ask_where(ctx, name);
    }

    fn ask_where(&mut self, ctx: &Context, name: String) {
        let folder = self.session.as_ref().and_then(|s| folder(&s.document));
        self.ask(ctx, Question::SaveProject { name, folder }, Chosen::Save);
    }

    /// Saves to a file chosen in a dialog, which has asked whether it may be replaced. It does
    /// not know of the ending that is added here, so then nothing is replaced unasked.
    pub(super) fn save_to_chosen(&mut self, path: PathBuf) {
        if path.extension().is_some() {
            self.save_to(path, Expected::Anything);
        } else {
            self.save_to(path.with_extension("json"), Expected::Nothing);
        }
    }

    /// Sends the project as it is now to a file. One save at a time: a further one follows.
    pub(super) fn save_to(&mut self, path: PathBuf, expected: Expected) {
        let Some(session) = &mut self.session else {
            return;
        };
        if self.keep.saving {
            self.keep.again = true;
            return;
        }
        // What is being typed counts.
        session.document.commit_gesture(None);
        let document = &session.document;
        let elsewhere = document.origin != Origin::File(path.clone());
        let order = SaveOrder {
            path,
            project: document.snapshot(),
            document: document.revision().document,
            state: document.history().state(),
            basis: self.keep.basis.clone(),
            expected,
            elsewhere,
        };
        self.keep.saving = true;
        self.worker.send(Request::Save(Box::new(order)));
    }

    pub(super) fn take_saved(&mut self, order: SaveOrder, saved: Saved, ctx: &Context) {
        self.keep.saving = false;
        let again = std::mem::take(&mut self.keep.again);
        let Some(session) = &mut self.session else {
            return;
        };
        if session.document.revision().document != order.document {
            return;
        }
        match saved {
            Saved::Written(file, remark) => {
                session.document.mark_saved_at(order.state);
                session.document.origin = Origin::File(order.path.clone());
                self.keep.basis = Some(file);
                self.notices.retain(|notice| !notice.offers(Action::SaveAs));
                self.notices.extend(remark.map(Notice::done));
                self.remember(RecentAct::Remember(order.path));
                if let Some(next) = self.keep.next.take() {
                    self.leave_for(next);
                } else if again {
                    self.save(ctx);
                }
            }
            Saved::Changed => self.keep.doubt = Some(Doubt::Changed(order.path)),
            Saved::Failed(sentence) => {
                self.keep.next = None;
                self.notices.retain(|notice| !notice.offers(Action::SaveAs));
                let notice = Notice::problem(format!("Not saved. {sentence}"));
                self.notices.push(notice.offering(Action::SaveAs, None));
            }
        }
    }

    /// Changes the list of recent files.
    pub(super) fn remember(&mut self, act: RecentAct) {
        if let Some(folder) = self.keep.folder.clone() {
            self.worker.send(Request::Recent(folder, act));
        }
    }

    /// "Saved", "Not saved" or "Saving…", for the status bar.
    pub(super) fn saved_words(&self) -> Option<&'static str> {
        let document = &self.session.as_ref()?.document;
        Some(match &document.origin {
            _ if self.keep.saving => "Saving…",
            _ if document.unsaved() => "Not saved",
            Origin::File(_) => "Saved",
            Origin::Sample(_) => "Example, not changed",
            Origin::New => "Not saved yet",
        })
    }

    /// Gives the window its title when that has changed.
    pub(super) fn set_title(&mut self, ctx: &Context) {
        let title = title(self.session.as_ref());
        if self.keep.title != title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.keep.title = title;
        }
    }
}

/// The folder of the project's file.
fn folder(document: &Document) -> Option<PathBuf> {
    let Origin::File(path) = &document.origin else {
        return None;
    };
    let folder = path.parent()?;
    (!folder.as_os_str().is_empty()).then(|| folder.to_owned())
}

/// "• plan.json – Dotted Line": the dot says that something is not saved.
fn title(session: Option<&Session>) -> String {
    let Some(session) = session else {
        return "Dotted Line".to_owned();
    };
    let dot = if session.document.unsaved() {
        "• "
    } else {
        ""
    };
    format!("{dot}{} – Dotted Line", file_name(&session.document))
}

/// The name of the project's file, or what it is called while it has none.
pub(super) fn file_name(document: &Document) -> String {
    match &document.origin {
        Origin::File(path) => path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        ),
        Origin::Sample(title) => title.clone(),
        Origin::New => document.title(),
    }
}
