//! A body in one line: what the card in the picture shows.

use super::Block;
use crate::compare::phrase;
use crate::model::{Body, ClassCount, Language, Project, StandardLink, Structure};
use crate::say::{self, Label, Noun, Phrase};

/// "Leadership Forum: leadership forum; meets 4 times a year (quarterly); at least 25 seats".
pub(super) fn line(project: &Project, body: &Body) -> String {
    let facts = facts(project, body);
    if facts.is_empty() {
        name(body)
    } else {
        format!("{}: {}", name(body), facts.join("; "))
    }
}

/// A body in one or two sentences without its name: what is known of it, and whom it reports to.
#[must_use]
pub fn body_in_short(project: &Project, structure: &Structure, body: &Body) -> String {
    let mut sentences = Vec::new();
    let facts = facts(project, body);
    if !facts.is_empty() {
        sentences.push(format!("{}.", phrase::capital(&facts.join("; "))));
    }
    let above = structure.links.iter();
    let above = above.filter(|link| link.kind.is(StandardLink::ReportsTo) && link.from == body.id);
    let above: Vec<&str> = above.map(|link| structure.body_name(&link.to)).collect();
    if !above.is_empty() {
        let above = say::list(project.language, above);
        sentences.push(say::with(
            project.language,
            Label::ReportsToShort,
            &[&above],
        ));
    }
    if sentences.is_empty() {
        say::with(project.language, Label::BodyOf, &[&structure.label()])
    } else {
        sentences.join(" ")
    }
}

/// The name with the short form; the id when there is no name.
pub(super) fn name(body: &Body) -> String {
    let full = body.name.trim();
    let full = if full.is_empty() {
        body.id.as_str()
    } else {
        full
    };
    match body.short.as_deref().map(str::trim) {
        Some(short) if !short.is_empty() && short != full => format!("{full} ({short})"),
        _ => full.to_owned(),
    }
}

fn facts(project: &Project, body: &Body) -> Vec<String> {
    let language = project.language;
    let mut out = Vec::new();
    if let Some(kind) = &body.kind {
        out.push(phrase::lower(&project.body_kind_name(kind)));
    }
    match body.count {
        Some(ClassCount::Number(n)) => {
            out.push(say::with(language, Phrase::StandsFor, &[&n.to_string()]));
        }
        Some(ClassCount::Unknown) => {
            out.push(say::say(language, Phrase::StandsForSeveral));
        }
        None => {}
    }
    match body.certainty.as_str() {
        "stated" => {}
        "undecided" => out.push(say::say(language, Phrase::NotDecidedYet)),
        "implied" => out.push(say::say(language, Phrase::Implied)),
        other => out.push(other.to_owned()),
    }
    if let Some(state) = stated(body.state.as_deref()) {
        out.push(state_in(language, state));
    }
    for (date, words) in [
        (&body.from, Phrase::From),
        (&body.shadow_from, Phrase::ShadowFrom),
        (&body.statutory_from, Phrase::StatutoryFrom),
        (&body.until, Phrase::Until),
    ] {
        if let Some(date) = stated(date.as_deref()) {
            let date = say::date(language, date);
            out.push(say::with(language, words, &[&date]));
        }
    }
    out.extend(meetings(language, body));
    out.extend(seats(language, body));
    out
}

/// "meets 4 times a year (quarterly)".
fn meetings(language: Language, body: &Body) -> Option<String> {
    let words = stated(body.meetings.as_stated.as_deref());
    match (body.meetings.per_year, words) {
        (Some(n), words) => {
            let times = match phrase::number(n).as_str() {
                "1" => say::say(language, Phrase::Once),
                "2" => say::say(language, Phrase::Twice),
                number => say::with(language, Phrase::Times, &[number]),
            };
            Some(match words {
                Some(words) => format!("{times} ({words})"),
                None => times,
            })
        }
        (None, Some(words)) => Some(say::with(language, Phrase::MeetingsStated, &[words])),
        (None, None) => None,
    }
}

/// "25 seats", "at least 25 seats", "seats: number not stated".
fn seats(language: Language, body: &Body) -> Option<String> {
    if body.seats.is_empty() {
        return None;
    }
    let count = body.seat_count();
    if count.listed == 0 && count.open_rows > 0 {
        return Some(say::say(language, Phrase::SeatsNotStated));
    }
    let listed = usize::try_from(count.listed).unwrap_or(usize::MAX);
    let seats = say::count(language, listed, Noun::Seat);
    Some(if count.open_rows + count.minimum_rows > 0 {
        say::with(language, Phrase::AtLeast, &[&seats])
    } else {
        seats
    })
}

/// A state in words: those of the file, but for the few that have a meaning of their own.
fn state_in(language: Language, state: &str) -> String {
    match (language, state) {
        (Language::Welsh, "not-established") => say::say(language, Phrase::NotYetEstablished),
        (Language::Welsh, "shadow") => say::say(language, Phrase::Shadow),
        (Language::Welsh, "time-limited") => say::say(language, Phrase::TimeLimited),
        _ => state.replace('-', " "),
    }
}

fn stated(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A heading with a list of the bodies that it is about; nothing when there are none.
pub(super) fn section(
    project: &Project,
    structure: &Structure,
    heading: Phrase,
    wanted: impl Fn(&Body, usize) -> bool,
) -> Vec<Block> {
    let lines: Vec<String> = structure
        .bodies
        .iter()
        .enumerate()
        .filter(|(place, body)| wanted(body, *place))
        .map(|(_, body)| line(project, body))
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let heading = say::say(project.language, heading);
    vec![Block::heading(2, heading), Block::list(lines)]
}
