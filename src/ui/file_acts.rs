//! Acts on files: new, open, save, export.

use egui::Context;

use super::action::Action;
use super::app::{App, Chosen};
use super::dialog::Question;
use super::keeping::Next;

impl App {
    pub(super) fn perform_on_file(&mut self, action: Action, ctx: &Context) {
        match action {
            Action::Open => self.ask(ctx, Question::Open, Chosen::Open),
            Action::New => self.leave_for(Next::New),
            Action::StartPage => self.leave_for(Next::StartPage),
            Action::Quit => self.leave_for(Next::Close),
            Action::Save => self.save(ctx),
            Action::SaveAs => self.save_as(ctx),
            Action::Export => self.open_export(),
            Action::CopyPicture | Action::CopyDescription | Action::CopyTables => {
                self.copy(action);
            }
            _ => {}
        }
    }
}
