//! A structure at a month: what is there, in shadow form, statutory, over, or not yet there.
//!
//! Dates are those of the bodies, then those of lineage rows: a dated row that makes a body dates
//! its start, one that ends it dates its end. A date without a month holds in all of its year,
//! with words that say so. A body without any date is there. The date of a structure is that of
//! a paper as often as not, and says nothing here.

use std::collections::BTreeMap;

use super::fate::{bodies_of, fate_among};
use super::phrase;
use crate::model::{Body, BodyId, Date, Fate, LineageRow, Project, Structure, Word, parse_date};

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: u16,
    /// From 1.
    pub month: u8,
}

impl Month {
    /// The next month.
    #[must_use]
    pub fn next(self) -> Self {
        match self.month {
            12.. => Self {
                year: self.year.saturating_add(1),
                month: 1,
            },
            month => Self {
                month: month + 1,
                ..self
            },
        }
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.month {
            0 | 1 => Self {
                year: self.year.saturating_sub(1),
                month: 12,
            },
            month => Self {
                month: month - 1,
                ..self
            },
        }
    }

    /// "April 2011".
    #[must_use]
    pub fn words(self) -> String {
        phrase::date(&format!("{:04}-{:02}", self.year, self.month))
    }
}

/// How a body stands at a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is there.
    There,
    /// It is there in shadow form.
    Shadow,
    /// It is there with statutory powers.
    Statutory,
    /// It is not there yet.
    NotYet,
    /// It is over.
    Ended,
}

impl State {
    /// The words on a card.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::There => "There",
            Self::Shadow => "In shadow form",
            Self::Statutory => "Statutory",
            Self::NotYet => "Not yet there",
            Self::Ended => "Ended",
        }
    }
}

/// A body at a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How it stands.
    pub state: State,
    /// Whether any date tells.
    pub dated: bool,
    /// What is vague: "from 2011, month not stated".
    pub vague: Vec<String>,
}

/// The bodies of a structure at a month, in their order.
pub type Stage = Vec<(BodyId, Standing)>;

/// Every body of a structure as it stands at a month.
#[must_use]
pub fn stage_at(project: &Project, structure: &Structure, at: Month) -> Stage {
    let rows = RowDates::of(project, structure);
    let bodies = structure.bodies.iter();
    bodies
        .map(|body| (body.id.clone(), standing(body, &rows, at)))
        .collect()
}

/// The months in which something changes, with one month before; nothing without dates.
#[must_use]
pub fn span(project: &Project, structure: &Structure) -> Option<(Month, Month)> {
    let rows = RowDates::of(project, structure);
    let dates: Vec<Date> = structure
        .bodies
        .iter()
        .flat_map(|body| {
            let (start, end) = ends(body, &rows);
            [
                start,
                end,
                date(&body.shadow_from),
                date(&body.statutory_from),
            ]
        })
        .flatten()
        .collect();
    let first = dates.iter().map(|date| first_month(*date)).min()?;
    let last = dates.iter().map(|date| last_month(*date)).max()?;
    Some((first.previous(), last.next()))
}

/// The stage in a sentence: "April 2011: Shadow Board is in shadow form; 2 bodies are not yet
/// there."
#[must_use]
pub fn caption(structure: &Structure, stage: &Stage, at: Month) -> String {
    /// So many are named, more are counted.
    const MOST: usize = 2;
    let bodies = bodies_of(structure);
    let of = |wanted: State| -> Vec<&Body> {
        let those = stage.iter().filter(|(_, s)| s.state == wanted && s.dated);
        those
            .filter_map(|(id, _)| bodies.get(id).copied())
            .collect()
    };
    let mut parts: Vec<String> = Vec::new();
    for (state, one, many) in [
        (State::Shadow, "is in shadow form", "are in shadow form"),
        (State::Statutory, "is statutory", "are statutory"),
        (State::There, "is there", "are there"),
        (State::NotYet, "is not yet there", "are not yet there"),
        (State::Ended, "has ended", "have ended"),
    ] {
        match of(state).as_slice() {
            [] => {}
            [body] => {
                let verb = if phrase::plural(body) { many } else { one };
                parts.push(format!("{} {verb}", phrase::inside(body.name.trim())));
            }
            few if few.len() <= MOST => {
                let names = few.iter().map(|body| phrase::inside(body.name.trim()));
                parts.push(format!("{} {many}", phrase::list(names)));
            }
            several => parts.push(format!("{} bodies {many}", several.len())),
        }
    }
    let silent = stage.iter().filter(|(_, standing)| !standing.dated).count();
    if silent > 0 {
        let bodies = phrase::count(silent, "body", "bodies");
        parts.push(format!("{bodies} without a date"));
    }
    if parts.is_empty() {
        parts.push("no body".to_owned());
    }
    format!("{}: {}.", at.words(), parts.join("; "))
}

