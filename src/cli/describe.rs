//! `dotted-line describe`.

use clap::Args;

use super::args::{Pair, ProjectFile, Target, structure_id};
use super::failure::Failure;
use super::output::Output;
use super::{DONE, input};
use crate::describe::{describe_changes, describe_structure};
use crate::model::StructureId;

#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  dotted-line describe plan.json --structure proposed\n  dotted-line describe plan.json --from current --to proposed -o changes.md"
)]
pub(super) struct DescribeArgs {
    #[command(flatten)]
    project: ProjectFile,
    /// The structure, by its id [default: the first].
    #[arg(long, value_name = "ID", value_parser = structure_id, conflicts_with_all = ["from", "to"])]
    structure: Option<StructureId>,
    #[command(flatten)]
    pair: Pair,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &DescribeArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let project = input::project(&args.project.file, output)?;
    let text = if args.pair.is_given() {
        let (from, to) = input::pair(&project, &args.pair)?;
        describe_changes(&project, &from, &to)?
    } else {
        let structure = input::structure(&project, args.structure.as_ref())?;
        describe_structure(&project, structure.id())?
    };
    output.text(&text.to_markdown(), args.target.output.as_deref())?;
    Ok(DONE)
}
