//! What changes on top of the fate of a row; always derived, never stated.

use std::collections::BTreeSet;

use super::links::Touched;
use super::sides::{Ends, Sides};
use crate::model::{Body, BodyId, Language, Meetings, SeatNumber, fold};
use crate::say::Label;

/// A change on top of a fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Also {
    /// The reporting line moved.
    Moved,
    /// Another kind of body.
    Kind,
    /// Another name.
    Name,
    /// Another number of meetings, or other words where no number is known.
    Meetings,
    /// Other seats.
    Seats,
    /// In the structure, in the family or outside.
    Standing,
    /// Stated, implied or undecided.
    Certainty,
    /// Other links than reporting lines come, go or change.
    Links,
}

impl Also {
    /// The word in answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Meetings => "meetings",
            Self::Seats => "seats",
            Self::Standing => "standing",
            Self::Certainty => "certainty",
            Self::Links => "links",
        }
    }

    /// The words on screen and paper.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.label_in(Language::English)
    }

    /// The words of paper in a language.
    #[must_use]
    pub fn label_in(self, language: Language) -> &'static str {
        let words = match self {
            Self::Moved => Label::AlsoMoved,
            Self::Kind => Label::AlsoKind,
            Self::Name => Label::AlsoName,
            Self::Meetings => Label::AlsoMeetings,
            Self::Seats => Label::AlsoSeats,
            Self::Standing => Label::AlsoStanding,
            Self::Certainty => Label::AlsoCertainty,
            Self::Links => Label::AlsoLinks,
        };
        words.in_language(language)
    }
}

/// Everything that changes in a row that has bodies on both sides.
pub(super) fn also(sides: &Sides<'_>, ends: &Ends, moved: bool, touched: &Touched) -> Vec<Also> {
    if ends.old.is_empty() || ends.new.is_empty() {
        return Vec::new();
    }
    let old: Vec<&Body> = sides.old.bodies_at(&ends.old).collect();
    let new: Vec<&Body> = sides.new.bodies_at(&ends.new).collect();
    let mut out = Vec::new();
    let mut note = |changed: bool, what: Also| {
        if changed {
            out.push(what);
        }
    };
    note(moved, Also::Moved);
    note(fresh(&old, &new, |b| b.kind.clone()), Also::Kind);
    note(fresh(&old, &new, |b| fold(&b.name)), Also::Name);
    note(
        fresh(&old, &new, |b| meetings_key(&b.meetings)),
        Also::Meetings,
    );
    note(seats_changed(sides, &old, &new), Also::Seats);
    note(
        fresh(&old, &new, |b| b.standing.as_str().to_owned()),
        Also::Standing,
    );
    note(
        fresh(&old, &new, |b| b.certainty.as_str().to_owned()),
        Also::Certainty,
    );
    note(touched.any(ends), Also::Links);
    out
}

/// Whether a body has a value that none of its predecessors had.
fn fresh<K: Ord>(old: &[&Body], new: &[&Body], key: impl Fn(&Body) -> K) -> bool {
    let known: BTreeSet<K> = old.iter().map(|body| key(body)).collect();
    new.iter().any(|body| !known.contains(&key(body)))
}

/// The number of meetings when known; else the words. Other words for one number are no change.
fn meetings_key(meetings: &Meetings) -> (Option<u64>, String) {
    match meetings.per_year {
        Some(n) => (Some((n + 0.0).to_bits()), String::new()),
        None => (
            None,
            fold(meetings.as_stated.as_deref().unwrap_or_default()),
        ),
    }
}

/// One seat row without its note, and with the body it is filled through as lineage sees it.
type SeatKey = (String, String, String, (u8, u32), String, Through);

/// The body through which a seat is filled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Through {
    Nobody,
    Class(usize),
    Body(BodyId),
}

fn seats_changed(sides: &Sides<'_>, old: &[&Body], new: &[&Body]) -> bool {
    let known: BTreeSet<Vec<SeatKey>> = old
        .iter()
        .map(|body| seats_key(body, |id| sides.old_class(id)))
        .collect();
    new.iter()
        .any(|body| !known.contains(&seats_key(body, |id| sides.new_class(id))))
}

/// The seat rows of a body in an order of their own, so that the order of the list is no change.
fn seats_key(body: &Body, class: impl Fn(&BodyId) -> Option<usize>) -> Vec<SeatKey> {
    let words = |text: &Option<String>| fold(text.as_deref().unwrap_or_default());
    let mut rows: Vec<SeatKey> = body
        .seats
        .iter()
        .map(|seat| {
            let number = match seat.number {
                SeatNumber::Open => (0, 0),
                SeatNumber::AtLeast(n) => (1, n),
                SeatNumber::Exactly(n) => (2, n),
            };
            let through = seat.through.as_ref().map_or(Through::Nobody, |id| {
                class(id).map_or_else(|| Through::Body(id.clone()), Through::Class)
            });
            (
                words(&seat.post),
                words(&seat.organisation),
                words(&seat.sector),
                number,
                words(&seat.condition),
                through,
            )
        })
        .collect();
    rows.sort();
    rows
}
