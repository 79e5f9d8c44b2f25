//! Writing words and tables to a file, off the window's thread.

use std::path::PathBuf;

use crate::compare::compare;
use crate::editor::View;
use crate::export;
use crate::model::{Project, StructureId};
use crate::report::{Document, changes_document, measures_document, members_document};
use crate::store::disk;

/// The format of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DocumentFormat {
    Html,
    Markdown,
    Csv,
}

impl DocumentFormat {
    /// All of them, with their words.
    pub(crate) const ALL: [(Self, &'static str); 3] = [
        (Self::Html, "Web page (HTML), also opened by Word"),
        (Self::Markdown, "Markdown, for a text editor"),
        (Self::Csv, "CSV, the tables for a spreadsheet"),
    ];

    pub(crate) fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv => "csv",
        }
    }
}

/// A document as ordered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DocumentOrder {
    /// The view whose words and tables it holds.
    pub(crate) what: View,
    /// One structure, or two that are compared.
    pub(crate) structures: Vec<StructureId>,
    pub(crate) format: DocumentFormat,
    pub(crate) path: PathBuf,
}

/// Writes a document.
pub(crate) fn write(order: &DocumentOrder, project: &Project) -> Result<Vec<PathBuf>, String> {
    let document = document(order, project)?;
    let text = match order.format {
        DocumentFormat::Html => export::html(&document),
        DocumentFormat::Markdown => export::markdown(&document),
        DocumentFormat::Csv => export::csv(&document),
    };
    let written = disk::write_atomically(&order.path, text.as_bytes());
    written.map_err(|error| error.to_string())?;
    Ok(vec![order.path.clone()])
}

fn document(order: &DocumentOrder, project: &Project) -> Result<Document, String> {
    if order.what == View::Measures {
        let structures: Vec<&StructureId> = order.structures.iter().collect();
        return Ok(measures_document(project, &structures));
    }
    let [from, to] = order.structures.as_slice() else {
        return Err("A comparison needs two structures.".to_owned());
    };
    let comparison = compare(project, from, to).map_err(|error| error.to_string())?;
    Ok(match order.what {
        View::Members => members_document(project, &comparison),
        _ => changes_document(project, &comparison),
    })
}
