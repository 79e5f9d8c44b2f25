//! Placement of cards and routes of lines. Gets sizes, never measures text; knows no project.
//!
//! Cards stand on a lattice of [`STEP`] pt, lines in whole pt: same request, same drawing on every
//! machine. Stages: [`forest`](self) picks one parent for each body, shapes are combined bottom-up,
//! the page chooses among them, lines find their ways between the cards and then their places on
//! these ways; cards move apart where lines lack room.

mod attempts;
mod bundle;
mod bus;
mod clear;
mod crossings;
mod forest;
mod grid;
mod layered;
mod nets;
mod order;
mod pins;
mod placing;
mod points;
mod regions;
mod route;
mod runs;
mod score;
mod search;
mod shapes;
mod sibling_order;
mod slots;
mod stretch;
mod swaps;
mod sweep;
mod table;
mod tracks;
mod turned;
mod unclear;
mod waiting;
mod walls;
mod ways;
mod zones;

use attempts::{best_of, route_all};
pub use crossings::{crossing_places, crossings};
pub use pins::met_pins;
use search::Search;
pub use slots::{Slot, shared_edges, slots};
use turned::Turned;
pub use zones::{Many, WordsAt, ZoneSpec, ZonedLayout, ZonedRequest, arrange_zoned, zoned_cost};

/// Distance of the lattice lines in pt. Every card edge lies on one.
pub const STEP: i32 = 4;

/// The longest side of a card in pt: 46 m. The longest text of a file needs a fifth of it.
const LONGEST: i32 = 1 << 17;

/// The shortest side of a card in pt: lines need an edge to end on.
const SHORTEST: i32 = 4 * STEP;

/// Room in pt when there is no page.
const SCREEN: (i32, i32) = (1200, 800);

/// A box in whole pt, y down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width.
    pub w: i32,
    /// Height.
    pub h: i32,
}

impl Cell {
    /// Right edge.
    #[must_use]
    pub fn right(&self) -> i32 {
        self.x + self.w
    }

    /// Bottom edge.
    #[must_use]
    pub fn bottom(&self) -> i32 {
        self.y + self.h
    }
}

/// Where a body stands apart from the hierarchy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the structure.
    #[default]
    Structure,
    /// In the family: seats, but no reporting line.
    Family,
    /// Beyond the boundary.
    Outside,
}

/// A body to be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Width in pt; taken up to the next multiple of [`STEP`].
    pub w: i32,
    /// Height in pt; taken up to the next multiple of [`STEP`].
    pub h: i32,
    /// Where it stands.
    pub place: Place,
    /// Where a person has put its top left corner; the program chooses without one.
    pub pin: Option<(i32, i32)>,
}

/// A link between two bodies, by their places in the list of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The body that reports, is tasked, is represented.
    pub from: usize,
    /// The other body.
    pub to: usize,
    /// Whether it makes the hierarchy.
    pub hierarchy: bool,
    /// Lines of one class may share a way when they share an end; others never do.
    pub class: u32,
    /// Clear space in pt round the line's end at `from`, for what is drawn there.
    pub clear_from: i32,
    /// Clear space in pt round the line's end at `to`.
    pub clear_to: i32,
}

/// Bands across the whole drawing, the first one on top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bands {
    /// The band of each node; without one it stands with its nearest relation.
    pub of: Vec<Option<usize>>,
    /// Sizes of the words of each band.
    pub titles: Vec<(i32, i32)>,
}

/// What is to be placed, and for which room.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The bodies in the order of the outline.
    pub nodes: Vec<Node>,
    /// The links.
    pub edges: Vec<Edge>,
    /// Room for the drawing in pt (width, height); `None` for the screen.
    pub room: Option<(i32, i32)>,
    /// Sizes of the words over the three regions: no reporting line, family, outside.
    pub labels: [(i32, i32); 3],
    /// Bands in which the bodies stand, if they are to stand in bands.
    pub bands: Option<Bands>,
    /// Whether siblings may change places to bring linked bodies nearer to each other; else they
    /// stand in the order of the list.
    pub reorder: bool,
    /// Where children stand.
    pub grows: Grows,
    /// How far apart things stand.
    pub gaps: Gaps,
}

