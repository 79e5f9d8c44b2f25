//! Members as a document.

use super::{Load, Members, OfBody, members};
use crate::compare::{Comparison, phrase};
use crate::model::{Language, Project};
use crate::report::amount::{Amount, Shift};
use crate::report::changes::Named;
use crate::report::document::{Block, Cell, Document, Sections, Table};
use crate::say::{self, Label, Noun, Phrase, Sentence};

/// The document: totals, bodies, who gains and loses a seat, organisations.
#[must_use]
pub fn members_document(project: &Project, comparison: &Comparison) -> Document {
    let found = members(project, comparison);
    let label = |id| project.structure(id).map(crate::model::Structure::label);
    let (Some(old), Some(new)) = (label(&comparison.from), label(&comparison.to)) else {
        return crate::report::titled(project, Label::Members.in_language(project.language));
    };
    let language = project.language;
    let about = say::with(language, Label::MembersFrom, &[&old, &new]);
    let mut document = crate::report::titled(project, &about);
    let mut sections = Sections::default();
    let blocks = &mut document.blocks;
    blocks.extend(crate::report::facts(
        project,
        [&comparison.from, &comparison.to],
    ));
    blocks.push(sections.heading(Label::InShort.in_language(language)));
    for (what, shift) in [
        (Label::Seats, &found.total.seats),
        (Label::Meetings, &found.total.meetings),
        (Label::LongSeatMeetings, &found.total.seat_meetings),
    ] {
        let what = what.in_language(language);
        let [before, after] = [&shift.before, &shift.after].map(|amount| total(language, amount));
        blocks.push(sections.paragraph(match language {
            Language::English => format!("{what} in {old}: {before}. In {new}: {after}."),
            Language::Welsh => Sentence::FigureInBoth.with(&[what, &old, &before, &new, &after]),
        }));
    }
    for (heading, table) in [
        (Label::SeatsOfBodies, bodies(language, &found)),
        (Label::WhoKeeps, holders(language, &found)),
        (Label::SeatsOfOrganisations, organisations(language, &found)),
    ] {
        if !table.rows.is_empty() {
            blocks.push(sections.heading(heading.in_language(language)));
            blocks.push(Block::Table(table));
        }
    }
    document
}

