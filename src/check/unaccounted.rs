//! Bodies that stand in no lineage row: nobody is forgotten.

use std::collections::BTreeSet;

use super::fates::pairs;
use super::{Finding, Severity, quote, quoted};
use crate::compare::phrase;
use crate::model::{Body, BodyId, Project, Structure};

/// Looks at every pair of structures joined by a row; without any row, at the first two.
pub(super) fn check(project: &Project) -> Vec<Finding> {
    let mut wanted = pairs(project);
    if let ([], [first, second, ..]) = (wanted.as_slice(), project.structures.as_slice()) {
        wanted.push((first.id(), second.id()));
    }
    let mut out = Vec::new();
    for (from, to) in wanted {
        let (Some(old), Some(new)) = (project.structure(from), project.structure(to)) else {
            continue;
        };
        if from == to {
            continue;
        }
        let rows = || project.rows_between(from, to).map(|(_, row)| row);
        let before: BTreeSet<&BodyId> = rows().flat_map(|row| &row.from).collect();
        let after: BTreeSet<&BodyId> = rows().flat_map(|row| &row.to).collect();
        out.extend(side(old, &before, |bodies| {
            let other = quote(&new.label());
            format!("Nothing is said about what becomes of {bodies} in {other}")
        }));
        out.extend(side(new, &after, |bodies| {
            let other = quote(&old.label());
            format!("Nothing in {other} is said to come before {bodies}")
        }));
    }
    out
}

fn side(
    structure: &Structure,
    told: &BTreeSet<&BodyId>,
    words: impl Fn(&str) -> String,
) -> Option<Finding> {
    const MOST: usize = 12;
    let bodies: Vec<&Body> = structure
        .bodies
        .iter()
        .filter(|body| !told.contains(&body.id))
        .collect();
    if bodies.is_empty() {
        return None;
    }
    let mut names: Vec<String> = bodies.iter().take(MOST).map(|body| quoted(body)).collect();
    if bodies.len() > MOST {
        names.push(format!("{} more", bodies.len() - MOST));
    }
    Some(
        Finding::new(
            Severity::Warning,
            "unaccounted",
            format!(
                "{}: {}.",
                words(&format!(
                    "{} of {}",
                    phrase::count(bodies.len(), "body", "bodies"),
                    quote(&structure.label())
                )),
                phrase::list(names)
            ),
            "Say for each what becomes of it: retained, renamed, merged, split, replaced, ended or new.",
        )
        .of(structure)
        .bodies(bodies.iter().map(|body| &body.id)),
    )
}
