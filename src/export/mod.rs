//! A scene or a document as a file. Thin printers: everything is decided before.

mod document;
mod pdf;
mod png;
mod svg;

pub use document::{csv, html, markdown};
pub use pdf::{PdfError, pdf_document, pdf_picture};
pub use png::{PngError, png};
pub use svg::{SvgText, svg};
