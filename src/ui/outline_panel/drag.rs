//! Moving a row by the mouse: onto another to report to it, between two to stand there.

use egui::{Align2, FontId, Key, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2};

use super::super::inspector::taken;
use super::row::accent;
use super::state::{Line, OutlineState, indent};
use crate::editor::{Part, Session, Spot};
use crate::model::{BodyId, Structure};

/// Where the pointer is among the lines.
struct Over {
    body: BodyId,
    depth: usize,
    part: Part,
    rect: Rect,
}

impl OutlineState {
    /// Shows where the dragged row will land, and moves it when it is let go.
    pub(super) fn drag_ui(
        &mut self,
        ui: &Ui,
        list: Rect,
        session: &mut Session,
        structure: &Structure,
    ) -> Option<()> {
        let dragged = self.dragged.clone()?;
        if taken(ui, Key::Escape) {
            self.dragged = None;
            return None;
        }
        let pointer = ui.input(|i| i.pointer.interact_pos())?;
        let over = self.over(list, pointer);
        let landing = over.and_then(|over| {
            let spot = self.listing.rows.dropped(&dragged, &over.body, over.part)?;
            Some((over, spot))
        });
        if ui.input(|i| i.pointer.any_released()) {
            self.dragged = None;
            let (_, spot) = landing?;
            if let Some(parent) = &spot.parent {
                self.folded.remove(parent);
            }
            let command = self.listing.rows.move_to(structure, &dragged, &spot)?;
            session.apply(command);
            self.go(ui.ctx(), session, &dragged, false);
            return Some(());
        }
        let words = match &landing {
            Some((over, spot)) => {
                landing_ui(ui, over);
                in_words(structure, spot)
            }
            None => "Drop it on a row, or between two".to_owned(),
        };
        words_ui(ui, pointer, &words);
        Some(())
    }

    fn over(&self, list: Rect, pointer: Pos2) -> Option<Over> {
        if !list.x_range().contains(pointer.x) {
            return None;
        }
        let line = self.listing.line_at(pointer.y - list.top());
        let Some(Line::Row { body, depth, .. }) = self.listing.lines.get(line) else {
            return None;
        };
        let (top, bottom) = self.listing.span(line)?;
        let rect =
            Rect::from_x_y_ranges(list.x_range(), (list.top() + top)..=(list.top() + bottom));
        let edge = (rect.height() / 4.0).min(8.0);
        let part = if pointer.y < rect.top() + edge {
            Part::Above
        } else if pointer.y > rect.bottom() - edge {
            Part::Below
        } else {
            Part::Onto
        };
        Some(Over {
            body: body.clone(),
            depth: *depth,
            part,
            rect,
        })
    }
}

fn landing_ui(ui: &Ui, over: &Over) {
    let stroke = Stroke::new(2.5, accent(ui));
    let y = match over.part {
        Part::Onto => {
            let edge = over.rect.shrink(2.0);
            ui.painter()
                .rect_stroke(edge, 4.0, stroke, StrokeKind::Inside);
            return;
        }
        Part::Above => over.rect.top(),
        Part::Below => over.rect.bottom(),
    };
    let from = over.rect.left() + indent(over.depth);
    ui.painter().hline(from..=over.rect.right(), y, stroke);
}

fn in_words(structure: &Structure, spot: &Spot) -> String {
    match &spot.parent {
        Some(parent) => format!("Reports to {}", structure.body_name(parent)),
        None => "Reports to nobody".to_owned(),
    }
}

/// Words beside the pointer, over everything else.
fn words_ui(ui: &Ui, pointer: Pos2, words: &str) {
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::new("outline drop"));
    let painter = ui.ctx().layer_painter(layer);
    let tone = ui.visuals().text_color();
    let galley = painter.layout_no_wrap(words.to_owned(), FontId::proportional(13.0), tone);
    let at = Align2::LEFT_TOP.anchor_size(pointer + Vec2::new(14.0, 12.0), galley.size());
    let ground = at.expand2(Vec2::new(6.0, 4.0));
    let stroke = Stroke::new(1.0, accent(ui));
    painter.rect(
        ground,
        4.0,
        ui.visuals().panel_fill,
        stroke,
        StrokeKind::Inside,
    );
    painter.galley(at.min, galley, tone);
}
