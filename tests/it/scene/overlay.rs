//! Two structures in one drawing.

use std::collections::{BTreeMap, BTreeSet};

use dotted_line::model::{
    Body, BodyId, LineageRow, Link, LinkId, LinkKindId, Project, StandardLink, Structure,
    StructureId,
};
use dotted_line::scene::{self, Options, Role, Scene};

use super::page::faults_of;
use super::{ids, sample, sample_names};

type Named<'a> = (&'a str, &'a str);

/// Structure and id of every card and of every line.
fn drawn(scene: &Scene) -> (Vec<Named<'_>>, Vec<Named<'_>>) {
    let (mut bodies, mut links) = (Vec::new(), Vec::new());
    for group in &scene.pages[0].groups {
        match &group.role {
            Role::Body(b) => bodies.push((b.structure.as_str(), b.body.as_str())),
            Role::Link(l) => links.push((l.structure.as_str(), l.link.as_str())),
            _ => {}
        }
    }
    (bodies, links)
}

#[test]
fn who_goes_on_is_drawn_as_later_and_who_ends_as_today() {
    for name in sample_names() {
        let project = sample(name);
        let ids = ids(&project);
        let [from, to] = [&ids[0], &ids[1]];
        let scene = scene::overlay(&project, from, to, &Options::default()).unwrap();
        let comparison = dotted_line::compare::compare(&project, from, to).unwrap();
        let (mut bodies, links) = drawn(&scene);
        let old = project.structure(from).unwrap();
        let new = project.structure(to).unwrap();
        let goes_on: BTreeSet<&BodyId> = comparison
            .rows
            .iter()
            .filter(|r| !r.to.is_empty())
            .flat_map(|r| &r.from)
            .collect();
        let mut expected: Vec<Named<'_>> = new
            .bodies
            .iter()
            .map(|b| (to.as_str(), b.id.as_str()))
            .collect();
        let ended = old.bodies.iter().filter(|b| !goes_on.contains(&b.id));
        expected.extend(ended.map(|b| (from.as_str(), b.id.as_str())));
        bodies.sort_unstable();
        expected.sort_unstable();
        assert_eq!(bodies, expected, "{name}");
        for link in new.links.iter().filter(|l| !l.permission) {
            assert!(
                links.contains(&(to.as_str(), link.id.as_str())),
                "{name}: {}",
                link.id
            );
        }
        let removed: BTreeSet<&str> = comparison
            .links
            .removed
            .iter()
            .map(|l| l.id.as_str())
            .collect();
        let gone = links
            .iter()
            .filter(|(structure, _)| *structure == from.as_str());
        assert!(gone.clone().all(|(_, id)| removed.contains(id)), "{name}");
        assert_eq!(faults_of(&scene.pages[0]), Vec::<String>::new(), "{name}");
    }
}

/// Today: two boards that report to each other, groups with two parents, three groups in two places.
/// Tomorrow: the three are one, which reports to both boards.
pub(super) fn tangled() -> Project {
    let structure = |id: &str, names: &[&str], lines: &[(&str, &str)]| {
        let mut out = Structure::new(StructureId::new(id), id);
        for name in names {
            out.bodies.push(Body::new(BodyId::new(name), *name));
        }
        for (at, (from, to)) in lines.iter().enumerate() {
            let kind = LinkKindId::of(StandardLink::ReportsTo);
            let (from, to) = (BodyId::new(from), BodyId::new(to));
            let link = Link::new(LinkId::new(&format!("l{at}")), from, kind, to);
            out.links.push(link);
        }
        out
    };
    let boards = [("north", "south"), ("south", "north")];
    let today = structure(
        "today",
        &["north", "south", "a", "b", "c", "d"],
        &[
            boards[0],
            boards[1],
            ("a", "north"),
            ("b", "north"),
            ("c", "south"),
            ("d", "north"),
            ("d", "south"),
        ],
    );
    let later = structure(
        "later",
        &["north", "south", "one", "d"],
        &[
            boards[0],
            boards[1],
            ("one", "north"),
            ("one", "south"),
            ("d", "north"),
            ("d", "south"),
        ],
    );
    let row = |from: &[&str], to: &[&str]| {
        let ids = |list: &[&str]| list.iter().map(|id| BodyId::new(id)).collect();
        LineageRow {
            from: ids(from),
            to: ids(to),
            ..LineageRow::new(StructureId::new("today"), StructureId::new("later"))
        }
    };
    Project {
        structures: vec![today, later],
        lineage: vec![
            row(&["north"], &["north"]),
            row(&["south"], &["south"]),
            row(&["a", "b", "c"], &["one"]),
            row(&["d"], &["d"]),
        ],
        ..Project::default()
    }
}

#[test]
fn loops_two_parents_and_a_merger_across_two_places_can_be_read() {
    let project = tangled();
    let [from, to] = [StructureId::new("today"), StructureId::new("later")];
    let options = Options::default();
    let fates: BTreeMap<_, _> = dotted_line::compare::compare(&project, &from, &to)
        .unwrap()
        .counts;
    let counts: Vec<(&str, usize)> = fates.iter().map(|(f, n)| (f.as_str(), *n)).collect();
    assert_eq!(counts, [("retained", 3), ("merged", 1)]);
    let pictures = [
        scene::overlay(&project, &from, &to, &options).unwrap(),
        scene::compare(&project, &from, &to, &options).unwrap(),
    ];
    for (scene, (bodies, links)) in pictures.iter().zip([(4, 6), (10, 13)]) {
        let drawn = drawn(scene);
        assert_eq!((drawn.0.len(), drawn.1.len()), (bodies, links));
        assert_eq!(faults_of(&scene.pages[0]), Vec::<String>::new());
    }
}
