//! A few pictures of the whole window, drawn in software. `UPDATE_SNAPSHOTS=1` rewrites them.

use egui_kittest::SnapshotOptions;

use super::driver::Window;

/// Another driver may round an edge differently: some pixels of 921,600 may differ.
fn options() -> SnapshotOptions {
    SnapshotOptions::new()
        .threshold(1.0)
        .max_failed_pixels(400)
        .output_path("tests/snapshots")
}

#[test]
fn the_start_page() {
    let mut window = Window::start();
    window.h.snapshot_options("start", &options());
}

#[test]
fn a_structure() {
    let mut window = Window::sample("redcar");
    window.h.snapshot_options("draw-redcar", &options());
}

#[test]
fn a_comparison() {
    let mut window = Window::sample("redcar");
    window.click("Compare");
    window.h.snapshot_options("compare-redcar", &options());
}
