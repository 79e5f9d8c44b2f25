//! How a group is seen on the way: places on it with an opacity each, and a glide.

use crate::geom::Vec2;

/// The course of a group over the steps; a step ends at its number, today is 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Track {
    /// Places with the opacity there, in order; between them it changes evenly. Of several at one place the
    /// last counts from there on.
    keys: Vec<(f64, f64)>,
    glide: Option<Glide>,
}

/// A way from one place of the page to another.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Glide {
    begin: f64,
    end: f64,
    from: Vec2,
    to: Vec2,
}

/// Parts of a step, from 0 to 1.
pub(super) type Part = (f64, f64);

/// What the last step said of its cards goes.
pub(super) const SETTLE: Part = (0.0, 0.25);
/// Lines that go.
pub(super) const LEAVE: Part = (0.15, 0.4);
/// The cards of the step say what becomes of them.
pub(super) const MARK: Part = (0.1, 0.3);
/// Cards move.
pub(super) const MOVE: Part = (0.4, 0.85);
/// What comes is seen.
pub(super) const COME: Part = (0.45, 0.8);
/// What has moved into its successor is seen no more.
pub(super) const JOIN: Part = (0.65, 0.9);
/// Lines that come.
pub(super) const LINES: Part = (0.6, 0.95);

/// The beginning and the end of a part of a step.
#[expect(clippy::cast_precision_loss, reason = "there are few steps")]
pub(super) fn span(step: usize, part: Part) -> Part {
    let begin = step.saturating_sub(1) as f64;
    (begin + part.0, begin + part.1)
}

impl Track {
    /// Seen from the beginning.
    pub(super) fn seen() -> Self {
        Self {
            keys: vec![(0.0, 1.0)],
            glide: None,
        }
    }

    /// Not seen at the beginning.
    pub(super) fn unseen() -> Self {
        Self {
            keys: vec![(0.0, 0.0)],
            glide: None,
        }
    }

    /// Comes or goes in this span.
    pub(super) fn fade(&mut self, (begin, end): Part, to: f64) {
        // What overtakes the last change cuts it short.
        let now = self.opacity(begin);
        self.keys.retain(|(at, _)| *at <= begin);
        self.keys.push((begin, now));
        self.keys.push((end, to));
    }

    /// Is there, or not, from a place on.
    pub(super) fn jump(&mut self, at: f64, to: f64) {
        self.fade((at, at), to);
    }

    pub(super) fn glide(&mut self, (begin, end): Part, from: Vec2, to: Vec2) {
        self.glide = Some(Glide {
            begin,
            end,
            from,
            to,
        });
    }

    pub(super) fn opacity(&self, place: f64) -> f64 {
        let after = self.keys.iter().position(|(at, _)| *at > place);
        let after = after.unwrap_or(self.keys.len());
        let before = after.checked_sub(1).and_then(|at| self.keys.get(at));
        match (before, self.keys.get(after)) {
            (Some((a, from)), Some((b, to))) => from + (to - from) * (place - a) / (b - a),
            (Some((_, opacity)), None) | (None, Some((_, opacity))) => *opacity,
            (None, None) => 0.0,
        }
    }

    /// Slow at both ends.
    pub(super) fn shift(&self, place: f64) -> Vec2 {
        let Some(glide) = self.glide else {
            return Vec2::ZERO;
        };
        let gone = ((place - glide.begin) / (glide.end - glide.begin)).clamp(0.0, 1.0);
        let gone = gone * gone * (3.0 - 2.0 * gone);
        glide.from + (glide.to - glide.from) * gone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opacity_changes_evenly_and_jumps_count_from_their_place_on() {
        let mut track = Track::unseen();
        track.fade((1.0, 2.0), 1.0);
        track.jump(3.0, 0.0);
        let at = |place| track.opacity(place);
        assert_eq!([0.0, 0.9, 1.5, 2.0, 2.9].map(at), [0.0, 0.0, 0.5, 1.0, 1.0]);
        assert_eq!([3.0, 9.0].map(at), [0.0, 0.0]);
    }

    #[test]
    fn a_glide_begins_and_ends_at_its_places() {
        let mut track = Track::seen();
        track.glide((1.0, 2.0), Vec2::new(8.0, 0.0), Vec2::ZERO);
        let x = |place| track.shift(place).x;
        assert_eq!([0.0, 1.0, 1.5, 2.0, 5.0].map(x), [8.0, 8.0, 4.0, 0.0, 0.0]);
    }
}
