//! The ways on which lines may run: beside cards, between them, and straight out of their sides.

use std::collections::BTreeMap;

use super::grid::Axis;
use super::walls::{AIR, Walls, Way};
use super::{Cell, STEP};

/// How far from a card a way beside it runs when there is room.
const BESIDE: i32 = 14;

/// Ways nearer to each other than this are one.
const SAME: i32 = 6;

/// A straight way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Track {
    pub(super) at: i32,
    pub(super) low: i32,
    pub(super) high: i32,
    /// The cards whose edges its ends touch.
    pub(super) cards: [Option<u32>; 2],
    /// A way that buses need or that touches a card.
    kept: bool,
}

/// A piece of a bus that the arrangement asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) axis: Axis,
    pub(super) at: i32,
    /// From where to where.
    pub(super) span: [i32; 2],
    /// The cards at its ends.
    pub(super) cards: [Option<u32>; 2],
    /// Whether other lines may follow it further on.
    pub(super) open: bool,
}

/// What ways are made from.
pub(super) struct Ground<'a> {
    pub(super) walls: &'a Walls,
    /// The first so many boxes of the walls are cards.
    pub(super) cards: usize,
    /// Panels, which lines may cross; they are numbered on from the cards.
    pub(super) panels: &'a [Cell],
    /// Whether lines end at a card or panel, so that ways lead out of all its sides.
    pub(super) busy: &'a [bool],
    /// The box round everything.
    pub(super) rim: Cell,
}

/// The ends of a card on an axis and across it.
fn spans(cell: Cell, axis: Axis) -> ([i32; 2], [i32; 2]) {
    let (h, v) = ([cell.x, cell.right()], [cell.y, cell.bottom()]);
    match axis {
        Axis::Horizontal => (h, v),
        Axis::Vertical => (v, h),
    }
}

/// The middle of a length, on the lattice.
pub(super) fn middle([low, high]: [i32; 2]) -> i32 {
    low + ((high - low) / 2).div_euclid(STEP) * STEP
}

/// All ways of one axis.
pub(super) fn all(ground: &Ground<'_>, wanted: &[Wanted], axis: Axis) -> Vec<Track> {
    let mut out = Vec::new();
    for want in wanted.iter().filter(|w| w.axis == axis) {
        let [low, high] = want.span;
        let mut track = Track {
            at: want.at,
            low,
            high,
            cards: want.cards,
            kept: true,
        };
        if want.open {
            // What bars the way inside the span is found when the bus is walked.
            let whole = reach(ground, axis, want.at, [low.min(high); 2]);
            if want.cards[0].is_none() {
                (track.low, track.cards[0]) = (whole.low, whole.cards[0]);
            }
            (track.high, track.cards[1]) = (whole.high, whole.cards[1]);
        }
        out.push(track);
    }
    let asked = out.len();
    for n in 0..ground.cards {
        let (own, across) = spans(ground.walls.cell(n), axis);
        for (way, forth) in axis.other().ways().into_iter().zip([false, true]) {
            beside(ground, axis, own, across, way, forth, &mut out);
        }
        let busy = ground.busy.get(n).copied().unwrap_or(false);
        if busy {
            out.extend(out_of(ground, axis, n));
        }
    }
    for (n, panel) in ground.panels.iter().enumerate() {
        let (own, across) = spans(*panel, axis);
        for (way, forth) in axis.other().ways().into_iter().zip([false, true]) {
            beside(ground, axis, own, across, way, forth, &mut out);
        }
        if ground.busy.get(ground.cards + n).copied().unwrap_or(false) {
            out.extend(through(ground, axis, n));
        }
    }
    // Beside a card that a person has put onto another there may be no way: it would run under that one.
    let mut place = 0..;
    out.retain(|track| place.next().is_some_and(|n| n < asked) || open(ground, axis, track));
    thin_out(&mut out);
    out
}

