//! Documents: golden files of real restructures, and what holds for any project.

use dotted_line::compare::{LinkChanges, compare};
use dotted_line::export::{csv, html, markdown};
use dotted_line::model::*;
use dotted_line::report::document::{Block, Document};
use dotted_line::report::{changes, changes_document, measures_document, members_document};
use proptest::prelude::*;

use crate::cli::{Folder, run};
use crate::model_properties::random;

/// A view of a sample as a file, kept as golden text.
fn golden(sample: &str, view: &str, ending: &str) {
    let folder = Folder::new();
    let path = folder.path("sample.json");
    run(&["sample", sample, "-o", &path]).code(0);
    let out = folder.path(&format!("out.{ending}"));
    run(&["export", &path, "-o", &out, "--view", view]).code(0);
    let text = std::fs::read_to_string(&out).unwrap();
    insta::with_settings!({
        snapshot_path => "../golden/report",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(format!("{sample}-{view}-{ending}"), text);
    });
}

#[test]
fn the_schedule_of_redcar_reads_as_before() {
    for ending in ["md", "csv", "html"] {
        golden("redcar", "changes", ending);
    }
}

#[test]
fn members_and_measures_of_redcar_read_as_before() {
    golden("redcar", "members", "md");
    golden("redcar", "measures", "md");
}

#[test]
fn the_schedule_of_cheltenham_reads_as_before() {
    for ending in ["md", "csv", "html"] {
        golden("cheltenham", "changes", ending);
    }
}

#[test]
fn charts_of_cheltenham_read_as_before() {
    for ending in ["mmd", "dot", "graphml", "drawio"] {
        golden("cheltenham", "diagram", ending);
    }
}

#[test]
fn tables_and_text_of_cheltenham_read_as_before() {
    for ending in ["csv", "md"] {
        golden("cheltenham", "diagram", ending);
    }
    golden("cheltenham", "compare", "md");
}

#[test]
fn a_view_that_a_format_cannot_hold_is_told() {
    let folder = Folder::new();
    let good = folder.sample();
    for (name, args, sentence) in [
        (
            "a.csv",
            &["--from", "current", "--to", "proposed"][..],
            "choose --view changes, members or measures",
        ),
        ("a.xlsx", &["--view", "overlay"], "this format holds tables"),
        ("a.md", &["--view", "overlay"], "or --view compare"),
        (
            "a.md",
            &["--view", "diagram", "--tiers"],
            "--tiers is for pictures",
        ),
        ("a.xlsx", &["--paper", "a3"], "--paper is for pictures"),
        ("a.html", &["--dpi", "90"], "--dpi is for PNG"),
        (
            "a.html",
            &["--view", "compare", "--tiers"],
            "--tiers is for one structure",
        ),
        (
            "a.svg",
            &["--view", "changes"],
            "--view changes is words and tables",
        ),
        (
            "a.png",
            &["--view", "measures"],
            "--view measures is words and tables",
        ),
        (
            "a.md",
            &["--view", "members", "--paper", "a3"],
            "--paper is for pictures",
        ),
        (
            "a.md",
            &["--view", "changes", "--dpi", "90"],
            "--dpi is for pictures",
        ),
        (
            "a.csv",
            &["--view", "changes", "--structure", "current"],
            "use --from and --to",
        ),
        (
            "a.drawio",
            &["--view", "compare"],
            "draw.io holds one structure: use --structure, not --view compare",
        ),
        (
            "a.mmd",
            &["--from", "current"],
            "Mermaid holds one structure",
        ),
        (
            "a.mmd",
            &["--paper", "a3"],
            "--paper is for pictures; Mermaid holds no places",
        ),
        ("a.graphml", &["--style", "grey"], "--style is for pictures"),
        (
            "a.dot",
            &["--arrange", "zoned"],
            "--arrange is for pictures",
        ),
        ("a.txt", &["--view", "changes"], "must end in"),
        (
            "a.md",
            &["--view", "changes", "--from", "nowhere"],
            "no structure called",
        ),
    ] {
        let out = folder.path(name);
        let mut all = vec!["export", &good, "-o", &out];
        all.extend(args);
        let ran = run(&all);
        let said = ran.stderr.clone();
        assert!(said.contains(sentence), "{name} {args:?}: {said}");
        ran.code(2);
        assert!(!std::path::Path::new(&out).exists());
    }
}

#[test]
fn measures_show_one_structure_or_two() {
    let folder = Folder::new();
    let good = folder.sample();
    let heads = |args: &[&str]| {
        let out = folder.path("measures.md");
        let mut all = vec!["export", &good, "-o", &out, "--view", "measures"];
        all.extend(args);
        run(&all).code(0);
        let text = std::fs::read_to_string(&out).unwrap();
        let head = text.lines().find(|line| line.starts_with("| Measure"));
        head.unwrap().to_owned()
    };
    assert_eq!(heads(&[]), "| Measure | Current |");
    assert_eq!(
        heads(&["--structure", "proposed"]),
        "| Measure | Proposed |"
    );
    assert_eq!(
        heads(&["--to", "proposed"]),
        "| Measure | Current | Proposed |"
    );
}

