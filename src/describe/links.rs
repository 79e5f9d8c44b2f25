//! Links other than reporting lines, as sentences by kind.

use super::{Block, facts};
use crate::compare::phrase;
use crate::model::{Body, Link, LinkKindId, Project, StandardLink, Structure};

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
    let mut out = vec![Block::heading(2, "Other links")];
    for kind in kinds {
        out.push(Block::heading(3, project.link_kind_name(kind)));
        let of_kind: Vec<&Link> = others().filter(|link| &link.kind == kind).collect();
        out.push(Block::list(sentences(project, structure, &of_kind)));
    }
    out
}

/// One sentence for the links of a body that say the same.
pub(super) fn sentences(project: &Project, structure: &Structure, links: &[&Link]) -> Vec<String> {
    let mut groups: Vec<Vec<&Link>> = Vec::new();
    let mut at = std::collections::BTreeMap::new();
    for link in links {
        let key = (
            &link.from,
            &link.kind,
            link.permission,
            link.seats,
            link.label.as_deref(),
            link.certainty.as_str(),
        );
        let group = *at.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        if let Some(group) = groups.get_mut(group) {
            group.push(link);
        }
    }
    groups
        .iter()
        .filter_map(|group| sentence(project, structure, group))
        .collect()
}

fn sentence(project: &Project, structure: &Structure, links: &[&Link]) -> Option<String> {
    let first = links.first()?;
    let from = structure.body(&first.from)?;
    let to = phrase::list(
        links
            .iter()
            .filter_map(|link| structure.body(&link.to))
            .map(facts::name),
    );
    let mut notes = Vec::new();
    if let Some(n) = first.seats {
        let seats = phrase::count(usize::try_from(n).unwrap_or(usize::MAX), "seat", "seats");
        notes.push(if links.len() > 1 {
            format!("{seats} each")
        } else {
            seats
        });
    }
    if let Some(label) = first.label.as_deref().filter(|l| !l.trim().is_empty()) {
        notes.push(label.trim().to_owned());
    }
    if first.certainty.as_str() != "stated" {
        notes.push(first.certainty.as_str().to_owned());
    }
    let notes = if notes.is_empty() {
        String::new()
    } else {
        format!(" ({})", notes.join("; "))
    };
    Some(format!(
        "{} {} {to}{notes}.",
        facts::name(from),
        verb(project, from, first)
    ))
}

/// The words between the two names.
fn verb(project: &Project, from: &Body, link: &Link) -> String {
    let many = from.count.is_some();
    let (standing, permission) = match link.kind.standard() {
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
            // The project's own words stand as they are; nobody knows their grammar.
            let words = phrase::lower(&project.link_kind_name(&link.kind));
            return if link.permission {
                format!("(where appropriate): {words}")
            } else {
                format!("– {words} –")
            };
        }
    };
    if link.permission {
        permission
    } else {
        standing
    }
    .to_owned()
}
