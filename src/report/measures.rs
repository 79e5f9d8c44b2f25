//! Measures of one structure, or of two beside each other, as tables.

use super::amount::Amount;
use super::changes::said;
use super::document::{Block, Cell, Document, Sections, Table};
use super::terms::name_of;
use crate::measure::{Measures, measure};
use crate::model::{Language, Project, Structure, StructureId};
use crate::say::{self, Label};

/// The measures of these structures; those that the project lacks are left out.
#[must_use]
pub fn measures_document(project: &Project, structures: &[&StructureId]) -> Document {
    let found = measured(project, structures);
    let mut sections = Sections::default();
    let mut document = figures(project, structures, &mut sections);
    let blocks = &mut document.blocks;
    let language = project.language;
    for (structure, measures) in &found {
        let of = |words: Label| say::with(language, words, &[&structure.label()]);
        blocks.push(sections.heading(of(Label::BodiesOf)));
        blocks.push(Block::Table(bodies(language, structure, measures)));
        let table = organisations(language, structure, measures);
        if !table.rows.is_empty() {
            blocks.push(sections.heading(of(Label::OrganisationsOf)));
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
    let language = project.language;
    let about = say::list(language, &labels);
    let about = say::with(language, Label::MeasuresOf, &[&about]);
    let mut document = super::titled(project, &about);
    let blocks = &mut document.blocks;
    blocks.extend(super::facts(project, structures.iter().copied()));
    blocks.push(sections.heading(Label::InShort.in_language(language)));
    blocks.push(Block::Table(overview(language, &found)));
    for (heading, table) in [
        (Label::ByKind, by_kind(project, &found)),
        (Label::ByTier, by_tier(project, &found)),
        (Label::ByStanding, by_standing(project, &found)),
    ] {
        if !table.rows.is_empty() {
            blocks.push(sections.heading(heading.in_language(language)));
            blocks.push(Block::Table(table));
        }
    }
    document
}

/// A table with a column of figures for each structure.
fn beside(
    language: Language,
    caption: Label,
    head: Label,
    found: &[(&Structure, Measures)],
) -> Table {
    let labels: Vec<String> = found
        .iter()
        .map(|(s, _)| format!("#{}", s.label()))
        .collect();
    let mut columns = vec![head.in_language(language)];
    columns.extend(labels.iter().map(String::as_str));
    Table::new(caption.in_language(language), &columns)
}

fn overview(language: Language, found: &[(&Structure, Measures)]) -> Table {
    let mut table = beside(language, Label::Figures, Label::Measure, found);
    type Figure = fn(Language, &Structure, &Measures) -> Cell;
    let figures: [(Label, Figure); 5] = [
        (Label::Bodies, |_, _, m| Cell::text(m.bodies.to_string())),
        (Label::Levels, |_, _, m| Cell::text(m.levels.to_string())),
        (Label::Seats, |l, s, _| amount(l, &Amount::seats(&s.bodies))),
        (Label::Meetings, |l, s, _| {
            amount(l, &Amount::meetings(&s.bodies))
        }),
        (Label::SeatMeetings, |l, s, _| {
            amount(l, &Amount::seat_meetings(&s.bodies))
        }),
    ];
    for (label, figure) in figures {
        let mut row = vec![Cell::text(label.in_language(language))];
        row.extend(found.iter().map(|(s, m)| figure(language, s, m)));
        table.rows.push(row);
    }
    table.note = Some(say::say(language, Label::FiguresNote));
    table
}

fn amount(language: Language, amount: &Amount) -> Cell {
    if amount.is_empty() {
        return Cell::unknown("–");
    }
    Cell {
        unknown: amount.is_unknown(),
        text: amount.words_in(language),
    }
}

/// One row for each word that occurs, in the order in which the structures give them.
fn tally(
    language: Language,
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
            unknown: word == Label::NotStated.in_language(language),
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
    let table = beside(project.language, Label::BodiesByKind, Label::Kind, found);
    tally(project.language, table, found, |m| {
        let name = |kind: &Option<crate::model::KindId>| match kind {
            Some(kind) => project.body_kind_name(kind),
            None => say::say(project.language, Label::NotStated),
        };
        m.by_kind.iter().map(|(kind, n)| (name(kind), *n)).collect()
    })
}

fn by_tier(project: &Project, found: &[(&Structure, Measures)]) -> Table {
    let table = beside(project.language, Label::BodiesByTier, Label::Tier, found);
    tally(project.language, table, found, |m| {
        let name = |tier: &Option<crate::model::TierId>| match tier {
            Some(id) => project
                .tier(id)
                .map_or_else(|| id.to_string(), |t| t.name.clone()),
            None => say::say(project.language, Label::NotStated),
        };
        m.by_tier.iter().map(|(tier, n)| (name(tier), *n)).collect()
    })
}

fn by_standing(project: &Project, found: &[(&Structure, Measures)]) -> Table {
    let language = project.language;
    tally(
        language,
        beside(language, Label::BodiesByStanding, Label::Standing, found),
        found,
        |m| {
            let words = |word: &str| {
                crate::compare::phrase::capital(&super::changes::standing(language, word))
            };
            m.by_standing
                .iter()
                .map(|(word, n)| (words(word), *n))
                .collect()
        },
    )
}

fn bodies(language: Language, structure: &Structure, measures: &Measures) -> Table {
    let columns = [
        Label::Body,
        Label::ReportsTo,
        Label::ReportToIt,
        Label::NumberOfSeats,
        Label::NumberOfMeetings,
        Label::NumberOfSeatMeetings,
        Label::BlankTerms,
    ];
    let caption = say::with(language, Label::BodiesOf, &[&structure.label()]);
    let mut table = Table::said(language, caption, &columns);
    for (body, figures) in structure.bodies.iter().zip(&measures.body) {
        let parents: Vec<&str> = figures
            .reports_to
            .iter()
            .map(|id| structure.body_name(id))
            .collect();
        let blank = figures.missing_terms.iter();
        let blank: Vec<&str> = blank.map(|t| name_of(language, *t)).collect();
        table.rows.push(vec![
            Cell::text(said(Some(&body.name)).unwrap_or_else(|| body.id.to_string())),
            if parents.is_empty() {
                Cell::unknown(say::say(language, Label::None))
            } else {
                Cell::list(parents)
            },
            Cell::text(figures.reports_directly.len().to_string()),
            amount(language, &Amount::seats([body])),
            amount(language, &Amount::meetings([body])),
            amount(language, &Amount::seat_meetings([body])),
            Cell::text(blank.join(", ")),
        ]);
    }
    table
}

fn organisations(language: Language, structure: &Structure, measures: &Measures) -> Table {
    let columns = [
        Label::Organisation,
        Label::Sector,
        Label::NumberOfBodies,
        Label::NumberOfSeats,
        Label::NumberOfMeetings,
        Label::NumberOfSeatMeetings,
    ];
    let caption = say::with(language, Label::LoadOf, &[&structure.label()]);
    let mut table = Table::said(language, caption, &columns);
    for organisation in &measures.organisations {
        let mut seats = Amount::default();
        let known = organisation.seats > 0 || !organisation.at_least;
        seats.add(
            known.then(|| f64::from(organisation.seats)),
            organisation.at_least,
        );
        let part = |known: f64, unknown: usize| {
            amount(
                language,
                &Amount {
                    known,
                    counted: organisation.bodies.len().saturating_sub(unknown),
                    unknown,
                    ..Amount::default()
                },
            )
        };
        table.rows.push(vec![
            Cell::text(organisation.name.as_str()),
            Cell::text(organisation.sector.as_deref().unwrap_or_default()),
            Cell::text(organisation.bodies.len().to_string()),
            amount(language, &seats),
            part(organisation.meetings, organisation.unknown.len()),
            part(
                organisation.seat_meetings,
                organisation.seat_meetings_unknown.len(),
            ),
        ]);
    }
    table.without_empty_columns()
}
