//! The partnership's own rules, tested on every structure.

use super::{Finding, Severity, quote, quoted};
use crate::model::{Body, BodyId, Link, Project, Rule, RuleTest, Structure, TierId};

/// Whether a structure keeps a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleState {
    /// The rule has no form in which it can be tested.
    NotTested,
    /// The structure has none of the bodies that the rule is about.
    Nothing,
    /// It does.
    Met,
    /// It does not: these report to those.
    Broken(Vec<(BodyId, BodyId)>),
}

/// Whether a structure keeps a rule.
#[must_use]
pub fn rule_state(project: &Project, structure: &Structure, rule: &Rule) -> RuleState {
    let Some(RuleTest::OnlyTierReportsTo { tier, bodies }) = &rule.test else {
        return RuleState::NotTested;
    };
    if !bodies.iter().any(|id| structure.body(id).is_some()) {
        return RuleState::Nothing;
    }
    let broken = only_tier(project, structure, rule, tier, bodies).into_iter();
    let ends = broken.filter_map(|finding| {
        let [link] = finding.links.as_slice() else {
            return None;
        };
        let link = structure.links.iter().find(|found| &found.id == link)?;
        Some((link.from.clone(), link.to.clone()))
    });
    let broken: Vec<(BodyId, BodyId)> = ends.collect();
    if broken.is_empty() {
        RuleState::Met
    } else {
        RuleState::Broken(broken)
    }
}

pub(super) fn check(project: &Project, structure: &Structure) -> Vec<Finding> {
    let mut out = Vec::new();
    for rule in &project.rules {
        if let Some(RuleTest::OnlyTierReportsTo { tier, bodies }) = &rule.test {
            out.extend(only_tier(project, structure, rule, tier, bodies));
        }
    }
    out
}

/// Bodies of another tier that report directly to one of the protected bodies.
fn only_tier(
    project: &Project,
    structure: &Structure,
    rule: &Rule,
    tier: &TierId,
    protected: &[BodyId],
) -> Vec<Finding> {
    let name = project
        .tier(tier)
        .map_or(tier.as_str(), |tier| tier.name.as_str());
    structure
        .links
        .iter()
        .filter(|link| link.hierarchy() && protected.contains(&link.to))
        .filter_map(|link| Some((link, structure.body(&link.from)?, structure.body(&link.to)?)))
        .filter(|(_, from, _)| from.tier.as_ref() != Some(tier))
        .map(|(link, from, to)| breach(structure, rule, name, link, from, to))
        .collect()
}

fn breach(
    structure: &Structure,
    rule: &Rule,
    tier: &str,
    link: &Link,
    from: &Body,
    to: &Body,
) -> Finding {
    let stated = if rule.text.trim().is_empty() {
        String::new()
    } else {
        format!(" The rule: {}", quote(rule.text.trim()))
    };
    Finding::new(
        Severity::Warning,
        "only-tier-reports-to",
        format!(
            "{} reports to {} in {}, but is not of the tier {}.{stated}",
            quoted(from),
            quoted(to),
            quote(&structure.label()),
            quote(tier)
        ),
        "Let it report to a body of that tier, change its tier, or change the rule.",
    )
    .of(structure)
    .bodies([&from.id])
    .links([&link.id])
}
