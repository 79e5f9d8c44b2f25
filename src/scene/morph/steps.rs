//! Which changes are steps, in which order, and in which of them each body stands.

use std::collections::{BTreeMap, BTreeSet};

use super::when::When;
use super::{Drawn, Side, Step, in_one_place};
use crate::compare::{Comparison, Row};
use crate::model::{BodyId, Fate, Language, Project};
use crate::say::{self, Sentence};
use crate::scene::{LinkRole, Role};

/// The steps of the way, and the numbers (from 1) of those in which each body stands.
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    pub(super) old: BTreeMap<BodyId, Vec<usize>>,
    pub(super) new: BTreeMap<BodyId, Vec<usize>>,
    /// Bodies joined by rows.
    heirs: BTreeMap<BodyId, Vec<BodyId>>,
    before: BTreeMap<BodyId, Vec<BodyId>>,
}

impl Plan {
    pub(super) fn new(project: &Project, comparison: &Comparison, sides: &[Drawn; 2]) -> Self {
        let mut plan = Self {
            steps: Vec::new(),
            old: BTreeMap::new(),
            new: BTreeMap::new(),
            heirs: BTreeMap::new(),
            before: BTreeMap::new(),
        };
        let [old, new] = sides;
        for row in &comparison.rows {
            for from in row.from.iter().filter(|id| old.cards.contains_key(*id)) {
                for to in row.to.iter().filter(|id| new.cards.contains_key(*id)) {
                    plan.heirs.entry(from.clone()).or_default().push(to.clone());
                    plan.before
                        .entry(to.clone())
                        .or_default()
                        .push(from.clone());
                }
            }
        }
        let mut rows: Vec<&Row> = comparison
            .rows
            .iter()
            .filter(|row| tells(row, sides))
            .collect();
        plan.add_rows_of_lines(&mut rows, comparison, sides);
        let date = |row: &Row| row.record.date.clone();
        rows.sort_by_key(|row| {
            let when = date(row).as_deref().and_then(When::known);
            (when.is_none(), when, row.number)
        });
        for row in rows {
            let bodies = (row.from.iter().map(|id| (Side::Earlier, id)))
                .chain(row.to.iter().map(|id| (Side::Later, id)));
            let date = date(row);
            let date = date.as_deref();
            let step = Step {
                text: row.text.clone(),
                date: date.map(|date| say::date(project.language, date)),
                fate: Some(row.fate),
                row: Some(row.number),
                bodies: Vec::new(),
            };
            plan.add(step, bodies, sides);
        }
        plan.add_unaccounted(project, comparison, sides);
        plan
    }

    fn add<'a>(
        &mut self,
        mut step: Step,
        bodies: impl Iterator<Item = (Side, &'a BodyId)>,
        [old, new]: &[Drawn; 2],
    ) {
        let number = self.steps.len() + 1;
        for (side, id) in bodies {
            let (cards, list) = match side {
                Side::Earlier => (&old.cards, &mut self.old),
                Side::Later => (&new.cards, &mut self.new),
            };
            if cards.contains_key(id) {
                list.entry(id.clone()).or_default().push(number);
                step.bodies.push((side, id.clone()));
            }
        }
        self.steps.push(step);
    }

