//! What a hand does on the canvas: one small state at a time, fed with places in page pt.
//!
//! The window says what was pressed, dragged and let go; a tool answers with commands, a new
//! selection, a hint and a cursor. Nothing here knows a screen, so every tool is tested as a
//! person uses it: press, drag, release, Escape.

mod connect;
mod hint;
mod link_with;
mod naming;
mod select;
mod shift;

#[cfg(test)]
mod tests;

use crate::geom::{Point, Rect};
use crate::model::{LinkEnd, LinkKindId, StandardLink};

use super::{BodyRef, CollectiveRef, LinkRef, Picture, Selected, Session};

pub use connect::{Connect, Reattach, change_seats, choose_kind, kinds, set_kind, turn_round};
pub use hint::{Cursor, cursor, hint};
pub use link_with::{Found, LinkWith, found, link_with};
pub use naming::{Naming, Subject, finish_name, new_body, rename, type_name};
pub use shift::{
    Dropped, Shift, arrange_all, drop_moves, drop_reports, nudge, pin_of, put_at, release_pins,
};

/// The hand on the canvas: what it is doing, and what it draws with.
#[derive(Clone, Debug)]
pub struct Hand {
    /// What it is doing.
    pub tool: Tool,
    /// The kind that a new link gets.
    pub kind: LinkKindId,
    /// Something that the last act brought about and that a person should know.
    pub told: Option<String>,
    /// The collective line that the last act has opened.
    pub just_opened: Option<CollectiveRef>,
    /// What the collective line under the pointer, or with the keyboard, stands for.
    pub pointed: Option<String>,
    /// The cards that the last act has put where they are shown.
    pub put: Vec<BodyRef>,
    /// Where on the page the last act ended: what is said about it stands there.
    pub at: Option<Point>,
    /// A body to be brought into sight, with the keyboard, once its card is there.
    pub reveal: Option<BodyRef>,
    /// A field was opened that has not been shown yet: letters typed meanwhile are for it.
    pub field_due: bool,
}

impl Default for Hand {
    fn default() -> Self {
        Self {
            tool: Tool::Rest,
            kind: LinkKindId::of(StandardLink::ReportsTo),
            told: None,
            just_opened: None,
            pointed: None,
            put: Vec::new(),
            at: None,
            reveal: None,
            field_due: false,
        }
    }
}

/// What the hand is doing. All but [`Tool::Rest`] end by Escape without a trace.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Tool {
    /// Nothing: clicks select.
    #[default]
    Rest,
    /// A box is drawn round bodies.
    Marquee(Marquee),
    /// Cards are moved.
    Shift(Shift),
    /// Cards were dropped on another one; what was meant is asked.
    Dropped(Dropped),
    /// A line is drawn from a card.
    Connect(Connect),
    /// An end of a link is taken to another card.
    Reattach(Reattach),
    /// A name is typed.
    Naming(Naming),
    /// A body to link with is looked for by its name.
    LinkWith(LinkWith),
}

/// A box being drawn round bodies.
#[derive(Clone, Debug, PartialEq)]
pub struct Marquee {
    /// Where it began.
    pub from: Point,
    /// Where the pointer is.
    pub to: Point,
    /// What was selected before and stays so.
    pub kept: Vec<BodyRef>,
    /// What Escape selects again.
    pub before: Selected,
}

impl Marquee {
    /// The box on the page.
    #[must_use]
    pub fn rect(&self) -> Rect {
        Rect::from_points(self.from, self.to)
    }
}

/// What lies under the pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A card.
    Card(BodyRef),
    /// A handle at the edge of a card, from which links are drawn.
    Handle(BodyRef),
    /// A link's line.
    Line(LinkRef),
    /// A line that stands for several links.
    Collective(CollectiveRef),
    /// The handle at an end of the selected link.
    LinkEnd(LinkRef, LinkEnd),
    /// Nothing.
    Ground,
}

/// What a hand did, in page pt.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant is named after what was done")]
pub enum Input {
    Click {
        spot: Spot,
        at: Point,
        /// With Shift: adds to the selection, or takes out of it.
        add: bool,
    },
    DoubleClick {
        spot: Spot,
        at: Point,
    },
    /// Asked what can be done with it: selected, unless it is one of several selected ones.
    Point {
        spot: Spot,
        at: Point,
    },
    Press {
        spot: Spot,
        at: Point,
        add: bool,
    },
    Drag(Point),
    Release(Point),
}

impl Tool {
    /// Whether it follows the pointer until the button is let go.
    #[must_use]
    pub fn follows_pointer(&self) -> bool {
        matches!(
            self,
            Self::Marquee(_) | Self::Shift(_) | Self::Connect(_) | Self::Reattach(_)
        )
    }

    /// Why what lies under the pointer cannot be the end of the line that is drawn.
    #[must_use]
    pub fn why(&self) -> Option<&str> {
        match self {
            Self::Connect(line) => line.why.as_deref(),
            Self::Reattach(line) => line.why.as_deref(),
            _ => None,
        }
    }
}

