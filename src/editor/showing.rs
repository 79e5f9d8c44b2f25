//! How two structures are compared on the screen, and the way from one to the other in front of a room:
//! where it has come to, whether it goes on by itself.

/// How the Compare view shows two structures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CompareAs {
    /// One pane each, in the same places.
    #[default]
    SideBySide,
    /// Both in one drawing.
    Overlay,
    /// From one to the other in steps.
    Morph,
}

/// Seconds that a step takes to be seen.
const STEP: f64 = 1.4;
/// Seconds that a sentence stays at least while it goes on by itself, and for each word of it.
const LEAST: f64 = 2.0;
const WORD: f64 = 0.28;

/// Where the way has come to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Showing {
    /// Steps done, and the part of the one under way.
    place: f64,
    /// The step to which it goes.
    goal: usize,
    playing: bool,
    /// It is to go on by itself once the way has been made.
    due: bool,
    /// Steps in a second.
    pace: f64,
    /// When it was looked at last while it went on, in seconds.
    clock: Option<f64>,
    /// When it came to rest.
    rested: Option<f64>,
}

/// When the window has to look again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Again {
    /// In the next frame: something moves.
    Now,
    /// After so many seconds.
    After(f64),
    /// Not until something is done.
    Never,
}

impl Showing {
    /// Steps done, and the part of the one under way.
    #[must_use]
    pub fn place(&self) -> f64 {
        self.place
    }

    /// The step that is spoken of: the one to which it goes.
    #[must_use]
    pub fn goal(&self) -> usize {
        self.goal
    }

