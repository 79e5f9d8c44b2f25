//! "Find or run": one field that finds bodies and structures by name and runs any action.

use egui::{
    Align2, Area, Context, Frame, Id, Key, Margin, Modal, Modifiers, ScrollArea, TextEdit, Ui,
};

use super::action::Action;
use super::app::App;
use super::settings::{Choice, Settings};
use super::theme::strong;
use super::widgets::{high, icon_words, muted, muted_colour};
use crate::editor::{BodyRef, Hit, find, rank};
use crate::model::{StructureId, fold};

/// The field.
const FIELD: &str = "find or run";
/// The most bodies and structures that are listed.
const MOST_HITS: usize = 8;
/// The most actions that are listed.
const MOST_ACTIONS: usize = 10;

/// What is typed, and which answer is chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Palette {
    sought: String,
    chosen: usize,
    /// Its field has been shown, and has the keyboard.
    pub(super) seen: bool,
    /// Why the chosen action is not possible.
    why: Option<&'static str>,
}

/// One answer.
#[derive(Clone, Debug)]
enum Answer {
    Body(BodyRef, String),
    Structure(StructureId, String),
    Action(Action, Option<&'static str>),
    Look(Box<Choice>),
}

impl Answer {
    fn words(&self) -> String {
        match self {
            Self::Body(_, words) | Self::Structure(_, words) => words.clone(),
            Self::Action(action, _) => action.offer().words.to_owned(),
            Self::Look(choice) => choice.words.clone(),
        }
    }
}

/// Shows the palette while it is open.
pub(super) fn palette_ui(app: &mut App, ctx: &Context) {
    let Some(mut palette) = app.palette.take() else {
        return;
    };
    let answers = answers(app, &palette.sought);
    let area = Area::new(Id::new("palette")).anchor(Align2::CENTER_TOP, [0.0, 52.0]);
    let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(12));
    let modal = Modal::new(Id::new("palette"))
        .area(area)
        .frame(frame)
        .show(ctx, |ui| {
            let room = ctx.content_rect().width() - 48.0;
            ui.set_width(room.min(560.0));
            inside_ui(ui, &mut palette, &answers)
        });
    let chosen = modal.inner.is_some();
    if let Some(answer) = modal.inner {
        match answer {
            Answer::Action(_, Some(why)) => {
                palette.why = Some(why);
                app.palette = Some(palette);
            }
            Answer::Action(action, None) => app.queue.push(action),
            Answer::Body(body, _) => go(app, |session| session.go_to(&body)),
            Answer::Structure(id, _) => go(app, |session| session.show_structure(&id)),
            Answer::Look(choice) => app.look_so(ctx, choice.then),
        }
        ctx.request_repaint();
    } else if !modal.should_close() {
        app.palette = Some(palette);
    }
    if chosen && app.palette.is_none() {
        // A field that is gone must not keep the keys of the next act.
        ctx.memory_mut(|m| m.surrender_focus(Id::new(FIELD)));
    }
}

fn go(app: &mut App, how: impl FnOnce(&mut crate::editor::Session)) {
    if let Some(session) = &mut app.session {
        how(session);
    }
}

