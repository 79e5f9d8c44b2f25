//! Links other than reporting lines, as sentences by kind.

use std::collections::BTreeMap;

use super::{Block, facts};
use crate::compare::phrase;
use crate::model::{
    Body, BodyId, Language, Link, LinkKindId, Project, StandardLink, Structure, fold,
};
use crate::say::{self, Label, Noun, Phrase};

/// Every kind of link with its links in words; nothing when there are none.
pub(super) fn links(project: &Project, structure: &Structure) -> Vec<Block> {
    let mut kinds: Vec<&LinkKindId> = Vec::new();
    let others = || structure.links.iter().filter(|link| !link.hierarchy());
    for link in others() {
        if !kinds.contains(&&link.kind) {
            kinds.push(&link.kind);
        }
    }
    if kinds.is_empty() {
        return Vec::new();
    }
    // Standard kinds in the order of keys and menus, then the project's own as they come.
    kinds.sort_by_key(|kind| {
        StandardLink::ALL
            .iter()
            .position(|standard| kind.is(*standard))
            .unwrap_or(StandardLink::ALL.len())
    });
    let heading = say::say(project.language, Phrase::OtherLinks);
    let mut out = vec![Block::heading(2, heading)];
    for kind in kinds {
        out.push(Block::heading(3, project.link_kind_name(kind)));
        let of_kind: Vec<&Link> = others().filter(|link| &link.kind == kind).collect();
        out.push(Block::list(sentences(project, structure, &of_kind)));
    }
    out
}

/// One sentence for links that say the same: those of one body, and bodies with the same others.
pub(super) fn sentences(project: &Project, structure: &Structure, links: &[&Link]) -> Vec<String> {
    let mut by_body = Groups::default();
    for link in links {
        by_body.add((Terms::of(link), vec![&link.from]), link);
    }
    let mut alike = Groups::default();
    for (_, group) in by_body.list {
        let Some(first) = group.first() else { continue };
        let others: Vec<&BodyId> = group.iter().map(|link| &link.to).collect();
        alike.add((Terms::of(first), others), group);
    }
    alike
        .list
        .iter()
        .filter_map(|((terms, others), groups)| {
            let bodies: Vec<&Body> = groups
                .iter()
                .filter_map(|group| structure.body(&group.first()?.from))
                .collect();
            let others: Vec<&Body> = others.iter().filter_map(|id| structure.body(id)).collect();
            sentence(project, terms, &bodies, &others)
        })
        .collect()
}

/// What a link says apart from its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Terms<'a> {
    kind: &'a LinkKindId,
    permission: bool,
    seats: Option<u32>,
    label: Option<&'a str>,
    certainty: &'a str,
}

impl<'a> Terms<'a> {
    fn of(link: &'a Link) -> Self {
        Self {
            kind: &link.kind,
            permission: link.permission,
            seats: link.seats,
            label: link
                .label
                .as_deref()
                .map(str::trim)
                .filter(|label| !label.is_empty()),
            certainty: link.certainty.as_str(),
        }
    }
}

/// What links are gathered by: their terms and the bodies at one end.
type Key<'a> = (Terms<'a>, Vec<&'a BodyId>);

/// Things gathered by key, in the order in which the keys came.
#[derive(Debug)]
struct Groups<'a, T> {
    places: BTreeMap<Key<'a>, usize>,
    list: Vec<(Key<'a>, Vec<T>)>,
}

impl<T> Default for Groups<'_, T> {
    fn default() -> Self {
        Self {
            places: BTreeMap::new(),
            list: Vec::new(),
        }
    }
}

impl<'a, T> Groups<'a, T> {
    fn add(&mut self, key: Key<'a>, value: T) {
        let place = *self.places.entry(key.clone()).or_insert(self.list.len());
        match self.list.get_mut(place) {
            Some((_, group)) => group.push(value),
            None => self.list.push((key, vec![value])),
        }
    }
}

