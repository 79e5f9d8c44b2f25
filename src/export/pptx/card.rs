//! A card: one shape with the words, its band and marks beside it, all one group.

use super::element::{Element, Taken, elements};
use super::glue::Spot;
use super::outline;
use super::sheet::{Name, Sheet};
use super::text::Words;
use super::unit::Frame;
use crate::scene::{Geometry, Group, Item, Role};

impl Sheet<'_> {
    /// Writes the card of a body; `ends` are the ends of lines at it, which move with it.
    pub(super) fn card(
        &mut self,
        group: &Group,
        spot: Option<&Spot<'_>>,
        ends: Option<&Vec<&Item>>,
        shared: f64,
        taken: &Taken,
    ) {
        let (Some(spot), Role::Body(role)) = (spot, &group.role) else {
            return;
        };
        let told = self.slide.told(role);
        let elements = elements(&group.items, Some(spot.item), taken);
        let ends: &[&Item] = ends.map_or(&[], Vec::as_slice);
        if let ([element], []) = (elements.as_slice(), ends) {
            self.face(element, spot, shared, &told.name, &told.words);
            return;
        }
        let about = Name {
            words: &told.name,
            ..Name::of(&told.name)
        };
        self.grouped(&about, |sheet| {
            let mut around: Option<Frame> = None;
            let mut grow = |frame: Option<Frame>| {
                around = match (around, frame) {
                    (Some(a), Some(b)) => Some(a.union(b)),
                    (a, b) => a.or(b),
                };
            };
            for element in &elements {
                if is_face(element, &group.items, spot.item) {
                    grow(sheet.face(element, spot, shared, &told.name, &told.words));
                } else {
                    grow(sheet.elements(std::slice::from_ref(element), shared, "Mark"));
                }
            }
            let mut drawn: Vec<&Item> = Vec::new();
            for end in ends {
                // Lines that share a trunk share its end.
                if !drawn.contains(end) {
                    drawn.push(end);
                }
            }
            let drawn: Vec<Item> = drawn.into_iter().cloned().collect();
            let ends = super::element::elements(&drawn, None, taken);
            grow(sheet.elements(&ends, 1.0, "End of a line"));
            around
        });
    }

    /// The shape that carries the words, and that lines are glued to.
    fn face(
        &mut self,
        element: &Element<'_>,
        spot: &Spot<'_>,
        shared: f64,
        name: &str,
        said: &str,
    ) -> Option<Frame> {
        let Element::Shape {
            geometry: Geometry::Rect { rect, radii },
            fill,
            stroke,
            words,
        } = element
        else {
            return None;
        };
        let outline = outline::rounded(*rect, *radii, self.unit, &spot.sites);
        let name = Name {
            words: said,
            ..Name::of(name)
        };
        let factor = words.as_ref().map_or(1.0, Words::factor).min(shared);
        let words = words.as_ref().map(|words| (words, factor));
        self.shape(spot.id, &name, &outline, (*fill, *stroke), words);
        Some(outline.frame)
    }
}

/// Whether an element is the face of the card.
fn is_face(element: &Element<'_>, items: &[Item], face: usize) -> bool {
    match (element, items.get(face)) {
        (Element::Shape { geometry, .. }, Some(Item::Shape { geometry: own, .. })) => {
            std::ptr::eq(*geometry, own)
        }
        _ => false,
    }
}
