//! Whether the reporting line of a body moved, beyond following its old parent.

use std::collections::BTreeSet;

use super::sides::{Ends, Side, Sides};
use crate::model::BodyId;

/// The reporting lines of a body that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Old parents, of the earlier structure.
    pub from: Vec<BodyId>,
    /// New parents, of the later structure.
    pub to: Vec<BodyId>,
}

/// The move of the bodies of a row, if they moved.
///
/// They stay when every new parent is a successor of an old one and every old parent has a
/// successor among the new ones. So a body whose parent was renamed, merged or replaced stays,
/// under a split parent any one successor will do, and a parent without successor is a move.
pub(super) fn moved(sides: &Sides<'_>, ends: &Ends) -> Option<Moved> {
    if ends.old.is_empty() || ends.new.is_empty() {
        return None;
    }
    let old = old_parents(sides, ends);
    let new = parents(&sides.new, &ends.new);
    let followed = old
        .iter()
        .all(|parent| new.iter().any(|now| sides.follows(*now, *parent)));
    let expected = new
        .iter()
        .all(|now| old.iter().any(|parent| sides.follows(*now, *parent)));
    (!followed || !expected).then(|| Moved {
        from: sides.old.ids(&old),
        to: sides.new.ids(&new),
    })
}

/// The old parents of a row's bodies; one that became part of the same new bodies, told in
/// another row, stands for its own parents.
fn old_parents(sides: &Sides<'_>, ends: &Ends) -> BTreeSet<usize> {
    let mut inside = ends.old.clone();
    loop {
        let found = parents(&sides.old, &inside);
        let absorbed: Vec<usize> = found
            .iter()
            .copied()
            .filter(|parent| sides.absorbed(*parent, &ends.new))
            .collect();
        if absorbed.is_empty() {
            return found;
        }
        inside.extend(absorbed);
    }
}

/// The parents of some bodies, without those bodies themselves.
fn parents(side: &Side<'_>, places: &BTreeSet<usize>) -> BTreeSet<usize> {
    places
        .iter()
        .flat_map(|place| side.parents(*place))
        .copied()
        .filter(|parent| !places.contains(parent))
        .collect()
}
