//! Words of a shape: paragraphs with their looks, and how much smaller they must stand in Arial to
//! keep within their room.

use std::fmt::Write;

use super::arial;
use super::unit::{Unit, colour};
use crate::export::svg::xml;
use crate::scene::Colour;
use crate::text::{Face, RowEnd, Run};

/// The least factor by which words are made smaller so that no word is broken; under it words may break.
const WHOLE_WORDS: f64 = 0.7;

/// The smallest factor tried.
const SMALLEST: f64 = 0.3;

/// Widths of letters may be off by as much: kerning and rounding to whole sizes.
const SLACK: f64 = 1.01;

/// Characters of one look.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) size: f64,
    pub(super) colour: Colour,
    pub(super) struck: bool,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paragraph {
    pub(super) pieces: Vec<Piece>,
    /// From one row to the next, in pt.
    pub(super) pitch: f64,
    /// How its last row goes on.
    end: RowEnd,
}

/// Where rows begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// Words in a box.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Words {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) align: Align,
    /// Whether they stand in the middle of the height; else at the top.
    pub(super) middle: bool,
    /// Room between box and words: left, top, right, bottom.
    pub(super) insets: [f64; 4],
    /// Width and height that they have, in pt.
    pub(super) room: (f64, f64),
    /// Whether rows keep their distance in pt, so that several paragraphs fill a box as planned.
    pub(super) exact: bool,
}

impl Paragraph {
    pub(super) fn of(run: &Run, colour: Colour) -> Self {
        let size = run.style.size;
        let piece = Piece {
            text: run.text.to_string(),
            bold: run.style.face == Face::SemiBold,
            size,
            colour,
            struck: false,
        };
        Self {
            pieces: vec![piece],
            pitch: size * 1.2,
            end: run.end,
        }
    }

    /// Whether the next row belongs to it.
    pub(super) fn goes_on(&self) -> bool {
        self.end != RowEnd::Text
    }

    /// Adds the next row of the same text.
    pub(super) fn join(&mut self, run: &Run, pitch: f64) {
        if let Some(last) = self.pieces.last_mut() {
            if self.end == RowEnd::Space {
                last.text.push(' ');
            }
            last.text.push_str(&run.text);
        }
        self.pitch = pitch;
        self.end = run.end;
    }

    /// Adds words of another look that stand behind it in the same row.
    pub(super) fn behind(&mut self, other: Self) {
        if let Some(last) = self.pieces.last_mut() {
            last.text.push_str("  ");
        }
        self.pieces.extend(other.pieces);
        self.end = other.end;
    }

    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|p| p.text.as_str()).collect()
    }

    /// Rows that it takes at a width, all letters times `factor`, and whether a word was broken.
    fn rows(&self, width: f64, factor: f64) -> (usize, bool) {
        let (mut rows, mut broken, mut used) = (1, false, 0.0);
        for (word, space) in self.words() {
            let (word, space) = (word * factor * SLACK, space * factor * SLACK);
            if used > 0.0 && used + space + word <= width {
                used += space + word;
                continue;
            }
            if used > 0.0 {
                rows += 1;
            }
            used = word;
            while used > width {
                broken = true;
                rows += 1;
                // A letter that has no room goes to the next row whole.
                used -= (width * 0.85).max(1.0);
            }
        }
        (rows, broken)
    }

    /// Width of each word and of the space before it, at full size.
    fn words(&self) -> Vec<(f64, f64)> {
        let mut out = vec![(0.0, 0.0)];
        for piece in &self.pieces {
            for c in piece.text.chars() {
                let advance = arial::width(c.encode_utf8(&mut [0; 4]), piece.bold) * piece.size;
                if c == ' ' {
                    out.push((0.0, advance));
                } else if let Some((word, _)) = out.last_mut() {
                    *word += advance;
                }
            }
        }
        out.retain(|(word, _)| *word > 0.0);
        out
    }
}

impl Words {
    /// The factor, at most 1, at which they keep within their room in Arial.
    pub(super) fn factor(&self) -> f64 {
        let mut factor = 1.0;
        while factor > SMALLEST && !self.fits(factor) {
            factor -= 0.02;
        }
        factor
    }

