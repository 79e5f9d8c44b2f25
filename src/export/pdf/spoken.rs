//! A text of which a part stands in another language than the file: each part is marked with its own.

use std::ops::Range;

use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, SpanTag};

use super::text::{self, Fonts, is_irregular};
use crate::export::OtherLanguage;
use crate::geom::Point;
use crate::scene::{Colour, Item};
use crate::text::{RowEnd, Run};

/// A text on its rows, and the parts of it by language.
pub(super) struct Spoken<'a> {
    rows: Vec<(Point, &'a Run, Colour)>,
    parts: Vec<Part>,
    /// Whether its words are told whole, since letters alone do not give them back.
    whole: bool,
    language: &'static str,
}

/// A part of a text, with its place among the characters of all rows.
struct Part {
    range: Range<usize>,
    words: String,
    other: bool,
}

impl<'a> Spoken<'a> {
    /// The text of these items, where a part of it is in the other language.
    pub(super) fn of(
        items: &'a [Item],
        whole: Option<&str>,
        other: &OtherLanguage,
    ) -> Option<Self> {
        if other.is_empty() {
            return None;
        }
        let mut rows = Vec::new();
        for item in items {
            let Item::Text { at, run, colour } = item else {
                return None;
            };
            rows.push((*at, run, *colour));
        }
        if rows.len() != 1 && whole.is_none() {
            return None;
        }
        let mut words = String::new();
        for (_, run, _) in &rows {
            words.push_str(&run.text);
            words.push_str(after(run));
        }
        let mut parts = Vec::new();
        let mut start = 0;
        for (piece, other) in other.pieces(&words) {
            let range = start..start + piece.len();
            start = range.end;
            parts.push(Part {
                range,
                words: piece.to_owned(),
                other,
            });
        }
        let some = parts.iter().any(|part| part.other);
        let irregular = rows.iter().any(|(_, run, _)| is_irregular(run));
        (some && (!irregular || parts.len() == 1)).then(|| Self {
            rows,
            parts,
            whole: whole.is_some(),
            language: other.language().tag(),
        })
    }

    /// Draws it part by part.
    pub(super) fn write(&self, surface: &mut Surface<'_>, fonts: &mut Fonts) -> Vec<Identifier> {
        let alone = self.parts.len() == 1;
        let parts = self.parts.iter();
        parts
            .map(|part| {
                let lang = part.other.then_some(self.language);
                let words = self.whole.then_some(part.words.as_str());
                let tag = SpanTag::empty().with_lang(lang).with_actual_text(words);
                let id = surface.start_tagged(ContentTag::Span(tag));
                let mut begin = 0;
                for (at, run, colour) in &self.rows {
                    let end = begin + run.text.len() + after(run).len();
                    let from = part.range.start.clamp(begin, end) - begin;
                    let to = part.range.end.clamp(begin, end) - begin;
                    if from < to {
                        // The space after the last row is drawn with it.
                        let last = begin + to == end;
                        let to = if last { usize::MAX } else { to };
                        let within = (!alone).then_some(from..to);
                        text::draw(surface, fonts, (*at, run), *colour, self.whole, within);
                    }
                    begin = end;
                }
                surface.end_tagged();
                id
            })
            .collect()
    }
}

/// What parts a row from the next.
fn after(run: &Run) -> &'static str {
    if run.end == RowEnd::Space { " " } else { "" }
}
