//! The short texts of a structure's pictures, for those who cannot see them.

use egui::Ui;
use egui_phosphor::regular as icon;

use super::super::widgets::button;
use super::field::{Field, sentence_ui};
use super::form::Form;
use crate::editor::{Revision, ShortTextOf, short_texts};
use crate::model::StructureId;

/// The short texts of the structure as it was last shown: comparing is not for every frame.
#[derive(Debug)]
pub(super) struct Told {
    of: (Revision, StructureId),
    texts: Vec<ShortTextOf>,
}

pub(super) fn short_texts_ui(ui: &mut Ui, form: &mut Form<'_>, key: &str) {
    let of = (
        form.session.document.revision(),
        form.session.structure.clone(),
    );
    let told = form.state.short_texts.take().filter(|told| told.of == of);
    // A letter typed in this frame counts already, so the project is taken as it is now.
    let told = told.unwrap_or_else(|| Told {
        texts: short_texts(form.session.project(), &of.1),
        of,
    });
    for text in &told.texts {
        short_text_ui(ui, form, key, text);
    }
    form.state.short_texts = Some(told);
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
