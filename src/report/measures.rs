//! Measures of one structure, or of two beside each other, as tables.

use super::amount::Amount;
use super::changes::said;
use super::document::{Block, Cell, Document, Sections, Table};
use crate::measure::{Measures, measure};
use crate::model::{Body, Project, Structure, StructureId};

/// The measures of these structures; those that the project lacks are left out.
#[must_use]
pub fn measures_document(project: &Project, structures: &[&StructureId]) -> Document {
    let found = measured(project, structures);
    let mut sections = Sections::default();
    let mut document = figures(project, structures, &mut sections);
    let blocks = &mut document.blocks;
    for (structure, measures) in &found {
        blocks.push(sections.heading(format!("Bodies of {}", structure.label())));
        blocks.push(Block::Table(bodies(structure, measures)));
        let table = organisations(structure, measures);
        if !table.rows.is_empty() {
            blocks.push(sections.heading(format!("Organisations of {}", structure.label())));
            blocks.push(Block::Table(table));
        }
    }
    document
}

fn measured<'a>(
    project: &'a Project,
    structures: &[&StructureId],
) -> Vec<(&'a Structure, Measures)> {
    let found = structures.iter().filter_map(|id| project.structure(id));
    found
        .map(|structure| (structure, measure(project, structure)))
        .collect()
}

/// The figures of whole structures, without those of each body and organisation.
pub(super) fn figures(
    project: &Project,
    structures: &[&StructureId],
    sections: &mut Sections,
) -> Document {
    let found = measured(project, structures);
    let labels: Vec<String> = found.iter().map(|(s, _)| s.label()).collect();
    let about = format!("measures of {}", crate::compare::phrase::list(&labels));
    let mut document = Document::new(super::title(project, &about));
    let blocks = &mut document.blocks;
    blocks.extend(super::facts(project, structures.iter().copied()));
    blocks.push(sections.heading("In short"));
    blocks.push(Block::Table(overview(&found)));
    for (heading, table) in [
        ("By kind", by_kind(project, &found)),
        ("By tier", by_tier(project, &found)),
        ("By standing", by_standing(&found)),
    ] {
        if !table.rows.is_empty() {
            blocks.push(sections.heading(heading));
            blocks.push(Block::Table(table));
        }
    }
    document
}

/// A table with a column of figures for each structure.
fn beside(caption: &str, head: &str, found: &[(&Structure, Measures)]) -> Table {
    let labels: Vec<String> = found
        .iter()
        .map(|(s, _)| format!("#{}", s.label()))
        .collect();
    let mut columns = vec![head];
    columns.extend(labels.iter().map(String::as_str));
    Table::new(caption, &columns)
}

fn overview(found: &[(&Structure, Measures)]) -> Table {
    let mut table = beside("Figures", "Measure", found);
    type Figure = fn(&Structure, &Measures) -> Cell;
    let figures: [(&str, Figure); 5] = [
        ("Bodies", |_, m| Cell::text(m.bodies.to_string())),
        ("Levels of reporting", |_, m| {
            Cell::text(m.levels.to_string())
        }),
        ("Seats", |s, _| amount(&Amount::seats(&s.bodies))),
        ("Meetings a year", |s, _| {
            amount(&Amount::meetings(&s.bodies))
        }),
        ("Seat-meetings a year", |s, _| {
            amount(&Amount::seat_meetings(&s.bodies))
        }),
    ];
    for (label, figure) in figures {
        let mut row = vec![Cell::text(label)];
        row.extend(found.iter().map(|(s, m)| figure(s, m)));
        table.rows.push(row);
    }
    table.note = Some(
        "A record that stands for several bodies counts as one. “Not stated” counts bodies without a number; these are in no sum."
            .to_owned(),
    );
    table
}

fn amount(amount: &Amount) -> Cell {
    if amount.is_empty() {
        return Cell::unknown("–");
    }
    Cell {
        unknown: amount.is_unknown(),
        text: amount.words(),
    }
}

