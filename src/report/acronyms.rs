//! Acronyms and other names of bodies, with the name that the paper uses.

use super::changes::said;
use super::document::{Block, Cell, Document, Sections, Table};
use super::natural;
use crate::model::{Language, Project, Structure, StructureId, fold};
use crate::say::Label;

/// The key to short and other names; only a title where there are none.
#[must_use]
pub fn acronyms_document(project: &Project, structures: &[&StructureId]) -> Document {
    let mut document = super::titled(project, Label::AcronymsTitle.in_language(project.language));
    let structures = structures.iter().filter_map(|id| project.structure(id));
    let table = table(project.language, &structures.collect::<Vec<_>>());
    if !table.rows.is_empty() {
        let mut sections = Sections::default();
        document
            .blocks
            .push(sections.heading(Label::Acronyms.in_language(project.language)));
        document.blocks.push(Block::Table(table));
    }
    document
}

/// One row for each name, in the order of the alphabet.
fn table(language: Language, structures: &[&Structure]) -> Table {
    let mut names: Vec<(String, Vec<String>)> = Vec::new();
    for body in structures.iter().flat_map(|structure| &structure.bodies) {
        let Some(full) = said(Some(&body.name)) else {
            continue;
        };
        let others = body.short.iter().chain(&body.aliases);
        for other in others.filter_map(|other| said(Some(other))) {
            // What a body is called today may be what it is called tomorrow in full.
            if fold(&other) == fold(&full) {
                continue;
            }
            match names.iter_mut().find(|(name, _)| *name == other) {
                Some((_, fulls)) if fulls.contains(&full) => {}
                Some((_, fulls)) => fulls.push(full.clone()),
                None => names.push((other, vec![full.clone()])),
            }
        }
    }
    names.sort_by(|(a, _), (b, _)| natural::compare(a, b));
    let mut table = Table::said(
        language,
        Label::ShortNames.in_language(language),
        &[Label::Name, Label::StandsFor],
    );
    for (name, fulls) in names {
        table.rows.push(vec![Cell::text(name), Cell::list(fulls)]);
    }
    table
}
