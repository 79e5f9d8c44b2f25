//! A small panel that floats over the canvas, beside what it speaks of.

use egui::{Frame, Id, Margin, Pos2, Rect, Sense, Stroke, Ui, UiBuilder, Vec2};

use super::convert::colour;
use crate::ui::theme;

/// Room between a bubble and what it speaks of, or the edge of the canvas.
const GAP: f32 = 8.0;
/// Room that a handle needs round its middle.
const HANDLE: f32 = 12.0;

/// Sizes that differ by no more are the same one, rounded.
const ROUNDED: f32 = 1.5;

/// Where a bubble stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Beside<'a> {
    /// Below a box, or above it where there is no room.
    Under(Rect),
    /// Over a box, from its upper left corner on.
    Over(Rect),
    /// Near a box without covering two places, such as the ends of a line, and as little as can
    /// be of other boxes; at the foot of the canvas where there is no such room.
    Clear(Rect, [Pos2; 2], &'a [Rect]),
}

/// Shows a bubble of this width at most, wholly inside the canvas.
pub(crate) fn bubble<R>(
    ui: &mut Ui,
    name: &str,
    beside: Beside<'_>,
    width: f32,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let area = ui.max_rect();
    let width = width.min(area.width() - 2.0 * GAP);
    let id = Id::new(("bubble", name));
    let known: Option<Vec2> = ui.data(|d| d.get_temp(id));
    let size = known.unwrap_or(Vec2::new(width, 44.0));
    let place = Rect::from_min_size(corner(beside, size, area), size);
    // A click between its parts is not meant for the canvas below.
    ui.interact(place, id.with("ground"), Sense::CLICK | Sense::DRAG);
    let room = Rect::from_min_size(place.min, Vec2::new(width, area.height()));
    let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt(id));
    child.set_clip_rect(area.intersect(ui.clip_rect()));
    let colours = &theme::theme(ui.ctx()).ui;
    let shown = Frame::new()
        .fill(colour(colours.panel))
        .stroke(Stroke::new(1.0, colour(colours.control)))
        .corner_radius(4)
        .inner_margin(Margin::same(8))
        .show(&mut child, add);
    let now = shown.response.rect.size();
    // Sizes are rounded where a bubble stands: by a point it must not go elsewhere and back for ever.
    if known.is_none_or(|known| (known - now).abs().max_elem() > ROUNDED) {
        ui.data_mut(|d| d.insert_temp(id, now));
        ui.ctx().request_repaint();
    }
    shown.inner
}

/// The upper left corner of a bubble of this size.
fn corner(beside: Beside<'_>, size: Vec2, area: Rect) -> Pos2 {
    let inside = area.shrink(GAP);
    let held = |at: Pos2| at.clamp(inside.min, (inside.max - size).max(inside.min));
    match beside {
        Beside::Over(anchor) => held(anchor.min),
        Beside::Under(anchor) => {
            let [below, above, ..] = around(anchor, size);
            let fits = below.y + size.y <= inside.max.y;
            held(if fits { below } else { above })
        }
        Beside::Clear(anchor, kept, cards) => {
            let clear = |at: &Pos2| {
                let place = Rect::from_min_size(*at, size);
                let near = place.expand(HANDLE);
                inside.contains_rect(place) && !kept.iter().any(|p| near.contains(*p))
            };
            let foot = inside.center_bottom() - Vec2::new(size.x / 2.0, size.y + 3.0 * GAP);
            // A little farther off, a short line has room between bubble and ends too.
            let farther = around(anchor.expand(2.0 * HANDLE), size);
            let places = around(anchor, size).into_iter().chain(farther);
            let covers = |at: &Pos2| covered(Rect::from_min_size(*at, size), cards);
            let best = places
                .filter(clear)
                .min_by(|a, b| covers(a).total_cmp(&covers(b)));
            held(best.unwrap_or(foot))
        }
    }
}

/// How much of these boxes a place covers.
pub(super) fn covered(place: Rect, cards: &[Rect]) -> f32 {
    let parts = cards.iter().map(|card| card.intersect(place));
    parts
        .filter(|part| part.is_positive())
        .map(|part| part.area())
        .sum()
}

/// Below, above, to the right and to the left of a box.
fn around(anchor: Rect, size: Vec2) -> [Pos2; 4] {
    let (x, y) = (
        anchor.center().x - size.x / 2.0,
        anchor.center().y - size.y / 2.0,
    );
    [
        Pos2::new(x, anchor.max.y + GAP),
        Pos2::new(x, anchor.min.y - GAP - size.y),
        Pos2::new(anchor.max.x + GAP, y),
        Pos2::new(anchor.min.x - GAP - size.x, y),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bubble_stays_inside_and_goes_above_where_there_is_no_room() {
        let area = Rect::from_min_max(Pos2::ZERO, Pos2::new(400.0, 300.0));
        let size = Vec2::new(200.0, 40.0);
        let low = Rect::from_min_size(Pos2::new(380.0, 270.0), Vec2::new(20.0, 20.0));
        let at = corner(Beside::Under(low), size, area);
        assert_eq!(at, Pos2::new(192.0, 222.0));
        let high = Rect::from_min_size(Pos2::new(100.0, 10.0), Vec2::new(20.0, 20.0));
        assert_eq!(
            corner(Beside::Under(high), size, area),
            Pos2::new(10.0, 38.0)
        );
        let far = Rect::from_min_size(Pos2::new(-90.0, -10.0), Vec2::new(20.0, 20.0));
        assert_eq!(corner(Beside::Over(far), size, area), Pos2::new(8.0, 8.0));
    }

    #[test]
    fn a_bubble_leaves_the_ends_of_a_line_free() {
        let area = Rect::from_min_max(Pos2::ZERO, Pos2::new(800.0, 600.0));
        let size = Vec2::new(200.0, 40.0);
        let anchor = Rect::from_center_size(Pos2::new(400.0, 300.0), Vec2::splat(16.0));
        let ends = [Pos2::new(400.0, 330.0), Pos2::new(400.0, 270.0)];
        let at = corner(Beside::Clear(anchor, ends, &[]), size, area);
        assert_eq!(
            at,
            Pos2::new(416.0, 280.0),
            "to the right of an upright line"
        );
        let card = Rect::from_min_size(Pos2::new(420.0, 270.0), Vec2::new(120.0, 60.0));
        let at = corner(Beside::Clear(anchor, ends, &[card]), size, area);
        assert_eq!(at, Pos2::new(184.0, 280.0), "away from a neighbour");
        let narrow = Rect::from_min_max(Pos2::new(300.0, 0.0), Pos2::new(520.0, 600.0));
        let at = corner(Beside::Clear(anchor, ends, &[]), size, narrow);
        assert_eq!(at, Pos2::new(310.0, 528.0), "at the foot");
    }
}
