//! The outline at the left: the structure as a nested list, one selection with the canvas.

use egui::{
    FontId, Frame, Margin, Rect, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo, WidgetType,
};
use egui_phosphor::regular as icon;

use super::canvas::convert::colour;
use super::inspector;
use super::theme::{self, strong};
use super::widgets::{focus_ring, muted_colour, paint_sample, tab};
use crate::editor::{BodyRef, OutlineGroup, OutlineRow, Session, outline, unaccounted};
use crate::model::Structure;
use crate::scene::{Looks, sample};

/// What the left panel shows where there is no room for a right one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LeftTab {
    #[default]
    Outline,
    Details,
}

pub(super) fn left_panel_ui(ui: &mut Ui, session: &mut Session, narrow: bool, which: &mut LeftTab) {
    let colours = &theme::theme(ui.ctx()).ui;
    egui::Panel::left("outline")
        .exact_size(236.0)
        .resizable(false)
        .frame(
            Frame::new()
                .fill(colour(colours.panel))
                .inner_margin(Margin::symmetric(0, 6)),
        )
        .show(ui, |ui| {
            if narrow {
                ui.horizontal(|ui| {
                    ui.set_height(28.0);
                    for (choice, words) in
                        [(LeftTab::Outline, "Outline"), (LeftTab::Details, "Details")]
                    {
                        if tab(ui, words, *which == choice).clicked() {
                            *which = choice;
                        }
                    }
                });
                if *which == LeftTab::Details {
                    inspector::inspector_ui(ui, session);
                    return;
                }
            }
            outline_ui(ui, session, !narrow);
        });
}

fn outline_ui(ui: &mut Ui, session: &mut Session, heading: bool) {
    let project = session.document.snapshot();
    let Some(structure) = project.structure(&session.structure) else {
        return;
    };
    let missing = unaccounted(&project, structure);
    // In a low window the list needs all the room; then they follow at its end.
    let low = ui.ctx().content_rect().height() < 480.0;
    if !missing.is_empty() && !low {
        egui::Panel::bottom("unaccounted")
            .frame(Frame::new().inner_margin(Margin::symmetric(12, 8)))
            .show(ui, |ui| unaccounted_ui(ui, session, structure, &missing));
    }
    if heading {
        ui.horizontal(|ui| {
            ui.add_space(12.0);
            ui.label(strong("Outline", 13.5));
        });
    }
    let looks = Looks::new(&project, theme::theme(ui.ctx()));
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for group in outline(structure) {
            group_ui(ui, session, structure, &looks, &group);
        }
        if !missing.is_empty() && low {
            Frame::new()
                .inner_margin(Margin::symmetric(12, 8))
                .show(ui, |ui| unaccounted_ui(ui, session, structure, &missing));
        }
        ui.add_space(8.0);
    });
}

fn group_ui(
    ui: &mut Ui,
    session: &mut Session,
    structure: &Structure,
    looks: &Looks<'_>,
    group: &OutlineGroup,
) {
    if let Some(title) = group.title {
        let tone = muted_colour(ui);
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            ui.set_height(24.0);
            ui.add_space(12.0);
            ui.label(strong(title, 12.0).color(tone));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(12.0);
                ui.label(
                    RichText::new(group.rows.len().to_string())
                        .size(12.0)
                        .color(tone),
                );
            });
        });
    }
    for row in &group.rows {
        row_ui(ui, session, structure, looks, row);
    }
}

fn row_ui(
    ui: &mut Ui,
    session: &mut Session,
    structure: &Structure,
    looks: &Looks<'_>,
    row: &OutlineRow,
) {
    let Some(body) = structure.body(&row.body) else {
        return;
    };
    let theme = looks.theme();
    let which = BodyRef::new(structure.id(), &row.body);
    let selected = session.selection.holds(&which);
    // Deep levels stay readable: after the eighth they are not set in further.
    let indent = 14.0 + 15.0 * f32::from(u8::try_from(row.depth.min(8)).unwrap_or(8));
    let font = FontId::proportional(13.0);
    let room = ui.available_width() - indent - 30.0;
    let text = ui
        .painter()
        .layout(body.name.clone(), font, colour(theme.ui.text), room);
    let height = (text.size().y + 5.0).max(24.0);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(
            WidgetType::SelectableLabel,
            true,
            selected,
            body.name.as_str(),
        )
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::TreeItem);
        node.set_level(row.depth + 1);
    });
    if !ui.is_rect_visible(rect) {
        return;
    }
    if response.hovered() {
        session.selection.pointed = Some(which.clone());
    }
    if response.clicked() {
        session.selection.choose(which.clone());
    }
    let painter = ui.painter();
    if selected {
        painter.rect_filled(rect, 0.0, colour(theme.ui.accent_tint));
        let bar = Rect::from_min_size(rect.min, Vec2::new(3.0, rect.height()));
        painter.rect_filled(bar, 0.0, colour(theme.ui.accent));
    } else if response.hovered() || session.selection.hovered.as_ref() == Some(&which) {
        painter.rect_filled(rect, 0.0, colour(theme.ui.raised));
    }
    let at = rect.min + Vec2::new(indent, 4.5);
    let swatch = Rect::from_min_size(at + Vec2::new(0.0, 1.0), Vec2::new(9.0, 14.0));
    paint_sample(ui, swatch, |r| sample::kind(looks.body(body), theme, r));
    painter_text(ui, at, text, colour(theme.ui.text));
    focus_ring(ui, &response);
}

fn painter_text(ui: &Ui, at: egui::Pos2, text: std::sync::Arc<egui::Galley>, tone: egui::Color32) {
    ui.painter().galley(at + Vec2::new(16.0, -1.0), text, tone);
}

fn unaccounted_ui(
    ui: &mut Ui,
    session: &mut Session,
    structure: &Structure,
    missing: &[crate::model::BodyId],
) {
    let tone = colour(theme::theme(ui.ctx()).ui.warning);
    ui.label(
        strong(
            format!("{}  Unaccounted {}", icon::WARNING, missing.len()),
            13.5,
        )
        .color(tone),
    );
    let words = if missing.len() == 1 {
        "This body stands in no line of what becomes of what:"
    } else {
        "These bodies stand in no line of what becomes of what:"
    };
    super::widgets::muted(ui, words);
    ScrollArea::vertical()
        .id_salt("unaccounted")
        .max_height(96.0)
        .show(ui, |ui| {
            for id in missing {
                let response = super::widgets::link(ui, structure.body_name(id));
                let which = BodyRef::new(structure.id(), id);
                if response.hovered() {
                    session.selection.pointed = Some(which.clone());
                }
                if response.clicked() {
                    session.selection.choose(which);
                }
            }
        });
}
