//! Tiers that say the opposite of a reporting line.

use std::collections::BTreeMap;

use super::{Finding, Severity, quoted};
use crate::model::{Body, BodyId, Project, Structure};

/// Bodies that report to a body of a lower tier: drawn in bands, the line would point down.
pub(super) fn check(project: &Project, structure: &Structure) -> Vec<Finding> {
    let tier = |body: &Body| {
        let id = body.tier.as_ref()?;
        let place = project.tiers.iter().position(|tier| tier.id == *id)?;
        Some((place, project.tiers.get(place)?))
    };
    let by_id: BTreeMap<&BodyId, &Body> = structure.bodies.iter().map(|b| (&b.id, b)).collect();
    let body = |id: &BodyId| by_id.get(id).copied();
    let turned = structure.links.iter().filter(|link| link.hierarchy());
    let turned = turned.filter_map(|link| {
        let (lower, upper) = (body(&link.from)?, body(&link.to)?);
        let ((place, tier), (above, over)) = (tier(lower)?, tier(upper)?);
        (place < above).then(|| {
            Finding::new(
                Severity::Advice,
                "tier-reversed",
                format!(
                    "{} reports to {}, but its tier ({}) stands above that body’s ({}).",
                    quoted(lower),
                    quoted(upper),
                    tier.name,
                    over.name
                ),
                "Give one of them another tier, turn the reporting line round, or leave it: drawings by tier follow the tiers.",
            )
            .of(structure)
            .bodies([&lower.id, &upper.id])
            .links([&link.id])
        })
    });
    turned.collect()
}
