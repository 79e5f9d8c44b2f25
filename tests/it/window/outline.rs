//! Typing a structure into the outline.

use super::driver::{FakeDialogs, Folder, Window};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const EMPTY: &str = r#"{"format": "dotted-line", "version": "1.0", "title": "Ours",
    "structures": [{"id": "now", "title": "Now"}]}"#;

/// board (a (a1) b), c and d alone.
const SMALL: &str = r#"{"format": "dotted-line", "version": "1.0", "title": "Ours",
    "structures": [{"id": "now", "title": "Now", "bodies": [
        {"id": "board", "name": "Board"}, {"id": "a", "name": "Alpha"},
        {"id": "a1", "name": "Alpha one"}, {"id": "b", "name": "Beta"},
        {"id": "c", "name": "Gamma"}, {"id": "d", "name": "Delta"}],
      "links": [
        {"id": "1", "from": "a", "to": "board", "kind": "reports-to"},
        {"id": "2", "from": "a1", "to": "a", "kind": "reports-to"},
        {"id": "3", "from": "b", "to": "board", "kind": "reports-to"}]}]}"#;

/// A window on a project, and the count of key actions beyond the letters.
struct Typist {
    window: Window,
    actions: usize,
    _folder: Folder,
}

impl Typist {
    fn on(text: &str, size: [f32; 2]) -> Self {
        let folder = Folder::new();
        let path = folder.write("ours.json", text);
        Self {
            window: Window::with(Some(path), FakeDialogs::default(), size),
            actions: 0,
            _folder: folder,
        }
    }

    fn small() -> Self {
        Self::on(SMALL, [1280.0, 720.0])
    }

    fn text(&mut self, text: &str) {
        self.window.h.event(Event::Text(text.to_owned()));
        self.window.h.run();
    }

    fn key(&mut self, key: Key) {
        self.with(Modifiers::NONE, key);
    }

    fn with(&mut self, modifiers: Modifiers, key: Key) {
        self.actions += 1;
        self.window.h.key_press_modifiers(modifiers, key);
        self.window.h.run();
    }

    fn undo(&mut self) {
        let command = Modifiers::COMMAND;
        self.window.h.key_press_modifiers(command, Key::Z);
        self.window.h.run();
    }

    fn click(&mut self, label: &str) {
        self.window.click(label);
    }

    fn click_row(&mut self, name: &str) {
        self.window.click_row(name);
    }

    /// The rows with their levels: ">" for each level in.
    fn rows(&self) -> Vec<String> {
        let items = self.window.h.query_all_by_role(Role::TreeItem);
        let mut rows: Vec<(f32, String)> = items
            .filter_map(|item| {
                let node = item.accesskit_node();
                let (level, name) = (node.level()?, node.label()?);
                Some((
                    item.rect().top(),
                    format!("{}{name}", ">".repeat(level - 1)),
                ))
            })
            .collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.into_iter().map(|(_, name)| name).collect()
    }

    fn naming(&self) -> bool {
        let mut fields = self.window.h.query_all_by_label("Name of the body");
        fields.next().is_some()
    }

    fn focused_row(&self) -> String {
        let mut items = self.window.h.query_all_by_role(Role::TreeItem);
        let focused = items.find(|item| item.is_focused());
        focused
            .and_then(|item| item.accesskit_node().label())
            .unwrap_or_default()
    }
}

const WHOLE: [&str; 6] = ["Board", ">Alpha", ">>Alpha one", ">Beta", "Gamma", "Delta"];

