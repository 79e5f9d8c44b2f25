//! One structure for other programs: draw.io, GraphML, Graphviz, Mermaid.

use super::choice::Arrange;
use super::{ExportArgs, View};
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::cli::{DONE, input};
use crate::export::Chart;
use crate::scene::{self, Options};

/// The format of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    DrawIo,
    GraphMl,
    Dot,
    Mermaid,
}

impl Format {
    fn name(self) -> &'static str {
        match self {
            Self::DrawIo => "draw.io",
            Self::GraphMl => "GraphML",
            Self::Dot => "DOT",
            Self::Mermaid => "Mermaid",
        }
    }

    /// Options that say where bodies stand; the others are for what is drawn on a page.
    fn follows(self, option: &str) -> bool {
        let places = ["--paper", "--orientation", "--tiers", "--reorder"];
        self != Self::Mermaid && places.contains(&option)
    }
}

/// Writes a chart.
pub(super) fn command(
    args: &ExportArgs,
    format: Format,
    view: View,
    output: &mut Output<'_>,
) -> Result<u8, Failure> {
    let name = format.name();
    if view != View::Diagram {
        return Err(Failure::usage(format!(
            "{name} holds one structure: use --structure, not --view {}.",
            view.word()
        )));
    }
    if let Some(option) = args.of_pictures().find(|option| !format.follows(option)) {
        let holds = match format {
            Format::Mermaid => "holds no places",
            _ => "holds every body and link by itself, without a page",
        };
        return Err(Failure::usage(format!(
            "{option} is for pictures; {name} {holds}."
        )));
    }
    let project = input::project(&args.project.file, output)?;
    let structure = input::structure(&project, args.structure.as_ref())?;
    let arrangement = scene::arrangement(&project, structure.id(), &options(args))?;
    let chart = Chart::new(&project, structure, &arrangement);
    let text = match format {
        Format::DrawIo => chart.drawio(),
        Format::GraphMl => chart.graphml(),
        Format::Dot => chart.dot(),
        Format::Mermaid => chart.mermaid(),
    };
    output.file(&args.output, text.as_bytes())?;
    Ok(DONE)
}

/// Every link singly, permissions too.
fn options(args: &ExportArgs) -> Options {
    let mut options = Options {
        paper: args.paper.unwrap_or_default().paper(),
        orientation: args.orientation.unwrap_or_default().orientation(),
        tiers: args.tiers,
        reorder: args.reorder,
        ..Options::default()
    };
    Arrange::Plain.apply(&mut options);
    options
}
