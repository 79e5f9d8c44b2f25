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

/// A way from card to card that looks out for nothing, for when no other can be found: better a
/// line across a card than a link that nobody sees.
pub(super) fn direct(start: Cell, end: Cell) -> Vec<(i32, i32)> {
    let middle = |cell: Cell| cell.x + lattice(cell.w / 2);
    if start == end {
        // Out on the right and back in at the top.
        let (out, over) = (start.right() + 2 * super::STEP, start.y - 2 * super::STEP);
        let side = start.y + lattice(start.h / 2);
        return vec![
            (start.right(), side),
            (out, side),
            (out, over),
            (middle(start), over),
            (middle(start), start.y),
        ];
    }
    let (leave, arrive) = if start.bottom() <= end.y {
        (start.bottom(), end.y)
    } else {
        (start.y, end.bottom())
    };
    let between = leave + lattice((arrive - leave) / 2);
    vec![
        (middle(start), leave),
        (middle(start), between),
        (middle(end), between),
        (middle(end), arrive),
    ]
}
