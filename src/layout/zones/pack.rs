//! Who stands in which row: bands over one another, other zones beside them or at the foot.

use std::collections::BTreeMap;

use super::super::up;
use super::bands::{Band, Maker};
use super::piece::{Piece, grid};
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
const FOOT_ROWS: usize = 2;

/// How often all zones are looked at again.
const ROUNDS: usize = 6;

/// The most forms of one zone.
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
#[derive(Clone, Debug)]
pub(super) struct PanelPlan {
    pub(super) zone: usize,
    pub(super) piece: Piece,
    /// Whether it is a band, which takes the room that is left.
    pub(super) band: bool,
    /// Whether its cards stay where they are, under those of another band.
    pub(super) fixed: bool,
}

/// Where a zone beside the hierarchy stands.
#[derive(Clone, Copy, Debug)]
struct Seat {
    row: usize,
    left: bool,
    form: usize,
}

/// Where zones stand before the search for better places.
#[derive(Clone, Copy)]
enum Start {
    /// All at the foot.
    Foot,
    /// All beside the first band, left and right in turn.
    Top,
    /// Each beside another band.
    Each,
}

struct Packer<'a> {
    request: &'a ZonedRequest,
    spacing: Spacing,
    room: (i32, i32),
    /// Zones beside the hierarchy, with their forms.
    beside: Vec<(usize, Vec<Piece>)>,
    /// How many lines lead between two zones.
    ties: BTreeMap<(usize, usize), u32>,
}

/// The plan that prints largest; among like ones that whose lines are shortest.
pub(super) fn choose(request: &ZonedRequest, parents: &[Option<usize>], spacing: Spacing) -> Plan {
    let room = request.room.unwrap_or((1200, 800));
    let maker = Maker::new(request, parents, spacing);
    let packer = Packer {
        request,
        spacing,
        room,
        beside: beside(request, &maker, spacing),
        ties: ties(request),
    };
    let mut best: Option<(f64, Vec<Band>, Vec<Seat>)> = None;
    for bands in maker.options(room) {
        let (cost, seats) = packer.settle(&bands);
        if std::env::var("DBG").is_ok() { let b=packer.boxes(&bands,&seats); eprintln!("  opt {cost:.3} room {room:?} fixed {} w {:?} h {:?} core {:?} {b:?}", bands.iter().any(|b| b.fixed), b.iter().map(|(_,b)| b.0+b.2).max(), b.iter().map(|(_,b)| b.1+b.3).max(), bands.iter().map(|b|(b.piece.w,b.piece.h)).collect::<Vec<_>>()); }
        if best.as_ref().is_none_or(|(least, ..)| cost < *least - 1e-9) {
            best = Some((cost, bands, seats));
        }
    }
    best.map_or_else(Plan::default, |(cost, bands, seats)| {
        packer.plan(&bands, &seats, cost)
    })
}

/// The zones beside the hierarchy with their forms: grids from one column to one row.
fn beside(request: &ZonedRequest, maker: &Maker<'_>, spacing: Spacing) -> Vec<(usize, Vec<Piece>)> {
    let zones = request.zones.iter().enumerate();
    zones
        .filter(|(_, zone)| zone.band.is_none() && !zone.members.is_empty())
        .map(|(at, _)| {
            let outlines = maker.outlines(at);
            let n = outlines.len();
            let mut columns: Vec<usize> = (1..=n).map(|rows| n.div_ceil(rows)).collect();
            columns.dedup();
            let forms = super::super::shapes::thin(columns, FORMS);
            let of = |m: usize| grid(&outlines, m, spacing.stack, spacing.beside);
            (at, forms.into_iter().map(of).collect())
        })
        .collect()
}

/// How many lines lead between two zones, those of the hierarchy apart.
fn ties(request: &ZonedRequest) -> BTreeMap<(usize, usize), u32> {
    let nodes = request.nodes.len();
    let mut zone_of = vec![usize::MAX; nodes];
    for (at, zone) in request.zones.iter().enumerate() {
        for &member in &zone.members {
            if let Some(slot) = zone_of.get_mut(member) {
                *slot = at;
            }
        }
    }
    let zone = |end: usize| match end.checked_sub(nodes) {
        Some(zone) => zone,
        None => zone_of.get(end).copied().unwrap_or(usize::MAX),
    };
    let lines = request
        .edges
        .iter()
        .chain(request.many.iter().map(|m| &m.line));
    let mut ties = BTreeMap::new();
    for line in lines {
        let (a, b) = (zone(line.from), zone(line.to));
        if a != b {
            *ties.entry((a.min(b), a.max(b))).or_insert(0) += 1;
        }
    }
    ties
}

