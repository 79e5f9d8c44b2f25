//! Who holds seats on some bodies before and after.

use std::collections::BTreeMap;

use crate::model::{Body, Language, Seat, SeatNumber, fold};
use crate::say::{self, Label, Phrase};

/// Who holds seats, with their numbers before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The organisation; else the post; else the sector.
    pub name: String,
    /// Whether it is an organisation.
    pub organisation: bool,
    /// Seats before.
    pub before: Held,
    /// Seats after.
    pub after: Held,
    /// Whether it names nobody: a row for several seats without an organisation ("members from
    /// all sectors"). Those who hold them may be named on the other side.
    pub anonymous: bool,
    /// Seats kept, gained and lost.
    pub tally: Tally,
}

/// How many seats somebody holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Known seats, minimums included.
    pub seats: u32,
    /// Whether there may be more.
    pub at_least: bool,
    /// Rows without a number.
    pub open: u32,
}

/// Seats kept, gained and lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Seats before and after.
    pub kept: u32,
    /// Seats after that were not there before.
    pub gained: u32,
    /// Seats before that are not there any more.
    pub lost: u32,
    /// Holders of whom it cannot be told, since a number or a name is not stated on one side.
    pub unknown: u32,
}

impl Tally {
    /// Everybody together.
    #[must_use]
    pub fn sum(holders: &[Holder]) -> Self {
        let mut out = Self::default();
        for holder in holders {
            out.add(&holder.tally);
        }
        out
    }

    /// Adds another one.
    pub fn add(&mut self, other: &Self) {
        self.kept = self.kept.saturating_add(other.kept);
        self.gained = self.gained.saturating_add(other.gained);
        self.lost = self.lost.saturating_add(other.lost);
        self.unknown = self.unknown.saturating_add(other.unknown);
    }
}

/// Tells kept, gained and lost for everybody. A minimum counts as its number.
///
/// Where seats go whose holders are not named, nobody's new seat is surely new, and the other way
/// round.
fn settle(holders: &mut [Holder]) {
    let changes: Vec<(bool, bool, bool)> = holders
        .iter()
        .map(|h| {
            (
                h.anonymous,
                h.after.seats > h.before.seats,
                h.before.seats > h.after.seats,
            )
        })
        .collect();
    for (at, holder) in holders.iter_mut().enumerate() {
        let others = || changes.iter().enumerate().filter(|(other, _)| *other != at);
        let lost_elsewhere =
            others().any(|(_, (hidden, _, lost))| *lost && (*hidden || holder.anonymous));
        let gained_elsewhere =
            others().any(|(_, (hidden, gained, _))| *gained && (*hidden || holder.anonymous));
        let kept = holder.before.seats.min(holder.after.seats);
        let gained = holder.after.seats - kept;
        let lost = holder.before.seats - kept;
        let open = holder.before.open > 0 || holder.after.open > 0;
        let unclear = (gained > 0 && lost_elsewhere) || (lost > 0 && gained_elsewhere);
        holder.tally = if open || unclear {
            Tally {
                kept,
                unknown: 1,
                ..Tally::default()
            }
        } else {
            Tally {
                kept,
                gained,
                lost,
                unknown: 0,
            }
        };
    }
}

impl Held {
    /// "2", "2 or more", "Not stated", "–" for none.
    #[must_use]
    pub fn words(&self) -> String {
        self.words_in(Language::English)
    }

    /// The same in a language.
    #[must_use]
    pub fn words_in(&self, language: Language) -> String {
        match (self.seats, self.at_least, self.open) {
            (0, false, 0) => "–".to_owned(),
            (0, _, open) if open > 0 => say::say(language, Label::NotStated),
            (n, false, 0) => n.to_string(),
            (n, ..) => say::with(language, Phrase::OrMore, &[&n.to_string()]),
        }
    }
}

/// Everybody who holds a seat on these bodies, in the order in which they are first named.
pub(super) fn holders(language: Language, old: &[&Body], new: &[&Body]) -> Vec<Holder> {
    let mut out: Vec<Holder> = Vec::new();
    let mut places: BTreeMap<(bool, String), usize> = BTreeMap::new();
    for (bodies, earlier) in [(old, true), (new, false)] {
        for seat in bodies.iter().flat_map(|body| &body.seats) {
            let (name, organisation) = holder(language, seat);
            let key = (organisation, fold(name));
            let place = *places.entry(key).or_insert_with(|| {
                out.push(Holder {
                    name: name.to_owned(),
                    organisation,
                    before: Held::default(),
                    after: Held::default(),
                    anonymous: false,
                    tally: Tally::default(),
                });
                out.len() - 1
            });
            if let Some(found) = out.get_mut(place) {
                let held = if earlier {
                    &mut found.before
                } else {
                    &mut found.after
                };
                let several = seat.number != SeatNumber::Exactly(1);
                found.anonymous |= several && !organisation;
                match seat.number {
                    SeatNumber::Exactly(n) => held.seats = held.seats.saturating_add(n),
                    SeatNumber::AtLeast(n) => {
                        held.seats = held.seats.saturating_add(n);
                        held.at_least = true;
                    }
                    SeatNumber::Open => held.open += 1,
                }
            }
        }
    }
    settle(&mut out);
    out
}

/// Who holds a seat, and whether it is an organisation.
fn holder(language: Language, seat: &Seat) -> (&str, bool) {
    for (text, organisation) in [
        (&seat.organisation, true),
        (&seat.post, false),
        (&seat.sector, false),
    ] {
        let text = text.as_deref().unwrap_or_default().trim();
        if !text.is_empty() {
            return (text, organisation);
        }
    }
    (Label::HolderNotStated.in_language(language), false)
}
