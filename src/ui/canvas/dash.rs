//! Dashes along a line, only where they can be seen.
//!
//! A line of a thousand bodies is long; made into dashes as a whole it would give hundreds of
//! thousands of pieces that nobody sees. So each straight piece is cut to the view first and the
//! dashes keep their rhythm from the line's start.

use egui::{Pos2, Rect};

/// The visible dashes of a polyline as pairs of ends.
///
/// `pattern` holds lengths of dash and gap in turn, in screen points. An empty pattern, or one
/// too fine to be seen, gives the visible straight pieces as they are.
pub(super) fn dashes(points: &[Pos2], pattern: &[f32], view: Rect) -> Vec<[Pos2; 2]> {
    let period: f32 = pattern.iter().sum();
    let solid = pattern.is_empty() || !period.is_finite() || period < 0.5;
    let mut out = Vec::new();
    let mut travelled = 0.0;
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        let length = a.distance(*b);
        if let Some((from, to)) = inside(*a, *b, view) {
            if solid {
                out.push([a.lerp(*b, from), a.lerp(*b, to)]);
            } else {
                let piece = Piece {
                    a: *a,
                    b: *b,
                    length,
                    start: travelled,
                };
                piece.cut(pattern, period, from * length, to * length, &mut out);
            }
        }
        travelled += length;
    }
    out
}

/// A straight piece and how far along the line it starts.
struct Piece {
    a: Pos2,
    b: Pos2,
    length: f32,
    start: f32,
}

impl Piece {
    /// The dashes between two lengths along the piece.
    fn cut(&self, pattern: &[f32], period: f32, from: f32, to: f32, out: &mut Vec<[Pos2; 2]>) {
        if self.length <= 0.0 {
            return;
        }
        // Begin with the period in which the visible part starts.
        let mut at = ((self.start + from) / period).floor() * period - self.start;
        while at < to {
            let mut drawn = true;
            for &part in pattern {
                let (p, q) = (at.max(from), (at + part).min(to));
                if drawn && q > p {
                    let on = |d: f32| self.a.lerp(self.b, d / self.length);
                    out.push([on(p), on(q)]);
                }
                at += part;
                drawn = !drawn;
            }
        }
    }
}

/// The part of a straight piece inside a box, as shares of its length (Liang and Barsky).
fn inside(a: Pos2, b: Pos2, view: Rect) -> Option<(f32, f32)> {
    let d = b - a;
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    for (p, q) in [
        (-d.x, a.x - view.min.x),
        (d.x, view.max.x - a.x),
        (-d.y, a.y - view.min.y),
        (d.y, view.max.y - a.y),
    ] {
        if p.abs() < f32::EPSILON {
            if q < 0.0 {
                return None;
            }
        } else if p < 0.0 {
            from = from.max(q / p);
        } else {
            to = to.min(q / p);
        }
    }
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    const VIEW: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(100.0, 100.0),
    };

    fn check(points: &[(f32, f32)], pattern: &[f32], expected: &[(f32, f32, f32, f32)]) {
        let points: Vec<Pos2> = points.iter().map(|&(x, y)| pos2(x, y)).collect();
        let got: Vec<_> = dashes(&points, pattern, VIEW)
            .iter()
            .map(|[a, b]| (a.x.round(), a.y.round(), b.x.round(), b.y.round()))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn dashes_keep_their_rhythm_round_corners() {
        check(
            &[(0.0, 0.0), (12.0, 0.0), (12.0, 20.0)],
            &[8.0, 8.0],
            &[(0.0, 0.0, 8.0, 0.0), (12.0, 4.0, 12.0, 12.0)],
        );
    }

    #[test]
    fn a_line_from_far_away_gives_only_what_is_seen() {
        let far = [pos2(-1.0e6, 50.0), pos2(1.0e6, 50.0)];
        let seen = dashes(&far, &[6.0, 4.0], VIEW);
        assert!(seen.len() <= 12, "{} dashes", seen.len());
        assert!(seen.iter().flatten().all(|p| VIEW.expand(0.1).contains(*p)));
        assert!(dashes(&[pos2(-10.0, -10.0), pos2(-10.0, 900.0)], &[6.0, 4.0], VIEW).is_empty());
    }

    #[test]
    fn no_pattern_is_a_solid_line() {
        check(
            &[(-50.0, 10.0), (50.0, 10.0)],
            &[],
            &[(0.0, 10.0, 50.0, 10.0)],
        );
        check(&[(3.0, 3.0)], &[2.0, 2.0], &[]);
        check(
            &[(1.0, 1.0), (9.0, 1.0)],
            &[0.0, 0.0],
            &[(1.0, 1.0, 9.0, 1.0)],
        );
    }
}
