//! Views, changes, zoom.

use super::*;

fn fates(table: &Table) -> String {
    seen(table, "What becomes of it")
}

/// The cards that are selected, on either side.
fn selected(table: &Table) -> String {
    table.selected().join(", ")
}

/// Two steps along the changes.
fn at_second_change() -> Table {
    let mut table = comparison();
    table.key(Key::F8);
    table.key(Key::F8);
    table
}

/// A shadow board that becomes statutory.
fn dated() -> Table {
    Table::of(crate::window::table::DATED)
}

fn zoom(table: &Table) -> String {
    table.window.words("Zoom ", " %")
}

fn per_cent(zoom: &str) -> u32 {
    let digits: String = zoom.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

fn zoomed() -> Table {
    let mut table = pair();
    table.key(Key::Plus);
    table.key(Key::Plus);
    table
}

pub(super) const CASES: &[Case] = &[
    Case::new(
        "Draw",
        &[(CTRL, Key::Num1)],
        comparison,
        fates,
        |before, after| before.ends_with("true") && after.ends_with("false"),
    ),
    Case::new(
        "Matrix",
        &[(ALT, Key::M)],
        comparison,
        |table| {
            let words = "This structure has no grid yet";
            table.window.sees_part(words).to_string()
        },
        |before, after| before.ends_with("false") && after.ends_with("true"),
    ),
    Case::new(
        "Stages in time",
        &[(ALT, Key::T)],
        dated,
        |table| table.window.sees_part("Next month").to_string(),
        |before, after| before == "false" && after == "true",
    ),
    Case::new(
        "Compare",
        &[(CTRL, Key::Num2)],
        pair,
        fates,
        |before, after| before.ends_with("false") && after.ends_with("true"),
    ),
    Case::new(
        "Next change",
        &[(NONE, Key::F8)],
        comparison,
        selected,
        |before, after| before.is_empty() && !after.is_empty(),
    ),
    Case::new(
        "Previous change",
        &[(SHIFT, Key::F8)],
        at_second_change,
        selected,
        |before, after| !after.is_empty() && before != after,
    )
    .answered(|table| {
        let mut first = comparison();
        first.key(Key::F8);
        assert_eq!(table.selected(), first.selected());
    }),
    Case::new(
        "Only what changes",
        &[(ALT, Key::C)],
        comparison,
        |table| {
            table
                .window
                .sees_part("Retained: Culture Forum")
                .to_string()
        },
        |before, after| before == "true" && after == "false",
    ),
    Case::new(
        "Options side by side",
        &[(ALT, Key::O)],
        pair,
        |table| seen(table, "Only differences"),
        |before, after| before.ends_with("false") && after.ends_with("true"),
    ),
    Case::new(
        "Zoom in",
        &[
            (NONE, Key::Plus),
            (NONE, Key::Equals),
            (CTRL, Key::Plus),
            (CTRL, Key::Equals),
        ],
        pair,
        zoom,
        |before, after| per_cent(after) > per_cent(before),
    ),
    Case::new(
        "Zoom out",
        &[(NONE, Key::Minus), (CTRL, Key::Minus)],
        pair,
        zoom,
        |before, after| per_cent(after) < per_cent(before),
    ),
    Case::new("Zoom to 100 %", &[], zoomed, zoom, |before, after| {
        before != after && after == "Zoom 100 %"
    }),
    Case::new(
        "Fit",
        &[(NONE, Key::Num0), (CTRL, Key::Num0)],
        zoomed,
        zoom,
        |before, after| per_cent(after) < per_cent(before),
    )
    .answered(|table| assert_eq!(zoom(table), zoom(&pair()))),
    Case::new(
        "Fit the selection",
        &[(NONE, Key::F)],
        || selecting(pair(), "Culture Forum"),
        zoom,
        |before, after| per_cent(after) > per_cent(before),
    ),
];

#[test]
fn views() {
    check("View", CASES);
}
