//! New, save, save as, unsaved changes, title, recent files.

use std::path::PathBuf;

use super::driver::{FakeDialogs, Folder, Window, read};
use dotted_line::store;
use dotted_line::ui::Question;
use egui::{Key, ViewportCommand};

const SIZE: [f32; 2] = [1280.0, 720.0];
const PLAN: &str = "{\"format\":\"dotted-line\",  \"version\":\"1.0\", \"title\":\"Plan\",\n \"structures\":[{\"id\":\"now\",\"title\":\"Now\",\"bodies\":[{\"id\":\"board\",\"name\":\"Board\"}]}]}\n";

fn answering(path: Option<PathBuf>) -> FakeDialogs {
    FakeDialogs {
        answer: path,
        ..FakeDialogs::default()
    }
}

/// A change without any field: another structure.
fn change(window: &mut Window) {
    window.menu("Structure", "Add an empty structure…");
    window.type_in("Option B");
    window.click("Add structure");
}

fn titles(path: &std::path::Path) -> Vec<String> {
    let project = store::load(&read(path)).unwrap().project;
    let structures = project.structures.into_iter();
    structures.map(|s| s.head.title).collect()
}

#[test]
fn a_new_project_is_saved_where_the_person_says() {
    let folder = Folder::new();
    let dialogs = answering(Some(folder.path("mine.json")));
    let mut window = Window::with(None, dialogs.clone(), SIZE);
    window.click("New");
    assert!(window.sees("Current"));
    assert!(window.sees("Not saved yet"));
    change(&mut window);
    assert!(window.sees("Not saved"));
    window.ctrl(Key::S);
    let asked = dialogs.asked.lock().unwrap().clone();
    assert!(
        matches!(asked.as_slice(), [Question::SaveProject { name, .. }] if name == "untitled.json" || name == "Untitled.json"),
        "{asked:?}"
    );
    assert!(window.sees("Saved"));
    assert_eq!(titles(&folder.path("mine.json")), ["Current", "Option B"]);
}

#[test]
fn saving_an_unchanged_file_keeps_every_byte() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), SIZE);
    assert!(window.sees("Saved"));
    window.ctrl(Key::S);
    assert_eq!(read(&path), PLAN.as_bytes());
    change(&mut window);
    window.ctrl(Key::S);
    assert_eq!(titles(&path), ["Now", "Option B"]);
    window.click("Now");
    window.ctrl(Key::Z);
    assert!(window.sees("Not saved"));
    window.ctrl(Key::S);
    assert_eq!(titles(&path), ["Now"]);
}

#[test]
fn a_missing_file_given_at_the_start_is_made_by_save() {
    let folder = Folder::new();
    let path = folder.path("new.json");
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), SIZE);
    assert!(window.sees("Not saved"));
    assert!(!path.exists());
    window.ctrl(Key::S);
    assert!(window.sees("Saved"));
    assert_eq!(titles(&path), ["Current"]);
}

#[test]
fn a_name_without_ending_gets_one_and_replaces_nothing_unasked() {
    let folder = Folder::new();
    let there = folder.write("plan.json", PLAN);
    let mut window = Window::with(None, answering(Some(folder.path("plan"))), SIZE);
    window.click("New");
    window.ctrl(Key::S);
    assert!(window.sees("Overwrite"), "{}", window.words("plan", ""));
    window.click("Cancel");
    assert_eq!(read(&there), PLAN.as_bytes());
}

#[test]
fn a_file_that_somebody_else_has_changed_is_not_overwritten_silently() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let other = folder.path("mine.json");
    let dialogs = answering(Some(other.clone()));
    let mut window = Window::with(Some(path.clone()), dialogs, SIZE);
    change(&mut window);
    let theirs = PLAN.replace("Plan", "Their plan");
    folder.write("plan.json", &theirs);
    window.ctrl(Key::S);
    assert!(window.sees("“plan.json” has changed on the disk"));
    window.press(egui::Modifiers::NONE, Key::Escape);
    assert!(!window.sees("Overwrite"));
    assert_eq!(read(&path), theirs.as_bytes());
    assert!(window.sees("Not saved"));
    window.ctrl(Key::S);
    window.click("Keep both (save as another file)…");
    assert_eq!(read(&path), theirs.as_bytes());
    assert_eq!(titles(&other), ["Now", "Option B"]);
    assert!(window.sees("Saved"));
}

