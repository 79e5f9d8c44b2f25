use super::*;
use crate::model::{BodyKind, KindId, LinkKindId, StandardLink, StructureId};
use crate::scene::{Options, arrangement};

/// Two bodies of this name, three links between them and one to itself.
fn named(name: &str) -> Project {
    let mut structure = Structure::new(StructureId::new("s"), name);
    for id in ["end", "b.1", "b-1"] {
        let mut body = Body::new(BodyId::new(id), name);
        body.kind = Some(KindId::new("k"));
        structure.bodies.push(body);
    }
    for (id, from, kind, to) in [
        ("end", "b.1", StandardLink::ReportsTo, "end"),
        ("l2", "end", StandardLink::TaskedBy, "b.1"),
        ("l3", "b-1", StandardLink::Informs, "b-1"),
    ] {
        let (from, to) = (BodyId::new(from), BodyId::new(to));
        let mut link = Link::new(LinkId::new(id), from, LinkKindId::of(kind), to);
        link.label = Some(name.to_owned());
        link.seats = Some(2);
        structure.links.push(link);
    }
    let kind = BodyKind {
        id: KindId::new("k"),
        name: name.to_owned(),
        plural: None,
        look: None,
        in_second: crate::model::InSecond::default(),
        extra: crate::model::Extra::default(),
    };
    Project {
        structures: vec![structure],
        body_kinds: vec![kind],
        ..Project::default()
    }
}

/// Prints a project in all four formats.
fn printed(project: &Project) -> [String; 4] {
    let structure = project.structures.first().unwrap();
    let mut options = Options::default();
    options.filter.permissions = true;
    let arrangement = arrangement(project, structure.id(), &options).unwrap();
    let chart = Chart::new(project, structure, &arrangement);
    [
        chart.mermaid(),
        chart.dot(),
        chart.graphml(),
        chart.drawio(),
    ]
}

#[test]
fn odd_names_break_no_format() {
    for name in [
        "A \"B\" & <C> 'D' \\",
        "line\none\r\nline two",
        "\u{1}bell\u{7f}\u{0}",
        "\u{202e}bidi\u{2066}x\u{2069}",
        "=SUM(A1)",
        "🏛️ Bwrdd Dŵr → ✓",
        "1. Board",
        "end",
        "---",
        "`md` [x](y) %% ; | {a}",
        "&amp; &#38; &lt;",
        "",
        " ",
    ] {
        let [mermaid, dot, graphml, drawio] = printed(&named(name));
        for text in [&mermaid, &dot, &graphml, &drawio] {
            assert!(
                !text.chars().any(|c| c.is_control() && c != '\n'),
                "{name:?}: {text}"
            );
        }
        let found = (elements(&graphml, "node"), elements(&graphml, "edge"));
        assert_eq!(found, (3, 3), "{name:?}: {graphml}");
        assert_eq!(elements(&drawio, "object"), 6, "{name:?}: {drawio}");
        let document = roxmltree::Document::parse(&drawio).unwrap();
        let found = document
            .descendants()
            .find(|n| n.has_attribute("name") && n.has_attribute("body"));
        let plain = one_row(name);
        let told = found.and_then(|n| n.attribute("name")).unwrap_or_default();
        assert_eq!(told, plain, "a name is data as it is");
        assert_eq!(mermaid.lines().filter(|l| l.contains("[\"")).count(), 3);
        assert_eq!(printed(&named(name)), [mermaid, dot, graphml, drawio]);
    }
}

fn elements(text: &str, tag: &str) -> usize {
    let document = roxmltree::Document::parse(text).unwrap();
    let all = document.descendants();
    all.filter(|n| n.tag_name().name() == tag).count()
}

