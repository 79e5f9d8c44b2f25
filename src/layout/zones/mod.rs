//! Zoned arrangement: bodies in panels, the hierarchy running down the middle.
//!
//! Zones of the hierarchy are bands over one another ([`bands`](self)); the others stand beside
//! them or at the foot ([`pack`](self)). Reporting lines are buses where nothing is in their way
//! ([`hang`](self)); everything else is routed like any other line.

mod bands;
mod hang;
mod pack;
mod piece;
mod realise;
mod seats;
mod words;

use super::forest::Forest;
use super::route::{self, Found, RouteRequest};
use super::search::Search;
use super::{Cell, Edge, Hang, LONGEST, Node, Place, Route, SHORTEST, STEP, up};

/// A zone to be drawn as a panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ZoneSpec {
    /// The bodies in it; every body stands in one zone.
    pub members: Vec<usize>,
    /// Size of the words over it.
    pub title: (i32, i32),
    /// Its place from the top in the hierarchy; none for what stands beside it.
    pub band: Option<usize>,
    /// Whether it stands beyond the boundary, at the foot.
    pub outside: bool,
}

/// One line that stands for several links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Many {
    /// The line; an end past the list of nodes is a zone.
    pub line: Edge,
    /// Sizes of its words, broken into rows in several ways, best first.
    pub words: Vec<(i32, i32)>,
}

/// What is to be arranged in zones, and for which room.
#[derive(Clone, Debug, Default)]
pub struct ZonedRequest {
    /// Sizes of the cards in pt, in the order of the outline: one set for each form of card. A zone
    /// takes one set for all its cards.
    pub sizes: Vec<Vec<(i32, i32)>>,
    /// The links that are drawn singly.
    pub edges: Vec<Edge>,
    /// The zones.
    pub zones: Vec<ZoneSpec>,
    /// The links that are drawn as one line for many.
    pub many: Vec<Many>,
    /// Room for the drawing in pt (width, height); `None` for the screen.
    pub room: Option<(i32, i32)>,
    /// The least scale at which all text can be read.
    pub readable: f64,
}

impl ZonedRequest {
    /// Number of bodies.
    fn bodies(&self) -> usize {
        self.sizes.first().map_or(0, Vec::len)
    }

    /// The zone of each body.
    fn zone_of(&self) -> Vec<usize> {
        let mut zone_of = vec![usize::MAX; self.bodies()];
        for (at, zone) in self.zones.iter().enumerate() {
            for &member in &zone.members {
                if let Some(slot) = zone_of.get_mut(member) {
                    *slot = at;
                }
            }
        }
        zone_of
    }

    /// The parent of each body.
    fn parents(&self) -> Vec<Option<usize>> {
        let nodes = vec![
            Node {
                w: STEP,
                h: STEP,
                place: Place::Structure,
                pin: None
            };
            self.bodies()
        ];
        let forest = Forest::new(&nodes, &self.edges);
        let mut parents = vec![None; nodes.len()];
        for above in 0..nodes.len() {
            for &child in forest.children_of(above) {
                if let Some(parent) = parents.get_mut(child) {
                    *parent = Some(above);
                }
            }
        }
        parents
    }
}

/// Where the words of a collective line stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordsAt {
    /// Which of the sizes was taken.
    pub choice: usize,
    /// Its box.
    pub cell: Cell,
    /// How far it is from the best place; 0 is right beside the start of the line.
    pub strain: i32,
}

/// A finished zoned drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ZonedLayout {
    /// The box of each body.
    pub cells: Vec<Cell>,
    /// The panel of each zone.
    pub panels: Vec<Cell>,
    /// Where the words over each zone stand.
    pub titles: Vec<Cell>,
    /// The way of each single link.
    pub routes: Vec<Route>,
    /// The way of each collective line.
    pub many: Vec<Route>,
    /// The words of each collective line; none when they found no place.
    pub words: Vec<Option<WordsAt>>,
    /// Which set of sizes each zone took.
    pub sets: Vec<usize>,
    /// Size of the drawing without lines that run round it.
    pub size: (i32, i32),
}

/// How far apart things stand; looser when lines need room.
#[derive(Clone, Copy, Debug)]
struct Spacing {
    /// Between rows of panels.
    row: i32,
    /// Between panels of a row.
    panel: i32,
    /// Between cards beside one another.
    beside: i32,
    /// Between cards of a stack.
    stack: i32,
}

/// From tight to loose; the first that carries all lines and words is taken.
const LADDER: [Spacing; 7] = [
    spacing(16, 12, 12, 8),
    spacing(24, 16, 12, 8),
    spacing(28, 20, 12, 8),
    spacing(32, 24, 16, 12),
    spacing(44, 32, 16, 12),
    spacing(60, 44, 24, 16),
    spacing(92, 64, 36, 24),
];

