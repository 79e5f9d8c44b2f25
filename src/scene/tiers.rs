//! Tiers as bands: quiet stripes across a plain drawing, each with its name.

use super::options::{Ink, Options};
use super::place::whole;
use super::plan::{Placed, rect_of};
use super::style::Looks;
use super::zoned::{ROW, TITLE};
use super::zoned_draw::row;
use super::{Geometry, Group, Item, Role, Stroke};
use crate::geom::{Point, Rect};
use crate::layout::{Bands, Cell, STEP};
use crate::model::{Project, Structure, Tier};
use crate::text::shape;

/// Free strip between two stripes, so that they can be told apart.
const BETWEEN: f64 = 2.0;

/// The stripe of a tier, or of bodies that belong to none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stripe<'a> {
    /// Its place among the bands of the layout.
    pub(super) number: usize,
    pub(super) tier: Option<&'a Tier>,
    pub(super) cell: Cell,
}

/// What is asked of the layout when bands are wanted and there are tiers: the tier of each body, and the
/// room for the names of tiers.
pub(super) fn wanted(project: &Project, structure: &Structure, options: &Options) -> Option<Bands> {
    let twin = options.twin.as_deref();
    let bands = options.tiers.then(|| bands(project, structure, twin))?;
    bands.of.iter().any(Option::is_some).then_some(bands)
}

fn bands(project: &Project, structure: &Structure, twin: Option<&Project>) -> Bands {
    let place = |body: &crate::model::Body| {
        let id = body.tier.as_ref()?;
        project.tiers.iter().position(|tier| tier.id == *id)
    };
    let width = |tier: &Tier| whole(shape(&tier.name, TITLE).width);
    let size = |tier: &Tier| {
        let other = twin.and_then(|twin| twin.tier(&tier.id)).map_or(0, width);
        (width(tier).max(other), whole(ROW))
    };
    Bands {
        of: structure.bodies.iter().map(place).collect(),
        titles: project.tiers.iter().map(size).collect(),
    }
}

/// The stripes that the layout has made.
pub(super) fn stripes<'a>(project: &'a Project, cells: &[Cell]) -> Vec<Stripe<'a>> {
    let all = cells.iter().enumerate().map(|(number, &cell)| Stripe {
        number,
        tier: project.tiers.get(number),
        cell,
    });
    all.filter(|stripe| stripe.cell.h > 0).collect()
}

/// The stripes with their names.
pub(super) fn draw(placed: &Placed<'_>, looks: &Looks<'_>, ink: Ink) -> Vec<Group> {
    let theme = looks.theme();
    let stripe = |stripe: &Stripe<'_>| {
        let rect = rect_of(stripe.cell);
        let rect = Rect::new(rect.x0, rect.y0, rect.x1, rect.y1 - BETWEEN);
        // Black and white has no pale ground: there the stripe is a thin line.
        let thin = (ink == Ink::Mono).then(|| Stroke::solid(theme.ui.control, 0.5));
        let mut items = vec![Item::Shape {
            geometry: Geometry::Rect {
                rect,
                radii: [6.0; 4],
            },
            fill: Some(theme.ui.band),
            stroke: thin,
        }];
        if let Some(tier) = stripe.tier {
            // Where the layout keeps lines away: at the left edge of the cards.
            let at = Point::new(0.0, rect.y0 + f64::from(STEP));
            items.push(row(at, shape(&tier.name, TITLE), theme.ui.muted));
        }
        Group {
            role: Role::Zone,
            items,
        }
    };
    placed.tiers.iter().map(stripe).collect()
}
