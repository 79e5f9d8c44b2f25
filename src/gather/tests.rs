use std::collections::BTreeSet;

use super::*;
use crate::model::{
    Body, BodyId, BodyKind, Certainty, KindId, Link, LinkKind, LinkKindId, Project, Standing,
    Structure, Tier, TierId, Word,
};

/// A project from lines.
///
/// Bodies: "a tier=Thematic kind=Board outside". Links: "a reports-to b", with "may", "seats=2",
/// "label=chair" after it.
fn project(lines: &[&str]) -> Project {
    let mut project = Project::default();
    let mut structure = Structure::new("s".into(), "S");
    for (at, line) in lines.iter().enumerate() {
        let words: Vec<&str> = line.split(' ').collect();
        let link = matches!(words[..], [_, kind, _, ..] if !kind.contains('=') && !["family", "outside", "undecided"].contains(&kind));
        if link {
            structure.links.push(link_of(&mut project, at, &words));
        } else {
            let body = body_of(&mut project, &words);
            structure.bodies.push(body);
        }
    }
    project.structures.push(structure);
    project
}

fn body_of(project: &mut Project, words: &[&str]) -> Body {
    let mut body = Body::new(BodyId::new(words[0]), words[0].to_uppercase());
    for word in &words[1..] {
        match word.split_once('=') {
            Some(("tier", name)) => {
                let id = TierId::new(&name.to_lowercase());
                if project.tier(&id).is_none() {
                    project.tiers.push(Tier {
                        id: id.clone(),
                        name: name.replace('_', " "),
                        in_second: crate::model::InSecond::default(),
                        extra: Default::default(),
                    });
                }
                body.tier = Some(id);
            }
            Some(("kind", name)) => {
                let id = KindId::new(&name.to_lowercase());
                if project.body_kind(&id).is_none() {
                    project.body_kinds.push(BodyKind {
                        id: id.clone(),
                        name: name.replace('_', " "),
                        plural: None,
                        look: None,
                        in_second: crate::model::InSecond::default(),
                        extra: Default::default(),
                    });
                }
                body.kind = Some(id);
            }
            _ => match *word {
                "outside" => body.standing = Word::Known(Standing::Outside),
                "family" => body.standing = Word::Known(Standing::Family),
                "undecided" => body.certainty = Word::Known(Certainty::Undecided),
                other => panic!("{other}?"),
            },
        }
    }
    body
}

fn link_of(project: &mut Project, at: usize, words: &[&str]) -> Link {
    let kind = LinkKindId::new(words[1]);
    if kind.standard().is_none() && project.link_kinds.iter().all(|k| k.id != kind) {
        let name = words[1].replace('-', " ");
        project.link_kinds.push(LinkKind {
            id: kind.clone(),
            name: name[..1].to_uppercase() + &name[1..],
            in_second: crate::model::InSecond::default(),
            extra: Default::default(),
        });
    }
    let id = format!("l{at}");
    let mut link = Link::new(id.as_str().into(), words[0].into(), kind, words[2].into());
    for word in &words[3..] {
        match word.split_once('=') {
            Some(("seats", n)) => link.seats = Some(n.parse().unwrap()),
            Some(("label", label)) => link.label = Some(label.to_owned()),
            _ if *word == "may" => link.permission = true,
            _ => panic!("{word}?"),
        }
    }
    link
}

/// "Leadership^0: a b" for each zone; the figure is the band.
fn gathered(lines: &[&str]) -> String {
    let project = project(lines);
    let structure = &project.structures[0];
    let said = zones(&project, structure).into_iter().map(|zone| {
        let band = zone.band.map_or(String::new(), |b| format!("^{b}"));
        let ids: Vec<&str> = zone
            .bodies
            .iter()
            .map(|&i| structure.bodies[i].id.as_str())
            .collect();
        let remark = zone.remark.map_or(String::new(), |r| format!(" ({r})"));
        format!("{}{remark}{band}: {}", zone.title, ids.join(" "))
    });
    said.collect::<Vec<_>>().join(" | ")
}

#[test]
fn bodies_stand_in_the_zone_of_standing_then_tier_then_kind_then_level() {
    for (lines, expected) in [
        (&[][..], ""),
        (&["a tier=Leadership"], "Leadership^0: a"),
        // Words that mean one thing make one zone; one tier keeps its own word.
        (
            &["a tier=Action_group", "b tier=Temporary"],
            "Delivery^0: a b",
        ),
        (&["a tier=Action_group"], "Action group^0: a"),
        (&["a tier=Locality"], "Locality: a"),
        (
            &["a tier=Thematic outside", "b tier=Thematic"],
            "Thematic^0: b | Outside the framework: a",
        ),
        // Tier before kind; kind when there is no tier, with its plural words when it has some.
        (&["a tier=Area kind=Thematic_partnership"], "Area: a"),
        (
            &["a kind=Thematic_partnership", "b kind=Thematic_group"],
            "Thematic^0: a b",
        ),
        (&["a kind=Jury", "b kind=Jury"], "Jury: a b"),
        // A strategic sub-group is a sub-group, an area board an area body.
        (
            &["a kind=Strategic_sub-group", "b kind=Area_executive"],
            "Strategic sub-group^0: a | Area executive: b",
        ),
        (
            &["a family", "b family"],
            "Reference (in the family, no reporting line): a b",
        ),
        (
            &["a tier=Area undecided"],
            "Area (possible, not decided): a",
        ),
        // Levels when nothing is said.
        (
            &["a", "b", "c", "b reports-to a"],
            "Top level^0: a | Second level^1: b | No reporting line: c",
        ),
        // Single bodies of unknown tiers stand together.
        (
            &["a tier=Support", "b tier=Scrutiny", "c tier=Thematic"],
            "Support and scrutiny: a b | Thematic^0: c",
        ),
        (
            &["a tier=A", "b tier=B", "c tier=C", "d tier=D"],
            "Other bodies: a b c d",
        ),
    ] {
        assert_eq!(gathered(lines), expected, "{lines:?}");
    }
}

