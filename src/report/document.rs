//! A document: headings, numbered paragraphs, lists and tables. Texts are plain: no markup,
//! nothing escaped.

use crate::model::Language;
use crate::say::{self, Label};

/// Something to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is about.
    pub title: String,
    /// Language tag of its words.
    pub language: &'static str,
    /// Its parts, in reading order; the title is the first heading.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// From 1, the title.
        level: u8,
        /// "2"; the title has none.
        number: Option<String>,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// "2.1", as committees number them.
        number: Option<String>,
        /// Its words.
        text: String,
    },
    /// A list.
    List(Vec<String>),
    /// A table.
    Table(Table),
}

/// A table with a header row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column. The first cell is the head of its row.
    pub rows: Vec<Vec<Cell>>,
    /// A remark under the table.
    pub note: Option<String>,
    /// What a reader may ask it: on a web page, the label of a box that finds rows.
    pub question: Option<Asked>,
}

/// What a reader may ask a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub words: &'static str,
    /// Its language.
    pub language: Language,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its words.
    pub label: String,
    /// Whether its cells are numbers and stand to the right.
    pub numeric: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its words; a line for each entry where it holds a list.
    pub text: String,
    /// Whether it only says that something is not known, so that it may be shown quietly.
    pub unknown: bool,
}

impl Document {
    /// A document that begins with its title.
    #[must_use]
    pub fn new(language: Language, title: impl Into<String>) -> Self {
        let title = title.into();
        Self {
            blocks: vec![Block::Heading {
                level: 1,
                number: None,
                text: title.clone(),
            }],
            language: language.tag(),
            title,
        }
    }

    /// Its tables, in reading order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }
}

impl Table {
    /// A table without rows; a column that begins with `#` holds numbers.
    #[must_use]
    pub fn new(caption: impl Into<String>, columns: &[&str]) -> Self {
        let column = |label: &&str| Column {
            label: label.trim_start_matches('#').to_owned(),
            numeric: label.starts_with('#'),
        };
        Self {
            caption: caption.into(),
            columns: columns.iter().map(column).collect(),
            rows: Vec::new(),
            note: None,
            question: None,
        }
    }

    /// A table without rows with the program's own words at the heads of its columns.
    #[must_use]
    pub fn said(language: Language, caption: impl Into<String>, columns: &[Label]) -> Self {
        let columns: Vec<&str> = columns.iter().map(|c| c.in_language(language)).collect();
        Self::new(caption, &columns)
    }

    /// The same table without those of these columns in which nothing is stated in any row; a remark
    /// under it says so. Each column comes with the words for what it would hold: "dates".
    #[must_use]
    pub fn without_unstated(mut self, language: Language, columns: &[(Label, Label)]) -> Self {
        let unstated = |label: &str| {
            let at = self
                .columns
                .iter()
                .position(|column| column.label == label)?;
            let mut cells = self.rows.iter().filter_map(|row| row.get(at));
            cells
                .all(|cell| cell.unknown || cell.text.is_empty())
                .then_some(at)
        };
        let columns = columns
            .iter()
            .map(|pair| (pair.0.in_language(language), pair.1.in_language(language)));
        let found: Vec<(usize, &str)> = columns
            .filter_map(|(label, words)| Some((unstated(label)?, words)))
            .collect();
        if self.rows.is_empty() || found.is_empty() {
            return self;
        }
        for row in &mut self.rows {
            for (at, _) in &found {
                if let Some(cell) = row.get_mut(*at) {
                    *cell = Cell::default();
                }
            }
        }
        let words: Vec<&str> = found.into_iter().map(|(_, words)| words).collect();
        let (first, last) = match words.as_slice() {
            [rest @ .., last] if !rest.is_empty() => (rest.join(", "), Some(last)),
            words => (words.join(", "), None),
        };
        let told = match last {
            Some(last) => say::with(language, Label::NeitherStated, &[&first, last]),
            None => say::with(language, Label::NoneStated, &[&first]),
        };
        self.remark(&told);
        self.without_empty_columns()
    }

