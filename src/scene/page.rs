//! The page: title on top, drawing, key and notes under it or at its side.

use super::furniture::{self, MARGIN};
use super::options::{Options, Orientation, Paper};
pub(super) use super::surround::Furnishing;
use super::surround::{AIR, Round, SIDE};
use super::theme::Theme;
use super::transform::Onto;
use super::{Geometry, Group, Item, Page, Pane, Role, Stroke, ink, plan};
use crate::geom::{Point, Rect, Size};
use crate::layout::{self, Request};

/// Room between two drawings on a page.
const BETWEEN: f64 = 22.0;

/// Least width and height left for a drawing.
const LEAST: f64 = 60.0;

/// A drawing in its own pt, to be put on the page.
pub(super) struct Body {
    /// Name and full title over it, when several drawings share the page.
    pub(super) heading: Option<(String, String)>,
    pub(super) bounds: Rect,
    pub(super) groups: Vec<Group>,
}

/// How the drawings of a page stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Panes {
    /// There is only one.
    #[default]
    One,
    /// Two side by side.
    Beside,
    /// One above the other.
    Over,
    /// Only one, on a screen with bars and a caption over and under it.
    Screen,
}

impl Panes {
    /// How many stand side by side, and how many above each other.
    fn counts(self) -> (u32, u32) {
        match self {
            Self::One | Self::Screen => (1, 1),
            Self::Beside => (2, 1),
            Self::Over => (1, 2),
        }
    }

    /// Height of a heading over each drawing.
    fn heading(self) -> f64 {
        match self {
            Self::One | Self::Screen => 0.0,
            Self::Beside | Self::Over => HEADING,
        }
    }

    /// What headings and the room between drawings take of the height.
    fn over(self) -> f64 {
        let (_, down) = self.counts();
        self.heading() * f64::from(down) + BETWEEN * f64::from(down - 1)
    }
}

/// A sheet and what is left of it for each drawing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room {
    pub(super) sheet: Size,
    /// Room for one drawing.
    pub(super) drawing: Size,
    /// How the drawings stand.
    pub(super) panes: Panes,
    /// How much the size in print counts on this sheet.
    worth: f64,
    /// Whether the key stands at the side.
    side: bool,
}

/// How much larger a drawing must print upright before an upright sheet is taken by itself.
///
/// Screens, projectors and most charts in committee papers lie across.
const UPRIGHT: f64 = 0.92;

/// The share of a sheet's height that a screen has between its bars.
const SCREEN: f64 = 0.65;

/// Worth of a sheet on which the key does not fit: taken only when there is no other.
const CUT: f64 = 1e-3;

/// The sheet and the place of the key with which a drawing prints largest, and how well.
pub(super) fn best_room(
    options: &Options,
    furnishing: &Furnishing,
    theme: &Theme,
    scale: impl Fn(Size) -> f64,
) -> (f64, Room) {
    let mut best: Option<(f64, Room)> = None;
    for room in rooms(options, furnishing, Panes::One, theme) {
        let scale = scale(room.drawing) * room.worth;
        if best.as_ref().is_none_or(|(s, _)| scale > *s + 1e-9) {
            best = Some((scale, room));
        }
    }
    let sheet = Size::new(842.0, 595.0);
    let none = Room {
        sheet,
        drawing: sheet,
        ..Room::default()
    };
    best.unwrap_or((0.0, none))
}

/// Every sheet with every place of the key.
pub(super) fn rooms(
    options: &Options,
    furnishing: &Furnishing,
    panes: Panes,
    theme: &Theme,
) -> Vec<Room> {
    let auto = options.orientation == Orientation::Auto;
    let round = Round {
        furnishing,
        options,
        theme,
    };
    let mut out = Vec::new();
    for sheet in plan::sheets(options) {
        for &side in round.places() {
            let mut room = Room {
                sheet,
                drawing: room_for(sheet, side, &round, panes),
                panes,
                worth: 1.0,
                side,
            };
            if auto && sheet.height > sheet.width {
                room.worth *= UPRIGHT;
            }
            if !fits(&room, &round) {
                room.worth *= CUT;
            }
            out.push(room);
        }
    }
    out
}

/// Whether key and notes stay on the sheet.
fn fits(room: &Room, round: &Round<'_>) -> bool {
    if !round.options.furniture {
        return true;
    }
    let Room { sheet, side, .. } = *room;
    let inner = sheet.width - 2.0 * MARGIN;
    let over = round.over(inner) + room.panes.over() + round.foot(inner);
    let needed = if side {
        round.beside() + AIR
    } else {
        round.below(inner) + LEAST
    };
    over + needed <= sheet.height - 2.0 * MARGIN
}

