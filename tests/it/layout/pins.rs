//! Cards put somewhere by hand.

use dotted_line::layout::{self, Cell, Request};
use proptest::prelude::*;

use super::gates::{faults, overlap};
use super::random::structure;
use super::{cards, reports, request};

/// A board with four groups under it and one group under the first of them.
fn family() -> Request {
    let edges = vec![
        reports(1, 0),
        reports(2, 0),
        reports(3, 0),
        reports(4, 0),
        reports(5, 1),
    ];
    request(cards(6), edges)
}

fn pinned(mut request: Request, node: usize, at: (i32, i32)) -> Request {
    request.nodes[node].pin = Some(at);
    request
}

#[test]
fn a_moved_card_stands_where_it_was_put_and_the_rest_stays() {
    let free = layout::arrange(&family());
    let request = pinned(family(), 3, (900, 402));
    let layout = layout::arrange(&request);
    let (before, after) = (&free.placement.cells, &layout.placement.cells);
    assert_eq!((after[3].x, after[3].y), (900, 404), "on the lattice");
    for i in [0, 1, 2, 4, 5] {
        assert_eq!(before[i], after[i], "card {i}");
    }
    assert_eq!(faults(&request, &layout), Vec::<String>::new());
}

#[test]
fn a_card_in_the_way_gives_way_to_the_nearest_free_place() {
    let free = layout::arrange(&family());
    let under = free.placement.cells[2];
    let request = pinned(family(), 3, (under.x + 8, under.y + 8));
    let layout = layout::arrange(&request);
    let cells = &layout.placement.cells;
    assert_eq!((cells[3].x, cells[3].y), (under.x + 8, under.y + 8));
    assert_ne!(cells[2], under);
    let far = (cells[2].x - under.x).abs() + (cells[2].y - under.y).abs();
    assert!(far <= 2 * (under.w + under.h), "{far} pt away");
    assert_eq!(faults(&request, &layout), Vec::<String>::new());
}

#[test]
fn a_card_put_back_leaves_no_trace() {
    let free = layout::arrange(&family());
    let Cell { x, y, .. } = free.placement.cells[3];
    let layout = layout::arrange(&pinned(family(), 3, (x, y)));
    assert_eq!(layout, free);
}

#[test]
fn two_cards_at_one_place_and_places_past_all_sense() {
    let mut request = pinned(family(), 3, (400, 400));
    request.nodes[4].pin = Some((400, 400));
    request.nodes[5].pin = Some((i32::MIN, i32::MAX));
    let layout = layout::arrange(&request);
    let cells = &layout.placement.cells;
    assert_eq!((cells[3].x, cells[3].y), (400, 400));
    assert!(!overlap(&cells[3], &cells[4]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_gate_holds_with_pins(
        mut request in structure(12),
        pins in prop::collection::vec((0..12usize, -300..900i32, -300..700i32), 1..4),
    ) {
        for (node, x, y) in pins {
            if let Some(node) = request.nodes.get_mut(node) {
                node.pin = Some((x, y));
            }
        }
        let layout = layout::arrange(&request);
        let found = faults(&request, &layout);
        prop_assert!(found.is_empty(), "{:#?}", found);
    }
}

#[test]
fn a_line_finds_its_way_round_cards_that_stand_close() {
    let edges = vec![reports(5, 6), reports(8, 6)];
    let mut request = request(cards(10), edges);
    for (i, node) in request.nodes.iter_mut().enumerate() {
        (node.w, node.h) = if i == 5 { (49, 25) } else { (4, 4) };
    }
    request.room = Some((780, 480));
    request.nodes[6].pin = Some((0, 649));
    request.nodes[5].pin = Some((-27, 616));
    let layout = layout::arrange(&request);
    assert_eq!(faults(&request, &layout), Vec::<String>::new());
}
