//! Shapes of subtrees: a small Pareto list of (width, height) for each body, bottom-up.
//!
//! Children stand in a row or in a few stacked columns on a trunk (after Stockmeyer's shape
//! functions for floor plans). The page chooses at the root.

use super::forest::Forest;
use super::{Gaps, Node, STEP};

/// The most shapes kept for one subtree.
const KEPT: usize = 14;

/// One way to draw a subtree.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) w: i32,
    pub(super) h: i32,
    pub(super) columns: Vec<Column>,
    /// Where the trunk stands on both sides of which the two columns hang.
    pub(super) paired: Option<i32>,
}

/// Children of one column: node and number of its shape.
pub(super) type Column = Vec<(usize, usize)>;

/// The shapes of every subtree of a forest.
#[derive(Debug)]
pub(super) struct Shapes<'a> {
    nodes: &'a [Node],
    pub(super) gaps: Gaps,
    of: Vec<Vec<Shape>>,
}

impl<'a> Shapes<'a> {
    /// Builds the lists bottom-up.
    pub(super) fn new(nodes: &'a [Node], forest: &Forest, gaps: Gaps, paired: bool) -> Self {
        let mut this = Self {
            nodes,
            gaps,
            of: vec![Vec::new(); nodes.len()],
        };
        for node in forest.bottom_up() {
            let size = this.node(node);
            let children = forest.children_of(node);
            let shapes = if children.is_empty() {
                vec![Shape {
                    w: size.w,
                    h: size.h,
                    columns: Vec::new(),
                    paired: None,
                }]
            } else {
                let rows = this.arrangements(children).into_iter();
                let rows = rows.map(|(w, h, columns)| this.under(size, w, h, columns));
                let pairs = paired.then(|| this.pairs(size, forest, children));
                let pairs = pairs.into_iter().flatten();
                pareto(rows.chain(pairs).collect())
            };
            if let Some(slot) = this.of.get_mut(node) {
                *slot = shapes;
            }
        }
        this
    }

    /// Ways to put several trees beside and above each other.
    pub(super) fn side_by_side(&self, trees: &[usize]) -> Vec<Shape> {
        match trees {
            [] => Vec::new(),
            [only] => self
                .shapes_of(*only)
                .iter()
                .enumerate()
                .map(|(i, s)| Shape {
                    w: s.w,
                    h: s.h,
                    columns: vec![vec![(*only, i)]],
                    paired: None,
                })
                .collect(),
            _ => pareto(
                self.arrangements(trees)
                    .into_iter()
                    .map(|(w, h, columns)| Shape {
                        w,
                        h,
                        columns,
                        paired: None,
                    })
                    .collect(),
            ),
        }
    }

    pub(super) fn node(&self, node: usize) -> Node {
        self.nodes.get(node).copied().unwrap_or(Node {
            w: STEP,
            h: STEP,
            place: super::Place::Structure,
            pin: None,
        })
    }

    pub(super) fn shapes_of(&self, node: usize) -> &[Shape] {
        self.of.get(node).map_or(&[], Vec::as_slice)
    }

    fn shape(&self, node: usize, number: usize) -> (i32, i32) {
        self.shapes_of(node)
            .get(number)
            .map_or((STEP, STEP), |s| (s.w, s.h))
    }

    /// A card with its children's columns under it.
    fn under(&self, size: Node, w: i32, h: i32, columns: Vec<Column>) -> Shape {
        if hangs(&columns) {
            Shape {
                w: w.max(size.w),
                h: size.h + self.gaps.hang + h,
                columns,
                paired: None,
            }
        } else {
            Shape {
                w: w.max(size.w),
                h: size.h + self.gaps.tier + h,
                columns,
                paired: None,
            }
        }
    }

    /// Shapes with children on both sides of a trunk under the middle of their parent. Those on the
    /// left carry nothing themselves, so that the trunk meets their cards.
    fn pairs(&self, size: Node, forest: &Forest, children: &[usize]) -> Vec<Shape> {
        let leaf = |&&c: &&usize| forest.children_of(c).is_empty();
        let leaves = children.iter().filter(leaf).count();
        if leaves == 0 || children.len() < 3 {
            return Vec::new();
        }
        let mut out = Vec::new();
        for &limit in &self.sample(children, |s| s.w) {
            let Some(chosen) = self.choose(children, false, limit) else {
                continue;
            };
            let columns = self.two_sides(forest, &chosen);
            let [left, right] = [0, 1].map(|n| columns.get(n).map_or((0, 0), |c| self.bare(c)));
            if left.0 == 0 || right.0 == 0 {
                continue;
            }
            let half = lattice(size.w / 2 + 2 * STEP);
            let trunk = lattice((left.0 + self.gaps.indent / 2).max(half));
            out.push(Shape {
                w: trunk + (right.0 + self.gaps.indent / 2).max(half),
                h: size.h + self.gaps.hang + left.1.max(right.1),
                columns,
                paired: Some(trunk),
            });
        }
        out
    }

    /// Shares children between two sides in their order: each to the side that is lower so far.
    fn two_sides(&self, forest: &Forest, chosen: &[(usize, usize)]) -> Vec<Column> {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        let (mut left_h, mut right_h) = (0, 0);
        for &(child, number) in chosen {
            let h = self.shape(child, number).1 + self.gaps.stack;
            if left_h <= right_h && forest.children_of(child).is_empty() {
                left.push((child, number));
                left_h += h;
            } else {
                right.push((child, number));
                right_h += h;
            }
        }
        vec![left, right]
    }

    /// Size of a column without room for a trunk.
    pub(super) fn bare(&self, column: &Column) -> (i32, i32) {
        let (w, h) = self.column_size(column);
        (w - self.indent(column), h)
    }

