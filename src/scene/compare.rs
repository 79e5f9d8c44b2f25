//! Two structures in shared places: side by side on a page, or one pane each.

use std::collections::BTreeSet;

use super::draw;
use super::furniture::TitleBlock;
use super::legend::{self, Shown};
use super::options::Options;
use super::page::{self, Body as PageBody, Furnishing, Room};
use super::plan::{self, Placed};
use super::style::{CLOSE, Looks};
use super::theme::{Mark, Theme};
use super::words;
use super::{Group, Item, Page, Role, Scene, SceneError, joint, notes};
use crate::compare::{self, Comparison};
use crate::geom::{Point, Size, Vec2};
use crate::model::{BodyId, Fate, LineageRow, Project, Structure, StructureId};
use crate::text::{TextStyle, shape};

/// Both sides of a comparison, placed.
struct Both<'a> {
    comparison: Comparison,
    old: &'a Structure,
    new: &'a Structure,
    placed: [Placed<'a>; 2],
    room: Room,
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
    let theme = Theme::of(options.theme);
    let looks = Looks::new(project, theme);
    let comparison = compare::compare(project, from, to)?;
    let (old, new) = (super::find(project, from)?, super::find(project, to)?);
    let furnishing = furnishing(project, old, new, &comparison, options, &looks);
    let both = place(project, old, new, comparison, options, &looks, &furnishing);
    let bounds = both.bounds();
    let bodies = [(old, true), (new, false)]
        .into_iter()
        .zip(&both.placed)
        .map(|((structure, earlier), placed)| {
            let mut groups = vec![heading(structure, theme, bounds.origin(), bounds.width())];
            groups.extend(both.side(placed, earlier, &looks, options));
            PageBody { bounds, groups }
        })
        .collect();
    let page = page::compose(bodies, &furnishing, &both.room, options, theme);
    let title = furnishing.title.title.clone();
    let description = crate::describe::alt_text_compare(project, from, to)
        .unwrap_or_else(|_| furnishing.title.subtitle.clone());
    Ok(Scene { lang: "en-GB", title, description, pages: vec![page] })
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
    let options = &Options { furniture: false, ..options.clone() };
    let theme = Theme::of(options.theme);
    let looks = Looks::new(project, theme);
    let comparison = compare::compare(project, from, to)?;
    let (old, new) = (super::find(project, from)?, super::find(project, to)?);
    let furnishing = furnishing(project, old, new, &comparison, options, &looks);
    let both = place(project, old, new, comparison, options, &looks, &furnishing);
    let bounds = both.bounds();
    let [before, after] = &both.placed;
    let scene = |structure: &Structure, placed: &Placed<'_>, earlier: bool| {
        let shift = Vec2::new(24.0, 24.0) - bounds.origin().to_vec2();
        let onto = super::transform::Onto { scale: 1.0, shift };
        let groups = both
            .side(placed, earlier, &looks, options)
            .into_iter()
            .map(|g| onto.group(g))
            .collect();
        let size = Size::new(bounds.width() + 48.0, bounds.height() + 48.0);
        let page = Page { size, ground: theme.ui.paper, groups, scale: 1.0 };
        let description =
            crate::describe::alt_text(project, structure.id()).unwrap_or_default();
        Scene { lang: "en-GB", title: structure.label(), description, pages: vec![page] }
    };
    Ok([scene(old, before, true), scene(new, after, false)])
}

fn place<'a>(
    project: &'a Project,
    old: &'a Structure,
    new: &'a Structure,
    comparison: Comparison,
    options: &Options,
    looks: &Looks<'a>,
    furnishing: &Furnishing,
) -> Both<'a> {
    let sheets = || {
        (
            plan::compare_sheet(old, new, &comparison, true, looks),
            plan::compare_sheet(new, old, &comparison, false, looks),
        )
    };
    let rows: Vec<&LineageRow> =
        project.rows_between(&old.head.id, &new.head.id).map(|(_, row)| row).collect();
    let (a, b) = sheets();
    let room = page::best_room(options, furnishing, 2, looks.theme(), |size| {
        page::rough_scale(&joint::request(&a, &b, &rows, options, looks, Some(size)), size)
    });
    let placed = joint::arrange(a, b, &rows, options, looks, Some(room.drawing));
    Both { comparison, old, new, placed, room }
}

