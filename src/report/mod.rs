//! What goes on paper: pure answers about a project as headings, numbered paragraphs and tables.
//!
//! A [`Document`] is neutral: Markdown, CSV and HTML print it, and the window's tables read the
//! same rows. What is unknown is said to be unknown; it never becomes a zero.

pub mod amount;
pub mod changes;
pub mod document;
pub mod natural;

pub use amount::{Amount, Shift};
pub use document::{Block, Cell, Document, Table};
