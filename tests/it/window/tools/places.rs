//! Cards put somewhere by hand: they stay there, and the rest stays where it was.

use super::Table;
use egui::{Key, Vec2};

const OTHERS: [&str; 3] = ["Partnership Board", "Housing Forum", "Skills Forum"];

#[test]
fn a_dragged_card_stands_where_it_was_dropped_and_nothing_else_moves() {
    let mut table = Table::new();
    let before = table.card("Culture Forum");
    let others = OTHERS.map(|name| table.card(name));
    let by = Vec2::new(-120.0, 160.0);
    table.drag(before.center(), before.center() + by);
    let after = table.card("Culture Forum");
    let off = (after.min - before.min) - by;
    assert!(off.length() < 8.0, "it went {:?} too far", off);
    assert_eq!(OTHERS.map(|name| table.card(name)), others);
    table.undo();
    assert_eq!(table.card("Culture Forum"), before);
}

#[test]
fn a_released_card_goes_back_to_its_place() {
    let mut table = Table::new();
    let before = table.card("Culture Forum");
    table.drag(before.center(), before.center() + Vec2::new(-120.0, 160.0));
    assert_ne!(table.card("Culture Forum"), before);
    table.click_card("Culture Forum");
    table.key(Key::P);
    assert_eq!(table.card("Culture Forum"), before);
}
