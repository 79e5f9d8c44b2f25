//! How the Draw view is drawn: the choice of page, zones, lines that stand for several, places
//! given to a selection.

use super::driver::{FakeDialogs, Folder, Window};
use super::table::{PROJECT, Table};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

const NONE: Modifiers = Modifiers::NONE;

fn status(window: &Window) -> String {
    window.words("A", "smallest text")
}

/// A board with so many forums that A4 is too small for them.
fn crowded(folder: &Folder) -> Window {
    let body =
        |i| serde_json::json!({"id": format!("f{i}"), "name": format!("Neighbourhood Forum {i}")});
    let bodies: Vec<_> = (0..90).map(body).collect();
    let link = |i| {
        serde_json::json!({"id": format!("l{i}"), "kind": "reports-to",
            "from": format!("f{i}"), "to": format!("f{}", (i - 1) / 6)})
    };
    let links: Vec<_> = (1..90).map(link).collect();
    let project = serde_json::json!({"format": "dotted-line", "version": "1.0", "title": "Crowd",
        "structures": [{"id": "now", "title": "Now", "bodies": bodies, "links": links}]});
    let file = folder.write("crowd.json", &project.to_string());
    Window::with(Some(file), FakeDialogs::default(), [1280.0, 720.0])
}

#[test]
fn where_a4_is_too_small_the_choice_says_what_a3_would_print_and_takes_it() {
    let folder = Folder::new();
    let mut window = crowded(&folder);
    let before = status(&window);
    assert!(
        before.starts_with("A4") && before.ends_with("under 9"),
        "{before}"
    );
    window.click_part("smallest text");
    let offer = window.words("On A3 the smallest is ", " pt.");
    let promised = offer
        .split("smallest is ")
        .nth(1)
        .unwrap()
        .trim_end_matches('.');
    window.click("Use A3");
    let after = status(&window);
    assert!(
        after.starts_with("A3") && after.contains(promised),
        "{after}: {promised}"
    );
    assert!(!window.sees("Use A3"), "nothing larger is offered on A3");
}

#[test]
fn the_choice_of_page_is_reached_and_left_by_keys() {
    let mut table = Table::of(PROJECT);
    let words = status(&table.window);
    table.window.h.get_by_label(&words).focus();
    table.run();
    table.key(Key::Enter);
    let radio = |table: &Table| {
        let nodes = table.window.h.query_all_by_role(Role::RadioButton);
        let labels = nodes.filter_map(|n| n.accesskit_node().label());
        labels.filter(|label| label.contains(": ")).count()
    };
    assert_eq!(radio(&table), 12);
    table.window.h.get_by_label("Paper: A3").focus();
    table.run();
    table.key(Key::Space);
    assert!(status(&table.window).starts_with("A3"));
    table.key(Key::Escape);
    assert_eq!(radio(&table), 0);
}

#[test]
fn the_choice_is_the_windows_and_changes_nothing_in_the_project() {
    let mut table = Table::in_zones();
    assert!(status(&table.window).contains("in zones"));
    assert!(table.window.sees("Saved") || !table.window.sees_part("Not saved"));
    table.keys(Modifiers::COMMAND, Key::Z);
    assert!(
        status(&table.window).contains("in zones"),
        "there was nothing to undo"
    );
}

#[test]
fn a_card_dragged_in_zones_is_asked_about_and_then_stands_where_it_was_put() {
    let mut table = Table::in_zones();
    let from = table.card("Skills Forum").center();
    table.drag(from, from + Vec2::new(-30.0, 140.0));
    assert!(
        status(&table.window).contains("in zones"),
        "nothing has happened yet"
    );
    table.window.click("Place it by hand, in the plain drawing");
    assert!(!status(&table.window).contains("in zones"));
    table.click_card("Skills Forum");
    table.window.menu("Arrangement", "Release pins");
    assert!(!status(&table.window).contains("in zones"));
}

#[test]
fn bodies_are_named_added_and_linked_in_zones_as_elsewhere() {
    let mut table = Table::in_zones();
    table.click_card("Skills Forum");
    table.key(Key::F2);
    table.type_text("Jobs Forum");
    table.key(Key::Enter);
    assert!(table.has_card("Jobs Forum, "));
    table.key(Key::N);
    table.type_text("Arts Forum");
    table.key(Key::Enter);
    assert!(table.has_card("Arts Forum"));
    table.click_card("Jobs Forum");
    table.key(Key::L);
    table.key(Key::Num5);
    table.type_text("culture");
    table.key(Key::Enter);
    assert!(status(&table.window).contains("in zones"));
    let from = table.card("Jobs Forum").center();
    let onto = table.card("Culture Forum").center();
    table.drag(from, onto);
    table.window.click("Report to Culture Forum");
    assert!(
        table.spoken("Jobs Forum").contains("reports to"),
        "{}",
        table.spoken("Jobs Forum")
    );
    assert!(table.spoken("Jobs Forum").contains("Culture Forum"));
    assert!(status(&table.window).contains("in zones"));
}

