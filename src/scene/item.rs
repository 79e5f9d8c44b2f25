//! The small closed set of things a scene is made of.

use std::sync::Arc;

use crate::geom::{Point, Rect, Size};
use crate::model::{BodyId, Fate, KindId, LinkId, LinkKindId, StructureId};
use crate::text::Run;

/// A picture of one view: one page or several.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Language of the text ("en-GB").
    pub lang: &'static str,
    /// Name of the picture.
    pub title: String,
    /// Short text alternative.
    pub description: String,
    /// The pages, at least one.
    pub pages: Vec<Page>,
}

/// One page, origin at the top left, y down.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Width and height in pt.
    pub size: Size,
    /// Colour of the ground.
    pub ground: Colour,
    /// Everything on it in reading order, which is also painting order.
    pub groups: Vec<Group>,
    /// The factor by which the drawing was made smaller to fit (at most 1).
    pub scale: f64,
    /// The drawings of several structures in the same places; none where there is one drawing.
    pub panes: Vec<Pane>,
}

/// The drawing of one structure among others on its page.
#[derive(Clone, Debug, PartialEq)]
pub struct Pane {
    /// What it is called there: "Current".
    pub name: String,
    /// Where it stands with its heading.
    pub view: Rect,
}

/// Items that belong together: one card, one line, the title.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is and where it comes from.
    pub role: Role,
    /// The items; the first of a body is its outline, the first of a link its line.
    pub items: Vec<Item>,
}

/// What a group stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Role {
    /// A body's card.
    Body(Arc<BodyRole>),
    /// The empty place of a body that is not in this structure.
    Ghost {
        /// The structure in which the place is empty.
        structure: StructureId,
        /// The body, of the other structure, whose place it is.
        body: BodyId,
    },
    /// A single link.
    Link(Arc<LinkRole>),
    /// One line that stands for several links.
    Collective(Arc<CollectiveRole>),
    /// Title, status and date.
    Title,
    /// The key.
    Legend,
    /// Notes under or beside the drawing.
    Notes,
    /// A quiet panel or boundary with its words.
    Zone,
}

/// Where a card comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyRole {
    /// Its structure.
    pub structure: StructureId,
    /// Its id.
    pub body: BodyId,
    /// Its kind, if it has one.
    pub kind: Option<KindId>,
    /// Its fate, in a comparison.
    pub fate: Option<Fate>,
}

/// Where a line comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkRole {
    /// Its structure.
    pub structure: StructureId,
    /// Its id.
    pub link: LinkId,
    /// Its kind.
    pub kind: LinkKindId,
    /// The body that reports, is tasked, is represented.
    pub from: BodyId,
    /// The other body.
    pub to: BodyId,
}

/// Where a line that stands for several links comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct CollectiveRole {
    /// Its id, by which it is opened.
    pub id: String,
    /// The structure of all its links.
    pub structure: StructureId,
    /// The links.
    pub links: Vec<LinkId>,
    /// The kind of all its links.
    pub kind: LinkKindId,
    /// The words on it.
    pub words: String,
}

/// A shape or a row of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A shape.
    Shape {
        /// Its form.
        geometry: Geometry,
        /// Colour of the inside.
        fill: Option<Colour>,
        /// The line round it or along it.
        stroke: Option<Stroke>,
    },
    /// One row of text.
    Text {
        /// Start of the baseline.
        at: Point,
        /// The shaped row.
        run: Run,
        /// Its colour.
        colour: Colour,
    },
}

/// The forms that a scene knows.
#[derive(Clone, Debug, PartialEq)]
pub enum Geometry {
    /// A box; radii of the corners top left, top right, bottom right, bottom left.
    Rect {
        /// The box.
        rect: Rect,
        /// Radius of each corner in pt.
        radii: [f64; 4],
    },
    /// A line through points; corners eased by at most `ease` pt.
    Line {
        /// The points, at least two.
        points: Vec<Point>,
        /// Largest radius of a corner in pt.
        ease: f64,
    },
    /// A closed convex shape.
    Polygon(Vec<Point>),
    /// A circle.
    Circle {
        /// Its centre.
        centre: Point,
        /// Its radius in pt.
        radius: f64,
    },
    /// Several short open lines with one stroke: the patterns of bands and strips.
    Pieces(Vec<Vec<Point>>),
    /// Several circles of one size: dotted patterns.
    Dots {
        /// Their centres.
        centres: Vec<Point>,
        /// Their radius in pt.
        radius: f64,
    },
}