    /// Arrangements of subtrees: one row, or 1 to 6 columns, for several target sizes.
    fn arrangements(&self, children: &[usize]) -> Vec<(i32, i32, Vec<Column>)> {
        let k = children.len();
        let mut counts: Vec<usize> = [
            1,
            2,
            3,
            4,
            5,
            6,
            k.div_ceil(3),
            k.div_ceil(2),
            k.saturating_sub(1),
            k,
        ]
        .into_iter()
        .filter(|&m| (1..=k).contains(&m))
        .collect();
        counts.sort_unstable();
        counts.dedup();
        let heights = self.sample(children, |s| s.h);
        let widths = self.sample(children, |s| s.w);
        let mut out = Vec::new();
        for m in counts {
            let row = m == k;
            for &limit in if row { &heights } else { &widths } {
                let Some(chosen) = self.choose(children, row, limit) else {
                    continue;
                };
                let columns = if row {
                    chosen.into_iter().map(|c| vec![c]).collect()
                } else {
                    self.partition(&chosen, m)
                };
                let (w, h) = self.extent(&columns);
                out.push((w, h, columns));
            }
        }
        out
    }

    /// Up to nine different sizes among the children's shapes.
    fn sample(&self, children: &[usize], size: impl Fn(&Shape) -> i32) -> Vec<i32> {
        let mut all: Vec<i32> = children
            .iter()
            .flat_map(|&c| self.shapes_of(c))
            .map(size)
            .collect();
        all.sort_unstable();
        all.dedup();
        thin(all, 9)
    }

    /// For each child the best shape within the limit: lowest for columns, narrowest for rows.
    fn choose(&self, children: &[usize], row: bool, limit: i32) -> Option<Column> {
        children
            .iter()
            .map(|&child| {
                self.shapes_of(child)
                    .iter()
                    .enumerate()
                    .filter(|(_, s)| if row { s.h <= limit } else { s.w <= limit })
                    .min_by_key(|(i, s)| (if row { s.w } else { s.h }, *i))
                    .map(|(i, _)| (child, i))
            })
            .collect()
    }

    /// Cuts a list into at most `m` columns whose highest is as low as can be.
    fn partition(&self, chosen: &[(usize, usize)], m: usize) -> Vec<Column> {
        let heights: Vec<i32> = chosen
            .iter()
            .map(|&(c, s)| self.shape(c, s).1 + self.gaps.stack)
            .collect();
        let (mut low, mut high) = (
            heights.iter().copied().max().unwrap_or(0),
            heights.iter().sum::<i32>(),
        );
        while low < high {
            let middle = low + (high - low) / 2;
            if columns_at(&heights, middle) <= m {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        let mut columns: Vec<Column> = vec![Vec::new()];
        let mut filled = 0;
        for (item, height) in chosen.iter().zip(heights) {
            if filled + height > high && filled > 0 {
                columns.push(Vec::new());
                filled = 0;
            }
            if let Some(column) = columns.last_mut() {
                column.push(*item);
            }
            filled += height;
        }
        columns
    }

    pub(super) fn column_size(&self, column: &Column) -> (i32, i32) {
        let w = column
            .iter()
            .map(|&(c, s)| self.shape(c, s).0)
            .max()
            .unwrap_or(0);
        let h: i32 = column.iter().map(|&(c, s)| self.shape(c, s).1).sum();
        let gaps = i32::try_from(column.len().saturating_sub(1)).unwrap_or(0) * self.gaps.stack;
        (w + self.indent(column), h + gaps)
    }

    pub(super) fn indent(&self, column: &Column) -> i32 {
        if column.len() > 1 {
            self.gaps.indent
        } else {
            0
        }
    }

    pub(super) fn extent(&self, columns: &[Column]) -> (i32, i32) {
        let sizes: Vec<(i32, i32)> = columns.iter().map(|c| self.column_size(c)).collect();
        let gaps = i32::try_from(columns.len().saturating_sub(1)).unwrap_or(0) * self.gaps.sibling;
        let w = sizes.iter().map(|s| s.0).sum::<i32>() + gaps;
        (w, sizes.iter().map(|s| s.1).max().unwrap_or(0))
    }
}

/// Whether the children hang in one stack under the left edge of their parent.
pub(super) fn hangs(columns: &[Column]) -> bool {
    matches!(columns, [only] if only.len() > 1)
}

/// Half of a space, on the lattice.
pub(super) fn centre(space: i32) -> i32 {
    lattice(space / 2)
}

/// The multiple of [`STEP`] at or below a length.
pub(super) fn lattice(length: i32) -> i32 {
    length.div_euclid(STEP) * STEP
}

fn columns_at(heights: &[i32], limit: i32) -> usize {
    let (mut count, mut filled) = (1, 0);
    for &h in heights {
        if filled + h > limit && filled > 0 {
            count += 1;
            filled = 0;
        }
        filled += h;
    }
    count
}

/// Keeps the shapes that no other beats in both measures, evenly thinned.
fn pareto(mut shapes: Vec<Shape>) -> Vec<Shape> {
    shapes.sort_by_key(|s| (s.w, s.h));
    let mut kept: Vec<Shape> = Vec::new();
    for shape in shapes {
        if kept.last().is_none_or(|last| shape.h < last.h) {
            kept.push(shape);
        }
    }
    thin(kept, KEPT)
}

/// At most `n` of a list, first and last among them.
pub(super) fn thin<T: Clone>(list: Vec<T>, n: usize) -> Vec<T> {
    if list.len() <= n || n < 2 {
        return list;
    }
    (0..n)
        .filter_map(|i| list.get(i * (list.len() - 1) / (n - 1)).cloned())
        .collect()
}
