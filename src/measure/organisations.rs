//! The load on each organisation over all bodies of a structure.

use std::collections::BTreeMap;

use super::known_meetings;
use crate::model::{BodyId, SeatNumber, Structure, fold};

/// What one organisation carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// Its name as first written.
    pub name: String,
    /// Its sector, as first stated.
    pub sector: Option<String>,
    /// Bodies on which it fills a seat, in the order of the structure.
    pub bodies: Vec<BodyId>,
    /// Seats of known number, minimums included.
    pub seats: u32,
    /// Whether a row gives a minimum or no number: the seats may be more.
    pub at_least: bool,
    /// Seats times meetings a year, as far as both are known.
    pub seat_meetings: f64,
    /// Bodies for which seats or meetings are not known.
    pub seat_meetings_unknown: Vec<BodyId>,
    /// Meetings a year of those bodies, as far as known.
    pub meetings: f64,
    /// Those bodies whose number of meetings is not known.
    pub unknown: Vec<BodyId>,
}

/// Groups the seat rows by organisation; spaces and capitals make no difference.
///
/// The organisation on the most bodies comes first, then the one with the most seats.
pub(super) fn organisations(structure: &Structure) -> Vec<Organisation> {
    let mut found: BTreeMap<String, Organisation> = BTreeMap::new();
    for body in &structure.bodies {
        for seat in &body.seats {
            let Some(name) = seat.organisation.as_deref().map(str::trim) else {
                continue;
            };
            if name.is_empty() {
                continue;
            }
            let entry = found.entry(fold(name)).or_insert_with(|| Organisation {
                name: name.to_owned(),
                sector: None,
                bodies: Vec::new(),
                seats: 0,
                at_least: false,
                seat_meetings: 0.0,
                seat_meetings_unknown: Vec::new(),
                meetings: 0.0,
                unknown: Vec::new(),
            });
            entry.at_least |= !matches!(seat.number, SeatNumber::Exactly(_));
            let number = match seat.number {
                SeatNumber::Exactly(n) | SeatNumber::AtLeast(n) => Some(n),
                SeatNumber::Open => None,
            };
            entry.seats = entry.seats.saturating_add(number.unwrap_or(0));
            match number.zip(known_meetings(body)) {
                Some((seats, meetings)) => entry.seat_meetings += f64::from(seats) * meetings,
                None if entry.seat_meetings_unknown.last() != Some(&body.id) => {
                    entry.seat_meetings_unknown.push(body.id.clone());
                }
                None => {}
            }
            if entry.sector.is_none() {
                entry.sector.clone_from(&seat.sector);
            }
            if entry.bodies.last() != Some(&body.id) {
                entry.bodies.push(body.id.clone());
                match known_meetings(body) {
                    Some(n) => entry.meetings += n,
                    None => entry.unknown.push(body.id.clone()),
                }
            }
        }
    }
    let mut out: Vec<Organisation> = found.into_values().collect();
    // Stable: equal loads stay in the order of their names.
    out.sort_by_key(|o| std::cmp::Reverse((o.bodies.len(), o.seats)));
    out
}
