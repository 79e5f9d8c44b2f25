//! A scene, a chart or a document as a file. Thin printers: everything is decided before.

mod arial;
mod bound;
mod chart;
mod columns;
mod document;
mod docx;
mod other_language;
mod package;
mod page;
mod page_text;
mod pdf;
mod png;
mod pptx;
mod publication;
mod sheet;
mod svg;

pub use bound::{bound_html, bound_markdown};
pub use chart::Chart;
pub use document::{XlsxFailure, csv, html, markdown, tabbed, xlsx};
pub use docx::{DocxError, docx};
pub use other_language::OtherLanguage;
pub use page::page;
pub use pdf::{Heading, PdfError, pdf, pdf_headings, pdf_pages};
pub use png::{Pixels, PngError, pixels, png, png_page};
pub use pptx::{PptxError, Slide, pptx};
pub use publication::{Part, Publication, text_versions_heading};
pub use sheet::UPRIGHT_COLUMNS;
pub use svg::{SvgText, svg, svg_page};
