//! Notes of a page: what is not drawn singly, and how to read it.

use std::collections::BTreeMap;

use super::options::{Filter, Options};
use super::zoned::Gathering;
use crate::model::{Link, LinkKindId, Project, Structure};
use crate::say::{self, Phrase};

/// Says which permission links are not drawn, and how many.
pub(super) fn folded(project: &Project, structure: &Structure, filter: &Filter) -> Vec<String> {
    let mut out = folded_of(project, structure.links.iter(), filter);
    out.extend(left_out(project, structure, filter));
    out
}

/// Says which kinds of link somebody chose not to draw, and how many links: "8 × “supports”".
fn left_out(project: &Project, structure: &Structure, filter: &Filter) -> Option<String> {
    let hidden = structure
        .links
        .iter()
        .filter(|link| filter.hidden.contains(&link.kind));
    let kinds = counted(project, hidden)?;
    Some(say::with(project.language, Phrase::KindsLeftOut, &[&kinds]))
}

/// The same for a structure in zones, after how to read the panels.
pub(super) fn zoned(
    project: &Project,
    gathering: &Gathering<'_>,
    options: &Options,
) -> Vec<String> {
    let mut out = Vec::new();
    if !gathering.links.collective.is_empty() {
        out.push(say::say(project.language, Phrase::PanelLines));
    }
    out.extend(folded_of(project, gathering.left(), &options.filter));
    out.extend(left_out(project, gathering.structure, &options.filter));
    out
}

fn folded_of<'a>(
    project: &Project,
    links: impl Iterator<Item = &'a Link>,
    filter: &Filter,
) -> Vec<String> {
    let folded = links.filter(|link| {
        link.permission && !filter.permissions && !filter.hidden.contains(&link.kind)
    });
    let folded = counted(project, folded);
    let told = |folded: String| say::with(project.language, Phrase::PermissionsFolded, &[&folded]);
    folded.map(told).into_iter().collect()
}

/// "3 × “tasked by”, 8 × “supports”"; nothing where there are no links.
fn counted<'a>(project: &Project, links: impl Iterator<Item = &'a Link>) -> Option<String> {
    let mut counts: BTreeMap<&LinkKindId, usize> = BTreeMap::new();
    for link in links {
        *counts.entry(&link.kind).or_default() += 1;
    }
    let parts = counts.iter().map(|(kind, number)| {
        // Quoted as it stands in the key: "may be informs" is no English.
        let name = super::diagram::lower_first(&project.link_kind_name(kind));
        format!("{number} × “{name}”")
    });
    (!counts.is_empty()).then(|| parts.collect::<Vec<_>>().join(", "))
}
