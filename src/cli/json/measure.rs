//! The form of `dotted-line measure`.

use serde::Serialize;

use super::{Counts, Number};
use crate::measure;
use crate::model::BodyId;

/// Under this key stand bodies without a kind or a tier; it cannot be an id.
const NOT_STATED: &str = "not stated";

/// The figures of one structure.
#[derive(Debug, Serialize)]
pub struct Measures<'a> {
    structure: &'a str,
    bodies: usize,
    by_kind: Counts,
    by_tier: Counts,
    by_standing: Counts,
    levels: usize,
    meetings: Sum<'a>,
    seat_meetings: Sum<'a>,
    body: Vec<Body<'a>>,
    organisations: Vec<Organisation<'a>>,
}

#[derive(Debug, Serialize)]
struct Sum<'a> {
    known: Number,
    bodies_unknown: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Body<'a> {
    id: &'a str,
    reports_to: Vec<&'a str>,
    reports_directly: Vec<&'a str>,
    tasked_by: Vec<&'a str>,
    represented_on: Vec<&'a str>,
    seats: Seats,
    meetings: Option<Number>,
    seat_meetings: Option<Number>,
    missing_terms: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Seats {
    listed: u32,
    open_rows: u32,
    minimum_rows: u32,
}

#[derive(Debug, Serialize)]
struct Organisation<'a> {
    name: &'a str,
    sector: Option<&'a str>,
    bodies: Vec<&'a str>,
    seats: u32,
    meetings: Number,
    unknown: Vec<&'a str>,
}

impl<'a> Measures<'a> {
    /// The answer's form.
    #[must_use]
    pub fn of(measures: &'a measure::Measures) -> Self {
        Self {
            structure: measures.structure.as_str(),
            bodies: measures.bodies,
            by_kind: counts(&measures.by_kind, |id| id.as_str()),
            by_tier: counts(&measures.by_tier, |id| id.as_str()),
            by_standing: Counts(measures.by_standing.clone()),
            levels: measures.levels,
            meetings: sum(&measures.meetings),
            seat_meetings: sum(&measures.seat_meetings),
            body: measures.body.iter().map(body).collect(),
            organisations: measures
                .organisations
                .iter()
                .map(|organisation| Organisation {
                    name: &organisation.name,
                    sector: organisation.sector.as_deref(),
                    bodies: ids(&organisation.bodies),
                    seats: organisation.seats,
                    meetings: Number(organisation.meetings),
                    unknown: ids(&organisation.unknown),
                })
                .collect(),
        }
    }
}

fn counts<K>(counts: &[(Option<K>, usize)], text: impl Fn(&K) -> &str) -> Counts {
    Counts(
        counts
            .iter()
            .map(|(key, n)| (key.as_ref().map_or(NOT_STATED, &text).to_owned(), *n))
            .collect(),
    )
}

fn sum(sum: &measure::Sum) -> Sum<'_> {
    Sum {
        known: Number(sum.known),
        bodies_unknown: ids(&sum.bodies_unknown),
    }
}

fn body(body: &measure::BodyMeasures) -> Body<'_> {
    Body {
        id: body.id.as_str(),
        reports_to: ids(&body.reports_to),
        reports_directly: ids(&body.reports_directly),
        tasked_by: ids(&body.tasked_by),
        represented_on: ids(&body.represented_on),
        seats: Seats {
            listed: body.seats.listed,
            open_rows: body.seats.open_rows,
            minimum_rows: body.seats.minimum_rows,
        },
        meetings: body.meetings.map(Number),
        seat_meetings: body.seat_meetings.map(Number),
        missing_terms: body
            .missing_terms
            .iter()
            .map(|term| term.as_str())
            .collect(),
    }
}

fn ids(ids: &[BodyId]) -> Vec<&str> {
    ids.iter().map(BodyId::as_str).collect()
}
