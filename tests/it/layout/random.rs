//! Random structures: trees with cross links, second parents, loops, regions, odd sizes.

use dotted_line::layout::{self, Edge, Grows, Node, Place, Request};
use proptest::prelude::*;

use super::gates::{ambiguous, faults, mixed};
use super::{link, request};

fn node() -> impl Strategy<Value = Node> {
    let place = prop_oneof![
        6 => Just(Place::Structure),
        1 => Just(Place::Family),
        1 => Just(Place::Outside),
    ];
    (0..220i32, 0..90i32, place).prop_map(|(w, h, place)| Node {
        w,
        h,
        place,
        pin: None,
    })
}

/// Up to `most` bodies: some with a parent, further links anywhere.
pub(super) fn structure(most: usize) -> impl Strategy<Value = Request> {
    (1..=most)
        .prop_flat_map(|n| {
            let nodes = prop::collection::vec(node(), n);
            let parents = prop::collection::vec(prop::option::weighted(0.8, 0..n), n);
            let further = prop::collection::vec((0..n, 0..n, any::<bool>(), 0..3u32), 0..=n / 2);
            (nodes, parents, further)
        })
        .prop_map(|(nodes, parents, further)| {
            let mut edges: Vec<Edge> = parents
                .into_iter()
                .enumerate()
                .filter_map(|(child, parent)| Some(link(child, parent?, true, 0)))
                .collect();
            let cross = further
                .into_iter()
                .map(|(from, to, hierarchy, class)| link(from, to, hierarchy && class == 0, class));
            edges.extend(cross);
            request(nodes, edges)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_gate_holds(request in structure(14)) {
        let layout = layout::arrange(&request);
        let found = faults(&request, &layout);
        prop_assert!(found.is_empty(), "{:#?}", found);
        prop_assert_eq!(&layout, &layout::arrange(&request));
    }

    #[test]
    fn every_gate_holds_sideways(request in structure(14)) {
        let request = Request { grows: Grows::Right, ..request };
        let layout = layout::arrange(&request);
        let found = faults(&request, &layout);
        prop_assert!(found.is_empty(), "{:#?}", found);
        prop_assert_eq!(&layout, &layout::arrange(&request));
    }
}

/// A fixed run of random structures, so that the share of unclear lines can be held down.
#[test]
fn unclear_lines_are_rare() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut links, mut unclear, mut across_kinds) = (0, 0, 0);
    for _ in 0..25 {
        let request = structure(14).new_tree(&mut runner).unwrap().current();
        let layout = layout::arrange(&request);
        links += request.edges.len();
        unclear += ambiguous(&request.edges, &layout.routes).len();
        across_kinds += mixed(&request.edges, &layout.routes).len();
    }
    println!("{links} links, {unclear} unclear pairs, {across_kinds} of different kinds");
    assert!(links > 150, "the run draws enough: {links}");
    assert!(
        unclear * 100 <= links,
        "{unclear} unclear pairs of {links} links"
    );
}