/// How large a request would print in a room, without routing.
pub(super) fn rough_scale(request: &Request, room: Size) -> f64 {
    let (w, h) = layout::place(request).size;
    fitting(room, f64::from(w), f64::from(h))
}

/// The factor that makes a drawing fit a room: at most 1.
fn fitting(room: Size, w: f64, h: f64) -> f64 {
    let (w, h) = (room.width / w.max(1.0), room.height / h.max(1.0));
    w.min(h).min(1.0)
}

impl Room {
    /// What drawings of a size are worth in it: how large they print, and on which sheet.
    pub(super) fn worth(&self, size: Size) -> f64 {
        self.weighed(fitting(self.drawing, size.width, size.height))
    }

    /// What it is worth to print so large on this sheet.
    pub(super) fn weighed(&self, scale: f64) -> f64 {
        scale * self.worth
    }
}

fn room_for(sheet: Size, side: bool, round: &Round<'_>, panes: Panes) -> Size {
    let mut w = sheet.width - 2.0 * MARGIN;
    let mut h = sheet.height - 2.0 * MARGIN;
    h -= round.over(w) + round.foot(w);
    if side {
        w -= SIDE + AIR;
    } else {
        h -= round.below(w);
    }
    h -= panes.over();
    if panes == Panes::Screen {
        h *= SCREEN;
    }
    let (across, down) = panes.counts();
    w = (w - BETWEEN * f64::from(across - 1)) / f64::from(across);
    Size::new(w.max(LEAST), (h / f64::from(down)).max(LEAST))
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
    let fit = options.paper == Paper::Fit;
    let scale = if fit {
        1.0
    } else {
        fitting(room.drawing, widest, highest)
    };
    let (w, h) = (widest * scale, highest * scale);
    let (n, rows) = room.panes.counts();
    let across = w * f64::from(n) + BETWEEN * f64::from(n - 1);
    let down = h * f64::from(rows) + room.panes.over();
    let round = Round {
        furnishing,
        options,
        theme,
    };
    let size = if fit {
        round.fitted(across, down)
    } else {
        room.sheet
    };
    let (mut groups, mut panes) = (Vec::new(), Vec::new());
    let inner = size.width - 2.0 * MARGIN;
    let top = round.put_title(inner, &mut groups);
    let side = options.furniture && room.side && !fit;
    let field = if side { inner - SIDE - AIR } else { inner };
    let foot = top + down;
    let left = MARGIN + ((field - across) / 2.0).max(0.0);
    let mut at = Point::new(left, top + room.panes.heading());
    for (i, body) in bodies.into_iter().enumerate() {
        if i > 0 {
            let (from, to) = match room.panes {
                Panes::Over => {
                    at.y += room.panes.heading();
                    let y = at.y - room.panes.heading() - BETWEEN / 2.0;
                    (Point::new(left, y), Point::new(left + across, y))
                }
                _ => {
                    let x = at.x - BETWEEN / 2.0;
                    (Point::new(x, top), Point::new(x, foot))
                }
            };
            groups.push(divider(theme, from, to));
        }
        let shift = at.to_vec2() - body.bounds.origin().to_vec2() * scale;
        let onto = Onto { scale, shift };
        if let Some(words) = &body.heading {
            let corner = (at.x - BETWEEN / 2.0, at.y - room.panes.heading());
            let extent = (w + BETWEEN, h + room.panes.heading() + BETWEEN / 2.0);
            panes.push(Pane {
                name: words.0.clone(),
                view: Rect::from_origin_size(corner, extent),
            });
            groups.push(furniture::heading(
                words,
                theme,
                Point::new(at.x, at.y - 9.0),
                w,
            ));
        }
        groups.extend(body.groups.into_iter().map(|g| onto.group(g)));
        match room.panes {
            Panes::Over => at.y += h + BETWEEN,
            _ => at.x += w + BETWEEN,
        }
    }
    let heading = room.panes.heading();
    let drawing = (top + heading, down - heading);
    round.put_rest(side, drawing, size, &mut groups);
    let mut page = Page {
        size,
        ground: theme.ui.paper,
        groups,
        scale,
        panes,
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

fn divider(theme: &Theme, from: Point, to: Point) -> Group {
    let points = vec![from, to];
    Group {
        role: Role::Zone,
        items: vec![Item::Shape {
            geometry: Geometry::Line { points, ease: 0.0 },
            fill: None,
            stroke: Some(Stroke::solid(theme.ui.control, 1.0)),
        }],
    }
}
