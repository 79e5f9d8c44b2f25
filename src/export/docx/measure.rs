//! How wide words are in Arial, which is on every machine that opens Word files.
//!
//! Word breaks the rows; this only foretells where, to know the number of pages.

use crate::export::arial;

/// A size and weight of Arial.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letters {
    pub(super) size: f64,
    pub(super) bold: bool,
}

impl Letters {
    fn advance(self, c: char) -> f64 {
        let units = match (arial::units(c, self.bold), u32::from(c)) {
            (Some(units), _) => units,
            // Marks over letters, marks of direction and joining take no room.
            (_, 0..0x20 | 0x300..0x370 | 0x200B..0x2010 | 0x202A..0x202F | 0x2060..0x2070) => 0,
            (_, 0xFE00..0xFE10 | 0xFEFF) => 0,
            (_, 0x2018 | 0x2019) => 455 + 114 * u16::from(self.bold),
            (_, 0x2010 | 0x2011) => 682,
            (_, 0x201C | 0x201D) => 682 + 342 * u16::from(self.bold),
            (_, 0x2022) => 717,
            (_, 0x2014 | 0x2026 | 0x2190..0x2194) => 2048,
            (_, 0x2E80..0xA000 | 0xAC00..0xD7B0 | 0xFF00..0xFF60 | 0x1F000..) => 2048,
            _ => 1139,
        };
        f64::from(units) / arial::EM * self.size
    }

    /// Width of a text on one row.
    pub(super) fn width(self, text: &str) -> f64 {
        text.chars().map(|c| self.advance(c)).sum()
    }

    /// How many rows a text takes between two borders; no text takes one.
    pub(super) fn rows(self, text: &str, room: f64) -> usize {
        let (mut rows, mut used) = (1, 0.0);
        for part in parts(text) {
            let word = self.width(part.trim_end());
            if used > 0.0 && used + word > room {
                rows += 1;
                used = 0.0;
            }
            if word <= room {
                used += self.width(part);
                continue;
            }
            // A word that is wider than the row is broken between letters.
            for c in part.chars() {
                let letter = self.advance(c);
                if used > 0.0 && used + letter > room && !c.is_whitespace() {
                    rows += 1;
                    used = 0.0;
                }
                used += letter;
            }
        }
        rows
    }

    /// The beginning of a text that fits on one row, with an ellipsis where something is left out.
    pub(super) fn clipped(self, text: &str, room: f64) -> String {
        if self.width(text) <= room {
            return text.to_owned();
        }
        let mut left = room - self.advance('…');
        let kept = text.chars().take_while(|c| {
            left -= self.advance(*c);
            left >= 0.0
        });
        let kept: String = kept.collect();
        format!("{}…", kept.trim_end())
    }
}

/// The parts between which a row may end: after spaces, and after hyphens and dashes within words.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (mut before, mut end) = (None, rest.len());
        for (at, c) in rest.char_indices() {
            let ends = match before {
                Some(' ') => c != ' ',
                Some('-' | '–' | '—') => c.is_alphabetic() && at > 1,
                Some(before) => is_ideograph(before) || is_ideograph(c),
                None => false,
            };
            if ends {
                end = at;
                break;
            }
            before = Some(c);
        }
        let (part, after) = rest.split_at(end);
        rest = after;
        (!part.is_empty()).then_some(part)
    })
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..'\u{A000}' | '\u{AC00}'..'\u{D7B0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Letters = Letters {
        size: 10.0,
        bold: false,
    };

    #[test]
    fn widths_are_those_of_arial() {
        assert!((TEXT.width("Board") - 26.68).abs() < 0.02);
        let bold = Letters { bold: true, ..TEXT };
        assert!(bold.width("Board") > TEXT.width("Board"));
        assert!((TEXT.width("e\u{301}") - TEXT.width("é")).abs() < 0.01);
        assert!((TEXT.width("ŵ") - TEXT.width("w")).abs() < 0.01);
    }

    #[test]
    fn rows_end_at_spaces_hyphens_and_within_long_words() {
        let room = TEXT.width("Board of");
        assert_eq!(TEXT.rows("", room), 1);
        assert_eq!(TEXT.rows("Board of", room), 1);
        assert_eq!(TEXT.rows("Board of Health", room), 2);
        assert_eq!(TEXT.rows("Sub-Committee", TEXT.width("Committee")), 2);
        assert_eq!(
            TEXT.rows(&"m".repeat(30), TEXT.width("mmmmmmmmmm") + 0.1),
            3
        );
        let found: Vec<&str> = parts("a  b-c 1-2 -d").collect();
        assert_eq!(found, ["a  ", "b-", "c ", "1-2 ", "-d"]);
    }

    #[test]
    fn a_clipped_text_says_so() {
        assert_eq!(TEXT.clipped("Board", 100.0), "Board");
        let room = TEXT.width("Board of …");
        assert_eq!(TEXT.clipped("Board of Trustees", room), "Board of…");
    }
}
