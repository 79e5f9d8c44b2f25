//! The project: everything that a file holds, nothing that can be derived.

use super::{
    Body, BodyId, Certainty, Extra, Fate, Grid, GridId, InSecond, KindId, Language, Link, LinkId,
    LinkKindId, ShortText, StructureId, TierId, Word,
};

/// One file: title, place, structures, lineage, kinds, steps, questions, rules.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// Title, place, date, note.
    pub head: Head,
    /// The project's own list of kinds of body, in its order.
    pub body_kinds: Vec<BodyKind>,
    /// The project's own kinds of link, and looks or words for standard ones.
    pub link_kinds: Vec<LinkKind>,
    /// The tiers, from top to bottom.
    pub tiers: Vec<Tier>,
    /// The structures, today's first.
    pub structures: Vec<Structure>,
    /// What becomes of each body from one structure to another.
    pub lineage: Vec<LineageRow>,
    /// Steps of the transition.
    pub steps: Vec<Step>,
    /// Open questions.
    pub questions: Vec<Question>,
    /// Design rules of the partnership.
    pub rules: Vec<Rule>,
    /// The language in which its words are read: in the file always English.
    pub language: Language,
    /// Fields of later versions.
    pub extra: Extra,
}

/// The head of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// File version when the fields do not call for it ("1.4"); `None` means the first version
    /// that has every field of the project.
    pub version: Option<String>,
    /// Title of the project.
    pub title: Option<String>,
    /// The place it is about.
    pub place: Option<String>,
    /// Date: year, month or day.
    pub date: Option<String>,
    /// Anything else.
    pub note: Option<String>,
    /// The tag of the second language ("cy"), where names and texts are given in two.
    pub second_language: Option<String>,
    /// Its words in the second language.
    pub in_second: InSecond,
}

/// A kind of body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyKind {
    /// Unique in the project.
    pub id: KindId,
    /// "Thematic partnership".
    pub name: String,
    /// "Thematic partnerships".
    pub plural: Option<String>,
    /// Colour and pattern: 1 to 8, 0 for plain, or absent for the next free one.
    pub look: Option<u32>,
    /// Its words in the second language.
    pub in_second: InSecond,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A kind of link of the project's own, or other words for a standard one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkKind {
    /// Unique in the project.
    pub id: LinkKindId,
    /// "Liaises with".
    pub name: String,
    /// Its words in the second language.
    pub in_second: InSecond,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A tier: a band on the page, apart from kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// Unique in the project.
    pub id: TierId,
    /// "Thematic".
    pub name: String,
    /// Its words in the second language.
    pub in_second: InSecond,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A named arrangement at a moment or as an option.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// Id, title, status, date, note.
    pub head: StructureHead,
    /// Its bodies, in the order of the outline.
    pub bodies: Vec<Body>,
    /// Its links, in the order they were made.
    pub links: Vec<Link>,
    /// Tables of bodies against bodies.
    pub grids: Vec<Grid>,
}

/// The head of a structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StructureHead {
    /// Unique in the project.
    pub id: StructureId,
    /// "Current".
    pub title: String,
    /// "Draft for consultation".
    pub status: Option<String>,
    /// Date: year, month or day.
    pub date: Option<String>,
    /// Anything else.
    pub note: Option<String>,
    /// A person's words for its picture, and for those with earlier structures.
    pub short_texts: Vec<ShortText>,
    /// Its words in the second language.
    pub in_second: InSecond,
    /// Fields of later versions.
    pub extra: Extra,
}

impl StructureHead {
    /// A person's words for its picture, or for the one with an earlier structure.
    #[must_use]
    pub fn short_text(&self, with: Option<&StructureId>) -> Option<&ShortText> {
        let mut texts = self.short_texts.iter();
        texts.find(|text| text.with.as_ref() == with && !text.text.trim().is_empty())
    }
}

/// What becomes of n bodies of one structure: m bodies of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineageRow {
    /// The earlier structure.
    pub from_structure: StructureId,
    /// The later structure.
    pub to_structure: StructureId,
    /// Bodies of the earlier structure.
    pub from: Vec<BodyId>,
    /// Bodies of the later structure.
    pub to: Vec<BodyId>,
    /// The fate as stated; it beats the derived one.
    pub fate: Option<Word<Fate>>,
    /// Why.
    pub reason: Option<String>,
    /// Where the fact comes from.
    pub source: Option<String>,
    /// When: year, month or day.
    pub date: Option<String>,
    /// Lead post.
    pub lead: Option<String>,
    /// Stated, implied or undecided.
    pub certainty: Word<Certainty>,
    /// Fields of later versions.
    pub extra: Extra,
}

impl LineageRow {
    /// An empty row between two structures.
    #[must_use]
    pub fn new(from_structure: StructureId, to_structure: StructureId) -> Self {
        Self {
            from_structure,
            to_structure,
            from: Vec::new(),
            to: Vec::new(),
            fate: None,
            reason: None,
            source: None,
            date: None,
            lead: None,
            certainty: Word::default(),
            extra: Extra::default(),
        }
    }

    /// Whether the row joins these two structures, in this direction.
    #[must_use]
    pub fn joins(&self, from: &StructureId, to: &StructureId) -> bool {
        &self.from_structure == from && &self.to_structure == to
    }
}