const fn spacing(row: i32, panel: i32, beside: i32, stack: i32) -> Spacing {
    Spacing {
        row,
        panel,
        beside,
        stack,
    }
}

/// Panels and cards in their places, before lines.
#[derive(Clone, Debug, Default)]
struct Stand {
    cells: Vec<Cell>,
    panels: Vec<Cell>,
    titles: Vec<Cell>,
    hangs: Vec<Option<Hang>>,
    sets: Vec<usize>,
    size: (i32, i32),
}

/// So many spacings are drawn and compared; the wider ones only when no line finds a way.
const COMPARED: usize = 4;

/// Cost of a crossing.
const CROSSING: f64 = 0.016;

/// Cost of each unit of strain of words.
const STRAIN: f64 = 0.000_8;

/// Cost of words without a place.
const MISSING: f64 = 0.5;

/// Arranges zones, bodies and lines.
///
/// Draws the closer spacings and takes the one that costs least: in size of print, crossings and
/// words without a place. Every line has a way of its own unless there is none at any spacing.
/// Pins do not count: they are places of the plain drawing.
#[must_use]
pub fn arrange_zoned(request: &ZonedRequest) -> ZonedLayout {
    let request = &on_lattice(request);
    let mut best: Option<(f64, ZonedLayout)> = None;
    for (i, spacing) in LADDER.into_iter().enumerate() {
        if i >= COMPARED && best.is_some() {
            break;
        }
        let Some(layout) = lines(request, stand(request, spacing), true) else {
            continue;
        };
        let cost = cost(request, &layout);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, layout));
        }
    }
    let [.., wide, _] = LADDER;
    best.map(|(_, layout)| layout)
        .or_else(|| lines(request, stand(request, wide), false))
        .unwrap_or_default()
}

fn cost(request: &ZonedRequest, layout: &ZonedLayout) -> f64 {
    let routes = layout.routes.iter().chain(&layout.many);
    let crossed = super::crossings(routes.map(|route| route.points.as_slice()));
    let missing = layout.words.iter().filter(|words| words.is_none()).count();
    let missing = f64::from(u32::try_from(missing).unwrap_or(u32::MAX));
    let strain: i32 = layout.words.iter().flatten().map(|w| w.strain).sum();
    let room = request.room.unwrap_or((1200, 800));
    seats::print_cost(layout.size, room, request.readable)
        + CROSSING * f64::from(crossed)
        + MISSING * missing
        + STRAIN * f64::from(strain)
}

/// What the best arrangement for the room costs, without routing: the less, the better.
#[must_use]
pub fn zoned_cost(request: &ZonedRequest) -> f64 {
    let [tight, ..] = LADDER;
    let request = &on_lattice(request);
    pack::choose(request, &request.parents(), tight).cost
}

/// The request with all sizes on the lattice.
fn on_lattice(request: &ZonedRequest) -> ZonedRequest {
    let mut request = request.clone();
    for (w, h) in request.sizes.iter_mut().flatten() {
        *w = up((*w).clamp(SHORTEST, LONGEST));
        *h = up((*h).clamp(SHORTEST, LONGEST));
    }
    for zone in &mut request.zones {
        let (w, h) = zone.title;
        zone.title = (up(w.clamp(0, LONGEST)), up(h.clamp(0, LONGEST)));
    }
    request
}

fn stand(request: &ZonedRequest, spacing: Spacing) -> Stand {
    let parents = request.parents();
    let plan = pack::choose(request, &parents, spacing);
    let mut stand = realise::stand(request, &plan, spacing);
    stand.hangs = hang::hangs(request, &parents, &plan, &stand, spacing);
    realise::titles(request, &mut stand);
    stand
}

/// Routes the lines and gives the words their places; nothing when `strict` and a line would have
/// to run on another.
fn lines(request: &ZonedRequest, stand: Stand, strict: bool) -> Option<ZonedLayout> {
    let edges: Vec<Edge> = request
        .edges
        .iter()
        .copied()
        .chain(request.many.iter().map(|many| many.line))
        .collect();
    let to_route = RouteRequest {
        cells: &stand.cells,
        panels: &stand.panels,
        hangs: &stand.hangs,
        keep_clear: &stand.titles,
        edges: &edges,
    };
    let (search, found) = (&mut Search::default(), &mut Found::default());
    let mut routes = route::route(&to_route, search, found, !strict).ok()?;
    let many = routes.split_off(request.edges.len().min(routes.len()));
    let words = words::place(request, &stand, &routes, &many);
    Some(ZonedLayout {
        cells: stand.cells,
        panels: stand.panels,
        titles: stand.titles,
        routes,
        many,
        words,
        sets: stand.sets,
        size: stand.size,
    })
}
