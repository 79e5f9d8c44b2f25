//! The last word on lines that have no room: where two could not be told apart, one looks for another
//! way, and goes round what is full.

use std::collections::{BTreeMap, BTreeSet};

use super::Route;
use super::grid::Axis;
use super::route::Router;
use super::runs::{Run, Runs};
use super::unclear::unclear_pairs;

/// How often lines look for another way.
const ROUNDS: usize = 16;

impl Router<'_> {
    /// Lines in the room that there is, near to each other where it is little; the drawing in which
    /// fewest of them share a place.
    pub(super) fn clear(&mut self) -> Vec<Route> {
        let mut best: Option<(usize, Vec<Route>)> = None;
        for round in 0..=ROUNDS {
            let (runs, _) = self.tracks(true);
            let routes = self.routes(&runs);
            let pairs = unclear_pairs(self.request.edges, &routes);
            let moved = if pairs.is_empty() || round == ROUNDS {
                BTreeSet::new()
            } else {
                self.giving_way(&runs, &pairs)
            };
            if best.as_ref().is_none_or(|(least, _)| pairs.len() < *least) {
                best = Some((pairs.len(), routes));
            }
            if moved.is_empty() {
                break;
            }
            self.search_again(&moved);
        }
        best.map(|(_, routes)| routes).unwrap_or_default()
    }

    /// The bundles that are to look for another way; what they share with others is shunned.
    fn giving_way(&mut self, runs: &Runs, pairs: &BTreeSet<(usize, usize)>) -> BTreeSet<usize> {
        let mut place_of: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (n, net) in self.nets.iter().enumerate() {
            for (c, chain) in net.chains.iter().enumerate() {
                place_of.insert(chain.link, (n, c));
            }
        }
        let found = self.searched.iter().enumerate();
        let bundle_of: BTreeMap<usize, usize> = found.map(|(b, (_, net))| (*net, b)).collect();
        let mut out = BTreeSet::new();
        for (a, b) in pairs {
            let (Some(&one), Some(&other)) = (place_of.get(a), place_of.get(b)) else {
                continue;
            };
            // Buses of the arrangement stay; of others the one with fewer links gives way.
            let links = |(net, _): (usize, usize)| self.nets[net].chains.len();
            let open = |(net, _): (usize, usize)| bundle_of.get(&net).copied();
            let way = match (open(one), open(other)) {
                (Some(_), Some(bundle)) if links(other) <= links(one) => (bundle, other, one),
                (Some(bundle), _) => (bundle, one, other),
                (None, Some(bundle)) => (bundle, other, one),
                (None, None) => continue,
            };
            let (bundle, own, stays) = way;
            self.shun_shared(runs, own, stays);
            out.insert(bundle);
        }
        out
    }

    /// Has lines keep off the pieces that one link's way shares with another's.
    fn shun_shared(&mut self, runs: &Runs, own: (usize, usize), stays: (usize, usize)) {
        let pieces = |(n, c): (usize, usize)| -> Vec<&Run> {
            let list = runs.of_chains.get(n).and_then(|net| net.get(c));
            list.into_iter().flatten().map(|&r| &runs.all[r]).collect()
        };
        let others = pieces(stays);
        let shared = |run: &Run| {
            let [low, high] = runs.extent(run);
            others.iter().any(|other| {
                let [from, to] = runs.extent(other);
                (other.axis, other.at) == (run.axis, run.at) && from.max(low) < to.min(high)
            })
        };
        let (net, chain) = own;
        let spots = self.nets[net].chains.get(chain).map(|c| c.spots.clone());
        let spots = spots.unwrap_or_default();
        for run in pieces(own).into_iter().filter(|run| shared(run)) {
            for pair in spots.windows(2) {
                let &[a, b] = pair else { continue };
                let (s, t) = (self.grid.spot(a), self.grid.spot(b));
                let on_it = match run.axis {
                    Axis::Horizontal => s.y == run.way && t.y == run.way,
                    Axis::Vertical => s.x == run.way && t.x == run.way,
                };
                if on_it {
                    let first = if (s.x, s.y) <= (t.x, t.y) { a } else { b };
                    self.traffic.shun(first, run.axis);
                }
            }
        }
    }

    fn search_again(&mut self, moved: &BTreeSet<usize>) {
        let searched = std::mem::take(&mut self.searched);
        for &n in moved {
            let Some((bundle, place)) = searched.get(n) else {
                continue;
            };
            let before = self.nets[*place].clone();
            self.enter(&before, false);
            let net = self.grown(bundle, before);
            self.enter(&net, true);
            self.nets[*place] = net;
        }
        self.searched = searched;
    }
}
