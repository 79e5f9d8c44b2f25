//! Typing names.

use super::*;

#[test]
fn a_name_is_written_through_and_escape_brings_the_old_one_back() {
    let mut table = Table::new();
    rename(&mut table.session, &Table::body("b"));
    assert!(table.session.hold_picture);
    table.type_name("Board");
    assert_eq!(table.names()[1], "Board", "known at every keystroke");
    table.type_name("");
    assert_eq!(table.why(), Some("A body needs a name."));
    assert_eq!(table.names()[1], "Board", "the last good name stays");
    assert!(!finish_name(&mut table.session));
    table.escape();
    assert_eq!(table.names()[1], "Body B");
    assert!(!table.session.hold_picture);
    assert_eq!(table.undo_label(), None);
    rename(&mut table.session, &Table::body("b"));
    table.type_name("Bo").type_name("Board");
    assert!(finish_name(&mut table.session));
    assert_eq!(table.undo_label(), Some("Rename Body B"));
    table.session.undo();
    assert_eq!(table.names()[1], "Body B");
}

#[test]
fn long_names_and_control_characters_are_said_or_cleaned() {
    let mut table = Table::new();
    rename(&mut table.session, &Table::body("a"));
    table.type_name("Culture\u{7}\r\nForum");
    assert_eq!(table.names()[0], "Culture  Forum");
    table.type_name(&"x".repeat(MAX_NAME + 1));
    assert!(table.why().unwrap().contains("1,001"), "{:?}", table.why());
    table.type_name(&"x".repeat(MAX_NAME));
    assert_eq!(table.why(), None);
    assert!(finish_name(&mut table.session));
}

#[test]
fn a_name_that_is_too_long_keeps_its_field_whatever_is_clicked() {
    let mut table = Table::new();
    new_body(&mut table.session, Some(GROUND));
    table.type_name(&"x".repeat(MAX_NAME + 1)).click("a", false);
    assert!(table.why().unwrap().contains("1,001"));
    assert!(table.selected().is_empty());
    table.press_card("a").drop_on("c");
    assert!(matches!(table.session.hand.tool, Tool::Naming(_)));
    table.escape();
    assert_eq!(table.session.hand.tool, Tool::Rest);
}

#[test]
fn a_new_body_is_a_sibling_of_the_selected_one_or_stands_alone() {
    let mut table = Table::new();
    table.click("a", false);
    new_body(&mut table.session, None);
    table.type_name("Sibling");
    assert!(finish_name(&mut table.session));
    assert_eq!(table.names()[1], "Sibling");
    assert_eq!(table.links(), ["a reports-to b", "sibling reports-to b"]);
    assert_eq!(table.selected(), ["sibling"]);
    let (spot, at) = (Spot::Ground, GROUND);
    table.step(Input::DoubleClick { spot, at });
    assert!(!finish_name(&mut table.session));
    assert_eq!(table.why(), Some("A body needs a name."));
    table.type_name("Alone").click("a", false);
    assert_eq!(
        table.names().last(),
        Some(&"Alone"),
        "leaving the field counts"
    );
    assert_eq!(table.links().len(), 2);
    assert_eq!(table.selected(), ["a"]);
}

#[test]
fn another_structure_ends_what_was_begun() {
    let mut table = Table::new();
    rename(&mut table.session, &Table::body("a"));
    table.type_name("Anew");
    table.session.structure = StructureId::new("other");
    keep_up(&mut table.session);
    assert_eq!(table.session.hand.tool, Tool::Rest);
    assert!(!table.session.hold_picture);
    assert_eq!(table.undo_label(), Some("Rename Body A"));
}

#[test]
fn a_new_body_is_there_from_its_first_letter_and_is_one_act() {
    let mut table = Table::new();
    new_body(&mut table.session, Some(GROUND));
    assert!(table.session.hold_picture, "the field stands still");
    for text in ["C", "Cu", "Culture"] {
        table.type_name(text);
        assert_eq!(table.names().last(), Some(&text));
        assert_eq!(table.names().len(), 5);
    }
    table.type_name("x".repeat(MAX_NAME + 1).as_str());
    assert_eq!(table.names().last(), Some(&"Culture"), "the last good name");
    table.type_name("Culture");
    assert!(finish_name(&mut table.session));
    assert!(!table.session.hold_picture);
    assert_eq!(table.selected(), ["culture"], "its id is the whole name");
    assert_eq!(table.undo_label(), Some("Add Culture"));
    table.session.undo();
    assert_eq!(table.names().len(), 4);
    assert_eq!(table.undo_label(), None);
}

#[test]
fn a_new_body_without_a_name_or_given_up_leaves_no_trace() {
    let mut table = Table::new();
    table.click("a", false);
    new_body(&mut table.session, None);
    table.type_name("Culture").type_name(" ");
    assert_eq!(table.names().len(), 4, "an empty name makes no body");
    assert!(!finish_name(&mut table.session));
    table.type_name("Culture").escape();
    assert_eq!(table.names().len(), 4);
    assert_eq!((table.undo_label(), table.links().len()), (None, 1));
    assert_eq!(table.selected(), ["a"]);
    assert!(!table.session.hold_picture);
    new_body(&mut table.session, None);
    table.type_name("Culture").type_name("").click("b", false);
    assert_eq!(table.session.hand.tool, Tool::Rest);
    assert_eq!((table.names().len(), table.undo_label()), (4, None));
    assert!(!table.session.hold_picture);
}

#[test]
fn a_body_drawn_from_a_card_has_its_link_from_the_first_letter() {
    let mut table = Table::new();
    table.press_handle("c").drag_to(GROUND).drop_at(GROUND);
    table.type_name("N").type_name("New");
    assert_eq!(table.links(), ["a reports-to b", "c reports-to new"]);
    table.escape();
    assert_eq!(table.links(), ["a reports-to b"]);
    assert_eq!(table.undo_label(), None);
}
