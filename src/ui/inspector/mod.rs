//! The panel at the right: everything about what is selected, to be read and to be changed.

mod body;
mod body_more;
mod field;
mod form;
mod lineage;
mod link;
mod links;
mod row;
mod seats;
mod several;
mod short_texts;
mod structure;

use egui::{Frame, Margin, ScrollArea, Ui};

use super::app::App;
use super::canvas::convert::colour;
use super::theme;
use crate::editor::Selected;
pub(crate) use field::{
    Field, Visit, edge_ui, field_in_ui, field_ui, keeps_escape, sentence_ui, taken,
};
use form::Form;
pub(crate) use form::Inspector;
pub(crate) use short_texts::Of as ShortTextsOf;

pub(super) fn right_panel_ui(app: &mut App, ui: &mut Ui) {
    let colours = &theme::theme(ui.ctx()).ui;
    egui::Panel::right("inspector")
        .exact_size(268.0)
        .resizable(false)
        .frame(
            Frame::new()
                .fill(colour(colours.panel))
                .inner_margin(Margin::symmetric(0, 6)),
        )
        .show(ui, |ui| inspector_ui(app, ui));
}

pub(super) fn inspector_ui(app: &mut App, ui: &mut Ui) {
    let Some(mut form) = Form::of(app) else {
        return;
    };
    let selected = form.session.selection.selected().clone();
    ScrollArea::vertical()
        .id_salt(format!("{selected:?}"))
        .auto_shrink(false)
        .show(ui, |ui| {
            Frame::new()
                .inner_margin(Margin::symmetric(12, 6))
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 3.0;
                    form.begin(ui, &selected);
                    page_ui(ui, &mut form, &selected);
                });
        });
}

fn page_ui(ui: &mut Ui, form: &mut Form<'_>, selected: &Selected) {
    match selected {
        Selected::Bodies(bodies) => match bodies.as_slice() {
            [body] => body::body_ui(ui, form, body),
            several => several::several_ui(ui, form, several),
        },
        Selected::Link(link) => link::link_ui(ui, form, link),
        Selected::Row(at) => row::row_ui(ui, form, *at),
        Selected::Nothing => structure::structure_ui(ui, form),
    }
}
