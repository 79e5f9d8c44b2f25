//! The order within rows that lets links cross least: each item to the middle of those it is linked
//! with, from many beginnings, then each by itself to its best place in its row.

use super::rows::{Level, Rows};

/// How often a beginning is swept down and up before it is given up.
const SWEEPS: usize = 8;

/// How often all items look for their best place.
const SIFTS: usize = 6;

/// More items than this only take the middle of those they are linked with.
const SIFTED: usize = 1200;

/// In longer rows links between neighbours do not count, since all would have to be counted anew
/// for every place.
const LEVEL: usize = 60;

/// Numbers that look random and are the same on every machine (G. Marsaglia, "Xorshift RNGs",
/// Journal of Statistical Software 8, 2003).
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let below = u64::try_from(below.max(1)).unwrap_or(1);
        usize::try_from((self.0 >> 11) % below).unwrap_or(0)
    }

    fn shuffle(&mut self, list: &mut [usize]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.next(last + 1));
        }
    }
}

/// Puts every row in the best order found from so many beginnings; how often links still cross.
pub(super) fn best(rows: &mut Rows, beginnings: usize) -> u64 {
    let mut least = u64::MAX;
    let mut best = rows.clone();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for beginning in 0..beginnings {
        if beginning > 0 {
            for row in 0..rows.rows.len() {
                if let Some(list) = rows.rows.get_mut(row) {
                    dice.shuffle(list);
                }
                rows.number(row);
            }
        }
        let found = improve(rows, beginning % 2 == 1);
        if found < least {
            (least, best) = (found, rows.clone());
        }
        if least == 0 {
            break;
        }
    }
    *rows = best;
    least
}

/// Sweeps and sifts until nothing gets better.
fn improve(rows: &mut Rows, median: bool) -> u64 {
    let (mut least, mut best) = (rows.crossings(), rows.rows.clone());
    let mut idle = 0;
    for sweep in 0..SWEEPS {
        let count = rows.rows.len();
        for step in 0..count {
            if sweep % 2 == 0 {
                sort(rows, step, true, median);
            } else {
                sort(rows, count - 1 - step, false, median);
            }
        }
        let found = rows.crossings();
        if found < least {
            (least, best) = (found, rows.rows.clone());
            idle = 0;
        } else {
            idle += 1;
        }
        if idle > 2 {
            break;
        }
    }
    rows.rows = best;
    for row in 0..rows.rows.len() {
        rows.number(row);
    }
    let sifts = if rows.at.len() <= SIFTED { SIFTS } else { 0 };
    for _ in 0..sifts {
        let mut gained = false;
        for row in 0..rows.rows.len() {
            let items = rows.rows.get(row).cloned().unwrap_or_default();
            for item in items {
                gained |= sift(rows, row, item);
            }
        }
        if !gained {
            break;
        }
    }
    rows.crossings()
}

/// Sorts a row by the places of what its items are linked with in the row above or below.
fn sort(rows: &mut Rows, row: usize, above: bool, median: bool) {
    let Some(list) = rows.rows.get(row) else {
        return;
    };
    let key = |item: usize| {
        let others = if above {
            rows.above(item)
        } else {
            rows.below(item)
        };
        let mut places: Vec<usize> = others.iter().map(|&o| rows.place(o)).collect();
        if places.is_empty() {
            return None;
        }
        if median {
            places.sort_unstable();
            let [low, high] = [(places.len() - 1) / 2, places.len() / 2];
            let at = |n: usize| places.get(n).copied().unwrap_or(0);
            return Some((at(low) + at(high)) * 512);
        }
        Some(places.iter().sum::<usize>() * 1024 / places.len())
    };
    let keys: Vec<(Option<usize>, usize)> = list.iter().map(|&item| (key(item), item)).collect();
    // What is linked with nothing there keeps its place; the others are sorted round it.
    let mut sorted: Vec<(usize, usize)> = keys.iter().filter_map(|&(k, i)| Some((k?, i))).collect();
    sorted.sort_by_key(|&(k, _)| k);
    let mut sorted = sorted.into_iter();
    let order = keys.iter().filter_map(|&(key, item)| match key {
        Some(_) => sorted.next().map(|(_, item)| item),
        None => Some(item),
    });
    let order: Vec<usize> = order.collect();
    if let Some(list) = rows.rows.get_mut(row) {
        *list = order;
    }
    rows.number(row);
}

