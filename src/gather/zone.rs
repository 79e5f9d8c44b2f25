//! Bodies gathered into zones.

use std::collections::BTreeMap;

use super::hierarchy;
use super::part::Part;
use crate::graph::StructureGraph;
use crate::model::{Body, BodyId, KindId, Language, Project, Standing, Structure, TierId};
use crate::say::{self, Phrase};

/// A quiet panel that gathers bodies of one standing, tier, kind or level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Unique in its structure.
    pub id: String,
    /// The words over it.
    pub title: String,
    /// What is true of all its bodies, after the title.
    pub remark: Option<&'static str>,
    /// The part it plays.
    pub part: Part,
    /// Its place from the top in the hierarchy; none for what stands beside it.
    pub band: Option<usize>,
    /// Its bodies by their place in the structure's list, in that order.
    pub bodies: Vec<usize>,
}

/// What bodies of one zone have in common, in the order in which zones are listed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Part(Part),
    Tier(TierId),
    Kind(KindId),
    Level(usize),
    Loose,
    Outside,
}

/// The zones of a structure: every body stands in exactly one.
#[must_use]
pub fn zones(project: &Project, structure: &Structure) -> Vec<Zone> {
    let graph = StructureGraph::of(structure);
    let mut gathered: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (i, body) in structure.bodies.iter().enumerate() {
        gathered
            .entry(key(project, &graph, body))
            .or_default()
            .push(i);
    }
    let mut zones: Vec<Zone> = gathered
        .into_iter()
        .map(|(key, bodies)| zone(project, structure, &key, bodies))
        .collect();
    stand_together(project.language, &mut zones);
    zones.sort_by_key(|z| (z.part, z.bodies.first().copied()));
    let zone_of = zone_of(&zones, structure.bodies.len());
    hierarchy::bands(structure, &mut zones, &zone_of);
    zones
}

/// The zone of each body.
pub(super) fn zone_of(zones: &[Zone], bodies: usize) -> Vec<usize> {
    let mut out = vec![0; bodies];
    for (at, zone) in zones.iter().enumerate() {
        for &body in &zone.bodies {
            if let Some(slot) = out.get_mut(body) {
                *slot = at;
            }
        }
    }
    out
}

/// The place of each body in the list.
pub(super) fn index(structure: &Structure) -> BTreeMap<&BodyId, usize> {
    let bodies = structure.bodies.iter().enumerate();
    bodies.map(|(i, b)| (&b.id, i)).collect()
}

fn key(project: &Project, graph: &StructureGraph, body: &Body) -> Key {
    if body.outside() {
        return Key::Outside;
    }
    if let Some(tier) = &body.tier {
        return Part::of(&meaning(project, tier)).map_or(Key::Tier(tier.clone()), Key::Part);
    }
    if let Some(kind) = &body.kind {
        return Part::of(&kind_meaning(project, kind)).map_or(Key::Kind(kind.clone()), Key::Part);
    }
    if body.standing.known() == Some(Standing::Family) {
        return Key::Part(Part::Reference);
    }
    match graph.node(&body.id) {
        Some(node) if !graph.parents(node).is_empty() || !graph.children(node).is_empty() => {
            Key::Level(graph.depth(node))
        }
        _ => Key::Loose,
    }
}

fn zone(project: &Project, structure: &Structure, key: &Key, bodies: Vec<usize>) -> Zone {
    let of = || bodies.iter().filter_map(|&i| structure.bodies.get(i));
    let part = match key {
        Key::Part(part) => *part,
        Key::Outside => Part::Outside,
        Key::Tier(_) | Key::Kind(_) | Key::Level(_) | Key::Loose => Part::Own,
    };
    let (id, title) = match key {
        Key::Part(part) => (part.id().to_owned(), title_of(project, *part, &of)),
        Key::Tier(tier) => (format!("tier.{tier}"), tier_name(project, tier)),
        Key::Kind(kind) => (format!("kind.{kind}"), plural(project, kind)),
        Key::Level(depth) => (
            format!("level.{}", depth + 1),
            level(project.language, *depth),
        ),
        Key::Loose => (
            "no-reporting-line".to_owned(),
            say::say(project.language, Phrase::NoReportingLine),
        ),
        Key::Outside => (
            part.id().to_owned(),
            part.title(project.language).to_owned(),
        ),
    };
    let remark = if part == Part::Outside {
        None
    } else if of().all(Body::undecided) {
        Some(Phrase::PossibleZone.in_language(project.language))
    } else if of().all(|b| b.standing.known() == Some(Standing::Family)) {
        Some(Phrase::FamilyZone.in_language(project.language))
    } else {
        None
    };
    Zone {
        id,
        title,
        remark,
        part,
        band: None,
        bodies,
    }
}

