//! Pictures of every view, panel, menu, question and dialog, to be looked at:
//! `cargo test --features snapshots --test it gallery -- --ignored`.
//!
//! They go to `target/gallery`, or where `GALLERY` says; `GALLERY_ONLY` chooses by a part of the
//! name. Each is drawn at four looks, so that sizes, scales and themes all meet.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, ThemePreference, Vec2};
use egui_kittest::kittest::Queryable as _;

use super::driver::{FakeDialogs, Folder, Window};

/// Name, size in points, size of text in per cent, theme.
const LOOKS: [(&str, [f32; 2], u16, ThemePreference); 4] = [
    ("1280-light", [1280.0, 720.0], 100, ThemePreference::Light),
    ("1920-dark", [1920.0, 1080.0], 100, ThemePreference::Dark),
    ("1280-200-dark", [1280.0, 720.0], 200, ThemePreference::Dark),
    (
        "1920-200-light",
        [1920.0, 1080.0],
        200,
        ThemePreference::Light,
    ),
];

type Act = fn(&mut Window);

/// What is opened, and what is done before the picture is drawn.
const STATES: &[(&str, &str, Act)] = &[
    ("start", "", |_| {}),
    ("start-after-a-crash", "recovered", |_| {}),
    ("start-damaged-file", "damaged", |_| {}),
    ("draw-proposed", "redcar", |_| {}),
    ("draw-current", "redcar", |w| w.click("Current")),
    ("draw-body", "redcar", |w| click_card(w, "Leadership Forum")),
    ("draw-details-tab", "redcar", |w| {
        click_card(w, "Leadership Forum");
        click_if_there(w, "Details");
    }),
    ("draw-several", "redcar", |w| {
        w.ctrl(Key::A);
    }),
    ("draw-link", "redcar", |w| {
        select_link(w, "Coastal Area Partnership");
    }),
    ("draw-hover-refused", "redcar", |w| {
        w.press(Modifiers::NONE, Key::Delete);
    }),
    ("draw-rename", "redcar", |w| {
        click_card(w, "Leadership Forum");
        w.press(Modifiers::NONE, Key::F2);
    }),
    ("draw-new-body", "redcar", |w| {
        click_card(w, "Leadership Forum");
        w.press(Modifiers::NONE, Key::N);
        w.type_in("Climate Board");
    }),
    ("draw-link-by-key", "redcar", |w| {
        click_card(w, "Leadership Forum");
        w.press(Modifiers::NONE, Key::L);
        w.type_in("area");
    }),
    ("draw-drop", "redcar", |w| drop_card(w)),
    ("draw-marquee", "redcar", |w| {
        let to = w.card("Leadership Forum").rect().center();
        let from = to + Vec2::new(-200.0, -60.0);
        press_and_move(w, from, to);
    }),
    ("draw-context-menu", "redcar", |w| {
        menu_of(w, "Leadership Forum");
    }),
    ("draw-outline-row", "redcar", |w| {
        w.click_row("Leadership Forum");
        w.press(Modifiers::NONE, Key::Enter);
        w.type_in("Youth Forum");
    }),
    ("draw-page-choice", "redcar", |w| {
        w.click_part("smallest text")
    }),
    ("draw-zones", "redcar", in_zones),
    ("draw-zones-choice", "redcar", |w| {
        in_zones(w);
        w.click_part("smallest text");
    }),
    ("draw-zones-line", "redcar", |w| {
        in_zones(w);
        let line = w.h.query_all_by_label_contains(" links, from ").next();
        line.expect("a line for several").focus();
        w.h.run();
    }),
    ("draw-zones-opened", "redcar", |w| {
        in_zones(w);
        open_line(w);
    }),
    ("draw-zones-drop", "redcar", |w| {
        in_zones(w);
        let from = w.card("Coastal Area").rect().center();
        press_and_move(w, from, from + Vec2::new(-40.0, 60.0));
        button(
            w,
            from + Vec2::new(-40.0, 60.0),
            PointerButton::Primary,
            false,
        );
        w.h.run();
    }),
    ("draw-arranged", "redcar", |w| {
        click_card(w, "Coastal Area");
        shift_click_card(w, "Stronger Communities");
        shift_click_card(w, "Leadership Forum");
        w.press(Modifiers::NONE, Key::A);
    }),
    ("menu-arrangement", "redcar", |w| {
        open_menu(w, "Arrangement")
    }),
    ("draw-cumbria", "cumbria", |_| {}),
    ("draw-cheltenham", "cheltenham", |_| {}),
    ("draw-long-names", "long", |w| {
        click_card(w, "An exceedingly");
    }),
    ("draw-empty", "empty", |_| {}),
    ("draw-loop", "loop", |_| {}),
    ("ask-fate", "redcar", |w| {
        click_card(w, "Leadership Forum");
        w.press(Modifiers::NONE, Key::Delete);
    }),
    ("ask-merge", "redcar", |w| {
        click_card(w, "Coastal Area");
        shift_click_card(w, "Stronger Communities");
        w.menu("What becomes of it", "Merge");
    }),
    ("ask-replace", "redcar", |w| {
        click_card(w, "Leadership Forum");
        w.menu("What becomes of it", "Replace by a new body…");
    }),
    ("ask-derive", "redcar", |w| w.menu("Structure", "Derive")),
    ("ask-unsaved", "redcar", |w| {
        rename_tab(w);
        w.menu("File", "Start page");
    }),
    ("tab-rename", "redcar", |w| {
        w.menu("Structure", "Rename structure…");
    }),
    ("tab-add", "redcar", |w| w.click("Add a structure")),
    ("notice", "redcar", |w| {
        w.click("Current");
        w.menu("Structure", "Delete structure");
    }),
    ("menu", "redcar", |w| open_menu(w, "")),
    ("menu-file", "redcar", |w| open_menu(w, "File")),
    ("menu-edit", "redcar", |w| open_menu(w, "Edit")),
    ("menu-bodies", "redcar", |w| {
        open_menu(w, "Bodies and links");
    }),
    ("menu-fate", "redcar", |w| {
        open_menu(w, "What becomes of it");
    }),
    ("menu-structure", "redcar", |w| open_menu(w, "Structure")),
    ("menu-view", "redcar", |w| open_menu(w, "View")),
    ("palette", "redcar", |w| {
        w.ctrl(Key::K);
        w.type_in("co");
    }),
    ("findings", "redcar", |w| {
        let found = w.h.query_all_by_label_contains("finding").next();
        found.expect("findings").click();
        w.h.run();
    }),
    ("export", "redcar", |w| w.click("Export…")),
    ("export-small", "redcar", |w| {
        w.click("Export…");
        w.click("Paper: A5");
    }),
    ("export-batch", "redcar", |w| {
        w.click("Export…");
        w.click("Several files at once, into one folder");
        w.click("Current");
        w.click("Picture for slides and mail (PNG)");
    }),
    ("compare", "redcar", |w| w.click("Compare")),
    ("compare-body", "redcar", |w| {
        w.click("Compare");
        w.press(Modifiers::NONE, Key::F8);
    }),
    ("compare-details", "redcar", |w| {
        w.click("Compare");
        w.press(Modifiers::NONE, Key::F8);
        click_if_there(w, "Details");
    }),
    ("compare-only-changes", "redcar", |w| {
        w.click("Compare");
        w.click("Only what changes");
    }),
    ("compare-cumbria", "cumbria", |w| w.click("Compare")),
];

