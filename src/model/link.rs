//! Typed, directed links between two bodies of one structure.

use super::{BodyId, Certainty, Extra, InSecond, Language, LinkId, LinkKindId, Word};

/// A link from one body to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Unique in its structure.
    pub id: LinkId,
    /// The body that reports, is tasked, is represented, supports or informs.
    pub from: BodyId,
    /// The other body.
    pub to: BodyId,
    /// Kind: one of the standard five or one of the project's own.
    pub kind: LinkKindId,
    /// Seats, for *represented on*.
    pub seats: Option<u32>,
    /// Words on the line.
    pub label: Option<String>,
    /// A permission ("may be tasked by") rather than a standing link.
    pub permission: bool,
    /// Stated, implied or undecided.
    pub certainty: Word<Certainty>,
    /// Where the fact comes from.
    pub source: Option<String>,
    /// Its words in the second language.
    pub in_second: InSecond,
    /// Fields of later versions.
    pub extra: Extra,
}

impl Link {
    /// A plain link of a kind between two bodies.
    #[must_use]
    pub fn new(id: LinkId, from: BodyId, kind: LinkKindId, to: BodyId) -> Self {
        Self {
            id,
            from,
            to,
            kind,
            seats: None,
            label: None,
            permission: false,
            certainty: Word::default(),
            source: None,
            in_second: InSecond::default(),
            extra: Extra::default(),
        }
    }

    /// Whether this link is part of the hierarchy: a standing *reports to*.
    ///
    /// A permission to report is drawn, but makes no parent.
    #[must_use]
    pub fn hierarchy(&self) -> bool {
        self.kind.is(StandardLink::ReportsTo) && !self.permission
    }
}

/// The five kinds of link that every project has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StandardLink {
    /// Makes the hierarchy.
    ReportsTo,
    /// Is given work by.
    TaskedBy,
    /// Has a seat on.
    RepresentedOn,
    /// Gives support to.
    Supports,
    /// Gives information to.
    Informs,
}

impl StandardLink {
    /// All five, in the order of menus and keys.
    pub const ALL: [Self; 5] = [
        Self::ReportsTo,
        Self::TaskedBy,
        Self::RepresentedOn,
        Self::Supports,
        Self::Informs,
    ];

    /// The id in the file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReportsTo => "reports-to",
            Self::TaskedBy => "tasked-by",
            Self::RepresentedOn => "represented-on",
            Self::Supports => "supports",
            Self::Informs => "informs",
        }
    }

    /// The words between two names: "A *reports to* B".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ReportsTo => "Reports to",
            Self::TaskedBy => "Tasked by",
            Self::RepresentedOn => "Represented on",
            Self::Supports => "Supports",
            Self::Informs => "Informs",
        }
    }

    /// The same in a language.
    #[must_use]
    pub fn name_in(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::English, _) => self.name(),
            (Language::Welsh, Self::ReportsTo) => "Yn adrodd i",
            (Language::Welsh, Self::TaskedBy) => "Yn cael tasgau gan",
            (Language::Welsh, Self::RepresentedOn) => "Wedi’i gynrychioli ar",
            (Language::Welsh, Self::Supports) => "Yn cefnogi",
            (Language::Welsh, Self::Informs) => "Yn hysbysu",
        }
    }

    /// The kind with this id, if it is one of the five.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl LinkKindId {
    /// The id of a standard kind.
    #[must_use]
    pub fn of(kind: StandardLink) -> Self {
        Self::new(kind.as_str())
    }

    /// Whether this is that standard kind.
    #[must_use]
    pub fn is(&self, kind: StandardLink) -> bool {
        self.as_str() == kind.as_str()
    }

    /// The standard kind, if it is one.
    #[must_use]
    pub fn standard(&self) -> Option<StandardLink> {
        StandardLink::parse(self.as_str())
    }
}
