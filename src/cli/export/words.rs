//! Words and tables: the text version, the tables of a project, changes, members, measures; and
//! web pages, which hold the picture as well.

use super::{ExportArgs, View, picture};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::{DONE, input};
use crate::compare::compare;
use crate::describe::{TextVersion, describe_changes, describe_structure};
use crate::export::{self, Part, Publication};
use crate::model::{Project, StructureId};
use crate::report::{
    Document, changes_document, measures_document, members_document, tables_document,
};

/// The format of words and tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Markdown,
    Csv,
    Html,
    Excel,
    Pdf,
    Word,
}

/// Writes words and tables.
pub(super) fn command(
    args: &ExportArgs,
    format: Format,
    view: View,
    output: &mut Output<'_>,
) -> Result<u8, Failure> {
    fits(args, format, view)?;
    let project = input::project(&args.project.file, output)?;
    let bytes = match format {
        Format::Html if view.is_picture() => web_page(args, &project, view, output)?.into_bytes(),
        Format::Markdown if view.is_picture() => text_version(args, &project, view)?
            .to_markdown()
            .into_bytes(),
        Format::Markdown => export::markdown(&document(args, &project, view)?).into_bytes(),
        Format::Html => export::html(&document(args, &project, view)?).into_bytes(),
        Format::Csv => export::csv(&document(args, &project, view)?).into_bytes(),
        Format::Excel => {
            let mut document = document(args, &project, view)?;
            if view == View::Diagram {
                let structures = structures(args, &project)?;
                let measures = measures_document(&project, &structures);
                document.blocks.extend(measures.blocks);
            }
            export::xlsx(&document).map_err(Failure::file)?
        }
        Format::Pdf => {
            let document = document(args, &project, view)?;
            export::pdf_document(&document, project.head.date.as_deref()).map_err(Failure::file)?
        }
        Format::Word => {
            let document = document(args, &project, view)?;
            let publication = Publication {
                title: document.title.clone(),
                language: document.language,
                date: project.head.date.clone(),
                parts: vec![Part::Words(document)],
            };
            export::docx(&publication).map_err(Failure::file)?
        }
    };
    output.file(&args.output, &bytes)?;
    Ok(DONE)
}

/// Whether the format holds the view, and the options mean something for it.
fn fits(args: &ExportArgs, format: Format, view: View) -> Result<(), Failure> {
    let given = args.of_pictures().next();
    match (format, view) {
        (Format::Csv | Format::Excel, View::Compare | View::Overlay) => Err(Failure::usage(
            "The comparison is drawn, and this format holds tables: choose --view changes, members or measures.",
        )),
        (Format::Markdown, View::Overlay) => Err(Failure::usage(
            "The overlay is drawn: choose a name that ends in .svg, .png or .html, or --view compare for the changes in words.",
        )),
        (Format::Html, view) if view.is_picture() => picture::fits(args, view, None),
        (_, view) => match given {
            Some(option) if view.is_picture() => Err(Failure::usage(format!(
                "{option} is for pictures; this format holds words and tables."
            ))),
            Some(option) => Err(Failure::usage(format!(
                "{option} is for pictures; --view {} is words and tables.",
                view.word()
            ))),
            None => Ok(()),
        },
    }
}

/// The structure asked for, else all of them: lineage is told of two.
fn structures<'a>(
    args: &ExportArgs,
    project: &'a Project,
) -> Result<Vec<&'a StructureId>, Failure> {
    if args.structure.is_none() && !project.structures.is_empty() {
        return Ok(project.structures.iter().map(|s| s.id()).collect());
    }
    Ok(vec![
        input::structure(project, args.structure.as_ref())?.id(),
    ])
}

fn document(args: &ExportArgs, project: &Project, view: View) -> Result<Document, Failure> {
    if view == View::Diagram {
        return Ok(tables_document(project, &structures(args, project)?));
    }
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

fn text_version(args: &ExportArgs, project: &Project, view: View) -> Result<TextVersion, Failure> {
    if view == View::Diagram {
        let structure = input::structure(project, args.structure.as_ref())?;
        return Ok(describe_structure(project, structure.id())?);
    }
    let (from, to) = input::pair(project, &args.pair)?;
    Ok(describe_changes(project, &from, &to)?)
}

/// The picture, the text version and the tables of one view.
fn web_page(
    args: &ExportArgs,
    project: &Project,
    view: View,
    output: &mut Output<'_>,
) -> Result<String, Failure> {
    let scene = picture::draw(args, project, view)?;
    picture::tell_small_text(args, &scene, view, output);
    let words = text_version(args, project, view)?;
    let tables = if view == View::Diagram {
        let structure = input::structure(project, args.structure.as_ref())?;
        tables_document(project, &[structure.id()])
    } else {
        let (from, to) = input::pair(project, &args.pair)?;
        changes_document(project, &compare(project, &from, &to)?)
    };
    Ok(export::page(&scene, args.svg_text(), &words, &tables))
}
