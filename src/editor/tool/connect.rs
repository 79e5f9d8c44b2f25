//! Drawing links: from a card to another one or to empty ground; their kind, direction and ends.

use super::{Tool, naming};
use crate::editor::{BodyRef, LinkRef, Picture, Session};
use crate::geom::Point;
use crate::graph::StructureGraph;
use crate::model::{
    BodyId, Command, Link, LinkCommand, LinkEnd, LinkKindId, Outcome, StandardLink,
};

/// A line being drawn from a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Connect {
    /// The body that will report, be tasked, be represented.
    pub from: BodyRef,
    /// Where the line begins.
    pub start: Point,
    /// Where the pointer is.
    pub at: Point,
    /// The card under the pointer.
    pub over: Option<BodyRef>,
    /// Why that card cannot be the other end.
    pub why: Option<String>,
}

impl Connect {
    pub(super) fn new(from: BodyRef, at: Point) -> Self {
        Self {
            from,
            start: at,
            at,
            over: None,
            why: None,
        }
    }
}

/// An end of a link being taken to another card.
#[derive(Clone, Debug, PartialEq)]
pub struct Reattach {
    /// The link.
    pub link: LinkRef,
    /// Which of its ends.
    pub end: LinkEnd,
    /// Where the pointer is.
    pub at: Point,
    /// The card under the pointer.
    pub over: Option<BodyRef>,
    /// Why that card cannot be the end.
    pub why: Option<String>,
}

impl Reattach {
    pub(super) fn new(link: LinkRef, end: LinkEnd, at: Point) -> Self {
        Self {
            link,
            end,
            at,
            over: None,
            why: None,
        }
    }

    fn command(&self, body: &BodyRef) -> LinkCommand {
        LinkCommand::Reattach {
            structure: self.link.structure.clone(),
            link: self.link.link.clone(),
            end: self.end,
            body: body.body.clone(),
        }
    }
}

/// The command that links two bodies.
pub(super) fn connect(from: &BodyRef, kind: &LinkKindId, to: &BodyId) -> LinkCommand {
    LinkCommand::Connect {
        structure: from.structure.clone(),
        from: from.body.clone(),
        kind: kind.clone(),
        to: to.clone(),
        permission: false,
        seats: None,
    }
}

fn why_not(session: &Session, command: LinkCommand) -> Option<String> {
    let refusal = session.document.allows(&Command::from(command)).err()?;
    Some(refusal.to_string())
}

fn card_under(picture: &Picture, at: Point) -> Option<BodyRef> {
    picture.card_at(at).map(|card| card.body.clone())
}

pub(super) fn drag(session: &mut Session, picture: &Picture, mut line: Connect, at: Point) {
    let over = card_under(picture, at);
    if over != line.over {
        let command = over
            .as_ref()
            .map(|body| connect(&line.from, &session.hand.kind, &body.body));
        line.why = command.and_then(|command| why_not(session, command));
    }
    line.at = at;
    line.over = over;
    session.hand.tool = Tool::Connect(line);
}

pub(super) fn drag_end(session: &mut Session, picture: &Picture, mut line: Reattach, at: Point) {
    let over = card_under(picture, at);
    if over != line.over {
        let command = over.as_ref().map(|body| line.command(body));
        line.why = command.and_then(|command| why_not(session, command));
    }
    line.at = at;
    line.over = over;
    session.hand.tool = Tool::Reattach(line);
}

/// On a card the link is made; on empty ground a new body for its other end is asked for.
pub(super) fn release(session: &mut Session, picture: &Picture, line: Connect) {
    let Some(to) = line.over else {
        if !near_itself(picture, &line.from, line.at) {
            naming::new_linked(session, &line.from, line.at);
        }
        return;
    };
    let kind = session.hand.kind.clone();
    if let Some(outcome) = session.apply(connect(&line.from, &kind, &to.body)) {
        linked(session, &outcome);
        tell_of_circle(session, &line.from, &to.body);
    }
}

/// Whether the line was let go before it had left the handle.
fn near_itself(picture: &Picture, from: &BodyRef, at: Point) -> bool {
    const HANDLE: f64 = 12.0;
    let card = picture.card(from);
    card.is_some_and(|card| card.rect.inflate(HANDLE, HANDLE).contains(at))
}

