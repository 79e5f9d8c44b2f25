//! Where everything of a view stands: layout in drawing pt, sheet, scale. No shapes yet.

use super::card::{Card, CardSpec};
use super::options::{Options, Orientation};
use super::pages::Excerpt;
use super::place::{Sheet, whole};
use super::style::{CardMeasures, Looks, tops};
use super::theme::Mark;
use super::tiers::Stripe;
use super::words;
use super::zoned::Zoned;
use crate::compare::{Comparison, Row};
use crate::geom::{Rect, Size};
use crate::layout::{self, Cell, Gaps, Grows, Held, Layout, Place, Request, Route};
use crate::model::{Body, Language, Link, Project, Structure};
use crate::say::{self, Phrase};
use crate::text::{TextStyle, shape};

/// Words over the regions: bodies without a reporting line, family, outside.
pub(super) fn region_words(language: Language) -> [&'static str; 3] {
    [
        Phrase::NoReportingLine,
        Phrase::FamilyNoLine,
        Phrase::Outside,
    ]
    .map(|phrase| phrase.in_language(language))
}

/// Style of words over regions.
pub(super) const REGION_STYLE: TextStyle = TextStyle::strong(11.0);

/// How far over the words of what is outside the boundary line runs, in pt.
pub(super) const OVER_OUTSIDE: f64 = 6.0;

/// A structure placed and routed.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) sheet: Sheet<'a>,
    /// Box of each body, in drawing pt.
    pub(super) cells: Vec<Cell>,
    /// The band or region that each body belongs to.
    pub(super) held: Vec<Held>,
    /// Links with their routes.
    pub(super) links: Vec<(&'a Link, Route)>,
    /// Empty places: the box, and the words that stand in it.
    pub(super) ghosts: Vec<GhostPlace>,
    pub(super) layout: Layout,
    /// Panels and collective lines, when it is arranged in zones.
    pub(super) zoned: Option<Zoned<'a>>,
    /// The bands of its tiers, when bodies stand in bands.
    pub(super) tiers: Vec<Stripe<'a>>,
}

/// An empty place of one side of a comparison.
#[derive(Debug)]
pub(super) struct GhostPlace {
    pub(super) cell: Cell,
    /// The body of the other structure, by its place in that list.
    pub(super) other: usize,
}

impl Placed<'_> {
    /// The box round everything drawn, lines included.
    pub(super) fn bounds(&self) -> Rect {
        let boxes = self
            .cells
            .iter()
            .copied()
            .chain(self.ghosts.iter().map(|g| g.cell))
            .chain(self.zoned.iter().flat_map(Zoned::boxes))
            .chain(self.tiers.iter().map(|stripe| stripe.cell))
            .map(rect_of);
        let regions = self.layout.placement.regions.iter().map(|region| {
            let rect = rect_of(region.cell);
            match region.place {
                Place::Outside => {
                    Rect::new(rect.x0, rect.y0 - OVER_OUTSIDE - 1.0, rect.x1, rect.y1)
                }
                Place::Structure | Place::Family => rect,
            }
        });
        let boxes = boxes.chain(regions);
        let collective = self.zoned.iter().flat_map(|z| &z.lines);
        let points = self
            .links
            .iter()
            .map(|(_, route)| route)
            .chain(collective.map(|line| &line.route))
            .flat_map(|route| &route.points)
            .map(|&(x, y)| Rect::new(f64::from(x), f64::from(y), f64::from(x), f64::from(y)));
        crate::geom::union(boxes.chain(points.map(|r| r.inset(4.0)))).unwrap_or(Rect::ZERO)
    }
}

/// A box in whole pt as a rectangle.
pub(super) fn rect_of(cell: Cell) -> Rect {
    Rect::new(
        f64::from(cell.x),
        f64::from(cell.y),
        f64::from(cell.right()),
        f64::from(cell.bottom()),
    )
}

/// The cards of a structure standing by itself.
pub(super) fn diagram_sheet<'a>(
    project: &'a Project,
    structure: &'a Structure,
    looks: &Looks<'a>,
    measures: CardMeasures,
    excerpt: &Excerpt,
    twin: Option<&Project>,
) -> Sheet<'a> {
    let other = twin.and_then(|twin| twin.structure(structure.id()));
    let tops = tops(structure);
    let cards = structure
        .bodies
        .iter()
        .enumerate()
        .map(|(at, body)| {
            let mut small = words::facts(project, structure, body);
            small.extend(excerpt.said.get(&body.id).cloned());
            let spec = CardSpec {
                name: &body.name,
                small,
                top: tops.contains(&body.id),
                look: looks.body(body),
                undecided: body.undecided(),
                class: body.count.is_some(),
                mark: None,
                strip_room: false,
            };
            let other = twin.zip(other).and_then(|(twin, other)| {
                let body = other.bodies.get(at)?;
                let mut small = words::facts(twin, other, body);
                let excerpt = excerpt.twin.as_ref();
                small.extend(excerpt.and_then(|twin| twin.said.get(&body.id).cloned()));
                Some((body.name.as_str(), small))
            });
            Card::beside(spec, other, measures)
        })
        .collect();
    let sheet = Sheet {
        also: other.map(|other| {
            let [loose, apart, outside] = region_words(other.language());
            let own = excerpt.twin.as_ref().and_then(|twin| twin.apart);
            [loose, own.unwrap_or(apart), outside]
        }),
        ..Sheet::new(structure, cards)
    };
    Sheet {
        apart: excerpt.apart.unwrap_or(sheet.apart),
        ..sheet
    }
}

