//! What changes in a body itself, in sentences: kind, standing, meetings, seats.

use super::prose::Teller;
use crate::compare::{Also, phrase};
use crate::model::Fate;
use crate::report::amount::{Amount, NOT_STATED, Shift};
use crate::report::changes::Turn;

impl Teller<'_> {
    pub(super) fn kind(&self) -> Option<String> {
        if !self.row.also.contains(&Also::Kind) {
            return None;
        }
        let small = |words: &[String]| phrase::list(words.iter().map(|w| phrase::lower(w)));
        Some(turn("The kind of body", &self.row.kind, small))
    }

    pub(super) fn standing(&self) -> Option<String> {
        if !self.row.also.contains(&Also::Standing) {
            return None;
        }
        let Turn { before, after } = &self.row.standing;
        Some(format!(
            "{} {} instead of {}.",
            self.they("now stands", "now stand"),
            phrase::list(after),
            phrase::list(before)
        ))
    }

    /// Meetings and seats: how they change, or what a new body has.
    pub(super) fn figures(&self) -> Vec<String> {
        let row = self.row;
        if row.fate == Some(Fate::Created) {
            return self.first_figures();
        }
        let mut out = Vec::new();
        if row.also.contains(&Also::Meetings) {
            out.extend(meetings(&row.meetings));
        }
        if row.also.contains(&Also::Seats) {
            out.push(seats(&row.seats));
        }
        out
    }

    fn first_figures(&self) -> Vec<String> {
        let row = self.row;
        let each = if self.story.rows.len() > 1 {
            " each"
        } else {
            ""
        };
        let mut out = Vec::new();
        let mut unknown = Vec::new();
        if row.seats.after.is_unknown() {
            unknown.push("seats");
        } else {
            let seats = row.seats.after.words();
            let word = if seats == "1" { "seat" } else { "seats" };
            let number = match seats.strip_suffix(" or more") {
                Some(number) => format!("at least {number}"),
                None => seats,
            };
            out.push(format!(
                "{} {number} {word}{each}.",
                self.they("has", "have")
            ));
        }
        if row.meetings.after.is_unknown() {
            if row.meetings.is_blank() {
                unknown.push("meetings");
            } else {
                let meetings = row.meetings.after.words();
                out.push(format!(
                    "Meetings are given as {meetings}; a number is not stated."
                ));
            }
        } else {
            let meetings = row.meetings.after.words();
            let times = if meetings == "1" { "time" } else { "times" };
            out.push(format!(
                "{} {meetings} {times} a year{each}.",
                self.they("meets", "meet")
            ));
        }
        if !unknown.is_empty() {
            let its = if self.many { "Their" } else { "Its" };
            out.push(format!("{its} {} are not stated.", phrase::list(unknown)));
        }
        out
    }
}

/// "Meetings a year change from 8 to 4."; what is not stated is said to be not stated.
fn meetings(shift: &Shift) -> Option<String> {
    let (before, after) = (shift.before.words(), shift.after.words());
    if before == after {
        return None;
    }
    let kind = |amount: &Amount, words: &str| match words {
        NOT_STATED => Said::Nothing,
        _ if amount.is_unknown() => Said::Words,
        _ => Said::Number,
    };
    Some(
        match (kind(&shift.before, &before), kind(&shift.after, &after)) {
            (Said::Number, Said::Number) => {
                format!("Meetings a year change from {before} to {after}.")
            }
            (Said::Words, Said::Number) => {
                format!("Meetings a year are now {after}; before, they are given only as {before}.")
            }
            (Said::Nothing, Said::Number) => {
                format!("Meetings a year are now {after}; before, they are not stated.")
            }
            (Said::Number, Said::Words) => {
                format!(
                    "Meetings are now given only as {after}; before, there were {before} a year."
                )
            }
            (Said::Words, Said::Words) => format!(
                "Meetings are given as {before} before the change and as {after} after it; a number is not stated."
            ),
            (Said::Nothing, Said::Words) => {
                format!("Meetings are now given as {after}; before, nothing is stated.")
            }
            (Said::Number, Said::Nothing) => {
                format!("Meetings are not stated any more; before, there were {before} a year.")
            }
            (_, Said::Nothing) => {
                format!("Meetings are not stated any more; before, they are given as {before}.")
            }
        },
    )
}

/// How much is said of a number.
enum Said {
    Number,
    Words,
    Nothing,
}

/// "Seats change from 29 to 25 or more."
fn seats(shift: &Shift) -> String {
    let (before, after) = (shift.before.words(), shift.after.words());
    match (before.as_str(), after.as_str()) {
        _ if before == after => "The list of seats changes.".to_owned(),
        (NOT_STATED, _) => format!("Seats are now {after}; before, they are not stated."),
        (_, NOT_STATED) => format!("Seats are not stated any more; before, there were {before}."),
        _ => format!("Seats change from {before} to {after}."),
    }
}

/// "The kind of body changes from board to forum."
fn turn(what: &str, turn: &Turn, words: impl Fn(&[String]) -> String) -> String {
    let (before, after) = (words(&turn.before), words(&turn.after));
    match (turn.before.is_empty(), turn.after.is_empty()) {
        (true, _) => format!("{what} is now {after}; before, it was not stated."),
        (_, true) => format!("{what} is not stated; before, it was {before}."),
        _ => format!("{what} changes from {before} to {after}."),
    }
}
