//! Cards glide to their places, in a fifth of a second and no longer; layout is never done on the
//! window's own thread.

use std::time::{Duration, Instant};

use dotted_line::ui::{App, Threads};
use egui::accesskit::Role;
use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, Vec2};

use super::driver::{FakeDialogs, Folder};
use super::table::{PAIR, SEATS};

/// A window whose frames are 1/60 s apart.
struct Film {
    ctx: Context,
    app: App,
    time: f64,
    _folder: Folder,
}

impl Film {
    fn new(threads: Threads, still: bool) -> Self {
        Self::of(SEATS, threads, still)
    }

    fn of(project: &str, threads: Threads, still: bool) -> Self {
        let folder = Folder::new();
        let file = folder.write("test.json", project);
        let ctx = Context::default();
        ctx.set_theme(egui::Theme::Light);
        let app = App::new(&ctx, Some(file), Box::new(FakeDialogs::default()), threads);
        let mut film = Self {
            ctx,
            app: app.still(still),
            time: 0.0,
            _folder: folder,
        };
        film.rest();
        film
    }

    fn frame(&mut self, events: Vec<Event>) -> egui::FullOutput {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1280.0, 720.0))),
            time: Some(self.time),
            predicted_dt: 1.0 / 60.0,
            events,
            ..RawInput::default()
        };
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| app.frame(ui));
        output.textures_delta.clear();
        output
    }

    /// How long the window at rest wants to be left alone, if not for ever.
    fn waits_for(&mut self) -> Option<Duration> {
        for _ in 0..20 {
            let output = self.frame(Vec::new());
            let delays = output.viewport_output.values();
            let delay = delays.map(|v| v.repaint_delay).min()?;
            if delay > Duration::ZERO {
                return (delay < Duration::from_secs(3600)).then_some(delay);
            }
        }
        panic!("never at rest")
    }

    /// Frames until the window asks for none; gives their number.
    fn rest(&mut self) -> usize {
        let start = Instant::now();
        let mut frames = 0;
        loop {
            self.frame(Vec::new());
            frames += 1;
            if !self.ctx.has_requested_repaint() && !self.app.waits() {
                return frames;
            }
            assert!(start.elapsed() < Duration::from_secs(60), "never at rest");
            if self.app.waits() {
                std::thread::sleep(Duration::from_millis(2));
            }
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let pressed = Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        self.frame(vec![Event::ModifiersChanged(modifiers), pressed]);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    fn run(&mut self, words: &str) {
        self.press(Modifiers::COMMAND, Key::K);
        self.rest();
        self.frame(vec![Event::Text(words.to_owned())]);
        self.rest();
        self.press(Modifiers::NONE, Key::Enter);
    }

    /// How many cards stand on the canvas; rows of the outline have a level.
    fn cards(&mut self) -> usize {
        self.ctx.enable_accesskit();
        let output = self.frame(Vec::new());
        self.ctx.disable_accesskit();
        let tree = output.platform_output.accesskit_update.unwrap();
        let items = tree
            .nodes
            .iter()
            .filter(|(_, n)| n.role() == Role::TreeItem);
        items.filter(|(_, n)| n.level().is_none()).count()
    }
}

/// Frames after the drawing has changed to one in zones.
fn frames(still: bool) -> usize {
    let mut film = Film::new(Threads::Off, still);
    film.run("Drawing in zones");
    film.rest()
}

#[test]
fn cards_glide_for_a_fifth_of_a_second_and_then_the_window_rests() {
    let (moving, still) = (frames(false), frames(true));
    let more = moving.saturating_sub(still);
    assert!(
        (9..=14).contains(&more),
        "{moving} frames, {still} without movement"
    );
    assert!(still <= 6, "{still} frames although nothing moves");
}

#[test]
fn an_undo_glides_and_what_the_hand_put_down_does_not() {
    let mut film = Film::new(Threads::Off, false);
    film.press(Modifiers::COMMAND, Key::A);
    film.rest();
    film.press(Modifiers::ALT, Key::ArrowRight);
    let nudged = film.rest();
    film.press(Modifiers::COMMAND, Key::Z);
    let undone = film.rest();
    assert!(
        undone >= 9 && nudged < 9,
        "{undone} frames after undo, {nudged} after a nudge"
    );
}

/// The way between two structures rests after each step, and asks for no frame then.
#[test]
fn a_step_of_the_way_moves_and_then_the_window_rests() {
    let steps = |still: bool| {
        let mut film = Film::of(PAIR, Threads::Off, still);
        film.press(Modifiers::COMMAND, Key::Num2);
        film.press(Modifiers::ALT, Key::M);
        film.rest();
        film.press(Modifiers::NONE, Key::ArrowRight);
        let step = film.rest();
        film.press(Modifiers::NONE, Key::End);
        (step, film.rest())
    };
    let ((step, end), still) = (steps(false), steps(true));
    assert!((75..=95).contains(&step), "{step} frames for 1.4 s");
    assert!((155..=185).contains(&end), "{end} frames for two steps");
    assert!(
        still.0 <= 6 && still.1 <= 6,
        "{still:?} frames although nothing moves"
    );
}

/// While it plays it waits without frames for people to read.
#[test]
fn between_steps_a_playing_way_waits_without_frames() {
    let mut film = Film::of(PAIR, Threads::Off, true);
    film.press(Modifiers::COMMAND, Key::Num2);
    film.press(Modifiers::ALT, Key::M);
    film.rest();
    film.press(Modifiers::NONE, Key::Space);
    let mut waits = Vec::new();
    while let Some(wait) = film.waits_for() {
        assert!((2.0..8.0).contains(&wait.as_secs_f64()), "{wait:?}");
        waits.push(wait);
        film.time += wait.as_secs_f64();
    }
    assert_eq!(
        waits.len(),
        2,
        "after each change; not at the end: {waits:?}"
    );
}

/// The worker refuses, by a panic, to lay out on the thread of a window that has others for it.
#[test]
fn layout_never_runs_on_the_windows_thread_and_the_last_drawing_stays_meanwhile() {
    let mut film = Film::new(Threads::On, false);
    assert_eq!(film.cards(), 4);
    film.press(Modifiers::NONE, Key::N);
    film.rest();
    film.frame(vec![Event::Text("Arts Forum".to_owned())]);
    film.press(Modifiers::NONE, Key::Enter);
    assert!(
        film.app.waits(),
        "the new drawing is not there in the frame that asks for it"
    );
    film.rest();
    assert_eq!(film.cards(), 5);
    for act in [
        "Drawing in zones",
        "Paper A3",
        "Plain drawing",
        "Select all bodies",
        "Arrange selection",
        "Arrange all",
    ] {
        film.run(act);
        film.rest();
    }
    assert_eq!(film.cards(), 5);
}
