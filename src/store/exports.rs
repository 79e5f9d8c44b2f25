//! What was chosen for the last export of each project, on this computer. A convenience, as the
//! list of recent files: a damaged file is as none, and failing to write it is no matter. Nothing
//! of it stands in the project, which holds ground truth only.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::disk;

/// The most projects that are remembered; those exported longest ago are forgotten.
pub const MOST: usize = 40;

/// What was chosen: each choice by its name, with the words of what was ticked.
pub type Chosen = BTreeMap<String, Vec<String>>;

/// What was chosen last for a project, as kept in this folder.
#[must_use]
pub fn chosen(folder: &Path, project: &Path) -> Option<Chosen> {
    let key = key(project)?;
    let mut all = all(folder).into_iter();
    all.find(|(path, _)| *path == key).map(|(_, chosen)| chosen)
}

/// Keeps what was chosen for a project.
pub fn keep(folder: &Path, project: &Path, chosen: &Chosen) {
    // A path that is no Unicode cannot stand in JSON, and is not kept.
    let Some(key) = key(project) else { return };
    let mut all = all(folder);
    all.retain(|(path, _)| *path != key);
    all.insert(0, (key, chosen.clone()));
    all.truncate(MOST);
    if let Ok(text) = serde_json::to_string_pretty(&all)
        && disk::make_folder(folder).is_ok()
    {
        drop(disk::write_atomically(&file(folder), text.as_bytes()));
    }
}

fn all(folder: &Path) -> Vec<(String, Chosen)> {
    let bytes = disk::read(&file(folder)).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

fn key(project: &Path) -> Option<String> {
    let path = std::path::absolute(project).ok()?;
    path.to_str().map(str::to_owned)
}

fn file(folder: &Path) -> PathBuf {
    folder.join("exports.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(word: &str) -> Chosen {
        [("paper".to_owned(), vec![word.to_owned()])].into()
    }

    #[test]
    fn choices_are_kept_for_each_project_and_a_damaged_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        let (a, b) = (Path::new("/x/a.json"), Path::new("/x/b.json"));
        assert_eq!(chosen(folder, a), None);
        keep(folder, a, &words("A3"));
        keep(folder, b, &words("A5"));
        keep(folder, a, &words("A4"));
        assert_eq!(chosen(folder, a), Some(words("A4")));
        assert_eq!(chosen(folder, b), Some(words("A5")));
        disk::write_atomically(&file(folder), b"[[\"/x/a.json\", 7]]").unwrap();
        assert_eq!(chosen(folder, a), None);
        keep(folder, a, &words("A3"));
        assert_eq!(chosen(folder, a), Some(words("A3")));
    }

    #[test]
    fn projects_exported_long_ago_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let project = |n: usize| PathBuf::from(format!("/x/{n}.json"));
        for n in 0..MOST + 2 {
            keep(folder.path(), &project(n), &words("A4"));
        }
        assert_eq!(chosen(folder.path(), &project(1)), None);
        assert!(chosen(folder.path(), &project(2)).is_some());
    }
}
