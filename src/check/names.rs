//! Bodies and structures without a name, and two bodies of one name.

use std::collections::BTreeMap;

use super::{Finding, Severity, quote, quoted};
use crate::model::{Body, Structure, fold};

pub(super) fn check(structure: &Structure) -> Vec<Finding> {
    let mut out = Vec::new();
    if structure.head.title.trim().is_empty() {
        out.push(
            Finding::new(
                Severity::Warning,
                "empty-name",
                format!(
                    "The structure {} has no title.",
                    quote(structure.id().as_str())
                ),
                "Give the structure a title.",
            )
            .of(structure),
        );
    }
    let mut same: BTreeMap<String, Vec<&Body>> = BTreeMap::new();
    for body in &structure.bodies {
        let name = fold(&body.name);
        if name.is_empty() {
            out.push(
                Finding::new(
                    Severity::Warning,
                    "empty-name",
                    format!("The body {} has no name.", quote(body.id.as_str())),
                    "Give the body a name.",
                )
                .of(structure)
                .bodies([&body.id]),
            );
        } else {
            same.entry(name).or_default().push(body);
        }
    }
    for bodies in same.values() {
        let [first, _, ..] = bodies.as_slice() else {
            continue;
        };
        out.push(
            Finding::new(
                Severity::Warning,
                "duplicate-name",
                format!(
                    "{} bodies of {} are called {}.",
                    bodies.len(),
                    quote(&structure.label()),
                    quoted(first)
                ),
                "Rename all but one, or delete the ones that are there by mistake.",
            )
            .of(structure)
            .bodies(bodies.iter().map(|body| &body.id)),
        );
    }
    out
}
