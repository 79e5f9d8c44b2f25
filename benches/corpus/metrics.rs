//! Figures of a drawing: the gates, and what makes it easy or hard to read.

use std::collections::BTreeSet;

use super::graph::{Drawing, Graph};

type Pt = (f64, f64);

/// What is measured of a drawing.
pub(super) struct Figures {
    /// Pairs of boxes that overlap.
    overlaps: usize,
    /// Line and box pairs where the line passes through a box that is not its end.
    through: usize,
    /// Pairs of lines without a common body on one way for more than 2 pt.
    ambiguous: usize,
    /// Lines not drawn.
    missing: usize,
    /// Share of reporting lines whose upper body ends above the lower one, in per cent.
    down: f64,
    /// The scale at which it fits an A4 sheet lying across, at most 1.
    a4: f64,
    /// Pairs of pieces of different lines that cross.
    pub(super) crossings: usize,
    bends: usize,
    /// Length of all lines in thousand pt.
    length: f64,
    /// Area of the box round everything, in million square pt.
    pub(super) area: f64,
    ms: f64,
}

/// Width and height of the room on a sheet.
const SHEET: Pt = (802.0, 555.0);

struct Piece {
    line: usize,
    a: Pt,
    b: Pt,
}

impl Piece {
    fn span(&self, pick: impl Fn(Pt) -> f64) -> (f64, f64) {
        let (a, b) = (pick(self.a), pick(self.b));
        (a.min(b), a.max(b))
    }

    fn length(&self) -> f64 {
        (self.b.0 - self.a.0).hypot(self.b.1 - self.a.1)
    }
}

impl Figures {
    pub(super) fn of(graph: &Graph, drawing: &Drawing) -> Self {
        let boxes: Vec<[f64; 4]> = drawing
            .places
            .iter()
            .zip(&graph.sizes)
            .map(|(p, s)| [p.0, p.1, p.0 + s.0, p.1 + s.1])
            .collect();
        let lines: Vec<Vec<Pt>> = drawing.lines.iter().map(|l| without_repeats(l)).collect();
        let mut pieces: Vec<Piece> = lines
            .iter()
            .enumerate()
            .flat_map(|(line, points)| {
                points.windows(2).map(move |p| Piece {
                    line,
                    a: p[0],
                    b: p[1],
                })
            })
            .collect();
        pieces.sort_by(|p, q| p.span(|c| c.1).0.total_cmp(&q.span(|c| c.1).0));
        let (crossings, ambiguous) = meetings(graph, &pieces);
        let (w, h) = extent(&boxes, &lines);
        let reports = graph.edges.iter().filter(|e| e.2 == "reports");
        let down = reports
            .clone()
            .filter(|e| boxes[e.1][3] <= boxes[e.0][1] + 0.5)
            .count();
        Self {
            overlaps: overlaps(&boxes),
            through: through(graph, &boxes, &pieces),
            ambiguous,
            missing: lines.iter().filter(|l| l.len() < 2).count(),
            down: 100.0 * down as f64 / reports.count().max(1) as f64,
            a4: (SHEET.0 / w).min(SHEET.1 / h).min(1.0),
            crossings,
            bends: lines.iter().map(|l| bends(l)).sum(),
            length: pieces.iter().map(Piece::length).sum::<f64>() / 1e3,
            area: w * h / 1e6,
            ms: drawing.ms,
        }
    }

    fn values(&self) -> [f64; 11] {
        [
            self.overlaps as f64,
            self.through as f64,
            self.ambiguous as f64,
            self.missing as f64,
            self.down,
            self.a4,
            self.crossings as f64,
            self.bends as f64,
            self.length,
            self.area,
            self.ms,
        ]
    }

    /// Overlaps, lines through boxes, unclear and missing lines, and reporting lines upwards.
    pub(super) fn gates_broken(&self) -> usize {
        self.overlaps
            + self.through
            + self.ambiguous
            + self.missing
            + usize::from(self.down < 100.0)
    }

    pub(super) fn row(&self, name: &str) -> String {
        row(name, self.values())
    }
}

fn row(name: &str, v: [f64; 11]) -> String {
    format!(
        "{name:24} overlaps {:.0} through {:.0} ambiguous {:.0} missing {:.0} down {:.1} a4 {:.3} \
         crossings {:.0} bends {:.0} length {:.1} area {:.2} ms {:.1}",
        v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10]
    )
}

/// Medians of a group; gates as the worst of it.
pub(super) fn medians(group: &str, all: &[&Figures]) -> String {
    let mut out = [0.0; 11];
    for (i, slot) in out.iter_mut().enumerate() {
        let mut column: Vec<f64> = all.iter().map(|f| f.values()[i]).collect();
        *slot = match i {
            0..=3 => column.iter().copied().fold(0.0, f64::max),
            4 => column.iter().copied().fold(100.0, f64::min),
            _ => median(&mut column),
        };
    }
    row(&format!("= {group} ({})", all.len()), out)
}

pub(super) fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let n = values.len();
    if n == 0 {
        return f64::NAN;
    }
    (values[(n - 1) / 2] + values[n / 2]) / 2.0
}

fn without_repeats(points: &[Pt]) -> Vec<Pt> {
    let mut out: Vec<Pt> = Vec::new();
    for &p in points {
        if out
            .last()
            .is_none_or(|l| (l.0 - p.0).abs() + (l.1 - p.1).abs() > 1e-6)
        {
            out.push(p);
        }
    }
    out
}

