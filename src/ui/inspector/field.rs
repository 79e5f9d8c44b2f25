//! Fields that write through: every keystroke is a command, one visit of a field is one undo
//! step, Escape takes the visit back. What cannot be taken stays in the field with a sentence.

use egui::text::{CCursor, CCursorRange};
use egui::{Context, EventFilter, Frame, Id, Key, Margin, Modifiers, Rect, Response, RichText};
use egui::{Stroke, StrokeKind, TextEdit, Ui, Vec2};

use super::super::canvas::convert::colour;
use super::super::theme;
use super::super::widgets::{clipped, muted};
use crate::editor::Session;
use crate::model::Command;

/// What a blank field says.
pub(crate) const NOT_STATED: &str = "Not stated";

/// A field and whose it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'a> {
    /// What it is called.
    pub(crate) label: &'a str,
    /// The record it belongs to: the same field of another record is another field.
    pub(super) of: &'a str,
    /// Rows of text; 1 for a single line.
    pub(super) rows: usize,
    /// What it says while it is blank.
    pub(super) blank: &'a str,
    /// What it says is typed over: nobody has said it.
    pub(super) over: bool,
}

impl<'a> Field<'a> {
    /// A single line.
    pub(crate) fn line(label: &'a str, of: &'a str) -> Self {
        Self {
            label,
            of,
            rows: 1,
            blank: NOT_STATED,
            over: false,
        }
    }

    /// Several lines.
    pub(super) fn lines(label: &'a str, of: &'a str) -> Self {
        Self {
            rows: 2,
            ..Self::line(label, of)
        }
    }

    /// With words that are typed over, if so wished.
    pub(crate) fn over(self, over: bool) -> Self {
        Self { over, ..self }
    }

    /// With room for so many rows.
    pub(super) fn rows(self, rows: usize) -> Self {
        Self { rows, ..self }
    }

    /// With other words while it is blank.
    pub(super) fn blank(self, blank: &'a str) -> Self {
        Self { blank, ..self }
    }

    fn id(self) -> Id {
        Id::new(("field", self.of, self.label))
    }
}

/// The field that has the keyboard, and texts that were refused.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    visited: Option<Typed>,
    /// Left with a text that could not be taken; it stays until it is corrected or given up.
    refused: Vec<Typed>,
}

/// What was typed in a field.
#[derive(Clone, Debug)]
struct Typed {
    id: Id,
    text: String,
    refusal: Option<String>,
}

impl Fields {
    /// Ends a visit whose field is no longer there or has lost the keyboard.
    pub(crate) fn settle(&mut self, ctx: &Context, session: &mut Session) {
        let focused = ctx.memory(|m| m.focused());
        if self.visited.as_ref().is_some_and(|v| Some(v.id) != focused) {
            self.leave(session);
        }
    }

    fn found(&self, id: Id) -> Option<&Typed> {
        let visited = self.visited.iter().chain(&self.refused);
        visited.into_iter().find(|typed| typed.id == id)
    }

    /// Whether this is the field being visited: the next one may have been entered before this
    /// one hears that it was left.
    fn visits(&self, id: Id) -> bool {
        self.visited
            .as_ref()
            .is_some_and(|visited| visited.id == id)
    }

    fn enter(&mut self, id: Id, text: &str, session: &mut Session) {
        self.leave(session);
        let refused = self.refused.iter().position(|typed| typed.id == id);
        self.visited = Some(match refused {
            Some(at) => self.refused.remove(at),
            None => Typed {
                id,
                text: text.to_owned(),
                refusal: None,
            },
        });
    }

    fn typed(&mut self, text: String, command: Result<Command, String>, session: &mut Session) {
        session.document.begin_gesture();
        let refusal = command.and_then(|command| match session.apply(command) {
            Some(_) => Ok(()),
            None => Err(session
                .refused
                .take()
                .map_or_else(String::new, |refusal| refusal.to_string())),
        });
        if let Some(visited) = &mut self.visited {
            visited.text = text;
            visited.refusal = refusal.err();
        }
    }

    fn leave(&mut self, session: &mut Session) {
        if let Some(visited) = self.visited.take() {
            session.document.commit_gesture(None);
            if visited.refusal.is_some() {
                self.refused.push(visited);
            }
        }
    }

