//! Placement of cards and routes of lines. Gets sizes, never measures text; knows no project.
//!
//! Everything stands on a lattice of [`STEP`] pt, in whole pt: same request, same drawing on
//! every machine. Stages: [`forest`](self) picks one parent for each body, shapes are combined
//! bottom-up, the page chooses among them, then lines are routed round the cards.

mod bundle;
mod bus;
mod crossings;
mod ends;
mod forest;
mod lattice;
mod pins;
mod regions;
mod route;
mod search;
mod shapes;
mod slots;
mod tree;
mod waiting;
mod zones;

pub use crossings::crossings;
use route::RouteRequest;
use search::Search;
pub use slots::{Slot, slots};
pub use zones::{Many, WordsAt, ZoneSpec, ZonedLayout, ZonedRequest, arrange_zoned, zoned_cost};

/// Distance of the lattice lines in pt. Every card edge and every line lies on one.
pub const STEP: i32 = 4;

/// The longest side of a card in pt: 46 m. The longest text of a file needs a fifth of it.
const LONGEST: i32 = 1 << 17;

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
}

/// A region of bodies apart from the hierarchy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Which: `Structure` stands for bodies without a reporting line.
    pub place: Place,
    /// Its box, words included.
    pub cell: Cell,
}

/// Places of cards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// The box of each node.
    pub cells: Vec<Cell>,
    /// Regions with words over them.
    pub regions: Vec<Region>,
    /// How each node hangs from its parent, for the reporting lines.
    pub hangs: Vec<Option<Hang>>,
    /// Size of the drawing.
    pub size: (i32, i32),
}

/// How a card hangs from the card it reports to.
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

/// How far apart things stand; looser when lines need room.
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

impl Gaps {
    /// Widths from tight to loose; the first that carries all lines is taken.
    pub const LADDER: [Self; 6] = [
        Self {
            sibling: 12,
            stack: 8,
            tier: 28,
            hang: 16,
            indent: 16,
            region: 24,
        },
        Self {
            sibling: 16,
            stack: 12,
            tier: 32,
            hang: 16,
            indent: 20,
            region: 28,
        },
        Self {
            sibling: 24,
            stack: 16,
            tier: 40,
            hang: 20,
            indent: 24,
            region: 36,
        },
        Self {
            sibling: 32,
            stack: 20,
            tier: 52,
            hang: 24,
            indent: 28,
            region: 48,
        },
        Self {
            sibling: 44,
            stack: 28,
            tier: 72,
            hang: 32,
            indent: 36,
            region: 64,
        },
        Self {
            sibling: 64,
            stack: 40,
            tier: 104,
            hang: 44,
            indent: 48,
            region: 92,
        },
    ];
}

/// Places the bodies and routes the links.
///
/// Tries the gaps from tight to loose until no two unrelated lines need to share a way. Pins count
/// last: cards that nobody has moved stand where they would stand without them.
#[must_use]
pub fn arrange(request: &Request) -> Layout {
    let free = arrange_freely(request);
    if request.nodes.iter().all(|node| node.pin.is_none()) {
        return free;
    }
    let mut placement = free.placement;
    pins::settle(&mut placement, &request.nodes);
    let to_route = RouteRequest {
        cells: &placement.cells,
        panels: &[],
        hangs: &placement.hangs,
        keep_clear: &labels_of(&placement, request),
        edges: &request.edges,
    };
    let search = &mut Search::default();
    let routes = route::route(&to_route, search, true);
    let routes = routes.or_else(|| route::route(&to_route, search, false));
    Layout {
        routes: routes.unwrap_or_default(),
        placement,
    }
}

fn arrange_freely(request: &Request) -> Layout {
    first_clean(|gaps, search, strict| {
        let placement = place(request, gaps);
        let to_route = RouteRequest {
            cells: &placement.cells,
            panels: &[],
            hangs: &placement.hangs,
            keep_clear: &labels_of(&placement, request),
            edges: &request.edges,
        };
        let routes = route::route(&to_route, search, strict)?;
        Some(Layout { placement, routes })
    })
}

/// Places several structures in shared slots and routes each by itself.
///
/// `request` holds the slots as nodes and the union of the links that shape the arrangement;
/// `structures` gives the links of each structure (ends are slots).
#[must_use]
pub fn arrange_jointly(request: &Request, structures: &[Vec<Edge>]) -> Vec<Layout> {
    first_clean(|gaps, search, strict| {
        let placement = place(request, gaps);
        let labels = labels_of(&placement, request);
        let route_one = |edges: &Vec<Edge>| {
            let hangs = hangs_in(&placement, edges);
            let to_route = RouteRequest {
                cells: &placement.cells,
                panels: &[],
                hangs: &hangs,
                keep_clear: &labels,
                edges,
            };
            let routes = route::route(&to_route, search, strict)?;
            Some(Layout {
                placement: Placement {
                    hangs,
                    ..placement.clone()
                },
                routes,
            })
        };
        structures.iter().map(route_one).collect()
    })
}

/// The hangs of the shared arrangement that are reporting lines of this structure.
fn hangs_in(placement: &Placement, edges: &[Edge]) -> Vec<Option<Hang>> {
    let lines: std::collections::BTreeSet<(usize, usize)> = edges
        .iter()
        .filter(|e| e.hierarchy)
        .map(|e| (e.from, e.to))
        .collect();
    placement
        .hangs
        .iter()
        .enumerate()
        .map(|(node, hang)| hang.filter(|h| lines.contains(&(node, h.parent))))
        .collect()
}

/// The first gaps from tight to loose that carry all lines; when none do within reason, a drawing
/// with wide gaps in which some lines share a way.
fn first_clean<T: Default>(mut attempt: impl FnMut(Gaps, &mut Search, bool) -> Option<T>) -> T {
    let [.., wide, _] = Gaps::LADDER;
    let mut search = Search::default();
    for gaps in Gaps::LADDER {
        if let Some(clean) = attempt(gaps, &mut search, true) {
            return clean;
        }
        if !search.careful() {
            break;
        }
    }
    attempt(wide, &mut search, false).unwrap_or_default()
}

/// The boxes of the words over regions: lines keep out of them.
fn labels_of(placement: &Placement, request: &Request) -> Vec<Cell> {
    placement
        .regions
        .iter()
        .map(|region| {
            let [loose, family, outside] = request.labels;
            let (w, h) = match region.place {
                Place::Structure => loose,
                Place::Family => family,
                Place::Outside => outside,
            };
            Cell {
                x: region.cell.x,
                y: region.cell.y,
                w,
                h,
            }
        })
        .filter(|cell| cell.w > 0)
        .collect()
}

/// Places the bodies for the room given, without regard to pins.
#[must_use]
pub fn place(request: &Request, gaps: Gaps) -> Placement {
    let nodes: Vec<Node> = request
        .nodes
        .iter()
        .map(|n| Node {
            w: up(n.w.clamp(STEP, LONGEST)),
            h: up(n.h.clamp(STEP, LONGEST)),
            place: n.place,
            pin: n.pin,
        })
        .collect();
    let forest = forest::Forest::new(&nodes, &request.edges);
    regions::compose(&nodes, &forest, request, gaps)
}

/// The next multiple of [`STEP`].
fn up(length: i32) -> i32 {
    length
        .saturating_add(STEP - 1)
        .div_euclid(STEP)
        .saturating_mul(STEP)
}