/// The project's own word when all bodies share one tier or one kind, else the part's.
fn title_of<'a, I: Iterator<Item = &'a Body>>(
    project: &Project,
    part: Part,
    of: &impl Fn() -> I,
) -> String {
    let first = of().next();
    let tier = first.and_then(|b| b.tier.as_ref());
    if let Some(tier) = tier.filter(|t| of().all(|b| b.tier.as_ref() == Some(t))) {
        return tier_name(project, tier);
    }
    let kind = first.and_then(|b| b.kind.as_ref());
    let alike = |kind: &KindId| of().all(|b| b.tier.is_none() && b.kind.as_ref() == Some(kind));
    kind.filter(|kind| alike(kind)).map_or_else(
        || part.title(project.language).to_owned(),
        |kind| plural(project, kind),
    )
}

fn tier_name(project: &Project, tier: &TierId) -> String {
    let stated = project.tier(tier).map(|t| t.name.clone());
    stated.unwrap_or_else(|| tier.as_str().replace(['-', '_'], " "))
}

/// The name of a tier in which its meaning is looked for: zones are the same in every language.
fn meaning(project: &Project, tier: &TierId) -> String {
    let english = project
        .tier(tier)
        .filter(|_| project.language != Language::English);
    let english = english.and_then(|tier| tier.in_second.get("name"));
    english.map_or_else(|| tier_name(project, tier), str::to_owned)
}

/// The same of a kind of body.
fn kind_meaning(project: &Project, kind: &KindId) -> String {
    let english = project
        .body_kind(kind)
        .filter(|_| project.language != Language::English);
    let english = english.and_then(|kind| kind.in_second.get("name"));
    english.map_or_else(|| project.body_kind_name(kind), str::to_owned)
}

fn plural(project: &Project, kind: &KindId) -> String {
    let stated = project.body_kind(kind).and_then(|k| k.plural.clone());
    stated.unwrap_or_else(|| project.body_kind_name(kind))
}

fn level(language: Language, depth: usize) -> String {
    match depth {
        0 => say::say(language, Phrase::TopLevel),
        1 => say::say(language, Phrase::SecondLevel),
        2 => say::say(language, Phrase::ThirdLevel),
        _ => say::with(language, Phrase::LevelN, &[&(depth + 1).to_string()]),
    }
}

/// Zones of one body that mean nothing known stand together: a panel each would be noise.
fn stand_together(language: Language, zones: &mut Vec<Zone>) {
    let single = |zone: &Zone| {
        zone.part == Part::Own && zone.bodies.len() == 1 && !zone.id.starts_with("level.")
    };
    if zones.iter().filter(|zone| single(zone)).count() < 2 {
        return;
    }
    let mut singles: Vec<Zone> = Vec::new();
    zones.retain(|zone| {
        let goes = single(zone);
        if goes {
            singles.push(zone.clone());
        }
        !goes
    });
    singles.sort_by_key(|zone| zone.bodies.clone());
    let remark = singles.first().and_then(|zone| zone.remark);
    zones.push(Zone {
        id: Part::Own.id().to_owned(),
        title: joined(language, &singles),
        remark: remark.filter(|_| singles.iter().all(|zone| zone.remark == remark)),
        part: Part::Own,
        band: None,
        bodies: singles.into_iter().flat_map(|zone| zone.bodies).collect(),
    });
}

/// "Support, coordination and performance"; past three names none.
fn joined(language: Language, zones: &[Zone]) -> String {
    let lower = |zone: &Zone| super::words::lower_first(&zone.title);
    match zones {
        [a, rest @ ..] if language == Language::Welsh && rest.len() < 3 => {
            let rest = rest.iter().map(lower);
            say::list(language, std::iter::once(a.title.clone()).chain(rest))
        }
        [a, b] => format!("{} and {}", a.title, lower(b)),
        [a, b, c] => format!("{}, {} and {}", a.title, lower(b), lower(c)),
        _ => Part::Own.title(language).to_owned(),
    }
}
