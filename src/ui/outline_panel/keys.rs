//! Keys of the list while a row has the keyboard.

use egui::{Context, EventFilter, Key, Modifiers};

use super::super::action::Action;
use super::state::{OutlineState, row_id};
use crate::editor::{BodyRef, Rows, Session};
use crate::model::{BodyCommand, BodyId};

impl OutlineState {
    /// Takes the keys meant for the row that has the keyboard.
    pub(super) fn take_keys(
        &mut self,
        ctx: &Context,
        session: &mut Session,
        queue: &mut Vec<Action>,
    ) -> Option<()> {
        let cursor = self.target(session, true)?;
        let which = BodyRef::new(&session.structure, &cursor);
        if ctx.memory(|m| m.focused()) != Some(row_id(&which)) {
            self.entered &= self.naming.is_some();
            return None;
        }
        ctx.memory_mut(|m| {
            let filter = EventFilter {
                tab: self.entered,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            m.set_focus_lock_filter(row_id(&which), filter);
        });
        self.travel(ctx, session, &cursor);
        self.change(ctx, session, queue, &cursor);
        Some(())
    }

    fn travel(&mut self, ctx: &Context, session: &mut Session, cursor: &BodyId) {
        let first = self.listing.bodies().next().cloned();
        let last = self.listing.bodies().next_back().cloned();
        let further = |steps| self.listing.further(cursor, steps).cloned();
        let pressed = |key| took(ctx, Modifiers::NONE, key);
        let with_shift = |key| took(ctx, Modifiers::SHIFT, key);
        let (to, adds) = if with_shift(Key::ArrowUp) {
            (further(-1), true)
        } else if with_shift(Key::ArrowDown) {
            (further(1), true)
        } else if pressed(Key::ArrowUp) {
            (further(-1), false)
        } else if pressed(Key::ArrowDown) {
            (further(1), false)
        } else if pressed(Key::PageUp) {
            (further(-10), false)
        } else if pressed(Key::PageDown) {
            (further(10), false)
        } else if pressed(Key::Home) {
            (first, false)
        } else if pressed(Key::End) {
            (last, false)
        } else if pressed(Key::ArrowLeft) {
            (self.close(cursor), false)
        } else if pressed(Key::ArrowRight) {
            (self.open(cursor), false)
        } else {
            return;
        };
        self.entered = true;
        if let Some(to) = to {
            self.go(ctx, session, &to, adds);
        }
    }

    /// Puts the keyboard on a row and selects it.
    pub(super) fn go(&mut self, ctx: &Context, session: &mut Session, to: &BodyId, adds: bool) {
        let which = BodyRef::new(&session.structure, to);
        self.focus = Some(row_id(&which));
        self.cursor = Some(to.clone());
        self.entered = true;
        self.reveal = true;
        if adds {
            let mut all = session.selection.bodies().to_vec();
            all.retain(|b| *b != which);
            all.push(which);
            session.selection.choose_all(all);
        } else {
            session.selection.choose(which);
        }
        ctx.request_repaint();
    }

    /// Folds a row; one that is folded, or has nothing below it, leads to its parent.
    fn close(&mut self, cursor: &BodyId) -> Option<BodyId> {
        if self.is_parent(cursor) && self.folded.insert(cursor.clone()) {
            return None;
        }
        self.listing.rows.parent(cursor).cloned()
    }

    /// Unfolds a row; one that is open leads to the first row below it.
    fn open(&mut self, cursor: &BodyId) -> Option<BodyId> {
        if self.folded.remove(cursor) || !self.is_parent(cursor) {
            return None;
        }
        self.listing.further(cursor, 1).cloned()
    }

    fn is_parent(&self, body: &BodyId) -> bool {
        let line = self.listing.line_of(body);
        let line = line.and_then(|line| self.listing.lines.get(line));
        matches!(line, Some(super::state::Line::Row { parent: true, .. }))
    }

    fn change(
        &mut self,
        ctx: &Context,
        session: &mut Session,
        queue: &mut Vec<Action>,
        cursor: &BodyId,
    ) -> Option<()> {
        let pressed = |key| took(ctx, Modifiers::NONE, key);
        if pressed(Key::Enter) {
            let next = Rows::of(session.shown()?).next(cursor);
            self.cursor = Some(cursor.clone());
            self.draft(ctx, next);
        } else if pressed(Key::F2) {
            // The row is named here and not on the canvas as well.
            queue.retain(|action| *action != Action::Rename);
            let body = session.shown()?.body(cursor)?.clone();
            self.rename(ctx, session, &body);
        } else if pressed(Key::Delete) || pressed(Key::Backspace) {
            if !session.selection.bodies().iter().any(|b| &b.body == cursor) {
                let which = BodyRef::new(&session.structure, cursor);
                session.selection.choose(which);
            }
            if !queue.contains(&Action::Delete) {
                queue.push(Action::Delete);
            }
        } else if self.entered && took(ctx, Modifiers::SHIFT, Key::Tab) {
            self.shift_row(ctx, session, cursor, false);
        } else if self.entered && pressed(Key::Tab) {
            self.shift_row(ctx, session, cursor, true);
        } else if took(ctx, Modifiers::ALT, Key::ArrowUp) {
            self.pass(ctx, session, cursor, true);
        } else if took(ctx, Modifiers::ALT, Key::ArrowDown) {
            self.pass(ctx, session, cursor, false);
        } else if self.dragged.is_none() && pressed(Key::Escape) {
            // While a row is dragged, Escape is for the dragging.
            self.entered = false;
        }
        Some(())
    }

    fn shift_row(
        &mut self,
        ctx: &Context,
        session: &mut Session,
        body: &BodyId,
        inwards: bool,
    ) -> Option<()> {
        let rows = &self.listing.rows;
        let spot = if inwards {
            rows.inwards(body)
        } else {
            rows.outwards(body)
        }?;
        if let Some(parent) = &spot.parent {
            self.folded.remove(parent);
        }
        let command = self.listing.rows.move_to(session.shown()?, body, &spot)?;
        session.apply(command);
        self.go(ctx, session, body, false);
        Some(())
    }

    fn pass(
        &mut self,
        ctx: &Context,
        session: &mut Session,
        body: &BodyId,
        up: bool,
    ) -> Option<()> {
        let place = self.listing.rows.past(body, up)?;
        session.apply(BodyCommand::Reorder {
            structure: session.structure.clone(),
            bodies: vec![body.clone()],
            place,
        });
        self.go(ctx, session, body, false);
        Some(())
    }
}

/// Whether a key was pressed with exactly these modifiers; nobody else sees it.
fn took(ctx: &Context, modifiers: Modifiers, key: Key) -> bool {
    ctx.input_mut(|i| {
        let exact = i.modifiers.matches_exact(modifiers);
        exact && i.consume_key(modifiers, key)
    })
}
