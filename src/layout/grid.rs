//! The ways on which lines may run: beside cards, between them, and straight out of their sides.
//!
//! Few ways, not a fine lattice: which ways a line takes is found here, and the exact places of
//! lines that share a way are found later (`tracks`). After M. Wybrow, K. Marriott, P. Stuckey,
//! "Orthogonal Connector Routing", GD 2009.

use std::collections::{BTreeMap, BTreeSet};

use super::table::Table;
use super::walls::{AIR, Walls, Way};
use super::{Cell, STEP};

/// How far from a card a way beside it runs when there is room.
const BESIDE: i32 = 14;

/// Ways nearer to each other than this are one.
const SAME: i32 = 6;

/// Which way a line runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Axis {
    /// Across.
    #[default]
    Horizontal = 0,
    /// Up and down.
    Vertical = 1,
}

impl Axis {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Horizontal => Self::Vertical,
            Self::Vertical => Self::Horizontal,
        }
    }

    /// The directions back and forth.
    fn ways(self) -> [Way; 2] {
        match self {
            Self::Horizontal => [Way::Left, Way::Right],
            Self::Vertical => [Way::Up, Way::Down],
        }
    }
}

/// No spot.
pub(super) const NOWHERE: u32 = u32::MAX;

/// Where two ways cross, or where one meets a card.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) x: i32,
    pub(super) y: i32,
    /// The next spots to the left, right, up, down.
    pub(super) next: [u32; 4],
    /// The card, if the spot is on its edge.
    pub(super) card: u32,
}

impl Default for Spot {
    fn default() -> Self {
        Self {
            x: 0,
            y: 0,
            next: [NOWHERE; 4],
            card: NOWHERE,
        }
    }
}

/// A straight way.
#[derive(Clone, Copy, Debug, Default)]
struct Track {
    at: i32,
    low: i32,
    high: i32,
    /// The cards whose edges its ends touch.
    cards: [Option<u32>; 2],
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

/// All spots.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) spots: Table<Spot>,
    /// Spots on the edges of each card.
    pub(super) ports: Table<Vec<u32>>,
    places: Vec<((i32, i32), u32)>,
}

/// What ways are made from.
pub(super) struct Ground<'a> {
    pub(super) walls: &'a Walls,
    /// The first so many boxes of the walls are cards.
    pub(super) cards: usize,
    /// Whether lines end at a card, so that ways lead out of all its sides.
    pub(super) busy: &'a [bool],
    /// The box round everything.
    pub(super) rim: Cell,
}

impl Grid {
    pub(super) fn new(ground: &Ground<'_>, wanted: &[Wanted]) -> Self {
        let mut across = tracks(ground, wanted, Axis::Horizontal);
        let mut along = tracks(ground, wanted, Axis::Vertical);
        thin_out(&mut across);
        thin_out(&mut along);
        let mut this = Self {
            ports: Table::filled(ground.cards),
            ..Self::default()
        };
        this.weave(&across, &along);
        this.places = (0..this.spots.len())
            .map(|n| ((this.spots[n].x, this.spots[n].y), n as u32))
            .collect();
        this.places.sort_unstable();
        this
    }

    pub(super) fn len(&self) -> usize {
        self.spots.len()
    }

    pub(super) fn spot(&self, n: u32) -> Spot {
        self.spots[n as usize]
    }

    /// Whether another grid has the same spots joined in the same way, whatever their places.
    pub(super) fn same_form(&self, other: &Self) -> bool {
        let joined = |s: &Spot| (s.next, s.card);
        self.len() == other.len()
            && self
                .spots
                .iter()
                .map(joined)
                .eq(other.spots.iter().map(joined))
    }

    /// The spot at a place.
    pub(super) fn find(&self, x: i32, y: i32) -> Option<u32> {
        let n = self.places.partition_point(|(at, _)| *at < (x, y));
        self.places
            .get(n)
            .filter(|(at, _)| *at == (x, y))
            .map(|(_, spot)| *spot)
    }

