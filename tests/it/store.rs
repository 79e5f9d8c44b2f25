//! Files: samples and schema, damage, round trips, the disk.

mod damage;
mod disk;
mod generated;
mod round_trip;
mod samples;

use std::path::PathBuf;

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Whether golden files are to be written anew.
fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Compares a text with its golden file, or writes that anew.
pub(crate) fn golden(path: &str, actual: &str) {
    let path = root(path);
    if updating() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == actual,
        "{} differs; run with UPDATE=1 to accept:\n{actual}",
        path.display()
    );
}
