//! Placement in rows, for structures that are networks rather than trees.
//!
//! After Sugiyama, Tagawa and Toda ("Methods for visual understanding of hierarchical system
//! structures", 1981): links get a direction ([`links`]), nodes rows ([`ranks`]), rows an order
//! ([`order`]), items places across ([`places`]). Rows that are too wide for the page are parted
//! ([`split`]).

mod bands;
mod links;
mod order;
mod places;
mod ranks;
mod rows;
mod split;

use super::table::Table;
use super::{
    Cell, Edge, Gaps, Held, Node, Place, Placement, Request, SCREEN, regions, score, sized,
};
use links::{Bent, Down, downward};
use places::Across;
use rows::Rows;
use split::{Way, split};

/// How often the order of a form is begun anew: first to compare forms, then for those taken.
#[derive(Clone, Copy)]
enum Care {
    Rough,
    Full,
}

impl Care {
    /// Fewer for more items, so that the time stays in bounds.
    fn beginnings(self, items: usize) -> usize {
        let items = items.max(1);
        match self {
            Self::Rough => (1200 / items).clamp(1, 3),
            Self::Full => (4000 / items).clamp(4, 24),
        }
    }
}

/// Shares of the full width that rows are tried at.
const WIDTHS: [i32; 7] = [100, 80, 64, 50, 40, 32, 24];

/// Room between two rows beside that for each line between them, and that room.
const BETWEEN: i32 = 16;
const LINE: i32 = 4;

/// Worth of one crossing for each link, as in [`super::score`].
const CROSSING: f64 = 2.5;

/// The most links that are worth the search for an order.
const MANY_LINKS: usize = 250;

/// Whether rows may do better than a tree: where many links are no part of it, or a body stands above
/// one that it reports to. A plain tree costs nothing.
pub(super) fn worth_trying(request: &Request, tree: &Placement) -> bool {
    let links = request.edges.len();
    let further = links.saturating_sub(tree.hangs.iter().flatten().count());
    let many = further > 2 && further * 6 >= links;
    links <= MANY_LINKS && (many || score::wrong_ways(request, tree) > 0)
}

/// More bodies than this, and one form has to do.
const MANY_NODES: usize = 300;

/// A drawing of the network by itself.
struct Block {
    cells: Vec<(usize, Cell)>,
    size: (i32, i32),
    crossings: u64,
    bands: Vec<Cell>,
}

/// Placements in rows, the most promising first.
pub(super) fn placements(request: &Request, gaps: Gaps, most: usize) -> Vec<Placement> {
    let nodes = sized(&request.nodes);
    let bands = request.bands.as_ref();
    let (mut members, mut loose) = parted(&nodes, &request.edges);
    if bands.is_some() {
        // Whoever is not beyond the boundary has a band.
        let [structure, family, _] = &mut loose;
        for node in structure.drain(..).chain(family.drain(..)) {
            if let Some(slot) = members.get_mut(node) {
                *slot = true;
            }
        }
    }
    let groups = match bands {
        None => components(&members, &request.edges),
        Some(_) => vec![
            (0..nodes.len())
                .filter(|&n| members.get(n) == Some(&true))
                .collect(),
        ],
    };
    let heads = bands.map(|bands| bands::Heads::new(bands, &nodes, &request.edges));
    let room = request.room.unwrap_or(SCREEN);
    // Very large structures get one form: more would take minutes.
    let large = nodes.len() > MANY_NODES || request.edges.len() > 2 * MANY_LINKS;
    let bents: &[Bent] = if large {
        &[Bent::AsGiven]
    } else {
        &[Bent::AsGiven, Bent::Level]
    };
    let networks = bents.iter().map(|&bent| {
        let network =
            |group| Network::new(group, &nodes, &request.edges, bent, gaps, heads.as_ref());
        groups
            .iter()
            .map(|group| network(group))
            .collect::<Vec<_>>()
    });
    let networks: Vec<Vec<Network<'_>>> = networks.collect();
    let ways: &[Way] = if large {
        &[Way::InTurn]
    } else {
        &[Way::LeavesFirst, Way::InTurn]
    };
    let widths: &[i32] = if large { &WIDTHS[..1] } else { &WIDTHS };
    let mut forms = Vec::new();
    for networks in &networks {
        let full = networks.iter().map(Network::full_width).max().unwrap_or(0);
        for &way in ways {
            for share in widths {
                let limit = full * share / 100;
                let block = whole(networks, limit, way, Care::Rough, room, gaps);
                let badness = badness(&block, room, request.edges.len());
                forms.push((badness, limit, way, networks));
                // Narrower ones would only be higher still.
                if shares(&block, room).0 < shares(&block, room).1 {
                    break;
                }
            }
        }
    }
    forms.sort_by(|a, b| a.0.total_cmp(&b.0));
    forms.truncate(most);
    forms
        .into_iter()
        .map(|(_, limit, way, networks)| {
            let block = whole(networks, limit, way, Care::Full, room, gaps);
            regions::compose_round(&nodes, &loose, request, gaps, &[block.size], |_, out| {
                for &(node, cell) in &block.cells {
                    if let Some(slot) = out.cells.get_mut(node) {
                        *slot = cell;
                    }
                    if let (Some(heads), Some(slot)) = (&heads, out.held.get_mut(node)) {
                        *slot = Held::Band(heads.band(node));
                    }
                }
                out.bands.clone_from(&block.bands);
            })
        })
        .collect()
}