/// Figures of both structures, then seats and meetings of the bodies and organisations of which
/// any are stated: as the section of a larger paper.
#[must_use]
pub fn seats_document(project: &Project, comparison: &Comparison) -> Document {
    let language = project.language;
    let mut found = members(project, comparison);
    let pair = [&comparison.from, &comparison.to];
    let mut sections = Sections::default();
    let mut document = crate::report::measures::figures(project, &pair, &mut sections);
    let all = found.bodies.len();
    found.bodies.retain(|body| is_stated(&body.load));
    let mut bodies = bodies(language, &found);
    let silent = all - found.bodies.len();
    if silent > 0 {
        let rows = phrase::count(silent, "row", "rows");
        let note = bodies.note.unwrap_or_default();
        bodies.note = Some(match language {
            Language::English => {
                format!("Left out: {rows} of bodies without stated seats or meetings. {note}")
            }
            Language::Welsh => Sentence::LeftOut.with(&[&silent.to_string(), &note]),
        });
    }
    for (heading, table) in [
        (Label::SeatsOfBodies, bodies),
        (Label::WhoKeeps, holders(language, &found)),
        (Label::SeatsOfOrganisations, organisations(language, &found)),
    ] {
        if !table.rows.is_empty() {
            document
                .blocks
                .push(sections.heading(heading.in_language(language)));
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
fn total(language: Language, amount: &Amount) -> String {
    let bodies = amount.counted + amount.unknown;
    if language == Language::Welsh {
        return match (amount.counted, amount.unknown) {
            (0, 0) => Sentence::NoneHere.words().to_owned(),
            (0, _) => Sentence::NotStatedForAny.words().to_owned(),
            (_, 0) => amount.number(language),
            (_, unknown) => {
                let bodies = say::count(language, bodies, Noun::Body);
                let number = amount.number(language);
                Sentence::AsFarAsStated.with(&[&number, &unknown.to_string(), &bodies])
            }
        };
    }
    match (amount.counted, amount.unknown) {
        (0, 0) => "no body".to_owned(),
        (0, _) => "not stated for any body".to_owned(),
        (_, 0) => amount.number(language),
        (_, unknown) => format!(
            "{} as far as stated (not stated for {unknown} of {})",
            amount.number(language),
            phrase::count(bodies, "body", "bodies")
        ),
    }
}

const FIGURES: [Label; 9] = [
    Label::SeatsBefore,
    Label::SeatsAfter,
    Label::Kept,
    Label::Gained,
    Label::Lost,
    Label::MeetingsBefore,
    Label::MeetingsAfter,
    Label::SeatMeetingsBefore,
    Label::SeatMeetingsAfter,
];

fn bodies(language: Language, found: &Members) -> Table {
    let columns = [Label::Ref, Label::Before, Label::After].into_iter();
    let columns: Vec<Label> = columns.chain(FIGURES).collect();
    let caption = Label::SeatsOfEachBody.in_language(language);
    let mut table = Table::said(language, caption, &columns);
    for body in &found.bodies {
        let mut row = vec![
            Cell::text(body.reference.as_deref().unwrap_or("–")),
            names(language, &body.from, body.told),
            names(language, &body.to, body.told),
        ];
        row.extend(seats(language, &body.load));
        row.extend(tally(language, body));
        row.extend(meetings(language, &body.load));
        table.rows.push(row);
    }
    table.note = Some(say::say(language, Label::MembersNote));
    table
}

fn tally(language: Language, body: &OfBody) -> [Cell; 3] {
    match &body.tally {
        Some(tally) => {
            [tally.kept, tally.gained, tally.lost].map(|n| more(language, n, tally.unknown > 0))
        }
        None => [(); 3].map(|()| Cell::stated(language, None)),
    }
}

/// "4"; "4 or more" or "Not stated" where it cannot be told of everybody.
fn more(language: Language, n: u32, unknown: bool) -> Cell {
    match (n, unknown) {
        (0, true) => Cell::stated(language, None),
        (n, true) => Cell::text(say::with(language, Phrase::OrMore, &[&n.to_string()])),
        (n, false) => Cell::text(n.to_string()),
    }
}

fn holders(language: Language, found: &Members) -> Table {
    let mut table = Table::said(
        language,
        Label::WhoKeepsListed.in_language(language),
        &[
            Label::Ref,
            Label::Body,
            Label::Who,
            Label::NumberBefore,
            Label::NumberAfter,
            Label::Change,
        ],
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
                (0, 0, 0) => say::say(language, Label::KeptSeat),
                (n, 0, 0) => say::with(language, Label::GainsSeats, &[&n.to_string()]),
                (0, n, 0) => say::with(language, Label::LosesSeats, &[&n.to_string()]),
                _ => say::say(language, Label::NotStated),
            };
            table.rows.push(vec![
                Cell::text(body.reference.as_deref().unwrap_or("–")),
                self::names(language, names, true),
                Cell::text(holder.name.as_str()),
                Cell::text(holder.before.words_in(language)),
                Cell::text(holder.after.words_in(language)),
                Cell {
                    unknown: tally.unknown > 0,
                    text: change,
                },
            ]);
        }
    }
    table
}

fn organisations(language: Language, found: &Members) -> Table {
    let columns = [Label::Organisation, Label::BodiesBefore, Label::BodiesAfter];
    let columns: Vec<Label> = columns.into_iter().chain(FIGURES).collect();
    let caption = Label::SeatsOfEachOrganisation.in_language(language);
    let mut table = Table::said(language, caption, &columns);
    let mut unclear = 0;
    for organisation in &found.organisations {
        let unknown = organisation.tally.unknown > 0 || organisation.not_comparable > 0;
        unclear += usize::from(unknown);
        let mut row = vec![
            Cell::text(organisation.name.as_str()),
            Cell::text(organisation.bodies_before.to_string()),
            Cell::text(organisation.bodies_after.to_string()),
        ];
        row.extend(seats(language, &organisation.load));
        let tally = &organisation.tally;
        row.extend([tally.kept, tally.gained, tally.lost].map(|n| more(language, n, unknown)));
        row.extend(meetings(language, &organisation.load));
        table.rows.push(row);
    }
    table.note = (unclear > 0).then(|| say::say(language, Label::MembersNote));
    table
}

fn seats(language: Language, load: &Load) -> [Cell; 2] {
    sides(language, &load.seats)
}

fn meetings(language: Language, load: &Load) -> [Cell; 4] {
    let [a, b] = sides(language, &load.meetings);
    let [c, d] = sides(language, &load.seat_meetings);
    [a, b, c, d]
}

fn sides(language: Language, shift: &Shift) -> [Cell; 2] {
    [&shift.before, &shift.after].map(|amount| {
        if amount.is_empty() {
            return Cell::unknown("–");
        }
        Cell {
            unknown: amount.is_unknown(),
            text: if amount.is_unknown() {
                say::say(language, Label::NotStated)
            } else {
                amount.words_in(language)
            },
        }
    })
}

fn names(language: Language, bodies: &[Named], told: bool) -> Cell {
    if bodies.is_empty() {
        let words = if told { Label::None } else { Label::NotStated };
        return Cell::unknown(say::say(language, words));
    }
    let names: Vec<&str> = bodies.iter().map(|body| body.name.as_str()).collect();
    Cell::list(names)
}
