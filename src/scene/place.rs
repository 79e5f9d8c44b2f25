//! From a project to layout requests: cards measured, links classed, slots made.

use std::collections::{BTreeMap, BTreeSet};

use super::card::Card;
use super::options::Filter;
use super::plan::region_words;
use super::style::{End, Looks};
use crate::layout::{Edge, Node, Place};
use crate::model::{Body, BodyId, Link, Standing, Structure};

/// A structure with what layout needs to know about it.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    pub(super) structure: &'a Structure,
    /// The card of each body, in the order of the structure.
    pub(super) cards: Vec<Card<'a>>,
    /// Place of each body in the list.
    pub(super) index: BTreeMap<&'a BodyId, usize>,
    /// The words over regions in another language, which must find room in the same places.
    pub(super) also: Option<[&'static str; 3]>,
    /// The words over bodies of the family.
    pub(super) apart: &'static str,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(structure: &'a Structure, cards: Vec<Card<'a>>) -> Self {
        let [_, apart, _] = region_words(structure.language());
        let index = structure
            .bodies
            .iter()
            .enumerate()
            .map(|(i, b)| (&b.id, i))
            .collect();
        Self {
            structure,
            cards,
            index,
            also: None,
            apart,
        }
    }

    /// The words over the regions of bodies apart from the hierarchy.
    pub(super) fn region_words(&self) -> [&'static str; 3] {
        let [loose, _, outside] = region_words(self.structure.language());
        [loose, self.apart, outside]
    }

    /// The body at a place of the list.
    pub(super) fn body(&self, i: usize) -> Option<&'a Body> {
        self.structure.bodies.get(i)
    }

    /// Size of a card in whole pt.
    pub(super) fn size(&self, i: usize) -> (i32, i32) {
        self.cards
            .get(i)
            .map_or((0, 0), |c| (whole(c.width), whole(c.height)))
    }

    pub(super) fn node(&self, i: usize) -> Node {
        let (w, h) = self.size(i);
        Node {
            w,
            h,
            place: self.body(i).map_or(Place::Structure, place_of),
            pin: self
                .body(i)
                .and_then(|b| b.pin.as_ref())
                .map(|p| (p.x, p.y)),
        }
    }

    /// The links to be routed: those drawn, and all of the hierarchy, which shapes the drawing.
    pub(super) fn links(&self, filter: &Filter) -> Vec<&'a Link> {
        self.structure
            .links
            .iter()
            .filter(|l| l.hierarchy() || filter.draws(l))
            .collect()
    }

    /// The links as edges between the places that `slot` gives to bodies.
    pub(super) fn edges(
        &self,
        links: &[&'a Link],
        looks: &Looks<'_>,
        slot: impl Fn(usize) -> usize,
    ) -> Vec<Edge> {
        let key = |link: &&'a Link| {
            let (kind, certainty) = (link.kind.as_str(), link.certainty.as_str());
            (kind, link.permission, link.seats, certainty)
        };
        // Numbered by what they are, so that the order of records changes nothing.
        let classes: BTreeSet<_> = links.iter().map(key).collect();
        let classes: BTreeMap<_, u32> = classes.into_iter().zip(0..).collect();
        links
            .iter()
            .filter_map(|link| {
                let class = classes.get(&key(link)).copied().unwrap_or(u32::MAX);
                let look = looks.link(link);
                let (clear_from, clear_to) = clearance(look.end, look.end_at_from);
                Some(Edge {
                    from: slot(*self.index.get(&link.from)?),
                    to: slot(*self.index.get(&link.to)?),
                    hierarchy: link.hierarchy(),
                    class,
                    clear_from,
                    clear_to,
                })
            })
            .collect()
    }
}

/// Clear room that a line needs at its two ends.
pub(super) fn clearance(end: End, at_from: bool) -> (i32, i32) {
    if at_from {
        (end.room(), 4)
    } else {
        (4, end.room())
    }
}

/// Where a body stands in the arrangement.
pub(super) fn place_of(body: &Body) -> Place {
    match body.standing.known() {
        Some(Standing::Family) => Place::Family,
        Some(Standing::Outside) => Place::Outside,
        _ => Place::Structure,
    }
}

/// A length taken up to whole pt.
#[expect(
    clippy::cast_possible_truncation,
    reason = "lengths of cards and labels are small"
)]
pub(super) fn whole(length: f64) -> i32 {
    length.clamp(0.0, 1.0e8).ceil() as i32
}
