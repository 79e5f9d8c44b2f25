//! What comes in before a frame is drawn: answers of the worker, of file dialogs, dropped files,
//! keys.

use egui::{Context, Event, Key, Modifiers};

use super::action::Action;
use super::app::{App, Chosen, Shown};
use super::canvas::By;
use super::keeping::Next;
use super::notice::Notice;
use super::work::{Answer, Drawn};
use crate::editor::{PictureKey, View, ViewKey, tool};

impl App {
    pub(super) fn take_answers(&mut self, ctx: &Context) {
        while let Some(answer) = self.worker.answer() {
            self.take(answer, ctx);
        }
        while let Ok(chosen) = self.chosen.try_recv() {
            match chosen {
                Chosen::Open(path) => self.load(path, false),
                Chosen::Export(order) => self.start_export(order, ctx),
                Chosen::Save(path) => self.save_to_chosen(path),
                Chosen::Nothing => self.keep.next = None,
            }
            ctx.request_repaint();
        }
    }

    fn take(&mut self, answer: Answer, ctx: &Context) {
        match answer {
            Answer::Loaded(Ok(opened)) => {
                self.opening = None;
                self.leave_for(Next::Show(opened));
            }
            Answer::Loaded(Err(unreadable)) => {
                self.opening = None;
                self.unreadable = Some(unreadable);
            }
            Answer::Preview(name, theme, preview) => {
                let dark = theme == crate::scene::theme::ThemeName::Dark;
                self.previews.insert((name, dark), Some(preview));
            }
            Answer::Picture(key, drawn) => self.take_picture(key, drawn),
            Answer::Paper(key, facts) => self.paper = Some((key, facts)),
            Answer::Arrange(order, places) => self.take_places(&order, places),
            Answer::Report(key, report) => self.tables.take(key, report),
            Answer::ShortTexts(of, generated) => self.take_short_texts(of, generated),
            Answer::Check(revision, findings) => self.findings = Some((revision, findings)),
            Answer::Plan(key, planned) => self.take_plan(*key, planned),
            Answer::Remedies(key, remedies) => self.take_remedies(*key, remedies),
            Answer::Exported(exported) => self.take_export(exported),
            Answer::LastChoices(of, kept) => self.take_last_choices(of, kept),
            Answer::Clip(clipped) => self.take_clip(clipped, ctx),
            Answer::Saved(order, saved) => self.take_saved(*order, saved, ctx),
            Answer::Begun(begun) => self.take_begun(begun),
            Answer::Copied(revision, written) => self.take_copied(revision, written),
            Answer::Cleared(cleared) => self.take_cleared(cleared),
            Answer::Recent(recent) => self.keep.recent = recent,
            Answer::Kept | Answer::Overtaken => {}
        }
    }

    /// Only the picture that was asked for last is shown; an older one would be a step back.
    fn take_picture(&mut self, key: PictureKey, drawn: Result<Drawn, String>) {
        if self.asked.as_ref() != Some(&key) {
            return;
        }
        match drawn {
            Ok(drawn) => self.show_picture(key, drawn),
            Err(sentence) => self.notices.push(Notice::problem(sentence)),
        }
    }

    fn show_picture(&mut self, key: PictureKey, drawn: Drawn) {
        let before = self.shown.take().filter(|shown| shown.key.view == key.view);
        let Some(session) = &mut self.session else {
            return;
        };
        let was_zoned = session.zoned;
        session.zoned = drawn.panes.first().is_some_and(|pane| pane.picture.zoned);
        let put = std::mem::take(&mut session.hand.put);
        let mut camera = None;
        if let Some(before) = &before
            && matches!(key.view, ViewKey::Diagram(_))
            && (before.key.page != key.page || was_zoned != session.zoned)
        {
            // Another kind of drawing is looked at as a whole.
            camera = session.draw_camera.take();
        }
        // What is being dragged must not be overtaken by its picture, and new colours are no move.
        let still = self.settings.still || session.hand.tool.follows_pointer();
        // The way from one structure to another moves by itself.
        let still = still || drawn.morph.is_some();
        let moves = |before: &Shown| !still && before.key.theme == key.theme;
        let moves = before.as_ref().is_some_and(moves);
        let by = By {
            put: &put,
            steps: !put.is_empty() || session.document.history().in_gesture(),
        };
        let mut panes = drawn.panes;
        let last = before.into_iter().flat_map(|before| before.panes);
        for (pane, mut last) in panes.iter_mut().zip(last) {
            pane.come_after(&mut last, moves.then_some(&by));
            pane.seen_by(camera);
        }
        self.shown = Some(Shown {
            key,
            panes,
            ledger: drawn.ledger,
            morph: drawn.morph,
        });
    }

    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|i| i.raw.dropped_files.first().map(|f| f.path().to_owned()));
        if let Some(path) = dropped {
            self.load(path, false);
        }
    }

    /// Keys of actions. Plain characters belong to a text field when one has the keyboard.
    pub(super) fn take_keys(&mut self, ctx: &Context) {
        if self.unreadable.is_some()
            || self.palette.is_some()
            || self.export.is_some()
            || self.keep.doubt.is_some()
        {
            return;
        }
        self.take_tab_keys(ctx);
        if let Some(session) = &mut self.session
            && session.prompt.is_some()
            && ctx.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Escape))
        {
            session.prompt = None;
        }
        let due = self.session.as_ref().is_some_and(|s| s.hand.field_due);
        let typing = ctx.text_edit_focused() || due;
        for action in Action::ALL {
            for keys in action.offer().keys {
                let belongs_to_text = !keys.modifiers.command || !action.while_typing();
                if (typing && belongs_to_text) || !pressed(ctx, keys) {
                    continue;
                }
                if action.refusal(self).is_some()
                    || (action.shows_steps() && !self.steps_have_keys(ctx))
                {
                    continue;
                }
                if action.shows_steps() {
                    // It is for nothing else: not for a button that has the keyboard.
                    ctx.input_mut(|i| i.consume_key(keys.modifiers, keys.logical_key));
                }
                self.queue.push(action);
            }
        }
        if let Some(session) = &mut self.session
            && !ctx.text_edit_focused()
            && self.menu_at.is_none()
            && !self.outline.drags()
            && !egui::Popup::is_any_open(ctx)
            && ctx.input(|i| i.key_pressed(Key::Escape))
        {
            ctx.stop_dragging();
            if session.morphs() {
                session.leave_morph();
            } else if session.options && session.view == View::Compare {
                session.options = false;
            } else if session.stage.is_some() && session.view == View::Draw {
                session.stage = None;
            } else {
                tool::escape(session);
            }
        }
    }
}

/// Whether a shortcut was pressed. "+" is typed with Shift on many keyboards, so Shift is let
/// pass for signs.
fn pressed(ctx: &Context, keys: &egui::KeyboardShortcut) -> bool {
    let sign = matches!(keys.logical_key, Key::Plus | Key::Equals | Key::Minus);
    ctx.input(|i| {
        i.events.iter().any(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => {
                *key == keys.logical_key
                    && modifiers.command == keys.modifiers.command
                    && modifiers.alt == keys.modifiers.alt
                    && (sign || modifiers.shift == keys.modifiers.shift)
            }
            _ => false,
        })
    })
}
