//! What becomes of every body between two structures, ready for tracing and for the list.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{BodyRef, LinkRef};
use crate::compare::{Comparison, Row, phrase};
use crate::model::{Fate, Project, Structure};
use crate::report::changes::Group;

/// A comparison, asked about single bodies.
#[derive(Clone, Debug)]
pub struct Ledger(pub Arc<Comparison>);

/// Rows of one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FateGroup {
    /// The word of the group ("Merged", "Moved").
    pub word: &'static str,
    /// The fate, or `None` for bodies that only moved.
    pub fate: Option<Fate>,
    /// Places in the comparison's rows.
    pub rows: Vec<usize>,
}

/// The word of a row: its fate, and whether it moved.
#[must_use]
pub fn word(row: &Row) -> String {
    match (row.fate, row.moved.is_some()) {
        (Fate::Retained, true) => "Moved".to_owned(),
        (fate, true) => format!("{}, moved", fate.label()),
        (fate, false) => fate.label().to_owned(),
    }
}

impl Ledger {
    /// The rows in which a body stands, with their places.
    pub fn rows_of(&self, body: &BodyRef) -> impl Iterator<Item = (usize, &Row)> {
        let earlier = body.structure == self.0.from;
        let later = body.structure == self.0.to;
        self.0.rows.iter().enumerate().filter(move |(_, row)| {
            (earlier && row.from.contains(&body.body)) || (later && row.to.contains(&body.body))
        })
    }

    /// Everything that a body is joined to by its rows, itself included.
    #[must_use]
    pub fn family(&self, body: &BodyRef) -> BTreeSet<BodyRef> {
        let mut out = BTreeSet::from([body.clone()]);
        for (_, row) in self.rows_of(body) {
            out.extend(self.earlier(row));
            out.extend(self.later(row));
        }
        out
    }

    /// The bodies of a row in the earlier structure.
    pub fn earlier(&self, row: &Row) -> impl Iterator<Item = BodyRef> + use<> {
        let all: Vec<_> = row
            .from
            .iter()
            .map(|b| BodyRef::new(&self.0.from, b))
            .collect();
        all.into_iter()
    }

    /// The bodies of a row in the later structure.
    pub fn later(&self, row: &Row) -> impl Iterator<Item = BodyRef> + use<> {
        let all: Vec<_> = row.to.iter().map(|b| BodyRef::new(&self.0.to, b)).collect();
        all.into_iter()
    }

    /// The rows by what becomes of the bodies, weightiest first; bodies that go on but report to
    /// somebody else stand under "Moved", the rest of those that go on last.
    #[must_use]
    pub fn groups(&self) -> Vec<FateGroup> {
        let group = |row: &Row| Group::of(Some(row.fate), row.moved.is_some());
        Group::ALL
            .into_iter()
            .map(|wanted| FateGroup {
                word: wanted.word(),
                fate: wanted.fate(),
                rows: (0..self.0.rows.len())
                    .filter(|&i| self.0.rows.get(i).is_some_and(|row| group(row) == wanted))
                    .collect(),
            })
            .filter(|group| !group.rows.is_empty())
            .collect()
    }

    /// The rows that tell of a change, in the order of [`Self::groups`].
    #[must_use]
    pub fn changes(&self) -> Vec<usize> {
        let groups = self.groups().into_iter();
        let groups = groups.filter(|group| group.fate != Some(Fate::Retained));
        groups.flat_map(|group| group.rows).collect()
    }

    /// The change after the one that a body stands in, or before it, round the ends: its bodies,
    /// those of the later structure first.
    #[must_use]
    pub fn step(&self, body: Option<&BodyRef>, back: bool) -> Vec<BodyRef> {
        let changes = self.changes();
        let here = body.and_then(|body| {
            let rows: Vec<usize> = self.rows_of(body).map(|(i, _)| i).collect();
            changes.iter().position(|row| rows.contains(row))
        });
        let count = changes.len();
        let next = match here {
            None if back => count.checked_sub(1),
            None => Some(0),
            Some(at) if back => (at + count).checked_sub(1).map(|n| n % count),
            Some(at) => Some((at + 1) % count),
        };
        let row = next.and_then(|at| self.0.rows.get(*changes.get(at)?));
        row.map_or_else(Vec::new, |row| {
            self.later(row).chain(self.earlier(row)).collect()
        })
    }

    /// Bodies of both structures that stand in no change, and are accounted for.
    #[must_use]
    pub fn unchanged(&self) -> BTreeSet<BodyRef> {
        let changes = self.changes();
        let rows = self.0.rows.iter().enumerate();
        let (changed, same): (Vec<_>, Vec<_>) = rows.partition(|(i, _)| changes.contains(i));
        let bodies = |rows: Vec<(usize, &Row)>| -> BTreeSet<BodyRef> {
            let both = |(_, row)| self.earlier(row).chain(self.later(row));
            rows.into_iter().flat_map(both).collect()
        };
        let changed = bodies(changed);
        bodies(same).difference(&changed).cloned().collect()
    }

    /// The lines of both structures that come, go or change.
    #[must_use]
    pub fn changed_lines(&self) -> BTreeSet<LinkRef> {
        let links = &self.0.links;
        let of = |structure: &crate::model::StructureId, link: &crate::model::Link| LinkRef {
            structure: structure.clone(),
            link: link.id.clone(),
        };
        let (from, to) = (&self.0.from, &self.0.to);
        let gone = links.removed.iter().map(|link| of(from, link));
        let come = links.added.iter().map(|link| of(to, link));
        let changed = links.changed.iter();
        let changed = changed.flat_map(|link| [of(from, &link.was), of(to, &link.now)]);
        gone.chain(come).chain(changed).collect()
    }

