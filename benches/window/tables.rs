//! How long a frame of the Changes view takes: while its table is scrolled, and while a reason is
//! typed into a cell, each letter of which makes the table anew.

use std::path::Path;
use std::time::Duration;

use egui::{Event, Modifiers, MouseWheelUnit, Pos2, Vec2};

use crate::{Side as _, Window, key, made, raw, share};

/// Frames that are measured.
const FRAMES: usize = 400;

pub fn measure(bodies: usize, folder: &Path) {
    let file = folder.join("pair.json");
    std::fs::write(&file, made::pair_with_reasons(bodies)).unwrap();
    let mut window = Window::threaded(file);
    let mut input = key(egui::Key::Num3);
    for event in &mut input.events {
        if let Event::Key { modifiers, .. } = event {
            *modifiers = Modifiers::COMMAND;
        }
    }
    window.frame(input);
    rest(&mut window, &mut Vec::new());
    let middle = Pos2::new(700.0, 600.0);
    let mut input = raw();
    input.events = vec![Event::PointerMoved(middle)];
    window.frame(input);
    let mut times = Vec::new();
    for frame in 0..FRAMES {
        let mut input = raw();
        let there = (frame / 100).is_multiple_of(2);
        let step = Vec2::new(0.0, if there { -30.0 } else { 30.0 });
        input.events = vec![Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: step,
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
        }];
        times.push(window.frame(input).0);
    }
    tell(bodies, "table scrolled", &times);
    // The reason of a row in the middle of the window.
    window.click(Pos2::new(1450.0, 600.0));
    window.frame(key(egui::Key::Enter));
    rest(&mut window, &mut Vec::new());
    let mut times = Vec::new();
    for letter in "The work goes on in the new board, which meets quarterly".chars() {
        let mut input = raw();
        input.events = vec![Event::Text(letter.to_string())];
        times.push(window.frame(input).0);
        rest(&mut window, &mut times);
    }
    tell(bodies, "table typed in", &times);
}

/// Frames until the table is there and everything at rest.
fn rest(window: &mut Window, times: &mut Vec<Duration>) {
    for _ in 0..12 {
        std::thread::sleep(Duration::from_millis(8));
        times.push(window.frame(raw()).0);
    }
}

fn tell(bodies: usize, what: &str, times: &[Duration]) {
    println!(
        "{bodies:>6}  {what}: {} frames; ms at 50 % {:.2}, 90 % {:.2}, 99 % {:.2}, most {:.2}",
        times.len(),
        share(times, 50),
        share(times, 90),
        share(times, 99),
        share(times, 100),
    );
}
