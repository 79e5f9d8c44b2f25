//! The tree of a bundle: ways that branch off ways.

use super::lattice::At;

/// A point of a bundle's tree and the point before it, towards the hub.
pub(super) struct Joint {
    pub(super) at: At,
    before: Option<usize>,
}

/// Adds a way to the tree; gives the place of its last point.
pub(super) fn grow(tree: &mut Vec<Joint>, way: &[At]) -> usize {
    let mut points = way.iter();
    let mut before = if tree.is_empty() {
        None
    } else {
        points
            .next()
            .and_then(|first| tree.iter().position(|joint| joint.at == *first))
    };
    for &at in points {
        tree.push(Joint { at, before });
        before = Some(tree.len() - 1);
    }
    before.unwrap_or(0)
}

/// The points from the hub to a point of the tree.
pub(super) fn chain(tree: &[Joint], tip: usize) -> Vec<At> {
    let mut out = Vec::new();
    let mut at = Some(tip);
    while let Some(joint) = at.and_then(|i| tree.get(i)) {
        out.push(joint.at);
        at = joint.before;
    }
    out.reverse();
    out
}
