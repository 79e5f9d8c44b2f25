//! A structure as a nested list: who reports to whom, then who stands apart.

use std::collections::BTreeSet;

use crate::model::{Body, BodyId, Project, Standing, Structure};

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

/// A titled part of the outline; the first has no title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineGroup {
    /// Its title, `None` for the hierarchy.
    pub title: Option<&'static str>,
    /// Its rows.
    pub rows: Vec<OutlineRow>,
}

/// The outline of a structure. Every body stands in it once: in the hierarchy under the first
/// body that it reports to, or in one of the groups. A cycle starts at its first body.
#[must_use]
pub fn outline(structure: &Structure) -> Vec<OutlineGroup> {
    let mut nest = Nest {
        structure,
        done: BTreeSet::new(),
        rows: Vec::new(),
    };
    let (mut alone, mut family, mut outside) = (Vec::new(), Vec::new(), Vec::new());
    for body in &structure.bodies {
        if nest.reports(&body.id) || nest.has_reports(&body.id) {
            if !nest.reports(&body.id) {
                nest.add(body, 0);
            }
            continue;
        }
        let row = OutlineRow {
            body: body.id.clone(),
            depth: 0,
            parent: false,
        };
        match body.standing.known() {
            Some(Standing::Family) => family.push(row),
            Some(Standing::Outside) => outside.push(row),
            _ => alone.push(row),
        }
    }
    // What is left reports only in a circle.
    for body in &structure.bodies {
        if nest.reports(&body.id) {
            nest.add(body, 0);
        }
    }
    let groups = [
        (None, nest.rows),
        (Some("No reporting line"), alone),
        (Some("In the family"), family),
        (Some("Outside the framework"), outside),
    ];
    groups
        .into_iter()
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(title, rows)| OutlineGroup { title, rows })
        .collect()
}

struct Nest<'a> {
    structure: &'a Structure,
    done: BTreeSet<&'a BodyId>,
    rows: Vec<OutlineRow>,
}

impl<'a> Nest<'a> {
    fn reports(&self, id: &BodyId) -> bool {
        let mut links = self.structure.links.iter();
        links.any(|l| l.hierarchy() && &l.from == id && &l.to != id)
    }

    fn has_reports(&self, id: &BodyId) -> bool {
        let mut links = self.structure.links.iter();
        links.any(|l| l.hierarchy() && &l.to == id && &l.from != id)
    }

    /// Adds a body and everything below it. Depth-first with a stack of its own: a chain of a
    /// thousand bodies must not end the program.
    fn add(&mut self, body: &'a Body, depth: usize) {
        let mut waiting = vec![(body, depth)];
        while let Some((body, depth)) = waiting.pop() {
            if !self.done.insert(&body.id) {
                continue;
            }
            let below: Vec<&'a Body> = self
                .structure
                .bodies
                .iter()
                .filter(|b| self.first_parent(&b.id) == Some(&body.id))
                .filter(|b| !self.done.contains(&b.id))
                .collect();
            self.rows.push(OutlineRow {
                body: body.id.clone(),
                depth,
                parent: !below.is_empty(),
            });
            waiting.extend(below.into_iter().rev().map(|b| (b, depth + 1)));
        }
    }

    fn first_parent(&self, id: &BodyId) -> Option<&'a BodyId> {
        let mut links = self.structure.links.iter();
        links
            .find(|l| l.hierarchy() && &l.from == id && &l.to != id)
            .map(|l| &l.to)
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
mod tests {
    use super::*;
    use crate::model::{Link, LinkId, LinkKindId, StandardLink, StructureId, Word};

    fn structure(bodies: &[&str], reports: &[(&str, &str)]) -> Structure {
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

    fn check(bodies: &[&str], reports: &[(&str, &str)], expected: &[&str]) {
        let groups = outline(&structure(bodies, reports));
        let lines: Vec<String> = groups
            .iter()
            .flat_map(|g| {
                let title = g.title.map(str::to_owned).into_iter();
                title.chain(
                    g.rows
                        .iter()
                        .map(|r| format!("{}{}", ">".repeat(r.depth), r.body)),
                )
            })
            .collect();
        assert_eq!(lines, expected);
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
            .zip([Standing::Family, Standing::Outside])
        {
            body.standing = Word::Known(standing);
        }
        let titles: Vec<_> = outline(&s).into_iter().filter_map(|g| g.title).collect();
        assert_eq!(titles, ["In the family", "Outside the framework"]);
    }

    #[test]
    fn a_long_chain_is_no_trouble() {
        let names: Vec<String> = (0..3000).map(|i| format!("b{i}")).collect();
        let refs: Vec<&str> = names.iter().map(String::as_str).collect();
        let reports: Vec<(&str, &str)> = refs
            .windows(2)
            .filter_map(|w| Some((*w.get(1)?, *w.first()?)))
            .collect();
        let mut s = structure(&[], &[]);
        let full = structure(&refs[..300], &reports[..299]);
        s.bodies.clone_from(&full.bodies);
        s.links.clone_from(&full.links);
        assert_eq!(outline(&s)[0].rows.len(), 300);
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
