//! From one structure to another in steps: what is seen at every moment of the way, and where.
//!
//! Both structures stand in shared places. Every row of lineage that changes something is a step, in the
//! order of their dates as far as known. Groups are never redrawn on the way: they come, go and move. So
//! the same steps can be played in a window, or each be a slide.

mod cards;
mod excerpt;
mod lines;
mod moment;
mod panes;
mod slides;
mod steps;
#[cfg(test)]
mod tests;
mod titles;
mod track;
mod when;
mod worded;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::compare::{self as joint, Both};
use super::options::{Options, Orientation, Paper, Slots};
use super::page::Panes;
use super::plan::{Placed, rect_of};
use super::style::{CLOSE, Looks};
use super::theme::Theme;
use super::{BodyRole, Geometry, Group, Item, Page, Role, SceneError, Stroke, words};
use crate::geom::{Point, Rect, Vec2};
use crate::model::{Body, BodyId, Fate, Language, Project, StructureId};
use crate::say::{self, Label, Noun};
use crate::text::shape;
pub use slides::{MorphSlide, morph_slides};
use steps::Plan;
use track::Track;

/// Boxes whose corners differ by less stand in one place, in pt.
const SAME: f64 = 1e-6;

/// One of the two structures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Today's.
    Earlier,
    /// The proposed one.
    Later,
}

/// A group of one side as it is seen at a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// The side that it is of.
    pub side: Side,
    /// Its place among that side's groups.
    pub group: usize,
    /// How far it is from its place, in pt.
    pub shift: Vec2,
    /// How much of it is seen, from 0 to 1.
    pub opacity: f64,
}

/// One change on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The change as a sentence.
    pub text: String,
    /// Its date as people write it, or in the words in which it is stated.
    pub date: Option<String>,
    /// What becomes of the bodies; nothing for those of which nothing is said.
    pub fate: Option<Fate>,
    /// The number of its row in the comparison; none for bodies that stand in no row.
    pub row: Option<usize>,
    /// The bodies that it is about, each with its side.
    pub bodies: Vec<(Side, BodyId)>,
}

/// The way from one structure to another.
#[derive(Clone, Debug)]
pub struct Morph {
    sides: [Page; 2],
    tracks: [Vec<Track>; 2],
    /// Of each side the two cards of a body: as nothing happens to it, and with what becomes of it.
    pairs: [Vec<(usize, usize)>; 2],
    steps: Vec<Step>,
    ends: [String; 2],
}

/// The way from one structure to another.
///
/// # Errors
/// [`SceneError`] when the project lacks one of the structures.
pub fn morph(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
    options: &Options,
) -> Result<Morph, SceneError> {
    let options = &Options {
        furniture: false,
        slots: Slots::Shared,
        // Screens and slides lie across, and one structure has all of it.
        paper: Paper::Fit,
        orientation: Orientation::Landscape,
        ..options.clone()
    };
    let looks = Looks::new(project, Theme::of(options.theme));
    let both = joint::together(project, (from, to), options, &looks, Panes::Screen)?;
    let [before, after] = &both.placed;
    let mut sides = [
        drawn(&both, before, Side::Earlier, &looks, options),
        drawn(&both, after, Side::Later, &looks, options),
    ];
    let plan = Plan::new(project, &both.comparison, &sides);
    for side in &mut sides {
        side.tag(project.language, &plan, &looks);
    }
    let tracks = tracks(&both, &plan, &sides);
    let ends = [both.old, both.new].map(|structure| {
        let bodies = say::count(project.language, structure.bodies.len(), Noun::Body);
        format!("{}: {bodies}.", structure.label())
    });
    let [earlier, later] = sides;
    Ok(Morph {
        pairs: [earlier.pairs(), later.pairs()],
        sides: [earlier.page, later.page],
        tracks,
        steps: plan.steps,
        ends,
    })
}

impl Morph {
    /// The changes in their order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many steps there are to the end: every change, and one after which nothing is marked any more.
    #[must_use]
    pub fn last(&self) -> usize {
        self.steps.len() + 1
    }

    /// The step that ends at this number.
    #[must_use]
    pub fn step(&self, at: usize) -> Option<&Step> {
        self.steps.get(at.checked_sub(1)?)
    }

    /// What is to be seen when a step has been done: its sentence; at both ends the structure.
    #[must_use]
    pub fn caption(&self, at: usize) -> &str {
        let [first, last] = &self.ends;
        match self.step(at) {
            Some(step) => &step.text,
            None if at == 0 => first,
            None => last,
        }
    }

