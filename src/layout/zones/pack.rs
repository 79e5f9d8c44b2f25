//! A plan for the whole drawing: bands over one another, other zones beside them or at the foot.

use std::collections::BTreeMap;

use super::super::up;
use super::bands::{Band, Maker};
use super::piece::{Piece, grid};
use super::seats::{Beside, Seat, Seating, most};
use super::{Spacing, ZonedRequest};

/// Room between a panel's side and its cards.
pub(super) const PAD: i32 = 12;
/// Room over the words of a panel.
pub(super) const OVER: i32 = 4;
/// Room between the words of a panel and its cards.
pub(super) const UNDER: i32 = 4;
/// Room under the cards of a panel.
pub(super) const BELOW: i32 = 8;

/// Rows at the foot, under the bands.
pub(super) const FOOT_ROWS: usize = 2;

/// The most forms of one zone in one set of sizes.
const FORMS: usize = 5;

/// A choice for the whole drawing.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The rows from the top; none is empty.
    pub(super) rows: Vec<Row>,
    /// What it costs: the less, the better.
    pub(super) cost: f64,
}

/// Panels beside one another.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) panels: Vec<PanelPlan>,
}

/// One panel of a row.
#[derive(Clone, Debug, Default)]
pub(super) struct PanelPlan {
    pub(super) zone: usize,
    pub(super) piece: Piece,
    /// Which set of sizes its cards have.
    pub(super) set: usize,
    /// Whether it is a band, which takes the room that is left.
    pub(super) band: bool,
    /// Whether its cards stay where they are, under those of another band.
    pub(super) fixed: bool,
}

/// The plan that prints largest; among like ones that whose lines are shortest.
pub(super) fn choose(request: &ZonedRequest, parents: &[Option<usize>], spacing: Spacing) -> Plan {
    let room = request.room.unwrap_or((1200, 800));
    let maker = Maker::new(request, parents, spacing);
    let aside = aside(request, &maker, spacing);
    let ties: Vec<(usize, usize, u32)> = ties(request);
    let outer = |panel: &PanelPlan| outer(request, panel);
    let beside: Vec<Beside> = aside
        .iter()
        .map(|(zone, forms)| Beside {
            zone: *zone,
            outside: request.zones.get(*zone).is_some_and(|z| z.outside),
            forms: forms.iter().map(outer).collect(),
        })
        .collect();
    let mut best: Option<(f64, Vec<PanelPlan>, Vec<Seat>)> = None;
    let mut seen = Vec::new();
    let options = options(&maker, request, room);
    let rows = options.first().map_or(0, Vec::len) + FOOT_ROWS;
    let most = most(options.len(), request.zones.len(), rows);
    for bands in options {
        let sizes: Vec<(i32, i32)> = bands.iter().map(outer).collect();
        // Several choices often end in the same sizes.
        if seen.contains(&sizes) {
            continue;
        }
        let seating = Seating {
            spacing,
            room,
            readable: request.readable,
            bands: bands
                .iter()
                .zip(&sizes)
                .map(|(band, size)| (band.zone, *size, band.fixed))
                .collect(),
            beside: &beside,
            ties: &ties,
            zones: request.zones.len(),
            most,
        };
        seen.push(sizes);
        let (cost, seats) = seating.settle();
        if best.as_ref().is_none_or(|(least, ..)| cost < *least - 1e-9) {
            best = Some((cost, bands, seats));
        }
    }
    best.map_or_else(Plan::default, |(cost, bands, seats)| {
        plan(request, &bands, &aside, &seats, cost)
    })
}

/// The bands in every way and every set of sizes.
fn options(maker: &Maker<'_>, request: &ZonedRequest, room: (i32, i32)) -> Vec<Vec<PanelPlan>> {
    let sets = 0..request.sizes.len().max(1);
    let in_set = |set: usize| {
        let panel = move |band: Band| PanelPlan {
            zone: band.zone,
            piece: band.piece,
            set,
            band: true,
            fixed: band.fixed,
        };
        let options = maker.options(set, room).into_iter();
        options.map(move |bands| bands.into_iter().map(panel).collect())
    };
    sets.flat_map(in_set).collect()
}

