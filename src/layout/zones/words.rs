//! Places for the words of collective lines: beside their line, touching nothing.

use super::super::{Cell, Route};
use super::hang::{boxes, overlap};
use super::{Stand, WordsAt, ZonedRequest};

/// Room between a line and its words.
const BESIDE: i32 = 5;
/// Room over and under words along a line that runs across.
const OVER: i32 = 3;
/// Distance of the places tried along a line.
const EVERY: i32 = 8;
/// Room kept round the end of a line, where a ring or an arrow is drawn.
const END: i32 = 10;

/// Cost of words that lie across the edge of a panel.
const ACROSS_EDGE: i32 = 60;
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
    for route in routes.iter().chain(many) {
        taken.extend(boxes(&route.points));
        taken.extend(ends(&route.points));
    }
    let mut out = Vec::new();
    for (line, route) in request.many.iter().zip(many) {
        let found = best(&line.words, route, &taken, &stand.panels);
        taken.extend(found.map(|words| words.cell));
        out.push(found);
    }
    out
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

fn best(sizes: &[(i32, i32)], route: &Route, taken: &[Cell], panels: &[Cell]) -> Option<WordsAt> {
    let mut best: Option<(i32, WordsAt)> = None;
    // Words belong to the many, or to the one that is tasked: to where the line starts.
    let mut points = route.points.clone();
    if !route.starts_at_from {
        points.reverse();
    }
    for (choice, &(w, h)) in sizes.iter().enumerate() {
        let mut gone = 0;
        for pair in points.windows(2) {
            let &[a, b] = pair else { continue };
            let length = (a.0 - b.0).abs() + (a.1 - b.1).abs();
            let mut at = 0;
            while at <= length {
                let p = along(a, b, at, length);
                for cell in beside(a, b, p, (w, h)) {
                    let cost = (gone + at) / 8
                        + i32::try_from(choice).unwrap_or(0) * BROKEN
                        + if across_edge(&cell, panels) {
                            ACROSS_EDGE
                        } else {
                            0
                        };
                    let better = best.as_ref().is_none_or(|(least, _)| cost < *least);
                    if better && !taken.iter().any(|other| overlap(other, &cell)) {
                        best = Some((cost, WordsAt { choice, cell }));
                    }
                }
                at += EVERY;
            }
            gone += length;
        }
    }
    best.map(|(_, words)| words)
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
fn beside(a: (i32, i32), b: (i32, i32), p: (i32, i32), size: (i32, i32)) -> [Cell; 2] {
    let (w, h) = size;
    let cell = |x: i32, y: i32| Cell { x, y, w, h };
    if a.0 == b.0 {
        let y = p.1 - h / 2;
        [cell(p.0 + BESIDE, y), cell(p.0 - BESIDE - w, y)]
    } else {
        let x = p.0 - w / 2;
        [cell(x, p.1 - OVER - h), cell(x, p.1 + OVER)]
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