    /// Adds a sentence under the table.
    pub(super) fn remark(&mut self, sentence: &str) {
        let note = self.note.get_or_insert_default();
        if !note.is_empty() {
            note.push(' ');
        }
        note.push_str(sentence);
    }

    /// The same table without the columns of which every cell is empty.
    #[must_use]
    pub fn without_empty_columns(mut self) -> Self {
        let filled = |at: usize| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(at));
            cells.any(|cell| !cell.text.is_empty())
        };
        let keep: Vec<bool> = (0..self.columns.len())
            .map(|at| filled(at) || (at == 0 && self.rows.is_empty()))
            .collect();
        let mut flags = keep.iter();
        self.columns
            .retain(|_| flags.next().is_none_or(|keep| *keep));
        for row in &mut self.rows {
            let mut flags = keep.iter();
            row.retain(|_| flags.next().is_none_or(|keep| *keep));
        }
        self
    }
}

impl Cell {
    /// A cell with words, on one line.
    #[must_use]
    pub fn text(text: impl AsRef<str>) -> Self {
        let words: Vec<&str> = text.as_ref().split_whitespace().collect();
        Self {
            text: words.join(" "),
            unknown: false,
        }
    }

    /// A cell with a list: names of bodies, each on a line of its own.
    #[must_use]
    pub fn list(items: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let items = items.into_iter().map(|item| Self::text(item).text);
        Self {
            text: items.collect::<Vec<_>>().join("\n"),
            unknown: false,
        }
    }

    /// A cell that says that something is not known.
    #[must_use]
    pub fn unknown(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            unknown: true,
        }
    }

    /// The words when there are any, else a quiet "Not stated".
    #[must_use]
    pub fn stated(language: Language, text: Option<&str>) -> Self {
        match text.map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) => Self::text(text),
            None => Self::unknown(say::say(language, Label::NotStated)),
        }
    }
}

/// Numbers sections and their paragraphs as committees do: 2, 2.1, 2.2.
#[derive(Debug, Default)]
pub(super) struct Sections {
    section: usize,
    paragraph: usize,
}

impl Sections {
    /// A heading of the next section.
    pub(super) fn heading(&mut self, text: impl Into<String>) -> Block {
        self.section += 1;
        self.paragraph = 0;
        Block::Heading {
            level: 2,
            number: Some(self.section.to_string()),
            text: text.into(),
        }
    }

    /// The next paragraph of the section.
    pub(super) fn paragraph(&mut self, text: impl Into<String>) -> Block {
        self.paragraph += 1;
        Block::Paragraph {
            number: Some(format!("{}.{}", self.section, self.paragraph)),
            text: text.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_without_a_word_are_left_out() {
        let mut table = Table::new("Bodies", &["Body", "#Seats", "Date"]);
        table
            .rows
            .push(vec![Cell::text("a"), Cell::text("4"), Cell::default()]);
        table
            .rows
            .push(vec![Cell::text("b"), Cell::default(), Cell::default()]);
        let table = table.without_empty_columns();
        let labels: Vec<_> = table
            .columns
            .iter()
            .map(|c| (c.label.as_str(), c.numeric))
            .collect();
        assert_eq!(labels, [("Body", false), ("Seats", true)]);
        assert!(table.rows.iter().all(|row| row.len() == 2));
    }

    #[test]
    fn sections_and_paragraphs_are_numbered() {
        let mut sections = Sections::default();
        let number = |block: Block| match block {
            Block::Heading { number, .. } | Block::Paragraph { number, .. } => number.unwrap(),
            _ => String::new(),
        };
        assert_eq!(number(sections.heading("a")), "1");
        assert_eq!(number(sections.paragraph("b")), "1.1");
        assert_eq!(number(sections.heading("c")), "2");
        assert_eq!(number(sections.paragraph("d")), "2.1");
        assert_eq!(number(sections.paragraph("e")), "2.2");
    }
}
