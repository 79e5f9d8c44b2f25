//! To the clipboard, from the dialog and from "Find or run".

use super::*;
use egui::OutputCommand;

fn copied(window: &Window) -> Vec<OutputCommand> {
    window.h.output().platform_output.commands.clone()
}

/// Clicks, and collects what is copied in the frames that follow.
fn copying(window: &mut Window, act: impl FnOnce(&mut Window)) -> Vec<OutputCommand> {
    act(window);
    let mut out = Vec::new();
    for _ in 0..6 {
        out.extend(copied(window));
        window.h.step();
    }
    out
}

fn click(window: &mut Window, label: &str) {
    let button = window.h.query_all_by_label(label).next();
    button.unwrap().click();
}

#[test]
fn the_picture_is_copied_opaque_and_sharp() {
    let (mut window, _) = window(&Folder::new(), "out.svg");
    window.click("Export…");
    let copied = copying(&mut window, |w| click(w, "Copy picture"));
    let [OutputCommand::CopyImage(image)] = copied.as_slice() else {
        panic!("{} copied", copied.len())
    };
    let [width, height] = image.size;
    assert!(width.max(height) > 3_000 && width * height < 9_100_000);
    assert!(image.pixels.iter().all(|pixel| pixel.is_opaque()));
    assert!(
        image
            .pixels
            .iter()
            .any(|pixel| *pixel != egui::Color32::WHITE)
    );
    let copied = copying(&mut window, |w| click(w, "Copy description"));
    assert!(matches!(copied.first(), Some(OutputCommand::CopyText(_))));
}

#[test]
fn description_and_tables_are_copied_as_text() {
    let (mut window, _) = window(&Folder::new(), "out.svg");
    window.click("Export…");
    let copied = copying(&mut window, |w| click(w, "Copy description"));
    let [OutputCommand::CopyText(words)] = copied.as_slice() else {
        panic!("{} copied", copied.len())
    };
    assert!(words.contains("Homes Forum"), "{words}");
    let copied = copying(&mut window, |w| click(w, "Copy tables"));
    let [OutputCommand::CopyText(tables)] = copied.as_slice() else {
        panic!("{} copied", copied.len())
    };
    assert!(tables.lines().any(|line| line.matches('\t').count() > 1));
}

#[test]
fn what_the_view_shows_is_copied_without_the_dialog() {
    let (mut window, _) = window(&Folder::new(), "out.svg");
    window.click("Compare");
    window.ctrl(Key::K);
    window.type_in("Copy tables");
    let copied = copying(&mut window, |w| w.h.key_press(Key::Enter));
    let [OutputCommand::CopyText(tables)] = copied.as_slice() else {
        panic!("{} copied", copied.len())
    };
    assert!(tables.to_lowercase().contains("merged"), "{tables}");
    assert!(window.sees_part("Tables copied"));
}
