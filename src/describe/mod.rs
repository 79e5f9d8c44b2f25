//! The text version: generated words equivalent to the picture.
//!
//! It is made of plain blocks, so that every format prints the same words; Markdown is one of
//! them.

mod alt;
mod changes;
mod facts;
pub mod grid;
mod links;
mod markdown;
mod outline;
mod overview;
#[cfg(test)]
mod tests;

pub use alt::{MAX_ALT, alt_text, alt_text_compare, generated_alt, generated_alt_compare};
pub use changes::describe_comparison;
pub use facts::body_in_short;

use crate::compare::{CompareError, compare};
use crate::measure::Hierarchy;
use crate::model::{Language, Project, Structure, StructureId};
use crate::say::{self, Phrase};

/// Words equivalent to a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextVersion {
    /// What it is about.
    pub title: String,
    /// Short alternative text, at most [`MAX_ALT`] characters.
    pub alt: String,
    /// Everything, from the title on.
    pub blocks: Vec<Block>,
}

/// A part of the text version. Texts are plain: no markup, nothing escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// From 1, the title.
        level: usize,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// A nested list.
    List(Vec<Item>),
    /// A table.
    Table {
        /// The heads of the columns.
        header: Vec<String>,
        /// The rows, each as long as the header.
        rows: Vec<Vec<String>>,
    },
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// 0 for the outermost.
    pub depth: usize,
    /// Its words.
    pub text: String,
}

/// The text version of one structure.
///
/// # Errors
/// [`CompareError::NoStructure`] when the project has no such structure.
pub fn describe_structure(
    project: &Project,
    id: &StructureId,
) -> Result<TextVersion, CompareError> {
    let structure = project
        .structure(id)
        .ok_or_else(|| CompareError::NoStructure {
            missing: id.clone(),
            known: project.structures.iter().map(|s| s.id().clone()).collect(),
        })?;
    let hierarchy = Hierarchy::new(structure);
    let alt = alt_text(project, structure);
    let title = heading(project, &structure.head.title);
    let mut blocks = opening(project, &title, &alt, structure);
    blocks.extend(overview::overview(project, structure, &hierarchy));
    blocks.extend(outline::outline(project, structure, &hierarchy));
    let words = if hierarchy.is_flat() {
        Phrase::Bodies
    } else {
        Phrase::BodiesWithoutLine
    };
    blocks.extend(facts::section(project, structure, words, |body, place| {
        body.in_structure() && hierarchy.is_apart(place)
    }));
    blocks.extend(facts::section(
        project,
        structure,
        Phrase::FamilyWithoutLine,
        |body, place| !body.in_structure() && !body.outside() && hierarchy.is_apart(place),
    ));
    blocks.extend(facts::section(
        project,
        structure,
        Phrase::Outside,
        |body, place| body.outside() && hierarchy.is_apart(place),
    ));
    blocks.extend(links::links(project, structure));
    // In Welsh the links alone tell what a grid shows.
    if project.language == Language::English {
        blocks.extend(grid::blocks(project, structure));
    }
    Ok(TextVersion { title, alt, blocks })
}

/// The text version of a comparison: what becomes of every body.
///
/// # Errors
/// [`CompareError::NoStructure`] when the project lacks one of the structures.
pub fn describe_changes(
    project: &Project,
    from: &StructureId,
    to: &StructureId,
) -> Result<TextVersion, CompareError> {
    let comparison = compare(project, from, to)?;
    Ok(describe_comparison(project, &comparison))
}

impl TextVersion {
    /// The text version as Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::markdown(&self.blocks)
    }

    /// The same with every heading so many levels deeper, to stand in a larger paper.
    #[must_use]
    pub fn deeper(mut self, levels: usize) -> Self {
        for block in &mut self.blocks {
            if let Block::Heading { level, .. } = block {
                *level = level.saturating_add(levels);
            }
        }
        self
    }
}

/// A word of certainty that is not "stated".
fn certainty_in(language: Language, word: &str) -> String {
    match (language, word) {
        (Language::Welsh, "undecided") => say::say(language, Phrase::Undecided),
        (Language::Welsh, "implied") => say::say(language, Phrase::Implied),
        _ => word.to_owned(),
    }
}

/// The title of the project with what the text is about.
/// A structure whose title begins with the project's is named by its own alone.
fn heading(project: &Project, about: &str) -> String {
    let whole = project.head.title.as_deref().map(str::trim);
    if whole.is_some_and(|whole| !whole.is_empty() && about.trim().starts_with(whole)) {
        return about.trim().to_owned();
    }
    let parts: Vec<&str> = [project.head.title.as_deref().unwrap_or_default(), about]
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        say::say(project.language, Phrase::Untitled)
    } else {
        parts.join(": ")
    }
}

/// Title, place, date and status, short alternative text.
fn opening(project: &Project, title: &str, alt: &str, structure: &Structure) -> Vec<Block> {
    let head = &structure.head;
    let facts: Vec<&str> = [&project.head.place, &head.date, &head.status]
        .into_iter()
        .filter_map(|text| text.as_deref().map(str::trim))
        .filter(|text| !text.is_empty())
        .collect();
    let mut out = vec![Block::heading(1, title)];
    if !facts.is_empty() {
        out.push(Block::Paragraph(format!("{}.", facts.join(" · "))));
    }
    out.push(Block::heading(
        2,
        say::say(project.language, Phrase::InShort),
    ));
    out.push(Block::Paragraph(alt.to_owned()));
    if let Some(note) = head.note.as_deref().filter(|note| !note.trim().is_empty()) {
        out.push(Block::Paragraph(note.to_owned()));
    }
    out
}

impl Block {
    fn heading(level: usize, text: impl Into<String>) -> Self {
        Self::Heading {
            level,
            text: text.into(),
        }
    }

    fn list(texts: impl IntoIterator<Item = String>) -> Self {
        Self::List(
            texts
                .into_iter()
                .map(|text| Item { depth: 0, text })
                .collect(),
        )
    }
}