/// Bodies and structures first, then actions: the one with these very words, the others, and what
/// is not possible now last.
fn answers(app: &App, sought: &str) -> Vec<Answer> {
    let mut out = Vec::new();
    if let Some(session) = &app.session {
        let hits = find(session.project(), &session.structure, sought, MOST_HITS);
        out.extend(hits.into_iter().map(|hit| match hit {
            Hit::Body {
                body,
                name,
                structure,
            } => Answer::Body(body, format!("{name} ({structure})")),
            Hit::Structure { id, name } => Answer::Structure(id, format!("Show {name}")),
        }));
    }
    let folded = fold(sought);
    let mut actions: Vec<(bool, bool, usize, Action, Option<&'static str>)> = Action::ALL
        .into_iter()
        .filter(|action| *action != Action::Find)
        .filter_map(|action| {
            let why = action.refusal(app);
            let words = action.offer().words;
            // Who types the very words means that action and no longer one, possible or not.
            let other = fold(words.trim_end_matches('…')) != folded.trim_end_matches('…');
            let rank = rank(words, &folded)?;
            Some((other, why.is_some(), rank, action, why))
        })
        .collect();
    actions.sort_by_key(|(other, refused, rank, ..)| (*other, *refused, *rank));
    actions.truncate(MOST_ACTIONS);
    out.extend(
        actions
            .into_iter()
            .map(|(.., a, why)| Answer::Action(a, why)),
    );
    if !folded.is_empty() {
        out.extend(looks(app.settings, &folded));
    }
    out
}

/// Size of text, colours, movement: whatever answers, best first.
fn looks(settings: Settings, folded: &str) -> impl Iterator<Item = Answer> {
    let ranked = settings.choices().into_iter().filter_map(|choice| {
        let words = std::iter::once(&choice.words).chain(&choice.also);
        let rank = words.filter_map(|words| rank(words, folded)).min()?;
        Some((rank, choice))
    });
    let mut ranked: Vec<(usize, Choice)> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let choices = ranked.into_iter().map(|(_, choice)| choice);
    choices.map(|choice| Answer::Look(Box::new(choice)))
}

fn inside_ui(ui: &mut Ui, palette: &mut Palette, answers: &[Answer]) -> Option<Answer> {
    let (up, down, enter) = ui.input_mut(|i| {
        (
            i.consume_key(Modifiers::NONE, Key::ArrowUp),
            i.consume_key(Modifiers::NONE, Key::ArrowDown),
            i.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let id = Id::new(FIELD);
    let before = palette.sought.clone();
    let field = TextEdit::singleline(&mut palette.sought)
        .id(id)
        .desired_width(f32::INFINITY)
        .hint_text("A part of a name, or what you want to do");
    let response = ui.add(high(field));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label("Find or run"));
    response.request_focus();
    palette.seen = true;
    if palette.sought != before {
        (palette.chosen, palette.why) = (0, None);
        // The answers were found for what was typed before.
        ui.ctx().request_repaint();
        return None;
    }
    let last = answers.len().saturating_sub(1);
    if down {
        palette.chosen = (palette.chosen + 1).min(last);
    }
    if up {
        palette.chosen = palette.chosen.saturating_sub(1);
    }
    let moved = up || down;
    ui.add_space(6.0);
    let mut taken = None;
    // The box remembers how high it was with fewer answers; the list must not keep to that.
    let room = (ui.ctx().content_rect().height() - 180.0).max(120.0);
    ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(room)
        .show(ui, |ui| {
            for (at, answer) in answers.iter().enumerate() {
                if answer_ui(ui, answer, at == palette.chosen, moved) {
                    taken = Some(answer.clone());
                }
            }
        });
    if answers.is_empty() {
        muted(ui, "No body, structure or action has such a name.");
    }
    if let Some(why) = palette.why {
        ui.add_space(4.0);
        ui.label(strong(why, 13.0));
    }
    if enter {
        taken = answers.get(palette.chosen).cloned();
    }
    taken
}

/// A row; whether it was clicked.
fn answer_ui(ui: &mut Ui, answer: &Answer, chosen: bool, moved: bool) -> bool {
    let words = match answer {
        Answer::Action(action, _) => icon_words(action.offer().icon, &answer.words()),
        Answer::Body(..) => icon_words(egui_phosphor::regular::CROSSHAIR, &answer.words()),
        Answer::Structure(..) => icon_words(egui_phosphor::regular::TABS, &answer.words()),
        Answer::Look(choice) => icon_words(choice.icon, &choice.words),
    };
    let row = ui.horizontal(|ui| {
        ui.set_min_height(28.0);
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        let refused = matches!(answer, Answer::Action(_, Some(_)));
        let tone = muted_colour(ui);
        let mut text = egui::RichText::new(words);
        if refused {
            text = text.color(tone);
        }
        let response = ui.selectable_label(chosen, text);
        if let Answer::Action(action, why) = answer {
            let keys = action.offer().keys.first();
            let beside = why.map(str::to_owned);
            let beside = beside.or_else(|| keys.map(|k| ui.ctx().format_shortcut(k)));
            if let Some(beside) = beside {
                ui.add(egui::Label::new(egui::RichText::new(beside).size(12.0).color(tone)).wrap());
            }
        }
        response
    });
    if chosen && moved {
        row.inner.scroll_to_me(None);
    }
    row.inner.clicked()
}
