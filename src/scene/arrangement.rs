//! Where everything of a view stands, as plain figures: for those who draw it themselves.

use std::borrow::Cow;
use std::time::Duration;

use super::options::Options;
use super::plan::Placed;
use super::{SceneError, compare, diagram};
use crate::geom::Rect;
use crate::layout::{Cell, Held, Place, Route};
use crate::model::{BodyId, Link, LinkId, LinkKindId, Project, StructureId};

/// Places and routes in whole pt, unscaled, without title and key; y down.
#[derive(Debug)]
pub struct Arrangement<'a> {
    /// Width and height of the sheet in pt.
    pub page: (f64, f64),
    /// The factor that makes the drawing fit the sheet (at most 1).
    pub scale: f64,
    /// The structures; two of them stand in shared places.
    pub structures: Vec<Arranged<'a>>,
    /// How long each part took.
    pub timings: Timings,
}

/// One structure of an arrangement.
#[derive(Debug)]
pub struct Arranged<'a> {
    /// Its id.
    pub id: &'a StructureId,
    /// Bodies that stand apart, gathered under a few words.
    pub zones: Vec<Zone<'a>>,
    /// Its bodies in their order, then the empty places of bodies of the other structure.
    pub bodies: Vec<PlacedBody<'a>>,
    /// Its links that are drawn singly, with their points.
    pub links: Vec<(&'a Link, Vec<(i32, i32)>)>,
    /// Lines that stand for several links.
    pub collective: Vec<ArrangedCollective<'a>>,
}

/// One line that stands for several links.
#[derive(Debug)]
pub struct ArrangedCollective<'a> {
    /// The links.
    pub links: Vec<&'a LinkId>,
    /// The kind of all of them.
    pub kind: LinkKindId,
    /// The words on it.
    pub words: String,
    /// From the side that reports, is tasked, is represented to the other.
    pub points: Vec<(i32, i32)>,
}

/// A panel or region.
#[derive(Debug)]
pub struct Zone<'a> {
    /// Unique in its structure.
    pub id: Cow<'static, str>,
    /// The words over it.
    pub title: Cow<'static, str>,
    /// Its box.
    pub cell: Cell,
    /// The bodies in it.
    pub bodies: Vec<&'a BodyId>,
}

/// A body's box.
#[derive(Debug)]
pub struct PlacedBody<'a> {
    /// Its id.
    pub id: &'a BodyId,
    /// Its box.
    pub cell: Cell,
    /// Whether it is the empty place of a body of the other structure.
    pub ghost: bool,
}

/// How long each part took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Timings {
    /// Breaking the text of cards into rows.
    pub text: Duration,
    /// Choosing the sheet and placing the cards.
    pub layout: Duration,
    /// Routing the lines, with wider gaps where they need room.
    pub route: Duration,
    /// Making shapes and page.
    pub scene: Duration,
}

/// The arrangement of one structure.
///
/// # Errors
/// [`SceneError::NoStructure`] when the project has no such structure.
pub fn arrangement<'a>(
    project: &'a Project,
    structure: &StructureId,
    options: &Options,
) -> Result<Arrangement<'a>, SceneError> {
    let built = diagram::build(project, structure, options)?;
    let shift = shift_of(built.placed.bounds());
    Ok(Arrangement {
        page: (built.page.size.width, built.page.size.height),
        scale: built.page.scale,
        structures: vec![arranged(&built.placed, &[], shift, options)],
        timings: built.timings,
    })
}

/// The arrangement of two structures in shared places.
///
/// # Errors
/// [`SceneError`] when the project lacks one of the structures.
pub fn joint_arrangement<'a>(
    project: &'a Project,
    from: &StructureId,
    to: &StructureId,
    options: &Options,
) -> Result<Arrangement<'a>, SceneError> {
    let built = compare::build(project, from, to, options)?;
    let shift = shift_of(built.bounds());
    let ids = |placed: &Placed<'a>| -> Vec<&'a BodyId> {
        placed
            .sheet
            .structure
            .bodies
            .iter()
            .map(|b| &b.id)
            .collect()
    };
    let [before, after] = &built.placed;
    let (old, new) = (ids(before), ids(after));
    Ok(Arrangement {
        page: (built.page.size.width, built.page.size.height),
        scale: built.page.scale,
        structures: vec![
            arranged(before, &new, shift, options),
            arranged(after, &old, shift, options),
        ],
        timings: built.timings,
    })
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "drawings are far smaller than 2^31 pt"
)]
fn shift_of(bounds: Rect) -> (i32, i32) {
    (-bounds.x0.floor() as i32, -bounds.y0.floor() as i32)
}

