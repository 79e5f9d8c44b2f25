//! Names that are not given in the second language.

use super::{Finding, Severity, quote};
use crate::model::{Project, Structure};

/// So many names are told; the others are counted.
const NAMED: usize = 12;

pub(super) fn check(project: &Project) -> Vec<Finding> {
    let Some(tag) = project.head.second_language.as_deref() else {
        return Vec::new();
    };
    let Some(language) = project.second_language() else {
        return vec![Finding::new(
            Severity::Advice,
            "second-language-unknown",
            format!(
                "The second language of the project is {}, in which the program has no words of its own.",
                quote(tag)
            ),
            "Use cy for Welsh; what is given in another language is kept.",
        )];
    };
    // What a name is in one structure it is in the others too.
    let known = project.with_known_words();
    let structures = known.structures.iter();
    structures
        .filter_map(|structure| missing(&known, structure, language.name()))
        .collect()
}

fn missing(project: &Project, structure: &Structure, language: &str) -> Option<Finding> {
    let names = project.without_second(structure);
    let bodies = structure.bodies.iter();
    let bodies = bodies.filter(|b| b.in_second.get("name").is_none() && !b.name.trim().is_empty());
    let have = match names.len() {
        0 => return None,
        1 => "1 name has".to_owned(),
        n => format!("{n} names have"),
    };
    let told: Vec<String> = names.iter().take(NAMED).map(|name| quote(name)).collect();
    let more = match names.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let finding = Finding::new(
        Severity::Advice,
        "second-language-missing",
        format!(
            "In {} {have} no {language}: {}{more}.",
            quote(&structure.label()),
            told.join(", ")
        ),
        format!("Give them in {language} in the details; until then they stay in English."),
    );
    Some(finding.of(structure).bodies(bodies.map(|body| &body.id)))
}
