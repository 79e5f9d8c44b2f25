//! Who reports to whom as a nested outline, depth first.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Block, Item, facts};
use crate::graph::LIST_LEVELS;
use crate::measure::Hierarchy;
use crate::model::{BodyId, Certainty, Language, Project, Structure};
use crate::say::{self, Phrase};

/// The outline; nothing when nobody reports to anybody.
pub(super) fn outline(
    project: &Project,
    structure: &Structure,
    hierarchy: &Hierarchy,
) -> Vec<Block> {
    if hierarchy.is_flat() {
        return Vec::new();
    }
    let mut walk = Walk {
        project,
        structure,
        hierarchy,
        certainty: certainty(structure),
        listed: BTreeSet::new(),
        deeper: VecDeque::new(),
        below: BTreeSet::new(),
        items: Vec::new(),
    };
    let count = structure.bodies.len();
    for top in (0..count).filter(|at| hierarchy.is_top(*at)) {
        walk.list(top);
    }
    // Bodies in a circle, and those below one, have no top: each circle starts at its first.
    let starts = hierarchy
        .loops()
        .iter()
        .filter_map(|circle| circle.first().copied());
    let rest = (0..count).filter(|at| !hierarchy.parents(*at).is_empty());
    let starts: Vec<usize> = starts.chain(rest).collect();
    for start in starts {
        if !walk.listed.contains(&start) && !walk.below.contains(&start) {
            walk.list(start);
        }
    }
    let language = project.language;
    let mut out = vec![Block::heading(2, say::say(language, Phrase::WhoReports))];
    out.push(Block::List(std::mem::take(&mut walk.items)));
    while let Some(place) = walk.deeper.pop_front() {
        walk.children_of(place);
        if let Some(body) = structure.bodies.get(place) {
            out.push(Block::heading(
                3,
                say::with(language, Phrase::ReportingTo, &[&facts::name(body)]),
            ));
        }
        out.push(Block::List(std::mem::take(&mut walk.items)));
    }
    out
}

/// Certainty of each reporting line that is not stated.
fn certainty(structure: &Structure) -> BTreeMap<(&BodyId, &BodyId), &str> {
    structure
        .links
        .iter()
        .filter(|link| link.hierarchy() && link.certainty.known() != Some(Certainty::Stated))
        .map(|link| ((&link.from, &link.to), link.certainty.as_str()))
        .collect()
}

struct Walk<'a> {
    project: &'a Project,
    structure: &'a Structure,
    hierarchy: &'a Hierarchy,
    certainty: BTreeMap<(&'a BodyId, &'a BodyId), &'a str>,
    listed: BTreeSet<usize>,
    /// Bodies whose own bodies come under a heading of their own.
    deeper: VecDeque<usize>,
    /// Everything below those.
    below: BTreeSet<usize>,
    items: Vec<Item>,
}

impl Walk<'_> {
    fn language(&self) -> Language {
        self.project.language
    }

    /// A body without a parent in this list, and all below it.
    fn list(&mut self, top: usize) {
        self.descend(vec![(top, None, 0)]);
    }

    /// The bodies below one that stands in an earlier list.
    fn children_of(&mut self, place: usize) {
        let children = self.hierarchy.children(place).iter().rev();
        self.descend(children.map(|child| (*child, Some(place), 0)).collect());
    }

    /// Leaves the bodies below one for a heading of their own.
    fn defer(&mut self, place: usize) {
        self.deeper.push_back(place);
        let mut open = vec![place];
        while let Some(here) = open.pop() {
            for child in self.hierarchy.children(here) {
                if self.below.insert(*child) {
                    open.push(*child);
                }
            }
        }
    }

    /// Lists the bodies of a stack of (body, the parent under which it stands, depth).
    fn descend(&mut self, mut stack: Vec<(usize, Option<usize>, usize)>) {
        while let Some((place, parent, depth)) = stack.pop() {
            let Some(body) = self.structure.bodies.get(place) else {
                continue;
            };
            if !self.listed.insert(place) {
                self.items.push(Item {
                    depth,
                    text: say::with(self.language(), Phrase::SeeAbove, &[&facts::name(body)]),
                });
                continue;
            }
            let children = self.hierarchy.children(place);
            let mut text = self.line(place, parent);
            if depth + 1 < LIST_LEVELS {
                let below = children.iter().rev();
                stack.extend(below.map(|child| (*child, Some(place), depth + 1)));
            } else if !children.is_empty() {
                self.defer(place);
                let below = children.len();
                text.push_str(&if below == 1 {
                    say::say(self.language(), Phrase::OneBelow)
                } else {
                    let below = below.to_string();
                    say::with(self.language(), Phrase::ManyBelow, &[&below])
                });
            }
            self.items.push(Item { depth, text });
        }
    }

    /// The line of a body, with what the picture shows of its reporting lines.
    fn line(&self, place: usize, parent: Option<usize>) -> String {
        let Some(body) = self.structure.bodies.get(place) else {
            return String::new();
        };
        let mut text = facts::line(self.project, body);
        let mut add = |more: &str| {
            text.push_str(if text.contains(": ") { "; " } else { ": " });
            text.push_str(more);
        };
        let above = parent.and_then(|parent| self.structure.bodies.get(parent));
        if let Some(word) = above.and_then(|above| self.certainty.get(&(&body.id, &above.id))) {
            let word = say::certainty(self.language(), word);
            add(&say::with(self.language(), Phrase::LineCertainty, &[&word]));
        }
        let others: Vec<String> = self
            .hierarchy
            .parents(place)
            .iter()
            .filter(|other| Some(**other) != parent)
            .filter_map(|other| self.structure.bodies.get(*other))
            .map(facts::name)
            .collect();
        if !others.is_empty() {
            let also = if parent.is_some() {
                Phrase::AlsoReports
            } else {
                Phrase::ReportsTo
            };
            let others = say::list(self.language(), others);
            add(&say::with(self.language(), also, &[&others]));
        }
        text
    }
}
