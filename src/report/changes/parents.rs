//! Reporting lines before and after, and how the later ones come from the earlier.

use std::collections::BTreeMap;

use super::Named;
use crate::compare::{Also, Row};
use crate::model::{BodyId, Fate, Language, Structure};
use crate::say::{self, Label};

/// A body to which the later bodies of a row report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parent {
    /// The body.
    pub body: Named,
    /// How it comes from the earlier reporting lines.
    pub tie: Tie,
}

/// How a later parent comes from the earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tie {
    /// The same as before, or there is no before.
    Plain,
    /// The earlier parent was renamed, merged, split or replaced: its bodies follow it.
    Follows,
    /// Another parent than before.
    Moved,
}

impl Parent {
    /// "Leadership Forum (follows)".
    #[must_use]
    pub fn words(&self) -> String {
        self.words_in(Language::English)
    }

    /// The same in a language.
    #[must_use]
    pub fn words_in(&self, language: Language) -> String {
        match self.tie {
            Tie::Follows => say::with(language, Label::Follows, &[&self.body.name]),
            Tie::Plain | Tie::Moved => self.body.name.clone(),
        }
    }
}

/// How the later parent `now` of a row comes from its earlier parents.
///
/// Whether anything moved is the comparison's to say; here only what is left is told apart.
pub(super) fn tie(row: &Row, before: &[&BodyId], now: &BodyId, origins: Option<&Vec<&Row>>) -> Tie {
    if row.from.is_empty() || row.to.contains(now) {
        return Tie::Plain;
    }
    let origins = origins.map_or(&[][..], Vec::as_slice);
    let from = |parents: &dyn Fn(&BodyId) -> bool| {
        let found = origins
            .iter()
            .find(|origin| origin.from.iter().any(parents));
        found.copied()
    };
    if let Some(moved) = &row.moved
        && from(&|id| moved.from.contains(id)).is_none()
    {
        return Tie::Moved;
    }
    // A parent told in a row of its own that became part of this body stands for its parents.
    let origin = from(&|id| before.contains(&id)).or_else(|| origins.first().copied());
    match origin {
        Some(origin) if renews(origin) => Tie::Follows,
        _ => Tie::Plain,
    }
}

/// Whether a row makes other bodies follow under another name.
fn renews(row: &Row) -> bool {
    matches!(
        row.fate,
        Fate::Renamed | Fate::Merged | Fate::Split | Fate::Replaced
    ) || row.also.contains(&Also::Name)
}

/// The standing reporting lines of a structure by body.
#[derive(Debug)]
pub(super) struct Lines<'a>(BTreeMap<&'a BodyId, Vec<&'a BodyId>>);

impl<'a> Lines<'a> {
    pub(super) fn new(structure: &'a Structure) -> Self {
        let mut out: BTreeMap<&BodyId, Vec<&BodyId>> = BTreeMap::new();
        let lines = structure.links.iter().filter(|link| link.hierarchy());
        for link in lines.filter(|link| link.from != link.to) {
            out.entry(&link.from).or_default().push(&link.to);
        }
        Self(out)
    }

    /// Those to whom some bodies report, each once, in the order of the links.
    pub(super) fn parents(&self, ids: &[BodyId]) -> Vec<&'a BodyId> {
        let mut out: Vec<&BodyId> = Vec::new();
        for parent in ids.iter().filter_map(|id| self.0.get(id)).flatten() {
            if !out.contains(parent) {
                out.push(parent);
            }
        }
        out
    }
}
