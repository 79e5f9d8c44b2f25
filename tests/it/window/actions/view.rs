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

fn schedule(table: &Table) -> String {
    seen(table, "Schedule of changes")
}

fn members(table: &Table) -> String {
    seen(table, "Seats and meetings of bodies")
}

fn figures(table: &Table) -> String {
    seen(table, "Measure: Levels of reporting")
}

fn comes(before: &str, after: &str) -> bool {
    before.ends_with("false") && after.ends_with("true")
}

/// A body of the later structure, selected in its line.
fn in_schedule() -> Table {
    let mut table = pair();
    table.keys(CTRL, Key::Num3);
    table.window.click("To: Culture Forum");
    table
}

const ONE: &str = "Current and Proposed in one drawing";
const WAY: &str = "The way from Current to Proposed";

fn canvases(table: &Table) -> String {
    table.window.names(egui::accesskit::Role::Canvas).join(", ")
}

fn overlaid() -> Table {
    let mut table = comparison();
    table.keys(ALT, Key::O);
    table
}

fn morph() -> Table {
    let mut table = comparison();
    table.keys(ALT, Key::M);
    table
}

fn at_the_end() -> Table {
    let mut table = morph();
    table.key(Key::End);
    table
}

/// "1 of 3: Housing Forum ends, with no successor."
fn step(table: &Table) -> String {
    use egui_kittest::kittest::NodeT as _;
    let slider = table.window.h.get_by_role(egui::accesskit::Role::Slider);
    slider.accesskit_node().value().unwrap_or_default()
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
        &[(ALT, Key::X)],
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
    Case::new("Changes", &[(CTRL, Key::Num3)], pair, schedule, comes),
    Case::new("Members", &[(CTRL, Key::Num4)], pair, members, comes),
    Case::new("Measures", &[(CTRL, Key::Num5)], pair, figures, comes),
    Case::new(
        "Plan: steps and questions",
        &[(CTRL, Key::Num6)],
        pair,
        |table| seen(table, "Questions and comments"),
        comes,
    ),
    Case::new(
        "Show in the drawing",
        &[],
        in_schedule,
        |table| seen(table, "Diagram of Proposed"),
        comes,
    ),
    Case::new(
        "Side by side",
        &[(ALT, Key::S)],
        overlaid,
        canvases,
        |before, after| before == ONE && after == "Diagram of Current, Diagram of Proposed",
    ),
    Case::new(
        "Overlay",
        &[(ALT, Key::O)],
        comparison,
        canvases,
        |before, after| before != ONE && after == ONE,
    ),
    Case::new(
        "Morph",
        &[(ALT, Key::M)],
        comparison,
        canvases,
        |before, after| before != WAY && after == WAY,
    ),
    Case::new(
        "Play or pause",
        &[(NONE, Key::Space)],
        morph,
        |table| seen(table, "Pause"),
        |before, after| before.ends_with("false") && after.ends_with("true"),
    ),
    Case::new(
        "Next step",
        &[(NONE, Key::ArrowRight)],
        morph,
        step,
        |before, after| before.starts_with("0 of 3") && after.starts_with("1 of 3"),
    ),
    Case::new(
        "Previous step",
        &[(NONE, Key::ArrowLeft)],
        at_the_end,
        step,
        |before, after| before.starts_with("3 of 3") && after.starts_with("2 of 3"),
    ),
    Case::new(
        "Go to the beginning",
        &[(NONE, Key::Home)],
        at_the_end,
        step,
        |before, after| before.starts_with("3 of 3") && after.starts_with("0 of 3"),
    ),
    Case::new(
        "Go to the end",
        &[(NONE, Key::End)],
        morph,
        step,
        |before, after| before.starts_with("0 of 3") && after.starts_with("3 of 3"),
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
        &[(ALT, Key::P)],
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