/// Where children stand: what it is for one body holds for all of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grows {
    /// Under the body that they report to.
    #[default]
    Down,
    /// At its right, never at its left. For structures that share a page; bands lie across and only
    /// go with growing down.
    Right,
}

/// A region of bodies apart from the hierarchy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Which: `Structure` stands for bodies without a reporting line.
    pub place: Place,
    /// Its box, words included.
    pub cell: Cell,
}

/// What a node belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Held {
    /// Only the hierarchy.
    #[default]
    Free,
    /// A band, by its number.
    Band(usize),
    /// The region of bodies apart.
    Region(Place),
}

/// Places of cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// The box of each node.
    pub cells: Vec<Cell>,
    /// Regions with words over them.
    pub regions: Vec<Region>,
    /// The stripe of each band asked for, then of bodies that belong to none; empty ones have no size.
    pub bands: Vec<Cell>,
    /// What each node belongs to, wherever a pin has put it.
    pub held: Vec<Held>,
    /// How each node hangs from its parent, for the reporting lines.
    pub hangs: Vec<Option<Hang>>,
    /// Size of the drawing.
    pub size: (i32, i32),
}

/// How a card hangs from the card it reports to; told with the axes exchanged where the drawing grows to
/// the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hang {
    /// The node above.
    pub parent: usize,
    /// Height of the bus that carries the siblings; below the parent's bottom edge.
    pub bus: i32,
    /// Where the parent's own piece of the line stands.
    pub stem: i32,
    /// For stacked cards: where their trunk stands, left of them.
    pub trunk: Option<i32>,
}

/// A finished drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Places of cards.
    pub placement: Placement,
    /// The points of each link, from the end that lines share (or `from`), in whole pt.
    pub routes: Vec<Route>,
}

/// The way of one link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Its points; empty when the link is not drawn.
    pub points: Vec<(i32, i32)>,
    /// Whether the first point is at the body `from`.
    pub starts_at_from: bool,
}

/// How far apart things stand before lines ask for more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// Between siblings in a row.
    pub sibling: i32,
    /// Between cards of a stack.
    pub stack: i32,
    /// Between a card and a row of cards under it.
    pub tier: i32,
    /// Between a card and the stack that hangs from it.
    pub hang: i32,
    /// From the left edge of a stack's column to its cards.
    pub indent: i32,
    /// Between regions.
    pub region: i32,
}

impl Default for Gaps {
    fn default() -> Self {
        Self {
            sibling: 12,
            stack: 8,
            tier: 28,
            hang: 16,
            indent: 16,
            region: 24,
        }
    }
}

impl Gaps {
    /// For drawings that share a page: every pt counts, and lines that lack room get it anyway.
    pub const CLOSE: Self = Self {
        sibling: 8,
        stack: 8,
        tier: 20,
        hang: 12,
        indent: 12,
        region: 16,
    };
}

/// Places the bodies and routes the links.
///
/// Pins count last: cards that nobody has moved stand where they would stand without them.
#[must_use]
pub fn arrange(request: &Request) -> Layout {
    let (edges, order) = sorted(&request.edges);
    let request = Request {
        edges,
        ..request.clone()
    };
    let mut layout = match request.grows {
        Grows::Right if request.bands.is_none() => arrange_sorted(&request.turned()).turned(),
        _ => arrange_sorted(&Request {
            grows: Grows::Down,
            ..request
        }),
    };
    layout.routes = as_given(&order, layout.routes);
    widen_bands(&mut layout);
    layout
}

/// Makes bands as wide as the drawing, lines included.
fn widen_bands(layout: &mut Layout) {
    let placement = &mut layout.placement;
    let points = || layout.routes.iter().flat_map(|r| &r.points).map(|p| p.0);
    let lefts = placement.cells.iter().map(|c| c.x).chain(points());
    let left = lefts.min().unwrap_or(0) - 2 * STEP;
    let rights = placement.cells.iter().map(Cell::right).chain(points());
    let right = rights.max().unwrap_or(0) + 2 * STEP;
    for band in placement.bands.iter_mut().filter(|b| b.h > 0) {
        let (from, to) = (band.x.min(left), band.right().max(right));
        (band.x, band.w) = (from, to - from);
    }
}

