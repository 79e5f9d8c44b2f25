//! Cards put somewhere by hand.

use std::collections::BTreeSet;

use dotted_line::layout::{self, Cell, Edge, Layout, Node, Request};
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
fn pins_that_meet_are_kept_and_pins_past_all_sense_brought_back() {
    let mut request = pinned(family(), 3, (400, 400));
    request.nodes[4].pin = Some((400, 400));
    request.nodes[5].pin = Some((i32::MIN, i32::MAX));
    let layout = layout::arrange(&request);
    let cells = &layout.placement.cells;
    assert_eq!((cells[3].x, cells[3].y), (400, 400));
    assert_eq!(cells[4], cells[3]);
    assert!(!cells.iter().take(4).any(|cell| overlap(cell, &cells[5])));
    assert_eq!(faults_of_others(&request, &layout), Vec::<String>::new());
}

/// What is wrong apart from pinned cards that overlap or touch and the lines that end at them.
fn faults_of_others(request: &Request, layout: &Layout) -> Vec<String> {
    let cells = &layout.placement.cells;
    let pinned: Vec<usize> = (0..cells.len())
        .filter(|&n| request.nodes[n].pin.is_some())
        .collect();
    let meets = |a: &usize| {
        let mut others = pinned.iter().filter(|b| *b != a);
        others.any(|&b| {
            let (one, other) = (&cells[*a], &cells[b]);
            let across = one.x <= other.right() && other.x <= one.right();
            across && one.y <= other.bottom() && other.y <= one.bottom()
        })
    };
    let met: BTreeSet<usize> = pinned.iter().copied().filter(meets).collect();
    let (mut request, mut layout) = (request.clone(), layout.clone());
    let apart = |edge: &Edge| !met.contains(&edge.from) && !met.contains(&edge.to);
    let mut keep = request
        .edges
        .iter()
        .map(apart)
        .collect::<Vec<_>>()
        .into_iter();
    layout.routes.retain(|_| keep.next().unwrap_or(false));
    request.edges.retain(apart);
    let names: Vec<String> = met
        .iter()
        .flat_map(|a| {
            met.iter()
                .map(move |b| format!("cards {a} and {b} overlap"))
        })
        .collect();
    let mut found = faults(&request, &layout);
    found.retain(|fault| !names.contains(fault));
    found
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
        let found = faults_of_others(&request, &layout);
        prop_assert!(found.is_empty(), "{:#?}", found);
        for (cell, node) in layout.placement.cells.iter().zip(&request.nodes) {
            if let Some((x, y)) = node.pin {
                prop_assert!((cell.x - x).abs() <= 4 && (cell.y - y).abs() <= 4);
            }
        }
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

/// Nine bodies of odd sizes, with a loop and second links.
fn tangle() -> Request {
    let sizes = [
        (189, 0),
        (189, 73),
        (201, 17),
        (0, 0),
        (57, 21),
        (117, 73),
        (0, 33),
        (0, 49),
        (0, 53),
    ];
    let nodes = sizes.map(|(w, h)| super::node(w, h)).to_vec();
    let links = [(1, 7), (2, 3), (3, 5), (4, 0), (6, 2), (7, 5), (8, 5)];
    let mut edges: Vec<Edge> = links.into_iter().map(|(a, b)| reports(a, b)).collect();
    edges.extend([
        super::tasked(5, 7),
        super::link(3, 6, false, 0),
        super::tasked(6, 6),
    ]);
    request(nodes, edges)
}

#[test]
fn a_line_runs_through_no_card_beside_one_that_lies_on_it() {
    for pins in [
        &[(4, (354, 74)), (8, (150, 14)), (1, (0, 0))][..],
        // Along the edge of the card that lies on the other.
        &[(0, (374, 158)), (3, (378, 162))],
    ] {
        let mut request = tangle();
        for &(node, at) in pins {
            request.nodes[node].pin = Some(at);
        }
        let layout = layout::arrange(&request);
        assert_eq!(layout::met_pins(&request.nodes).len(), 1, "{pins:?}");
        assert_eq!(faults_of_others(&request, &layout), Vec::<String>::new());
    }
}

#[test]
fn a_line_between_cards_that_touch_goes_round_them() {
    let sizes = [
        (121, 0, (434, 346)),
        (0, 37, (418, 322)),
        (189, 73, (-47, 610)),
        (0, 49, (38, 558)),
    ];
    let nodes = sizes.map(|(w, h, at)| Node {
        pin: Some(at),
        ..super::node(w, h)
    });
    let request = request(nodes.to_vec(), vec![reports(0, 1), reports(2, 3)]);
    let layout = layout::arrange(&request);
    assert_eq!(faults(&request, &layout), Vec::<String>::new());
}
