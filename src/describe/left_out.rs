//! What the words say of links that their picture does not draw.

use std::collections::BTreeMap;

use super::{Block, TextVersion};
use crate::compare::phrase;
use crate::model::{LinkKindId, Project, Structure, StructureId};
use crate::say::{self, Noun, Phrase};

impl TextVersion {
    /// Says after the short text which links of these structures the picture leaves out.
    pub fn leave_out(
        &mut self,
        project: &Project,
        structures: &[&StructureId],
        hidden: impl Fn(&LinkKindId) -> bool,
    ) {
        let structures = structures.iter().filter_map(|id| project.structure(id));
        let structures: Vec<&Structure> = structures.collect();
        let counts = structures.iter().map(|s| counts(s, &hidden));
        let counts: Vec<BTreeMap<&LinkKindId, usize>> = counts.collect();
        let told = match (counts.as_slice(), structures.as_slice()) {
            ([links], [_]) => of_one(project, links),
            ([before, after], [old, new]) => of_two(project, [old, new], [before, after]),
            _ => None,
        };
        let Some(told) = told else { return };
        let short = |block: &Block| *block == Block::Paragraph(self.alt.clone());
        let after = self.blocks.iter().position(short);
        let at = after.map_or(self.blocks.len().min(1), |at| at + 1);
        self.blocks.insert(at, Block::Paragraph(told));
    }
}

/// The links of each kind that is not drawn.
fn counts(
    structure: &Structure,
    hidden: impl Fn(&LinkKindId) -> bool,
) -> BTreeMap<&LinkKindId, usize> {
    let mut counts = BTreeMap::new();
    for link in structure.links.iter().filter(|link| hidden(&link.kind)) {
        *counts.entry(&link.kind).or_default() += 1;
    }
    counts
}

/// "The picture leaves out 12 links (8 represented on, 4 supports), listed below."
fn of_one(project: &Project, links: &BTreeMap<&LinkKindId, usize>) -> Option<String> {
    let name = |kind: &LinkKindId| phrase::lower(&project.link_kind_name(kind));
    let mut kinds: Vec<String> = links.keys().map(|kind| name(kind)).collect();
    if links.len() > 1 {
        let numbers = links.values().zip(&kinds);
        kinds = numbers.map(|(n, kind)| format!("{n} {kind}")).collect();
    }
    let all = say::count(project.language, links.values().sum(), Noun::Link);
    let parts = [all.as_str(), &kinds.join(", ")];
    let told = say::with(project.language, Phrase::PictureLeavesOut, &parts);
    (!links.is_empty()).then_some(told)
}

/// "The picture leaves out 8 links in Current and 12 in Proposed (represented on). Those that
/// change are listed below."
fn of_two(
    project: &Project,
    [old, new]: [&Structure; 2],
    [before, after]: [&BTreeMap<&LinkKindId, usize>; 2],
) -> Option<String> {
    let kinds = before.keys().chain(after.keys());
    let kinds: std::collections::BTreeSet<_> = kinds.collect();
    let names = kinds.iter().map(|kind| project.link_kind_name(kind));
    let names: Vec<String> = names.map(|name| phrase::lower(&name)).collect();
    let sum = |links: &BTreeMap<&LinkKindId, usize>| links.values().sum::<usize>();
    let told = format!(
        "The picture leaves out {} in {} and {} in {} ({}). Those that change are listed below.",
        phrase::count(sum(before), "link", "links"),
        old.label(),
        sum(after),
        new.label(),
        names.join(", ")
    );
    (!kinds.is_empty()).then_some(told)
}
