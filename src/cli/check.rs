//! `dotted-line check`.

use clap::{Args, ValueEnum};

use super::args::{ProjectFile, Target};
use super::failure::Failure;
use super::output::Output;
use super::{DONE, FINDINGS, input, json};
use crate::check::{Severity, check};
use crate::scene::met_pins;

#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  dotted-line check plan.json --at-least warning\n\nAll findings are listed. The exit code is 1 when one of them is at least as grave as asked, else 0."
)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    project: ProjectFile,
    /// The mildest finding that counts for the exit code.
    #[arg(long, value_enum, default_value_t = AtLeast::Advice)]
    at_least: AtLeast,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AtLeast {
    Error,
    Warning,
    Advice,
}

impl AtLeast {
    fn counts(self, severity: Severity) -> bool {
        severity
            <= match self {
                Self::Error => Severity::Error,
                Self::Warning => Severity::Warning,
                Self::Advice => Severity::Advice,
            }
    }
}

pub(super) fn run(args: &CheckArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let project = input::project(&args.project.file, output)?;
    let findings = check(&project, &met_pins(&project));
    output.json(
        &json::Findings::of(&findings),
        args.target.output.as_deref(),
    )?;
    let any = findings.iter().any(|f| args.at_least.counts(f.severity));
    Ok(if any { FINDINGS } else { DONE })
}
