//! The way from one structure to another.

use std::collections::{BTreeMap, BTreeSet};

use dotted_line::compare::compare;
use dotted_line::geom::Vec2;
use dotted_line::model::{BodyId, Fate, Project, StructureId};
use dotted_line::scene::{self, Group, Morph, Options, Pose, Role, Side};

use super::overlay::tangled;
use super::{ids, sample, sample_names};

fn way(project: &Project) -> (Morph, [StructureId; 2]) {
    let ids = ids(project);
    let pair = [ids[0].clone(), ids[1].clone()];
    let morph = scene::morph(project, &pair[0], &pair[1], &Options::default()).unwrap();
    (morph, pair)
}

fn group<'a>(morph: &'a Morph, pose: &Pose) -> &'a Group {
    let side = usize::from(pose.side == Side::Later);
    &morph.sides()[side].groups[pose.group]
}

/// What is seen, by name: bodies and links of each side; everything else by its number.
fn seen(morph: &Morph, t: f64) -> BTreeMap<(Side, String), Vec<Pose>> {
    let mut out: BTreeMap<(Side, String), Vec<Pose>> = BTreeMap::new();
    for pose in morph.at(t) {
        let name = match &group(morph, &pose).role {
            Role::Body(role) => format!("body {}", role.body),
            Role::Link(role) => format!("link {}", role.link),
            _ => continue,
        };
        out.entry((pose.side, name)).or_default().push(pose);
    }
    out
}

fn projects() -> Vec<(String, Project)> {
    let mut all: Vec<(String, Project)> = sample_names()
        .map(|name| (name.to_owned(), sample(name)))
        .collect();
    all.push(("tangled".to_owned(), tangled()));
    all
}

#[test]
fn it_begins_as_today_and_ends_as_tomorrow() {
    for (name, project) in projects() {
        let (morph, pair) = way(&project);
        for (t, side, id) in [(0.0, Side::Earlier, &pair[0]), (1.0, Side::Later, &pair[1])] {
            let structure = project.structure(id).unwrap();
            let links = structure.links.iter().filter(|l| !l.permission);
            let mut expected: Vec<String> = links.map(|l| format!("link {}", l.id)).collect();
            expected.extend(structure.bodies.iter().map(|b| format!("body {}", b.id)));
            expected.sort();
            let seen = seen(&morph, t);
            let names: Vec<String> = seen.keys().map(|(_, name)| name.clone()).collect();
            assert_eq!(names, expected, "{name} at {t}");
            for ((of, what), poses) in &seen {
                let [pose] = poses.as_slice() else {
                    panic!("{name}: {what} is seen {} times at {t}", poses.len())
                };
                assert_eq!((*of, pose.shift), (side, Vec2::ZERO), "{name}: {what}");
                assert!((pose.opacity - 1.0).abs() < 1e-12, "{name}: {what}");
                if let Role::Body(role) = &group(&morph, pose).role {
                    assert_eq!(role.fate, None, "{name}: {what} is marked at {t}");
                }
            }
        }
    }
}

#[test]
fn whoever_goes_on_is_seen_all_the_way() {
    for (name, project) in projects() {
        let (morph, [from, to]) = way(&project);
        let comparison = compare(&project, &from, &to).unwrap();
        let mut heirs: BTreeMap<&BodyId, BTreeSet<&BodyId>> = BTreeMap::new();
        for row in comparison.rows.iter().filter(|row| !row.to.is_empty()) {
            for body in &row.from {
                heirs.entry(body).or_default().extend(&row.to);
            }
        }
        for at in 0..=400 {
            let seen = seen(&morph, f64::from(at) / 400.0);
            let most = |side, id: &BodyId| -> f64 {
                let poses = seen.get(&(side, format!("body {id}")));
                let all = poses.into_iter().flatten().map(|pose| pose.opacity);
                all.fold(0.0, f64::max)
            };
            for (body, heirs) in &heirs {
                let later = heirs.iter().map(|heir| most(Side::Later, heir));
                let best = later.fold(most(Side::Earlier, body), f64::max);
                assert!(best >= 0.5, "{name}: {body} at {at} of 400: {best}");
            }
        }
    }
}

#[test]
fn the_cards_of_a_step_say_what_becomes_of_them_while_it_is_current_and_no_others() {
    for (name, project) in projects() {
        let (morph, _) = way(&project);
        for at in 0..=morph.last() {
            let step = morph.step(at);
            let mut marked = BTreeSet::new();
            for pose in morph.after(at as f64) {
                if let Role::Body(role) = &group(&morph, &pose).role {
                    assert!(pose.opacity > 0.99 && pose.shift.hypot() < 1e-9);
                    if role.fate.is_some() {
                        marked.insert((pose.side, role.body.clone()));
                    }
                }
            }
            let Some(step) = step.filter(|step| step.fate.is_some()) else {
                assert!(marked.is_empty(), "{name}, {at}: {marked:?}");
                continue;
            };
            // Those with successors have become them.
            let later = step.bodies.iter().any(|(side, _)| *side == Side::Later);
            let here = if later { Side::Later } else { Side::Earlier };
            let expected: BTreeSet<(Side, BodyId)> = step
                .bodies
                .iter()
                .filter(|(side, _)| *side == here)
                .cloned()
                .collect();
            assert_eq!(marked, expected, "{name}, {at}: {}", step.text);
        }
    }
}

