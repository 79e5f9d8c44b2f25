//! How long a frame of the window takes while the drawing is moved and zoomed, beside a bare
//! painter of the same scene.
//!
//! A frame here is the pass of the ui and its tessellation, without a screen, in the thread's own
//! time. Both sides get the same events and take turns, so that a busy machine slows both alike.
//! The bare painter makes the shapes of what is in sight anew in each frame, as egui is meant to
//! be used, and simplifies what is small as the scene's first painter did.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    unreachable_pub,
    missing_docs,
    reason = "a benchmark fails by panicking and prints what it measured"
)]

mod bare;
mod made;
mod tables;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use dotted_line::ui::{App, Dialogs, Question, Reply, Threads};
use egui::accesskit::Role;
use egui::{Context, Event, FullOutput, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, Vec2};

use bare::Bare;

/// The part of `crate` that files shared with the window name.
use dotted_line::{geom, scene};

const SCREEN: Vec2 = Vec2::new(1600.0, 1000.0);
/// Frames that one side does before the other has its turn.
const TURN: usize = 10;

fn main() {
    // Cargo passes options of its own ("--bench"); numbers choose the sizes.
    let chosen: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    // "tables" alone: as many bodies in each of two structures.
    if std::env::args().any(|a| a == "tables") {
        let folder = tempfile::tempdir().unwrap();
        for bodies in chosen {
            tables::measure(bodies, folder.path());
        }
        return;
    }
    println!("bodies  case      window ms  (90 %)  bare ms  ratio  vertices  bare vertices");
    let sizes = if chosen.is_empty() {
        vec![200, 1000, 5000]
    } else {
        chosen
    };
    for bodies in sizes {
        measure(bodies);
    }
}

fn measure(bodies: usize) {
    let frames = if bodies >= 5000 { 40 } else { 120 };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("made.json");
    std::fs::write(&file, made::project(bodies)).unwrap();
    let start = Instant::now();
    let mut bare = Bare::of(&file);
    let laid_out = start.elapsed();
    let start = Instant::now();
    let mut window = Window::open(file);
    let opened = start.elapsed();
    bare.camera
        .fit(bare::page_rect(window.canvas), bare.content, 16.0, 1.5);
    bare.area = window.canvas;
    let whole = bare.camera.zoom;
    let mut runner = Runner {
        bodies,
        frames,
        pointer: window.canvas.center() + Vec2::new(40.0, 30.0),
    };
    runner.case("pan, fit", &mut window, &mut bare, pan);
    // To 100 %, and a little aside, so that there is room to move on all sides.
    runner.both(&mut window, &mut bare, Event::Zoom(factor(1.0 / whole)));
    runner.case("pan, 100%", &mut window, &mut bare, pan);
    runner.both(&mut window, &mut bare, Event::Zoom(0.7));
    runner.case("zoom", &mut window, &mut bare, zoom);
    typing(bodies, folder.path());
    if bodies <= 1000 {
        morphing(bodies, folder.path());
    }
    println!(
        "{bodies:>6}  opened in {:.0} ms (one layout {:.0} ms), fits at {:.0} %",
        opened.as_secs_f64() * 1e3,
        laid_out.as_secs_f64() * 1e3,
        whole * 100.0
    );
}

/// A name typed into the outline, letter by letter: each makes another drawing, which a thread of its
/// own lays out. Every frame is measured, those in which cards glide to their places included.
fn typing(bodies: usize, folder: &Path) {
    let file = folder.join("typed.json");
    std::fs::write(&file, made::project(bodies)).unwrap();
    let mut window = Window::threaded(file);
    // Into the outline, to its middle, and a new row there.
    let row = Pos2::new(100.0, window.canvas.center().y);
    window.click(row);
    window.frame(key(egui::Key::Enter));
    let mut times = Vec::new();
    let mut drawings = 0;
    for letter in "Culture and Leisure Review Group of the Northern Area".chars() {
        let mut input = raw();
        input.events = vec![Event::Text(letter.to_string())];
        let mut next = Some(input);
        let start = Instant::now();
        // Until the new drawing has come and everything is at rest again.
        loop {
            let waited = window.app.waits();
            let (time, _) = window.frame(next.take().unwrap_or_else(raw));
            times.push(time);
            drawings += usize::from(waited && !window.app.waits());
            let rests = !window.context.has_requested_repaint() && !window.app.waits();
            if rests || start.elapsed() > Duration::from_secs(10) {
                break;
            }
            std::thread::sleep(Duration::from_millis(16).saturating_sub(time));
        }
    }
    println!(
        "{bodies:>6}  typing: {} frames, {drawings} drawings; ms at 50 % {:.2}, 90 % {:.2}, 99 % {:.2}, most {:.2}",
        times.len(),
        share(&times, 50),
        share(&times, 90),
        share(&times, 99),
        share(&times, 100),
    );
}