/// Room at the foot of a panel for the words of the collective lines that start there.
pub(super) fn foot(request: &ZonedRequest, zone: usize, fixed: bool) -> i32 {
    let end = request.nodes.len() + zone;
    // Shared columns leave room between and under their cards.
    if fixed {
        return 0;
    }
    let starting = request.many.iter().filter(|many| many.line.from == end);
    let height = |many: &super::Many| many.words.first().map_or(0, |(_, h)| up(*h));
    starting.map(height).max().unwrap_or(0)
}

impl Packer<'_> {
    fn outer(&self, zone: usize, piece: &Piece, fixed: bool) -> (i32, i32) {
        let (words, height) = self.request.zones.get(zone).map_or((0, 0), |z| z.title);
        let w = piece.w.max(words) + 2 * PAD;
        let foot = foot(self.request, zone, fixed);
        (w, piece.h + OVER + height + UNDER + BELOW + foot)
    }

    /// The cheapest of what is found from several beginnings.
    fn settle(&self, bands: &[Band]) -> (f64, Vec<Seat>) {
        let mut best: Option<(f64, Vec<Seat>)> = None;
        for start in [Start::Foot, Start::Top, Start::Each] {
            let found = self.settled(bands, self.start(bands, start));
            if best
                .as_ref()
                .is_none_or(|(least, _)| found.0 < *least - 1e-9)
            {
                best = Some(found);
            }
        }
        best.unwrap_or_default()
    }

    fn start(&self, bands: &[Band], start: Start) -> Vec<Seat> {
        let foot = bands.len();
        let zones = self.beside.iter().enumerate();
        let seat = |(i, (zone, forms)): (usize, &(usize, Vec<Piece>))| {
            let row = match start {
                Start::Foot => foot,
                Start::Top => 0,
                Start::Each => i % (foot + 1),
            };
            let high = row < foot && !self.outside(*zone);
            Seat {
                row: if high { row } else { foot },
                left: !high || (i % 2 == 0 && bands.get(row).is_some_and(|b| !b.fixed)),
                form: if high {
                    0
                } else {
                    forms.len().saturating_sub(1)
                },
            }
        };
        zones.map(seat).collect()
    }

    /// Moves one zone after the other to where it costs least, until none moves.
    fn settled(&self, bands: &[Band], mut seats: Vec<Seat>) -> (f64, Vec<Seat>) {
        let mut cost = self.cost(bands, &seats);
        for _ in 0..ROUNDS {
            let before = cost;
            for (i, (zone, forms)) in self.beside.iter().enumerate() {
                for seat in self.seats(*zone, forms.len(), bands) {
                    let mut tried = seats.clone();
                    if let Some(slot) = tried.get_mut(i) {
                        *slot = seat;
                    }
                    let c = self.cost(bands, &tried);
                    if c < cost - 1e-9 {
                        (cost, seats) = (c, tried);
                    }
                }
            }
            if cost >= before {
                break;
            }
        }
        (cost, seats)
    }

    fn outside(&self, zone: usize) -> bool {
        self.request.zones.get(zone).is_some_and(|z| z.outside)
    }

    /// Every place that a zone may have.
    fn seats(&self, zone: usize, forms: usize, bands: &[Band]) -> Vec<Seat> {
        let rows = bands.len() + FOOT_ROWS;
        let first = if self.outside(zone) { bands.len() } else { 0 };
        let mut out = Vec::new();
        for row in first..rows {
            for left in [true, false] {
                let band = bands.get(row);
                // Bands with shared columns start at one edge.
                if left && band.is_some_and(|b| b.fixed) {
                    continue;
                }
                out.extend((0..forms).map(|form| Seat { row, left, form }));
            }
        }
        out
    }

    fn plan(&self, bands: &[Band], seats: &[Seat], cost: f64) -> Plan {
        let mut rows: Vec<Row> = Vec::new();
        for row in 0..bands.len() + FOOT_ROWS {
            let mut panels = self.aside(seats, row, true);
            panels.extend(bands.get(row).map(|band| PanelPlan {
                zone: band.zone,
                piece: band.piece.clone(),
                band: true,
                fixed: band.fixed,
            }));
            panels.extend(self.aside(seats, row, false));
            // What is outside stands first, under the boundary line that starts at the edge.
            panels.sort_by_key(|p| !self.outside(p.zone));
            if !panels.is_empty() {
                rows.push(Row { panels });
            }
        }
        Plan { rows, cost }
    }

    fn aside(&self, seats: &[Seat], row: usize, left: bool) -> Vec<PanelPlan> {
        let here = self.beside.iter().zip(seats);
        here.filter(|(_, seat)| seat.row == row && seat.left == left)
            .filter_map(|((zone, forms), seat)| {
                Some(PanelPlan {
                    zone: *zone,
                    piece: forms.get(seat.form)?.clone(),
                    band: false,
                    fixed: false,
                })
            })
            .collect()
    }

    /// How small it prints, then how unlike the page it is and how far lines go.
    fn cost(&self, bands: &[Band], seats: &[Seat]) -> f64 {
        let boxes = self.boxes(bands, seats);
        let w = boxes
            .iter()
            .map(|(_, b)| b.0 + b.2)
            .max()
            .unwrap_or(1)
            .max(1);
        let h = boxes
            .iter()
            .map(|(_, b)| b.1 + b.3)
            .max()
            .unwrap_or(1)
            .max(1);
        let (sx, sy) = (
            f64::from(self.room.0) / f64::from(w),
            f64::from(self.room.1) / f64::from(h),
        );
        let at: BTreeMap<usize, (i32, i32)> = boxes
            .iter()
            .map(|&(zone, (x, y, w, h))| (zone, (x + w / 2, y + h / 2)))
            .collect();
        let mut far = 0.0;
        for ((a, b), count) in &self.ties {
            if let (Some(a), Some(b)) = (at.get(a), at.get(b)) {
                let way = f64::from((a.0 - b.0).abs()) + f64::from((a.1 - b.1).abs());
                far += way * f64::from((*count).min(4));
            }
        }
        let lines = f64::from(self.ties.values().map(|n| (*n).min(4)).sum::<u32>().max(1));
        let far = far / lines / f64::from(w + h);
        let apart = if bands.iter().any(|b| b.fixed) {
            0.0
        } else {
            APART
        };
        let smaller = 1.0 / sx.min(sy).min(1.0);
        let least = 1.0 / (self.request.readable * SPARE).clamp(0.1, 1.0);
        let unreadable = if smaller > least {
            SMALL + UNREADABLE * (smaller - least)
        } else {
            0.0
        };
        LARGE * smaller + unreadable + 0.02 * (sx / sy).ln().abs() + FAR * far + apart
    }

    /// The boxes of the panels by zone: x, y, width, height, before they are made even.
    fn boxes(&self, bands: &[Band], seats: &[Seat]) -> Vec<(usize, (i32, i32, i32, i32))> {
        let mut out = Vec::new();
        let mut y = 0;
        for row in 0..bands.len() + FOOT_ROWS {
            let (start, mut x, mut h) = (out.len(), 0, 0);
            let mut add = |zone: usize, piece: &Piece, fixed: bool| {
                let (width, height) = self.outer(zone, piece, fixed);
                out.push((zone, (x, y, width, height)));
                x += width + self.spacing.panel;
                h = h.max(height);
            };
            let aside = |left: bool, add: &mut dyn FnMut(usize, &Piece, bool)| {
                for ((zone, forms), seat) in self.beside.iter().zip(seats) {
                    if seat.row == row
                        && seat.left == left
                        && let Some(form) = forms.get(seat.form)
                    {
                        add(*zone, form, false);
                    }
                }
            };
            aside(true, &mut add);
            if let Some(band) = bands.get(row) {
                add(band.zone, &band.piece, band.fixed);
            }
            aside(false, &mut add);
            if out.len() > start {
                y += h + self.spacing.row;
            }
        }
        out
    }
}

/// How much far lines count beside the size of the print.
const FAR: f64 = 0.4;

/// What it costs when bodies do not stand under those they report to.
const APART: f64 = 0.3;

/// What a smaller print costs, even one that can be read.
const LARGE: f64 = 0.4;

/// Lines that run round the panels make the print so much smaller.
const SPARE: f64 = 1.02;

/// What a print that is too small to be read costs on top.
const SMALL: f64 = 0.15;

/// And for how much it is too small.
const UNREADABLE: f64 = 2.5;
