//! Terms of reference of the bodies of a structure, blanks included.

use super::document::{Block, Cell, Document, Sections, Table};
use crate::compare::phrase;
use crate::measure::{Term, missing_terms};
use crate::model::{Body, Project, Seat, SeatNumber, Standing, Structure, StructureId};

/// How many terms of reference there are beside to whom a body is accountable.
const TERMS: usize = 7;

/// The terms of every body that has any, and who has none; bodies outside have terms of their own.
#[must_use]
pub fn terms_document(project: &Project, structure: &StructureId) -> Document {
    let Some(structure) = project.structure(structure) else {
        return Document::new(super::title(project, "terms of reference"));
    };
    let about = format!("terms of reference of {}", structure.label());
    let mut document = Document::new(super::title(project, &about));
    let inside = |body: &&Body| body.standing.known() != Some(Standing::Outside);
    let bodies: Vec<&Body> = structure.bodies.iter().filter(inside).collect();
    if bodies.is_empty() {
        return document;
    }
    let (stated, blank): (Vec<&Body>, Vec<&Body>) = bodies
        .iter()
        .partition(|body| missing_terms(body).len() < TERMS);
    let mut sections = Sections::default();
    let blocks = &mut document.blocks;
    blocks.push(sections.heading("Terms of reference"));
    blocks.push(sections.paragraph(counted(structure, &bodies, &stated)));
    for body in stated {
        blocks.push(Block::Table(terms(structure, body)));
    }
    if !blank.is_empty() {
        blocks.push(Block::Table(without(structure, &blank)));
    }
    document
}

/// How many bodies have terms, and which terms nobody has.
fn counted(structure: &Structure, bodies: &[&Body], stated: &[&Body]) -> String {
    let (all, label) = (bodies.len(), structure.label());
    if stated.is_empty() {
        return format!("No terms of reference are stated for the bodies of “{label}”.");
    }
    let none = |term: &Term| bodies.iter().all(|body| missing_terms(body).contains(term));
    let first = bodies.first().map(|body| missing_terms(body));
    let never = first.into_iter().flatten().filter(none);
    let never: Vec<String> = never.map(|term| phrase::lower(term.label())).collect();
    let have = if stated.len() == 1 { "has" } else { "have" };
    let mut out = format!(
        "Of {} of “{label}”, {} {have} some terms of reference stated.",
        phrase::count(all, "body", "bodies"),
        stated.len()
    );
    if !never.is_empty() {
        out.push_str(&format!(
            " Not stated for any body: {}.",
            phrase::list(never)
        ));
    }
    out
}

/// The terms of one body.
fn terms(structure: &Structure, body: &Body) -> Table {
    let mut table = Table::new(name(structure, body), &["Term", "As stated"]);
    let stated = |text: &Option<String>| Cell::stated(text.as_deref());
    let list = |items: Vec<String>| {
        if items.is_empty() {
            Cell::stated(None)
        } else {
            Cell::list(items)
        }
    };
    let roles = body.roles.iter().map(|role| role.trim().to_owned());
    let members = body.seats.iter().map(|seat| member(structure, seat));
    for (term, cell) in [
        (Term::Purpose.label(), stated(&body.purpose)),
        (
            Term::Roles.label(),
            list(roles.filter(|role| !role.is_empty()).collect()),
        ),
        ("Accountable to", accountable(structure, body)),
        (Term::Seats.label(), list(members.collect())),
        (Term::Chair.label(), stated(&body.chair)),
        (Term::Quorum.label(), stated(&body.quorum)),
        (
            Term::Meetings.label(),
            Cell::stated(meetings(body).as_deref()),
        ),
        (Term::Review.label(), stated(&body.review)),
    ] {
        table.rows.push(vec![Cell::text(term), cell]);
    }
    table
}

/// Bodies of which only the place is known.
fn without(structure: &Structure, bodies: &[&Body]) -> Table {
    let mut table = Table::new(
        "Bodies without stated terms of reference",
        &["Body", "Accountable to"],
    );
    for body in bodies {
        table.rows.push(vec![
            Cell::text(name(structure, body)),
            accountable(structure, body),
        ]);
    }
    table
}

fn name(structure: &Structure, body: &Body) -> String {
    structure.body_name(&body.id).to_owned()
}

/// Those to whom it reports.
fn accountable(structure: &Structure, body: &Body) -> Cell {
    let up = structure.links.iter();
    let up = up.filter(|link| link.hierarchy() && link.from == body.id);
    let names: Vec<_> = up.map(|link| structure.body_name(&link.to)).collect();
    if names.is_empty() {
        Cell::stated(None)
    } else {
        Cell::list(names)
    }
}

/// "4 (quarterly)", "quarterly", "4 a year".
fn meetings(body: &Body) -> Option<String> {
    let number = body.meetings.per_year.filter(|n| n.is_finite());
    let words = super::changes::said(body.meetings.as_stated.as_deref());
    match (number.map(phrase::number), words) {
        (Some(n), Some(words)) if !words.contains(&n) => Some(format!("{words} ({n} a year)")),
        (_, Some(words)) => Some(words),
        (Some(n), None) => Some(format!("{n} a year")),
        (None, None) => None,
    }
}

/// "Chair, Borough Council: 1", "Health trusts: at least 2 (one from each)".
fn member(structure: &Structure, seat: &Seat) -> String {
    let said = |text: &Option<String>| super::changes::said(text.as_deref());
    let who: Vec<String> = [said(&seat.post), said(&seat.organisation)]
        .into_iter()
        .flatten()
        .collect();
    let who = match (who.is_empty(), said(&seat.sector)) {
        (false, _) => who.join(", "),
        (true, Some(sector)) => sector,
        (true, None) => "Members".to_owned(),
    };
    let many = match seat.number {
        SeatNumber::Exactly(n) => n.to_string(),
        SeatNumber::AtLeast(n) => format!("at least {n}"),
        SeatNumber::Open => "number not stated".to_owned(),
    };
    let through = seat.through.as_ref();
    let through = through.map(|id| format!("through {}", structure.body_name(id)));
    let more: Vec<String> = [through, said(&seat.condition)]
        .into_iter()
        .flatten()
        .collect();
    if more.is_empty() {
        format!("{who}: {many}")
    } else {
        format!("{who}: {many} ({})", more.join("; "))
    }
}
