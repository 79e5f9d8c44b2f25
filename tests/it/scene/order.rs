//! Cards come in the order in which the text version names the bodies.

use dotted_line::describe::{Block, describe_structure};
use dotted_line::model::{Body, BodyId, Link, LinkId, LinkKindId, Project, StandardLink, Standing};
use dotted_line::model::{Structure, StructureId, Word};
use dotted_line::scene::{self, Options, Role};

use super::{ids, sample, sample_names};

/// Bodies as the picture has them.
fn drawn(project: &Project, id: &StructureId) -> Vec<String> {
    let scene = scene::diagram(project, id, &Options::default()).unwrap();
    let groups = scene.pages.iter().flat_map(|p| &p.groups);
    groups
        .filter_map(|g| match &g.role {
            Role::Body(b) => Some(b.body.to_string()),
            _ => None,
        })
        .collect()
}

/// Bodies as the text version first names them in its lists of bodies.
fn told(project: &Project, id: &StructureId) -> Vec<String> {
    let structure = project.structure(id).unwrap();
    let name = |b: &Body| match b.short.as_deref().map(str::trim) {
        Some(short) if !short.is_empty() && short != b.name.trim() => {
            format!("{} ({short})", b.name.trim())
        }
        _ => b.name.trim().to_owned(),
    };
    let mut out: Vec<String> = Vec::new();
    let mut listing = false;
    for block in describe_structure(project, id).unwrap().blocks {
        match block {
            Block::Heading { text, .. } => {
                listing = text.starts_with("Who reports")
                    || text.starts_with("Reporting to")
                    || text.starts_with("Bodies")
                    || text.starts_with("In the family")
                    || text.starts_with("Outside the framework");
            }
            Block::List(items) if listing => {
                for item in items {
                    let body = structure
                        .bodies
                        .iter()
                        .filter(|b| {
                            item.text == name(b)
                                || item.text.starts_with(&format!("{}: ", name(b)))
                                || item.text.starts_with(&format!("{}; ", name(b)))
                        })
                        .find(|b| !out.contains(&b.id.to_string()));
                    out.extend(body.map(|b| b.id.to_string()));
                }
            }
            _ => {}
        }
    }
    out
}

#[test]
fn the_samples_read_in_the_order_of_their_text() {
    for name in sample_names() {
        let project = sample(name);
        for id in ids(&project) {
            assert_eq!(drawn(&project, &id), told(&project, &id), "{name} {id}");
        }
    }
}

/// Bodies `a`, `b`, … with reporting lines; capitals stand outside.
fn made(bodies: &str, lines: &[&str]) -> Project {
    let mut structure = Structure::new(StructureId::new("s"), "S");
    for c in bodies.chars() {
        let mut body = Body::new(BodyId::new(&c.to_string()), format!("Body {c}"));
        if c.is_uppercase() {
            body.standing = Word::Known(Standing::Outside);
        }
        structure.bodies.push(body);
    }
    for (n, line) in lines.iter().enumerate() {
        let id = |i: usize| BodyId::new(&line[i..=i]);
        let kind = LinkKindId::of(StandardLink::ReportsTo);
        structure
            .links
            .push(Link::new(LinkId::new(&format!("l{n}")), id(0), kind, id(1)));
    }
    Project {
        structures: vec![structure],
        ..Project::default()
    }
}

#[test]
fn loops_outside_tops_and_second_parents_too() {
    for (bodies, lines) in [
        ("abc", &[][..]),
        ("xabc", &["ba", "ca"]),
        ("Zabc", &["bZ", "ca"]),
        ("xabcd", &["ab", "ba", "cb", "dd"]),
        ("abcdef", &["ba", "cb", "da", "ca", "fe"]),
        ("abcY", &["ab", "bc", "ca"]),
    ] {
        let project = made(bodies, lines);
        let id = StructureId::new("s");
        assert_eq!(
            drawn(&project, &id),
            told(&project, &id),
            "{bodies} {lines:?}"
        );
    }
}
