//! Two structures in shared places.

use dotted_line::layout::{self, Edge, Request};
use proptest::prelude::*;

use super::gates::{overlap, routes};
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_slot_stands_in_one_place_in_both(
        request in structure(12),
        in_first in prop::collection::vec(any::<bool>(), 12),
        in_second in prop::collection::vec(any::<bool>(), 12),
    ) {
        let sides = sides(&request, &in_first, &in_second);
        let found = check(&request, &sides);
        prop_assert!(found.is_empty(), "{:#?}", found);
    }
}