#[test]
fn signs_of_a_language_are_escaped_in_it() {
    let [mermaid, dot, graphml, drawio] = printed(&named("A \"B\" & <C>;\n1 &lt; \\"));
    assert!(mermaid.contains("[\"A #34;B#34; #38; #60;C#62;#59;<br/>1 #38;lt#59; #92;\"]"));
    assert!(
        dot.contains(r#"label="A \"B\" & <C>;\n1 &amp;lt; \\""#),
        "{dot}"
    );
    assert!(graphml.contains("A &quot;B&quot; &amp; &lt;C&gt;;\n1 &amp;lt; \\</data>"));
    assert!(
        drawio
            .contains("&lt;b&gt;A &amp;quot;B&amp;quot; &amp;amp; &amp;lt;C&amp;gt;;&lt;br&gt;1 ")
    );
}

#[test]
fn a_list_does_not_begin_in_mermaid() {
    for (name, expected) in [
        ("1. Board", "1#46; Board"),
        ("12) Board", "12#41; Board"),
        ("- Board", "#45; Board"),
        ("Group 1.2", "Group 1.2"),
        ("Children's Trust (shadow)", "Children's Trust (shadow)"),
    ] {
        assert_eq!(mermaid::label(name), expected);
    }
}

/// The sample of this name.
fn sample(name: &str) -> Project {
    let json = crate::store::sample(name).unwrap().json;
    crate::store::load(json.as_bytes()).unwrap().project
}

#[test]
fn every_body_and_link_of_a_sample_stands_with_its_place() {
    for name in ["redcar", "cheltenham", "cumbria"] {
        let project = sample(name);
        for structure in &project.structures {
            let mut options = Options::default();
            options.filter.permissions = true;
            let arranged = arrangement(&project, structure.id(), &options).unwrap();
            let chart = Chart::new(&project, structure, &arranged);
            let there = &arranged.structures[0];
            drawn(&chart.drawio(), structure, there);
            shaped(&chart.graphml(), structure, there);
            let (dot, mermaid) = (chart.dot(), chart.mermaid());
            for body in &structure.bodies {
                assert!(dot.contains(&format!("\"{}\" [label=", body.id)));
                assert!(mermaid.contains(&format!("[\"{}\"]", mermaid::label(&body.name))));
            }
            let arrows =
                |text: &str, arrow: &str| text.lines().filter(|l| l.contains(arrow)).count();
            assert_eq!(arrows(&dot, "\" -> \""), structure.links.len());
            let both = arrows(&mermaid, " --> ") + arrows(&mermaid, " -.->");
            assert_eq!(both, structure.links.len());
        }
    }
}

fn number(node: roxmltree::Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

fn points(nodes: roxmltree::Node<'_, '_>, tag: &str) -> Vec<(i32, i32)> {
    let found = nodes.descendants().filter(|n| n.tag_name().name() == tag);
    #[expect(clippy::cast_possible_truncation, reason = "whole numbers of a test")]
    found
        .map(|n| (number(n, "x") as i32, number(n, "y") as i32))
        .collect()
}

/// draw.io: boxes, ends that are glued, ends that meet the way, corners.
fn drawn(text: &str, structure: &Structure, there: &crate::scene::Arranged<'_>) {
    let document = roxmltree::Document::parse(text).unwrap();
    let object = |id: &str| {
        let mut all = document.descendants();
        let object = all.find(|n| n.attribute("id") == Some(id)).unwrap();
        let cell = object.first_element_child().unwrap();
        (object, cell, cell.first_element_child().unwrap())
    };
    for body in &there.bodies {
        let (data, cell, geometry) = object(&format!("body.{}", body.id));
        let c = body.cell;
        let found = ["x", "y", "width", "height"].map(|name| number(geometry, name));
        assert_eq!(found, [c.x, c.y, c.w, c.h].map(f64::from));
        assert_eq!(cell.attribute("vertex"), Some("1"));
        let kind = structure.body(body.id).unwrap().kind.as_ref();
        assert_eq!(data.attribute("kind"), kind.map(KindId::as_str));
    }
    assert_eq!(there.links.len(), structure.links.len());
    for (link, way) in &there.links {
        let (data, cell, geometry) = object(&format!("link.{}", link.id));
        assert_eq!(data.attribute("kind"), Some(link.kind.as_str()));
        assert_eq!(cell.attribute("edge"), Some("1"));
        let style = cell.attribute("style").unwrap();
        for (end, glue, body, point) in [
            ("exit", "source", &link.from, way.first().unwrap()),
            ("entry", "target", &link.to, way.last().unwrap()),
        ] {
            let glued = cell.attribute(glue).unwrap();
            assert_eq!(glued, format!("body.{body}"));
            let (.., card) = object(glued);
            for (axis, at, from, size) in
                [("X", point.0, "x", "width"), ("Y", point.1, "y", "height")]
            {
                let share = style
                    .split(';')
                    .find_map(|s| s.strip_prefix(&format!("{end}{axis}=")));
                let share: f64 = share.unwrap().parse().unwrap();
                let meets = number(card, from) + share * number(card, size);
                assert!((meets - f64::from(at)).abs() < 0.1, "{}: {style}", link.id);
            }
        }
        assert_eq!(points(geometry, "mxPoint"), way[1..way.len() - 1]);
    }
}

/// GraphML: the boxes and ways of yEd.
fn shaped(text: &str, structure: &Structure, there: &crate::scene::Arranged<'_>) {
    let document = roxmltree::Document::parse(text).unwrap();
    let find = |tag: &str, id: &str| {
        let mut all = document.descendants();
        all.find(|n| n.tag_name().name() == tag && n.attribute("id") == Some(id))
            .unwrap()
    };
    let part = |node: roxmltree::Node<'_, '_>, tag: &str| {
        let mut all = node.descendants();
        let found = all
            .find(|n| n.tag_name().name() == tag)
            .map(|n| n.id())
            .unwrap();
        document.get_node(found).unwrap()
    };
    for body in &there.bodies {
        let shape = part(find("node", body.id.as_str()), "Geometry");
        let c = body.cell;
        let found = ["x", "y", "width", "height"].map(|name| number(shape, name));
        assert_eq!(found, [c.x, c.y, c.w, c.h].map(f64::from));
    }
    assert_eq!(there.links.len(), structure.links.len());
    for (link, way) in &there.links {
        let edge = find("edge", link.id.as_str());
        assert_eq!(edge.attribute("source"), Some(link.from.as_str()));
        assert_eq!(edge.attribute("target"), Some(link.to.as_str()));
        assert_eq!(points(part(edge, "Path"), "Point"), way[1..way.len() - 1]);
    }
}
