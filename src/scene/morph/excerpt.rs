//! What a slide of one change shows where the whole would be too small: the bodies of the change, those
//! that they report to or that report to them, and the other ends of links that change with them. Whoever
//! does not change in this step is drawn as it is then, whatever becomes of it in other steps.

use std::collections::{BTreeMap, BTreeSet};

use super::moment::{Key, Kin};
use super::panes::{Pane, halves};
use super::{Morph, Side, Step};
use crate::compare::{Comparison, Moved, Row};
use crate::model::{
    Body, BodyId, Fate, LineageRow, Link, LinkId, Project, Structure, StructureHead, Word,
};
use crate::say::Label;

/// Both structures as far as they are shown, and what is told of these bodies.
pub(super) struct Excerpt {
    /// The bodies shown before and after the step, under the ids of the picture.
    pub(super) sides: [Structure; 2],
    /// What becomes of them in this step.
    pub(super) comparison: Comparison,
    /// How many bodies there are after the step that are not shown.
    pub(super) others: usize,
}

impl Excerpt {
    pub(super) fn of(
        (way, n): (&Morph, usize),
        step: &Step,
        comparison: &Comparison,
        structures: [&Structure; 2],
    ) -> Self {
        let kin = Kin::new(comparison);
        let mut rows = comparison.rows.iter();
        let row = rows.find(|row| Some(row.number) == step.row);
        let links = &comparison.links;
        let [before, after] = halves((way, n), (step, row), (&kin, links), structures);
        let names = [&before, &after].map(names);
        let [old, new] = structures;
        let [first, last] = &names;
        let sides = [
            part(&before, old, structures, &kin, first),
            part(&after, new, structures, &kin, last),
        ];
        let told = row.map(|row| told(row, [&before, &after], &kin, &names));
        let stay = before.kept.intersection(&after.kept);
        let stay = stay.filter_map(|key| Some((first.get(key)?, last.get(key)?)));
        let stay = stay.map(|(was, is)| retained([old, new], was, is));
        Self {
            sides,
            comparison: Comparison {
                rows: told.into_iter().chain(stay).collect(),
                ..comparison.clone()
            },
            others: after.moment.bodies.difference(&after.kept).count(),
        }
    }

    /// The project as if there were nothing but what is shown, for whoever names the shapes.
    pub(super) fn project(&self, project: &Project) -> Project {
        let rows = self.comparison.rows.iter();
        Project {
            structures: self.sides.to_vec(),
            lineage: rows.map(|row| row.record.clone()).collect(),
            ..project.clone()
        }
    }
}

/// The ids of a half: its own bodies keep theirs, another of the same id gets a new one.
fn names(pane: &Pane) -> BTreeMap<Key, BodyId> {
    let (own, other): (Vec<&Key>, Vec<&Key>) =
        pane.kept.iter().partition(|(side, _)| *side == pane.side);
    let mut taken: BTreeSet<BodyId> = own.iter().map(|(_, id)| id.clone()).collect();
    let mut out: BTreeMap<Key, BodyId> = BTreeMap::new();
    for key in own.into_iter().chain(other) {
        let mut id = key.1.clone();
        while key.0 != pane.side && !taken.insert(id.clone()) {
            id = BodyId::new(&format!("{id} then"));
        }
        out.insert(key.clone(), id);
    }
    out
}

/// What is shown of a half, everybody in the place that it has in the order of bodies.
fn part(
    pane: &Pane,
    own: &Structure,
    structures: [&Structure; 2],
    kin: &Kin,
    names: &BTreeMap<Key, BodyId>,
) -> Structure {
    let mut order: Vec<Key> = Vec::new();
    let mut add = |key: Key| {
        if pane.kept.contains(&key) && !order.contains(&key) {
            order.push(key);
        }
    };
    for body in &own.bodies {
        let key = (pane.side, body.id.clone());
        let others = kin.of(&key).to_vec();
        add(key);
        others.into_iter().for_each(&mut add);
    }
    pane.kept.iter().cloned().for_each(&mut add);
    let bodies = order.iter().filter_map(|key| {
        let mut sides = Side::each(structures);
        let (_, structure) = sides.find(|(side, _)| *side == key.0)?;
        Some(Body {
            id: names.get(key)?.clone(),
            ..structure.body(&key.1)?.clone()
        })
    });
    let bodies = bodies.collect();
    let mut taken: BTreeSet<LinkId> = own.links.iter().map(|link| link.id.clone()).collect();
    let links = pane.drawn().filter_map(|line| {
        let mut id = line.link.id.clone();
        while line.side != pane.side && !taken.insert(id.clone()) {
            id = LinkId::new(&format!("{id} then"));
        }
        Some(Link {
            id,
            from: names.get(&line.from)?.clone(),
            to: names.get(&line.to)?.clone(),
            ..line.link.clone()
        })
    });
    // Neither today's nor tomorrow's structure: some other steps are done, some are not.
    let heading = match pane.side {
        Side::Earlier => Label::Before,
        Side::Later => Label::After,
    };
    Structure {
        head: StructureHead {
            title: heading.in_language(own.language()).to_owned(),
            ..own.head.clone()
        },
        links: links.collect(),
        bodies,
        ..own.clone()
    }
}

/// The row of the step, its reporting lines as they are called in the picture.
fn told(row: &Row, panes: [&Pane; 2], kin: &Kin, names: &[BTreeMap<Key, BodyId>; 2]) -> Row {
    let moved = row.moved.as_ref().map(|moved| {
        let mut parents = [&moved.from, &moved.to].into_iter().zip(panes).zip(names);
        let mut next = || {
            let ((ids, pane), names) = parents.next()?;
            let keys = ids.iter().map(|id| (pane.side, id.clone()));
            let then = keys.filter_map(|key| kin.then(&key, &pane.moment));
            Some(then.filter_map(|key| names.get(&key).cloned()).collect())
        };
        Moved {
            from: next().unwrap_or_default(),
            to: next().unwrap_or_default(),
        }
    });
    Row {
        moved,
        ..row.clone()
    }
}

/// A row of somebody who does not change in the step.
fn retained([old, new]: [&Structure; 2], was: &BodyId, is: &BodyId) -> Row {
    let ends = [vec![was.clone()], vec![is.clone()]];
    let [from, to] = ends.clone();
    let record = LineageRow {
        from,
        to,
        fate: Some(Word::Known(Fate::Retained)),
        ..LineageRow::new(old.id().clone(), new.id().clone())
    };
    let [from, to] = ends;
    Row {
        number: 0,
        lineage: None,
        made_of: Vec::new(),
        record,
        from,
        to,
        fate: Fate::Retained,
        also: Vec::new(),
        moved: None,
        text: String::new(),
        reason: None,
        source: None,
    }
}
