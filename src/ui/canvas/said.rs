//! Sentences over the canvas: the hint for the tool of the moment, why something was refused,
//! and what a drop on another card may mean.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align2, Rect, RichText, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::bubble::{Beside, bubble};
use super::convert::colour;
use crate::editor::tool::{Dropped, Tool, drop_moves, drop_reports, hint};
use crate::editor::{BodyRef, Picture, Session};
use crate::model::{BodyCommand, Command};
use crate::ui::theme;
use crate::ui::widgets::{button, clipped, clipped_galley, muted, muted_colour};

/// A sentence about what cannot be, in the colour of problems.
pub(crate) fn problem(ui: &mut Ui, sentence: &str) {
    let tone = colour(theme::theme(ui.ctx()).ui.danger);
    let text = RichText::new(sentence).color(tone);
    let label = ui.add(clipped(ui, text, 6));
    speaks(ui, label.id, Role::Alert, sentence);
}

/// A sentence that a screen reader says by itself when it appears.
fn speaks(ui: &Ui, id: egui::Id, role: Role, sentence: &str) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(role);
        node.set_label(sentence);
    });
}

/// The hint at the lower left of a box.
pub(crate) fn hint_ui(ui: &Ui, session: &Session, area: Rect) {
    let words = hint(session);
    let tone = muted_colour(ui);
    let font = egui::FontId::proportional(12.5);
    let room = area.width() - 24.0;
    let galley = clipped_galley(ui, (&words, font, tone), room, 2);
    let corner = area.left_bottom() + Vec2::new(10.0, -6.0);
    let place = Align2::LEFT_BOTTOM.anchor_size(corner, galley.size());
    let ground = colour(theme::theme(ui.ctx()).ui.canvas);
    let painter = ui.painter_at(area);
    painter.rect_filled(place.expand2(Vec2::new(4.0, 2.0)), 2.0, ground);
    painter.galley(place.min, galley, tone);
    let id = egui::Id::new("hint of the canvas");
    let response = ui.interact(place, id, egui::Sense::empty());
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, words.as_str()));
    speaks(ui, id, Role::Status, &words);
}

/// Why the last act was refused, or what it brought about; it stays until the next act.
pub(crate) fn said_ui(ui: &mut Ui, session: &mut Session, beside: Rect) {
    let refused = session.refused.as_ref().map(ToString::to_string);
    let why = session.hand.tool.why().map(ToOwned::to_owned);
    if let Some(sentence) = why.or(refused) {
        bubble(ui, "refused", Beside::Under(beside), 320.0, |ui| {
            problem(ui, &sentence);
        });
    } else if let Some(told) = session.hand.told.clone() {
        let opened = session.hand.just_opened.clone();
        bubble(ui, "told", Beside::Under(beside), 320.0, |ui| {
            let label = ui.add(clipped(ui, told.as_str(), 6));
            speaks(ui, label.id, Role::Status, &told);
            if let Some(line) = opened
                && button(ui, icon::ARROWS_MERGE, "Gather again").clicked()
            {
                session.gather_line(&line);
            }
        });
    }
}

/// Cards were dropped on another one, or in zones: what this may mean, as buttons.
pub(crate) fn drop_choice_ui(
    ui: &mut Ui,
    session: &mut Session,
    picture: &Arc<Picture>,
    beside: Rect,
) {
    let Tool::Dropped(dropped) = session.hand.tool.clone() else {
        return;
    };
    bubble(ui, "dropped", Beside::Under(beside), 320.0, |ui| {
        if let Some(onto) = &dropped.onto {
            report_ui(ui, session, &dropped, onto);
        }
        let move_here = if picture.zoned {
            let words = "In zones the program places the cards, by tier and kind.";
            ui.add(clipped(ui, words, 3));
            "Place it by hand, in the plain drawing"
        } else {
            "Move here"
        };
        if button(ui, icon::ARROWS_OUT_CARDINAL, move_here).clicked() {
            drop_moves(session, picture);
        }
        let leave = if dropped.onto.is_none() {
            "Esc leaves it in its zone."
        } else {
            "Esc does neither."
        };
        muted(ui, leave);
    });
}

/// Reporting to the body that something was dropped on, or why that cannot be.
fn report_ui(ui: &mut Ui, session: &mut Session, dropped: &Dropped, onto: &BodyRef) {
    let name = onto.name(session.project()).to_owned();
    let why = dropped.bodies.iter().find_map(|body| {
        let command = Command::from(BodyCommand::SetParent {
            structure: body.structure.clone(),
            body: body.body.clone(),
            parent: Some(onto.body.clone()),
            instead_of: None,
        });
        session.document.allows(&command).err()
    });
    ui.scope(|ui| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        let words = format!("Report to {name}");
        let report =
            ui.add_enabled_ui(why.is_none(), |ui| button(ui, icon::TREE_STRUCTURE, &words));
        if report.inner.clicked() {
            drop_reports(session);
        }
    });
    if let Some(why) = &why {
        muted(ui, &why.to_string());
    }
}
