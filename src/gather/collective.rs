//! Like links gathered into collective links.

use std::collections::{BTreeMap, BTreeSet};

use super::words;
use super::zone::{Zone, index};
use crate::model::{KindId, Link, LinkKindId, Project, Structure};

/// One side of a collective link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// A single body, by its place in the structure's list.
    Body(usize),
    /// Every body of a zone, by its place in the list of zones.
    Zone(usize),
    /// Every body of one kind in a zone.
    Kind(usize, KindId),
}

/// One line that stands for the same kind of link of every body of its parties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collective {
    /// Unique in its structure, and the same as long as its parties are.
    pub id: String,
    /// Who reports, is tasked, is represented.
    pub from: Party,
    /// The other side.
    pub to: Party,
    /// The kind of all its links.
    pub kind: LinkKindId,
    /// The links by their place in the structure's list, in that order.
    pub links: Vec<usize>,
    /// Seats of each link, when all have the same.
    pub seats: Option<u32>,
    /// Words on the line.
    pub words: String,
}

/// The links of a structure: each stands in exactly one collective link or singly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The collective links.
    pub collective: Vec<Collective>,
    /// The others, by their place in the structure's list.
    pub single: Vec<usize>,
}

/// Links that may stand together: kind, permission, certainty.
type Alike<'a> = (&'a LinkKindId, bool, &'a str);

/// Links by their two ends.
type Pairs = BTreeMap<(usize, usize), Vec<usize>>;

/// Bodies that can be a party together.
struct Set {
    party: Party,
    zone: usize,
    bodies: Vec<usize>,
}

/// A collective link that could be.
struct Candidate {
    from: Party,
    to: Party,
    links: Vec<usize>,
}

/// Gathers the links between zones; collective links named in `opened` are left as single lines.
///
/// Reporting lines are never gathered: they are the hierarchy. `drawn` says which links count at
/// all; the others stand nowhere.
#[must_use]
pub fn collect(
    project: &Project,
    structure: &Structure,
    zones: &[Zone],
    opened: &BTreeSet<String>,
    drawn: impl Fn(&Link) -> bool,
) -> Gathered {
    let sets = sets(structure, zones);
    let zone_of = super::zone::zone_of(zones, structure.bodies.len());
    let mut free: Vec<bool> = structure.links.iter().map(drawn).collect();
    let mut candidates = Vec::new();
    for ((_, permission, _), pairs) in &alike(structure, &free) {
        let mut found = between_sets(pairs, &sets);
        found.extend(with_one(pairs, &sets, &zone_of));
        if *permission {
            found.retain(|candidate| is_all(candidate, pairs, zones, &zone_of));
        }
        candidates.extend(found);
    }
    // The line that stands for most links first; whole zones before kinds in them.
    candidates.sort_by(|a, b| {
        let rank = |c: &Candidate| {
            (
                kinds_in(&c.from) + kinds_in(&c.to),
                c.links.first().copied(),
            )
        };
        b.links
            .len()
            .cmp(&a.links.len())
            .then(rank(a).cmp(&rank(b)))
    });
    let mut out = Gathered::default();
    for candidate in candidates {
        let links = &candidate.links;
        if links.iter().any(|&l| free.get(l) != Some(&true)) {
            continue;
        }
        for &link in links {
            if let Some(free) = free.get_mut(link) {
                *free = false;
            }
        }
        let collective = finished(project, structure, zones, candidate);
        if opened.contains(&collective.id) {
            out.single.extend(collective.links);
        } else {
            out.collective.push(collective);
        }
    }
    out.single
        .extend((0..free.len()).filter(|&l| free.get(l) == Some(&true)));
    out.single.sort_unstable();
    out.collective.sort_by(|a, b| a.links.cmp(&b.links));
    out
}

fn kinds_in(party: &Party) -> u32 {
    u32::from(matches!(party, Party::Kind(..)))
}

fn finished(
    project: &Project,
    structure: &Structure,
    zones: &[Zone],
    candidate: Candidate,
) -> Collective {
    let first = candidate
        .links
        .first()
        .and_then(|&l| structure.links.get(l));
    let kind = first.map_or_else(|| LinkKindId::new("informs"), |l| l.kind.clone());
    let seats = first.and_then(|l| l.seats);
    let links = || {
        candidate
            .links
            .iter()
            .filter_map(|&l| structure.links.get(l))
    };
    let permission = first.is_some_and(|l| l.permission);
    let certainty = first.map_or("", |l| l.certainty.as_str());
    let name = |party: &Party| words::name(structure, zones, party);
    let mut id = format!("{}.{kind}.{}", name(&candidate.from), name(&candidate.to));
    if permission {
        id.push_str(".permission");
    }
    if !certainty.is_empty() && certainty != "stated" {
        id.push('.');
        id.push_str(certainty);
    }
    let words = words::sentence(
        project,
        structure,
        zones,
        &candidate.from,
        &candidate.to,
        links(),
    );
    Collective {
        id,
        seats: seats.filter(|_| links().all(|l| l.seats == seats)),
        from: candidate.from,
        to: candidate.to,
        kind,
        links: candidate.links,
        words,
    }
}

