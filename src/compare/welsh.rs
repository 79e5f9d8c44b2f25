//! A comparison told in Welsh: what was found in the first language, with names and texts of the
//! second.

use std::collections::BTreeSet;

use super::clauses::{certainty_of_lines, listed_seats};
use super::links::{self, LinkCounts};
use super::sentence::{absorbed, body, sure_of};
use super::sides::{Ends, Side, Sides};
use super::{Also, Comparison, Row, lineage_between, phrase};
use crate::model::{
    Body, BodyId, Certainty, Fate, Language, Link, Meetings, Project, Standing, fold,
};
use crate::say::{self, Label, Sentence};

const WELSH: Language = Language::Welsh;

/// The comparison in the words of a project that is read in Welsh.
pub(super) fn told(mut found: Comparison, first: &Project, project: &Project) -> Comparison {
    let pair = |project| {
        let structure = |id| Project::structure(project, id);
        structure(&found.from).zip(structure(&found.to))
    };
    let (Some((old, new)), Some((old_first, new_first))) = (pair(project), pair(first)) else {
        return found;
    };
    let lineage = lineage_between(project, &found.from, &found.to);
    for (row, read) in found.rows.iter_mut().zip(&lineage.rows) {
        row.record.reason.clone_from(&read.record.reason);
        row.record.source.clone_from(&read.record.source);
        row.record.lead.clone_from(&read.record.lead);
        row.reason.clone_from(&read.record.reason);
        row.source.clone_from(&read.record.source);
    }
    let sides = Sides::new(old, new, found.rows.iter().map(|row| &row.record));
    let in_first = Sides::new(
        old_first,
        new_first,
        found.rows.iter().map(|row| &row.record),
    );
    let touched = links::touched(&sides, &found.links);
    for (at, row) in found.rows.iter_mut().enumerate() {
        let ends = sides.ends(at);
        let mut clauses = vec![main_clause(&sides, absorbed(&in_first, &row.record), row)];
        let further = Further {
            project,
            sides: &sides,
            in_first: &in_first,
            ends: &ends,
            row,
            links: touched.counts(&ends),
        };
        clauses.extend(row.also.iter().filter_map(|also| further.clause(*also)));
        clauses.extend(further.roles());
        let open = lineage.rows.get(at).map(|row| row.open.as_slice());
        clauses.extend(open.unwrap_or_default().iter().map(|open| {
            let structure = project.structure(&open.structure);
            let (name, label) = structure.map_or_else(
                || (open.body.to_string(), open.structure.to_string()),
                |structure| {
                    (
                        structure.body_name(&open.body).to_owned(),
                        structure.label(),
                    )
                },
            );
            let words = if open.origin {
                Sentence::OpenBefore
            } else {
                Sentence::OpenAfter
            };
            words.with(&[name.trim(), &label])
        }));
        row.text = format!("{}.", clauses.join("; "));
    }
    let now = |link: &mut Link| read(link, &new.links);
    found.links.added.iter_mut().for_each(now);
    let was = |link: &mut Link| read(link, &old.links);
    found.links.removed.iter_mut().for_each(was);
    for changed in &mut found.links.changed {
        read(&mut changed.now, &new.links);
        read(&mut changed.was, &old.links);
    }
    found
}

/// The link as its structure is read.
fn read(link: &mut Link, links: &[Link]) {
    if let Some(own) = links.iter().find(|own| own.id == link.id) {
        link.clone_from(own);
    }
}

fn names(side: &Side<'_>, ids: &[BodyId]) -> String {
    say::list(
        WELSH,
        ids.iter().map(|id| {
            let name = body(side, id).map(|body| body.name.trim());
            let name = name.filter(|name| !name.is_empty());
            name.unwrap_or(id.as_str())
        }),
    )
}

/// What becomes of the bodies, with those that go into one of them.
fn main_clause(sides: &Sides<'_>, (going, staying): (Vec<BodyId>, bool), row: &Row) -> String {
    let record = &row.record;
    let date = record.date.as_deref().map(str::trim).unwrap_or_default();
    let when = if date.is_empty() {
        String::new()
    } else {
        say::when(WELSH, date)
    };
    let sure =
        sure_of(sides, record).map_or_else(String::new, |word| format!(" ({})", certainty(&word)));
    let end = format!("{when}{sure}");
    let (before, after) = (names(&sides.old, &going), names(&sides.new, &record.to));
    let word = || say::fate(WELSH, row.fate);
    let (form, parts) = match (going.is_empty(), record.to.is_empty()) {
        (true, true) => return format!("{}{end}", Sentence::NoBody.words()),
        (false, true) if row.fate == Fate::Ended => (Sentence::Ended, [before.as_str(), ""]),
        (false, true) => (Sentence::NoSuccessor, [before.as_str(), word()]),
        (true, false) if row.fate == Fate::Created => (Sentence::Created, [after.as_str(), ""]),
        (true, false) => (Sentence::NoPredecessor, [after.as_str(), word()]),
        (false, false) => {
            let same = record.from.len() == 1 && record.to.len() == 1;
            let form = match row.fate {
                Fate::Retained if same => Sentence::Retained,
                Fate::Retained => Sentence::RetainedAs,
                Fate::UnderReview if same => Sentence::UnderReview,
                Fate::UnderReview => Sentence::UnderReviewAs,
                Fate::Renamed => Sentence::Renamed,
                Fate::Merged if staying => Sentence::MergedInto,
                Fate::Merged => Sentence::Merged,
                Fate::Split => Sentence::Split,
                Fate::Replaced if staying => Sentence::ReplacedThere,
                Fate::Replaced => Sentence::Replaced,
                Fate::Ended => Sentence::EndedBefore,
                Fate::Created => {
                    return Sentence::CreatedAfter.with(&[&after, &before, &end]);
                }
            };
            (form, [before.as_str(), after.as_str()])
        }
    };
    let [one, two] = parts;
    form.with(&[one, two, &end])
}

