//! The page: title on top, drawing, key and notes under it or at its side.

use super::furniture::{self, Entry, MARGIN, TitleBlock};
use super::options::{Options, Orientation, Paper};
use super::pages::{self, KeyPlan};
use super::theme::Theme;
use super::transform::Onto;
use super::{Geometry, Group, Item, Page, Role, Stroke, ink, plan};
use crate::geom::{Point, Rect, Size, Vec2};
use crate::layout::{self, Gaps, Request};

/// Width of the key when it stands at the side, in pt.
const SIDE: f64 = 148.0;
/// Room between drawing and furniture.
const AIR: f64 = 12.0;
/// Room between two drawings on a page.
const BETWEEN: f64 = 22.0;

/// Least width and height left for a drawing.
const LEAST: f64 = 60.0;

/// What stands round the drawing.
pub(super) struct Furnishing {
    pub(super) title: TitleBlock,
    pub(super) entries: Vec<Entry>,
    pub(super) notes: Vec<String>,
    /// The key plan, when there are several pages; it stands over the key at the side.
    pub(super) plan: Option<KeyPlan>,
}

/// A drawing in its own pt, to be put on the page.
pub(super) struct Body {
    /// Name and full title over it, when several drawings share the page.
    pub(super) heading: Option<(String, String)>,
    pub(super) bounds: Rect,
    pub(super) groups: Vec<Group>,
}

/// A sheet and what is left of it for each drawing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room {
    pub(super) sheet: Size,
    /// Room for one drawing.
    pub(super) drawing: Size,
    /// Whether the key stands at the side.
    side: bool,
}

/// How much larger a drawing must print upright before an upright sheet is taken by itself.
///
/// Screens, projectors and most charts in committee papers lie across.
const UPRIGHT: f64 = 0.92;

/// Worth of a sheet on which the key does not fit: taken only when there is no other.
const CUT: f64 = 1e-3;

/// The sheet and the place of the key with which the drawing prints largest, and how well.
pub(super) fn best_room(
    options: &Options,
    furnishing: &Furnishing,
    drawings: u32,
    theme: &Theme,
    scale: impl Fn(Size) -> f64,
) -> (f64, Room) {
    let mut best: Option<(f64, Room)> = None;
    let auto = options.orientation == Orientation::Auto;
    for sheet in plan::sheets(options) {
        let upright = if auto && sheet.height > sheet.width {
            UPRIGHT
        } else {
            1.0
        };
        for side in [false, true] {
            if furnishing.plan.is_some() && !side && options.furniture {
                continue;
            }
            let drawing = room_for(sheet, side, options, furnishing, drawings, theme);
            let room = Room {
                sheet,
                drawing,
                side,
            };
            let whole = fits(&room, options, furnishing, drawings, theme);
            let scale = scale(drawing) * upright * if whole { 1.0 } else { CUT };
            if best.as_ref().is_none_or(|(s, _)| scale > *s + 1e-9) {
                best = Some((scale, room));
            }
            if !options.furniture {
                break;
            }
        }
    }
    let sheet = Size::new(842.0, 595.0);
    best.unwrap_or((
        0.0,
        Room {
            sheet,
            drawing: sheet,
            side: false,
        },
    ))
}

/// Whether key and notes stay on the sheet.
fn fits(
    room: &Room,
    options: &Options,
    furnishing: &Furnishing,
    drawings: u32,
    theme: &Theme,
) -> bool {
    if !options.furniture {
        return true;
    }
    let Room { sheet, side, .. } = *room;
    let inner = sheet.width - 2.0 * MARGIN;
    let title = furniture::title(&furnishing.title, theme, Point::ZERO, inner).height;
    let over = title + AIR + if drawings > 1 { HEADING } else { 0.0 };
    let needed = if side {
        side_height(furnishing, theme) + AIR
    } else {
        below_height(furnishing, theme, inner) + AIR + LEAST
    };
    over + needed <= sheet.height - 2.0 * MARGIN
}

/// How large a request would print in a room, without routing.
pub(super) fn rough_scale(request: &Request, room: Size) -> f64 {
    let (w, h) = layout::place(request, Gaps::default()).size;
    let scale = (room.width / f64::from(w.max(1))).min(room.height / f64::from(h.max(1)));
    scale.min(1.0)
}

fn room_for(
    sheet: Size,
    side: bool,
    options: &Options,
    furnishing: &Furnishing,
    drawings: u32,
    theme: &Theme,
) -> Size {
    let mut w = sheet.width - 2.0 * MARGIN;
    let mut h = sheet.height - 2.0 * MARGIN;
    if options.furniture {
        h -= furniture::title(&furnishing.title, theme, Point::ZERO, w).height + AIR;
        if side {
            w -= SIDE + AIR;
        } else {
            h -= below_height(furnishing, theme, w) + AIR;
        }
    }
    if drawings > 1 {
        h -= HEADING;
    }
    let n = f64::from(drawings);
    Size::new(((w - BETWEEN * (n - 1.0)) / n).max(LEAST), h.max(LEAST))
}

fn below_height(furnishing: &Furnishing, theme: &Theme, width: f64) -> f64 {
    furniture::key(&furnishing.entries, theme, Point::ZERO, width).height
        + furniture::notes(&furnishing.notes, theme, Point::ZERO, width).height
}

fn side_height(furnishing: &Furnishing, theme: &Theme) -> f64 {
    let plan = furnishing.plan.as_ref();
    let plan = plan.map(|plan| pages::block(plan, theme, Point::ZERO, SIDE).height + AIR);
    plan.unwrap_or(0.0) + below_height(furnishing, theme, SIDE)
}