#[test]
fn reporting_lines_put_bands_in_order() {
    let lines = [
        "t tier=Thematic",
        "l tier=Leadership",
        "s tier=Support",
        "l reports-to s",
        "t reports-to l",
    ];
    assert_eq!(
        gathered(&lines),
        "Leadership^1: l | Support^0: s | Thematic^2: t"
    );
    // Two tiers that report to each other end somewhere.
    let lines = [
        "t tier=Thematic",
        "l tier=Leadership",
        "l reports-to t",
        "t reports-to l",
    ];
    assert_eq!(gathered(&lines), "Leadership^0: l | Thematic^1: t");
}

/// "words [ids]" for each collective link, then the single ones.
fn collected(lines: &[&str], opened: &[&str]) -> String {
    let project = project(lines);
    let structure = &project.structures[0];
    let zones = zones(&project, structure);
    let opened: BTreeSet<String> = opened.iter().map(|id| (*id).to_owned()).collect();
    let found = collect(&project, structure, &zones, &opened, |_| true);
    let mut seen: Vec<usize> = found.single.clone();
    seen.extend(found.collective.iter().flat_map(|c| &c.links));
    seen.sort_unstable();
    assert_eq!(
        seen,
        (0..structure.links.len()).collect::<Vec<_>>(),
        "every link once"
    );
    let said = found.collective.iter().map(|c| {
        let seats = c.seats.map_or(String::new(), |n| format!(" ({n})"));
        format!("{} {}x{}{seats}", c.id, c.words, c.links.len())
    });
    let mut said: Vec<String> = said.collect();
    if !found.single.is_empty() {
        said.push(format!("{} single", found.single.len()));
    }
    said.join(" | ")
}

const THREE: [&str; 4] = [
    "a tier=Thematic kind=Thematic_partnership",
    "b tier=Thematic kind=Thematic_partnership",
    "f tier=Leadership",
    "g tier=Area kind=Area_board",
];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    THREE.iter().chain(more).copied().collect()
}

#[test]
fn like_links_of_every_body_of_a_zone_are_one() {
    for (more, expected) in [
        (
            &[
                "a represented-on f seats=1 label=chair",
                "b represented-on f seats=1 label=chair",
            ][..],
            "thematic.represented-on.f Each chair has a seatx2 (1)",
        ),
        (
            &["a represented-on f seats=2", "b represented-on f seats=2"],
            "thematic.represented-on.f 2 seats eachx2 (2)",
        ),
        (
            &["a represented-on f seats=2", "b represented-on f seats=3"],
            "thematic.represented-on.f 2 to 3 seats eachx2",
        ),
        (
            &["f tasked-by a", "f tasked-by b"],
            "f.tasked-by.thematic Tasked by any thematic partnershipx2",
        ),
        (
            &["f tasked-by a may", "f tasked-by b may"],
            "f.tasked-by.thematic.permission May be tasked by any thematic partnershipx2",
        ),
        (
            &["a liaises-with f", "b liaises-with f"],
            "thematic.liaises-with.f Each liaises with Fx2",
        ),
        (
            &["a part-of f", "b part-of f"],
            "thematic.part-of.f Each is part of Fx2",
        ),
        (
            &["a supports f may", "b supports f may"],
            "thematic.supports.f.permission Each may support Fx2",
        ),
        // One lacks it, or it is another kind of it: singly.
        (&["a informs f"], "1 single"),
        (&["a informs f", "b supports f"], "2 single"),
        (&["a informs f", "b informs f may"], "2 single"),
        // The hierarchy is never gathered; a permission to report is.
        (&["a reports-to f", "b reports-to f"], "2 single"),
        // A line for some permissions would say that the others have none.
        (
            &[
                "h tier=Area kind=Area_board",
                "a informs g may",
                "b informs g may",
                "a informs h may",
            ],
            "3 single",
        ),
        // Inside one zone nothing is gathered, nor a link of a body with itself.
        (&["a informs b", "b informs a", "a informs a"], "3 single"),
        // Twice the same link: both stand in it.
        (
            &["a informs f", "a informs f", "b informs f"],
            "thematic.informs.f Each informs Fx3",
        ),
    ] {
        assert_eq!(collected(&with(more), &[]), expected, "{more:?}");
    }
}

#[test]
fn the_line_that_stands_for_most_links_wins() {
    let more = [
        "h tier=Area kind=Area_board",
        "g represented-on a",
        "g represented-on b",
        "h represented-on a",
        "h represented-on b",
        "g represented-on f seats=2",
    ];
    assert_eq!(
        collected(&with(&more), &[]),
        "area.represented-on.thematic Places on every thematic partnershipx4 | 1 single"
    );
    // Opened, it stands singly and no smaller line takes its links.
    assert_eq!(
        collected(&with(&more), &["area.represented-on.thematic"]),
        "5 single"
    );
}

#[test]
fn a_kind_in_a_zone_may_stand_together_and_is_named() {
    let more = [
        "c tier=Thematic kind=Task_force",
        "a informs f",
        "b informs f",
        "a represented-on g seats=1",
        "b represented-on g seats=1",
    ];
    assert_eq!(
        collected(&with(&more), &[]),
        "thematic_thematic_partnership.informs.f Each thematic partnership informs Fx2 | \
         thematic_thematic_partnership.represented-on.g 1 seat for each thematic partnershipx2 (1)"
    );
}