    /// All spots on the straight way from one spot to a place; nothing when the way is barred.
    pub(super) fn walk(&self, from: u32, x: i32, y: i32) -> Option<Vec<u32>> {
        let start = self.spot(from);
        let turn = match ((x - start.x).signum(), (y - start.y).signum()) {
            (0, 0) => return Some(Vec::new()),
            (-1, 0) => 0,
            (1, 0) => 1,
            (0, -1) => 2,
            (0, 1) => 3,
            _ => return None,
        };
        let goal = self.find(x, y)?;
        let mut out = Vec::new();
        let mut at = from;
        while at != goal {
            at = *self.spot(at).next.get(turn)?;
            let spot = self.spot(at);
            let past = (x - spot.x).signum() != (x - start.x).signum() && spot.x != x
                || (y - spot.y).signum() != (y - start.y).signum() && spot.y != y;
            if at == NOWHERE || past {
                return None;
            }
            out.push(at);
        }
        Some(out)
    }

    fn add(&mut self, x: i32, y: i32, card: Option<u32>) -> u32 {
        let spot = Spot {
            x,
            y,
            card: card.unwrap_or(NOWHERE),
            ..Spot::default()
        };
        let n = self.spots.push(spot) as u32;
        if let Some(card) = card {
            self.ports[card as usize].push(n);
        }
        n
    }

    fn join(&mut self, before: u32, after: u32, axis: Axis) {
        if before == NOWHERE || after == NOWHERE {
            return;
        }
        let (back, forth) = match axis {
            Axis::Horizontal => (0, 1),
            Axis::Vertical => (2, 3),
        };
        if let Some(slot) = self.spots[before as usize].next.get_mut(forth) {
            *slot = after;
        }
        if let Some(slot) = self.spots[after as usize].next.get_mut(back) {
            *slot = before;
        }
    }

    /// Finds all spots, from left to right.
    fn weave(&mut self, across: &[Track], along: &[Track]) {
        let mut starts: Vec<usize> = (0..across.len()).collect();
        starts.sort_by_key(|&n| across.get(n).map(|t| t.low));
        let mut ends = starts.clone();
        ends.sort_by_key(|&n| across.get(n).map(|t| t.high));
        let (mut started, mut ended) = (0, 0);
        let mut open: BTreeSet<(i32, usize)> = BTreeSet::new();
        let mut last: Vec<u32> = vec![NOWHERE; across.len()];
        for track in along {
            started = self.open_until(track.at, across, &starts, started, &mut open, &mut last);
            while let Some((n, t)) = ends.get(ended).and_then(|&n| Some((n, across.get(n)?))) {
                if t.high >= track.at {
                    break;
                }
                open.remove(&(t.at, n));
                ended += 1;
            }
            let [top, bottom] = track.cards;
            let mut above = match top {
                Some(card) => self.add(track.at, track.low, Some(card)),
                None => NOWHERE,
            };
            let crossed: Vec<(i32, usize)> = open
                .range((track.low, 0)..=(track.high, usize::MAX))
                .copied()
                .collect();
            for (y, n) in crossed {
                let here = self.add(track.at, y, None);
                self.join(above, here, Axis::Vertical);
                if let Some(before) = last.get_mut(n) {
                    self.join(*before, here, Axis::Horizontal);
                    *before = here;
                }
                above = here;
            }
            if let Some(card) = bottom {
                let end = self.add(track.at, track.high, Some(card));
                self.join(above, end, Axis::Vertical);
            }
        }
        self.open_until(i32::MAX, across, &starts, started, &mut open, &mut last);
        for (n, track) in across.iter().enumerate() {
            if let ([_, Some(card)], Some(&before)) = (track.cards, last.get(n)) {
                let end = self.add(track.high, track.at, Some(card));
                self.join(before, end, Axis::Horizontal);
            }
        }
    }

    fn open_until(
        &mut self,
        x: i32,
        across: &[Track],
        starts: &[usize],
        mut started: usize,
        open: &mut BTreeSet<(i32, usize)>,
        last: &mut [u32],
    ) -> usize {
        while let Some((n, t)) = starts
            .get(started)
            .and_then(|&n| Some((n, across.get(n)?)))
            .filter(|(_, t)| t.low <= x)
        {
            open.insert((t.at, n));
            if let ([Some(card), _], Some(slot)) = (t.cards, last.get_mut(n)) {
                *slot = self.add(t.low, t.at, Some(card));
            }
            started += 1;
        }
        started
    }
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
fn tracks(ground: &Ground<'_>, wanted: &[Wanted], axis: Axis) -> Vec<Track> {
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
    out
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
    let edge = ground.walls.edge(way, from, low, high, limit);
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
