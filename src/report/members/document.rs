//! Members as a document.

use super::{Load, Members, OfBody, members};
use crate::compare::{Comparison, phrase};
use crate::model::Project;
use crate::report::amount::{Amount, NOT_STATED, Shift};
use crate::report::changes::Named;
use crate::report::document::{Block, Cell, Document, Sections, Table};

/// The document: totals, bodies, who gains and loses a seat, organisations.
#[must_use]
pub fn members_document(project: &Project, comparison: &Comparison) -> Document {
    let found = members(project, comparison);
    let label = |id| project.structure(id).map(crate::model::Structure::label);
    let (Some(old), Some(new)) = (label(&comparison.from), label(&comparison.to)) else {
        return Document::new(crate::report::title(project, "members"));
    };
    let about = format!("members from {old} to {new}");
    let mut document = Document::new(crate::report::title(project, &about));
    let mut sections = Sections::default();
    let blocks = &mut document.blocks;
    blocks.extend(crate::report::facts(
        project,
        [&comparison.from, &comparison.to],
    ));
    blocks.push(sections.heading("In short"));
    for (what, shift) in [
        ("Seats", &found.total.seats),
        ("Meetings a year", &found.total.meetings),
        (
            "Seat-meetings a year (seats times meetings)",
            &found.total.seat_meetings,
        ),
    ] {
        blocks.push(sections.paragraph(format!(
            "{what} in {old}: {}. In {new}: {}.",
            total(&shift.before),
            total(&shift.after)
        )));
    }
    for (heading, table) in [
        ("Seats and meetings of bodies", bodies(&found)),
        ("Who keeps, gains and loses seats", holders(&found)),
        ("Seats and meetings of organisations", organisations(&found)),
    ] {
        if !table.rows.is_empty() {
            blocks.push(sections.heading(heading));
            blocks.push(Block::Table(table));
        }
    }
    document
}

/// Figures of both structures, then seats and meetings of the bodies and organisations of which
/// any are stated: as the section of a larger paper.
#[must_use]
pub fn seats_document(project: &Project, comparison: &Comparison) -> Document {
    let mut found = members(project, comparison);
    let pair = [&comparison.from, &comparison.to];
    let mut sections = Sections::default();
    let mut document = crate::report::measures::figures(project, &pair, &mut sections);
    let all = found.bodies.len();
    found.bodies.retain(|body| is_stated(&body.load));
    let mut bodies = bodies(&found);
    let silent = all - found.bodies.len();
    if silent > 0 {
        let rows = phrase::count(silent, "row", "rows");
        let note = bodies.note.unwrap_or_default();
        bodies.note = Some(format!(
            "Left out: {rows} of bodies without stated seats or meetings. {note}"
        ));
    }
    for (heading, table) in [
        ("Seats and meetings of bodies", bodies),
        ("Who keeps, gains and loses seats", holders(&found)),
        ("Seats and meetings of organisations", organisations(&found)),
    ] {
        if !table.rows.is_empty() {
            document.blocks.push(sections.heading(heading));
            document.blocks.push(Block::Table(table));
        }
    }
    document
}

/// Whether any seats or meetings are known, before or after.
fn is_stated(load: &Load) -> bool {
    let shifts = [&load.seats, &load.meetings];
    let known = |shift: &&Shift| shift.before.counted + shift.after.counted > 0;
    shifts.iter().any(known)
}

/// "at least 29 (not stated for 18 of 20 bodies)".
fn total(amount: &Amount) -> String {
    let bodies = amount.counted + amount.unknown;
    match (amount.counted, amount.unknown) {
        (0, 0) => "no body".to_owned(),
        (0, _) => "not stated for any body".to_owned(),
        (_, 0) => amount.number(),
        (_, unknown) => format!(
            "{} as far as stated (not stated for {unknown} of {})",
            amount.number(),
            phrase::count(bodies, "body", "bodies")
        ),
    }
}

const FIGURES: [&str; 9] = [
    "#Seats before",
    "#Seats after",
    "#Kept",
    "#Gained",
    "#Lost",
    "#Meetings before",
    "#Meetings after",
    "#Seat-meetings before",
    "#Seat-meetings after",
];

const NOTE: &str = "Kept, gained and lost compare who holds the seats listed before and after. Where a side lists no seats, or does not say who holds them, this is not stated. A minimum counts as its number.";