/// A line's colour, width and dashes.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub colour: Colour,
    /// Width in pt.
    pub width: f64,
    /// Lengths of dash and gap in turn, in pt; empty for a solid line.
    pub dash: Vec<f64>,
    /// Round ends (needed for dots).
    pub round: bool,
}

impl Stroke {
    /// A solid line.
    #[must_use]
    pub fn solid(colour: Colour, width: f64) -> Self {
        Self {
            colour,
            width,
            dash: Vec::new(),
            round: false,
        }
    }

    /// A dashed line.
    #[must_use]
    pub fn dashed(colour: Colour, width: f64, dash: &[f64]) -> Self {
        Self {
            colour,
            width,
            dash: dash.to_vec(),
            round: false,
        }
    }
}

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// From `0xRRGGBB`.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self(r, g, b)
    }

    /// Red, green and blue as amounts of light, 0 to 1 (sRGB).
    pub(super) fn linear(self) -> [f64; 3] {
        [self.0, self.1, self.2].map(|v| {
            let u = f64::from(v) / 255.0;
            if u <= 0.04045 {
                u / 12.92
            } else {
                ((u + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// The colour of these amounts of light; what is beyond 0 and 1 is cut off.
    pub(super) fn of_linear(light: [f64; 3]) -> Self {
        let [r, g, b] = light.map(|l| {
            let l = l.clamp(0.0, 1.0);
            let u = if l <= 0.003_130_8 {
                l * 12.92
            } else {
                1.055 * l.powf(1.0 / 2.4) - 0.055
            };
            let v = (u * 255.0).round().clamp(0.0, 255.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped to 0..=255"
            )]
            let v = v as u8;
            v
        });
        Self(r, g, b)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast with another colour, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The grey of the same luminance, as a photocopier shows it.
    #[must_use]
    pub fn grey(self) -> Self {
        Self::of_linear([self.luminance(); 3])
    }
}

impl Scene {
    /// Size in pt of the smallest text at final size; `None` without text.
    #[must_use]
    pub fn smallest_text(&self) -> Option<f64> {
        let sizes = self.pages.iter().filter_map(Page::smallest_text);
        sizes.reduce(f64::min)
    }
}

impl Page {
    /// Size in pt of its smallest text; `None` without text.
    #[must_use]
    pub fn smallest_text(&self) -> Option<f64> {
        let items = self.groups.iter().flat_map(|g| &g.items);
        let sizes = items.filter_map(|item| match item {
            Item::Text { run, .. } if !run.text.trim().is_empty() => Some(run.style.size),
            _ => None,
        });
        sizes.reduce(f64::min)
    }
}

impl Group {
    /// The box of the first item: a card's outline, the run of a line.
    #[must_use]
    pub fn outline(&self) -> Option<Rect> {
        match self.items.first()? {
            Item::Shape { geometry, .. } => geometry.bounds(),
            Item::Text { .. } => None,
        }
    }
}

impl Geometry {
    /// The box round it, without the width of the line; `None` when it has no points.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        let of = |points: &mut dyn Iterator<Item = Point>, r: f64| {
            points
                .map(|p| Rect::from_center_size(p, Size::new(2.0 * r, 2.0 * r)))
                .reduce(|a, b| a.union(b))
        };
        match self {
            Self::Rect { rect, .. } => Some(*rect),
            Self::Line { points, .. } | Self::Polygon(points) => {
                of(&mut points.iter().copied(), 0.0)
            }
            Self::Circle { centre, radius } => of(&mut std::iter::once(*centre), *radius),
            Self::Pieces(pieces) => of(&mut pieces.iter().flatten().copied(), 0.0),
            Self::Dots { centres, radius } => of(&mut centres.iter().copied(), *radius),
        }
    }
}