/// The way from one structure to another, ten steps of it: every frame is measured, at 60 in a second.
fn morphing(bodies: usize, folder: &Path) {
    let file = folder.join("pair.json");
    std::fs::write(&file, made::pair(bodies)).unwrap();
    let mut window = Window::open(file);
    let mut time = 0.0;
    let mut next = |window: &mut Window, pressed: Option<(Modifiers, egui::Key)>| {
        time += 1.0 / 60.0;
        let mut input = raw();
        if let Some((modifiers, pressed)) = pressed {
            input = key(pressed);
            for event in &mut input.events {
                if let Event::Key {
                    modifiers: held, ..
                } = event
                {
                    *held = modifiers;
                }
            }
        }
        input.time = Some(time);
        window.frame(input).0
    };
    for pressed in [
        (Modifiers::COMMAND, egui::Key::Num2),
        (Modifiers::ALT, egui::Key::M),
    ] {
        next(&mut window, Some(pressed));
        for _ in 0..20 {
            next(&mut window, None);
        }
    }
    let mut times = Vec::new();
    for _ in 0..10 {
        times.push(next(
            &mut window,
            Some((Modifiers::NONE, egui::Key::ArrowRight)),
        ));
        for _ in 0..90 {
            times.push(next(&mut window, None));
        }
    }
    println!(
        "{bodies:>6}  morph: {} frames; ms at 50 % {:.2}, 90 % {:.2}, 99 % {:.2}, most {:.2}",
        times.len(),
        share(&times, 50),
        share(&times, 90),
        share(&times, 99),
        share(&times, 100),
    );
}

fn key(key: egui::Key) -> RawInput {
    let mut input = raw();
    input.events = vec![Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }];
    input
}

#[expect(clippy::cast_possible_truncation, reason = "a zoom factor fits f32")]
fn factor(by: f64) -> f32 {
    by as f32
}

/// Steps as a touch pad sends them: a while there, a while back.
fn pan(frame: usize) -> Event {
    let there = (frame / 15).is_multiple_of(2);
    let step = Vec2::new(5.0, 4.0);
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: if there { step } else { -step },
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }
}

fn zoom(frame: usize) -> Event {
    let larger = (frame / 15).is_multiple_of(2);
    Event::Zoom(if larger { 1.03 } else { 1.0 / 1.03 })
}

/// A side of the comparison: does one frame.
trait Side {
    fn context(&self) -> &Context;
    fn pass(&mut self, input: RawInput) -> FullOutput;

    /// Time of the pass and the tessellation, and the number of vertices.
    fn frame(&mut self, input: RawInput) -> (Duration, usize) {
        // The thread's own time: waiting for a processor that others use is not the window's doing.
        let start = ThreadTime::now();
        let mut output = self.pass(input);
        // No screen wants them.
        output.textures_delta.clear();
        let meshes = self
            .context()
            .tessellate(output.shapes, output.pixels_per_point);
        let time = start.elapsed();
        let vertices = meshes.iter().map(|m| match &m.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        });
        (time, vertices.sum())
    }
}

struct Runner {
    bodies: usize,
    frames: usize,
    pointer: Pos2,
}

impl Runner {
    fn input(&self, event: Event) -> RawInput {
        let mut input = raw();
        input.events = vec![Event::PointerMoved(self.pointer), event];
        input
    }

