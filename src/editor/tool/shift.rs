//! Moving cards: by dragging, by Alt and the arrows; and dropping them on another card.

use super::Tool;
use crate::editor::{BodyRef, Card, Direction, Picture, Selected, Session};
use crate::geom::{Point, Vec2};
use crate::model::{BodyCommand, BodyId, Command, Pin};
use crate::scene::Arrange;

/// Places given by hand lie on the lattice of the layout.
const LATTICE: f64 = 4.0;

/// Why a card cannot be moved a little.
const IN_ZONES: &str = "In zones the program places the cards. Choose “Plain drawing” to place \
                        them by hand.";

/// Cards being moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// Whose cards they are.
    pub bodies: Vec<BodyRef>,
    /// Where the pointer took hold.
    pub from: Point,
    /// How far they have come.
    pub by: Vec2,
    /// The card under the pointer that is not one of them.
    pub over: Option<BodyRef>,
    /// What Escape selects again.
    pub before: Selected,
}

/// Cards let go over another card, or in zones: it is asked what was meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Dropped {
    /// Whose cards they are.
    pub bodies: Vec<BodyRef>,
    /// How far they were moved.
    pub by: Vec2,
    /// The card that they lie on.
    pub onto: Option<BodyRef>,
    /// Where the pointer let go.
    pub at: Point,
    /// What Escape selects again.
    pub before: Selected,
}

/// The place of a card that was moved by so much, as a pin.
#[must_use]
pub fn pin_of(_picture: &Picture, card: &Card, by: Vec2) -> Pin {
    let at = card.rect.origin() + by;
    Pin {
        x: on_lattice(at.x),
        y: on_lattice(at.y),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to what a page can hold"
)]
fn on_lattice(length: f64) -> i32 {
    let steps = (length / LATTICE).round();
    (steps * LATTICE).clamp(-1e6, 1e6) as i32
}

/// A card is taken hold of; one that is not selected is selected first.
pub(super) fn press(session: &mut Session, body: BodyRef, at: Point, add: bool) -> Tool {
    let before = session.selection.selected().clone();
    if !session.selection.holds(&body) {
        if add {
            session.selection.toggle(body);
        } else {
            session.selection.choose(body);
        }
    }
    Tool::Shift(Shift {
        bodies: session.selection.bodies().to_vec(),
        from: at,
        by: Vec2::ZERO,
        over: None,
        before,
    })
}

pub(super) fn drag(session: &mut Session, picture: &Picture, mut shift: Shift, at: Point) {
    shift.by = at - shift.from;
    let under = picture.cards.iter().rev();
    let mut under = under.filter(|c| c.rect.contains(at) && !shift.bodies.contains(&c.body));
    shift.over = under.next().map(|c| c.body.clone());
    session.hand.tool = Tool::Shift(shift);
}

pub(super) fn release(session: &mut Session, picture: &Picture, shift: Shift, at: Point) {
    let Shift {
        bodies,
        by,
        over,
        before,
        ..
    } = shift;
    let asks = over.is_some() || (picture.zoned && is_move(by));
    if asks {
        session.hand.tool = Tool::Dropped(Dropped {
            bodies,
            by,
            onto: over,
            at,
            before,
        });
    } else {
        put(session, picture, &bodies, by);
    }
}

/// Less than half a step of the lattice is no move.
fn is_move(by: Vec2) -> bool {
    by.x.abs().max(by.y.abs()) >= LATTICE / 2.0
}

/// Pins the cards where they were moved to. Pins count in the plain drawing alone, which is shown
/// from then on.
fn put(session: &mut Session, picture: &Picture, bodies: &[BodyRef], by: Vec2) {
    if !is_move(by) {
        return;
    }
    if picture.zoned {
        session.page.arrange = Arrange::Plain;
    }
    let cards = bodies.iter().filter_map(|body| picture.card(body));
    let pins: Vec<(BodyId, Pin)> = cards
        .map(|card| (card.body.body.clone(), pin_of(picture, card, by)))
        .collect();
    pin(session, bodies, pins);
}

