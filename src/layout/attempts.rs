//! Several arrangements with their lines, and the best of them.

use super::route::{self, RouteRequest};
use super::search::Search;
use super::unclear::unclear;
use super::{
    Cell, Edge, Hang, Layout, Place, Placement, Request, STEP, layered, place_as, score, stretch,
};

/// How often cards move apart to give lines room before lines have to come nearer.
const STRETCHES: usize = 5;

/// The same when lines would come so near that nobody could tell them apart.
const MORE_STRETCHES: usize = 10;

/// More links than this, and one arrangement has to do.
const FEW_LINKS: usize = 150;

/// More links than this, and lines that come too near each other stay so.
const MANY_LINKS: usize = 3_000;

/// The share of a tree's size that rows must reach in print.
const SMALLER: f64 = 0.9;

/// How many arrangements in rows are drawn.
const ROWS: usize = 2;

/// The best of several arrangements, by [`score::badness`]. Those in rows have an order of their own:
/// `rows` says whether they may be tried.
pub(super) fn best_of(
    request: &Request,
    structures: &[&[Edge]],
    search: &mut Search,
    rows: bool,
) -> (Placement, Vec<Layout>) {
    let few = request.edges.len() <= FEW_LINKS;
    // Lines only make a drawing larger: one that is worse without them already need not be routed.
    let hopeless = |placement: &Placement, best: &Option<(f64, Placement, Vec<Layout>)>| {
        let least = score::share_of_room(request, placement).max(1.0);
        best.as_ref().is_some_and(|(found, ..)| least >= *found)
    };
    let mut best: Option<(f64, Placement, Vec<Layout>)> = None;
    let orders = [(true, true), (true, false), (false, true), (false, false)];
    let trees = orders.into_iter().filter(|_| request.bands.is_none());
    for (reorder, paired) in trees {
        let other_order = if few {
            reorder && !request.reorder
        } else {
            reorder != request.reorder
        };
        if other_order || (!few && best.is_some()) {
            continue;
        }
        let mut placement = place_as(request, reorder, paired);
        let known = best
            .as_ref()
            .is_some_and(|(_, p, _)| p.cells == placement.cells);
        if known || hopeless(&placement, &best) {
            continue;
        }
        let layouts = drawn(&mut placement, request, structures, search);
        let badness = score::badness(request, structures, &placement, &layouts);
        if best.as_ref().is_none_or(|(least, ..)| badness < *least) {
            best = Some((badness, placement, layouts));
        }
    }
    let tree = best.as_ref().map(|(_, placement, _)| placement.clone());
    let tangled = best
        .as_ref()
        .is_none_or(|(_, tree, drawn)| score::tangled(request, tree, drawn));
    let worth = |tree: &Placement| tangled && layered::worth_trying(request, tree);
    if rows && tree.as_ref().is_none_or(worth) {
        for mut placement in layered::placements(request, request.gaps, ROWS) {
            let small = |tree: &Placement| prints_smaller(request, &placement, tree);
            if tree.as_ref().is_some_and(small) || hopeless(&placement, &best) {
                continue;
            }
            let layouts = drawn(&mut placement, request, structures, search);
            let badness = score::badness(request, structures, &placement, &layouts);
            if best.as_ref().is_none_or(|(least, ..)| badness < *least) {
                best = Some((badness, placement, layouts));
            }
        }
    }
    best.map(|(_, placement, layouts)| (placement, layouts))
        .unwrap_or_default()
}

/// Routes on one placement, with more room where lines could not be told apart otherwise.
fn drawn(
    placement: &mut Placement,
    request: &Request,
    structures: &[&[Edge]],
    search: &mut Search,
) -> Vec<Layout> {
    let before = placement.clone();
    let layouts = route_all(placement, request, structures, search, STRETCHES);
    let mut lines = layouts.iter().zip(structures);
    // In very large structures a second try would take too long.
    let large = request.edges.len() > MANY_LINKS;
    if large || lines.all(|(layout, edges)| unclear(edges, &layout.routes) == 0) {
        return layouts;
    }
    *placement = before;
    route_all(placement, request, structures, search, MORE_STRETCHES)
}

/// Whether rows print much smaller than a tree that holds most of the links: who has a hierarchy wants
/// to read it.
fn prints_smaller(request: &Request, rows: &Placement, tree: &Placement) -> bool {
    let hung = tree.hangs.iter().flatten().count();
    let straight = score::wrong_ways(request, tree) == 0;
    let larger = |placement: &Placement| score::share_of_room(request, placement).max(1.0);
    straight && 4 * hung >= 3 * request.edges.len() && larger(rows) * SMALLER > larger(tree)
}

/// Routes each list of links on one placement, which gives way where lines lack room: so many times.
pub(super) fn route_all(
    placement: &mut Placement,
    request: &Request,
    structures: &[&[Edge]],
    search: &mut Search,
    stretches: usize,
) -> Vec<Layout> {
    let mut found: Vec<route::Found> = structures.iter().map(|_| route::Found::default()).collect();
    for attempt in 0..=stretches {
        let labels = labels_of(placement, request);
        let (mut out, mut lacks) = (Vec::new(), Vec::new());
        for (&edges, found) in structures.iter().zip(&mut found) {
            let hangs = hangs_in(placement, edges);
            let to_route = RouteRequest {
                cells: &placement.cells,
                panels: &[],
                hangs: &hangs,
                keep_clear: &labels,
                edges,
            };
            match route::route(&to_route, search, found, attempt == stretches) {
                Ok(routes) => out.push(Layout {
                    placement: Placement {
                        hangs,
                        ..placement.clone()
                    },
                    routes,
                }),
                Err(lack) => lacks.extend(lack),
            }
        }
        if lacks.is_empty() {
            return out;
        }
        stretch::stretch(placement, &lacks);
    }
    Vec::new()
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
        .chain(band_words(placement, request))
        .filter(|cell| cell.w > 0)
        .collect()
}

/// The boxes of the words of bands, at the top left of each.
fn band_words(placement: &Placement, request: &Request) -> impl Iterator<Item = Cell> {
    let titles = request.bands.iter().flat_map(|b| &b.titles);
    let stripes = placement.bands.iter().zip(titles).filter(|(b, _)| b.h > 0);
    stripes.map(|(band, &(w, h))| Cell {
        x: band.x,
        y: band.y + STEP,
        w,
        h,
    })
}