    /// The groups of both sides, in the same coordinates.
    #[must_use]
    pub fn sides(&self) -> &[Page; 2] {
        &self.sides
    }

    /// What is seen at a moment: 0 is today, 1 tomorrow.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are few steps")]
    pub fn at(&self, t: f64) -> Vec<Pose> {
        self.after(t * self.last() as f64)
    }

    /// What is seen after so many steps and parts of a step.
    #[must_use]
    pub fn after(&self, place: f64) -> Vec<Pose> {
        let whole = place.round();
        let place = if (place - whole).abs() < 1e-9 {
            whole
        } else {
            place
        };
        let mut out = Vec::new();
        let sides = [Side::Earlier, Side::Later].into_iter();
        for ((side, tracks), pairs) in sides.zip(&self.tracks).zip(&self.pairs) {
            let mut seen: Vec<f64> = tracks.iter().map(|t| t.opacity(place)).collect();
            for (quiet, marked) in pairs {
                // What lies wholly under the other need not be there.
                if seen.get(*marked).is_some_and(|o| *o >= 1.0)
                    && let Some(under) = seen.get_mut(*quiet)
                {
                    *under = 0.0;
                }
            }
            let poses = seen.into_iter().zip(tracks).enumerate();
            out.extend(poses.filter(|(_, (opacity, _))| *opacity > 0.0).map(
                |(group, (opacity, track))| Pose {
                    side,
                    group,
                    shift: track.shift(place),
                    opacity,
                },
            ));
        }
        out
    }
}

/// A side's groups: everything as nothing happens to it, then the cards again with what becomes of them,
/// then lines.
struct Drawn {
    side: Side,
    page: Page,
    /// The two cards of each body by their groups.
    cards: BTreeMap<BodyId, (usize, usize)>,
}

fn drawn(
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
    fn pairs(&self) -> Vec<(usize, usize)> {
        self.cards.values().copied().collect()
    }

    fn group(&self, at: usize) -> Option<&Group> {
        self.page.groups.get(at)
    }

    /// The box of a body's card.
    fn place(&self, body: &BodyId) -> Option<Rect> {
        let (quiet, _) = self.cards.get(body)?;
        self.group(*quiet)?.outline()
    }

    /// The card of a body as nothing happens to it.
    fn quiet(&self, body: &BodyId) -> Option<&Group> {
        self.group(self.cards.get(body)?.0)
    }

    /// Cards of a step that say nothing of it get a word on their edge: nothing is told by colour alone.
    fn tag(&mut self, language: Language, plan: &Plan, looks: &Looks<'_>) {
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
fn alike(a: Option<&Group>, b: Option<&Group>) -> bool {
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

/// The course of every group.
fn tracks(both: &Both<'_>, plan: &Plan, sides: &[Drawn; 2]) -> [Vec<Track>; 2] {
    let [old, new] = sides;
    let mut tracks = [
        vec![Track::seen(); old.page.groups.len()],
        vec![Track::unseen(); new.page.groups.len()],
    ];
    let [earlier, later] = &mut tracks;
    for (body, groups) in &old.cards {
        cards::leaves(plan, sides, body, *groups, earlier);
    }
    for (body, groups) in &new.cards {
        cards::comes(plan, sides, body, *groups, later);
    }
    lines::run(both, plan, sides, &mut tracks);
    let [earlier, later] = &mut tracks;
    // Words over regions and the like change with the last step.
    let other = |d: &Drawn| -> Vec<usize> {
        let groups = d.page.groups.iter().enumerate();
        let rest = groups.filter(|(_, g)| !matches!(g.role, Role::Body(_) | Role::Link(_)));
        rest.map(|(at, _)| at).collect()
    };
    let whole = plan.end();
    for (list, tracks, to) in [(other(old), earlier, 0.0), (other(new), later, 1.0)] {
        for at in list {
            if let Some(track) = tracks.get_mut(at) {
                track.jump(whole, to);
            }
        }
    }
    tracks
}

fn set(tracks: &mut [Track], at: usize, change: impl FnOnce(&mut Track)) {
    if let Some(track) = tracks.get_mut(at) {
        change(track);
    }
}

fn in_one_place(a: Rect, b: Rect) -> bool {
    let near = |a: Point, b: Point| a.distance(b) < SAME;
    near(a.origin(), b.origin()) && near(Point::new(a.x1, a.y1), Point::new(b.x1, b.y1))
}
