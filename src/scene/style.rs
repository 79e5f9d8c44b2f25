//! Measures of cards and lines, and which look each kind has.

use std::collections::{BTreeMap, BTreeSet};

use super::Stroke;
use super::theme::{KindLook, Theme};
use crate::model::{Body, BodyId, KindId, Link, LinkKindId, Project, StandardLink, Structure};
use crate::text::TextStyle;

/// Measures of a card in pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CardMeasures {
    /// Name of most bodies.
    pub(super) name: TextStyle,
    /// Line height of names.
    pub(super) name_line: f64,
    /// Name of the top body.
    pub(super) top: TextStyle,
    /// Line height of the top body's name.
    pub(super) top_line: f64,
    /// Small lines.
    pub(super) small: TextStyle,
    /// Line height of small lines.
    pub(super) small_line: f64,
    /// Room left and right of the text.
    pub(super) pad_x: f64,
    /// Room over and under the text.
    pub(super) pad_y: f64,
    /// Width of the kind band.
    pub(super) band: f64,
    /// Width of the band of leadership bodies.
    pub(super) band_wide: f64,
    /// Width of the change strip.
    pub(super) strip: f64,
    /// Widths of cards to try, narrow first.
    pub(super) widths: [f64; 4],
}

/// The usual set.
pub(super) const REGULAR: CardMeasures = CardMeasures {
    name: TextStyle::strong(12.5),
    name_line: 15.0,
    top: TextStyle::strong(15.0),
    top_line: 18.0,
    small: TextStyle::regular(11.0),
    small_line: 13.0,
    pad_x: 8.0,
    pad_y: 5.5,
    band: 6.0,
    band_wide: 9.0,
    strip: 8.0,
    widths: [140.0, 160.0, 188.0, 240.0],
};

/// The closer set of comparisons, where two structures share a page.
pub(super) const CLOSE: CardMeasures = CardMeasures {
    name: TextStyle::strong(10.0),
    name_line: 11.8,
    top: TextStyle::strong(11.0),
    top_line: 13.0,
    small: TextStyle::regular(9.3),
    small_line: 11.0,
    pad_x: 6.0,
    pad_y: 3.6,
    band: 5.0,
    band_wide: 6.0,
    strip: 7.0,
    widths: [116.0, 136.0, 160.0, 200.0],
};

/// What stands at an end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Filled arrow.
    Arrow,
    /// Open arrow.
    OpenArrow,
    /// Ring with the number of seats, or a round end without one.
    Seats(Option<u32>),
    /// Bar across.
    Bar,
    /// Small open circle.
    SmallRing,
    /// Filled diamond: kinds of the project's own.
    Diamond,
    /// Open square: kinds of the project's own.
    Square,
}

impl CardMeasures {
    /// The same measures with other widths: narrow and high, or wide and low.
    #[must_use]
    pub(super) fn wider(self, factor: f64) -> Self {
        let widths = self.widths.map(|w| (w * factor).round());
        Self { widths, ..self }
    }

    /// The variants to try: which one prints largest depends on the structure.
    #[must_use]
    pub(super) fn variants(self) -> [Self; 3] {
        [self, self.wider(1.22), self.wider(1.5)]
    }

    /// The variants of which every panel takes one for all its cards.
    #[must_use]
    pub(super) fn zoned_variants(self) -> [Self; 3] {
        [self, self.wider(0.8), self.wider(1.22)]
    }
}

impl End {
    /// Room along the line that the end needs, in pt.
    #[must_use]
    pub fn room(self) -> i32 {
        match self {
            Self::Seats(Some(_)) => 16,
            Self::Bar | Self::SmallRing | Self::Square => 6,
            Self::Arrow | Self::OpenArrow | Self::Seats(None) | Self::Diamond => 8,
        }
    }
}

/// How a link is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkLook {
    /// The line.
    pub stroke: Stroke,
    /// What stands at its end.
    pub end: End,
    /// Whether the end stands at the body `from` (tasked by: at the body that gets the task).
    pub end_at_from: bool,
}

/// Looks of all kinds of a project in one theme.
#[derive(Debug)]
pub struct Looks<'a> {
    theme: &'a Theme,
    kinds: BTreeMap<&'a KindId, Option<usize>>,
    own_links: Vec<&'a LinkKindId>,
}

/// Dashes of the project's own kinds of link; none is a dash of a standard kind.
const OWN_DASHES: [&[f64]; 4] = [
    &[2.0, 2.0],
    &[12.0, 3.0, 3.0, 3.0],
    &[6.0, 2.0, 2.0, 2.0, 2.0, 2.0],
    &[14.0, 5.0],
];

