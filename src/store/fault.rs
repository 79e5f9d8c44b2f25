//! What is wrong with a file: every fault with its place, a sentence and what to do.

use std::fmt;

/// Where in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Path of fields such as `structures[1].bodies[3].name`; empty for the file as a whole.
    pub path: String,
    /// Line, from 1; absent when the file as a whole is meant.
    pub line: Option<usize>,
    /// Column in characters, from 1.
    pub column: Option<usize>,
    /// The record, as people know it: `body “Culture Forum”`.
    pub record: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, "line {line}, column {column}")?;
            between = ", ";
        }
        if let Some(record) = &self.record {
            write!(f, "{between}{record}")?;
            between = ", ";
        }
        if !self.path.is_empty() {
            write!(f, "{between}{}", self.path)?;
        }
        Ok(())
    }
}

/// One reason why a file cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub place: Place,
    /// What is wrong, a sentence.
    pub what: String,
    /// What to do, a sentence.
    pub remedy: String,
}

impl Fault {
    /// A fault of the file as a whole.
    pub(super) fn of_file(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            place: Place::default(),
            what: what.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        if place.is_empty() {
            write!(f, "{} {}", self.what, self.remedy)
        } else {
            let mut chars = place.chars();
            let first = chars.next().map(|c| c.to_ascii_uppercase());
            for c in first.into_iter().chain(chars) {
                write!(f, "{c}")?;
            }
            write!(f, ": {} {}", self.what, self.remedy)
        }
    }
}

/// Why a file cannot be opened: all its faults, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentences())]
pub struct LoadError {
    /// The faults; at least one.
    pub faults: Vec<Fault>,
    /// Faults beyond those kept.
    pub more: usize,
}

impl LoadError {
    /// The most faults that are kept; the rest are counted.
    pub const KEPT: usize = 1_000;

    fn sentences(&self) -> String {
        use fmt::Write as _;
        let mut out = String::from("This file cannot be opened.");
        match self.faults.as_slice() {
            [only] if self.more == 0 => {
                out.push(' ');
                out.push_str(&only.to_string());
            }
            all => {
                out = format!(
                    "This file cannot be opened: it has {} faults.",
                    all.len() + self.more
                );
                for fault in all {
                    // Writing to a text cannot fail.
                    let _ = write!(out, "\n- {fault}");
                }
                if self.more > 0 {
                    let _ = write!(out, "\n- … and {} more.", self.more);
                }
            }
        }
        out
    }
}

impl From<Fault> for LoadError {
    fn from(fault: Fault) -> Self {
        Self {
            faults: vec![fault],
            more: 0,
        }
    }
}

/// Something in a valid file that a person should know of; the file is opened all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadIssue {
    /// Where.
    pub place: Place,
    /// What it is and what happens with it, a sentence.
    pub what: String,
}

impl fmt::Display for LoadIssue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        if place.is_empty() {
            f.write_str(&self.what)
        } else {
            write!(f, "{} ({place})", self.what)
        }
    }
}
