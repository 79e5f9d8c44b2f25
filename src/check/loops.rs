//! Bodies that report to each other in a circle.

use std::collections::BTreeSet;

use super::{Finding, Severity, quoted};
use crate::measure::Hierarchy;
use crate::model::{BodyId, Structure};

pub(super) fn check(structure: &Structure) -> Vec<Finding> {
    Hierarchy::new(structure)
        .loops()
        .iter()
        .map(|places| {
            let bodies: Vec<_> = places
                .iter()
                .filter_map(|place| structure.bodies.get(*place))
                .collect();
            let ids: Vec<&BodyId> = bodies.iter().map(|body| &body.id).collect();
            let lines: BTreeSet<(&BodyId, &BodyId)> = ids
                .iter()
                .copied()
                .zip(ids.iter().copied().cycle().skip(1))
                .collect();
            let around: Vec<String> = bodies
                .iter()
                .chain(bodies.first())
                .map(|body| quoted(body))
                .collect();
            Finding::new(
                Severity::Warning,
                "reports-to-loop",
                format!(
                    "The reporting lines run in a circle: {}.",
                    around.join(" reports to ")
                ),
                "Remove one of these reporting lines, or make it another kind of link.",
            )
            .of(structure)
            .bodies(ids.iter().copied())
            .links(
                structure
                    .links
                    .iter()
                    .filter(|link| link.hierarchy() && lines.contains(&(&link.from, &link.to)))
                    .map(|link| &link.id),
            )
        })
        .collect()
}
