//! The schema of words in the second language.
#![expect(dead_code, reason = "only the schema of the types is used")]

use schemars::JsonSchema;

/// The words of a record in the second language, by the names of its fields.
#[derive(JsonSchema)]
pub(super) struct InSecond {
    /// Its title.
    title: Option<String>,
    /// Its name.
    name: Option<String>,
    /// Its plural.
    plural: Option<String>,
    /// Its short form.
    short: Option<String>,
    /// The place of a project.
    place: Option<String>,
    /// The status of a structure.
    status: Option<String>,
    /// The note of a project or a structure.
    note: Option<String>,
    /// The words on a line.
    label: Option<String>,
    /// The state of a body.
    state: Option<String>,
    /// How often a body meets, in words.
    as_stated: Option<String>,
    /// Other spellings of its name, each on a line.
    aliases: Option<String>,
    /// What it is for.
    purpose: Option<String>,
    /// What it does, each role on a line.
    roles: Option<String>,
    /// Who chairs it.
    chair: Option<String>,
    /// Lead post.
    lead: Option<String>,
    /// Quorum, in words.
    quorum: Option<String>,
    /// Review date or rule.
    review: Option<String>,
    /// Why it changes.
    reason: Option<String>,
    /// Where the fact comes from.
    source: Option<String>,
    /// What is done in a step.
    what: Option<String>,
    /// When a step is done, in vague words.
    when: Option<String>,
    /// The question or the rule.
    text: Option<String>,
    /// Who said it.
    by: Option<String>,
    /// The answer.
    response: Option<String>,
    /// The post that holds a seat.
    post: Option<String>,
    /// The organisation that fills a seat.
    organisation: Option<String>,
    /// The sector of the organisation.
    sector: Option<String>,
    /// On what condition a seat is held.
    condition: Option<String>,
}
