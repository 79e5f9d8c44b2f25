//! Links seen as going down the page, without cycles.

use std::collections::BTreeMap;

use crate::layout::Edge;
use crate::layout::table::Table;

/// Pull of a reporting line, against [`CROSS`] of any other link.
const REPORTS: i64 = 8;
/// Pull of a link that makes no hierarchy.
const CROSS: i64 = 1;

/// A link between two nodes; parallel ones are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Down {
    pub(super) upper: usize,
    pub(super) lower: usize,
    /// How strongly it pulls its ends together.
    pub(super) weight: i64,
    /// How many lines it stands for.
    pub(super) lines: usize,
    /// Whether it is a reporting line.
    pub(super) firm: bool,
    /// How many rows its lower end has to stand below the upper one.
    pub(super) least: i64,
}

/// Which way links go that make no hierarchy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bent {
    /// As they are: who is tasked or represented stands lower. More rows, the fewest crossings.
    AsGiven,
    /// Down the hierarchy, whatever they mean, or level, so that the hierarchy alone makes rows.
    Level,
}

/// All links between different nodes, each with a direction, so that there is no cycle.
///
/// Reporting lines go first: one gives way only where they make a cycle among themselves. Other
/// links are turned round where they would close one.
pub(super) fn downward(n: usize, edges: &[Edge], bent: Bent) -> Vec<Down> {
    let mut lines: BTreeMap<(bool, usize, usize), usize> = BTreeMap::new();
    for e in edges
        .iter()
        .filter(|e| e.from != e.to && e.from < n && e.to < n)
    {
        *lines.entry((!e.hierarchy, e.to, e.from)).or_default() += 1;
    }
    let mut net = Net {
        below: Table::filled(n),
        links: BTreeMap::new(),
    };
    let mut turned: Vec<(usize, usize, usize)> = Vec::new();
    for (&(_, upper, lower), &lines) in lines.iter().filter(|((cross, ..), _)| !cross) {
        if net.leads(lower, upper) {
            turned.push((lower, upper, lines));
        } else {
            net.add(upper, lower, lines, true);
        }
    }
    let cross = lines.iter().filter(|((cross, ..), _)| *cross);
    let cross = cross.map(|(&(_, upper, lower), &lines)| (upper, lower, lines));
    let cross: Vec<(usize, usize, usize)> = turned.into_iter().chain(cross).collect();
    let standing = match bent {
        Bent::AsGiven => Table::filled(n),
        Bent::Level => standings(n, &net),
    };
    for (upper, lower, lines) in cross {
        let goes_up = standing[upper] > standing[lower];
        let (upper, lower) = if goes_up {
            (lower, upper)
        } else {
            (upper, lower)
        };
        if net.leads(lower, upper) {
            net.add(lower, upper, lines, false);
        } else {
            net.add(upper, lower, lines, false);
        }
    }
    let least = |link: &Down| i64::from(link.firm || bent != Bent::Level);
    let links = net.links.into_values();
    links
        .map(|link| Down {
            least: least(&link),
            ..link
        })
        .collect()
}

/// How far down each node stands by its reporting lines alone.
fn standings(n: usize, net: &Net) -> Table<usize> {
    let mut out: Table<usize> = Table::filled(n);
    let mut open: Vec<usize> = (0..n).collect();
    while let Some(node) = open.pop() {
        let next = out[node] + 1;
        for &lower in &net.below[node] {
            if out[lower] < next {
                out[lower] = next;
                open.push(lower);
            }
        }
    }
    out
}

/// Links so far.
struct Net {
    below: Table<Vec<usize>>,
    links: BTreeMap<(usize, usize), Down>,
}

impl Net {
    fn add(&mut self, upper: usize, lower: usize, lines: usize, firm: bool) {
        let pull = if firm { REPORTS } else { CROSS };
        let down = self.links.entry((upper, lower)).or_insert(Down {
            upper,
            lower,
            weight: 0,
            lines: 0,
            firm: false,
            least: 1,
        });
        if down.lines == 0 {
            self.below[upper].push(lower);
        }
        down.weight += pull * i64::try_from(lines).unwrap_or(1);
        down.lines += lines;
        down.firm |= firm;
    }

    /// Whether a way leads down from one node to another.
    fn leads(&self, from: usize, to: usize) -> bool {
        let mut seen = Table::filled(self.below.len());
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            if node == to {
                return true;
            }
            if !std::mem::replace(&mut seen[node], true) {
                open.extend(&self.below[node]);
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(from: usize, to: usize, hierarchy: bool) -> Edge {
        Edge {
            from,
            to,
            hierarchy,
            class: 0,
            clear_from: 0,
            clear_to: 0,
        }
    }

    fn ways(n: usize, edges: &[Edge]) -> Vec<(usize, usize, bool)> {
        let links = downward(n, edges, Bent::AsGiven).into_iter();
        links.map(|d| (d.upper, d.lower, d.firm)).collect()
    }

    #[test]
    fn reporting_lines_keep_their_direction_and_others_follow() {
        for (edges, expected) in [
            (vec![edge(1, 0, true)], vec![(0, 1, true)]),
            // Tasked the other way round: one link, held by the reporting line.
            (
                vec![edge(0, 1, false), edge(1, 0, true)],
                vec![(0, 1, true)],
            ),
            // Two that report to each other: one of them holds.
            (vec![edge(0, 1, true), edge(1, 0, true)], vec![(0, 1, true)]),
            // A link against a chain of reporting lines is turned round.
            (
                vec![edge(1, 0, true), edge(2, 1, true), edge(0, 2, false)],
                vec![(0, 1, true), (0, 2, false), (1, 2, true)],
            ),
            (vec![edge(1, 1, true), edge(7, 0, true)], vec![]),
        ] {
            assert_eq!(ways(3, &edges), expected, "{edges:?}");
        }
    }

    #[test]
    fn links_follow_the_hierarchy_where_asked() {
        // Two boards with a group each; the lower board tasks the group of the other one.
        let edges = [
            edge(1, 0, true),
            edge(2, 1, true),
            edge(3, 0, true),
            edge(3, 2, false),
            edge(1, 3, false),
        ];
        let links = downward(4, &edges, Bent::Level);
        let ways: Vec<(usize, usize)> = links.iter().map(|d| (d.upper, d.lower)).collect();
        assert_eq!(ways, [(0, 1), (0, 3), (1, 2), (3, 1), (3, 2)]);
    }

    #[test]
    fn the_order_of_records_does_not_matter() {
        let mut edges = vec![
            edge(0, 1, true),
            edge(1, 2, true),
            edge(2, 0, true),
            edge(3, 0, false),
            edge(0, 3, false),
        ];
        let first = downward(4, &edges, Bent::Level);
        edges.reverse();
        assert_eq!(downward(4, &edges, Bent::Level), first);
    }
}
