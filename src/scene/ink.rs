//! The photocopier: a scene in greys or in black and white.

use super::options::Ink;
use super::{Colour, Item, Page};

/// Changes every colour of a page to the ink.
pub(super) fn apply(page: &mut Page, ink: Ink) {
    let change = |colour: Colour| match ink {
        Ink::Colour => colour,
        Ink::Grey => colour.grey(),
        Ink::Mono if colour.luminance() > 0.45 => Colour::hex(0x00FF_FFFF),
        Ink::Mono => Colour::hex(0),
    };
    page.recolour(change);
}

impl Page {
    /// Changes every colour of the page.
    pub fn recolour(&mut self, change: impl Fn(Colour) -> Colour) {
        self.ground = change(self.ground);
        for item in self.groups.iter_mut().flat_map(|g| &mut g.items) {
            match item {
                Item::Text { colour, .. } => *colour = change(*colour),
                Item::Shape { fill, stroke, .. } => {
                    *fill = fill.map(&change);
                    if let Some(stroke) = stroke {
                        stroke.colour = change(stroke.colour);
                    }
                }
            }
        }
    }
}