fn bodies(found: &Members) -> Table {
    let columns: Vec<&str> = ["Ref", "Before", "After"]
        .into_iter()
        .chain(FIGURES)
        .collect();
    let mut table = Table::new(
        "Seats and meetings of each body and its successors",
        &columns,
    );
    for body in &found.bodies {
        let mut row = vec![
            Cell::text(body.reference.as_deref().unwrap_or("–")),
            names(&body.from, body.told),
            names(&body.to, body.told),
        ];
        row.extend(seats(&body.load));
        row.extend(tally(body));
        row.extend(meetings(&body.load));
        table.rows.push(row);
    }
    table.note = Some(NOTE.to_owned());
    table
}

fn tally(body: &OfBody) -> [Cell; 3] {
    match &body.tally {
        Some(tally) => [tally.kept, tally.gained, tally.lost].map(|n| more(n, tally.unknown > 0)),
        None => [(); 3].map(|()| Cell::stated(None)),
    }
}

/// "4"; "4 or more" or "Not stated" where it cannot be told of everybody.
fn more(n: u32, unknown: bool) -> Cell {
    match (n, unknown) {
        (0, true) => Cell::stated(None),
        (n, true) => Cell::text(format!("{n} or more")),
        (n, false) => Cell::text(n.to_string()),
    }
}

fn holders(found: &Members) -> Table {
    let mut table = Table::new(
        "Who keeps, gains and loses seats, where both sides list them",
        &["Ref", "Body", "Who", "#Before", "#After", "Change"],
    );
    for body in found.bodies.iter().filter(|body| body.tally.is_some()) {
        let names = if body.to.is_empty() {
            &body.from
        } else {
            &body.to
        };
        for holder in &body.holders {
            let tally = holder.tally;
            let change = match (tally.gained, tally.lost, tally.unknown) {
                (0, 0, 0) => "kept".to_owned(),
                (gained, 0, 0) => format!("gains {gained}"),
                (0, lost, 0) => format!("loses {lost}"),
                _ => NOT_STATED.to_owned(),
            };
            table.rows.push(vec![
                Cell::text(body.reference.as_deref().unwrap_or("–")),
                self::names(names, true),
                Cell::text(holder.name.as_str()),
                Cell::text(holder.before.words()),
                Cell::text(holder.after.words()),
                Cell {
                    unknown: tally.unknown > 0,
                    text: change,
                },
            ]);
        }
    }
    table
}

fn organisations(found: &Members) -> Table {
    let columns: Vec<&str> = ["Organisation", "#Bodies before", "#Bodies after"]
        .into_iter()
        .chain(FIGURES)
        .collect();
    let mut table = Table::new("Seats and meetings of each organisation", &columns);
    let mut unclear = 0;
    for organisation in &found.organisations {
        let unknown = organisation.tally.unknown > 0 || organisation.not_comparable > 0;
        unclear += usize::from(unknown);
        let mut row = vec![
            Cell::text(organisation.name.as_str()),
            Cell::text(organisation.bodies_before.to_string()),
            Cell::text(organisation.bodies_after.to_string()),
        ];
        row.extend(seats(&organisation.load));
        let tally = &organisation.tally;
        row.extend([tally.kept, tally.gained, tally.lost].map(|n| more(n, unknown)));
        row.extend(meetings(&organisation.load));
        table.rows.push(row);
    }
    table.note = (unclear > 0).then(|| NOTE.to_owned());
    table
}

fn seats(load: &Load) -> [Cell; 2] {
    sides(&load.seats)
}

fn meetings(load: &Load) -> [Cell; 4] {
    let [a, b] = sides(&load.meetings);
    let [c, d] = sides(&load.seat_meetings);
    [a, b, c, d]
}

fn sides(shift: &Shift) -> [Cell; 2] {
    [&shift.before, &shift.after].map(|amount| {
        if amount.is_empty() {
            return Cell::unknown("–");
        }
        Cell {
            unknown: amount.is_unknown(),
            text: if amount.is_unknown() {
                NOT_STATED.to_owned()
            } else {
                amount.words()
            },
        }
    })
}

fn names(bodies: &[Named], told: bool) -> Cell {
    if bodies.is_empty() {
        return Cell::unknown(if told { "None" } else { NOT_STATED });
    }
    let names: Vec<&str> = bodies.iter().map(|body| body.name.as_str()).collect();
    Cell::list(names)
}
