//! The last choices come back.

use super::*;

fn open(folder: &Folder) -> Window {
    let file = folder.path("plan.json");
    let dialogs = FakeDialogs::default();
    Window::keeping(
        Some(folder.path("local")),
        Some(file),
        dialogs,
        [1280.0, 720.0],
    )
}

fn is_on(window: &Window, label: &str) -> bool {
    let node = window.h.get_by_label(label);
    node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

#[test]
fn choices_come_back_in_the_same_window_and_in_the_next_and_are_in_no_project_file() {
    let folder = Folder::new();
    let file = folder.write("plan.json", PROJECT);
    let mut window = open(&folder);
    window.click("Export…");
    choose(&mut window, "Several files at once, into one folder");
    choose(&mut window, "Now");
    choose(&mut window, "Picture for slides and mail (PNG)");
    choose(&mut window, "Paper: A3");
    choose(&mut window, "Ink: Greys");
    choose(&mut window, "Dots per inch: 150");
    choose(&mut window, "Least size of text: 12 pt");
    choose(&mut window, "Key");
    window.h.get_by_label("Foot of the page").focus();
    window.h.run();
    window.type_in("Appendix B");
    escape(&mut window);
    assert!(
        window.sees("Will it read?"),
        "Escape leaves the field first"
    );
    escape(&mut window);
    let ticked = [
        "Several files at once, into one folder",
        "Now",
        "Then",
        "PDF",
        "Picture for slides and mail (PNG)",
        "Paper: A3",
        "Ink: Greys",
        "Dots per inch: 150",
        "Least size of text: 12 pt",
    ];
    let mut again = open(&folder);
    for window in [&mut window, &mut again] {
        window.click("Export…");
        for label in ticked {
            assert!(is_on(window, label), "{label}");
        }
        assert!(!is_on(window, "Key"));
        let foot = window.h.get_by_label("Foot of the page");
        let words = foot.accesskit_node().value();
        assert_eq!(words.as_deref(), Some("Appendix B"));
        assert!(window.sees("Save 4 files into a folder…"));
        escape(window);
    }
    assert_eq!(String::from_utf8(read(&file)).unwrap(), PROJECT);
}

#[test]
fn who_looks_at_something_else_or_has_set_the_window_anew_means_that() {
    let folder = Folder::new();
    folder.write("plan.json", PROJECT);
    let mut window = open(&folder);
    window.click("Export…");
    choose(&mut window, "Paper: A5");
    choose(&mut window, "Ink: Greys");
    escape(&mut window);
    window.menu("Arrangement", "Paper A3");
    window.click("Compare");
    window.click("Export…");
    assert!(is_on(&window, "Now and Then side by side"));
    assert!(is_on(&window, "Paper: A3"));
    assert!(is_on(&window, "Ink: Greys"));
}

#[test]
fn another_project_has_choices_of_its_own() {
    let folder = Folder::new();
    folder.write("plan.json", PROJECT);
    let mut window = open(&folder);
    window.click("Export…");
    choose(&mut window, "Ink: Greys");
    escape(&mut window);
    window.menu("File", "New");
    window.click("Export…");
    assert!(is_on(&window, "Ink: Colour"));
}
