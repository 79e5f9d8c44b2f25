//! What may be typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::failure::Failure;
use crate::model::StructureId;
use crate::scene::{Options, Slots};

/// Designs partnership structures: today's and the proposed one, and what becomes of every body.
#[derive(Debug, Parser)]
#[command(
    name = "dotted-line",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  dotted-line                                  the start page\n  dotted-line plan.json                        the window on this file\n  dotted-line export plan.json -o plan.svg     a picture of the first structure\n  dotted-line compare plan.json                what becomes of every body, as JSON\n\nExit codes: 0 done; 1 findings; 2 wrong use; 3 a file could not be read or written, or is not valid.\n\nRecovery copies and recent files are kept in the local application data folder; the variable DOTTED_LINE_DATA names another."
)]
pub(super) struct Cli {
    /// A project to open in the window; a file that is not there is made when you save.
    #[arg(value_name = "FILE.json")]
    pub(super) file: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the built-in samples, or write one out.
    Sample(super::sample::SampleArgs),
    /// Draw a structure, or two side by side, into a file; or write it as words, tables or data.
    Export(super::export::ExportArgs),
    /// Where every body and link stands, as JSON.
    Layout(super::layout::LayoutArgs),
    /// What becomes of every body and link from one structure to another, as JSON.
    Compare(super::compare::CompareArgs),
    /// Bodies by kind, levels, meetings, seats and the load on organisations, as JSON.
    Measure(super::measure::MeasureArgs),
    /// Everything worth a look: errors, contradictions, broken rules, advice, as JSON.
    Check(super::check::CheckArgs),
    /// The text version of a picture, as Markdown.
    Describe(super::describe::DescribeArgs),
}

/// The project to read.
#[derive(Args, Debug)]
pub(super) struct ProjectFile {
    /// The project file.
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

/// Two structures.
#[derive(Args, Clone, Debug)]
pub(super) struct Pair {
    /// The earlier structure, by its id [default: the first].
    #[arg(long, value_name = "ID", value_parser = structure_id)]
    pub(super) from: Option<StructureId>,
    /// The later structure, by its id [default: the second].
    #[arg(long, value_name = "ID", value_parser = structure_id)]
    pub(super) to: Option<StructureId>,
}

impl Pair {
    pub(super) fn is_given(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

/// How two structures stand to each other.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Places {
    /// Places of the bodies of two structures [default: shared].
    #[arg(long, value_enum, value_name = "PLACES")]
    slots: Option<SlotsArg>,
}

/// Where the bodies of two structures stand.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum SlotsArg {
    /// A body and its successor stand in the same place; a place that one structure lacks stays empty.
    Shared,
    /// Each structure is packed by itself, without empty places; its bodies keep the same order.
    Own,
}

impl Places {
    pub(super) fn given(self) -> bool {
        self.slots.is_some()
    }

    /// Sets the places; `pair` says whether there are two structures.
    pub(super) fn apply(self, pair: bool, options: &mut Options) -> Result<(), Failure> {
        let Some(slots) = self.slots else {
            return Ok(());
        };
        if !pair {
            return Err(Failure::usage(
                "--slots is for two structures side by side: use --from and --to.",
            ));
        }
        options.slots = match slots {
            SlotsArg::Shared => Slots::Shared,
            SlotsArg::Own => Slots::Own,
        };
        Ok(())
    }
}

/// Where the answer goes.
#[derive(Args, Debug)]
pub(super) struct Target {
    /// Write to this file instead of standard output.
    #[arg(short = 'o', long = "output", value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "the form that clap asks for; an id that is not there is told with those that are"
)]
pub(super) fn structure_id(text: &str) -> Result<StructureId, std::convert::Infallible> {
    Ok(StructureId::new(text))
}