/// How sure, in words.
fn certainty(word: &str) -> String {
    match word {
        "not yet established" => say::say(WELSH, say::Phrase::NotYetEstablished),
        other => say::certainty(WELSH, other),
    }
}

/// What is told of a row after its fate.
struct Further<'a> {
    project: &'a Project,
    sides: &'a Sides<'a>,
    /// The same in the first language, in which it is found what is the same.
    in_first: &'a Sides<'a>,
    ends: &'a Ends,
    row: &'a Row,
    links: LinkCounts,
}

impl Further<'_> {
    fn earlier(&self) -> Vec<&Body> {
        self.sides.old.bodies_at(&self.ends.old).collect()
    }

    fn later(&self) -> Vec<&Body> {
        self.sides.new.bodies_at(&self.ends.new).collect()
    }

    fn clause(&self, also: Also) -> Option<String> {
        match also {
            Also::Moved => Some(self.moved()),
            Also::Kind => {
                let kind = |body: &Body| {
                    let kind = self.project.body_kind_name(body.kind.as_ref()?);
                    Some(phrase::lower(&kind))
                };
                Some(self.change(Label::Kind, kind))
            }
            Also::Name => self.name(),
            Also::Meetings => Some(self.change(Label::Meetings, |body| meetings(&body.meetings))),
            Also::Seats => {
                let values = |bodies: &[&Body]| self.values(bodies, seats);
                if values(&self.earlier()) == values(&self.later()) {
                    return Some(Sentence::SeatListChanges.words().to_owned());
                }
                Some(self.change(Label::Seats, seats))
            }
            Also::Standing => {
                let place = |body: &Body| Some(standing(body));
                Some(self.change(Label::Standing, place))
            }
            Also::Certainty => {
                let sure = |body: &Body| Some(say::certainty(WELSH, body.certainty.as_str()));
                let said = self.row.record.certainty.as_str();
                let again = |body: &&Body| {
                    body.certainty.known() == Some(Certainty::Stated)
                        || body.certainty.as_str() == said
                };
                let all = self.earlier().iter().chain(&self.later()).all(again);
                (!all).then(|| self.change(Label::Certainty, sure))
            }
            Also::Links => Some(self.links()),
        }
    }

    /// "Seddi: newid o 29 i 25".
    fn change(&self, what: Label, value: impl Fn(&Body) -> Option<String>) -> String {
        let what = phrase::lower(what.in_language(WELSH));
        let old = self.values(&self.earlier(), &value);
        let new = self.values(&self.later(), &value);
        match (old, new) {
            (Some(old), Some(new)) => Sentence::Changes.with(&[&what, &old, &new]),
            (None, Some(new)) => Sentence::IsNow.with(&[&what, &new]),
            (Some(old), None) => Sentence::IsNoMore.with(&[&what, &old]),
            (None, None) => Sentence::IsNotStated.with(&[&what]),
        }
    }

    /// Different values of bodies as a list; nothing where none is stated.
    fn values(&self, bodies: &[&Body], value: impl Fn(&Body) -> Option<String>) -> Option<String> {
        let mut found: Vec<Option<String>> = Vec::new();
        for body in bodies {
            let value = value(body);
            if !found.contains(&value) {
                found.push(value);
            }
        }
        if found.iter().all(Option::is_none) {
            return None;
        }
        let not_stated = || say::say(WELSH, Label::NotStatedInCell);
        let words = found
            .into_iter()
            .map(|value| value.unwrap_or_else(not_stated));
        Some(say::list(WELSH, words))
    }

    fn moved(&self) -> String {
        let Some(moved) = &self.row.moved else {
            return Sentence::LineChanges.words().to_owned();
        };
        let before = names(&self.sides.old, &moved.from);
        let after = names(&self.sides.new, &moved.to);
        let sure = certainty_of_lines(self.sides, self.ends, moved);
        let sure = sure.map(|word| say::certainty(WELSH, &word));
        let text = match (moved.from.is_empty(), moved.to.is_empty()) {
            (false, false) => Sentence::LineMoves.with(&[&before, &after]),
            (true, false) => {
                let notes = sure.into_iter();
                let notes = notes.chain([Sentence::NoLineBefore.words().to_owned()]);
                let notes: Vec<String> = notes.collect();
                let text = Sentence::NowReports.with(&[&after]);
                return format!("{text} ({})", notes.join("; "));
            }
            (false, true) => return Sentence::NoLineNow.with(&[&before]),
            (true, true) => return Sentence::LineChanges.words().to_owned(),
        };
        match sure {
            Some(sure) => format!("{text} ({sure})"),
            None => text,
        }
    }

    /// The new name, where the fate does not tell it.
    fn name(&self) -> Option<String> {
        let (old, new) = (self.earlier(), self.later());
        let ([_], [new]) = (old.as_slice(), new.as_slice()) else {
            return None;
        };
        let told = !matches!(self.row.fate, Fate::Retained | Fate::UnderReview);
        (!told).then(|| Sentence::NowCalled.with(&[new.name.trim()]))
    }

    fn links(&self) -> String {
        let told: Vec<String> = [
            (self.links.added, Sentence::LinksNew),
            (self.links.removed, Sentence::LinksGone),
            (self.links.changed, Sentence::LinksChanged),
        ]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, words)| words.with(&[&n.to_string()]))
        .collect();
        Sentence::LinksChange.with(&[&told.join(", ")])
    }

    /// Roles that come and go, where both sides state any.
    fn roles(&self) -> Vec<String> {
        /// So many are named, more are counted.
        const MOST: usize = 3;
        let (old, new) = (self.earlier(), self.later());
        let stated = |bodies: &[&Body]| bodies.iter().any(|body| !body.roles.is_empty());
        if !stated(&old) || !stated(&new) {
            return Vec::new();
        }
        let sides = self.in_first;
        let (old, new) = (
            roles(sides.old.bodies_at(&self.ends.old), &old),
            roles(sides.new.bodies_at(&self.ends.new), &new),
        );
        let fresh = |here: &[Role], there: &[Role], words: Sentence| {
            let mut known: BTreeSet<&str> = there.iter().map(|role| role.is.as_str()).collect();
            let roles = here.iter().filter(|role| known.insert(&role.is));
            let roles: Vec<Option<&str>> = roles.map(|role| role.told.as_deref()).collect();
            let named: Option<Vec<&str>> = roles.iter().copied().collect();
            match (roles.len(), named) {
                (0, _) => None,
                (n, Some(named)) if n <= MOST => Some(words.with(&[&say::list(WELSH, named)])),
                (n, _) => Some(words.with(&[&n.to_string()])),
            }
        };
        let gained = fresh(&new, &old, Sentence::NewRoles);
        gained
            .into_iter()
            .chain(fresh(&old, &new, Sentence::RolesGone))
            .collect()
    }
}

