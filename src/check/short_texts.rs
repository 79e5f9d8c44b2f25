//! Short texts in a person's words that the structure has outgrown.

use super::{Finding, Severity, quote};
use crate::compare::compare;
use crate::describe::{generated_alt, generated_alt_compare};
use crate::model::{MAX_SHORT_TEXT, Project, ShortText, Structure};

pub(super) fn check(project: &Project, structure: &Structure) -> Vec<Finding> {
    let texts = structure.head.short_texts.iter();
    texts
        .filter(|own| !own.text.trim().is_empty())
        .flat_map(|own| {
            let name = name(project, structure, own);
            let now = generated(project, structure, own);
            [
                too_long(own, &name),
                now.is_none().then(|| gone(own, &name)),
                now.and_then(|now| outgrown(own, &name, &now)),
            ]
        })
        .flatten()
        .map(|finding| finding.of(structure))
        .collect()
}

/// "The short text of “Proposed”".
fn name(project: &Project, structure: &Structure, own: &ShortText) -> String {
    let label = quote(&structure.label());
    match own.with.as_ref() {
        None => format!("The short text of {label}"),
        Some(with) => {
            let earlier = project.structure(with);
            let earlier = earlier.map_or_else(|| with.to_string(), Structure::label);
            format!("The short text of {label} beside {}", quote(&earlier))
        }
    }
}

/// What the program itself says of the picture now.
fn generated(project: &Project, structure: &Structure, own: &ShortText) -> Option<String> {
    match &own.with {
        None => Some(generated_alt(project, structure)),
        Some(with) => {
            let comparison = compare(project, with, structure.id()).ok()?;
            Some(generated_alt_compare(project, &comparison))
        }
    }
}

fn outgrown(own: &ShortText, name: &str, now: &str) -> Option<Finding> {
    let then = own.generated.as_deref()?;
    (then != now).then(|| {
        Finding::new(
            Severity::Warning,
            "short-text-outgrown",
            format!("{name} was written before the structure changed. It says {}; the generated text is now {}.", quote_whole(&own.text), quote_whole(now)),
            "Edit it, keep it as it is, or use the generated text: with nothing selected, in the details of the structure.",
        )
    })
}

/// All of a text: it is short, and who compares two needs both to their ends.
fn quote_whole(text: &str) -> String {
    format!("“{}”", text.trim())
}

fn too_long(own: &ShortText, name: &str) -> Option<Finding> {
    let count = own.text.trim().chars().count();
    (count > MAX_SHORT_TEXT).then(|| {
        Finding::new(
            Severity::Warning,
            "short-text-long",
            format!("{name} has {count} characters; pictures carry the first {MAX_SHORT_TEXT}."),
            "Say it in fewer words.",
        )
    })
}

fn gone(own: &ShortText, name: &str) -> Finding {
    let with = own.with.as_ref().map_or("", |id| id.as_str());
    Finding::new(
        Severity::Error,
        "short-text-missing-structure",
        format!(
            "{name} is about a structure that is not there: {}.",
            quote(with)
        ),
        "Take the text out of the file, or add the structure.",
    )
}
