//! What stands round a drawing can be chosen, and gives its room to the drawing.

use dotted_line::model::*;
use dotted_line::scene::{self, Item, Options, Page, Pages, Paper, Role, Surround};
use dotted_line::store;

use crate::cli::{Folder, run};

fn sample(name: &str) -> Project {
    let json = store::sample(name).unwrap().json;
    store::load(json.as_bytes()).unwrap().project
}

fn drawn(options: &Options) -> Page {
    let project = sample("redcar");
    let scene = scene::diagram(&project, project.structures[1].id(), options).unwrap();
    scene.pages.into_iter().next().unwrap()
}

fn with(surround: Surround) -> Page {
    drawn(&Options {
        surround,
        ..Options::default()
    })
}

/// The texts of the groups of a role, row by row.
fn texts(page: &Page, role: &Role) -> Vec<String> {
    let groups = page.groups.iter().filter(|group| group.role == *role);
    let items = groups.flat_map(|group| &group.items);
    let texts = items.filter_map(|item| match item {
        Item::Text { run, .. } => Some(run.text.trim().to_owned()),
        Item::Shape { .. } => None,
    });
    texts.collect()
}

#[test]
fn status_date_and_foot_are_as_asked() {
    let usual = texts(&with(Surround::default()), &Role::Title);
    assert!(usual.iter().any(|text| text == "Draft for consultation"));
    assert!(usual.iter().any(|text| text == "22 July 2011"));
    let page = with(Surround {
        status: Some("For decision".to_owned()),
        date: false,
        footer: Some("Cabinet, 12 May".to_owned()),
        ..Surround::default()
    });
    let title = texts(&page, &Role::Title);
    assert!(title.iter().any(|text| text == "For decision"));
    assert!(
        !title
            .iter()
            .any(|text| text.contains("2011") || text.contains("Draft"))
    );
    let notes = texts(&page, &Role::Notes);
    assert_eq!(notes.last().map(String::as_str), Some("Cabinet, 12 May"));
    let none = texts(
        &with(Surround {
            status: Some(" ".to_owned()),
            ..Surround::default()
        }),
        &Role::Title,
    );
    assert!(!none.iter().any(|text| text.contains("Draft")));
}

#[test]
fn what_is_left_out_gives_its_room_to_the_drawing() {
    let usual = with(Surround::default());
    let bare = with(Surround {
        title: false,
        legend: false,
        notes: false,
        ..Surround::default()
    });
    for role in [Role::Title, Role::Legend, Role::Notes] {
        assert_eq!(texts(&bare, &role), Vec::<String>::new());
        assert_ne!(texts(&usual, &role), Vec::<String>::new());
    }
    assert!(
        bare.scale > usual.scale * 1.05,
        "{} {}",
        bare.scale,
        usual.scale
    );
    let keyless = with(Surround {
        legend: false,
        ..Surround::default()
    });
    assert_eq!(texts(&keyless, &Role::Legend), Vec::<String>::new());
    let notes = |page| texts(page, &Role::Notes).join(" ");
    assert_eq!(notes(&keyless), notes(&usual));
}

#[test]
fn nothing_of_any_choice_leaves_the_sheet_or_covers_the_foot() {
    for paper in [Paper::A4, Paper::Fit, Paper::Custom(254, 143)] {
        for (title, legend, notes) in [
            (true, true, true),
            (true, false, true),
            (false, true, false),
            (true, true, false),
            (false, false, true),
        ] {
            let page = drawn(&Options {
                paper,
                surround: Surround {
                    title,
                    legend,
                    notes,
                    footer: Some("Foot".to_owned()),
                    ..Surround::default()
                },
                ..Options::default()
            });
            let (mut foot, mut lowest) = (0.0_f64, 0.0_f64);
            for item in page.groups.iter().flat_map(|group| &group.items) {
                match item {
                    Item::Text { at, run, .. } if &*run.text == "Foot" => {
                        foot = at.y - run.style.size;
                    }
                    Item::Text { at, run, .. } => {
                        assert!(at.x + run.width <= page.size.width + 0.01);
                        lowest = lowest.max(at.y);
                    }
                    Item::Shape { geometry, .. } => {
                        let bounds = geometry.bounds().unwrap();
                        assert!(bounds.x0 >= 0.0 && bounds.x1 <= page.size.width + 0.01);
                        lowest = lowest.max(bounds.y1);
                    }
                }
            }
            assert!(foot < page.size.height - 20.0);
            assert!(
                lowest <= foot + 0.5,
                "{paper:?} {title} {legend} {notes}: {lowest} {foot}"
            );
        }
    }
}

#[test]
fn a_sheet_in_mm_lies_as_it_is_given() {
    let mm = |pt: f64| (pt / 72.0 * 25.4).round();
    for ((w, h), orientation, expected) in [
        ((254, 143), scene::Orientation::Auto, (254.0, 143.0)),
        ((143, 254), scene::Orientation::Auto, (143.0, 254.0)),
        ((143, 254), scene::Orientation::Landscape, (254.0, 143.0)),
    ] {
        let page = drawn(&Options {
            paper: Paper::Custom(w, h),
            orientation,
            ..Options::default()
        });
        assert_eq!((mm(page.size.width), mm(page.size.height)), expected);
    }
}

#[test]
fn the_floor_says_when_a_structure_is_cut() {
    let project = sample("redcar");
    let pages = |floor: f64| {
        let options = Options {
            pages: Pages::Several,
            floor,
            ..Options::default()
        };
        let scene = scene::diagram(&project, project.structures[1].id(), &options).unwrap();
        scene.pages.len()
    };
    assert_eq!(pages(3.0), 1);
    assert!(pages(9.5) > 1);
}

#[test]
fn the_command_line_has_them_all() {
    let folder = Folder::new();
    let path = folder.sample();
    let out = folder.path("out.svg");
    let common = [
        "export",
        &path,
        "-o",
        &out,
        "--structure",
        "proposed",
        "--svg-text",
        "live",
    ];
    let svg = |more: &[&str]| {
        let ran = run(&[&common[..], more].concat()).code(0);
        (std::fs::read_to_string(&out).unwrap(), ran.stderr)
    };
    let (text, _) = svg(&[
        "--status",
        "For decision",
        "--no-date",
        "--footer",
        "Cabinet & all",
    ]);
    assert!(text.contains("For decision") && text.contains("Cabinet &amp; all"));
    assert!(!text.contains("22 July 2011"));
    let (text, _) = svg(&["--no-title", "--no-legend", "--no-notes"]);
    for role in ["title", "legend", "notes"] {
        assert!(!text.contains(&format!("data-role=\"{role}\"")), "{role}");
    }
    let (text, _) = svg(&["--paper", "254x143"]);
    assert!(
        text.contains("width=\"254mm\" height=\"143mm\""),
        "{}",
        &text[..300]
    );
    let (_, told) = svg(&["--paper", "120X90", "--floor", "7.5"]);
    assert!(
        told.contains("on 120 × 90 mm; 7.5 pt is the least"),
        "{told}"
    );
    assert_eq!(svg(&["--floor", "1"]).1, "");
    for wrong in [
        &["--paper", "12x9"][..],
        &["--paper", "letter"],
        &["--floor", "0"],
        &["--status", "x", "--no-title"],
        &["--no-date", "--no-title"],
    ] {
        run(&[&common[..], wrong].concat()).code(2);
    }
    let words = folder.path("out.md");
    let ran = run(&["export", &path, "-o", &words, "--no-legend"]).code(2);
    assert!(
        ran.stderr.contains("--no-legend is for pictures"),
        "{}",
        ran.stderr
    );
}
