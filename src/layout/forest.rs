//! One parent for each body: the forest that shapes the arrangement.

use super::{Edge, Node, Place};

/// Parents and children without cycles. Further parents are cross lines.
#[derive(Clone, Debug)]
pub(super) struct Forest {
    /// The children of each node, in the order of the list.
    pub(super) children: Vec<Vec<usize>>,
    /// Roots that have children, in the order of the list.
    pub(super) trees: Vec<usize>,
    /// Bodies of each place that hang from nothing and carry nothing.
    pub(super) loose: [Vec<usize>; 3],
}

impl Forest {
    /// Takes the first reporting line of each body that closes no cycle.
    pub(super) fn new(nodes: &[Node], edges: &[Edge]) -> Self {
        let n = nodes.len();
        let mut parent: Vec<Option<usize>> = vec![None; n];
        // Root of each node's tree so far, with path compression: no walk up long chains.
        let mut up: Vec<usize> = (0..n).collect();
        // The parent that comes first in the list, whatever the order of the links.
        let mut lines: Vec<&Edge> = edges.iter().filter(|e| e.hierarchy).collect();
        lines.sort_by_key(|e| (e.from, e.to));
        for edge in lines.into_iter().filter(|e| e.from < n && e.to < n) {
            if parent.get(edge.from).is_some_and(Option::is_none)
                && find(&mut up, edge.from) != find(&mut up, edge.to)
            {
                set(&mut parent, edge.from, Some(edge.to));
                let root = find(&mut up, edge.to);
                set(&mut up, edge.from, root);
            }
        }
        let mut children = vec![Vec::new(); n];
        for (child, above) in parent.iter().enumerate() {
            if let Some(list) = above.and_then(|p| children.get_mut(p)) {
                list.push(child);
            }
        }
        let mut trees = Vec::new();
        let mut loose = [Vec::new(), Vec::new(), Vec::new()];
        for (i, node) in nodes.iter().enumerate() {
            if parent.get(i).is_some_and(Option::is_some) {
                continue;
            }
            if children.get(i).is_some_and(|c| !c.is_empty()) {
                trees.push(i);
            } else {
                let [structure, family, outside] = &mut loose;
                match node.place {
                    Place::Structure => structure.push(i),
                    Place::Family => family.push(i),
                    Place::Outside => outside.push(i),
                }
            }
        }
        Self {
            children,
            trees,
            loose,
        }
    }

    /// All nodes of the trees, children before their parents.
    pub(super) fn bottom_up(&self) -> Vec<usize> {
        let mut order = Vec::new();
        let mut stack = self.trees.clone();
        while let Some(node) = stack.pop() {
            order.push(node);
            stack.extend(self.children_of(node));
        }
        order.reverse();
        order
    }

    /// The children of a node.
    pub(super) fn children_of(&self, node: usize) -> &[usize] {
        self.children.get(node).map_or(&[], Vec::as_slice)
    }
}

fn set<T>(list: &mut [T], at: usize, value: T) {
    if let Some(slot) = list.get_mut(at) {
        *slot = value;
    }
}

fn find(up: &mut [usize], node: usize) -> usize {
    let mut root = node;
    while let Some(&above) = up.get(root).filter(|&&above| above != root) {
        root = above;
    }
    let mut at = node;
    while let Some(&above) = up.get(at).filter(|&&above| above != root && above != at) {
        set(up, at, root);
        at = above;
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forest(n: usize, lines: &[(usize, usize)]) -> Forest {
        let nodes = vec![
            Node {
                w: 8,
                h: 8,
                place: Place::Structure,
                pin: None,
            };
            n
        ];
        let edges: Vec<Edge> = lines
            .iter()
            .map(|&(from, to)| Edge {
                from,
                to,
                hierarchy: true,
                class: 0,
                clear_from: 0,
                clear_to: 0,
            })
            .collect();
        Forest::new(&nodes, &edges)
    }

    #[test]
    fn cycles_self_links_and_second_parents_make_no_second_parent() {
        let f = forest(4, &[(0, 1), (1, 0), (2, 2), (3, 0), (3, 1)]);
        assert_eq!(f.children, [vec![3], vec![0], vec![], vec![]]);
        assert_eq!(f.trees, [1]);
        assert_eq!(f.loose[0], [2]);
    }

    #[test]
    fn a_long_chain_is_ordered_without_recursion() {
        let lines: Vec<_> = (1..3000).map(|i| (i, i - 1)).collect();
        let order = forest(3000, &lines).bottom_up();
        assert_eq!(
            (order.len(), order.first(), order.last()),
            (3000, Some(&2999), Some(&0))
        );
    }
}
