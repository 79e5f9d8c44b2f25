//! Reporting lines of the arrangement: siblings share one trunk and one arrow.

use super::{Cell, Hang};

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
                (card.x, middle),
            ];
            points.to_vec()
        }
        None => {
            let middle = card.x + lattice(card.w / 2);
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
