//! What a project holds, as tables for whoever counts on: bodies, links, seats, lineage.
//! Facts as stated: what nobody has stated is an empty cell.

use super::amount::Amount;
use super::document::{Block, Cell, Document, Table};
use crate::compare::phrase;
use crate::model::{
    Body, BodyId, Certainty, ClassCount, LineageRow, Link, Project, Seat, SeatNumber, Standing,
    Structure, StructureId, Word,
};
use crate::say::{self, Label};

/// The tables of some structures, and the lineage that leads from or to one of them. With several
/// structures every row says to which it belongs.
#[must_use]
pub fn tables_document(project: &Project, structures: &[&StructureId]) -> Document {
    let found: Vec<&Structure> = structures
        .iter()
        .filter_map(|id| project.structure(id))
        .collect();
    let labels: Vec<String> = found.iter().map(|s| s.label()).collect();
    let labels = say::list(project.language, &labels);
    let about = say::with(project.language, Label::TablesOf, &[&labels]);
    let mut document = super::titled(project, &about);
    let tables = [
        of_structures("Bodies", &OF_BODIES, &found, |s| bodies(project, s)),
        of_structures("Links", &OF_LINKS, &found, |s| links(project, s)),
        of_structures("Seats", &OF_SEATS, &found, seats),
        lineage(project, structures),
    ];
    document.blocks.extend(tables.map(Block::Table));
    document
}

/// Rows of all structures; the second column names the structure where there are several.
fn of_structures(
    caption: &str,
    columns: &[&str],
    structures: &[&Structure],
    rows: impl Fn(&Structure) -> Vec<Vec<Cell>>,
) -> Table {
    let several = structures.len() > 1;
    let mut columns = columns.to_vec();
    if several {
        columns.insert(1, "Structure");
    }
    let mut table = Table::new(caption, &columns);
    for structure in structures {
        for mut row in rows(structure) {
            if several {
                row.insert(1, Cell::text(structure.label()));
            }
            table.rows.push(row);
        }
    }
    table.without_empty_columns()
}

const OF_BODIES: [&str; 26] = [
    "Body",
    "Id",
    "Short name",
    "Kind",
    "Tier",
    "Reports to",
    "#Seats",
    "#Meetings a year",
    "Meetings as stated",
    "Chair",
    "Lead",
    "Quorum",
    "Standing",
    "Certainty",
    "State",
    "#Stands for",
    "From",
    "Until",
    "Shadow from",
    "Statutory from",
    "Review",
    "Purpose",
    "Roles",
    "Other names",
    "Note",
    "Source",
];

fn bodies(project: &Project, structure: &Structure) -> Vec<Vec<Cell>> {
    structure
        .bodies
        .iter()
        .map(|body| {
            let mut row = heading_of(project, structure, body);
            row.extend(terms_of(body));
            row
        })
        .collect()
}

/// From its name to its meetings.
fn heading_of(project: &Project, structure: &Structure, body: &Body) -> Vec<Cell> {
    let parents = structure
        .links
        .iter()
        .filter(|link| link.hierarchy() && link.from == body.id)
        .map(|link| structure.body_name(&link.to));
    let tier = body.tier.as_ref().map(|id| {
        let tier = project.tier(id);
        tier.map_or(id.as_str(), |tier| tier.name.as_str())
    });
    let kind = body.kind.as_ref().map(|kind| project.body_kind_name(kind));
    let per_year = body.meetings.per_year.filter(|n| n.is_finite());
    vec![
        name(structure, &body.id),
        Cell::text(body.id.as_str()),
        said(&body.short),
        said(&kind),
        Cell::text(tier.unwrap_or_default()),
        Cell::list(parents),
        figure(&Amount::seats([body])),
        Cell::text(per_year.map(phrase::number).unwrap_or_default()),
        said(&body.meetings.as_stated),
    ]
}

/// From its chair on.
fn terms_of(body: &Body) -> Vec<Cell> {
    let standing = match body.standing.known() {
        Some(Standing::InStructure) => "",
        _ => body.standing.as_str(),
    };
    let stands_for = match body.count {
        None => String::new(),
        Some(ClassCount::Number(n)) => n.to_string(),
        Some(ClassCount::Unknown) => "Several".to_owned(),
    };
    vec![
        said(&body.chair),
        said(&body.lead),
        said(&body.quorum),
        Cell::text(phrase::capital(standing)),
        certainty(&body.certainty),
        said(&body.state),
        Cell::text(stands_for),
        said(&body.from),
        said(&body.until),
        said(&body.shadow_from),
        said(&body.statutory_from),
        said(&body.review),
        said(&body.purpose),
        Cell::list(&body.roles),
        Cell::list(&body.aliases),
        said(&body.note),
        said(&body.source),
    ]
}

