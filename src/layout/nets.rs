//! What runs together: buses of the arrangement, and links that share an end.

use super::bundle::Bundle;
use super::grid::{Axis, Grid};
use super::runs::{Chain, Net};
use super::ways::Wanted;
use super::{Cell, Edge, Hang, STEP};

/// How far in pt a line may meet its card beside the middle, so that it runs straight.
const NEAR: i32 = 3 * STEP;

fn lattice(length: i32) -> i32 {
    length.div_euclid(STEP) * STEP
}

/// The ways that the buses of an arrangement need.
pub(super) fn wanted(cells: &[Cell], hangs: &[Option<Hang>]) -> Vec<Wanted> {
    let mut out: Vec<Wanted> = Vec::new();
    for (n, hang) in hangs.iter().enumerate() {
        let Some((hang, card)) = hang.zip(cells.get(n).copied()) else {
            continue;
        };
        let Some(above) = cells.get(hang.parent) else {
            continue;
        };
        if !(above.x..=above.right()).contains(&hang.stem) {
            continue;
        }
        let from = [u32::try_from(hang.parent).ok(), None];
        let to = [None, u32::try_from(n).ok()];
        let bottom = above.bottom();
        let hung = hang.trunk == Some(hang.stem);
        let span = [bottom, hang.bus.max(bottom + STEP)];
        push(&mut out, Axis::Vertical, hang.stem, span, from, hung);
        if hang.bus > bottom {
            push(
                &mut out,
                Axis::Horizontal,
                hang.bus,
                [hang.stem; 2],
                [None; 2],
                true,
            );
        }
        match hang.trunk {
            Some(trunk) => {
                if !hung {
                    push(
                        &mut out,
                        Axis::Vertical,
                        trunk,
                        [hang.bus; 2],
                        [None; 2],
                        true,
                    );
                }
                let middle = card.y + lattice(card.h / 2);
                let (span, ends) = if trunk > card.x {
                    ([card.right(), trunk], [to[1], None])
                } else {
                    ([trunk, card.x], to)
                };
                push(&mut out, Axis::Horizontal, middle, span, ends, false);
            }
            None => {
                let at = drop_of(card, hang);
                push(&mut out, Axis::Vertical, at, [hang.bus, card.y], to, false);
            }
        }
    }
    out
}

fn push(
    out: &mut Vec<Wanted>,
    axis: Axis,
    at: i32,
    span: [i32; 2],
    cards: [Option<u32>; 2],
    open: bool,
) {
    let want = Wanted {
        axis,
        at,
        span,
        cards,
        open,
    };
    // The hangs of siblings come one after the other more often than not.
    if !out.iter().rev().take(12).any(|o| *o == want) {
        out.push(want);
    }
}

/// Where the line to a card in a row comes down.
fn drop_of(card: Cell, hang: Hang) -> i32 {
    let middle = card.x + lattice(card.w / 2);
    // A few pt aside is no reason for a kink.
    let inside = card.x + NEAR <= hang.stem && hang.stem <= card.right() - NEAR;
    if inside && (hang.stem - middle).abs() <= NEAR {
        hang.stem
    } else {
        middle
    }
}

/// The spots of a reporting line, from the card reported to down to the card that reports.
pub(super) fn bus(grid: &Grid, above: Cell, card: Cell, hang: Hang) -> Option<Vec<u32>> {
    let mut corners = vec![(hang.stem, hang.bus)];
    match hang.trunk {
        Some(trunk) => {
            let middle = card.y + lattice(card.h / 2);
            let edge = if trunk > card.x { card.right() } else { card.x };
            corners.extend([(trunk, hang.bus), (trunk, middle), (edge, middle)]);
        }
        None => {
            let middle = drop_of(card, hang);
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
