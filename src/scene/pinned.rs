//! Cards put by hand that would overlap, whichever form of card a sheet asks for.

use super::pages::Excerpt;
use super::plan::diagram_sheet;
use super::style::{Looks, REGULAR};
use super::theme::Theme;
use crate::layout::{self, Node};
use crate::model::{BodyId, Project, Structure, StructureId};

/// Pairs of bodies whose pins meet; the drawing moves the card of the second aside.
#[must_use]
pub fn met_pins(project: &Project) -> Vec<(&StructureId, [&BodyId; 2])> {
    let of = |structure| {
        let pairs = met_in(project, structure).into_iter();
        pairs.map(|pair| (&structure.head.id, pair))
    };
    project.structures.iter().flat_map(of).collect()
}

fn met_in<'a>(project: &'a Project, structure: &'a Structure) -> Vec<[&'a BodyId; 2]> {
    let bodies = &structure.bodies;
    if bodies.iter().filter(|b| b.pin.is_some()).count() < 2 {
        return Vec::new();
    }
    let body = |i: usize| bodies.get(i).map(|b| &b.id);
    let met = layout::met_pins(&smallest(project, structure));
    met.into_iter()
        .filter_map(|(first, second)| Some([body(first)?, body(second)?]))
        .collect()
}

/// Each body with the least width and the least height that its card can have.
fn smallest(project: &Project, structure: &Structure) -> Vec<Node> {
    let looks = Looks::new(project, Theme::of(super::theme::ThemeName::Light));
    let mut out: Option<Vec<Node>> = None;
    for measures in REGULAR.variants() {
        let sheet = diagram_sheet(
            project,
            structure,
            &looks,
            measures,
            &Excerpt::default(),
            None,
        );
        let nodes = (0..sheet.cards.len()).map(|i| sheet.node(i));
        out = Some(match out {
            None => nodes.collect(),
            Some(found) => {
                let least = |(a, b): (Node, Node)| Node {
                    w: a.w.min(b.w),
                    h: a.h.min(b.h),
                    ..a
                };
                found.into_iter().zip(nodes).map(least).collect()
            }
        });
    }
    out.unwrap_or_default()
}
