//! A row of shaped text on a PDF page: every character can be found again.

use std::collections::BTreeMap;
use std::ops::Range;

use krilla::geom::Point as PdfPoint;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::shapes::{fill, glyph_path, pt};
use crate::geom::Point;
use crate::scene::Colour;
use crate::text::{Face, Run, TextStyle, font_bytes, shape};

/// The bundled faces as the PDF embeds them.
pub(super) struct Fonts {
    regular: Font,
    semi_bold: Font,
    /// What each glyph stands for in the file: the characters that it was first drawn for.
    meanings: BTreeMap<(Face, u32), String>,
}

impl Fonts {
    /// Reads both faces; nothing when they cannot be read.
    pub(super) fn load() -> Option<Self> {
        let font = |face| Font::new(font_bytes(face).into(), 0);
        Some(Self {
            regular: font(Face::Regular)?,
            semi_bold: font(Face::SemiBold)?,
            meanings: BTreeMap::new(),
        })
    }

    /// The characters that a glyph stands for, by now at the latest these.
    fn meaning(&mut self, face: Face, glyph: u32, text: &str) -> &str {
        let meaning = self.meanings.entry((face, glyph));
        meaning.or_insert_with(|| text.to_owned())
    }

    fn of(&self, face: Face) -> Font {
        match face {
            Face::Regular => self.regular.clone(),
            Face::SemiBold => self.semi_bold.clone(),
        }
    }
}

/// A glyph with the characters that it stands for.
struct Letter {
    glyph: u32,
    x: f64,
    y: f64,
    text: Range<usize>,
}

/// A row made ready: what is drawn as letters, and what as shapes.
struct Row {
    letters: Vec<Letter>,
    /// The characters of the letters, in the order in which they stand.
    text: String,
    /// Glyphs that stand for no character of their own, with their places: the open box of what
    /// the font lacks.
    shapes: Vec<(u32, f64, f64)>,
}

impl Row {
    /// Notes what the letters stand for; in a text whose words are told, every letter stands
    /// for what it did before.
    fn agree(&mut self, fonts: &mut Fonts, face: Face, told: bool) {
        let mut text = String::with_capacity(self.text.len());
        for letter in &mut self.letters {
            let own = self.text.get(letter.text.clone()).unwrap_or_default();
            let meaning = fonts.meaning(face, letter.glyph, own);
            if told {
                let start = text.len();
                text.push_str(meaning);
                letter.text = start..text.len();
            }
        }
        if told {
            self.text = text;
        }
    }
}

/// Whether the letters of a row alone do not give its text back: characters that the font lacks,
/// that do not show, or that run from right to left.
pub(super) fn is_irregular(run: &Run) -> bool {
    row(run).text != *run.text
}

/// Draws a row, with a space after it unless it goes on within a word.
///
/// `told` says that what the row belongs to carries its words whole. Then no letter carries words
/// of its own: readers lose both where one stands within the other. `part` leaves out all letters
/// but those of some characters of a regular row; the space after it comes behind the last.
pub(super) fn draw(
    surface: &mut Surface<'_>,
    fonts: &mut Fonts,
    (at, run): (Point, &Run),
    colour: Colour,
    told: bool,
    part: Option<Range<usize>>,
) {
    let mut row = row(run);
    let em = run.width / run.style.size.max(1e-6);
    if run.end != crate::text::RowEnd::Word {
        let start = row.text.len();
        row.text.push(' ');
        row.letters.push(Letter {
            glyph: space(run.style),
            x: em,
            y: 0.0,
            text: start..row.text.len(),
        });
    }
    if let Some(part) = part {
        // A regular row: its letters stand where their characters do in its text.
        row.letters
            .retain(|letter| part.contains(&letter.text.start));
    }
    row.agree(fonts, run.style.face, told);
    surface.set_stroke(None);
    surface.set_fill(Some(fill(colour)));
    let size = run.style.size;
    for (glyph, x, y) in &row.shapes {
        let origin = Point::new(at.x + x * size, at.y - y * size);
        if let Some(path) = glyph_path(run.style.face, *glyph, origin, size) {
            surface.draw_path(&path);
        }
    }
    let Some(first) = row.letters.first() else {
        return;
    };
    let start = PdfPoint::from_xy(pt(at.x + first.x * size), pt(at.y));
    let next = row.letters.iter().skip(1).map(|letter| letter.x);
    let glyphs: Vec<KrillaGlyph> = row
        .letters
        .iter()
        .zip(next.map(Some).chain([None]))
        .map(|(letter, next)| {
            let advance = next.map_or(0.2, |next| next - letter.x);
            KrillaGlyph::new(
                GlyphId::new(letter.glyph),
                em_units(advance),
                0.0,
                em_units(letter.y),
                0.0,
                letter.text.clone(),
                None,
            )
        })
        .collect();
    let font = fonts.of(run.style.face);
    surface.draw_glyphs(start, &glyphs, font, &row.text, pt(size), false);
}

