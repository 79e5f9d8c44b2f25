//! Derived figures of one structure. What is unknown is counted as unknown, never as zero.

mod hierarchy;
mod organisations;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use hierarchy::Hierarchy;
pub use organisations::Organisation;

use crate::model::{
    Body, BodyId, KindId, LinkKindId, Project, SeatCount, SeatNumber, StandardLink, Structure,
    StructureId, TierId,
};

/// The figures of one structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// The structure.
    pub structure: StructureId,
    /// All records; a class of bodies counts as one.
    pub bodies: usize,
    /// Bodies by kind, in the project's order; `None` for those without a kind, last.
    pub by_kind: Vec<(Option<KindId>, usize)>,
    /// Bodies by tier, in the project's order; `None` for those without a tier, last.
    pub by_tier: Vec<(Option<TierId>, usize)>,
    /// Bodies by standing, as the words of the file.
    pub by_standing: Vec<(String, usize)>,
    /// Bodies on the longest chain of reporting lines; a loop counts as one.
    pub levels: usize,
    /// Meetings a year of all bodies together.
    pub meetings: Sum,
    /// Seats times meetings a year of all bodies together.
    pub seat_meetings: Sum,
    /// Each body, in the order of the structure.
    pub body: Vec<BodyMeasures>,
    /// The load on each organisation that fills seats, the heaviest first.
    pub organisations: Vec<Organisation>,
}

/// A sum of what is known, and the bodies for which it is not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sum {
    /// The known part.
    pub known: f64,
    /// Bodies left out of it.
    pub bodies_unknown: Vec<BodyId>,
}

/// The figures of one body.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyMeasures {
    /// The body.
    pub id: BodyId,
    /// Bodies to which it reports.
    pub reports_to: Vec<BodyId>,
    /// Bodies that report directly to it.
    pub reports_directly: Vec<BodyId>,
    /// Bodies that task it or may task it.
    pub tasked_by: Vec<BodyId>,
    /// Bodies on which it is or may be represented.
    pub represented_on: Vec<BodyId>,
    /// Its seats, from its seat rows only.
    pub seats: SeatCount,
    /// Meetings a year, when known.
    pub meetings: Option<f64>,
    /// Listed seats times meetings a year, when both are known.
    pub seat_meetings: Option<f64>,
    /// Parts of the terms of reference that are blank.
    pub missing_terms: Vec<Term>,
}

/// A part of a body's terms of reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// What it is for.
    Purpose,
    /// What it does.
    Roles,
    /// Who sits on it.
    Seats,
    /// Who chairs it.
    Chair,
    /// When it can decide.
    Quorum,
    /// How often it meets.
    Meetings,
    /// When it is reviewed.
    Review,
}

impl Term {
    /// The field of the file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Roles => "roles",
            Self::Seats => "seats",
            Self::Chair => "chair",
            Self::Quorum => "quorum",
            Self::Meetings => "meetings",
            Self::Review => "review",
        }
    }

    /// The words on screen and paper.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Purpose => "Purpose",
            Self::Roles => "Roles",
            Self::Seats => "Members",
            Self::Chair => "Chair",
            Self::Quorum => "Quorum",
            Self::Meetings => "Frequency of meetings",
            Self::Review => "Review date",
        }
    }
}

/// The figures of a structure of the project.
#[must_use]
pub fn measure(project: &Project, structure: &Structure) -> Measures {
    let hierarchy = Hierarchy::new(structure);
    let reports = Lines::new(structure, |link| link.hierarchy());
    let tasks = Lines::of_kind(structure, StandardLink::TaskedBy);
    let places = Lines::of_kind(structure, StandardLink::RepresentedOn);
    let body: Vec<BodyMeasures> = structure
        .bodies
        .iter()
        .map(|body| BodyMeasures {
            id: body.id.clone(),
            reports_to: reports.from(&body.id),
            reports_directly: reports.to(&body.id),
            tasked_by: tasks.from(&body.id),
            represented_on: places.from(&body.id),
            seats: body.seat_count(),
            meetings: known_meetings(body),
            seat_meetings: seat_meetings(body),
            missing_terms: missing_terms(body),
        })
        .collect();
    Measures {
        structure: structure.id().clone(),
        bodies: structure.bodies.len(),
        by_kind: tally(
            structure.bodies.iter().map(|b| b.kind.as_ref()),
            project.body_kinds.iter().map(|k| &k.id),
        ),
        by_tier: tally(
            structure.bodies.iter().map(|b| b.tier.as_ref()),
            project.tiers.iter().map(|t| &t.id),
        ),
        by_standing: by_standing(structure),
        levels: hierarchy.levels(),
        meetings: sum(&body, |b| b.meetings),
        seat_meetings: sum(&body, |b| b.seat_meetings),
        body,
        organisations: organisations::organisations(structure),
    }
}

