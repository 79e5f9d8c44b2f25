//! From one structure to another in steps: what is seen at every moment of the way, and where.
//!
//! Both structures stand in shared places. Every row of lineage that changes something is a step, in the
//! order of their dates as far as known. Groups are never redrawn on the way: they come, go and move. So
//! the same steps can be played in a window, or each be a slide.

mod cards;
mod drawn;
mod excerpt;
#[cfg(test)]
mod fixture;
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

use super::compare::{self as joint, Both};
use super::options::{Options, Orientation, Paper, Slots};
use super::page::Panes;
use super::style::Looks;
use super::theme::Theme;
use super::{Page, Role, SceneError};
use crate::geom::{Point, Rect, Vec2};
use crate::model::{BodyId, Fate, Project, StructureId};
use crate::say::{self, Noun};
use drawn::{Drawn, alike, drawn};
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