#[test]
fn redcar_today_is_typed_by_keyboard_alone() {
    let mut t = Typist::on(EMPTY, [1280.0, 1600.0]);
    assert!(t.naming(), "an empty list is a field ready to type");
    t.text("Partnership Board");
    t.key(Key::Enter);
    t.key(Key::Tab);
    let below_board = ["Children's Trust", "Health and Wellbeing Partnership"];
    for name in below_board {
        t.text(name);
        t.key(Key::Enter);
    }
    for name in ["Safer Communities Partnership", "Culture Forum"] {
        t.text(name);
        t.key(Key::Enter);
    }
    t.text("Stronger Communities Partnership");
    t.key(Key::Enter);
    t.key(Key::Tab);
    t.text("Community Cohesion group");
    t.key(Key::Enter);
    t.with(Modifiers::SHIFT, Key::Tab);
    t.text("Regeneration Partnership");
    t.key(Key::Enter);
    t.key(Key::Tab);
    for name in [
        "Jobs and Skills Strategic Task Force",
        "Transport group",
        "Housing group",
        "Environment group",
    ] {
        t.text(name);
        t.key(Key::Enter);
    }
    t.with(Modifiers::SHIFT, Key::Tab);
    t.with(Modifiers::SHIFT, Key::Tab);
    for name in [
        "Personalisation and Self-Directed Support Partnership",
        "Voluntary Sector Forum",
        "Provider Forum",
        "Operational groups",
        "Conferences or Workshops",
        "Neighbourhood Management",
        "Council Policy and Performance Team",
        "LSP Co-ordinator (post)",
    ] {
        t.text(name);
        t.key(Key::Enter);
    }
    t.key(Key::Enter);
    assert!(!t.naming(), "Enter on an empty row ends the typing");
    let rows = t.rows();
    assert_eq!(rows.len(), 20, "{rows:#?}");
    let expected = [
        "Partnership Board",
        ">Children's Trust",
        ">Health and Wellbeing Partnership",
        ">Safer Communities Partnership",
        ">Culture Forum",
        ">Stronger Communities Partnership",
        ">>Community Cohesion group",
        ">Regeneration Partnership",
        ">>Jobs and Skills Strategic Task Force",
        ">>Transport group",
        ">>Housing group",
        ">>Environment group",
        "Personalisation and Self-Directed Support Partnership",
    ];
    assert_eq!(rows[..13], expected);
    assert!(t.window.sees_part("20 bodies"));
    // 20 bodies and 11 of the 14 links; the other three take a handful of keys each.
    assert!(t.actions <= 30, "{} key actions", t.actions);
    println!("{} key actions beyond the letters", t.actions);
}

#[test]
fn letters_and_keys_of_one_frame_all_count() {
    let mut t = Typist::on(EMPTY, [1280.0, 720.0]);
    for (text, key) in [("Board", Key::Enter), ("", Key::Tab), ("Alpha", Key::Enter)] {
        if !text.is_empty() {
            t.window.h.event(Event::Text(text.to_owned()));
        }
        t.window.h.key_press(key);
    }
    t.window.h.event(Event::Text("Beta".to_owned()));
    t.window.h.key_press(Key::Enter);
    t.window.h.run();
    t.window.h.key_press(Key::Escape);
    t.window.h.run();
    assert_eq!(t.rows(), ["Board", ">Alpha", ">Beta"]);
}

#[test]
fn escape_leaves_nothing_of_a_new_row_and_restores_an_old_name() {
    let mut t = Typist::small();
    t.click_row("Beta");
    t.key(Key::F2);
    assert!(t.naming());
    t.text("Something else");
    t.key(Key::Escape);
    assert_eq!(t.rows(), WHOLE);
    assert_eq!(t.focused_row(), "Beta");
    t.key(Key::Enter);
    t.text("Half a na");
    assert!(
        t.window.sees_part("7 bodies"),
        "what is typed is there at once"
    );
    t.key(Key::Escape);
    assert_eq!(t.rows(), WHOLE);
    assert!(t.window.sees_part("6 bodies"));
}

