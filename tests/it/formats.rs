//! What a person may type goes through every format unharmed; tables and web pages hold it all.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use dotted_line::export::{SvgText, html, page, xlsx};
use dotted_line::model::{Body, BodyId, LineageRow, Project, Seat, SeatNumber, Structure};
use dotted_line::model::{Fate, StructureId, Word};
use dotted_line::report::{Document, tables_document};
use dotted_line::scene::{self, Options};
use dotted_line::{describe, store};

use crate::cli::{Folder, run};

const ENDINGS: [&str; 10] = [
    "svg", "png", "html", "md", "csv", "xlsx", "drawio", "graphml", "dot", "mmd",
];

/// Names that some format could take for its own; and how they read on one row.
const NAMES: [(&str, &str); 8] = [
    ("A \"B\" & <C> 'D' \\", "A \"B\" & <C> 'D' \\"),
    ("line\none", "line one"),
    ("\u{1}bell\u{7f}", "bell"),
    (
        "\u{202e}bidi\u{2066}x\u{2069}",
        "\u{202e}bidi\u{2066}x\u{2069}",
    ),
    ("=SUM(A1)", "=SUM(A1)"),
    ("🏛️ Bwrdd Dŵr → ✓", "🏛️ Bwrdd Dŵr → ✓"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("_x0041_ ]]> --> &amp;", "_x0041_ ]]> --> &amp;"),
];

fn sample(name: &str) -> Project {
    store::load(store::sample(name).unwrap().json.as_bytes())
        .unwrap()
        .project
}

/// A body for each name, and what becomes of the first.
fn odd() -> Project {
    let mut project = Project::default();
    project.head.title = Some(NAMES.map(|(name, _)| name).join(" "));
    for id in ["one", "two"] {
        let mut structure = Structure::new(StructureId::new(id), NAMES[0].0);
        for (at, (name, _)) in NAMES.iter().enumerate() {
            let mut body = Body::new(BodyId::new(&format!("b{at}")), *name);
            body.chair = Some("+44 20".to_owned());
            body.meetings.per_year = (at == 0).then_some(0.0);
            body.seats.push(Seat {
                post: Some("@post".to_owned()),
                number: if at == 0 {
                    SeatNumber::Exactly(4)
                } else {
                    SeatNumber::Open
                },
                ..Seat::default()
            });
            structure.bodies.push(body);
        }
        project.structures.push(structure);
    }
    let mut row = LineageRow::new("one".into(), "two".into());
    row.from.push("b0".into());
    row.to.push("b0".into());
    row.fate = Some(Word::Known(Fate::Retained));
    row.reason = Some("-1+1".to_owned());
    project.lineage.push(row);
    project
}

/// The cells of a sheet.
fn cells(book: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
    assert!(
        book.worksheet_formula(sheet).unwrap().is_empty(),
        "no formula"
    );
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

fn column<'a>(rows: &'a [Vec<Data>], label: &str) -> Vec<&'a Data> {
    let at = rows[0].iter().position(|head| *head == *label);
    let at = at.unwrap_or_else(|| panic!("no column {label} in {:?}", rows[0]));
    rows[1..].iter().map(|row| &row[at]).collect()
}

#[test]
fn odd_names_go_through_every_format() {
    let folder = Folder::new();
    let path = folder.path("odd.json");
    let saved = store::save(&odd());
    std::fs::write(&path, saved).unwrap();
    // These are no markup: their title is read as text.
    let plain = ["csv", "dot", "mmd"];
    for ending in ENDINGS {
        let bytes = |name: &str| {
            let out = folder.path(&format!("{name}.{ending}"));
            run(&["export", &path, "-o", &out]).code(0);
            std::fs::read(out).unwrap()
        };
        let first = bytes("first");
        assert_eq!(first, bytes("again"), "{ending}: the same bytes");
        let Ok(text) = String::from_utf8(first) else {
            continue;
        };
        let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r');
        assert!(!text.contains(control), "{ending}");
        assert!(
            text.contains("Bwrdd Dŵr → ✓") || ending == "svg",
            "{ending}"
        );
        assert!(
            !text.replace("\\<", "").contains("<script>alert") || plain.contains(&ending),
            "{ending}"
        );
    }
}

