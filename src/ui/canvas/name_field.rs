//! The field in which a name is typed over the canvas.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Key, Rect, ScrollArea, TextEdit, Ui};

use super::bubble::{Beside, bubble};
use super::problem;
use crate::editor::Session;
use crate::editor::tool::{Subject, Tool, finish_name, leave, type_name};
use crate::ui::theme::strong;
use crate::ui::widgets::high;

/// Width of the field where the card is narrower.
const WIDTH: f32 = 240.0;

/// Shows the field at a place; over the card when the body is there, in the middle of an empty
/// structure with a line that says what to do.
pub(crate) fn name_field_ui(ui: &mut Ui, session: &mut Session, beside: Beside<'_>) {
    let Tool::Naming(naming) = session.hand.tool.clone() else {
        return;
    };
    let fresh = std::mem::take(&mut session.hand.field_due);
    let id = Id::new("name on the canvas");
    let mut text = naming.text.clone();
    if fresh {
        let mut state = TextEditState::default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), id);
        ui.memory_mut(|m| m.request_focus(id));
    }
    let first = matches!(&naming.subject, Subject::New(new) if new.first);
    let card = match beside {
        Beside::Over(card) => card,
        Beside::Under(_) | Beside::Clear(..) => Rect::ZERO,
    };
    let width = card.width().clamp(WIDTH, 2.0 * WIDTH);
    let room = (ui.max_rect().height() * 0.6).max(28.0);
    let (response, entered) = bubble(ui, "name", beside, width + 16.0, |ui| {
        if first {
            ui.label(strong("Type the name of the first body", 15.0));
        }
        let field = TextEdit::multiline(&mut text)
            .id(id)
            .desired_rows(1)
            .desired_width(width)
            .hint_text("Name of the body")
            .return_key(None);
        // A very long name scrolls inside the field.
        let response = ScrollArea::vertical()
            .max_height(room)
            .show(ui, |ui| ui.add(high(field)))
            .inner;
        let label = match naming.subject {
            Subject::Body { .. } => "Name of the body",
            Subject::New(_) => "Name of the new body",
        };
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_label(label));
        // The Enter that opened the field is not the one that closes it.
        let entered = !fresh && response.has_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if let Some(why) = &naming.why {
            problem(ui, why);
        }
        (response, entered)
    });
    if fresh {
        // The click that opened the field counts as one elsewhere.
        ui.memory_mut(|m| m.request_focus(id));
    }
    if response.changed() {
        type_name(session, text);
    }
    if entered {
        if finish_name(session) {
            ui.memory_mut(|m| m.surrender_focus(id));
        } else {
            ui.ctx().request_repaint();
        }
    } else if !fresh && response.lost_focus() {
        lost(ui, session, id);
    }
}

/// The keyboard went elsewhere: a typed name counts, and one that cannot be a name is not lost.
fn lost(ui: &Ui, session: &mut Session, id: Id) {
    let empty = session.shown().is_some_and(|s| s.bodies.is_empty());
    let blank = matches!(&session.hand.tool, Tool::Naming(n) if n.text.trim().is_empty());
    if empty && blank {
        return;
    }
    if !leave(session) {
        ui.memory_mut(|m| m.request_focus(id));
    }
}
