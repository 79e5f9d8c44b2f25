//! A page of a scene made ready for pointing: cards and lines with their places.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::BodyRef;
use crate::geom::{Point, Rect, Size, segments, union};
use crate::model::{BodyId, Fate, KindId, LinkId};
use crate::scene::{CollectiveRole, Colour, Geometry, Group, Item, LinkRole, Page, Role, Scene};

/// One page of a scene, with an index of its bodies and links.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Text alternative of the scene.
    pub description: String,
    /// Width and height of the page in pt.
    pub size: Size,
    /// Colour of the ground.
    pub ground: Colour,
    /// All groups in painting order.
    pub groups: Vec<Arc<Group>>,
    /// The cards, in reading order.
    pub cards: Vec<Card>,
    /// The single lines.
    pub lines: Vec<Line>,
    /// The lines that stand for several links.
    pub collective: Vec<CollectiveLine>,
    /// Whether the bodies stand in zones.
    pub zoned: bool,
    at: BTreeMap<BodyRef, usize>,
    bounds: Rect,
}

/// A body's card.
#[derive(Clone, Debug)]
pub struct Card {
    /// Place in the picture's groups.
    pub group: usize,
    /// Whose card it is.
    pub body: BodyRef,
    /// Its kind.
    pub kind: Option<KindId>,
    /// Its fate, in a comparison.
    pub fate: Option<Fate>,
    /// Its outline in pt.
    pub rect: Rect,
}

/// A link's line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Place in the picture's groups.
    pub group: usize,
    /// The link.
    pub link: LinkId,
    /// The body that reports, is tasked, is represented.
    pub from: BodyId,
    /// The other body.
    pub to: BodyId,
    /// Its run in pt.
    pub points: Vec<Point>,
    /// The box round its run.
    pub bounds: Rect,
}

/// A line that stands for several links.
#[derive(Clone, Debug)]
pub struct CollectiveLine {
    /// What it stands for.
    pub role: Arc<CollectiveRole>,
    /// Its run in pt.
    pub points: Vec<Point>,
    /// The box round its run.
    pub bounds: Rect,
    /// The box of its words; of a line without any a place on its run.
    pub words: Rect,
}

impl Picture {
    /// The first page of a scene; a scene without pages gives an empty picture.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        let empty = Page {
            size: Size::ZERO,
            ground: Colour::hex(0xFF_FF_FF),
            groups: Vec::new(),
            scale: 1.0,
            panes: Vec::new(),
        };
        let page = scene.pages.first().unwrap_or(&empty);
        let groups: Vec<Arc<Group>> = page.groups.iter().cloned().map(Arc::new).collect();
        let mut cards = Vec::new();
        let (mut lines, mut collective) = (Vec::new(), Vec::new());
        for (at, group) in groups.iter().enumerate() {
            match &group.role {
                Role::Body(role) => cards.extend(group.outline().map(|rect| Card {
                    group: at,
                    body: BodyRef::new(&role.structure, &role.body),
                    kind: role.kind.clone(),
                    fate: role.fate,
                    rect,
                })),
                Role::Link(role) => lines.extend(line(at, role, group)),
                Role::Collective(role) => collective.extend(collective_line(role, group)),
                _ => {}
            }
        }
        let index = cards.iter().enumerate();
        let at = index.map(|(i, c)| (c.body.clone(), i)).collect();
        let bounds = union(
            groups
                .iter()
                .flat_map(|g| g.items.iter())
                .filter_map(bounds),
        )
        .unwrap_or_else(|| page.size.to_rect());
        Self {
            description: scene.description.clone(),
            size: page.size,
            ground: page.ground,
            groups,
            cards,
            lines,
            collective,
            zoned: false,
            at,
            bounds,
        }
    }

    /// The box round everything drawn, in pt.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        self.bounds
    }

    /// The card of a body.
    #[must_use]
    pub fn card(&self, body: &BodyRef) -> Option<&Card> {
        self.cards.get(*self.at.get(body)?)
    }

    /// The topmost card at a page point.
    #[must_use]
    pub fn card_at(&self, page: Point) -> Option<&Card> {
        self.cards.iter().rev().find(|c| c.rect.contains(page))
    }

    /// The nearest line within `reach` pt of a page point.
    #[must_use]
    pub fn line_at(&self, page: Point, reach: f64) -> Option<&Line> {
        let lines = self.lines.iter();
        let near =
            lines.filter_map(|line| Some((near(&line.points, line.bounds, page, reach)?, line)));
        near.min_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, line)| line)
    }

    /// The collective line whose words hold a page point, or the nearest within `reach` pt of it.
    #[must_use]
    pub fn collective_at(&self, page: Point, reach: f64) -> Option<&CollectiveLine> {
        let distance = |line: &CollectiveLine| {
            if line.words.contains(page) {
                return Some(0.0);
            }
            near(&line.points, line.bounds, page, reach)
        };
        let lines = self.collective.iter();
        let near = lines.filter_map(|line| Some((distance(line)?, line)));
        near.min_by(|(a, _), (b, _)| a.total_cmp(b))
            .map(|(_, line)| line)
    }

    /// Size in pt of the smallest text on any page of a scene.
    #[must_use]
    pub fn smallest_text(scene: &Scene) -> Option<f64> {
        let groups = scene.pages.iter().flat_map(|p| &p.groups);
        groups
            .flat_map(|g| &g.items)
            .filter_map(|item| match item {
                Item::Text { run, .. } => Some(run.style.size),
                Item::Shape { .. } => None,
            })
            .min_by(f64::total_cmp)
    }
}

