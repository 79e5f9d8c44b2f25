//! What must hold of every page, as a list of faults in words.

use std::collections::BTreeMap;

use dotted_line::geom::{Point, Rect};
use dotted_line::model::{Project, StructureId};
use dotted_line::scene::{Colour, Geometry, Group, Item, Page, Role, Scene};

/// Room in pt that is forgiven for rounding.
const SLACK: f64 = 0.5;

/// Everything that is wrong with a picture of these structures.
pub(crate) fn faults(project: &Project, shown: &[StructureId], scene: &Scene) -> Vec<String> {
    let mut out = Vec::new();
    if scene.title.trim().is_empty() || scene.description.len() < 20 {
        out.push("no title or description".to_owned());
    }
    for page in &scene.pages {
        out.extend(faults_of(page));
        out.extend(complete(project, shown, page));
    }
    out
}

/// Everything that is wrong with a page, whatever it ought to show.
pub(crate) fn faults_of(page: &Page) -> Vec<String> {
    let mut out = outside(page);
    out.extend(cards(page));
    out.extend(foreign(page));
    out.extend(rows(page));
    out.extend(contrasts(page));
    out.extend(collisions(page));
    out.extend(crossed_words(page));
    out
}

fn box_of(item: &Item) -> Option<Rect> {
    match item {
        Item::Shape { geometry, .. } => geometry.bounds(),
        Item::Text { at, run, .. } if run.text.trim().is_empty() => {
            Some(Rect::from_points(*at, *at))
        }
        Item::Text { at, run, .. } => {
            let size = run.style.size;
            Some(Rect::new(
                at.x,
                at.y - size * 0.72,
                at.x + run.width,
                at.y + size * 0.22,
            ))
        }
    }
}

fn inside(inner: Rect, outer: Rect) -> bool {
    inner.x0 >= outer.x0 - SLACK
        && inner.y0 >= outer.y0 - SLACK
        && inner.x1 <= outer.x1 + SLACK
        && inner.y1 <= outer.y1 + SLACK
}

fn words(item: &Item) -> String {
    match item {
        Item::Text { run, .. } => format!("“{}”", run.text),
        Item::Shape { geometry, .. } => format!("{geometry:?}").chars().take(60).collect(),
    }
}

fn name(role: &Role) -> String {
    match role {
        Role::Body(body) => format!("card {}", body.body),
        Role::Link(link) => format!("link {}", link.link),
        Role::Ghost { body, .. } => format!("empty place of {body}"),
        other => format!("{other:?}"),
    }
}

fn outside(page: &Page) -> Vec<String> {
    let sheet = Rect::from_origin_size(Point::ZERO, page.size);
    let items = page
        .groups
        .iter()
        .flat_map(|g| g.items.iter().map(move |i| (g, i)));
    items
        .filter(|(_, item)| box_of(item).is_some_and(|b| !inside(b, sheet)))
        .map(|(g, item)| format!("{}: {} leaves the page", name(&g.role), words(item)))
        .collect()
}

/// Outlines of cards and empty places with the structure and what they are.
fn outlines(page: &Page) -> Vec<(String, String, Rect)> {
    let groups = page.groups.iter();
    groups
        .filter_map(|g| {
            let key = match &g.role {
                Role::Body(b) => (b.structure.to_string(), b.body.to_string()),
                Role::Ghost { structure, .. } => (structure.to_string(), String::new()),
                _ => return None,
            };
            Some((key.0, key.1, g.outline()?))
        })
        .collect()
}

fn cards(page: &Page) -> Vec<String> {
    let all = outlines(page);
    let mut out = Vec::new();
    for (i, a) in all.iter().enumerate() {
        for b in all.iter().skip(i + 1) {
            if dotted_line::geom::overlap(a.2, b.2, SLACK) {
                out.push(format!("cards {}/{} and {}/{} overlap", a.0, a.1, b.0, b.1));
            }
        }
    }
    out
}