#[test]
fn a_workbook_holds_texts_as_texts_and_unknown_as_nothing() {
    let project = odd();
    let document = tables_document(&project, &[project.structures[0].id()]);
    let book = xlsx(&document).unwrap();
    let bodies = cells(&book, "Bodies");
    let names: Vec<String> = column(&bodies, "Body")
        .iter()
        .map(|c| c.to_string())
        .collect();
    assert_eq!(names, NAMES.map(|(_, plain)| plain.to_owned()));
    assert!(
        column(&bodies, "Chair")
            .iter()
            .all(|c| **c == Data::String("+44 20".into()))
    );
    let meetings = column(&bodies, "Meetings a year");
    assert_eq!(
        meetings[0],
        &Data::Float(0.0),
        "a stated nought is a number"
    );
    assert!(meetings[1..].iter().all(|c| **c == Data::Empty));
    let seats = cells(&book, "Seats");
    let figures = column(&seats, "Seats");
    assert_eq!(figures[0], &Data::Float(4.0));
    assert!(figures[1..].iter().all(|c| **c == Data::Empty));
    assert_eq!(
        column(&cells(&book, "Lineage"), "Reason"),
        [&Data::String("-1+1".into())]
    );
    assert_eq!(xlsx(&document).unwrap(), book, "the same bytes");
    assert!(
        xlsx(&Document::new(
            dotted_line::model::Language::English,
            "No tables"
        ))
        .is_ok()
    );
}

#[test]
fn sheets_have_names_of_their_own() {
    let mut project = odd();
    project.structures[0].head.title = "x".repeat(40);
    project.structures[1].head.title = "x".repeat(39);
    let ids: Vec<_> = project.structures.iter().map(|s| s.id()).collect();
    let mut document = tables_document(&project, &ids);
    for caption in [
        "Bodies",
        "bodies",
        "",
        "a/b:c[d]*?",
        "'History'",
        &"long ".repeat(9),
        &"long ".repeat(9),
    ] {
        let mut table = dotted_line::report::Table::new(caption, &["A"]);
        table
            .rows
            .push(vec![dotted_line::report::Cell::text("w".repeat(40_000))]);
        document
            .blocks
            .push(dotted_line::report::Block::Table(table));
    }
    let book = xlsx(&document).unwrap();
    let book: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
    assert_eq!(
        book.sheet_names(),
        [
            "Bodies",
            "Links",
            "Seats",
            "Lineage",
            "Bodies 2",
            "bodies 3",
            "Table",
            "a b c d",
            "Table of history",
            "long long long long long long …",
            "long long long long long lon… 2",
        ]
    );
}

#[test]
fn the_tables_hold_every_record_of_a_sample() {
    for name in ["redcar", "cumbria", "west-cheshire"] {
        let project = sample(name);
        let ids: Vec<_> = project.structures.iter().map(|s| s.id()).collect();
        let document = tables_document(&project, &ids);
        let rows: Vec<usize> = document.tables().map(|table| table.rows.len()).collect();
        let sum = |count: &dyn Fn(&Structure) -> usize| {
            project.structures.iter().map(count).sum::<usize>()
        };
        let seats = |s: &Structure| s.bodies.iter().map(|b| b.seats.len()).sum();
        assert_eq!(
            rows,
            [
                sum(&|s| s.bodies.len()),
                sum(&|s| s.links.len()),
                sum(&seats),
                project.lineage.len()
            ],
            "{name}"
        );
    }
}

/// The web page of a sample's first structure, or of its first two.
fn web(name: &str, two: bool) -> String {
    let project = sample(name);
    let (a, b) = (project.structures[0].id(), project.structures[1].id());
    let options = Options::default();
    let (scene, words, tables) = if two {
        let comparison = dotted_line::compare::compare(&project, a, b).unwrap();
        (
            scene::compare(&project, a, b, &options).unwrap(),
            describe::describe_changes(&project, a, b).unwrap(),
            dotted_line::report::changes_document(&project, &comparison),
        )
    } else {
        (
            scene::diagram(&project, a, &options).unwrap(),
            describe::describe_structure(&project, a).unwrap(),
            tables_document(&project, &[a]),
        )
    };
    page(&scene, SvgText::Paths, &words, &tables)
}

#[test]
fn a_comparison_shows_today_the_proposal_or_both() {
    let text = web("redcar", true);
    // The style finds what is chosen before the picture, so all stand in one group, the picture last.
    let (_, group) = text.split_once("<fieldset class=\"panes\">").unwrap();
    let (group, _) = group.split_once("</fieldset>").unwrap();
    assert!(group.contains("<legend>Show</legend>") && group.contains("<svg "));
    for (id, words) in [
        ("both", "Both"),
        ("first", "Current"),
        ("second", "Proposed"),
    ] {
        let label = format!("<label for=\"dl1-{id}\">{words}</label>");
        assert!(
            group.contains(&format!("id=\"dl1-{id}\" class=\"{id}\"")) && group.contains(&label)
        );
    }
    assert_eq!(group.matches("type=\"radio\" name=\"dl1-show\"").count(), 3);
    assert_eq!(group.matches(" checked>").count(), 1);
    assert!(
        !web("redcar", false).contains("<fieldset"),
        "one structure has no before"
    );
}

