//! Two versions of a structure in shared places, against each version by itself.

use std::collections::BTreeMap;
use std::path::PathBuf;

use dotted_line::layout::{self, Layout, Node, Request, Slot};

use super::SHEET;
use super::graph::{Drawing, Graph};
use super::metrics::{Figures, median};

/// One pair: areas in shared places over areas alone, and what the joint drawings are like.
struct Pair {
    area: [f64; 2],
    moved: f64,
    crossings: [f64; 2],
    gates: usize,
}

/// Prints the medians of all pairs.
pub(super) fn measure(files: &[PathBuf], each: bool) {
    let mut all = Vec::new();
    for file in files {
        let later = Graph::read(file);
        let name = file.file_name().unwrap().to_str().unwrap();
        let earlier = Graph::read(&file.with_file_name(name.replace("_v2", "")));
        let pair = compared(&earlier, &later);
        if each {
            println!("{:<24} {}", earlier.name, row(std::slice::from_ref(&pair)));
        }
        all.push(pair);
    }
    println!("{:<24} {}", format!("{} pairs", all.len()), row(&all));
}

fn row(pairs: &[Pair]) -> String {
    let of = |pick: fn(&Pair) -> f64| median(&mut pairs.iter().map(pick).collect::<Vec<f64>>());
    format!(
        "area before {:.2} after {:.2}, moved {:.1} pt, crossings before {:.0} after {:.0}, gates broken {}",
        of(|p| p.area[0]),
        of(|p| p.area[1]),
        pairs.iter().map(|p| p.moved).fold(0.0, f64::max),
        of(|p| p.crossings[0]),
        of(|p| p.crossings[1]),
        pairs.iter().map(|p| p.gates).sum::<usize>(),
    )
}

fn compared(earlier: &Graph, later: &Graph) -> Pair {
    let slots = slots_of(earlier, later);
    let of = |pick: fn(&Slot) -> Option<usize>| -> BTreeMap<usize, usize> {
        let taken = slots.iter().enumerate();
        taken.filter_map(|(n, s)| Some((pick(s)?, n))).collect()
    };
    let (of_earlier, of_later) = (of(|s| s.from), of(|s| s.to));
    let (a, b) = (earlier.request(Some(SHEET)), later.request(Some(SHEET)));
    let shared = |request: &Request, of: &BTreeMap<usize, usize>| -> Vec<layout::Edge> {
        let edges = request.edges.iter();
        edges
            .map(|e| layout::Edge {
                from: of[&e.from],
                to: of[&e.to],
                ..*e
            })
            .collect()
    };
    let edges = [shared(&a, &of_earlier), shared(&b, &of_later)];
    let node = |slot: &Slot| {
        let size = |request: &Request, n: Option<usize>| {
            n.map_or((0, 0), |n| (request.nodes[n].w, request.nodes[n].h))
        };
        let (x, y) = (size(&a, slot.from), size(&b, slot.to));
        Node {
            w: x.0.max(y.0),
            h: x.1.max(y.1),
            ..b.nodes[0]
        }
    };
    let request = Request {
        nodes: slots.iter().map(node).collect(),
        edges: layout::shared_edges(&slots, &edges[0], &edges[1]),
        ..b.clone()
    };
    let joint = layout::arrange_jointly(&request, &edges);
    let drawn = [
        own(&joint[0], &of_earlier, earlier),
        own(&joint[1], &of_later, later),
    ];
    let alone = [
        Drawing::of(&layout::arrange(&a), 0.0),
        Drawing::of(&layout::arrange(&b), 0.0),
    ];
    let figures = [
        Figures::of(earlier, &drawn[0]),
        Figures::of(later, &drawn[1]),
    ];
    let by_itself = [
        Figures::of(earlier, &alone[0]),
        Figures::of(later, &alone[1]),
    ];
    let moved = slots.iter().filter_map(|slot| {
        let (p, q) = (drawn[0].places[slot.from?], drawn[1].places[slot.to?]);
        Some((p.0 - q.0).hypot(p.1 - q.1))
    });
    Pair {
        area: [0, 1].map(|n| figures[n].area / by_itself[n].area),
        moved: moved.fold(0.0, f64::max),
        crossings: [0, 1].map(|n| figures[n].crossings as f64),
        gates: figures.iter().map(Figures::gates_broken).sum(),
    }
}

/// Bodies under one id share a slot.
fn slots_of(earlier: &Graph, later: &Graph) -> Vec<Slot> {
    let at: BTreeMap<&String, usize> = later.ids.iter().zip(0..).collect();
    let kept = earlier.ids.iter().enumerate();
    let groups: Vec<(Vec<usize>, Vec<usize>)> = kept
        .filter_map(|(n, id)| Some((vec![n], vec![*at.get(id)?])))
        .collect();
    layout::slots(earlier.ids.len(), later.ids.len(), &groups, |_, _| true)
}

/// The part of a joint drawing that one version has.
fn own(layout: &Layout, of: &BTreeMap<usize, usize>, graph: &Graph) -> Drawing {
    let whole = Drawing::of(layout, 0.0);
    Drawing {
        places: (0..graph.ids.len()).map(|n| whole.places[of[&n]]).collect(),
        ..whole
    }
}