const OF_LINKS: [&str; 11] = [
    "From",
    "Link",
    "To",
    "#Seats",
    "Words",
    "May",
    "Certainty",
    "From id",
    "To id",
    "Id",
    "Source",
];

fn links(project: &Project, structure: &Structure) -> Vec<Vec<Cell>> {
    let row = |link: &Link| {
        vec![
            name(structure, &link.from),
            Cell::text(project.link_kind_name(&link.kind)),
            name(structure, &link.to),
            Cell::text(number(link.seats)),
            said(&link.label),
            Cell::text(if link.permission { "Yes" } else { "" }),
            certainty(&link.certainty),
            Cell::text(link.from.as_str()),
            Cell::text(link.to.as_str()),
            Cell::text(link.id.as_str()),
            said(&link.source),
        ]
    };
    structure.links.iter().map(row).collect()
}

const OF_SEATS: [&str; 10] = [
    "Body",
    "Post",
    "Organisation",
    "Sector",
    "#Seats",
    "#At least",
    "Condition",
    "Through",
    "Note",
    "Body id",
];

fn seats(structure: &Structure) -> Vec<Vec<Cell>> {
    let row = |body: &Body, seat: &Seat| {
        let (exactly, at_least) = match seat.number {
            SeatNumber::Exactly(n) => (Some(n), None),
            SeatNumber::AtLeast(n) => (None, Some(n)),
            SeatNumber::Open => (None, None),
        };
        let through = seat.through.as_ref();
        vec![
            name(structure, &body.id),
            said(&seat.post),
            said(&seat.organisation),
            said(&seat.sector),
            Cell::text(number(exactly)),
            Cell::text(number(at_least)),
            said(&seat.condition),
            through.map_or_else(Cell::default, |id| name(structure, id)),
            said(&seat.note),
            Cell::text(body.id.as_str()),
        ]
    };
    let bodies = structure.bodies.iter();
    bodies
        .flat_map(|body| body.seats.iter().map(move |seat| row(body, seat)))
        .collect()
}

fn lineage(project: &Project, structures: &[&StructureId]) -> Table {
    let columns = [
        "Before",
        "Becomes",
        "After",
        "Reason",
        "Date",
        "Lead",
        "Certainty",
        "Source",
        "From structure",
        "To structure",
        "Before ids",
        "After ids",
    ];
    let mut table = Table::new("Lineage", &columns);
    let touches = |row: &&LineageRow| {
        structures.contains(&&row.from_structure) || structures.contains(&&row.to_structure)
    };
    let label = |id: &StructureId| {
        let structure = project.structure(id);
        Cell::text(structure.map_or_else(|| id.to_string(), Structure::label))
    };
    for row in project.lineage.iter().filter(touches) {
        let names = |structure: &StructureId, ids: &[BodyId]| {
            let structure = project.structure(structure);
            let name = |id: &BodyId| structure.map_or_else(|| id.to_string(), |s| plain(s, id));
            Cell::list(ids.iter().map(name))
        };
        let ids = |ids: &[BodyId]| Cell::list(ids.iter().map(BodyId::as_str));
        let fate = row.fate.as_ref().map(|fate| match fate.known() {
            Some(fate) => fate.label().to_owned(),
            None => fate.as_str().to_owned(),
        });
        table.rows.push(vec![
            names(&row.from_structure, &row.from),
            said(&fate),
            names(&row.to_structure, &row.to),
            said(&row.reason),
            said(&row.date),
            said(&row.lead),
            certainty(&row.certainty),
            said(&row.source),
            label(&row.from_structure),
            label(&row.to_structure),
            ids(&row.from),
            ids(&row.to),
        ]);
    }
    table.without_empty_columns()
}

fn name(structure: &Structure, id: &BodyId) -> Cell {
    Cell::text(plain(structure, id))
}

/// The name of a body; its id when it has none.
fn plain(structure: &Structure, id: &BodyId) -> String {
    let name = structure.body_name(id).trim();
    if name.is_empty() { id.as_str() } else { name }.to_owned()
}

fn said(text: &Option<String>) -> Cell {
    Cell::text(text.as_deref().unwrap_or_default())
}

fn number(n: Option<u32>) -> String {
    n.map(|n| n.to_string()).unwrap_or_default()
}

/// A figure as far as it is known; an unknown one is empty.
fn figure(amount: &Amount) -> Cell {
    if amount.is_empty() || amount.is_unknown() {
        Cell::default()
    } else {
        Cell::text(amount.words())
    }
}

/// "Implied"; the usual case is left out.
fn certainty(word: &Word<Certainty>) -> Cell {
    match word.known() {
        Some(Certainty::Stated) => Cell::default(),
        _ => Cell::text(phrase::capital(word.as_str())),
    }
}