pub(super) fn reattach(session: &mut Session, line: Reattach) {
    let Some(body) = &line.over else { return };
    if session.apply(line.command(body)).is_some() {
        session.selection.choose_link(line.link.clone());
        tell_of_circle_of(session, &line.link);
    }
}

/// A new link is selected, so that its kind and seats are at hand, and never hidden.
pub(super) fn linked(session: &mut Session, outcome: &Outcome) {
    if let Some((structure, link)) = outcome.links.last() {
        let kind = session.project().structure(structure);
        let kind = kind.and_then(|s| s.link(link)).map(|l| l.kind.clone());
        if let Some(kind) = kind {
            session.draw_filter.hidden.remove(&kind);
        }
        session.selection.choose_link(LinkRef {
            structure: structure.clone(),
            link: link.clone(),
        });
    }
}

/// A circle of reporting lines is allowed; whoever closes one is told.
pub(super) fn tell_of_circle(session: &mut Session, from: &BodyRef, to: &BodyId) {
    let Some(structure) = session.project().structure(&from.structure) else {
        return;
    };
    let line = |l: &Link| l.hierarchy() && l.from == from.body && &l.to == to;
    if !structure.links.iter().any(line) {
        return;
    }
    let graph = StructureGraph::of(structure);
    let in_circle = graph.node(&from.body).zip(graph.node(to));
    let closed = in_circle.is_some_and(|(a, b)| {
        let mut circles = graph.cycles().into_iter();
        circles.any(|circle| circle.contains(&a) && circle.contains(&b))
    });
    if closed {
        session.hand.told = Some(format!(
            "“{}” and “{}” now report to each other in a circle. That is allowed, and listed as a \
             finding; Undo takes it back.",
            structure.body_name(&from.body),
            structure.body_name(to)
        ));
    }
}

fn tell_of_circle_of(session: &mut Session, link: &LinkRef) {
    let structure = session.project().structure(&link.structure);
    let ends = structure
        .and_then(|s| s.link(&link.link))
        .map(|l| (BodyRef::new(&link.structure, &l.from), l.to.clone()));
    if let Some((from, to)) = ends {
        tell_of_circle(session, &from, &to);
    }
}

/// The kinds that a link may have: the standard five, then the project's own.
#[must_use]
pub fn kinds(session: &Session) -> Vec<LinkKindId> {
    let mut kinds: Vec<LinkKindId> = StandardLink::ALL.map(LinkKindId::of).to_vec();
    for own in &session.project().link_kinds {
        if !kinds.contains(&own.id) {
            kinds.push(own.id.clone());
        }
    }
    kinds
}

/// A kind was chosen: that of the selected link, else that of the links to come.
pub fn choose_kind(session: &mut Session, kind: &LinkKindId) {
    match session.selection.link().cloned() {
        Some(link) => set_kind(session, &link, kind),
        None => session.hand.kind = kind.clone(),
    }
}

/// Gives a link another kind. Seats belong to *represented on* alone.
pub fn set_kind(session: &mut Session, link: &LinkRef, kind: &LinkKindId) {
    edit(session, link, |link| {
        link.kind = kind.clone();
        if !kind.is(StandardLink::RepresentedOn) {
            link.seats = None;
        }
    });
    session.draw_filter.hidden.remove(kind);
    tell_of_circle_of(session, link);
}

/// States how many seats a link stands for.
pub fn change_seats(session: &mut Session, link: &LinkRef, seats: Option<u32>) {
    edit(session, link, |link| link.seats = seats);
}

fn edit(session: &mut Session, link: &LinkRef, change: impl FnOnce(&mut Link)) {
    super::begin(session, None);
    let structure = session.project().structure(&link.structure);
    if let Some(mut record) = structure.and_then(|s| s.link(&link.link)).cloned() {
        change(&mut record);
        session.apply(LinkCommand::Set {
            structure: link.structure.clone(),
            link: Box::new(record),
        });
    }
}

/// The selected link the other way round.
pub fn turn_round(session: &mut Session) {
    super::begin(session, None);
    let Some(link) = session.selection.link().cloned() else {
        return;
    };
    let done = session.apply(LinkCommand::Reverse {
        structure: link.structure.clone(),
        link: link.link.clone(),
    });
    if done.is_some() {
        tell_of_circle_of(session, &link);
    }
}
