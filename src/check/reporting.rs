//! Bodies in the structure that nothing joins to it.

use std::collections::BTreeSet;

use super::{Finding, Severity, quote, quoted};
use crate::compare::phrase;
use crate::model::{BodyId, Structure};

/// Bodies without a reporting line, in a structure that has some.
///
/// Bodies in the family or outside need none, nor do those to whom others report; a body that
/// is tasked, represented or joined by any other link has its place without one.
pub(super) fn check(structure: &Structure) -> Vec<Finding> {
    if !structure.links.iter().any(|link| link.hierarchy()) {
        return Vec::new();
    }
    let joined: BTreeSet<&BodyId> = structure
        .links
        .iter()
        .filter(|link| link.from != link.to)
        .flat_map(|link| [&link.from, &link.to])
        .collect();
    structure
        .bodies
        .iter()
        .filter(|body| body.in_structure() && !joined.contains(&body.id))
        .map(|body| {
            Finding::new(
                Severity::Advice,
                "no-reporting-line",
                format!(
                    "{} {} in {} without a reporting line or any other link.",
                    quoted(body),
                    if phrase::plural(body) { "stand" } else { "stands" },
                    quote(&structure.label())
                ),
                "Draw the line to the body it reports to, or set its standing to “in the family” or “outside”.",
            )
            .of(structure)
            .bodies([&body.id])
        })
        .collect()
}
