//! Arranging some bodies by themselves: as a drawing of their own, at the place where they stand.

use std::collections::BTreeMap;

use super::tool::Tool;
use super::{BodyRef, PageSetup, Picture, Revision, Session};
use crate::geom::{Rect, union};
use crate::layout::{self, Edge, Node, Request};
use crate::model::{BodyId, Pin, Standing, Structure};

/// Bodies to be arranged by themselves: what the layout is asked, off the window's thread.
#[derive(Clone, Debug)]
pub struct ArrangeOrder {
    /// The state of the project that was asked about; in another one the answer is void.
    pub revision: Revision,
    /// The bodies, in the order of the structure.
    pub bodies: Vec<BodyRef>,
    /// How the view was drawn.
    page: PageSetup,
    /// Upper left corner of the box round their cards.
    corner: (i32, i32),
    request: Request,
}

impl ArrangeOrder {
    /// Whether the window is as it was asked from: nothing is dragged, typed or drawn otherwise.
    #[must_use]
    pub fn still_wanted(&self, session: &Session) -> bool {
        let structure = self.bodies.first().map(|body| &body.structure);
        session.hand.tool == Tool::Rest
            && session.page == self.page
            && structure == Some(&session.structure)
    }

    /// The selected bodies as they are shown; `None` when fewer than two of them are.
    #[must_use]
    pub fn of(session: &Session, picture: &Picture) -> Option<Self> {
        let structure = session.shown()?;
        let all = structure.bodies.iter();
        let refs = all.map(|body| BodyRef::new(structure.id(), &body.id));
        let chosen = refs.filter(|body| session.selection.holds(body));
        let cards: Vec<(BodyRef, Rect)> = chosen
            .filter_map(|body| picture.card(&body).map(|card| (body.clone(), card.rect)))
            .collect();
        let whole = union(cards.iter().map(|(_, rect)| *rect)).filter(|_| cards.len() > 1)?;
        let standings: BTreeMap<&BodyId, _> = structure
            .bodies
            .iter()
            .map(|b| (&b.id, &b.standing))
            .collect();
        let node = |(body, rect): &(BodyRef, Rect)| {
            let standing = standings.get(&body.body);
            Node {
                w: pt(rect.width()),
                h: pt(rect.height()),
                place: match standing.and_then(|s| s.known()) {
                    Some(Standing::Family) => layout::Place::Family,
                    Some(Standing::Outside) => layout::Place::Outside,
                    _ => layout::Place::Structure,
                },
                pin: None,
            }
        };
        let nodes = cards.iter().map(node).collect();
        let bodies: Vec<BodyRef> = cards.into_iter().map(|(body, _)| body).collect();
        Some(Self {
            revision: session.document.revision(),
            page: session.page,
            corner: (pt(whole.x0), pt(whole.y0)),
            request: Request {
                edges: edges(session, structure, &bodies),
                nodes,
                // Of the shape that they have now, so that others have to give way as little as can be.
                room: Some((pt(whole.width()), pt(whole.height()))),
                ..Request::default()
            },
            bodies,
        })
    }

    /// The places of the bodies: a compact tree whose box begins where theirs does.
    #[must_use]
    pub fn places(&self) -> Vec<(BodyId, Pin)> {
        let cells = layout::arrange(&self.request).placement.cells;
        let left = cells.iter().map(|c| c.x).min().unwrap_or(0);
        let top = cells.iter().map(|c| c.y).min().unwrap_or(0);
        let bodies = self.bodies.iter().zip(&cells);
        bodies
            .map(|(body, cell)| {
                let pin = Pin {
                    x: self.corner.0 + cell.x - left,
                    y: self.corner.1 + cell.y - top,
                };
                (body.body.clone(), pin)
            })
            .collect()
    }
}

/// The links among the bodies: the hierarchy, and what is drawn, for which room is kept.
fn edges(session: &Session, structure: &Structure, bodies: &[BodyRef]) -> Vec<Edge> {
    /// Clear room in pt for what is drawn at the ends of lines.
    const CLEAR: i32 = 8;
    let places: BTreeMap<&BodyId, usize> = bodies.iter().map(|b| &b.body).zip(0..).collect();
    let at = |id: &BodyId| places.get(id).copied();
    let filter = session.filter();
    let links = structure.links.iter();
    let links = links.filter(|link| link.hierarchy() || filter.draws(link));
    links
        .enumerate()
        .filter_map(|(class, link)| {
            Some(Edge {
                from: at(&link.from)?,
                to: at(&link.to)?,
                hierarchy: link.hierarchy(),
                // Lines of the hierarchy share their ways; of the others each has its own.
                class: if link.hierarchy() {
                    0
                } else {
                    u32::try_from(class + 1).unwrap_or(u32::MAX)
                },
                clear_from: CLEAR,
                clear_to: CLEAR,
            })
        })
        .collect()
}

/// A length in whole pt.
#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to what a page can hold"
)]
fn pt(length: f64) -> i32 {
    length.round().clamp(-1e6, 1e6) as i32
}
