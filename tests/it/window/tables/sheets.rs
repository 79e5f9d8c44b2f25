//! Members and Measures.

use super::*;

#[test]
fn members_keep_the_known_and_the_unknown_apart() {
    let mut window = Window::sample("redcar");
    window.click("Members");
    let board = "Before: Partnership Board";
    assert_eq!(beside(&window, board, "Seats before"), "Seats before: 29");
    assert_eq!(
        beside(&window, board, "Meetings after"),
        "Meetings after: 4"
    );
    let trust = "Before: Children's Trust";
    assert_eq!(
        beside(&window, trust, "Seats before"),
        "Seats before: Not stated",
        "never a false zero"
    );
    window.click("Seats and meetings of organisations");
    assert!(!window.sees(board));
}

#[test]
fn figures_of_both_structures_stand_beside_each_other() {
    let mut window = Window::sample("redcar");
    window.click("Measures");
    let bodies = "Measure: Bodies";
    assert_eq!(beside(&window, bodies, "Current"), "Current: 20");
    assert_eq!(beside(&window, bodies, "Proposed"), "Proposed: 24");
    assert!(window.sees("Measure: By kind"));
    window.click("Bodies of Proposed");
    window.click("Body");
    let names = first_cells(&window, "Body");
    let mut sorted = names.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(names, sorted);
}
