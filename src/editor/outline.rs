//! A structure as a nested list: who reports to whom, then who stands apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{BodyId, Project, Standing, Structure};

/// One row of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineRow {
    /// The body.
    pub body: BodyId,
    /// Levels in, 0 for the top.
    pub depth: usize,
    /// Whether rows one level deeper follow.
    pub parent: bool,
}

/// The parts of the outline, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Bodies that report, and those reported to.
    Hierarchy,
    /// In the structure, without a reporting line.
    Alone,
    /// In the family.
    Family,
    /// Outside the framework.
    Outside,
}

impl Section {
    /// Its title; the hierarchy needs none.
    #[must_use]
    pub fn title(self) -> Option<&'static str> {
        match self {
            Self::Hierarchy => None,
            Self::Alone => Some("No reporting line"),
            Self::Family => Some("In the family"),
            Self::Outside => Some("Outside the framework"),
        }
    }

    /// The standing of the bodies that make up this part; the hierarchy takes in any.
    #[must_use]
    pub fn standing(self) -> Option<Standing> {
        match self {
            Self::Hierarchy => None,
            Self::Alone => Some(Standing::InStructure),
            Self::Family => Some(Standing::Family),
            Self::Outside => Some(Standing::Outside),
        }
    }
}

/// A part of the outline; empty parts are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineGroup {
    /// Which part.
    pub section: Section,
    /// Its rows.
    pub rows: Vec<OutlineRow>,
}

/// The outline of a structure. Every body stands in it once: in the hierarchy under the first
/// body that it reports to, or in one of the groups. A cycle starts at its first body.
#[must_use]
pub fn outline(structure: &Structure) -> Vec<OutlineGroup> {
    let mut nest = Nest::of(structure);
    let mut apart: BTreeMap<Section, Vec<OutlineRow>> = BTreeMap::new();
    for (at, body) in structure.bodies.iter().enumerate() {
        match nest.tie(at) {
            Tie::Reports => {}
            Tie::Top => nest.add(at),
            Tie::None => {
                let section = match body.standing.known() {
                    Some(Standing::Family) => Section::Family,
                    Some(Standing::Outside) => Section::Outside,
                    _ => Section::Alone,
                };
                apart.entry(section).or_default().push(OutlineRow {
                    body: body.id.clone(),
                    depth: 0,
                    parent: false,
                });
            }
        }
    }
    // What is left reports only in a circle.
    for at in 0..structure.bodies.len() {
        if nest.tie(at) == Tie::Reports {
            nest.add(at);
        }
    }
    let hierarchy = (!nest.rows.is_empty()).then_some((Section::Hierarchy, nest.rows));
    hierarchy
        .into_iter()
        .chain(apart)
        .map(|(section, rows)| OutlineGroup { section, rows })
        .collect()
}

/// How a body stands to the hierarchy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tie {
    #[default]
    None,
    /// Others report to it, it reports to nobody.
    Top,
    Reports,
}

/// The hierarchy by places in the list of bodies: a structure may have thousands of them.
struct Nest<'a> {
    structure: &'a Structure,
    ties: Vec<Tie>,
    /// The bodies for which a body is the first parent, in list order.
    below: Vec<Vec<usize>>,
    done: Vec<bool>,
    rows: Vec<OutlineRow>,
}

impl<'a> Nest<'a> {
    fn of(structure: &'a Structure) -> Self {
        let count = structure.bodies.len();
        let places: BTreeMap<&BodyId, usize> = structure
            .bodies
            .iter()
            .enumerate()
            .map(|(at, body)| (&body.id, at))
            .collect();
        let mut ties = vec![Tie::None; count];
        let mut parents: BTreeMap<usize, usize> = BTreeMap::new();
        for link in structure.links.iter().filter(|l| l.hierarchy()) {
            let ends = (places.get(&link.from), places.get(&link.to));
            let (Some(&from), Some(&to)) = ends else {
                continue;
            };
            if from == to {
                continue;
            }
            parents.entry(from).or_insert(to);
            if let Some(tie) = ties.get_mut(from) {
                *tie = Tie::Reports;
            }
            if let Some(tie) = ties.get_mut(to).filter(|tie| **tie == Tie::None) {
                *tie = Tie::Top;
            }
        }
        let mut below = vec![Vec::new(); count];
        for (child, parent) in parents {
            if let Some(children) = below.get_mut(parent) {
                children.push(child);
            }
        }
        Self {
            structure,
            ties,
            below,
            done: vec![false; count],
            rows: Vec::with_capacity(count),
        }
    }

    fn tie(&self, at: usize) -> Tie {
        self.ties.get(at).copied().unwrap_or_default()
    }

    fn done(&self, at: usize) -> bool {
        self.done.get(at).copied().unwrap_or(true)
    }