fn pin(session: &mut Session, bodies: &[BodyRef], pins: Vec<(BodyId, Pin)>) {
    if let Some(first) = bodies.first()
        && !pins.is_empty()
    {
        let structure = first.structure.clone();
        session.apply(BodyCommand::Pin { structure, pins });
        session.hand.put = bodies.to_vec();
    }
}

/// The cards were dropped where it had to be asked, and should stay there.
pub fn drop_moves(session: &mut Session, picture: &Picture) {
    if let Tool::Dropped(dropped) = std::mem::take(&mut session.hand.tool) {
        put(session, picture, &dropped.bodies, dropped.by);
    }
}

/// The bodies dropped on another one report to it from now on: one act.
pub fn drop_reports(session: &mut Session) {
    let Tool::Dropped(dropped) = std::mem::take(&mut session.hand.tool) else {
        return;
    };
    let Some(onto) = dropped.onto else { return };
    session.document.begin_gesture();
    for body in &dropped.bodies {
        let done = session.apply(BodyCommand::SetParent {
            structure: body.structure.clone(),
            body: body.body.clone(),
            parent: Some(onto.body.clone()),
            instead_of: None,
        });
        if done.is_none() {
            let refused = session.refused.take();
            session.bail();
            session.refused = refused;
            return;
        }
    }
    session.document.commit_gesture(None);
    if let Some(body) = dropped.bodies.first() {
        super::connect::tell_of_circle(session, body, &onto.body);
    }
}

/// Moves the selected cards a little, from where they were put or drawn.
pub fn nudge(session: &mut Session, picture: &Picture, direction: Direction, step: f64) {
    super::begin(session, None);
    if picture.zoned {
        session.hand.told = Some(IN_ZONES.to_owned());
        return;
    }
    let by = match direction {
        Direction::Up => Vec2::new(0.0, -step),
        Direction::Down => Vec2::new(0.0, step),
        Direction::Left => Vec2::new(-step, 0.0),
        Direction::Right => Vec2::new(step, 0.0),
    };
    let bodies = session.selection.bodies().to_vec();
    let moved = |body: &BodyRef| {
        let card = picture.card(body)?;
        // The picture may be a step behind; the pin never is.
        let pinned = body.find(session.project()).and_then(|b| b.pin);
        let pin = pinned.map_or_else(
            || pin_of(picture, card, by),
            |pin| Pin {
                x: on_lattice(f64::from(pin.x) + by.x),
                y: on_lattice(f64::from(pin.y) + by.y),
            },
        );
        Some((body.body.clone(), pin))
    };
    let pins = bodies.iter().filter_map(moved).collect();
    pin(session, &bodies, pins);
}

/// Puts cards at these places as one act.
pub fn put_at(session: &mut Session, bodies: &[BodyRef], pins: Vec<(BodyId, Pin)>) {
    super::begin(session, None);
    let Some(structure) = bodies.first().map(|body| body.structure.clone()) else {
        return;
    };
    let label = format!("Arrange {} bodies", pins.len());
    let commands = vec![BodyCommand::Pin { structure, pins }.into()];
    session.apply(Command::Several { commands, label });
}

/// Leaves the places of the selected bodies to the program again.
pub fn release_pins(session: &mut Session) {
    super::begin(session, None);
    let structure = session.structure.clone();
    let chosen = session.selection.bodies().iter();
    let bodies = chosen.map(|b| b.body.clone()).collect();
    session.apply(BodyCommand::Unpin { structure, bodies });
}

/// Leaves the places of all bodies to the program again.
pub fn arrange_all(session: &mut Session) {
    super::begin(session, None);
    let structure = session.structure.clone();
    session.apply(BodyCommand::UnpinAll { structure });
}