    /// A line that comes or goes between bodies of which nothing else is told is told by a row of one of them.
    fn add_rows_of_lines<'a>(
        &self,
        rows: &mut Vec<&'a Row>,
        comparison: &'a Comparison,
        sides: &[Drawn; 2],
    ) {
        let links = &comparison.links;
        let gone: BTreeSet<_> = links.removed.iter().map(|l| &l.id).collect();
        let come: BTreeSet<_> = links.added.iter().map(|l| &l.id).collect();
        for drawn in sides {
            let earlier = drawn.side == Side::Earlier;
            let changed = if earlier { &gone } else { &come };
            let seen = roles(drawn).filter(|(_, role)| changed.contains(&role.link));
            for (_, role) in seen {
                let of =
                    |row: &Row, id: &BodyId| if earlier { &row.from } else { &row.to }.contains(id);
                let told = |row: &&Row| of(row, &role.from) || of(row, &role.to);
                if rows.iter().any(told) {
                    continue;
                }
                let mut all = comparison.rows.iter();
                rows.extend(all.find(|row| of(row, &role.from)));
            }
        }
    }

    /// What stands in no row changes last.
    fn add_unaccounted(&mut self, project: &Project, comparison: &Comparison, sides: &[Drawn; 2]) {
        let left = &comparison.unaccounted;
        let name = |structure, id: &BodyId| {
            let structure = project.structure(structure);
            structure.map_or_else(String::new, |s| s.body_name(id).to_owned())
        };
        let names = |structure, ids: &[BodyId]| {
            say::list(project.language, ids.iter().map(|id| name(structure, id)))
        };
        let welsh = |words: Sentence, who: &str| format!("{}.", words.with(&[who]));
        let mut parts = Vec::new();
        if !left.from.is_empty() {
            let who = names(&comparison.from, &left.from);
            parts.push(match project.language {
                Language::English => format!("It is not stated what becomes of {who}."),
                Language::Welsh => welsh(Sentence::NothingAfter, &who),
            });
        }
        if !left.to.is_empty() {
            let who = names(&comparison.to, &left.to);
            let from = if left.to.len() == 1 { "comes" } else { "come" };
            parts.push(match project.language {
                Language::English => format!("It is not stated where {who} {from} from."),
                Language::Welsh => welsh(Sentence::NothingBefore, &who),
            });
        }
        if parts.is_empty() {
            return;
        }
        let bodies = (left.from.iter().map(|id| (Side::Earlier, id)))
            .chain(left.to.iter().map(|id| (Side::Later, id)));
        let step = Step {
            text: parts.join(" "),
            date: None,
            fate: None,
            row: None,
            bodies: Vec::new(),
        };
        self.add(step, bodies, sides);
    }

    /// The number of the step after all changes.
    pub(super) fn last(&self) -> usize {
        self.steps.len() + 1
    }

    /// The place at which everything is as tomorrow.
    #[expect(clippy::cast_precision_loss, reason = "there are few steps")]
    pub(super) fn end(&self) -> f64 {
        self.last() as f64
    }

    /// The successors of a body.
    pub(super) fn heirs(&self, body: &BodyId) -> &[BodyId] {
        self.heirs.get(body).map_or(&[], Vec::as_slice)
    }

    /// The predecessors of a body.
    pub(super) fn before(&self, body: &BodyId) -> &[BodyId] {
        self.before.get(body).map_or(&[], Vec::as_slice)
    }

    /// The successor into which a body is seen to go: the one in its place, else its namesake, else the
    /// first.
    pub(super) fn heir(&self, body: &BodyId, [old, new]: &[Drawn; 2]) -> Option<&BodyId> {
        let heirs = self.heirs(body);
        let here = old.place(body)?;
        let there = |heir: &&BodyId| new.place(heir).is_some_and(|p| in_one_place(p, here));
        let mut in_place = heirs.iter().filter(there);
        let own = || heirs.iter().find(|heir| *heir == body);
        in_place.next().or_else(own).or_else(|| heirs.first())
    }
}

/// Whether a row changes something that is seen on cards.
fn tells(row: &Row, [old, new]: &[Drawn; 2]) -> bool {
    let cards = |drawn: &Drawn, ids: &[BodyId]| ids.iter().any(|id| drawn.cards.contains_key(id));
    if !cards(old, &row.from) && !cards(new, &row.to) {
        return false;
    }
    if row.fate != Fate::Retained || row.moved.is_some() {
        return true;
    }
    match (row.from.as_slice(), row.to.as_slice()) {
        ([from], [to]) => {
            !row.also.is_empty()
                && old.quiet(from).map(|g| &g.items) != new.quiet(to).map(|g| &g.items)
        }
        _ => true,
    }
}

/// The lines of a side, with their groups.
pub(super) fn roles(drawn: &Drawn) -> impl Iterator<Item = (usize, &LinkRole)> {
    let groups = drawn.page.groups.iter().enumerate();
    groups.filter_map(|(at, group)| match &group.role {
        Role::Link(role) => Some((at, role.as_ref())),
        _ => None,
    })
}
