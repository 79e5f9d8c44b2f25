//! The pages of a scene: the title as a heading, the drawing as one figure, the notes as text.

use krilla::tagging::Tag;

use super::book::{Book, Entry, Piece, Planned, Sheet, figure, heading};
use super::flow::page_number;
use crate::export::page_text::{PageWords, extent, page_words};
use crate::geom::{Rect, union};
use crate::scene::{Group, Item, Page, Role, Scene};
use crate::text::Face;

/// Adds the pages of a scene.
pub(super) fn add(book: &mut Book, scene: &Scene) {
    for (at, page) in scene.pages.iter().enumerate() {
        add_page(book, page, &page_words(scene, at));
    }
}

/// Adds a page with its words.
fn add_page(book: &mut Book, page: &Page, words: &PageWords) {
    let index = book.sheets.len();
    let level = if book.entries.is_empty() { 1 } else { 2 };
    let heading = words.own.as_deref().unwrap_or(&words.title);
    let mut pieces = Vec::new();
    let mut drawing = Vec::new();
    let mut notes = Vec::new();
    let mut bounds: Option<Rect> = None;
    for group in &page.groups {
        match group.role {
            Role::Title => title(book, group, level, heading, &mut pieces),
            Role::Notes => {
                let leaf = book.leaf();
                notes.push(Planned::group(Tag::P, vec![Planned::Leaf(leaf)]));
                let items = group.items.clone();
                pieces.push(Piece {
                    leaf: Some(leaf),
                    items,
                });
            }
            _ => {
                let leaf = book.leaf();
                drawing.push(Planned::Leaf(leaf));
                bounds = union(bounds.into_iter().chain(extent(group)));
                let items = group.items.clone();
                pieces.push(Piece {
                    leaf: Some(leaf),
                    items,
                });
            }
        }
    }
    let all = Rect::from_origin_size((0.0, 0.0), page.size);
    let bounds = bounds.map_or(all, |bounds| bounds.intersect(all));
    book.tags
        .push(Planned::group(figure(&words.alt, index, bounds), drawing));
    book.tags.extend(notes);
    book.sheets.push(Sheet {
        size: page.size,
        ground: page.ground,
        pieces,
        drawn: true,
    });
}

/// The title's rows as a heading, what stands beside it as paragraphs.
fn title(book: &mut Book, group: &Group, level: u16, words: &str, pieces: &mut Vec<Piece>) {
    book.entries.push(Entry {
        level,
        words: words.to_owned(),
        page: book.sheets.len(),
        top: 0.0,
    });
    let rows = title_rows(group);
    let (head, rest) = group.items.split_at(rows.min(group.items.len()));
    let leaf = book.leaf();
    book.tags.push(Planned::group(
        heading(level, words),
        vec![Planned::Leaf(leaf)],
    ));
    pieces.push(Piece {
        leaf: Some(leaf),
        items: head.to_vec(),
    });
    let is_text = |item: &&Item| matches!(item, Item::Text { .. });
    let (text, shapes): (Vec<&Item>, Vec<&Item>) = rest.iter().partition(is_text);
    pieces.push(Piece {
        leaf: None,
        items: shapes.into_iter().cloned().collect(),
    });
    if text.is_empty() {
        return;
    }
    let leaf = book.leaf();
    book.tags
        .push(Planned::group(Tag::P, vec![Planned::Leaf(leaf)]));
    pieces.push(Piece {
        leaf: Some(leaf),
        items: text.into_iter().cloned().collect(),
    });
}

/// How many items at the start of a title block are the title's own rows.
fn title_rows(group: &Group) -> usize {
    let mut rows = 0;
    for item in &group.items {
        match item {
            Item::Text { run, .. } if run.style.face == Face::SemiBold => {
                rows += 1;
                if run.end == crate::text::RowEnd::Text {
                    return rows;
                }
            }
            _ => return rows,
        }
    }
    rows
}

/// Puts its number on every page of a picture, into the white border.
pub(super) fn numbers(book: &mut Book) {
    let (count, language) = (book.sheets.len(), book.language);
    if count < 2 {
        return;
    }
    let sheets = book.sheets.iter_mut().enumerate();
    for (at, sheet) in sheets.filter(|(_, sheet)| sheet.drawn) {
        let (right, bottom) = (sheet.size.width - 24.0, sheet.size.height - 10.0);
        sheet
            .pieces
            .push(page_number((at + 1, count), language, right, bottom));
    }
}
