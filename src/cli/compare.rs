//! `dotted-line compare`.

use clap::Args;

use super::args::{Pair, ProjectFile, Target};
use super::failure::Failure;
use super::output::Output;
use super::{DONE, input, json};
use crate::compare::compare;

#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  dotted-line compare plan.json --from current --to proposed -o changes.json"
)]
pub(super) struct CompareArgs {
    #[command(flatten)]
    project: ProjectFile,
    #[command(flatten)]
    pair: Pair,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &CompareArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let project = input::project(&args.project.file, output)?;
    let (from, to) = input::pair(&project, &args.pair)?;
    let comparison = compare(&project, &from, &to)?;
    output.json(
        &json::Comparison::of(&comparison),
        args.target.output.as_deref(),
    )?;
    Ok(DONE)
}
