//! Reporting lines of the arrangement: siblings share one trunk and one arrow.

use super::{Cell, Hang};

/// How far in pt a line may meet its card beside the middle, so that it runs straight.
const NEAR: i32 = 3 * super::STEP;

/// The way of a reporting line from the body reported to, down to the card that reports.
pub(super) fn line(above: Cell, card: Cell, hang: Hang) -> Vec<(i32, i32)> {
    let bottom = above.bottom();
    match hang.trunk {
        Some(trunk) => {
            let middle = card.y + lattice(card.h / 2);
            let points = [
                (hang.stem, bottom),
                (hang.stem, hang.bus),
                (trunk, hang.bus),
                (trunk, middle),
                (if trunk > card.x { card.right() } else { card.x }, middle),
            ];
            points.to_vec()
        }
        None => {
            let middle = card.x + lattice(card.w / 2);
            // A few pt aside is no reason for a kink.
            let inside = card.x + NEAR <= hang.stem && hang.stem <= card.right() - NEAR;
            let near = inside && (hang.stem - middle).abs() <= NEAR;
            let middle = if near { hang.stem } else { middle };
            vec![
                (hang.stem, bottom),
                (hang.stem, hang.bus),
                (middle, hang.bus),
                (middle, card.y),
            ]
        }
    }
}

fn lattice(length: i32) -> i32 {
    length.div_euclid(super::STEP) * super::STEP
}

/// Plain ways from card to card, for when no other can be found: between the two, or round both on
/// one side.
pub(super) fn direct(start: Cell, end: Cell) -> Vec<Vec<(i32, i32)>> {
    /// How far round both.
    const ROUND: i32 = 2 * super::STEP;
    let across = |cell: Cell| cell.x + lattice(cell.w / 2);
    let down = |cell: Cell| cell.y + lattice(cell.h / 2);
    if start == end {
        // Out on the right and back in at the top.
        let (out, over) = (start.right() + ROUND, start.y - ROUND);
        return vec![vec![
            (start.right(), down(start)),
            (out, down(start)),
            (out, over),
            (across(start), over),
            (across(start), start.y),
        ]];
    }
    let upright = |leave: i32, at: i32, arrive: i32| {
        let (from, to) = (across(start), across(end));
        vec![(from, leave), (from, at), (to, at), (to, arrive)]
    };
    let level = |leave: i32, at: i32, arrive: i32| {
        let (from, to) = (down(start), down(end));
        vec![(leave, from), (at, from), (at, to), (arrive, to)]
    };
    let (leave, arrive) = if start.bottom() <= end.y {
        (start.bottom(), end.y)
    } else {
        (start.y, end.bottom())
    };
    let between = leave + lattice((arrive - leave) / 2);
    let (right, bottom) = (start.right(), start.bottom());
    // Cards that touch have no room between them.
    let apart = (arrive - leave).abs() >= super::STEP;
    let mut out = Vec::new();
    out.extend(apart.then(|| upright(leave, between, arrive)));
    out.extend([
        upright(start.y, start.y.min(end.y) - ROUND, end.y),
        level(right, right.max(end.right()) + ROUND, end.right()),
        upright(bottom, bottom.max(end.bottom()) + ROUND, end.bottom()),
        level(start.x, start.x.min(end.x) - ROUND, end.x),
    ]);
    out
}