/// Links in an order of their own, so that the order of records changes nothing; and where each was.
fn sorted(edges: &[Edge]) -> (Vec<Edge>, Vec<usize>) {
    let mut both: Vec<(Edge, usize)> = edges.iter().copied().zip(0..).collect();
    both.sort_by_key(|(e, _)| {
        let clear = (e.clear_from, e.clear_to);
        (e.from, e.to, !e.hierarchy, e.class, clear)
    });
    both.into_iter().unzip()
}

/// Routes back in the order in which the links were given.
fn as_given(order: &[usize], routes: Vec<Route>) -> Vec<Route> {
    let mut both: Vec<(usize, Route)> = order.iter().copied().zip(routes).collect();
    both.sort_by_key(|(at, _)| *at);
    both.into_iter().map(|(_, route)| route).collect()
}

fn arrange_sorted(request: &Request) -> Layout {
    let search = &mut Search::default();
    let all = [request.edges.as_slice()];
    let (mut placement, free) = best_of(request, &all, search, true);
    if request.nodes.iter().any(|node| node.pin.is_some()) {
        let before = placement.cells.clone();
        pins::settle(&mut placement, &request.nodes);
        if placement.cells != before {
            return first(route_all(&mut placement, request, &all, search, 0));
        }
    }
    first(free)
}

fn first(layouts: Vec<Layout>) -> Layout {
    layouts.into_iter().next().unwrap_or_default()
}

/// Places several structures in shared slots and routes each by itself.
///
/// `request` holds the slots as nodes and the union of the links that shape the arrangement;
/// `structures` gives the links of each structure (ends are slots).
#[must_use]
pub fn arrange_jointly(request: &Request, structures: &[Vec<Edge>]) -> Vec<Layout> {
    let structures: Vec<&[Edge]> = structures.iter().map(Vec::as_slice).collect();
    let best = |request: &Request| best_of(request, &structures, &mut Search::default(), false).1;
    match request.grows {
        Grows::Down => best(request),
        Grows::Right => best(&request.turned()).iter().map(Turned::turned).collect(),
    }
}

/// Places the bodies for the room given, without regard to pins.
#[must_use]
pub fn place(request: &Request) -> Placement {
    if request.bands.is_some() {
        let banded = layered::placements(request, request.gaps, 1)
            .into_iter()
            .next();
        return banded.unwrap_or_default();
    }
    match request.grows {
        Grows::Down => place_as(request, usual(request), true),
        Grows::Right => place_as(&request.turned(), usual(request), true).turned(),
    }
}

/// Places the bodies, with siblings in their order or in a better one, and with or without stacks on
/// both sides of a trunk.
fn place_as(request: &Request, order: Order, paired: bool) -> Placement {
    let gaps = request.gaps;
    let nodes = sized(&request.nodes);
    let forest = forest::Forest::new(&nodes, &request.edges);
    let compose = match order {
        Order::Typed => regions::compose,
        Order::LooseNear => sibling_order::compose_loose_near,
        Order::Near => sibling_order::compose,
    };
    compose(&nodes, &forest, request, gaps, paired)
}

/// Which bodies may leave their place in the list to be nearer to what they are linked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// None.
    Typed,
    /// Those without a reporting line.
    LooseNear,
    /// These and siblings.
    Near,
}

/// The order in which a request is placed first.
fn usual(request: &Request) -> Order {
    if request.reorder {
        Order::Near
    } else {
        Order::LooseNear
    }
}

/// Nodes with their sizes on the lattice and within sense.
fn sized(nodes: &[Node]) -> Vec<Node> {
    let sized = |n: &Node| Node {
        w: up(n.w.clamp(SHORTEST, LONGEST)),
        h: up(n.h.clamp(SHORTEST, LONGEST)),
        ..*n
    };
    nodes.iter().map(sized).collect()
}

/// The next multiple of [`STEP`].
fn up(length: i32) -> i32 {
    length
        .saturating_add(STEP - 1)
        .div_euclid(STEP)
        .saturating_mul(STEP)
}
