//! The column of choices: what, in which formats, how it is drawn. It follows the lists of formats
//! and of things to be exported, so that a new one shows by itself.

use egui::{CollapsingHeader, Ui, WidgetInfo, WidgetType};

use super::choices::{Choices, all, same};
use super::kept::{ARRANGES, DOTS, INKS, ORIENTATIONS};
use crate::editor::Session;
use crate::publish::{Format, Setting, What, one_sheet};
use crate::scene::{Arrange, Options, Pages, Paper};
use crate::ui::theme::strong;
use crate::ui::widgets::{muted, muted_colour};

/// All choices, one under the other.
pub(super) fn form_ui(ui: &mut Ui, choices: &mut Choices, session: &Session) {
    ui.spacing_mut().interact_size.y = 24.0;
    ui.spacing_mut().item_spacing.y = 4.0;
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
fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(8.0);
    ui.label(strong(words, 13.0));
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
    for (drawn, words) in [(true, "Drawing"), (false, "Words and tables")] {
        heading(ui, words);
        for (what, words) in &all {
            if what.subject().is_drawn() == drawn {
                let on = choices.what.contains(what);
                if choice_ui(ui, choices.batch, on, words) {
                    choices.tick_what(what, &things);
                }
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

/// One of several values, in a row that goes on where it has no room.
fn row_ui<T: Copy + PartialEq>(ui: &mut Ui, all: &[(T, &str)], value: &mut T, title: &str) {
    heading(ui, title);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for (one, words) in all {
            let on = *value == *one;
            let response = ui.radio(on, *words);
            response.widget_info(|| {
                let name = format!("{title}: {words}");
                WidgetInfo::selected(WidgetType::RadioButton, true, on, name)
            });
            if response.clicked() {
                *value = *one;
            }
        }
    });
}

fn settings_ui(ui: &mut Ui, choices: &mut Choices, session: &Session) {
    let means = |choices: &Choices, setting| choices.means(session, setting);
    if means(choices, Setting::Paper) {
        let papers = Paper::ALL.map(|paper| (paper, paper_words(paper)));
        row_ui(ui, &papers, &mut choices.options.paper, "Paper");
    }
    if means(choices, Setting::Orientation) {
        let orientation = &mut choices.options.orientation;
        row_ui(ui, &ORIENTATIONS, orientation, "Orientation");
    }
    if means(choices, Setting::Arrange) {
        let before = choices.options.arrange;
        row_ui(ui, &ARRANGES, &mut choices.options.arrange, "Arrangement");
        if before != choices.options.arrange && choices.options.arrange != Arrange::Plain {
            choices.options.tiers = false;
        }
    }
    pages_ui(ui, choices, session);
    if means(choices, Setting::Ink) {
        row_ui(ui, &INKS, &mut choices.options.ink, "Ink");
    }
    if means(choices, Setting::Dpi) {
        let words: Vec<String> = DOTS.iter().map(ToString::to_string).collect();
        let dots: Vec<(u32, &str)> = DOTS
            .into_iter()
            .zip(words.iter().map(String::as_str))
            .collect();
        row_ui(ui, &dots, &mut choices.dpi, "Dots per inch");
    }
    if means(choices, Setting::SvgText) {
        let ways = [
            (false, "As outlines: the same everywhere"),
            (true, "As text: can be searched and edited"),
        ];
        row_ui(ui, &ways, &mut choices.live, "Text of pictures");
    }
    if means(choices, Setting::Ink) {
        ui.add_space(8.0);
        let words = "Every body and every kind of line is drawn, whatever the window hides.";
        muted(ui, words);
    }
}

/// On one page or on several; where it must be one, why.
fn pages_ui(ui: &mut Ui, choices: &mut Choices, session: &Session) {
    // Whether it can be cut is asked of every file as if it were to be.
    let options = Options {
        pages: Pages::Several,
        ..choices.options.clone()
    };
    let files = choices.files(session);
    let means = |setting: Setting| {
        let mut orders = files.iter().map(|file| &file.order);
        orders.any(|o| setting.means(o.format, o.what.subject(), &options))
    };
    if !means(Setting::Paper) {
        return;
    }
    heading(ui, "Pages");
    if means(Setting::Pages) {
        let mut several = choices.options.pages == Pages::Several;
        let words = "Several, where the text would be too small on one";
        if ui.checkbox(&mut several, words).changed() {
            choices.options.pages = if several { Pages::Several } else { Pages::One };
        }
        return;
    }
    let subject = files.first().map(|file| file.order.what.subject());
    if let Some(why) = subject.and_then(|subject| one_sheet(subject, &options)) {
        muted(ui, &format!("{why}."));
    }
}

fn paper_words(paper: Paper) -> &'static str {
    match paper {
        Paper::Fit => "Made to fit",
        other => other.name(),
    }
}
