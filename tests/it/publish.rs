//! From an order to bytes: formats, previews, stopping.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;

use dotted_line::export::SvgText;
use dotted_line::model::*;
use dotted_line::publish::{
    Format, Note, Order, Progress, PublishError, Setting, Subject, What, numbered, plan, publish,
};
use dotted_line::scene::{Arrange, Item, Options, Page, Pages, Paper};
use dotted_line::store;

use crate::cli::{Folder, run};
use crate::pdf::reader::Pdf;

fn sample(name: &str) -> Project {
    let json = store::sample(name).unwrap().json;
    store::load(json.as_bytes()).unwrap().project
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn pair(project: &Project) -> (StructureId, StructureId) {
    let id = |at: usize| project.structures[at].id().clone();
    (id(0), id(1))
}

/// Everything that may be wanted of two structures.
fn everything(project: &Project) -> Vec<What> {
    let (a, b) = pair(project);
    vec![
        What::Diagram(a.clone()),
        What::Compare(a.clone(), b.clone()),
        What::Overlay(a.clone(), b.clone()),
        What::Changes(a.clone(), b.clone()),
        What::Members(a.clone(), b.clone()),
        What::Measures(vec![a.clone()]),
        What::Measures(vec![a.clone(), b.clone()]),
        What::Tables(vec![a.clone(), b.clone()]),
        What::Pack(b.clone(), None),
        What::Pack(a, Some(b)),
    ]
}

fn order(what: &What, format: Format) -> Order {
    Order {
        what: what.clone(),
        format,
        options: Options::default(),
    }
}

fn words(page: &Page) -> String {
    let items = page.groups.iter().flat_map(|group| &group.items);
    let texts = items.filter_map(|item| match item {
        Item::Text { run, .. } => Some(&*run.text),
        Item::Shape { .. } => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_format_gives_what_it_says_it_holds_and_nothing_else() {
    let project = sample("carlisle");
    for what in everything(&project) {
        for format in Format::ALL {
            let format = match format {
                // Few dots are as good as many here, and soon drawn.
                Format::Png { .. } => Format::Png { dpi: 30 },
                other => other,
            };
            let order = order(&what, format);
            let made = publish(&project, &order, &go_on);
            match (format.holds(what.subject()), made) {
                (Ok(()), Ok(made)) => {
                    assert!(made.files.iter().all(|file| !file.is_empty()));
                    assert!(!made.files.is_empty(), "{what:?} {format:?}");
                }
                (Err(misfit), Err(PublishError::Misfit(told))) => {
                    assert_eq!(misfit, told);
                    let sentence = misfit.to_string();
                    assert!(sentence.contains(format.name()), "{sentence}");
                }
                (held, made) => panic!("{what:?} {format:?}: {held:?}, {:?}", made.err()),
            }
        }
    }
}

#[test]
fn formats_are_known_by_their_endings() {
    let endings: BTreeSet<&str> = Format::ALL.iter().map(|f| f.extension()).collect();
    let names: BTreeSet<&str> = Format::ALL.iter().map(|f| f.name()).collect();
    assert_eq!(
        (endings.len(), names.len()),
        (Format::ALL.len(), Format::ALL.len())
    );
    for format in Format::ALL {
        let upper = format.extension().to_uppercase();
        assert_eq!(Format::of_extension(&upper), Some(format));
    }
    assert_eq!(Format::of_extension("bmp"), None);
}

#[test]
fn settings_mean_something_only_where_they_change_the_file() {
    let plain = Options::default();
    let zoned = Options {
        arrange: Arrange::Zoned,
        ..Options::default()
    };
    let fit = Options {
        paper: Paper::Fit,
        ..Options::default()
    };
    let (svg, png) = (Format::Svg(SvgText::Paths), Format::Png { dpi: 300 });
    for (setting, format, subject, options, expected) in [
        (Setting::Dpi, png, Subject::Diagram, &plain, true),
        (Setting::Dpi, svg, Subject::Diagram, &plain, false),
        (Setting::Dpi, Format::Pdf, Subject::Diagram, &plain, false),
        (Setting::SvgText, svg, Subject::Compare, &plain, true),
        (Setting::SvgText, png, Subject::Compare, &plain, false),
        (Setting::Paper, Format::Pdf, Subject::Changes, &plain, false),
        (
            Setting::Paper,
            Format::Markdown,
            Subject::Diagram,
            &plain,
            false,
        ),
        (
            Setting::Paper,
            Format::Mermaid,
            Subject::Diagram,
            &plain,
            false,
        ),
        (Setting::Paper, Format::Dot, Subject::Diagram, &plain, true),
        (Setting::Slots, svg, Subject::Compare, &plain, true),
        (Setting::Slots, svg, Subject::Diagram, &plain, false),
        (Setting::Pages, svg, Subject::Diagram, &plain, true),
        (Setting::Pages, svg, Subject::Diagram, &zoned, false),
        (Setting::Pages, svg, Subject::Diagram, &fit, false),
        (Setting::Pages, svg, Subject::Compare, &plain, false),
        (Setting::Tiers, svg, Subject::Diagram, &zoned, false),
        (Setting::Orientation, svg, Subject::Diagram, &fit, false),
    ] {
        let means = setting.means(format, subject, options);
        assert_eq!(means, expected, "{setting:?} {format:?} {subject:?}");
    }
}

#[test]
fn a_preview_has_the_pages_of_the_file() {
    let project = sample("redcar");
    let (a, b) = pair(&project);
    // A page of an SVG is a file.
    let mut several = order(&What::Diagram(a.clone()), Format::Svg(SvgText::Live));
    several.options.paper = Paper::A5;
    several.options.pages = Pages::Several;
    let planned = plan(&project, &several, &go_on).unwrap();
    let made = publish(&project, &several, &go_on).unwrap();
    assert!(planned.pages.len() > 1);
    assert_eq!(planned.pages.len(), made.files.len());
    // A PDF holds the picture and its words.
    let paper = order(&What::Diagram(a.clone()), Format::Pdf);
    let planned = plan(&project, &paper, &go_on).unwrap();
    let made = publish(&project, &paper, &go_on).unwrap();
    let texts = Pdf::read(&made.files[0]).texts();
    assert!(texts.len() > 1);
    assert_eq!(planned.pages.len(), texts.len());
    let last = planned.pages.last().unwrap();
    let count = planned.pages.len();
    assert!(words(last).contains(&format!("Page {count} of {count}")));
    assert!(words(&planned.pages[1]).contains("Text version"));
    // Words on paper; data has no page.
    let changes = order(&What::Changes(a.clone(), b), Format::Pdf);
    let planned = plan(&project, &changes, &go_on).unwrap();
    assert!(words(&planned.pages[0]).contains("In short"));
    let data = order(&What::Diagram(a), Format::GraphMl);
    assert!(plan(&project, &data, &go_on).unwrap().pages.is_empty());
}

#[test]
fn work_can_be_stopped_at_every_stage() {
    let project = sample("redcar");
    let (a, _) = pair(&project);
    let mut dots = order(&What::Diagram(a.clone()), Format::Png { dpi: 30 });
    dots.options.paper = Paper::A5;
    dots.options.pages = Pages::Several;
    for order in [dots, order(&What::Diagram(a), Format::Pdf)] {
        let stages = RefCell::new(Vec::new());
        publish(&project, &order, &|stage| {
            stages.borrow_mut().push(stage);
            ControlFlow::Continue(())
        })
        .unwrap();
        let stages = stages.into_inner();
        assert!(stages.len() >= 3, "{stages:?}");
        for stop in 0..stages.len() {
            let heard = Cell::new(0);
            let stopped = publish(&project, &order, &|_| {
                heard.set(heard.get() + 1);
                if heard.get() > stop {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
            assert!(matches!(stopped, Err(PublishError::Cancelled)));
            assert_eq!(heard.get(), stop + 1, "nothing is done after that");
        }
    }
}

#[test]
fn small_text_is_noted_with_what_would_help() {
    let project = sample("redcar");
    let (a, b) = pair(&project);
    let mut order = order(&What::Compare(a, b), Format::Svg(SvgText::Paths));
    order.options.paper = Paper::A5;
    let made = publish(&project, &order, &go_on).unwrap();
    let [
        Note::SmallText {
            size,
            least,
            larger,
            several,
            ..
        },
        ..,
    ] = made.notes.as_slice()
    else {
        panic!("{:?}", made.notes);
    };
    assert!(size < least && *larger != Paper::A5 && !several);
    order.options.paper = Paper::Fit;
    let notes = publish(&project, &order, &go_on).unwrap().notes;
    let small = |note: &Note| matches!(note, Note::SmallText { .. });
    assert!(!notes.iter().any(small), "{notes:?}");
}

#[test]
fn further_pages_are_numbered() {
    for (path, page, expected) in [
        ("out/plan.svg", 0, "out/plan.svg"),
        ("out/plan.svg", 1, "out/plan-2.svg"),
        ("a.b.PNG", 2, "a.b-3.PNG"),
        ("out", 2, "out-3"),
    ] {
        assert_eq!(numbered(Path::new(path), page), Path::new(expected));
    }
}

/// So many bodies that all report to the first, each represented on the two after it.
fn crowd(bodies: usize) -> Project {
    let mut structure = Structure::new(StructureId::new("s"), "Now");
    let id = |at: usize| BodyId::new(&format!("b{at}"));
    for at in 0..bodies {
        structure
            .bodies
            .push(Body::new(id(at), format!("Group {at}")));
        let mut link = |name: &str, kind, to: usize| {
            let kind = LinkKindId::of(kind);
            let own = LinkId::new(&format!("{name}{at}"));
            structure.links.push(Link::new(own, id(at), kind, id(to)));
        };
        if at > 0 {
            link("r", StandardLink::ReportsTo, 0);
            link("s", StandardLink::Supports, (at * 7 + 3) % bodies);
            link("t", StandardLink::TaskedBy, (at * 11 + 5) % bodies);
            link("i", StandardLink::Informs, (at * 17 + 9) % bodies);
            link("o", StandardLink::RepresentedOn, (at * 23 + 2) % bodies);
        }
    }
    Project {
        structures: vec![structure],
        ..Project::default()
    }
}

#[test]
fn a_crowded_sheet_and_a_tangle_are_told() {
    let told = |bodies: usize, paper: Paper| {
        let project = crowd(bodies);
        let mut order = order(
            &What::Diagram(StructureId::new("s")),
            Format::Svg(SvgText::Paths),
        );
        order.options.paper = paper;
        plan(&project, &order, &go_on).unwrap().notes
    };
    let crowded = |notes: &[Note]| {
        notes
            .iter()
            .any(|n| matches!(n, Note::Crowded { bodies: 70, .. }))
    };
    let notes = told(70, Paper::A4);
    assert!(crowded(&notes), "{notes:?}");
    let words: Vec<String> = notes.iter().map(ToString::to_string).collect();
    assert!(
        words
            .iter()
            .any(|w| w.starts_with("70 bodies on A4 are more than")),
        "{words:?}"
    );
    assert!(
        words
            .iter()
            .any(|w| w.contains(" places and are hard to follow. In zones")),
        "{words:?}"
    );
    assert!(!crowded(&told(70, Paper::A3)));
    assert!(!crowded(&told(70, Paper::Fit)));
    assert_eq!(told(3, Paper::A4), []);
}

#[test]
fn several_files_are_made_at_once_or_none() {
    let folder = Folder::new();
    let project = folder.sample();
    let paths = ["a.pdf", "a.docx", "a.svg", "a.csv"].map(|name| folder.path(name));
    let [pdf, docx, svg, csv] = paths.each_ref().map(String::as_str);
    // A setting counts for the files that can follow it.
    let all = [
        "export", &project, "-o", pdf, "-o", docx, "-o", svg, "-o", csv, "--style", "grey",
    ];
    run(&all).code(0);
    let alone = folder.path("alone.svg");
    run(&["export", &project, "-o", &alone, "--style", "grey"]).code(0);
    let read = |path: &str| std::fs::read(path).unwrap();
    assert_eq!(read(svg), read(&alone));
    for path in [pdf, docx, csv] {
        assert!(!read(path).is_empty());
        std::fs::remove_file(path).unwrap();
    }
    run(&["export", &project, "-o", pdf, "-o", csv, "--dpi", "96"]).code(2);
    run(&["export", &project, "-o", pdf, "-o", "out.bmp"]).code(2);
    let twice = run(&["export", &project, "-o", pdf, "-o", pdf]).code(2);
    assert!(twice.stderr.contains("one name"), "{}", twice.stderr);
    run(&[
        "export", &project, "-o", pdf, "-o", csv, "--view", "compare",
    ])
    .code(2);
    let other_way = folder.path("./a.pdf");
    let twice = run(&["export", &project, "-o", pdf, "-o", &other_way]).code(2);
    assert!(twice.stderr.contains("one name"), "{}", twice.stderr);
    let nowhere = folder.path("nowhere/a.svg");
    run(&["export", &project, "-o", pdf, "-o", &nowhere]).code(3);
    run(&["export", &project, "-o", pdf, "-o", &project]).code(2);
    assert!(!Path::new(pdf).exists());
}

#[test]
fn notes_of_several_files_name_theirs_and_places_count_where_there_are_two_structures() {
    let folder = Folder::new();
    let project = folder.sample();
    let [pdf, talk] = ["a.pdf", "a.pptx"].map(|name| folder.path(name));
    let both = [
        "export", &project, "-o", &pdf, "-o", &talk, "--slots", "own",
    ];
    let told = run(&both).code(0).stderr;
    assert!(told.lines().count() > 0);
    for line in told.lines() {
        assert!(
            line.contains("a.pdf: ") || line.contains("a.pptx: "),
            "{line}"
        );
    }
    run(&["export", &project, "-o", &pdf, "--slots", "own"]).code(2);
}
