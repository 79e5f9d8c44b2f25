//! Places for lines that share ways: in the order that crosses least, apart from each other and
//! from cards.
//!
//! The order follows each pair to where it parts (as in metro maps); the places are the longest
//! ways through the order, so that a lack of room is found exactly.

use super::Cell;
use super::grid::Axis;
use super::order;
use super::runs::{Run, Runs};
use super::walls::{AIR, Walls, Way};

/// Least distance between two lines.
const NEAR: i32 = 4;
/// Distance of two lines where there is room.
const APART: i32 = 8;
/// How far in pt from its way a line may stand, if few share it.
const STRAY: i32 = 40;
/// Distance of a line's end from the corners of a card.
const FROM_CORNER: i32 = 8;

/// Room that is missing: everything from `from` on has to move by `by`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lack {
    pub(super) axis: Axis,
    /// Where the lines that lack room run.
    pub(super) low: i32,
    /// The edge of the box behind them.
    pub(super) from: i32,
    pub(super) by: i32,
}

/// Gives every piece its place. What is missing comes back; with `squeeze` lines come nearer to
/// each other instead.
pub(super) fn settle(runs: &mut Runs, walls: &Walls, panels: &[Cell], squeeze: bool) -> Vec<Lack> {
    let mut lacks = Vec::new();
    for round in 0..2 {
        for axis in [Axis::Vertical, Axis::Horizontal] {
            rooms(runs, walls, panels, axis);
            let order = order::of(runs, axis);
            lacks.extend(place(runs, &order, squeeze));
        }
        if round == 0 && !lacks.is_empty() {
            break;
        }
    }
    lacks
}

/// The room of each piece: up to the boxes on both sides, and on the edges of its cards.
fn rooms(runs: &mut Runs, walls: &Walls, panels: &[Cell], axis: Axis) {
    let (back, forth) = match axis {
        Axis::Horizontal => (Way::Up, Way::Down),
        Axis::Vertical => (Way::Left, Way::Right),
    };
    for n in 0..runs.all.len() {
        let run = &runs.all[n];
        if run.axis != axis {
            continue;
        }
        // The ways of its ends count as well: from them the pieces that meet it find their room.
        let [low, high] = runs.extent(run);
        let (mut low, mut high) = (low.min(run.low), high.max(run.high));
        // A corner keeps off the corners of cards, too.
        let ends_at = |edge: i32| run.sides.iter().any(|side| side.edge == edge);
        if !ends_at(low) {
            low -= AIR - 1;
        }
        if !ends_at(high) {
            high += AIR - 1;
        }
        let mut room = [
            walls.edge(back, run.way, low, high, -(1 << 29)) + AIR,
            walls.edge(forth, run.way, low, high, 1 << 29) - AIR,
        ];
        for side in &run.sides {
            let [from, to] = side.span;
            let corner = FROM_CORNER.min((to - from) / 4);
            room = [room[0].max(from + corner), room[1].min(to - corner)];
        }
        for panel in panels {
            keep_off_edges(*panel, axis, (run.way, [low, high]), &mut room);
        }
        for &join in &run.joins {
            keep_ends_clear(&runs.all[join], run.way, &mut room);
        }
        if room[0] > room[1] {
            room = [run.way; 2];
        }
        runs.all[n].room = room;
    }
}

/// Leaves room for what is drawn at the end of a piece that meets this one.
fn keep_ends_clear(join: &Run, way: i32, room: &mut [i32; 2]) {
    for side in &join.sides {
        if side.edge < way {
            let low = side.edge + side.clear.max(AIR);
            room[0] = room[0].max(low.min(way.max(room[0])));
        } else {
            let high = side.edge - side.clear.max(AIR);
            room[1] = room[1].min(high.max(way.min(room[1])));
        }
    }
}

/// Keeps a piece that runs along an edge of a panel on its side of it, and off the edge.
fn keep_off_edges(panel: Cell, axis: Axis, (way, extent): (i32, [i32; 2]), room: &mut [i32; 2]) {
    let ([from, to], edges) = match axis {
        Axis::Horizontal => ([panel.x, panel.right()], [panel.y, panel.bottom()]),
        Axis::Vertical => ([panel.y, panel.bottom()], [panel.x, panel.right()]),
    };
    if extent[0] >= to || extent[1] <= from {
        return;
    }
    for (edge, inside) in edges.into_iter().zip([1, -1]) {
        // What runs on the edge goes out of the panel.
        let after = way > edge || (way == edge && inside < 0);
        if after {
            room[0] = room[0].max(edge + AIR);
        } else {
            room[1] = room[1].min(edge - AIR);
        }
    }
}

/// A piece in the order, with what places need to know.
#[derive(Clone, Copy, Debug)]
struct Item {
    run: usize,
    extent: [i32; 2],
    room: [i32; 2],
    wish: i32,
    /// The least place that its room allows.
    least: i32,
    low: i32,
    high: i32,
    /// Least distance to the items before it.
    near: i32,
}

impl Item {
    fn beside(&self, other: &Self) -> bool {
        self.extent[0] <= other.extent[1] + 1 && other.extent[0] <= self.extent[1] + 1
    }
}