impl<'a> Looks<'a> {
    /// The looks of a project: stated ones first, then the next free ones in the list's order.
    #[must_use]
    pub fn new(project: &'a Project, theme: &'a Theme) -> Self {
        let stated = |look: Option<u32>| look.and_then(|n| usize::try_from(n).ok());
        let used: Vec<usize> = project
            .body_kinds
            .iter()
            .filter_map(|k| stated(k.look))
            .collect();
        let mut free = (1..=8).filter(|n| !used.contains(n)).chain((1..=8).cycle());
        let kinds = project
            .body_kinds
            .iter()
            .map(|kind| {
                let number = stated(kind.look).or_else(|| free.next());
                (&kind.id, number.and_then(|n| n.checked_sub(1)))
            })
            .collect();
        let own_links = project
            .link_kinds
            .iter()
            .map(|k| &k.id)
            .filter(|id| id.standard().is_none())
            .collect();
        Self {
            theme,
            kinds,
            own_links,
        }
    }

    /// The theme.
    #[must_use]
    pub fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// The look of a body: by kind; outside bodies and those without a kind are plain.
    #[must_use]
    pub fn body(&self, body: &Body) -> &'a KindLook {
        if body.outside() {
            return &self.theme.plain;
        }
        body.kind
            .as_ref()
            .map_or(&self.theme.plain, |kind| self.kind(kind))
    }

    /// The look of a kind.
    #[must_use]
    pub fn kind(&self, kind: &KindId) -> &'a KindLook {
        match self.kinds.get(kind) {
            Some(Some(number)) => self.theme.kind(*number),
            _ => &self.theme.plain,
        }
    }

    /// How a link is drawn, its permission and certainty included.
    #[must_use]
    pub fn link(&self, link: &Link) -> LinkLook {
        let mut look = self.link_kind(&link.kind);
        if let End::Seats(seats) = &mut look.end {
            *seats = link.seats;
        }
        if link.permission {
            look.stroke.width /= 2.0;
        } else if link.certainty.known() == Some(crate::model::Certainty::Undecided) {
            look.stroke.width = 0.75;
        }
        look
    }

    /// How links of a kind are drawn.
    #[must_use]
    pub fn link_kind(&self, kind: &LinkKindId) -> LinkLook {
        let Some(standard) = kind.standard() else {
            return self.own_link(kind);
        };
        let colour = self.theme.link(standard);
        let (width, dash, end, at_from): (f64, &[f64], End, bool) = match standard {
            StandardLink::ReportsTo => (1.5, &[], End::Arrow, false),
            StandardLink::TaskedBy => (1.5, &[9.0, 4.0], End::OpenArrow, true),
            StandardLink::RepresentedOn => (2.2, &[0.1, 4.2], End::Seats(None), false),
            StandardLink::Supports => (1.25, &[4.0, 3.0], End::Bar, false),
            StandardLink::Informs => (1.25, &[9.0, 3.0, 1.5, 3.0], End::SmallRing, false),
        };
        let round = standard == StandardLink::RepresentedOn;
        let stroke = Stroke {
            colour,
            width,
            dash: dash.to_vec(),
            round,
        };
        LinkLook {
            stroke,
            end,
            end_at_from: at_from,
        }
    }

    fn own_link(&self, kind: &LinkKindId) -> LinkLook {
        let number = self
            .own_links
            .iter()
            .position(|id| *id == kind)
            .unwrap_or(0);
        let dash = OWN_DASHES
            .get(number % OWN_DASHES.len())
            .copied()
            .unwrap_or(&[]);
        let end = if number % 2 == 0 {
            End::Diamond
        } else {
            End::Square
        };
        let stroke = Stroke::dashed(self.theme.ui.muted, 1.0, dash);
        LinkLook {
            stroke,
            end,
            end_at_from: false,
        }
    }
}

/// The bodies of the structure that stand at the top: others report to them, they to nobody.
#[must_use]
pub(super) fn tops(structure: &Structure) -> BTreeSet<&BodyId> {
    let lines = || structure.links.iter();
    let lines = || lines().filter(|l| l.hierarchy() && l.from != l.to);
    let reporting: BTreeSet<&BodyId> = lines().map(|l| &l.from).collect();
    let inside = structure.bodies.iter().filter(|b| b.in_structure());
    let inside: BTreeSet<&BodyId> = inside.map(|b| &b.id).collect();
    let carrying = lines().map(|l| &l.to);
    carrying
        .filter(|id| inside.contains(id) && !reporting.contains(id))
        .collect()
}
