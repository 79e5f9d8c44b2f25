//! Stages whose lineage leads back to where it began.

use super::{Finding, Severity, quote};
use crate::compare::stage_circles;
use crate::model::{Project, StructureId};

pub(super) fn check(project: &Project) -> Vec<Finding> {
    stage_circles(project)
        .into_iter()
        .map(|circle| {
            let label = |id: &StructureId| {
                let found = project.structure(id);
                quote(&found.map_or_else(|| id.to_string(), |structure| structure.label()))
            };
            let text = match circle.as_slice() {
                [only] => format!("The lineage leads from {0} to {0} itself.", label(only)),
                _ => {
                    let way: Vec<String> = circle.iter().map(|id| label(id)).collect();
                    let first = circle.first().map(|id| label(id)).unwrap_or_default();
                    format!(
                        "The lineage leads in a circle: from {} and back to {first}.",
                        way.join(" to ")
                    )
                }
            };
            Finding::new(
                Severity::Warning,
                "lineage-circle",
                text,
                "Take out the rows that lead back: what comes later cannot come before.",
            )
        })
        .collect()
}