fn arranged<'a>(
    placed: &Placed<'a>,
    others: &[&'a BodyId],
    shift: (i32, i32),
    options: &Options,
) -> Arranged<'a> {
    let moved = |c: Cell| Cell {
        x: c.x + shift.0,
        y: c.y + shift.1,
        ..c
    };
    let structure = placed.sheet.structure;
    let own = structure
        .bodies
        .iter()
        .zip(&placed.cells)
        .map(|(body, cell)| PlacedBody {
            id: &body.id,
            cell: moved(*cell),
            ghost: false,
        });
    let ghosts = placed.ghosts.iter().filter_map(|ghost| {
        let id = *others.get(ghost.other)?;
        Some(PlacedBody {
            id,
            cell: moved(ghost.cell),
            ghost: true,
        })
    });
    let links = placed
        .links
        .iter()
        .filter(|(link, _)| options.filter.draws(link))
        .map(|(link, route)| (*link, points(route, shift)))
        .collect();
    let collective = placed.zoned.iter().flat_map(|z| &z.lines);
    let collective = collective.map(|line| ArrangedCollective {
        links: line.links.iter().map(|link| &link.id).collect(),
        kind: line.collective.kind.clone(),
        words: line.collective.words.clone(),
        points: points(&line.route, shift),
    });
    Arranged {
        id: &structure.head.id,
        zones: zones(placed, options, moved),
        bodies: own.chain(ghosts).collect(),
        links,
        collective: collective.collect(),
    }
}

/// From the body `from` to the other one, whichever way the line was laid.
fn points(route: &Route, shift: (i32, i32)) -> Vec<(i32, i32)> {
    let moved = route.points.iter();
    let moved = moved.map(|&(x, y)| (x + shift.0, y + shift.1));
    if route.starts_at_from {
        moved.collect()
    } else {
        moved.rev().collect()
    }
}

/// Panels, or bands and regions as zones; a plain arrangement has no regions.
fn zones<'a>(
    placed: &Placed<'a>,
    options: &Options,
    moved: impl Fn(Cell) -> Cell,
) -> Vec<Zone<'a>> {
    if let Some(zoned) = &placed.zoned {
        let bodies = &placed.sheet.structure.bodies;
        let of = |i: &usize| bodies.get(*i).map(|body| &body.id);
        let panels = zoned.panels.iter().map(|panel| Zone {
            id: panel.zone.id.clone().into(),
            title: panel.zone.title.clone().into(),
            cell: moved(panel.cell),
            bodies: panel.zone.bodies.iter().filter_map(of).collect(),
        });
        return panels.collect();
    }
    let held_by = |held: Held| -> Vec<&'a BodyId> {
        let bodies = placed.sheet.structure.bodies.iter();
        let all = bodies.zip(&placed.held);
        all.filter(|(_, h)| **h == held)
            .map(|(body, _)| &body.id)
            .collect()
    };
    let stripes = placed.tiers.iter().map(|stripe| {
        let tier = stripe.tier;
        Zone {
            id: tier.map_or("no-tier".into(), |t| {
                format!("tier-{}", t.id.as_str()).into()
            }),
            title: tier.map_or("".into(), |t| t.name.clone().into()),
            cell: moved(stripe.cell),
            bodies: held_by(Held::Band(stripe.number)),
        }
    });
    let stripes: Vec<Zone<'a>> = stripes.collect();
    if options.filter.permissions {
        return stripes;
    }
    let [loose, family, outside] = placed.sheet.region_words();
    let regions = placed.layout.placement.regions.iter().map(|region| {
        let (id, title) = match region.place {
            Place::Structure => ("no-reporting-line", loose),
            Place::Family => ("family", family),
            Place::Outside => ("outside", outside),
        };
        Zone {
            id: id.into(),
            title: title.into(),
            cell: moved(region.cell),
            bodies: held_by(Held::Region(region.place)),
        }
    });
    stripes.into_iter().chain(regions).collect()
}
