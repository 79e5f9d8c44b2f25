//! A publication as sections of headings, paragraphs, tables and pictures, before it is written.

use super::picture::{self, Picture};
use super::style::{DEEPEST_HEADING, DEEPEST_LIST, Style};
use super::{DocxError, paging};
use crate::describe::{self, TextVersion};
use crate::export::document::{one_line, table_of};
use crate::export::sheet::{A4, A4_ACROSS, BORDER, UPRIGHT_COLUMNS};
use crate::export::{Part, Publication, text_versions_heading};
use crate::geom::Size;
use crate::model::Language;
use crate::report::{self, Document, Table};
use crate::scene::Scene;

/// Room between a table and what follows it.
const AFTER_TABLE: f64 = 8.0;
/// A beginning that takes less of a page than that stands on the lying page of what follows.
const SHORT: f64 = 0.45;

/// All that is in the file.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) sections: Vec<Section>,
    pub(super) pictures: Vec<Picture>,
}

/// Pages of one size.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) sheet: Size,
    pub(super) border: f64,
    pub(super) pieces: Vec<Piece>,
}

/// What stands under one another.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Paragraph(Paragraph),
    Table(Grid),
    /// The number of a picture, from 0.
    Picture(usize),
}

#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    /// "2.1".
    pub(super) number: Option<String>,
    pub(super) text: String,
}

/// A table and what it is called for readers.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    pub(super) table: Table,
    pub(super) name: String,
}

impl Content {
    /// A section of words goes on on pages of its size.
    fn follow(&mut self, section: Section) {
        match self.sections.last_mut() {
            Some(last) if last.goes_on(&section) => last.add(section.pieces),
            _ => self.sections.push(section),
        }
    }
}

impl Paragraph {
    pub(super) fn new(style: Style, text: &str) -> Self {
        Self {
            style,
            number: None,
            text: one_line(text),
        }
    }
}

impl Section {
    pub(super) fn new(sheet: Size, border: f64, pieces: Vec<Piece>) -> Self {
        let mut section = Self {
            sheet,
            border,
            pieces: Vec::new(),
        };
        section.add(pieces);
        section
    }

    /// Width between the borders.
    pub(super) fn width(&self) -> f64 {
        self.sheet.width - 2.0 * self.border
    }

    /// Height between the borders.
    pub(super) fn height(&self) -> f64 {
        self.sheet.height - 2.0 * self.border
    }

    /// Room over a paragraph: none at the top of the section, some under a table.
    pub(super) fn before(&self, at: usize) -> f64 {
        let Some(Piece::Paragraph(paragraph)) = self.pieces.get(at) else {
            return 0.0;
        };
        let own = paragraph.style.look().before;
        match at.checked_sub(1).and_then(|at| self.pieces.get(at)) {
            None => 0.0,
            Some(Piece::Table(_)) if paragraph.style != Style::End => own.max(AFTER_TABLE),
            Some(_) => own,
        }
    }

    /// Whether both are words on sheets of one size.
    fn goes_on(&self, next: &Self) -> bool {
        let words = |piece: &Piece| !matches!(piece, Piece::Picture(_));
        self.sheet == next.sheet && self.pieces.iter().chain(&next.pieces).all(words)
    }

    fn lies(&self) -> bool {
        self.sheet.width > self.sheet.height
    }

    /// Pieces for the end; tables never touch each other, nor the end of the section.
    fn add(&mut self, pieces: Vec<Piece>) {
        let end = || Piece::Paragraph(Paragraph::new(Style::End, ""));
        if matches!(self.pieces.last(), Some(Piece::Paragraph(last)) if last.style == Style::End) {
            self.pieces.pop();
        }
        for piece in pieces {
            let after_table = matches!(self.pieces.last(), Some(Piece::Table(_)));
            if after_table && !matches!(piece, Piece::Paragraph(_)) {
                self.pieces.push(end());
            }
            self.pieces.push(piece);
        }
        if !matches!(
            self.pieces.last(),
            Some(Piece::Paragraph(_) | Piece::Picture(_))
        ) {
            self.pieces.push(end());
        }
    }
}

