//! The whole drawing: trees, bodies without a line, family, and outside beyond a boundary.

use super::forest::Forest;
use super::shapes::{Shapes, thin};
use super::turned::Turned;
use super::{Cell, Gaps, Grows, Held, Node, Place, Placement, Region, Request, SCREEN, up};

/// Room between the words over a region and its cards.
const UNDER_WORDS: i32 = 4;

/// Room over outside bodies: the boundary stands in it, and lines pass beside that.
const BOUNDARY: i32 = 28;

/// One way to fill a region: rows of so many cards.
#[derive(Clone, Copy, Debug)]
struct Grid {
    per_row: usize,
    w: i32,
    h: i32,
}

/// Where the parts stand: trees, loose bodies, family.
#[derive(Clone, Copy, Debug)]
enum Plan {
    /// Loose bodies over family, beside the trees.
    Beside,
    /// Loose bodies beside family, under the trees.
    Under,
    /// Loose bodies, then family, under the trees.
    Stacked,
    /// Loose bodies beside the trees, family under both.
    FamilyUnder,
    /// Family beside the trees, loose bodies under both.
    LooseUnder,
}

const PLANS: [Plan; 5] = [
    Plan::Beside,
    Plan::Under,
    Plan::Stacked,
    Plan::FamilyUnder,
    Plan::LooseUnder,
];

struct Composer<'a> {
    nodes: &'a [Node],
    /// Bodies of each place that stand in grids.
    loose: &'a [Vec<usize>; 3],
    gaps: Gaps,
    labels: [(i32, i32); 3],
    /// Whether words stand over the loose bodies: only when something else is drawn.
    loose_words: bool,
}

/// A choice of shapes and its total size.
struct Choice {
    block: usize,
    loose: Option<Grid>,
    family: Option<Grid>,
    plan: Plan,
    w: i32,
    h: i32,
}

/// Chooses the shapes that fill the room best and gives every card its place.
pub(super) fn compose(
    nodes: &[Node],
    forest: &Forest,
    request: &Request,
    gaps: Gaps,
    paired: bool,
) -> Placement {
    let shapes = Shapes::new(nodes, forest, gaps, paired);
    let trees = shapes.side_by_side(&forest.trees);
    let sizes: Vec<(i32, i32)> = trees.iter().map(|s| (s.w, s.h)).collect();
    let loose = &forest.loose;
    let place = |number: usize, out: &mut Placement| {
        if let Some(tree) = trees.get(number) {
            shapes.place(tree, (0, 0), &mut out.cells, &mut out.hangs);
        }
    };
    match request.grows {
        Grows::Down => compose_round(nodes, loose, request, gaps, &sizes, place),
        Grows::Right => {
            // Regions have rows and words over them whichever way trees grow.
            let nodes: Vec<Node> = nodes.iter().map(Node::turned).collect();
            let sizes: Vec<(i32, i32)> = sizes.iter().map(Turned::turned).collect();
            let mut chosen = 0;
            let round = compose_round(&nodes, loose, &request.turned(), gaps, &sizes, |n, _| {
                chosen = n;
            });
            let mut out = round.turned();
            place(chosen, &mut out);
            out
        }
    }
}

/// Puts loose bodies round a block, which may come in several sizes; `place` draws the one chosen.
pub(super) fn compose_round(
    nodes: &[Node],
    loose: &[Vec<usize>; 3],
    request: &Request,
    gaps: Gaps,
    sizes: &[(i32, i32)],
    place: impl FnOnce(usize, &mut Placement),
) -> Placement {
    let composer = Composer {
        nodes,
        loose,
        gaps,
        labels: request.labels.map(|(w, h)| (w, up(h))),
        loose_words: !sizes.is_empty(),
    };
    let room = request.room.unwrap_or(SCREEN);
    let choice = composer.choose(sizes, room);
    let block = sizes.get(choice.block).copied().unwrap_or_default();
    let mut out = composer.place(block, &choice, room);
    place(choice.block, &mut out);
    out
}

