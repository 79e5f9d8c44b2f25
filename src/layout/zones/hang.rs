//! Reporting lines of a zoned drawing: buses in the room between rows, where nothing is in the way.

use super::super::{Cell, Hang, STEP, bus};
use super::pack::Plan;
use super::{Spacing, Stand, ZonedRequest};

/// How far from a card's corner a line may start.
const CORNER: i32 = 8;

/// Half the width of what a line keeps free.
const HALF: i32 = 2;

/// How each body hangs from its parent; none where a bus would meet a card or another line.
pub(super) fn hangs(
    request: &ZonedRequest,
    parents: &[Option<usize>],
    plan: &Plan,
    stand: &Stand,
    spacing: Spacing,
) -> Vec<Option<Hang>> {
    let n = request.bodies();
    let trunks = trunks(plan, stand, n);
    let rows = rows(plan, n);
    let mut out: Vec<Option<Hang>> = vec![None; n];
    let mut taken: Vec<(usize, Cell)> = Vec::new();
    for parent in 0..n {
        let children: Vec<usize> = (0..n)
            .filter(|&c| parents.get(c).copied().flatten() == Some(parent))
            .collect();
        for track in tracks(&children, spacing) {
            let mut drawn = Vec::new();
            let mut own: Vec<Cell> = Vec::new();
            for &child in &children {
                let place = Place {
                    trunk: trunks.get(child).copied().flatten(),
                    rows: (rows.get(parent).copied(), rows.get(child).copied()),
                    track,
                };
                let found = hang(parent, child, &place, stand, spacing);
                let clear = found.filter(|(_, lines)| {
                    clear_of_cards(lines, (parent, child), stand)
                        && taken.iter().all(|(p, c)| *p == parent || apart(lines, c))
                });
                if let Some((hang, lines)) = clear {
                    own.extend(lines);
                    drawn.push((child, hang));
                }
            }
            // All children on one track, or the next is tried.
            if drawn.len() == children.len() || track.last {
                taken.extend(own.into_iter().map(|line| (parent, line)));
                for (child, hang) in drawn {
                    if let Some(slot) = out.get_mut(child) {
                        *slot = Some(hang);
                    }
                }
                break;
            }
        }
    }
    out
}

/// A height for the bus in the room between two rows.
#[derive(Clone, Copy)]
struct Track {
    /// Over the row of the children.
    over: i32,
    last: bool,
}

/// The middle first, then lines beside it.
fn tracks(children: &[usize], spacing: Spacing) -> Vec<Track> {
    if children.is_empty() {
        return Vec::new();
    }
    let middle = (spacing.row / 2).div_euclid(STEP) * STEP;
    let all = [0, 2, -1, 3, -2];
    let fits = |by: &&i32| {
        let over = middle + **by * STEP;
        over >= 2 * STEP && over <= spacing.row - 2 * STEP
    };
    let mut out: Vec<Track> = all
        .iter()
        .filter(fits)
        .map(|by| Track {
            over: middle + by * STEP,
            last: false,
        })
        .collect();
    // Half of the children on a bus and half on their own is better than none.
    out.push(Track {
        over: middle,
        last: true,
    });
    out
}

/// Where a child and its parent stand.
struct Place {
    trunk: Option<i32>,
    rows: (Option<usize>, Option<usize>),
    track: Track,
}

fn hang(
    parent: usize,
    child: usize,
    place: &Place,
    stand: &Stand,
    spacing: Spacing,
) -> Option<(Hang, Vec<Cell>)> {
    let (above, card) = (*stand.cells.get(parent)?, *stand.cells.get(child)?);
    if card.y < above.bottom() {
        return None;
    }
    let same_row = place.rows.0 == place.rows.1;
    let middle = above.x + (above.w / 2).div_euclid(STEP) * STEP;
    let straight = |x: i32| above.x + CORNER <= x && x <= above.right() - CORNER;
    let hang = if same_row {
        let trunk = place.trunk.filter(|&x| straight(x))?;
        Hang {
            parent,
            bus: above.bottom() + STEP,
            stem: trunk,
            trunk: Some(trunk),
        }
    } else {
        let panel = stand.panels.iter().find(|p| inside(&card, p))?;
        let over = place.track.over.min(spacing.row - STEP);
        Hang {
            parent,
            bus: panel.y - over,
            stem: place.trunk.filter(|&x| straight(x)).unwrap_or(middle),
            trunk: place.trunk,
        }
    };
    (hang.bus > above.bottom()).then(|| {
        let points = bus::line(above, card, hang);
        (hang, boxes(&points))
    })
}

fn inside(card: &Cell, panel: &Cell) -> bool {
    panel.x <= card.x
        && card.right() <= panel.right()
        && panel.y <= card.y
        && card.bottom() <= panel.bottom()
}

/// The boxes that the pieces of a line keep free.
pub(super) fn boxes(points: &[(i32, i32)]) -> Vec<Cell> {
    points
        .windows(2)
        .filter_map(|pair| {
            let &[a, b] = pair else { return None };
            (a != b).then(|| Cell {
                x: a.0.min(b.0) - HALF,
                y: a.1.min(b.1) - HALF,
                w: (a.0 - b.0).abs() + 2 * HALF,
                h: (a.1 - b.1).abs() + 2 * HALF,
            })
        })
        .collect()
}

/// Every reporting line of the arrangement, as boxes.
pub(super) fn lines(request: &ZonedRequest, stand: &Stand) -> Vec<Cell> {
    let line = |child: usize| {
        let hang = stand.hangs.get(child).copied().flatten()?;
        let (above, card) = (*stand.cells.get(hang.parent)?, *stand.cells.get(child)?);
        Some(boxes(&bus::line(above, card, hang)))
    };
    (0..request.bodies()).filter_map(line).flatten().collect()
}

pub(super) fn overlap(a: &Cell, b: &Cell) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

fn clear_of_cards(lines: &[Cell], ends: (usize, usize), stand: &Stand) -> bool {
    stand.cells.iter().enumerate().all(|(i, cell)| {
        i == ends.0 || i == ends.1 || lines.iter().all(|line| !overlap(line, cell))
    })
}

/// Whether a line keeps a step from another one, crossings at right angles apart.
fn apart(lines: &[Cell], other: &Cell) -> bool {
    let along = |c: &Cell| c.w >= c.h;
    lines
        .iter()
        .all(|line| along(line) != along(other) || !overlap(line, other))
}

/// The trunk of each body that has one.
fn trunks(plan: &Plan, stand: &Stand, nodes: usize) -> Vec<Option<i32>> {
    let mut out = vec![None; nodes];
    for panel in plan.rows.iter().flat_map(|r| &r.panels) {
        for &(node, trunk) in &panel.piece.trunks {
            let inner = panel.piece.cards.iter().find(|(n, _)| *n == node);
            let placed = stand.cells.get(node);
            if let (Some((_, inner)), Some(placed), Some(slot)) = (inner, placed, out.get_mut(node))
            {
                *slot = Some(placed.x - inner.x + trunk);
            }
        }
    }
    out
}

/// The row of each body.
fn rows(plan: &Plan, nodes: usize) -> Vec<usize> {
    let mut out = vec![usize::MAX; nodes];
    for (at, row) in plan.rows.iter().enumerate() {
        for (node, _) in row.panels.iter().flat_map(|p| &p.piece.cards) {
            if let Some(slot) = out.get_mut(*node) {
                *slot = at;
            }
        }
    }
    out
}
