//! The column of choices: what, in which formats, how it is drawn. It follows the lists of formats
//! and of things to be exported, so that a new one shows by itself.

use egui::{CollapsingHeader, Ui, WidgetInfo, WidgetType};

use super::choices::{Choices, all, same};
use super::settings::settings_ui;
use crate::editor::Session;
use crate::publish::{Format, Subject, What};
use crate::ui::theme::strong;
use crate::ui::widgets::{muted, muted_colour};

/// All choices, one under the other.
pub(super) fn form_ui(ui: &mut Ui, choices: &mut Choices, session: &Session) {
    ui.spacing_mut().interact_size.y = 24.0;
    // A choice is a row of 24, as in every list: the next one follows at once.
    ui.spacing_mut().item_spacing.y = 0.0;
    if ui
        .checkbox(&mut choices.batch, "Several files at once, into one folder")
        .changed()
        && !choices.batch
    {
        choices.what.truncate(1);
        choices.formats.truncate(1);
    }
    what_ui(ui, choices, session);
    formats_ui(ui, choices);
    settings_ui(ui, choices, session);
}

/// Words over a group of choices.
pub(super) fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(10.0);
    ui.label(strong(words, 13.0));
    ui.add_space(2.0);
}

/// A choice: one of several, or several of several; whether it was clicked.
fn choice_ui(ui: &mut Ui, batch: bool, on: bool, words: &str) -> bool {
    if batch {
        let mut on = on;
        ui.checkbox(&mut on, words).changed()
    } else {
        ui.radio(on, words).clicked() && !on
    }
}

fn what_ui(ui: &mut Ui, choices: &mut Choices, session: &Session) {
    let all = all(session);
    let things: Vec<What> = all.iter().map(|(what, _)| what.clone()).collect();
    let group = |subject: Subject| match (subject.is_drawn(), subject.has_pictures()) {
        (true, _) => "Drawing",
        (false, true) => "Everything together",
        (false, false) => "Words and tables",
    };
    for title in ["Drawing", "Everything together", "Words and tables"] {
        heading(ui, title);
        for (what, words) in all
            .iter()
            .filter(|(what, _)| group(what.subject()) == title)
        {
            let on = choices.what.contains(what);
            if choice_ui(ui, choices.batch, on, words) {
                choices.tick_what(what, &things);
            }
        }
    }
}

fn formats_ui(ui: &mut Ui, choices: &mut Choices) {
    heading(ui, "Format");
    let why = |format: Format, what: &[What]| {
        let misfits = what.iter().map(|what| format.holds(what.subject()));
        misfits.collect::<Result<Vec<()>, _>>().err()
    };
    let what = if choices.batch {
        choices.what.clone()
    } else {
        choices.what.iter().take(1).cloned().collect()
    };
    // In a batch a format is of use where it holds any of it.
    let of_use = |format: Format| {
        let mut what = what.iter();
        what.any(|what| format.holds(what.subject()).is_ok())
    };
    let (usual, rest): (Vec<Format>, Vec<Format>) = Format::ALL
        .into_iter()
        .partition(|format| of_use(*format) && !format.is_chart());
    for format in usual {
        format_ui(ui, choices, format);
    }
    if rest.is_empty() {
        return;
    }
    let chosen = rest.iter().any(|format| is_on(choices, *format));
    CollapsingHeader::new("More formats")
        .default_open(chosen)
        .show(ui, |ui| {
            for format in rest {
                if of_use(format) {
                    format_ui(ui, choices, format);
                } else if let Some(misfit) = why(format, &what) {
                    refused_ui(ui, format, &misfit.to_string());
                }
            }
        });
}

fn is_on(choices: &Choices, format: Format) -> bool {
    if choices.batch {
        choices.formats.iter().any(|other| same(*other, format))
    } else {
        same(choices.format(), format)
    }
}

fn format_ui(ui: &mut Ui, choices: &mut Choices, format: Format) {
    if choice_ui(ui, choices.batch, is_on(choices, format), format.name()) {
        choices.tick_format(format);
    }
}

/// A format that cannot hold it, and why.
fn refused_ui(ui: &mut Ui, format: Format, why: &str) {
    let tone = muted_colour(ui);
    let words = egui::RichText::new(format.name()).color(tone);
    let response = ui.add_enabled(false, egui::Button::new(words).frame(false));
    response.widget_info(|| {
        WidgetInfo::labeled(
            WidgetType::Button,
            false,
            format!("{}. {why}", format.name()),
        )
    });
    muted(ui, why);
}
