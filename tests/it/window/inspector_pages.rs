//! Each page of the inspector.

use super::inspector::Desk;
use egui::{Key, Modifiers};

#[test]
fn seats_are_added_filled_moved_and_removed() {
    let mut desk = Desk::on("Beta");
    desk.window.click("Seats 1");
    assert!(desk.window.sees("1 seat"));
    desk.window.click("Add a seat");
    desk.fill("Post", "Head of service");
    desk.fill("How many", "some");
    assert!(desk.window.sees_part("“2 or more”"));
    desk.fill("How many", "2 or more");
    desk.key(Key::Enter);
    assert!(desk.window.sees("3 seats or more"));
    assert!(desk.window.sees("Head of service"));
    desk.window.click("Seat up");
    desk.window.click("Remove seat");
    assert!(!desk.window.sees("Head of service"));
    assert!(desk.window.sees("1 seat"));
    desk.undo();
    assert!(desk.window.sees("Head of service"));
}

#[test]
fn links_are_listed_by_kind_lead_to_themselves_and_can_be_removed() {
    let mut desk = Desk::on("Alpha");
    desk.window.click("Links 2");
    assert!(desk.window.sees("Reports to 1") && desk.window.sees("Has seats for 1"));
    desk.window.click("Remove link with Beta (2 seats)");
    assert!(!desk.window.sees("Has seats for 1"));
    desk.undo();
    desk.window.click("Beta (2 seats)");
    assert!(desk.window.sees("Link"));
    assert_eq!(desk.value("From"), "Beta");
    assert_eq!(desk.value("To"), "Alpha");
    assert_eq!(desk.value("Seats"), "2");
}

#[test]
fn a_link_changes_kind_ends_seats_and_words() {
    let mut desk = Desk::on("Alpha");
    desk.window.click("Links 2");
    desk.window.click("Beta (2 seats)");
    desk.choose("Kind", "Supports");
    assert_eq!(desk.value("Kind"), "Supports");
    desk.fill("Words on the line", "advice");
    desk.key(Key::Enter);
    desk.choose("To", "Beta");
    assert!(desk.window.sees("“Beta” cannot be linked with itself."));
    desk.choose("To", "Board");
    assert_eq!(desk.value("To"), "Board");
    desk.window.click("Only a permission (“may be”)");
    desk.undo();
    desk.undo();
    assert_eq!(desk.value("To"), "Alpha");
    desk.window.click("Delete");
    assert!(
        desk.window.sees("Structure"),
        "it is gone and nothing is selected"
    );
}

#[test]
fn terms_show_what_is_blank_and_keep_roles_by_line() {
    let mut desk = Desk::on("Alpha");
    desk.window.click("Terms");
    for label in ["Purpose", "Chair", "Lead", "Quorum", "Review"] {
        assert_eq!(desk.value(label), "", "{label}");
    }
    desk.enter("Roles, one a line");
    desk.text("Plans");
    desk.key(Key::Enter);
    desk.text("Reviews");
    desk.enter("Chair");
    assert_eq!(desk.value("Roles, one a line"), "Plans\nReviews");
    desk.text("Leader");
    desk.key(Key::Tab);
    assert_eq!(desk.value("Chair"), "Leader");
}

#[test]
fn a_row_of_lineage_is_reached_from_its_body_and_edited() {
    let mut desk = Desk::on("Alpha");
    assert!(desk.window.sees("Becomes (merged)"));
    desk.window.click("Reason, source and fate…");
    assert_eq!(desk.value("Fate"), "Merged (follows from the row)");
    desk.choose("Fate", "Replaced");
    assert_eq!(desk.value("Fate"), "Replaced");
    desk.fill("Reason", "Fewer meetings");
    desk.window.click("Remove Alphabet");
    desk.window.click("Remove Alpha");
    desk.window.click("Remove Beta");
    assert!(
        desk.window
            .sees("A row of lineage needs at least one body.")
    );
    desk.choose("Add to “to”", "Alphabet");
    assert!(desk.window.sees("Remove Alphabet"));
    desk.window.click("Delete this row");
    assert!(desk.window.sees("Structure"));
    desk.undo();
    desk.window.click_row("Beta");
    assert!(desk.window.sees("Becomes (replaced)"));
}

