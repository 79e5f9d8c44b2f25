//! Characters that the font lacks: they show as an open box.

use super::{Finding, Severity, quote, quoted};
use crate::compare::phrase;
use crate::model::Project;
use crate::text::missing_glyphs;

pub(super) fn check(project: &Project) -> Vec<Finding> {
    let mut out = Vec::new();
    out.extend(lacking(
        [project.head.title.as_deref(), project.head.place.as_deref()],
        "the title or place of the project",
    ));
    let kinds = project.body_kinds.iter().map(|kind| &kind.name);
    let tiers = project.tiers.iter().map(|tier| &tier.name);
    let links = project.link_kinds.iter().map(|kind| &kind.name);
    out.extend(lacking(
        kinds
            .chain(tiers)
            .chain(links)
            .map(|name| Some(name.as_str())),
        "the names of kinds and tiers",
    ));
    for structure in &project.structures {
        let head = &structure.head;
        let place = format!("the heading of {}", quote(&structure.label()));
        out.extend(
            lacking([Some(head.title.as_str()), head.status.as_deref()], &place)
                .map(|finding| finding.of(structure)),
        );
        for body in &structure.bodies {
            let words = [
                Some(body.name.as_str()),
                body.short.as_deref(),
                body.meetings.as_stated.as_deref(),
            ];
            out.extend(
                lacking(words, &quoted(body))
                    .map(|finding| finding.of(structure).bodies([&body.id])),
            );
        }
        for link in &structure.links {
            out.extend(
                lacking([link.label.as_deref()], "the words on a link")
                    .map(|finding| finding.of(structure).links([&link.id])),
            );
        }
    }
    out
}

fn lacking<'a>(texts: impl IntoIterator<Item = Option<&'a str>>, place: &str) -> Option<Finding> {
    const MOST: usize = 8;
    let mut missing: Vec<char> = texts
        .into_iter()
        .flatten()
        .filter(|text| !text.is_ascii())
        .flat_map(missing_glyphs)
        .collect();
    missing.sort_unstable();
    missing.dedup();
    if missing.is_empty() {
        return None;
    }
    let mut shown: Vec<String> = missing
        .iter()
        .take(MOST)
        .map(|c| format!("“{c}”"))
        .collect();
    if missing.len() > MOST {
        shown.push(format!("{} more", missing.len() - MOST));
    }
    Some(Finding::new(
        Severity::Warning,
        "missing-glyph",
        format!(
            "The font has no sign for {} in {place}; an open box shows instead.",
            phrase::list(shown)
        ),
        "Use other characters in the picture; the text version keeps these.",
    ))
}
