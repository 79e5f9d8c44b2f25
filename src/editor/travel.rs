//! Arrow keys on the canvas: first along links, else to the nearest card that way.

use super::{BodyRef, Card, Picture};
use crate::geom::{Point, Rect};

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is named after its arrow")]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// The card that an arrow key leads to, from the card of `body`.
#[must_use]
pub fn travel<'a>(picture: &'a Picture, body: &BodyRef, direction: Direction) -> Option<&'a Card> {
    let here = picture.card(body)?;
    let linked = |card: &&Card| {
        card.body.structure == body.structure
            && picture.lines.iter().any(|line| {
                (line.from == body.body && line.to == card.body.body)
                    || (line.to == body.body && line.from == card.body.body)
            })
    };
    // The hierarchy runs up and down; sideways a link counts only when it runs nearly level.
    let runs_that_way = |card: &&Card| match direction {
        Direction::Up | Direction::Down => true,
        Direction::Left | Direction::Right => {
            let (a, b) = (here.rect, card.rect);
            gap(a.y0, a.y1, b.y0, b.y1) <= gap(a.x0, a.x1, b.x0, b.x1) / 2.0
        }
    };
    let along = picture.cards.iter().filter(linked).filter(runs_that_way);
    nearest(along, here, direction).or_else(|| nearest(picture.cards.iter(), here, direction))
}

fn nearest<'a>(
    cards: impl Iterator<Item = &'a Card>,
    here: &Card,
    direction: Direction,
) -> Option<&'a Card> {
    cards
        .filter(|card| card.body != here.body)
        .filter_map(|card| Some((cost(here.rect, card.rect, direction)?, card)))
        .min_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, card)| card)
}

/// How far a card is that way, in pt; sideways distance counts three times.
/// `None` when it does not lie that way.
fn cost(from: Rect, to: Rect, direction: Direction) -> Option<f64> {
    let (ahead, aside) = match direction {
        Direction::Up => (from.y0 - to.y1, gap(from.x0, from.x1, to.x0, to.x1)),
        Direction::Down => (to.y0 - from.y1, gap(from.x0, from.x1, to.x0, to.x1)),
        Direction::Left => (from.x0 - to.x1, gap(from.y0, from.y1, to.y0, to.y1)),
        Direction::Right => (to.x0 - from.x1, gap(from.y0, from.y1, to.y0, to.y1)),
    };
    // Cards that touch or overlap a little still count as lying that way.
    let (a, b): (Point, Point) = (from.center(), to.center());
    let middle = match direction {
        Direction::Up => a.y - b.y,
        Direction::Down => b.y - a.y,
        Direction::Left => a.x - b.x,
        Direction::Right => b.x - a.x,
    };
    (middle > 0.0 && ahead > -4.0).then(|| ahead.max(0.0) + 3.0 * aside + a.distance(b) * 0.1)
}

/// Distance between two ranges; 0 when they overlap.
fn gap(a0: f64, a1: f64, b0: f64, b1: f64) -> f64 {
    (b0 - a1).max(a0 - b1).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::picture::tests::picture;
    use super::*;
    use crate::model::{BodyId, StructureId};

    #[test]
    fn arrows_follow_links_before_neighbours() {
        let card = |x: f64, y: f64| Rect::new(x, y, x + 100.0, y + 30.0);
        let p = picture(
            &[
                ("top", card(200.0, 0.0)),
                ("beside", card(0.0, 0.0)),
                ("left", card(0.0, 100.0)),
                ("right", card(240.0, 100.0)),
            ],
            &[("1", "left", "top"), ("2", "right", "top")],
        );
        let go = |from: &str, direction| {
            let body = BodyRef::new(&StructureId::new("now"), &BodyId::new(from));
            travel(&p, &body, direction).map(|c| c.body.body.as_str().to_owned())
        };
        // "beside" stands right above "left", yet the link leads to "top".
        assert_eq!(go("left", Direction::Up).as_deref(), Some("top"));
        assert_eq!(go("top", Direction::Down).as_deref(), Some("right"));
        assert_eq!(go("left", Direction::Right).as_deref(), Some("right"));
        assert_eq!(go("top", Direction::Left).as_deref(), Some("beside"));
        assert_eq!(go("top", Direction::Up), None);
        assert_eq!(go("nobody", Direction::Up), None);
    }
}