/// Gives places in an order; tells what is missing, or brings lines nearer to each other there.
fn place(runs: &mut Runs, order: &[usize], squeeze: bool) -> Vec<Lack> {
    let mut items: Vec<Item> = order
        .iter()
        .map(|&n| {
            let run = &runs.all[n];
            Item {
                run: n,
                extent: runs.extent(run),
                room: run.room,
                wish: run.way,
                least: run.room[0],
                low: run.room[0],
                high: run.room[1],
                near: NEAR,
            }
        })
        .collect();
    let before = neighbours(runs, &items);
    spread(runs, &mut items, &before);
    let mut missing = push_up(&mut items, &before);
    while squeeze && !missing.is_empty() && squeezed(&mut items, &before, &missing) {
        missing = push_up(&mut items, &before);
    }
    push_down(&mut items, &before);
    for n in 0..items.len() {
        let pushed = preceding(&items, &before, n).map(|b| b.wish).max();
        let Some(item) = items.get_mut(n) else {
            continue;
        };
        let least = pushed.map_or(i32::MIN, |at| at + item.near);
        let good = pushed.map_or(item.wish, |at| item.wish.max(at + APART));
        // `wish` is the place itself from here on.
        item.wish = good.min(item.high).max(item.low).max(least);
        item.wish = item.wish.min(item.room[1]).max(item.room[0]);
        runs.all[item.run].at = item.wish;
    }
    if squeeze {
        return Vec::new();
    }
    let lacking = missing.into_iter().filter_map(|n| items.get(n));
    lacking
        .map(|item| Lack {
            axis: runs.all[item.run].axis,
            low: item.room[0] - AIR,
            from: item.room[1] + AIR,
            by: item.low - item.room[1],
        })
        .collect()
}

/// The items right before one.
fn preceding<'a>(
    items: &'a [Item],
    before: &'a [Vec<usize>],
    n: usize,
) -> impl Iterator<Item = &'a Item> {
    let list = before.get(n).into_iter().flatten();
    list.filter_map(|&b| items.get(b))
}

/// The least place of each item; gives those that have no room.
fn push_up(items: &mut [Item], before: &[Vec<usize>]) -> Vec<usize> {
    let mut missing = Vec::new();
    for n in 0..items.len() {
        let low = preceding(items, before, n).map(|b| b.low).max();
        let Some(item) = items.get_mut(n) else {
            continue;
        };
        let pushed = low.map_or(i32::MIN, |low| low + item.near);
        item.low = item.least.max(pushed);
        if item.low > item.room[1] {
            missing.push(n);
        }
    }
    missing
}

/// The greatest place of each item.
fn push_down(items: &mut [Item], before: &[Vec<usize>]) {
    for n in (0..items.len()).rev() {
        let Some(high) = items.get(n).map(|item| item.high - item.near) else {
            continue;
        };
        for &b in before.get(n).into_iter().flatten() {
            if let Some(item) = items.get_mut(b) {
                item.high = item.high.min(high);
            }
        }
    }
}

/// Brings the items nearer to each other that push one out of its room.
fn squeezed(items: &mut [Item], before: &[Vec<usize>], missing: &[usize]) -> bool {
    let mut any = false;
    for &n in missing {
        let mut at = Some(n);
        while let Some(n) = at {
            let Some(item) = items.get(n).copied() else {
                break;
            };
            let list = before.get(n).into_iter().flatten().copied();
            let pushes = |&b: &usize| items.get(b).is_some_and(|b| b.low + item.near == item.low);
            at = list.into_iter().find(pushes);
            if at.is_some()
                && item.near > 0
                && let Some(item) = items.get_mut(n)
            {
                item.near /= 2;
                any = true;
            }
        }
    }
    any
}

/// For each piece the pieces before it that it could touch.
fn neighbours(runs: &Runs, items: &[Item]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); items.len()];
    // Pieces by the strips of the page they pass, so that only near ones are compared.
    const STRIP: i32 = 256;
    let mut strips: std::collections::BTreeMap<i32, Vec<usize>> = std::collections::BTreeMap::new();
    for (n, item) in items.iter().enumerate() {
        let (first, last) = (
            item.extent[0].div_euclid(STRIP),
            item.extent[1].div_euclid(STRIP),
        );
        for strip in first..=last {
            let list = strips.entry(strip).or_default();
            for &b in list.iter().rev() {
                let Some(other) = items.get(b) else { continue };
                if runs.all[item.run].way - runs.all[other.run].way > 4 * STRAY {
                    break;
                }
                let touch = other.room[1] + APART > item.room[0] && other.beside(item);
                if touch && let Some(found) = out.get_mut(n) {
                    found.push(b);
                }
            }
            list.push(n);
        }
    }
    for list in &mut out {
        list.sort_unstable();
        list.dedup();
    }
    out
}

/// Wishes for places on both sides of a way that several share.
fn spread(runs: &Runs, items: &mut [Item], before: &[Vec<usize>]) {
    let mut earlier = vec![0i32; items.len()];
    let mut later = vec![0i32; items.len()];
    for (n, list) in before.iter().enumerate() {
        for &b in list {
            let same = items
                .get(n)
                .zip(items.get(b))
                .is_some_and(|(i, j)| runs.all[i.run].way == runs.all[j.run].way);
            if !same {
                continue;
            }
            let chain = earlier.get(b).copied().unwrap_or(0) + 1;
            if let Some(slot) = earlier.get_mut(n) {
                *slot = (*slot).max(chain);
            }
        }
    }
    for (n, list) in before.iter().enumerate().rev() {
        for &b in list {
            let same = items
                .get(n)
                .zip(items.get(b))
                .is_some_and(|(i, j)| runs.all[i.run].way == runs.all[j.run].way);
            let chain = later.get(n).copied().unwrap_or(0) + 1;
            if let Some(slot) = later.get_mut(b).filter(|_| same) {
                *slot = (*slot).max(chain);
            }
        }
    }
    for (n, item) in items.iter_mut().enumerate() {
        let shift = earlier.get(n).copied().unwrap_or(0) - later.get(n).copied().unwrap_or(0);
        let stray = STRAY.max(APART * shift.abs());
        item.wish += shift * APART / 2;
        item.least = item.least.max(runs.all[item.run].way - 4 * stray);
        item.high = item.high.min(runs.all[item.run].way + 4 * stray);
    }
}
