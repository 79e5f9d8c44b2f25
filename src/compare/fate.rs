//! Fates: derived from a row, and stated ones that its bodies deny.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Body, BodyId, Fate, LineageRow, Structure, fold};

/// The bodies of a structure by id, so that many rows are read quickly.
pub type Bodies<'a> = BTreeMap<&'a BodyId, &'a Body>;

/// The bodies of a structure by id.
#[must_use]
pub fn bodies_of(structure: &Structure) -> Bodies<'_> {
    structure.bodies.iter().rev().map(|b| (&b.id, b)).collect()
}

/// The fate that follows from the bodies of a row alone.
///
/// A row that names no body at all says nothing: it counts as retained. For many rows,
/// [`fate_among`] is quicker.
#[must_use]
pub fn derived_fate(row: &LineageRow, old: &Structure, new: &Structure) -> Fate {
    let name =
        |structure: &Structure, ids: &[BodyId]| Some(fold(&structure.body(ids.first()?)?.name));
    derived(row, || Some(name(old, &row.from)? == name(new, &row.to)?))
}

/// The same as [`derived_fate`], with the bodies by id.
#[must_use]
pub fn fate_among(row: &LineageRow, old: &Bodies<'_>, new: &Bodies<'_>) -> Fate {
    derived(row, || same_name(row, old, new))
}

fn derived(row: &LineageRow, same_name: impl FnOnce() -> Option<bool>) -> Fate {
    let (from, to) = (distinct(&row.from), distinct(&row.to));
    match (from.len(), to.len()) {
        (0, 0) => Fate::Retained,
        (_, 0) => Fate::Ended,
        (0, _) => Fate::Created,
        (1, 1) => {
            if same_name() == Some(false) {
                Fate::Renamed
            } else {
                Fate::Retained
            }
        }
        (n, m) if n > m => Fate::Merged,
        (n, m) if n < m => Fate::Split,
        _ => Fate::Replaced,
    }
}

/// How a stated fate disagrees with the bodies of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contradiction {
    /// It goes on, but there is no body before.
    NoBefore,
    /// It goes on, but there is no body after.
    NoAfter,
    /// It ends, but there is a body after.
    HasAfter,
    /// It is new, but there is a body before.
    HasBefore,
    /// One body goes on as one, but there are several.
    Several,
    /// It becomes one with others, but there is only one before.
    OnlyOneBefore,
    /// It becomes several, but there is only one after.
    OnlyOneAfter,
    /// It is renamed, but the names are the same.
    SameName,
}

impl Contradiction {
    /// The second half of a sentence that starts with what is stated.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NoBefore => "the row names no body before the change",
            Self::NoAfter => "the row names no body after the change",
            Self::HasAfter => "the row names a body after the change",
            Self::HasBefore => "the row names a body before the change",
            Self::Several => "the row names more than one body on a side",
            Self::OnlyOneBefore => "only one body becomes this one",
            Self::OnlyOneAfter => "it becomes only one body",
            Self::SameName => "the name stays the same",
        }
    }
}

/// How the stated fate of a row disagrees with its bodies, if it does.
///
/// `others` are the other rows between the same structures: a merger or a split may be told in
/// several rows that share a body.
#[must_use]
pub fn contradiction<'a>(
    row: &LineageRow,
    others: impl Iterator<Item = &'a LineageRow> + Clone,
    old: &Bodies<'_>,
    new: &Bodies<'_>,
) -> Option<Contradiction> {
    let fate = row.fate.as_ref()?.known()?;
    let (from, to) = (distinct(&row.from), distinct(&row.to));
    match fate {
        Fate::Ended => match (from.is_empty(), to.is_empty()) {
            (_, false) => Some(Contradiction::HasAfter),
            (true, true) => Some(Contradiction::NoBefore),
            (false, true) => None,
        },
        Fate::Created => match (from.is_empty(), to.is_empty()) {
            (false, _) => Some(Contradiction::HasBefore),
            (true, true) => Some(Contradiction::NoAfter),
            (true, false) => None,
        },
        _ if from.is_empty() => Some(Contradiction::NoBefore),
        _ if to.is_empty() => Some(Contradiction::NoAfter),
        Fate::Retained | Fate::UnderReview | Fate::Renamed if from.len() > 1 || to.len() > 1 => {
            Some(Contradiction::Several)
        }
        Fate::Renamed if same_name(row, old, new) == Some(true) => Some(Contradiction::SameName),
        Fate::Merged if from.len() < 2 => {
            let shared = others
                .clone()
                .any(|o| o.to.iter().any(|id| to.contains(id)));
            (!shared).then_some(Contradiction::OnlyOneBefore)
        }
        Fate::Split if to.len() < 2 => {
            let shared = others
                .clone()
                .any(|o| o.from.iter().any(|id| from.contains(id)));
            (!shared).then_some(Contradiction::OnlyOneAfter)
        }
        _ => None,
    }
}

/// Whether one body becomes one body of the same name; unknown when a body is missing.
fn same_name(row: &LineageRow, old: &Bodies<'_>, new: &Bodies<'_>) -> Option<bool> {
    let before = old.get(row.from.first()?)?;
    let after = new.get(row.to.first()?)?;
    Some(fold(&before.name) == fold(&after.name))
}

fn distinct(ids: &[BodyId]) -> BTreeSet<&BodyId> {
    ids.iter().collect()
}