fn in_zones(w: &mut Window) {
    w.menu("Arrangement", "Drawing in zones");
}

fn open_line(w: &mut Window) {
    let line = w.h.query_all_by_label_contains(" links, from ").next();
    line.expect("a line for several").click();
    w.h.run();
}

fn click_card(w: &mut Window, start: &str) {
    w.card(start).click();
    w.h.run();
}

fn shift_click_card(w: &mut Window, start: &str) {
    w.card(start).click_modifiers(Modifiers::SHIFT);
    w.h.run();
}

fn click_if_there(w: &mut Window, label: &str) {
    if w.sees(label) {
        w.click(label);
    }
}

fn button(w: &mut Window, pos: egui::Pos2, button: PointerButton, pressed: bool) {
    w.h.event(Event::PointerButton {
        pos,
        button,
        pressed,
        modifiers: Modifiers::NONE,
    });
}

fn press_and_move(w: &mut Window, from: egui::Pos2, to: egui::Pos2) {
    w.h.event(Event::PointerMoved(from));
    w.h.run();
    button(w, from, PointerButton::Primary, true);
    w.h.run();
    for step in [0.2, 0.5, 0.8, 1.0] {
        w.h.event(Event::PointerMoved(from.lerp(to, step)));
        w.h.run();
    }
}

