//! `dotted-line compare`.

use clap::Args;

use super::args::{Pair, ProjectFile, Target};
use super::failure::Failure;
use super::output::Output;
use super::{DONE, input, json};
use crate::compare::compare;

#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  dotted-line compare plan.json --from current --to proposed -o changes.json\n\nTwo structures without rows of their own that a chain of stages joins (current to consulted to final) are compared along it: R1, R2… then number the composed rows; reasons and sources are joined, and a body of which one stage says nothing is unaccounted."
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
