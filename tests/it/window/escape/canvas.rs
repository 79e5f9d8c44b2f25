//! What a hand does on the canvas.

use super::*;
use egui::{PointerButton, Vec2};
use egui_kittest::kittest::Queryable as _;

fn line() -> Table {
    let mut table = project();
    table.click_at(table.on_line("Culture Forum"), PointerButton::Primary);
    assert!(table.window.sees("Turn round"));
    table
}

fn hold(table: &mut Table, from: Pos2, to: Pos2) -> Option<Pos2> {
    table.press_and_drag(from, to);
    Some(to)
}

fn over_everything(table: &mut Table) -> Option<Pos2> {
    let canvas = table.window.h.get_by_role(egui::accesskit::Role::Canvas);
    let corner = canvas.rect().right_bottom() - Vec2::new(8.0, 40.0);
    hold(table, table.ground(), corner)
}

fn skills_away(table: &mut Table) -> Option<Pos2> {
    let from = table.card("Skills Forum").center();
    hold(table, from, from + Vec2::new(-80.0, 90.0))
}

fn skills_on_board(table: &mut Table) -> Option<Pos2> {
    let (from, to) = (table.card("Skills Forum"), table.card("Partnership Board"));
    table.drag(from.center(), to.center());
    assert!(table.window.sees("Report to Partnership Board"));
    None
}

fn end_to_skills(table: &mut Table) -> Option<Pos2> {
    let (culture, skills) = (table.card("Culture Forum"), table.card("Skills Forum"));
    let at = table
        .on_line("Culture Forum")
        .clamp(culture.min, culture.max);
    hold(table, at, skills.center())
}

fn pressing(table: &mut Table, key: Key, text: &str) -> Option<Pos2> {
    table.key(key);
    if !text.is_empty() {
        table.type_text(text);
    }
    None
}

fn skills_away_in_zones(table: &mut Table) -> Option<Pos2> {
    let from = table.card("Skills Forum").center();
    table.drag(from, from + Vec2::new(-30.0, 140.0));
    assert!(table.window.sees_part("in the plain drawing"));
    None
}

const CASES: &[Case] = &[
    case(
        "a card moved in zones",
        Table::in_zones,
        skills_away_in_zones,
    ),
    case("the choice of page", project, |table| {
        table.choose_page();
        assert!(table.window.sees("Paper: A3"));
        None
    }),
    case("a box", project, over_everything),
    case("a box, with a body selected", culture, over_everything),
    case("a box, with a link selected", line, over_everything),
    case("a card moved", project, skills_away),
    case("a card moved, another selected", culture, skills_away),
    case("a card moved, a link selected", line, skills_away),
    case("a card dropped on another", project, skills_on_board),
    case(
        "a card dropped on another, a third selected",
        culture,
        skills_on_board,
    ),
    case("a line drawn to a card", culture, |table| {
        let from = table.card("Culture Forum").right_center();
        let to = table.card("Skills Forum").center();
        hold(table, from, to)
    }),
    case("a line drawn to where it cannot go", culture, |table| {
        let from = table.card("Culture Forum").right_center();
        let to = table.card("Partnership Board").center();
        hold(table, from, to)
    }),
    case("a line drawn to the ground, and a name", culture, |table| {
        let (from, to) = (table.card("Culture Forum").right_center(), table.ground());
        table.drag(from, to);
        table.type_text("Sports");
        None
    }),
    case("an end of a link taken to a card", line, end_to_skills),
    case("link with", culture, |table| pressing(table, Key::L, "")),
    case("link with, a name", culture, |table| {
        pressing(table, Key::L, "skills")
    }),
    case("link with, another kind", culture, |table| {
        pressing(table, Key::L, "3");
        pressing(table, Key::ArrowRight, "skills")
    }),
    case("link with, refused", culture, |table| {
        pressing(table, Key::L, "board");
        pressing(table, Key::Enter, "")
    }),
    case("a new body", project, |table| pressing(table, Key::N, "")),
    case("a new body, a name", project, |table| {
        pressing(table, Key::N, "Sports")
    }),
    case("a new body beside another, a name", culture, |table| {
        pressing(table, Key::N, "Sports")
    }),
    case("a new body, refused", culture, |table| {
        pressing(table, Key::N, "");
        pressing(table, Key::Enter, "")
    }),
    case("a new body on the ground", project, |table| {
        table.double_click(table.ground());
        table.type_text("Sports");
        None
    }),
    case("a name", culture, |table| pressing(table, Key::F2, "Arts")),
    case("a name, refused", culture, |table| {
        pressing(table, Key::F2, "");
        pressing(table, Key::Backspace, "")
    }),
    case("what can be done with a card", culture, |table| {
        let at = table.card("Culture Forum").center();
        table.click_at(at, PointerButton::Secondary);
        None
    }),
    case("what can be done with the ground", project, |table| {
        table.click_at(table.ground(), PointerButton::Secondary);
        None
    }),
    case("what can be done, by keyboard", culture, |table| {
        table.keys(SHIFT, Key::F10);
        None
    }),
    case("what was refused", culture, |table| {
        let from = table.card("Culture Forum").right_center();
        let to = table.card("Partnership Board").center();
        table.drag(from, to);
        assert!(table.window.sees_part("already reports to"));
        None
    }),
];

#[test]
fn escape_gives_up_what_is_done_on_the_canvas() {
    check(CASES);
}

#[test]
fn at_rest_escape_clears_the_selection_and_nothing_else() {
    let mut table = project();
    let before = shown(&mut table);
    table.click_card("Culture Forum");
    table.key(Key::Escape);
    let after = shown(&mut table);
    assert_eq!(difference(&before, &after), "");
    table.key(Key::Escape);
    let after = shown(&mut table);
    assert_eq!(difference(&before, &after), "");
}