fn drop_card(w: &mut Window) {
    let from = w.card("Coastal Area").rect().center();
    let to = w.card("Leadership Forum").rect().center();
    press_and_move(w, from, to);
    button(w, to, PointerButton::Primary, false);
    w.h.run();
}

fn menu_of(w: &mut Window, start: &str) {
    let at = w.card(start).rect().center();
    w.h.event(Event::PointerMoved(at));
    button(w, at, PointerButton::Secondary, true);
    button(w, at, PointerButton::Secondary, false);
    w.h.run();
}

fn select_link(w: &mut Window, body: &str) {
    click_card(w, body);
    click_if_there(w, "Details");
    // The first link in the details leads to its page.
    let link = w.h.query_all_by_role(Role::Link).next();
    link.expect("a link in the details").click();
    w.h.run();
}

fn rename_tab(w: &mut Window) {
    w.menu("Structure", "Rename structure…");
    w.type_in("As adopted");
    w.press(Modifiers::NONE, Key::Enter);
}

fn open_menu(w: &mut Window, group: &str) {
    w.h.get_by_label_contains("Menu").click();
    w.h.run();
    if !group.is_empty() {
        w.h.query_all_by_label_contains(group)
            .last()
            .unwrap()
            .click();
        w.h.run();
    }
}

fn made(bodies: &[&str], links: &[(usize, usize)]) -> String {
    let body = |(i, name): (usize, &&str)| serde_json::json!({"id": format!("b{i}"), "name": name});
    let bodies: Vec<_> = bodies.iter().enumerate().map(body).collect();
    let link = |(i, (from, to)): (usize, &(usize, usize))| {
        serde_json::json!({"id": format!("l{i}"), "kind": "reports-to",
            "from": format!("b{from}"), "to": format!("b{to}")})
    };
    let links: Vec<_> = links.iter().enumerate().map(link).collect();
    serde_json::json!({"format": "dotted-line", "version": "1.0", "title": "Made up",
        "structures": [{"id": "now", "title": "Now", "bodies": bodies, "links": links}]})
    .to_string()
}

fn open(folder: &Folder, what: &str, size: [f32; 2]) -> Window {
    let with = |file: Option<PathBuf>| Window::with(file, FakeDialogs::default(), size);
    match what {
        "" => with(None),
        "damaged" => with(Some(
            folder.write("plan.json", "{\"format\": \"dotted-line\","),
        )),
        "empty" => with(Some(folder.write("plan.json", &made(&[], &[])))),
        "loop" => {
            let text = made(&["Board", "Forum", "Group"], &[(0, 1), (1, 2), (2, 0)]);
            with(Some(folder.write("plan.json", &text)))
        }
        "long" => {
            let long = "An exceedingly long name of a partnership ".repeat(24);
            let text = made(&["Board", &long, "Group"], &[(1, 0), (2, 1)]);
            with(Some(folder.write("plan.json", &text)))
        }
        "recovered" => {
            let data = Some(folder.path("data"));
            let mut first = Window::keeping(data.clone(), None, FakeDialogs::default(), size);
            first.click("New");
            rename_tab(&mut first);
            drop(first);
            Window::keeping(data, None, FakeDialogs::default(), size)
        }
        sample => Window::sample_with(sample, FakeDialogs::default(), size),
    }
}

#[test]
#[ignore = "draws pictures for people to look at"]
fn gallery() {
    let into = std::env::var_os("GALLERY").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/gallery"),
        PathBuf::from,
    );
    std::fs::create_dir_all(&into).unwrap();
    let only = std::env::var("GALLERY_ONLY").unwrap_or_default();
    let mut failed = Vec::new();
    for (look, size, scale, theme) in LOOKS {
        for (name, what, act) in STATES {
            let picture = format!("{name}-{look}");
            if !picture.contains(&only) {
                continue;
            }
            let drawn = catch_unwind(AssertUnwindSafe(|| {
                let folder = Folder::new();
                let mut window = open(&folder, what, size);
                let ctx = window.h.ctx.clone();
                let app = window.h.state_mut().as_mut().unwrap();
                app.set_look(&ctx, theme, scale);
                window.h.run();
                act(&mut window);
                let image = window.h.render().unwrap();
                image.save(into.join(format!("{picture}.png"))).unwrap();
            }));
            if drawn.is_err() {
                failed.push(picture);
            }
        }
    }
    assert!(failed.is_empty(), "not drawn: {failed:?}");
}