/// The zones beside the hierarchy with their forms: grids from one column to one row.
fn aside(
    request: &ZonedRequest,
    maker: &Maker<'_>,
    spacing: Spacing,
) -> Vec<(usize, Vec<PanelPlan>)> {
    let forms = |zone: usize| {
        let mut out: Vec<PanelPlan> = Vec::new();
        for set in 0..request.sizes.len() {
            let outlines = maker.outlines(zone, set);
            let n = outlines.len();
            let mut columns: Vec<usize> = (1..=n).map(|rows| n.div_ceil(rows)).collect();
            columns.dedup();
            for m in super::super::shapes::thin(columns, FORMS) {
                out.push(PanelPlan {
                    zone,
                    piece: grid(&outlines, m, spacing.stack, spacing.beside),
                    set,
                    ..PanelPlan::default()
                });
            }
        }
        best_forms(out)
    };
    let zones = request.zones.iter().enumerate();
    zones
        .filter(|(_, zone)| zone.band.is_none() && !zone.members.is_empty())
        .map(|(at, _)| (at, forms(at)))
        .collect()
}

/// The forms than which no other is both narrower and lower, high ones first.
fn best_forms(mut forms: Vec<PanelPlan>) -> Vec<PanelPlan> {
    forms.sort_by_key(|p| (p.piece.w, p.piece.h));
    let mut out: Vec<PanelPlan> = Vec::new();
    for form in forms {
        if out.last().is_none_or(|last| form.piece.h < last.piece.h) {
            out.push(form);
        }
    }
    out
}

/// The size of a panel round its cards.
fn outer(request: &ZonedRequest, panel: &PanelPlan) -> (i32, i32) {
    let (words, _) = title(request, panel.zone);
    let w = panel.piece.w.max(words) + 2 * PAD;
    let (over, foot) = (over(request, panel.zone), foot(request, panel));
    (w, panel.piece.h + over + BELOW + foot)
}

fn title(request: &ZonedRequest, zone: usize) -> (i32, i32) {
    request.zones.get(zone).map_or((0, 0), |z| z.title)
}

/// Room over the cards of a panel, its words included.
pub(super) fn over(request: &ZonedRequest, zone: usize) -> i32 {
    OVER + title(request, zone).1 + UNDER
}

/// Room at the foot of a panel for the words of the collective lines that start there.
pub(super) fn foot(request: &ZonedRequest, panel: &PanelPlan) -> i32 {
    // Shared columns leave room between and under their cards.
    if panel.fixed {
        return 0;
    }
    let end = request.bodies() + panel.zone;
    let starting = request.many.iter().filter(|many| many.line.from == end);
    let height = |many: &super::Many| many.words.first().map_or(0, |(_, h)| up(*h));
    starting.map(height).max().unwrap_or(0)
}

/// How many lines lead between two zones, those of the hierarchy apart.
fn ties(request: &ZonedRequest) -> Vec<(usize, usize, u32)> {
    let zone_of = request.zone_of();
    let zone = |end: usize| match end.checked_sub(request.bodies()) {
        Some(zone) => zone,
        None => zone_of.get(end).copied().unwrap_or(usize::MAX),
    };
    let single = request.edges.iter().filter(|edge| !edge.hierarchy);
    let mut ties: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for line in single.chain(request.many.iter().map(|m| &m.line)) {
        let (a, b) = (zone(line.from), zone(line.to));
        if a != b {
            *ties.entry((a.min(b), a.max(b))).or_insert(0) += 1;
        }
    }
    ties.into_iter().map(|((a, b), n)| (a, b, n)).collect()
}

fn plan(
    request: &ZonedRequest,
    bands: &[PanelPlan],
    aside: &[(usize, Vec<PanelPlan>)],
    seats: &[Seat],
    cost: f64,
) -> Plan {
    let beside = |row: usize, left: bool| -> Vec<PanelPlan> {
        let here = aside.iter().zip(seats);
        here.filter(|(_, seat)| seat.row == row && seat.left == left)
            .filter_map(|((_, forms), seat)| forms.get(seat.form).cloned())
            .collect()
    };
    let outside = |p: &PanelPlan| request.zones.get(p.zone).is_some_and(|z| z.outside);
    let mut rows: Vec<Row> = Vec::new();
    for row in 0..bands.len() + FOOT_ROWS {
        let mut panels = beside(row, true);
        panels.extend(bands.get(row).cloned());
        panels.extend(beside(row, false));
        // What is outside stands first, under the boundary line that starts at the edge.
        panels.sort_by_key(|p| !outside(p));
        if !panels.is_empty() {
            rows.push(Row { panels });
        }
    }
    Plan { rows, cost }
}
