//! The keyboard in a small menu over a cell: it goes into the menu when that opens, stays in it, and
//! the arrows lead from entry to entry. Enter and Space choose, as on every button; when it closes the
//! keyboard comes back to the cell.

use egui::{EventFilter, Id, Key, Modifiers, Popup, Response, Ui};

/// The entries of a menu in their order.
#[derive(Debug, Default)]
pub(crate) struct MenuKeys {
    entries: Vec<Response>,
    /// A field over the entries, which has the keyboard first.
    field: Option<Id>,
}

/// Where an arrow leads.
#[derive(Clone, Copy, Debug)]
enum To {
    Next,
    Previous,
    First,
    Last,
}

impl MenuKeys {
    /// Notes an entry that has just been shown. One that is not possible now is passed by.
    pub(crate) fn entry(&mut self, response: &Response) {
        if response.enabled() {
            self.entries.push(response.clone());
        }
    }

    /// Notes the field over the entries.
    pub(crate) fn field(&mut self, id: Id) {
        self.field = Some(id);
    }

    /// Takes the keys of the menu, when all of it has been shown.
    pub(crate) fn take(&self, ui: &Ui) {
        // It closes, and the keyboard with it.
        if ui.input(|i| i.key_pressed(Key::Escape)) {
            return;
        }
        let focused = ui.memory(|m| m.focused());
        let at = self
            .entries
            .iter()
            .position(|entry| Some(entry.id) == focused);
        let Some(at) = at else {
            self.take_in(ui, focused);
            return;
        };
        let filter = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
        };
        if let Some(entry) = self.entries.get(at) {
            ui.memory_mut(|m| m.set_focus_lock_filter(entry.id, filter));
        }
        match direction(ui) {
            // From the first entry back to what is typed.
            Some(To::Previous) if at == 0 && self.field.is_some() => {
                if let Some(field) = self.field {
                    ui.memory_mut(|m| m.request_focus(field));
                }
            }
            Some(to) => self.go(ui, self.after(at, to)),
            None => {}
        }
    }

    /// The keyboard is in the field, or nowhere yet.
    fn take_in(&self, ui: &Ui, focused: Option<Id>) {
        let down = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        match self.field {
            Some(field) if focused == Some(field) => {
                if down(Key::ArrowDown) {
                    self.go(ui, 0);
                }
            }
            // Enter leaves a field: for what was found.
            Some(_) if !self.entries.is_empty() && ui.input(|i| i.key_pressed(Key::Enter)) => {
                self.go(ui, 0);
            }
            Some(field) => ui.memory_mut(|m| m.request_focus(field)),
            None => self.go(ui, 0),
        }
    }

    fn after(&self, at: usize, to: To) -> usize {
        let last = self.entries.len().saturating_sub(1);
        match to {
            To::Next if at == last => 0,
            To::Next => at + 1,
            To::Previous if at == 0 => last,
            To::Previous => at - 1,
            To::First => 0,
            To::Last => last,
        }
    }

    fn go(&self, ui: &Ui, at: usize) {
        if let Some(entry) = self.entries.get(at) {
            entry.request_focus();
            entry.scroll_to_me(None);
            ui.ctx().request_repaint();
        }
    }
}

/// The menu of something closes, and what has the keyboard in it goes: it comes back to what the menu
/// belongs to.
pub(crate) fn keep_keyboard(ui: &Ui, response: &Response) {
    let key = response.id.with("menu was open");
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(response));
    let was: bool = ui.data(|d| d.get_temp(key)).unwrap_or_default();
    let elsewhere = || {
        let focused = ui.memory(|m| m.focused());
        let focused = focused.and_then(|id| ui.ctx().read_response(id));
        focused.is_some_and(|other| other.layer_id == response.layer_id)
    };
    if was && !open && !elsewhere() {
        response.request_focus();
    }
    if was != open {
        ui.data_mut(|d| d.insert_temp(key, open));
    }
}

/// The key that was pressed. Tab goes on like an arrow where nobody else has taken it.
fn direction(ui: &Ui) -> Option<To> {
    let keys = [
        (Modifiers::SHIFT, Key::Tab, To::Previous),
        (Modifiers::NONE, Key::Tab, To::Next),
        (Modifiers::NONE, Key::ArrowDown, To::Next),
        (Modifiers::NONE, Key::ArrowUp, To::Previous),
        (Modifiers::NONE, Key::Home, To::First),
        (Modifiers::NONE, Key::End, To::Last),
    ];
    let pressed = |(modifiers, key, to)| {
        let pressed = ui.input_mut(|i| i.consume_key(modifiers, key));
        pressed.then_some(to)
    };
    keys.into_iter().find_map(pressed)
}
