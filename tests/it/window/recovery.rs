//! Work that was not saved when a window ended: kept, offered, never written over the original.

use std::path::PathBuf;

use super::driver::{FakeDialogs, Folder, Window, read};
use dotted_line::store;
use egui::Key;

const SIZE: [f32; 2] = [1280.0, 720.0];
const PLAN: &str = r#"{"format":"dotted-line","version":"1.0","structures":[{"id":"now","title":"Now","bodies":[{"id":"board","name":"Board"}]}]}"#;

fn window(folder: &Folder, file: Option<PathBuf>) -> Window {
    Window::keeping(
        Some(folder.path("data")),
        file,
        FakeDialogs::default(),
        SIZE,
    )
}

fn change(window: &mut Window, title: &str) {
    window.menu("Structure", "Add an empty structure…");
    window.type_in(title);
    window.click("Add structure");
}

fn copies(folder: &Folder) -> usize {
    let entries = std::fs::read_dir(folder.path("data/recovery")).unwrap();
    let names = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(".recovered")).count()
}

#[test]
fn unsaved_work_is_offered_at_the_next_start_and_never_written_by_itself() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut first = window(&folder, Some(path.clone()));
    assert_eq!(copies(&folder), 0, "nothing has changed yet");
    change(&mut first, "Option B");
    assert_eq!(copies(&folder), 1);
    let second = window(&folder, None);
    assert!(!second.sees_part("Recovered work"), "its window is running");
    drop((first, second));
    let mut third = window(&folder, None);
    assert!(third.sees("Recovered work on “plan.json”, not saved"));
    third.click("Open recovered copy");
    assert!(third.sees("Option B") && third.sees("Not saved"));
    assert_eq!(read(&path), PLAN.as_bytes());
    assert_eq!(copies(&folder), 1, "it stays until it is saved");
    third.ctrl(Key::S);
    assert!(third.sees("Saved"));
    assert_eq!(copies(&folder), 0);
    let project = store::load(&read(&path)).unwrap().project;
    assert_eq!(project.structures.len(), 2);
}

#[test]
fn recovered_work_asks_before_it_replaces_a_file_that_has_changed_meanwhile() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut first = window(&folder, Some(path.clone()));
    change(&mut first, "Option B");
    drop(first);
    let theirs = PLAN.replace("Board", "Their board");
    folder.write("plan.json", &theirs);
    let mut second = window(&folder, None);
    second.click("Open recovered copy");
    second.ctrl(Key::S);
    assert!(second.sees("“plan.json” has changed on the disk"));
    second.click("Cancel");
    assert_eq!(read(&path), theirs.as_bytes());
}

#[test]
fn dont_save_takes_the_copy_away_and_so_does_undoing_everything() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = window(&folder, Some(path));
    change(&mut window, "Option B");
    assert_eq!(copies(&folder), 1);
    window.ctrl(Key::Z);
    assert_eq!(copies(&folder), 0);
    change(&mut window, "Option C");
    window.ctrl(Key::N);
    window.click("Don’t save");
    assert_eq!(copies(&folder), 0);
}

#[test]
fn a_copy_is_discarded_only_by_the_person() {
    let folder = Folder::new();
    let mut first = window(&folder, None);
    first.click("New");
    change(&mut first, "Option B");
    drop(first);
    drop(window(&folder, None));
    let mut third = window(&folder, None);
    assert!(third.sees("Recovered work on “Untitled”, not saved"));
    third.click("Discard");
    assert_eq!(copies(&folder), 0);
    assert!(!third.sees_part("Recovered work"));
}

#[test]
fn who_starts_with_a_file_is_told_of_recovered_work() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut first = window(&folder, Some(path.clone()));
    change(&mut first, "Option B");
    drop(first);
    let mut second = window(&folder, Some(path));
    assert!(second.sees_part("is on the start page"));
    second.click("Start page");
    assert!(second.sees("Open recovered copy"));
}

#[test]
fn a_damaged_copy_is_told_and_kept() {
    let folder = Folder::new();
    drop(window(&folder, None));
    let path = folder.write("data/recovery/1.recovered", "half a co");
    let second = window(&folder, None);
    assert!(second.sees_part("This recovery copy is damaged"));
    assert!(!second.sees("Open recovered copy"));
    assert!(path.exists());
}

#[test]
fn typing_is_in_the_copy_before_enter() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = window(&folder, Some(path));
    use egui_kittest::kittest::Queryable as _;
    window.h.get_by_label("Now").focus();
    window.h.run();
    window.press(egui::Modifiers::NONE, Key::F2);
    window.type_in(" and then");
    let copy = String::from_utf8(read(&folder.path("data/recovery/1.recovered"))).unwrap();
    assert!(copy.contains("Now and then"), "{copy}");
}

#[test]
fn a_folder_that_cannot_be_made_is_told_once_and_work_goes_on() {
    let folder = Folder::new();
    folder.write("data", "a file stands where the folder would");
    let mut window = window(&folder, None);
    assert!(window.sees_part("No recovery copies can be kept"));
    window.click("New");
    change(&mut window, "Option B");
    assert!(window.sees("Option B"));
}
