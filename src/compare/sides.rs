//! Both structures with indexes: where a body stands, its parents, its rows.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bodies, Unaccounted, bodies_of};
use crate::model::{Body, BodyId, Classes, LineageRow, Structure};

/// One structure, its bodies by id and their parents, all as places in its list of bodies.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) structure: &'a Structure,
    pub(super) bodies: Bodies<'a>,
    places: BTreeMap<&'a BodyId, usize>,
    parents: Vec<Vec<usize>>,
    /// Rows in which each body stands.
    rows: Vec<Vec<usize>>,
}

/// The two structures of a comparison.
#[derive(Debug)]
pub(super) struct Sides<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    ends: Vec<Ends>,
    /// Bodies joined by rows, directly or through others, share a class; old ones first.
    classes: Vec<Option<usize>>,
}

/// The bodies of a row that exist, as places, without repeats.
#[derive(Clone, Debug, Default)]
pub(super) struct Ends {
    pub(super) old: BTreeSet<usize>,
    pub(super) new: BTreeSet<usize>,
}

impl<'a> Side<'a> {
    fn new(structure: &'a Structure) -> Self {
        let mut places = BTreeMap::new();
        for (place, body) in structure.bodies.iter().enumerate() {
            places.entry(&body.id).or_insert(place);
        }
        let mut parents = vec![Vec::new(); structure.bodies.len()];
        for link in structure.links.iter().filter(|link| link.hierarchy()) {
            let (Some(&from), Some(&to)) = (places.get(&link.from), places.get(&link.to)) else {
                continue;
            };
            if let Some(list) = parents.get_mut(from) {
                list.push(to);
            }
        }
        Self {
            structure,
            bodies: bodies_of(structure),
            places,
            parents,
            rows: vec![Vec::new(); structure.bodies.len()],
        }
    }

    pub(super) fn place(&self, id: &BodyId) -> Option<usize> {
        self.places.get(id).copied()
    }

    pub(super) fn parents(&self, place: usize) -> &[usize] {
        self.parents.get(place).map_or(&[], Vec::as_slice)
    }

    pub(super) fn rows(&self, place: usize) -> &[usize] {
        self.rows.get(place).map_or(&[], Vec::as_slice)
    }

    pub(super) fn bodies_at(&self, places: &BTreeSet<usize>) -> impl Iterator<Item = &'a Body> {
        let bodies = &self.structure.bodies;
        places.iter().filter_map(|place| bodies.get(*place))
    }

    /// The ids at these places.
    pub(super) fn ids(&self, places: &BTreeSet<usize>) -> Vec<BodyId> {
        self.bodies_at(places).map(|body| body.id.clone()).collect()
    }

    fn enter(&mut self, ids: &[BodyId], row: usize) -> BTreeSet<usize> {
        let places: BTreeSet<usize> = ids.iter().filter_map(|id| self.place(id)).collect();
        for place in &places {
            if let Some(rows) = self.rows.get_mut(*place) {
                rows.push(row);
            }
        }
        places
    }

    fn unaccounted(&self) -> Vec<BodyId> {
        self.structure
            .bodies
            .iter()
            .zip(&self.rows)
            .filter(|(_, rows)| rows.is_empty())
            .map(|(body, _)| body.id.clone())
            .collect()
    }
}

impl<'a> Sides<'a> {
    pub(super) fn new<'r>(
        old: &'a Structure,
        new: &'a Structure,
        rows: impl Iterator<Item = &'r LineageRow>,
    ) -> Self {
        let (mut old, mut new) = (Side::new(old), Side::new(new));
        let ends: Vec<Ends> = rows
            .enumerate()
            .map(|(at, row)| Ends {
                old: old.enter(&row.from, at),
                new: new.enter(&row.to, at),
            })
            .collect();
        let classes = classes(&old, &new, &ends);
        Self {
            old,
            new,
            ends,
            classes,
        }
    }

    /// The bodies of a row.
    pub(super) fn ends(&self, row: usize) -> Ends {
        self.ends.get(row).cloned().unwrap_or_default()
    }

    /// Whether the new body is a successor of the old one.
    pub(super) fn follows(&self, new: usize, old: usize) -> bool {
        self.old
            .rows(old)
            .iter()
            .any(|row| self.ends.get(*row).is_some_and(|e| e.new.contains(&new)))
    }

    /// Whether all successors of the old body are among these new ones, and there is one.
    pub(super) fn absorbed(&self, old: usize, new: &BTreeSet<usize>) -> bool {
        let mut any = false;
        for row in self.old.rows(old) {
            if let Some(ends) = self.ends.get(*row) {
                any |= !ends.new.is_empty();
                if !ends.new.is_subset(new) {
                    return false;
                }
            }
        }
        any
    }

    pub(super) fn old_class(&self, id: &BodyId) -> Option<usize> {
        let place = self.old.place(id)?;
        self.classes.get(place).copied().flatten()
    }

    pub(super) fn new_class(&self, id: &BodyId) -> Option<usize> {
        let place = self.new.place(id)? + self.old.structure.bodies.len();
        self.classes.get(place).copied().flatten()
    }

    pub(super) fn unaccounted(&self) -> Unaccounted {
        Unaccounted {
            from: self.old.unaccounted(),
            to: self.new.unaccounted(),
        }
    }
}

/// Joins the bodies of each row; a body in no row has no class.
fn classes(old: &Side<'_>, new: &Side<'_>, ends: &[Ends]) -> Vec<Option<usize>> {
    let shift = old.structure.bodies.len();
    let count = shift + new.structure.bodies.len();
    let mut classes = Classes::new(count);
    let mut accounted = vec![false; count];
    for row in ends {
        let later = row.new.iter().map(|place| place + shift);
        let mut first = None;
        for place in row.old.iter().copied().chain(later) {
            if let Some(flag) = accounted.get_mut(place) {
                *flag = true;
            }
            classes.join(*first.get_or_insert(place), place);
        }
    }
    (0..count)
        .zip(accounted)
        .map(|(place, known)| known.then(|| classes.of(place)))
        .collect()
}