/// Whether a way runs neither through a box nor along its edge.
fn open(ground: &Ground<'_>, axis: Axis, track: &Track) -> bool {
    let ends = [(track.low, track.at - 1), (track.high, track.at + 1)];
    let [from, to] = ends.map(|(along, across)| match axis {
        Axis::Horizontal => (along, across),
        Axis::Vertical => (across, along),
    });
    ground.walls.open(from, to)
}

/// The ways across the edges of a panel: through its middle, through the middle of what it shares
/// with each other one, and beside the middle of each card that faces it, where no bus runs.
fn through(ground: &Ground<'_>, axis: Axis, n: usize) -> Vec<Track> {
    let Some(panel) = ground.panels.get(n) else {
        return Vec::new();
    };
    let (own, across) = spans(*panel, axis);
    let mut places = vec![middle(across)];
    for (_, theirs) in ground.panels.iter().map(|p| spans(*p, axis)) {
        let shared = [across[0].max(theirs[0]), across[1].min(theirs[1])];
        if shared[1] - shared[0] >= 4 * STEP {
            places.push(middle(shared));
        }
    }
    let cards = (0..ground.cards).filter(|&c| ground.busy.get(c).copied().unwrap_or(false));
    for (along, theirs) in cards.map(|c| spans(ground.walls.cell(c), axis)) {
        let shared = [across[0].max(theirs[0]), across[1].min(theirs[1])];
        let apart = along[1] <= own[0] || along[0] >= own[1];
        if apart && shared[1] - shared[0] >= 12 * STEP {
            let centre = middle(shared);
            places.extend([middle([shared[0], centre]), middle([centre, shared[1]])]);
        }
    }
    places.sort_unstable();
    places.dedup();
    let at_edge = |at: i32| own.map(|edge| reach(ground, axis, at, [edge; 2]));
    let ways = places.into_iter().flat_map(at_edge);
    ways.map(|track| Track {
        kept: true,
        ..track
    })
    .collect()
}

/// The nearest edge of a panel past a place, before a limit.
fn panel_edge(ground: &Ground<'_>, axis: Axis, span: [i32; 2], from: i32, limit: i32) -> i32 {
    let facing = |panel: &Cell| {
        let (along, across) = spans(*panel, axis);
        (along[0] < span[1] && along[1] > span[0]).then_some(across)
    };
    let edges = ground.panels.iter().filter_map(facing).flatten();
    edges.fold(limit, |nearest, edge| {
        if (from < edge && edge < nearest) || (nearest < edge && edge < from) {
            edge
        } else {
            nearest
        }
    })
}

/// The way along one side of a card.
fn beside(
    ground: &Ground<'_>,
    axis: Axis,
    own: [i32; 2],
    across: [i32; 2],
    way: Way,
    forth: bool,
    out: &mut Vec<Track>,
) {
    let ([low, high], [near, far]) = (own, across);
    let from = if forth { far } else { near };
    let limit = if forth { i32::MAX } else { i32::MIN };
    let wall = ground.walls.edge(way, from, low, high, limit);
    let edge = panel_edge(ground, axis, own, from, wall);
    let gap = edge.saturating_sub(from).saturating_abs();
    if gap < 2 * AIR {
        return;
    }
    let offset = (gap / 2).min(BESIDE);
    let at = if forth { from + offset } else { from - offset };
    out.push(reach(ground, axis, at, own));
}

/// The ways straight out of both sides of a card: from its middle, and from the middle of what it
/// shares with the card across.
fn out_of(ground: &Ground<'_>, axis: Axis, n: usize) -> Vec<Track> {
    let (own, across) = spans(ground.walls.cell(n), axis);
    let at = middle(across);
    let mut out = Vec::new();
    for (way, forth) in axis.ways().into_iter().zip([false, true]) {
        let from = if forth { own[1] } else { own[0] };
        out.push(leave(ground, axis, n, at, forth));
        let Some(facing) = ground.walls.next(way, from, across[0], across[1]) else {
            continue;
        };
        let (_, theirs) = spans(ground.walls.cell(facing), axis);
        let shared = [across[0].max(theirs[0]), across[1].min(theirs[1])];
        let between = middle(shared);
        if facing < ground.cards && shared[1] - shared[0] >= 4 * STEP && between != at {
            out.push(leave(ground, axis, n, between, forth));
        }
    }
    out
}