/// How hard a form is likely to be to read.
fn badness(block: &Block, room: (i32, i32), links: usize) -> f64 {
    let (across, down) = shares(block, room);
    across.max(down).max(1.0) + CROSSING * block.crossings as f64 / links.max(1) as f64
}

/// Width and height as shares of the room.
fn shares(block: &Block, room: (i32, i32)) -> (f64, f64) {
    let share = |length: i32, room: i32| f64::from(length) / f64::from(room.max(1));
    (share(block.size.0, room.0), share(block.size.1, room.1))
}

/// Who stands in rows, and who stands loose: bodies without any link among the others, family and
/// outside bodies without a reporting line.
fn parted(nodes: &[Node], edges: &[Edge]) -> (Vec<bool>, [Vec<usize>; 3]) {
    let n = nodes.len();
    let known = || {
        edges
            .iter()
            .filter(|e| e.from != e.to && e.from < n && e.to < n)
    };
    let mut inside = vec![false; n];
    let mut take = |ends: [usize; 2]| {
        for end in ends {
            if let Some(slot) = inside.get_mut(end) {
                *slot = true;
            }
        }
    };
    let own = |end: usize| nodes.get(end).is_some_and(|n| n.place == Place::Structure);
    for e in known().filter(|e| e.hierarchy || (own(e.from) && own(e.to))) {
        take([e.from, e.to]);
    }
    let mut loose = [Vec::new(), Vec::new(), Vec::new()];
    for (i, node) in nodes.iter().enumerate() {
        if inside.get(i).copied().unwrap_or(false) {
            continue;
        }
        let [structure, family, outside] = &mut loose;
        match node.place {
            Place::Structure => structure.push(i),
            Place::Family => family.push(i),
            Place::Outside => outside.push(i),
        }
    }
    (inside, loose)
}

/// The members that hang together, largest group first.
fn components(members: &[bool], edges: &[Edge]) -> Vec<Vec<usize>> {
    let member = |end: usize| members.get(end).copied().unwrap_or(false);
    let mut linked: Table<Vec<usize>> = Table::filled(members.len());
    for e in edges.iter().filter(|e| member(e.from) && member(e.to)) {
        linked[e.from].push(e.to);
        linked[e.to].push(e.from);
    }
    let mut seen: Table<bool> = Table::filled(members.len());
    let mut groups = Vec::new();
    for first in (0..members.len()).filter(|&node| member(node)) {
        let (mut group, mut open) = (Vec::new(), vec![first]);
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut seen[node], true) {
                group.push(node);
                open.extend(&linked[node]);
            }
        }
        if !group.is_empty() {
            group.sort_unstable();
            groups.push(group);
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups
}

/// One group of nodes that hang together, in rows as wide as they come.
struct Network<'a> {
    /// The nodes by their places in the request.
    group: &'a [usize],
    links: Vec<Down>,
    rows: Rows,
    widths: Vec<i32>,
    heights: Vec<i32>,
    gaps: Gaps,
    heads: Option<&'a bands::Heads>,
}

impl<'a> Network<'a> {
    fn new(
        group: &'a [usize],
        nodes: &[Node],
        edges: &[Edge],
        bent: Bent,
        gaps: Gaps,
        heads: Option<&'a bands::Heads>,
    ) -> Self {
        let place: std::collections::BTreeMap<usize, usize> = group
            .iter()
            .enumerate()
            .map(|(i, &node)| (node, i))
            .collect();
        let inside = edges.iter().filter_map(|e| {
            Some(Edge {
                from: *place.get(&e.from)?,
                to: *place.get(&e.to)?,
                ..*e
            })
        });
        let links = downward(group.len(), &inside.collect::<Vec<Edge>>(), bent);
        let rank = match heads {
            None => ranks::ranks(group.len(), &links),
            Some(heads) => bands::ranks(group, &links, heads),
        };
        let mut rows = Rows::new(&rank, &links);
        let beginnings = Care::Rough.beginnings(rows.at.len());
        order::best(&mut rows, beginnings);
        let size = |pick: fn(&Node) -> i32| {
            let sizes = group.iter().map(|&node| nodes.get(node).map_or(0, pick));
            sizes.collect::<Vec<i32>>()
        };
        Self {
            group,
            links,
            rows,
            widths: size(|n| n.w),
            heights: size(|n| n.h),
            gaps,
            heads,
        }
    }

    fn across<'b>(&'b self, rows: &'b Rows) -> Across<'b> {
        Across {
            rows,
            widths: &self.widths,
            gaps: self.gaps,
        }
    }

