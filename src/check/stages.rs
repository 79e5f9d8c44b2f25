//! Lineage over several structures: circles, rows within one structure, dates that run backwards,
//! structures without bodies.

use std::collections::BTreeSet;

use super::fates::pairs;
use super::{Finding, Severity, quote};
use crate::compare::phrase;
use crate::model::{BodyId, Date, LineageRow, Project, Step, Structure, StructureId, parse_date};

pub(super) fn check(project: &Project) -> Vec<Finding> {
    let mut out = Vec::new();
    out.extend(empty(project));
    out.extend(within_one(project));
    out.extend(circle(project));
    out.extend(structures_backwards(project));
    out.extend(rows_backwards(project));
    let steps = project.steps.iter();
    out.extend(steps.filter_map(|step| step_backwards(project, step)));
    out
}

/// Structures without bodies beside others that have some.
fn empty(project: &Project) -> Vec<Finding> {
    if project.structures.iter().all(|s| s.bodies.is_empty()) {
        return Vec::new();
    }
    let empty = project.structures.iter().filter(|s| s.bodies.is_empty());
    empty
        .map(|structure| {
            Finding::new(
                Severity::Advice,
                "empty-structure",
                format!("{} has no bodies.", quote(&structure.label())),
                "Add its bodies, or delete the structure.",
            )
            .of(structure)
        })
        .collect()
}

/// Rows that lead from a structure to itself.
fn within_one(project: &Project) -> Vec<Finding> {
    let rows = project.lineage.iter();
    rows.filter(|row| row.from_structure == row.to_structure)
        .filter_map(|row| {
            let structure = project.structure(&row.from_structure)?;
            Some(
                Finding::new(
                    Severity::Warning,
                    "lineage-same-structure",
                    format!(
                        "A row of the lineage leads from {} to itself: {}.",
                        quote(&structure.label()),
                        becomes(project, row)
                    ),
                    "Choose the later structure, or delete the row.",
                )
                .of(structure)
                .bodies(row.from.iter().chain(&row.to)),
            )
        })
        .collect()
}

/// Structures that become each other in a circle, told by the first row of each pair.
fn circle(project: &Project) -> Option<Finding> {
    let mut edges: Vec<_> = pairs(project);
    edges.retain(|(from, to)| from != to);
    // What nothing leads to, or what leads nowhere, is in no circle.
    loop {
        let starts: BTreeSet<&StructureId> = edges.iter().map(|(from, _)| *from).collect();
        let ends: BTreeSet<&StructureId> = edges.iter().map(|(_, to)| *to).collect();
        let before = edges.len();
        edges.retain(|(from, to)| ends.contains(from) && starts.contains(to));
        if edges.len() == before {
            break;
        }
    }
    let mut path: Vec<(&StructureId, &StructureId)> = vec![*edges.first()?];
    // Every structure that is left leads on to another one that is left.
    let closed = loop {
        let (_, here) = *path.last()?;
        if let Some(at) = path.iter().position(|(from, _)| *from == here) {
            break path.split_off(at);
        }
        path.push(*edges.iter().find(|(from, _)| *from == here)?);
    };
    let rows: Vec<&LineageRow> = closed
        .iter()
        .filter_map(|(from, to)| project.lineage.iter().find(|row| row.joins(from, to)))
        .collect();
    let told = rows.iter().map(|row| {
        let label = |id| project.structure(id).map_or_else(|| quote(id.as_str()), of);
        format!(
            "{} from {} to {}",
            becomes(project, row),
            label(&row.from_structure),
            label(&row.to_structure)
        )
    });
    Some(
        Finding::new(
            Severity::Warning,
            "lineage-circle",
            format!(
                "The lineage runs in a circle: {}.",
                told.collect::<Vec<_>>().join("; ")
            ),
            "Delete the rows that lead back to an earlier structure.",
        )
        .bodies(rows.iter().flat_map(|row| row.from.iter().chain(&row.to))),
    )
}

