//! `dotted-line sample`.

use clap::Args;

use super::DONE;
use super::args::Target;
use super::failure::Failure;
use super::output::Output;
use crate::compare::phrase;
use crate::store::{sample, samples};

#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  dotted-line sample                           list them, name first\n  dotted-line sample redcar -o redcar.json     write one out"
)]
pub(super) struct SampleArgs {
    /// The sample to write out; without it, all are listed.
    name: Option<String>,
    #[command(flatten)]
    target: Target,
}

pub(super) fn run(args: &SampleArgs, output: &mut Output<'_>) -> Result<u8, Failure> {
    let target = args.target.output.as_deref();
    let Some(name) = &args.name else {
        if target.is_some() {
            return Err(Failure::usage(format!(
                "Say which sample to write out: {}.",
                names()
            )));
        }
        let width = samples().iter().map(|s| s.name.len()).max().unwrap_or(0);
        let list: String = samples()
            .iter()
            .map(|s| format!("{:width$}  {}. {}\n", s.name, s.title, s.why))
            .collect();
        output.text(&list, None)?;
        return Ok(DONE);
    };
    let sample = sample(name).ok_or_else(|| {
        Failure::usage(format!(
            "There is no sample called “{name}”. There is {}.",
            names()
        ))
    })?;
    output.text(sample.json, target)?;
    Ok(DONE)
}

fn names() -> String {
    phrase::list(samples().iter().map(|sample| sample.name))
}
