//! Leaving the open project: for another one, the start page, or for good. Unsaved changes are
//! never dropped without a question.

use egui::{Context, Id, Modal, Ui, ViewportCommand};
use egui_phosphor::regular as icon;

use super::app::App;
use super::copying::show_again;
use super::file_work::{Expected, Opened, RecentAct};
use super::keeping::{Doubt, Next};
use super::notice::{Notice, modal_frame};
use super::saving::file_name;
use super::widgets::{button, muted, primary};
use crate::editor::{Origin, Session};

impl App {
    /// Goes on to something else, after asking about unsaved changes.
    pub(super) fn leave_for(&mut self, next: Next) {
        let unsaved = self.session.as_ref().is_some_and(|s| s.document.unsaved());
        if self.keep.saving {
            // The answer of the save that is under way leads back here.
            self.keep.next = Some(next);
        } else if unsaved {
            self.keep.doubt = Some(Doubt::Unsaved(next));
        } else {
            self.go_on(next);
        }
    }

    fn go_on(&mut self, next: Next) {
        match next {
            Next::New => self.show(Opened::new(Origin::New)),
            Next::Show(opened) => self.show(*opened),
            Next::Close => self.keep.closing = true,
            Next::StartPage => {
                self.session = None;
                self.shown = None;
                self.asked = None;
                self.keep.basis = None;
                self.notices.clear();
                self.remember(RecentAct::Read);
            }
        }
    }

    /// Shows an opened project in place of the one before.
    pub(super) fn show(&mut self, mut opened: Opened) {
        self.opening = None;
        self.opened += 1;
        self.keep.basis = opened.basis.take();
        self.adopt(opened.slot.take());
        if let Origin::File(path) = &opened.origin
            && self.keep.basis.is_some()
        {
            self.remember(RecentAct::Remember(path.clone()));
        }
        let issues = opened.issues.clone();
        let shown = opened.shown.take();
        let Some(mut session) = Session::new(opened.into_document(self.opened)) else {
            return;
        };
        if let Some(shown) = &shown {
            show_again(&mut session, shown);
        }
        self.session = Some(session);
        self.shown = None;
        self.export = None;
        self.ask_for_last_choices();
        self.notices.clear();
        self.notices.extend(issues.into_iter().map(Notice::done));
        self.tell_of_left_copies();
    }

    /// Holds the window open while something is unsaved or being written.
    pub(super) fn take_close(&mut self, ctx: &Context) {
        if ctx.input(|i| i.viewport().close_requested()) {
            let unsaved = self.session.as_ref().is_some_and(|s| s.document.unsaved());
            let busy = self.keep.saving || self.keep.copying.busy();
            // Asked a second time, the window closes even if the disk has not answered.
            if !self.keep.closing && (unsaved || busy) {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
                self.leave_for(Next::Close);
            }
        }
    }

    /// Closes the window once everything is on the disk.
    pub(super) fn close_when_done(&self, ctx: &Context) {
        if self.keep.closing && !self.keep.saving && !self.keep.copying.busy() {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Shows the question that waits for an answer.
    pub(super) fn doubt_ui(&mut self, ctx: &Context) {
        let Some(doubt) = &self.keep.doubt else {
            return;
        };
        let name = self.session.as_ref().map(|s| file_name(&s.document));
        let name = name.unwrap_or_default();
        let answer = match doubt {
            Doubt::Unsaved(_) => asked(ctx, |ui| unsaved_ui(ui, &name)),
            Doubt::Changed(_) => asked(ctx, |ui| changed_ui(ui, &name)),
        };
        let Some(answer) = answer else { return };
        match (self.keep.doubt.take(), answer) {
            (Some(Doubt::Unsaved(next)), Answer::First) => {
                self.keep.next = Some(next);
                self.save(ctx);
            }
            (Some(Doubt::Unsaved(next)), Answer::Second) => self.go_on(next),
            (Some(Doubt::Changed(_)), Answer::First) => self.keep_both(ctx),
            (Some(Doubt::Changed(path)), Answer::Second) => {
                self.save_to(path, Expected::Anything);
            }
            _ => self.keep.next = None,
        }
        ctx.request_repaint();
    }
}

/// The answers, in the order of the buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    First,
    Second,
    Cancel,
}

fn asked(ctx: &Context, content: impl FnOnce(&mut Ui) -> Option<Answer>) -> Option<Answer> {
    let modal = Modal::new(Id::new("doubt"))
        .frame(modal_frame(ctx))
        .show(ctx, |ui| {
            ui.set_width((ctx.content_rect().width() - 80.0).clamp(240.0, 460.0));
            content(ui)
        });
    let closed = modal.should_close().then_some(Answer::Cancel);
    modal.inner.or(closed)
}

fn unsaved_ui(ui: &mut Ui, name: &str) -> Option<Answer> {
    ui.heading(format!("Save the changes to “{name}”?"));
    ui.add_space(4.0);
    muted(ui, "What is not saved is lost when you go on.");
    buttons_ui(
        ui,
        [(icon::FLOPPY_DISK, "Save"), (icon::TRASH, "Don’t save")],
    )
}

fn changed_ui(ui: &mut Ui, name: &str) -> Option<Answer> {
    ui.heading(format!("“{name}” has changed on the disk"));
    ui.add_space(4.0);
    muted(
        ui,
        "Somebody else has written to this file since it was opened or saved here. Nothing has been overwritten.",
    );
    let keep = (icon::FILES, "Keep both (save as another file)…");
    buttons_ui(ui, [keep, (icon::FLOPPY_DISK, "Overwrite")])
}

fn buttons_ui(ui: &mut Ui, [first, second]: [(&str, &str); 2]) -> Option<Answer> {
    ui.add_space(12.0);
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        let main = primary(ui, first.0, first.1);
        if ui.memory(|m| m.focused().is_none()) {
            main.request_focus();
        }
        if main.clicked() {
            answer = Some(Answer::First);
        }
        if button(ui, second.0, second.1).clicked() {
            answer = Some(Answer::Second);
        }
        if button(ui, icon::X, "Cancel").clicked() {
            answer = Some(Answer::Cancel);
        }
    });
    answer
}
