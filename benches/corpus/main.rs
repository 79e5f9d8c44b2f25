//! Our layout on graphs with box sizes of their own, measured; and drawings of others, measured alike.
//!
//! `cargo bench --no-default-features --bench corpus -- GRAPH.json..` draws and measures.
//! With `--out DIR` the drawings are written as `DIR/<graph>.json`; with `--drawn DIR` nothing is drawn
//! by us and the drawings found there are measured. With `--pairs` the graphs are later versions
//! (`X_v2.json`) that stand beside their earlier ones (`X.json`), and both are drawn in shared places. A graph is
//! `{name, group, nodes: [{id, w, h}], edges: [{from, to, kind}]}`, a drawing
//! `{nodes: {id: [x, y]}, edges: {index: [[x, y], ..]}, ms}`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark fails by panicking and prints its results"
)]

mod graph;
mod metrics;
mod pairs;

use std::path::{Path, PathBuf};
use std::time::Instant;

use dotted_line::layout;
use graph::{Drawing, Graph};
use metrics::Figures;

/// Room of an A4 sheet lying across, with 20 pt of margin.
const SHEET: (i32, i32) = (802, 555);

fn main() {
    let mut args = std::env::args().skip(1);
    let (mut out, mut drawn, mut files) = (None, None, Vec::new());
    let (mut each, mut pairs) = (false, false);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--out" => out = args.next().map(PathBuf::from),
            "--drawn" => drawn = args.next().map(PathBuf::from),
            "--each" => each = true,
            "--pairs" => pairs = true,
            // Cargo adds this one itself.
            "--bench" => {}
            _ => files.push(PathBuf::from(arg)),
        }
    }
    if pairs {
        return pairs::measure(&files, each);
    }
    let mut rows: Vec<(String, Figures)> = Vec::new();
    for file in files {
        let graph = Graph::read(&file);
        let drawing = match &drawn {
            Some(dir) => Drawing::read(&dir.join(file.file_name().unwrap()), &graph),
            None => Some(draw(&graph)),
        };
        let Some(drawing) = drawing else { continue };
        if let Some(dir) = &out {
            write(dir, &file, &graph, &drawing);
        }
        let figures = Figures::of(&graph, &drawing);
        if each {
            println!("{}", figures.row(&graph.name));
        }
        rows.push((graph.group.clone(), figures));
    }
    let mut groups: Vec<String> = rows.iter().map(|(group, _)| group.clone()).collect();
    groups.dedup();
    for group in groups {
        let of_group: Vec<&Figures> = rows
            .iter()
            .filter(|(g, _)| *g == group)
            .map(|(_, f)| f)
            .collect();
        println!("{}", metrics::medians(&group, &of_group));
    }
}

/// Our drawing; the time is the mean of several runs after the first.
fn draw(graph: &Graph) -> Drawing {
    let request = graph.request(Some(SHEET));
    let mut layout = layout::arrange(&request);
    let (start, mut runs) = (clock_ms(), 0);
    while runs < 40 && clock_ms() - start < 400.0 {
        layout = layout::arrange(&request);
        runs += 1;
    }
    Drawing::of(&layout, (clock_ms() - start) / f64::from(runs))
}

/// Time that this thread has had on a processor, where the system tells; else the time on the wall.
fn clock_ms() -> f64 {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let ns = told.and_then(|t| t.split(' ').next()?.parse::<f64>().ok());
    ns.map_or_else(|| START.elapsed().as_secs_f64() * 1e3, |ns| ns / 1e6)
}

fn write(dir: &Path, file: &Path, graph: &Graph, drawing: &Drawing) {
    std::fs::create_dir_all(dir).unwrap();
    let path = dir.join(file.file_name().unwrap());
    std::fs::write(path, drawing.json(graph)).unwrap();
}
