//! "Link with…": a body is found by a part of its name and linked, by keyboard alone.

use egui::{Event, Id, Key, Modifiers, Pos2, Rect, TextEdit, Ui, Vec2};

use super::bubble::{Beside, bubble};
use super::kind_bar::choice_ui;
use super::problem;
use crate::editor::tool::{Found, LinkWith, Tool, found, kinds};
use crate::editor::{BodyRef, Session};
use crate::model::LinkKindId;
use crate::ui::theme::strong;
use crate::ui::widgets::muted;

pub(crate) fn link_panel_ui(ui: &mut Ui, session: &mut Session) {
    let Tool::LinkWith(sought) = session.hand.tool.clone() else {
        return;
    };
    let area = ui.max_rect();
    let id = Id::new("link with on the canvas");
    if std::mem::take(&mut session.hand.field_due) {
        ui.memory_mut(|m| m.request_focus(id));
    }
    if ui.memory(|m| m.has_focus(id)) {
        let kind = chosen_by_key(ui, session, sought.query.is_empty());
        session.hand.kind = kind.unwrap_or_else(|| session.hand.kind.clone());
    }
    let offered = found(session, &sought);
    let top = Rect::from_min_size(
        Pos2::new(area.center().x, area.min.y - 8.0),
        Vec2::new(0.0, 8.0),
    );
    let (query, accepted) = bubble(ui, "link with", Beside::Under(top), 440.0, |ui| {
        ui.label(strong(heading(session, &sought.from), 13.5));
        kinds_ui(ui, session);
        let mut query = sought.query.clone();
        let field = TextEdit::singleline(&mut query)
            .id(id)
            .desired_width(f32::INFINITY)
            .hint_text("A part of a name");
        let response = ui.add(field);
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_label("Link with"));
        let mut accepted = None;
        if response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) {
            accepted = offered.get(sought.chosen).map(|f| f.body.clone());
            ui.memory_mut(|m| m.request_focus(id));
        }
        for (at, one) in offered.iter().enumerate() {
            let row = ui.selectable_label(at == sought.chosen, &one.name);
            if row.clicked() {
                accepted = Some(one.body.clone());
            }
        }
        if offered.is_empty() {
            muted(ui, "No other body of this structure has such a name.");
        }
        if let Some(why) = &sought.why {
            problem(ui, why);
        }
        (query, accepted)
    });
    take(ui, session, &offered, query);
    if let Some(body) = accepted {
        LinkWith::accept(session, &body);
        ui.ctx().request_repaint();
    }
}

fn take(ui: &Ui, session: &mut Session, offered: &[Found], query: String) {
    let Tool::LinkWith(sought) = &mut session.hand.tool else {
        return;
    };
    let (up, down) = ui.input(|i| (i.key_pressed(Key::ArrowUp), i.key_pressed(Key::ArrowDown)));
    if query != sought.query {
        sought.type_query(query);
        ui.ctx().request_repaint();
    } else if up || down {
        sought.step(offered.len(), up);
        ui.ctx().request_repaint();
    }
}

fn heading(session: &Session, from: &[BodyRef]) -> String {
    match from {
        [one] => format!("Link “{}” with", one.name(session.project())),
        several => format!("Link {} bodies with", several.len()),
    }
}

fn kinds_ui(ui: &mut Ui, session: &mut Session) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(4.0, 4.0);
        for kind in kinds(session) {
            if choice_ui(ui, session, &kind).clicked() {
                session.hand.kind = kind;
            }
        }
    });
    muted(
        ui,
        "While the field is empty: 1 to 5, or Left and Right, choose the kind.",
    );
}

/// As long as nothing is typed, digits and Left and Right choose the kind; later they belong to
/// the name.
fn chosen_by_key(ui: &Ui, session: &Session, empty: bool) -> Option<LinkKindId> {
    if !empty {
        return None;
    }
    let all = kinds(session);
    let digit = ui.input_mut(|i| {
        let digit = i.events.iter().find_map(|event| match event {
            Event::Text(text) => text.parse::<usize>().ok().filter(|n| (1..=5).contains(n)),
            _ => None,
        });
        if digit.is_some() {
            i.events.retain(|event| !matches!(event, Event::Text(_)));
        }
        digit
    });
    if let Some(digit) = digit {
        return all.get(digit - 1).cloned();
    }
    let (left, right) = ui.input_mut(|i| {
        let mut used = |key| i.consume_key(Modifiers::NONE, key);
        (used(Key::ArrowLeft), used(Key::ArrowRight))
    });
    (left || right)
        .then(|| LinkWith::next_kind(&all, &session.hand.kind, left))
        .flatten()
}
