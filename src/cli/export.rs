//! `dotted-line export`.

mod choice;
mod order;
mod refusal;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

pub(super) use choice::LanguageArg;
pub(super) use choice::{Arrange, OrientationArg, paper};
use choice::{PagesArg, Style, SvgTextArg, floor};

use super::args::{Pair, Places, ProjectFile, structure_id};
use super::failure::Failure;
use super::output::Output;
use super::{DONE, input};
use crate::model::{Project, StructureId};
use crate::publish::{Format, Order, PublishError, Published, Subject, numbered, publish};
use crate::scene::Paper;
use crate::store::disk;

#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  dotted-line export plan.json -o plan.svg --structure proposed --paper a3\n  dotted-line export plan.json -o changes.png --view compare --dpi 150\n  dotted-line export plan.json -o schedule.html --view changes --from current --to proposed\n  dotted-line export plan.json -o measures.csv --view measures --structure proposed\n  dotted-line export plan.json -o paper.pdf --view compare\n  dotted-line export plan.json -o pack.pdf --view pack\n  dotted-line export plan.json -o slide.png --paper 254x143 --no-legend --status \"Draft for consultation\" --footer \"Cabinet, 12 May\"\n  dotted-line export plan.json -o paper.docx --view changes\n  dotted-line export plan.json -o talk.pptx\n  dotted-line export plan.json -o plan.xlsx\n  dotted-line export plan.json -o plan.pdf -o plan.docx\n  dotted-line export plan.json -o plan.drawio --structure proposed\n\nThe ending of OUT says the format:\n  svg, png   the views diagram, compare and overlay\n  pdf        every view; all pages of a picture and its text version after them\n  html       every view; pictures with their text version and tables on one page\n  md         every view but overlay, in words\n  docx       every view, for Word; pictures with their text version, and the changes where two structures are drawn\n  pptx       the view talk (without --view), a slide for each structure, for the comparison and for every change on the way; diagram, compare and overlay as one slide\n  The view pack (pdf, docx, html, md) is a whole paper: front page, charts, changes, seats, steps, questions, rules, terms of reference, acronyms; of one structure with --structure\n  csv, xlsx  diagram: tables of bodies, links, seats and lineage (xlsx: and measures), of all structures without --structure; changes, members and measures: their tables\n  drawio, graphml, dot, mmd  one structure for draw.io, yEd and Gephi, Graphviz, Mermaid: every body and link, with places but for mmd"
)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    project: ProjectFile,
    /// The file to write; its ending says the format (see below). Several are made at once: -o a.pdf -o a.docx.
    #[arg(short = 'o', long = "output", value_name = "OUT", required = true)]
    outputs: Vec<PathBuf>,
    /// The structure, by its id [default: the first; csv and xlsx: all].
    #[arg(long, value_name = "ID", value_parser = structure_id, conflicts_with_all = ["from", "to"])]
    structure: Option<StructureId>,
    /// What to draw [default: diagram; compare with --from or --to; pptx: talk].
    #[arg(long, value_enum)]
    view: Option<View>,
    #[command(flatten)]
    pair: Pair,
    #[command(flatten)]
    places: Places,
    /// The sheet: a4, a3, a5, slide (16:9), fit (as large as the drawing), or width and height in mm, as 297x210 [default: a4].
    #[arg(long, value_name = "SHEET", value_parser = paper)]
    paper: Option<Paper>,
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
    /// The status in the title block, in place of the structure's own; "" leaves it out.
    #[arg(long, value_name = "TEXT", conflicts_with = "no_title")]
    status: Option<String>,
    /// Leave out the date in the title block.
    #[arg(long, conflicts_with = "no_title")]
    no_date: bool,
    /// Leave out the title block.
    #[arg(long)]
    no_title: bool,
    /// Leave out the key.
    #[arg(long)]
    no_legend: bool,
    /// Leave out the notes.
    #[arg(long)]
    no_notes: bool,
    /// Words at the foot of the sheet.
    #[arg(long, value_name = "TEXT")]
    footer: Option<String>,
    /// The language of names and words: en, cy (Welsh, where the project gives names in it), or both, a picture in each with
    /// everything in the same places [default: en].
    #[arg(long, value_enum)]
    language: Option<LanguageArg>,
    /// The least size of text in pt: smaller text is told, and --pages several cuts there [default: 9].
    #[arg(long, value_name = "PT", value_parser = floor)]
    floor: Option<f64>,
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
    /// A paper for a committee: charts, changes, seats, steps, questions, rules, terms of reference, acronyms.
    Pack,
    /// Slides: each structure, two side by side, and every change on the way.
    Talk,
}

/// A file to be made.
struct Target<'a> {
    path: &'a Path,
    format: Format,
    view: View,
}

impl Target<'_> {
    fn subject(&self) -> Subject {
        self.view.subject(self.format)
    }
}

/// Every file is made, and every target tried, before the first is written, so that a refusal leaves
/// nothing half done.
pub(super) fn command(args: &ExportArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let paths = args.outputs.iter();
    let targets = paths.map(|path| args.target(path));
    let targets: Vec<Target<'_>> = targets.collect::<Result<_, _>>()?;
    refusal::settings(args, &targets)?;
    for target in &targets {
        refusal::clashes(args, target.subject(), &args.options(target.subject())?)?;
    }
    let project = input::project(&args.project.file, output)?;
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    for target in &targets {
        let published = args.publish(target, &project)?;
        for note in published.notes.iter().map(refusal::note) {
            notes.push(match targets.as_slice() {
                [_] => note,
                _ => format!("{}: {note}", target.path.display()),
            });
        }
        for (page, bytes) in published.files.into_iter().enumerate() {
            let path = numbered(target.path, page);
            let taken = |other: &Path| disk::target(other) == disk::target(&path);
            if files.iter().any(|(other, _)| taken(other)) {
                return Err(refusal::twice(&path));
            }
            files.push((path, bytes));
        }
    }
    for note in &notes {
        output.note(note);
    }
    output.files(&files)?;
    Ok(DONE)
}

impl ExportArgs {
    /// What a name asks for: its ending says the format, and what is drawn without a view.
    fn target<'a>(&self, path: &'a Path) -> Result<Target<'a>, Failure> {
        let format = self.format(path)?;
        let view = self.view(format)?;
        let held = format.holds(view.subject(format));
        held.map_err(|misfit| refusal::misfit(misfit, view))?;
        Ok(Target { path, format, view })
    }

    fn publish(&self, target: &Target<'_>, project: &Project) -> Result<Published, Failure> {
        let subject = target.subject();
        let order = Order {
            what: self.what(subject, project)?,
            format: target.format,
            options: self.options(subject)?,
        };
        Ok(publish(project, &order, &|_| ControlFlow::Continue(()))?)
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        if error.is_of_the_order() {
            Self::usage(error)
        } else {
            Self::file(error)
        }
    }
}