/// Height of the heading over each of several drawings.
const HEADING: f64 = 24.0;

/// Puts drawings and furniture on a page.
pub(super) fn compose(
    bodies: Vec<Body>,
    furnishing: &Furnishing,
    room: &Room,
    options: &Options,
    theme: &Theme,
) -> Page {
    let widest = bodies.iter().map(|b| b.bounds.width()).fold(1.0, f64::max);
    let highest = bodies.iter().map(|b| b.bounds.height()).fold(1.0, f64::max);
    let several = bodies.len() > 1;
    let fit = options.paper == Paper::Fit;
    let scale = if fit {
        1.0
    } else {
        (room.drawing.width / widest)
            .min(room.drawing.height / highest)
            .min(1.0)
    };
    let (w, h) = (widest * scale, highest * scale);
    let n = f64::from(u32::try_from(bodies.len()).unwrap_or(1));
    let across = w * n + BETWEEN * (n - 1.0).max(0.0);
    let size = if fit {
        fitted(
            furnishing,
            options,
            theme,
            across,
            h + if several { HEADING } else { 0.0 },
        )
    } else {
        room.sheet
    };
    let mut groups = Vec::new();
    let mut top = MARGIN;
    let inner = size.width - 2.0 * MARGIN;
    if options.furniture {
        let title = furniture::title(&furnishing.title, theme, Point::new(MARGIN, top), inner);
        top += title.height + AIR;
        groups.push(title.group);
    }
    let side = options.furniture && room.side && !fit;
    let field = if side { inner - SIDE - AIR } else { inner };
    let mut x = MARGIN + ((field - across) / 2.0).max(0.0);
    if several {
        top += HEADING;
    }
    for (i, body) in bodies.into_iter().enumerate() {
        if i > 0 {
            groups.push(divider(theme, x - BETWEEN / 2.0, top - HEADING, top + h));
        }
        let shift = Vec2::new(x, top) - body.bounds.origin().to_vec2() * scale;
        let onto = Onto { scale, shift };
        if let Some(words) = &body.heading {
            groups.push(furniture::heading(
                words,
                theme,
                Point::new(x, top - 9.0),
                w,
            ));
        }
        groups.extend(body.groups.into_iter().map(|g| onto.group(g)));
        x += w + BETWEEN;
    }
    if options.furniture {
        furnish(
            furnishing,
            theme,
            side,
            Point::new(MARGIN, top),
            (inner, h),
            size,
            &mut groups,
        );
    }
    let mut page = Page {
        size,
        ground: theme.ui.paper,
        groups,
        scale,
    };
    grow(&mut page);
    ink::apply(&mut page, options.ink);
    page
}

/// Makes the sheet longer when words of a thousand letters leave it too little room: nothing
/// is ever cut off.
fn grow(page: &mut Page) {
    let items = page.groups.iter().flat_map(|g| &g.items);
    let extent = items.filter_map(|item| match item {
        Item::Shape { geometry, .. } => geometry.bounds().map(|b| (b.x1, b.y1)),
        Item::Text { at, run, .. } => Some((at.x + run.width, at.y + run.style.size * 0.3)),
    });
    for (right, bottom) in extent.collect::<Vec<_>>() {
        page.size.width = page.size.width.max(right + 4.0);
        page.size.height = page.size.height.max(bottom + 4.0);
    }
}

fn fitted(furnishing: &Furnishing, options: &Options, theme: &Theme, across: f64, h: f64) -> Size {
    if !options.furniture {
        return Size::new(across + 2.0 * MARGIN, h + 2.0 * MARGIN);
    }
    let w = across.max(520.0);
    let title = furniture::title(&furnishing.title, theme, Point::ZERO, w).height;
    let below = below_height(furnishing, theme, w);
    Size::new(w + 2.0 * MARGIN, title + h + below + 2.0 * (AIR + MARGIN))
}

fn furnish(
    furnishing: &Furnishing,
    theme: &Theme,
    side: bool,
    at: Point,
    field: (f64, f64),
    size: Size,
    groups: &mut Vec<Group>,
) {
    let (at, width) = if side {
        let mut at = Point::new(at.x + field.0 - SIDE, at.y);
        if let Some(plan) = &furnishing.plan {
            let block = pages::block(plan, theme, at, SIDE);
            at.y += block.height + AIR;
            groups.push(block.group);
        }
        (at, SIDE)
    } else {
        let below = below_height(furnishing, theme, field.0);
        // At the foot of the sheet, but never over the drawing.
        let y = (size.height - MARGIN - below).max(at.y + field.1 + AIR * 0.5);
        (Point::new(at.x, y), field.0)
    };
    let key = furniture::key(&furnishing.entries, theme, at, width);
    let notes_at = Point::new(at.x, at.y + key.height + if side { AIR } else { 0.0 });
    groups.push(key.group);
    let notes = furniture::notes(&furnishing.notes, theme, notes_at, width);
    if !notes.group.items.is_empty() {
        groups.push(notes.group);
    }
}

fn divider(theme: &Theme, x: f64, top: f64, bottom: f64) -> Group {
    let points = vec![Point::new(x, top), Point::new(x, bottom)];
    Group {
        role: Role::Zone,
        items: vec![Item::Shape {
            geometry: Geometry::Line { points, ease: 0.0 },
            fill: None,
            stroke: Some(Stroke::solid(theme.ui.control, 1.0)),
        }],
    }
}