/// Lines through cards that are not their own, empty places included.
fn foreign(page: &Page) -> Vec<String> {
    let all = outlines(page);
    let mut out = Vec::new();
    for group in &page.groups {
        let (name, structure, ends) = match &group.role {
            Role::Link(link) => {
                let ends = [link.from.as_str(), link.to.as_str()];
                (link.link.to_string(), &link.structure, ends.to_vec())
            }
            // Its single ends are cards that it touches, never enters.
            Role::Collective(line) => (line.id.clone(), &line.structure, Vec::new()),
            _ => continue,
        };
        let Some(Item::Shape {
            geometry: Geometry::Line { points, .. },
            ..
        }) = group.items.first()
        else {
            out.push(format!("link {name} does not start with its line"));
            continue;
        };
        for (of, body, rect) in &all {
            let own = *of == structure.as_str() && ends.contains(&body.as_str());
            let inner = rect.inset(-1.0);
            let through = points.windows(2).any(|w| {
                let piece = Rect::from_points(w[0], w[1]);
                piece.x0 < inner.x1
                    && piece.x1 > inner.x0
                    && piece.y0 < inner.y1
                    && piece.y1 > inner.y0
            });
            if through && !own {
                out.push(format!("link {name} runs through {of}/{body}"));
            }
            if through && own {
                out.push(format!("link {name} runs inside its own {of}/{body}"));
            }
        }
    }
    out
}

/// Rows of text leave no card and no empty place.
fn rows(page: &Page) -> Vec<String> {
    let mut out = Vec::new();
    for group in &page.groups {
        if !matches!(group.role, Role::Body(_) | Role::Ghost { .. }) {
            continue;
        }
        let Some(card) = group.outline() else {
            out.push(format!("{} has no outline", name(&group.role)));
            continue;
        };
        for item in &group.items {
            if box_of(item).is_some_and(|b| !inside(b, card)) {
                out.push(format!(
                    "{}: {} leaves the card",
                    name(&group.role),
                    words(item)
                ));
            }
        }
    }
    out
}

/// Text stands out from what was painted under it.
fn contrasts(page: &Page) -> Vec<String> {
    let mut painted: Vec<(Rect, Colour)> = Vec::new();
    let mut out = Vec::new();
    for item in page.groups.iter().flat_map(|g| &g.items) {
        match item {
            Item::Shape {
                geometry,
                fill: Some(fill),
                ..
            } => {
                painted.extend(geometry.bounds().map(|b| (b, *fill)));
            }
            Item::Shape { .. } => {}
            Item::Text { at, run, colour } => {
                let middle = Point::new(at.x + run.width / 2.0, at.y - run.style.size * 0.3);
                let ground = painted.iter().rev().find(|(b, _)| b.contains(middle));
                let ground = ground.map_or(page.ground, |(_, c)| *c);
                if colour.contrast(ground) < 4.5 {
                    out.push(format!(
                        "{}: contrast {:.2}",
                        words(item),
                        colour.contrast(ground)
                    ));
                }
            }
        }
    }
    out
}

/// Every body once; every link once, permissions apart.
fn complete(project: &Project, shown: &[StructureId], page: &Page) -> Vec<String> {
    let mut drawn: BTreeMap<(String, String), usize> = BTreeMap::new();
    for group in &page.groups {
        let key = match &group.role {
            Role::Body(b) => (b.structure.to_string(), format!("body {}", b.body)),
            Role::Link(l) => (l.structure.to_string(), format!("link {}", l.link)),
            Role::Collective(line) => {
                for link in &line.links {
                    let key = (line.structure.to_string(), format!("link {link}"));
                    *drawn.entry(key).or_default() += 1;
                }
                continue;
            }
            _ => continue,
        };
        *drawn.entry(key).or_default() += 1;
    }
    let mut out = Vec::new();
    for id in shown {
        let structure = project.structure(id).unwrap();
        let bodies = structure.bodies.iter().map(|b| format!("body {}", b.id));
        let links = structure.links.iter().filter(|l| !l.permission);
        for what in bodies.chain(links.map(|l| format!("link {}", l.id))) {
            match drawn.remove(&(id.to_string(), what.clone())) {
                Some(1) => {}
                times => out.push(format!(
                    "{id}: {what} is drawn {} times",
                    times.unwrap_or(0)
                )),
            }
        }
    }
    // A collective line may stand for permissions, which need not be drawn.
    let permission = |id: &str, what: &str| {
        let structure = project.structures.iter().find(|s| s.id().as_str() == id);
        let link = what.strip_prefix("link ").zip(structure);
        let link = link.and_then(|(link, s)| s.links.iter().find(|l| l.id.as_str() == link));
        link.is_some_and(|l| l.permission)
    };
    drawn.retain(|(id, what), times| *times > 1 || !permission(id, what));
    out.extend(
        drawn
            .keys()
            .map(|key| format!("{key:?} is drawn, but not asked for")),
    );
    out
}