#[test]
fn overwrite_replaces_what_somebody_else_has_written() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), SIZE);
    change(&mut window);
    folder.write("plan.json", "something else");
    window.ctrl(Key::S);
    window.click("Overwrite");
    assert_eq!(titles(&path), ["Now", "Option B"]);
    assert!(window.sees("Saved"));
}

#[test]
fn a_file_that_has_vanished_is_written_anew_and_told() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), SIZE);
    change(&mut window);
    std::fs::remove_file(&path).unwrap();
    window.ctrl(Key::S);
    assert!(window.sees_part("written anew"));
    assert_eq!(titles(&path), ["Now", "Option B"]);
}

#[test]
fn a_target_that_cannot_be_written_loses_nothing_and_offers_another() {
    let folder = Folder::new();
    let path = folder.path("no/such/folder/plan.json");
    let other = folder.path("here.json");
    let dialogs = answering(Some(other.clone()));
    let mut window = Window::with(Some(path), dialogs, SIZE);
    change(&mut window);
    window.ctrl(Key::S);
    assert!(window.sees_part("Not saved. The folder does not exist"));
    assert!(window.sees("Not saved"));
    window.click("Save as…");
    assert_eq!(titles(&other), ["Current", "Option B"]);
    assert!(!window.sees_part("The folder does not exist"));
}

#[test]
fn a_read_only_file_is_told_in_a_sentence() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), SIZE);
    change(&mut window);
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    window.ctrl(Key::S);
    assert!(window.sees_part("You are not allowed to write here"));
    assert!(window.sees("Not saved"));
    assert_eq!(read(&path), PLAN.as_bytes());
}

#[test]
fn leaving_with_unsaved_changes_asks_and_cancel_stays() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), SIZE);
    change(&mut window);
    window.menu("File", "Start page");
    assert!(window.sees("Save the changes to “plan.json”?"));
    window.click("Cancel");
    assert!(window.sees("Option B"));
    window.ctrl(Key::N);
    window.click("Don’t save");
    assert!(window.sees("Current") && !window.sees("Option B"));
    assert_eq!(read(&path), PLAN.as_bytes());
}

#[test]
fn save_in_the_question_saves_and_goes_on() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), SIZE);
    change(&mut window);
    window.menu("File", "Start page");
    window.click("Save");
    assert!(window.sees("Worked examples"));
    assert_eq!(titles(&path), ["Now", "Option B"]);
}

#[test]
fn opening_another_file_asks_once_it_is_read() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let other = folder.write("other.json", &PLAN.replace("Now", "Then"));
    let mut window = Window::with(Some(path), answering(Some(other)), SIZE);
    change(&mut window);
    window.ctrl(Key::O);
    assert!(window.sees("Save the changes to “plan.json”?"));
    window.click("Don’t save");
    assert!(window.sees("Then"));
}

#[test]
fn an_unchanged_sample_is_left_without_a_question() {
    let mut window = Window::start();
    window.click(store::samples()[0].title);
    assert!(window.sees("Example, not changed"));
    window.menu("File", "Start page");
    assert!(window.sees("Worked examples"));
}

fn close(window: &mut Window) -> Vec<ViewportCommand> {
    let id = egui::ViewportId::ROOT;
    let viewport = window.h.input_mut().viewports.entry(id).or_default();
    viewport.events.push(egui::ViewportEvent::Close);
    window.h.step();
    let said = window.commands();
    let viewport = window.h.input_mut().viewports.entry(id).or_default();
    viewport.events.clear();
    window.h.run();
    said
}

#[test]
fn closing_the_window_asks_about_unsaved_changes_only() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), SIZE);
    assert!(!close(&mut window).contains(&ViewportCommand::CancelClose));
    change(&mut window);
    assert!(close(&mut window).contains(&ViewportCommand::CancelClose));
    window.click("Cancel");
    assert!(close(&mut window).contains(&ViewportCommand::CancelClose));
    window.h.get_by_label("Save").click();
    let mut closed = false;
    for _ in 0..6 {
        window.h.step();
        closed |= window.commands().contains(&ViewportCommand::Close);
    }
    assert!(closed);
    assert_eq!(titles(&path), ["Now", "Option B"]);
}