    fn full_width(&self) -> i32 {
        let needs = self.across(&self.rows).needs();
        needs.into_iter().max().unwrap_or(0)
    }

    /// The drawing with rows no wider than a limit.
    fn drawn(&self, limit: i32, way: Way, care: Care) -> Block {
        let rank = split(&self.across(&self.rows), limit, way);
        let mut rows = Rows::new(&rank, &self.links);
        let beginnings = care.beginnings(rows.at.len());
        let crossings = order::best(&mut rows, beginnings);
        let lefts = self.across(&rows).lefts();
        let mut cells = Vec::with_capacity(self.group.len());
        let (mut right, mut bottom, mut between) = (0, 0, 0);
        let mut row_bottom = 0;
        let mut stripes = bands::Stripes::new(self.heads);
        for (number, row) in rows.rows.iter().enumerate() {
            let first = row.iter().find(|&&item| rows.is_node(item));
            let node = first.and_then(|&item| self.group.get(item));
            let top = stripes.enter(node, row_bottom, between);
            let height = |item: &usize| self.heights.get(*item).copied().unwrap_or(0);
            for &item in row.iter().filter(|&&item| rows.is_node(item)) {
                let (Some(&node), Some(&x)) = (self.group.get(item), lefts.get(item)) else {
                    continue;
                };
                let cell = Cell {
                    x,
                    y: top,
                    w: self.across(&rows).width(item),
                    h: height(&item),
                };
                right = right.max(cell.right());
                bottom = bottom.max(cell.bottom());
                cells.push((node, cell));
            }
            let lines = i32::try_from(busiest(&rows, number, &lefts)).unwrap_or(0);
            between = super::up((BETWEEN + LINE * lines).max(self.gaps.tier));
            row_bottom = top + row.iter().map(height).max().unwrap_or(0);
        }
        let left = cells.iter().map(|(_, c)| c.x).min().unwrap_or(0);
        for (_, cell) in &mut cells {
            cell.x -= left;
        }
        let (bands, size) = stripes.close((right - left, bottom));
        Block {
            cells,
            size,
            crossings,
            bands,
        }
    }
}

/// How many lines run side by side between a row and the next one, at most.
fn busiest(rows: &Rows, number: usize, lefts: &[i32]) -> usize {
    let mut ends: Vec<(i32, bool)> = Vec::new();
    for &item in rows.rows.get(number).into_iter().flatten() {
        let at = |item: usize| lefts.get(item).copied().unwrap_or(0);
        let own = at(item);
        let others = || rows.below(item).iter().map(|&b| at(b));
        // What starts at one item may run as one.
        let (low, high) = (others().min().unwrap_or(own), others().max().unwrap_or(own));
        let (low, high) = (low.min(own), high.max(own));
        if high > low {
            ends.extend([(low, true), (high, false)]);
        }
    }
    ends.sort_unstable();
    let (mut open, mut most) = (0usize, 0);
    for (_, starts) in ends {
        open = if starts {
            open + 1
        } else {
            open.saturating_sub(1)
        };
        most = most.max(open);
    }
    most
}

/// All groups of a network beside and under each other.
fn whole(
    networks: &[Network<'_>],
    limit: i32,
    way: Way,
    care: Care,
    room: (i32, i32),
    gaps: Gaps,
) -> Block {
    let blocks: Vec<Block> = networks
        .iter()
        .map(|network| network.drawn(limit, way, care))
        .collect();
    packed(blocks, room, gaps)
}

/// Groups in shelves, as wide as the widest or wider where the page is.
fn packed(blocks: Vec<Block>, room: (i32, i32), gaps: Gaps) -> Block {
    let widest = blocks.iter().map(|b| b.size.0).max().unwrap_or(0);
    let tallest = blocks.iter().map(|b| b.size.1).max().unwrap_or(0);
    // As wide as the page is when the tallest group fills its height.
    let form = f64::from(tallest) * f64::from(room.0.max(1)) / f64::from(room.1.max(1));
    let width = widest.max(form as i32);
    let mut out = Block {
        cells: Vec::new(),
        size: (0, 0),
        crossings: 0,
        bands: Vec::new(),
    };
    let (mut x, mut y, mut shelf) = (0, 0, 0);
    for block in blocks {
        if x > 0 && x + block.size.0 > width {
            (x, y, shelf) = (0, y + shelf + gaps.region, 0);
        }
        for (node, cell) in block.cells {
            let cell = Cell {
                x: cell.x + x,
                y: cell.y + y,
                ..cell
            };
            out.cells.push((node, cell));
        }
        out.crossings += block.crossings;
        // Bands are one group.
        out.bands.extend(block.bands);
        out.size.0 = out.size.0.max(x + block.size.0);
        out.size.1 = out.size.1.max(y + block.size.1);
        shelf = shelf.max(block.size.1);
        x += block.size.0 + gaps.region;
    }
    out
}
