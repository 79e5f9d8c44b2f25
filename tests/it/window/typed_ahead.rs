//! Keys that come faster than frames: a slow computer brings many in one frame, and none is lost
//! or taken for another.

use super::table::{PROJECT, Table};
use egui::{Event, Key, Modifiers};

/// A keystroke as the system tells it: the key down, its letter, the key up.
fn key(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    };
    let letter = (modifiers == Modifiers::NONE && key.name().len() == 1)
        .then(|| Event::Text(key.name().to_lowercase()));
    let mut events = vec![event(true)];
    events.extend(letter);
    events.push(event(false));
    if modifiers != Modifiers::NONE {
        events.insert(0, Event::ModifiersChanged(modifiers));
        events.push(Event::ModifiersChanged(Modifiers::NONE));
    }
    events
}

fn plain(one: Key) -> Vec<Event> {
    key(Modifiers::NONE, one)
}

/// Letters, each a keystroke.
fn text(words: &str) -> Vec<Event> {
    let letters = words.chars().map(|c| c.to_string());
    letters
        .flat_map(|c| match Key::from_name(&c.to_uppercase()) {
            Some(one) => {
                let mut events = plain(one);
                events[1] = Event::Text(c);
                events
            }
            None => vec![Event::Text(c)],
        })
        .collect()
}

fn all(parts: &[Vec<Event>]) -> Vec<Event> {
    parts.concat()
}

#[test]
fn found_linked_and_added_in_one_burst() {
    let mut table = Table::of(PROJECT);
    table.window.burst(all(&[
        key(Modifiers::COMMAND, Key::K),
        text("skills"),
        plain(Key::Enter),
        plain(Key::L),
        plain(Key::Num2),
        text("board"),
        plain(Key::Enter),
        plain(Key::N),
        text("flprn forum"),
        plain(Key::Enter),
    ]));
    assert!(table.window.sees("Tasked by 1"), "the link was made");
    assert!(table.has_card("flprn forum"), "the name is whole");
    assert!(
        table.window.sees_part("5 bodies"),
        "and nothing else was done"
    );
}

#[test]
fn a_proposal_is_named_in_one_burst() {
    let mut table = Table::of(PROJECT);
    table.window.burst(all(&[
        key(Modifiers::COMMAND, Key::D),
        text("later"),
        plain(Key::Enter),
        key(Modifiers::COMMAND, Key::A),
        key(Modifiers::COMMAND, Key::M),
        text("everybody"),
        plain(Key::Enter),
    ]));
    assert_eq!(table.window.tabs(), ["Current", "later"]);
    assert!(table.has_card("everybody"));
    assert!(!table.has_card("Skills Forum"));
}

#[test]
fn rows_are_typed_and_set_in_and_out_in_one_burst() {
    let mut table = Table::of(super::table::EMPTY);
    table.window.burst(all(&[
        text("board"),
        plain(Key::Enter),
        plain(Key::Tab),
        text("alpha"),
        plain(Key::Enter),
        key(Modifiers::SHIFT, Key::Tab),
        text("beta"),
        plain(Key::Enter),
        plain(Key::Escape),
        key(Modifiers::COMMAND, Key::S),
    ]));
    let saved = super::driver::read(&table.folder.path("test.json"));
    let project = dotted_line::store::load(&saved).unwrap().project;
    let now = &project.structures[0];
    let names: Vec<&str> = now.bodies.iter().map(|b| b.name.as_str()).collect();
    assert_eq!(names, ["board", "alpha", "beta"]);
    let ends: Vec<(&str, &str)> = now
        .links
        .iter()
        .map(|l| (l.from.as_str(), l.to.as_str()))
        .collect();
    assert_eq!(ends, [("alpha", "board")]);
}

/// Nothing waits for a field that never comes.
#[test]
fn a_key_held_down_does_not_lag_and_the_keyboard_is_never_kept() {
    let mut table = Table::of(PROJECT);
    let zoom = |table: &Table| table.window.words("Zoom ", " %");
    let down = plain(Key::Plus)[0].clone();
    table.window.burst(vec![down.clone(); 30]);
    let zoomed = zoom(&table);
    table.run();
    assert_eq!(zoom(&table), zoomed);
    table.window.burst(all(&[
        plain(Key::Num0),
        plain(Key::F2),
        plain(Key::N),
        text("arts"),
    ]));
    table.key(Key::Enter);
    assert!(table.has_card("arts"));
}
