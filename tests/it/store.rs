//! Files: samples, damage, round trips, the disk and the schema.

use std::path::PathBuf;

use dotted_line::store::{load, samples, save};

fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Whether golden files are to be written anew.
fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

#[test]
fn samples_load_and_are_canonical() {
    for sample in samples() {
        let path = root(&format!("assets/samples/{}.json", sample.name));
        let json = std::fs::read_to_string(&path).unwrap();
        let loaded = load(json.as_bytes()).unwrap_or_else(|e| panic!("{}: {e}", sample.name));
        let saved = save(&loaded.project);
        if updating() {
            std::fs::write(&path, &saved).unwrap();
        } else {
            assert_eq!(saved, json, "{} is not canonical", sample.name);
            assert_eq!(sample.json, json);
        }
        assert_eq!(load(saved.as_bytes()).unwrap().project, loaded.project);
        assert_eq!(loaded.issues, [], "{}", sample.name);
    }
}
