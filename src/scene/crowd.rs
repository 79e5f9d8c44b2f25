//! How crowded a page is: what a reader has to tell apart.

use super::{Geometry, Item, Page, Role};
use crate::geom::Point;
use crate::layout;

impl Page {
    /// How many bodies stand on it.
    #[must_use]
    pub fn bodies(&self) -> usize {
        let body = |role: &Role| matches!(role, Role::Body(_));
        self.groups.iter().filter(|g| body(&g.role)).count()
    }

    /// How many lines there are, one that stands for several counted once.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.ways().count()
    }

    /// At how many places lines cross; lines that meet on one way do not.
    #[must_use]
    pub fn crossings(&self) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "pages are some metres at most"
        )]
        let hundredths = |v: f64| (v * 100.0).round() as i32;
        let ways: Vec<Vec<(i32, i32)>> = self
            .ways()
            .map(|way| {
                way.iter()
                    .map(|p| (hundredths(p.x), hundredths(p.y)))
                    .collect()
            })
            .collect();
        layout::crossing_places(ways.iter().map(Vec::as_slice)).len()
    }

    fn ways(&self) -> impl Iterator<Item = &[Point]> {
        let line = |role: &Role| matches!(role, Role::Link(_) | Role::Collective(_));
        let groups = self.groups.iter().filter(move |g| line(&g.role));
        groups.filter_map(|group| match group.items.first() {
            Some(Item::Shape {
                geometry: Geometry::Line { points, .. },
                ..
            }) => Some(points.as_slice()),
            _ => None,
        })
    }
}
