//! Routes of all links: reporting lines as buses, the rest over the grid.
//!
//! Lines of one class that share an end run as one net that branches; two unrelated lines
//! never share a place and cross only at right angles.

use std::collections::BTreeMap;

use super::bundle::{Bundle, bundles};
use super::grid::{Axis, Grid, NOWHERE};
use super::runs::{Chain, Net, Runs};
use super::search::{Port, Search, Traffic};
use super::table::Table;
use super::tracks::{self, Lack};
use super::walls::Walls;
use super::ways::Ground;
use super::{Cell, Edge, Hang, Route, bus, nets};

/// Cost of a place beside the middle of a card's edge, for each so many pt.
const OFF_CENTRE: u32 = 8;
/// Cost of a reporting line that comes in at the top of a card or goes out at its foot.
const TURNED: u32 = 80;
/// Cost of branching off a line.
const BRANCH: u32 = 12;
/// Lines that run as one count as one line each when they are crossed, up to so many.
const HEAVY: usize = 6;
/// Free room round the drawing for lines that go round everything.
const MARGIN: i32 = 24;

/// Cards that stand, and the links to be routed round them.
#[derive(Clone, Copy, Debug)]
pub(super) struct RouteRequest<'a> {
    /// The boxes of the nodes.
    pub(super) cells: &'a [Cell],
    /// Panels: lines may end on their edges and cross them. Ends past the cells are panels.
    pub(super) panels: &'a [Cell],
    /// How nodes hang from their parents; these reporting lines have their way already.
    pub(super) hangs: &'a [Option<Hang>],
    /// Boxes that lines keep out of, such as words over regions.
    pub(super) keep_clear: &'a [Cell],
    /// The links.
    pub(super) edges: &'a [Edge],
}

/// The ways found on a grid, for when cards have only moved apart a little.
#[derive(Debug, Default)]
pub(super) struct Found {
    grid: Grid,
    nets: Table<Net>,
}

/// Routes every link. When lines lack room, the second part says where; with `squeeze` they come
/// nearer to each other instead.
pub(super) fn route(
    request: &RouteRequest<'_>,
    search: &mut Search,
    found: &mut Found,
    squeeze: bool,
) -> Result<Vec<Route>, Vec<Lack>> {
    let hangs = standing(request);
    let request = &RouteRequest {
        hangs: &hangs,
        ..*request
    };
    let mut router = Router::new(request, search);
    router.buses();
    let known = router
        .grid
        .same_form(&found.grid)
        .then(|| std::mem::take(&mut found.nets));
    router.links(known);
    let answer = if squeeze {
        Ok(router.clear())
    } else {
        router.settled()
    };
    (found.grid, found.nets) = (router.grid, router.nets);
    answer
}

/// Whether two lists of nets hold the same links.
fn same_links(a: &Table<Net>, b: &Table<Net>) -> bool {
    let links = |net: &Net| net.chains.iter().map(|c| c.link).collect::<Vec<usize>>();
    a.len() == b.len() && a.iter().map(links).eq(b.iter().map(links))
}

/// The hangs without those whose piece of the bus runs through a card.
fn standing(request: &RouteRequest<'_>) -> Vec<Option<Hang>> {
    let walls = Walls::new(request.cells.to_vec());
    let clear = |n: usize, hang: &Hang| {
        let (Some(above), Some(card)) = (request.cells.get(hang.parent), request.cells.get(n))
        else {
            return false;
        };
        let points = bus::line(*above, *card, *hang);
        let under = (above.x..=above.right()).contains(&hang.stem);
        under
            && points.windows(2).all(|pair| match *pair {
                [a, b] => walls.open(a, b),
                _ => true,
            })
    };
    let hangs = request.hangs.iter().enumerate();
    hangs
        .map(|(n, hang)| hang.filter(|h| clear(n, h)))
        .collect()
}

pub(super) struct Router<'a> {
    pub(super) request: &'a RouteRequest<'a>,
    /// The boxes of cards, then of panels.
    nodes: Vec<Cell>,
    pub(super) walls: Walls,
    pub(super) grid: Grid,
    pub(super) traffic: Traffic,
    search: &'a mut Search,
    pub(super) nets: Table<Net>,
    /// Whether the first end of a link's way is at its `from`.
    pub(super) starts_at_from: Vec<bool>,
    routed: Vec<bool>,
    /// What is searched, and where its net stands.
    pub(super) searched: Vec<(Bundle, usize)>,
}

