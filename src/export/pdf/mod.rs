//! PDF: pictures as vector shapes with real text, words as tagged pages.
//!
//! A file is planned as sheets of tagged pieces ([`book`]) and written in one go, so that every
//! page knows how many there are. Whatever is on a page is a scene's item: the same shapes and
//! shaped rows as everywhere.

mod book;
mod flow;
mod picture;
mod shapes;
mod table;
mod text;

use book::{About, Book};
use flow::Flow;

use crate::describe::{self, TextVersion};
use crate::geom::Size;
use crate::report::{self, Cell, Document, Table};
use crate::scene::Scene;

/// A sheet of A4, upright.
const A4: Size = Size::new(595.28, 841.89);
/// A sheet of A4, lying: for tables of many columns.
const A4_ACROSS: Size = Size::new(841.89, 595.28);
/// As many columns can be read upright.
const UPRIGHT_COLUMNS: usize = 5;

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

/// The pages of a scene, and after them its text version on pages of words. `date` is the one
/// that the project states.
///
/// # Errors
/// [`PdfError`] when the file would break a limit of PDF/A or PDF/UA.
pub fn pdf_picture(
    scene: &Scene,
    words: &TextVersion,
    date: Option<&str>,
) -> Result<Vec<u8>, PdfError> {
    let mut book = Book::default();
    picture::add(&mut book, scene);
    let pictures = book.sheets.len();
    // A picture without a title block has no heading that the text could stand under.
    let level = if book.entries.is_empty() { 1 } else { 2 };
    let mut blocks = vec![Block::Heading {
        level,
        text: "Text version".to_owned(),
    }];
    for (at, block) in words.blocks.iter().enumerate() {
        match (at, block) {
            // The picture's title is the heading of the file.
            (0, describe::Block::Heading { text, .. }) => blocks.push(Block::Paragraph {
                number: None,
                text: text.clone(),
            }),
            _ => blocks.push(Block::under(block, level)),
        }
    }
    Flow::new(&mut book, A4).blocks(&blocks);
    picture::numbers(&mut book, pictures);
    flow::feet(&mut book, pictures, &scene.title);
    book.write(&About {
        title: scene.title.clone(),
        description: scene.description.clone(),
        language: scene.lang,
        date: date.map(str::to_owned),
    })
}

/// A document in words.
///
/// # Errors
/// [`PdfError`] when the file would break a limit of PDF/A or PDF/UA.
pub fn pdf_document(document: &Document, date: Option<&str>) -> Result<Vec<u8>, PdfError> {
    let mut book = Book::default();
    let columns = document.tables().map(|table| table.columns.len()).max();
    let size = if columns.unwrap_or(0) > UPRIGHT_COLUMNS {
        A4_ACROSS
    } else {
        A4
    };
    let blocks: Vec<Block> = document.blocks.iter().map(Block::of).collect();
    Flow::new(&mut book, size).blocks(&blocks);
    flow::feet(&mut book, 0, &document.title);
    book.write(&About {
        title: document.title.clone(),
        description: String::new(),
        language: document.language,
        date: date.map(str::to_owned),
    })
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
            describe::Block::Table { header, rows } => {
                let heads: Vec<&str> = header.iter().map(String::as_str).collect();
                let mut table = Table::new("", &heads);
                let cells = |row: &Vec<String>| row.iter().map(Cell::text).collect();
                table.rows = rows.iter().map(cells).collect();
                Self::Table(table)
            }
        }
    }
}
