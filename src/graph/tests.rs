use super::*;
use crate::model::{Body, Link, LinkKindId};

/// A structure from lines: "a > b" (a reports to b), "a ~ b" (may report), "a" (a body alone).
fn structure(lines: &[&str]) -> Structure {
    let mut out = Structure::new("s".into(), "S");
    for (at, line) in lines.iter().enumerate() {
        let words: Vec<&str> = line.split(' ').collect();
        for id in words.iter().step_by(2) {
            if out.body(&BodyId::new(id)).is_none() {
                out.bodies.push(Body::new((*id).into(), *id));
            }
        }
        if let [from, sign, to] = words[..] {
            let id = format!("l{at}");
            let kind = LinkKindId::new(if sign == "i" { "informs" } else { "reports-to" });
            let mut link = Link::new(id.as_str().into(), from.into(), kind, to.into());
            link.permission = sign == "~";
            out.links.push(link);
        }
    }
    out
}

fn names(graph: &StructureGraph, nodes: &[NodeIndex]) -> String {
    let names: Vec<&str> = nodes
        .iter()
        .map(|n| graph.body(*n).unwrap().as_str())
        .collect();
    names.join(" ")
}

/// Checks levels, roots, tops and loops at once.
fn check(lines: &[&str], levels: usize, roots: &str, tops: &str, cycles: &str) {
    let graph = StructureGraph::of(&structure(lines));
    assert_eq!(graph.levels(), levels, "levels of {lines:?}");
    assert_eq!(names(&graph, &graph.roots()), roots, "roots of {lines:?}");
    assert_eq!(names(&graph, &graph.tops()), tops, "tops of {lines:?}");
    let loops: Vec<String> = graph.cycles().iter().map(|c| names(&graph, c)).collect();
    assert_eq!(loops.join(", "), cycles, "loops of {lines:?}");
}

#[test]
fn levels_roots_and_loops() {
    check(&[], 0, "", "", "");
    check(&["a"], 1, "a", "a", "");
    check(&["a > b", "b > c", "d > c"], 3, "c", "c", "");
    check(&["a > a"], 1, "a", "a", "a");
    // Two boards report to each other: one level, no root, yet a top.
    check(&["a > b", "b > a", "c > b"], 2, "", "a", "a b");
    // A loop in the middle counts as one level.
    check(
        &["a > b", "b > c", "c > b", "c > d", "e"],
        3,
        "d e",
        "d e",
        "b c",
    );
    // Two parents on different levels: the longest chain counts.
    check(&["a > b", "a > c", "b > c", "a > d"], 3, "c d", "c d", "");
    // Permissions and other links make no hierarchy, nor do doubles add to it.
    check(&["a ~ b", "b i a", "c > a", "c > a"], 2, "a b", "a b", "");
    check(&["b > b", "c > a", "a > c"], 1, "b", "b c", "b, c a");
}

#[test]
fn neighbours_and_reach() {
    let graph = StructureGraph::of(&structure(&[
        "top", "x > top", "y > top", "z > x", "z > y", "z > x", "z ~ top",
    ]));
    let node = |id: &str| graph.node(&BodyId::new(id)).unwrap();
    assert_eq!(names(&graph, graph.parents(node("z"))), "x y");
    assert_eq!(names(&graph, graph.children(node("top"))), "x y");
    assert_eq!(names(&graph, &graph.ancestors(node("z"))), "top x y");
    assert_eq!(names(&graph, &graph.descendants(node("top"))), "x y z");
    assert_eq!(
        [0, 1, 1, 2],
        ["top", "x", "y", "z"].map(|id| graph.depth(node(id)))
    );
    assert!(graph.would_close_loop(node("top"), node("z")));
    assert!(!graph.would_close_loop(node("y"), node("x")));
    assert_eq!(graph.graph().edge_count(), 6);
    assert_eq!(graph.node(&BodyId::new("nobody")), None);
}

#[test]
fn a_loop_is_above_and_below_itself_and_the_search_ends() {
    let graph = StructureGraph::of(&structure(&["a > b", "b > c", "c > a", "d > a"]));
    let a = graph.node(&BodyId::new("a")).unwrap();
    assert_eq!(names(&graph, &graph.ancestors(a)), "a b c");
    assert_eq!(names(&graph, &graph.descendants(a)), "a b c d");
    assert!(graph.in_cycle(a));
    assert!(!graph.in_cycle(graph.node(&BodyId::new("d")).unwrap()));
}

#[test]
fn a_link_with_a_missing_end_is_left_out() {
    let mut broken = structure(&["a > b"]);
    broken.links[0].to = "nobody".into();
    let graph = StructureGraph::of(&broken);
    assert_eq!((graph.graph().edge_count(), graph.levels()), (0, 1));
}

fn big(links: impl Iterator<Item = (usize, usize)>, bodies: usize) -> Structure {
    let mut out = Structure::new("s".into(), "S");
    let id = |n: usize| BodyId::new(&format!("b{n}"));
    out.bodies = (0..bodies).map(|n| Body::new(id(n), "B")).collect();
    for (from, to) in links {
        let link = format!("l{from}-{to}");
        let kind = LinkKindId::new("reports-to");
        out.links
            .push(Link::new(link.as_str().into(), id(from), kind, id(to)));
    }
    out
}

#[test]
fn a_chain_of_three_thousand_bodies() {
    // A small stack shows that nothing recurses along the chain.
    let work = || {
        let graph = StructureGraph::of(&big((1..3000).map(|n| (n, n - 1)), 3000));
        assert_eq!(graph.levels(), 3000);
        assert_eq!(graph.roots(), vec![NodeIndex::new(0)]);
        assert_eq!(graph.depth(NodeIndex::new(2999)), 2999);
        assert_eq!(graph.ancestors(NodeIndex::new(2999)).len(), 2999);
        let ring = big((0..3000).map(|n| (n, (n + 1) % 3000)), 3000);
        let graph = StructureGraph::of(&ring);
        assert_eq!((graph.levels(), graph.cycles().len()), (1, 1));
    };
    let thread = std::thread::Builder::new().stack_size(128 * 1024);
    thread.spawn(work).unwrap().join().unwrap();
}

#[test]
fn a_star_of_four_hundred_bodies() {
    let graph = StructureGraph::of(&big((1..400).map(|n| (n, 0)), 400));
    assert_eq!(graph.levels(), 2);
    assert_eq!(graph.children(NodeIndex::new(0)).len(), 399);
    assert!(graph.cycles().is_empty());
}
