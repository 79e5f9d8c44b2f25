//! Pictures: one structure, or two side by side.

use std::path::{Path, PathBuf};

use super::choice::{Arrange, PagesArg, PaperArg, Style, SvgTextArg};
use super::{ExportArgs, View};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::{DONE, input};
use crate::describe::{TextVersion, describe_changes, describe_structure};
use crate::export::{PngError, SvgText, pdf_picture, png, svg};
use crate::model::Project;
use crate::scene::{self, Ink, Options, Pages, READABLE, Scene};

/// Dots per inch when none are asked for.
const DPI: u32 = 300;

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Svg,
    Png,
    Pdf,
}

impl Format {
    /// Options that the format has no use for.
    fn may_take(self, args: &ExportArgs) -> Result<(), Failure> {
        let sentence = match self {
            Self::Svg if args.dpi.is_some() => "--dpi is for PNG; an SVG has no dots.",
            Self::Pdf if args.dpi.is_some() => "--dpi is for PNG; a PDF has no dots.",
            Self::Png if args.svg_text.is_some() => "--svg-text is for SVG; a PNG has no text.",
            Self::Pdf if args.svg_text.is_some() => {
                "--svg-text is for SVG; the text of a PDF can always be searched."
            }
            _ => return Ok(()),
        };
        Err(Failure::usage(sentence))
    }
}

impl ExportArgs {
    pub(super) fn options(&self, view: View) -> Result<Options, Failure> {
        let mut options = Options {
            paper: self.paper().paper(),
            orientation: self.orientation.unwrap_or_default().orientation(),
            ink: match self.style {
                Some(Style::Grey) => Ink::Grey,
                Some(Style::Mono) => Ink::Mono,
                Some(Style::Colour) | None => Ink::Colour,
            },
            pages: if self.several() {
                Pages::Several
            } else {
                Pages::One
            },
            ..Options::default()
        };
        self.arrange().apply(&mut options);
        options.tiers = self.tiers;
        options.reorder = self.reorder;
        self.places.apply(view == View::Compare, &mut options)?;
        Ok(options)
    }

    fn paper(&self) -> PaperArg {
        self.paper.unwrap_or_default()
    }

    fn arrange(&self) -> Arrange {
        self.arrange.unwrap_or_default()
    }

    pub(super) fn svg_text(&self) -> SvgText {
        match self.svg_text {
            Some(SvgTextArg::Live) => SvgText::Live,
            Some(SvgTextArg::Paths) | None => SvgText::Paths,
        }
    }

    fn several(&self) -> bool {
        self.pages == Some(PagesArg::Several)
    }

    /// Whether several pages go with the rest.
    fn may_be_several(&self, view: View) -> Result<(), Failure> {
        let why = match (view, self.arrange(), self.paper()) {
            _ if self.tiers => "Bands of tiers stand on one sheet",
            (View::Compare | View::Overlay, ..) => "Two structures stand on one sheet",
            (_, Arrange::Zoned, _) => "Zones stand on one sheet",
            (_, _, PaperArg::Fit) => "A sheet made to fit is always one",
            _ => return Ok(()),
        };
        Err(Failure::usage(format!("{why}: leave out --pages several.")))
    }
}

/// Whether the options go with the picture and with each other. `format` is none on a web page.
pub(super) fn fits(args: &ExportArgs, view: View, format: Option<Format>) -> Result<(), Failure> {
    format.unwrap_or(Format::Svg).may_take(args)?;
    if args.several() {
        args.may_be_several(view)?;
    }
    if args.tiers {
        args.arrange().for_tiers(view != View::Diagram)?;
    }
    if args.reorder {
        args.arrange().for_reorder(view != View::Diagram)?;
    }
    Ok(())
}

/// Draws and writes a picture: one file for each page.
pub(super) fn command(
    args: &ExportArgs,
    format: Format,
    view: View,
    output: &mut Output<'_>,
) -> Result<u8, Failure> {
    fits(args, view, Some(format))?;
    let project = input::project(&args.project.file, output)?;
    for (page, bytes) in run(args, &project, format, view, output)?
        .iter()
        .enumerate()
    {
        output.file(&page_path(&args.output, page + 1), bytes)?;
    }
    Ok(DONE)
}