    fn give_up(&mut self, session: &mut Session) {
        if self.visited.take().is_some() {
            session.bail();
        }
    }
}

/// A label, a field below it, and the sentence when its text cannot be taken.
pub(crate) fn field_ui(
    ui: &mut Ui,
    session: &mut Session,
    fields: &mut Fields,
    field: Field<'_>,
    value: &str,
    change: impl FnOnce(&str) -> Result<Command, String>,
) {
    let id = field.id();
    muted(ui, field.label);
    let mut text = fields
        .found(id)
        .map_or_else(|| value.to_owned(), |typed| typed.text.clone());
    let response = edit_ui(ui, field, id, &mut text);
    if response.gained_focus() {
        fields.enter(id, &text, session);
    }
    if response.changed() {
        let command = change(&text);
        fields.typed(text, command, session);
    }
    if response.has_focus() && taken(ui, Key::Escape) {
        fields.give_up(session);
        response.surrender_focus();
    } else if response.lost_focus() && fields.visits(id) {
        fields.leave(session);
    }
    if let Some(sentence) = fields.found(id).and_then(|typed| typed.refusal.clone()) {
        sentence_ui(ui, &sentence);
    }
    ui.add_space(5.0);
}

/// How a visit of a field in a table has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Visit {
    /// The keyboard is elsewhere.
    Left,
    /// By Enter or Escape: the keyboard goes back to the cell.
    Done,
    /// By Tab: it goes on to the next cell.
    Next,
}

/// The same field in a box of its own, without a label, as in the cell of a table. It has the
/// keyboard from the beginning; gives how the visit has ended, once it has.
pub(crate) fn field_in_ui(
    ui: &mut Ui,
    session: &mut Session,
    fields: &mut Fields,
    (field, area): (Field<'_>, Rect),
    value: &str,
    change: impl FnOnce(&str) -> Result<Command, String>,
) -> Option<Visit> {
    let id = field.id();
    if !fields.visits(id) {
        fields.enter(id, value, session);
        ui.memory_mut(|m| m.request_focus(id));
        let end = CCursor::new(value.chars().count());
        let start = if field.over { CCursor::new(0) } else { end };
        let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
        state
            .cursor
            .set_char_range(Some(CCursorRange::two(start, end)));
        TextEdit::store_state(ui.ctx(), id, state);
    }
    let known = fields.found(id).map(|typed| typed.text.clone());
    let mut text = known.unwrap_or_else(|| value.to_owned());
    let done = taken(ui, Key::Enter);
    let next = !done && taken(ui, Key::Tab);
    let given_up = taken(ui, Key::Escape);
    let colours = &theme::theme(ui.ctx()).ui;
    let edit = TextEdit::multiline(&mut text)
        .id(id)
        .desired_rows(1)
        .desired_width(area.width())
        .hint_text(field.blank)
        .return_key(None)
        .background_color(colour(colours.panel))
        .frame(
            Frame::new()
                .fill(colour(colours.panel))
                .inner_margin(Margin::symmetric(8, 6)),
        )
        .min_size(area.size())
        .event_filter(keeps_escape());
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt(id));
    let response = child.add(edit);
    edge_ui(ui, response.rect, false, true);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(field.label);
    });
    if response.changed() {
        let command = change(&text);
        fields.typed(text, command, session);
    }
    if let Some(sentence) = fields.found(id).and_then(|typed| typed.refusal.clone()) {
        let below = Rect::from_min_size(response.rect.left_bottom(), Vec2::new(area.width(), 40.0));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(below).id_salt((id, "why")));
        sentence_ui(&mut child, &sentence);
    }
    let lost = response.lost_focus() || (!response.has_focus() && !response.gained_focus());
    let ended = if given_up {
        fields.give_up(session);
        Visit::Done
    } else if done {
        fields.leave(session);
        Visit::Done
    } else if next {
        fields.leave(session);
        Visit::Next
    } else if lost && ui.memory(|m| m.focused()) != Some(id) {
        fields.leave(session);
        Visit::Left
    } else {
        return None;
    };
    response.surrender_focus();
    Some(ended)
}

