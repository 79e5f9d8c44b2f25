//! Plain or zoned: which of two drawings of one structure reads better.

use super::options::Filter;
use super::plan::Placed;
use super::style::REGULAR;
use crate::geom::Size;
use crate::model::Structure;

/// Cost of a crossing, in lines.
const CROSSING: f64 = 2.0;

/// Size in pt below which text on paper is hard to read.
const READABLE: f64 = 9.0;

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
    lines + CROSSING * f64::from(crossings(&routes)) + SMALL * small
}

/// A straight piece: the line it belongs to, where it stands, from where to where.
type Piece = (usize, i32, i32, i32);

/// How often lines cross at right angles.
fn crossings(routes: &[&[(i32, i32)]]) -> u32 {
    let mut across: Vec<Piece> = Vec::new();
    let mut along: Vec<Piece> = Vec::new();
    for (line, points) in routes.iter().enumerate() {
        for pair in points.windows(2) {
            let &[a, b] = pair else { continue };
            if a.1 == b.1 {
                across.push((line, a.1, a.0.min(b.0), a.0.max(b.0)));
            } else {
                along.push((line, a.0, a.1.min(b.1), a.1.max(b.1)));
            }
        }
    }
    let mut count = 0;
    for &(line, y, left, right) in &across {
        let met = along.iter().filter(|&&(other, x, top, bottom)| {
            other != line && left < x && x < right && top < y && y < bottom
        });
        count += u32::try_from(met.count()).unwrap_or(u32::MAX);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_only_inside_both() {
        let flat = [(0, 10), (100, 10)];
        for (points, expected) in [
            (&[(50, 0), (50, 20)][..], 1),
            // A branch touches, it does not cross.
            (&[(50, 10), (50, 20)], 0),
            (&[(100, 0), (100, 20)], 0),
            (&[(50, 0), (50, 20), (60, 20), (60, 0)], 2),
            (&[(0, 10), (50, 10)], 0),
        ] {
            assert_eq!(crossings(&[&flat, points]), expected, "{points:?}");
        }
    }
}