#[test]
fn quit_asks_as_closing_does() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path.clone()), FakeDialogs::default(), SIZE);
    change(&mut window);
    window.ctrl(Key::Q);
    assert!(window.sees("Save the changes to “plan.json”?"));
    window.click("Cancel");
    window.menu("File", "Quit");
    window.h.get_by_label("Don’t save").click();
    let mut closed = false;
    for _ in 0..6 {
        window.h.step();
        closed |= window.commands().contains(&ViewportCommand::Close);
    }
    assert!(closed);
    assert_eq!(read(&path), PLAN.as_bytes());
    let mut start = Window::start();
    start
        .h
        .key_press_modifiers(egui::Modifiers::COMMAND, Key::Q);
    start.h.step();
    let mut closed = start.commands().contains(&ViewportCommand::Close);
    for _ in 0..3 {
        start.h.step();
        closed |= start.commands().contains(&ViewportCommand::Close);
    }
    assert!(closed, "from the start page too");
}

use egui_kittest::kittest::Queryable as _;

#[test]
fn the_title_names_the_file_and_marks_what_is_unsaved() {
    let folder = Folder::new();
    let path = folder.write("plan.json", PLAN);
    let mut window = Window::with(Some(path), FakeDialogs::default(), SIZE);
    window.menu("Structure", "Add an empty structure…");
    window.type_in("Option B");
    window.h.get_by_label("Add structure").click();
    let mut titles = Vec::new();
    for _ in 0..4 {
        window.h.step();
        titles.extend(window.commands().into_iter().filter_map(|c| match c {
            ViewportCommand::Title(title) => Some(title),
            _ => None,
        }));
    }
    assert_eq!(titles, ["• plan.json – Dotted Line"], "set once, on change");
}

#[test]
fn recent_files_are_listed_and_missing_ones_can_be_removed() {
    let folder = Folder::new();
    let data = folder.path("data");
    let path = folder.write("plan.json", PLAN);
    let gone = folder.write("gone.json", PLAN);
    for file in [&gone, &path] {
        let _ = Window::keeping(
            Some(data.clone()),
            Some(file.clone()),
            FakeDialogs::default(),
            SIZE,
        );
    }
    std::fs::remove_file(&gone).unwrap();
    let mut window = Window::keeping(Some(data), None, FakeDialogs::default(), SIZE);
    assert!(window.sees("Recent files"));
    assert!(window.sees_part("Not there any more"));
    window.click("Remove gone.json from the list");
    assert!(!window.sees("gone.json"));
    window.click("plan.json");
    assert!(window.sees("Now"));
}

#[test]
fn colours_and_size_are_kept_for_the_next_start() {
    let folder = Folder::new();
    let data = folder.path("data");
    let scale = |window: &Window| window.h.ctx.zoom_factor();
    let start = || Window::keeping(Some(data.clone()), None, FakeDialogs::default(), SIZE);
    let mut first = start();
    assert!((scale(&first) - 1.0).abs() < 0.001);
    first.click_part("Colours and size");
    first.click_part("Dark");
    first.click_part("Colours and size");
    first.click("125 %");
    let second = start();
    assert_eq!(second.h.ctx.theme(), egui::Theme::Dark);
    assert!((scale(&second) - 1.25).abs() < 0.001);
}

#[test]
fn the_bar_says_nothing_of_how_the_file_before_printed() {
    let folder = Folder::new();
    let bodies: Vec<String> = (0..60)
        .map(|n| format!(r#"{{"id":"b{n}","name":"Partnership board number {n}"}}"#))
        .collect();
    let large = PLAN.replace(
        r#"{"id":"board","name":"Board"}"#,
        &format!(
            r#"{{"id":"board","name":"Large board"}},{}"#,
            bodies.join(",")
        ),
    );
    let path = folder.write("plan.json", PLAN);
    let other = folder.write("other.json", &large);
    let mut window = Window::with(Some(path), answering(Some(other)), SIZE);
    let figure = |window: &Window| window.words("smallest text", "pt");
    let before = figure(&window);
    assert!(!before.is_empty());
    window
        .h
        .key_press_modifiers(egui::Modifiers::COMMAND, Key::O);
    let mut shown = 0;
    for _ in 0..10 {
        window.h.step();
        if window.sees_part("61 bodies") {
            shown += 1;
            assert_ne!(figure(&window), before);
        }
    }
    assert!(shown > 1 && !figure(&window).is_empty());
}
