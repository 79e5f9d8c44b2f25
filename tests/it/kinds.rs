//! Which kinds of link a file draws, and what it says of the others.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use dotted_line::model::*;
use dotted_line::publish::{Format, Note, Order, What, in_words, plan, publish};
use dotted_line::scene::{Arrange, Item, Options, Page, Role};
use dotted_line::store;

use crate::cli::{Folder, run};

fn redcar() -> Project {
    let json = store::sample("redcar").unwrap().json;
    store::load(json.as_bytes()).unwrap().project
}

/// An order that draws these kinds alone, or all.
fn order(project: &Project, what: What, format: Format, kinds: Option<&[&str]>) -> Order {
    let mut options = Options::default();
    if let Some(kinds) = kinds {
        let kinds: Vec<LinkKindId> = kinds.iter().map(|kind| (*kind).into()).collect();
        options.filter.only(project, &kinds);
    }
    Order {
        what,
        format,
        options,
    }
}

fn proposed() -> What {
    What::Diagram("proposed".into())
}

fn pages(project: &Project, order: &Order) -> Vec<Page> {
    let plan = plan(project, order, &|_| ControlFlow::Continue(())).unwrap();
    plan.pages
}

/// The kinds of the lines that are drawn.
fn drawn(pages: &[Page]) -> BTreeSet<String> {
    let groups = pages.iter().flat_map(|page| &page.groups);
    let kinds = groups.filter_map(|group| match &group.role {
        Role::Link(link) => Some(link.kind.to_string()),
        Role::Collective(lines) => Some(lines.kind.to_string()),
        _ => None,
    });
    kinds.collect()
}

/// Everything that is written in groups of a role.
fn written(pages: &[Page], of: impl Fn(&Role) -> bool) -> String {
    let groups = pages.iter().flat_map(|page| &page.groups);
    let items = groups.filter(|g| of(&g.role)).flat_map(|g| &g.items);
    let texts = items.filter_map(|item| match item {
        Item::Text { run, .. } => Some(run.text.to_string()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn only_the_kinds_that_were_chosen_are_drawn_and_stand_in_the_key() {
    let project = redcar();
    for arrange in [Arrange::Plain, Arrange::Zoned] {
        let kinds: &[&str] = &["reports-to", "supports"];
        let mut some = order(&project, proposed(), Format::Png { dpi: 96 }, Some(kinds));
        some.options.arrange = arrange;
        let pages = pages(&project, &some);
        let expected: BTreeSet<String> = kinds.iter().map(ToString::to_string).collect();
        assert_eq!(drawn(&pages), expected);
        let key = written(&pages, |role| *role == Role::Legend);
        assert!(
            key.contains("Reports to") && key.contains("Supports"),
            "{key}"
        );
        assert!(!key.contains("Represented on"), "{key}");
        let notes = written(&pages, |role| *role == Role::Notes);
        assert!(notes.contains("39 × “represented on”"), "{notes}");
        assert!(!notes.contains("“supports”"), "{notes}");
    }
    let all = order(&project, proposed(), Format::Png { dpi: 96 }, None);
    let pages = pages(&project, &all);
    assert!(drawn(&pages).contains("represented-on"));
    let notes = written(&pages, |role| *role == Role::Notes);
    assert!(!notes.contains("left out"), "{notes}");
}

#[test]
fn the_text_version_says_what_its_picture_leaves_out_and_still_lists_it() {
    let project = redcar();
    let page = |what: What, kinds| {
        let order = order(&project, what, Format::of_extension("html").unwrap(), kinds);
        let made = publish(&project, &order, &|_| ControlFlow::Continue(())).unwrap();
        String::from_utf8(made.files[0].clone()).unwrap()
    };
    let some = page(
        proposed(),
        Some(&["reports-to", "tasked-by", "meets-in"][..]),
    );
    assert!(
        some.contains("The picture leaves out 42 links (1 engages with, 39 represented on, 2 supports), listed below."),
        "{some}"
    );
    assert!(some.contains("is represented on") || some.contains("are represented on"));
    assert!(!page(proposed(), None).contains("leaves out"));
    let pair = || What::Compare("current".into(), "proposed".into());
    let some = page(pair(), Some(&["reports-to"][..]));
    let told = "The picture leaves out 3 links in Current and 88 in Proposed (";
    assert!(some.contains(told), "{some}");
    // Words without a picture leave nothing out.
    assert!(
        !in_words(&project, &proposed())
            .unwrap()
            .contains("leaves out")
    );
}

#[test]
fn data_for_other_programs_holds_every_link_whatever_pictures_leave_out() {
    let project = redcar();
    let made = |kinds| {
        let order = order(&project, proposed(), Format::GraphMl, kinds);
        publish(&project, &order, &|_| ControlFlow::Continue(())).unwrap()
    };
    assert_eq!(made(Some(&["reports-to"][..])), made(None));
}

#[test]
fn a_note_of_a_pack_says_of_which_chart_it_tells() {
    let project = redcar();
    let what = What::Pack("current".into(), Some("proposed".into()));
    let mut order = order(&project, what, Format::Pdf, None);
    order.options.floor = 12.0;
    let notes = plan(&project, &order, &|_| ControlFlow::Continue(()))
        .unwrap()
        .notes;
    let small = notes
        .iter()
        .filter(|n| matches!(n.said(), Note::SmallText { .. }));
    let small: Vec<String> = small.map(ToString::to_string).collect();
    assert!(small.len() > 1, "{notes:#?}");
    let charts: BTreeSet<&str> = small
        .iter()
        .filter_map(|n| n.split_once(": The smallest"))
        .map(|(chart, _)| chart)
        .collect();
    assert_eq!(charts.len(), small.len(), "{small:#?}");
    assert!(charts.iter().all(|chart| chart.starts_with("Chart “")));
}

#[test]
fn kinds_are_asked_for_by_id_or_name_and_an_unknown_one_is_refused() {
    let folder = Folder::new();
    let project = folder.sample();
    let export = |out: &str, links: &str| {
        let out = folder.path(out);
        run(&[
            "export",
            &project,
            "-o",
            &out,
            "--structure",
            "proposed",
            "--links",
            links,
        ])
    };
    export("by-id.svg", "reports-to,tasked-by").code(0);
    export("by-name.svg", "Reports to, tasked BY").code(0);
    let read = |name: &str| std::fs::read_to_string(folder.path(name)).unwrap();
    assert_eq!(read("by-id.svg"), read("by-name.svg"));
    assert!(!read("by-id.svg").contains("data-kind=\"represented-on\""));
    let refused = export("out.svg", "reports to,likes").code(2);
    assert!(refused.stderr.contains("“likes”") && refused.stderr.contains("Represented on"));
    export("out.csv", "reports-to").code(2);
    export("out.dot", "reports-to").code(2);
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
    assert!(!std::path::Path::new(pdf).exists());
}
