//! Plain or zoned: which of two drawings of one structure reads better.

use super::options::{Filter, READABLE};
use super::plan::Placed;
use super::style::REGULAR;
use crate::geom::Size;
use crate::layout::crossings;
use crate::model::Structure;

/// Cost of a crossing, in lines.
const CROSSING: f64 = 2.0;

/// Cost of each pt below it, in lines.
const SMALL: f64 = 20.0;

/// Past so many bodies panels no longer help, and both drawings would take long.
const MOST_BODIES: usize = 200;

/// Whether a structure is worth trying in zones.
///
/// Pins are places of the plain drawing: who has set them wants it.
pub(super) fn worth_trying(structure: &Structure) -> bool {
    let bodies = &structure.bodies;
    bodies.len() <= MOST_BODIES && bodies.iter().all(|b| b.pin.is_none())
}

/// How hard a drawing is to read: a point for each line, two for each crossing, twenty for each pt
/// that the smallest text is under 9 pt.
pub(super) fn effort(placed: &Placed<'_>, filter: &Filter, room: Size) -> f64 {
    let single = placed.links.iter().filter(|(link, _)| filter.draws(link));
    let collective = placed.zoned.iter().flat_map(|z| &z.lines);
    let routes: Vec<&[(i32, i32)]> = single
        .map(|(_, route)| route.points.as_slice())
        .chain(collective.map(|line| line.route.points.as_slice()))
        .collect();
    let size = placed.bounds().size();
    let scale = (room.width / size.width.max(1.0)).min(room.height / size.height.max(1.0));
    let small = (READABLE - REGULAR.small.size * scale.min(1.0)).max(0.0);
    let lines = f64::from(u32::try_from(routes.len()).unwrap_or(u32::MAX));
    lines + CROSSING * f64::from(crossings(routes)) + SMALL * small
}
