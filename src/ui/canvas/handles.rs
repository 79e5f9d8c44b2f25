//! The handles by which links are drawn and re-attached: circles on the canvas, each with room
//! enough to be hit.

use egui::{Id, Pos2, Rect, Sense, Ui, Vec2};

use super::convert::{pos, rect};
use super::pane::{Look, PaneOutput, Seen, link_of, take_inputs};
use crate::editor::tool::{Hand, Spot, Tool};
use crate::editor::{BodyRef, Line, LinkRef, Picture};
use crate::geom::Point;
use crate::model::LinkEnd;

/// Width of the box in which a handle is hit.
const ROOM: f32 = 24.0;
/// Cards smaller than this on the screen have no handles: they would hide the card.
const SMALLEST: Vec2 = Vec2::new(56.0, 18.0);

/// The middles of a card's sides; a low card has handles left and right only, so that it can
/// still be taken hold of.
pub(super) fn places(card: Rect) -> Vec<Pos2> {
    if card.width() < SMALLEST.x || card.height() < SMALLEST.y {
        return Vec::new();
    }
    let mut places = vec![card.left_center(), card.right_center()];
    if card.height() >= 2.0 * ROOM {
        places.extend([card.center_top(), card.center_bottom()]);
    }
    places
}

/// The bodies whose cards have handles now: the one selected, the one pointed at, the one from
/// which a line is drawn.
pub(super) fn bearers<'a>(look: &Look<'a>, hand: &'a Hand) -> Vec<&'a BodyRef> {
    let mut bodies: Vec<&BodyRef> = match &hand.tool {
        Tool::Connect(line) => vec![&line.from],
        Tool::Rest => {
            let chosen = look.selection.bodies();
            let only = chosen.first().filter(|_| chosen.len() == 1);
            only.into_iter().chain(&look.selection.hovered).collect()
        }
        _ => Vec::new(),
    };
    bodies.dedup();
    bodies
}

/// The ends of a link's line with the body that each stands at.
pub(super) fn ends(picture: &Picture, line: &Line) -> Option<[(LinkEnd, Point); 2]> {
    let (first, last) = (*line.points.first()?, *line.points.last()?);
    let structure = link_of(picture, line)?.structure;
    let from = picture.card(&BodyRef::new(&structure, &line.from))?.rect;
    let to = picture.card(&BodyRef::new(&structure, &line.to))?.rect;
    let away = |rect: crate::geom::Rect, p: Point| {
        let x = (rect.x0 - p.x).max(p.x - rect.x1).max(0.0);
        let y = (rect.y0 - p.y).max(p.y - rect.y1).max(0.0);
        x + y
    };
    let straight = away(from, first) + away(to, last);
    let turned = away(from, last) + away(to, first);
    Some(if straight <= turned {
        [(LinkEnd::From, first), (LinkEnd::To, last)]
    } else {
        [(LinkEnd::From, last), (LinkEnd::To, first)]
    })
}

/// The line of a link.
pub(super) fn line_of<'a>(picture: &'a Picture, link: &LinkRef) -> Option<&'a Line> {
    let mut lines = picture.lines.iter();
    lines.find(|line| line.link == link.link && link_of(picture, line).as_ref() == Some(link))
}

/// The middle of a link's line, where what speaks of the link stands, and its two ends.
pub(crate) fn link_anchor(picture: &Picture, link: &LinkRef) -> Option<(Point, [Point; 2])> {
    let points = &line_of(picture, link)?.points;
    let longest = crate::geom::segments(points).max_by(|a, b| a.length().total_cmp(&b.length()))?;
    let ends = [*points.first()?, *points.last()?];
    Some((longest.a.midpoint(longest.b), ends))
}

pub(super) fn sense(
    ui: &mut Ui,
    picture: &Picture,
    look: &Look<'_>,
    hand: &Hand,
    seen: &Seen,
    out: &mut PaneOutput,
) {
    let sense = Sense::CLICK | Sense::DRAG;
    for body in bearers(look, hand) {
        let Some(card) = picture.card(body) else {
            continue;
        };
        let place = rect(seen.camera.screen_rect(seen.view, card.rect));
        for (side, at) in places(place).into_iter().enumerate() {
            let id = Id::new(("handle", super::body_id(body), side));
            let response = ui.interact(around(at), id, sense);
            if response.hovered() {
                out.hovered = Some(body.clone());
                out.line = None;
            }
            take_inputs(ui, &response, Spot::Handle(body.clone()), seen, out);
        }
    }
    let chosen = look.selection.link();
    let line = chosen.and_then(|link| line_of(picture, link));
    let Some((link, ends)) = chosen.zip(line.and_then(|line| ends(picture, line))) else {
        return;
    };
    for (end, at) in ends {
        let at = pos(seen.camera.screen_from_page(seen.view, at));
        let id = Id::new(("link end", end == LinkEnd::From));
        let response = ui.interact(around(at), id, sense);
        take_inputs(ui, &response, Spot::LinkEnd(link.clone(), end), seen, out);
    }
}

fn around(at: Pos2) -> Rect {
    Rect::from_center_size(at, Vec2::splat(ROOM))
}
