//! Structures that nobody draws on purpose.

use dotted_line::layout::{self, Edge, Gaps, Node, Place, Request};

use super::gates::{ambiguous, faults};
use super::{cards, link, node, reports, request, tasked};

fn proved(request: &Request) -> layout::Layout {
    let layout = layout::arrange(request);
    let found = faults(request, &layout);
    assert!(found.is_empty(), "{:#?}", &found[..found.len().min(8)]);
    layout
}

#[test]
fn nothing_and_one_body() {
    let empty = proved(&request(Vec::new(), Vec::new()));
    assert_eq!(empty.placement.size, (0, 0));
    let one = proved(&request(cards(1), Vec::new()));
    assert_eq!(one.placement.cells.len(), 1);
    assert!(
        one.placement.regions.is_empty(),
        "no words when there is nothing else"
    );
}

#[test]
fn links_to_bodies_that_are_not_there_are_left_out() {
    let layout = proved(&request(
        cards(2),
        vec![reports(1, 0), tasked(0, 9), reports(9, 0)],
    ));
    assert!(layout.routes[1].points.is_empty() && layout.routes[2].points.is_empty());
}

#[test]
fn a_star_of_four_hundred() {
    let edges = (1..400).map(|i| reports(i, 0)).collect();
    proved(&request(cards(400), edges));
}

#[test]
fn a_chain_of_three_thousand() {
    let edges = (1..3000).map(|i| reports(i, i - 1)).collect();
    let layout = proved(&request(cards(3000), edges));
    assert_eq!(
        layout
            .placement
            .hangs
            .iter()
            .filter(|h| h.is_some())
            .count(),
        2999
    );
}

#[test]
fn every_body_linked_with_every_other() {
    let pairs = (0..8).flat_map(|i| (0..i).map(move |j| (i, j)));
    let edges: Vec<Edge> = pairs
        .enumerate()
        .map(|(n, (i, j))| link(i, j, false, u32::try_from(n % 3).unwrap()))
        .collect();
    let request = request(cards(8), edges);
    let layout = proved(&request);
    assert_eq!(
        ambiguous(&request.edges, &layout.routes),
        Vec::<(usize, usize)>::new()
    );
}

#[test]
fn bodies_that_link_to_themselves() {
    let edges = vec![
        reports(0, 0),
        tasked(0, 0),
        tasked(0, 0),
        reports(1, 0),
        tasked(1, 1),
    ];
    proved(&request(cards(2), edges));
}

#[test]
fn many_links_between_the_same_two() {
    let mut edges = vec![reports(1, 0), reports(1, 0), reports(0, 1)];
    edges.extend((1..6).map(|class| link(1, 0, false, class)));
    edges.extend((1..4).map(|class| link(0, 1, false, class)));
    proved(&request(cards(2), edges));
}

#[test]
fn loops_of_two_and_three() {
    proved(&request(cards(2), vec![reports(0, 1), reports(1, 0)]));
    let three = vec![reports(0, 1), reports(1, 2), reports(2, 0), reports(3, 1)];
    proved(&request(cards(4), three));
}

#[test]
fn several_tops_family_and_outside() {
    let mut nodes = cards(16);
    for (i, node) in nodes.iter_mut().enumerate() {
        node.place = [Place::Structure, Place::Family, Place::Outside][i % 3];
    }
    let mut edges: Vec<Edge> = (3..9).map(|i| reports(i, i % 3)).collect();
    edges.extend([tasked(9, 0), tasked(10, 1), tasked(11, 2), tasked(12, 15)]);
    let layout = proved(&request(nodes, edges));
    let places: Vec<Place> = layout.placement.regions.iter().map(|r| r.place).collect();
    assert_eq!(places, [Place::Structure, Place::Family, Place::Outside]);
}