/// Moves an item to the place in its row where its links cross least. Whether that was a gain.
fn sift(rows: &mut Rows, row: usize, item: usize) -> bool {
    let Some(list) = rows.rows.get(row) else {
        return false;
    };
    let own = rows.place(item);
    let level = (list.len() <= LEVEL)
        .then(|| Level::new(rows, list))
        .flatten();
    let whole = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let now = level.as_ref().map_or(0, |l| whole(l.crossings(None)));
    let changed = |place: usize| {
        let then = level
            .as_ref()
            .map_or(0, |l| whole(l.crossings(Some((own, place)))));
        then - now
    };
    let (mut best, mut least) = (own, 0);
    let mut sum = 0i64;
    for (place, &other) in list.iter().enumerate().skip(own + 1) {
        sum += swapped(rows, item, other);
        let all = sum + changed(place);
        if all < least {
            (best, least) = (place, all);
        }
    }
    sum = 0;
    for (place, &other) in list.iter().enumerate().take(own).rev() {
        sum += swapped(rows, other, item);
        let all = sum + changed(place);
        if all < least {
            (best, least) = (place, all);
        }
    }
    if best == own {
        return false;
    }
    if let Some(list) = rows.rows.get_mut(row) {
        list.remove(own);
        list.insert(best, item);
    }
    rows.number(row);
    true
}

/// How many more crossings there are when two neighbours, left and right, change places.
fn swapped(rows: &Rows, left: usize, right: usize) -> i64 {
    let mut change = 0;
    for (a, b) in [
        (rows.above(left), rows.above(right)),
        (rows.below(left), rows.below(right)),
    ] {
        for &p in a {
            for &q in b {
                let (p, q) = (rows.place(p), rows.place(q));
                change += i64::from(p < q) - i64::from(p > q);
            }
        }
    }
    change
}

#[cfg(test)]
mod tests {
    use super::super::links::Down;
    use super::*;

    fn rows(rank: &[usize], pairs: &[(usize, usize)]) -> Rows {
        let links: Vec<Down> = pairs
            .iter()
            .map(|&(upper, lower)| Down {
                upper,
                lower,
                weight: 1,
                lines: 1,
                firm: false,
                least: 1,
            })
            .collect();
        Rows::new(rank, &links)
    }

    #[test]
    fn small_networks_are_drawn_with_the_fewest_crossings() {
        for (what, rank, pairs, typed, fewest) in [
            ("nothing", vec![], vec![], 0, 0),
            (
                "a pair turned round",
                vec![0, 0, 1, 1],
                vec![(0, 3), (1, 2)],
                1,
                0,
            ),
            (
                "all of three with all of three",
                vec![0, 0, 0, 1, 1, 1],
                (0..9).map(|i| (i / 3, 3 + i % 3)).collect(),
                9,
                9,
            ),
            (
                "a long link beside a chain",
                vec![0, 1, 2, 0, 2],
                vec![(0, 1), (1, 2), (3, 2), (0, 4)],
                1,
                0,
            ),
            (
                "two trees typed alternately",
                vec![0, 0, 1, 1, 1, 1],
                vec![(0, 2), (1, 3), (0, 4), (1, 5)],
                1,
                0,
            ),
        ] {
            let mut rows = rows(&rank, &pairs);
            assert_eq!(rows.crossings(), typed, "{what}, as typed");
            assert_eq!(best(&mut rows, 4), fewest, "{what}");
            assert_eq!(rows.crossings(), fewest, "{what}, counted again");
        }
    }

    #[test]
    fn the_same_network_has_the_same_order() {
        let pairs: Vec<(usize, usize)> = (0..60).map(|i| (i % 10, 10 + (i * 7) % 12)).collect();
        let rank: Vec<usize> = (0..22).map(|i| usize::from(i >= 10)).collect();
        let (mut a, mut b) = (rows(&rank, &pairs), rows(&rank, &pairs));
        assert_eq!(best(&mut a, 6), best(&mut b, 6));
        assert_eq!(a.rows, b.rows);
    }
}