    /// What becomes of a body, as a sentence for each of its rows.
    #[must_use]
    pub fn told(&self, body: &BodyRef) -> String {
        let rows: Vec<&str> = self
            .rows_of(body)
            .map(|(_, row)| row.text.as_str())
            .collect();
        rows.join(" ")
    }

    /// "20 of 20 bodies of Current have a stated fate."
    #[must_use]
    pub fn coverage(&self, project: &Project) -> String {
        let Some(earlier) = project.structure(&self.0.from) else {
            return String::new();
        };
        let all = earlier.bodies.len();
        let known = all.saturating_sub(self.0.unaccounted.from.len());
        let mut out = format!(
            "{known} of {all} bodies of “{}” have a stated fate.",
            earlier.label()
        );
        if !self.0.stages.is_empty() {
            let label = |id| {
                project
                    .structure(id)
                    .map_or_else(String::new, Structure::label)
            };
            let stages = self.0.stages.iter().map(label);
            let stages = phrase::list(stages.map(|label| format!("“{label}”")));
            out.push_str(&format!(" Rows are put together by way of {stages}."));
        }
        out
    }

    /// The bodies of both sides that stand in no row.
    #[must_use]
    pub fn unaccounted(&self) -> Vec<BodyRef> {
        let c = &self.0;
        let earlier = c.unaccounted.from.iter();
        let earlier = earlier.map(|b| BodyRef::new(&c.from, b));
        let later = c.unaccounted.to.iter().map(|b| BodyRef::new(&c.to, b));
        earlier.chain(later).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{LinkChanges, Moved, Unaccounted};
    use crate::model::{BodyId, LineageRow, StructureId};
    use std::collections::BTreeMap;

    fn row(from: &[&str], to: &[&str], fate: Fate, moved: bool) -> Row {
        let ids = |list: &[&str]| list.iter().map(|id| BodyId::new(id)).collect();
        Row {
            number: 1,
            lineage: Some(0),
            made_of: vec![0],
            record: LineageRow::new("now".into(), "later".into()),
            from: ids(from),
            to: ids(to),
            fate,
            also: Vec::new(),
            moved: moved.then(|| Moved {
                from: Vec::new(),
                to: Vec::new(),
            }),
            text: String::new(),
            reason: None,
            source: None,
        }
    }

    fn ledger() -> Ledger {
        Ledger(Arc::new(Comparison {
            from: StructureId::new("now"),
            to: StructureId::new("later"),
            stages: Vec::new(),
            rows: vec![
                row(&["a", "b"], &["ab"], Fate::Merged, false),
                row(&["c"], &["c"], Fate::Retained, true),
                row(&["d"], &["d"], Fate::Retained, false),
                row(&[], &["n"], Fate::Created, false),
            ],
            unaccounted: Unaccounted {
                from: vec![BodyId::new("x")],
                to: Vec::new(),
            },
            links: LinkChanges {
                added: Vec::new(),
                removed: Vec::new(),
                changed: Vec::new(),
            },
            counts: BTreeMap::new(),
        }))
    }

    #[test]
    fn a_merger_is_traced_to_all_its_bodies() {
        let l = ledger();
        let names = |structure: &str, body: &str| -> Vec<String> {
            let body = BodyRef::new(&StructureId::new(structure), &BodyId::new(body));
            let family = l.family(&body).into_iter();
            family
                .map(|b| format!("{}/{}", b.structure, b.body))
                .collect()
        };
        assert_eq!(names("now", "b"), ["later/ab", "now/a", "now/b"]);
        assert_eq!(names("later", "ab"), ["later/ab", "now/a", "now/b"]);
        assert_eq!(names("now", "x"), ["now/x"]);
    }

    #[test]
    fn groups_hold_every_row_once() {
        let groups = ledger().groups();
        let words: Vec<_> = groups.iter().map(|g| (g.word, g.rows.clone())).collect();
        assert_eq!(
            words,
            [
                ("Merged", vec![0]),
                ("Moved", vec![1]),
                ("New", vec![3]),
                ("Retained", vec![2])
            ]
        );
    }

    #[test]
    fn stepping_goes_from_change_to_change_and_round_the_ends() {
        let l = ledger();
        let next = |at: Option<&str>, back| -> String {
            let at = at.map(|id| BodyRef::new(&"later".into(), &id.into()));
            let found = l.step(at.as_ref(), back);
            found
                .first()
                .map_or_else(String::new, |b| b.body.to_string())
        };
        assert_eq!(l.changes(), [0, 1, 3]);
        let forwards = [None, Some("ab"), Some("c"), Some("n"), Some("d")];
        let reached: Vec<String> = forwards.iter().map(|at| next(*at, false)).collect();
        assert_eq!(reached, ["ab", "c", "n", "ab", "ab"]);
        assert_eq!(
            (next(Some("ab"), true), next(None, true)),
            ("n".into(), "n".into())
        );
        let same: Vec<String> = l.unchanged().iter().map(|b| b.body.to_string()).collect();
        assert_eq!(same, ["d", "d"]);
    }

    #[test]
    fn the_word_of_a_row_says_the_move_too() {
        assert_eq!(word(&row(&[], &[], Fate::Retained, true)), "Moved");
        assert_eq!(word(&row(&[], &[], Fate::Renamed, true)), "Renamed, moved");
        assert_eq!(word(&row(&[], &[], Fate::Created, false)), "New");
    }
}