impl Composer<'_> {
    fn items(&self, place: Place) -> &[usize] {
        let [loose, family, outside] = self.loose;
        match place {
            Place::Structure => loose,
            Place::Family => family,
            Place::Outside => outside,
        }
    }

    fn words(&self, place: Place) -> (i32, i32) {
        let [loose, family, outside] = self.labels;
        match place {
            Place::Structure if self.loose_words => loose,
            Place::Structure => (0, 0),
            Place::Family => family,
            Place::Outside => outside,
        }
    }

    /// Sizes of the columns and rows of a grid.
    fn tracks(&self, place: Place, per_row: usize) -> (Vec<i32>, Vec<i32>) {
        let items = self.items(place);
        let mut widths = vec![0; per_row.min(items.len())];
        let mut heights = vec![0; items.len().div_ceil(per_row.max(1))];
        for (i, &item) in items.iter().enumerate() {
            let (w, h) = self.nodes.get(item).map_or((0, 0), |n| (n.w, n.h));
            if let Some(width) = widths.get_mut(i % per_row.max(1)) {
                *width = w.max(*width);
            }
            if let Some(height) = heights.get_mut(i / per_row.max(1)) {
                *height = h.max(*height);
            }
        }
        (widths, heights)
    }

    fn grid(&self, place: Place, per_row: usize) -> Grid {
        let (widths, heights) = self.tracks(place, per_row);
        let gaps = |n: usize, gap: i32| gap * i32::try_from(n.saturating_sub(1)).unwrap_or(0);
        let (words_w, words_h) = self.words(place);
        let w = widths.iter().sum::<i32>() + gaps(widths.len(), self.gaps.sibling);
        let h = heights.iter().sum::<i32>() + gaps(heights.len(), self.gaps.stack);
        let over = if words_h > 0 {
            words_h + UNDER_WORDS
        } else {
            0
        };
        Grid {
            per_row,
            w: w.max(up(words_w)),
            h: h + over,
        }
    }

    fn grids(&self, place: Place) -> Vec<Option<Grid>> {
        let n = self.items(place).len();
        if n == 0 {
            return vec![None];
        }
        let counts: Vec<usize> = (1..=n).collect();
        thin(counts, 12)
            .into_iter()
            .map(|m| Some(self.grid(place, m)))
            .collect()
    }

    fn choose(&self, sizes: &[(i32, i32)], room: (i32, i32)) -> Choice {
        let sizes = if sizes.is_empty() { &[(0, 0)] } else { sizes };
        let mut best: Option<(f64, Choice)> = None;
        for (block, &tree) in sizes.iter().enumerate() {
            for &loose in &self.grids(Place::Structure) {
                for &family in &self.grids(Place::Family) {
                    for plan in PLANS {
                        let (w, h) = self.size(plan, tree, loose, family);
                        let (w, h) = self.with_outside(w, h, room);
                        let cost = cost(w, h, room);
                        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                            let choice = Choice {
                                block,
                                loose,
                                family,
                                plan,
                                w,
                                h,
                            };
                            best = Some((cost, choice));
                        }
                    }
                }
            }
        }
        best.map_or(
            Choice {
                block: 0,
                loose: None,
                family: None,
                plan: Plan::Under,
                w: 0,
                h: 0,
            },
            |(_, choice)| choice,
        )
    }

    fn size(
        &self,
        plan: Plan,
        tree: (i32, i32),
        loose: Option<Grid>,
        family: Option<Grid>,
    ) -> (i32, i32) {
        let gap = self.gaps.region;
        let loose = loose.map_or((0, 0), |g| (g.w, g.h));
        let family = family.map_or((0, 0), |g| (g.w, g.h));
        match plan {
            Plan::Beside => beside(tree, under(loose, family, gap), gap),
            Plan::Under => under(tree, beside(loose, family, gap), gap),
            Plan::Stacked => under(under(tree, loose, gap), family, gap),
            Plan::FamilyUnder => under(beside(tree, loose, gap), family, gap),
            Plan::LooseUnder => under(beside(tree, family, gap), loose, gap),
        }
    }

    /// As many outside bodies in a row as the width allows.
    fn outside_grid(&self, w: i32, room: (i32, i32)) -> Option<Grid> {
        let n = self.items(Place::Outside).len();
        let width = if w > 0 { w } else { room.0 };
        let fits = |m: &usize| self.grid(Place::Outside, *m).w <= width;
        (n > 0).then(|| {
            let most = (1..=n).rev().find(fits).unwrap_or(1);
            // The same number of rows with even rows.
            let rows = n.div_ceil(most);
            self.grid(Place::Outside, n.div_ceil(rows))
        })
    }

    fn with_outside(&self, w: i32, h: i32, room: (i32, i32)) -> (i32, i32) {
        let outside = self.outside_grid(w, room).map_or((0, 0), |g| (g.w, g.h));
        under((w, h), outside, BOUNDARY)
    }

    /// Places all but the block.
    fn place(&self, block: (i32, i32), choice: &Choice, room: (i32, i32)) -> Placement {
        let mut out = Placement {
            cells: vec![Cell::default(); self.nodes.len()],
            hangs: vec![None; self.nodes.len()],
            regions: Vec::new(),
            bands: Vec::new(),
            held: vec![Held::default(); self.nodes.len()],
            size: (choice.w, choice.h),
        };
        let gap = self.gaps.region;
        let (tree_w, tree_h) = block;
        let after = |length: i32| if length > 0 { length + gap } else { 0 };
        let loose = choice.loose.map_or((0, 0), |g| (g.w, g.h));
        let family = choice.family.map_or((0, 0), |g| (g.w, g.h));
        let (loose_at, family_at) = match choice.plan {
            Plan::Beside => ((after(tree_w), 0), (after(tree_w), after(loose.1))),
            Plan::Under => ((0, after(tree_h)), (after(loose.0), after(tree_h))),
            Plan::Stacked => ((0, after(tree_h)), (0, after(tree_h) + after(loose.1))),
            Plan::FamilyUnder => ((after(tree_w), 0), (0, after(tree_h.max(loose.1)))),
            Plan::LooseUnder => ((0, after(tree_h.max(family.1))), (after(tree_w), 0)),
        };
        self.place_grid(Place::Structure, choice.loose, loose_at, &mut out);
        self.place_grid(Place::Family, choice.family, family_at, &mut out);
        let (w, h) = self.size(choice.plan, (tree_w, tree_h), choice.loose, choice.family);
        let below = if h > 0 { h + BOUNDARY } else { 0 };
        self.place_grid(
            Place::Outside,
            self.outside_grid(w, room),
            (0, below),
            &mut out,
        );
        out
    }

    fn place_grid(&self, place: Place, grid: Option<Grid>, at: (i32, i32), out: &mut Placement) {
        let Some(grid) = grid else { return };
        let (widths, heights) = self.tracks(place, grid.per_row);
        let (_, words_h) = self.words(place);
        let over = if words_h > 0 {
            words_h + UNDER_WORDS
        } else {
            0
        };
        let starts = |sizes: &[i32], gap: i32, from: i32| {
            sizes
                .iter()
                .scan(from, |at, size| {
                    let start = *at;
                    *at += size + gap;
                    Some(start)
                })
                .collect::<Vec<i32>>()
        };
        let xs = starts(&widths, self.gaps.sibling, at.0);
        let ys = starts(&heights, self.gaps.stack, at.1 + over);
        for (i, &item) in self.items(place).iter().enumerate() {
            let size = self.nodes.get(item).map_or((0, 0), |n| (n.w, n.h));
            if let Some(held) = out.held.get_mut(item) {
                *held = Held::Region(place);
            }
            if let (Some(&x), Some(&y), Some(cell)) = (
                xs.get(i % grid.per_row),
                ys.get(i / grid.per_row),
                out.cells.get_mut(item),
            ) {
                *cell = Cell {
                    x,
                    y,
                    w: size.0,
                    h: size.1,
                };
            }
        }
        if words_h > 0 {
            let cell = Cell {
                x: at.0,
                y: at.1,
                w: grid.w,
                h: grid.h,
            };
            out.regions.push(Region { place, cell });
        }
    }
}

fn beside(a: (i32, i32), b: (i32, i32), gap: i32) -> (i32, i32) {
    let gap = if a.0 > 0 && b.0 > 0 { gap } else { 0 };
    (a.0 + gap + b.0, a.1.max(b.1))
}

fn under(a: (i32, i32), b: (i32, i32), gap: i32) -> (i32, i32) {
    let gap = if a.1 > 0 && b.1 > 0 { gap } else { 0 };
    (a.0.max(b.0), a.1 + gap + b.1)
}

/// How badly a drawing fits: first how small it prints, then how unlike the page it is.
fn cost(w: i32, h: i32, room: (i32, i32)) -> f64 {
    let (w, h) = (f64::from(w.max(1)), f64::from(h.max(1)));
    let (sx, sy) = (f64::from(room.0) / w, f64::from(room.1) / h);
    let scale = sx.min(sy);
    // Past full size, more air is no gain; a drawing of the page's own form is.
    let form = (sx / sy).ln().abs();
    1.0 / scale.min(1.0) + 0.02 * form + 1e-7 * w * h / f64::from(room.0.max(1))
}