#[test]
fn a_new_row_is_one_undo_step_and_its_level_can_change_while_it_is_typed() {
    let mut t = Typist::small();
    t.click_row("Beta");
    t.key(Key::Enter);
    t.text("Ne");
    t.key(Key::Tab);
    t.text("w");
    t.key(Key::Enter);
    t.key(Key::Escape);
    let expected = [
        "Board",
        ">Alpha",
        ">>Alpha one",
        ">Beta",
        ">>New",
        "Gamma",
        "Delta",
    ];
    assert_eq!(t.rows(), expected);
    t.undo();
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn tab_and_shift_tab_move_a_row_and_undo_takes_it_back() {
    let mut t = Typist::small();
    t.click_row("Beta");
    t.key(Key::Tab);
    let inside = ["Board", ">Alpha", ">>Alpha one", ">>Beta", "Gamma", "Delta"];
    assert_eq!(t.rows(), inside);
    t.undo();
    assert_eq!(t.rows(), WHOLE);
    t.click_row("Alpha one");
    t.with(Modifiers::SHIFT, Key::Tab);
    t.with(Modifiers::SHIFT, Key::Tab);
    let outside = ["Board", ">Alpha", ">Beta", "Alpha one", "Gamma", "Delta"];
    assert_eq!(t.rows(), outside);
}

#[test]
fn tab_passes_through_until_the_list_is_entered() {
    let mut t = Typist::small();
    for _ in 0..40 {
        t.key(Key::Tab);
        if !t.focused_row().is_empty() {
            break;
        }
    }
    assert_eq!(t.focused_row(), "Board");
    t.key(Key::Tab);
    assert_eq!(t.rows(), WHOLE, "nothing has moved");
    assert_ne!(t.focused_row(), "Board");
}

#[test]
fn arrows_home_and_end_travel_and_select() {
    let mut t = Typist::small();
    t.click_row("Alpha");
    for (key, expected) in [
        (Key::ArrowDown, "Alpha one"),
        (Key::End, "Delta"),
        (Key::ArrowUp, "Gamma"),
        (Key::Home, "Board"),
    ] {
        t.key(key);
        assert_eq!(t.focused_row(), expected);
    }
    assert!(
        t.window
            .h
            .query_all_by_role_and_label(Role::TextInput, "Name")
            .count()
            == 1
    );
    t.with(Modifiers::SHIFT, Key::ArrowDown);
    assert!(t.window.sees("2 bodies"), "Shift adds to the selection");
}

#[test]
fn rows_pass_their_neighbours_with_alt() {
    let mut t = Typist::small();
    t.click_row("Beta");
    t.with(Modifiers::ALT, Key::ArrowUp);
    let up = ["Board", ">Beta", ">Alpha", ">>Alpha one", "Gamma", "Delta"];
    assert_eq!(t.rows(), up);
    t.with(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn a_folded_row_hides_what_is_below_it() {
    let mut t = Typist::small();
    t.click_row("Alpha");
    t.key(Key::ArrowLeft);
    assert!(!t.rows().contains(&">>Alpha one".to_owned()));
    t.key(Key::ArrowRight);
    assert_eq!(t.rows(), WHOLE);
    t.click("Fold Board");
    assert_eq!(t.rows(), ["Board", "Gamma", "Delta"]);
    t.click("Unfold Board");
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn names_that_cannot_be_are_told_at_the_field() {
    let mut t = Typist::small();
    t.click_row("Gamma");
    t.key(Key::F2);
    t.key(Key::Backspace);
    assert!(t.window.sees("A body needs a name."));
    t.key(Key::Enter);
    assert!(t.naming(), "it stays until it is mended");
    t.text(&"x".repeat(1001));
    assert!(t.window.sees_part("up to 1,000 characters"));
    t.key(Key::Escape);
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn a_row_that_was_renamed_is_done_with_enter_and_covers_nothing() {
    let mut t = Typist::small();
    t.click_row("Gamma");
    t.key(Key::F2);
    t.text("Gamma Forum");
    let add = t.window.h.get_by_label("Add body").rect();
    let last = t.window.row("Delta").rect();
    assert!(add.min.y >= last.max.y, "{add:?} under {last:?}");
    t.key(Key::Enter);
    assert!(!t.naming());
    assert_eq!(t.focused_row(), "Gamma Forum");
    assert_eq!(t.rows().len(), WHOLE.len());
}

#[test]
fn add_body_is_there_for_the_mouse() {
    let mut t = Typist::small();
    t.click("Add body");
    t.text("Epsilon");
    t.key(Key::Enter);
    t.text("Zeta");
    t.click_row("Gamma");
    assert!(!t.naming());
    assert_eq!(t.rows()[4..], ["Gamma", "Delta", "Epsilon", "Zeta"]);
}

#[test]
fn a_row_is_dragged_onto_another_and_escape_gives_up() {
    let mut t = Typist::small();
    let middle = |t: &Typist, name: &str| t.window.row(name).rect().center();
    let (from, to) = (middle(&t, "Delta"), middle(&t, "Beta"));
    t.window.h.drag_at(from);
    t.window.h.run();
    t.window.h.hover_at(from + egui::vec2(0.0, -12.0));
    t.window.h.run();
    t.window.h.hover_at(to);
    t.window.h.run();
    t.window.h.key_press(Key::Escape);
    t.window.h.run();
    t.window.h.drop_at(to);
    t.window.h.run();
    assert_eq!(t.rows(), WHOLE);
    t.window.h.drag_at(from);
    t.window.h.run();
    t.window.h.hover_at(from + egui::vec2(0.0, -12.0));
    t.window.h.run();
    t.window.h.hover_at(to);
    t.window.h.run();
    t.window.h.drop_at(to);
    t.window.h.run();
    let below = [
        "Board",
        ">Alpha",
        ">>Alpha one",
        ">Beta",
        ">>Delta",
        "Gamma",
    ];
    assert_eq!(t.rows(), below);
}

#[test]
fn delete_takes_the_row_away() {
    let mut t = Typist::small();
    t.click_row("Gamma");
    t.key(Key::Delete);
    assert!(!t.rows().contains(&"Gamma".to_owned()));
    t.undo();
    assert_eq!(t.rows(), WHOLE);
}

#[test]
fn the_unaccounted_are_listed_and_can_be_accounted_for() {
    let mut t = Typist::small();
    assert!(
        !t.window.sees_part("Unaccounted"),
        "one structure has no lineage"
    );
    t.window = Window::sample("redcar");
    t.window.click("Partnership Board and…");
    let lists = t.window.names(Role::Button);
    let one = lists.iter().find(|name| name.starts_with("Say what it is"));
    let Some(one) = one.cloned() else {
        return;
    };
    t.click(&one);
    let buttons = t.window.names(Role::Button);
    let ends = buttons
        .iter()
        .find(|name| name.starts_with("It ends"))
        .unwrap();
    t.click(&ends.clone());
    assert!(!t.window.sees(&one));
    t.undo();
    assert!(t.window.sees(&one));
}

#[test]
fn a_row_that_is_only_being_typed_makes_no_part_and_stands_still() {
    let chain = r#"{"format": "dotted-line", "version": "1.0", "structures": [
        {"id": "now", "title": "Now", "bodies": [
          {"id": "board", "name": "Board"}, {"id": "a", "name": "Alpha"}],
         "links": [{"id": "1", "from": "a", "to": "board", "kind": "reports-to"}]}]}"#;
    let mut typist = Typist::on(chain, [1280.0, 720.0]);
    typist.click("Add body");
    assert!(!typist.window.sees_part("No reporting line"));
    let field = |t: &Typist| t.window.h.get_by_label("Name of the body").rect().min;
    let before = field(&typist);
    typist.text("Y");
    assert_eq!(field(&typist), before);
    typist.text("outh");
    typist.key(Key::Enter);
    assert!(
        typist.window.sees("No reporting line: 1"),
        "the next row does not count"
    );
    typist.key(Key::Escape);
    assert!(typist.window.sees("No reporting line: 1"));
}