#[test]
fn several_bodies_are_changed_together() {
    let mut desk = Desk::on("Alpha");
    let beta = desk.window.row("Beta");
    beta.click_modifiers(Modifiers::SHIFT);
    desk.window.h.run();
    assert!(desk.window.sees("2 bodies"));
    assert_eq!(desk.value("Kind"), "Not stated");
    desk.choose("Kind", "Forum");
    assert_eq!(desk.value("Kind"), "Forum");
    desk.undo();
    assert_eq!(desk.value("Kind"), "Not stated");
    assert!(desk.window.sees("Merge…") && desk.window.sees("Delete"));
}

#[test]
fn with_nothing_selected_the_structure_and_the_project_are_edited() {
    let mut desk = Desk::new();
    assert!(desk.window.sees("3 bodies, 2 links"));
    desk.enter("Title");
    desk.window
        .h
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    desk.window.h.run();
    desk.key(Key::Backspace);
    assert!(desk.window.sees("A structure needs a name."));
    desk.text("Today");
    desk.key(Key::Enter);
    assert!(desk.window.sees("Today"));
    desk.fill("Status", "Draft");
    desk.fill("Project title", "Theirs");
    desk.fill("Place", "Redcar");
    desk.key(Key::Enter);
    assert_eq!(desk.value("Status"), "Draft");
    assert!(desk.window.sees("Theirs"));
    desk.undo();
    assert_eq!(desk.value("Place"), "");
}

#[test]
fn a_row_of_lineage_can_lead_to_another_structure() {
    let three = super::inspector::PAIR.replace(
        r#"{"id": "then","#,
        r#"{"id": "option", "title": "Option", "bodies": [{"id": "ab", "name": "Alphabet"}]},
      {"id": "then","#,
    );
    let mut desk = Desk::of(&three);
    desk.window.click_row("Alpha");
    desk.window.click("Reason, source and fate…");
    assert_eq!(
        (desk.value("From"), desk.value("To")),
        ("Now".into(), "Then".into())
    );
    desk.choose("To", "Option");
    assert_eq!(desk.value("To"), "Option");
    assert!(
        desk.window.sees("Remove Alphabet"),
        "the body that stands there too stays"
    );
    desk.undo();
    assert_eq!(desk.value("To"), "Then");
}

#[test]
fn the_short_text_is_written_kept_and_given_back() {
    let label = "Short text for who cannot see the picture";
    let mut desk = Desk::new();
    assert!(!desk.window.sees("Use the generated text"));
    desk.fill(label, "Three bodies");
    desk.key(Key::Enter);
    assert!(desk.window.sees("Use the generated text"));
    assert!(!desk.window.sees("Keep this text"));
    desk.fill("Title", "Today");
    assert!(
        desk.window
            .sees_part("The structure has changed since this was written.")
    );
    let read = desk
        .window
        .everything()
        .into_iter()
        .find(|w| w.contains("now read"));
    assert!(
        read.as_ref()
            .is_some_and(|r| r.contains("Diagram of Today")),
        "{read:?}"
    );
    desk.window.click("Keep this text");
    assert!(!desk.window.sees("Keep this text"));
    assert_eq!(desk.value(label).trim(), "Three bodies");
    desk.window.click("Use the generated text");
    assert_eq!(desk.value(label), "");
    desk.undo();
    assert_eq!(desk.value(label).trim(), "Three bodies");
}

#[test]
fn a_second_language_gives_names_a_field_of_their_own() {
    let mut desk = Desk::new();
    assert!(!desk.window.sees("Title in Welsh"));
    desk.choose("Second language", "Welsh");
    desk.fill("Title in Welsh", "Nawr");
    desk.key(Key::Enter);
    desk.window.click_row("Alpha");
    desk.fill("Name in Welsh", "Alffa");
    desk.key(Key::Enter);
    assert_eq!(desk.value("Name in Welsh"), "Alffa");
    assert_eq!(desk.value("Name"), "Alpha");
    desk.undo();
    assert_eq!(desk.value("Name in Welsh"), "");
}

#[test]
fn short_texts_stay_while_letters_are_typed() {
    let label = "Short text for who cannot see the picture";
    let mut desk = Desk::new();
    desk.fill(label, "Three bodies");
    desk.key(Key::Enter);
    desk.enter("Title");
    for letter in ["a", "b", "c"] {
        desk.window.h.event(egui::Event::Text(letter.to_owned()));
        for _ in 0..4 {
            desk.window.h.step();
            assert_eq!(desk.value(label).trim(), "Three bodies", "after “{letter}”");
        }
    }
    desk.window.h.run();
    assert!(
        desk.window
            .sees_part("The structure has changed since this was written.")
    );
}
