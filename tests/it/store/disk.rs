//! Replacing a file in one step.

use std::path::Path;

use dotted_line::store::disk::{read, write_atomically};

/// What lies in a folder, sorted.
fn listing(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_file_is_made_and_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.json");
    write_atomically(&path, b"one").unwrap();
    assert_eq!(read(&path).unwrap(), b"one");
    write_atomically(&path, b"two, and longer").unwrap();
    assert_eq!(read(&path).unwrap(), b"two, and longer");
    write_atomically(&path, b"").unwrap();
    assert_eq!(read(&path).unwrap(), b"");
    assert_eq!(listing(folder.path()), ["a.json"]);
}

#[test]
fn errors_are_sentences_with_the_path_last() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.json");
    let error = read(&missing).unwrap_err();
    assert!(error.missing);
    assert_eq!(
        error.to_string(),
        format!(
            "There is no such file; check the name and the folder: {}",
            missing.display()
        )
    );
    let error = read(folder.path()).unwrap_err();
    assert!(!error.missing);
    assert!(
        error
            .to_string()
            .starts_with("This is a folder; choose a file in it: ")
    );
    let error = write_atomically(folder.path(), b"x").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("This is a folder, so nothing was saved")
    );
    let nowhere = folder.path().join("no/such/folder.json");
    let error = write_atomically(&nowhere, b"x").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("The folder does not exist, so nothing was saved")
    );
    assert!(error.to_string().ends_with(&nowhere.display().to_string()));
    assert_eq!(listing(folder.path()), [""; 0]);
}

#[test]
fn a_read_only_file_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.json");
    std::fs::write(&path, "old").unwrap();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions.clone()).unwrap();
    let error = write_atomically(&path, b"new").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("You are not allowed to write here")
    );
    assert_eq!(read(&path).unwrap(), b"old");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions(), permissions);
    assert_eq!(listing(folder.path()), ["a.json"]);
}

#[cfg(unix)]
mod unix {
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn permissions_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        for mode in [0o600, 0o640, 0o664, 0o755] {
            std::fs::write(&path, "old").unwrap();
            std::fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
            write_atomically(&path, b"new").unwrap();
            let now = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(now & 0o777, mode);
        }
    }

    /// A new file gets what any new file gets, not what a temporary one gets.
    #[test]
    fn a_new_file_has_the_usual_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let (ours, usual) = (folder.path().join("a"), folder.path().join("b"));
        write_atomically(&ours, b"x").unwrap();
        std::fs::write(&usual, b"x").unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&usual));
    }

    #[test]
    fn a_symbolic_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        std::fs::create_dir(&inner).unwrap();
        let target = inner.join("real.json");
        let (link, again) = (folder.path().join("link"), folder.path().join("again"));
        symlink("inner/real.json", &link).unwrap();
        symlink(&link, &again).unwrap();
        // First a link to a file that is not there yet, then to one that is.
        for bytes in [b"one", b"two"] {
            write_atomically(&again, bytes).unwrap();
            assert_eq!(read(&target).unwrap(), bytes);
        }
        assert!(link.is_symlink() && again.is_symlink() && !target.is_symlink());
        assert_eq!(listing(&inner), ["real.json"]);

        let circle = folder.path().join("circle");
        symlink(&circle, &circle).unwrap();
        assert!(write_atomically(&circle, b"x").is_err());
    }

    /// A folder that no one may write to; the superuser may all the same, so it is asked first.
    #[test]
    fn a_read_only_folder_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        std::fs::write(&path, "old").unwrap();
        std::fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
        let writable = std::fs::write(folder.path().join("probe"), "").is_ok();
        let outcome = write_atomically(&path, b"new");
        std::fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        if !writable {
            let error = outcome.unwrap_err().to_string();
            assert!(
                error.starts_with("You are not allowed to write here"),
                "{error}"
            );
            assert_eq!(read(&path).unwrap(), b"old");
            assert_eq!(listing(folder.path()), ["a.json"]);
        }
    }

    #[test]
    fn a_folder_that_is_a_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "old").unwrap();
        assert!(write_atomically(&file.join("a.json"), b"x").is_err());
        assert_eq!(read(&file).unwrap(), b"old");
        assert_eq!(listing(folder.path()), ["file"]);
    }
}
