//! The order of lines that share a way, so that they cross each other as little as can be.
//!
//! Two lines that run together are followed to where they part: which one turns off first, and to
//! which side, says how they have to lie. Where both ends agree they never cross.

use std::collections::BTreeMap;

use super::grid::Axis;
use super::runs::{Run, Runs};

/// How many corners two lines are followed.
const FOLLOWED: usize = 12;

/// What a crossing counts against a corner that points the other way.
const CROSSED: i32 = 2;

/// So many lines on one way are put in the best order one by one; more only next to each other.
const FEW: usize = 120;

/// The pieces of an axis in the order of their places.
pub(super) fn of(runs: &Runs, axis: Axis) -> Vec<usize> {
    let mut ways: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (n, run) in runs.all.iter().enumerate() {
        if run.axis == axis {
            ways.entry(run.way).or_default().push(n);
        }
    }
    let mut out = Vec::new();
    for mut list in ways.into_values() {
        list.sort_by_key(|&n| (runs.all[n].low, n));
        let mut group: Vec<usize> = Vec::new();
        let mut end = i32::MIN;
        for n in list {
            let run = &runs.all[n];
            if run.low > end {
                out.extend(sorted(runs, &group));
                group.clear();
            }
            end = end.max(run.high);
            group.push(n);
        }
        out.extend(sorted(runs, &group));
    }
    out
}

/// The order of a group with few crossings.
fn sorted(runs: &Runs, group: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    if group.len() > FEW {
        out.extend(group);
        for _ in 0..8 {
            if !swap_neighbours(runs, &mut out) {
                break;
            }
        }
        return out;
    }
    // Long pieces first; each next one where it costs least.
    let mut open = group.to_vec();
    open.sort_by_key(|&n| (runs.all[n].low - runs.all[n].high, n));
    for n in open {
        let mut cost = 0;
        let (mut best, mut place) = (0, 0);
        for (at, &other) in out.iter().enumerate() {
            // Cost of standing behind one more of them, against standing before it.
            cost += preference(runs, other, n);
            if cost < best {
                (best, place) = (cost, at + 1);
            }
        }
        out.insert(place, n);
    }
    for _ in 0..4 {
        if !swap_neighbours(runs, &mut out) {
            break;
        }
    }
    out
}

fn swap_neighbours(runs: &Runs, list: &mut [usize]) -> bool {
    let mut swapped = false;
    for at in 1..list.len() {
        if let (Some(&a), Some(&b)) = (list.get(at - 1), list.get(at))
            && preference(runs, a, b) > 0
        {
            list.swap(at - 1, at);
            swapped = true;
        }
    }
    swapped
}

/// Above 0 when `b` should stand before `a`: what `a` before `b` costs more than the other way.
fn preference(runs: &Runs, a: usize, b: usize) -> i32 {
    let (i, j) = (&runs.all[a], &runs.all[b]);
    if i.low > j.high || j.low > i.high || i.net == j.net {
        return 0;
    }
    let mut out = crossings(runs, i, j) - crossings(runs, j, i);
    for high in [false, true] {
        let (e, f) = if high {
            (i.high, j.high)
        } else {
            (i.low, j.low)
        };
        if e == f {
            let body = if high { -1 } else { 1 };
            out += corner(runs, (i, j), e, body, 0);
        }
    }
    out
}

/// How often `i` and `j` cross when `i` stands before `j`, corners on the same way left out.
fn crossings(runs: &Runs, i: &Run, j: &Run) -> i32 {
    let mut out = 0;
    for &q in &i.joins {
        let q = &runs.all[q];
        if q.high > i.way && j.low < q.way && q.way < j.high {
            out += CROSSED;
        }
    }
    for &q in &j.joins {
        let q = &runs.all[q];
        if q.low < j.way && i.low < q.way && q.way < i.high {
            out += CROSSED;
        }
    }
    out
}

/// The piece that meets a run at one of its ends, and to which side it goes; 0 for both or none.
fn turn<'a>(runs: &'a Runs, run: &Run, end: i32) -> Option<(&'a Run, i32)> {
    let next = run.joins.iter().map(|&q| &runs.all[q]);
    let next = next.into_iter().find(|q| q.way == end)?;
    let side = i32::from(next.high > run.way) - i32::from(next.low < run.way);
    Some((next, side))
}

/// Whether `i` should stand behind `j` (1), before it (-1) or anywhere (0), judged by the corner at
/// an end that they share.
fn corner(runs: &Runs, (i, j): (&Run, &Run), end: i32, body: i32, depth: usize) -> i32 {
    let (Some((p, s)), Some((q, t))) = (turn(runs, i, end), turn(runs, j, end)) else {
        return 0;
    };
    if s != t {
        return (s - t).signum();
    }
    if s == 0 || depth >= FOLLOWED {
        return 0;
    }
    body * s * along(runs, (p, q), s, depth)
}

/// The same for two pieces that leave one corner on one way towards `side`.
fn along(runs: &Runs, (p, q): (&Run, &Run), side: i32, depth: usize) -> i32 {
    let end = |run: &Run| if side > 0 { run.high } else { run.low };
    let (e, f) = (end(p), end(q));
    if e == f {
        return corner(runs, (p, q), e, -side, depth + 1);
    }
    let p_first = (f - e) * side > 0;
    let (first, at) = if p_first { (p, e) } else { (q, f) };
    let Some((_, turned)) = turn(runs, first, at) else {
        return 0;
    };
    if p_first { turned } else { -turned }
}
