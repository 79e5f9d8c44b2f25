//! `dotted-line export`.

mod chart;
mod choice;
mod picture;
mod slides;
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
    after_help = "Examples:\n  dotted-line export plan.json -o plan.svg --structure proposed --paper a3\n  dotted-line export plan.json -o changes.png --view compare --dpi 150\n  dotted-line export plan.json -o schedule.html --view changes --from current --to proposed\n  dotted-line export plan.json -o measures.csv --view measures --structure proposed\n  dotted-line export plan.json -o paper.pdf --view compare\n  dotted-line export plan.json -o talk.pptx\n  dotted-line export plan.json -o plan.xlsx\n  dotted-line export plan.json -o plan.drawio --structure proposed\n\nThe ending of OUT says the format:\n  svg, png   the views diagram, compare and overlay\n  pdf        every view; all pages of a picture and its text version after them\n  pptx       a slide for each structure, for the comparison and for every change on the way; with --view or --structure that picture alone\n  html       every view; pictures with their text version and tables on one page\n  md         every view but overlay, in words\n  csv, xlsx  diagram: tables of bodies, links, seats and lineage (xlsx: and measures), of all structures without --structure; changes, members and measures: their tables\n  drawio, graphml, dot, mmd  one structure for draw.io, yEd and Gephi, Graphviz, Mermaid: every body and link, with places but for mmd"
)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    project: ProjectFile,
    /// The file to write; its ending says the format (see below).
    #[arg(short = 'o', long = "output", value_name = "OUT")]
    output: PathBuf,
    /// The structure, by its id [default: the first; csv and xlsx: all].
    #[arg(long, value_name = "ID", value_parser = structure_id, conflicts_with_all = ["from", "to"])]
    structure: Option<StructureId>,
    /// What to draw [default: diagram; compare with --from or --to].
    #[arg(long, value_enum)]
    view: Option<View>,
    #[command(flatten)]
    pair: Pair,
    #[command(flatten)]
    places: Places,
    /// The sheet [default: a4; pptx: slide].
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
    /// Text of an SVG, or of the picture of a web page, as outlines or as text [default: paths].
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

    /// The options given that only a picture can follow.
    fn of_pictures(&self) -> impl Iterator<Item = &'static str> {
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
        .filter_map(|(option, given)| given.then_some(option))
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
    Slides,
    Picture(picture::Format),
    Chart(chart::Format),
    Words(words::Format),
}

fn format(path: &Path) -> Result<Format, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => Ok(Format::Picture(picture::Format::Svg)),
        Some("png") => Ok(Format::Picture(picture::Format::Png)),
        Some("drawio") => Ok(Format::Chart(chart::Format::DrawIo)),
        Some("graphml") => Ok(Format::Chart(chart::Format::GraphMl)),
        Some("dot") => Ok(Format::Chart(chart::Format::Dot)),
        Some("mmd") => Ok(Format::Chart(chart::Format::Mermaid)),
        Some("pdf") => Ok(Format::Pdf),
        Some("pptx") => Ok(Format::Slides),
        Some("md") => Ok(Format::Words(words::Format::Markdown)),
        Some("csv") => Ok(Format::Words(words::Format::Csv)),
        Some("xlsx") => Ok(Format::Words(words::Format::Excel)),
        Some("html") => Ok(Format::Words(words::Format::Html)),
        _ => Err(Failure::usage(format!(
            "The name of the file to write must end in .pdf, .svg, .png, .pptx, .html, .md, .csv, .xlsx, .drawio, .graphml, .dot or .mmd: {}",
            path.display()
        ))),
    }
}

pub(super) fn command(args: &ExportArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let format = format(&args.output)?;
    let view = args.view()?;
    match (format, view.is_picture()) {
        (Format::Chart(format), _) => chart::command(args, format, view, output),
        (Format::Words(format), _) => words::command(args, format, view, output),
        (Format::Slides, _) => slides::command(args, view, output),
        (Format::Pdf, false) => words::command(args, words::Format::Pdf, view, output),
        (Format::Pdf, true) => picture::command(args, picture::Format::Pdf, view, output),
        (Format::Picture(format), true) => picture::command(args, format, view, output),
        (Format::Picture(_), false) => Err(Failure::usage(format!(
            "--view {} is words and tables: choose a name that ends in .pdf, .md, .html, .csv or .xlsx.",
            view.word()
        ))),
    }
}
