//! Seats that disagree with links, and seats filled through a body that is not there.

use std::collections::BTreeMap;

use super::{Finding, Severity, quoted};
use crate::compare::phrase;
use crate::model::{Body, BodyId, Link, LinkId, Seat, SeatNumber, StandardLink, Structure, fold};

pub(super) fn check(structure: &Structure) -> Vec<Finding> {
    let bodies: BTreeMap<&BodyId, &Body> = structure.bodies.iter().map(|b| (&b.id, b)).collect();
    let mut out = Vec::new();
    for body in &structure.bodies {
        for missing in body.seats.iter().filter_map(|seat| seat.through.as_ref()) {
            if !bodies.contains_key(missing) {
                out.push(
                    Finding::new(
                        Severity::Error,
                        "seat-through-missing-body",
                        format!(
                            "A seat on {} is filled through “{missing}”, which is no body of this structure.",
                            quoted(body)
                        ),
                        "Choose the body through which the seat is filled, or leave it open.",
                    )
                    .of(structure)
                    .bodies([&body.id]),
                );
            }
        }
    }
    let mut places: BTreeMap<&BodyId, Vec<&Link>> = BTreeMap::new();
    for link in &structure.links {
        if link.kind.is(StandardLink::RepresentedOn) && link.seats.is_some() {
            places.entry(&link.to).or_default().push(link);
        }
    }
    for body in &structure.bodies {
        let Some(links) = places.get(&body.id) else {
            continue;
        };
        let single: Vec<Finding> = by_source(links)
            .into_iter()
            .filter_map(|(source, links)| {
                disagreement(structure, body, bodies.get(source)?, &links)
            })
            .collect();
        if single.is_empty() {
            out.extend(too_many(structure, body, links));
        }
        out.extend(single);
    }
    out
}

/// The links of each represented body.
fn by_source<'a>(links: &[&'a Link]) -> BTreeMap<&'a BodyId, Vec<&'a Link>> {
    let mut out: BTreeMap<&BodyId, Vec<&Link>> = BTreeMap::new();
    for link in links {
        out.entry(&link.from).or_default().push(link);
    }
    out
}

/// Seats by links and by rows that name the represented body, when they disagree.
///
/// Rows name it by `through`, else by organisation. Open rows agree with everything.
fn disagreement(
    structure: &Structure,
    body: &Body,
    source: &Body,
    links: &[&Link],
) -> Option<Finding> {
    let drawn = total(links);
    let mut rows: Vec<&Seat> = body
        .seats
        .iter()
        .filter(|seat| seat.through.as_ref() == Some(&source.id))
        .collect();
    if rows.is_empty() {
        let names = names(source);
        rows = body
            .seats
            .iter()
            .filter(|seat| seat.through.is_none())
            .filter(|seat| {
                let organisation = fold(seat.organisation.as_deref().unwrap_or_default());
                !organisation.is_empty() && names.contains(&organisation)
            })
            .collect();
    }
    if rows.is_empty() {
        return None;
    }
    let (listed, open, minimum) = count(&rows);
    if open || drawn == listed || (minimum && drawn > listed) {
        return None;
    }
    let at_least = if minimum { "at least " } else { "" };
    Some(
        finding(
            format!(
                "{} has {} on {} by its links, but {at_least}{listed} by the list of seats.",
                quoted(source),
                phrase::count(
                    usize::try_from(drawn).unwrap_or(usize::MAX),
                    "seat",
                    "seats"
                ),
                quoted(body)
            ),
            links,
        )
        .of(structure)
        .bodies([&source.id, &body.id]),
    )
}

/// More seats by links than the list has, when every row of the list says an exact number.
fn too_many(structure: &Structure, body: &Body, links: &[&Link]) -> Option<Finding> {
    let rows: Vec<&Seat> = body.seats.iter().collect();
    let (listed, open, minimum) = count(&rows);
    let drawn = total(links);
    if rows.is_empty() || open || minimum || drawn <= listed {
        return None;
    }
    Some(
        finding(
            format!(
                "The links give {drawn} seats on {}, but the list of seats has {listed}.",
                quoted(body)
            ),
            links,
        )
        .of(structure)
        .bodies([&body.id]),
    )
}

fn finding(text: String, links: &[&Link]) -> Finding {
    let ids: Vec<&LinkId> = links.iter().map(|link| &link.id).collect();
    Finding::new(
        Severity::Warning,
        "seats-disagree",
        text,
        "Correct the number on the link or in the list of seats.",
    )
    .links(ids)
}

fn total(links: &[&Link]) -> u64 {
    links
        .iter()
        .filter_map(|link| link.seats)
        .map(u64::from)
        .sum()
}

/// Listed seats of these rows, whether one is open, whether one is a minimum.
fn count(rows: &[&Seat]) -> (u64, bool, bool) {
    let mut out = (0, false, false);
    for seat in rows {
        match seat.number {
            SeatNumber::Exactly(n) => out.0 += u64::from(n),
            SeatNumber::AtLeast(n) => {
                out.0 += u64::from(n);
                out.2 = true;
            }
            SeatNumber::Open => out.1 = true,
        }
    }
    out
}

/// Every way in which a seat row may name a body.
fn names(body: &Body) -> Vec<String> {
    std::iter::once(&body.name)
        .chain(&body.short)
        .chain(&body.aliases)
        .map(|name| fold(name))
        .collect()
}
