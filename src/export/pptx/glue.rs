//! What lines are glued to: the cards and panels of a page, and the sites on their edges.

use super::element::card_box;
use super::outline::Site;
use super::unit::{Frame, Place, Unit};
use crate::geom::{Point, Rect, overlap};
use crate::model::{BodyId, StructureId};
use crate::scene::{CollectiveRole, Geometry, Item, LinkRole, Page, Role};

/// How far from an edge an end may be that belongs to it, in pt.
const NEAR: f64 = 0.75;

/// How far from the middle of an edge an end may be that takes the site there, in EMU.
const SAME: i64 = 2;

/// A shape that lines can be glued to.
pub(super) struct Spot<'a> {
    /// Its group on the page.
    pub(super) group: usize,
    /// The item of the group that is the shape.
    pub(super) item: usize,
    /// Its number on the slide.
    pub(super) id: u32,
    /// Sites besides the four in the middle of its edges.
    pub(super) sites: Vec<Site>,
    body: Option<(&'a StructureId, &'a BodyId)>,
    /// The edge that lines end on; that of a card which stands for several goes round all of it.
    outer: Rect,
    frame: Frame,
}

/// A site of a shape, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glue {
    pub(super) id: u32,
    pub(super) site: usize,
    /// Its place among the spots.
    pub(super) spot: usize,
}

/// The shapes of a page that lines can be glued to; their numbers on the slide begin with `first`.
pub(super) fn spots(page: &Page, unit: Unit, first: u32) -> Vec<Spot<'_>> {
    let mut out: Vec<Spot<'_>> = Vec::new();
    for (group, g) in page.groups.iter().enumerate() {
        let (item, body) = match &g.role {
            Role::Body(role) => (card_box(&g.items), Some((&role.structure, &role.body))),
            Role::Zone => (card_box(&g.items).filter(|at| *at == 0), None),
            _ => (None, None),
        };
        let rect = |at: usize| match g.items.get(at) {
            Some(Item::Shape {
                geometry: Geometry::Rect { rect, .. },
                ..
            }) => Some(*rect),
            _ => None,
        };
        if let Some(item) = item
            && let Some(own) = rect(item)
        {
            out.push(Spot {
                group,
                item,
                id: first + u32::try_from(out.len()).unwrap_or(u32::MAX - first),
                sites: Vec::new(),
                body,
                outer: g.outline().unwrap_or(own),
                frame: unit.frame(own),
            });
        }
    }
    out
}

/// The lines of a page.
#[derive(Clone, Copy)]
pub(super) enum Line<'a> {
    Single(&'a LinkRole),
    Collective(&'a CollectiveRole),
}

impl Line<'_> {
    /// Whether one of its ends may be at a shape.
    fn may_end(&self, spot: &Spot<'_>) -> bool {
        match (self, spot.body) {
            (Self::Single(role), Some((_, body))) => *body == role.from || *body == role.to,
            (Self::Single(_), None) => false,
            (Self::Collective(role), Some((structure, _))) => *structure == role.structure,
            (Self::Collective(_), None) => true,
        }
    }
}

/// The site at the end of a line; made when the shape has none there. Nothing when the end touches no
/// shape that it could belong to.
pub(super) fn glue(spots: &mut [Spot<'_>], line: Line<'_>, end: Point, unit: Unit) -> Option<Glue> {
    let spot = spots
        .iter()
        .position(|spot| line.may_end(spot) && touches(spot.outer, end))?;
    let found = spots.get_mut(spot)?;
    let at = unit.place(end);
    let site = found.site(at, side(found.outer, end));
    Some(Glue {
        id: found.id,
        site,
        spot,
    })
}

/// The shape that the end of a line touches, without a site of its own.
pub(super) fn touching(spots: &[Spot<'_>], line: Line<'_>, end: Point) -> Option<Glue> {
    let found = spots.iter().enumerate();
    let (spot, found) = found
        .filter(|(_, spot)| line.may_end(spot))
        .find(|(_, spot)| touches(spot.outer, end))?;
    Some(Glue {
        id: found.id,
        site: side(found.outer, end),
        spot,
    })
}

/// Whether a mark at the end of a line reaches over another card. A number does where its ring may.
pub(super) fn covers(spots: &[Spot<'_>], own: usize, mark: &Item) -> bool {
    let bounds = match mark {
        Item::Shape { geometry, .. } => geometry.bounds(),
        Item::Text { at, run, .. } => {
            let size = run.style.size;
            let rise = size * 0.34;
            let middle = Point::new(at.x + run.width / 2.0, at.y - rise);
            let half = (run.width / 2.0 + 2.5).max(size * 0.73);
            Some(Rect::new(
                middle.x - half,
                middle.y - size * 0.73,
                middle.x + half,
                middle.y + size * 0.73,
            ))
        }
    };
    bounds.is_some_and(|mark| {
        let others = spots.iter().enumerate();
        let mut cards = others.filter(|(n, spot)| *n != own && spot.body.is_some());
        cards.any(|(_, spot)| overlap(mark, spot.outer, 0.0))
    })
}

fn touches(rect: Rect, p: Point) -> bool {
    let wide = rect.inflate(NEAR, NEAR);
    let narrow = rect.inflate(-NEAR, -NEAR);
    wide.contains(p) && !narrow.contains(p)
}

/// The edge that a point is nearest to: 0 top, 1 left, 2 bottom, 3 right.
fn side(rect: Rect, p: Point) -> usize {
    let off = [p.y - rect.y0, p.x - rect.x0, p.y - rect.y1, p.x - rect.x1];
    let nearest = off.iter().enumerate();
    let nearest = nearest.min_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs()));
    nearest.map_or(0, |(side, _)| side)
}

impl Spot<'_> {
    fn site(&mut self, at: Place, side: usize) -> usize {
        let Frame { x, y, w, h } = self.frame;
        let middles = [
            (x + w / 2, y),
            (x, y + h / 2),
            (x + w / 2, y + h),
            (x + w, y + h / 2),
        ];
        let same = |a: Place, b: Place| (a.0 - b.0).abs() <= SAME && (a.1 - b.1).abs() <= SAME;
        if middles.get(side).is_some_and(|middle| same(*middle, at)) {
            return side;
        }
        let known = self.sites.iter().position(|site| same(site.at, at));
        let known = known.unwrap_or_else(|| {
            self.sites.push(Site { at, side });
            self.sites.len() - 1
        });
        middles.len() + known
    }
}