    fn fits(&self, factor: f64) -> bool {
        let (width, height) = self.room;
        let mut used = 0.0;
        for paragraph in &self.paragraphs {
            let (rows, broken) = paragraph.rows(width, factor);
            if broken && factor > WHOLE_WORDS {
                return false;
            }
            used += paragraph.pitch * factor * f64::from(u32::try_from(rows).unwrap_or(u32::MAX));
        }
        used <= height + 0.01
    }

    pub(super) fn text(&self) -> String {
        let texts: Vec<String> = self.paragraphs.iter().map(Paragraph::text).collect();
        texts.join(", ")
    }

    /// The element `p:txBody`.
    pub(super) fn body(&self, unit: Unit, factor: f64, lang: &str) -> String {
        let [l, t, r, b] = self.insets.map(|inset| unit.length(inset));
        let anchor = if self.middle { "ctr" } else { "t" };
        let mut out = format!(
            r#"<p:txBody><a:bodyPr wrap="square" lIns="{l}" tIns="{t}" rIns="{r}" bIns="{b}" rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>"#
        );
        for paragraph in &self.paragraphs {
            self.paragraph(&mut out, paragraph, unit, factor, lang);
        }
        out.push_str("</p:txBody>");
        out
    }

    fn paragraph(
        &self,
        out: &mut String,
        paragraph: &Paragraph,
        unit: Unit,
        factor: f64,
        lang: &str,
    ) {
        let align = match self.align {
            Align::Left => "l",
            Align::Centre => "ctr",
            Align::Right => "r",
        };
        let _ = write!(out, r#"<a:p><a:pPr algn="{align}">"#);
        if self.exact {
            let points = unit.hundredths(paragraph.pitch * factor);
            let _ = write!(
                out,
                r#"<a:lnSpc><a:spcPts val="{points}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>"#
            );
        }
        out.push_str("</a:pPr>");
        for piece in &paragraph.pieces {
            run(out, piece, unit, factor, lang);
        }
        out.push_str("</a:p>");
    }
}

fn run(out: &mut String, piece: &Piece, unit: Unit, factor: f64, lang: &str) {
    let size = unit.hundredths(piece.size * factor).max(100);
    let bold = u8::from(piece.bold);
    let _ = write!(out, r#"<a:r><a:rPr lang="{lang}" sz="{size}" b="{bold}""#);
    if piece.struck {
        out.push_str(r#" strike="sngStrike""#);
    }
    let _ = write!(
        out,
        r#" dirty="0">{}<a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:rPr><a:t>{}</a:t></a:r>"#,
        colour(piece.colour),
        xml(&piece.text)
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{TextStyle, wrap};

    fn words(text: &str, width: f64, height: f64) -> Words {
        let style = TextStyle::strong(12.5);
        let mut rows = wrap(text, style, width).into_iter();
        let mut paragraph = Paragraph::of(&rows.next().unwrap(), Colour(0, 0, 0));
        rows.for_each(|row| paragraph.join(&row, 15.0));
        assert_eq!(paragraph.text(), text);
        Words {
            paragraphs: vec![paragraph],
            align: Align::Left,
            middle: true,
            insets: [0.0; 4],
            room: (width, height),
            exact: true,
        }
    }

    #[test]
    fn words_that_have_room_keep_their_size() {
        assert!((words("Board", 100.0, 15.0).factor() - 1.0).abs() < 1e-9);
        assert!((words("Safer Communities Partnership", 150.0, 30.0).factor() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn arial_is_wider_so_words_get_smaller_rather_than_run_over() {
        // As wide as the row in the font of the picture.
        let style = TextStyle::strong(12.5);
        let text = "Environmental Sustainability";
        let width = crate::text::shape(text, style).width;
        let own = words(text, width, 15.0);
        let factor = own.factor();
        assert!((0.75..1.0).contains(&factor), "{factor}");
        let arial = arial::width(text, true) * 12.5 * factor;
        assert!(arial <= width, "{arial} in {width}");
    }

    #[test]
    fn a_word_without_end_is_broken_and_stays_inside() {
        let long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(3);
        let own = words(&long, 120.0, 150.0);
        let factor = own.factor();
        assert!(factor <= WHOLE_WORDS && own.fits(factor));
    }
}
