//! Notes of a page: what is not drawn singly, and how to read it.

use std::collections::BTreeMap;

use super::options::{Filter, Options};
use super::zoned::Gathering;
use crate::model::{Link, LinkKindId, Project, Structure};
use crate::say::{self, Phrase};

/// Says which permission links are not drawn, and how many.
pub(super) fn folded(project: &Project, structure: &Structure, filter: &Filter) -> Vec<String> {
    folded_of(project, structure.links.iter(), filter)
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
    out
}

fn folded_of<'a>(
    project: &Project,
    links: impl Iterator<Item = &'a Link>,
    filter: &Filter,
) -> Vec<String> {
    let mut counts: BTreeMap<&LinkKindId, Vec<&Link>> = BTreeMap::new();
    for link in links {
        if link.permission && !filter.permissions && !filter.hidden.contains(&link.kind) {
            counts.entry(&link.kind).or_default().push(link);
        }
    }
    if counts.is_empty() {
        return Vec::new();
    }
    let parts: Vec<String> = counts
        .iter()
        .map(|(kind, links)| {
            // Quoted as it stands in the key: "may be informs" is no English.
            let name = super::diagram::lower_first(&project.link_kind_name(kind));
            format!("{} × “{name}”", links.len())
        })
        .collect();
    let folded = parts.join(", ");
    vec![say::with(
        project.language,
        Phrase::PermissionsFolded,
        &[&folded],
    )]
}