impl<'a> Router<'a> {
    fn new(request: &'a RouteRequest<'a>, search: &'a mut Search) -> Self {
        let together = |first: &[Cell], then: &[Cell]| [first, then].concat();
        let boxes = together(request.cells, request.keep_clear);
        let nodes = together(request.cells, request.panels);
        let mut busy = vec![false; nodes.len()];
        let hung = |edge: &&Edge| {
            let hang = request.hangs.get(edge.from).copied().flatten();
            edge.hierarchy && hang.is_some_and(|h| h.parent == edge.to)
        };
        for edge in request.edges.iter().filter(|e| !hung(e)) {
            for end in [edge.from, edge.to] {
                if let Some(slot) = busy.get_mut(end) {
                    *slot = true;
                }
            }
        }
        let rim = rim(&together(&boxes, request.panels));
        let walls = Walls::new(boxes);
        let ground = Ground {
            walls: &walls,
            cards: request.cells.len(),
            panels: request.panels,
            busy: &busy,
            rim,
        };
        let grid = Grid::new(&ground, &nets::wanted(request.cells, request.hangs));
        Self {
            traffic: Traffic::new(&grid),
            nets: Table::default(),
            starts_at_from: vec![false; request.edges.len()],
            routed: vec![false; request.edges.len()],
            searched: Vec::new(),
            request,
            nodes,
            walls,
            grid,
            search,
        }
    }

    /// The exact places of all lines.
    fn settled(&self) -> Result<Vec<Route>, Vec<Lack>> {
        let (runs, lacks) = self.tracks(false);
        if lacks.is_empty() {
            Ok(self.routes(&runs))
        } else {
            Err(lacks)
        }
    }

    /// Places for all straight pieces, and where room is missing; with `squeeze` lines come nearer to
    /// each other instead.
    pub(super) fn tracks(&self, squeeze: bool) -> (Runs, Vec<Lack>) {
        let mut runs = Runs::new(&self.grid, &self.nets, &self.nodes);
        let lacks = tracks::settle(&mut runs, &self.walls, self.request.panels, squeeze);
        (runs, lacks)
    }

    pub(super) fn cell(&self, node: usize) -> Option<Cell> {
        self.nodes.get(node).copied()
    }

    /// Reporting lines of the arrangement.
    fn buses(&mut self) {
        let mut drawn = vec![false; self.request.cells.len()];
        let mut of_parent: BTreeMap<usize, Net> = BTreeMap::new();
        for (link, edge) in self.request.edges.iter().enumerate() {
            let hang = self.request.hangs.get(edge.from).copied().flatten();
            let Some(hang) = hang.filter(|h| edge.hierarchy && h.parent == edge.to) else {
                continue;
            };
            let (Some(above), Some(card)) = (self.cell(edge.to), self.cell(edge.from)) else {
                continue;
            };
            if drawn.get(edge.from).copied().unwrap_or(true) {
                continue;
            }
            let Some(spots) = nets::bus(&self.grid, above, card, hang) else {
                continue;
            };
            if let (Some(drawn), Some(routed)) =
                (drawn.get_mut(edge.from), self.routed.get_mut(link))
            {
                (*drawn, *routed) = (true, true);
            }
            let clear = [edge.clear_to, edge.clear_from];
            of_parent
                .entry(edge.to)
                .or_default()
                .chains
                .push(Chain { link, spots, clear });
        }
        for net in of_parent.into_values() {
            self.enter(&net, true);
            self.nets.push(net);
        }
    }

    pub(super) fn enter(&mut self, net: &Net, enter: bool) {
        let weight = net.chains.len().min(HEAVY) as u16;
        self.traffic.note(&arms(&self.grid, net), weight, enter);
    }

    /// All other links; `known` are the nets of a grid of the same form.
    fn links(&mut self, known: Option<Table<Net>>) {
        let open = |link: usize| {
            let edge = self.request.edges.get(link);
            let there =
                edge.is_some_and(|e| self.cell(e.from).is_some() && self.cell(e.to).is_some());
            there && !self.routed.get(link).copied().unwrap_or(true)
        };
        let bundles = bundles(self.request.edges, &self.nodes, open);
        let mut places = Vec::new();
        for bundle in &bundles {
            places.push(self.nets.push(nets::empty(bundle, self.request.edges)));
            for &(link, _) in &bundle.links {
                if let Some(slot) = self.starts_at_from.get_mut(link) {
                    *slot = bundle.hub_is_from;
                }
            }
        }
        if let Some(known) = known.filter(|known| same_links(known, &self.nets)) {
            self.nets = known;
            for &place in &places {
                let net = self.nets[place].clone();
                self.enter(&net, true);
            }
        } else {
            self.search_all(&bundles, &places);
        }
        self.searched = bundles.into_iter().zip(places).collect();
    }

    fn search_all(&mut self, bundles: &[Bundle], places: &[usize]) {
        let mut prices = vec![0; bundles.len()];
        // The second round finds better ways now that everything has its place.
        for round in 0..2 {
            if round > 0 && !self.search.careful(&self.grid) {
                break;
            }
            for ((bundle, &place), price) in bundles.iter().zip(places).zip(&mut prices) {
                let before = self.nets[place].clone();
                self.enter(&before, false);
                // What nobody has come into the way of since is the best way still.
                let net = if round > 0 && self.price(&before) == *price {
                    before
                } else {
                    self.grown(bundle, before)
                };
                *price = self.price(&net);
                self.enter(&net, true);
                self.nets[place] = net;
            }
        }
    }

