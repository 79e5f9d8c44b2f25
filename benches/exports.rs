//! How long files take: printing alone, over a scene that is there, and the whole way from the project.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark fails by panicking, and criterion writes its entry point"
)]

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use dotted_line::compare::compare;
use dotted_line::describe::{TextVersion, describe_changes, describe_structure};
use dotted_line::export::{Publication, Slide, SvgText, docx, page, pdf, png, pptx, svg};
use dotted_line::model::{Project, StructureId};
use dotted_line::publish::{DPI, Format, Order, What, publish};
use dotted_line::report::{changes_document, tables_document};
use dotted_line::scene::{self, Options, Paper, Scene};
use dotted_line::store;

const FORMATS: [Format; 6] = [
    Format::Svg(SvgText::Paths),
    Format::Pdf,
    Format::Png { dpi: DPI },
    Format::Docx,
    Format::Pptx,
    Format::Html(SvgText::Paths),
];

/// Redcar, its first structure and its second.
fn redcar() -> (Project, StructureId, StructureId) {
    let json = store::sample("redcar").unwrap().json;
    let project = store::load(json.as_bytes()).unwrap().project;
    let id = |at: usize| project.structures.get(at).unwrap().id().clone();
    let (from, to) = (id(0), id(1));
    (project, from, to)
}

fn picture(project: &Project, what: &What, paper: Paper) -> Scene {
    let options = Options {
        paper,
        ..Options::default()
    };
    match what {
        What::Diagram(id) => scene::diagram(project, id, &options),
        What::Compare(from, to) => scene::compare(project, from, to, &options),
        _ => unreachable!("two views are timed"),
    }
    .unwrap()
}

fn words(project: &Project, what: &What) -> TextVersion {
    match what {
        What::Diagram(id) => describe_structure(project, id),
        What::Compare(from, to) => describe_changes(project, from, to),
        _ => unreachable!("two views are timed"),
    }
    .unwrap()
}

/// Every format over a scene, without layout and words.
fn printing(group: &mut BenchmarkGroup<'_, WallTime>, project: &Project, what: &What) {
    let sheet = picture(project, what, Paper::A4);
    let slide = picture(project, what, Paper::Slide);
    let words = words(project, what);
    let tables = match what {
        What::Compare(from, to) => changes_document(project, &compare(project, from, to).unwrap()),
        What::Diagram(id) => tables_document(project, &[id]),
        _ => unreachable!("two views are timed"),
    };
    let paper = Publication::picture(sheet.clone(), words.clone(), None);
    group.bench_function("svg over the scene", |b| {
        b.iter(|| svg(black_box(&sheet), SvgText::Paths));
    });
    group.bench_function("svg with live text over the scene", |b| {
        b.iter(|| svg(black_box(&sheet), SvgText::Live));
    });
    group.bench_function("pdf over the scene", |b| {
        b.iter(|| pdf(black_box(&paper)).unwrap());
    });
    group.bench_function("png over the scene", |b| {
        b.iter(|| png(black_box(&sheet), DPI).unwrap());
    });
    group.bench_function("docx over the scene", |b| {
        b.iter(|| docx(black_box(&paper)).unwrap());
    });
    group.bench_function("pptx over the scene", |b| {
        b.iter(|| {
            let slides = Slide::of(slide.clone(), &words, project);
            pptx("Redcar", black_box(&slides)).unwrap()
        });
    });
    group.bench_function("html over the scene", |b| {
        b.iter(|| page(black_box(&sheet), SvgText::Paths, &words, &tables));
    });
}

fn whole(project: &Project, what: &What, format: Format) {
    let order = Order {
        what: what.clone(),
        format,
        options: Options::default(),
    };
    let go_on = |_| ControlFlow::Continue(());
    black_box(publish(project, &order, &go_on).unwrap());
}

fn exports(c: &mut Criterion) {
    let (project, from, to) = redcar();
    for (name, what) in [
        ("proposed", What::Diagram(to.clone())),
        ("compare", What::Compare(from.clone(), to.clone())),
    ] {
        let mut group = c.benchmark_group(name);
        group.sample_size(10);
        group.warm_up_time(Duration::from_millis(500));
        group.measurement_time(Duration::from_secs(2));
        printing(&mut group, &project, &what);
        for format in FORMATS {
            group.bench_function(format!("{} as a whole", format.extension()), |b| {
                b.iter(|| whole(&project, &what, format));
            });
        }
        group.finish();
    }
    let all = project.structures.iter().map(|s| s.id().clone());
    let talk = What::Talk(all.collect(), Some((from, to)));
    let mut group = c.benchmark_group("talk");
    group.sample_size(10);
    group.bench_function("pptx as a whole", |b| {
        b.iter(|| whole(&project, &talk, Format::Pptx));
    });
    group.finish();
}

criterion_group!(benches, exports);
criterion_main!(benches);
