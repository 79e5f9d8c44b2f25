//! The words of the status bar on paper are a button: behind it stands how the view is drawn.

use egui::{Button, Popup, PopupCloseBehavior, Ui, WidgetInfo, WidgetType};
use egui_phosphor::regular as icon;

use super::action::Action;
use super::app::App;
use super::canvas::convert::colour;
use super::theme::{self, strong};
use super::widgets::{button, muted, named};
use super::work::PaperFacts;
use crate::editor::{CompareAs, PageSetup, View};
use crate::scene::{Paper, READABLE};

/// The choices, each with its actions and their words; a view shows those that it knows.
const CHOICES: [(&str, &[(Action, &str)]); 6] = [
    (
        "Arrangement",
        &[
            (Action::Either, "Automatic"),
            (Action::Plain, "Plain"),
            (Action::Zoned, "In zones"),
        ],
    ),
    (
        "Tiers",
        &[(Action::NoBands, "Not shown"), (Action::Bands, "As bands")],
    ),
    (
        "Siblings",
        &[
            (Action::AsTyped, "As in the outline"),
            (Action::FewCrossings, "Where lines cross least"),
        ],
    ),
    ("Paper", &[(Action::A4, "A4"), (Action::A3, "A3")]),
    (
        "Orientation",
        &[
            (Action::AnyWay, "Automatic"),
            (Action::Landscape, "Landscape"),
            (Action::Portrait, "Portrait"),
        ],
    ),
    (
        "Bodies",
        &[
            (Action::SharedPlaces, "In the same places"),
            (Action::OwnPlaces, "Each by itself"),
        ],
    ),
];

/// How the view prints, on a button that opens the choices.
pub(super) fn page_choice_ui(app: &mut App, ui: &mut Ui) {
    let Some(session) = &app.session else { return };
    let page = session.page_key();
    // How another page printed says nothing of this one, nor does that of another file.
    let key = session.view_key().on_paper();
    let file = session.document.revision().document;
    let known = app.paper.as_ref();
    let known = known.filter(|(known, _)| {
        known.page == page && known.view == key && known.revision.document == file
    });
    let facts = known.and_then(|(_, facts)| *facts);
    let words = words(page, facts, session.zoned && session.view == View::Draw);
    let small = facts
        .and_then(|f| f.smallest)
        .is_some_and(|pt| pt < READABLE);
    let mut text = egui::RichText::new(&words);
    if small {
        text = text.color(colour(theme::theme(ui.ctx()).ui.warning));
    }
    let view = session.view;
    let opened = session.opened_here();
    // A tooltip would be a popup of its own, and close the choice as it opens.
    let response = named(ui.add(Button::new(text)), &words);
    let shown = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(6.0)
        .show(|ui| {
            ui.set_width(300.0);
            ui.spacing_mut().interact_size.y = 24.0;
            // What comes and goes stands at the top: the rest does not move under the pointer.
            if view == View::Draw {
                if small && page.paper == Paper::A4 {
                    larger_ui(ui, facts, &mut app.queue);
                }
                if opened > 0 {
                    opened_ui(ui, opened, &mut app.queue);
                }
            }
            let side_by_side = session.compare_as == CompareAs::SideBySide;
            if view == View::Draw || side_by_side {
                choices_ui(ui, view, page, &mut app.queue);
            }
            if view == View::Compare && !side_by_side {
                muted(ui, "It is drawn for A4; Export offers other paper.");
            } else if view == View::Compare {
                muted(ui, OWN_PLACES);
                muted(ui, "It is drawn for A4; Export offers other paper.");
            }
        });
    app.page_choice_open = shown.is_some() && view == View::Draw;
    if let Some(shown) = shown {
        // It stands on its lower edge, from which it learns its height a frame late.
        let (id, height) = (
            shown.response.id.with("height"),
            shown.response.rect.height(),
        );
        if ui.data(|d| d.get_temp(id)) != Some(height) {
            ui.data_mut(|d| d.insert_temp(id, height));
            ui.ctx().request_repaint();
        }
    }
}

/// "A4 landscape, in zones: smallest text 9.6 pt".
fn words(page: PageSetup, facts: Option<PaperFacts>, zoned: bool) -> String {
    let paper = if page.paper == Paper::A3 { "A3" } else { "A4" };
    let Some(facts) = facts else {
        return format!("{paper}: being laid out");
    };
    let way = if facts.landscape {
        "landscape"
    } else {
        "portrait"
    };
    let zones = if zoned { ", in zones" } else { "" };
    match facts.smallest {
        Some(pt) if pt < READABLE => {
            format!("{paper} {way}{zones}: smallest text {pt:.1} pt, under 9")
        }
        Some(pt) => format!("{paper} {way}{zones}: smallest text {pt:.1} pt"),
        None => format!("{paper} {way}{zones}"),
    }
}

/// "In zones" as "in zones"; "A4" stays.
fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    match chars.next() {
        Some(first) if words.len() > 2 => first.to_lowercase().chain(chars).collect(),
        _ => words.to_owned(),
    }
}

/// What the second choice of a comparison means.
const OWN_PLACES: &str =
    "Each by itself leaves no empty places: it may print larger, but a body moves a little.";

fn choices_ui(ui: &mut Ui, view: View, page: PageSetup, queue: &mut Vec<Action>) {
    let of_view = |choices: &[(Action, &str)]| choices.iter().all(|(a, _)| a.page_view() == view);
    for (title, choices) in CHOICES.iter().filter(|(_, choices)| of_view(choices)) {
        ui.label(strong(*title, 13.0));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            for (action, words) in *choices {
                let chosen = action.page(page) == Some(page);
                let response = ui.radio(chosen, *words);
                response.widget_info(|| {
                    let name = format!("{title}: {}", lower_first(words));
                    WidgetInfo::selected(WidgetType::RadioButton, true, chosen, name)
                });
                if response.clicked() && !chosen {
                    queue.push(*action);
                }
            }
        });
        ui.add_space(4.0);
    }
}

/// Small text on A4: what A3 would print.
fn larger_ui(ui: &mut Ui, facts: Option<PaperFacts>, queue: &mut Vec<Action>) {
    muted(ui, "Text under 9 pt is hard to read on paper.");
    let on_a3 = facts.and_then(|f| f.on_a3);
    let words = on_a3.map_or_else(
        || "A3 is being laid out.".to_owned(),
        |pt| format!("On A3 the smallest is {pt:.1} pt."),
    );
    muted(ui, &words);
    if button(ui, icon::FILE, "Use A3").clicked() {
        queue.push(Action::A3);
    }
    ui.separator();
}

/// Lines that were opened, and the way back.
fn opened_ui(ui: &mut Ui, opened: usize, queue: &mut Vec<Action>) {
    let words = if opened == 1 {
        "One line with words is drawn as single lines.".to_owned()
    } else {
        format!("{opened} lines with words are drawn as single lines.")
    };
    muted(ui, &words);
    if button(ui, icon::ARROWS_MERGE, "Gather again").clicked() {
        queue.push(Action::GatherLines);
    }
    ui.separator();
}