/// Turns headings into styles without leaving out a level.
#[derive(Debug, Default)]
pub(super) struct Levels {
    last: u8,
}

impl Levels {
    /// The style of a heading; level 0 is the title of the file.
    pub(super) fn style(&mut self, level: usize) -> Style {
        let level = u8::try_from(level).unwrap_or(DEEPEST_HEADING);
        if level == 0 {
            return Style::Title;
        }
        self.last = level.min(self.last + 1).min(DEEPEST_HEADING);
        Style::Heading(self.last)
    }
}

/// Everything in its order.
pub(super) fn content(publication: &Publication) -> Result<Content, DocxError> {
    let mut out = Content::default();
    let mut levels = Levels::default();
    let first = publication.parts.first().map(title_of);
    // A file that is called as its first part is does not say it twice.
    let same = first.is_some_and(|first| one_line(first) == one_line(&publication.title));
    let leads = same || publication.parts.len() == 1;
    let mut before = Vec::new();
    if !leads {
        before.push(Piece::Paragraph(Paragraph::new(
            Style::Title,
            &publication.title,
        )));
    }
    let mut pictures: Vec<(&Scene, &TextVersion)> = Vec::new();
    for (at, part) in publication.parts.iter().enumerate() {
        let level = usize::from(at > 0 || !leads);
        let before = std::mem::take(&mut before);
        match part {
            Part::Picture { scene, words } => {
                picture::add(&mut out, &mut levels, scene, level, before)?;
                pictures.push((scene, words));
            }
            Part::Words(document) => {
                let sections = document_sections(&mut levels, document, level, before);
                sections.into_iter().for_each(|section| out.follow(section));
            }
        }
    }
    if !pictures.is_empty() {
        // On a page of its own: headings one after another at the foot of a page come apart in LibreOffice.
        out.sections.push(annex(&mut levels, &pictures));
    }
    if !before.is_empty() || out.sections.is_empty() {
        out.sections.push(Section::new(A4, BORDER, before));
    }
    Ok(out)
}

fn title_of(part: &Part) -> &str {
    match part {
        Part::Picture { scene, .. } => &scene.title,
        Part::Words(document) => &document.title,
    }
}

/// The text versions of the pictures, at the end: the paper reads like a paper, and nothing is lost.
fn annex(levels: &mut Levels, pictures: &[(&Scene, &TextVersion)]) -> Section {
    let language = pictures
        .first()
        .map(|(scene, _)| Language::of_tag(scene.lang));
    let words = text_versions_heading(pictures.len(), language.unwrap_or_default());
    let mut pieces = vec![Piece::Paragraph(Paragraph::new(levels.style(1), words))];
    for (scene, version) in pictures {
        let mut level = 0;
        if pictures.len() > 1 {
            level = 1;
            pieces.push(Piece::Paragraph(Paragraph::new(
                levels.style(2),
                &scene.title,
            )));
        }
        pieces.extend(said(levels, scene, version, level));
    }
    let wide = pieces.iter().any(is_wide);
    Section::new(sheet(wide), BORDER, pieces)
}

/// The text version of a picture; its headings stand under one of the level after this.
fn said(levels: &mut Levels, scene: &Scene, words: &TextVersion, level: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut heading = scene.title.clone();
    for (at, block) in words.blocks.iter().enumerate() {
        match block {
            describe::Block::Heading { text, .. } if at == 0 => {
                // The picture's heading has mostly said it.
                if one_line(text) != one_line(&scene.title) {
                    pieces.push(Piece::Paragraph(Paragraph::new(Style::Text, text)));
                }
            }
            describe::Block::Heading { level: own, text } => {
                heading = one_line(text);
                let style = levels.style(level + (*own).max(2));
                pieces.push(Piece::Paragraph(Paragraph::new(style, text)));
            }
            describe::Block::Paragraph(text) => {
                pieces.push(Piece::Paragraph(Paragraph::new(Style::Text, text)));
            }
            describe::Block::List(items) => {
                let depth = |depth| u8::try_from(depth).unwrap_or(DEEPEST_LIST);
                pieces.extend(items.iter().map(|item| {
                    let style = Style::Bullet(depth(item.depth).min(DEEPEST_LIST));
                    Piece::Paragraph(Paragraph::new(style, &item.text))
                }));
            }
            describe::Block::Table { header, rows } => {
                pieces.extend(grid(table_of("", header, rows), &heading));
            }
        }
    }
    pieces
}

