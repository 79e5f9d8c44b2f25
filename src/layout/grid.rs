//! Where ways cross each other and meet cards: the graph that lines are searched on.
//!
//! Few ways, not a fine lattice: which ways a line takes is found here, and the exact places of
//! lines that share a way are found later (`tracks`). After M. Wybrow, K. Marriott, P. Stuckey,
//! "Orthogonal Connector Routing", GD 2009.

use std::collections::BTreeSet;

use super::table::Table;
use super::walls::Way;
use super::ways::{self, Ground, Track, Wanted};
use super::{Cell, STEP};

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
    pub(super) fn ways(self) -> [Way; 2] {
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
    /// The panel, if a way crosses its edge here; lines may end here or go on.
    pub(super) panel: u32,
}

impl Spot {
    /// The card or panel at whose edge a line ends here.
    pub(super) fn node(&self) -> Option<usize> {
        let node = if self.card == NOWHERE {
            self.panel
        } else {
            self.card
        };
        (node != NOWHERE).then_some(node as usize)
    }
}

impl Default for Spot {
    fn default() -> Self {
        Self {
            x: 0,
            y: 0,
            next: [NOWHERE; 4],
            card: NOWHERE,
            panel: NOWHERE,
        }
    }
}

/// All spots.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) spots: Table<Spot>,
    /// Spots on the edges of each card, then of each panel.
    pub(super) ports: Table<Vec<u32>>,
    places: Vec<((i32, i32), u32)>,
}

impl Grid {
    pub(super) fn new(ground: &Ground<'_>, wanted: &[Wanted]) -> Self {
        let across = ways::all(ground, wanted, Axis::Horizontal);
        let along = ways::all(ground, wanted, Axis::Vertical);
        let mut this = Self {
            ports: Table::filled(ground.cards + ground.panels.len()),
            ..Self::default()
        };
        this.weave(&across, &along);
        for (n, panel) in ground.panels.iter().enumerate() {
            let node = ground.cards + n;
            if ground.busy.get(node).copied().unwrap_or(false) {
                this.open_panel(node as u32, *panel);
            }
        }
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
        let joined = |s: &Spot| (s.next, s.card, s.panel);
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

    /// Puts a spot wherever a way crosses the edge of a panel.
    fn open_panel(&mut self, node: u32, panel: Cell) {
        for from in 0..self.spots.len() {
            let here = self.spots[from];
            let [_, right, _, below] = here.next;
            for (axis, next) in [(Axis::Horizontal, right), (Axis::Vertical, below)] {
                if next == NOWHERE {
                    continue;
                }
                let there = self.spot(next);
                let (at, span, low, high, edges) = match axis {
                    Axis::Horizontal => (
                        here.y,
                        [panel.y, panel.bottom()],
                        here.x,
                        there.x,
                        [panel.x, panel.right()],
                    ),
                    Axis::Vertical => (
                        here.x,
                        [panel.x, panel.right()],
                        here.y,
                        there.y,
                        [panel.y, panel.bottom()],
                    ),
                };
                if at < span[0] + 2 * STEP || at > span[1] - 2 * STEP {
                    continue;
                }
                let mut before = from as u32;
                for edge in edges {
                    if low < edge && edge < high {
                        before = self.put_between(before, next, edge, axis, node);
                    }
                }
            }
        }
    }

    /// Puts a spot of a panel between two spots of one way.
    fn put_between(&mut self, before: u32, after: u32, edge: i32, axis: Axis, node: u32) -> u32 {
        let start = self.spot(before);
        let (x, y) = match axis {
            Axis::Horizontal => (edge, start.y),
            Axis::Vertical => (start.x, edge),
        };
        let n = self.add(x, y, None);
        self.spots[n as usize].panel = node;
        self.ports[node as usize].push(n);
        self.join(before, n, axis);
        self.join(n, after, axis);
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
