//! Grids that name what is not there, or say two things at once.

use super::{Finding, Severity, quote, words};
use crate::compare::phrase;
use crate::model::{BodyId, Grid, LinkId, Project, Structure, Word};

pub(super) fn check(project: &Project, structure: &Structure) -> Vec<Finding> {
    structure
        .grids
        .iter()
        .flat_map(|grid| {
            let mut out = Vec::new();
            out.extend(missing(structure, grid));
            out.extend(unknown_kinds(project, structure, grid));
            out.extend(both(structure, grid));
            out.extend(outside(structure, grid));
            if grid.rows.is_empty() || grid.columns.is_empty() {
                out.push(finding(
                    structure,
                    "grid-empty",
                    Severity::Advice,
                    format!("{} has no rows or no columns.", name(structure, grid)),
                    "Choose the bodies of its rows and columns, or remove the grid.",
                ));
            }
            if let Word::Other(word) = &grid.certainty {
                let place = name(structure, grid);
                out.push(words::unknown("certainty", word, &place).of(structure));
            }
            out
        })
        .collect()
}

fn name(structure: &Structure, grid: &Grid) -> String {
    let title = grid.title.trim();
    let title = if title.is_empty() {
        grid.id.as_str()
    } else {
        title
    };
    format!("The grid {} of {}", quote(title), quote(&structure.label()))
}

fn finding(
    structure: &Structure,
    rule: &'static str,
    severity: Severity,
    text: String,
    remedy: &str,
) -> Finding {
    Finding::new(severity, rule, text, remedy).of(structure)
}

/// Bodies that the structure does not have.
fn missing(structure: &Structure, grid: &Grid) -> Option<Finding> {
    let pairs = grid.none.iter().flat_map(|(row, column)| [row, column]);
    let mut gone: Vec<&BodyId> = Vec::new();
    for id in grid.rows.iter().chain(&grid.columns).chain(pairs) {
        if structure.body(id).is_none() && !gone.contains(&id) {
            gone.push(id);
        }
    }
    (!gone.is_empty()).then(|| {
        let text = format!(
            "{} names {}, which {} not there.",
            name(structure, grid),
            phrase::list(gone.iter().map(|id| quote(id.as_str()))),
            if gone.len() == 1 { "is" } else { "are" }
        );
        let remedy = "Take it out of the grid, or add the body to the structure.";
        finding(
            structure,
            "grid-missing-body",
            Severity::Error,
            text,
            remedy,
        )
        .bodies(gone)
    })
}

/// Kinds of link that are neither standard nor in the project's list nor on any link.
fn unknown_kinds(project: &Project, structure: &Structure, grid: &Grid) -> Option<Finding> {
    let unknown: Vec<String> = grid
        .kinds
        .iter()
        .filter(|kind| {
            let listed = project.link_kinds.iter().any(|known| &known.id == *kind);
            let used = structure.links.iter().any(|link| &link.kind == *kind);
            kind.standard().is_none() && !listed && !used
        })
        .map(|kind| quote(kind.as_str()))
        .collect();
    (!unknown.is_empty()).then(|| {
        let text = format!(
            "{} shows links of a kind that is not in the project's list: {}.",
            name(structure, grid),
            phrase::list(unknown)
        );
        let remedy = "Choose a kind of link that is in the list, or add this one.";
        finding(
            structure,
            "grid-unknown-kind",
            Severity::Error,
            text,
            remedy,
        )
    })
}

/// A cell that says "none" although there is a link.
fn both(structure: &Structure, grid: &Grid) -> Vec<Finding> {
    grid.none
        .iter()
        .filter_map(|(row, column)| {
            let links: Vec<&LinkId> = grid
                .links_in(structure, row, column)
                .map(|link| &link.id)
                .collect();
            (!links.is_empty()).then(|| {
                let text = format!(
                    "{} says “none” for {} and {}, but they are linked.",
                    name(structure, grid),
                    quote(structure.body_name(row)),
                    quote(structure.body_name(column))
                );
                let remedy = "Clear the cell, or mark it “none” again, which takes the link away.";
                finding(
                    structure,
                    "grid-none-linked",
                    Severity::Warning,
                    text,
                    remedy,
                )
                .bodies([row, column])
                .links(links)
            })
        })
        .collect()
}

/// A "none" for a pair that the grid does not show.
fn outside(structure: &Structure, grid: &Grid) -> Vec<Finding> {
    grid.none
        .iter()
        .filter(|(row, column)| !(grid.rows.contains(row) && grid.columns.contains(column)))
        .map(|(row, column)| {
            let text = format!(
                "{} says “none” for {} and {}, which are no row and column of it.",
                name(structure, grid),
                quote(structure.body_name(row)),
                quote(structure.body_name(column))
            );
            let remedy = "Add the row or column, or take the pair out.";
            finding(
                structure,
                "grid-none-outside",
                Severity::Warning,
                text,
                remedy,
            )
            .bodies([row, column])
        })
        .collect()
}
