//! Words on pages: headings, paragraphs and lists from top to bottom, tagged as they come.

use krilla::tagging::{ListNumbering, Tag};

use super::book::{Book, Entry, Leaf, Piece, Planned, Sheet, heading};
use super::{Block, table};
use crate::export::document::one_line;
use crate::geom::{Point, Size};
use crate::model::Language;
use crate::say::{self, Phrase};
use crate::scene::theme::{Theme, ThemeName, UiColours};
use crate::scene::{Colour, Item};
use crate::text::{Run, TextStyle, fill, shape};

/// White border of a page of words in pt.
pub(super) const BORDER: f64 = 48.0;
const BODY: TextStyle = TextStyle::regular(11.0);
const FOOT: TextStyle = TextStyle::regular(9.0);
/// Height of a row as a multiple of the size of its letters.
const LEADING: f64 = 1.35;
const BULLET: f64 = 12.0;
const STEP: f64 = 16.0;
const NUMBER: f64 = 30.0;

/// Fills pages of one size.
pub(super) struct Flow<'a> {
    pub(super) book: &'a mut Book,
    size: Size,
    /// Where the next row may begin.
    pub(super) y: f64,
    pub(super) ui: &'static UiColours,
}

/// A row of a text and where its left end stands.
pub(super) struct Placed {
    pub(super) x: f64,
    pub(super) run: Run,
}

impl<'a> Flow<'a> {
    /// Begins with a fresh page.
    pub(super) fn new(book: &'a mut Book, size: Size) -> Self {
        let mut flow = Self {
            book,
            size,
            y: 0.0,
            ui: &Theme::of(ThemeName::Light).ui,
        };
        flow.turn();
        flow
    }

    /// Goes on on the next page.
    pub(super) fn turn(&mut self) {
        self.book.sheets.push(Sheet {
            size: self.size,
            ground: Colour(255, 255, 255),
            pieces: Vec::new(),
            drawn: false,
        });
        self.y = BORDER;
    }

    /// Width between the borders.
    pub(super) fn width(&self) -> f64 {
        self.size.width - 2.0 * BORDER
    }

    /// Height that is left on the page.
    pub(super) fn left(&self) -> f64 {
        self.size.height - BORDER - self.y
    }

    /// Height of an empty page.
    pub(super) fn whole(&self) -> f64 {
        self.size.height - 2.0 * BORDER
    }

    fn is_fresh(&self) -> bool {
        self.y <= BORDER
    }

    /// Turns the page when there is less room than that.
    pub(super) fn need(&mut self, height: f64) {
        if self.left() < height && !self.is_fresh() {
            self.turn();
        }
    }

    /// Room between two blocks; none at the top of a page.
    pub(super) fn space(&mut self, height: f64) {
        if !self.is_fresh() {
            self.y += height;
        }
    }

    /// Puts items on the page.
    pub(super) fn put(&mut self, leaf: Option<Leaf>, items: Vec<Item>) {
        if let Some(sheet) = self.book.sheets.last_mut() {
            sheet.pieces.push(Piece { leaf, items });
        }
    }

    /// Rows one under another, over as many pages as they take.
    pub(super) fn rows(&mut self, leaf: Leaf, rows: Vec<Placed>, colour: Colour) {
        let mut items = Vec::new();
        for row in rows {
            let height = row.run.style.size * LEADING;
            if self.left() < height && !self.is_fresh() {
                self.put(Some(leaf), std::mem::take(&mut items));
                self.turn();
            }
            items.push(text_item(row.x, self.y, height, row.run, colour));
            self.y += height;
        }
        self.put(Some(leaf), items);
    }

    /// A text between two places across; its leaf.
    fn text(&mut self, words: &str, style: TextStyle, x: f64, colour: Colour) -> Planned {
        let leaf = self.book.leaf();
        let rows = fill(&one_line(words), style, self.size.width - BORDER - x);
        let rows = rows.into_iter().map(|run| Placed { x, run }).collect();
        self.rows(leaf, rows, colour);
        Planned::Leaf(leaf)
    }

