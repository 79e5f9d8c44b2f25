//! The order of the ledger's rows: by weight of change, or by a column.

use std::cmp::Ordering;

use super::{ChangeRow, Changes, Named};
use crate::model::{Certainty, Fate, Language, Word, fold};
use crate::report::amount::Shift;
use crate::report::natural;
use crate::say::{self, Label};

/// What a row tells, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Its place is taken by another body.
    Replaced,
    /// Becomes one body with others.
    Merged,
    /// Becomes several bodies.
    Split,
    /// Goes on under another name.
    Renamed,
    /// Goes on, but reports to somebody else.
    Moved,
    /// Has no predecessor.
    New,
    /// Has no successor.
    Ended,
    /// Nothing is said.
    NotStated,
    /// Goes on; its terms are being reviewed.
    UnderReview,
    /// Goes on as it is.
    Retained,
}

impl Group {
    /// All of them, in their order.
    pub const ALL: [Self; 10] = [
        Self::Replaced,
        Self::Merged,
        Self::Split,
        Self::Renamed,
        Self::Moved,
        Self::New,
        Self::Ended,
        Self::NotStated,
        Self::UnderReview,
        Self::Retained,
    ];

    /// The group of a row; bodies that go on but report to somebody else stand under "Moved".
    #[must_use]
    pub fn of(fate: Option<Fate>, moved: bool) -> Self {
        match fate {
            None => Self::NotStated,
            Some(Fate::Retained | Fate::UnderReview) if moved => Self::Moved,
            Some(Fate::Retained) => Self::Retained,
            Some(Fate::UnderReview) => Self::UnderReview,
            Some(Fate::Renamed) => Self::Renamed,
            Some(Fate::Merged) => Self::Merged,
            Some(Fate::Split) => Self::Split,
            Some(Fate::Replaced) => Self::Replaced,
            Some(Fate::Ended) => Self::Ended,
            Some(Fate::Created) => Self::New,
        }
    }

    /// The word on screen and paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.word_in(Language::English)
    }

    /// The same in a language.
    #[must_use]
    pub fn word_in(self, language: Language) -> &'static str {
        match self.fate() {
            Some(fate) => say::fate(language, fate),
            None if self == Self::Moved => Label::FateMoved.in_language(language),
            None => Label::NotStated.in_language(language),
        }
    }

    /// The fate of the group; nothing for moves and for bodies of which nothing is said.
    #[must_use]
    pub fn fate(self) -> Option<Fate> {
        match self {
            Self::Replaced => Some(Fate::Replaced),
            Self::Merged => Some(Fate::Merged),
            Self::Split => Some(Fate::Split),
            Self::Renamed => Some(Fate::Renamed),
            Self::New => Some(Fate::Created),
            Self::Ended => Some(Fate::Ended),
            Self::UnderReview => Some(Fate::UnderReview),
            Self::Retained => Some(Fate::Retained),
            Self::Moved | Self::NotStated => None,
        }
    }
}

/// A column of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// R1, R2.
    Reference,
    /// Earlier bodies.
    From,
    /// What becomes of them, weightiest first.
    Fate,
    /// Later bodies.
    To,
    /// Earlier parents.
    ReportsBefore,
    /// Later parents.
    ReportsAfter,
    /// Meetings a year, after then before.
    Meetings,
    /// Seats, after then before.
    Seats,
    /// Where the fact comes from.
    Source,
    /// Why.
    Reason,
    /// When.
    Date,
    /// Lead post.
    Lead,
    /// How sure.
    Certainty,
}

impl Column {
    /// All of them, in the order of a full table.
    pub const ALL: [Self; 13] = [
        Self::Reference,
        Self::From,
        Self::Fate,
        Self::To,
        Self::ReportsBefore,
        Self::ReportsAfter,
        Self::Meetings,
        Self::Seats,
        Self::Source,
        Self::Reason,
        Self::Date,
        Self::Lead,
        Self::Certainty,
    ];

    /// The head of the column.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.words().in_language(Language::English)
    }

    /// The head of the column in every language.
    #[must_use]
    pub fn words(self) -> Label {
        match self {
            Self::Reference => Label::Ref,
            Self::From => Label::From,
            Self::Fate => Label::Fate,
            Self::To => Label::To,
            Self::ReportsBefore => Label::ReportsBefore,
            Self::ReportsAfter => Label::ReportsAfter,
            Self::Meetings => Label::Meetings,
            Self::Seats => Label::Seats,
            Self::Source => Label::Source,
            Self::Reason => Label::Reason,
            Self::Date => Label::Date,
            Self::Lead => Label::Lead,
            Self::Certainty => Label::Certainty,
        }
    }
}

