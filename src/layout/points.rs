//! Ways with exact places as the points of lines.

use super::grid::Axis;
use super::route::Router;
use super::runs::{Chain, Runs};
use super::{Route, bus};

impl Router<'_> {
    /// The ways as points.
    pub(super) fn routes(&self, runs: &Runs) -> Vec<Route> {
        let mut out: Vec<Route> = self
            .starts_at_from
            .iter()
            .map(|&starts_at_from| Route {
                points: Vec::new(),
                starts_at_from,
            })
            .collect();
        for (n, net) in self.nets.iter().enumerate() {
            for (c, chain) in net.chains.iter().enumerate() {
                let Some(route) = out.get_mut(chain.link) else {
                    continue;
                };
                route.points = self.points(runs, n, c, chain);
                if route.points.len() < 2 {
                    route.points = self.direct(chain.link, route.starts_at_from);
                }
            }
        }
        out
    }

    fn points(&self, runs: &Runs, n: usize, c: usize, chain: &Chain) -> Vec<(i32, i32)> {
        let ends = (chain.spots.first(), chain.spots.last());
        let (Some(&first), Some(&last)) = ends else {
            return Vec::new();
        };
        let list = runs.of_chains.get(n).and_then(|net| net.get(c));
        let list: &[usize] = list.map_or(&[], Vec::as_slice);
        let (Some(&begin), Some(&end)) = (list.first(), list.last()) else {
            return Vec::new();
        };
        let on = |run: usize, spot: u32| {
            let (run, at) = (&runs.all[run], self.grid.spot(spot));
            match run.axis {
                Axis::Horizontal => (at.x, run.at),
                Axis::Vertical => (run.at, at.y),
            }
        };
        let mut out = vec![on(begin, first)];
        out.extend(runs.points(n, c));
        out.push(on(end, last));
        simplified(&out)
    }

    /// Draws a link for which there is no free way: better a line across a card than a link that nobody
    /// sees, but across as few as can be.
    fn direct(&self, link: usize, starts_at_from: bool) -> Vec<(i32, i32)> {
        let edge = self.request.edges.get(link);
        let ends = edge.and_then(|e| Some((self.cell(e.from)?, self.cell(e.to)?)));
        let Some((from, to)) = ends else {
            return Vec::new();
        };
        let (start, end) = if starts_at_from {
            (from, to)
        } else {
            (to, from)
        };
        let barred = |points: &Vec<(i32, i32)>| {
            let pieces = points.windows(2);
            let open = |pair: &[(i32, i32)]| matches!(*pair, [a, b] if self.walls.open(a, b));
            pieces.filter(|pair| !open(pair)).count()
        };
        let ways = bus::direct(start, end);
        let best = ways.into_iter().min_by_key(barred).unwrap_or_default();
        simplified(&best)
    }
}

/// Without repeated points and points on a straight run.
fn simplified(points: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let mut out: Vec<(i32, i32)> = Vec::new();
    for &p in points {
        if out.last() == Some(&p) {
            continue;
        }
        if let [.., a, b] = out.as_slice()
            && ((a.0 == b.0 && b.0 == p.0) || (a.1 == b.1 && b.1 == p.1))
        {
            out.pop();
        }
        // A line that turned back ends where it turned off.
        if out.last() != Some(&p) {
            out.push(p);
        }
    }
    out
}
