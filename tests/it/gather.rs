//! Zones and collective links of random structures.

use std::collections::BTreeSet;

use dotted_line::gather::{Party, collect, zones};
use dotted_line::model::{
    Body, BodyId, KindId, Link, LinkId, LinkKindId, Project, StandardLink, Standing, Structure,
    StructureId, TierId, Word,
};
use proptest::prelude::*;

const TIERS: [&str; 5] = ["leadership", "thematic", "action group", "area", "support"];
const KINDS: [&str; 3] = ["board", "group", "thematic partnership"];

fn project() -> impl Strategy<Value = Project> {
    let body = (
        prop::option::weighted(0.7, 0..TIERS.len()),
        prop::option::weighted(0.7, 0..KINDS.len()),
        0..6u8,
    );
    let link = (
        0..12usize,
        0..12usize,
        0..StandardLink::ALL.len(),
        any::<bool>(),
    );
    let bodies = prop::collection::vec(body, 1..12);
    (bodies, prop::collection::vec(link, 0..60)).prop_map(|(bodies, links)| {
        let mut structure = Structure::new(StructureId::new("s"), "S");
        let n = bodies.len();
        for (i, (tier, kind, standing)) in bodies.into_iter().enumerate() {
            let mut body = Body::new(BodyId::new(&format!("b{i}")), format!("Body {i}"));
            body.tier = tier.map(|t| TierId::new(TIERS[t]));
            body.kind = kind.map(|k| KindId::new(KINDS[k]));
            body.standing = Word::Known(match standing {
                0 => Standing::Outside,
                1 => Standing::Family,
                _ => Standing::default(),
            });
            structure.bodies.push(body);
        }
        for (i, (from, to, kind, permission)) in links.into_iter().enumerate() {
            let end = |i: usize| BodyId::new(&format!("b{}", i % n));
            let kind = LinkKindId::of(StandardLink::ALL[kind]);
            let mut link = Link::new(LinkId::new(&format!("l{i}")), end(from), kind, end(to));
            link.permission = permission;
            structure.links.push(link);
        }
        Project {
            structures: vec![structure],
            ..Project::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_body_in_one_zone_and_every_link_once(project in project(), open in any::<bool>()) {
        let structure = &project.structures[0];
        let zones = zones(&project, structure);
        let mut bodies: Vec<usize> = zones.iter().flat_map(|z| z.bodies.clone()).collect();
        bodies.sort_unstable();
        prop_assert_eq!(bodies, (0..structure.bodies.len()).collect::<Vec<_>>());
        let ids: BTreeSet<&str> = zones.iter().map(|z| z.id.as_str()).collect();
        prop_assert_eq!(ids.len(), zones.len(), "ids are unique");

        let closed = collect(&project, structure, &zones, &BTreeSet::new(), |_| true);
        let opened: BTreeSet<String> = closed.collective.iter().map(|c| c.id.clone()).collect();
        let found = if open {
            collect(&project, structure, &zones, &opened, |_| true)
        } else {
            closed
        };
        let mut links = found.single.clone();
        links.extend(found.collective.iter().flat_map(|c| c.links.clone()));
        links.sort_unstable();
        prop_assert_eq!(links, (0..structure.links.len()).collect::<Vec<_>>());
        for c in &found.collective {
            prop_assert!(!opened.contains(&c.id) || !open, "{} was opened", c.id);
            prop_assert!(!c.words.is_empty());
            let members = |party: &Party| match party {
                Party::Body(i) => vec![*i],
                Party::Zone(at) => zones[*at].bodies.clone(),
                Party::Kind(at, kind) => {
                    let mut of = zones[*at].bodies.clone();
                    of.retain(|&i| structure.bodies[i].kind.as_ref() == Some(kind));
                    of
                }
            };
            // Every body of one side with every body of the other, all of one kind.
            let ends: BTreeSet<(usize, usize)> = c.links.iter().map(|&l| {
                let at = |id: &BodyId| structure.bodies.iter().position(|b| b.id == *id).unwrap();
                let link = &structure.links[l];
                assert_eq!(link.kind, c.kind);
                assert!(!link.hierarchy());
                (at(&link.from), at(&link.to))
            }).collect();
            let (from, to) = (members(&c.from), members(&c.to));
            let all = from.iter().flat_map(|&f| to.iter().map(move |&t| (f, t))).collect();
            prop_assert_eq!(ends, all, "{}", c.id);
            prop_assert!(c.links.len() > 1);
        }
    }
}