    /// All blocks, one after another.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading { level, text } => {
                    let after = self.room_after(blocks.get(at + 1..).unwrap_or_default());
                    self.heading(*level, text, after);
                }
                Block::Paragraph { number, text } => self.paragraph(number.as_deref(), text),
                Block::List(items) => self.list(items),
                Block::Table(found) => table::table(self, found),
            }
        }
    }

    /// The room that a heading wants under it, so that what it is over begins on its page.
    fn room_after(&self, blocks: &[Block]) -> f64 {
        match blocks.split_first() {
            Some((Block::Heading { level, .. }, rest)) => {
                heading_style(*level).size * (LEADING + 1.35) + self.room_after(rest)
            }
            Some((Block::Table(table), _)) => table::room_to_begin(self, table).max(90.0),
            _ => 30.0,
        }
    }

    fn heading(&mut self, level: u16, words: &str, after: f64) {
        let style = heading_style(level);
        self.space(style.size);
        self.need(style.size * LEADING * 2.0 + after);
        let (page, top) = (self.book.sheets.len().saturating_sub(1), self.y);
        self.book.entries.push(Entry {
            level,
            words: words.to_owned(),
            page,
            top,
        });
        let colour = self.ui.text;
        let leaf = self.text(words, style, BORDER, colour);
        let tag = heading(level, words);
        self.book.tags.push(Planned::group(tag, vec![leaf]));
        self.y += style.size * 0.35;
    }

    /// A paragraph; its number stands in a column of its own.
    pub(super) fn paragraph(&mut self, number: Option<&str>, words: &str) {
        let colour = self.ui.text;
        self.need(BODY.size * LEADING * 2.0);
        let mut children = Vec::new();
        let mut x = BORDER;
        if let Some(number) = number {
            let top = self.y;
            children.push(self.text(number, BODY, x, colour));
            self.y = top;
            x += NUMBER;
        }
        children.push(self.text(words, BODY, x, colour));
        self.book.tags.push(Planned::group(Tag::P, children));
        self.y += 6.0;
    }

    /// A quiet remark.
    pub(super) fn note(&mut self, words: &str) {
        let colour = self.ui.muted;
        let leaf = self.text(words, TextStyle::regular(9.5), BORDER, colour);
        self.book.tags.push(Planned::group(Tag::P, vec![leaf]));
        self.y += 6.0;
    }

    fn list(&mut self, items: &[(usize, String)]) {
        let mut rest = items;
        while !rest.is_empty() {
            let (list, after) = self.level(rest);
            self.book.tags.push(list);
            rest = after;
        }
        self.y += 4.0;
    }

    /// A list of the items as deep as the first, each with what stands under it, and the items
    /// after these.
    fn level<'i>(&mut self, items: &'i [(usize, String)]) -> (Planned, &'i [(usize, String)]) {
        let depth = items.first().map_or(0, |(depth, _)| *depth);
        let mut rest = items;
        let mut entries = Vec::new();
        while let Some(((at, words), after)) = rest.split_first() {
            if *at < depth {
                break;
            }
            let (label, body) = self.item(depth, words);
            let mut body = vec![body];
            rest = after;
            while rest.first().is_some_and(|(next, _)| *next > depth) {
                let (inner, after) = self.level(rest);
                body.push(inner);
                rest = after;
            }
            let label = Planned::group(Tag::Lbl, vec![label]);
            let body = Planned::group(Tag::LBody, body);
            entries.push(Planned::group(Tag::LI, vec![label, body]));
        }
        (Planned::group(Tag::L(ListNumbering::Disc), entries), rest)
    }

    /// The bullet and the words of an item.
    fn item(&mut self, depth: usize, words: &str) -> (Planned, Planned) {
        let colour = self.ui.text;
        // Deeper than that the column would grow too narrow to read.
        let step = u32::try_from(depth.min(8)).unwrap_or(8);
        let x = BORDER + STEP * f64::from(step);
        self.need(BODY.size * LEADING);
        let top = self.y;
        let label = self.text("•", BODY, x, colour);
        self.y = top;
        let body = self.text(words, BODY, x + BULLET, colour);
        self.y += 2.0;
        (label, Planned::group(Tag::P, vec![body]))
    }
}

fn heading_style(level: u16) -> TextStyle {
    TextStyle::strong(match level {
        1 => 20.0,
        2 => 15.0,
        3 => 12.5,
        _ => 11.0,
    })
}

/// A row whose letters stand in the middle of its height.
pub(super) fn text_item(x: f64, top: f64, height: f64, run: Run, colour: Colour) -> Item {
    let at = Point::new(x, top + height * 0.5 + run.style.size * 0.33);
    Item::Text { at, run, colour }
}

/// "Page 2 of 5", its right end at a place; no reader has to hear it.
pub(super) fn page_number(
    (page, of): (usize, usize),
    language: Language,
    right: f64,
    bottom: f64,
) -> Piece {
    let (page, of) = (page.to_string(), of.to_string());
    let run = shape(&say::with(language, Phrase::PageFoot, &[&page, &of]), FOOT);
    let colour = Theme::of(ThemeName::Light).ui.muted;
    let at = Point::new(right - run.width, bottom);
    Piece {
        leaf: None,
        items: vec![Item::Text { at, run, colour }],
    }
}

/// Title and number at the foot of every page of words.
pub(super) fn feet(book: &mut Book, title: &str) {
    let (count, language) = (book.sheets.len(), book.language);
    let colour = Theme::of(ThemeName::Light).ui.muted;
    let sheets = book.sheets.iter_mut().enumerate();
    for (at, sheet) in sheets.filter(|(_, sheet)| !sheet.drawn) {
        let (right, bottom) = (sheet.size.width - BORDER, sheet.size.height - 26.0);
        let number = page_number((at + 1, count), language, right, bottom);
        let room = right - BORDER - 90.0;
        // A title longer than the row shows its beginning here; the heading has it whole.
        if let Some(mut run) = fill(&one_line(title), FOOT, room).into_iter().next() {
            run.end = crate::text::RowEnd::Text;
            let at = Point::new(BORDER, bottom);
            sheet.pieces.push(Piece {
                leaf: None,
                items: vec![Item::Text { at, run, colour }],
            });
        }
        sheet.pieces.push(number);
    }
}