/// Words outside cards do not lie on other words, on cards or on empty places.
fn collisions(page: &Page) -> Vec<String> {
    let loose = |g: &&Group| !matches!(g.role, Role::Body(_) | Role::Ghost { .. } | Role::Link(_));
    let mut taken: Vec<(String, Rect)> = outlines(page)
        .into_iter()
        .map(|(s, b, r)| (format!("card {s}/{b}"), r))
        .collect();
    let mut out = Vec::new();
    for group in page.groups.iter().filter(loose) {
        for item in group
            .items
            .iter()
            .filter(|i| matches!(i, Item::Text { .. }))
        {
            let Some(here) = box_of(item) else { continue };
            for (what, there) in &taken {
                if dotted_line::geom::overlap(here, *there, SLACK) {
                    out.push(format!("{} lies on {what}", words(item)));
                }
            }
            taken.push((words(item), here));
        }
    }
    out
}

/// No line runs through the words of a panel or of a collective line.
fn crossed_words(page: &Page) -> Vec<String> {
    let mut words = Vec::new();
    for group in &page.groups {
        let rows = group
            .items
            .iter()
            .filter(|i| matches!(i, Item::Text { .. }));
        // The number in a ring stands on the end of its own line.
        let number =
            |i: &&Item| matches!(i, Item::Text { run, .. } if run.text.parse::<u32>().is_err());
        if matches!(group.role, Role::Collective(_) | Role::Zone) {
            words.extend(
                rows.filter(number)
                    .filter_map(|i| Some((self::words(i), box_of(i)?))),
            );
        }
    }
    let mut out = Vec::new();
    for group in &page.groups {
        let line = matches!(group.role, Role::Link(_) | Role::Collective(_));
        let Some(Item::Shape {
            geometry: Geometry::Line { points, .. },
            ..
        }) = group.items.first().filter(|_| line)
        else {
            continue;
        };
        for (said, rect) in &words {
            let through = points.windows(2).any(|w| {
                dotted_line::geom::overlap(Rect::from_points(w[0], w[1]).inset(0.3), *rect, 0.0)
            });
            if through {
                out.push(format!("{} runs through {said}", name(&group.role)));
            }
        }
    }
    out
}

#[test]
fn the_checks_see_what_is_wrong() {
    let project = super::sample("redcar");
    let id = project.structures[0].id().clone();
    let good = dotted_line::scene::diagram(&project, &id, &Default::default()).unwrap();
    let shown = [id];
    assert_eq!(faults(&project, &shown, &good), Vec::<String>::new());
    let broken = |change: fn(&mut Page)| {
        let mut scene = good.clone();
        change(&mut scene.pages[0]);
        faults(&project, &shown, &scene).join("\n")
    };
    let gone = broken(|page| page.groups.retain(|g| !matches!(g.role, Role::Link(_))));
    assert!(gone.contains("drawn 0 times"), "{gone}");
    let twice = broken(|page| {
        let all = page.groups.clone();
        page.groups.extend(all);
    });
    assert!(twice.contains("overlap") && twice.contains("drawn 2 times"));
    let small = broken(|page| page.size = dotted_line::geom::Size::new(300.0, 300.0));
    assert!(small.contains("leaves the page"));
    let pale = broken(|page| {
        for item in page.groups.iter_mut().flat_map(|g| &mut g.items) {
            if let Item::Text { colour, .. } = item {
                *colour = Colour::hex(0xCCCCCC);
            }
        }
    });
    assert!(pale.contains("contrast"));
}
