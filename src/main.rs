//! The program: the window, or a headless command.

use std::process::ExitCode;

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    ExitCode::from(dotted_line::cli::run(
        std::env::args_os(),
        &mut out,
        &mut err,
    ))
}
