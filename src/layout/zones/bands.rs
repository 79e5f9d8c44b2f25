//! Bands of the hierarchy: columns under the bodies that most report to, or plain grids.

use std::collections::BTreeMap;

use super::super::{Cell, STEP};
use super::piece::{Piece, block, grid, outline};
use super::{Spacing, ZonedRequest};

/// The cards of a band, without its panel.
#[derive(Clone, Debug)]
pub(super) struct Band {
    /// The zone.
    pub(super) zone: usize,
    pub(super) piece: Piece,
    /// Whether its columns stand under those of the band above: then it starts at the left.
    pub(super) fixed: bool,
}

/// The most columns in which the cards under one body are stacked.
const MOST_COLUMNS: usize = 4;

/// Widths of grids that are tried, in hundredths of the room.
const WIDTHS: [i32; 6] = [60, 80, 100, 125, 160, 220];

/// What the bands are made from.
pub(super) struct Maker<'a> {
    pub(super) request: &'a ZonedRequest,
    pub(super) spacing: Spacing,
    parents: &'a [Option<usize>],
    zone_of: Vec<usize>,
    /// Zones of the bands from the top.
    order: Vec<usize>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        request: &'a ZonedRequest,
        parents: &'a [Option<usize>],
        spacing: Spacing,
    ) -> Self {
        let mut order: Vec<(usize, usize)> = request
            .zones
            .iter()
            .enumerate()
            .filter(|(_, zone)| !zone.members.is_empty())
            .filter_map(|(at, zone)| Some((zone.band?, at)))
            .collect();
        order.sort_unstable();
        Self {
            request,
            spacing,
            parents,
            zone_of: request.zone_of(),
            order: order.into_iter().map(|(_, at)| at).collect(),
        }
    }

    fn zone_of(&self, node: usize) -> usize {
        self.zone_of.get(node).copied().unwrap_or(usize::MAX)
    }

    fn parent(&self, node: usize) -> Option<usize> {
        self.parents.get(node).copied().flatten()
    }

    fn members(&self, zone: usize) -> &[usize] {
        self.request
            .zones
            .get(zone)
            .map_or(&[], |z| z.members.as_slice())
    }

    /// The bodies of a zone whose parent stands elsewhere, each with what reports to it inside.
    pub(super) fn outlines(&self, zone: usize, set: usize) -> Vec<Piece> {
        let sizes = self.request.sizes.get(set).map_or(&[][..], Vec::as_slice);
        let inside = |node: usize| {
            self.parent(node)
                .filter(|&above| self.zone_of(above) == zone)
        };
        let mut children: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &member in self.members(zone) {
            if let Some(above) = inside(member) {
                children.entry(above).or_default().push(member);
            }
        }
        let under = |node: usize| children.get(&node).cloned().unwrap_or_default();
        self.members(zone)
            .iter()
            .filter(|&&member| inside(member).is_none())
            .map(|&root| outline(root, sizes, under, self.spacing.stack))
            .collect()
    }

    /// The ways to draw all bands with one set of sizes.
    pub(super) fn options(&self, set: usize, room: (i32, i32)) -> Vec<Vec<Band>> {
        let mut out = Vec::new();
        if let Some(main) = self.main() {
            out.extend(self.coupled(main, set));
        }
        for share in WIDTHS {
            let width = (room.0 / 100).saturating_mul(share);
            let bands = self
                .order
                .iter()
                .map(|&zone| self.grid_band(zone, set, width));
            out.push(bands.collect());
        }
        out
    }

    fn grid_band(&self, zone: usize, set: usize, width: i32) -> Band {
        let outlines = self.outlines(zone, set);
        Band {
            zone,
            piece: fitting(&outlines, width, self.spacing),
            fixed: false,
        }
    }

    /// The band to which most bodies of later bands report; its columns carry theirs.
    fn main(&self) -> Option<usize> {
        let mut best: Option<(usize, usize)> = None;
        for (band, &zone) in self.order.iter().enumerate() {
            let later = self.order.get(band + 1..).unwrap_or(&[]);
            let reports = |node: &usize| {
                self.parent(*node)
                    .is_some_and(|above| self.zone_of(above) == zone)
            };
            let carried: usize = later
                .iter()
                .map(|&z| self.members(z).iter().filter(|m| reports(m)).count())
                .sum();
            // One parent carries its children on a bus; columns are for several.
            if self.members(zone).len() > 1 && carried > best.map_or(0, |(most, _)| most) {
                best = Some((carried, band));
            }
        }
        best.map(|(_, band)| band)
    }

    /// Columns of one band and what hangs under them in the later ones, from high to wide.
    fn coupled(&self, main: usize, set: usize) -> Vec<Vec<Band>> {
        let (Some(upper), Some(lower)) = (self.order.get(..=main), self.order.get(main + 1..))
        else {
            return Vec::new();
        };
        let Some((&main_zone, upper)) = upper.split_last() else {
            return Vec::new();
        };
        let tops = self.outlines(main_zone, set);
        let slot_of: BTreeMap<usize, usize> = tops
            .iter()
            .enumerate()
            .flat_map(|(slot, piece)| piece.cards.iter().map(move |(node, _)| (*node, slot)))
            .collect();
        let hanging: Vec<Hanging> = lower
            .iter()
            .map(|&zone| self.hanging(self.outlines(zone, set), &slot_of, tops.len()))
            .collect();
        let mut heights: Vec<i32> = hanging
            .iter()
            .flat_map(|h| &h.under)
            .flat_map(|pieces| (1..=MOST_COLUMNS).map(|m| self.block(pieces, m).h))
            .collect();
        heights.sort_unstable();
        heights.dedup();
        let few = super::super::shapes::thin(heights, 8);
        let draw = |most: i32| {
            let rows = self.columns(&tops, &hanging, most);
            let width = rows.first().map_or(0, |r| r.w);
            let above = upper.iter().map(|&zone| self.grid_band(zone, set, width));
            let zones = std::iter::once(&main_zone).chain(lower);
            let fixed = rows.into_iter().zip(zones).map(|(piece, &zone)| Band {
                zone,
                piece,
                fixed: true,
            });
            above.chain(fixed).collect()
        };
        few.into_iter().map(draw).collect()
    }

    fn block(&self, pieces: &[Piece], columns: usize) -> Piece {
        block(pieces, columns, self.spacing.stack, self.spacing.beside)
    }

    /// Sorts outlines of a zone by the column under which they hang.
    fn hanging(
        &self,
        outlines: Vec<Piece>,
        slot_of: &BTreeMap<usize, usize>,
        slots: usize,
    ) -> Hanging {
        let mut out = Hanging {
            under: vec![Vec::new(); slots],
            loose: Vec::new(),
        };
        for piece in outlines {
            let root = piece.cards.first().map(|(node, _)| *node);
            let mut above = root.and_then(|node| self.parent(node));
            // Parents make no loops: the way up ends.
            while let Some(node) = above.filter(|node| !slot_of.contains_key(node)) {
                above = self.parent(node);
            }
            let slot = above.and_then(|node| slot_of.get(&node).copied());
            match slot.and_then(|slot| out.under.get_mut(slot)) {
                Some(pieces) => pieces.push(piece),
                None => out.loose.push(piece),
            }
        }
        out
    }

    /// The cards of the main band and of the bands under it, in shared columns.
    fn columns(&self, tops: &[Piece], hanging: &[Hanging], most: i32) -> Vec<Piece> {
        let fit = |pieces: &Vec<Piece>| {
            let tried = (1..=MOST_COLUMNS).map(|m| self.block(pieces, m));
            let mut fitting = tried.filter(|piece| piece.h <= most);
            fitting
                .next()
                .unwrap_or_else(|| self.block(pieces, MOST_COLUMNS))
        };
        let mut widths: Vec<i32> = tops.iter().map(|p| p.w).collect();
        let mut rows: Vec<Vec<Under>> = Vec::new();
        for of in hanging {
            let row: Vec<Under> = of.under.iter().map(|p| Under::hung(fit(p))).collect();
            rows.push(self.filled(row, &of.loose, &widths));
        }
        for row in &rows {
            widths.resize(widths.len().max(row.len()), 0);
            for (width, under) in widths.iter_mut().zip(row) {
                *width = under.piece.w.max(*width);
            }
        }
        let highest = tops.iter().map(|p| p.h).max().unwrap_or(0);
        let head = |(top, &width): (&Piece, &i32)| {
            Under::hung(top.clone().widened(no_wider(width, top.w)))
        };
        let heads: Vec<Under> = tops.iter().zip(&widths).map(head).collect();
        let mut out = vec![self.in_columns(&heads, &widths)];
        if let Some(row) = out.first_mut() {
            same_height(row, highest);
        }
        out.extend(rows.iter().map(|row| self.in_columns(row, &widths)));
        out
    }

    /// Puts bodies that hang from no column into empty columns, else into more at the right.
    fn filled(&self, mut row: Vec<Under>, loose: &[Piece], widths: &[i32]) -> Vec<Under> {
        let mut more = Vec::new();
        for piece in loose {
            let fits = |(under, width): (&Under, &i32)| {
                under.piece.cards.is_empty() && piece.w <= width + width / 2
            };
            let at = row.iter().zip(widths).position(fits);
            match at.and_then(|at| row.get_mut(at)) {
                // At the foot of the panel: what hangs from nothing shall not look as if.
                Some(under) => {
                    *under = Under {
                        piece: piece.clone(),
                        low: true,
                    };
                }
                None => more.push(piece.clone()),
            }
        }
        let height = row.iter().map(|u| u.piece.h).max().unwrap_or(0);
        let (stack, beside) = (self.spacing.stack, self.spacing.beside);
        if !more.is_empty() {
            let columns = (1..=more.len())
                .find(|&m| grid(&more, m, stack, beside).h <= height)
                .unwrap_or_else(|| more.len().min(widths.len()));
            row.push(Under {
                piece: grid(&more, columns, stack, beside),
                low: true,
            });
        }
        row
    }

    /// Pieces in columns of these widths.
    fn in_columns(&self, row: &[Under], widths: &[i32]) -> Piece {
        let height = row.iter().map(|u| u.piece.h).max().unwrap_or(0);
        let mut out = Piece::default();
        let mut x = 0;
        for (i, width) in widths.iter().enumerate() {
            out.starts.push(x);
            if let Some(under) = row.get(i).filter(|u| !u.piece.cards.is_empty()) {
                let y = if under.low { height - under.piece.h } else { 0 };
                let piece = under.piece.clone();
                let wide = no_wider(*width, piece.w);
                out.add(
                    &if under.low {
                        piece
                    } else {
                        piece.widened(wide)
                    },
                    x,
                    y,
                );
            }
            x += width + self.spacing.beside;
        }
        out.w = (x - self.spacing.beside).max(0);
        out
    }
}