/// Dates that lineage gives to the bodies of one structure.
#[derive(Default)]
struct RowDates<'a> {
    starts: BTreeMap<&'a BodyId, Date>,
    ends: BTreeMap<&'a BodyId, Date>,
}

impl<'a> RowDates<'a> {
    fn of(project: &'a Project, structure: &'a Structure) -> Self {
        let mut out = Self::default();
        for row in &project.lineage {
            let Some(date) = date(&row.date) else {
                continue;
            };
            let turns = turns(project, row);
            if &row.to_structure == structure.id() && turns {
                for id in row.to.iter().filter(|id| !row.from.contains(id)) {
                    out.starts.entry(id).or_insert(date);
                }
            }
            if &row.from_structure == structure.id() && turns {
                for id in row.from.iter().filter(|id| !row.to.contains(id)) {
                    out.ends.entry(id).or_insert(date);
                }
            }
        }
        out
    }
}

/// Whether bodies begin and end with the row; what is retained or renamed goes on.
fn turns(project: &Project, row: &LineageRow) -> bool {
    let fate = row.fate.as_ref().and_then(Word::known).or_else(|| {
        let old = project.structure(&row.from_structure)?;
        let new = project.structure(&row.to_structure)?;
        Some(fate_among(row, &bodies_of(old), &bodies_of(new)))
    });
    !matches!(
        fate,
        None | Some(Fate::Retained | Fate::UnderReview | Fate::Renamed)
    )
}

fn date(text: &Option<String>) -> Option<Date> {
    parse_date(text.as_deref()?).ok()
}

/// When a body begins and ends, its own dates first.
fn ends(body: &Body, rows: &RowDates<'_>) -> (Option<Date>, Option<Date>) {
    let start = date(&body.from).or_else(|| {
        let shadow = date(&body.shadow_from);
        shadow.or_else(|| rows.starts.get(&body.id).copied())
    });
    let end = date(&body.until).or_else(|| rows.ends.get(&body.id).copied());
    (start, end)
}

fn standing(body: &Body, rows: &RowDates<'_>, at: Month) -> Standing {
    let (start, end) = ends(body, rows);
    let shadow = date(&body.shadow_from);
    let statutory = date(&body.statutory_from);
    let dated = [start, end, shadow, statutory].iter().any(Option::is_some);
    let mut vague = Vec::new();
    let mut note = |words: &str, date: Option<Date>| {
        if let Some(date) = date.filter(|date| unclear(*date, at)) {
            vague.push(format!("{words} {}", exactly(date)));
        }
    };
    note("from", start);
    note(
        "statutory from",
        statutory.filter(|date| Some(*date) != start),
    );
    note("until", end);
    let begun = |date: Option<Date>| date.is_some_and(|date| first_month(date) <= at);
    // The last month belongs to it where its own "until" says so; a row names the first without it.
    let over = match (date(&body.until), end) {
        (Some(until), _) => last_month(until) < at,
        (None, Some(row)) if row.month.is_some() => first_month(row) <= at,
        (None, Some(row)) => last_month(row) < at,
        (None, None) => false,
    };
    let waits = match start.or(statutory) {
        Some(first) => first_month(first) > at,
        None => false,
    };
    let state = if over {
        State::Ended
    } else if waits {
        State::NotYet
    } else if begun(statutory) {
        State::Statutory
    } else if begun(shadow) || body.state.as_deref() == Some("shadow") {
        State::Shadow
    } else {
        State::There
    };
    Standing {
        state,
        dated,
        vague,
    }
}

/// Whether the month alone does not tell if the date is past.
fn unclear(date: Date, at: Month) -> bool {
    match (date.month, date.day) {
        (None, _) => date.year == at.year,
        (Some(_), Some(day)) => first_month(date) == at && day > 1,
        (Some(_), None) => false,
    }
}

/// "2011, month not stated", "15 April 2011".
fn exactly(date: Date) -> String {
    match (date.month, date.day) {
        (Some(month), Some(day)) => phrase::date(&format!("{:04}-{month:02}-{day:02}", date.year)),
        _ => format!("{}, month not stated", date.year),
    }
}

fn first_month(date: Date) -> Month {
    Month {
        year: date.year,
        month: date.month.unwrap_or(1),
    }
}

fn last_month(date: Date) -> Month {
    Month {
        year: date.year,
        month: date.month.unwrap_or(12),
    }
}