/// Meetings a year, when they are a number at all.
fn known_meetings(body: &Body) -> Option<f64> {
    body.meetings.per_year.filter(|n| n.is_finite())
}

/// Listed seats times meetings; unknown when no seat row says a number.
fn seat_meetings(body: &Body) -> Option<f64> {
    let listed = body.seats.iter().any(|s| s.number != SeatNumber::Open);
    let meetings = known_meetings(body)?;
    listed.then(|| f64::from(body.seat_count().listed) * meetings)
}

/// The parts of the terms of reference that a body leaves blank, in the order of a form.
#[must_use]
pub fn missing_terms(body: &Body) -> Vec<Term> {
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|t| t.trim().is_empty());
    [
        (Term::Purpose, blank(&body.purpose)),
        (Term::Roles, body.roles.iter().all(|r| r.trim().is_empty())),
        (Term::Seats, body.seats.is_empty()),
        (Term::Chair, blank(&body.chair)),
        (Term::Quorum, blank(&body.quorum)),
        (
            Term::Meetings,
            body.meetings.per_year.is_none() && blank(&body.meetings.as_stated),
        ),
        (Term::Review, blank(&body.review)),
    ]
    .into_iter()
    .filter_map(|(term, blank)| blank.then_some(term))
    .collect()
}

fn sum(bodies: &[BodyMeasures], value: impl Fn(&BodyMeasures) -> Option<f64>) -> Sum {
    let mut out = Sum::default();
    for body in bodies {
        match value(body) {
            Some(n) => out.known += n,
            None => out.bodies_unknown.push(body.id.clone()),
        }
    }
    out
}

/// How often each value occurs: listed ones in the order of their list, then others, then none.
fn tally<'a, K: Ord + Clone + 'a>(
    values: impl Iterator<Item = Option<&'a K>>,
    listed: impl Iterator<Item = &'a K>,
) -> Vec<(Option<K>, usize)> {
    let mut counts: BTreeMap<Option<&K>, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    let none = counts.remove(&None);
    let mut out = Vec::new();
    for value in listed {
        if let Some(n) = counts.remove(&Some(value)) {
            out.push((Some(value.clone()), n));
        }
    }
    out.extend(counts.into_iter().map(|(value, n)| (value.cloned(), n)));
    out.extend(none.map(|n| (None, n)));
    out
}

fn by_standing(structure: &Structure) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for body in &structure.bodies {
        *counts.entry(body.standing.as_str()).or_insert(0) += 1;
    }
    let mut out = Vec::new();
    for standing in crate::model::Standing::ALL {
        if let Some(n) = counts.remove(standing.as_str()) {
            out.push((standing.as_str().to_owned(), n));
        }
    }
    out.extend(counts.into_iter().map(|(word, n)| (word.to_owned(), n)));
    out
}

/// The ends of some links by body, each end once, in the order of the structure's bodies.
#[derive(Debug)]
struct Lines<'a> {
    order: BTreeMap<&'a BodyId, usize>,
    from: BTreeMap<&'a BodyId, Vec<&'a BodyId>>,
    to: BTreeMap<&'a BodyId, Vec<&'a BodyId>>,
}

impl<'a> Lines<'a> {
    fn new(structure: &'a Structure, wanted: impl Fn(&crate::model::Link) -> bool) -> Self {
        let order = structure.bodies.iter().map(|b| &b.id).zip(0..).collect();
        let mut out = Self {
            order,
            from: BTreeMap::new(),
            to: BTreeMap::new(),
        };
        for link in structure.links.iter().filter(|link| wanted(link)) {
            out.from.entry(&link.from).or_default().push(&link.to);
            out.to.entry(&link.to).or_default().push(&link.from);
        }
        out
    }

    fn of_kind(structure: &'a Structure, kind: StandardLink) -> Self {
        let kind = LinkKindId::of(kind);
        Self::new(structure, |link| link.kind == kind)
    }

    fn from(&self, id: &BodyId) -> Vec<BodyId> {
        self.sorted(self.from.get(id))
    }

    fn to(&self, id: &BodyId) -> Vec<BodyId> {
        self.sorted(self.to.get(id))
    }

    fn sorted(&self, ids: Option<&Vec<&'a BodyId>>) -> Vec<BodyId> {
        let mut out: Vec<(usize, &BodyId)> = ids
            .into_iter()
            .flatten()
            .map(|id| (self.order.get(*id).copied().unwrap_or(usize::MAX), *id))
            .collect();
        out.sort_unstable();
        out.dedup();
        out.into_iter().map(|(_, id)| id.clone()).collect()
    }
}