/// One row for each word that occurs, in the order in which the structures give them.
fn tally(
    mut table: Table,
    found: &[(&Structure, Measures)],
    counts: impl Fn(&Measures) -> Vec<(String, usize)>,
) -> Table {
    let counts: Vec<Vec<(String, usize)>> = found.iter().map(|(_, m)| counts(m)).collect();
    let mut words: Vec<&String> = Vec::new();
    for (word, _) in counts.iter().flatten() {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    for word in words {
        let mut row = vec![Cell {
            text: word.clone(),
            unknown: word == super::amount::NOT_STATED,
        }];
        row.extend(counts.iter().map(|counts| {
            let count = counts.iter().find(|(other, _)| other == word);
            Cell::text(count.map_or(0, |(_, n)| *n).to_string())
        }));
        table.rows.push(row);
    }
    table
}

fn by_kind(project: &Project, found: &[(&Structure, Measures)]) -> Table {
    tally(beside("Bodies by kind", "Kind", found), found, |m| {
        let name = |kind: &Option<crate::model::KindId>| match kind {
            Some(kind) => project.body_kind_name(kind),
            None => super::amount::NOT_STATED.to_owned(),
        };
        m.by_kind.iter().map(|(kind, n)| (name(kind), *n)).collect()
    })
}

fn by_tier(project: &Project, found: &[(&Structure, Measures)]) -> Table {
    tally(beside("Bodies by tier", "Tier", found), found, |m| {
        let name = |tier: &Option<crate::model::TierId>| match tier {
            Some(id) => project
                .tier(id)
                .map_or_else(|| id.to_string(), |t| t.name.clone()),
            None => super::amount::NOT_STATED.to_owned(),
        };
        m.by_tier.iter().map(|(tier, n)| (name(tier), *n)).collect()
    })
}

fn by_standing(found: &[(&Structure, Measures)]) -> Table {
    tally(
        beside("Bodies by standing", "Standing", found),
        found,
        |m| {
            let words =
                |word: &str| crate::compare::phrase::capital(&super::changes::standing(word));
            m.by_standing
                .iter()
                .map(|(word, n)| (words(word), *n))
                .collect()
        },
    )
}

fn bodies(structure: &Structure, measures: &Measures) -> Table {
    let columns = [
        "Body",
        "Reports to",
        "#Report to it",
        "#Seats",
        "#Meetings a year",
        "#Seat-meetings a year",
        "Blank in the terms of reference",
    ];
    let mut table = Table::new(format!("Bodies of {}", structure.label()), &columns);
    for (body, figures) in structure.bodies.iter().zip(&measures.body) {
        let parents: Vec<&str> = figures
            .reports_to
            .iter()
            .map(|id| structure.body_name(id))
            .collect();
        let blank: Vec<&str> = figures.missing_terms.iter().map(|t| t.label()).collect();
        table.rows.push(vec![
            Cell::text(said(Some(&body.name)).unwrap_or_else(|| body.id.to_string())),
            if parents.is_empty() {
                Cell::unknown("None")
            } else {
                Cell::list(parents)
            },
            Cell::text(figures.reports_directly.len().to_string()),
            amount(&Amount::seats([body])),
            meetings(body),
            amount(&Amount::seat_meetings([body])),
            Cell::text(blank.join(", ")),
        ]);
    }
    table
}

fn meetings(body: &Body) -> Cell {
    amount(&Amount::meetings([body]))
}

fn organisations(structure: &Structure, measures: &Measures) -> Table {
    let columns = [
        "Organisation",
        "Sector",
        "#Bodies",
        "#Seats",
        "#Meetings a year",
        "#Seat-meetings a year",
    ];
    let caption = format!("Load on each organisation of {}", structure.label());
    let mut table = Table::new(caption, &columns);
    for organisation in &measures.organisations {
        let mut seats = Amount::default();
        let known = organisation.seats > 0 || !organisation.at_least;
        seats.add(
            known.then(|| f64::from(organisation.seats)),
            organisation.at_least,
        );
        let part = |known: f64, unknown: usize| {
            amount(&Amount {
                known,
                counted: organisation.bodies.len().saturating_sub(unknown),
                unknown,
                ..Amount::default()
            })
        };
        table.rows.push(vec![
            Cell::text(organisation.name.as_str()),
            Cell::text(organisation.sector.as_deref().unwrap_or_default()),
            Cell::text(organisation.bodies.len().to_string()),
            amount(&seats),
            part(organisation.meetings, organisation.unknown.len()),
            part(
                organisation.seat_meetings,
                organisation.seat_meetings_unknown.len(),
            ),
        ]);
    }
    table.without_empty_columns()
}
