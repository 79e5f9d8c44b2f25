//! Links from a body to itself, and the same link twice.

use std::collections::BTreeMap;

use super::{Finding, Severity, quote};
use crate::model::{Link, Structure, fold};

pub(super) fn check(structure: &Structure) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut same: BTreeMap<_, Vec<&Link>> = BTreeMap::new();
    for link in &structure.links {
        if link.from == link.to {
            let name = quote(structure.body_name(&link.from));
            out.push(
                Finding::new(
                    Severity::Warning,
                    "self-link",
                    format!("{name} has a link to itself."),
                    "Remove the link, or draw it to the body that is meant.",
                )
                .of(structure)
                .bodies([&link.from])
                .links([&link.id]),
            );
        }
        let label = fold(link.label.as_deref().unwrap_or_default());
        same.entry((&link.from, &link.to, &link.kind, link.permission, label))
            .or_default()
            .push(link);
    }
    for links in same.values() {
        let [first, _, ..] = links.as_slice() else {
            continue;
        };
        let mut bodies = vec![&first.from, &first.to];
        bodies.dedup();
        out.push(
            Finding::new(
                Severity::Warning,
                "duplicate-link",
                format!(
                    "There are {} links of the same kind from {} to {}.",
                    links.len(),
                    quote(structure.body_name(&first.from)),
                    quote(structure.body_name(&first.to))
                ),
                "Keep one of them, or say by a label how they differ.",
            )
            .of(structure)
            .bodies(bodies)
            .links(links.iter().map(|link| &link.id)),
        );
    }
    out
}
