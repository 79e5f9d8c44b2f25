//! Findings: breaches of good order, of good sense and of the partnership's own rules.
//!
//! One checker per file. A finding never stops anything: the project is drawn and saved as it is.

mod dates;
mod fates;
mod glyphs;
mod grids;
mod lineage;
mod links;
mod lists;
mod loops;
mod names;
mod pins;
mod reporting;
mod rules;
mod seats;
mod second_language;
mod short_texts;
mod stages;
mod tiers;
mod time_limited;
mod unaccounted;
mod words;

#[cfg(test)]
mod lineage_tests;
#[cfg(test)]
mod short_texts_tests;
#[cfg(test)]
mod tests;

pub use crate::model::{Date, DateError, parse_date};
pub use rules::{RuleState, rule_state};

use crate::model::{Body, BodyId, LinkId, Project, Structure, StructureId};

/// How much a finding matters; the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something points at nothing: an answer would be wrong.
    Error,
    /// Two statements disagree, or a rule is broken.
    Warning,
    /// Worth a look.
    Advice,
}

impl Severity {
    /// The word in answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Which check found it, as a stable word ("reports-to-loop").
    pub rule: &'static str,
    /// The structure it is about, if it is about one.
    pub structure: Option<StructureId>,
    /// The bodies it is about.
    pub bodies: Vec<BodyId>,
    /// The links it is about.
    pub links: Vec<LinkId>,
    /// What was found, with names, as a sentence.
    pub text: String,
    /// What can be done, as a sentence.
    pub remedy: String,
}

impl Finding {
    fn new(
        severity: Severity,
        rule: &'static str,
        text: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            rule,
            structure: None,
            bodies: Vec::new(),
            links: Vec::new(),
            text: text.into(),
            remedy: remedy.into(),
        }
    }

    fn of(mut self, structure: &Structure) -> Self {
        self.structure = Some(structure.id().clone());
        self
    }

    fn bodies<'a>(mut self, ids: impl IntoIterator<Item = &'a BodyId>) -> Self {
        self.bodies = ids.into_iter().cloned().collect();
        self
    }

    fn links<'a>(mut self, ids: impl IntoIterator<Item = &'a LinkId>) -> Self {
        self.links = ids.into_iter().cloned().collect();
        self
    }
}

/// Two bodies of a structure whose pins meet; the card of the second gives way.
pub type MetPins<'a> = (&'a StructureId, [&'a BodyId; 2]);

/// Everything worth telling about a project, the gravest first, then in the order of the file.
///
/// How large cards are only the drawing knows: it tells which pins meet.
#[must_use]
pub fn check(project: &Project, met_pins: &[MetPins<'_>]) -> Vec<Finding> {
    let mut out = Vec::new();
    for structure in &project.structures {
        out.extend(names::check(structure));
        out.extend(loops::check(structure));
        out.extend(links::check(structure));
        out.extend(seats::check(structure));
        out.extend(time_limited::check(structure));
        out.extend(reporting::check(structure));
        out.extend(lists::check(project, structure));
        out.extend(tiers::check(project, structure));
        out.extend(words::check(structure));
        out.extend(grids::check(project, structure));
        out.extend(rules::check(project, structure));
        out.extend(short_texts::check(project, structure));
    }
    out.extend(pins::check(project, met_pins));
    out.extend(lineage::check(project));
    out.extend(fates::check(project));
    out.extend(unaccounted::check(project));
    out.extend(stages::check(project));
    out.extend(dates::check(project));
    out.extend(glyphs::check(project));
    out.extend(second_language::check(project));
    out.sort_by_key(|finding| finding.severity);
    out
}

/// A body's name in quotation marks, shortened when it is very long; its id when it has none.
fn quoted(body: &Body) -> String {
    let name = body.name.trim();
    quote(if name.is_empty() {
        body.id.as_str()
    } else {
        name
    })
}

/// A text in quotation marks, shortened when it is very long.
fn quote(text: &str) -> String {
    const MOST: usize = 120;
    if text.chars().count() > MOST {
        format!("“{}…”", text.chars().take(MOST).collect::<String>())
    } else {
        format!("“{text}”")
    }
}
