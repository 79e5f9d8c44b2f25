//! Words that this version does not know; they are kept, but have no effect.

use super::{Finding, Severity, quote, quoted};
use crate::model::{Structure, Word};

pub(super) fn check(structure: &Structure) -> Vec<Finding> {
    let mut out = Vec::new();
    for body in &structure.bodies {
        let mut tell = |what: &str, word: &str| {
            out.push(
                unknown(what, word, &quoted(body))
                    .of(structure)
                    .bodies([&body.id]),
            );
        };
        if let Word::Other(word) = &body.standing {
            tell("standing", word);
        }
        if let Word::Other(word) = &body.certainty {
            tell("certainty", word);
        }
    }
    for link in &structure.links {
        if let Word::Other(word) = &link.certainty {
            let between = format!(
                "the link from {} to {}",
                quote(structure.body_name(&link.from)),
                quote(structure.body_name(&link.to))
            );
            out.push(
                unknown("certainty", word, &between)
                    .of(structure)
                    .bodies([&link.from, &link.to])
                    .links([&link.id]),
            );
        }
    }
    out
}

/// An unknown word at a place.
pub(super) fn unknown(what: &str, word: &str, place: &str) -> Finding {
    Finding::new(
        Severity::Advice,
        "unknown-word",
        format!(
            "The {what} of {place} is {}, a word that this version does not know.",
            quote(word)
        ),
        format!("Choose one of the known words for the {what}, or use a newer version."),
    )
}