fn sentence(
    project: &Project,
    terms: &Terms<'_>,
    bodies: &[&Body],
    others: &[&Body],
) -> Option<String> {
    if bodies.is_empty() || others.is_empty() {
        return None;
    }
    if project.language == Language::Welsh {
        return Some(in_welsh(project, terms, bodies, others));
    }
    let subject = phrase::list(bodies.iter().enumerate().map(|(at, body)| {
        let name = facts::name(body);
        if at == 0 { name } else { phrase::inside(&name) }
    }));
    let object = phrase::list(others.iter().map(|body| phrase::inside(&facts::name(body))));
    let many = bodies.len() > 1 || bodies.iter().any(|body| phrase::plural(body));
    let verb = verb(project, terms, many);
    let sentence = format!("{subject} {verb} {object}");
    let mut notes = Vec::new();
    if let Some(n) = terms.seats {
        let each = bodies.len() + others.len() > 2;
        notes.push(format!("{}{}", seats(n), if each { " each" } else { "" }));
    }
    // Words that only repeat the kind or the sentence say nothing more.
    let kind = fold(&project.link_kind_name(terms.kind));
    notes.extend(
        terms
            .label
            .filter(|label| fold(label) != kind && !phrase::says(&sentence, label))
            .map(|label| phrase::without_verb(label, &verb).to_owned()),
    );
    if terms.certainty != "stated" {
        notes.push(terms.certainty.to_owned());
    }
    Some(if notes.is_empty() {
        format!("{sentence}.")
    } else {
        format!("{sentence} ({}).", notes.join("; "))
    })
}

/// "A a B – yn cefnogi – C (2 o seddi yr un).": a form that holds for every kind and number.
fn in_welsh(project: &Project, terms: &Terms<'_>, bodies: &[&Body], others: &[&Body]) -> String {
    let language = project.language;
    let list = |bodies: &[&Body]| say::list(language, bodies.iter().map(|b| facts::name(b)));
    let kind = project.link_kind_name(terms.kind);
    let kind = phrase::lower(&kind);
    let kind = if terms.permission {
        say::with(language, Phrase::WhereAllowed, &[&kind])
    } else {
        kind
    };
    let mut notes = Vec::new();
    if let Some(n) = terms.seats {
        let seats = say::count(
            language,
            usize::try_from(n).unwrap_or(usize::MAX),
            Noun::Seat,
        );
        notes.push(if bodies.len() + others.len() > 2 {
            say::with(language, Phrase::Each, &[&seats])
        } else {
            seats
        });
    }
    notes.extend(
        terms
            .label
            .filter(|label| fold(label) != fold(&kind))
            .map(str::to_owned),
    );
    if terms.certainty != "stated" {
        notes.push(say::certainty(language, terms.certainty));
    }
    let notes = if notes.is_empty() {
        String::new()
    } else {
        format!(" ({})", notes.join("; "))
    };
    format!("{} – {kind} – {}{notes}.", list(bodies), list(others))
}

fn seats(n: u32) -> String {
    phrase::count(usize::try_from(n).unwrap_or(usize::MAX), "seat", "seats")
}

/// What a link said that it says no longer, apart from its ends and its kind.
pub(super) fn said_before(language: Language, now: &Link, was: &Link) -> String {
    let (after, before) = (Terms::of(now), Terms::of(was));
    let mut notes = Vec::new();
    if after.seats != before.seats {
        notes.push(match before.seats.and_then(|n| usize::try_from(n).ok()) {
            Some(n) => say::count(language, n, Noun::Seat),
            None => say::say(language, Label::SeatsNotStated),
        });
    }
    if after.label != before.label {
        notes.extend(before.label.map(str::to_owned));
    }
    if after.certainty != before.certainty {
        notes.push(say::certainty(language, before.certainty));
    }
    notes.join("; ")
}

/// The words between the two names.
fn verb(project: &Project, terms: &Terms<'_>, many: bool) -> String {
    let (standing, permission) = match terms.kind.standard() {
        Some(StandardLink::ReportsTo) if many => ("report to", "may report to"),
        Some(StandardLink::ReportsTo) => ("reports to", "may report to"),
        Some(StandardLink::TaskedBy) if many => ("are tasked by", "may be tasked by"),
        Some(StandardLink::TaskedBy) => ("is tasked by", "may be tasked by"),
        Some(StandardLink::RepresentedOn) if many => {
            ("are represented on", "may be represented on")
        }
        Some(StandardLink::RepresentedOn) => ("is represented on", "may be represented on"),
        Some(StandardLink::Supports) if many => ("support", "may support"),
        Some(StandardLink::Supports) => ("supports", "may support"),
        Some(StandardLink::Informs) if many => ("inform", "may inform"),
        Some(StandardLink::Informs) => ("informs", "may inform"),
        None => {
            let words = phrase::lower(&project.link_kind_name(terms.kind));
            return match (phrase::verb(&words), terms.permission) {
                (Some([_, _, may]), true) => format!("may {may}"),
                (Some([one, all, _]), false) => {
                    if many {
                        all
                    } else {
                        one
                    }
                }
                // No verb: the words stand as they are.
                (None, true) => format!("(where appropriate): {words}"),
                (None, false) => format!("– {words} –"),
            };
        }
    };
    if terms.permission {
        permission
    } else {
        standing
    }
    .to_owned()
}
