//! Places for the words of collective lines: beside their line, touching nothing.

use super::super::{Cell, Route};
use super::hang::{boxes, overlap};
use super::{Many, Stand, WordsAt, ZonedRequest};

/// Room between a line and its words.
const BESIDE: i32 = 5;
/// Room left and right of words.
const AROUND: i32 = 3;
/// Room over and under words along a line that runs across.
const OVER: i32 = 3;
/// Distance of the places tried along a line.
const EVERY: i32 = 8;
/// Distances tried between a line and its words, past the least.
const OFF: [i32; 6] = [0, 6, 14, 24, 36, 52];
/// How far from a line's start words may stand when there is no other place.
const ANYWHERE: i32 = 240;
/// Cost of words in their panel, away from the line.
const HOME: i32 = 12;
/// Room between a panel's edge and words inside.
const INSIDE: i32 = 8;
/// Room kept round the end of a line, where a ring or an arrow is drawn.
const END: i32 = 10;

/// Cost of words that lie across the edge of a panel.
const ACROSS_EDGE: i32 = 16;
/// Cost of words outside all panels: they make the drawing larger.
const OUT: i32 = 400;
/// Cost of each further way of breaking them.
const BROKEN: i32 = 24;

/// A place for the words of each collective line; none where there is none.
pub(super) fn place(
    request: &ZonedRequest,
    stand: &Stand,
    routes: &[Route],
    many: &[Route],
) -> Vec<Option<WordsAt>> {
    let mut taken: Vec<Cell> = stand.cells.clone();
    taken.extend(stand.titles.iter().filter(|t| t.w > 0));
    taken.extend(boundaries(request, stand));
    for route in routes.iter().chain(many) {
        taken.extend(boxes(&route.points));
        taken.extend(ends(&route.points));
    }
    let mut out = Vec::new();
    for (line, route) in request.many.iter().zip(many) {
        let obstacles = Obstacles {
            taken: &taken,
            panels: &stand.panels,
            size: stand.size,
        };
        let zone = |end: usize| end.checked_sub(request.bodies());
        let panel = |at: usize| stand.panels.get(at).copied();
        let (from, to) = (zone(line.line.from), zone(line.line.to));
        let homes = [from, to].map(|zone| zone.and_then(panel));
        let found = best(line, route, &obstacles, homes);
        taken.extend(found.map(|words| words.cell));
        out.push(found);
    }
    out
}

/// The line over what stands beyond the boundary.
fn boundaries(request: &ZonedRequest, stand: &Stand) -> Vec<Cell> {
    let zones = request.zones.iter().zip(&stand.panels);
    let outside = zones.filter(|(zone, panel)| zone.outside && panel.w > 0);
    outside
        .map(|(_, panel)| Cell {
            y: panel.y - 1,
            h: 2,
            ..*panel
        })
        .collect()
}

/// The boxes round both ends of a line.
fn ends(points: &[(i32, i32)]) -> impl Iterator<Item = Cell> {
    let around = |&(x, y): &(i32, i32)| Cell {
        x: x - END,
        y: y - END,
        w: 2 * END,
        h: 2 * END,
    };
    let ends = points.first().into_iter().chain(points.last());
    ends.map(around).collect::<Vec<_>>().into_iter()
}

/// What words keep out of.
struct Obstacles<'a> {
    taken: &'a [Cell],
    panels: &'a [Cell],
    size: (i32, i32),
}

impl Obstacles<'_> {
    /// What a place costs; nothing when something stands there.
    fn cost(&self, cell: &Cell) -> Option<i32> {
        let around = Cell {
            x: cell.x - AROUND,
            y: cell.y - 1,
            w: cell.w + 2 * AROUND,
            h: cell.h + 2,
        };
        if self.taken.iter().any(|other| overlap(other, &around)) {
            return None;
        }
        let inside = cell.x >= 0
            && cell.y >= 0
            && cell.right() <= self.size.0
            && cell.bottom() <= self.size.1;
        let edge = if across_edge(cell, self.panels) {
            ACROSS_EDGE
        } else {
            0
        };
        Some(edge + if inside { 0 } else { OUT })
    }
}