    fn price(&self, net: &Net) -> u32 {
        let ways = net.chains.iter();
        ways.map(|chain| self.traffic.price(&self.grid, &chain.spots))
            .sum()
    }

    /// Routes the links of a bundle as a tree that grows from its hub.
    pub(super) fn grown(&mut self, bundle: &Bundle, mut net: Net) -> Net {
        // Each spot of the tree, and how the hub is reached from it.
        let mut tree: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (chain, &(_, far)) in net.chains.iter_mut().zip(&bundle.links) {
            let edge = self.request.edges.get(chain.link).copied();
            let mut goals = self.ports(far, edge);
            let branches: Vec<u32> = tree
                .keys()
                .copied()
                .filter(|&s| self.grid.spot(s).node().is_none())
                .collect();
            // A line between two cards that nearly touch has no place to branch off.
            let mut starts = if branches.is_empty() {
                self.ports(bundle.hub, edge)
            } else {
                Vec::new()
            };
            if far == bundle.hub {
                // A link of a body with itself leaves on one side and comes back on another.
                goals.retain(|g| g.axis == Axis::Vertical);
                starts.retain(|s| s.axis == Axis::Horizontal);
            }
            for spot in branches {
                for axis in [Axis::Horizontal, Axis::Vertical] {
                    starts.push(Port {
                        spot,
                        axis,
                        cost: BRANCH,
                    });
                }
            }
            let found = self.search.way(&self.grid, &self.traffic, &starts, &goals);
            let Some(way) = found else {
                chain.spots.clear();
                continue;
            };
            let mut spots = way
                .first()
                .and_then(|s| tree.get(s))
                .cloned()
                .unwrap_or_default();
            spots.pop();
            spots.extend(way);
            for n in 0..spots.len() {
                if let (Some(&spot), Some(path)) = (spots.get(n), spots.get(..=n)) {
                    tree.entry(spot).or_insert_with(|| path.to_vec());
                }
            }
            chain.spots = spots;
        }
        net
    }

    /// Places on the edges of a card where a line may end. Reporting lines come in at the top and go
    /// out at the foot of a card only where there is no other way.
    fn ports(&self, node: usize, edge: Option<Edge>) -> Vec<Port> {
        let Some(cell) = self.cell(node) else {
            return Vec::new();
        };
        let spots = self.grid.ports[node].iter();
        spots
            .filter_map(|&spot| {
                let at = self.grid.spot(spot);
                let [left, right, ..] = at.next;
                let axis = if left != NOWHERE || right != NOWHERE {
                    Axis::Horizontal
                } else {
                    Axis::Vertical
                };
                let off = match axis {
                    Axis::Horizontal => at.y - cell.y - cell.h / 2,
                    Axis::Vertical => at.x - cell.x - cell.w / 2,
                };
                let wrong = axis == Axis::Vertical
                    && edge.filter(|e| e.hierarchy).is_some_and(|e| {
                        (e.to == node && at.y == cell.y)
                            || (e.from == node && at.y == cell.bottom())
                    });
                let turned = if wrong { TURNED } else { 0 };
                let joined = at.next.iter().any(|&n| n != NOWHERE);
                joined.then(|| Port {
                    spot,
                    axis,
                    cost: turned
                        + off.unsigned_abs() / OFF_CENTRE
                        + self.traffic.end_cost(&self.grid, spot),
                })
            })
            .collect()
    }
}

fn rim(boxes: &[Cell]) -> Cell {
    let left = boxes.iter().map(|b| b.x).min().unwrap_or(0) - MARGIN;
    let top = boxes.iter().map(|b| b.y).min().unwrap_or(0) - MARGIN;
    let right = boxes.iter().map(Cell::right).max().unwrap_or(0) + MARGIN;
    let bottom = boxes.iter().map(Cell::bottom).max().unwrap_or(0) + MARGIN;
    Cell {
        x: left,
        y: top,
        w: right - left,
        h: bottom - top,
    }
}

/// The spots of a net and the directions in which it leaves each.
fn arms(grid: &Grid, net: &Net) -> Vec<(u32, [bool; 4])> {
    let mut out: BTreeMap<u32, [bool; 4]> = BTreeMap::new();
    for chain in &net.chains {
        for pair in chain.spots.windows(2) {
            let &[a, b] = pair else { continue };
            let (s, t) = (grid.spot(a), grid.spot(b));
            let (there, back) = match ((t.x - s.x).signum(), (t.y - s.y).signum()) {
                (-1, _) => (0, 1),
                (1, _) => (1, 0),
                (_, -1) => (2, 3),
                _ => (3, 2),
            };
            for (spot, arm) in [(a, there), (b, back)] {
                if let Some(slot) = out.entry(spot).or_default().get_mut(arm) {
                    *slot = true;
                }
            }
        }
    }
    out.into_iter().collect()
}
