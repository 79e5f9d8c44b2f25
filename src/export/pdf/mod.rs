//! PDF: pictures as vector shapes with real text, words as tagged pages.
//!
//! A file is planned as sheets of tagged pieces ([`book`]) and written in one go, so that every
//! page knows how many there are. Whatever is on a page is a scene's item: the same shapes and
//! shaped rows as everywhere.

mod book;
mod flow;
mod picture;
mod shapes;
mod spoken;
mod table;
mod text;

use book::{About, Book, Entry, Sheet};
use flow::Flow;

use super::publication::{Part, Publication, text_versions_heading};
use crate::describe::{self, TextVersion};
use crate::export::document::table_of;
use crate::export::sheet::{A4, A4_ACROSS, UPRIGHT_COLUMNS};
use crate::geom::Size;
use crate::model::Language;
use crate::report::{self, Table};
use crate::scene::Page;

/// Why a PDF was not made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The library refused to write it.
    #[error("The PDF could not be made: {0}.")]
    Writing(String),
}

/// What a page of words is made of.
enum Block {
    Heading {
        level: u16,
        text: String,
    },
    Paragraph {
        number: Option<String>,
        text: String,
    },
    List(Vec<(usize, String)>),
    Table(Table),
}

/// A publication as one file: its parts in order, the text versions of its pictures at the end.
///
/// # Errors
/// [`PdfError`] when the file would break a limit of PDF/A or PDF/UA.
pub fn pdf(publication: &Publication) -> Result<Vec<u8>, PdfError> {
    let description = match publication.parts.as_slice() {
        [Part::Picture { scene, .. }] => scene.description.clone(),
        _ => String::new(),
    };
    bind(publication).write(&About {
        title: publication.title.clone(),
        description,
        language: publication.language,
        date: publication.date.clone(),
    })
}

/// The pages of such a file, as they print.
#[must_use]
pub fn pdf_pages(publication: &Publication) -> Vec<Page> {
    let sheets = bind(publication).sheets.into_iter();
    sheets.map(Sheet::page).collect()
}

/// A heading of such a file, and its page from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its words, number included.
    pub words: String,
    /// The page that it stands on.
    pub page: usize,
}

/// The headings of such a file in order.
#[must_use]
pub fn pdf_headings(publication: &Publication) -> Vec<Heading> {
    let entries = bind(publication).entries.into_iter();
    let heading = |entry: Entry| Heading {
        words: entry.words,
        page: entry.page + 1,
    };
    entries.map(heading).collect()
}

/// The whole file as sheets.
fn bind(publication: &Publication) -> Book {
    let mut book = Book::default();
    let own = Language::of_tag(publication.language);
    book.language = own;
    book.other = publication.other.clone();
    let mut pictures: Vec<(&TextVersion, Language)> = Vec::new();
    // Documents on sheets of one size follow each other without turning the page.
    for parts in publication
        .parts
        .chunk_by(|a, b| sheet_of(a).is_some() && sheet_of(a) == sheet_of(b))
    {
        let mut blocks = Vec::new();
        for part in parts {
            match part {
                Part::Picture { scene, words } => {
                    let language = Language::of_tag(scene.lang);
                    let from = book.tags.len();
                    picture::add(&mut book, scene);
                    book.speak(from, own, language);
                    pictures.push((words, language));
                }
                Part::Words(document) => blocks.extend(document.blocks.iter().map(Block::of)),
            }
        }
        if let Some(size) = parts.first().and_then(sheet_of) {
            Flow::new(&mut book, size).blocks(&blocks);
        }
    }
    if !pictures.is_empty() {
        // A picture without a title block has no heading that the text could stand under.
        let level = if book.entries.is_empty() { 1 } else { 2 };
        for pictures in pictures.chunk_by(|a, b| a.1 == b.1) {
            let language = pictures.first().map_or(own, |(_, language)| *language);
            let words: Vec<&TextVersion> = pictures.iter().map(|(words, _)| *words).collect();
            let from = book.tags.len();
            let blocks = text_versions(&words, level, language);
            Flow::new(&mut book, A4).blocks(&blocks);
            book.speak(from, own, language);
        }
    }
    picture::numbers(&mut book);
    flow::feet(&mut book, &publication.title);
    book
}

/// The sheets that a document stands on; a picture brings its own.
fn sheet_of(part: &Part) -> Option<Size> {
    let Part::Words(document) = part else {
        return None;
    };
    let columns = document.tables().map(|table| table.columns.len()).max();
    Some(if columns.unwrap_or(0) > UPRIGHT_COLUMNS {
        A4_ACROSS
    } else {
        A4
    })
}

/// What is seen in the pictures, in words.
fn text_versions(pictures: &[&TextVersion], level: u16, language: Language) -> Vec<Block> {
    let heading = |level, text: &str| Block::Heading {
        level,
        text: text.to_owned(),
    };
    let several = pictures.len() > 1;
    let mut blocks = vec![heading(
        level,
        text_versions_heading(pictures.len(), language),
    )];
    for words in pictures {
        for (at, block) in words.blocks.iter().enumerate() {
            blocks.push(match (at, block) {
                (0, describe::Block::Heading { text, .. }) if several => heading(level + 1, text),
                // The picture's title is the heading of the file.
                (0, describe::Block::Heading { text, .. }) => Block::Paragraph {
                    number: None,
                    text: text.clone(),
                },
                _ => Block::under(block, if several { level + 1 } else { level }),
            });
        }
    }
    blocks
}

impl Block {
    fn of(block: &report::Block) -> Self {
        match block {
            report::Block::Heading {
                level,
                number,
                text,
            } => Self::Heading {
                level: u16::from(*level),
                text: super::document::numbered(number.as_deref(), text),
            },
            report::Block::Paragraph { number, text } => Self::Paragraph {
                number: number.clone(),
                text: text.clone(),
            },
            report::Block::List(items) => {
                Self::List(items.iter().map(|item| (0, item.clone())).collect())
            }
            report::Block::Table(table) => Self::Table(table.clone()),
        }
    }

    /// A block of the text version; its headings stand under one of this level.
    fn under(block: &describe::Block, above: u16) -> Self {
        match block {
            describe::Block::Heading { level, text } => Self::Heading {
                level: u16::try_from(*level).map_or(above, |level| level.max(2) - 1 + above),
                text: text.clone(),
            },
            describe::Block::Paragraph(text) => Self::Paragraph {
                number: None,
                text: text.clone(),
            },
            describe::Block::List(items) => Self::List(
                items
                    .iter()
                    .map(|item| (item.depth, item.text.clone()))
                    .collect(),
            ),
            describe::Block::Table { header, rows } => Self::Table(table_of("", header, rows)),
        }
    }
}