/// Whole zones of several bodies, and the kinds of which a zone holds several.
fn sets(structure: &Structure, zones: &[Zone]) -> Vec<Set> {
    let mut out = Vec::new();
    for (at, zone) in zones.iter().enumerate() {
        if zone.bodies.len() < 2 {
            continue;
        }
        out.push(Set {
            party: Party::Zone(at),
            zone: at,
            bodies: zone.bodies.clone(),
        });
        let mut kinds: BTreeMap<&KindId, Vec<usize>> = BTreeMap::new();
        for &i in &zone.bodies {
            if let Some(kind) = structure.bodies.get(i).and_then(|b| b.kind.as_ref()) {
                kinds.entry(kind).or_default().push(i);
            }
        }
        kinds.retain(|_, bodies| bodies.len() > 1 && bodies.len() < zone.bodies.len());
        out.extend(kinds.into_iter().map(|(kind, bodies)| Set {
            party: Party::Kind(at, kind.clone()),
            zone: at,
            bodies,
        }));
    }
    out
}

fn alike<'a>(structure: &'a Structure, drawn: &[bool]) -> BTreeMap<Alike<'a>, Pairs> {
    let index = index(structure);
    let mut out: BTreeMap<Alike<'_>, Pairs> = BTreeMap::new();
    for (l, link) in structure.links.iter().enumerate() {
        let ends = (index.get(&link.from), index.get(&link.to));
        let ((Some(&from), Some(&to)), false) =
            (ends, link.hierarchy() || drawn.get(l) != Some(&true))
        else {
            continue;
        };
        out.entry((&link.kind, link.permission, link.certainty.as_str()))
            .or_default()
            .entry((from, to))
            .or_default()
            .push(l);
    }
    out
}

/// Whether a candidate holds all links of its like between its two zones.
///
/// Permissions that are not gathered may not be drawn at all; a line for some of them would say
/// that the others have none.
fn is_all(candidate: &Candidate, pairs: &Pairs, zones: &[Zone], zone_of: &[usize]) -> bool {
    let bodies = |party: &Party| -> &[usize] {
        let zone = match party {
            Party::Body(body) => zone_of.get(*body).copied(),
            Party::Zone(zone) | Party::Kind(zone, _) => Some(*zone),
        };
        zone.and_then(|at| zones.get(at))
            .map_or(&[], |z| z.bodies.as_slice())
    };
    let (from, to) = (bodies(&candidate.from), bodies(&candidate.to));
    let between =
        |&(&(f, t), _): &(&(usize, usize), &Vec<usize>)| from.contains(&f) && to.contains(&t);
    let all: usize = pairs
        .iter()
        .filter(between)
        .map(|(_, links)| links.len())
        .sum();
    all == candidate.links.len()
}

/// Every body of one set with every body of another.
fn between_sets(pairs: &Pairs, sets: &[Set]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for from in sets {
        for to in sets.iter().filter(|to| to.zone != from.zone) {
            if let Some(links) = all_between(pairs, &from.bodies, &to.bodies) {
                out.push(Candidate {
                    from: from.party.clone(),
                    to: to.party.clone(),
                    links,
                });
            }
        }
    }
    out
}

/// Every body of a set with one body of another zone, either way.
fn with_one(pairs: &Pairs, sets: &[Set], zone_of: &[usize]) -> Vec<Candidate> {
    let ends: BTreeSet<(bool, usize)> = pairs
        .keys()
        .flat_map(|&(from, to)| [(true, from), (false, to)])
        .collect();
    let mut out = Vec::new();
    for (is_from, body) in ends {
        for set in sets.iter().filter(|s| Some(&s.zone) != zone_of.get(body)) {
            let (one, party) = ([body], Party::Body(body));
            let (found, from, to) = if is_from {
                (
                    all_between(pairs, &one, &set.bodies),
                    party,
                    set.party.clone(),
                )
            } else {
                (
                    all_between(pairs, &set.bodies, &one),
                    set.party.clone(),
                    party,
                )
            };
            out.extend(found.map(|links| Candidate { from, to, links }));
        }
    }
    out
}

/// All links between two lists of bodies when no pair lacks one.
fn all_between(pairs: &Pairs, from: &[usize], to: &[usize]) -> Option<Vec<usize>> {
    let mut links = Vec::new();
    for &f in from {
        for &t in to {
            links.extend_from_slice(pairs.get(&(f, t))?);
        }
    }
    links.sort_unstable();
    Some(links)
}
