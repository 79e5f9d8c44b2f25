//! How long a real restructure and larger random ones take.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark fails by panicking, and criterion writes its entry point"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use dotted_line::describe::describe_structure;
use dotted_line::export::{Publication, SvgText, pdf, png, svg};
use dotted_line::layout::{self, Edge, Gaps, Grows, Node, Place, Request};
use dotted_line::model::{Project, StructureId};
use dotted_line::scene::{self, Options};
use dotted_line::store;

fn bytes() -> &'static [u8] {
    store::sample("redcar").unwrap().json.as_bytes()
}

fn redcar() -> (Project, StructureId, StructureId) {
    let project = store::load(bytes()).unwrap().project;
    let id = |at: usize| project.structures.get(at).unwrap().id().clone();
    let (from, to) = (id(0), id(1));
    (project, from, to)
}

fn open(c: &mut Criterion) {
    c.bench_function("redcar/open", |b| {
        b.iter(|| store::load(black_box(bytes())).unwrap());
    });
}

fn pictures(c: &mut Criterion) {
    let (project, from, to) = redcar();
    let options = Options::default();
    c.bench_function("redcar/layout", |b| {
        b.iter(|| {
            for id in [&from, &to] {
                black_box(scene::arrangement(&project, id, &options).unwrap());
            }
        });
    });
    c.bench_function("redcar/joint layout", |b| {
        b.iter(|| scene::joint_arrangement(&project, &from, &to, &options).unwrap());
    });
    c.bench_function("redcar/scene", |b| {
        b.iter(|| scene::diagram(&project, &to, &options).unwrap());
    });
    let drawn = scene::diagram(&project, &to, &options).unwrap();
    c.bench_function("redcar/svg", |b| {
        b.iter(|| svg(black_box(&drawn), SvgText::Paths));
    });
    let words = describe_structure(&project, &to).unwrap();
    let paper = Publication::picture(drawn.clone(), words, None);
    c.bench_function("redcar/pdf", |b| {
        b.iter(|| pdf(black_box(&paper)).unwrap());
    });
    let mut slow = c.benchmark_group("redcar");
    slow.sample_size(10);
    slow.bench_function("png at 150 dpi", |b| {
        b.iter(|| png(black_box(&drawn), 150).unwrap());
    });
    slow.finish();
}

/// A made-up structure, the same in every run.
fn made(bodies: usize) -> Request {
    let mut state: u32 = 12_345;
    let mut below = |most: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(state >> 8).unwrap() % most.max(1)
    };
    let edge = |from, to, hierarchy| Edge {
        from,
        to,
        hierarchy,
        class: u32::from(!hierarchy),
        clear_from: 4,
        clear_to: 8,
    };
    let mut edges: Vec<Edge> = (1..bodies).map(|i| edge(i, below(i), true)).collect();
    edges.extend((0..bodies / 4).map(|_| edge(below(bodies), below(bodies), false)));
    Request {
        bands: None,
        nodes: vec![
            Node {
                w: 140,
                h: 58,
                place: Place::Structure,
                pin: None,
            };
            bodies
        ],
        edges,
        room: Some((780, 480)),
        labels: [(0, 0); 3],
        reorder: false,
        grows: Grows::default(),
        gaps: Gaps::default(),
    }
}

fn random(c: &mut Criterion) {
    let mut group = c.benchmark_group("random");
    group.sample_size(10);
    for bodies in [50, 200] {
        let request = made(bodies);
        group.bench_function(format!("{bodies} bodies"), |b| {
            b.iter(|| layout::arrange(black_box(&request)));
        });
    }
    group.finish();
}

criterion_group!(benches, open, pictures, random);
criterion_main!(benches);
