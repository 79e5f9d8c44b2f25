//! A body in one line: what the card in the picture shows.

use super::Block;
use crate::compare::phrase;
use crate::model::{Body, ClassCount, Project, StandardLink, Structure};

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
        sentences.push(format!("Reports to {}.", phrase::list(above)));
    }
    if sentences.is_empty() {
        format!("A body of {}.", structure.label())
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
    let mut out = Vec::new();
    if let Some(kind) = &body.kind {
        out.push(phrase::lower(&project.body_kind_name(kind)));
    }
    match body.count {
        Some(ClassCount::Number(n)) => out.push(format!("stands for {n} bodies")),
        Some(ClassCount::Unknown) => {
            out.push("stands for several bodies, number not stated".to_owned());
        }
        None => {}
    }
    match body.certainty.as_str() {
        "stated" => {}
        "undecided" => out.push("not decided yet".to_owned()),
        other => out.push(other.to_owned()),
    }
    if let Some(state) = stated(body.state.as_deref()) {
        out.push(state.replace('-', " "));
    }
    for (date, words) in [
        (&body.from, "from"),
        (&body.shadow_from, "in shadow form from"),
        (&body.statutory_from, "statutory from"),
        (&body.until, "until"),
    ] {
        if let Some(date) = stated(date.as_deref()) {
            out.push(format!("{words} {}", phrase::date(date)));
        }
    }
    out.extend(meetings(body));
    out.extend(seats(body));
    out
}

/// "meets 4 times a year (quarterly)".
fn meetings(body: &Body) -> Option<String> {
    let words = stated(body.meetings.as_stated.as_deref());
    match (body.meetings.per_year, words) {
        (Some(n), words) => {
            let times = match phrase::number(n).as_str() {
                "1" => "meets once a year".to_owned(),
                "2" => "meets twice a year".to_owned(),
                number => format!("meets {number} times a year"),
            };
            Some(match words {
                Some(words) => format!("{times} ({words})"),
                None => times,
            })
        }
        (None, Some(words)) => Some(format!("meetings: {words}")),
        (None, None) => None,
    }
}

/// "25 seats", "at least 25 seats", "seats: number not stated".
fn seats(body: &Body) -> Option<String> {
    if body.seats.is_empty() {
        return None;
    }
    let count = body.seat_count();
    if count.listed == 0 && count.open_rows > 0 {
        return Some("seats: number not stated".to_owned());
    }
    let seats = phrase::count(
        usize::try_from(count.listed).unwrap_or(usize::MAX),
        "seat",
        "seats",
    );
    Some(if count.open_rows + count.minimum_rows > 0 {
        format!("at least {seats}")
    } else {
        seats
    })
}

fn stated(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A heading with a list of the bodies that it is about; nothing when there are none.
pub(super) fn section(
    project: &Project,
    structure: &Structure,
    heading: &str,
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
    vec![Block::heading(2, heading), Block::list(lines)]
}
