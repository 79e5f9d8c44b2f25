//! The fate ledger of a pair of structures: one typed row for every lineage row and for every
//! body of which nothing is said.

mod order;
mod parents;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use order::{Column, Group};
pub use parents::{Parent, Tie};

use super::amount::{Amount, Shift};
use crate::compare::{Also, Bodies, Comparison, Row, bodies_of, phrase};
use crate::model::{Body, BodyId, Certainty, Fate, LineageRow, Project, Standing, Structure, Word};
use parents::Lines;

/// The fate ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// Lineage rows in the order of the file, then earlier and later bodies without a row.
    pub rows: Vec<ChangeRow>,
    /// How many bodies of the earlier structure are accounted for, and who is not.
    pub coverage: Coverage,
}

/// What becomes of some bodies.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// Where the row stands.
    pub place: Place,
    /// Bodies of the earlier structure.
    pub from: Vec<Named>,
    /// Bodies of the later structure.
    pub to: Vec<Named>,
    /// The fate; `None` where nothing is said.
    pub fate: Option<Fate>,
    /// What changes on top.
    pub also: Vec<Also>,
    /// The kinds of body, by their names.
    pub kind: Turn,
    /// Where the bodies stand: in the structure, in the family, outside the framework.
    pub standing: Turn,
    /// Those to whom the earlier bodies report.
    pub reports_before: Vec<Named>,
    /// Those to whom the later bodies report.
    pub reports_after: Vec<Parent>,
    /// Meetings a year.
    pub meetings: Shift,
    /// Seats.
    pub seats: Shift,
    /// Where the fact comes from.
    pub source: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// When, as stated.
    pub date: Option<String>,
    /// Lead post.
    pub lead: Option<String>,
    /// How sure the row is, when it is not plainly stated.
    pub certainty: Option<String>,
    /// Whether the row or all its later bodies are not decided yet.
    pub undecided: bool,
    /// The row as one sentence.
    pub text: String,
}

/// Where a row of the ledger stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the file.
    Row {
        /// From 1, among the rows of this pair of structures (R1).
        number: usize,
        /// Place in the project's lineage, from 0.
        lineage: usize,
    },
    /// Nowhere: a body of the earlier structure of which nothing is said.
    NothingAfter,
    /// Nowhere: a body of the later structure of which nothing is said.
    NothingBefore,
}

/// A body by id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its id in its structure.
    pub id: BodyId,
    /// Its name; the id where it has none.
    pub name: String,
    /// Whether the structure has no such body.
    pub missing: bool,
    /// Whether verbs take the plural: it stands for several bodies, or its name says so.
    pub many: bool,
}

/// Words before and after, each once; a body without any counts as "not stated".
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    /// Of the earlier bodies.
    pub before: Vec<String>,
    /// Of the later bodies.
    pub after: Vec<String>,
}

/// Who is accounted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// A few words for the earlier structure.
    pub earlier: String,
    /// A few words for the later structure.
    pub later: String,
    /// All bodies of the earlier structure.
    pub bodies: usize,
    /// Those with a stated fate.
    pub stated: usize,
    /// Earlier bodies of which nothing is said.
    pub without_fate: Vec<Named>,
    /// Later bodies of which nothing is said.
    pub without_origin: Vec<Named>,
}

/// The fate ledger of a comparison; empty when the project lacks one of its structures.
#[must_use]
pub fn changes(project: &Project, comparison: &Comparison) -> Changes {
    let (Some(old), Some(new)) = (
        project.structure(&comparison.from),
        project.structure(&comparison.to),
    ) else {
        return Changes {
            rows: Vec::new(),
            coverage: Coverage::none(),
        };
    };
    let sides = Sides::new(project, old, new, comparison);
    let mut rows: Vec<ChangeRow> = comparison
        .rows
        .iter()
        .map(|row| sides.row(row, project.lineage.get(row.lineage)))
        .collect();
    let coverage = Coverage {
        earlier: old.label(),
        later: new.label(),
        bodies: old.bodies.len(),
        stated: old
            .bodies
            .len()
            .saturating_sub(comparison.unaccounted.from.len()),
        without_fate: named(&sides.before, &comparison.unaccounted.from),
        without_origin: named(&sides.after, &comparison.unaccounted.to),
    };
    for body in &coverage.without_fate {
        rows.push(sides.untold(Place::NothingAfter, body));
    }
    for body in &coverage.without_origin {
        rows.push(sides.untold(Place::NothingBefore, body));
    }
    Changes { rows, coverage }
}

