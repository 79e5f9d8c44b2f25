//! Keys that come faster than frames. A slow frame brings several at once; each must meet what the
//! one before has opened, or a name typed after "new body" would be read as a row of shortcuts.

use egui::{Context, Event, Key, Modifiers, RawInput};

use super::app::App;

/// So many frames keys wait for a field that was asked for; one that is not shown by then does not
/// come, and must not keep the keyboard.
const MOST_FRAMES: u8 = 4;

/// Keys that wait for a later frame.
#[derive(Debug, Default)]
pub(super) struct TypedAhead {
    events: Vec<Event>,
    /// Frames waited for a field.
    waited: u8,
}

impl App {
    /// Leaves in this frame's input what belongs together: the text up to the next key that opens,
    /// closes or goes on, or that key alone. What comes after it waits for the next frames.
    pub fn hold_back(&mut self, ctx: &Context, raw: &mut RawInput) {
        let waits = self.field_is_due() && self.ahead.waited < MOST_FRAMES;
        let any = raw.events.iter().any(is_typed);
        if self.ahead.events.is_empty() && !any {
            self.ahead.waited = 0;
            return;
        }
        let mut typed = std::mem::take(&mut self.ahead.events);
        let (fresh, others): (Vec<Event>, Vec<Event>) = std::mem::take(&mut raw.events)
            .into_iter()
            .partition(is_typed);
        typed.extend(fresh);
        if waits {
            self.ahead.waited += 1;
            self.ahead.events = typed;
            raw.events = others;
        } else {
            self.ahead.waited = 0;
            let end = first_part(ctx, &typed).min(typed.len());
            self.ahead.events = typed.split_off(end);
            raw.events = others;
            raw.events.extend(typed);
        }
        if !self.ahead.events.is_empty() {
            ctx.request_repaint();
        }
    }

    /// A field was opened that has not had the keyboard yet.
    fn field_is_due(&self) -> bool {
        let session = self.session.as_ref();
        self.palette.as_ref().is_some_and(|palette| !palette.seen)
            || session.is_some_and(|s| s.hand.field_due)
            || session.is_some_and(|s| s.prompt.as_ref().is_some_and(|p| p.fresh))
            || self.outline.focus.is_some()
    }
}

fn is_typed(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::ModifiersChanged(_)
            | Event::Text(_)
            | Event::Paste(_)
            | Event::Ime(_)
    )
}

/// How many of the events belong together.
fn first_part(ctx: &Context, typed: &[Event]) -> usize {
    let typing = ctx.text_edit_focused();
    let mut down = ctx.input(|i| i.keys_down.clone());
    let mut before = false;
    for (at, event) in typed.iter().enumerate() {
        let Event::Key {
            key,
            pressed,
            modifiers,
            ..
        } = event
        else {
            before |= !matches!(event, Event::ModifiersChanged(_));
            continue;
        };
        if !pressed {
            down.remove(key);
            continue;
        }
        // A key that is held down repeats itself; it must not lag behind the hand.
        let repeats = !down.insert(*key);
        if repeats || (typing && !turns(*key, *modifiers)) {
            continue;
        }
        if before {
            return at;
        }
        // The letter of a shortcut is not for the field that it opens.
        let letter = !typing && matches!(typed.get(at + 1), Some(Event::Text(_)));
        return at + 1 + usize::from(letter);
    }
    typed.len()
}

/// Whether a key does more in a text field than to change the text.
fn turns(key: Key, modifiers: Modifiers) -> bool {
    modifiers.command
        || modifiers.alt
        || matches!(key, Key::Enter | Key::Escape | Key::Tab | Key::F2 | Key::F8)
}