/// The way that leaves a card at a place of its side.
fn leave(ground: &Ground<'_>, axis: Axis, n: usize, at: i32, forth: bool) -> Track {
    let (own, _) = spans(ground.walls.cell(n), axis);
    let edge = if forth { own[1] } else { own[0] };
    let mut track = reach(ground, axis, at, [edge; 2]);
    if forth {
        track.low = own[1];
        track.cards = [Some(n as u32), track.cards[1]];
    } else {
        track.high = own[0];
        track.cards = [track.cards[0], Some(n as u32)];
    }
    track.kept = true;
    track
}

/// A way through places known to be free, as far as nothing bars it.
fn reach(ground: &Ground<'_>, axis: Axis, at: i32, through: [i32; 2]) -> Track {
    let ([rim_low, rim_high], _) = spans(ground.rim, axis);
    let mut track = Track {
        at,
        ..Track::default()
    };
    let [back, forth] = axis.ways();
    let (low, first) = bar(ground, axis, at, (back, through[0]), 1).unwrap_or((rim_low, None));
    let (high, last) = bar(ground, axis, at, (forth, through[1]), 0).unwrap_or((rim_high, None));
    (track.low, track.high, track.cards) = (low, high, [first, last]);
    track
}

/// Where a way ends in a direction, and the card at whose edge it ends.
fn bar(
    ground: &Ground<'_>,
    axis: Axis,
    at: i32,
    (way, from): (Way, i32),
    far_side: usize,
) -> Option<(i32, Option<u32>)> {
    let hit = ground.walls.next(way, from, at - AIR + 1, at + AIR - 1)?;
    let (theirs, across) = spans(ground.walls.cell(hit), axis);
    // A way may end at the side of a card, away from its corners.
    let inside = across[0] + 2 * STEP <= at && at <= across[1] - 2 * STEP;
    let lands = hit < ground.cards && (inside || at == middle(across));
    let card = lands.then_some(hit as u32);
    let air = if lands { 0 } else { AIR };
    Some(if far_side == 1 {
        (theirs[1] + air, card)
    } else {
        (theirs[0] - air, card)
    })
}

/// Joins ways that are one, and leaves out those that run right beside a better one.
fn thin_out(all: &mut Vec<Track>) {
    let mut by_place: BTreeMap<i32, Vec<Track>> = BTreeMap::new();
    for track in all.drain(..).filter(|t| t.low <= t.high) {
        by_place.entry(track.at).or_default().push(track);
    }
    for (at, mut here) in by_place {
        here.sort_by_key(|t| (t.low, t.high));
        let mut open: Option<Track> = None;
        for track in here {
            match &mut open {
                Some(o) if track.low <= o.high => {
                    if track.high > o.high || (track.high == o.high && o.cards[1].is_none()) {
                        o.cards[1] = track.cards[1];
                        o.high = track.high;
                    }
                    if o.cards[0].is_none() && track.low == o.low {
                        o.cards[0] = track.cards[0];
                    }
                    o.kept |= track.kept;
                }
                _ => {
                    all.extend(open.take());
                    open = Some(Track { at, ..track });
                }
            }
        }
        all.extend(open);
    }
    let tracks = std::mem::take(all);
    let covered = |n: usize, t: &Track| {
        let near = |o: &&Track| (o.at - t.at).abs() <= SAME;
        let before = tracks.get(..n).into_iter().flatten().rev().take_while(near);
        let after = tracks.get(n + 1..).into_iter().flatten().take_while(near);
        let covers = |o: &Track| {
            let longer = (o.high - o.low, o.at) > (t.high - t.low, t.at);
            o.low <= t.low + 2 * STEP && o.high >= t.high - 2 * STEP && (o.kept || longer)
        };
        before.chain(after).any(covers)
    };
    let keep: Vec<Track> = tracks
        .iter()
        .enumerate()
        .filter(|(n, t)| t.kept || !covered(*n, t))
        .map(|(_, t)| *t)
        .collect();
    *all = keep;
}