/// The width of a column, but at most half as wide again as what stands in it.
fn no_wider(width: i32, piece: i32) -> i32 {
    width.min((piece + piece / 2).div_euclid(STEP) * STEP)
}

/// What stands in a column of a band.
struct Under {
    piece: Piece,
    /// Whether it stands at the foot.
    low: bool,
}

impl Under {
    fn hung(piece: Piece) -> Self {
        Self { piece, low: false }
    }
}

/// Outlines that hang under each column, and those that hang under none.
struct Hanging {
    under: Vec<Vec<Piece>>,
    loose: Vec<Piece>,
}

/// Cards at the top of a row are of one height, unless others stand under them. What hangs under a
/// card narrower than the indent stands beside it and would be closed in.
fn same_height(row: &mut Piece, height: i32) {
    const BESIDE: i32 = 2 * STEP;
    let under = |above: &Cell, card: &Cell| {
        card.y > above.y && card.x <= above.right() + BESIDE && above.x < card.right()
    };
    let alone: Vec<usize> = row
        .cards
        .iter()
        .filter(|(_, cell)| row.cards.iter().all(|(_, other)| !under(cell, other)))
        .map(|(node, _)| *node)
        .collect();
    for (node, cell) in &mut row.cards {
        if cell.y == 0 && alone.contains(node) {
            cell.h = cell.h.max(height);
        }
    }
}

/// The grid with most columns that is no wider than asked.
fn fitting(outlines: &[Piece], width: i32, spacing: Spacing) -> Piece {
    let of = |m: usize| grid(outlines, m, spacing.stack.max(8), spacing.beside);
    let n = outlines.len().max(1);
    let most = super::super::shapes::thin((1..=n).collect(), 16)
        .into_iter()
        .filter(|&m| of(m).w <= width)
        .max()
        .unwrap_or(1);
    // The same number of rows, evenly filled.
    of(n.div_ceil(n.div_ceil(most)))
}
