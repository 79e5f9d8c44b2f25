//! Linking by keyboard alone: a body is found by a part of its name.

use super::{Tool, connect};
use crate::editor::{BodyRef, Session, rank_body};
use crate::model::{Body, LinkCommand, LinkKindId, fold};

/// How many bodies are offered at once.
const OFFERED: usize = 6;

/// A body to link with is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkWith {
    /// The bodies that will report, be tasked, be represented.
    pub from: Vec<BodyRef>,
    /// The part of a name that was typed.
    pub query: String,
    /// Which of the bodies found is chosen, from 0.
    pub chosen: usize,
    /// Why the last choice was refused.
    pub why: Option<String>,
    /// The kind of new links before it was begun: Escape goes back to it.
    pub kind_before: LinkKindId,
}

/// A body that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The body.
    pub body: BodyRef,
    /// Its name.
    pub name: String,
}

/// Begins to look for a body to link the selected ones with.
pub fn link_with(session: &mut Session) {
    let free = super::begin(session, None);
    let from = session.selection.bodies().to_vec();
    if free && !from.is_empty() {
        session.hand.field_due = true;
        session.hand.tool = Tool::LinkWith(LinkWith::new(from, session.hand.kind.clone()));
    }
}

/// The bodies of the structure whose name, short form or other spelling holds what was typed;
/// those that begin with it come first.
#[must_use]
pub fn found(session: &Session, sought: &LinkWith) -> Vec<Found> {
    let query = fold(&sought.query);
    let Some(shown) = session.shown() else {
        return Vec::new();
    };
    let others = shown.bodies.iter();
    let others = others.filter(|b| sought.from.iter().all(|from| from.body != b.id));
    let mut found: Vec<(usize, &Body)> = others
        .filter_map(|body| Some((rank_body(body, &query)?, body)))
        .collect();
    found.sort_by_key(|(rank, _)| *rank);
    found
        .into_iter()
        .take(OFFERED)
        .map(|(_, body)| Found {
            body: BodyRef::new(&session.structure, &body.id),
            name: body.name.clone(),
        })
        .collect()
}

impl LinkWith {
    pub(super) fn new(from: Vec<BodyRef>, kind_before: LinkKindId) -> Self {
        Self {
            from,
            query: String::new(),
            chosen: 0,
            why: None,
            kind_before,
        }
    }

    /// Takes over what was typed; the first body found is chosen.
    pub fn type_query(&mut self, query: String) {
        self.query = query;
        self.chosen = 0;
        self.why = None;
    }

    /// Chooses the next body found, or the one before, round the ends.
    pub fn step(&mut self, count: usize, back: bool) {
        if count > 0 {
            self.chosen = (self.chosen + if back { count - 1 } else { 1 }) % count;
        }
    }

    /// The kind after this one, or before it, round the ends.
    #[must_use]
    pub fn next_kind(kinds: &[LinkKindId], kind: &LinkKindId, back: bool) -> Option<LinkKindId> {
        let at = kinds.iter().position(|k| k == kind).unwrap_or(0);
        let last = kinds.len().checked_sub(1)?;
        kinds
            .get((at + if back { last } else { 1 }) % kinds.len())
            .cloned()
    }

    /// Links with the body chosen and closes; a refusal is said under the field, which stays.
    pub fn accept(session: &mut Session, to: &BodyRef) {
        let Tool::LinkWith(mut sought) = std::mem::take(&mut session.hand.tool) else {
            return;
        };
        let kind = session.hand.kind.clone();
        let from = sought.from.iter().map(|b| b.body.clone()).collect();
        let done = match sought.from.as_slice() {
            [one] => session.apply(connect::connect(one, &kind, &to.body)),
            _ => session.apply(LinkCommand::ConnectAll {
                structure: to.structure.clone(),
                from,
                kind: kind.clone(),
                to: vec![to.body.clone()],
                permission: false,
            }),
        };
        if done.is_some() {
            session.draw_filter.hidden.remove(&kind);
            session.hand.reveal = sought.from.last().cloned();
            for from in &sought.from {
                connect::tell_of_circle(session, from, &to.body);
            }
        } else {
            sought.why = session.refused.take().map(|why| why.to_string());
            session.hand.tool = Tool::LinkWith(sought);
        }
    }
}
