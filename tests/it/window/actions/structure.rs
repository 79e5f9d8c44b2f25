//! Structures and their tabs.

use super::*;

fn first() -> Table {
    let mut table = pair();
    table.window.click("Current");
    table
}

pub(super) const CASES: &[Case] = &[
    Case::new(
        "Add an empty structure…",
        &[],
        pair,
        tabs,
        |before, after| before == "Current, Proposed" && after == "Current, Proposed, Option B",
    )
    .answered(|table| {
        table.type_text("Option B");
        table.key(Key::Enter);
    }),
    Case::new(
        "Derive proposed…",
        &[(CTRL, Key::D)],
        pair,
        tabs,
        |before, after| before == "Current, Proposed" && after == "Current, Proposed, Proposed 2",
    )
    .answered(|table| table.key(Key::Enter)),
    Case::new(
        "Duplicate structure…",
        &[],
        pair,
        tabs,
        |before, after| {
            before == "Current, Proposed" && after == "Current, Proposed, Proposed, another option"
        },
    )
    .answered(|table| table.key(Key::Enter)),
    Case::new("Rename structure…", &[], pair, tabs, |before, after| {
        before == "Current, Proposed" && after == "Current, Later"
    })
    .answered(|table| {
        table.type_text("Later");
        table.key(Key::Enter);
    }),
    Case::new("Move tab left", &[], pair, tabs, |before, after| {
        before == "Current, Proposed" && after == "Proposed, Current"
    }),
    Case::new("Move tab right", &[], first, tabs, |before, after| {
        before == "Current, Proposed" && after == "Proposed, Current"
    }),
    Case::new("Delete structure", &[], pair, tabs, |before, after| {
        before == "Current, Proposed" && after == "Current"
    }),
];

#[test]
fn structures() {
    check("Structure", CASES);
}
