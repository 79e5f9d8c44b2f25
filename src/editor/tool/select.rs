//! Selecting: a click, a click with Shift, a box drawn on the ground.

use super::{Marquee, Spot, Tool};
use crate::editor::{BodyRef, Picture, Session};
use crate::geom::{Point, overlap};

pub(super) fn click(session: &mut Session, spot: Spot, add: bool) {
    let selection = &mut session.selection;
    match spot {
        Spot::Card(body) | Spot::Handle(body) if add => selection.toggle(body),
        Spot::Card(body) | Spot::Handle(body) => selection.choose(body),
        Spot::Line(link) | Spot::LinkEnd(link, _) => selection.choose_link(link),
        Spot::Ground | Spot::Collective(_) if add => {}
        Spot::Ground | Spot::Collective(_) => selection.clear(),
    }
}

pub(super) fn press(session: &mut Session, at: Point, add: bool) -> Tool {
    let before = session.selection.selected().clone();
    let kept = if add {
        session.selection.bodies().to_vec()
    } else {
        Vec::new()
    };
    session.selection.choose_all(kept.clone());
    Tool::Marquee(Marquee {
        from: at,
        to: at,
        kept,
        before,
    })
}

/// Every card that the box touches is selected, as it is drawn.
pub(super) fn drag(session: &mut Session, picture: &Picture, mut marquee: Marquee, at: Point) {
    marquee.to = at;
    let area = marquee.rect();
    let touched = picture.cards.iter().filter(|c| overlap(area, c.rect, 0.0));
    let bodies: Vec<BodyRef> = touched.map(|c| c.body.clone()).collect();
    let kept = marquee.kept.iter().cloned();
    session.selection.choose_all(kept.chain(bodies));
    session.hand.tool = Tool::Marquee(marquee);
}
