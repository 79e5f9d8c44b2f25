//! The run of a line that hovering draws from a body to its successor across the divider.

use crate::geom::{Point, Rect};

/// Room in screen points between a line and the card that it goes round.
const CLEAR: f64 = 4.0;

/// A run of right angles from a card of the left pane to a card of the right pane, in screen
/// points. It keeps off other cards where there is a straight way to the divider.
#[must_use]
pub fn trace(from: Rect, to: Rect, left: &[Rect], right: &[Rect], divider: f64) -> Vec<Point> {
    let mut points = exit(from, left, divider, true);
    let mut back = exit(to, right, divider, false);
    back.reverse();
    points.extend(back);
    crate::geom::simplified(&points)
}

/// From a card's edge to the divider: straight from its side, or round by the gap over or under
/// it, whichever crosses fewest cards.
fn exit(card: Rect, others: &[Rect], divider: f64, rightwards: bool) -> Vec<Point> {
    let side = if rightwards { card.x1 } else { card.x0 };
    let corner = if rightwards {
        card.x1 - 12.0
    } else {
        card.x0 + 12.0
    };
    let corner = corner.clamp(card.x0, card.x1);
    let crossed = |y: f64| {
        let (x0, x1) = (side.min(divider), side.max(divider));
        let cards = others.iter().filter(|r| **r != card);
        cards
            .filter(|r| r.x0 < x1 && r.x1 > x0 && r.y0 < y && r.y1 > y)
            .count()
    };
    let middle = card.center().y;
    let ways = [
        (
            middle,
            vec![Point::new(side, middle), Point::new(divider, middle)],
        ),
        (
            card.y0 - CLEAR,
            round(card.y0, card.y0 - CLEAR, corner, divider),
        ),
        (
            card.y1 + CLEAR,
            round(card.y1, card.y1 + CLEAR, corner, divider),
        ),
    ];
    ways.into_iter()
        .min_by_key(|(y, _)| crossed(*y))
        .map(|(_, way)| way)
        .unwrap_or_default()
}

fn round(edge: f64, gap: f64, x: f64, divider: f64) -> Vec<Point> {
    vec![
        Point::new(x, edge),
        Point::new(x, gap),
        Point::new(divider, gap),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &[Rect], expected: &[(f64, f64)]) {
        let from = Rect::new(0.0, 0.0, 100.0, 40.0);
        let to = Rect::new(300.0, 100.0, 400.0, 140.0);
        let run: Vec<_> = trace(from, to, left, &[], 200.0)
            .iter()
            .map(|p| (p.x, p.y))
            .collect();
        assert_eq!(run, expected);
    }

    #[test]
    fn a_free_way_is_straight_and_a_card_is_gone_round() {
        check(
            &[],
            &[(100.0, 20.0), (200.0, 20.0), (200.0, 120.0), (300.0, 120.0)],
        );
        let own = Rect::new(0.0, 0.0, 100.0, 40.0);
        let beside = Rect::new(110.0, 0.0, 190.0, 40.0);
        check(
            &[own, beside],
            &[
                (88.0, 0.0),
                (88.0, -4.0),
                (200.0, -4.0),
                (200.0, 120.0),
                (300.0, 120.0),
            ],
        );
        let above = Rect::new(110.0, -50.0, 190.0, 40.0);
        check(
            &[above],
            &[
                (88.0, 40.0),
                (88.0, 44.0),
                (200.0, 44.0),
                (200.0, 120.0),
                (300.0, 120.0),
            ],
        );
    }
}
