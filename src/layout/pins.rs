//! Cards that a person has put somewhere: they stay there, and the rest stays where it was.

use std::collections::BTreeMap;

use super::{Cell, Node, Placement, STEP, bus, sized};

/// Free room in pt between a card put by hand and a card that has to give way.
const AIR: i32 = 3 * STEP;

/// Least free room between two cards, so that a line can pass.
const ROOM: i32 = 2 * STEP;

/// How many of the nearest cards are looked at for a free place beside them.
const NEIGHBOURS: usize = 24;

/// Moves pinned cards to their pins, even where two of them meet; a card that one of them would cover goes
/// to the nearest free place. Lines that no longer fit are left to the router.
pub(super) fn settle(placement: &mut Placement, nodes: &[Node]) {
    let before = placement.cells.clone();
    let mut order: Vec<usize> = (0..placement.cells.len()).collect();
    let pinned = |i: &usize| nodes.get(*i).is_some_and(|n| n.pin.is_some());
    order.sort_by_key(|i| !pinned(i));
    let mut standing: Vec<Cell> = Vec::with_capacity(order.len());
    // What nobody touched stands already when a place is looked for.
    let untouched: Vec<Cell> = untouched(&before, nodes);
    for i in order {
        let (Some(cell), Some(node)) = (placement.cells.get_mut(i), nodes.get(i)) else {
            continue;
        };
        if let Some((x, y)) = node.pin {
            (cell.x, cell.y) = (on_lattice(x), on_lattice(y));
        } else if standing.iter().any(|other| near(cell, other, ROOM)) {
            let taken: Vec<Cell> = standing.iter().chain(&untouched).copied().collect();
            *cell = free_place(*cell, &taken);
        }
        standing.push(*cell);
    }
    let moved: Vec<bool> = before
        .iter()
        .zip(&placement.cells)
        .map(|(a, b)| a != b)
        .collect();
    release_lines(placement, &moved);
    placement.size = extent(&placement.cells);
}

/// Pinned cards that overlap: each but the first, with the first that it meets. By rows of the page, so that thousands of pins take no time.
pub fn met_pins(nodes: &[Node]) -> Vec<(usize, usize)> {
    let mut pins: Vec<(Cell, usize)> = sized(nodes)
        .iter()
        .enumerate()
        .filter_map(|(i, node)| {
            let (x, y) = node.pin?;
            let (x, y) = (on_lattice(x), on_lattice(y));
            Some((
                Cell {
                    x,
                    y,
                    w: node.w,
                    h: node.h,
                },
                i,
            ))
        })
        .collect();
    pins.sort_by_key(|(cell, i)| (cell.y, *i));
    let mut met: BTreeMap<usize, usize> = BTreeMap::new();
    for (n, (cell, i)) in pins.iter().enumerate() {
        let below = pins.iter().skip(n + 1);
        for (other, j) in below.take_while(|(other, _)| other.y < cell.bottom()) {
            if near(cell, other, 0) {
                let first = met.entry(*i.max(j)).or_insert(usize::MAX);
                *first = (*first).min(*i.min(j));
            }
        }
    }
    met.into_iter()
        .map(|(second, first)| (first, second))
        .collect()
}

/// Cards without a pin that no pinned card comes near.
fn untouched(cells: &[Cell], nodes: &[Node]) -> Vec<Cell> {
    let pins: Vec<Cell> = cells
        .iter()
        .zip(nodes)
        .filter_map(|(cell, node)| {
            let (x, y) = node.pin?;
            let (x, y) = (on_lattice(x), on_lattice(y));
            Some(Cell { x, y, ..*cell })
        })
        .collect();
    cells
        .iter()
        .zip(nodes)
        .filter(|(cell, node)| node.pin.is_none() && !pins.iter().any(|p| near(cell, p, ROOM)))
        .map(|(cell, _)| *cell)
        .collect()
}

