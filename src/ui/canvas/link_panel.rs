//! "Link with…": a body is found by a part of its name and linked, by keyboard alone.

use egui::{ComboBox, Event, Id, Key, Modifiers, Pos2, Rect, TextEdit, Ui, Vec2};

use super::bubble::{Beside, bubble, covered};
use super::kind_bar::choice_ui;
use super::problem;
use crate::editor::tool::{Found, LinkWith, Tool, found, kinds};
use crate::editor::{BodyRef, Session};
use crate::model::LinkKindId;
use crate::ui::theme::strong;
use crate::ui::widgets::{clipped, high, muted, named};

/// Width of the panel.
const WIDTH: f32 = 440.0;
/// Room below the panel: for the hint, and for its own frame.
const FOOT: f32 = 26.0 + 24.0;

pub(crate) fn link_panel_ui(ui: &mut Ui, session: &mut Session, cards: &[Rect]) {
    let Tool::LinkWith(sought) = session.hand.tool.clone() else {
        return;
    };
    let area = ui.max_rect();
    let id = Id::new("link with on the canvas");
    let fresh = std::mem::take(&mut session.hand.field_due);
    if fresh {
        ui.memory_mut(|m| m.request_focus(id));
    }
    if ui.memory(|m| m.has_focus(id)) {
        let kind = chosen_by_key(ui, session, sought.query.is_empty());
        session.hand.kind = kind.unwrap_or_else(|| session.hand.kind.clone());
    }
    // A low window has room for the field and a few bodies only.
    let low = area.height() < 320.0;
    let few = if low { 3 } else { usize::MAX };
    let offered: Vec<Found> = found(session, &sought).into_iter().take(few).collect();
    let done = bubble(
        ui,
        "link with",
        Beside::Under(top(area, cards)),
        WIDTH,
        |ui| {
            ui.add(clipped(ui, strong(heading(session, &sought.from), 13.5), 2));
            kinds_ui(ui, session, low);
            let room = (area.bottom() - ui.cursor().top() - FOOT).max(64.0);
            egui::ScrollArea::vertical()
                .max_height(room)
                .show(ui, |ui| panel_ui(ui, &sought, &offered, id))
                .inner
        },
    );
    if fresh {
        // The list that it was asked for from may have kept the keyboard for one frame more.
        ui.memory_mut(|m| m.request_focus(id));
        ui.ctx().request_repaint();
    }
    let typed = take(ui, session, offered.len(), done.query);
    let accepted = match done.clicked {
        None if done.entered && typed => {
            let current = match &session.hand.tool {
                Tool::LinkWith(sought) => found(session, sought),
                _ => Vec::new(),
            };
            current.into_iter().next().map(|f| f.body)
        }
        None if done.entered => offered.get(sought.chosen).map(|f| f.body.clone()),
        clicked => clicked,
    };
    if let Some(body) = accepted {
        LinkWith::accept(session, &body);
        if !matches!(session.hand.tool, Tool::LinkWith(_)) {
            ui.memory_mut(|m| m.surrender_focus(id));
        }
        ui.ctx().request_repaint();
    }
}

/// What was done in the panel.
struct Done {
    /// The text in the field.
    query: String,
    /// Enter: the body chosen is meant.
    entered: bool,
    /// The body that was clicked.
    clicked: Option<BodyRef>,
}

fn panel_ui(ui: &mut Ui, sought: &LinkWith, offered: &[Found], id: Id) -> Done {
    let mut query = sought.query.clone();
    let field = TextEdit::singleline(&mut query)
        .id(id)
        .desired_width(f32::INFINITY)
        .hint_text("A part of a name");
    let response = ui.add(high(field));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label("Link with"));
    let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    if entered {
        ui.memory_mut(|m| m.request_focus(id));
    }
    let mut clicked = None;
    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
    for (at, one) in offered.iter().enumerate() {
        if ui
            .selectable_label(at == sought.chosen, &one.name)
            .clicked()
        {
            clicked = Some(one.body.clone());
        }
    }
    if offered.is_empty() {
        muted(ui, "No other body of this structure has such a name.");
    }
    if let Some(why) = &sought.why {
        problem(ui, why);
    }
    Done {
        query,
        entered,
        clicked,
    }
}

/// Takes over what was typed, or Up and Down; gives whether something was typed.
fn take(ui: &Ui, session: &mut Session, count: usize, query: String) -> bool {
    let Tool::LinkWith(sought) = &mut session.hand.tool else {
        return false;
    };
    let (up, down) = ui.input(|i| (i.key_pressed(Key::ArrowUp), i.key_pressed(Key::ArrowDown)));
    let typed = query != sought.query;
    if typed {
        sought.type_query(query);
    } else if up || down {
        sought.step(count, up);
    }
    if typed || up || down {
        ui.ctx().request_repaint();
    }
    typed
}

fn heading(session: &Session, from: &[BodyRef]) -> String {
    match from {
        [one] => format!("Link “{}” with", one.name(session.project())),
        several => format!("Link {} bodies with", several.len()),
    }
}

/// The place at the upper edge of the canvas where the panel covers the fewest cards.
fn top(area: Rect, cards: &[Rect]) -> Rect {
    /// As high as the panel usually is.
    const HEIGHT: f32 = 300.0;
    let size = Vec2::new(WIDTH.min(area.width()), HEIGHT.min(area.height()));
    let left = area.left() + size.x / 2.0;
    let right = area.right() - size.x / 2.0;
    let covers = |x: &f32| {
        let corner = Pos2::new(x - size.x / 2.0, area.top());
        covered(Rect::from_min_size(corner, size), cards)
    };
    let middles = [area.center().x, right, left].into_iter();
    let best = middles.min_by(|a, b| covers(a).total_cmp(&covers(b)));
    let middle = best.unwrap_or(area.center().x);
    Rect::from_min_size(Pos2::new(middle, area.top() - 8.0), Vec2::new(0.0, 8.0))
}

/// The kinds as line samples, in a low window as a list to open.
fn kinds_ui(ui: &mut Ui, session: &mut Session, low: bool) {
    if low {
        let name = session.project().link_kind_name(&session.hand.kind);
        let list = ComboBox::from_id_salt("kind of the new link")
            .selected_text(&name)
            .width(200.0)
            .truncate()
            .show_ui(ui, |ui| {
                for kind in kinds(session) {
                    let words = session.project().link_kind_name(&kind);
                    ui.selectable_value(&mut session.hand.kind, kind, words);
                }
            });
        named(list.response, &format!("Kind of the new link: {name}"));
        return;
    }
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
