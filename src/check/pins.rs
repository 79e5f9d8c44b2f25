//! Cards put by hand on each other.

use super::{Finding, MetPins, Severity, quoted};
use crate::model::{Body, BodyId, Project};

/// The pins stay as they are; the drawing shows both cards, one of them elsewhere.
pub(super) fn check(project: &Project, met: &[MetPins<'_>]) -> Vec<Finding> {
    let told = met.iter().filter_map(|&(structure, [first, second])| {
        let structure = project.structure(structure)?;
        let body = |id: &BodyId| structure.bodies.iter().find(|b| b.id == *id);
        let (first, second): (&Body, &Body) = (body(first)?, body(second)?);
        Some(
            Finding::new(
                Severity::Warning,
                "pins-meet",
                format!(
                    "{} and {} are placed by hand where their cards overlap.",
                    quoted(first),
                    quoted(second)
                ),
                "Drag one of them to a free place, or release its pin.",
            )
            .of(structure)
            .bodies([&first.id, &second.id]),
        )
    });
    told.collect()
}
