//! Two structures in shared places: side by side on a page, or one pane each.

use std::collections::BTreeSet;
use std::time::Instant;

use super::arrangement::Timings;
use super::draw;
use super::forms::{self, Task};
use super::furniture::{KeyForm, TitleBlock};
use super::legend::{self, Shown};
use super::options::Options;
use super::page::{self, Body as PageBody, Furnishing, Panes, Room};
use super::plan::Placed;
use super::style::{CLOSE, Looks};
use super::theme::{Mark, Theme};
use super::words;
use super::{Group, Page, Scene, SceneError, Slots, notes};
use crate::compare::Comparison;
use crate::geom::{Rect, Size, Vec2};
use crate::model::{BodyId, Fate, Language, LineageRow, Project, Structure, StructureId};
use crate::say::{self, Phrase};

/// Both sides of a comparison, placed.
pub(super) struct Both<'a> {
    pub(super) comparison: Comparison,
    pub(super) old: &'a Structure,
    pub(super) new: &'a Structure,
    pub(super) placed: [Placed<'a>; 2],
    room: Room,
    pub(super) timings: Timings,
}

/// A comparison placed, drawn and put on its page.
pub(super) struct Built<'a> {
    comparison: Comparison,
    pub(super) placed: [Placed<'a>; 2],
    pub(super) page: Page,
    title: TitleBlock,
    pub(super) timings: Timings,
}

impl Built<'_> {
    pub(super) fn bounds(&self) -> Rect {
        bounds(&self.placed)
    }
}

fn bounds(placed: &[Placed<'_>; 2]) -> Rect {
    let [before, after] = placed;
    before.bounds().union(after.bounds())
}

/// The picture of two structures side by side on one page.
///
/// # Errors
/// [`SceneError`] when the project lacks one of the structures.
pub fn compare(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
    options: &Options,
) -> Result<Scene, SceneError> {
    let built = build(project, from, to, options)?;
    let description = crate::describe::alt_text_compare(project, &built.comparison);
    Ok(Scene {
        lang: project.language.tag(),
        title: built.title.title,
        description,
        pages: vec![built.page],
    })
}

pub(super) fn build<'a>(
    project: &'a Project,
    from: &StructureId,
    to: &StructureId,
    options: &Options,
) -> Result<Built<'a>, SceneError> {
    let looks = Looks::new(project, Theme::of(options.theme));
    let comparison = crate::compare::compare(project, from, to)?;
    let (old, new) = (super::find(project, from)?, super::find(project, to)?);
    let furnishing = furnishing(project, old, new, &comparison, options, &looks);
    let on_page = (&furnishing, [Panes::Beside, Panes::Over].as_slice());
    let both = place((old, new), comparison, options, &looks, on_page);
    let start = Instant::now();
    let page = both.on_page(&furnishing, options, &looks);
    let timings = Timings {
        scene: start.elapsed(),
        ..both.timings
    };
    let Both {
        comparison, placed, ..
    } = both;
    Ok(Built {
        comparison,
        placed,
        page,
        title: furnishing.title,
        timings,
    })
}
/// One picture for each side, in the same places and coordinates, without furniture.
///
/// # Errors
/// [`SceneError`] when the project lacks one of the structures.
pub fn compare_sides(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
    options: &Options,
) -> Result<[Scene; 2], SceneError> {
    let options = &Options {
        furniture: false,
        ..options.clone()
    };
    let looks = Looks::new(project, Theme::of(options.theme));
    // The window is wider than it is high, whatever the page is.
    let both = together(project, (from, to), options, &looks, Panes::Beside)?;
    let (old, new) = (both.old, both.new);
    let [before, after] = &both.placed;
    let scene = |structure: &Structure, placed: &Placed<'_>, earlier: bool| {
        let page = both.page(both.side(placed, earlier, &looks, options), &looks);
        let description = crate::describe::alt_text(project, structure);
        Scene {
            lang: project.language.tag(),
            title: structure.label(),
            description,
            pages: vec![page],
        }
    };
    Ok([scene(old, before, true), scene(new, after, false)])
}

