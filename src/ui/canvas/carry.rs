//! What of a picture was in the last one already, perhaps at another place: its mesh is still good,
//! and it can be seen to move there.

use std::collections::BTreeMap;

use crate::editor::Picture;
use crate::geom::{Point, Rect, Vec2};
use crate::scene::{Geometry, Group, Item, Role};

/// Lengths in pt that differ by less are the same.
const SAME: f64 = 1e-6;

/// A group that the last picture had too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Carried {
    /// Its place among the groups of the last picture.
    pub(super) old: usize,
    /// How far it has moved since, in pt.
    pub(super) by: Vec2,
}

/// For each group of a picture: the same one in the last picture.
pub(super) fn carried(old: &Picture, new: &Picture) -> Vec<Option<Carried>> {
    let mut zones = 0;
    let known: BTreeMap<Key<'_>, usize> = old
        .groups
        .iter()
        .enumerate()
        .filter_map(|(at, group)| Some((key(group, &mut zones)?, at)))
        .collect();
    let mut zones = 0;
    let find = |group: &Group| {
        let at = *known.get(&key(group, &mut zones)?)?;
        let by = moved(old.groups.get(at)?, group)?;
        Some(Carried { old: at, by })
    };
    new.groups
        .iter()
        .map(|group| group.as_ref())
        .map(find)
        .collect()
}

/// What a group is, whatever it looks like.
type Key<'a> = (u8, &'a str, &'a str, usize);

fn key<'a>(group: &'a Group, zones: &mut usize) -> Option<Key<'a>> {
    Some(match &group.role {
        Role::Body(role) => (0, role.structure.as_str(), role.body.as_str(), 0),
        Role::Link(role) => (1, role.structure.as_str(), role.link.as_str(), 0),
        Role::Collective(role) => (2, role.structure.as_str(), role.id.as_str(), 0),
        Role::Zone => {
            *zones += 1;
            (3, "", "", *zones)
        }
        Role::Ghost { .. } | Role::Title | Role::Legend | Role::Notes => return None,
    })
}

/// How far a group has moved, if it is the same but for its place.
fn moved(old: &Group, new: &Group) -> Option<Vec2> {
    let by = anchor(new.items.first()?)? - anchor(old.items.first()?)?;
    let same = old.items.len() == new.items.len()
        && old
            .items
            .iter()
            .zip(&new.items)
            .all(|(a, b)| item(a, b, by));
    same.then_some(by)
}

/// A point that goes where an item goes.
fn anchor(item: &Item) -> Option<Point> {
    match item {
        Item::Text { at, .. } => Some(*at),
        Item::Shape { geometry, .. } => match geometry {
            Geometry::Rect { rect, .. } => Some(rect.origin()),
            Geometry::Line { points, .. } | Geometry::Polygon(points) => points.first().copied(),
            Geometry::Circle { centre, .. } => Some(*centre),
            Geometry::Pieces(pieces) => pieces.first()?.first().copied(),
            Geometry::Dots { centres, .. } => centres.first().copied(),
        },
    }
}

fn item(a: &Item, b: &Item, by: Vec2) -> bool {
    match (a, b) {
        (
            Item::Text { at, run, colour },
            Item::Text {
                at: at_b,
                run: run_b,
                colour: colour_b,
            },
        ) => colour == colour_b && point(*at, *at_b, by) && run == run_b,
        (
            Item::Shape {
                geometry: g,
                fill,
                stroke,
            },
            Item::Shape {
                geometry: g_b,
                fill: fill_b,
                stroke: stroke_b,
            },
        ) => fill == fill_b && stroke == stroke_b && geometry(g, g_b, by),
        _ => false,
    }
}

fn geometry(a: &Geometry, b: &Geometry, by: Vec2) -> bool {
    use Geometry::{Circle, Dots, Line, Pieces, Polygon, Rect};
    match (a, b) {
        (Rect { rect: a, radii: r }, Rect { rect: b, radii: q }) => {
            rect(*a, *b, by) && r.iter().zip(q).all(|(r, q)| same(*r, *q))
        }
        (Line { points: a, ease: e }, Line { points: b, ease: f }) => {
            same(*e, *f) && points(a, b, by)
        }
        (Polygon(a), Polygon(b)) => points(a, b, by),
        (
            Circle {
                centre: a,
                radius: r,
            },
            Circle {
                centre: b,
                radius: q,
            },
        ) => same(*r, *q) && point(*a, *b, by),
        (Pieces(a), Pieces(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| points(a, b, by))
        }
        (
            Dots {
                centres: a,
                radius: r,
            },
            Dots {
                centres: b,
                radius: q,
            },
        ) => same(*r, *q) && points(a, b, by),
        _ => false,
    }
}

fn rect(a: Rect, b: Rect, by: Vec2) -> bool {
    let far = |r: Rect| Point::new(r.x1, r.y1);
    point(a.origin(), b.origin(), by) && point(far(a), far(b), by)
}

fn points(a: &[Point], b: &[Point], by: Vec2) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| point(*a, *b, by))
}

fn point(a: Point, b: Point, by: Vec2) -> bool {
    same(a.x + by.x, b.x) && same(a.y + by.y, b.y)
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < SAME
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Project;
    use crate::scene::{self, Options};
    use crate::store;

    fn redcar() -> Project {
        let sample = store::sample("redcar").unwrap();
        store::load(sample.json.as_bytes()).unwrap().project
    }

    fn pictured(project: &Project) -> Picture {
        let structure = project.structures[1].id();
        Picture::of(
            &scene::drawing(project, structure, &Options::default())
                .unwrap()
                .scene,
        )
    }

    #[test]
    fn the_same_picture_is_carried_whole_and_a_renamed_card_is_not() {
        let mut project = redcar();
        let before = pictured(&project);
        let all = carried(&before, &pictured(&project));
        assert!(all.iter().flatten().all(|c| c.by == Vec2::ZERO));
        assert_eq!(all.iter().flatten().count(), before.groups.len());
        let body = &mut project.structures[1].bodies[3];
        body.name = "Another name altogether".to_owned();
        let id = body.id.clone();
        let after = pictured(&project);
        let all = carried(&before, &after);
        for (group, carried) in after.groups.iter().zip(&all) {
            if let Role::Body(role) = &group.role {
                assert_eq!(carried.is_none(), role.body == id, "{}", role.body);
            }
        }
    }

    #[test]
    fn a_card_that_moves_as_a_whole_is_carried() {
        let mut project = redcar();
        let before = pictured(&project);
        let body = &mut project.structures[1].bodies[3];
        body.pin = Some(crate::model::Pin { x: 2000, y: 1200 });
        let id = body.id.clone();
        let after = pictured(&project);
        let all = carried(&before, &after);
        let moved = after.cards.iter().find(|c| c.body.body == id).unwrap();
        let by = all[moved.group].unwrap().by;
        assert!(by.hypot() > 100.0, "{by:?}");
    }
}
