//! Naming rows in place. Every keystroke is a command; the visit of a field is one undo step.
//!
//! A new row makes its body anew with every keystroke: an id comes from the whole first name,
//! and what is typed is in the project, and so in the recovery copy, at once.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Context, Event, EventFilter, Frame, Id, Key, Margin, Rect, TextEdit, Ui};

use super::super::inspector::sentence_ui;
use super::super::theme::{self};
use super::state::OutlineState;
use crate::editor::{BodyRef, Rows, Session, Spot, unnamed};
use crate::model::{Body, BodyCommand, BodyId, Word};

/// The field in which a row is named.
pub(super) fn field_id() -> Id {
    Id::new("outline name")
}

/// A row that is being named.
#[derive(Debug)]
pub(super) struct Naming {
    pub(super) what: Named,
    text: String,
    /// The last text that could be taken.
    good: String,
    /// Why the text cannot be taken.
    refusal: Option<String>,
    /// The row to return to when it is given up.
    back: Option<BodyId>,
}

/// What is being named.
#[derive(Debug)]
pub(super) enum Named {
    /// A body that is there.
    Body(BodyId),
    /// A new row, and the body that it makes as soon as there is a name.
    Draft(Spot, Option<BodyId>),
}

impl Naming {
    /// The row that the field stands in.
    pub(super) fn row(&self) -> BodyId {
        match &self.what {
            Named::Body(body) | Named::Draft(_, Some(body)) => body.clone(),
            Named::Draft(_, None) => unnamed(),
        }
    }

    /// Whether the row was opened for a new body.
    pub(super) fn is_new(&self) -> bool {
        matches!(self.what, Named::Draft(..))
    }

    /// The spot of a row that has no body yet.
    pub(super) fn draft(&self) -> Option<&Spot> {
        match &self.what {
            Named::Draft(spot, None) => Some(spot),
            _ => None,
        }
    }
}

/// A key that ends the typing of a name, or moves the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKey {
    Enter,
    Escape,
    In,
    Out,
}

impl OutlineState {
    /// Begins to name a body that is there.
    pub(super) fn rename(&mut self, ctx: &Context, session: &mut Session, body: &Body) {
        session.document.begin_gesture();
        self.cursor = Some(body.id.clone());
        self.name(ctx, Named::Body(body.id.clone()), &body.name);
    }

    /// Opens a new row.
    pub(super) fn draft(&mut self, ctx: &Context, spot: Spot) {
        self.name(ctx, Named::Draft(spot, None), "");
    }

    fn name(&mut self, ctx: &Context, what: Named, text: &str) {
        let mut state = TextEditState::default();
        let end = CCursor::new(text.chars().count());
        let all = CCursorRange::two(CCursor::new(0), end);
        state.cursor.set_char_range(Some(all));
        state.store(ctx, field_id());
        self.focus = Some(field_id());
        self.naming = Some(Naming {
            what,
            text: text.to_owned(),
            good: text.to_owned(),
            refusal: None,
            back: self.cursor.clone(),
        });
        self.entered = true;
        self.reveal = true;
    }

    /// A field for the first body, which waits without taking the keyboard.
    pub(super) fn wait_for_first(&mut self) {
        self.naming = Some(Naming {
            what: Named::Draft(Spot::default(), None),
            text: String::new(),
            good: String::new(),
            refusal: None,
            back: None,
        });
    }

    /// Ends the typing when its field has lost the keyboard: what was typed stays.
    pub(crate) fn settle(&mut self, ctx: &Context, session: &mut Session) {
        let waits = self.focus.is_some();
        if self.naming.is_some() && !waits && ctx.memory(|m| m.focused()) != Some(field_id()) {
            self.naming = None;
            session.document.commit_gesture(None);
        }
    }

    /// Takes the first key that ends or moves the row out of this frame, and all that comes
    /// after it: those are for the next row.
    pub(super) fn take_key(&mut self, ctx: &Context) -> Option<NameKey> {
        self.naming.as_ref()?;
        if ctx.memory(|m| m.focused()) != Some(field_id()) {
            self.ahead.clear();
            return None;
        }
        let ahead = std::mem::take(&mut self.ahead);
        ctx.input_mut(|i| {
            i.events.splice(0..0, ahead);
            let found = i.events.iter().enumerate();
            let (at, key) = found
                .filter_map(|(at, event)| Some((at, name_key(event)?)))
                .next()?;
            self.ahead = i.events.split_off(at + 1);
            i.events.pop();
            Some(key)
        })
    }

    /// Does what the key says, after the field has taken the text before it.
    pub(super) fn perform_key(
        &mut self,
        ctx: &Context,
        session: &mut Session,
        key: NameKey,
    ) -> Option<()> {
        let naming = self.naming.as_ref()?;
        let blank = naming.text.trim().is_empty();
        match key {
            NameKey::Escape => self.give_up(ctx, session),
            NameKey::Enter if matches!(naming.what, Named::Draft(..)) && blank => {
                self.give_up(ctx, session);
            }
            NameKey::Enter if naming.refusal.is_some() => {}
            NameKey::Enter => {
                let body = naming.row();
                session.document.commit_gesture(None);
                self.cursor = Some(body.clone());
                // After a new row comes the next one; a row that was renamed is done.
                if matches!(naming.what, Named::Body(_)) {
                    let row = BodyRef::new(&session.structure, &body);
                    self.focus = Some(super::state::row_id(&row));
                    self.naming = None;
                } else {
                    let next = Rows::of(session.shown()?).next(&body);
                    self.draft(ctx, next);
                }
            }
            NameKey::In | NameKey::Out => self.shift(session, key == NameKey::In)?,
        }
        ctx.request_repaint();
        Some(())
    }