#[test]
fn alt_and_arrows_say_why_a_card_stays_in_zones() {
    let mut table = Table::in_zones();
    table.click_card("Skills Forum");
    table.keys(Modifiers::ALT, Key::ArrowLeft);
    assert!(
        table
            .window
            .sees_part("In zones the program places the cards")
    );
}

#[test]
fn a_line_for_several_says_what_it_stands_for_and_opens_and_closes_by_key() {
    let mut table = Table::in_zones();
    let sentence = table.gathered().unwrap().accesskit_node().label().unwrap();
    assert!(sentence.ends_with("to Partnership Board."), "{sentence}");
    table.window.h.remove_cursor();
    table.window.h.get_by_label(&sentence).focus();
    table.run();
    assert!(table.hint().starts_with(&sentence), "{}", table.hint());
    table.key(Key::Enter);
    assert!(!table.window.sees(&sentence));
    assert!(table.window.sees_part("is drawn as 3 lines now"));
    table.window.click("Gather again");
    assert!(table.window.sees(&sentence));
}

#[test]
fn one_click_on_its_words_or_on_its_run_opens_a_line() {
    let mut table = Table::in_zones();
    let at = table.gathered().unwrap().rect().center();
    table.click_at(at, egui::PointerButton::Primary);
    assert!(table.gathered().is_none());
    // Each of the three is a line of its own now, and knows the way back.
    let strip = ["Culture Forum", "Housing Forum", "Skills Forum"]
        .into_iter()
        .find_map(|name| {
            let card = table.card(name);
            let across = (0..24u8).map(|i| f32::from(i) / 24.0);
            let mut tops =
                across.map(|x| Pos2::new(card.left() + card.width() * x, card.top() - 3.0));
            tops.find(|at| {
                table.click_at(*at, egui::PointerButton::Primary);
                table.window.sees_part("Kind of link: Represented on")
            })
        });
    assert!(strip.is_some(), "no line of a seat over any forum");
    table.window.click("Gather again");
    assert!(table.gathered().is_some());
}

/// Places of all cards, told from the board's.
fn places(table: &Table) -> Vec<(String, Vec2)> {
    let board = table.card("Partnership Board").min;
    let names = ["Culture Forum", "Housing Forum", "Skills Forum"];
    let place = |name: &str| (name.to_owned(), (table.card(name).min - board).round());
    names.into_iter().map(place).collect()
}

#[test]
fn a_selection_is_arranged_where_it_stands_as_one_step() {
    let mut table = Table::of(PROJECT);
    // Two cards are dragged apart, one far away.
    for (name, by) in [
        ("Culture Forum", Vec2::new(-150.0, 40.0)),
        ("Skills Forum", Vec2::new(0.0, 200.0)),
    ] {
        let from = table.card(name).center();
        table.drag(from, from + by);
    }
    table.key(Key::Num0);
    table.click_card("Culture Forum");
    table
        .window
        .card("Skills Forum")
        .click_modifiers(Modifiers::SHIFT);
    table.run();
    let before = places(&table);
    let corner = table
        .card("Culture Forum")
        .union(table.card("Skills Forum"))
        .min;
    table.press_arrange();
    let after = places(&table);
    assert_eq!(before[1], after[1], "who was not selected has not moved");
    let (culture, skills) = (table.card("Culture Forum"), table.card("Skills Forum"));
    assert!(!culture.intersects(skills));
    let moved = culture.union(skills).min - corner;
    assert!(
        moved.length() < 8.0,
        "the box begins where it did: {moved:?}"
    );
    let gap = (skills.min - culture.max)
        .max(culture.min - skills.max)
        .max(Vec2::ZERO);
    assert!(gap.max_elem() < 80.0, "they stand together: {gap:?}");
    table.undo();
    assert_eq!(places(&table), before, "one step back");
}

impl Table {
    fn press_arrange(&mut self) {
        self.keys(NONE, Key::A);
    }
}
