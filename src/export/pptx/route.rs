//! A route as a connector of Office: straight, or bent up to four times.

use super::unit::{Frame, Place};

const STRAIGHT: &str = "straightConnector1";

/// The form of a connector that runs along a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Connector {
    /// Name of the form.
    pub(super) form: &'static str,
    /// Its box before it is turned.
    pub(super) frame: Frame,
    /// Turned by a quarter: it leaves upwards or downwards.
    pub(super) turned: bool,
    pub(super) flip_h: bool,
    pub(super) flip_v: bool,
    /// Where it bends, in 100,000ths of the box.
    pub(super) bends: Vec<i64>,
}

impl Connector {
    /// The connector that runs exactly along a route; nothing when there is none: more bends, slanting
    /// pieces, or both ends on one level with a bend elsewhere.
    pub(super) fn along(route: &[Place]) -> Option<Self> {
        let (&start, &end) = (route.first()?, route.last()?);
        if let [_, _] = route {
            return Some(Self {
                form: STRAIGHT,
                frame: Frame::between(start, end),
                turned: false,
                flip_h: end.0 < start.0,
                flip_v: end.1 < start.1,
                bends: Vec::new(),
            });
        }
        let turned = starts_upright(route)?;
        // As if it left to the right: along is the way in which it leaves, across the other.
        let (along, across) = if turned {
            (end.1 - start.1, end.0 - start.0)
        } else {
            (end.0 - start.0, end.1 - start.1)
        };
        let forms = [
            "bentConnector2",
            "bentConnector3",
            "bentConnector4",
            "bentConnector5",
        ];
        let form = *forms.get(route.len().checked_sub(3)?)?;
        let mut bends = Vec::new();
        // The last corner follows from the end.
        let free = route.get(1..route.len() - 2).unwrap_or_default();
        for (n, corner) in free.iter().enumerate() {
            let (dx, dy) = (corner.0 - start.0, corner.1 - start.1);
            let (on, over) = if turned { (dy, dx) } else { (dx, dy) };
            let (way, whole) = if n % 2 == 0 {
                (on, along)
            } else {
                (over, across)
            };
            bends.push(share(way, whole)?);
        }
        if across == 0 || along == 0 {
            return None;
        }
        let centre = (start.0 + end.0, start.1 + end.1);
        let (w, h) = (along.abs(), across.abs());
        Some(Self {
            form,
            frame: Frame {
                x: (centre.0 - w).div_euclid(2),
                y: (centre.1 - h).div_euclid(2),
                w,
                h,
            },
            turned,
            flip_h: along < 0,
            // A quarter turn takes what lies below to the left.
            flip_v: if turned { across > 0 } else { across < 0 },
            bends,
        })
    }

    /// Whether it is not straight.
    pub(super) fn bends(&self) -> bool {
        self.form != STRAIGHT
    }

