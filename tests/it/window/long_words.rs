//! Names and titles as long as they may be: no panel breaks.

use super::driver::{FakeDialogs, Folder, Window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const SIZE: [f32; 2] = [1280.0, 720.0];

/// A thousand letters, as words or as one.
fn long(words: bool) -> String {
    if words {
        "Partnership of all ".repeat(60)[..1000].trim().to_owned()
    } else {
        "x".repeat(1000)
    }
}

fn window(folder: &Folder, name: &str, size: [f32; 2]) -> Window {
    let text = format!(
        r#"{{"format":"dotted-line","version":"1.0","title":"{name}","structures":[
        {{"id":"now","title":"Now","bodies":[{{"id":"long","name":"{name}"}},
          {{"id":"sport","name":"Sport"}}],
         "links":[{{"id":"1","from":"long","to":"sport","kind":"informs"}}]}},
        {{"id":"then","title":"As it was adopted by the council in spring","bodies":[
          {{"id":"long","name":"{name}"}},{{"id":"new","name":"{name} too"}}]}}],
        "lineage":[{{"from_structure":"now","to_structure":"then","from":["long"],"to":["long"]}}]}}"#,
        name = &name[..name.len().min(990)],
    );
    let path = folder.write("long.json", &text);
    let mut window = Window::with(Some(path), FakeDialogs::default(), size);
    window.click("Now");
    window
}

/// Everything that can be clicked or typed in is inside the window, as far as it is not scrolled
/// away.
fn inside(window: &Window, label: &str) -> bool {
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, SIZE.into());
    let mut found = window.h.query_all_by_label(label);
    found.any(|node| screen.contains_rect(node.rect()))
}

#[test]
fn the_inspector_keeps_its_fields_in_sight() {
    for words in [true, false] {
        let folder = Folder::new();
        let mut window = window(&folder, &long(words), SIZE);
        let name = long(words)[..990].to_owned();
        window.click_row(&name);
        for label in ["Name", "Kind", "Reports to"] {
            assert!(inside(&window, label), "{label}, words: {words}");
        }
    }
}

#[test]
fn outline_rows_strips_and_the_palette_stay_low() {
    let folder = Folder::new();
    let mut window = window(&folder, &long(true), SIZE);
    let name = long(true)[..990].to_owned();
    assert!(window.row(&name).rect().height() < 90.0);
    assert!(inside(&window, "Add body"));
    window.click("As it was adopted by the…");
    window.click_row(&name);
    window.press(Modifiers::NONE, Key::Delete);
    assert!(window.sees_part("What becomes of"));
    assert!(inside(&window, "Remove") && inside(&window, "Cancel"));
    let remove = window.h.get_by_label("Remove").rect();
    assert!(remove.bottom() < 330.0, "{remove:?}");
    window.press(Modifiers::NONE, Key::Escape);
    window.ctrl(Key::K);
    window.type_in("Partnership");
    let rows = window.h.query_all_by_role(Role::Button);
    for row in rows.filter(|row| {
        let label = row.accesskit_node().label().unwrap_or_default();
        label.contains("Partnership of all")
    }) {
        assert!(
            row.rect().width() < 600.0 && row.rect().height() < 40.0,
            "{:?}",
            row.rect()
        );
    }
}

#[test]
fn the_status_bar_and_the_top_bar_keep_their_buttons() {
    for size in [SIZE, [640.0, 360.0]] {
        let folder = Folder::new();
        let window = window(&folder, &long(true), size);
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
        for label in ["Zoom in", "Export…"] {
            let node = window.h.query_all_by_label(label).next();
            let rect = node.unwrap_or_else(|| panic!("no {label}")).rect();
            assert!(screen.contains_rect(rect), "{label} {rect:?} at {size:?}");
        }
    }
}

#[test]
fn a_long_title_on_a_tab_is_its_own_beginning() {
    let folder = Folder::new();
    let mut window = window(&folder, "Board", SIZE);
    let tabs = window.names(Role::Tab);
    assert!(
        tabs.contains(&"As it was adopted by the…".to_owned()),
        "{tabs:?}"
    );
    window.h.get_by_label("As it was adopted by the…").hover();
    window.h.run();
    for _ in 0..60 {
        window.h.step();
    }
    assert!(window.sees("As it was adopted by the council in spring"));
}
