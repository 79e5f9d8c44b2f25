//! Notes of a page: what is not drawn singly, and how to read it.

use std::collections::BTreeMap;

use super::options::Filter;
use crate::model::{Link, LinkKindId, Project, Structure};

/// Says which permission links are not drawn, and how many.
pub(super) fn folded(project: &Project, structure: &Structure, filter: &Filter) -> Vec<String> {
    let mut counts: BTreeMap<&LinkKindId, Vec<&Link>> = BTreeMap::new();
    for link in &structure.links {
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
    vec![format!(
        "Permissions are not drawn as lines: {}. The text version lists them.",
        parts.join(", ")
    )]
}
