//! Structures that are networks: rows instead of a tree.

use dotted_line::layout::{self, Edge, Request, crossings};
use proptest::prelude::*;

use super::gates::{ambiguous, faults};
use super::{cards, link, reports, request, tasked};

/// A network whose first link of each body is a reporting line; bodies point to earlier ones.
fn dense(n: usize, per_body: usize, seed: u64) -> Request {
    let mut state = seed | 1;
    let mut dice = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below.max(1)).unwrap()).unwrap()
    };
    let mut edges = Vec::new();
    for body in 1..n {
        edges.push(reports(body, dice(body)));
        for _ in 1..per_body {
            edges.push(link(body, dice(body), false, 1 + u32::from(dice(2) > 0)));
        }
    }
    Request {
        reorder: true,
        ..request(cards(n), edges)
    }
}

fn upright(request: &Request, layout: &layout::Layout) -> Vec<String> {
    let cells = &layout.placement.cells;
    let lines = request.edges.iter().filter(|e| e.hierarchy);
    lines
        .filter(|e| cells[e.to].bottom() > cells[e.from].y)
        .map(|e| format!("{} stands no higher than {}", e.to, e.from))
        .collect()
}

fn proved(request: &Request) -> layout::Layout {
    let layout = layout::arrange(request);
    let mut found = faults(request, &layout);
    found.extend(upright(request, &layout));
    assert!(found.is_empty(), "{:#?}", &found[..found.len().min(8)]);
    layout
}

fn crossed(layout: &layout::Layout) -> u32 {
    crossings(layout.routes.iter().map(|r| r.points.as_slice()))
}

#[test]
fn dense_networks_are_drawn_upright() {
    for (n, per_body, seed) in [(20, 2, 5), (35, 2, 6), (50, 2, 7), (70, 2, 8)] {
        proved(&dense(n, per_body, seed));
    }
}

#[test]
fn a_body_with_two_parents_stands_below_both() {
    let edges = vec![
        reports(1, 0),
        reports(2, 0),
        reports(3, 1),
        reports(4, 3),
        reports(4, 2),
        reports(5, 2),
        reports(5, 1),
    ];
    proved(&request(cards(6), edges));
}

#[test]
fn two_boards_that_report_to_each_other_are_drawn() {
    let mut edges = vec![reports(0, 1), reports(1, 0)];
    edges.extend((2..8).map(|i| reports(i, i % 2)));
    edges.extend((2..8).map(|i| tasked(i, (i + 1) % 2)));
    let request = request(cards(8), edges);
    let layout = layout::arrange(&request);
    assert_eq!(faults(&request, &layout), Vec::<String>::new());
}

/// A grid of bodies that a tree can only draw with many crossings.
#[test]
fn a_lattice_of_links_crosses_little() {
    let at = |row: usize, column: usize| row * 5 + column;
    let mut edges = Vec::new();
    for row in 1..5 {
        for column in 0..5 {
            edges.push(reports(at(row, column), at(row - 1, column)));
            if column > 0 {
                edges.push(tasked(at(row, column), at(row - 1, column - 1)));
            }
        }
    }
    let request = request(cards(25), edges);
    let found = crossed(&proved(&request));
    assert!(found <= 6, "{found} crossings");
}

#[test]
fn few_lines_of_a_network_are_unclear() {
    let request = dense(40, 2, 11);
    let unclear = ambiguous(&request.edges, &layout::arrange(&request).routes);
    assert!(unclear.len() <= 1, "{unclear:?}");
}

#[test]
fn a_corner_of_a_line_keeps_off_the_corner_of_a_card() {
    let request = dense(15, 3, 15_562_983_408_732_823_456);
    let layout = layout::arrange(&request);
    assert_eq!(faults(&request, &layout), Vec::<String>::new());
}

/// The same links in another order, and where each has gone.
fn turned(edges: &[Edge], by: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..edges.len()).rev().collect();
    order.rotate_left(by % edges.len().max(1));
    order
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_gate_holds_for_networks(n in 4..28usize, per_body in 2..4usize, seed in 1..u64::MAX) {
        let request = dense(n, per_body, seed);
        let layout = layout::arrange(&request);
        let mut found = faults(&request, &layout);
        found.extend(upright(&request, &layout));
        prop_assert!(found.is_empty(), "{:#?}", found);
        prop_assert_eq!(&layout, &layout::arrange(&request));
    }

    #[test]
    fn the_order_of_links_does_not_matter(n in 4..20usize, seed in 1..u64::MAX, by in 0..50usize) {
        let request = dense(n, 2, seed);
        let order = turned(&request.edges, by);
        let other = Request {
            edges: order.iter().map(|&i| request.edges[i]).collect(),
            ..request.clone()
        };
        let (one, two) = (layout::arrange(&request), layout::arrange(&other));
        prop_assert_eq!(&one.placement, &two.placement);
        // Equal links may change places among themselves.
        let drawn = |request: &Request, layout: &layout::Layout| {
            let key = |e: &Edge| (e.from, e.to, e.class);
            let routes = layout.routes.iter().map(|r| r.points.clone());
            let mut all: Vec<_> = request.edges.iter().map(key).zip(routes).collect();
            all.sort();
            all
        };
        prop_assert_eq!(drawn(&request, &one), drawn(&other, &two));
    }
}