    /// The attributes of its `a:xfrm`.
    pub(super) fn attributes(&self) -> String {
        let mut out = String::new();
        for (given, words) in [
            (self.turned, r#" rot="5400000""#),
            (self.flip_h, r#" flipH="1""#),
            (self.flip_v, r#" flipV="1""#),
        ] {
            if given {
                out.push_str(words);
            }
        }
        out
    }
}

/// Whether the first piece runs up or down; nothing when pieces slant or do not take turns.
fn starts_upright(route: &[Place]) -> Option<bool> {
    let upright = |pair: &[Place]| match pair {
        [a, b] if a.0 == b.0 && a.1 != b.1 => Some(true),
        [a, b] if a.1 == b.1 && a.0 != b.0 => Some(false),
        _ => None,
    };
    let first = upright(route.get(..2)?)?;
    for (n, pair) in route.windows(2).enumerate() {
        if upright(pair)? != (first == (n % 2 == 0)) {
            return None;
        }
    }
    Some(first)
}

/// A length as a share of another, in 100,000ths.
fn share(length: i64, of: i64) -> Option<i64> {
    /// Far more than any drawing needs; programs read these as 32 bits.
    const MOST: i64 = 1_000_000_000;
    let twice = length.checked_mul(200_000)?.checked_div(of)?;
    let share = (twice + twice.signum()) / 2;
    (share.abs() < MOST).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a program draws: the form's own points, flipped and then turned.
    fn drawn(c: &Connector) -> Vec<(f64, f64)> {
        let (w, h) = (c.frame.w as f64, c.frame.h as f64);
        let adj = |n: usize| c.bends[n] as f64 / 100_000.0;
        let mut points = vec![(0.0, 0.0)];
        match c.form {
            "straightConnector1" => {}
            "bentConnector2" => points.push((w, 0.0)),
            "bentConnector3" => points.extend([(adj(0) * w, 0.0), (adj(0) * w, h)]),
            "bentConnector4" => {
                points.extend([(adj(0) * w, 0.0), (adj(0) * w, adj(1) * h), (w, adj(1) * h)]);
            }
            _ => points.extend([
                (adj(0) * w, 0.0),
                (adj(0) * w, adj(1) * h),
                (adj(2) * w, adj(1) * h),
                (adj(2) * w, h),
            ]),
        }
        points.push((w, h));
        let centre = (c.frame.x as f64 + w / 2.0, c.frame.y as f64 + h / 2.0);
        let placed = points.into_iter().map(|(x, y)| {
            let (mut x, mut y) = (x - w / 2.0, y - h / 2.0);
            if c.flip_h {
                x = -x;
            }
            if c.flip_v {
                y = -y;
            }
            if c.turned {
                (x, y) = (-y, x);
            }
            (x + centre.0, y + centre.1)
        });
        placed.collect()
    }

    #[test]
    fn a_connector_runs_along_its_route() {
        let routes: &[&[Place]] = &[
            &[(0, 0), (100, 0)],
            &[(5, 9), (5, 90)],
            &[(10, 10), (100, 10), (100, 70)],
            &[(100, 10), (10, 10), (10, -70)],
            &[(10, 10), (10, 80), (60, 80)],
            &[(10, 10), (10, -80), (-60, -80)],
            &[(10, 10), (10, 80), (60, 80), (60, 120)],
            &[(10, 10), (10, 80), (-60, 80), (-60, 120)],
            &[(60, 120), (60, 80), (10, 80), (10, 11)],
            &[(0, 0), (30, 0), (30, 50), (90, 50)],
            &[(90, 50), (120, 50), (120, 0), (0, 0)],
            &[(0, 0), (30, 0), (30, 50), (90, 50), (90, 70)],
            &[(0, 0), (0, 30), (50, 30), (50, -90), (70, -90)],
            &[(0, 0), (0, 30), (50, 30), (50, -90), (70, -90), (70, -120)],
            &[(0, 0), (30, 0), (30, 50), (-90, 50), (-90, 70), (-40, 70)],
        ];
        for route in routes {
            let connector = Connector::along(route).unwrap();
            let got = drawn(&connector);
            assert_eq!(got.len(), route.len(), "{route:?}");
            for (a, b) in got.iter().zip(*route) {
                let off = (a.0 - b.0 as f64).abs().max((a.1 - b.1 as f64).abs());
                assert!(off <= 0.51, "{route:?}: {got:?}");
            }
        }
    }

    #[test]
    fn other_routes_have_no_connector() {
        let routes: &[&[Place]] = &[
            &[],
            &[(0, 0)],
            // Both ends on one level.
            &[(0, 0), (0, 30), (50, 30), (50, 0)],
            // Five bends.
            &[
                (0, 0),
                (9, 0),
                (9, 9),
                (20, 9),
                (20, 20),
                (30, 20),
                (30, 50),
            ],
            &[(0, 0), (9, 4), (9, 9)],
        ];
        for route in routes {
            assert_eq!(Connector::along(route), None, "{route:?}");
        }
    }
}
