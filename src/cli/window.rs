//! No command: the window.

use std::path::Path;

use super::failure::Failure;

/// Opens the window, on a file if there is one.
pub(super) fn open(file: Option<&Path>) -> Result<(), Failure> {
    if let Some(path) = file
        && path.extension().is_none()
        && !path.exists()
    {
        // A mistyped command is no wish for a new project of that name.
        return Err(Failure::usage(format!(
            "There is no command and no file called “{}”. A project file ends in .json; dotted-line --help lists the commands.",
            path.display()
        )));
    }
    show(file)
}

#[cfg(feature = "ui")]
fn show(file: Option<&Path>) -> Result<(), Failure> {
    crate::ui::run(file.map(Path::to_owned)).map_err(Failure::usage)
}

#[cfg(not(feature = "ui"))]
fn show(_file: Option<&Path>) -> Result<(), Failure> {
    Err(Failure::usage(
        "This program was built without the window. Use dotted-line export FILE -o OUT.svg to draw a project; dotted-line --help lists all commands.",
    ))
}
