//! The strip at the selected link: its kind, direction, seats, and taking it away.

use egui::{ComboBox, Key, TextEdit, Ui};
use egui_phosphor::regular as icon;

use super::bubble::{Beside, bubble};
use crate::editor::tool::{change_seats, kinds, set_kind};
use crate::editor::{LinkRef, OpenedLine, Session};
use crate::model::{Link, StandardLink};
use crate::ui::action::Action;
use crate::ui::widgets::{button, high, named};

pub(crate) fn link_strip_ui(
    ui: &mut Ui,
    session: &mut Session,
    link: &LinkRef,
    beside: Beside<'_>,
    queue: &mut Vec<Action>,
) {
    let structure = session.project().structure(&link.structure);
    let Some(record) = structure.and_then(|s| s.link(&link.link)).cloned() else {
        return;
    };
    bubble(ui, "link", beside, 520.0, |ui| {
        ui.horizontal_wrapped(|ui| {
            kind_ui(ui, session, link, &record);
            if record.kind.is(StandardLink::RepresentedOn) {
                seats_ui(ui, session, link, &record);
            }
            for (action, words) in [
                (Action::Reverse, "Turn round"),
                (Action::Delete, "Delete link"),
            ] {
                if button(ui, action.offer().icon, words).clicked() {
                    queue.push(action);
                }
            }
            let opened = session.opened_with(link).map(OpenedLine::line);
            if let Some(line) = opened
                && button(ui, icon::ARROWS_MERGE, "Gather again").clicked()
            {
                session.gather_line(&line);
            }
        });
    });
}

fn kind_ui(ui: &mut Ui, session: &mut Session, link: &LinkRef, record: &Link) {
    let name = session.project().link_kind_name(&record.kind);
    let mut chosen = record.kind.clone();
    let response = ComboBox::from_id_salt("kind of the link")
        .selected_text(&name)
        .show_ui(ui, |ui| {
            for kind in kinds(session) {
                let words = session.project().link_kind_name(&kind);
                ui.selectable_value(&mut chosen, kind, words);
            }
        })
        .response;
    named(response, &format!("Kind of link: {name}"));
    if chosen != record.kind {
        set_kind(session, link, &chosen);
    }
}

/// How many seats the link stands for; a blank field means that the number is not stated.
fn seats_ui(ui: &mut Ui, session: &mut Session, link: &LinkRef, record: &Link) {
    let label = ui.label("Seats");
    let mut text = record.seats.map(|n| n.to_string()).unwrap_or_default();
    let field = TextEdit::singleline(&mut text)
        .desired_width(64.0)
        .char_limit(4)
        .hint_text("Not stated");
    let response = ui.add(high(field)).labelled_by(label.id);
    if response.changed() {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let seats = digits.parse().ok().filter(|seats| *seats > 0);
        session.document.begin_gesture();
        change_seats(session, link, seats);
    }
    if response.lost_focus() {
        if ui.input(|i| i.key_pressed(Key::Escape)) {
            session.bail();
        } else {
            session.document.commit_gesture(None);
        }
    }
}