/// The distance of a polyline from a point, when it is within `reach`.
fn near(points: &[Point], bounds: Rect, p: Point, reach: f64) -> Option<f64> {
    let may = bounds.inflate(reach, reach).contains(p) && passes(points, p, reach);
    let distance = may.then(|| distance(points, p))?;
    (distance <= reach).then_some(distance)
}

/// The run of a group's line.
fn run(group: &Group) -> Option<Vec<Point>> {
    group.items.iter().find_map(|item| match item {
        Item::Shape {
            geometry: Geometry::Line { points, .. },
            ..
        } => Some(points.clone()),
        _ => None,
    })
}

/// Width of the place on a collective line that has no words.
const HANDLE: f64 = 24.0;

fn collective_line(role: &Arc<CollectiveRole>, group: &Group) -> Option<CollectiveLine> {
    let points = run(group)?;
    let texts = group.items.iter();
    let texts = texts.filter(|item| matches!(item, Item::Text { .. }));
    let on_run = || {
        let pieces = segments(&points);
        let longest = pieces.max_by(|a, b| a.length().total_cmp(&b.length()))?;
        let half = HANDLE / 2.0;
        Some(
            Rect::from_points(longest.a.midpoint(longest.b), longest.a.midpoint(longest.b))
                .inflate(half, half),
        )
    };
    Some(CollectiveLine {
        role: Arc::clone(role),
        bounds: bounds_of(&points)?,
        words: union(texts.filter_map(bounds)).or_else(on_run)?,
        points,
    })
}

fn bounds_of(points: &[Point]) -> Option<Rect> {
    union(points.iter().map(|p| Rect::from_points(*p, *p)))
}

fn line(at: usize, role: &LinkRole, group: &Group) -> Option<Line> {
    let points = run(group)?;
    Some(Line {
        group: at,
        link: role.link.clone(),
        from: role.from.clone(),
        to: role.to.clone(),
        bounds: bounds_of(&points)?,
        points,
    })
}

/// The box of an item in pt; a row of text reaches from a little under its baseline.
fn bounds(item: &Item) -> Option<Rect> {
    match item {
        Item::Shape { geometry, .. } => geometry.bounds(),
        Item::Text { at, run, .. } => Some(Rect::new(
            at.x,
            at.y - run.style.size * 0.8,
            at.x + run.width,
            at.y + run.style.size * 0.25,
        )),
    }
}

