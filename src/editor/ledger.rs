//! What becomes of every body between two structures, ready for tracing and for the list.

use std::collections::BTreeSet;

use super::BodyRef;
use crate::model::{BodyId, Fate, Project, StructureId};

/// A side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The earlier structure.
    From,
    /// The later structure.
    To,
}

/// What becomes of some bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FateRow {
    /// Bodies of the earlier structure.
    pub from: Vec<BodyId>,
    /// Bodies of the later structure.
    pub to: Vec<BodyId>,
    /// What becomes of them.
    pub fate: Fate,
    /// Whether they also report to somebody else.
    pub moved: bool,
    /// A sentence about it.
    pub text: String,
    /// The stated reason.
    pub reason: Option<String>,
}

impl FateRow {
    /// The word of the row: its fate, and whether it moved.
    #[must_use]
    pub fn word(&self) -> String {
        match (self.fate, self.moved) {
            (Fate::Retained, true) => "Moved".to_owned(),
            (fate, true) => format!("{}, moved", fate.label()),
            (fate, false) => fate.label().to_owned(),
        }
    }
}

/// All fates between two structures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// The earlier structure.
    pub from: StructureId,
    /// The later structure.
    pub to: StructureId,
    /// The rows in the order of the file.
    pub rows: Vec<FateRow>,
    /// Bodies of the earlier structure in no row.
    pub lost: Vec<BodyId>,
    /// Bodies of the later structure in no row.
    pub unexplained: Vec<BodyId>,
}

/// Rows of one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FateGroup {
    /// The word of the group ("Merged", "Moved").
    pub word: &'static str,
    /// The fate, or `None` for bodies that only moved.
    pub fate: Option<Fate>,
    /// Places in the ledger's rows.
    pub rows: Vec<usize>,
}

impl Ledger {
    /// The rows in which a body stands.
    pub fn rows_of(&self, body: &BodyRef) -> impl Iterator<Item = (usize, &FateRow)> {
        let earlier = body.structure == self.from;
        let later = body.structure == self.to;
        self.rows.iter().enumerate().filter(move |(_, row)| {
            (earlier && row.from.contains(&body.body)) || (later && row.to.contains(&body.body))
        })
    }

    /// Everything that a body is joined to by its rows, itself included.
    #[must_use]
    pub fn family(&self, body: &BodyRef) -> BTreeSet<BodyRef> {
        let mut out = BTreeSet::from([body.clone()]);
        for (_, row) in self.rows_of(body) {
            out.extend(self.members(row));
        }
        out
    }

    /// The bodies of a row on both sides.
    pub fn members(&self, row: &FateRow) -> impl Iterator<Item = BodyRef> {
        let from = row.from.iter().map(|b| BodyRef::new(&self.from, b));
        let to = row.to.iter().map(|b| BodyRef::new(&self.to, b));
        from.chain(to).collect::<Vec<_>>().into_iter()
    }

    /// The rows by what becomes of the bodies, weightiest first; bodies that go on but report to
    /// somebody else stand under "Moved", the rest of those that go on last.
    #[must_use]
    pub fn groups(&self) -> Vec<FateGroup> {
        let order = [
            ("Replaced", Some(Fate::Replaced)),
            ("Merged", Some(Fate::Merged)),
            ("Split", Some(Fate::Split)),
            ("Renamed", Some(Fate::Renamed)),
            ("Moved", None),
            ("New", Some(Fate::Created)),
            ("Ended", Some(Fate::Ended)),
            ("Under review", Some(Fate::UnderReview)),
            ("Retained", Some(Fate::Retained)),
        ];
        let goes_on = |row: &FateRow| matches!(row.fate, Fate::Retained | Fate::UnderReview);
        order
            .into_iter()
            .map(|(word, fate)| FateGroup {
                word,
                fate,
                rows: (0..self.rows.len())
                    .filter(|&i| {
                        self.rows.get(i).is_some_and(|row| match fate {
                            None => row.moved && goes_on(row),
                            Some(fate) => row.fate == fate && !(row.moved && goes_on(row)),
                        })
                    })
                    .collect(),
            })
            .filter(|group| !group.rows.is_empty())
            .collect()
    }

    /// "20 of 20 bodies of today have a stated fate", with the structure's own word.
    #[must_use]
    pub fn coverage(&self, project: &Project) -> String {
        let Some(earlier) = project.structure(&self.from) else {
            return String::new();
        };
        let all = earlier.bodies.len();
        let known = all.saturating_sub(self.lost.len());
        format!(
            "{known} of {all} bodies of {} have a stated fate.",
            earlier.label()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(from: &[&str], to: &[&str], fate: Fate, moved: bool) -> FateRow {
        let ids = |list: &[&str]| list.iter().map(|id| BodyId::new(id)).collect();
        FateRow {
            from: ids(from),
            to: ids(to),
            fate,
            moved,
            text: String::new(),
            reason: None,
        }
    }

    fn ledger() -> Ledger {
        Ledger {
            from: StructureId::new("now"),
            to: StructureId::new("later"),
            rows: vec![
                row(&["a", "b"], &["ab"], Fate::Merged, false),
                row(&["c"], &["c"], Fate::Retained, true),
                row(&["d"], &["d"], Fate::Retained, false),
                row(&[], &["n"], Fate::Created, false),
            ],
            lost: vec![BodyId::new("x")],
            unexplained: Vec::new(),
        }
    }

    #[test]
    fn a_merger_is_traced_to_all_its_bodies() {
        let l = ledger();
        let names = |structure: &str, body: &str| -> Vec<String> {
            let body = BodyRef::new(&StructureId::new(structure), &BodyId::new(body));
            let family = l.family(&body).into_iter();
            family.map(|b| format!("{}/{}", b.structure, b.body)).collect()
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
}
