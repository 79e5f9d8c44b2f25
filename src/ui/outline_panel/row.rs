//! One row of the list.

use egui::{Align2, FontId, Rect, Response, Sense, Ui, Vec2, WidgetInfo, WidgetType};
use egui_phosphor::regular as icon;

use super::super::canvas::convert::colour;
use super::super::theme::{self, strong_family};
use super::super::widgets::{clipped_galley, focus_ring, muted_colour, paint_sample};
use super::state::{ROW, indent, row_id};
use crate::editor::{BodyRef, Section, Session};
use crate::model::Body;
use crate::scene::{Looks, sample};

/// The most rows of text that a name is given.
const ROWS: usize = 4;
/// Width of the kind's sample and the gap behind it.
const SWATCH: f32 = 16.0;

/// A row as it is shown.
pub(super) struct Shown<'a> {
    pub(super) body: &'a Body,
    pub(super) which: BodyRef,
    pub(super) depth: usize,
    /// Whether rows stand below it, and whether these are folded.
    pub(super) fold: Option<bool>,
    /// Whether the keyboard stops here when it passes through the window.
    pub(super) stop: bool,
}

/// What happened to a row.
pub(super) struct Touched {
    pub(super) response: Response,
    pub(super) fold: bool,
}

fn font() -> FontId {
    FontId::proportional(13.0)
}

fn room(ui: &Ui, depth: usize) -> f32 {
    ui.available_width() - indent(depth) - SWATCH - 8.0
}

/// The height of a row with this name.
pub(super) fn height(ui: &Ui, name: &str, depth: usize) -> f32 {
    let tone = ui.visuals().text_color();
    let galley = clipped_galley(ui, (name, font(), tone), room(ui, depth), ROWS);
    (galley.size().y + 6.0).max(ROW)
}

pub(super) fn row_ui(
    ui: &Ui,
    rect: Rect,
    session: &mut Session,
    looks: &Looks<'_>,
    shown: &Shown<'_>,
) -> Touched {
    let theme = looks.theme();
    let (body, which) = (shown.body, &shown.which);
    let selected = session.selection.holds(which);
    let mut sense = Sense::CLICK | Sense::DRAG;
    if shown.stop {
        sense |= Sense::FOCUSABLE;
    }
    let response = ui.interact(rect, row_id(which), sense);
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
        node.set_level(shown.depth + 1);
        if let Some(folded) = shown.fold {
            node.set_expanded(!folded);
        }
    });
    if response.hovered() {
        session.selection.pointed = Some(which.clone());
    }
    let painter = ui.painter();
    if selected {
        painter.rect_filled(rect, 0.0, colour(theme.ui.accent_tint));
        let bar = Rect::from_min_size(rect.min, Vec2::new(3.0, rect.height()));
        painter.rect_filled(bar, 0.0, colour(theme.ui.accent));
    } else if response.hovered() || session.selection.hovered.as_ref() == Some(which) {
        painter.rect_filled(rect, 0.0, colour(theme.ui.raised));
    }
    let at = rect.min + Vec2::new(indent(shown.depth), 4.5);
    let swatch = Rect::from_min_size(at + Vec2::new(0.0, 1.0), Vec2::new(9.0, 14.0));
    paint_sample(ui, swatch, |r| sample::kind(looks.body(body), theme, r));
    let tone = colour(theme.ui.text);
    let words = (body.name.as_str(), font(), tone);
    let text = clipped_galley(ui, words, room(ui, shown.depth), ROWS);
    let cut = text.elided;
    painter.galley(at + Vec2::new(SWATCH, -1.0), text, tone);
    let response = if cut {
        response.on_hover_text(&body.name)
    } else {
        response
    };
    let fold = shown
        .fold
        .is_some_and(|folded| fold_ui(ui, rect, shown, folded));
    let inner = response.clone().with_new_rect(rect.shrink(3.0));
    focus_ring(ui, &inner);
    Touched { response, fold }
}

/// The triangle before a row with rows below it.
fn fold_ui(ui: &Ui, rect: Rect, shown: &Shown<'_>, folded: bool) -> bool {
    let right = rect.left() + indent(shown.depth) - 2.0;
    let place = Rect::from_min_size(egui::pos2(right - 24.0, rect.top()), Vec2::splat(ROW));
    let id = row_id(&shown.which).with("fold");
    let response = ui.interact(place, id, Sense::CLICK);
    let sign = if folded {
        icon::CARET_RIGHT
    } else {
        icon::CARET_DOWN
    };
    let tone = if response.hovered() {
        ui.visuals().text_color()
    } else {
        muted_colour(ui)
    };
    let at = place.right_center() - Vec2::new(9.0, 0.0);
    ui.painter().text(
        at,
        Align2::CENTER_CENTER,
        sign,
        FontId::proportional(12.0),
        tone,
    );
    response.widget_info(|| {
        let verb = if folded { "Unfold" } else { "Fold" };
        let words = format!("{verb} {}", shown.body.name);
        WidgetInfo::labeled(WidgetType::Button, true, words)
    });
    response.clicked()
}

/// The title of a part and how many bodies it has.
pub(super) fn heading_ui(ui: &Ui, rect: Rect, section: Section, count: usize) {
    let Some(title) = section.title() else {
        return;
    };
    let tone = muted_colour(ui);
    let middle = rect.center().y + 3.0;
    let left = egui::pos2(rect.left() + 12.0, middle);
    let font = FontId::new(12.0, strong_family());
    ui.painter()
        .text(left, Align2::LEFT_CENTER, title, font, tone);
    let right = egui::pos2(rect.right() - 12.0, middle);
    let font = FontId::proportional(12.0);
    ui.painter()
        .text(right, Align2::RIGHT_CENTER, count.to_string(), font, tone);
    let response = ui.interact(rect, egui::Id::new(("outline part", title)), Sense::empty());
    response
        .widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{title}: {count}")));
}

/// The colours of the window, for what is painted over the rows.
pub(super) fn accent(ui: &Ui) -> egui::Color32 {
    colour(theme::theme(ui.ctx()).ui.accent)
}
