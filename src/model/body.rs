//! A body in one structure, its seats and its meetings.

use super::{BodyId, Certainty, Extra, InSecond, KindId, Standing, TierId, Word};

/// A board, forum, partnership, group, event, post or outside organisation in one structure.
///
/// The body of today and the body of tomorrow are two of these, joined by lineage.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Unique in its structure, unchanged by renaming.
    pub id: BodyId,
    /// Full name.
    pub name: String,
    /// Short form ("PSDS").
    pub short: Option<String>,
    /// Other spellings of the same name.
    pub aliases: Vec<String>,
    /// Kind of body, from the project's list.
    pub kind: Option<KindId>,
    /// Tier, from the project's list.
    pub tier: Option<TierId>,
    /// In the structure, in the family, or outside.
    pub standing: Word<Standing>,
    /// Stated, implied or undecided.
    pub certainty: Word<Certainty>,
    /// A state such as `not-established`, `shadow`, `time-limited`.
    pub state: Option<String>,
    /// Set when this record stands for several bodies of one sort.
    pub count: Option<ClassCount>,
    /// Date from which it exists, as far as known.
    pub from: Option<String>,
    /// Date until which it exists, as far as known.
    pub until: Option<String>,
    /// Date from which it exists in shadow form.
    pub shadow_from: Option<String>,
    /// Date from which it is statutory.
    pub statutory_from: Option<String>,
    /// What it is for.
    pub purpose: Option<String>,
    /// What it does.
    pub roles: Vec<String>,
    /// Places on it.
    pub seats: Vec<Seat>,
    /// How often it meets.
    pub meetings: Meetings,
    /// Who chairs it (a post).
    pub chair: Option<String>,
    /// Lead post.
    pub lead: Option<String>,
    /// Quorum, in words.
    pub quorum: Option<String>,
    /// Review date or rule.
    pub review: Option<String>,
    /// Anything else.
    pub note: Option<String>,
    /// Where the facts come from.
    pub source: Option<String>,
    /// Where a person put it, if a person did.
    pub pin: Option<Pin>,
    /// Fields of later versions inside the pin; written only with a pin.
    pub pin_extra: Extra,
    /// Its words in the second language.
    pub in_second: InSecond,
    /// Fields of later versions.
    pub extra: Extra,
}

impl Body {
    /// A body with an id and a name, everything else not stated.
    #[must_use]
    pub fn new(id: BodyId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            short: None,
            aliases: Vec::new(),
            kind: None,
            tier: None,
            standing: Word::default(),
            certainty: Word::default(),
            state: None,
            count: None,
            from: None,
            until: None,
            shadow_from: None,
            statutory_from: None,
            purpose: None,
            roles: Vec::new(),
            seats: Vec::new(),
            meetings: Meetings::default(),
            chair: None,
            lead: None,
            quorum: None,
            review: None,
            note: None,
            source: None,
            pin: None,
            pin_extra: Extra::default(),
            in_second: InSecond::default(),
            extra: Extra::default(),
        }
    }

    /// Whether it stands in the structure itself, neither in the family nor outside.
    #[must_use]
    pub fn in_structure(&self) -> bool {
        !matches!(
            self.standing.known(),
            Some(Standing::Family | Standing::Outside)
        )
    }

    /// Whether it stands outside the framework.
    #[must_use]
    pub fn outside(&self) -> bool {
        self.standing.known() == Some(Standing::Outside)
    }

    /// Whether it is not decided yet.
    #[must_use]
    pub fn undecided(&self) -> bool {
        self.certainty.known() == Some(Certainty::Undecided)
    }

    /// What is known about the number of its seats.
    #[must_use]
    pub fn seat_count(&self) -> SeatCount {
        let mut out = SeatCount::default();
        for seat in &self.seats {
            match seat.number {
                SeatNumber::Exactly(n) => out.listed = out.listed.saturating_add(n),
                SeatNumber::AtLeast(n) => {
                    out.listed = out.listed.saturating_add(n);
                    out.minimum_rows += 1;
                }
                SeatNumber::Open => out.open_rows += 1,
            }
        }
        out
    }
}

/// How many bodies a class stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassCount {
    /// So many.
    Number(u32),
    /// Not stated.
    Unknown,
}

/// A place on a body: a post or organisation, how many, on what condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// The post that holds it.
    pub post: Option<String>,
    /// The organisation that fills it.
    pub organisation: Option<String>,
    /// The sector of the organisation.
    pub sector: Option<String>,
    /// How many.
    pub number: SeatNumber,
    /// On what condition.
    pub condition: Option<String>,
    /// The body through which it is filled.
    pub through: Option<BodyId>,
    /// Anything else.
    pub note: Option<String>,
    /// Its words in the second language.
    pub in_second: InSecond,
    /// Fields of later versions.
    pub extra: Extra,
}

/// How many places a seat row means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SeatNumber {
    /// Exactly so many.
    Exactly(u32),
    /// So many or more.
    AtLeast(u32),
    /// Not stated.
    #[default]
    Open,
}

/// The seats of a body, added up; unknown numbers are counted as rows, never as zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeatCount {
    /// Known seats, minimums included.
    pub listed: u32,
    /// Rows whose number is open.
    pub open_rows: u32,
    /// Rows that give a minimum.
    pub minimum_rows: u32,
}

/// How often a body meets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meetings {
    /// Meetings a year, when known.
    pub per_year: Option<f64>,
    /// The words of the source ("6 weekly (8 per year)").
    pub as_stated: Option<String>,
    /// Fields of later versions.
    pub extra: Extra,
}

/// A place given by a person: top-left corner in whole pt of the structure's own page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}
