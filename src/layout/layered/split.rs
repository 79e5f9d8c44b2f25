//! Rows that are too wide for the page become several rows.

use super::places::Across;
use super::rows::Rows;

/// Who goes into the upper of the rows that one row becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Every second one, so that each stays where it was across the page.
    InTurn,
    /// Those with the fewest links down: fewer links have to pass the next row.
    LeavesFirst,
}

/// The row of each node when no row may be wider than a limit.
pub(super) fn split(across: &Across<'_>, limit: i32, way: Way) -> Vec<usize> {
    let rows = across.rows;
    let mut out = vec![0; rows.nodes];
    let mut first = 0;
    for row in &rows.rows {
        let (nodes, strips): (Vec<usize>, Vec<usize>) = row.iter().partition(|&&i| rows.is_node(i));
        let wide = |items: &[usize]| {
            let each = items
                .iter()
                .map(|&i| across.width(i) + across.gap_beside(i));
            each.sum::<i32>()
        };
        let room = (limit - wide(&strips)).max(limit / 2).max(1);
        let parts = usize::try_from((wide(&nodes) + room - 1) / room).unwrap_or(1);
        let parts = parts.clamp(1, nodes.len().max(1));
        for (place, &node) in ordered(&nodes, rows, parts, way).iter().enumerate() {
            let part = match way {
                Way::InTurn => place % parts,
                Way::LeavesFirst => place * parts / nodes.len().max(1),
            };
            if let Some(slot) = out.get_mut(node) {
                *slot = first + part;
            }
        }
        first += parts;
    }
    out
}

fn ordered(nodes: &[usize], rows: &Rows, parts: usize, way: Way) -> Vec<usize> {
    let mut order: Vec<(usize, usize)> = nodes.iter().copied().enumerate().collect();
    if way == Way::LeavesFirst {
        let lead = |node: usize| rows.below(node).len() as i64 - rows.above(node).len() as i64;
        order.sort_by_key(|&(place, node)| (lead(node), place % parts));
    }
    order.into_iter().map(|(_, node)| node).collect()
}
