//! `dotted-line export`.

mod choice;
mod picture;
mod words;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

pub(super) use choice::{Arrange, OrientationArg, PaperArg};
use choice::{PagesArg, Style, SvgTextArg};

use super::args::{Pair, Places, ProjectFile, structure_id};
use super::failure::Failure;
use super::output::Output;
use crate::model::StructureId;

#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  dotted-line export plan.json -o plan.svg --structure proposed --paper a3\n  dotted-line export plan.json -o changes.png --view compare --dpi 150\n  dotted-line export plan.json -o paper.pdf --view compare\n  dotted-line export plan.json -o schedule.html --view changes --from current --to proposed\n  dotted-line export plan.json -o measures.csv --view measures --structure proposed\n\nThe ending of OUT says the format: pdf for every view; svg or png for diagram, compare and overlay; md, html or csv (its tables) for changes, members and measures. A PDF holds all pages of a picture, and its text version after them."
)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    project: ProjectFile,
    /// The file to write; its ending says the format (pdf, svg, png, md, html, csv).
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
    /// The sheet [default: a4].
    #[arg(long, value_enum)]
    paper: Option<PaperArg>,
    /// Which way the sheet lies [default: auto].
    #[arg(long, value_enum)]
    orientation: Option<OrientationArg>,
    /// Dots per inch of a PNG [default: 300].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=2400))]
    dpi: Option<u32>,
    /// How bodies and links are arranged [default: auto].
    #[arg(long, value_enum)]
    arrange: Option<Arrange>,
    /// Sheets for one structure: one, or as many as keep its text readable [default: one].
    #[arg(long, value_enum)]
    pages: Option<PagesArg>,
    /// Stand the bodies of one tier in a band across the drawing; plain arrangement only.
    #[arg(long)]
    tiers: bool,
    /// Let siblings change places where lines cross less, instead of the order of the file.
    #[arg(long)]
    reorder: bool,
    /// Colours of the print [default: colour].
    #[arg(long, value_enum)]
    style: Option<Style>,
    /// Text of an SVG as outlines or as text [default: paths].
    #[arg(long, value_enum)]
    svg_text: Option<SvgTextArg>,
}

/// What to draw or to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum View {
    /// One structure, drawn.
    Diagram,
    /// Two structures side by side, drawn.
    Compare,
    /// Two structures in one drawing: the later one, with what ends.
    Overlay,
    /// What becomes of every body, with plan and questions, in words and tables.
    Changes,
    /// Seats and meetings before and after, as tables.
    Members,
    /// Figures of one structure, or of two with --from and --to, as tables.
    Measures,
}

impl ExportArgs {
    fn view(&self) -> Result<View, Failure> {
        let two = "shows two structures: use --from and --to instead of --structure.";
        match self.view {
            None if self.pair.is_given() => Ok(View::Compare),
            None => Ok(View::Diagram),
            Some(View::Diagram) if self.pair.is_given() => Err(Failure::usage(
                "--from and --to need --view compare or overlay; a diagram shows one --structure.",
            )),
            Some(view)
                if self.structure.is_some() && !matches!(view, View::Diagram | View::Measures) =>
            {
                Err(Failure::usage(format!("--view {} {two}", view.word())))
            }
            Some(view) => Ok(view),
        }
    }

    /// The first option that only a picture can follow.
    fn of_pictures(&self) -> Option<&'static str> {
        [
            ("--slots", self.places.given()),
            ("--paper", self.paper.is_some()),
            ("--orientation", self.orientation.is_some()),
            ("--dpi", self.dpi.is_some()),
            ("--arrange", self.arrange.is_some()),
            ("--pages", self.pages.is_some()),
            ("--tiers", self.tiers),
            ("--reorder", self.reorder),
            ("--style", self.style.is_some()),
            ("--svg-text", self.svg_text.is_some()),
        ]
        .into_iter()
        .find_map(|(option, given)| given.then_some(option))
    }
}

impl View {
    /// The word on the command line.
    fn word(self) -> &'static str {
        match self {
            Self::Diagram => "diagram",
            Self::Compare => "compare",
            Self::Overlay => "overlay",
            Self::Changes => "changes",
            Self::Members => "members",
            Self::Measures => "measures",
        }
    }

    /// Whether it is drawn rather than told.
    fn is_picture(self) -> bool {
        matches!(self, Self::Diagram | Self::Compare | Self::Overlay)
    }
}

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// Holds both.
    Pdf,
    Picture(picture::Format),
    Words(words::Format),
}

fn format(path: &Path) -> Result<Format, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => Ok(Format::Picture(picture::Format::Svg)),
        Some("png") => Ok(Format::Picture(picture::Format::Png)),
        Some("pdf") => Ok(Format::Pdf),
        Some("md") => Ok(Format::Words(words::Format::Markdown)),
        Some("csv") => Ok(Format::Words(words::Format::Csv)),
        Some("html") => Ok(Format::Words(words::Format::Html)),
        _ => Err(Failure::usage(format!(
            "The name of the file to write must end in .pdf, .svg, .png, .md, .html or .csv: {}",
            path.display()
        ))),
    }
}

pub(super) fn command(args: &ExportArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let format = format(&args.output)?;
    let view = args.view()?;
    match (format, view.is_picture()) {
        (Format::Words(_), true) => Err(Failure::usage(format!(
            "The {} is drawn: choose a name that ends in .pdf, .svg or .png, or --view changes, members or measures.",
            match view {
                View::Overlay => "overlay",
                View::Compare => "comparison side by side",
                _ => "diagram",
            }
        ))),
        (Format::Picture(_), false) => Err(Failure::usage(format!(
            "--view {} is words and tables: choose a name that ends in .pdf, .md, .html or .csv.",
            view.word()
        ))),
        (Format::Words(_) | Format::Pdf, false) => {
            if let Some(option) = args.of_pictures() {
                return Err(Failure::usage(format!(
                    "{option} is for pictures; --view {} is words and tables.",
                    view.word()
                )));
            }
            let format = match format {
                Format::Words(format) => format,
                _ => words::Format::Pdf,
            };
            words::command(args, format, view, output)
        }
        (Format::Pdf, true) => picture::command(args, picture::Format::Pdf, view, output),
        (Format::Picture(format), true) => picture::command(args, format, view, output),
    }
}