/// The bytes of each page.
fn run(
    args: &ExportArgs,
    project: &Project,
    format: Format,
    view: View,
    output: &mut Output<'_>,
) -> Result<Vec<Vec<u8>>, Failure> {
    let scene = draw(args, project, view)?;
    tell_small_text(args, &scene, view, output);
    match format {
        Format::Svg => Ok(svg(&scene, args.svg_text())
            .into_iter()
            .map(String::into_bytes)
            .collect()),
        Format::Pdf => {
            let words = words(args, project, view)?;
            let date = date(args, project, view)?;
            let bytes = pdf_picture(&scene, &words, date.as_deref()).map_err(Failure::file)?;
            Ok(vec![bytes])
        }
        Format::Png => png(&scene, args.dpi.unwrap_or(DPI)).map_err(|error| match error {
            PngError::TooLarge { .. } => Failure::usage(error),
            PngError::Drawing | PngError::Encoding(_) => Failure::file(error),
        }),
    }
}

/// Tells when text prints too small.
pub(super) fn tell_small_text(
    args: &ExportArgs,
    scene: &Scene,
    view: View,
    output: &mut Output<'_>,
) {
    let remedy = !args.several() && args.may_be_several(view).is_ok();
    if let Some(warning) = small_text(scene, args.paper(), remedy) {
        output.note(&warning);
    }
}

pub(super) fn draw(args: &ExportArgs, project: &Project, view: View) -> Result<Scene, Failure> {
    draw_with(args, project, view, &args.options(view)?)
}

/// Draws with other options than those for paper.
pub(super) fn draw_with(
    args: &ExportArgs,
    project: &Project,
    view: View,
    options: &Options,
) -> Result<Scene, Failure> {
    Ok(match view {
        View::Diagram => {
            let structure = input::structure(project, args.structure.as_ref())?;
            scene::diagram(project, structure.id(), options)?
        }
        _ => {
            args.arrange().for_pair()?;
            let (from, to) = input::pair(project, &args.pair)?;
            let draw = if view == View::Overlay {
                scene::overlay
            } else {
                scene::compare
            };
            draw(project, &from, &to, options)?
        }
    })
}

/// The words equivalent to the picture.
pub(super) fn words(
    args: &ExportArgs,
    project: &Project,
    view: View,
) -> Result<TextVersion, Failure> {
    if view == View::Diagram {
        let structure = input::structure(project, args.structure.as_ref())?;
        return Ok(describe_structure(project, structure.id())?);
    }
    let (from, to) = input::pair(project, &args.pair)?;
    Ok(describe_changes(project, &from, &to)?)
}

/// The date of the structure that is drawn, of two the later one's; else of the project.
fn date(args: &ExportArgs, project: &Project, view: View) -> Result<Option<String>, Failure> {
    let structure = if view == View::Diagram {
        input::structure(project, args.structure.as_ref())?
    } else {
        let (_, to) = input::pair(project, &args.pair)?;
        input::structure(project, Some(&to))?
    };
    let date = structure.head.date.as_ref().or(project.head.date.as_ref());
    Ok(date.cloned())
}

/// Tells when text prints too small, and what would help.
fn small_text(scene: &Scene, paper: PaperArg, several: bool) -> Option<String> {
    let size = scene
        .smallest_text()
        .filter(|size| *size < READABLE - 0.05)?;
    // One size up prints about 1.41 times as large.
    let helps = size * 2.0_f64.sqrt() >= READABLE;
    let fit = "Choose --paper fit for a sheet on which all text has its full size";
    let (sheet, remedy) = match paper {
        PaperArg::A5 if helps => ("A5", "Choose --paper a4 for larger text"),
        PaperArg::A4 if helps => ("A4", "Choose --paper a3 for larger text"),
        PaperArg::A5 => ("A5", fit),
        PaperArg::A4 => ("A4", fit),
        PaperArg::A3 => ("A3", fit),
        PaperArg::Slide => ("a slide", "Choose --paper a3 for larger text in print"),
        PaperArg::Fit => return None,
    };
    let or = if several { ", or --pages several" } else { "" };
    Some(format!(
        "The smallest text prints at {size:.1} pt on {sheet}; {READABLE} pt is the least for easy reading. {remedy}{or}."
    ))
}

/// "plan.svg", "plan-2.svg".
fn page_path(path: &Path, page: usize) -> PathBuf {
    if page == 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{page}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::page_path;
    use std::path::Path;

    #[test]
    fn further_pages_are_numbered() {
        for (path, page, expected) in [
            ("out/plan.svg", 1, "out/plan.svg"),
            ("out/plan.svg", 2, "out/plan-2.svg"),
            ("a.b.PNG", 3, "a.b-3.PNG"),
        ] {
            assert_eq!(page_path(Path::new(path), page), Path::new(expected));
        }
    }
}