    /// The step that is spoken of while it is under way: on a far way each in its turn, so that no
    /// sentence is ahead of the picture.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place is between 0 and the number of steps"
    )]
    pub fn told(&self) -> usize {
        let goal = whole(self.goal);
        if self.place < goal {
            ((self.place.floor() + 1.0).min(goal)) as usize
        } else {
            ((self.place.ceil() - 1.0).max(goal)) as usize
        }
    }

    /// Notes that it is to go on by itself as soon as there is a way; a second time that it is not.
    pub fn play_when_made(&mut self) {
        self.due = !self.due;
    }

    /// There is a way of so many steps: begins what was asked for before.
    pub fn made(&mut self, last: usize) {
        if std::mem::take(&mut self.due) {
            self.play_or_stop(last);
        }
    }

    /// Whether it goes on by itself.
    #[must_use]
    pub fn playing(&self) -> bool {
        self.playing
    }

    /// Goes to a step; whoever does so wants to stay there.
    pub fn go_to(&mut self, step: usize) {
        self.goal = step;
        self.clock = None;
        self.stop();
    }

    /// The next step of `last`, or the one before.
    pub fn step(&mut self, back: bool, last: usize) {
        let goal = if back {
            self.goal.saturating_sub(1)
        } else {
            (self.goal + 1).min(last)
        };
        self.go_to(goal);
    }

    /// Goes on by itself, from the beginning if it is at the end; or stops.
    pub fn play_or_stop(&mut self, last: usize) {
        if self.playing {
            self.stop();
            return;
        }
        if self.goal >= last {
            *self = Self::default();
        }
        self.playing = true;
        // The first step comes at once: it was asked for.
        self.goal = (self.goal + 1).min(last);
    }

    /// Stops after the step under way.
    pub fn stop(&mut self) {
        self.playing = false;
        self.rested = None;
    }

    /// Is held at a place between steps by a hand.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "held between 0 and the number of steps"
    )]
    pub fn hold(&mut self, place: f64, last: usize) {
        self.stop();
        self.clock = None;
        self.place = place.clamp(0.0, whole(last));
        self.goal = self.place.round() as usize;
    }

    /// Goes on to a moment; `words` is the length of the sentence that is shown. Without movement a step
    /// is done at once.
    pub fn go_on(&mut self, now: f64, last: usize, words: usize, still: bool) -> Again {
        self.goal = self.goal.min(last);
        let goal = whole(self.goal);
        let way = goal - self.place;
        if way.abs() > 0.0 {
            self.rested = None;
            let gone = match self.clock {
                Some(before) => (now - before).max(0.0),
                None => {
                    // Far ways take no longer than two steps.
                    self.pace = (way.abs() / 2.0).max(1.0) / STEP;
                    0.0
                }
            };
            self.clock = Some(now);
            let by = gone * self.pace;
            self.place = if still || by >= way.abs() {
                goal
            } else {
                self.place + by * way.signum()
            };
            if (self.place - goal).abs() > 0.0 {
                return Again::Now;
            }
        }
        self.clock = None;
        if !self.playing || self.goal >= last {
            self.stop();
            return Again::Never;
        }
        let rested = *self.rested.get_or_insert(now);
        let left = (LEAST + WORD * whole(words)) - (now - rested);
        if left > 0.0 {
            return Again::After(left);
        }
        self.rested = None;
        self.goal += 1;
        Again::Now
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are few steps")]
fn whole(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_seen_and_then_it_rests() {
        let mut showing = Showing::default();
        assert_eq!(showing.go_on(0.0, 3, 8, false), Again::Never);
        showing.step(false, 3);
        assert_eq!(showing.go_on(1.0, 3, 8, false), Again::Now);
        assert_eq!(showing.go_on(1.7, 3, 8, false), Again::Now);
        assert!((showing.place() - 0.5).abs() < 1e-9);
        assert_eq!(showing.go_on(3.0, 3, 8, false), Again::Never);
        assert_eq!((showing.place(), showing.goal()), (1.0, 1));
    }

    #[test]
    fn on_a_far_way_the_sentence_keeps_to_the_picture() {
        let mut showing = Showing::default();
        showing.go_to(3);
        let (mut now, mut said) = (0.0, Vec::new());
        while showing.go_on(now, 3, 0, false) == Again::Now {
            let at = showing.told();
            assert!((whole(at) - showing.place()).abs() <= 1.0);
            said.push(at);
            now += 1.0 / 60.0;
        }
        said.dedup();
        assert_eq!((said, showing.told()), (vec![1, 2, 3], 3));
        showing.go_to(0);
        assert_eq!(showing.told(), 2, "on the way back the step that is undone");
        showing.go_on(now, 3, 0, true);
        assert_eq!(showing.told(), 0);
        showing.step(false, 3);
        assert_eq!(showing.told(), 1, "a single step is told as it begins");
    }

    #[test]
    fn what_is_asked_for_before_there_is_a_way_comes_with_it() {
        let mut showing = Showing::default();
        showing.play_when_made();
        showing.made(3);
        assert!(showing.playing());
        showing.made(3);
        assert!(showing.playing(), "once");
        let mut twice = Showing::default();
        twice.play_when_made();
        twice.play_when_made();
        twice.made(3);
        assert!(!twice.playing());
    }

    #[test]
    fn a_far_way_takes_no_longer_than_two_steps() {
        let mut showing = Showing::default();
        showing.go_to(20);
        let mut now = 0.0;
        while showing.go_on(now, 20, 0, false) == Again::Now {
            now += 1.0 / 60.0;
        }
        assert!((2.0 * STEP - 0.1..2.0 * STEP + 0.1).contains(&now), "{now}");
    }

    #[test]
    fn it_plays_to_the_end_with_time_to_read_and_begins_again() {
        let mut showing = Showing::default();
        showing.play_or_stop(2);
        let left = showing.go_on(0.0, 2, 10, true);
        assert!(
            matches!(left, Again::After(s) if (s - 4.8).abs() < 1e-9),
            "{left:?}"
        );
        let left = showing.go_on(4.0, 2, 10, true);
        assert!(
            matches!(left, Again::After(s) if (s - 0.8).abs() < 1e-9),
            "{left:?}"
        );
        assert_eq!(showing.go_on(4.9, 2, 10, true), Again::Now);
        assert_eq!(showing.go_on(5.0, 2, 10, true), Again::Never);
        assert!(!showing.playing() && showing.goal() == 2);
        showing.play_or_stop(2);
        assert!(showing.playing() && showing.goal() == 1);
        assert_eq!(showing.place(), 0.0);
    }

    #[test]
    fn steps_stay_within_the_way_and_a_shorter_way_shortens_them() {
        let mut showing = Showing::default();
        showing.step(true, 2);
        assert_eq!(showing.goal(), 0);
        for _ in 0..5 {
            showing.step(false, 2);
        }
        assert_eq!(showing.goal(), 2);
        assert_eq!(showing.go_on(0.0, 1, 0, true), Again::Never);
        assert_eq!(showing.place(), 1.0);
    }

    #[test]
    fn a_hand_holds_it_anywhere_and_lets_go_at_the_nearest_step() {
        let mut showing = Showing::default();
        showing.hold(1.4, 3);
        assert_eq!((showing.place(), showing.goal()), (1.4, 1));
        showing.hold(9.0, 3);
        assert_eq!((showing.place(), showing.goal()), (3.0, 3));
    }
}
