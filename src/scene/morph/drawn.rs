//! The cards and lines of one side as the film needs them: each card twice, quiet and with what becomes of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::steps::Plan;
use super::{Side, joint::Both};
use crate::geom::{Point, Rect};
use crate::model::{Body, BodyId, Language};
use crate::say::Label;
use crate::scene::options::Options;
use crate::scene::plan::{Placed, rect_of};
use crate::scene::style::{CLOSE, Looks};
use crate::scene::{BodyRole, Geometry, Group, Item, Page, Role, Stroke, words};
use crate::text::shape;

/// A side's groups: everything as nothing happens to it, then the cards again with what becomes of them,
/// then lines.
pub(super) struct Drawn {
    pub(super) side: Side,
    pub(super) page: Page,
    /// The two cards of each body by their groups.
    pub(super) cards: BTreeMap<BodyId, (usize, usize)>,
}

pub(super) fn drawn(
    both: &Both<'_>,
    placed: &Placed<'_>,
    side: Side,
    looks: &Looks<'_>,
    options: &Options,
) -> Drawn {
    let earlier = side == Side::Earlier;
    let all = both.side(placed, earlier, looks, options);
    let (mut groups, mut marked, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for group in all {
        match &group.role {
            Role::Body(_) => marked.push(group),
            Role::Link(_) => lines.push(group),
            Role::Ghost { .. } => {}
            _ => groups.push(group),
        }
    }
    let first = groups.len();
    let bodies: Vec<Arc<BodyRole>> = marked
        .iter()
        .filter_map(|group| match &group.role {
            Role::Body(role) => Some(Arc::clone(role)),
            _ => None,
        })
        .collect();
    let quiet = bodies.iter().map(|role| quiet(placed, role, looks));
    groups.extend(quiet.collect::<Vec<_>>());
    let numbers = (first..).zip(first + bodies.len()..);
    let cards = bodies.iter().map(|role| role.body.clone()).zip(numbers);
    groups.extend(marked);
    groups.extend(lines);
    Drawn {
        side,
        page: both.page(groups, looks),
        cards: cards.collect(),
    }
}

/// The card of a body as nothing happens to it, in the same box.
fn quiet(placed: &Placed<'_>, role: &Arc<BodyRole>, looks: &Looks<'_>) -> Group {
    let index = placed.sheet.index.get(&role.body).copied();
    let index = index.unwrap_or(usize::MAX);
    let parts = (
        placed.sheet.structure.bodies.get(index),
        placed.sheet.cards.get(index),
        placed.cells.get(index),
    );
    let items = match parts {
        (Some(body), Some(card), Some(cell)) => card
            .quiet(settled(placed.sheet.structure.language(), body))
            .draw(looks.theme(), rect_of(*cell)),
        _ => Vec::new(),
    };
    let role = BodyRole {
        fate: None,
        ..(**role).clone()
    };
    Group {
        role: Role::Body(Arc::new(role)),
        items,
    }
}

/// The small lines of a card without what a comparison says.
fn settled(language: Language, body: &Body) -> Vec<String> {
    words::figures(language, body)
        .into_iter()
        .chain(words::condition(language, body))
        .collect()
}

impl Drawn {
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        self.cards.values().copied().collect()
    }

    pub(super) fn group(&self, at: usize) -> Option<&Group> {
        self.page.groups.get(at)
    }

    /// The box of a body's card.
    pub(super) fn place(&self, body: &BodyId) -> Option<Rect> {
        let (quiet, _) = self.cards.get(body)?;
        self.group(*quiet)?.outline()
    }

    /// The card of a body as nothing happens to it.
    pub(super) fn quiet(&self, body: &BodyId) -> Option<&Group> {
        self.group(self.cards.get(body)?.0)
    }

    /// Cards of a step that say nothing of it get a word on their edge: nothing is told by colour alone.
    pub(super) fn tag(&mut self, language: Language, plan: &Plan, looks: &Looks<'_>) {
        let stands = match self.side {
            Side::Earlier => &plan.old,
            Side::Later => &plan.new,
        };
        for (body, (quiet, marked)) in &self.cards {
            let groups = &self.page.groups;
            if !stands.contains_key(body) || !alike(groups.get(*quiet), groups.get(*marked)) {
                continue;
            }
            if let Some(group) = self.page.groups.get_mut(*marked)
                && let Some(outline) = group.outline()
            {
                group
                    .items
                    .extend(tag(Label::ChangesTag.in_language(language), outline, looks));
            }
        }
    }
}

/// Whether two groups look the same.
pub(super) fn alike(a: Option<&Group>, b: Option<&Group>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.items == b.items)
}

/// A word on the upper edge of a card.
fn tag(word: &str, card: Rect, looks: &Looks<'_>) -> [Item; 2] {
    const HEIGHT: f64 = 11.0;
    let colours = &looks.theme().ui;
    let style = CLOSE.name.scaled(0.85);
    let run = shape(word, style);
    let width = run.width + 8.0;
    let x = (card.x1 - width - 6.0).max(card.x0);
    // Over the card rather than on it, where its name may stand.
    let y = card.y0 - HEIGHT;
    [
        Item::Shape {
            geometry: Geometry::Rect {
                rect: Rect::new(x, y, x + width, y + HEIGHT),
                radii: [3.0; 4],
            },
            fill: Some(colours.paper),
            stroke: Some(Stroke::solid(colours.accent, 1.0)),
        },
        Item::Text {
            at: Point::new(x + 4.0, y + HEIGHT / 2.0 + style.size * 0.34),
            run,
            colour: colours.text,
        },
    ]
}
