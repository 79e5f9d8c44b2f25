//! How the window looked last on this computer. A convenience: a damaged file is as none, and
//! failing to write it is no matter.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk;

/// What a person has chosen for the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Light or dark.
    pub colours: Colours,
    /// Size of text in per cent.
    pub size: u16,
    /// Nothing moves by itself.
    pub still: bool,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colours {
    /// As the computer has it.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The look as kept in this folder, if a person has ever chosen one.
#[must_use]
pub fn look(folder: &Path) -> Option<Look> {
    serde_json::from_slice(&disk::read(&file(folder)).ok()?).ok()
}

/// Keeps the look for the next start.
pub fn keep(folder: &Path, look: &Look) {
    if let Ok(text) = serde_json::to_string_pretty(look)
        && disk::make_folder(folder).is_ok()
    {
        drop(disk::write_atomically(&file(folder), text.as_bytes()));
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("look.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_kept_and_a_damaged_one_is_none() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(look(folder.path()), None);
        let dark = Look {
            colours: Colours::Dark,
            size: 150,
            still: true,
        };
        keep(folder.path(), &dark);
        assert_eq!(look(folder.path()), Some(dark));
        disk::write_atomically(&file(folder.path()), b"{\"colours\":\"pink\"}").unwrap();
        assert_eq!(look(folder.path()), None);
    }
}
