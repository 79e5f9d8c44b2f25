//! Exporting from the window.

use super::driver::{FakeDialogs, Folder, Window, read};
use dotted_line::ui::Question;

const REDCAR: &str = "redcar";

fn window(folder: &Folder, name: &str) -> (Window, FakeDialogs) {
    let dialogs = FakeDialogs {
        answer: Some(folder.path(name)),
        ..FakeDialogs::default()
    };
    (
        Window::sample_with(REDCAR, dialogs.clone(), [1280.0, 720.0]),
        dialogs,
    )
}

#[test]
fn a_structure_is_written_as_svg_and_the_result_stays_until_dismissed() {
    let folder = Folder::new();
    let (mut window, dialogs) = window(&folder, "out.svg");
    window.click("Export…");
    window.click("Save as…");
    let asked = dialogs.asked.lock().unwrap().clone();
    let [Question::Save { name, extension }] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert!(name.ends_with("-proposed.svg"), "{name}");
    assert_eq!(*extension, "svg");
    let svg = String::from_utf8(read(&folder.path("out.svg"))).unwrap();
    assert!(svg.starts_with("<svg") || svg.starts_with("<?xml"));
    assert!(window.sees_part("Exported to"));
    window.click("Dismiss");
    assert!(!window.sees_part("Exported to"));
}

#[test]
fn a_comparison_is_written_as_png() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "out.png");
    window.click("Compare");
    window.click("Export…");
    window.click("PNG, for slides and mail");
    window.click("96");
    window.click("Save as…");
    assert!(read(&folder.path("out.png")).starts_with(b"\x89PNG"));
}

#[test]
fn one_drawing_of_both_is_offered_where_it_is_shown() {
    let folder = Folder::new();
    let (mut window, dialogs) = window(&folder, "out.svg");
    window.click("Compare");
    window.click("Overlay");
    window.click("Export…");
    window.click("Save as…");
    let asked = dialogs.asked.lock().unwrap().clone();
    let [Question::Save { name, .. }] = asked.as_slice() else {
        panic!("{asked:?}")
    };
    assert!(name.ends_with("-current-to-proposed-overlay.svg"), "{name}");
    let svg = String::from_utf8(read(&folder.path("out.svg"))).unwrap();
    assert!(svg.contains("in one drawing"), "{}", &svg[..400]);
}

#[test]
fn a_folder_that_is_not_there_is_told_in_words() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "no/such/folder/out.svg");
    window.click("Export…");
    window.click("Save as…");
    assert!(!window.sees_part("Exported to"));
    assert!(window.sees("Dismiss"), "the refusal stays");
}

#[test]
fn cancel_writes_nothing() {
    let folder = Folder::new();
    let (mut window, dialogs) = window(&folder, "out.svg");
    window.click("Export…");
    window.click("Cancel");
    assert!(dialogs.asked.lock().unwrap().is_empty());
    assert!(!window.sees("Save as…"));
}

#[test]
fn a_structure_too_large_for_one_sheet_is_written_page_by_page() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "out.svg");
    window.click("Export…");
    window.click("A5");
    window.click("On several pages where the text would be too small on one");
    window.click("Save as…");
    let second = String::from_utf8(read(&folder.path("out-2.svg"))).unwrap();
    assert!(second.contains("data-body"));
    assert!(window.sees_part("pages: "));
}