/// Both structures placed without a page.
pub(super) fn together<'a>(
    project: &'a Project,
    (from, to): (&StructureId, &StructureId),
    options: &Options,
    looks: &Looks<'a>,
    panes: Panes,
) -> Result<Both<'a>, SceneError> {
    let comparison = crate::compare::compare(project, from, to)?;
    let (old, new) = (super::find(project, from)?, super::find(project, to)?);
    let furnishing = furnishing(project, old, new, &comparison, options, looks);
    let panes = [panes];
    let on = (&furnishing, panes.as_slice());
    Ok(place((old, new), comparison, options, looks, on))
}

/// Places both structures; `panes` says how they may stand to each other.
pub(super) fn place<'a>(
    (old, new): (&'a Structure, &'a Structure),
    comparison: Comparison,
    options: &Options,
    looks: &Looks<'a>,
    (furnishing, panes): (&Furnishing, &[Panes]),
) -> Both<'a> {
    let rows: Vec<&LineageRow> = comparison.rows.iter().map(|row| &row.record).collect();
    let mut timings = Timings::default();
    let task = Task {
        old,
        new,
        comparison: &comparison,
        rows: &rows,
        options,
        looks,
        furnishing,
        panes,
    };
    let (placed, room) = forms::place(&task, &mut timings);
    Both {
        comparison,
        old,
        new,
        placed,
        room,
        timings,
    }
}

impl Both<'_> {
    /// Both sides on one page, each under its heading.
    pub(super) fn on_page(
        &self,
        furnishing: &Furnishing,
        options: &Options,
        looks: &Looks<'_>,
    ) -> Page {
        let bodies = [(self.old, true), (self.new, false)]
            .into_iter()
            .zip(&self.placed)
            .zip(forms::bounds(&self.placed, options))
            .map(|(((structure, earlier), placed), bounds)| {
                let title = structure.head.title.clone();
                let more = if title == structure.label() {
                    String::new()
                } else {
                    title
                };
                PageBody {
                    heading: Some((structure.label(), more)),
                    bounds,
                    groups: self.side(placed, earlier, looks, options),
                }
            });
        page::compose(
            bodies.collect(),
            furnishing,
            &self.room,
            options,
            looks.theme(),
        )
    }

    /// Groups of one side on a page with a margin, at full size; both sides in the same coordinates.
    pub(super) fn page(&self, groups: Vec<Group>, looks: &Looks<'_>) -> Page {
        let bounds = bounds(&self.placed);
        let shift = Vec2::new(24.0, 24.0) - bounds.origin().to_vec2();
        let onto = super::transform::Onto { scale: 1.0, shift };
        Page {
            size: Size::new(bounds.width() + 48.0, bounds.height() + 48.0),
            ground: looks.theme().ui.paper,
            groups: groups.into_iter().map(|g| onto.group(g)).collect(),
            scale: 1.0,
            panes: Vec::new(),
        }
    }

    /// Everything of one side, with the marks of its changes.
    pub(super) fn side(
        &self,
        placed: &Placed<'_>,
        earlier: bool,
        looks: &Looks<'_>,
        options: &Options,
    ) -> Vec<Group> {
        let fate = |id: &BodyId| words::row_of(&self.comparison, id, earlier).map(|r| r.fate);
        let other = if earlier { self.new } else { self.old };
        let ghost = |i: usize| {
            let body = other.bodies.get(i)?;
            Some((
                body.id.clone(),
                self.ghost_words(&body.id, &body.name, earlier),
            ))
        };
        draw::structure(placed, looks, options, &CLOSE, fate, ghost)
    }

    /// What stands in the empty place of a body of the other structure.
    fn ghost_words(&self, id: &BodyId, name: &str, earlier: bool) -> String {
        let row = words::row_of(&self.comparison, id, !earlier);
        let phrase = match (earlier, row.map(|r| r.fate)) {
            (true, Some(Fate::Split)) => Phrase::PartOfOne,
            (true, _) => Phrase::NotThereToday,
            (false, Some(Fate::Merged)) => Phrase::GhostMerged,
            (false, Some(Fate::Replaced)) => Phrase::GhostReplaced,
            (false, Some(Fate::Ended)) => Phrase::GhostEnded,
            (false, _) => Phrase::GhostGone,
        };
        say::with(self.new.language(), phrase, &[name])
    }
}