/// The cards of one side of a comparison.
pub(super) fn compare_sheet<'a>(
    (structure, other): (&'a Structure, &Structure),
    comparison: &Comparison,
    earlier: bool,
    looks: &Looks<'a>,
    measures: CardMeasures,
    twin: Option<&Project>,
) -> Sheet<'a> {
    let tops = tops(structure);
    let twins = twin.and_then(|twin| {
        let [own, other] = [structure, other].map(|s| twin.structure(s.id()));
        own.zip(other)
    });
    let cards = structure
        .bodies
        .iter()
        .enumerate()
        .map(|(at, body)| {
            let row = words::row_of(comparison, &body.id, earlier);
            let mark = row.and_then(|row| {
                Mark::of(row.fate).or_else(|| row.moved.as_ref().map(|_| Mark::Moved))
            });
            let spec = CardSpec {
                name: &body.name,
                small: change_words(structure, other, row, body, earlier),
                top: tops.contains(&body.id),
                look: looks.body(body),
                undecided: body.undecided(),
                class: body.count.is_some(),
                mark,
                strip_room: mark.is_some(),
            };
            let twin = twins.and_then(|(own, other)| {
                let body = own.bodies.get(at)?;
                let small = change_words(own, other, row, body, earlier);
                Some((body.name.as_str(), small))
            });
            Card::beside(spec, twin, measures)
        })
        .collect();
    Sheet {
        also: twins.map(|(own, _)| region_words(own.language())),
        ..Sheet::new(structure, cards)
    }
}

/// The small lines of a card in a comparison.
fn change_words(
    structure: &Structure,
    other: &Structure,
    row: Option<&Row>,
    body: &Body,
    earlier: bool,
) -> Vec<String> {
    let language = structure.language();
    let change = row.and_then(|row| {
        if earlier {
            words::becomes(row, other, &body.id)
        } else {
            words::came_from(row, other)
        }
    });
    let mut small: Vec<String> = words::figures(language, body).into_iter().collect();
    let unaccounted = row.is_none();
    let unaccounted = unaccounted.then(|| say::say(language, Phrase::NotAccountedFor));
    let state: Vec<String> = change
        .into_iter()
        .chain(unaccounted)
        .chain(words::condition(language, body))
        .collect();
    small.extend(words::joined_states(&state));
    small
}

/// Sizes of these words over regions in whole pt.
pub(super) fn label_sizes(sheet: &Sheet<'_>) -> [(i32, i32); 3] {
    let width = |words| whole(shape(words, REGION_STYLE).width);
    let [a, b, c] = sheet.region_words().map(width);
    let [x, y, z] = sheet.also.map_or([0; 3], |other| other.map(width));
    [(a.max(x), 14), (b.max(y), 14), (c.max(z), 14)]
}

/// Places and routes one structure.
pub(super) fn routed<'a>(sheet: Sheet<'a>, links: Vec<&'a Link>, request: &Request) -> Placed<'a> {
    let layout = layout::arrange(request);
    let cells = layout.placement.cells.clone();
    placed(sheet, links, cells, Vec::new(), layout)
}

/// What is asked of the layout for one structure.
pub(super) fn diagram_request(
    sheet: &Sheet<'_>,
    links: &[&Link],
    looks: &Looks<'_>,
    room: Option<Size>,
) -> Request {
    Request {
        nodes: (0..sheet.cards.len()).map(|i| sheet.node(i)).collect(),
        edges: sheet.edges(links, looks, |i| i),
        room: room.map(|r| (whole(r.width), whole(r.height))),
        labels: label_sizes(sheet),
        bands: None,
        reorder: false,
        grows: Grows::Down,
        gaps: Gaps::default(),
    }
}

pub(super) fn placed<'a>(
    sheet: Sheet<'a>,
    links: Vec<&'a Link>,
    cells: Vec<Cell>,
    ghosts: Vec<GhostPlace>,
    layout: Layout,
) -> Placed<'a> {
    // Links with a missing end have no edge; keep both lists in step.
    let known = links
        .into_iter()
        .filter(|l| sheet.index.contains_key(&l.from) && sheet.index.contains_key(&l.to));
    let links = known.zip(layout.routes.iter().cloned()).collect();
    Placed {
        sheet,
        cells,
        held: layout.placement.held.clone(),
        links,
        ghosts,
        layout,
        zoned: None,
        tiers: Vec::new(),
    }
}

/// The sheets to try for an orientation; one made-up sheet when the paper fits the drawing.
pub(super) fn sheets(options: &Options) -> Vec<Size> {
    let sheets = options.paper.sheets(options.orientation);
    if sheets.is_empty() {
        let landscape = Size::new(1120.0, 700.0);
        return match options.orientation {
            Orientation::Portrait => vec![Size::new(700.0, 1000.0)],
            _ => vec![landscape],
        };
    }
    sheets
}
