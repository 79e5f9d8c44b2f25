//! What the pages of a scene say in their title blocks, and where things stand on them.

use crate::geom::{Rect, union};
use crate::model::Language;
use crate::say::{self, Phrase};
use crate::scene::{Group, Item, Page, Role, Scene};
use crate::text::RowEnd;

/// What a page of a picture is called, and its short alternative.
#[derive(Debug)]
pub(super) struct PageWords {
    /// The title in its title block, else the picture's.
    pub(super) title: String,
    /// What tells it from the pages before it: "Sheet 2 of 3: Thematic partnerships".
    pub(super) own: Option<String>,
    /// What else stands in its title block.
    pub(super) rest: Vec<String>,
    /// The alternative text.
    pub(super) alt: String,
}

/// The words of a page of a picture, counted from 0. Pages after the first differ by what stands under
/// their title; without a title block by their number.
pub(super) fn page_words(scene: &Scene, at: usize) -> PageWords {
    let texts = scene.pages.get(at).map(title_texts).unwrap_or_default();
    let mut texts = texts.into_iter();
    let title = texts.next().unwrap_or_else(|| scene.title.clone());
    let mut rest: Vec<String> = texts.collect();
    let numbered = || {
        let (number, of) = ((at + 1).to_string(), scene.pages.len().to_string());
        let language = Language::of_tag(scene.lang);
        say::with(language, Phrase::PictureOf, &[&number, &of])
    };
    let own = (at > 0).then(|| rest.pop().unwrap_or_else(numbered));
    let alt = match &own {
        Some(own) => format!("{}. {own}.", scene.title),
        None if scene.description.trim().is_empty() => scene.title.clone(),
        None => scene.description.clone(),
    };
    PageWords {
        title,
        own,
        rest,
        alt,
    }
}

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::scene::{self, Options, Pages, Paper, Surround};
    use crate::store;

    #[test]
    fn pages_without_a_title_block_have_words_of_their_own() {
        let json = store::sample("redcar").unwrap().json;
        let project = store::load(json.as_bytes()).unwrap().project;
        for title in [true, false] {
            let options = Options {
                paper: Paper::A5,
                pages: Pages::Several,
                surround: Surround {
                    title,
                    ..Surround::default()
                },
                ..Options::default()
            };
            let scene = scene::diagram(&project, &"proposed".into(), &options).unwrap();
            let count = scene.pages.len();
            assert!(count > 1, "it is cut");
            let words: Vec<PageWords> = (0..count).map(|at| page_words(&scene, at)).collect();
            let alts: BTreeSet<&str> = words.iter().map(|words| words.alt.as_str()).collect();
            assert_eq!(alts.len(), count, "{alts:?}");
            let heading = |words: &PageWords| words.own.clone().unwrap_or(words.title.clone());
            let headings: BTreeSet<String> = words.iter().map(heading).collect();
            assert_eq!(headings.len(), count, "{headings:?}");
        }
    }
}
