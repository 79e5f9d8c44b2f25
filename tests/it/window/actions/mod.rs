//! Every action of the window's table, by every way that leads to it: each of its keys, its entry
//! in the menu, its words in "Find or run". Each is carried out and its effect is seen; what is
//! not possible says why.
//!
//! An action that is added to the table without a case here fails the first test below.

mod arrangement;
mod drawing;
mod fate;
mod file;
mod refusals;
mod structure;
mod view;

use super::driver::Window;
use super::table::{PAIR, PROJECT, Table};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

/// The groups of the menu.
const GROUPS: [&str; 7] = [
    "File",
    "Edit",
    "Bodies and links",
    "What becomes of it",
    "Structure",
    "Arrangement",
    "View",
];

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// An action, a state in which it is possible, and its effect.
struct Case {
    words: &'static str,
    keys: &'static [(Modifiers, Key)],
    /// A window in which it is possible.
    begin: fn() -> Table,
    /// What it asks for, answered.
    answer: fn(&mut Table),
    /// What shows the effect.
    looks: fn(&Table) -> String,
    /// Whether that is the effect: what it looked like before, and after.
    effect: fn(&str, &str) -> bool,
}

/// A way to an action.
#[derive(Clone, Copy, Debug)]
enum Way {
    Keys(Modifiers, Key),
    Menu(&'static str),
    Palette,
}

impl Case {
    const fn new(
        words: &'static str,
        keys: &'static [(Modifiers, Key)],
        begin: fn() -> Table,
        looks: fn(&Table) -> String,
        effect: fn(&str, &str) -> bool,
    ) -> Self {
        Self {
            words,
            keys,
            begin,
            answer: |_| {},
            looks,
            effect,
        }
    }

    const fn answered(mut self, answer: fn(&mut Table)) -> Self {
        self.answer = answer;
        self
    }

    fn ways(&self, group: &'static str) -> Vec<Way> {
        let keys = self.keys.iter().map(|(with, key)| Way::Keys(*with, *key));
        let mut ways: Vec<Way> = keys.collect();
        ways.push(Way::Menu(group));
        // The palette does not list what opens it.
        if self.words != "Find or run…" {
            ways.push(Way::Palette);
        }
        ways
    }
}

/// Goes one way to an action.
fn go(table: &mut Table, words: &str, way: Way) {
    match way {
        Way::Keys(modifiers, key) => table.keys(modifiers, key),
        Way::Menu(group) => {
            table.window.open_menu(group);
            let entries = table.window.h.query_all_by_label_contains(words);
            // The menu lies over everything else, so its entry comes last.
            let mut entries = entries.filter(|node| is_entry(&label(node), words));
            let entry = entries.next_back();
            entry.unwrap_or_else(|| panic!("no “{words}”")).click();
            drop(entries);
            table.run();
        }
        Way::Palette => {
            table.keys(CTRL, Key::K);
            table.type_text(words);
            table.key(Key::Enter);
        }
    }
}

fn label(node: &egui_kittest::Node<'_>) -> String {
    use egui_kittest::kittest::NodeT as _;
    node.accesskit_node().label().unwrap_or_default()
}

/// Whether a label is an icon, the words, and perhaps the keys.
fn is_entry(label: &str, words: &str) -> bool {
    let rest = label.split_once("  ").map_or("", |(_, rest)| rest);
    let Some(keys) = rest.strip_prefix(words) else {
        return false;
    };
    let keys = keys.trim_start();
    !keys.contains(' ') && !keys.starts_with(char::is_lowercase)
}

fn check(group: &'static str, cases: &[Case]) {
    for case in cases {
        for way in case.ways(group) {
            let mut table = (case.begin)();
            let before = (case.looks)(&table);
            go(&mut table, case.words, way);
            (case.answer)(&mut table);
            let after = (case.looks)(&table);
            let words = case.words;
            assert!(
                (case.effect)(&before, &after),
                "“{words}” by {way:?}: “{before}” became “{after}”"
            );
            assert!(
                !(case.effect)(&before, &before),
                "“{words}”: the effect was there before: “{before}”"
            );
        }
    }
}

fn pair() -> Table {
    Table::of(PAIR)
}

fn comparison() -> Table {
    let mut table = pair();
    table.keys(CTRL, Key::Num2);
    table
}

/// One structure, with a body added to what its file holds.
fn changed() -> Table {
    let mut table = Table::answering(PROJECT, "other.json");
    table.key(Key::N);
    table.type_text("Sports Forum");
    table.key(Key::Enter);
    table
}

fn selecting(table: Table, name: &str) -> Table {
    let mut table = table;
    table.click_card(name);
    table
}

fn tabs(table: &Table) -> String {
    table.window.tabs().join(", ")
}

fn cards(table: &Table) -> String {
    table.window.cards().join("; ")
}

fn seen(table: &Table, label: &str) -> String {
    format!("{label}: {}", table.window.sees(label))
}

#[test]
fn every_action_of_the_menu_has_a_case_and_shows_its_first_keys() {
    let table = [
        file::CASES,
        file::EDIT,
        drawing::CASES,
        fate::CASES,
        structure::CASES,
        arrangement::CASES,
        view::CASES,
    ];
    let mut pair = pair();
    for (group, cases) in GROUPS.into_iter().zip(table) {
        let entries = pair.window.open_menu(group);
        pair.key(Key::Escape);
        let listed: Vec<&str> = entries.iter().map(|e| e.label.as_str()).collect();
        assert_eq!(listed.len(), cases.len(), "{group}: {listed:#?}");
        for (label, case) in listed.into_iter().zip(cases) {
            let ctx = egui::Context::default();
            let keys = case.keys.first().map_or_else(String::new, |(with, key)| {
                ctx.format_shortcut(&egui::KeyboardShortcut::new(*with, *key))
            });
            assert!(
                is_entry(label, case.words) && label.ends_with(&keys),
                "{label:?} is not “{}” with “{keys}”",
                case.words
            );
        }
    }
}

#[test]
fn the_keys_of_actions_do_nothing_on_the_start_page() {
    let table = [
        file::CASES,
        file::EDIT,
        drawing::CASES,
        fate::CASES,
        structure::CASES,
        arrangement::CASES,
        view::CASES,
    ];
    let mut window = Window::start();
    let before = window.everything();
    for case in table.into_iter().flatten() {
        if matches!(case.words, "New" | "Open…" | "Quit") {
            continue;
        }
        for (with, key) in case.keys {
            window.press(*with, *key);
            assert_eq!(window.everything(), before, "“{}”", case.words);
        }
    }
}
