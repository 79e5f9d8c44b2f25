//! `dotted-line measure`.

use clap::Args;

use super::args::{ProjectFile, Target, structure_id};
use super::failure::Failure;
use super::output::Output;
use super::{DONE, input, json};
use crate::measure::measure;
use crate::model::StructureId;

#[derive(Args, Debug)]
#[command(after_help = "Example:\n  dotted-line measure plan.json --structure proposed")]
pub(super) struct MeasureArgs {
    #[command(flatten)]
    project: ProjectFile,
    /// The structure, by its id [default: the first].
    #[arg(long, value_name = "ID", value_parser = structure_id)]
    structure: Option<StructureId>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &MeasureArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let project = input::project(&args.project.file, output)?;
    let structure = input::structure(&project, args.structure.as_ref())?;
    let measures = measure(&project, structure);
    output.json(
        &json::Measures::of(&measures),
        args.target.output.as_deref(),
    )?;
    Ok(DONE)
}
