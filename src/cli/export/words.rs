//! Views in words and tables: changes, members, measures.

use super::{ExportArgs, View};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::{DONE, input};
use crate::compare::compare;
use crate::export;
use crate::model::Project;
use crate::report::{Document, changes_document, measures_document, members_document};

/// The format of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Markdown,
    Csv,
    Html,
    Pdf,
}

/// Writes a document.
pub(super) fn command(
    args: &ExportArgs,
    format: Format,
    view: View,
    output: &mut Output<'_>,
) -> Result<u8, Failure> {
    let project = input::project(&args.project.file, output)?;
    let document = document(args, &project, view)?;
    let bytes = match format {
        Format::Markdown => export::markdown(&document).into_bytes(),
        Format::Csv => export::csv(&document).into_bytes(),
        Format::Html => export::html(&document).into_bytes(),
        Format::Pdf => {
            export::pdf_document(&document, project.head.date.as_deref()).map_err(Failure::file)?
        }
    };
    output.file(&args.output, &bytes)?;
    Ok(DONE)
}

fn document(args: &ExportArgs, project: &Project, view: View) -> Result<Document, Failure> {
    if view == View::Measures && !args.pair.is_given() {
        let structure = input::structure(project, args.structure.as_ref())?;
        return Ok(measures_document(project, &[structure.id()]));
    }
    let (from, to) = input::pair(project, &args.pair)?;
    Ok(match view {
        View::Measures => measures_document(project, &[&from, &to]),
        View::Members => members_document(project, &compare(project, &from, &to)?),
        _ => changes_document(project, &compare(project, &from, &to)?),
    })
}
