//! Every sample on every sheet, in every ink.

use dotted_line::geom::Rect;
use dotted_line::scene::theme::ThemeName;
use dotted_line::scene::{
    self, Arrange, Colour, Ink, Item, Options, Orientation, Paper, Role, Scene,
};

use super::page::faults;
use super::{ids, on, pictures, sample, sample_names};

fn proved(paper: Paper, orientation: Orientation) {
    let mut all = Vec::new();
    for name in sample_names() {
        let project = sample(name);
        for picture in pictures(name, &project, &on(paper, orientation)) {
            let found = faults(&project, &picture.shown, &picture.scene);
            all.extend(found.into_iter().map(|f| format!("{}: {f}", picture.name)));
        }
    }
    assert!(
        all.is_empty(),
        "{} faults: {:#?}",
        all.len(),
        &all[..all.len().min(30)]
    );
}

#[test]
fn a4_landscape() {
    proved(Paper::A4, Orientation::Landscape);
}

#[test]
fn a4_portrait() {
    proved(Paper::A4, Orientation::Portrait);
}

#[test]
fn a3_auto() {
    proved(Paper::A3, Orientation::Auto);
}

#[test]
fn a3_portrait() {
    proved(Paper::A3, Orientation::Portrait);
}

#[test]
fn a5_landscape() {
    proved(Paper::A5, Orientation::Landscape);
}

#[test]
fn a5_portrait() {
    proved(Paper::A5, Orientation::Portrait);
}

#[test]
fn slide() {
    proved(Paper::Slide, Orientation::Auto);
}

#[test]
fn fit() {
    proved(Paper::Fit, Orientation::Auto);
}

#[test]
fn fit_portrait() {
    proved(Paper::Fit, Orientation::Portrait);
}

fn proved_in_zones(options: &Options) {
    let mut all = Vec::new();
    for name in sample_names() {
        let project = sample(name);
        for id in ids(&project) {
            let options = Options {
                arrange: Arrange::Zoned,
                ..options.clone()
            };
            let scene = scene::diagram(&project, &id, &options).unwrap();
            let found = faults(&project, std::slice::from_ref(&id), &scene);
            all.extend(found.into_iter().map(|f| format!("{name} {id}: {f}")));
        }
    }
    assert!(all.is_empty(), "{options:?}: {all:#?}");
}

#[test]
fn in_zones_on_every_sheet() {
    for paper in [Paper::A4, Paper::A3, Paper::A5, Paper::Fit] {
        for orientation in [Orientation::Landscape, Orientation::Portrait] {
            proved_in_zones(&on(paper, orientation));
        }
    }
}

#[test]
fn in_zones_in_every_ink_and_theme() {
    for ink in [Ink::Grey, Ink::Mono] {
        proved_in_zones(&Options {
            ink,
            ..Options::default()
        });
    }
    proved_in_zones(&Options {
        theme: ThemeName::Dark,
        ..Options::default()
    });
}

/// What a designer reached by hand: text that can be read, and a quarter of the lines.
#[test]
fn redcar_in_zones_is_calm() {
    let project = sample("redcar");
    let ids = ids(&project);
    let options = Options {
        arrange: Arrange::Auto,
        ..on(Paper::A4, Orientation::Landscape)
    };
    let scene = scene::diagram(&project, &ids[1], &options).unwrap();
    let groups = || scene.pages.iter().flat_map(|p| &p.groups);
    let lines = groups().filter(|g| matches!(g.role, Role::Link(_) | Role::Collective(_)));
    assert!(lines.count() <= 25);
    assert!(groups().any(|g| matches!(g.role, Role::Collective(_))));
    assert!(scene.smallest_text().unwrap() >= 9.0);
}

fn colours(scene: &Scene) -> Vec<Colour> {
    let mut out: Vec<Colour> = scene.pages.iter().map(|p| p.ground).collect();
    for item in scene
        .pages
        .iter()
        .flat_map(|p| &p.groups)
        .flat_map(|g| &g.items)
    {
        match item {
            Item::Text { colour, .. } => out.push(*colour),
            Item::Shape { fill, stroke, .. } => {
                out.extend(*fill);
                out.extend(stroke.as_ref().map(|s| s.colour));
            }
        }
    }
    out
}

#[test]
fn grey_ink_has_greys_only_and_mono_black_and_white() {
    for name in sample_names() {
        let project = sample(name);
        let inked = |ink| {
            pictures(
                name,
                &project,
                &Options {
                    ink,
                    ..Options::default()
                },
            )
        };
        for picture in inked(Ink::Grey) {
            let grey = |c: &Colour| c.0 == c.1 && c.1 == c.2;
            assert!(colours(&picture.scene).iter().all(grey), "{}", picture.name);
            let found = faults(&project, &picture.shown, &picture.scene);
            assert!(found.is_empty(), "{}: {found:#?}", picture.name);
        }
        for picture in inked(Ink::Mono) {
            let pure = |c: &Colour| *c == Colour::hex(0) || *c == Colour::hex(0xFF_FFFF);
            assert!(colours(&picture.scene).iter().all(pure), "{}", picture.name);
            let found = faults(&project, &picture.shown, &picture.scene);
            assert!(found.is_empty(), "{}: {found:#?}", picture.name);
        }
    }
}

fn outline(scene: &Scene, body: &str) -> Rect {
    let groups = &scene.pages[0].groups;
    let found = groups
        .iter()
        .find(|g| matches!(&g.role, Role::Body(b) if b.body.as_str() == body));
    found.unwrap().outline().unwrap()
}

#[test]
fn a_body_and_its_only_successor_stand_in_the_same_box() {
    for name in sample_names() {
        let project = sample(name);
        let ids = ids(&project);
        let sides = scene::compare_sides(&project, &ids[0], &ids[1], &Options::default()).unwrap();
        assert_eq!(sides[0].pages[0].size, sides[1].pages[0].size);
        let mut pairs = 0;
        for (_, row) in project.rows_between(&ids[0], &ids[1]) {
            if let ([from], [to]) = (row.from.as_slice(), row.to.as_slice()) {
                let (a, b) = (
                    outline(&sides[0], from.as_str()),
                    outline(&sides[1], to.as_str()),
                );
                assert_eq!(a, b, "{name}: {from} and {to}");
                pairs += 1;
            }
        }
        assert!(pairs > 0, "{name} has bodies that go on");
    }
}

#[test]
fn the_same_picture_twice() {
    let project = sample("redcar");
    for (a, b) in pictures("redcar", &project, &Options::default())
        .into_iter()
        .zip(pictures("redcar", &project, &Options::default()))
    {
        assert_eq!(a.scene, b.scene, "{}", a.name);
    }
}
