//! What runs together: buses of the arrangement, and links that share an end.

use super::bundle::Bundle;
use super::grid::{Axis, Grid, Wanted};
use super::runs::{Chain, Net};
use super::{Cell, Edge, Hang, STEP};

/// How far in pt a line may meet its card beside the middle, so that it runs straight.
const NEAR: i32 = 3 * STEP;

fn lattice(length: i32) -> i32 {
    length.div_euclid(STEP) * STEP
}

/// The ways that the buses of an arrangement need.
pub(super) fn wanted(cells: &[Cell], hangs: &[Option<Hang>]) -> Vec<Wanted> {
    let mut out: Vec<Wanted> = Vec::new();
    let mut add = |want: Wanted| {
        let same = |o: &Wanted| (o.axis, o.at, o.through) == (want.axis, want.at, want.through);
        // The hangs of siblings come one after the other more often than not.
        if !out.iter().rev().take(8).any(same) {
            out.push(want);
        }
    };
    for hang in hangs.iter().flatten() {
        let Some(above) = cells.get(hang.parent) else {
            continue;
        };
        if !(above.x..=above.right()).contains(&hang.stem) {
            continue;
        }
        add(Wanted {
            axis: Axis::Vertical,
            at: hang.stem,
            through: above.bottom(),
            from: Some(hang.parent),
        });
        if hang.bus > above.bottom() {
            add(Wanted {
                axis: Axis::Horizontal,
                at: hang.bus,
                through: hang.stem,
                from: None,
            });
        }
        if let Some(trunk) = hang.trunk.filter(|&t| t != hang.stem) {
            add(Wanted {
                axis: Axis::Vertical,
                at: trunk,
                through: hang.bus,
                from: None,
            });
        }
    }
    out
}

/// The spots of a reporting line, from the card reported to down to the card that reports.
pub(super) fn bus(grid: &Grid, above: Cell, card: Cell, hang: Hang) -> Option<Vec<u32>> {
    let mut corners = vec![(hang.stem, hang.bus)];
    match hang.trunk {
        Some(trunk) => {
            let middle = card.y + lattice(card.h / 2);
            corners.extend([(trunk, hang.bus), (trunk, middle), (card.x, middle)]);
        }
        None => {
            let middle = card.x + lattice(card.w / 2);
            // A few pt aside is no reason for a kink.
            let inside = card.x + NEAR <= hang.stem && hang.stem <= card.right() - NEAR;
            let near = inside && (hang.stem - middle).abs() <= NEAR;
            let middle = if near { hang.stem } else { middle };
            corners.extend([(middle, hang.bus), (middle, card.y)]);
        }
    }
    let mut spots = vec![grid.find(hang.stem, above.bottom())?];
    for (x, y) in corners {
        spots.extend(grid.walk(*spots.last()?, x, y)?);
    }
    Some(spots)
}

/// A net for a bundle, without ways yet.
pub(super) fn empty(bundle: &Bundle, edges: &[Edge]) -> Net {
    let chains = bundle.links.iter().map(|&(link, _)| {
        let clear = edges.get(link).map_or([0; 2], |e| {
            if bundle.hub_is_from {
                [e.clear_from, e.clear_to]
            } else {
                [e.clear_to, e.clear_from]
            }
        });
        Chain {
            link,
            spots: Vec::new(),
            clear,
        }
    });
    Net {
        chains: chains.collect(),
    }
}
