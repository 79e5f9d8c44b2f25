//! Lines that stand for several links, as widgets: to be pointed at, focused, read aloud, opened.
//!
//! The place that takes the keyboard is that of the words; the pointer may be anywhere on the line.

use egui::{CursorIcon, Id, Key, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use super::convert::rect;
use super::pane::{Look, PaneOutput, Seen, take_inputs};
use crate::editor::tool::{Input, Spot};
use crate::editor::{CollectiveLine, CollectiveRef, Picture, stands_for};

/// Words smaller than this on the screen are too small to be pointed at.
const LOWEST: f32 = 4.0;

fn id_of(line: &CollectiveRef) -> Id {
    Id::new(("collective", line.structure.as_str(), line.id.as_str()))
}

/// Takes what is done on the words of the lines in sight.
pub(super) fn sense(
    ui: &Ui,
    picture: &Picture,
    look: &Look<'_>,
    seen: &Seen,
    area: Rect,
    out: &mut PaneOutput,
) {
    for line in &picture.collective {
        let place = rect(seen.camera.screen_rect(seen.view, line.words)).intersect(area);
        if place.is_positive() && place.height() >= LOWEST {
            line_ui(ui, line, place, look, seen, out);
        }
    }
}

fn line_ui(
    ui: &Ui,
    line: &CollectiveLine,
    place: Rect,
    look: &Look<'_>,
    seen: &Seen,
    out: &mut PaneOutput,
) {
    let which = CollectiveRef::of(&line.role);
    // A line of words is lower than what a finger or an unsteady hand hits.
    let grown = Vec2::new(2.0, (24.0 - place.height()).max(0.0) / 2.0);
    let response = ui.interact(place.expand2(grown), id_of(&which), Sense::click_and_drag());
    response.widget_info(|| {
        let sentence = stands_for(look.project, &line.role);
        WidgetInfo::labeled(WidgetType::Button, true, sentence)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description("Draws each of them");
    });
    let focused = response.has_focus();
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.hovered() || focused {
        out.line = None;
        out.collective = Some((which.clone(), focused));
    }
    // Enter and Space click what has the keyboard, where no pointer is.
    let by_key = focused && ui.input(|i| i.key_pressed(Key::Enter) || i.key_pressed(Key::Space));
    if by_key {
        let (spot, at, add) = (Spot::Collective(which), line.words.center(), false);
        out.inputs.push(Input::Click { spot, at, add });
    } else {
        take_inputs(ui, &response, Spot::Collective(which), seen, out);
    }
}

/// The line under the pointer, where it has no words.
pub(super) fn under(picture: &Picture, seen: &Seen, at: Pos2, reach: f64) -> Option<CollectiveRef> {
    let line = picture.collective_at(seen.page(at), reach / seen.camera.zoom)?;
    Some(CollectiveRef::of(&line.role))
}