/// A step of the transition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub what: String,
    /// Year, month or day, as far as known.
    pub date: Option<String>,
    /// Vague words ("Autumn 2009").
    pub when: Option<String>,
    /// Lead post.
    pub lead: Option<String>,
    /// Bodies it is about, of any structure.
    pub bodies: Vec<BodyId>,
    /// Where the fact comes from.
    pub source: Option<String>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// An open question, or a comment from a consultation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The question, or the comment.
    pub text: String,
    /// Who said it, where it is a comment from a consultation (a post or an organisation).
    pub by: Option<String>,
    /// Bodies it is about.
    pub bodies: Vec<BodyId>,
    /// "open", "answered".
    pub status: Option<String>,
    /// The answer.
    pub response: Option<String>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A design rule of the partnership.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// The rule in words.
    pub text: String,
    /// The form in which the program tests it, if it can.
    pub test: Option<RuleTest>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// Rules that the program can test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleTest {
    /// Only bodies of this tier may report directly to these bodies.
    OnlyTierReportsTo {
        /// The tier.
        tier: TierId,
        /// The bodies reported to, of any structure.
        bodies: Vec<BodyId>,
    },
    /// A test of a later version, kept as raw JSON.
    Other(String),
}

impl Project {
    /// The structure with this id.
    #[must_use]
    pub fn structure(&self, id: &StructureId) -> Option<&Structure> {
        self.structures.iter().find(|s| &s.head.id == id)
    }

    /// The kind of body with this id.
    #[must_use]
    pub fn body_kind(&self, id: &KindId) -> Option<&BodyKind> {
        self.body_kinds.iter().find(|k| &k.id == id)
    }

    /// The tier with this id.
    #[must_use]
    pub fn tier(&self, id: &TierId) -> Option<&Tier> {
        self.tiers.iter().find(|t| &t.id == id)
    }

    /// The words of a kind of link: the project's own, else the standard ones, else the id.
    #[must_use]
    pub fn link_kind_name(&self, id: &LinkKindId) -> String {
        if let Some(kind) = self.link_kinds.iter().find(|k| &k.id == id) {
            return kind.name.clone();
        }
        id.standard().map_or_else(
            || sentence_case(id.as_str()),
            |kind| kind.name_in(self.language).to_owned(),
        )
    }

    /// The words of a kind of body: the project's own, else the id.
    #[must_use]
    pub fn body_kind_name(&self, id: &KindId) -> String {
        self.body_kind(id)
            .map_or_else(|| sentence_case(id.as_str()), |kind| kind.name.clone())
    }

    /// The lineage rows between two structures, with their place in the file (from 0).
    pub fn rows_between<'a>(
        &'a self,
        from: &'a StructureId,
        to: &'a StructureId,
    ) -> impl Iterator<Item = (usize, &'a LineageRow)> {
        self.lineage
            .iter()
            .enumerate()
            .filter(move |(_, row)| row.joins(from, to))
    }
}

impl Structure {
    /// An empty structure.
    #[must_use]
    pub fn new(id: StructureId, title: impl Into<String>) -> Self {
        Self {
            head: StructureHead {
                id,
                title: title.into(),
                status: None,
                date: None,
                note: None,
                short_texts: Vec::new(),
                in_second: InSecond::default(),
                extra: Extra::default(),
            },
            bodies: Vec::new(),
            links: Vec::new(),
            grids: Vec::new(),
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &StructureId {
        &self.head.id
    }

    /// The body with this id.
    #[must_use]
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.iter().find(|b| &b.id == id)
    }

    /// The link with this id.
    #[must_use]
    pub fn link(&self, id: &LinkId) -> Option<&Link> {
        self.links.iter().find(|l| &l.id == id)
    }

    /// The grid with this id.
    #[must_use]
    pub fn grid(&self, id: &GridId) -> Option<&Grid> {
        self.grids.iter().find(|g| &g.id == id)
    }

    /// The name of a body, or its id when the body is missing.
    #[must_use]
    pub fn body_name<'a>(&'a self, id: &'a BodyId) -> &'a str {
        self.body(id).map_or(id.as_str(), |b| b.name.as_str())
    }

    /// A few words for a tab: the title when it is short; "Current" or "Proposed" where that is
    /// the structure's id; else the beginning of the title.
    #[must_use]
    pub fn label(&self) -> String {
        /// In characters.
        const LONGEST: usize = 24;
        let (id, title) = (self.head.id.as_str(), self.head.title.trim());
        if !title.is_empty() && title.chars().count() <= LONGEST {
            title.to_owned()
        } else if id == "current" && self.head.in_second.is_read() {
            "Presennol".to_owned()
        } else if id == "proposed" && self.head.in_second.is_read() {
            "Arfaethedig".to_owned()
        } else if title.is_empty() || ["current", "proposed"].contains(&id) {
            sentence_case(id)
        } else {
            beginning(title, LONGEST)
        }
    }
}

/// The beginning of a text, cut between words where there are any.
fn beginning(text: &str, longest: usize) -> String {
    let start: String = text.chars().take(longest + 1).collect();
    let whole = start.rsplit_once(char::is_whitespace);
    let start = whole.map_or_else(
        || text.chars().take(longest).collect(),
        |(words, _)| words.to_owned(),
    );
    format!("{}…", start.trim_end())
}

/// "leadership-forum" as "Leadership forum".
fn sentence_case(id: &str) -> String {
    let words = id.replace(['-', '_'], " ");
    let mut chars = words.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
