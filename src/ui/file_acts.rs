//! Acts on files: new, open, save, export.

use egui::Context;

use super::action::Action;
use super::app::{App, Chosen};
use super::dialog::Question;
use super::export_panel::ExportForm;

impl App {
    pub(super) fn perform_on_file(&mut self, action: Action, ctx: &Context) {
        match action {
            Action::Open => self.ask(ctx, Question::Open, Chosen::Open),
            Action::StartPage => {
                self.session = None;
                self.shown = None;
                self.asked = None;
                self.notices.clear();
            }
            Action::Export => {
                if let Some(session) = &self.session {
                    self.export = Some(ExportForm::new(session));
                }
            }
            _ => {}
        }
    }
}
