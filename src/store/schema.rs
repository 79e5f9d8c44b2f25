//! The published JSON Schema of the file, generated from types that mirror it.
//!
//! The types are read by no one: [`super::load`] reads records one by one to name every fault.
//! A test holds the two together. Unknown fields are allowed everywhere: they belong to later
//! minor versions. `null` counts as absent.
#![expect(dead_code, reason = "only the schema of the types is used")]

use schemars::{JsonSchema, Schema, schema_for};

use super::schema_second::InSecond;

/// The schema of version 1.1, as text with a newline at its end.
#[must_use]
pub fn schema() -> String {
    let mut schema: Schema = schema_for!(ProjectFile);
    schema.insert("$id".to_owned(), "dotted-line-1.1.schema.json".into());
    format!("{:#}\n", schema.to_value())
}

/// An id: letters and digits of any script, `.`, `_`, `-`.
///
/// The pattern is one that every dialect of regular expressions reads alike; it lets marks
/// beyond ASCII pass that the program refuses.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Id(
    #[schemars(
        length(min = 1, max = 128),
        regex(pattern = r"^[^\u0000-,/:-@\[-\^`{-\u009f]+$")
    )]
    String,
);

/// A project of Dotted Line: structures of partnership bodies, and what becomes of each body.
#[derive(JsonSchema)]
#[schemars(title = "Dotted Line project, version 1.1")]
struct ProjectFile {
    /// Marks the file as a project.
    #[schemars(extend("const" = "dotted-line"))]
    format: String,
    /// Version of the file; a newer minor version keeps to this schema and adds fields.
    #[schemars(regex(pattern = r"^1\.[0-9]+$"))]
    version: Option<String>,
    /// Title of the project.
    title: Option<String>,
    /// The place it is about.
    place: Option<String>,
    /// Year, month or day.
    date: Option<String>,
    /// Anything else.
    note: Option<String>,
    /// Tag of the second language (`cy`), where names and texts are given in two. Since version 1.1.
    second_language: Option<String>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
    /// The project's own list of kinds of body, in its order.
    body_kinds: Option<Vec<BodyKind>>,
    /// The project's own kinds of link.
    link_kinds: Option<Vec<NamedId>>,
    /// The tiers, from top to bottom.
    tiers: Option<Vec<NamedId>>,
    /// The structures, today's first.
    structures: Option<Vec<Structure>>,
    /// What becomes of each body from one structure to another.
    lineage: Option<Vec<LineageRow>>,
    /// Steps of the transition.
    steps: Option<Vec<Step>>,
    /// Open questions.
    questions: Option<Vec<Question>>,
    /// Design rules of the partnership.
    rules: Option<Vec<Rule>>,
}

