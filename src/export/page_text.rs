//! What the pages of a scene say in their title blocks, and where things stand on them.

use crate::geom::{Rect, union};
use crate::scene::{Group, Item, Page, Role};
use crate::text::RowEnd;

/// The texts of the title block: the title first, what stands under it last.
pub(super) fn title_texts(page: &Page) -> Vec<String> {
    let group = page.groups.iter().find(|group| group.role == Role::Title);
    let mut rest = group.map_or(&[][..], |group| group.items.as_slice());
    let mut out = Vec::new();
    while let Some(first) = rest.iter().position(|i| matches!(i, Item::Text { .. })) {
        let (_, items) = rest.split_at(first);
        let (count, words) = whole_text(items);
        out.push(words.trim().to_owned());
        (_, rest) = items.split_at(count.min(items.len()));
    }
    out
}

/// The items of the text that begins with the first item, and its words.
pub(super) fn whole_text(items: &[Item]) -> (usize, String) {
    let mut words = String::new();
    for (at, item) in items.iter().enumerate() {
        let Item::Text { run, .. } = item else {
            continue;
        };
        words.push_str(&run.text);
        match run.end {
            RowEnd::Text => return (at + 1, spaced(words)),
            RowEnd::Space => words.push(' '),
            RowEnd::Word => {}
        }
    }
    (items.len(), spaced(words))
}

/// The words with a space after them, so that they never run into the next.
fn spaced(words: String) -> String {
    let mut words: String = words.chars().filter(|c| !matches!(c, '\u{FEFF}')).collect();
    words.push(' ');
    words
}

/// The box round what a group draws.
pub(super) fn extent(group: &Group) -> Option<Rect> {
    union(group.items.iter().filter_map(|item| match item {
        Item::Shape { geometry, .. } => geometry.bounds(),
        Item::Text { at, run, .. } => Some(Rect::new(
            at.x,
            at.y - run.style.size,
            at.x + run.width,
            at.y + run.style.size * 0.3,
        )),
    }))
}