/// A document in words: upright where it is prose, lying where its tables have many columns.
fn document_sections(
    levels: &mut Levels,
    document: &Document,
    level: usize,
    before: Vec<Piece>,
) -> Vec<Section> {
    let mut chapters = vec![before];
    let mut heading = one_line(&document.title);
    for block in &document.blocks {
        if let report::Block::Heading {
            level: own, text, ..
        } = block
        {
            heading = one_line(text);
            if *own == 2 {
                chapters.push(Vec::new());
            }
        }
        if let Some(chapter) = chapters.last_mut() {
            chapter.extend(pieces(levels, block, &heading, level));
        }
    }
    let mut sections: Vec<Section> = Vec::new();
    for chapter in chapters.into_iter().filter(|chapter| !chapter.is_empty()) {
        let lies = chapter.iter().any(is_wide);
        match sections.last_mut() {
            Some(last) if last.lies() == lies => last.add(chapter),
            Some(last) if lies && is_short(last) => {
                last.sheet = sheet(true);
                last.add(chapter);
            }
            _ => sections.push(Section::new(sheet(lies), BORDER, chapter)),
        }
    }
    joined(sections)
}

/// Short endings go on on the lying pages before them.
fn joined(sections: Vec<Section>) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::new();
    for section in sections {
        match out.last_mut() {
            Some(last) if last.lies() && (section.lies() || is_short(&section)) => {
                last.add(section.pieces);
            }
            _ => out.push(section),
        }
    }
    out
}

fn is_short(section: &Section) -> bool {
    let extent = paging::extent(section, &[]);
    !section.lies() && extent.pages == 1 && extent.used < section.height() * SHORT
}

fn sheet(lies: bool) -> Size {
    if lies { A4_ACROSS } else { A4 }
}

fn is_wide(piece: &Piece) -> bool {
    matches!(piece, Piece::Table(grid) if grid.table.columns.len() > UPRIGHT_COLUMNS)
}

/// A block of a document of which the title has this level.
fn pieces(levels: &mut Levels, block: &report::Block, heading: &str, level: usize) -> Vec<Piece> {
    match block {
        report::Block::Heading {
            level: own,
            number,
            text,
        } => {
            let style = levels.style(level + usize::from(own.saturating_sub(1)));
            let mut paragraph = Paragraph::new(style, text);
            paragraph.number = number.as_deref().map(one_line);
            vec![Piece::Paragraph(paragraph)]
        }
        report::Block::Paragraph { number, text } => {
            let style = match number {
                Some(_) => Style::Numbered,
                None => Style::Text,
            };
            let mut paragraph = Paragraph::new(style, text);
            paragraph.number = number.as_deref().map(one_line);
            vec![Piece::Paragraph(paragraph)]
        }
        report::Block::List(items) => items
            .iter()
            .map(|item| Piece::Paragraph(Paragraph::new(Style::Bullet(0), item)))
            .collect(),
        report::Block::Table(table) => grid(table.clone(), heading),
    }
}

/// A table with its caption before it, where the heading has not said it, and its note after it.
fn grid(table: Table, heading: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    if table.columns.is_empty() {
        return out;
    }
    let caption = one_line(&table.caption);
    if !caption.is_empty() && caption != heading {
        out.push(Piece::Paragraph(Paragraph::new(Style::Caption, &caption)));
    }
    let note = table.note.clone();
    let name = if caption.is_empty() {
        heading
    } else {
        &caption
    };
    out.push(Piece::Table(Grid {
        name: name.to_owned(),
        table,
    }));
    if let Some(note) = note {
        out.push(Piece::Paragraph(Paragraph::new(Style::Note, &note)));
    }
    out
}
