//! A scene, a chart or a document as a file. Thin printers: everything is decided before.

mod chart;
mod document;
mod page;
mod pdf;
mod png;
mod publication;
mod svg;

pub use chart::Chart;
pub use document::{XlsxFailure, csv, html, markdown, tabbed, xlsx};
pub use page::page;
pub use pdf::{PdfError, pdf, pdf_pages};
pub use png::{Pixels, PngError, pixels, png, png_page};
pub use publication::{Part, Publication};
pub use svg::{SvgText, svg, svg_page};