    /// Adds a body and everything below it. Depth-first with a stack of its own: a chain of a
    /// thousand bodies must not end the program.
    fn add(&mut self, top: usize) {
        let mut waiting = vec![(top, 0)];
        while let Some((at, depth)) = waiting.pop() {
            let Some(body) = self.structure.bodies.get(at).filter(|_| !self.done(at)) else {
                continue;
            };
            if let Some(done) = self.done.get_mut(at) {
                *done = true;
            }
            let below = self.below.get(at).map_or(&[][..], Vec::as_slice);
            let below: Vec<usize> = below.iter().copied().filter(|b| !self.done(*b)).collect();
            self.rows.push(OutlineRow {
                body: body.id.clone(),
                depth,
                parent: !below.is_empty(),
            });
            waiting.extend(below.into_iter().rev().map(|b| (b, depth + 1)));
        }
    }
}

/// The bodies of a structure that stand in no lineage row, when the project has another
/// structure to go from or to.
#[must_use]
pub fn unaccounted(project: &Project, structure: &Structure) -> Vec<BodyId> {
    if project.structures.len() < 2 {
        return Vec::new();
    }
    let mut known: BTreeSet<&BodyId> = BTreeSet::new();
    for row in &project.lineage {
        if &row.from_structure == structure.id() {
            known.extend(&row.from);
        }
        if &row.to_structure == structure.id() {
            known.extend(&row.to);
        }
    }
    let bodies = structure.bodies.iter().map(|b| &b.id);
    bodies.filter(|id| !known.contains(id)).cloned().collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::{Body, Link, LinkId, LinkKindId, StandardLink, StructureId, Word};

    pub(crate) fn structure(bodies: &[&str], reports: &[(&str, &str)]) -> Structure {
        let mut s = Structure::new(StructureId::new("now"), "Now");
        s.bodies = bodies
            .iter()
            .map(|id| Body::new(BodyId::new(id), *id))
            .collect();
        s.links = reports
            .iter()
            .enumerate()
            .map(|(i, (from, to))| {
                Link::new(
                    LinkId::new(&i.to_string()),
                    BodyId::new(from),
                    LinkKindId::of(StandardLink::ReportsTo),
                    BodyId::new(to),
                )
            })
            .collect();
        s
    }

    /// The outline as lines of text: ">" for each level in.
    pub(crate) fn lines(structure: &Structure) -> Vec<String> {
        let line = |r: &OutlineRow| format!("{}{}", ">".repeat(r.depth), r.body);
        let groups = outline(structure);
        groups
            .iter()
            .flat_map(|g| {
                let title = g.section.title().map(str::to_owned).into_iter();
                title.chain(g.rows.iter().map(line))
            })
            .collect()
    }

    fn check(bodies: &[&str], reports: &[(&str, &str)], expected: &[&str]) {
        assert_eq!(lines(&structure(bodies, reports)), expected);
    }

    #[test]
    fn bodies_nest_by_reporting() {
        check(
            &["b", "top", "a", "c"],
            &[("a", "top"), ("b", "top"), ("c", "a")],
            &["top", ">b", ">a", ">>c"],
        );
    }

    #[test]
    fn nobody_is_hung_under_a_parent_that_it_does_not_have() {
        check(&["a", "b"], &[], &["No reporting line", "a", "b"]);
        check(&[], &[], &[]);
    }

    #[test]
    fn cycles_self_links_and_two_parents_show_each_body_once() {
        check(&["a", "b"], &[("a", "b"), ("b", "a")], &["a", ">b"]);
        check(&["a"], &[("a", "a")], &["No reporting line", "a"]);
        check(
            &["t", "u", "x"],
            &[("x", "u"), ("x", "t")],
            &["t", "u", ">x"],
        );
    }

    #[test]
    fn family_and_outside_have_groups_of_their_own() {
        let mut s = structure(&["a", "b"], &[]);
        for (body, standing) in s
            .bodies
            .iter_mut()
            .zip([Standing::Outside, Standing::Family])
        {
            body.standing = Word::Known(standing);
        }
        let expected = ["In the family", "b", "Outside the framework", "a"];
        assert_eq!(lines(&s), expected);
    }

    #[test]
    fn a_long_chain_is_no_trouble() {
        let names: Vec<String> = (0..5000).map(|i| format!("b{i}")).collect();
        let refs: Vec<&str> = names.iter().map(String::as_str).collect();
        let reports: Vec<(&str, &str)> = refs.windows(2).map(|w| (w[1], w[0])).collect();
        let groups = outline(&structure(&refs, &reports));
        assert_eq!(groups[0].rows.len(), 5000);
        assert_eq!(groups[0].rows[4999].depth, 4999);
    }

    #[test]
    fn unaccounted_needs_a_second_structure() {
        let mut project = Project::default();
        project.structures.push(structure(&["a", "b"], &[]));
        assert!(unaccounted(&project, &project.structures[0]).is_empty());
        let mut later = structure(&["a"], &[]);
        later.head.id = StructureId::new("later");
        project.structures.push(later);
        let mut row =
            crate::model::LineageRow::new(StructureId::new("now"), StructureId::new("later"));
        row.from.push(BodyId::new("a"));
        project.lineage.push(row);
        let of = |i: usize| unaccounted(&project, &project.structures[i]);
        assert_eq!(of(0), [BodyId::new("b")]);
        assert_eq!(of(1), [BodyId::new("a")]);
    }
}