/// Both structures by id.
struct Sides<'a> {
    project: &'a Project,
    before: Bodies<'a>,
    after: Bodies<'a>,
    lines_before: Lines<'a>,
    lines_after: Lines<'a>,
    /// The rows in which each later body stands.
    origins: BTreeMap<&'a BodyId, Vec<&'a Row>>,
}

impl<'a> Sides<'a> {
    fn new(
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

    fn row(&self, row: &Row, stated: Option<&LineageRow>) -> ChangeRow {
        let place = Place::Row {
            number: row.number,
            lineage: row.lineage,
        };
        let certainty = stated.map(|stated| &stated.certainty);
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
            date: said(stated.and_then(|row| row.date.as_deref())),
            lead: said(stated.and_then(|row| row.lead.as_deref())),
            certainty: certainty
                .filter(|c| c.known() != Some(Certainty::Stated))
                .map(|c| c.as_str().to_owned()),
            undecided: certainty.and_then(Word::known) == Some(Certainty::Undecided) || possible,
            ..self.facts(place, &row.from, &row.to, row.text.clone())
        }
    }

    /// A body of which nothing is said.
    fn untold(&self, place: Place, body: &Named) -> ChangeRow {
        let ids = std::slice::from_ref(&body.id);
        let name = phrase::inside(&body.name);
        if place == Place::NothingAfter {
            let text = format!("The paper does not say what becomes of {name}.");
            self.facts(place, ids, &[], text)
        } else {
            let text = format!("The paper does not say what came before {name}.");
            self.facts(place, &[], ids, text)
        }
    }

    /// What the bodies of a row say themselves.
    fn facts(&self, place: Place, from: &[BodyId], to: &[BodyId], text: String) -> ChangeRow {
        let old = || present(&self.before, from);
        let new = || present(&self.after, to);
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
                before: distinct(old().map(kind)),
                after: distinct(new().map(kind)),
            },
            standing: Turn {
                before: distinct(old().map(|body| Some(standing(body.standing.as_str())))),
                after: distinct(new().map(|body| Some(standing(body.standing.as_str())))),
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
            text,
        }
    }
}

impl ChangeRow {
    /// "R1"; nothing for a body in no row.
    #[must_use]
    pub fn reference(&self) -> Option<String> {
        self.number().map(|number| format!("R{number}"))
    }

    /// Its number among the rows of this pair, from 1.
    #[must_use]
    pub fn number(&self) -> Option<usize> {
        match self.place {
            Place::Row { number, .. } => Some(number),
            Place::NothingAfter | Place::NothingBefore => None,
        }
    }

    /// Place of the row in the project's lineage, from 0.
    #[must_use]
    pub fn lineage(&self) -> Option<usize> {
        match self.place {
            Place::Row { lineage, .. } => Some(lineage),
            Place::NothingAfter | Place::NothingBefore => None,
        }
    }

    /// Whether the reporting line moved, beyond following its old parent.
    #[must_use]
    pub fn moved(&self) -> bool {
        self.also.contains(&Also::Moved)
    }

    /// Whether a body goes on as itself, perhaps under another name.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        matches!(
            self.fate,
            Some(Fate::Retained | Fate::UnderReview | Fate::Renamed)
        )
    }

    /// Whether a reporting line follows an earlier parent under another name.
    #[must_use]
    pub fn follows(&self) -> bool {
        let mut parents = self.reports_after.iter();
        parents.any(|parent| parent.tie == Tie::Follows)
    }

    /// "Merged", "Retained, moved", "New, possible", "Not stated".
    #[must_use]
    pub fn fate_words(&self) -> String {
        let Some(fate) = self.fate else {
            return super::amount::NOT_STATED.to_owned();
        };
        let mut out = fate.label().to_owned();
        if self.moved() {
            out.push_str(", moved");
        }
        if self.undecided {
            out.push_str(if fate == Fate::Created {
                ", possible"
            } else {
                ", not decided"
            });
        }
        out
    }

    /// Where the row stands among the others by weight of change.
    #[must_use]
    pub fn group(&self) -> Group {
        Group::of(self.fate, self.moved())
    }
}

