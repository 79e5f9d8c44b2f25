//! Stated fates that their rows deny, and bodies in rows that disagree.

use std::collections::BTreeMap;

use super::{Finding, Severity, quote};
use crate::compare::{bodies_of, contradiction, fate_among, phrase};
use crate::model::{BodyId, Fate, LineageRow, Project, Structure, StructureId, Word};

pub(super) fn check(project: &Project) -> Vec<Finding> {
    let mut out = Vec::new();
    for (from, to) in pairs(project) {
        let (Some(old), Some(new)) = (project.structure(from), project.structure(to)) else {
            continue;
        };
        let rows: Vec<&LineageRow> = project.rows_between(from, to).map(|(_, row)| row).collect();
        out.extend(denied(&rows, old, new));
        out.extend(disagreeing(&rows, old, new));
    }
    out
}

/// Every pair of structures that a row joins, in the order of the rows.
pub(super) fn pairs(project: &Project) -> Vec<(&StructureId, &StructureId)> {
    let mut out: Vec<(&StructureId, &StructureId)> = Vec::new();
    for row in &project.lineage {
        let pair = (&row.from_structure, &row.to_structure);
        if !out.contains(&pair) {
            out.push(pair);
        }
    }
    out
}

fn denied(rows: &[&LineageRow], old: &Structure, new: &Structure) -> Vec<Finding> {
    let (before, after) = (bodies_of(old), bodies_of(new));
    let mut out = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let others = rows
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .map(|(_, row)| *row);
        let (Some(found), Some(fate)) = (
            contradiction(row, others, &before, &after),
            row.fate.as_ref().and_then(Word::known),
        ) else {
            continue;
        };
        let names = row
            .from
            .iter()
            .map(|id| old.body_name(id))
            .chain(row.to.iter().map(|id| new.body_name(id)));
        let mut names: Vec<String> = names.map(quote).collect();
        names.dedup();
        out.push(
            Finding::new(
                Severity::Warning,
                "fate-contradicts-row",
                format!(
                    "Row R{} ({}) says “{}”, but {}.",
                    at + 1,
                    phrase::list(names),
                    fate.label(),
                    found.words()
                ),
                "Correct the fate, or the bodies of the row.",
            )
            .of(if row.to.is_empty() { old } else { new })
            .bodies(if row.to.is_empty() {
                &row.from
            } else {
                &row.to
            }),
        );
    }
    out
}

/// Bodies that stand in several rows, unless these tell one merger, split or replacement.
fn disagreeing(rows: &[&LineageRow], old: &Structure, new: &Structure) -> Vec<Finding> {
    let (earlier, later) = (bodies_of(old), bodies_of(new));
    let mut out = Vec::new();
    for (structure, before) in [(old, true), (new, false)] {
        let mut found: BTreeMap<&BodyId, Vec<(usize, Fate)>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            let fate = row
                .fate
                .as_ref()
                .and_then(Word::known)
                .unwrap_or_else(|| fate_among(row, &earlier, &later));
            let mut ids: Vec<&BodyId> = if before { &row.from } else { &row.to }.iter().collect();
            ids.sort_unstable();
            ids.dedup();
            for id in ids {
                found.entry(id).or_default().push((at + 1, fate));
            }
        }
        let shared = if before { Fate::Split } else { Fate::Merged };
        for (id, places) in found {
            let one_story = places
                .iter()
                .all(|(_, fate)| *fate == shared || *fate == Fate::Replaced);
            if places.len() < 2 || one_story {
                continue;
            }
            let said = phrase::list(
                places
                    .iter()
                    .map(|(number, fate)| format!("R{number} ({})", fate.label().to_lowercase())),
            );
            out.push(
                Finding::new(
                    Severity::Warning,
                    "body-in-several-rows",
                    format!(
                        "{} of {} stands in rows that disagree: {said}.",
                        quote(structure.body_name(id)),
                        quote(&structure.label())
                    ),
                    "Join the rows into one, or take the body out of all but one.",
                )
                .of(structure)
                .bodies([id]),
            );
        }
    }
    out
}