#[test]
fn each_pane_of_a_comparison_holds_its_cards_and_no_others() {
    for sample in store::samples() {
        let project = store::load(sample.json.as_bytes()).unwrap().project;
        let (a, b) = (project.structures[0].id(), project.structures[1].id());
        let scene = scene::compare(&project, a, b, &Options::default()).unwrap();
        let [page] = scene.pages.as_slice() else {
            panic!("one page")
        };
        assert_eq!(page.panes.len(), 2, "{}", sample.name);
        for group in &page.groups {
            let scene::Role::Body(role) = &group.role else {
                continue;
            };
            let scene::Item::Shape { geometry, .. } = &group.items[0] else {
                panic!("a card begins with its outline")
            };
            let card = geometry.bounds().unwrap();
            for (pane, id) in page.panes.iter().zip([a, b]) {
                let inside = pane.view.contains_rect(card);
                let apart = pane.view.intersect(card).area() < 1.0;
                assert!(
                    if role.structure == *id { inside } else { apart },
                    "{}: {} in {}",
                    sample.name,
                    role.body,
                    pane.name
                );
            }
        }
    }
}

#[test]
fn a_web_page_stands_alone_and_is_small() {
    for (name, two) in [("redcar", false), ("redcar", true), ("cumbria", true)] {
        let text = web(name, two);
        assert!(text.len() <= 500_000, "{name}: {} bytes", text.len());
        let outside = text
            .replace("http://www.w3.org/2000/svg", "")
            .replace("href=\"#", "");
        for sign in [
            "http:", "https:", "src=", "href=", "url(", "@import", "fetch(",
        ] {
            assert!(!outside.contains(sign), "{name}: {sign}");
        }
        assert_eq!(text.matches("<h1>").count(), 1);
        assert_eq!(
            text.contains("<script>"),
            two,
            "only what becomes of bodies is asked"
        );
        assert_eq!(
            text.matches("What becomes of your group?").count(),
            usize::from(two)
        );
        let ids: Vec<&str> = text
            .split(" id=\"")
            .skip(1)
            .filter_map(|t| t.split('"').next())
            .collect();
        let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "an id stands once");
        let level = |h: &str| h.as_bytes()[0] - b'0';
        let levels: Vec<u8> = text
            .split("<h")
            .skip(1)
            .filter(|t| t.as_bytes()[0].is_ascii_digit())
            .map(level)
            .collect();
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{levels:?}"
        );
    }
}

#[test]
fn every_body_stands_on_the_page_and_in_its_table() {
    let project = sample("redcar");
    let text = web("redcar", false);
    let words = text.split("id=\"words\"").nth(1).unwrap();
    for body in &project.structures[0].bodies {
        assert!(text.contains(&format!("data-body=\"{}\"", body.id)));
        let name = body.name.replace('&', "&amp;").replace('\'', "&apos;");
        assert!(words.matches(&name).count() >= 2, "{name}");
    }
}

#[test]
fn pages_on_one_web_page_share_no_ids() {
    let folder = Folder::new();
    let path = folder.sample();
    let out = folder.path("several.html");
    let args = [
        "export",
        &path,
        "-o",
        &out,
        "--structure",
        "proposed",
        "--paper",
        "a5",
    ];
    run(&[&args[..], &["--pages", "several"]].concat()).code(0);
    let text = std::fs::read_to_string(out).unwrap();
    assert!(text.matches("<figure>").count() > 1);
    let ids: Vec<&str> = text
        .split(" id=\"")
        .skip(1)
        .filter_map(|t| t.split('"').next())
        .collect();
    let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len());
    for used in text
        .split("href=\"#")
        .skip(1)
        .filter_map(|t| t.split('"').next())
    {
        assert!(ids.contains(&used), "{used}");
    }
}

#[test]
fn an_empty_cell_is_no_head_of_a_row() {
    let project = sample("redcar");
    let ids: Vec<_> = project.structures.iter().map(|s| s.id()).collect();
    let text = html(&tables_document(&project, &ids));
    assert!(text.contains("<tr><td></td><td>New</td>"));
    assert!(!text.contains("<th scope=\"row\"></th>"));
}
