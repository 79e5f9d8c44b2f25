//! Where the program keeps what belongs to this computer: recovery copies, recent files.

use std::ffi::OsString;
use std::path::PathBuf;

/// Names another folder than the system's, for trials and portable installations.
const LOCAL_FOLDER: &str = "DOTTED_LINE_DATA";

/// The folder for local data of this program; `None` when the system names no place for it.
///
/// `variable` reads the environment. It is the folder that does not travel with a person from
/// computer to computer, because paths and unfinished work mean nothing elsewhere.
#[must_use]
pub fn local_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    if let Some(folder) = set(LOCAL_FOLDER) {
        return Some(folder.into());
    }
    let base = if cfg!(windows) {
        PathBuf::from(set("LOCALAPPDATA")?)
    } else if cfg!(target_os = "macos") {
        PathBuf::from(set("HOME")?).join("Library/Application Support")
    } else {
        // A relative path is to be ignored, says the standard for these folders.
        match set("XDG_DATA_HOME").map(PathBuf::from) {
            Some(folder) if folder.is_absolute() => folder,
            _ => PathBuf::from(set("HOME")?).join(".local/share"),
        }
    };
    Some(base.join("dotted-line"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_of_this_program_comes_first() {
        let folder = local_folder(|name| (name == LOCAL_FOLDER).then(|| "a folder of ours".into()));
        assert_eq!(folder, Some("a folder of ours".into()));
        assert_eq!(local_folder(|_| None), None);
        assert_eq!(local_folder(|_| Some("".into())), None);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_relative_data_folder_is_ignored() {
        let home = |data: &'static str| {
            local_folder(move |name| match name {
                "HOME" => Some("/home/jo".into()),
                "XDG_DATA_HOME" => Some(data.into()),
                _ => None,
            })
        };
        assert_eq!(home("/data"), Some("/data/dotted-line".into()));
        let usual = Some("/home/jo/.local/share/dotted-line".into());
        assert_eq!(home("data"), usual);
        assert_eq!(home(""), usual);
    }
}
