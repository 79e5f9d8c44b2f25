//! Kinds and tiers that are not in the project's lists.

use std::collections::BTreeMap;

use super::{Finding, Severity, quote};
use crate::compare::phrase;
use crate::model::{Body, BodyId, LinkId, LinkKindId, Project, Structure};

pub(super) fn check(project: &Project, structure: &Structure) -> Vec<Finding> {
    let mut kinds: BTreeMap<&str, Vec<&Body>> = BTreeMap::new();
    let mut tiers: BTreeMap<&str, Vec<&Body>> = BTreeMap::new();
    for body in &structure.bodies {
        if let Some(kind) = body
            .kind
            .as_ref()
            .filter(|id| project.body_kind(id).is_none())
        {
            kinds.entry(kind.as_str()).or_default().push(body);
        }
        if let Some(tier) = body.tier.as_ref().filter(|id| project.tier(id).is_none()) {
            tiers.entry(tier.as_str()).or_default().push(body);
        }
    }
    let mut out = Vec::new();
    for (rule, word, found) in [
        ("unknown-kind", "kind of body", kinds),
        ("unknown-tier", "tier", tiers),
    ] {
        for (id, bodies) in found {
            out.push(
                Finding::new(
                    Severity::Warning,
                    rule,
                    format!(
                        "{} of {} {} the {word} {}, which is not in the project's list.",
                        phrase::count(bodies.len(), "body", "bodies"),
                        quote(&structure.label()),
                        if bodies.len() == 1 { "has" } else { "have" },
                        quote(id)
                    ),
                    format!("Add this {word} to the project's list, or choose one that is there."),
                )
                .of(structure)
                .bodies(bodies.iter().map(|body| &body.id)),
            );
        }
    }
    out.extend(link_kinds(project, structure));
    out
}

fn link_kinds(project: &Project, structure: &Structure) -> Vec<Finding> {
    let mut found: BTreeMap<&LinkKindId, Vec<&LinkId>> = BTreeMap::new();
    for link in &structure.links {
        let known = link.kind.standard().is_some()
            || project.link_kinds.iter().any(|kind| kind.id == link.kind);
        if !known {
            found.entry(&link.kind).or_default().push(&link.id);
        }
    }
    found
        .into_iter()
        .map(|(kind, links)| {
            Finding::new(
                Severity::Warning,
                "unknown-link-kind",
                format!(
                    "{} of {} {} of the kind {}, which is not in the project's list.",
                    phrase::count(links.len(), "link", "links"),
                    quote(&structure.label()),
                    if links.len() == 1 { "is" } else { "are" },
                    quote(kind.as_str())
                ),
                "Add this kind of link to the project's list, or choose one that is there.",
            )
            .of(structure)
            .bodies(Vec::<&BodyId>::new())
            .links(links)
        })
        .collect()
}
