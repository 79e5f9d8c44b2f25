//! Who sits where before and after: seats kept, gained and lost along lineage, and the meetings
//! that they mean.
//!
//! Seats are compared between the bodies of today and their successors, taken together where
//! rows share a body. Where one of them lists no seats at all nothing is gained or lost as far as
//! anybody knows. A body of which nothing is said is compared with nobody.

mod document;
mod holders;
#[cfg(test)]
mod tests;
mod units;

use std::collections::BTreeMap;

pub use document::{members_document, seats_document};
pub use holders::{Held, Holder, Tally};

use super::amount::{Amount, Shift};
use super::changes::{Changes, Named, changes, present};
use crate::compare::{Comparison, bodies_of};
use crate::measure::{Organisation, measure};
use crate::model::{BodyId, Project, fold};

/// Members before and after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Members {
    /// The bodies of today with their successors, in the order of the file; then those of which
    /// nothing is said.
    pub bodies: Vec<OfBody>,
    /// Every organisation that fills a seat, the most seats first.
    pub organisations: Vec<OfOrganisation>,
    /// All bodies together.
    pub total: Load,
}

/// Seats and meetings before and after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Load {
    /// Seats.
    pub seats: Shift,
    /// Meetings a year.
    pub meetings: Shift,
    /// Seats times meetings a year.
    pub seat_meetings: Shift,
}

/// Bodies of today and their successors.
#[derive(Clone, Debug, PartialEq)]
pub struct OfBody {
    /// "R1 and R2"; nothing for a body in no row.
    pub reference: Option<String>,
    /// Of the earlier structure.
    pub from: Vec<Named>,
    /// Of the later structure.
    pub to: Vec<Named>,
    /// Whether something is said of them.
    pub told: bool,
    /// Seats and meetings.
    pub load: Load,
    /// Seats kept, gained and lost; `None` where one side does not list its seats.
    pub tally: Option<Tally>,
    /// The same for everybody who holds a seat.
    pub holders: Vec<Holder>,
}

/// An organisation that fills seats.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfOrganisation {
    /// Its name as first written.
    pub name: String,
    /// Its sector, as first stated.
    pub sector: Option<String>,
    /// Bodies on which it has a seat, before.
    pub bodies_before: usize,
    /// Bodies on which it has a seat, after.
    pub bodies_after: usize,
    /// Seats and meetings.
    pub load: Load,
    /// Seats kept, gained and lost on bodies that can be compared.
    pub tally: Tally,
    /// Bodies with its seats that cannot be compared, since a side lists no seats.
    pub not_comparable: usize,
}

/// The members of a comparison; empty when the project lacks one of its structures.
#[must_use]
pub fn members(project: &Project, comparison: &Comparison) -> Members {
    let (Some(old), Some(new)) = (
        project.structure(&comparison.from),
        project.structure(&comparison.to),
    ) else {
        return Members::default();
    };
    let ledger: Changes = changes(project, comparison);
    let (before, after) = (bodies_of(old), bodies_of(new));
    let bodies: Vec<OfBody> = units::units(&ledger)
        .into_iter()
        .map(|unit| {
            let old = present(&before, &ids(&unit.from)).collect::<Vec<_>>();
            let new = present(&after, &ids(&unit.to)).collect::<Vec<_>>();
            let load = Load {
                seats: Shift {
                    before: Amount::seats(old.iter().copied()),
                    after: Amount::seats(new.iter().copied()),
                },
                meetings: Shift {
                    before: Amount::meetings(old.iter().copied()),
                    after: Amount::meetings(new.iter().copied()),
                },
                seat_meetings: Shift {
                    before: Amount::seat_meetings(old.iter().copied()),
                    after: Amount::seat_meetings(new.iter().copied()),
                },
            };
            let holders = holders::holders(project.language, &old, &new);
            let listed = old.iter().chain(&new).all(|body| !body.seats.is_empty());
            OfBody {
                tally: (unit.told && listed).then(|| Tally::sum(&holders)),
                reference: unit.reference,
                from: unit.from,
                to: unit.to,
                told: unit.told,
                load,
                holders,
            }
        })
        .collect();
    let total = Load {
        seats: Shift {
            before: Amount::seats(&old.bodies),
            after: Amount::seats(&new.bodies),
        },
        meetings: Shift {
            before: Amount::meetings(&old.bodies),
            after: Amount::meetings(&new.bodies),
        },
        seat_meetings: Shift {
            before: Amount::seat_meetings(&old.bodies),
            after: Amount::seat_meetings(&new.bodies),
        },
    };
    let loads = [
        measure(project, old).organisations,
        measure(project, new).organisations,
    ];
    Members {
        organisations: organisations(&bodies, &loads),
        bodies,
        total,
    }
}

fn ids(bodies: &[Named]) -> Vec<BodyId> {
    bodies.iter().map(|body| body.id.clone()).collect()
}

/// Joins the loads of both structures with what the bodies say of kept and lost seats.
fn organisations(
    bodies: &[OfBody],
    [before, after]: &[Vec<Organisation>; 2],
) -> Vec<OfOrganisation> {
    let mut found: BTreeMap<String, OfOrganisation> = BTreeMap::new();
    for (organisation, earlier) in before
        .iter()
        .map(|o| (o, true))
        .chain(after.iter().map(|o| (o, false)))
    {
        let entry = found.entry(fold(&organisation.name)).or_default();
        if entry.name.is_empty() {
            entry.name.clone_from(&organisation.name);
        }
        if entry.sector.is_none() {
            entry.sector.clone_from(&organisation.sector);
        }
        let Load {
            seats,
            meetings,
            seat_meetings,
        } = &mut entry.load;
        let (count, seats, meetings, products) = if earlier {
            (
                &mut entry.bodies_before,
                &mut seats.before,
                &mut meetings.before,
                &mut seat_meetings.before,
            )
        } else {
            (
                &mut entry.bodies_after,
                &mut seats.after,
                &mut meetings.after,
                &mut seat_meetings.after,
            )
        };
        *count = organisation.bodies.len();
        let known = organisation.seats > 0 || !organisation.at_least;
        seats.add(
            known.then(|| f64::from(organisation.seats)),
            organisation.at_least,
        );
        *meetings = amount(
            organisation.meetings,
            organisation.bodies.len(),
            organisation.unknown.len(),
        );
        *products = amount(
            organisation.seat_meetings,
            organisation.bodies.len(),
            organisation.seat_meetings_unknown.len(),
        );
    }
    for body in bodies {
        for holder in body.holders.iter().filter(|holder| holder.organisation) {
            if let Some(entry) = found.get_mut(&fold(&holder.name)) {
                match body.tally {
                    Some(_) => entry.tally.add(&holder.tally),
                    None => entry.not_comparable += 1,
                }
            }
        }
    }
    let mut out: Vec<OfOrganisation> = found.into_values().collect();
    // Stable: equal ones stay in the order of their names.
    out.sort_by(|a, b| {
        let most = |o: &OfOrganisation| o.load.seats.after.known.max(o.load.seats.before.known);
        most(b).total_cmp(&most(a))
    });
    out
}

fn amount(known: f64, bodies: usize, unknown: usize) -> Amount {
    Amount {
        known,
        counted: bodies.saturating_sub(unknown),
        unknown,
        ..Amount::default()
    }
}
