//! The preview is the file, and says whether it will read.

use super::*;

/// How many pages a PDF has, by its own count.
fn pdf_pages(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let counts = text.split("/Count ").skip(1).filter_map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    counts.max().unwrap_or_default()
}

#[test]
fn the_preview_has_the_pages_of_the_file() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "out.pdf");
    window.click("Export…");
    let said = preview(&window);
    assert!(said.contains("Diagram of"), "the description: {said}");
    let of = said.split(" of ").nth(1).and_then(|s| s.split('.').next());
    let of: usize = of.unwrap().parse().unwrap();
    assert!(of > 1, "the text version follows: {said}");
    assert!(window.sees(&format!("Page 1 of {of}")));
    window.click("Next page");
    assert!(window.sees(&format!("Page 2 of {of}")));
    window.press(Modifiers::NONE, Key::PageUp);
    assert!(window.sees(&format!("Page 1 of {of}")));
    window.click("Save as…");
    assert_eq!(pdf_pages(&read(&out(&folder, "out.pdf"))), of);
}

#[test]
fn a_choice_changes_the_preview() {
    let mut window = large(&Folder::new(), 30, "out.svg");
    window.click("Export…");
    choose(&mut window, "Picture for print and web (SVG)");
    assert!(preview(&window).starts_with("Preview, page 1 of 1."));
    let on_a4 = reads(&window);
    choose(&mut window, "Paper: A5");
    assert_ne!(reads(&window), on_a4);
    assert!(reads(&window).contains("on A5"));
    choose(
        &mut window,
        "Several, where the text would be too small on one",
    );
    assert!(!preview(&window).starts_with("Preview, page 1 of 1."));
    choose(&mut window, "More formats");
    choose(&mut window, "Mermaid");
    assert!(window.sees_part("there are no pages to be shown"));
}

#[test]
fn small_text_is_told_and_a_remedy_makes_it_larger_by_as_much_as_it_says() {
    let mut window = large(&Folder::new(), 40, "out.svg");
    window.click("Export…");
    choose(&mut window, "Picture for print and web (SVG)");
    assert!(!window.sees("Larger:"), "{}", reads(&window));
    choose(&mut window, "Paper: A5");
    assert!(
        reads(&window).contains("too small to read"),
        "{}",
        reads(&window)
    );
    assert!(window.sees("Larger:"));
    let buttons = window.names(Role::Button);
    let remedy = buttons.iter().find(|name| name.starts_with("On A3: "));
    let remedy = remedy.expect("A3 helps").clone();
    let size = remedy.trim_start_matches("On A3: ").to_owned();
    choose(&mut window, &remedy);
    let words = reads(&window);
    assert!(
        words.contains(&format!("{size} on A3")),
        "{remedy}: {words}"
    );
    assert!(!window.sees("Larger:"), "{words}");
}

#[test]
fn other_eyes_change_the_preview_and_nothing_else() {
    let folder = Folder::new();
    let (mut window, _) = window(&folder, "out.svg");
    window.click("Export…");
    choose(&mut window, "Picture for print and web (SVG)");
    window.click("Seen as: As printed");
    window.click("Photocopy");
    assert!(window.sees("Seen as: Photocopy"));
    assert!(window.sees("Ink: Colour"));
    window.click("Save as…");
    let seen = read(&out(&folder, "out.svg"));
    let (mut window, _) = super::window(&folder, "plain.svg");
    window.click("Export…");
    choose(&mut window, "Picture for print and web (SVG)");
    window.click("Save as…");
    assert_eq!(seen, read(&out(&folder, "plain.svg")));
}

#[test]
fn findings_stand_beside_the_preview_and_lead_to_their_body() {
    let (mut window, _) = window(&Folder::new(), "out.svg");
    window.click("Export…");
    window.click_part("finding");
    let link = window.names(Role::Link).into_iter().next();
    window.click(&link.expect("a body"));
    assert!(!window.sees("Will it read?"), "the drawing is shown");
}

#[test]
fn everything_in_the_dialog_has_a_name_and_stands_in_the_window() {
    for size in [[1280.0, 720.0], [640.0, 360.0], [1920.0, 1080.0]] {
        let mut window = Window::sample_with("cheltenham", FakeDialogs::default(), size);
        window.click("Export…");
        let mut nameless = Vec::new();
        for role in [
            Role::Button,
            Role::RadioButton,
            Role::CheckBox,
            Role::ComboBox,
        ] {
            for node in window.h.query_all_by_role(role) {
                let node = node.accesskit_node();
                if node.label().is_none_or(|label| label.trim().is_empty()) {
                    nameless.push(format!("{role:?} {:?}", node.bounding_box()));
                }
            }
        }
        assert!(nameless.is_empty(), "{nameless:?}");
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
        for label in ["Close", "Save as…", "Next page", "Will it read?"] {
            let node = window.h.query_all_by_label(label).next();
            let rect = node.unwrap_or_else(|| panic!("no {label}")).rect();
            assert!(screen.contains_rect(rect), "{label} {rect:?} at {size:?}");
        }
    }
}