impl Both<'_> {
    fn bounds(&self) -> crate::geom::Rect {
        let [before, after] = &self.placed;
        before.bounds().union(after.bounds())
    }

    fn side(
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
            Some((body.id.clone(), self.ghost_words(&body.id, &body.name, earlier)))
        };
        draw::structure(placed, looks, &options.filter, &CLOSE, fate, ghost)
    }

    /// What stands in the empty place of a body of the other structure.
    fn ghost_words(&self, id: &BodyId, name: &str, earlier: bool) -> String {
        let row = words::row_of(&self.comparison, id, !earlier);
        match (earlier, row.map(|r| r.fate)) {
            (true, Some(Fate::Split)) => "Part of one body today".to_owned(),
            (true, _) => "Not there today".to_owned(),
            (false, Some(Fate::Merged)) => format!("{name}: merged"),
            (false, Some(Fate::Replaced)) => format!("{name}: replaced"),
            (false, Some(Fate::Ended)) => format!("{name}: ended"),
            (false, _) => format!("{name}: not there"),
        }
    }
}

fn furnishing(
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
    let marks: BTreeSet<Mark> = comparison
        .rows
        .iter()
        .filter_map(|r| Mark::of(r.fate).or_else(|| r.moved.as_ref().map(|_| Mark::Moved)))
        .collect();
    let ghosts = comparison.rows.iter().any(|r| r.from.len() != r.to.len());
    let boundary = structures.iter().flat_map(|s| &s.bodies).any(crate::model::Body::outside);
    let shown = Shown { structures: structures.clone(), links, marks, ghosts, boundary };
    let name = project.head.title.clone().unwrap_or_else(|| new.label());
    let title = TitleBlock {
        title: format!("{name}: what would change"),
        subtitle: summary(comparison),
        status: new.head.status.clone(),
        date: new.head.date.clone().or_else(|| project.head.date.clone()),
    };
    let mut all_notes = Vec::new();
    for structure in structures {
        for note in notes::folded(project, structure, &options.filter) {
            all_notes.push(format!("{}: {}", structure.label(), note));
        }
    }
    Furnishing { title, entries: legend::entries(project, looks, &shown), notes: all_notes }
}

/// "2 renamed, 1 merged, 5 new, 1 ended; 2 report elsewhere."
fn summary(comparison: &Comparison) -> String {
    let mut parts: Vec<String> = comparison
        .counts
        .iter()
        .filter(|(fate, n)| **n > 0 && !matches!(fate, Fate::Retained))
        .map(|(fate, n)| format!("{n} {}", fate.label().to_lowercase()))
        .collect();
    let moved = comparison.rows.iter().filter(|r| r.moved.is_some()).count();
    if moved > 0 {
        parts.push(format!("{moved} moved"));
    }
    let unaccounted = comparison.unaccounted.from.len() + comparison.unaccounted.to.len();
    if unaccounted > 0 {
        parts.push(format!("{unaccounted} not accounted for"));
    }
    if parts.is_empty() { "Nothing changes.".to_owned() } else { format!("{}.", parts.join(", ")) }
}

/// The name of a side over its drawing.
fn heading(structure: &Structure, theme: &Theme, origin: Point, width: f64) -> Group {
    let run = shape(&structure.label(), TextStyle::strong(14.0));
    let mut items = vec![Item::Text {
        at: origin + Vec2::new(0.0, -9.0),
        run: run.clone(),
        colour: theme.ui.text,
    }];
    if structure.head.title != structure.label() {
        let more = shape(&structure.head.title, TextStyle::regular(9.5));
        if run.width + 10.0 + more.width <= width {
            let at = origin + Vec2::new(run.width + 10.0, -9.0);
            items.push(Item::Text { at, run: more, colour: theme.ui.muted });
        }
    }
    Group { role: Role::Zone, items }
}
