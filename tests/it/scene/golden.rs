//! Figures and a drawing that change only on purpose: run with UPDATE=1 to accept.

use std::fmt::Write as _;

use dotted_line::export::{SvgText, svg};
use dotted_line::model::{Body, BodyId, Link, LinkId, LinkKindId, Project, StandardLink};
use dotted_line::model::{Structure, StructureId};
use dotted_line::scene::{self, Arrange, Arrangement, Options, Orientation};

use super::{ids, sample};
use crate::store::golden;

/// Boxes and lines as text, one a line.
fn figures(arrangement: &Arrangement<'_>) -> String {
    let (w, h) = arrangement.page;
    let mut out = format!("page {w:.0} x {h:.0}, scale {:.3}\n", arrangement.scale);
    for structure in &arrangement.structures {
        let _ = writeln!(out, "structure {}", structure.id);
        for body in &structure.bodies {
            let c = body.cell;
            let ghost = if body.ghost { " (empty)" } else { "" };
            let _ = writeln!(out, "  {}{ghost} {} {} {} {}", body.id, c.x, c.y, c.w, c.h);
        }
        for zone in &structure.zones {
            let c = zone.cell;
            let bodies: Vec<&str> = zone.bodies.iter().map(|b| b.as_str()).collect();
            let bodies = bodies.join(" ");
            let (id, title) = (&zone.id, &zone.title);
            let _ = writeln!(
                out,
                "  {id} “{title}” {} {} {} {}: {bodies}",
                c.x, c.y, c.w, c.h
            );
        }
        for line in &structure.collective {
            let (kind, n) = (&line.kind, line.links.len());
            let _ = writeln!(out, "  {kind} × {n} “{}” {:?}", line.words, line.points);
        }
        for (link, points) in &structure.links {
            let _ = writeln!(
                out,
                "  {} {} -> {} {points:?}",
                link.kind, link.from, link.to
            );
        }
    }
    out
}

#[test]
fn places_of_redcar() {
    let project = sample("redcar");
    let ids = ids(&project);
    let options = Options::default();
    let single = scene::arrangement(&project, &ids[0], &options).unwrap();
    golden("tests/golden/scene/redcar-current.txt", &figures(&single));
    let joint = scene::joint_arrangement(&project, &ids[0], &ids[1], &options).unwrap();
    golden("tests/golden/scene/redcar-joint.txt", &figures(&joint));
}

#[test]
fn places_of_redcar_in_zones() {
    let project = sample("redcar");
    let options = Options {
        arrange: Arrange::Zoned,
        orientation: Orientation::Landscape,
        ..Options::default()
    };
    let zoned = scene::arrangement(&project, &ids(&project)[1], &options).unwrap();
    golden("tests/golden/scene/redcar-zoned.txt", &figures(&zoned));
}

#[test]
fn the_drawing_of_three_bodies() {
    let mut structure = Structure::new(StructureId::new("now"), "Today");
    for (id, name) in [
        ("board", "Board"),
        ("group", "Action Group"),
        ("forum", "Forum"),
    ] {
        structure.bodies.push(Body::new(BodyId::new(id), name));
    }
    let link = |id: &str, from: &str, kind, to: &str| {
        let kind = LinkKindId::of(kind);
        Link::new(LinkId::new(id), BodyId::new(from), kind, BodyId::new(to))
    };
    structure
        .links
        .push(link("l1", "group", StandardLink::ReportsTo, "board"));
    structure
        .links
        .push(link("l2", "group", StandardLink::TaskedBy, "forum"));
    let project = Project {
        structures: vec![structure],
        ..Project::default()
    };
    let scene = scene::diagram(&project, &StructureId::new("now"), &Options::default()).unwrap();
    // The letters of the font are no geometry.
    let drawn = &svg(&scene, SvgText::Live)[0];
    let (head, rest) = drawn.split_once("<style>\n").unwrap();
    let (_, body) = rest.split_once("</style>\n").unwrap();
    golden(
        "tests/golden/scene/three-bodies.svg",
        &format!("{head}{body}"),
    );
}