/// Thousandths of an em, which is the unit of a PDF's fonts.
#[expect(clippy::cast_possible_truncation, reason = "a few em")]
fn em_units(em: f64) -> f32 {
    ((em * 1000.0).round() / 1000.0) as f32
}

/// The glyph of a space.
fn space(style: TextStyle) -> u32 {
    shape(" ", style).glyphs.first().map_or(0, |glyph| glyph.id)
}

fn row(run: &Run) -> Row {
    let mut starts: Vec<usize> = run.glyphs.iter().map(|glyph| glyph.at).collect();
    starts.sort_unstable();
    starts.dedup();
    let characters = |at: usize| {
        let end = starts.get(starts.partition_point(|start| *start <= at));
        let end = end.copied().unwrap_or(run.text.len());
        run.text.get(at..end).unwrap_or_default()
    };
    let mut out = Row {
        letters: Vec::new(),
        text: String::with_capacity(run.text.len() + 1),
        shapes: Vec::new(),
    };
    // Where characters begin that the font has not all of.
    let glyphs = run.glyphs.iter();
    let lost: Vec<usize> = glyphs.filter(|g| g.id == 0).map(|g| g.at).collect();
    // The cluster whose characters were written last.
    let mut written: Option<(usize, Range<usize>)> = None;
    for glyph in run.glyphs.iter() {
        let text = characters(glyph.at);
        let missing = glyph.id == 0;
        if !missing && lost.contains(&glyph.at) {
            out.shapes.push((glyph.id, glyph.x, glyph.y));
            continue;
        }
        if !missing && !text.chars().any(shows) {
            continue;
        }
        // A space holds the place of what no letter may stand for.
        let stand_in = missing || text.chars().any(private);
        if stand_in {
            out.shapes.push((glyph.id, glyph.x, glyph.y));
        }
        let range = match &written {
            Some((at, range)) if *at == glyph.at && !stand_in => range.clone(),
            _ => {
                let start = out.text.len();
                out.text.push_str(if stand_in { " " } else { text });
                start..out.text.len()
            }
        };
        written = Some((glyph.at, range.clone()));
        out.letters.push(Letter {
            glyph: if stand_in { space(run.style) } else { glyph.id },
            x: glyph.x,
            y: glyph.y,
            text: range,
        });
    }
    out
}

/// Whether a character can stand for a glyph: marks of direction and joining never show.
fn shows(c: char) -> bool {
    !matches!(c, '\0' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// Characters of private use, which PDF/A does not allow as the meaning of a letter.
fn private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// A text for titles, headings and descriptions of the file: on one line, without characters that
/// are none.
pub(super) fn plain(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    crate::export::document::one_line(&kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(text: &str) -> (String, usize) {
        let row = row(&shape(text, TextStyle::regular(10.0)));
        for pair in row.letters.windows(2) {
            assert!(pair[0].text.start <= pair[1].text.start, "{text:?}");
        }
        (row.text, row.shapes.len())
    }

    #[test]
    fn letters_give_the_text_back() {
        for text in [
            "Children's Trust",
            "Dŵr Cymru",
            "office affairs",
            "a – b",
            "",
        ] {
            assert_eq!(text_of(text), (text.to_owned(), 0));
            assert!(!is_irregular(&shape(text, TextStyle::strong(12.5))));
        }
    }

    #[test]
    fn what_the_font_lacks_is_a_box_and_irregular() {
        let (text, boxes) = text_of("Board 会議");
        assert_eq!((text.as_str(), boxes), ("Board   ", 2));
        for text in ["会", "a\u{202E}b", "שלום", "🏛", "x\u{FEFF}y", "\u{E000}"] {
            assert!(
                is_irregular(&shape(text, TextStyle::regular(10.0))),
                "{text:?}"
            );
        }
    }

    #[test]
    fn titles_stand_on_one_line() {
        assert_eq!(plain("A\n\u{1}B\u{FEFF} C"), "A B C");
    }
}
