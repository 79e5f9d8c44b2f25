//! `dotted-line export`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::args::{Pair, Places, ProjectFile, structure_id};
use super::failure::Failure;
use super::output::Output;
use super::{DONE, input};
use crate::export::{PngError, SvgText, png, svg};
use crate::model::{Project, StructureId};
use crate::scene::{self, Ink, Options, Orientation, Pages, Paper, READABLE, Scene};

/// Dots per inch when none are asked for.
const DPI: u32 = 300;

#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  dotted-line export plan.json -o plan.svg --structure proposed --paper a3\n  dotted-line export plan.json -o changes.png --view compare --dpi 150\n\nThe ending of OUT says the format: svg or png."
)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    project: ProjectFile,
    /// The file to write; its ending says the format (svg, png).
    #[arg(short = 'o', long = "output", value_name = "OUT")]
    output: PathBuf,
    /// The structure, by its id [default: the first].
    #[arg(long, value_name = "ID", value_parser = structure_id, conflicts_with_all = ["from", "to"])]
    structure: Option<StructureId>,
    /// What to draw [default: diagram; compare with --from or --to].
    #[arg(long, value_enum)]
    view: Option<View>,
    #[command(flatten)]
    pair: Pair,
    #[command(flatten)]
    places: Places,
    /// The sheet.
    #[arg(long, value_enum, default_value_t = PaperArg::A4)]
    paper: PaperArg,
    /// Which way the sheet lies.
    #[arg(long, value_enum, default_value_t = OrientationArg::Auto)]
    orientation: OrientationArg,
    /// Dots per inch of a PNG [default: 300].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=2400))]
    dpi: Option<u32>,
    /// How bodies and links are arranged.
    #[arg(long, value_enum, default_value_t = Arrange::Auto)]
    arrange: Arrange,
    /// Sheets for one structure: one, or as many as keep its text readable.
    #[arg(long, value_enum, default_value_t = PagesArg::One)]
    pages: PagesArg,
    /// Stand the bodies of one tier in a band across the drawing; plain arrangement only.
    #[arg(long)]
    tiers: bool,
    /// Let siblings change places where lines cross less, instead of the order of the file.
    #[arg(long)]
    reorder: bool,
    /// Colours of the print.
    #[arg(long, value_enum, default_value_t = Style::Colour)]
    style: Style,
    /// Text of an SVG as outlines or as text [default: paths].
    #[arg(long, value_enum)]
    svg_text: Option<SvgTextArg>,
}

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum View {
    /// One structure.
    Diagram,
    /// Two structures side by side.
    Compare,
    /// Two structures in one drawing: the later one, with what ends.
    Overlay,
}

impl View {
    /// Whether it shows two structures.
    fn pair(self) -> bool {
        self != Self::Diagram
    }
}

/// A sheet of paper.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum PaperArg {
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm.
    A3,
    /// 148 × 210 mm.
    A5,
    /// As large as the drawing.
    Fit,
}

/// Which way a sheet lies.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum OrientationArg {
    /// Long side across.
    Landscape,
    /// Long side up.
    Portrait,
    /// Whichever prints larger.
    Auto,
}

/// How bodies and links are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Arrange {
    /// Plain or zoned, as reads best; permissions are counted in the notes.
    Auto,
    /// Every link singly, permissions too.
    Plain,
    /// Bodies in panels, like links as one line.
    Zoned,
}

/// On how many sheets one structure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PagesArg {
    /// One sheet.
    One,
    /// Cut at branches when the text would be too small: OUT, OUT-2 and so on.
    Several,
}

/// Colours of the print.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Style {
    /// Colours.
    Colour,
    /// Greys.
    Grey,
    /// Black on white.
    Mono,
}

/// How text stands in an SVG.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum SvgTextArg {
    /// As outlines: looks the same everywhere.
    Paths,
    /// As text: can be searched.
    Live,
}

impl PaperArg {
    pub(super) fn paper(self) -> Paper {
        match self {
            Self::A4 => Paper::A4,
            Self::A3 => Paper::A3,
            Self::A5 => Paper::A5,
            Self::Fit => Paper::Fit,
        }
    }
}

impl Arrange {
    /// Sets how single structures are drawn.
    pub(super) fn apply(self, options: &mut Options) {
        options.filter.permissions = self == Self::Plain;
        options.arrange = match self {
            Self::Auto => scene::Arrange::Auto,
            Self::Plain => scene::Arrange::Plain,
            Self::Zoned => scene::Arrange::Zoned,
        };
    }

    /// Zones and shared places have orders of their own.
    pub(super) fn for_reorder(self, pair: bool) -> Result<(), Failure> {
        if pair || self == Self::Zoned {
            return Err(Failure::usage(
                "--reorder is for the plain arrangement of one structure: zones and two structures side by side have an order of their own.",
            ));
        }
        Ok(())
    }

    /// Tiers are bands of the plain arrangement of one structure.
    pub(super) fn for_tiers(self, pair: bool) -> Result<(), Failure> {
        if pair {
            return Err(Failure::usage(
                "--tiers is for one structure: two structures stand in shared places without bands.",
            ));
        }
        if self == Self::Zoned {
            return Err(Failure::usage(
                "--tiers is for the plain arrangement: zones have panels of their own. Use --arrange plain or auto.",
            ));
        }
        Ok(())
    }

