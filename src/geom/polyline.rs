//! Lines of straight pieces: cleaning, rounding of corners, pieces.

use super::{BezPath, Point};

/// One straight piece of a polyline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where it starts.
    pub a: Point,
    /// Where it ends.
    pub b: Point,
}

impl Segment {
    /// Whether it runs across the page.
    #[must_use]
    pub fn horizontal(&self) -> bool {
        (self.a.y - self.b.y).abs() < 0.01
    }

    /// Length in pt.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.a.distance(self.b)
    }
}

/// The straight pieces of a polyline, in order.
pub fn segments(points: &[Point]) -> impl Iterator<Item = Segment> + '_ {
    points.windows(2).filter_map(|w| match w {
        [a, b] => Some(Segment { a: *a, b: *b }),
        _ => None,
    })
}

/// The same polyline without repeated points and without points in the middle of a straight run.
#[must_use]
pub fn simplified(points: &[Point]) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(points.len());
    for &p in points {
        if out.last().is_some_and(|q| q.distance(p) < 0.01) {
            continue;
        }
        if let [.., a, b] = out.as_slice() {
            let same_x = (a.x - b.x).abs() < 0.01 && (b.x - p.x).abs() < 0.01;
            let same_y = (a.y - b.y).abs() < 0.01 && (b.y - p.y).abs() < 0.01;
            if same_x || same_y {
                out.pop();
            }
        }
        out.push(p);
    }
    out
}

/// A path along the polyline whose corners are eased by at most `radius` pt.
#[must_use]
pub fn rounded(points: &[Point], radius: f64) -> BezPath {
    let mut path = BezPath::new();
    let Some((&first, rest)) = points.split_first() else {
        return path;
    };
    path.move_to(first);
    let mut before = first;
    for (i, &corner) in rest.iter().enumerate() {
        match rest.get(i + 1) {
            None => path.line_to(corner),
            Some(&after) => {
                let (d0, d1) = (before.distance(corner), corner.distance(after));
                let r = radius.min(d0 / 2.0).min(d1 / 2.0);
                if r < 0.05 {
                    path.line_to(corner);
                } else {
                    path.line_to(corner.lerp(before, r / d0));
                    path.quad_to(corner, corner.lerp(after, r / d1));
                }
            }
        }
        before = corner;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pts(raw: &[(f64, f64)]) -> Vec<Point> {
        raw.iter().map(|&p| p.into()).collect()
    }

    #[test]
    fn simplified_drops_repeats_and_straight_middles() {
        let got = simplified(&pts(&[(0., 0.), (0., 0.), (5., 0.), (9., 0.), (9., 4.)]));
        assert_eq!(got, pts(&[(0., 0.), (9., 0.), (9., 4.)]));
    }

    #[test]
    fn rounded_never_leaves_the_corner_box() {
        let path = rounded(&pts(&[(0., 0.), (10., 0.), (10., 2.), (20., 2.)]), 5.0);
        let b = kurbo::Shape::bounding_box(&path);
        assert_eq!((b.x0, b.y0, b.x1, b.y1), (0., 0., 20., 2.));
    }
}
