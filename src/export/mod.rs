//! A scene, a chart or a document as a file. Thin printers: everything is decided before.

mod chart;
mod document;
mod package;
mod page;
mod pdf;
mod png;
mod pptx;
mod publication;
mod svg;

pub use chart::Chart;
pub use document::{XlsxFailure, csv, html, markdown, xlsx};
pub use page::page;
pub use pdf::{PdfError, pdf_document, pdf_picture};
pub use png::{PngError, png};
pub use pptx::{PptxError, Slide, pptx};
pub use publication::{Part, Publication};
pub use svg::{SvgText, svg};