    /// Two structures in shared places are always plain.
    pub(super) fn for_pair(self) -> Result<(), Failure> {
        if self == Self::Zoned {
            return Err(Failure::usage(
                "Two structures stand in shared places without zones: use --arrange auto or plain.",
            ));
        }
        Ok(())
    }
}

impl OrientationArg {
    pub(super) fn orientation(self) -> Orientation {
        match self {
            Self::Landscape => Orientation::Landscape,
            Self::Portrait => Orientation::Portrait,
            Self::Auto => Orientation::Auto,
        }
    }
}

impl ExportArgs {
    fn options(&self, view: View) -> Result<Options, Failure> {
        let mut options = Options {
            paper: self.paper.paper(),
            orientation: self.orientation.orientation(),
            ink: match self.style {
                Style::Colour => Ink::Colour,
                Style::Grey => Ink::Grey,
                Style::Mono => Ink::Mono,
            },
            pages: match self.pages {
                PagesArg::One => Pages::One,
                PagesArg::Several => Pages::Several,
            },
            ..Options::default()
        };
        self.arrange.apply(&mut options);
        options.tiers = self.tiers;
        options.reorder = self.reorder;
        self.places.apply(view == View::Compare, &mut options)?;
        Ok(options)
    }

    /// Whether several pages go with the rest.
    fn may_be_several(&self, view: View) -> Result<(), Failure> {
        let why = match (view, self.arrange, self.paper) {
            _ if self.tiers => "Bands of tiers stand on one sheet",
            (View::Compare | View::Overlay, ..) => "Two structures stand on one sheet",
            (_, Arrange::Zoned, _) => "Zones stand on one sheet",
            (_, _, PaperArg::Fit) => "A sheet made to fit is always one",
            _ => return Ok(()),
        };
        Err(Failure::usage(format!("{why}: leave out --pages several.")))
    }

    fn view(&self) -> Result<View, Failure> {
        match self.view {
            None if self.pair.is_given() => Ok(View::Compare),
            None => Ok(View::Diagram),
            Some(View::Diagram) if self.pair.is_given() => Err(Failure::usage(
                "--from and --to need --view compare or overlay; a diagram shows one --structure.",
            )),
            Some(view) if view.pair() && self.structure.is_some() => Err(Failure::usage(
                "--view compare and overlay show two structures: use --from and --to instead of --structure.",
            )),
            Some(view) => Ok(view),
        }
    }
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
}

fn format(path: &Path) -> Result<Format, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => Ok(Format::Svg),
        Some("png") => Ok(Format::Png),
        _ => Err(Failure::usage(format!(
            "The name of the file to write must end in .svg or .png: {}",
            path.display()
        ))),
    }
}

pub(super) fn command(args: &ExportArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let format = format(&args.output)?;
    if format == Format::Svg && args.dpi.is_some() {
        return Err(Failure::usage("--dpi is for PNG; an SVG has no dots."));
    }
    if format == Format::Png && args.svg_text.is_some() {
        return Err(Failure::usage("--svg-text is for SVG; a PNG has no text."));
    }
    let view = args.view()?;
    if args.pages == PagesArg::Several {
        args.may_be_several(view)?;
    }
    if args.tiers {
        args.arrange.for_tiers(view.pair())?;
    }
    if args.reorder {
        args.arrange.for_reorder(view.pair())?;
    }
    let project = input::project(&args.project.file, output)?;
    for (page, bytes) in run(args, &project, format, view, output)?
        .iter()
        .enumerate()
    {
        output.file(&page_path(&args.output, page + 1), bytes)?;
    }
    Ok(DONE)
}

/// Draws the picture: one file for each page.
fn run(
    args: &ExportArgs,
    project: &Project,
    format: Format,
    view: View,
    output: &mut Output<'_>,
) -> Result<Vec<Vec<u8>>, Failure> {
    let scene = draw(args, project, view)?;
    let remedy = args.pages == PagesArg::One && args.may_be_several(view).is_ok();
    if let Some(warning) = small_text(&scene, args.paper, remedy) {
        output.note(&warning);
    }
    match format {
        Format::Svg => {
            let text = match args.svg_text {
                Some(SvgTextArg::Live) => SvgText::Live,
                Some(SvgTextArg::Paths) | None => SvgText::Paths,
            };
            Ok(svg(&scene, text)
                .into_iter()
                .map(String::into_bytes)
                .collect())
        }
        Format::Png => png(&scene, args.dpi.unwrap_or(DPI)).map_err(|error| match error {
            PngError::TooLarge { .. } => Failure::usage(error),
            PngError::Drawing | PngError::Encoding(_) => Failure::file(error),
        }),
    }
}

fn draw(args: &ExportArgs, project: &Project, view: View) -> Result<Scene, Failure> {
    let options = args.options(view)?;
    Ok(match view {
        View::Diagram => {
            let structure = input::structure(project, args.structure.as_ref())?;
            scene::diagram(project, structure.id(), &options)?
        }
        View::Compare | View::Overlay => {
            args.arrange.for_pair()?;
            let (from, to) = input::pair(project, &args.pair)?;
            let draw = if view == View::Overlay {
                scene::overlay
            } else {
                scene::compare
            };
            draw(project, &from, &to, &options)?
        }
    })
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