impl Changes {
    /// The rows of a group, in the order of the file.
    pub fn of_group(&self, group: Group) -> impl Iterator<Item = &ChangeRow> {
        self.rows.iter().filter(move |row| row.group() == group)
    }

    /// The first row that leads to a body of the later structure.
    #[must_use]
    pub fn origin(&self, later: &BodyId) -> Option<&ChangeRow> {
        let leads = |row: &&ChangeRow| row.to.iter().any(|body| &body.id == later);
        self.rows
            .iter()
            .filter(|row| row.fate.is_some())
            .find(leads)
    }

    /// How many rows have each fate, in the order of the fates; fates without rows are left out.
    #[must_use]
    pub fn fates(&self) -> Vec<(Fate, usize)> {
        let count = |fate: Fate| self.rows.iter().filter(|r| r.fate == Some(fate)).count();
        let all = Fate::ALL.iter().map(|fate| (*fate, count(*fate)));
        all.filter(|(_, n)| *n > 0).collect()
    }

    /// How many rows moved.
    #[must_use]
    pub fn moved(&self) -> usize {
        self.rows.iter().filter(|row| row.moved()).count()
    }
}

impl Place {
    /// Whether it is a row, or on which side nothing is said.
    pub(super) fn side(self) -> (bool, bool) {
        (self == Self::NothingAfter, self == Self::NothingBefore)
    }
}

impl Coverage {
    fn none() -> Self {
        Self {
            earlier: String::new(),
            later: String::new(),
            bodies: 0,
            stated: 0,
            without_fate: Vec::new(),
            without_origin: Vec::new(),
        }
    }

    /// "20 of 20 bodies of Current have a stated fate."
    #[must_use]
    pub fn sentence(&self) -> String {
        let have = if self.bodies == 1 { "has" } else { "have" };
        format!(
            "{} of {} of “{}” {have} a stated fate.",
            self.stated,
            phrase::count(self.bodies, "body", "bodies"),
            self.earlier
        )
    }

    /// Every body that no row names, with its structure.
    #[must_use]
    pub fn unaccounted(&self) -> usize {
        self.without_fate.len() + self.without_origin.len()
    }
}

/// A text without blanks around it, unless it is blank.
pub(super) fn said(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The bodies of a row that exist, each once.
pub(super) fn present<'a>(bodies: &Bodies<'a>, ids: &[BodyId]) -> impl Iterator<Item = &'a Body> {
    let mut seen: Vec<&'a Body> = Vec::new();
    for body in ids.iter().filter_map(|id| bodies.get(id)) {
        if !seen.iter().any(|known| known.id == body.id) {
            seen.push(body);
        }
    }
    seen.into_iter()
}

/// Bodies by name, each once.
pub(super) fn named<'i>(
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
    let name = body.map(|body| body.name.split_whitespace().collect::<Vec<_>>().join(" "));
    Named {
        id: id.clone(),
        name: name
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| id.to_string()),
        missing: body.is_none(),
        many: body.is_some_and(|body| phrase::plural(body)),
    }
}

/// Each text once; what is not stated says so, unless nothing is.
fn distinct(texts: impl Iterator<Item = Option<String>>) -> Vec<String> {
    let texts: Vec<Option<String>> = texts.collect();
    if texts.iter().all(Option::is_none) {
        return Vec::new();
    }
    let mut out: Vec<String> = Vec::new();
    for text in texts {
        let text = text.unwrap_or_else(|| super::amount::NOT_STATED.to_lowercase());
        if !out.contains(&text) {
            out.push(text);
        }
    }
    out
}

/// "in the family"; a word of a later version stays as it is.
pub(super) fn standing(word: &str) -> String {
    match Standing::parse(word) {
        Some(Standing::InStructure) => "in the structure".to_owned(),
        Some(Standing::Family) => "in the family".to_owned(),
        Some(Standing::Outside) => "outside the framework".to_owned(),
        None => word.to_owned(),
    }
}
