//! Lines that nobody can tell apart: unrelated ones on one way.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edge, Route};

/// So many pt on one way can pass for a crossing.
const TOUCH: i32 = 2;

/// A straight piece of a line: from where to where, and whose.
type Piece = (i32, i32, usize);

/// How many pairs of lines cannot be told apart.
pub(super) fn unclear(edges: &[Edge], routes: &[Route]) -> usize {
    unclear_pairs(edges, routes).len()
}

/// Pairs of links without a common body whose lines run on one way for more than 2 pt.
pub(super) fn unclear_pairs(edges: &[Edge], routes: &[Route]) -> BTreeSet<(usize, usize)> {
    let mut ways: BTreeMap<(bool, i32), Vec<Piece>> = BTreeMap::new();
    for (link, route) in routes.iter().enumerate() {
        for pair in route.points.windows(2) {
            let &[(ax, ay), (bx, by)] = pair else {
                continue;
            };
            let (key, from, to) = if ay == by {
                ((true, ay), ax, bx)
            } else {
                ((false, ax), ay, by)
            };
            ways.entry(key)
                .or_default()
                .push((from.min(to), from.max(to), link));
        }
    }
    let strangers = |a: usize, b: usize| {
        let ends = |n: usize| edges.get(n).map(|e| [e.from, e.to]).unwrap_or_default();
        a != b && !ends(a).iter().any(|end| ends(b).contains(end))
    };
    let mut pairs = BTreeSet::new();
    for list in ways.values_mut() {
        list.sort_unstable();
        for (n, &(_, high, a)) in list.iter().enumerate() {
            let later = list.iter().skip(n + 1);
            for &(low, end, b) in later.take_while(|(low, ..)| low + TOUCH < high) {
                if end.min(high) - low > TOUCH && strangers(a, b) {
                    pairs.insert((a.min(b), a.max(b)));
                }
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_strangers_on_one_way_are_unclear() {
        let line = |points: &[(i32, i32)]| Route {
            points: points.to_vec(),
            starts_at_from: true,
        };
        let edge = |from, to| Edge {
            from,
            to,
            hierarchy: false,
            class: 0,
            clear_from: 4,
            clear_to: 4,
        };
        let first = line(&[(0, 0), (0, 100)]);
        for (points, ends, expected) in [
            (&[(0, 50), (0, 150)][..], (2, 3), 1),
            // Lines of one body may share their way.
            (&[(0, 50), (0, 150)], (0, 3), 0),
            // A crossing, a corner that touches, a way of its own.
            (&[(-10, 50), (10, 50)], (2, 3), 0),
            (&[(0, 99), (0, 150)], (2, 3), 0),
            (&[(8, 0), (8, 100)], (2, 3), 0),
            // Once however often they meet.
            (
                &[(0, 10), (0, 30), (9, 30), (9, 50), (0, 50), (0, 90)],
                (2, 3),
                1,
            ),
        ] {
            let routes = [first.clone(), line(points)];
            let edges = [edge(0, 1), edge(ends.0, ends.1)];
            assert_eq!(unclear(&edges, &routes), expected, "{points:?}");
        }
    }
}
