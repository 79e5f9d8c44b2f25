//! PowerPoint: a talk about the whole project, or one picture on a slide.

use super::choice::PaperArg;
use super::{ExportArgs, View, picture};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::{DONE, input};
use crate::describe::{describe_changes, describe_structure};
use crate::export::{Slide, pptx};
use crate::model::Project;
use crate::scene::{self, Options, Paper};

/// Writes a presentation.
pub(super) fn command(
    args: &ExportArgs,
    view: View,
    output: &mut Output<'_>,
) -> Result<u8, Failure> {
    fits(args, view)?;
    let project = input::project(&args.project.file, output)?;
    let whole = args.view.is_none() && args.structure.is_none() && !args.pair.is_given();
    let slides = if whole {
        talk(args, &project)?
    } else {
        let options = options(args, view)?;
        let scene = picture::draw_with(args, &project, view, &options)?;
        Slide::of(scene, &picture::words(args, &project, view)?, &project)
    };
    let title = project.head.title.as_deref().map(str::trim);
    let title = title
        .filter(|title| !title.is_empty())
        .unwrap_or("Untitled");
    let bytes = pptx(title, &slides).map_err(Failure::file)?;
    output.file(&args.output, &bytes)?;
    Ok(DONE)
}

/// Whether the view can be shown on slides, and the options mean something for them.
fn fits(args: &ExportArgs, view: View) -> Result<(), Failure> {
    if !view.is_picture() {
        return Err(Failure::usage(format!(
            "--view {} is words and tables, and slides hold pictures: choose a name that ends in .pdf, .md, .html, .csv or .xlsx.",
            view.word()
        )));
    }
    let sentence = match args {
        args if args.dpi.is_some() => "--dpi is for PNG; the shapes of a slide have no dots.",
        args if args.svg_text.is_some() => {
            "--svg-text is for SVG; the text of a slide can always be edited."
        }
        args if args.orientation.is_some() => {
            "--orientation is for paper; a slide always lies across."
        }
        args if args.paper.is_some_and(|paper| paper != PaperArg::Slide) => {
            "--paper is for other formats: a presentation has slides of 16:9."
        }
        _ => return picture::fits(args, view, None),
    };
    Err(Failure::usage(sentence))
}

fn options(args: &ExportArgs, view: View) -> Result<Options, Failure> {
    Ok(Options {
        paper: Paper::Slide,
        ..args.options(view)?
    })
}

/// Every structure, then the first compared with the second, and the way from one to the other.
fn talk(args: &ExportArgs, project: &Project) -> Result<Vec<Slide>, Failure> {
    let mut slides = Vec::new();
    // Places of two structures mean nothing to one.
    let options = options(args, View::Compare)?;
    input::structure(project, None)?;
    for structure in &project.structures {
        let id = structure.id();
        let scene = scene::diagram(project, id, &options)?;
        slides.extend(Slide::of(scene, &describe_structure(project, id)?, project));
    }
    if let [first, second, ..] = project.structures.as_slice() {
        let (from, to) = (first.id(), second.id());
        let scene = scene::compare(project, from, to, &options)?;
        slides.extend(Slide::of(
            scene,
            &describe_changes(project, from, to)?,
            project,
        ));
        for (scene, words) in scene::morph_slides(project, from, to, &options)? {
            slides.extend(Slide::of(scene, &words, project));
        }
    }
    Ok(slides)
}