    fn give_up(&mut self, ctx: &Context, session: &mut Session) {
        session.bail();
        self.ahead.clear();
        let Some(naming) = self.naming.take() else {
            return;
        };
        self.cursor = naming.back;
        match &self.cursor {
            Some(body) => {
                let body = BodyRef::new(&session.structure, body);
                self.focus = Some(super::state::row_id(&body));
                session.selection.choose(body);
            }
            None => ctx.memory_mut(|m| m.surrender_focus(field_id())),
        }
    }

    /// One level in or out, whether the row has a body yet or not.
    fn shift(&mut self, session: &mut Session, inwards: bool) -> Option<()> {
        let naming = self.naming.as_mut()?;
        let structure = session.shown()?;
        let tried = naming.draft().map(|spot| spot.tried(structure));
        let rows = Rows::of(tried.as_ref().unwrap_or(structure));
        let row = naming.row();
        let spot = if inwards {
            rows.inwards(&row)
        } else {
            rows.outwards(&row)
        }?;
        match &mut naming.what {
            Named::Body(body) => {
                let command = rows.move_to(structure, body, &spot)?;
                session.apply(command);
            }
            Named::Draft(at, _) => {
                *at = spot;
                naming.write(session);
            }
        }
        self.reveal = true;
        Some(())
    }
}

impl Naming {
    /// The field in its row; gives whether it has just lost the keyboard.
    pub(super) fn field_ui(&mut self, ui: &mut Ui, rect: Rect, session: &mut Session) -> bool {
        let edit = TextEdit::singleline(&mut self.text)
            .id(field_id())
            .hint_text("Name, Enter for the next")
            .margin(Margin::symmetric(4, 2))
            .desired_width(rect.width())
            .frame(Frame::new().inner_margin(Margin::symmetric(4, 3)))
            .event_filter(EventFilter {
                tab: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            });
        let response = ui.put(rect, edit);
        let focused = response.has_focus();
        super::super::inspector::edge_ui(ui, rect, !focused, focused);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label("Name of the body");
        });
        if response.changed() {
            self.write(session);
        }
        if let Some(sentence) = &self.refusal {
            let below = rect.left_bottom() + egui::vec2(0.0, 2.0);
            told_ui(ui, below, rect.width(), sentence);
        }
        response.lost_focus()
    }

    /// Puts the text into the project.
    fn write(&mut self, session: &mut Session) {
        self.refusal = None;
        match &mut self.what {
            Named::Body(body) => {
                session.document.begin_gesture();
                let which = BodyRef::new(&session.structure, body);
                session.apply(session.naming(&which, &self.text));
            }
            Named::Draft(spot, body) => {
                session.bail();
                *body = None;
                if !self.text.trim().is_empty() {
                    session.document.begin_gesture();
                    *body = make(session, spot, &self.text);
                    if body.is_none() {
                        let refusal = session.refused.take();
                        *body = make(session, spot, &self.good);
                        session.refused = refusal;
                    }
                }
            }
        }
        self.refusal = session.refused.take().map(|r| r.to_string());
        if self.refusal.is_none() {
            self.good.clone_from(&self.text);
        }
    }
}

/// Makes the body of a new row and selects it.
fn make(session: &mut Session, spot: &Spot, name: &str) -> Option<BodyId> {
    let structure = session.structure.clone();
    let outcome = session.apply(session.adding(spot.new_body(&structure, name)))?;
    let (_, body) = outcome.bodies.into_iter().next()?;
    let record = session.shown().and_then(|s| s.body(&body)).cloned();
    if let (Some(standing), Some(mut record)) = (spot.standing, record)
        && record.standing.known() != Some(standing)
    {
        record.standing = Word::Known(standing);
        let body = Box::new(record);
        let structure = structure.clone();
        session.apply(BodyCommand::Set { structure, body });
    }
    session.selection.choose(BodyRef::new(&structure, &body));
    Some(body)
}

/// A sentence on a ground of its own, over the rows below the field.
fn told_ui(ui: &Ui, at: egui::Pos2, width: f32, sentence: &str) {
    let colours = &theme::theme(ui.ctx()).ui;
    let fill = super::super::canvas::convert::colour(colours.panel);
    egui::Area::new(Id::new("outline name refusal"))
        .fixed_pos(at)
        .order(egui::Order::Foreground)
        .interactable(false)
        .show(ui.ctx(), |ui| {
            Frame::new().fill(fill).inner_margin(4).show(ui, |ui| {
                ui.set_width(width);
                sentence_ui(ui, sentence);
            });
        });
}

fn name_key(event: &Event) -> Option<NameKey> {
    let Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return None;
    };
    if modifiers.command || modifiers.alt {
        return None;
    }
    match (key, modifiers.shift) {
        (Key::Enter, false) => Some(NameKey::Enter),
        (Key::Escape, _) => Some(NameKey::Escape),
        (Key::Tab, false) => Some(NameKey::In),
        (Key::Tab, true) => Some(NameKey::Out),
        _ => None,
    }
}