/// A head with six that report to it, and six outside that each relate to one of those, given the
/// other way round.
#[test]
fn a_body_outside_stands_nearest_to_what_it_relates_to() {
    let mut nodes = cards(13);
    for node in nodes.iter_mut().skip(7) {
        node.place = Place::Outside;
    }
    let mut edges: Vec<Edge> = (1..7).map(|i| reports(i, 0)).collect();
    edges.extend((1..7).map(|i| tasked(13 - i, i)));
    let cells = proved(&request(nodes, edges)).placement.cells;
    for i in 1..7 {
        let apart = |other: usize| (cells[13 - i].x - cells[other].x).abs();
        let nearest = (1..7).map(apart).min();
        assert_eq!(Some(apart(i)), nearest, "{i} and {}", 13 - i);
    }
}

/// What relates to nothing stays in the order of the list.
#[test]
fn bodies_without_any_link_keep_their_order() {
    let cells = proved(&request(cards(9), vec![reports(1, 0), tasked(8, 2)]))
        .placement
        .cells;
    let order: Vec<(i32, i32)> = (3..8).map(|i| (cells[i].y, cells[i].x)).collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn cards_of_no_size_are_still_cards() {
    for n in [1, 2, 5, 9] {
        let mut edges: Vec<Edge> = (1..n).map(|i| reports(i, (i - 1) / 3)).collect();
        edges.extend((1..n).map(|i| tasked(i - 1, i)));
        let layout = proved(&request(vec![node(0, 0); n], edges.clone()));
        assert!(layout.placement.cells.iter().all(|c| c.w > 0 && c.h > 0));
        proved(&request(vec![node(-40, -7); n], edges));
    }
}

#[test]
fn a_very_large_card_among_small_ones() {
    let mut nodes = cards(7);
    nodes[3] = node(240, 9_000);
    nodes[5] = node(6_001, 13);
    let mut edges: Vec<Edge> = (1..7).map(|i| reports(i, (i - 1) / 2)).collect();
    edges.extend([tasked(3, 6), tasked(5, 0), tasked(4, 3)]);
    proved(&request(nodes, edges));
}

#[test]
fn sizes_past_all_sense_neither_overflow_nor_eat_the_memory() {
    let nodes = vec![node(i32::MAX, i32::MAX); 3];
    let edges = vec![reports(1, 0), reports(2, 0), tasked(1, 2), tasked(2, 2)];
    let layout = layout::arrange(&request(nodes, edges));
    assert!(
        layout.routes.iter().all(|r| r.points.len() > 1),
        "no link is lost"
    );
}

#[test]
fn no_room_at_all_is_no_reason_to_fail() {
    let edges: Vec<Edge> = (1..12).map(|i| reports(i, (i - 1) / 3)).collect();
    for room in [None, Some((0, 0)), Some((1, 4_000)), Some((-5, 7))] {
        proved(&Request {
            room,
            ..request(cards(12), edges.clone())
        });
    }
}

#[test]
fn looser_gaps_take_more_room() {
    let edges: Vec<Edge> = (1..9).map(|i| reports(i, 0)).collect();
    let request = request(cards(9), edges);
    let area = |gaps| {
        let (w, h) = layout::place(&Request {
            gaps,
            ..request.clone()
        })
        .size;
        i64::from(w) * i64::from(h)
    };
    let tight = Gaps::default();
    let loose = Gaps {
        sibling: 2 * tight.sibling,
        tier: 2 * tight.tier,
        ..tight
    };
    assert!(area(tight) < area(loose));
}

#[test]
fn same_request_same_drawing() {
    let nodes: Vec<Node> = (0..14).map(|i| node(100 + 8 * i, 40 + 3 * i)).collect();
    let mut edges: Vec<Edge> = (1..14).map(|i| reports(i, (i - 1) / 3)).collect();
    edges.extend([tasked(13, 2), tasked(9, 4), tasked(7, 1)]);
    let request = request(nodes, edges);
    assert_eq!(layout::arrange(&request), layout::arrange(&request));
}

#[test]
fn two_links_of_a_tiny_body_with_itself() {
    let edges = vec![
        reports(1, 3),
        reports(4, 3),
        link(4, 4, false, 0),
        link(4, 4, false, 2),
        link(4, 4, false, 1),
    ];
    let request = request(vec![node(0, 0); 6], edges);
    let layout = layout::arrange(&request);
    assert_eq!(faults(&request, &layout), Vec::<String>::new());
}