fn best(
    line: &Many,
    route: &Route,
    obstacles: &Obstacles<'_>,
    homes: [Option<Cell>; 2],
) -> Option<WordsAt> {
    // Words belong to the many, or to the one that is tasked: to where the line starts.
    let mut points = route.points.clone();
    if !route.starts_at_from {
        points.reverse();
    }
    let mut best: Option<(i32, WordsAt)> = None;
    for (choice, &size) in line.words.iter().enumerate() {
        let broken = i32::try_from(choice).unwrap_or(0) * BROKEN;
        let mut places = along_line(&points, size);
        let ends = [points.first(), points.last()];
        for (home, end) in homes.into_iter().zip(ends) {
            if let (Some(panel), Some(end)) = (home, end) {
                places.extend(inside(panel, *end, size));
            }
        }
        if best.is_none() && choice + 1 == line.words.len() {
            let near = points.first().map(|start| around(*start));
            places.extend(
                near.into_iter()
                    .flat_map(|room| inside(room, middle(room), size)),
            );
        }
        for (far, cell) in places {
            let cost = far + broken;
            if best.as_ref().is_some_and(|(least, _)| cost >= *least) {
                continue;
            }
            let Some(more) = obstacles.cost(&cell) else {
                continue;
            };
            if best.as_ref().is_none_or(|(least, _)| cost + more < *least) {
                let strain = cost + more;
                best = Some((
                    strain,
                    WordsAt {
                        choice,
                        cell,
                        strain,
                    },
                ));
            }
        }
    }
    best.map(|(_, words)| words)
}

/// Places beside a line, with what they cost: near its start and near the line is best.
fn along_line(points: &[(i32, i32)], size: (i32, i32)) -> Vec<(i32, Cell)> {
    let mut out = Vec::new();
    let mut gone = 0;
    for pair in points.windows(2) {
        let &[a, b] = pair else { continue };
        let length = (a.0 - b.0).abs() + (a.1 - b.1).abs();
        let steps = length.div_euclid(EVERY);
        for at in (0..=steps).map(|n| n * EVERY) {
            let p = along(a, b, at, length);
            for off in OFF {
                for cell in beside(a, b, p, size, off) {
                    out.push(((gone + at) / 8 + 3 * off, cell));
                }
            }
        }
        gone += length;
    }
    out
}

/// What is looked through when there is no place at a line nor in its panels.
fn around((x, y): (i32, i32)) -> Cell {
    Cell {
        x: x - ANYWHERE,
        y: y - ANYWHERE,
        w: 2 * ANYWHERE,
        h: 2 * ANYWHERE,
    }
}

fn middle(cell: Cell) -> (i32, i32) {
    (cell.x + cell.w / 2, cell.y + cell.h / 2)
}

/// Places in a panel where a line ends, the nearer to its end the better.
fn inside(panel: Cell, start: (i32, i32), (w, h): (i32, i32)) -> Vec<(i32, Cell)> {
    let steps =
        |from: i32, to: i32| (0..=(to - from).div_euclid(EVERY)).map(move |n| from + n * EVERY);
    let (left, top) = (panel.x + INSIDE, panel.y + INSIDE);
    let (right, bottom) = (panel.right() - INSIDE - w, panel.bottom() - INSIDE / 2 - h);
    let mut out = Vec::new();
    for y in steps(top, bottom).chain([bottom]) {
        for x in steps(left, right) {
            let cell = Cell { x, y, w, h };
            let across = (x - start.0).max(start.0 - cell.right()).max(0);
            let down = (y - start.1).max(start.1 - cell.bottom()).max(0);
            out.push((HOME + (across + 2 * down) / 2, cell));
        }
    }
    out
}

fn along(a: (i32, i32), b: (i32, i32), at: i32, length: i32) -> (i32, i32) {
    let part = |from: i32, to: i32| from + (to - from).signum() * at.min(length);
    if a.0 == b.0 {
        (a.0, part(a.1, b.1))
    } else {
        (part(a.0, b.0), a.1)
    }
}

/// The boxes beside a point of a line: left and right of it, or over and under it.
fn beside(a: (i32, i32), b: (i32, i32), p: (i32, i32), size: (i32, i32), off: i32) -> [Cell; 2] {
    let (w, h) = size;
    let cell = |x: i32, y: i32| Cell { x, y, w, h };
    if a.0 == b.0 {
        let (y, off) = (p.1 - h / 2, BESIDE + off);
        [cell(p.0 + off, y), cell(p.0 - off - w, y)]
    } else {
        let (x, off) = (p.0 - w / 2, OVER + off);
        [cell(x, p.1 - off - h), cell(x, p.1 + off)]
    }
}

/// Whether a box lies partly in a panel and partly out of it.
fn across_edge(cell: &Cell, panels: &[Cell]) -> bool {
    panels.iter().any(|panel| {
        let inside = panel.x <= cell.x
            && cell.right() <= panel.right()
            && panel.y <= cell.y
            && cell.bottom() <= panel.bottom();
        overlap(panel, cell) && !inside
    })
}