/// A kind of body.
#[derive(JsonSchema)]
struct BodyKind {
    /// Unique in the project.
    id: Id,
    /// "Thematic partnership".
    name: String,
    /// "Thematic partnerships".
    plural: Option<String>,
    /// Colour and pattern: 1 to 8, 0 for plain, absent for the next free one.
    look: Option<u32>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// A kind of link or a tier.
#[derive(JsonSchema)]
struct NamedId {
    /// Unique in the project.
    id: Id,
    /// Its words.
    name: String,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// A named arrangement at a moment or as an option.
#[derive(JsonSchema)]
struct Structure {
    /// Unique in the project.
    id: Id,
    /// "Current".
    title: Option<String>,
    /// "Draft for consultation".
    status: Option<String>,
    /// Year, month or day.
    date: Option<String>,
    /// Anything else.
    note: Option<String>,
    /// A person's words for its picture, and for those with earlier structures. Since version 1.1.
    short_texts: Option<Vec<ShortText>>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
    /// Its bodies.
    bodies: Option<Vec<Body>>,
    /// Its links.
    links: Option<Vec<Link>>,
    /// Tables of bodies against bodies. Since version 1.1.
    grids: Option<Vec<Grid>>,
}

/// A person's words for a picture, for those who cannot see it, instead of the generated ones.
#[derive(JsonSchema)]
struct ShortText {
    /// Id of the earlier structure, where the picture sets two against each other.
    with: Option<Id>,
    /// The person's words, at most 250 characters.
    text: String,
    /// The generated words at the time of writing.
    generated: Option<String>,
}

/// A board, forum, partnership, group, event, post or outside organisation in one structure.
#[derive(JsonSchema)]
struct Body {
    /// Unique in its structure, unchanged by renaming.
    id: Id,
    /// Full name.
    name: String,
    /// Short form.
    short: Option<String>,
    /// Other spellings of the same name.
    aliases: Option<Vec<String>>,
    /// Id of a kind of body.
    kind: Option<Id>,
    /// Id of a tier.
    tier: Option<Id>,
    /// `family` or `outside`; absent means in the structure. Other words are kept.
    standing: Option<String>,
    /// `implied` or `undecided`; absent means stated. Other words are kept.
    certainty: Option<String>,
    /// `not-established`, `shadow`, `time-limited` and the like.
    state: Option<String>,
    /// Set for a class of bodies: how many, or `unknown`.
    count: Option<ClassCount>,
    /// Date from which it exists.
    from: Option<String>,
    /// Date until which it exists.
    until: Option<String>,
    /// Date from which it exists in shadow form.
    shadow_from: Option<String>,
    /// Date from which it is statutory.
    statutory_from: Option<String>,
    /// What it is for.
    purpose: Option<String>,
    /// What it does.
    roles: Option<Vec<String>>,
    /// Places on it.
    seats: Option<Vec<Seat>>,
    /// How often it meets.
    meetings: Option<Meetings>,
    /// Who chairs it: a post.
    chair: Option<String>,
    /// Lead post.
    lead: Option<String>,
    /// Quorum, in words.
    quorum: Option<String>,
    /// Review date or rule.
    review: Option<String>,
    /// Anything else.
    note: Option<String>,
    /// Where the facts come from.
    source: Option<String>,
    /// Where a person put it.
    pin: Option<Pin>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// How many bodies a class stands for.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum ClassCount {
    /// So many.
    Number(u32),
    /// Not stated.
    Unknown(Unknown),
}

/// Not stated.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Unknown {
    Unknown,
}

/// A place on a body; neither `count` nor `at_least` means an open number, both are refused.
#[derive(JsonSchema)]
#[schemars(extend("not" = {"properties": {"count": {"type": "integer"}, "at_least": {"type": "integer"}}, "required": ["count", "at_least"]}))]
struct Seat {
    /// The post that holds it.
    post: Option<String>,
    /// The organisation that fills it.
    organisation: Option<String>,
    /// The sector of the organisation.
    sector: Option<String>,
    /// Exactly so many.
    count: Option<u32>,
    /// So many or more.
    at_least: Option<u32>,
    /// On what condition.
    condition: Option<String>,
    /// Id of the body through which it is filled.
    through: Option<Id>,
    /// Anything else.
    note: Option<String>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// How often a body meets.
#[derive(JsonSchema)]
struct Meetings {
    /// Meetings a year, when known.
    #[schemars(range(min = 0, max = 1_000_000))]
    per_year: Option<f64>,
    /// The words of the source.
    as_stated: Option<String>,
}

/// Top-left corner in whole pt of the structure's own page.
#[derive(JsonSchema)]
struct Pin {
    /// From the left.
    x: i32,
    /// From the top.
    y: i32,
}

/// A typed, directed link between two bodies of the structure.
#[derive(JsonSchema)]
struct Link {
    /// Unique in its structure.
    id: Id,
    /// Id of the body that reports, is tasked, is represented, supports or informs.
    from: Id,
    /// Id of the other body.
    to: Id,
    /// `reports-to`, `tasked-by`, `represented-on`, `supports`, `informs` or the project's own.
    kind: Id,
    /// Seats, for `represented-on`.
    seats: Option<u32>,
    /// Words on the line.
    label: Option<String>,
    /// A permission rather than a standing link.
    permission: Option<bool>,
    /// `implied` or `undecided`; absent means stated. Other words are kept.
    certainty: Option<String>,
    /// Where the fact comes from.
    source: Option<String>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// A table of bodies against bodies; its cells show the links between the two.
#[derive(JsonSchema)]
struct Grid {
    /// Unique in its structure.
    id: Id,
    /// "Two dimensional plan".
    title: Option<String>,
    /// Ids of the bodies that have a row.
    rows: Option<Vec<Id>>,
    /// Ids of the bodies that have a column.
    columns: Option<Vec<Id>>,
    /// Ids of the kinds of link that count; none means all.
    kinds: Option<Vec<Id>>,
    /// Pairs of row and column that are said to have nothing to do with each other; any other
    /// cell without a link is not stated.
    none: Option<Vec<Pair>>,
    /// `implied` or `undecided`; absent means stated. Other words are kept.
    certainty: Option<String>,
    /// Where the table comes from.
    source: Option<String>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// The body of a row and that of a column.
#[derive(JsonSchema)]
#[schemars(transparent)]
struct Pair([Id; 2]);

/// What becomes of n bodies of one structure: m bodies of another.
#[derive(JsonSchema)]
struct LineageRow {
    /// Id of the earlier structure.
    from_structure: Id,
    /// Id of the later structure.
    to_structure: Id,
    /// Ids of bodies of the earlier structure.
    from: Option<Vec<Id>>,
    /// Ids of bodies of the later structure.
    to: Option<Vec<Id>>,
    /// `retained`, `under-review`, `renamed`, `merged`, `split`, `replaced`, `ended` or
    /// `created`. Other words are kept.
    fate: Option<String>,
    /// Why.
    reason: Option<String>,
    /// Where the fact comes from.
    source: Option<String>,
    /// When: year, month or day.
    date: Option<String>,
    /// Lead post.
    lead: Option<String>,
    /// `implied` or `undecided`; absent means stated. Other words are kept.
    certainty: Option<String>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// A step of the transition.
#[derive(JsonSchema)]
struct Step {
    /// What is done.
    what: String,
    /// Year, month or day, as far as known.
    date: Option<String>,
    /// Vague words.
    when: Option<String>,
    /// Lead post.
    lead: Option<String>,
    /// Ids of bodies of any structure.
    bodies: Option<Vec<Id>>,
    /// Where the fact comes from.
    source: Option<String>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// An open question, or a comment from a consultation.
#[derive(JsonSchema)]
struct Question {
    /// The question, or the comment.
    text: String,
    /// Who said it, where it is a comment: a post or an organisation. Since version 1.1.
    by: Option<String>,
    /// Ids of bodies.
    bodies: Option<Vec<Id>>,
    /// `open`, `answered` and the like.
    status: Option<String>,
    /// The answer.
    response: Option<String>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// A design rule of the partnership.
#[derive(JsonSchema)]
struct Rule {
    /// The rule in words.
    text: String,
    /// The form in which the program tests it.
    test: Option<RuleTest>,
    /// Its words in the second language. Since version 1.1.
    in_second: Option<InSecond>,
}

/// A tested rule. `only-tier-reports-to`: only bodies of `tier` report directly to `bodies`.
/// Other kinds are kept and not tested.
#[derive(JsonSchema)]
#[schemars(extend(
    "if" = {"properties": {"kind": {"const": "only-tier-reports-to"}}},
    "then" = {"required": ["tier"]}
))]
struct RuleTest {
    /// `only-tier-reports-to`.
    kind: String,
    /// Id of a tier.
    tier: Option<Id>,
    /// Ids of bodies of any structure.
    bodies: Option<Vec<Id>>,
}
