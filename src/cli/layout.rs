//! `dotted-line layout`.

use clap::Args;

use super::args::{Pair, ProjectFile, Target, structure_id};
use super::export::{Arrange, OrientationArg, PaperArg};
use super::failure::Failure;
use super::input;
use super::output::Output;
use crate::model::{Project, StructureId};

#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  dotted-line layout plan.json --structure proposed\n  dotted-line layout plan.json --from current --to proposed --timings"
)]
pub(super) struct LayoutArgs {
    #[command(flatten)]
    pub(super) project: ProjectFile,
    /// The structure, by its id [default: the first].
    #[arg(long, value_name = "ID", value_parser = structure_id, conflicts_with_all = ["from", "to"])]
    pub(super) structure: Option<StructureId>,
    #[command(flatten)]
    pub(super) pair: Pair,
    /// The sheet.
    #[arg(long, value_enum, default_value_t = PaperArg::A4)]
    pub(super) paper: PaperArg,
    /// Which way the sheet lies.
    #[arg(long, value_enum, default_value_t = OrientationArg::Auto)]
    pub(super) orientation: OrientationArg,
    /// How bodies and links are arranged.
    #[arg(long, value_enum, default_value_t = Arrange::Auto)]
    pub(super) arrange: Arrange,
    /// Tell how long each part took.
    #[arg(long)]
    pub(super) timings: bool,
    #[command(flatten)]
    pub(super) target: Target,
}

pub(super) fn command(args: &LayoutArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let project = input::project(&args.project.file, output)?;
    run(args, &project, output)
}

/// Writes where everything stands.
fn run(_args: &LayoutArgs, _project: &Project, _output: &mut Output<'_>) -> Result<u8, Failure> {
    Err(Failure::usage(
        "This build cannot write layouts; dotted-line export FILE -o OUT.svg draws the picture.",
    ))
}