/// Later structures with an earlier date.
fn structures_backwards(project: &Project) -> Vec<Finding> {
    let later = pairs(project).into_iter();
    later
        .filter_map(|(from, to)| Some((project.structure(from)?, project.structure(to)?)))
        .filter(|(old, new)| match (date_of(old), date_of(new)) {
            (Some(start), Some(end)) => end.surely_before(start),
            _ => false,
        })
        .map(|(old, new)| {
            Finding::new(
                Severity::Warning,
                "dates-backwards",
                format!(
                    "Bodies of {} lead to {}, which has an earlier date: {} and {}.",
                    of(old),
                    of(new),
                    said(old),
                    said(new)
                ),
                "Correct one of the two dates.",
            )
            .of(new)
        })
        .collect()
}

/// Rows dated before the structure from which they lead.
fn rows_backwards(project: &Project) -> Vec<Finding> {
    let rows = project.lineage.iter();
    rows.filter_map(|row| {
        let old = project.structure(&row.from_structure)?;
        let date = parse_date(row.date.as_deref()?).ok()?;
        date.surely_before(date_of(old)?).then(|| {
            Finding::new(
                Severity::Warning,
                "dates-backwards",
                format!(
                    "By its date, {} before {} begins: {} and {}.",
                    becomes(project, row),
                    of(old),
                    row.date.as_deref().unwrap_or_default(),
                    said(old)
                ),
                "Correct the date of the row or of the structure.",
            )
            .of(old)
            .bodies(&row.from)
        })
    })
    .collect()
}

/// A step dated before the structure whose bodies it changes.
fn step_backwards(project: &Project, step: &Step) -> Option<Finding> {
    let date = parse_date(step.date.as_deref()?).ok()?;
    let changed = |structure: &&Structure| {
        let id = structure.id();
        project.lineage.iter().any(|row| &row.from_structure == id)
            && step
                .bodies
                .iter()
                .any(|body| structure.body(body).is_some())
    };
    let old = project.structures.iter().find(changed)?;
    date.surely_before(date_of(old)?).then(|| {
        Finding::new(
            Severity::Advice,
            "dates-backwards",
            format!(
                "The step {} is dated before {} begins: {} and {}.",
                quote(&step.what),
                of(old),
                step.date.as_deref().unwrap_or_default(),
                said(old)
            ),
            "Correct the date of the step or of the structure.",
        )
        .of(old)
        .bodies(&step.bodies)
    })
}

/// "“Board” becomes “Forum”".
fn becomes(project: &Project, row: &LineageRow) -> String {
    let names = |structure: &StructureId, ids: &[BodyId]| {
        let structure = project.structure(structure);
        let name = |id: &BodyId| {
            let name = structure.map_or(id.as_str(), |s| s.body_name(id)).trim();
            quote(if name.is_empty() { id.as_str() } else { name })
        };
        (!ids.is_empty()).then(|| phrase::list(ids.iter().map(name)))
    };
    let verb =
        |one: &str, many: &str, ids: &[BodyId]| if ids.len() == 1 { one } else { many }.to_owned();
    match (
        names(&row.from_structure, &row.from),
        names(&row.to_structure, &row.to),
    ) {
        (Some(from), Some(to)) => {
            format!("{from} {} {to}", verb("becomes", "become", &row.from))
        }
        (Some(from), None) => format!("{from} {}", verb("ends", "end", &row.from)),
        (None, Some(to)) => format!("{to} {} new", verb("is", "are", &row.to)),
        (None, None) => "a row without bodies leads".to_owned(),
    }
}

fn date_of(structure: &Structure) -> Option<Date> {
    parse_date(structure.head.date.as_deref()?).ok()
}

fn said(structure: &Structure) -> &str {
    structure.head.date.as_deref().unwrap_or_default()
}

fn of(structure: &Structure) -> String {
    quote(&structure.label())
}
