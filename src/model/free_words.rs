//! Dates and certainties that are words of a person ("autumn 2024", "likely"): the program tells
//! them as they are, in every language.

use super::translated::TextOf;
use super::{Certainty, Project, Word};

/// Hears such words: of what and which field.
type Each<'a> = &'a mut dyn FnMut((TextOf, &'static str), &str);

/// Tells the words of every record.
pub(super) fn each(project: &Project, each: Each<'_>) {
    date(each, (TextOf::Project, "date"), project.head.date.as_ref());
    for structure in &project.structures {
        let stated = structure.head.date.as_ref();
        date(each, (TextOf::Structure, "date"), stated);
        for body in &structure.bodies {
            for (field, stated) in [
                ("from", &body.from),
                ("until", &body.until),
                ("shadow_from", &body.shadow_from),
                ("statutory_from", &body.statutory_from),
            ] {
                date(each, (TextOf::Body, field), stated.as_ref());
            }
            certainty(each, TextOf::Body, &body.certainty);
        }
        for link in &structure.links {
            certainty(each, TextOf::Link, &link.certainty);
        }
    }
    for row in &project.lineage {
        date(each, (TextOf::Row, "date"), row.date.as_ref());
        certainty(each, TextOf::Row, &row.certainty);
    }
    for step in &project.steps {
        date(each, (TextOf::Step, "date"), step.date.as_ref());
    }
}

/// A date of figures alone is the same in every language, or the program says it.
fn date(each: Each<'_>, place: (TextOf, &'static str), stated: Option<&String>) {
    let stated = stated.map(|text| text.trim()).unwrap_or_default();
    if stated.chars().any(char::is_alphabetic) {
        each(place, stated);
    }
}

fn certainty(each: Each<'_>, of: TextOf, stated: &Word<Certainty>) {
    let words = stated.as_str().trim();
    if stated.known().is_none() && !words.is_empty() {
        each((of, "certainty"), words);
    }
}
