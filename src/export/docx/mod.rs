//! A publication as a Word file: real styles, lists and tables, pictures as lines with pixels
//! beside them for older programs. The number of pages is foretold, so that pictures and their
//! headings share a page and the file can say how many it has.

mod body;
mod content;
mod measure;
mod paging;
mod parts;
mod picture;
mod style;

use zip::result::ZipError;

use super::package::Package;
use super::{PngError, Publication};

/// Why a Word file was not made.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A picture could not be drawn in pixels.
    #[error(transparent)]
    Picture(#[from] PngError),
    /// The parts could not be packed.
    #[error("The Word file could not be packed: {0}.")]
    Packing(#[from] ZipError),
}

/// The bytes of a Word file.
///
/// # Errors
/// [`DocxError`] when a picture cannot be drawn.
pub fn docx(publication: &Publication) -> Result<Vec<u8>, DocxError> {
    let content = content::content(publication)?;
    let language = publication.language;
    let pages: usize = content
        .sections
        .iter()
        .map(|section| paging::extent(section, &content.pictures).pages)
        .sum();
    let mut widths: Vec<f64> = Vec::new();
    for section in &content.sections {
        let width = section.width();
        if !widths.iter().any(|found| (found - width).abs() < 0.01) {
            widths.push(width);
        }
    }
    let footers: Vec<String> = widths.iter().map(|width| style::twips(*width)).collect();
    let mut package = Package::new();
    package.xml("[Content_Types].xml", &parts::content_types(footers.len()))?;
    package.xml("_rels/.rels", &parts::package_relationships())?;
    let text = body::document(&content, language, &publication.other, &footers);
    package.xml("word/document.xml", &text)?;
    package.xml(
        "word/_rels/document.xml.rels",
        &parts::document_relationships(footers.len(), content.pictures.len()),
    )?;
    package.xml("word/styles.xml", &style::styles(language))?;
    package.xml("word/settings.xml", &parts::settings(language))?;
    package.xml("word/numbering.xml", &parts::numbering())?;
    for (width, number) in widths.iter().zip(1..) {
        let footer = parts::footer(&publication.title, language, *width, pages);
        package.xml(&format!("word/footer{number}.xml"), &footer)?;
    }
    for (picture, number) in content.pictures.iter().zip(1..) {
        let name = format!("word/media/picture{number}");
        package.picture(&format!("{name}.png"), &picture.png)?;
        package.picture(&format!("{name}.svg"), picture.svg.as_bytes())?;
    }
    package.xml("docProps/core.xml", &parts::core_properties(publication))?;
    package.xml("docProps/app.xml", &parts::app_properties(pages))?;
    Ok(package.bytes()?)
}
