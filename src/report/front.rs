//! What stands before a pack of papers: title, place, status, date, the changes in short, contents.

use super::changes::{changes, said};
use super::document::{Block, Cell, Document, Table};
use super::schedule::in_short;
use crate::compare::{Comparison, phrase};
use crate::model::{Language, Project, Structure, StructureId, fold};
use crate::say::{self, Label, Sentence};

/// What follows a front page, with its page where the file has fixed ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its heading.
    pub heading: String,
    /// The page that it stands on, from 1.
    pub page: Option<usize>,
}

/// The front page. `status` stands in place of the last structure's own; `contents` are the
/// headings of what follows; `missing` says what has no section, since the project states nothing
/// of it.
#[must_use]
pub fn front_document(
    project: &Project,
    structures: &[&StructureId],
    comparison: Option<&Comparison>,
    status: Option<&str>,
    contents: &[Content],
    missing: &[&str],
) -> Document {
    let language = project.language;
    let structures = structures.iter().filter_map(|id| project.structure(id));
    let structures: Vec<&Structure> = structures.collect();
    let title = said(project.head.title.as_deref());
    let title = title.unwrap_or_else(|| say::say(language, Label::PartnershipStructure));
    let mut document = Document::new(language, title);
    let blocks = &mut document.blocks;
    let paragraph = |text: String| Block::Paragraph { number: None, text };
    blocks.extend(
        facts(project, &structures, status)
            .into_iter()
            .map(paragraph),
    );
    if let Some(comparison) = comparison {
        let sentences = in_short(&changes(project, comparison));
        if !sentences.is_empty() {
            blocks.push(heading(Label::InShort.in_language(language)));
            blocks.push(Block::List(sentences));
        }
    }
    blocks.push(heading(Label::Contents.in_language(language)));
    blocks.push(list(language, contents));
    if !missing.is_empty() {
        let missing = say::list(language, missing);
        blocks.push(paragraph(match language {
            Language::English => {
                format!("Not in this pack, because the project states none: {missing}.")
            }
            Language::Welsh => Sentence::NotInPack.with(&[&missing]),
        }));
    }
    document
}

/// With pages a table, else a list.
fn list(language: Language, contents: &[Content]) -> Block {
    if contents.iter().all(|content| content.page.is_none()) {
        let headings = contents.iter().map(|content| content.heading.clone());
        return Block::List(headings.collect());
    }
    let mut table = Table::said(language, "", &[Label::Section, Label::Page]);
    for content in contents {
        let page = content.page.map(|page| page.to_string());
        table.rows.push(vec![
            Cell::text(&content.heading),
            Cell::text(page.unwrap_or_default()),
        ]);
    }
    Block::Table(table)
}

fn heading(text: &str) -> Block {
    Block::Heading {
        level: 2,
        number: None,
        text: text.to_owned(),
    }
}

/// What it is about; place; status and date of the last structure.
fn facts(project: &Project, structures: &[&Structure], status: Option<&str>) -> Vec<String> {
    let about = match structures {
        [one] => Some(full(one)),
        [first, .., last] => Some(format!("{}; {}", full(first), full(last))),
        [] => None,
    };
    let last = structures.last();
    let own = last.and_then(|structure| structure.head.status.as_deref());
    let status = said(status.or(own));
    let label = last.map(|structure| structure.label()).unwrap_or_default();
    let status = status.filter(|status| fold(status) != fold(&label));
    let date = last.and_then(|structure| said(structure.head.date.as_deref()));
    let date = date.or_else(|| said(project.head.date.as_deref()));
    let facts = [
        said(project.head.place.as_deref()),
        status.map(|status| phrase::capital(&status)),
        date.map(|date| say::date(project.language, &date)),
    ];
    let line: Vec<String> = facts.into_iter().flatten().collect();
    let line = (!line.is_empty()).then(|| line.join(" · "));
    line.into_iter().chain(about).collect()
}

/// "Current: Partnership Board and five thematic partnerships".
fn full(structure: &Structure) -> String {
    let (label, title) = (structure.label(), structure.head.title.trim());
    if title.is_empty() || title == label {
        label
    } else {
        format!("{label}: {title}")
    }
}
