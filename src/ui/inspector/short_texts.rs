//! The short texts of a structure's pictures, for those who cannot see them.

use egui::Ui;
use egui_phosphor::regular as icon;

use super::super::app::App;
use super::super::widgets::button;
use super::super::work::Request;
use super::field::{Field, sentence_ui};
use super::form::Form;
use crate::editor::{Generated, Revision, ShortTextOf, short_texts};
use crate::model::StructureId;

/// A structure in a state of the project.
pub(crate) type Of = (Revision, StructureId);

/// What the program says of the pictures of the structure that is shown. The worker says it, and
/// what it said last stays until it has said it anew.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// What is shown in this frame.
    wanted: Option<Of>,
    asked: Option<Of>,
    known: Option<(Of, Vec<Generated>)>,
}

pub(super) fn short_texts_ui(ui: &mut Ui, form: &mut Form<'_>, key: &str) {
    let revision = form.session.document.revision();
    let structure = form.session.structure.clone();
    let known = form.state.short_texts.known.as_ref();
    let known =
        known.filter(|((of, shown), _)| of.document == revision.document && *shown == structure);
    // A letter typed in this frame counts already, so the project is taken as it is now.
    let texts = known.map_or_else(Vec::new, |(_, generated)| {
        short_texts(form.session.project(), &structure, generated)
    });
    form.state.short_texts.wanted = Some((revision, structure));
    for text in &texts {
        short_text_ui(ui, form, key, text);
    }
}

impl App {
    /// Asks what the program says of the pictures whose texts are shown.
    pub(in crate::ui) fn ask_for_short_texts(&mut self) {
        let told = &mut self.inspector.short_texts;
        let (Some(session), Some(wanted)) = (&self.session, told.wanted.take()) else {
            return;
        };
        if told.asked.as_ref() != Some(&wanted) {
            let project = session.document.snapshot();
            self.worker
                .send(Request::ShortTexts(wanted.clone(), project));
            told.asked = Some(wanted);
        }
    }

    /// Only what was asked for last counts.
    pub(in crate::ui) fn take_short_texts(&mut self, of: Of, generated: Vec<Generated>) {
        let told = &mut self.inspector.short_texts;
        if told.asked.as_ref() == Some(&of) {
            told.known = Some((of, generated));
        }
    }
}

fn short_text_ui(ui: &mut Ui, form: &mut Form<'_>, key: &str, text: &ShortTextOf) {
    let field = Field::lines(&text.label, key)
        .rows(4)
        .blank(&text.generated);
    let own = text.own.as_deref();
    form.field(ui, field, own.unwrap_or(""), |words| {
        Ok(text.say(words).into())
    });
    let Some(own) = own else {
        return;
    };
    if text.outgrown {
        let now = &text.generated;
        sentence_ui(
            ui,
            &format!("The structure has changed since this was written. It would now read: {now}"),
        );
        if button(ui, icon::CHECK, "Keep this text").clicked() {
            form.act(text.say(own));
        }
    }
    if button(ui, icon::ARROW_COUNTER_CLOCKWISE, "Use the generated text").clicked() {
        form.act(text.say(""));
    }
    ui.add_space(5.0);
}
