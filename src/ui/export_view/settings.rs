//! How what is exported is drawn: paper, arrangement, ink, what stands round the drawing. Only
//! settings that change something in one of the files are shown.

use std::ops::RangeInclusive;

use egui::{DragValue, TextEdit, Ui, WidgetInfo, WidgetType};

use super::choices::Choices;
use super::form::heading;
use super::kept::{ARRANGES, DOTS, FLOORS, INKS, ORIENTATIONS};
use crate::editor::Session;
use crate::publish::{Order, Setting, What, one_sheet};
use crate::scene::{Arrange, Options, Pages, Paper};
use crate::ui::widgets::{high, muted};

/// Sides of a sheet that can be asked for, in mm.
pub(super) const SIDES: RangeInclusive<u16> = 50..=2000;
/// What a sheet of another size begins with: the middle of a page of A4.
const OTHER: Paper = Paper::Custom(170, 120);

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

pub(super) fn settings_ui(ui: &mut Ui, choices: &mut Choices, session: &Session) {
    let means = |choices: &Choices, setting| choices.means(session, setting);
    if means(choices, Setting::Paper) {
        paper_ui(ui, &mut choices.options.paper);
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
    if means(choices, Setting::Floor) {
        row_ui(
            ui,
            &FLOORS,
            &mut choices.options.floor,
            "Least size of text",
        );
    }
    if means(choices, Setting::Ink) {
        row_ui(ui, &INKS, &mut choices.options.ink, "Ink");
    }
    if means(choices, Setting::Dpi) {
        let words: Vec<String> = DOTS.iter().map(ToString::to_string).collect();
        let words = words.iter().map(String::as_str);
        let dots: Vec<(u32, &str)> = DOTS.into_iter().zip(words).collect();
        row_ui(ui, &dots, &mut choices.dpi, "Dots per inch");
    }
    if means(choices, Setting::SvgText) {
        let ways = [
            (false, "As outlines: the same everywhere"),
            (true, "As text: can be searched and edited"),
        ];
        row_ui(ui, &ways, &mut choices.live, "Text of pictures");
    }
    surround_ui(ui, choices, session);
    if means(choices, Setting::Ink) {
        ui.add_space(8.0);
        let words = "Every body and every kind of line is drawn, whatever the window hides.";
        muted(ui, words);
    }
}

fn paper_ui(ui: &mut Ui, paper: &mut Paper) {
    let names = Paper::ALL.map(|paper| match paper {
        Paper::Fit => (paper, "Made to fit".to_owned()),
        Paper::Slide => (paper, "Slide 16:9".to_owned()),
        other => (other, other.name()),
    });
    let mut papers: Vec<(Paper, &str)> = names.iter().map(|(p, w)| (*p, w.as_str())).collect();
    let other = match *paper {
        Paper::Custom(..) => *paper,
        _ => OTHER,
    };
    papers.push((other, "Other size"));
    row_ui(ui, &papers, paper, "Paper");
    if let Paper::Custom(wide, high) = paper {
        ui.horizontal(|ui| {
            for (side, words) in [(wide, "Width in mm"), (high, "Height in mm")] {
                let label = ui.label(words);
                let field = DragValue::new(side).range(SIDES).speed(1.0);
                ui.add(field).labelled_by(label.id);
            }
        });
    }
}

/// Title, status, date, key, notes, foot.
fn surround_ui(ui: &mut Ui, choices: &mut Choices, session: &Session) {
    let settings = [
        Setting::Title,
        Setting::Status,
        Setting::Date,
        Setting::Legend,
        Setting::Notes,
        Setting::Footer,
    ];
    let shown = settings.map(|setting| choices.means(session, setting));
    if !shown.contains(&true) {
        return;
    }
    heading(ui, "Round the drawing");
    let [title, status, date, legend, notes, footer] = shown;
    let surround = &mut choices.options.surround;
    if title {
        ui.checkbox(&mut surround.title, "Title");
    }
    if status {
        status_ui(ui, choices, session);
    }
    let surround = &mut choices.options.surround;
    if date {
        ui.checkbox(&mut surround.date, "Date");
    }
    if legend {
        ui.checkbox(&mut surround.legend, "Key");
    }
    if notes {
        ui.checkbox(&mut surround.notes, "Notes");
    }
    if footer {
        let mut words = surround.footer.clone().unwrap_or_default();
        let hint = "Words at the foot of the page";
        if field_ui(ui, &mut words, "Foot of the page", hint) {
            surround.footer = Some(words).filter(|words| !words.is_empty());
        }
    }
}

/// The structure's own status, other words, or none.
fn status_ui(ui: &mut Ui, choices: &mut Choices, session: &Session) {
    let hint = printed_status(choices, session);
    let surround = &mut choices.options.surround;
    let none = Some(String::new());
    let mut on = surround.status != none;
    if ui.checkbox(&mut on, "Status").changed() {
        surround.status = if on { None } else { none };
    }
    if !on {
        return;
    }
    let mut words = surround.status.clone().unwrap_or_default();
    if field_ui(ui, &mut words, "Words of the status", &hint) {
        surround.status = Some(words).filter(|words| !words.is_empty());
    }
}

/// The status that is printed while no other words are given: that of the structure which the
/// files are about, the later one of two. Files with several have no words in common.
fn printed_status(choices: &Choices, session: &Session) -> String {
    let files = choices.files(session);
    let heeds = |order: &Order| order.format.heeds(Setting::Status, order.what.subject());
    let files = files.iter().filter(|file| heeds(&file.order));
    let mut stated = files.map(|file| {
        let about = match &file.order.what {
            What::Diagram(only) | What::Pack(only, None) => only,
            What::Compare(_, later) | What::Overlay(_, later) | What::Pack(_, Some(later)) => later,
            // Slides have their own words.
            _ => return None,
        };
        session.project().structure(about)?.head.status.clone()
    });
    let first = stated.next().flatten().unwrap_or_default();
    if stated.all(|other| other.as_deref() == Some(&first)) {
        first
    } else {
        String::new()
    }
}

/// A field with a name; whether its words were changed.
fn field_ui(ui: &mut Ui, words: &mut String, name: &str, hint: &str) -> bool {
    let field = TextEdit::singleline(words)
        .desired_width(f32::INFINITY)
        .hint_text(hint);
    let response = ui.add(high(field));
    let id = response.id;
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label(name));
    response.changed()
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
    if !means(Setting::Paper) && !means(Setting::Pages) {
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
