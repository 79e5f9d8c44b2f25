//! Grids: a structure in two dimensions, bodies against bodies.

use super::{BodyId, Certainty, Extra, GridId, InSecond, Link, LinkKindId, Structure, Word};

/// A table of bodies against bodies; its cells show the links between the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Unique in its structure.
    pub id: GridId,
    /// "Two dimensional plan".
    pub title: String,
    /// Bodies that have a row, from top to bottom.
    pub rows: Vec<BodyId>,
    /// Bodies that have a column, from left to right.
    pub columns: Vec<BodyId>,
    /// Kinds of link that count; none means all.
    pub kinds: Vec<LinkKindId>,
    /// Pairs of row and column that are said to have nothing to do with each other.
    pub none: Vec<(BodyId, BodyId)>,
    /// Stated, implied or undecided.
    pub certainty: Word<Certainty>,
    /// Where the table comes from.
    pub source: Option<String>,
    /// Its words in the second language.
    pub in_second: InSecond,
    /// Fields of later versions.
    pub extra: Extra,
}

impl Grid {
    /// A grid without rows and columns.
    #[must_use]
    pub fn new(id: GridId, title: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            rows: Vec::new(),
            columns: Vec::new(),
            kinds: Vec::new(),
            none: Vec::new(),
            certainty: Word::default(),
            source: None,
            in_second: InSecond::default(),
            extra: Extra::default(),
        }
    }

    /// Whether links of this kind count.
    #[must_use]
    pub fn counts(&self, kind: &LinkKindId) -> bool {
        self.kinds.is_empty() || self.kinds.contains(kind)
    }

    /// The links that stand in a cell: those that count, in either direction.
    pub fn links_in<'a>(
        &'a self,
        structure: &'a Structure,
        row: &'a BodyId,
        column: &'a BodyId,
    ) -> impl Iterator<Item = &'a Link> {
        structure.links.iter().filter(move |link| {
            let here = (&link.from == row && &link.to == column)
                || (&link.from == column && &link.to == row);
            here && self.counts(&link.kind)
        })
    }

    /// Whether the pair is said to have nothing to do with each other.
    #[must_use]
    pub fn says_none(&self, row: &BodyId, column: &BodyId) -> bool {
        self.none.iter().any(|(r, c)| r == row && c == column)
    }
}
