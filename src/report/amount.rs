//! Numbers of which a part may be unknown; what is unknown is never a zero.

use std::cmp::Ordering;

use crate::compare::phrase;
use crate::model::{Body, Language, SeatNumber, fold};
use crate::say::{self, Label, Phrase};

/// What stands where a fact is blank.
pub const NOT_STATED: &str = "Not stated";

/// A number added up over some bodies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amount {
    /// The known part.
    pub known: f64,
    /// Whether the known part is a least ("25 or more").
    pub at_least: bool,
    /// How many bodies have a number.
    pub counted: usize,
    /// How many bodies have none.
    pub unknown: usize,
    /// What the source says where it gives no number ("as often as the group decides").
    pub stated: Vec<String>,
}

impl Amount {
    /// Meetings a year of some bodies.
    #[must_use]
    pub fn meetings<'a>(bodies: impl IntoIterator<Item = &'a Body>) -> Self {
        let mut out = Self::default();
        for body in bodies {
            out.add(meetings_of(body), false);
            if meetings_of(body).is_none() {
                out.stated.extend(stated(body));
            }
        }
        out
    }

    /// Seats of some bodies, from their seat rows only.
    #[must_use]
    pub fn seats<'a>(bodies: impl IntoIterator<Item = &'a Body>) -> Self {
        let mut out = Self::default();
        for body in bodies {
            out.add(seats_of(body).map(f64::from), seats_are_least(body));
        }
        out
    }

    /// Seats times meetings a year of some bodies.
    #[must_use]
    pub fn seat_meetings<'a>(bodies: impl IntoIterator<Item = &'a Body>) -> Self {
        let mut out = Self::default();
        for body in bodies {
            let product = meetings_of(body).zip(seats_of(body));
            let product = product.map(|(meetings, seats)| meetings * f64::from(seats));
            out.add(product, seats_are_least(body));
        }
        out
    }

    /// Adds the number of one body.
    pub fn add(&mut self, number: Option<f64>, at_least: bool) {
        match number {
            Some(number) => {
                self.known += number;
                self.counted += 1;
                self.at_least |= at_least;
            }
            None => self.unknown += 1,
        }
    }

    /// Whether it is about no body at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counted == 0 && self.unknown == 0
    }

    /// Whether no number is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.counted == 0
    }

    /// "8", "25 or more", "8; 1 not stated", "“monthly”", "Not stated".
    #[must_use]
    pub fn words(&self) -> String {
        self.words_in(Language::English)
    }

    /// The same in a language.
    #[must_use]
    pub fn words_in(&self, language: Language) -> String {
        if self.is_unknown() {
            return self.unknown_words(language);
        }
        let number = self.number(language);
        match self.unknown {
            0 => number,
            n => say::with(language, Label::SomeNotStated, &[&number, &n.to_string()]),
        }
    }

    /// "8", "25 or more"; of what is known alone.
    #[must_use]
    pub fn number(&self, language: Language) -> String {
        let number = phrase::number(self.known);
        if self.at_least {
            say::with(language, Phrase::OrMore, &[&number])
        } else {
            number
        }
    }

    /// Whether neither a number nor words are stated.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.is_unknown() && self.words() == NOT_STATED
    }

    fn unknown_words(&self, language: Language) -> String {
        let not_stated = || say::say(language, Label::NotStated);
        let [first, rest @ ..] = self.stated.as_slice() else {
            return not_stated();
        };
        let same = self.stated.len() == self.unknown
            && rest.iter().all(|words| fold(words) == fold(first));
        if same {
            format!("“{first}”")
        } else {
            not_stated()
        }
    }

    /// The order by number; what is unknown has no place in it.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let number = self.known.total_cmp(&other.known);
        number.then((self.at_least, self.unknown).cmp(&(other.at_least, other.unknown)))
    }
}

/// A number before and after.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shift {
    /// Of the earlier bodies.
    pub before: Amount,
    /// Of the later bodies.
    pub after: Amount,
}

impl Shift {
    /// "8 to 4", "29 to 25 or more", "not stated to 2"; one value where nothing changes or only
    /// one side has bodies.
    #[must_use]
    pub fn words(&self) -> String {
        self.words_in(Language::English)
    }

    /// The same in a language.
    #[must_use]
    pub fn words_in(&self, language: Language) -> String {
        let (before, after) = (
            self.before.words_in(language),
            self.after.words_in(language),
        );
        if self.before.is_empty() || fold(&before) == fold(&after) {
            return after;
        }
        if self.after.is_empty() {
            return before;
        }
        let small = |amount: &Amount, words: String| {
            if amount.is_silent() {
                words.to_lowercase()
            } else {
                words
            }
        };
        let (before, after) = (small(&self.before, before), small(&self.after, after));
        say::with(language, Label::NumberTo, &[&before, &after])
    }