/// A role, known by its words in the first language.
struct Role {
    is: String,
    /// In Welsh; not known where the two languages have other numbers of lines.
    told: Option<String>,
}

/// The roles of bodies, from both languages.
fn roles<'a>(first: impl Iterator<Item = &'a Body>, read: &[&Body]) -> Vec<Role> {
    let of_body = |(first, read): (&'a Body, &&Body)| {
        let paired = first.roles.len() == read.roles.len();
        let mut lines = read.roles.iter().filter(|_| paired);
        let role = |is: &String| Role {
            is: fold(is),
            told: lines.next().map(|line| line.trim().to_owned()),
        };
        first.roles.iter().map(role).collect::<Vec<_>>()
    };
    first.zip(read).flat_map(of_body).collect()
}

/// "8", "“yn fisol”".
fn meetings(meetings: &Meetings) -> Option<String> {
    if let Some(n) = meetings.per_year {
        return Some(phrase::number(n));
    }
    let words = meetings.as_stated.as_deref().map(str::trim);
    let words = words.filter(|words| !words.is_empty() && *words != "not stated");
    words.map(|words| format!("“{words}”"))
}

/// "29", "o leiaf 25".
fn seats(body: &Body) -> Option<String> {
    let (listed, least) = listed_seats(body)?;
    let listed = listed.to_string();
    Some(if least {
        say::with(WELSH, Label::AtLeast, &[&listed])
    } else {
        listed
    })
}

fn standing(body: &Body) -> String {
    let words = match body.standing.known() {
        Some(Standing::InStructure) => Label::InStructure,
        Some(Standing::Family) => Label::Family,
        Some(Standing::Outside) => Label::Outside,
        None => return body.standing.as_str().to_owned(),
    };
    say::say(WELSH, words)
}