fn overlaps(boxes: &[[f64; 4]]) -> usize {
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by(|&i, &j| boxes[i][0].total_cmp(&boxes[j][0]));
    let mut found = 0;
    for (n, &i) in order.iter().enumerate() {
        let a = boxes[i];
        let near = order[n + 1..]
            .iter()
            .map(|&j| boxes[j])
            .take_while(|b| b[0] < a[2] - 0.5);
        found += near
            .filter(|b| b[2] > a[0] + 0.5 && b[1] < a[3] - 0.5 && b[3] > a[1] + 0.5)
            .count();
    }
    found
}

fn through(graph: &Graph, boxes: &[[f64; 4]], pieces: &[Piece]) -> usize {
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by(|&i, &j| boxes[i][0].total_cmp(&boxes[j][0]));
    let widest = boxes.iter().map(|b| b[2] - b[0]).fold(0.0, f64::max);
    let mut found = BTreeSet::new();
    for piece in pieces {
        let (left, right) = piece.span(|p| p.0);
        let from = order.partition_point(|&i| boxes[i][0] < left - widest);
        for &i in order[from..].iter().take_while(|&&i| boxes[i][0] < right) {
            let (a, b, _) = &graph.edges[piece.line];
            if i != *a && i != *b && inside(piece, boxes[i]) > 1.0 {
                found.insert((piece.line, i));
            }
        }
    }
    found.len()
}

/// How much of a piece lies more than 1 pt inside a box.
fn inside(piece: &Piece, b: [f64; 4]) -> f64 {
    let (mut from, mut to) = (0.0f64, 1.0f64);
    let (dx, dy) = (piece.b.0 - piece.a.0, piece.b.1 - piece.a.1);
    for (d, at, low, high) in [
        (dx, piece.a.0, b[0] + 1.0, b[2] - 1.0),
        (dy, piece.a.1, b[1] + 1.0, b[3] - 1.0),
    ] {
        if d == 0.0 {
            if at < low || at > high {
                return 0.0;
            }
        } else {
            let (p, q) = ((low - at) / d, (high - at) / d);
            from = from.max(p.min(q));
            to = to.min(p.max(q));
        }
    }
    (to - from).max(0.0) * piece.length()
}

/// Crossings, and pairs of unrelated lines on one way.
fn meetings(graph: &Graph, pieces: &[Piece]) -> (usize, usize) {
    let (mut crossings, mut shared) = (0, BTreeSet::new());
    for (i, p) in pieces.iter().enumerate() {
        let (left, right) = p.span(|c| c.0);
        let (_, bottom) = p.span(|c| c.1);
        let later = pieces[i + 1..]
            .iter()
            .take_while(|q| q.span(|c| c.1).0 <= bottom + 1e-6);
        for q in later.filter(|q| q.line != p.line) {
            let (ql, qr) = q.span(|c| c.0);
            if qr < left - 1e-6 || ql > right + 1e-6 {
                continue;
            }
            let side = |s: &Piece, c: Pt| {
                ((s.b.0 - s.a.0) * (c.1 - s.a.1) - (s.b.1 - s.a.1) * (c.0 - s.a.0)) / s.length()
            };
            let (a, b, c, d) = (side(p, q.a), side(p, q.b), side(q, p.a), side(q, p.b));
            let parts = |a: f64, b: f64| (a > 1e-4 && b < -1e-4) || (a < -1e-4 && b > 1e-4);
            if parts(a, b) && parts(c, d) {
                crossings += 1;
            } else if a.abs() <= 0.05 && b.abs() <= 0.05 {
                let run = |s: (f64, f64), t: (f64, f64)| s.1.min(t.1) - s.0.max(t.0);
                let along = run((left, right), (ql, qr)).max(run(p.span(|c| c.1), q.span(|c| c.1)));
                let (e, f) = (&graph.edges[p.line], &graph.edges[q.line]);
                let strangers = ![e.0, e.1].iter().any(|end| [f.0, f.1].contains(end));
                if along > 2.0 && strangers {
                    shared.insert((p.line.min(q.line), p.line.max(q.line)));
                }
            }
        }
    }
    (crossings, shared.len())
}

fn bends(points: &[Pt]) -> usize {
    let turns = |p: &&[Pt]| {
        let (u, v) = (
            (p[1].0 - p[0].0, p[1].1 - p[0].1),
            (p[2].0 - p[1].0, p[2].1 - p[1].1),
        );
        let sizes = u.0.hypot(u.1) * v.0.hypot(v.1);
        (u.0 * v.1 - u.1 * v.0).abs() > 1e-3 * sizes.max(1.0)
    };
    points.windows(3).filter(turns).count()
}

fn extent(boxes: &[[f64; 4]], lines: &[Vec<Pt>]) -> Pt {
    let corners = boxes.iter().flat_map(|b| [(b[0], b[1]), (b[2], b[3])]);
    let all: Vec<Pt> = corners.chain(lines.iter().flatten().copied()).collect();
    let least = |pick: fn(&Pt) -> f64| all.iter().map(pick).fold(f64::INFINITY, f64::min);
    let most = |pick: fn(&Pt) -> f64| all.iter().map(pick).fold(f64::NEG_INFINITY, f64::max);
    (
        (most(|p| p.0) - least(|p| p.0)).max(1.0),
        (most(|p| p.1) - least(|p| p.1)).max(1.0),
    )
}
