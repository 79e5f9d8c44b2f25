//! Gates that every drawing must pass, on random structures and on odd ones.

mod bands;
mod gates;
mod joint;
mod odd;
mod pins;
mod random;
mod rows;
mod zones;

use dotted_line::layout::{Edge, Gaps, Grows, Node, Place, Request};

fn node(w: i32, h: i32) -> Node {
    Node {
        w,
        h,
        place: Place::Structure,
        pin: None,
    }
}

fn link(from: usize, to: usize, hierarchy: bool, class: u32) -> Edge {
    Edge {
        from,
        to,
        hierarchy,
        class,
        clear_from: 4,
        clear_to: 8,
    }
}

fn reports(from: usize, to: usize) -> Edge {
    link(from, to, true, 0)
}

fn tasked(from: usize, to: usize) -> Edge {
    link(from, to, false, 1)
}

fn request(nodes: Vec<Node>, edges: Vec<Edge>) -> Request {
    Request {
        nodes,
        edges,
        room: Some((780, 480)),
        labels: [(92, 14), (168, 14), (130, 14)],
        bands: None,
        reorder: false,
        grows: Grows::default(),
        gaps: Gaps::default(),
    }
}

/// Cards of one usual size.
fn cards(n: usize) -> Vec<Node> {
    vec![node(140, 58); n]
}