/// Takes over what a hand did.
pub fn step(session: &mut Session, picture: &Picture, input: Input) {
    match input {
        Input::Click { spot, at, add } if begin(session, Some(at)) => match spot {
            Spot::Collective(line) => session.open_line(picture, &line),
            spot => select::click(session, spot, add),
        },
        Input::Point { spot, at } if begin(session, Some(at)) => {
            let held = matches!(&spot, Spot::Card(body) if session.selection.holds(body));
            if !held {
                select::click(session, spot, false);
            }
        }
        Input::DoubleClick { spot, at } => match spot {
            Spot::Card(body) => rename(session, &body),
            Spot::Ground => new_body(session, Some(at)),
            Spot::Handle(_) | Spot::Line(_) | Spot::Collective(_) | Spot::LinkEnd(..) => {}
        },
        Input::Press { spot, at, add } if begin(session, Some(at)) => {
            session.hand.tool = match spot {
                Spot::Card(body) => shift::press(session, body, at, add),
                Spot::Handle(body) => Tool::Connect(Connect::new(body, at)),
                Spot::LinkEnd(link, end) => Tool::Reattach(Reattach::new(link, end, at)),
                Spot::Ground | Spot::Line(_) | Spot::Collective(_) => {
                    select::press(session, at, add)
                }
            };
        }
        // A field that cannot be left yet keeps the hand.
        Input::Click { .. } | Input::Press { .. } | Input::Point { .. } => {}
        Input::Drag(at) => drag(session, picture, at),
        Input::Release(at) => {
            drag(session, picture, at);
            session.hand.at = Some(at);
            match std::mem::take(&mut session.hand.tool) {
                Tool::Shift(shift) => shift::release(session, picture, shift, at),
                Tool::Connect(connect) => connect::release(session, picture, connect),
                Tool::Reattach(reattach) => connect::reattach(session, reattach),
                Tool::Marquee(_) => {}
                other => session.hand.tool = other,
            }
        }
    }
}

fn drag(session: &mut Session, picture: &Picture, at: Point) {
    match std::mem::take(&mut session.hand.tool) {
        Tool::Marquee(marquee) => select::drag(session, picture, marquee, at),
        Tool::Shift(shift) => shift::drag(session, picture, shift, at),
        Tool::Connect(connect) => connect::drag(session, picture, connect, at),
        Tool::Reattach(reattach) => connect::drag_end(session, picture, reattach, at),
        other => session.hand.tool = other,
    }
}

/// Begins an act: what was being typed counts, and what was said about the last act has been
/// read. Not while a field holds words that would be lost.
fn begin(session: &mut Session, at: Option<Point>) -> bool {
    if !leave(session) {
        return false;
    }
    session.refused = None;
    session.hand.told = None;
    session.hand.just_opened = None;
    session.hand.at = at;
    true
}

/// Something else was asked for: a typed name counts, everything else is given up. Gives
/// whether the hand is free; it is not while a field holds a name that cannot be one.
pub fn leave(session: &mut Session) -> bool {
    match session.hand.tool {
        Tool::Naming(_) => naming::leave(session),
        _ => {
            session.hand.tool = Tool::Rest;
            true
        }
    }
}

/// Escape: first what the hand is doing, then what is being said, then the selection. A field
/// beside the canvas that is being typed in gives itself up.
pub fn escape(session: &mut Session) {
    match std::mem::take(&mut session.hand.tool) {
        Tool::Rest if session.document.history().in_gesture() => {}
        Tool::Rest if session.refused.is_some() || session.hand.told.is_some() => {
            session.refused = None;
            session.hand.told = None;
            session.hand.just_opened = None;
        }
        Tool::Rest => session.selection.clear(),
        Tool::Marquee(marquee) => session.selection.restore(marquee.before),
        Tool::Naming(naming) => naming::give_up(session, naming),
        Tool::Shift(shift) => session.selection.restore(shift.before),
        Tool::Dropped(dropped) => {
            session.refused = None;
            session.selection.restore(dropped.before);
        }
        Tool::LinkWith(sought) => {
            session.refused = None;
            session.hand.kind = sought.kind_before;
        }
        Tool::Connect(_) | Tool::Reattach(_) => session.refused = None,
    }
}

/// Another structure is shown, or what the hand was at is gone: lets go of it.
pub fn keep_up(session: &mut Session) {
    let there = |body: &BodyRef| {
        body.structure == session.structure && body.find(session.project()).is_some()
    };
    let held = match &session.hand.tool {
        Tool::Rest | Tool::Marquee(_) => true,
        Tool::Shift(shift) => shift.bodies.iter().all(there),
        Tool::Dropped(dropped) => {
            dropped.bodies.iter().all(there) && dropped.onto.iter().all(there)
        }
        Tool::Connect(connect) => there(&connect.from),
        Tool::Reattach(reattach) => {
            let link = &reattach.link;
            let shown = session.shown().filter(|s| s.id() == &link.structure);
            shown.is_some_and(|s| s.link(&link.link).is_some())
        }
        Tool::Naming(naming) => match &naming.subject {
            Subject::Body { body, .. } => there(body),
            Subject::New(new) => new.structure == session.structure,
        },
        Tool::LinkWith(link_with) => link_with.from.iter().all(there),
    };
    if !held {
        leave(session);
        session.hand.tool = Tool::Rest;
        session.hold_picture = false;
    }
}
