//! Pictures that were spoilt: each check sees its fault.

use dotted_line::geom::Point;
use dotted_line::model::Fate;
use dotted_line::publish::What;
use dotted_line::scene::{Colour, Geometry, Group, Ink, Item, Role, Stroke};

use super::super::{Case, bites, cases};
use super::{CHECKS, cards};

/// The first group of a picture for which this holds.
fn found(case: &mut Case, is: fn(&Role) -> bool) -> &mut Group {
    let mut groups = case.scene.pages[0].groups.iter_mut();
    groups.find(|g| is(&g.role)).unwrap()
}

fn body(role: &Role) -> bool {
    matches!(role, Role::Body(_))
}

fn link(role: &Role) -> bool {
    matches!(role, Role::Link(_))
}

fn moved(group: &mut Group, by: f64) {
    for item in &mut group.items {
        match item {
            Item::Text { at, .. } => at.x += by,
            Item::Shape {
                geometry: Geometry::Rect { rect, .. },
                ..
            } => {
                rect.x0 += by;
                rect.x1 += by;
            }
            Item::Shape { .. } => {}
        }
    }
}

#[test]
fn each_check_bites() {
    let all = cases("redcar", Ink::Colour);
    let good = &all[0];
    let compared = all
        .iter()
        .find(|c| matches!(c.what, What::Compare(..)))
        .unwrap();
    bites(&CHECKS, 1, good, |c| {
        let (first, second) = {
            let cards = cards(&c.scene.pages[0]);
            (cards[0].1, cards[1].1)
        };
        moved(found(c, body), second.x0 - first.x0);
        let down = second.y0 - first.y0;
        for item in &mut found(c, body).items {
            if let Item::Shape {
                geometry: Geometry::Rect { rect, .. },
                ..
            } = item
            {
                rect.y0 += down;
                rect.y1 += down;
            }
        }
    });
    bites(&CHECKS, 2, good, |c| {
        for item in &mut found(c, body).items {
            if let Item::Text { at, .. } = item {
                at.x += 200.0;
            }
        }
    });
    bites(&CHECKS, 3, good, |c| {
        let cards: Vec<Point> = cards(&c.scene.pages[0])
            .iter()
            .map(|(_, r)| r.center())
            .collect();
        if let Some(Item::Shape {
            geometry: Geometry::Line { points, .. },
            ..
        }) = found(c, link).items.first_mut()
        {
            *points = cards;
        }
    });
    bites(&CHECKS, 4, good, |c| {
        for item in c
            .scene
            .pages
            .iter_mut()
            .flat_map(|p| &mut p.groups)
            .flat_map(|g| &mut g.items)
        {
            if let Item::Text { run, .. } = item {
                *run = run.scaled(0.5);
            }
        }
    });
    let pen = |c: &mut Case, change: fn(&mut Stroke)| {
        for item in &mut found(c, link).items {
            if let Item::Shape {
                stroke: Some(stroke),
                ..
            } = item
            {
                change(stroke);
            }
        }
    };
    bites(&CHECKS, 5, good, |c| pen(c, |stroke| stroke.width = 0.4));
    bites(&CHECKS, 6, good, |c| {
        for item in &mut found(c, body).items {
            if let Item::Text { colour, .. } = item {
                *colour = Colour::hex(0xBBBBBB);
            }
        }
    });
    bites(&CHECKS, 7, good, |c| {
        pen(c, |stroke| stroke.colour = Colour::hex(0xCCCCCC));
    });
    let plain = |c: &mut Case| {
        let groups = c.scene.pages.iter_mut().flat_map(|p| &mut p.groups);
        for group in groups.filter(|g| link(&g.role)) {
            group.items.truncate(1);
            if let Some(Item::Shape {
                stroke: Some(stroke),
                ..
            }) = group.items.first_mut()
            {
                *stroke = Stroke::solid(Colour::hex(0x177A71), 1.5);
            }
        }
    };
    bites(&CHECKS, 8, good, plain);
    bites(&CHECKS, 9, good, plain);
    bites(&CHECKS, 8, compared, |c| {
        let groups = c.scene.pages.iter_mut().flat_map(|p| &mut p.groups);
        let merged =
            |g: &&mut Group| matches!(&g.role, Role::Body(b) if b.fate == Some(Fate::Merged));
        for group in groups.filter(merged) {
            group
                .items
                .retain(|item| !matches!(item, Item::Text { .. }));
        }
    });
    bites(&CHECKS, 10, good, |c| c.words.alt = "plan.json".to_owned());
    bites(&CHECKS, 13, good, |c| c.scene.pages[0].groups.reverse());
    bites(&CHECKS, 14, good, |c| {
        c.scene.pages[0]
            .groups
            .retain(|g| !matches!(&g.role, Role::Body(b) if b.body.as_str() == "board"));
    });
    bites(&CHECKS, 18, good, |c| {
        let groups = c.scene.pages[0].groups.clone();
        for _ in 0..4 {
            c.scene.pages[0].groups.extend(groups.clone());
        }
    });
}
