//! What the words of a tier or a kind mean for the place on the page.

use crate::model::Language;
use crate::say::Phrase;

/// The part that a zone plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Boards, executives, forums of leaders.
    Leadership,
    /// What the words do not tell: the project's own tier, kind or level.
    Own,
    /// Thematic partnerships.
    Thematic,
    /// Groups that do the work.
    Delivery,
    /// Area, locality and neighbourhood bodies.
    Area,
    /// Reference and engagement groups.
    Reference,
    /// Beyond the boundary of the framework.
    Outside,
}

/// Words of tiers and kinds, most telling first: "strategic sub-group" is a sub-group.
const WORDS: [(Part, &[&str]); 5] = [
    (
        Part::Reference,
        &[
            "reference",
            "engagement",
            "consultative",
            "consultation",
            "assembly",
        ],
    ),
    (
        Part::Area,
        &[
            "area",
            "locality",
            "local",
            "neighbourhood",
            "ward",
            "parish",
            "place",
        ],
    ),
    (
        Part::Delivery,
        &[
            "delivery",
            "action",
            "sub",
            "subgroup",
            "task",
            "temporary",
            "working",
            "operational",
            "operations",
            "project",
            "programme",
        ],
    ),
    (Part::Thematic, &["thematic", "theme", "themes", "priority"]),
    (
        Part::Leadership,
        &["leadership", "strategic", "executive", "governing", "lead"],
    ),
];

impl Part {
    /// The part that a name tells of.
    #[must_use]
    pub(super) fn of(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
        let told = |known: &[&str]| known.iter().any(|word| words.contains(word));
        WORDS
            .iter()
            .find(|(_, known)| told(known))
            .map(|(part, _)| *part)
    }

    /// The words over its zone when tiers and kinds have no one name for it.
    #[must_use]
    pub(super) fn title(self, language: Language) -> &'static str {
        let phrase = match self {
            Self::Leadership => Phrase::Leadership,
            Self::Own => Phrase::OtherBodies,
            Self::Thematic => Phrase::Thematic,
            Self::Delivery => Phrase::Delivery,
            Self::Area => Phrase::Area,
            Self::Reference => Phrase::Reference,
            Self::Outside => Phrase::Outside,
        };
        phrase.in_language(language)
    }

    /// Its id in a drawing.
    #[must_use]
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Leadership => "leadership",
            Self::Own => "others",
            Self::Thematic => "thematic",
            Self::Delivery => "delivery",
            Self::Area => "area",
            Self::Reference => "reference",
            Self::Outside => "outside",
        }
    }
}
