//! Sheets of words on paper.

use crate::geom::Size;

/// A sheet of A4, upright.
pub(super) const A4: Size = Size::new(595.28, 841.89);

/// The same lying.
pub(super) const A4_ACROSS: Size = Size::new(A4.height, A4.width);

/// White border of pages of words: 2 cm.
pub(super) const BORDER: f64 = 56.7;

/// As many columns of a table can be read upright; a table with more lies across.
pub const UPRIGHT_COLUMNS: usize = 5;
