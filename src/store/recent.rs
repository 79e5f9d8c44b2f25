//! The files that were opened or saved last, the latest first.
//!
//! The list is a convenience: a damaged one is begun anew, and failing to write it is no matter.

use std::path::{Path, PathBuf};

use super::disk;

/// The most files in the list.
pub const MOST: usize = 8;

/// A file in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// It is not there any more.
    pub missing: bool,
}

/// The list as kept in this folder.
#[must_use]
pub fn recent(folder: &Path) -> Vec<Recent> {
    let paths = paths(folder).into_iter();
    paths
        .map(|path| Recent {
            missing: !disk::is_there(&path),
            path,
        })
        .collect()
}

/// Puts a file at the head of the list.
pub fn remember(folder: &Path, path: &Path) {
    write(folder, &with(paths(folder), path));
}

/// Takes a file out of the list; the file itself is left alone.
pub fn forget(folder: &Path, path: &Path) {
    let mut paths = paths(folder);
    paths.retain(|other| other != path);
    write(folder, &paths);
}

fn with(mut paths: Vec<PathBuf>, path: &Path) -> Vec<PathBuf> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    paths.retain(|other| other != &path);
    paths.insert(0, path);
    paths.truncate(MOST);
    paths
}

fn list(folder: &Path) -> PathBuf {
    folder.join("recent.json")
}

fn paths(folder: &Path) -> Vec<PathBuf> {
    let bytes = disk::read(&list(folder)).unwrap_or_default();
    let mut paths: Vec<PathBuf> = serde_json::from_slice(&bytes).unwrap_or_default();
    paths.truncate(MOST);
    paths
}

fn write(folder: &Path, paths: &[PathBuf]) {
    // A path that is no Unicode cannot stand in JSON, and is left out.
    let paths: Vec<&str> = paths.iter().filter_map(|path| path.to_str()).collect();
    if let Ok(text) = serde_json::to_string_pretty(&paths)
        && disk::make_folder(folder).is_ok()
    {
        drop(disk::write_atomically(&list(folder), text.as_bytes()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_comes_first_once_and_eight_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        for n in 0..10 {
            remember(folder, Path::new(&format!("/x/{n}.json")));
        }
        remember(folder, Path::new("/x/5.json"));
        let names: Vec<PathBuf> = recent(folder).into_iter().map(|r| r.path).collect();
        let wanted = [5, 9, 8, 7, 6, 4, 3, 2].map(|n| PathBuf::from(format!("/x/{n}.json")));
        assert_eq!(names, wanted);
        assert!(recent(folder).iter().all(|r| r.missing));
        forget(folder, Path::new("/x/5.json"));
        assert_eq!(recent(folder).len(), 7);
    }

    #[test]
    fn a_damaged_list_is_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("recent.json"), "[\"/a\", 7").unwrap();
        assert_eq!(recent(folder.path()), []);
        let file = folder.path().join("b.json");
        std::fs::write(&file, "{}").unwrap();
        remember(folder.path(), &file);
        assert_eq!(
            recent(folder.path()),
            [Recent {
                path: file,
                missing: false
            }]
        );
    }
}