/// The same structure, with everything that makes no difference done to it.
fn noisy(structure: &Structure, turns: usize) -> Structure {
    let mut out = structure.clone();
    let noise = |text: &str| format!(" {} ", text.to_uppercase().replace(' ', " \u{a0} "));
    out.head.id = "noisy".into();
    out.bodies.reverse();
    let turns = turns % out.links.len().max(1);
    out.links.rotate_left(turns);
    for body in &mut out.bodies {
        body.name = noise(&body.name);
        body.pin = Some(Pin { x: 8, y: -12 });
        body.seats.reverse();
        for seat in &mut body.seats {
            seat.post = seat.post.as_deref().map(noise);
            seat.organisation = seat.organisation.as_deref().map(noise);
            seat.note = Some("only a note".into());
        }
        body.meetings.as_stated = body.meetings.as_stated.as_deref().map(noise);
        body.roles.reverse();
        body.aliases.push("Another".into());
    }
    for link in &mut out.links {
        link.label = Some(link.label.as_deref().map_or_else(|| " ".to_owned(), noise));
        link.id = LinkId::new(&format!("new-{}", link.id));
    }
    out
}

/// All texts of a document.
fn words(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => out.push_str(text),
            Block::List(items) => items.iter().for_each(|item| out.push_str(item)),
            Block::Table(table) => {
                for cell in table.rows.iter().flatten() {
                    out.push_str(&cell.text);
                    out.push('\n');
                }
            }
        }
        out.push('\n');
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_places_spaces_and_capitals_are_no_change(
        project in random::project(),
        turns in 0usize..8,
        filled in any::<[bool; 6]>(),
    ) {
        let mut project = project;
        let mut first = project.structures.swap_remove(0);
        for (body, filled) in first.bodies.iter_mut().zip(filled) {
            if filled {
                body.roles = vec!["Plan".into(), "Report".into()];
                body.meetings.as_stated = Some("six weekly".into());
                body.seats.push(Seat {
                    organisation: Some("Fire Brigade".into()),
                    number: SeatNumber::AtLeast(2),
                    ..Seat::default()
                });
            }
        }
        let second = noisy(&first, turns);
        project.lineage = first.bodies.iter().map(|body| {
            let mut row = LineageRow::new(first.id().clone(), second.id().clone());
            row.from = vec![body.id.clone()];
            row.to = vec![body.id.clone()];
            row
        }).collect();
        let (from, to) = (first.id().clone(), second.id().clone());
        project.structures = vec![first, second];
        let compared = compare(&project, &from, &to).unwrap();
        prop_assert_eq!(&compared.links, &LinkChanges::default());
        for row in &compared.rows {
            prop_assert!(row.unchanged(), "{}", row.text);
        }
        for row in changes::changes(&project, &compared).rows {
            prop_assert_eq!(row.meetings.words(), row.meetings.after.words());
            prop_assert_eq!(row.seats.words(), row.seats.after.words());
            prop_assert!(!row.follows() && !row.moved());
        }
        let prose = words(&changes_document(&project, &compared));
        prop_assert!(!prose.contains("change from") && !prose.contains("instead of"));
    }

    #[test]
    fn documents_tell_every_row_once_and_print(project in random::project()) {
        for old in &project.structures {
            for new in &project.structures {
                let compared = compare(&project, old.id(), new.id()).unwrap();
                let ledger = changes::changes(&project, &compared);
                let untold = compared.unaccounted.from.len() + compared.unaccounted.to.len();
                prop_assert_eq!(ledger.rows.len(), compared.rows.len() + untold);
                let mut order = ledger.by_weight();
                order.sort_unstable();
                prop_assert_eq!(order, (0..ledger.rows.len()).collect::<Vec<_>>());
                for document in [
                    changes_document(&project, &compared),
                    members_document(&project, &compared),
                    measures_document(&project, &[old.id(), new.id()]),
                ] {
                    printed(&document)?;
                }
                let table = changes_document(&project, &compared);
                let refs: Vec<String> = table.tables().take(1).flat_map(|t| &t.rows)
                    .map(|row| row[0].text.clone()).collect();
                for row in &compared.rows {
                    let found = refs.iter().filter(|r| **r == row.reference()).count();
                    prop_assert_eq!(found, 1);
                }
            }
        }
    }
}

/// Every format prints the document, and every table is whole.
fn printed(document: &Document) -> Result<(), TestCaseError> {
    for table in document.tables() {
        prop_assert!(
            table
                .rows
                .iter()
                .all(|row| row.len() == table.columns.len())
        );
    }
    let levels: Vec<u8> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, .. } => Some(*level),
            _ => None,
        })
        .collect();
    prop_assert_eq!(levels.first(), Some(&1));
    prop_assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1));
    let page = html(document);
    for tag in [
        "table", "tr", "td", "th", "p", "h1", "h2", "ul", "main", "div",
    ] {
        let open =
            page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        prop_assert_eq!(open, page.matches(&format!("</{tag}>")).count(), "{}", tag);
    }
    let sheet = csv(document);
    for line in sheet.trim_start_matches('\u{feff}').lines() {
        prop_assert!(!line.starts_with(['=', '+', '-', '@', '\t']), "{}", line);
    }
    let text = markdown(document);
    let rows = document.tables().map(|table| table.rows.len() + 2);
    let lines = text.lines().filter(|line| line.starts_with("| "));
    prop_assert_eq!(lines.count(), rows.sum::<usize>());
    Ok(())
}