    fn both(&self, window: &mut Window, bare: &mut Bare, event: Event) {
        window.frame(self.input(event.clone()));
        bare.frame(self.input(event));
    }

    fn case(
        &mut self,
        name: &str,
        window: &mut Window,
        bare: &mut Bare,
        event: impl Fn(usize) -> Event,
    ) {
        let warm = 3 * TURN;
        let mut times = [Vec::new(), Vec::new()];
        let mut vertices = [0, 0];
        for turn in 0..(warm + self.frames) / TURN {
            for side in 0..2 {
                for frame in turn * TURN..(turn + 1) * TURN {
                    let input = self.input(event(frame));
                    let (time, count) = if side == 0 {
                        window.frame(input)
                    } else {
                        bare.frame(input)
                    };
                    vertices[side] = count;
                    if frame >= warm {
                        times[side].push(time);
                    }
                }
            }
        }
        let (ours, theirs) = (share(&times[0], 50), share(&times[1], 50));
        println!(
            "{:>6}  {name:<9} {ours:>9.2} {:>8.2} {theirs:>8.2} {:>6.2} {:>9} {:>14}",
            self.bodies,
            share(&times[0], 90),
            ours / theirs,
            vertices[0],
            vertices[1],
        );
    }
}

/// The time in ms that so many per cent of the frames do not exceed.
fn share(times: &[Duration], per_cent: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort();
    sorted[(sorted.len() * per_cent / 100).min(sorted.len() - 1)].as_secs_f64() * 1e3
}

fn raw() -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SCREEN)),
        predicted_dt: 1.0 / 60.0,
        ..RawInput::default()
    };
    let root = input.viewports.get_mut(&egui::ViewportId::ROOT).unwrap();
    root.native_pixels_per_point = Some(1.0);
    input
}

/// Nobody is asked anything.
struct NoDialogs;

impl Dialogs for NoDialogs {
    fn ask(&mut self, _: Question, reply: Reply) {
        reply(None);
    }
}

struct Window {
    context: Context,
    app: App,
    /// Where the drawing is.
    canvas: Rect,
}

impl Window {
    /// Opens a file and comes to rest.
    fn open(file: PathBuf) -> Self {
        Self::with(file, Threads::Off)
    }

    /// The same with threads that lay out, as in daily use.
    fn threaded(file: PathBuf) -> Self {
        Self::with(file, Threads::On)
    }

    fn with(file: PathBuf, threads: Threads) -> Self {
        let context = Context::default();
        context.set_theme(egui::Theme::Light);
        let app = App::new(&context, Some(file), Box::new(NoDialogs), threads);
        let mut window = Self {
            context,
            app,
            canvas: Rect::NOTHING,
        };
        for _ in 0..6 {
            window.frame(raw());
        }
        let start = Instant::now();
        while window.app.waits() && start.elapsed() < Duration::from_secs(30) {
            window.frame(raw());
            std::thread::sleep(Duration::from_millis(5));
        }
        window.context.enable_accesskit();
        let mut output = window.pass(raw());
        output.textures_delta.clear();
        window.context.disable_accesskit();
        let tree = output.platform_output.accesskit_update.unwrap();
        let canvas = tree.nodes.iter().find(|(_, n)| n.role() == Role::Canvas);
        let b = canvas.expect("a canvas").1.bounds().unwrap();
        window.canvas = Rect::from_min_max(
            Pos2::new(factor(b.x0), factor(b.y0)),
            Pos2::new(factor(b.x1), factor(b.y1)),
        );
        window
    }
}

impl Window {
    fn click(&mut self, at: Pos2) {
        let button = |pressed| Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        for events in [
            vec![Event::PointerMoved(at)],
            vec![button(true)],
            vec![button(false)],
            Vec::new(),
        ] {
            let mut input = raw();
            input.events = events;
            self.frame(input);
        }
    }
}

impl Side for Window {
    fn context(&self) -> &Context {
        &self.context
    }

    fn pass(&mut self, input: RawInput) -> FullOutput {
        let app = &mut self.app;
        self.context.run_ui(input, |ui| app.frame(ui))
    }
}
