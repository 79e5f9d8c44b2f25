//! How often lines cross.

use std::collections::BTreeSet;

/// A straight piece: the line it belongs to, where it stands, from where to where.
type Piece = (usize, i32, i32, i32);

/// How often lines cross at right angles; lines that meet or branch do not cross.
pub fn crossings<'a>(routes: impl IntoIterator<Item = &'a [(i32, i32)]>) -> u32 {
    let mut count = 0_u32;
    each(routes, |_| count = count.saturating_add(1));
    count
}

/// The places where lines cross: lines on one way cross another there once, as a reader sees it.
pub fn crossing_places<'a>(
    routes: impl IntoIterator<Item = &'a [(i32, i32)]>,
) -> BTreeSet<(i32, i32)> {
    let mut places = BTreeSet::new();
    each(routes, |place| {
        places.insert(place);
    });
    places
}

fn each<'a>(routes: impl IntoIterator<Item = &'a [(i32, i32)]>, mut found: impl FnMut((i32, i32))) {
    let mut across: Vec<Piece> = Vec::new();
    let mut along: Vec<Piece> = Vec::new();
    for (line, points) in routes.into_iter().enumerate() {
        for pair in points.windows(2) {
            let &[a, b] = pair else { continue };
            if a.1 == b.1 {
                across.push((line, a.1, a.0.min(b.0), a.0.max(b.0)));
            } else {
                along.push((line, a.0, a.1.min(b.1), a.1.max(b.1)));
            }
        }
    }
    along.sort_unstable_by_key(|&(_, x, ..)| x);
    for &(line, y, left, right) in &across {
        let from = along.partition_point(|&(_, x, ..)| x <= left);
        let within = along.iter().skip(from).take_while(|(_, x, ..)| *x < right);
        let met = within.filter(|&&(other, _, top, bottom)| other != line && top < y && y < bottom);
        met.for_each(|&(_, x, ..)| found((x, y)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_cross_only_inside_both() {
        let flat = [(0, 10), (100, 10)];
        for (points, expected) in [
            (&[(50, 0), (50, 20)][..], 1),
            // A branch touches, it does not cross.
            (&[(50, 10), (50, 20)], 0),
            (&[(100, 0), (100, 20)], 0),
            (&[(50, 0), (50, 20), (60, 20), (60, 0)], 2),
            (&[(0, 10), (50, 10)], 0),
        ] {
            assert_eq!(crossings([&flat[..], points]), expected, "{points:?}");
        }
    }
}
