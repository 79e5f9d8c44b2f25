//! The rows of the ledger, made from the comparison and from what the bodies say themselves.

use std::collections::BTreeMap;

use super::parents::{self, Lines};
use super::{ChangeRow, Named, Parent, Place, Tie, Turn, said};
use crate::compare::{Bodies, Comparison, Row, bodies_of, phrase};
use crate::model::{Body, BodyId, Certainty, Language, Project, Standing, Structure, Word};
use crate::report::amount::{Amount, Shift};
use crate::say::{self, Label, Sentence};

/// Both structures by id.
pub(super) struct Sides<'a> {
    project: &'a Project,
    pub(super) before: Bodies<'a>,
    pub(super) after: Bodies<'a>,
    lines_before: Lines<'a>,
    lines_after: Lines<'a>,
    /// The rows in which each later body stands.
    origins: BTreeMap<&'a BodyId, Vec<&'a Row>>,
}

impl<'a> Sides<'a> {
    pub(super) fn new(
        project: &'a Project,
        old: &'a Structure,
        new: &'a Structure,
        comparison: &'a Comparison,
    ) -> Self {
        let mut origins: BTreeMap<&BodyId, Vec<&Row>> = BTreeMap::new();
        for row in &comparison.rows {
            for id in &row.to {
                origins.entry(id).or_default().push(row);
            }
        }
        Self {
            project,
            before: bodies_of(old),
            after: bodies_of(new),
            lines_before: Lines::new(old),
            lines_after: Lines::new(new),
            origins,
        }
    }

    pub(super) fn row(&self, row: &Row) -> ChangeRow {
        let stated = &row.record;
        let place = Place::Row {
            number: row.number,
            lineage: row.lineage,
        };
        let certainty = Some(&stated.certainty);
        let mut later = present(&self.after, &row.to).peekable();
        let possible = later.peek().is_some() && later.all(Body::undecided);
        let before = self.lines_before.parents(&row.from);
        let after = self.lines_after.parents(&row.to).into_iter();
        let after = after.map(|id| Parent {
            body: name(&self.after, id),
            tie: parents::tie(row, &before, id, self.origins.get(id)),
        });
        ChangeRow {
            fate: Some(row.fate),
            also: row.also.clone(),
            reports_after: after.collect(),
            source: said(row.source.as_deref()),
            reason: said(row.reason.as_deref()),
            date: said(stated.date.as_deref()),
            lead: said(stated.lead.as_deref()),
            certainty: certainty
                .filter(|c| c.known() != Some(Certainty::Stated))
                .map(|c| c.as_str().to_owned()),
            undecided: certainty.and_then(Word::known) == Some(Certainty::Undecided) || possible,
            ..self.facts(place, &row.from, &row.to, row.text.clone())
        }
    }

    /// A body of which nothing is said.
    pub(super) fn untold(&self, place: Place, body: &Named) -> ChangeRow {
        let ids = std::slice::from_ref(&body.id);
        let english = self.project.language == Language::English;
        let name = phrase::inside(&body.name);
        if place == Place::NothingAfter {
            let text = if english {
                format!("What becomes of {name} is not stated.")
            } else {
                format!("{}.", Sentence::NothingAfter.with(&[&body.name]))
            };
            self.facts(place, ids, &[], text)
        } else {
            let text = if english {
                format!("What came before {name} is not stated.")
            } else {
                format!("{}.", Sentence::NothingBefore.with(&[&body.name]))
            };
            self.facts(place, &[], ids, text)
        }
    }

    /// What the bodies of a row say themselves.
    fn facts(&self, place: Place, from: &[BodyId], to: &[BodyId], text: String) -> ChangeRow {
        let old = || present(&self.before, from);
        let new = || present(&self.after, to);
        let language = self.project.language;
        let place_of = |body: &Body| Some(standing(language, body.standing.as_str()));
        let parents = named(&self.after, self.lines_after.parents(to));
        let plain = |body| Parent {
            body,
            tie: Tie::Plain,
        };
        let kind = |body: &Body| Some(self.project.body_kind_name(body.kind.as_ref()?));
        ChangeRow {
            place,
            from: named(&self.before, from),
            to: named(&self.after, to),
            fate: None,
            also: Vec::new(),
            kind: Turn {
                before: distinct(language, old().map(kind)),
                after: distinct(language, new().map(kind)),
            },
            standing: Turn {
                before: distinct(language, old().map(place_of)),
                after: distinct(language, new().map(place_of)),
            },
            reports_before: named(&self.before, self.lines_before.parents(from)),
            reports_after: parents.into_iter().map(plain).collect(),
            meetings: Shift {
                before: Amount::meetings(old()),
                after: Amount::meetings(new()),
            },
            seats: Shift {
                before: Amount::seats(old()),
                after: Amount::seats(new()),
            },
            source: None,
            reason: None,
            date: None,
            lead: None,
            certainty: None,
            undecided: false,
            not_established: !to.is_empty()
                && new().all(|body| body.state.as_deref() == Some("not-established")),
            text,
        }
    }
}

/// The bodies of a row that exist, each once.
pub(in crate::report) fn present<'a>(
    bodies: &Bodies<'a>,
    ids: &[BodyId],
) -> impl Iterator<Item = &'a Body> {
    let mut seen: Vec<&'a Body> = Vec::new();
    for body in ids.iter().filter_map(|id| bodies.get(id)) {
        if !seen.iter().any(|known| known.id == body.id) {
            seen.push(body);
        }
    }
    seen.into_iter()
}

/// Bodies by name, each once.
pub(in crate::report) fn named<'i>(
    bodies: &Bodies<'_>,
    ids: impl IntoIterator<Item = &'i BodyId>,
) -> Vec<Named> {
    let mut out: Vec<Named> = Vec::new();
    for id in ids {
        if !out.iter().any(|known| &known.id == id) {
            out.push(name(bodies, id));
        }
    }
    out
}

fn name(bodies: &Bodies<'_>, id: &BodyId) -> Named {
    let body = bodies.get(id);
    let name = body.and_then(|body| said(Some(&body.name)));
    Named {
        id: id.clone(),
        name: name.unwrap_or_else(|| id.to_string()),
        missing: body.is_none(),
        many: body.is_some_and(|body| phrase::plural(body)),
    }
}

/// Each text once; what is not stated says so, unless nothing is.
fn distinct(language: Language, texts: impl Iterator<Item = Option<String>>) -> Vec<String> {
    let texts: Vec<Option<String>> = texts.collect();
    if texts.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut out: Vec<String> = Vec::new();
    for text in texts {
        let text = text.unwrap_or_else(|| say::say(language, Label::NotStatedInCell));
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

/// "in the family"; a word of a later version stays as it is.
pub(in crate::report) fn standing(language: Language, word: &str) -> String {
    let words = match Standing::parse(word) {
        Some(Standing::InStructure) => Label::InStructure,
        Some(Standing::Family) => Label::Family,
        Some(Standing::Outside) => Label::Outside,
        None => return word.to_owned(),
    };
    say::say(language, words)
}
