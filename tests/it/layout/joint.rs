//! Two structures in shared places.

use dotted_line::layout::{self, Edge, Gaps, Grows, Request};
use proptest::prelude::*;

use super::gates::{overlap, routes, wrong_side};
use super::random::structure;
use super::{cards, reports, request, tasked};

fn sides(request: &Request, in_first: &[bool], in_second: &[bool]) -> [Vec<Edge>; 2] {
    [in_first, in_second].map(|filled| {
        let there = |slot: usize| filled.get(slot).copied().unwrap_or(false);
        request
            .edges
            .iter()
            .copied()
            .filter(|e| there(e.from) && there(e.to))
            .collect()
    })
}

fn check(request: &Request, sides: &[Vec<Edge>; 2]) -> Vec<String> {
    let drawn = layout::arrange_jointly(request, sides);
    let mut out = Vec::new();
    if drawn.len() != 2 {
        out.push(format!("{} drawings", drawn.len()));
    }
    let (a, b) = (&drawn[0].placement, &drawn[1].placement);
    if a.cells != b.cells || a.regions != b.regions || a.size != b.size {
        out.push("the places differ".to_owned());
    }
    for (i, cell) in a.cells.iter().enumerate() {
        if a.cells.iter().skip(i + 1).any(|other| overlap(cell, other)) {
            out.push(format!("slot {i} is overlapped"));
        }
    }
    for (side, layout) in sides.iter().zip(&drawn) {
        out.extend(routes(side, &layout.placement.cells, &layout.routes));
        out.extend(wrong_side(request.grows, layout));
    }
    out
}

#[test]
fn a_body_that_moves_keeps_its_place_and_changes_its_line() {
    let request = request(cards(4), vec![reports(1, 0), reports(2, 0), reports(3, 2)]);
    let first = vec![reports(1, 0), reports(2, 0), reports(3, 1), tasked(3, 0)];
    let second = request.edges.clone();
    assert_eq!(check(&request, &[first, second]), Vec::<String>::new());
}

#[test]
fn sideways_every_card_stands_right_of_its_parent_and_keeps_its_size() {
    let lines: Vec<Edge> = (1..10).map(|i| reports(i, (i - 1) / 3)).collect();
    let request = Request {
        grows: Grows::Right,
        ..request(cards(10), lines.clone())
    };
    let sides = [lines[..6].to_vec(), lines.clone()];
    assert_eq!(check(&request, &sides), Vec::<String>::new());
    let drawn = layout::arrange_jointly(&request, &sides);
    let cells = &drawn[1].placement.cells;
    for line in &lines {
        assert!(cells[line.from].x >= cells[line.to].right(), "{line:?}");
    }
    assert!(cells.iter().all(|c| (c.w, c.h) == (140, 60)));
}

/// Four levels of two cards: with low wide cards, a high narrow room and a low wide one.
#[test]
fn a_deep_structure_prints_larger_sideways_on_a_wide_page() {
    let lines: Vec<Edge> = (1..5).map(|i| reports(i, i - 1)).collect();
    let of = |grows, room| {
        let request = Request {
            grows,
            room: Some(room),
            ..request(cards(5), lines.clone())
        };
        let (w, h) = layout::place(&request).size;
        (f64::from(w) / f64::from(room.0)).max(f64::from(h) / f64::from(room.1))
    };
    let (wide, high) = ((900, 200), (200, 900));
    assert!(of(Grows::Right, wide) < of(Grows::Down, wide));
    assert!(of(Grows::Down, high) < of(Grows::Right, high));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_slot_stands_in_one_place_in_both(
        request in structure(12),
        in_first in prop::collection::vec(any::<bool>(), 12),
        in_second in prop::collection::vec(any::<bool>(), 12),
    ) {
        let sides = sides(&request, &in_first, &in_second);
        for (grows, gaps) in [
            (Grows::Down, Gaps::default()),
            (Grows::Down, Gaps::CLOSE),
            (Grows::Right, Gaps::CLOSE),
        ] {
            let request = Request { grows, gaps, ..request.clone() };
            let found = check(&request, &sides);
            prop_assert!(found.is_empty(), "{grows:?}: {:#?}", found);
        }
    }
}
