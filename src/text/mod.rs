//! The bundled font, shaping and wrapping. The only place that measures text.
//!
//! Lines are broken once, here; canvas, paper and every file place the same rows.

mod font;
mod subset;
mod wrap;

pub use font::{FONT_FAMILY, font_bytes, glyph_outline, missing_glyphs, shape};
pub use subset::font_of;
pub use wrap::{fill, rows_width, wrap};

use std::sync::Arc;

/// A weight of the bundled font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Weight 400: text.
    Regular,
    /// Weight 600: names and headings.
    SemiBold,
}

/// Weight and size of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// Weight.
    pub face: Face,
    /// Size in pt.
    pub size: f64,
}

impl TextStyle {
    /// Weight 400 at a size in pt.
    #[must_use]
    pub const fn regular(size: f64) -> Self {
        Self {
            face: Face::Regular,
            size,
        }
    }

    /// Weight 600 at a size in pt.
    #[must_use]
    pub const fn strong(size: f64) -> Self {
        Self {
            face: Face::SemiBold,
            size,
        }
    }

    /// The same weight at a size times `factor`.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            face: self.face,
            size: self.size * factor,
        }
    }
}

/// One row of shaped text.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The characters, as they are to be read out.
    pub text: Arc<str>,
    /// Weight and size.
    pub style: TextStyle,
    /// Advance width in pt.
    pub width: f64,
    /// The glyphs, left to right.
    pub glyphs: Arc<[Glyph]>,
    /// How its text goes on.
    pub end: RowEnd,
}

/// What parts a row from the next row of the same text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowEnd {
    /// The text ends here.
    #[default]
    Text,
    /// A space.
    Space,
    /// Nothing: the text goes on within a word.
    Word,
}

/// A glyph at its place in a row, in em (multiply by the size of the row).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Number of the glyph in the face; 0 is the open box of a missing character.
    pub id: u32,
    /// Place from the start of the row, in em.
    pub x: f64,
    /// Height above the baseline, in em.
    pub y: f64,
    /// Where in the row's text its characters begin, in bytes.
    pub at: usize,
}

impl Run {
    /// The same row at another size; nothing is measured again.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self {
            text: Arc::clone(&self.text),
            style: self.style.scaled(factor),
            width: self.width * factor,
            glyphs: Arc::clone(&self.glyphs),
            end: self.end,
        }
    }
}
