//! Which row each node stands in: below all it reports to, links as short as can be.

use super::links::Down;
use crate::layout::table::Table;

/// How often all nodes are looked at for a better row.
const ROUNDS: usize = 40;

/// What a link leads to.
#[derive(Clone, Copy, Debug, Default)]
struct End {
    node: usize,
    weight: i64,
    /// How far the two have to be apart.
    least: i64,
}

/// The links at each node.
#[derive(Debug)]
struct Ends {
    /// Upper nodes.
    up: Table<Vec<End>>,
    /// Lower nodes.
    down: Table<Vec<End>>,
}

impl Ends {
    fn new(n: usize, links: &[Down]) -> Self {
        let mut this = Self {
            up: Table::filled(n),
            down: Table::filled(n),
        };
        for link in links {
            let (weight, least) = (link.weight, link.least);
            let end = |node| End {
                node,
                weight,
                least,
            };
            this.up[link.lower].push(end(link.upper));
            this.down[link.upper].push(end(link.lower));
        }
        this
    }
}

/// The row of each node, from 0 at the top.
pub(super) fn ranks(n: usize, links: &[Down]) -> Vec<usize> {
    let ends = Ends::new(n, links);
    let mut rank = longest_ways(n, &ends);
    for _ in 0..ROUNDS {
        let alone = (0..n)
            .filter(|&node| settle(node, &ends, &mut rank))
            .count();
        if alone == 0 && !shift_groups(n, &ends, &mut rank) {
            break;
        }
    }
    let least = (0..n).map(|node| rank[node]).min().unwrap_or(0);
    (0..n)
        .map(|node| usize::try_from(rank[node] - least).unwrap_or(0))
        .collect()
}

/// As far up as the links allow.
fn longest_ways(n: usize, ends: &Ends) -> Table<i64> {
    let mut rank: Table<i64> = Table::filled(n);
    let mut waits: Table<usize> = Table::filled(n);
    for node in 0..n {
        waits[node] = ends.up[node].len();
    }
    let mut open: Vec<usize> = (0..n).filter(|&node| waits[node] == 0).collect();
    while let Some(node) = open.pop() {
        for lower in &ends.down[node] {
            let (at, own) = (lower.node, rank[node]);
            rank[at] = rank[at].max(own + lower.least);
            waits[at] = waits[at].saturating_sub(1);
            if waits[at] == 0 {
                open.push(at);
            }
        }
    }
    rank
}

/// Moves one node to the end of its room where its links pull it.
fn settle(node: usize, ends: &Ends, rank: &mut Table<i64>) -> bool {
    let low = ends.up[node].iter().map(|u| rank[u.node] + u.least).max();
    let high = ends.down[node].iter().map(|d| rank[d.node] - d.least).min();
    let weigh = |list: &[End]| list.iter().map(|end| end.weight).sum::<i64>();
    let pull = weigh(&ends.up[node]) - weigh(&ends.down[node]);
    let goal = match pull.signum() {
        1 => low,
        -1 => high,
        _ => None,
    };
    goal.is_some_and(|goal| std::mem::replace(&mut rank[node], goal) != goal)
}

/// Moves groups of nodes that hold each other as tightly as can be.
fn shift_groups(n: usize, ends: &Ends, rank: &mut Table<i64>) -> bool {
    let mut moved = false;
    for first in 0..n {
        for upwards in [true, false] {
            moved |= shift(first, upwards, ends, rank);
        }
    }
    moved
}

/// Moves a node and all that stand in its way up or down, if that makes links shorter.
fn shift(first: usize, upwards: bool, ends: &Ends, rank: &mut Table<i64>) -> bool {
    let (ahead, behind) = if upwards {
        (&ends.up, &ends.down)
    } else {
        (&ends.down, &ends.up)
    };
    let (mut group, mut inside) = (vec![first], Table::filled(ahead.len()));
    inside[first] = true;
    let mut next = 0;
    while let Some(&node) = group.get(next) {
        next += 1;
        for other in &ahead[node] {
            let tight = (rank[node] - rank[other.node]).abs() == other.least;
            if tight && !std::mem::replace(&mut inside[other.node], true) {
                group.push(other.node);
            }
        }
    }
    // What is ahead comes nearer, what is behind goes further away.
    let (mut gain, mut room) = (0, i64::MAX);
    for &node in &group {
        for other in ahead[node].iter().filter(|other| !inside[other.node]) {
            gain += other.weight;
            room = room.min((rank[node] - rank[other.node]).abs() - other.least);
        }
        let left = behind[node].iter().filter(|other| !inside[other.node]);
        gain -= left.map(|other| other.weight).sum::<i64>();
    }
    if gain <= 0 || room == i64::MAX || room == 0 {
        return false;
    }
    for node in group {
        rank[node] += if upwards { -room } else { room };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn down(upper: usize, lower: usize, weight: i64) -> Down {
        Down {
            upper,
            lower,
            weight,
            lines: 1,
            firm: weight > 1,
            least: 1,
        }
    }

    #[test]
    fn rows_of_small_networks() {
        for (what, n, links, expected) in [
            ("nothing", 0, vec![], vec![]),
            ("alone", 2, vec![], vec![0, 0]),
            (
                "chain",
                3,
                vec![down(0, 1, 8), down(1, 2, 8)],
                vec![0, 1, 2],
            ),
            (
                "two parents of different height",
                4,
                vec![down(0, 1, 8), down(1, 2, 8), down(0, 3, 8), down(2, 3, 8)],
                vec![0, 1, 2, 3],
            ),
            (
                "a second root stands right over its only child",
                4,
                vec![down(0, 1, 8), down(1, 2, 8), down(3, 2, 8)],
                vec![0, 1, 2, 1],
            ),
            (
                "a chain that hangs together follows the stronger pull",
                5,
                vec![
                    down(0, 1, 8),
                    down(1, 2, 8),
                    down(3, 4, 8),
                    down(4, 2, 8),
                    down(0, 3, 1),
                ],
                vec![0, 1, 3, 1, 2],
            ),
        ] {
            assert_eq!(ranks(n, &links), expected, "{what}");
        }
    }

    #[test]
    fn a_link_never_points_up() {
        let links: Vec<Down> = (0..40)
            .flat_map(|i| [(i, i + 1), (i, (i * 7) % 40 + i + 1)])
            .map(|(a, b)| down(a, b, 1 + 7 * i64::from(a % 2 == 0)))
            .collect();
        let rank = ranks(90, &links);
        for link in &links {
            assert!(rank[link.upper] < rank[link.lower], "{link:?}");
        }
    }
}