/// The free place nearest to a card's own, beside one of the cards round it.
fn free_place(card: Cell, taken: &[Cell]) -> Cell {
    let mut round: Vec<&Cell> = taken.iter().collect();
    round.sort_by_key(|other| distance(&card, other));
    round.truncate(NEIGHBOURS);
    let mut xs = vec![card.x];
    let mut ys = vec![card.y];
    for other in &round {
        xs.extend([other.right() + AIR, other.x - AIR - card.w]);
        ys.extend([other.bottom() + AIR, other.y - AIR - card.h]);
    }
    let places = xs.iter().flat_map(|&x| ys.iter().map(move |&y| (x, y)));
    let mut places: Vec<Cell> = places.map(|(x, y)| Cell { x, y, ..card }).collect();
    places.sort_by_key(|p| ((p.x - card.x).abs() + (p.y - card.y).abs(), p.y, p.x));
    let free = |place: &&Cell| !taken.iter().any(|other| near(place, other, AIR - STEP));
    let below = || Cell {
        y: taken.iter().map(Cell::bottom).max().unwrap_or(0) + AIR,
        ..card
    };
    places.iter().find(free).copied().unwrap_or_else(below)
}

/// Gives the reporting lines of moved cards, and those that a moved card would be hit by, to the
/// router.
fn release_lines(placement: &mut Placement, moved: &[bool]) {
    let has_moved = |i: usize| moved.get(i).copied().unwrap_or(false);
    let in_the_way: Vec<(usize, Cell)> = placement
        .cells
        .iter()
        .copied()
        .enumerate()
        .filter(|(i, _)| has_moved(*i))
        .collect();
    for (child, hang) in placement.hangs.iter_mut().enumerate() {
        let Some(way) = *hang else { continue };
        let (Some(above), Some(card)) =
            (placement.cells.get(way.parent), placement.cells.get(child))
        else {
            continue;
        };
        let points = bus::line(*above, *card, way);
        let hit = in_the_way
            .iter()
            .any(|(i, cell)| ![way.parent, child].contains(i) && crosses(&points, cell));
        if has_moved(way.parent) || has_moved(child) || hit {
            *hang = None;
        }
    }
}

/// Whether a line runs through a card or right along it.
fn crosses(points: &[(i32, i32)], cell: &Cell) -> bool {
    points.windows(2).any(|pair| {
        let &[(ax, ay), (bx, by)] = pair else {
            return false;
        };
        let run = Cell {
            x: ax.min(bx),
            y: ay.min(by),
            w: (ax - bx).abs(),
            h: (ay - by).abs(),
        };
        near(&run, cell, STEP)
    })
}

/// Whether two boxes overlap or come nearer to each other than `air`.
fn near(a: &Cell, b: &Cell, air: i32) -> bool {
    a.x - air < b.right()
        && b.x - air < a.right()
        && a.y - air < b.bottom()
        && b.y - air < a.bottom()
}

fn distance(a: &Cell, b: &Cell) -> i32 {
    let dx = (a.x - b.right()).max(b.x - a.right()).max(0);
    let dy = (a.y - b.bottom()).max(b.y - a.bottom()).max(0);
    dx.saturating_add(dy)
}

/// The lattice line nearest to a place; pins past all sense are brought back.
fn on_lattice(at: i32) -> i32 {
    const FAR: i32 = 1 << 16;
    (at.clamp(-FAR, FAR) + STEP / 2).div_euclid(STEP) * STEP
}

fn extent(cells: &[Cell]) -> (i32, i32) {
    let left = cells.iter().map(|c| c.x).min().unwrap_or(0);
    let top = cells.iter().map(|c| c.y).min().unwrap_or(0);
    let right = cells.iter().map(Cell::right).max().unwrap_or(0);
    let bottom = cells.iter().map(Cell::bottom).max().unwrap_or(0);
    (right - left, bottom - top)
}
