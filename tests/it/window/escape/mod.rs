//! Escape gives up whatever is under way: everything that a screen reader is told of the window,
//! places of cards, selection and what Undo could take back included, is as it was before.

mod canvas;
mod panels;

use super::table::{PROJECT, Table};
use egui::{Key, Modifiers, Pos2};

const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT: Modifiers = Modifiers::SHIFT;

/// Something that can be begun and given up.
struct Case {
    name: &'static str,
    /// The window before.
    before: fn() -> Table,
    /// Begins it; gives where the pointer holds something, if it does.
    begin: fn(&mut Table) -> Option<Pos2>,
}

const fn case(
    name: &'static str,
    before: fn() -> Table,
    begin: fn(&mut Table) -> Option<Pos2>,
) -> Case {
    Case {
        name,
        before,
        begin,
    }
}

fn project() -> Table {
    Table::of(PROJECT)
}

fn culture() -> Table {
    let mut table = project();
    table.click_card("Culture Forum");
    table
}

/// What is shown, but for what hangs on the pointer.
fn shown(table: &mut Table) -> Vec<String> {
    table.window.h.remove_cursor();
    table.run();
    table.window.everything()
}

fn difference(before: &[String], after: &[String]) -> String {
    let only = |a: &[String], b: &[String], sign| -> Vec<String> {
        let lines = a.iter().filter(|line| !b.contains(line));
        lines.map(|line| format!("{sign} {line}")).collect()
    };
    let mut lines = only(before, after, "-");
    lines.extend(only(after, before, "+"));
    lines.join("\n")
}

fn check(cases: &[Case]) {
    let mut failed = Vec::new();
    for case in cases {
        let mut table = (case.before)();
        let before = shown(&mut table);
        let held = (case.begin)(&mut table);
        let during = table.window.everything();
        assert_ne!(before, during, "{}: nothing was begun", case.name);
        table.key(Key::Escape);
        if let Some(at) = held {
            table.window.h.drop_at(at);
            table.run();
        }
        let after = shown(&mut table);
        let difference = difference(&before, &after);
        if !difference.is_empty() {
            failed.push(format!("{}:\n{difference}", case.name));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}
