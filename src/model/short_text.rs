//! The short text of a picture in a person's words, for those who cannot see the picture.

use super::{Extra, StructureId};

/// The most characters of a short text: readers of web pages and slides cut longer ones.
pub const MAX_SHORT_TEXT: usize = 250;

/// A person's words for the picture of a structure, or of two, instead of the generated ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortText {
    /// The earlier structure, where the picture sets two against each other.
    pub with: Option<StructureId>,
    /// The person's words.
    pub text: String,
    /// The words that the program had for the picture when the person's were written: where it
    /// has others now, the structure has changed since.
    pub generated: Option<String>,
    /// Fields of later versions.
    pub extra: Extra,
}

impl ShortText {
    /// Words for the picture of a structure, or of two.
    #[must_use]
    pub fn new(with: Option<StructureId>, text: impl Into<String>) -> Self {
        Self {
            with,
            text: text.into(),
            generated: None,
            extra: Extra::default(),
        }
    }
}
