//! The start page, opening files, files that cannot be opened.

use super::driver::{FakeDialogs, Folder, Window, read};
use dotted_line::store::samples;
use dotted_line::ui::Question;

#[test]
fn the_start_page_offers_every_sample_and_a_file() {
    let window = Window::start();
    assert!(window.sees("Open…"));
    for sample in samples() {
        assert!(window.sees(sample.title), "{}", sample.title);
    }
    assert!(!window.sees("Export…"), "nothing is open yet");
}

#[test]
fn one_click_opens_a_sample() {
    let mut window = Window::start();
    let sample = samples()[0];
    window.click(sample.title);
    assert!(window.sees("Export…"), "{}", sample.title);
    assert!(
        window.cards().len() > 4,
        "{}: {:?}",
        sample.title,
        window.cards()
    );
}

#[test]
fn open_asks_the_dialog_and_shows_the_file() {
    let folder = Folder::new();
    let dialogs = FakeDialogs {
        answer: Some(folder.write("mine.json", samples()[0].json)),
        ..FakeDialogs::default()
    };
    let asked = dialogs.asked.clone();
    let mut window = Window::with(None, dialogs, [1280.0, 720.0]);
    window.click("Open…");
    assert_eq!(*asked.lock().unwrap(), [Question::Open]);
    assert!(window.sees("Export…"));
}

#[test]
fn a_closed_dialog_changes_nothing() {
    let mut window = Window::start();
    window.click("Open…");
    assert!(window.sees("Worked examples"));
}

#[test]
fn a_damaged_file_is_told_with_all_its_faults_and_left_alone() {
    let folder = Folder::new();
    let text = r#"{"format": "dotted-line", "version": "1.0", "structures": [
        {"id": "now", "title": "Now", "bodies": [{"id": "a"}, {"id": "b", "name": 7}]}]}"#;
    let path = folder.write("bad.json", text);
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), [1280.0, 720.0]);
    assert!(window.sees("“bad.json” cannot be opened"));
    assert!(window.sees_part("2 faults"));
    assert!(window.sees_part("The file has not been changed."));
    window.click("Close");
    assert!(window.sees("Worked examples"));
    assert_eq!(read(&path), text.as_bytes());
}

#[test]
fn a_file_dropped_on_the_window_is_opened() {
    #[derive(Debug)]
    struct Dropped(std::path::PathBuf);
    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &std::path::Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("the window reads files by its own worker".to_owned())
        }
    }
    let folder = Folder::new();
    let path = folder.write("mine.json", samples()[1].json);
    let mut window = Window::start();
    window.h.input_mut().dropped_files = vec![std::sync::Arc::new(Dropped(path))];
    window.h.step();
    window.h.input_mut().dropped_files.clear();
    window.h.run();
    assert!(window.sees("Export…"));
}

#[test]
fn a_project_without_structures_is_told_in_words() {
    let folder = Folder::new();
    let path = folder.write(
        "empty.json",
        r#"{"format": "dotted-line", "version": "1.0"}"#,
    );
    let window = Window::with(Some(path), FakeDialogs::default(), [1280.0, 720.0]);
    assert!(window.sees_part("no structures"));
}