pub(super) fn furnishing(
    project: &Project,
    old: &Structure,
    new: &Structure,
    comparison: &Comparison,
    options: &Options,
    looks: &Looks<'_>,
) -> Furnishing {
    let structures = vec![old, new];
    let links = structures
        .iter()
        .flat_map(|s| &s.links)
        .filter(|l| options.filter.draws(l))
        .collect();
    let unequal = comparison.rows.iter().any(|r| r.from.len() != r.to.len());
    let ghosts = options.slots == Slots::Shared && unequal;
    let boundary = structures
        .iter()
        .flat_map(|s| &s.bodies)
        .any(crate::model::Body::outside);
    let shown = Shown {
        structures: structures.clone(),
        links,
        marks: marks_of(comparison),
        ghosts,
        boundary,
        ..Shown::default()
    };
    let name = project.head.title.clone().unwrap_or_else(|| new.label());
    let title = TitleBlock {
        title: say::with(project.language, Phrase::WhatWouldChange, &[&name]),
        subtitle: summary(project.language, comparison),
        status: new.head.status.clone(),
        date: words::date_of(project, new),
    };
    let mut all_notes = Vec::new();
    for structure in &structures {
        for note in notes::folded(project, structure, &options.filter) {
            all_notes.push(format!("{}: {}", structure.label(), note));
        }
    }
    let twin = options.twin.as_deref().and_then(|twin| {
        let alone = Options {
            twin: None,
            ..options.clone()
        };
        let looks = Looks::new(twin, looks.theme());
        let old = twin.structure(old.id())?;
        let new = twin.structure(new.id())?;
        Some(Box::new(furnishing(
            twin, old, new, comparison, &alone, &looks,
        )))
    });
    if let Some(missing) = Options::missing(project, &structures) {
        all_notes.push(missing);
    }
    Furnishing {
        plan: None,
        title,
        entries: legend::entries(project, looks, &shown),
        key: KeyForm::CLOSE,
        notes: all_notes,
        language: project.language,
        twin,
    }
}

/// The change marks on the cards of a comparison.
pub(super) fn marks_of(comparison: &Comparison) -> BTreeSet<Mark> {
    let rows = comparison.rows.iter();
    rows.filter_map(|r| Mark::of(r.fate).or_else(|| r.moved.as_ref().map(|_| Mark::Moved)))
        .collect()
}

/// "2 renamed, 1 merged, 5 new, 1 ended; 2 report elsewhere."
pub(super) fn summary(language: Language, comparison: &Comparison) -> String {
    let mut parts: Vec<String> = comparison
        .counts
        .iter()
        .filter(|(fate, n)| **n > 0 && !matches!(fate, Fate::Retained))
        .map(|(fate, n)| say::fated(language, *fate, *n))
        .collect();
    let moved = comparison.rows.iter().filter(|r| r.moved.is_some()).count();
    if moved > 0 {
        parts.push(say::with(language, Phrase::Moved, &[&moved.to_string()]));
    }
    let unaccounted = comparison.unaccounted.from.len() + comparison.unaccounted.to.len();
    if unaccounted > 0 {
        let unaccounted = unaccounted.to_string();
        parts.push(say::with(language, Phrase::Unaccounted, &[&unaccounted]));
    }
    if parts.is_empty() {
        say::say(language, Phrase::NothingChanges)
    } else {
        format!("{}.", parts.join(", "))
    }
}