/// Whether a piece of a polyline may be within `reach` of a point: quick, for all lines that are
/// far away.
fn passes(points: &[Point], p: Point, reach: f64) -> bool {
    points.windows(2).any(|pair| match pair {
        [a, b] => {
            p.x >= a.x.min(b.x) - reach
                && p.x <= a.x.max(b.x) + reach
                && p.y >= a.y.min(b.y) - reach
                && p.y <= a.y.max(b.y) + reach
        }
        _ => false,
    })
}

/// Distance in pt of a point from a polyline.
fn distance(points: &[Point], p: Point) -> f64 {
    segments(points)
        .map(|s| {
            let along = s.b - s.a;
            let length = along.hypot2();
            let t = if length > 0.0 {
                ((p - s.a).dot(along) / length).clamp(0.0, 1.0)
            } else {
                0.0
            };
            p.distance(s.a + along * t)
        })
        .fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{LinkKindId, StructureId};
    use crate::scene::{BodyRole, Stroke};

    /// A picture with cards at boxes and straight lines between their middles.
    pub(in crate::editor) fn picture(
        cards: &[(&str, Rect)],
        lines: &[(&str, &str, &str)],
    ) -> Picture {
        let structure = StructureId::new("now");
        let middle = |id: &str| {
            let (_, rect) = cards.iter().find(|(name, _)| *name == id).unwrap();
            rect.center()
        };
        let mut groups: Vec<Group> = lines
            .iter()
            .map(|(id, from, to)| Group {
                role: Role::Link(Arc::new(LinkRole {
                    structure: structure.clone(),
                    link: LinkId::new(id),
                    kind: LinkKindId::new("reports-to"),
                    from: BodyId::new(from),
                    to: BodyId::new(to),
                })),
                items: vec![Item::Shape {
                    geometry: Geometry::Line {
                        points: vec![middle(from), middle(to)],
                        ease: 0.0,
                    },
                    fill: None,
                    stroke: Some(Stroke::solid(Colour(0, 0, 0), 1.5)),
                }],
            })
            .collect();
        groups.extend(cards.iter().map(|(id, rect)| Group {
            role: Role::Body(Arc::new(BodyRole {
                structure: structure.clone(),
                body: BodyId::new(id),
                kind: None,
                fate: None,
            })),
            items: vec![Item::Shape {
                geometry: Geometry::Rect {
                    rect: *rect,
                    radii: [4.0; 4],
                },
                fill: None,
                stroke: None,
            }],
        }));
        Picture::of(&Scene {
            lang: "en-GB",
            title: String::new(),
            description: String::new(),
            pages: vec![Page {
                size: Size::new(500.0, 400.0),
                ground: Colour(255, 255, 255),
                groups,
                scale: 1.0,
                panes: Vec::new(),
            }],
        })
    }

    #[test]
    fn the_card_on_top_is_hit() {
        let p = picture(
            &[
                ("below", Rect::new(0.0, 0.0, 100.0, 50.0)),
                ("above", Rect::new(50.0, 0.0, 150.0, 50.0)),
            ],
            &[],
        );
        let hit = |x: f64| p.card_at(Point::new(x, 10.0)).map(|c| c.body.body.as_str());
        assert_eq!(hit(10.0), Some("below"));
        assert_eq!(hit(75.0), Some("above"));
        assert_eq!(hit(200.0), None);
    }

    #[test]
    fn a_line_is_hit_within_reach() {
        let p = picture(
            &[
                ("a", Rect::new(0.0, 0.0, 10.0, 10.0)),
                ("b", Rect::new(100.0, 0.0, 110.0, 10.0)),
            ],
            &[("l", "a", "b")],
        );
        assert!(p.line_at(Point::new(50.0, 8.0), 4.0).is_some());
        assert!(p.line_at(Point::new(50.0, 12.0), 4.0).is_none());
    }

    #[test]
    fn a_scene_without_pages_is_an_empty_picture() {
        let p = Picture::of(&Scene {
            lang: "en-GB",
            title: String::new(),
            description: String::new(),
            pages: Vec::new(),
        });
        assert!(p.cards.is_empty() && p.bounds().area() == 0.0);
    }
}
