//! Two structures on one page: in shared places, or each by itself.

use dotted_line::geom::Rect;
use dotted_line::model::{BodyId, StructureId};
use dotted_line::scene::{self, Item, Options, Orientation, Role, Scene, Slots};

use super::page::faults;
use super::{ids, sample, sample_names};

/// The box of every body of a structure on a page.
fn boxes(scene: &Scene, structure: &StructureId) -> Vec<(BodyId, Rect)> {
    let groups = scene.pages[0].groups.iter();
    let own = groups.filter_map(|g| match &g.role {
        Role::Body(b) if b.structure == *structure => Some((b.body.clone(), g.outline()?)),
        _ => None,
    });
    own.collect()
}

#[test]
fn a_page_and_the_figures_of_its_places_agree() {
    for name in ["cheltenham", "cumbria"] {
        let project = sample(name);
        let ids = ids(&project);
        for slots in [Slots::Shared, Slots::Own] {
            let options = Options {
                slots,
                ..Options::default()
            };
            let page = scene::compare(&project, &ids[0], &ids[1], &options).unwrap();
            let joint = scene::joint_arrangement(&project, &ids[0], &ids[1], &options).unwrap();
            let scale = page.pages[0].scale;
            assert_eq!(scale, joint.scale);
            for arranged in &joint.structures {
                let boxes = boxes(&page, arranged.id);
                let drawn = |id: &BodyId| boxes.iter().find(|(b, _)| b == id).unwrap().1;
                let own: Vec<_> = arranged.bodies.iter().filter(|b| !b.ghost).collect();
                assert_eq!(own.len(), boxes.len());
                let first = (drawn(own[0].id), own[0].cell);
                for body in own {
                    let (rect, cell) = (drawn(body.id), body.cell);
                    let right = rect.x0 - first.0.x0 - f64::from(cell.x - first.1.x) * scale;
                    let down = rect.y0 - first.0.y0 - f64::from(cell.y - first.1.y) * scale;
                    assert!(
                        right.abs() < 0.01 && down.abs() < 0.01,
                        "{name}: {}",
                        body.id
                    );
                }
            }
        }
    }
}

#[test]
fn each_by_itself_has_no_empty_places_prints_no_smaller_and_keeps_the_order() {
    for name in sample_names() {
        let project = sample(name);
        let ids = ids(&project);
        let of = |slots| {
            let options = Options {
                slots,
                ..Options::default()
            };
            scene::joint_arrangement(&project, &ids[0], &ids[1], &options).unwrap()
        };
        let (shared, own) = (of(Slots::Shared), of(Slots::Own));
        assert!(own.scale >= shared.scale * 0.97, "{name}: {}", own.scale);
        for (structure, arranged) in project.structures.iter().zip(&own.structures) {
            assert!(arranged.bodies.iter().all(|b| !b.ghost), "{name}");
            let above = |id: &BodyId| {
                let mut lines = structure.links.iter().filter(|l| l.hierarchy());
                lines.find(|l| l.from == *id).map(|l| l.to.clone())
            };
            let place = |id: &BodyId| arranged.bodies.iter().find(|b| b.id == id).unwrap().cell;
            // Bodies of the later structure give the order.
            let order: Vec<&BodyId> = project.structures[1].bodies.iter().map(|b| &b.id).collect();
            let here = |id: &&BodyId| structure.bodies.iter().any(|b| b.id == **id);
            let order: Vec<&BodyId> = order.into_iter().filter(here).collect();
            for (n, a) in order.iter().enumerate() {
                for b in &order[n + 1..] {
                    if above(a).is_some() && above(a) == above(b) {
                        let (a, b) = (place(a), place(b));
                        assert!(a.x != b.x || a.y < b.y, "{name}: {a:?} {b:?}");
                        let before = b.right() <= a.x && b.bottom() <= a.y;
                        assert!(!before, "{name}: {a:?} {b:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn two_structures_on_an_upright_sheet_have_no_faults() {
    let options = Options {
        orientation: Orientation::Portrait,
        ..Options::default()
    };
    for name in sample_names() {
        let project = sample(name);
        let ids = ids(&project);
        let page = scene::compare(&project, &ids[0], &ids[1], &options).unwrap();
        let found = faults(&project, &ids[..2], &page);
        assert!(found.is_empty(), "{name}: {found:#?}");
    }
}

#[test]
fn the_boundary_runs_under_the_heading_of_a_side_with_nothing_else() {
    let text = r#"{"format": "dotted-line", "version": "1.0", "title": "Plan", "structures": [
        {"id": "now", "title": "Now", "bodies": []},
        {"id": "then", "title": "Then", "bodies": [{"id": "lep", "name": "Enterprise", "standing": "outside"}]}]}"#;
    let project = dotted_line::store::load(text.as_bytes()).unwrap().project;
    let ids = ids(&project);
    let page = scene::compare(&project, &ids[0], &ids[1], &Options::default()).unwrap();
    let items = || page.pages[0].groups.iter().flat_map(|g| &g.items);
    let heading = items().find_map(|item| match item {
        Item::Text { at, run, .. } if &*run.text == "Then" => Some(at.y),
        _ => None,
    });
    let zones = page.pages[0].groups.iter().filter(|g| g.role == Role::Zone);
    let line = zones.flat_map(|g| &g.items).find_map(|item| match item {
        Item::Shape { geometry, .. } => geometry.bounds(),
        _ => None,
    });
    let (heading, line) = (heading.unwrap(), line.unwrap().y0);
    assert!(
        line > heading + 4.0,
        "the line {line} under the baseline {heading}"
    );
}