    /// Whether neither side has a number or words.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let blank = |amount: &Amount| amount.is_empty() || amount.is_silent();
        blank(&self.before) && blank(&self.after)
    }
}

/// Meetings a year, when they are a number at all.
pub(super) fn meetings_of(body: &Body) -> Option<f64> {
    body.meetings.per_year.filter(|n| n.is_finite())
}

/// Known seats, minimums included; unknown when no row says a number.
pub(super) fn seats_of(body: &Body) -> Option<u32> {
    let any = body.seats.iter().any(|s| s.number != SeatNumber::Open);
    any.then(|| body.seat_count().listed)
}

fn seats_are_least(body: &Body) -> bool {
    let count = body.seat_count();
    count.open_rows > 0 || count.minimum_rows > 0
}

/// The words about meetings, when they say anything.
fn stated(body: &Body) -> Option<String> {
    let words = super::changes::said(body.meetings.as_stated.as_deref())?;
    (fold(&words) != fold(NOT_STATED)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Seat;

    fn body(per_year: Option<f64>, words: &str, seats: &[SeatNumber]) -> Body {
        let mut body = Body::new("a".into(), "A");
        body.meetings.per_year = per_year;
        body.meetings.as_stated = (!words.is_empty()).then(|| words.to_owned());
        let seat = |number: &SeatNumber| Seat {
            number: *number,
            ..Seat::default()
        };
        body.seats = seats.iter().map(seat).collect();
        body
    }

    #[test]
    fn what_is_unknown_is_never_a_zero() {
        use SeatNumber::{AtLeast, Exactly, Open};
        let seats = |seats: &[SeatNumber]| Amount::seats([&body(None, "", seats)]).words();
        assert_eq!(seats(&[]), "Not stated");
        assert_eq!(seats(&[Open]), "Not stated");
        assert_eq!(seats(&[Exactly(0)]), "0");
        assert_eq!(seats(&[Exactly(20), AtLeast(5)]), "25 or more");
        assert_eq!(seats(&[Exactly(3), Open]), "3 or more");
        let meetings =
            |n: Option<f64>, words: &str| Amount::meetings([&body(n, words, &[])]).words();
        assert_eq!(meetings(None, ""), "Not stated");
        assert_eq!(meetings(None, "not stated"), "Not stated");
        assert_eq!(meetings(None, "as needed"), "“as needed”");
        assert_eq!(meetings(Some(0.0), "suspended"), "0");
        assert_eq!(meetings(Some(8.0), "6 weekly"), "8");
        assert_eq!(meetings(Some(f64::NAN), ""), "Not stated");
    }

    #[test]
    fn several_bodies_are_added_up_as_far_as_known() {
        let known = body(Some(4.0), "", &[SeatNumber::Exactly(10)]);
        let unknown = body(None, "", &[]);
        assert_eq!(
            Amount::meetings([&known, &unknown]).words(),
            "4; 1 not stated"
        );
        assert_eq!(Amount::seat_meetings([&known, &known]).words(), "80");
        assert_eq!(Amount::seat_meetings([&unknown]).words(), "Not stated");
        assert!(Amount::meetings([]).is_empty());
    }

    #[test]
    fn before_and_after_are_told_in_one_cell() {
        let shift = |before: &[&Body], after: &[&Body]| {
            Shift {
                before: Amount::meetings(before.iter().copied()),
                after: Amount::meetings(after.iter().copied()),
            }
            .words()
        };
        let (eight, four, blank) = (
            body(Some(8.0), "", &[]),
            body(Some(4.0), "", &[]),
            body(None, "", &[]),
        );
        assert_eq!(shift(&[&eight], &[&four]), "8 to 4");
        assert_eq!(shift(&[&blank], &[&four]), "not stated to 4");
        assert_eq!(shift(&[&four], &[&four]), "4");
        assert_eq!(shift(&[], &[&four]), "4");
        assert_eq!(shift(&[&four], &[]), "4");
        assert_eq!(shift(&[&blank], &[&blank]), "Not stated");
    }

    #[test]
    fn spaces_and_capitals_are_no_change() {
        let words = |words: &str| Amount::meetings([&body(None, words, &[])]);
        let shift = |before: &str, after: &str| Shift {
            before: words(before),
            after: words(after),
        };
        assert_eq!(shift("six weekly", "Six  weekly").words(), "“Six weekly”");
        assert_eq!(
            shift("six weekly", "monthly").words(),
            "“six weekly” to “monthly”"
        );
    }
}
