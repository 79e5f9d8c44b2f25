//! The command line: headless commands, their answers as JSON, text or pictures, exit codes.
//!
//! Results go to standard output or `-o`, errors to standard error as sentences. Exit codes:
//! 0 done, 1 findings, 2 wrong use, 3 a file could not be read or written or is not valid.

mod args;
mod check;
mod compare;
mod describe;
mod export;
mod failure;
mod input;
pub mod json;
mod layout;
mod measure;
mod output;
mod sample;
mod window;

use std::ffi::OsString;
use std::io::Write;

use clap::Parser;

use args::{Cli, Command};
use failure::Failure;
use output::Output;

/// Done.
pub const DONE: u8 = 0;
/// There are findings.
pub const FINDINGS: u8 = 1;
/// Wrong use.
pub const USAGE: u8 = 2;
/// A file could not be read or written, or is not valid.
pub const FILE: u8 = 3;

/// Runs the program with its arguments (the first is its name); gives the exit code.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => {
            let _ = write!(err, "{}", error.render());
            return USAGE;
        }
        // Help and version are what was asked for.
        Err(help) => return finish(output::print(out, &help.render().to_string()), err),
    };
    let result = match cli.command {
        None => window::open(cli.file.as_deref()).map(|()| DONE),
        Some(command) => command.run(&mut Output {
            out,
            err,
            project: None,
        }),
    };
    match result {
        Ok(code) => code,
        Err(failure) => finish(Err(failure), err),
    }
}

/// The exit code, after telling a failure.
fn finish(result: Result<(), Failure>, err: &mut dyn Write) -> u8 {
    match result {
        Ok(()) => DONE,
        Err(failure) => {
            // There is nowhere left to tell that telling failed.
            let _ = writeln!(err, "{failure}");
            failure.code
        }
    }
}

impl Command {
    fn run(self, output: &mut Output<'_>) -> Result<u8, Failure> {
        match self {
            Self::Sample(args) => sample::run(&args, output),
            Self::Export(args) => export::command(&args, output),
            Self::Layout(args) => layout::command(&args, output),
            Self::Compare(args) => compare::run(&args, output),
            Self::Measure(args) => measure::run(&args, output),
            Self::Check(args) => check::run(&args, output),
            Self::Describe(args) => describe::run(&args, output),
        }
    }
}