/// Lines end at cards: nobody reports to an empty place once a step is done.
#[test]
fn no_line_is_seen_without_its_ends() {
    for (name, project) in projects() {
        let (morph, [from, to]) = way(&project);
        let comparison = compare(&project, &from, &to).unwrap();
        let joined = |side: Side, a: &BodyId, other: &BodyId| {
            comparison.rows.iter().any(|row| match side {
                Side::Earlier => row.from.contains(a) && row.to.contains(other),
                Side::Later => row.to.contains(a) && row.from.contains(other),
            })
        };
        for at in 0..=morph.last() {
            let mut bodies = Vec::new();
            let mut lines = Vec::new();
            for pose in morph.after(at as f64) {
                match &group(&morph, &pose).role {
                    Role::Body(role) => bodies.push((pose.side, role.body.clone())),
                    Role::Link(role) => lines.push((pose.side, role.clone())),
                    _ => {}
                }
            }
            for (side, role) in lines {
                for end in [&role.from, &role.to] {
                    let there = bodies.iter().any(|(of, body)| {
                        (*of == side && body == end) || (*of != side && joined(side, end, body))
                    });
                    assert!(there, "{name}, {at}: {} without {end}", role.link);
                }
            }
        }
    }
}

#[test]
fn steps_stand_in_the_order_of_their_dates_as_far_as_known() {
    let mut project = sample("redcar");
    for row in &mut project.lineage {
        row.date = None;
    }
    // The steps by their rows' places in the file; the last one is of bodies in no row.
    let order = |project: &Project| -> Vec<usize> {
        let ids = ids(project);
        let rows = compare(project, &ids[0], &ids[1]).unwrap().rows;
        let (morph, _) = way(project);
        let row = |text: &String| rows.iter().find(|row| row.text == *text);
        let texts = morph.steps().iter().map(|step| &step.text);
        texts.filter_map(|text| row(text)?.lineage).collect()
    };
    let by_row = order(&project);
    assert!(by_row.is_sorted(), "without dates: the order of the rows");
    let (last, early, vague) = (by_row[0], by_row[3], by_row[2]);
    for (at, date) in [
        (last, "2013"),
        (early, "2011-10-14"),
        (vague, "Autumn 2011"),
    ] {
        project.lineage[at].date = Some(date.to_owned());
    }
    let dated = order(&project);
    assert_eq!(dated[..3], [early, vague, last]);
    let before = by_row.iter().copied().filter(|at| !dated[..3].contains(at));
    let before: Vec<usize> = before.collect();
    assert_eq!(
        dated[3..],
        before,
        "the others follow in the order of the rows"
    );
    let (morph, _) = way(&project);
    let dates: Vec<Option<&str>> = morph.steps()[..4]
        .iter()
        .map(|s| s.date.as_deref())
        .collect();
    let said = [
        Some("14 October 2011"),
        Some("Autumn 2011"),
        Some("2013"),
        None,
    ];
    assert_eq!(dates, said, "no day is made up");
}

#[test]
fn who_merges_moves_into_the_place_of_the_successor() {
    let project = tangled();
    let (morph, _) = way(&project);
    let at = morph
        .steps()
        .iter()
        .position(|step| step.fate == Some(Fate::Merged))
        .unwrap();
    let place = |side: Side, body: &str, t: f64| {
        let poses = morph.after(t);
        let mut found = poses.iter().filter(|pose| {
            pose.side == side
                && matches!(&group(&morph, pose).role, Role::Body(r) if r.body.as_str() == body)
        });
        let pose = found.next_back()?;
        Some(group(&morph, pose).outline()?.center() + pose.shift)
    };
    let one = place(Side::Later, "one", at as f64 + 1.0).unwrap();
    let mut moved = 0;
    for body in ["a", "b", "c"] {
        let before = place(Side::Earlier, body, at as f64).unwrap();
        assert_eq!(place(Side::Earlier, body, at as f64 + 1.0), None, "{body}");
        if before.distance(one) > 1.0 {
            let near = place(Side::Earlier, body, at as f64 + 0.86).unwrap();
            assert!(near.distance(one) < 1.0, "{body}: {near:?} {one:?}");
            moved += 1;
        }
    }
    assert_eq!(moved, 2, "one of the three stands there already");
}

#[test]
fn two_structures_that_are_alike_have_no_steps() {
    let mut project = tangled();
    let mut later = project.structures[0].clone();
    later.head.id = StructureId::new("later");
    project.structures[1] = later;
    for row in &mut project.lineage {
        row.to = row.from.clone();
    }
    project.lineage.retain(|row| row.from.len() == 1);
    for body in ["a", "b", "c"] {
        let mut row = project.lineage[0].clone();
        (row.from, row.to) = (vec![BodyId::new(body)], vec![BodyId::new(body)]);
        project.lineage.push(row);
    }
    let (morph, _) = way(&project);
    assert_eq!((morph.steps().len(), morph.last()), (0, 1));
    assert_eq!(morph.caption(0), "today: 6 bodies.");
}
