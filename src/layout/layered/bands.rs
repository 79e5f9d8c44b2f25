//! Bands across the drawing: who stands in which, and the stripes that they make.

use super::links::Down;
use super::ranks;
use crate::layout::table::Table;
use crate::layout::{Bands, Cell, Edge, Node, up};

/// Free room inside a band over its words, under them, and under the last row of all.
const PAD: i32 = 8;

/// Room between the last row of a band and the next band.
const UNDER: i32 = 12;

/// The band of each node, and the words of each band.
pub(super) struct Heads {
    of: Table<usize>,
    titles: Vec<(i32, i32)>,
}

impl Heads {
    /// Who has no band stands in that of the nearest relation, reporting lines before others; who has
    /// no relation stands in a last band without words.
    pub(super) fn new(bands: &Bands, nodes: &[Node], edges: &[Edge]) -> Self {
        let last = bands.titles.len();
        let known = |node: usize| bands.of.get(node).copied().flatten().filter(|&b| b < last);
        let mut of: Table<Option<usize>> = Table::filled(nodes.len());
        for node in 0..nodes.len() {
            of[node] = known(node);
        }
        for all in [false, true] {
            loop {
                let found = nearest(
                    &of,
                    nodes.len(),
                    edges.iter().filter(|e| all || e.hierarchy),
                );
                if found.is_empty() {
                    break;
                }
                for (node, band) in found {
                    of[node] = Some(band);
                }
            }
        }
        let mut this = Self {
            of: Table::filled(nodes.len()),
            titles: bands.titles.clone(),
        };
        for node in 0..nodes.len() {
            this.of[node] = of[node].unwrap_or(last);
        }
        this.titles.push((0, 0));
        this
    }

    /// The band of a node.
    pub(super) fn band(&self, node: usize) -> usize {
        self.of[node]
    }
}

/// Nodes without a band that are linked with one that has one: the uppermost of these.
fn nearest<'a>(
    of: &Table<Option<usize>>,
    n: usize,
    edges: impl Iterator<Item = &'a Edge>,
) -> Vec<(usize, usize)> {
    let mut out = std::collections::BTreeMap::new();
    for e in edges.filter(|e| e.from < n && e.to < n) {
        for (own, other) in [(e.from, e.to), (e.to, e.from)] {
            if let (None, Some(band)) = (of[own], of[other]) {
                let least = out.entry(own).or_insert(band);
                *least = band.min(*least);
            }
        }
    }
    out.into_iter().collect()
}

/// The row of each node of a group: the rows of each band under those of the band before.
pub(super) fn ranks(group: &[usize], links: &[Down], heads: &Heads) -> Vec<usize> {
    let band = |item: usize| group.get(item).map_or(0, |&node| heads.of[node]);
    let mut out: Table<usize> = Table::filled(group.len());
    let mut first = 0;
    for number in 0..heads.titles.len() {
        let inside: Vec<usize> = (0..group.len()).filter(|&i| band(i) == number).collect();
        let place: std::collections::BTreeMap<usize, usize> = inside
            .iter()
            .enumerate()
            .map(|(at, &item)| (item, at))
            .collect();
        let own = links.iter().filter_map(|link| {
            Some(Down {
                upper: *place.get(&link.upper)?,
                lower: *place.get(&link.lower)?,
                ..*link
            })
        });
        let ranks = ranks::ranks(inside.len(), &own.collect::<Vec<Down>>());
        for (&item, rank) in inside.iter().zip(&ranks) {
            out[item] = first + rank;
        }
        first += ranks.iter().max().map_or(0, |last| last + 1);
    }
    out.iter().copied().collect()
}

/// The stripes of a drawing while its rows are placed from the top down.
pub(super) struct Stripes<'a> {
    heads: Option<&'a Heads>,
    /// Band, and where its stripe begins.
    tops: Vec<(usize, i32)>,
}

impl<'a> Stripes<'a> {
    pub(super) fn new(heads: Option<&'a Heads>) -> Self {
        Self {
            heads,
            tops: Vec::new(),
        }
    }

    /// Where a row begins, given the end of the row before and the room that lines need between them:
    /// below the words of its band, if it is the first there. Lines may run beside the words.
    pub(super) fn enter(&mut self, node: Option<&usize>, bottom: i32, between: i32) -> i32 {
        let Some((heads, &node)) = self.heads.zip(node) else {
            return bottom + between;
        };
        let band = heads.of[node];
        if self.tops.last().is_some_and(|(last, _)| *last == band) {
            return bottom + between;
        }
        let top = bottom + if self.tops.is_empty() { 0 } else { UNDER };
        self.tops.push((band, top));
        let words = heads.titles.get(band).map_or(0, |&(_, h)| h);
        let below = top + up(PAD + if words > 0 { words + PAD } else { 0 });
        below.max(bottom + between)
    }

    /// The stripes, each down to the next one, and the size of all of it.
    pub(super) fn close(self, size: (i32, i32)) -> (Vec<Cell>, (i32, i32)) {
        let Some(heads) = self.heads else {
            return (Vec::new(), size);
        };
        let words = heads.titles.iter().map(|&(w, _)| w).max().unwrap_or(0);
        let (w, h) = (size.0.max(up(words + 2 * PAD)), size.1 + PAD);
        let mut out = vec![Cell::default(); heads.titles.len()];
        let ends = self.tops.iter().skip(1).map(|&(_, top)| top).chain([h]);
        for (&(band, y), end) in self.tops.iter().zip(ends) {
            if let Some(slot) = out.get_mut(band) {
                *slot = Cell {
                    x: 0,
                    y,
                    w,
                    h: end - y,
                };
            }
        }
        (out, (w, h))
    }
}