impl Changes {
    /// Places of the rows by weight of change; within one weight those that change on top first,
    /// then in the order of the file.
    #[must_use]
    pub fn by_weight(&self) -> Vec<usize> {
        self.sorted_by(|a, b| weight(a).cmp(&weight(b)))
    }

    /// Places of the rows by a column. Rows without a value come last in both directions; equal
    /// ones stay in the order of the file.
    #[must_use]
    pub fn sorted(&self, column: Column, descending: bool) -> Vec<usize> {
        self.sorted_by(|a, b| {
            let blank = a.blank(column).cmp(&b.blank(column));
            let order = a.order(b, column);
            blank.then(if descending { order.reverse() } else { order })
        })
    }

    fn sorted_by(&self, order: impl Fn(&ChangeRow, &ChangeRow) -> Ordering) -> Vec<usize> {
        let mut rows: Vec<(usize, &ChangeRow)> = self.rows.iter().enumerate().collect();
        rows.sort_by(|(_, a), (_, b)| order(a, b));
        rows.into_iter().map(|(at, _)| at).collect()
    }
}

fn weight(row: &ChangeRow) -> (Group, bool) {
    (row.group(), row.also.is_empty())
}

impl ChangeRow {
    /// Whether the row has no value in a column.
    #[must_use]
    pub fn blank(&self, column: Column) -> bool {
        match column {
            Column::Reference => self.reference().is_none(),
            Column::From => self.from.is_empty(),
            Column::To => self.to.is_empty(),
            Column::Fate => self.fate.is_none(),
            Column::ReportsBefore => self.reports_before.is_empty(),
            Column::ReportsAfter => self.reports_after.is_empty(),
            Column::Meetings => unknown(&self.meetings),
            Column::Seats => unknown(&self.seats),
            Column::Certainty => false,
            _ => self.text_of(column).is_none(),
        }
    }

    /// The order of two rows by a column, as far as both have a value.
    #[must_use]
    pub fn order(&self, other: &Self, column: Column) -> Ordering {
        match column {
            Column::Reference => self.number().cmp(&other.number()),
            Column::From => names(&self.from).cmp(&names(&other.from)),
            Column::To => names(&self.to).cmp(&names(&other.to)),
            Column::Fate => weight(self).cmp(&weight(other)),
            Column::ReportsBefore => names(&self.reports_before).cmp(&names(&other.reports_before)),
            Column::ReportsAfter => {
                let names = |row: &Self| -> Vec<String> {
                    let parents = row.reports_after.iter();
                    parents.map(|parent| fold(&parent.body.name)).collect()
                };
                names(self).cmp(&names(other))
            }
            Column::Meetings => shift(&self.meetings, &other.meetings),
            Column::Seats => shift(&self.seats, &other.seats),
            Column::Certainty => certainty(self).cmp(&certainty(other)),
            _ => natural::compare(
                self.text_of(column).unwrap_or_default(),
                other.text_of(column).unwrap_or_default(),
            ),
        }
    }

    fn text_of(&self, column: Column) -> Option<&str> {
        match column {
            Column::Source => self.source.as_deref(),
            Column::Reason => self.reason.as_deref(),
            Column::Date => self.date.as_deref(),
            Column::Lead => self.lead.as_deref(),
            _ => None,
        }
    }
}

fn names(bodies: &[Named]) -> Vec<String> {
    bodies.iter().map(|body| fold(&body.name)).collect()
}

/// Surest first; words of later versions last.
fn certainty(row: &ChangeRow) -> usize {
    let Some(text) = &row.certainty else {
        return 0;
    };
    let known = Word::<Certainty>::read(text).known();
    let place = known.and_then(|word| Certainty::ALL.iter().position(|other| *other == word));
    place.unwrap_or(Certainty::ALL.len())
}

/// Whether neither side gives a number.
fn unknown(shift: &Shift) -> bool {
    shift.before.is_unknown() && shift.after.is_unknown()
}

fn shift(a: &Shift, b: &Shift) -> Ordering {
    a.after.order(&b.after).then(a.before.order(&b.before))
}