fn edit_ui(ui: &mut Ui, field: Field<'_>, id: Id, text: &mut String) -> Response {
    let edit = if field.rows > 1 {
        TextEdit::multiline(text).desired_rows(field.rows)
    } else {
        TextEdit::singleline(text)
    };
    let edit = edit
        .id(id)
        .hint_text(field.blank)
        .desired_width(f32::INFINITY)
        .frame(Frame::new().inner_margin(Margin::symmetric(8, 5)))
        .event_filter(keeps_escape());
    let response = ui.add(edit);
    let blank = text.is_empty() && !response.has_focus();
    edge_ui(ui, response.rect, blank, response.has_focus());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(field.label);
    });
    response
}

/// Escape belongs to the field: it ends the visit and nothing else.
pub(crate) fn keeps_escape() -> EventFilter {
    EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        tab: false,
    }
}

/// Whether a key was pressed; nobody else sees it.
pub(crate) fn taken(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|i| i.consume_key(Modifiers::NONE, key))
}

/// The edge of a field: dashed while nothing is stated, strong with the keyboard.
pub(crate) fn edge_ui(ui: &Ui, rect: Rect, blank: bool, focused: bool) {
    let colours = &theme::theme(ui.ctx()).ui;
    let rect = rect.shrink(0.5);
    if blank {
        let corners = [
            rect.left_top(),
            rect.right_top(),
            rect.right_bottom(),
            rect.left_bottom(),
            rect.left_top(),
        ];
        let stroke = Stroke::new(1.0, colour(colours.control));
        let dashes = egui::Shape::dashed_line(&corners, stroke, 4.0, 3.0);
        ui.painter().extend(dashes);
        return;
    }
    let (width, tone) = if focused {
        (2.5, colours.focus)
    } else {
        (1.0, colours.control)
    };
    let stroke = Stroke::new(width, colour(tone));
    ui.painter()
        .rect_stroke(rect, 4.0, stroke, StrokeKind::Middle);
}

/// A sentence that says why something cannot be.
pub(crate) fn sentence_ui(ui: &mut Ui, sentence: &str) {
    let tone = colour(theme::theme(ui.ctx()).ui.danger);
    ui.add(clipped(
        ui,
        RichText::new(sentence).size(12.0).color(tone),
        6,
    ));
}

/// A choice from a list, with a label above it; `shown` is what is chosen now.
pub(super) fn choice_ui<T>(
    ui: &mut Ui,
    field: Field<'_>,
    shown: Option<&str>,
    options: impl FnOnce() -> Vec<(String, T)>,
) -> Option<T> {
    muted(ui, field.label);
    let mut chosen = None;
    let words = shown.unwrap_or(field.blank);
    let tone = match shown {
        Some(_) => ui.visuals().text_color(),
        None => ui.visuals().weak_text_color(),
    };
    let response = ui
        .scope(|ui| {
            if shown.is_none() {
                ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::NONE;
            }
            egui::ComboBox::from_id_salt(field.id())
                .selected_text(RichText::new(words).color(tone))
                .width(ui.available_width())
                .truncate()
                .show_ui(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                    ui.set_max_width(360.0);
                    for (words, value) in options() {
                        let on = shown == Some(words.as_str());
                        if ui.selectable_label(on, words).clicked() {
                            chosen = Some(value);
                        }
                    }
                })
                .response
        })
        .inner;
    if shown.is_none() && !response.has_focus() {
        edge_ui(ui, response.rect, true, false);
    }
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(field.label);
        node.set_value(words);
    });
    if shown.is_some_and(|words| ui.available_width() < 8.0 * words.len() as f32) {
        response.on_hover_text(words);
    }
    ui.add_space(5.0);
    chosen
}

/// Two fields side by side.
pub(super) fn pair(ui: &mut Ui, both: impl FnOnce(&mut Ui, &mut Ui)) {
    ui.spacing_mut().item_spacing.x = 8.0;
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            left.spacing_mut().item_spacing = Vec2::new(8.0, 3.0);
            right.spacing_mut().item_spacing = Vec2::new(8.0, 3.0);
            both(left, right);
        }
    });
}
