//! Terms of reference of the bodies of a structure, blanks included.

use super::document::{Block, Cell, Document, Sections, Table};
use crate::compare::phrase;
use crate::measure::{Term, missing_terms};
use crate::model::{Body, Language, Project, Seat, SeatNumber, Standing, Structure, StructureId};
use crate::say::{self, Label, Noun, Sentence};

/// How many terms of reference there are beside to whom a body is accountable.
const TERMS: usize = 7;

/// The terms of every body that has any, and who has none; bodies outside have terms of their own.
#[must_use]
pub fn terms_document(project: &Project, structure: &StructureId) -> Document {
    let Some(structure) = project.structure(structure) else {
        return super::titled(project, Label::TermsTitle.in_language(project.language));
    };
    let language = project.language;
    let about = say::with(language, Label::TermsOf, &[&structure.label()]);
    let mut document = super::titled(project, &about);
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
    blocks.push(sections.heading(Label::TermsOfReference.in_language(language)));
    blocks.push(sections.paragraph(counted(language, structure, &bodies, &stated)));
    for body in stated {
        blocks.push(Block::Table(terms(language, structure, body)));
    }
    if !blank.is_empty() {
        blocks.push(Block::Table(without(language, structure, &blank)));
    }
    document
}

/// How many bodies have terms, and which terms nobody has.
fn counted(
    language: Language,
    structure: &Structure,
    bodies: &[&Body],
    stated: &[&Body],
) -> String {
    let (all, label) = (bodies.len(), structure.label());
    if stated.is_empty() {
        return match language {
            Language::English => {
                format!("No terms of reference are stated for the bodies of “{label}”.")
            }
            Language::Welsh => Sentence::NoTerms.with(&[&label]),
        };
    }
    let none = |term: &Term| bodies.iter().all(|body| missing_terms(body).contains(term));
    let first = bodies.first().map(|body| missing_terms(body));
    let never = first.into_iter().flatten().filter(none);
    let never: Vec<String> = never
        .map(|term| phrase::lower(name_of(language, term)))
        .collect();
    if language == Language::Welsh {
        let bodies = say::count(language, all, Noun::Body);
        let stated = stated.len().to_string();
        let mut out = Sentence::SomeTerms.with(&[&bodies, &label, &stated]);
        if !never.is_empty() {
            let never = say::list(language, never);
            out.push_str(&Sentence::NeverStated.with(&[&never]));
        }
        return out;
    }
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
fn terms(language: Language, structure: &Structure, body: &Body) -> Table {
    let columns = [Label::Term, Label::AsStated];
    let mut table = Table::said(language, name(structure, body), &columns);
    let stated = |text: &Option<String>| Cell::stated(language, text.as_deref());
    let list = |items: Vec<String>| {
        if items.is_empty() {
            Cell::stated(language, None)
        } else {
            Cell::list(items)
        }
    };
    let roles = body.roles.iter().map(|role| role.trim().to_owned());
    let members = body
        .seats
        .iter()
        .map(|seat| member(language, structure, seat));
    for (term, cell) in [
        (name_of(language, Term::Purpose), stated(&body.purpose)),
        (
            name_of(language, Term::Roles),
            list(roles.filter(|role| !role.is_empty()).collect()),
        ),
        (
            Label::AccountableTo.in_language(language),
            accountable(language, structure, body),
        ),
        (name_of(language, Term::Seats), list(members.collect())),
        (name_of(language, Term::Chair), stated(&body.chair)),
        (name_of(language, Term::Quorum), stated(&body.quorum)),
        (
            name_of(language, Term::Meetings),
            Cell::stated(language, meetings(language, body).as_deref()),
        ),
        (name_of(language, Term::Review), stated(&body.review)),
    ] {
        table.rows.push(vec![Cell::text(term), cell]);
    }
    table
}

/// What a term is called.
pub(super) fn name_of(language: Language, term: Term) -> &'static str {
    let words = match term {
        Term::Purpose => Label::Purpose,
        Term::Roles => Label::Roles,
        Term::Seats => Label::TermMembers,
        Term::Chair => Label::Chair,
        Term::Quorum => Label::Quorum,
        Term::Meetings => Label::Frequency,
        Term::Review => Label::Review,
    };
    words.in_language(language)
}

/// "4 a year".
fn a_year(language: Language, n: &str) -> String {
    match language {
        Language::English => format!("{n} a year"),
        Language::Welsh => Sentence::AYear.with(&[n]),
    }
}

/// Bodies of which only the place is known.
fn without(language: Language, structure: &Structure, bodies: &[&Body]) -> Table {
    let mut table = Table::said(
        language,
        Label::WithoutTerms.in_language(language),
        &[Label::Body, Label::AccountableTo],
    );
    for body in bodies {
        table.rows.push(vec![
            Cell::text(name(structure, body)),
            accountable(language, structure, body),
        ]);
    }
    table
}

fn name(structure: &Structure, body: &Body) -> String {
    structure.body_name(&body.id).to_owned()
}

/// Those to whom it reports.
fn accountable(language: Language, structure: &Structure, body: &Body) -> Cell {
    let up = structure.links.iter();
    let up = up.filter(|link| link.hierarchy() && link.from == body.id);
    let names: Vec<_> = up.map(|link| structure.body_name(&link.to)).collect();
    if names.is_empty() {
        Cell::stated(language, None)
    } else {
        Cell::list(names)
    }
}

/// "4 (quarterly)", "quarterly", "4 a year".
fn meetings(language: Language, body: &Body) -> Option<String> {
    let number = body.meetings.per_year.filter(|n| n.is_finite());
    let words = super::changes::said(body.meetings.as_stated.as_deref());
    match (number.map(phrase::number), words) {
        (Some(n), Some(words)) if !words.contains(&n) => {
            Some(format!("{words} ({})", a_year(language, &n)))
        }
        (_, Some(words)) => Some(words),
        (Some(n), None) => Some(a_year(language, &n)),
        (None, None) => None,
    }
}

/// "Chair, Borough Council: 1", "Health trusts: at least 2 (one from each)".
fn member(language: Language, structure: &Structure, seat: &Seat) -> String {
    let said = |text: &Option<String>| super::changes::said(text.as_deref());
    let who: Vec<String> = [said(&seat.post), said(&seat.organisation)]
        .into_iter()
        .flatten()
        .collect();
    let who = match (who.is_empty(), said(&seat.sector)) {
        (false, _) => who.join(", "),
        (true, Some(sector)) => sector,
        (true, None) => say::say(language, Label::TermMembers),
    };
    let many = match seat.number {
        SeatNumber::Exactly(n) => n.to_string(),
        SeatNumber::AtLeast(n) => say::with(language, Label::AtLeast, &[&n.to_string()]),
        SeatNumber::Open => say::say(language, Label::NumberNotStated),
    };
    let through = seat.through.as_ref();
    let through = through.map(|id| match language {
        Language::English => format!("through {}", structure.body_name(id)),
        Language::Welsh => Sentence::Through.with(&[structure.body_name(id)]),
    });
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
