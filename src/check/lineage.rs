//! Lineage, steps, questions and rules that point at nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Severity, quote, words};
use crate::compare::phrase;
use crate::model::{BodyId, LineageRow, Project, RuleTest, StructureId, Word};

pub(super) fn check(project: &Project) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut numbers: BTreeMap<(&StructureId, &StructureId), usize> = BTreeMap::new();
    for row in &project.lineage {
        let number = numbers
            .entry((&row.from_structure, &row.to_structure))
            .or_insert(0);
        *number += 1;
        out.extend(row_findings(project, row, *number));
    }
    out.extend(elsewhere(project));
    out
}

fn row_findings(project: &Project, row: &LineageRow, number: usize) -> Vec<Finding> {
    let place = format!(
        "row R{number} from {} to {}",
        quote(row.from_structure.as_str()),
        quote(row.to_structure.as_str())
    );
    let mut out = Vec::new();
    for (id, bodies) in [
        (&row.from_structure, &row.from),
        (&row.to_structure, &row.to),
    ] {
        let Some(structure) = project.structure(id) else {
            out.push(Finding::new(
                Severity::Error,
                "lineage-missing-structure",
                format!(
                    "In the lineage, {place} names a structure that is not there: {}.",
                    quote(id.as_str())
                ),
                "Delete the row, or add the structure.",
            ));
            continue;
        };
        let missing: Vec<&BodyId> = bodies
            .iter()
            .filter(|id| structure.body(id).is_none())
            .collect();
        if !missing.is_empty() {
            out.push(
                Finding::new(
                    Severity::Error,
                    "lineage-missing-body",
                    format!(
                        "In the lineage, {place} names {}, not in {}.",
                        phrase::list(missing.iter().map(|id| quote(id.as_str()))),
                        quote(&structure.label())
                    ),
                    "Take the missing body out of the row, or add it to the structure.",
                )
                .of(structure)
                .bodies(missing),
            );
        }
    }
    if row.from.is_empty() && row.to.is_empty() {
        out.push(Finding::new(
            Severity::Warning,
            "lineage-empty-row",
            format!("In the lineage, {place} names no body."),
            "Delete the row, or say what it is about.",
        ));
    }
    if let Some(Word::Other(word)) = &row.fate {
        out.push(words::unknown("fate", word, &place).bodies(row.from.iter().chain(&row.to)));
    }
    if let Word::Other(word) = &row.certainty {
        out.push(words::unknown("certainty", word, &place).bodies(row.from.iter().chain(&row.to)));
    }
    out
}

/// Bodies named by steps, questions and rules that no structure has.
fn elsewhere(project: &Project) -> Vec<Finding> {
    let known: BTreeSet<&BodyId> = project
        .structures
        .iter()
        .flat_map(|structure| structure.bodies.iter().map(|body| &body.id))
        .collect();
    let mut out = Vec::new();
    let mut tell = |what: &str, text: &str, bodies: &[BodyId]| {
        let missing: Vec<&BodyId> = bodies.iter().filter(|id| !known.contains(id)).collect();
        if missing.is_empty() {
            return;
        }
        out.push(
            Finding::new(
                Severity::Error,
                "missing-body",
                format!(
                    "The {what} {} names {}, which no structure has.",
                    quote(text),
                    phrase::list(missing.iter().map(|id| quote(id.as_str())))
                ),
                format!("Take the missing body out of the {what}, or add it to a structure."),
            )
            .bodies(missing),
        );
    };
    for step in &project.steps {
        tell("step", &step.what, &step.bodies);
    }
    for question in &project.questions {
        tell("question", &question.text, &question.bodies);
    }
    for rule in &project.rules {
        if let Some(RuleTest::OnlyTierReportsTo { bodies, .. }) = &rule.test {
            tell("rule", &rule.text, bodies);
        }
    }
    for rule in &project.rules {
        match &rule.test {
            Some(RuleTest::OnlyTierReportsTo { tier, .. }) if project.tier(tier).is_none() => {
                out.push(Finding::new(
                    Severity::Error,
                    "rule-unknown-tier",
                    format!(
                        "The rule {} is about the tier {}, which is not in the project's list.",
                        quote(&rule.text),
                        quote(tier.as_str())
                    ),
                    "Choose a tier that is in the list, or add this one.",
                ));
            }
            Some(RuleTest::Other(_)) => out.push(Finding::new(
                Severity::Advice,
                "untested-rule",
                format!(
                    "The rule {} has a test that this version does not know.",
                    quote(&rule.text)
                ),
                "Use a newer version to test it.",
            )),
            _ => {}
        }
    }
    out
}
