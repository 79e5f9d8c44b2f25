//! Word files: every part is sound, everything is told, the same project gives the same bytes.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use dotted_line::compare::compare;
use dotted_line::describe::{describe_changes, describe_structure};
use dotted_line::export::{Part, Publication, docx};
use dotted_line::model::*;
use dotted_line::report::{
    Block, Cell, Document, Table, changes_document, measures_document, members_document,
};
use dotted_line::scene::{self, Options, Pages, Paper};
use dotted_line::store;
use roxmltree::Node;

use crate::cli::{Folder, run};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word file taken to pieces: each part by its name.
struct Word(BTreeMap<String, Vec<u8>>);

impl Word {
    fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            assert!(
                parts
                    .insert(file.name().unwrap().into_owned(), content)
                    .is_none()
            );
        }
        let word = Self(parts);
        word.is_sound();
        word
    }

    fn text(&self, name: &str) -> &str {
        std::str::from_utf8(&self.0[name]).unwrap()
    }

    /// Every part is well-formed, has a type, and what it refers to is there.
    fn is_sound(&self) {
        let types = parsed(self.text("[Content_Types].xml"));
        let types = types.root_element();
        let of = |attribute: &str| -> Vec<String> {
            let named = types.children().filter_map(|n| n.attribute(attribute));
            named.map(str::to_owned).collect()
        };
        let (endings, names) = (of("Extension"), of("PartName"));
        for name in &names {
            assert!(self.0.contains_key(name.trim_start_matches('/')), "{name}");
        }
        for name in self.0.keys() {
            let ending = name.rsplit('.').next().unwrap();
            assert!(endings.iter().any(|e| e == ending), "{name}");
            let typed = names.iter().any(|n| n.trim_start_matches('/') == name);
            assert!(typed || ending != "xml" || name.starts_with('['), "{name}");
            if ending != "png" {
                parsed(self.text(name));
            }
        }
        for (part, base) in [
            ("_rels/.rels", ""),
            ("word/_rels/document.xml.rels", "word/"),
        ] {
            for relationship in parsed(self.text(part)).root_element().children() {
                let target = relationship.attribute("Target").unwrap();
                assert!(self.0.contains_key(&format!("{base}{target}")), "{target}");
            }
        }
        let text = parsed(self.text("word/document.xml"));
        let relationships = parsed(self.text("word/_rels/document.xml.rels"));
        let known: Vec<_> = relationships
            .root_element()
            .children()
            .filter_map(|n| n.attribute("Id"))
            .collect();
        for node in text.descendants() {
            let ids = [node.attribute((R, "embed")), node.attribute((R, "id"))];
            for id in ids.into_iter().flatten() {
                assert!(known.contains(&id), "{id}");
            }
        }
        let styles = parsed(self.text("word/styles.xml"));
        let styles: Vec<_> = named(styles.root(), "style")
            .filter_map(|n| n.attribute((W, "styleId")))
            .collect();
        for kind in ["pStyle", "tblStyle", "basedOn"] {
            for node in named(text.root(), kind) {
                assert!(styles.contains(&value(node)), "{}", value(node));
            }
        }
    }

    /// The paragraphs outside tables: style and words.
    fn paragraphs(&self) -> Vec<(String, String)> {
        let text = parsed(self.text("word/document.xml"));
        let body = named(text.root(), "body").next().unwrap();
        let paragraphs = body.children().filter(|n| n.has_tag_name((W, "p")));
        paragraphs
            .map(|node| {
                let style = named(node, "pStyle").next().map(|n| value(n).to_owned());
                (style.unwrap_or_default(), words(node))
            })
            .collect()
    }

    /// All words, one paragraph a line.
    fn words(&self) -> String {
        let text = parsed(self.text("word/document.xml"));
        let paragraphs = named(text.root(), "p").map(|node| words(node));
        paragraphs.collect::<Vec<_>>().join("\n")
    }

    fn pages(&self) -> usize {
        let properties = parsed(self.text("docProps/app.xml"));
        let pages = properties
            .descendants()
            .find(|n| n.tag_name().name() == "Pages");
        pages.unwrap().text().unwrap().parse().unwrap()
    }

    /// Alternative text and size of every picture.
    fn pictures(&self) -> Vec<(String, [f64; 2])> {
        let text = parsed(self.text("word/document.xml"));
        let inlines = text
            .descendants()
            .filter(|n| n.tag_name().name() == "inline");
        inlines
            .map(|inline| {
                let of = |name: &str| {
                    let mut children = inline.children();
                    children.find(|n| n.tag_name().name() == name).unwrap()
                };
                let size =
                    |name: &str| -> f64 { of("extent").attribute(name).unwrap().parse().unwrap() };
                let alt = of("docPr").attribute("descr").unwrap().to_owned();
                (alt, [size("cx") / 12_700.0, size("cy") / 12_700.0])
            })
            .collect()
    }

    /// Levels of the headings, in order.
    fn levels(&self) -> Vec<usize> {
        let paragraphs = self.paragraphs();
        let levels = paragraphs
            .iter()
            .filter_map(|(style, _)| style.strip_prefix("Heading"));
        levels.map(|level| level.parse().unwrap()).collect()
    }
}

fn parsed(text: &str) -> roxmltree::Document<'_> {
    roxmltree::Document::parse(text).expect("well-formed")
}

fn named<'a, 'i>(node: Node<'a, 'i>, name: &str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants()
        .filter(move |n| n.has_tag_name((W, name)))
}

fn value<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute((W, "val")).unwrap_or_default()
}

fn words(paragraph: Node<'_, '_>) -> String {
    let mut out = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            "t" => out.push_str(node.text().unwrap_or_default()),
            "tab" if node.parent().is_some_and(|p| p.has_tag_name((W, "r"))) => out.push(' '),
            _ => {}
        }
    }
    out
}

/// The words of a text as they stand in XML: one space between, no control characters.
fn spaced(text: &str) -> String {
    let kept = text.replace(['\u{FFFE}', '\u{FFFF}'], " ");
    let words = kept.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn sample(name: &str) -> Project {
    store::load(store::sample(name).unwrap().json.as_bytes())
        .unwrap()
        .project
}

fn publication(title: &str, parts: Vec<Part>) -> Publication {
    Publication {
        other: dotted_line::export::OtherLanguage::default(),
        title: title.to_owned(),
        language: "en-GB",
        date: Some("2011-07".to_owned()),
        parts,
    }
}

fn picture(project: &Project, structure: &StructureId, options: &Options) -> Part {
    Part::Picture {
        scene: Box::new(scene::diagram(project, structure, options).unwrap()),
        words: Box::new(describe_structure(project, structure).unwrap()),
    }
}

/// Changes, members and measures of a project.
fn documents(project: &Project) -> Vec<Part> {
    let (a, b) = (project.structures[0].id(), project.structures[1].id());
    let comparison = compare(project, a, b).unwrap();
    vec![
        Part::Words(changes_document(project, &comparison)),
        Part::Words(members_document(project, &comparison)),
        Part::Words(measures_document(project, &[a, b])),
    ]
}

/// Two pictures and all documents of a project in one file.
fn pack(project: &Project) -> Publication {
    let (a, b) = (project.structures[0].id(), project.structures[1].id());
    let mut parts = vec![
        Part::Picture {
            scene: Box::new(scene::compare(project, a, b, &Options::default()).unwrap()),
            words: Box::new(describe_changes(project, a, b).unwrap()),
        },
        picture(project, a, &Options::default()),
    ];
    parts.extend(documents(project));
    publication("A pack for the board", parts)
}

fn written(publication: &Publication) -> Word {
    Word::read(&docx(publication).unwrap())
}

/// One body of each name; all but the first report to it.
fn project_of(names: &[&str]) -> Project {
    let mut structure = Structure::new(StructureId::new("s"), "Now");
    for (at, name) in names.iter().enumerate() {
        let id = BodyId::new(&format!("b{at}"));
        structure.bodies.push(Body::new(id.clone(), *name));
        if at > 0 {
            let kind = LinkKindId::of(StandardLink::ReportsTo);
            let link = LinkId::new(&format!("l{at}"));
            structure
                .links
                .push(Link::new(link, id, kind, BodyId::new("b0")));
        }
    }
    Project {
        structures: vec![structure],
        ..Project::default()
    }
}

#[test]
fn packs_hold_every_name_and_are_built_of_styles() {
    for name in ["cheltenham", "carlisle"] {
        let project = sample(name);
        let word = written(&pack(&project));
        let all = word.words();
        for structure in &project.structures[..2] {
            for body in &structure.bodies {
                let words = spaced(&body.name);
                assert!(all.contains(&words), "{name}: {words}");
            }
        }
        let levels = word.levels();
        assert_eq!(levels[0], 1);
        assert!(
            levels.windows(2).all(|two| two[1] <= two[0] + 1),
            "{levels:?}"
        );
        // Two pictures, three documents, and the pictures in words at the end.
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 6);
        let titles = word.paragraphs();
        assert_eq!(
            titles[0],
            ("Title".to_owned(), "A pack for the board".to_owned())
        );
        for (alt, _) in word.pictures() {
            assert!((20..=250).contains(&alt.chars().count()), "{alt}");
        }
        assert_eq!(word.pictures().len(), 2);
    }
}

#[test]
fn tables_repeat_their_heads_and_keep_their_rows() {
    let word = written(&publication(
        "A pack for the board",
        documents(&sample("redcar")),
    ));
    let text = parsed(word.text("word/document.xml"));
    let mut tables = 0;
    for table in named(text.root(), "tbl") {
        tables += 1;
        let rows: Vec<_> = named(table, "tr").collect();
        assert_eq!(named(table, "tblHeader").count(), 1);
        assert_eq!(named(rows[0], "tblHeader").count(), 1);
        assert_eq!(named(table, "cantSplit").count(), rows.len());
        // It never begins at the foot of a page with one row alone.
        for (at, row) in rows.iter().enumerate() {
            let keeps = at + 1 < rows.len().min(3);
            assert_eq!(named(*row, "keepNext").next().is_some(), keeps);
        }
        for about in ["tblCaption", "tblDescription"] {
            assert!(!value(named(table, about).next().unwrap()).is_empty());
        }
        let columns = named(table, "gridCol").count();
        for row in rows {
            assert_eq!(named(row, "tc").count(), columns);
        }
        // A table needs a paragraph after it, and none touches another.
        let mut after = table.next_siblings().skip(1).filter(|n| n.is_element());
        assert!(after.next().unwrap().has_tag_name((W, "p")));
        // Many columns stand on a sheet that lies.
        let sheet = named(text.root(), "pgSz").find(|s| s.range().start > table.range().start);
        let lies = sheet.unwrap().attribute((W, "orient")) == Some("landscape");
        assert!(lies || columns <= 5);
    }
    assert!(tables > 10);
}

#[test]
fn language_title_and_date_are_stated_and_nobody_is_named() {
    let word = written(&publication(
        "A pack for the board",
        documents(&sample("redcar")),
    ));
    let text = parsed(word.text("word/document.xml"));
    for run in named(text.root(), "r").filter(|run| named(*run, "t").next().is_some()) {
        assert_eq!(value(named(run, "lang").next().unwrap()), "en-GB");
    }
    assert!(
        word.text("word/settings.xml")
            .contains("themeFontLang w:val=\"en-GB\"")
    );
    assert!(
        word.text("word/styles.xml")
            .contains("<w:lang w:val=\"en-GB\"")
    );
    let core = word.text("docProps/core.xml");
    assert!(core.contains("<dc:title>A pack for the board</dc:title>"));
    assert!(core.contains("<dc:creator>Dotted Line</dc:creator>"));
    assert_eq!(core.matches("2011-07-01T00:00:00Z").count(), 2);
    for footer in word.0.keys().filter(|name| name.starts_with("word/footer")) {
        let text = word.text(footer);
        assert!(text.contains(" PAGE ") && text.contains(" NUMPAGES "));
        assert!(text.contains("A pack for the board"));
    }
}

#[test]
fn committee_numbers_stand_before_their_paragraphs() {
    let project = sample("redcar");
    let (a, b) = (project.structures[0].id(), project.structures[1].id());
    let document = changes_document(&project, &compare(&project, a, b).unwrap());
    let word = written(&publication(
        &document.title,
        vec![Part::Words(document.clone())],
    ));
    let paragraphs = word.paragraphs();
    let numbered: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph {
                number: Some(number),
                text,
            } => Some((number, text)),
            _ => None,
        })
        .collect();
    assert!(numbered.len() > 10);
    for (number, text) in numbered {
        let expected = format!("{number} {}", spaced(text));
        let of = ("NumberedParagraph".to_owned(), expected);
        assert!(paragraphs.contains(&of), "{of:?}");
    }
    // The document's title is the file's; its chapters are the first headings.
    assert_eq!(
        paragraphs
            .iter()
            .filter(|(style, _)| style == "Title")
            .count(),
        1
    );
    assert_eq!(word.levels()[0], 1);
    let first = paragraphs.iter().find(|(style, _)| style == "Heading1");
    assert_eq!(first.unwrap().1, "1 In short");
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    let project = sample("cheltenham");
    assert_eq!(
        docx(&pack(&project)).unwrap(),
        docx(&pack(&project)).unwrap()
    );
}

#[test]
fn pictures_are_lines_and_pixels_and_fit_their_pages() {
    let project = sample("west-cheshire");
    let structure = project.structures[0].id();
    let several = Options {
        pages: Pages::Several,
        paper: Paper::A5,
        ..Options::default()
    };
    let fit = Options {
        paper: Paper::Fit,
        ..Options::default()
    };
    let a3 = Options {
        paper: Paper::A3,
        ..Options::default()
    };
    for options in [Options::default(), several, fit, a3] {
        let part = picture(&project, structure, &options);
        let Part::Picture { scene, .. } = &part else {
            unreachable!()
        };
        let (count, title) = (scene.pages.len(), scene.title.clone());
        let word = written(&publication(&title, vec![part]));
        let pictures = word.pictures();
        assert_eq!(pictures.len(), count);
        assert_eq!(count > 1, options.pages == Pages::Several);
        let text = parsed(word.text("word/document.xml"));
        let sheets: Vec<[f64; 2]> = named(text.root(), "pgSz")
            .map(|s| {
                ["w", "h"].map(|n| s.attribute((W, n)).unwrap().parse::<f64>().unwrap() / 20.0)
            })
            .collect();
        let mut ids = Vec::new();
        for (at, (alt, size)) in pictures.iter().enumerate() {
            assert!(!alt.is_empty() && size[0] > 100.0 && size[1] > 50.0);
            // Borders of 1.5 cm, and a heading over it.
            assert!(size[0] <= sheets[at][0] - 84.9, "{size:?} {sheets:?}");
            assert!(
                size[1] <= sheets[at][1] - 84.9 - 20.0,
                "{size:?} {sheets:?}"
            );
            let svg = word.text(&format!("word/media/picture{}.svg", at + 1));
            assert!(!svg.contains("<text"));
            let root = parsed(svg);
            let root = root.root_element();
            ids.push(root.attribute("aria-labelledby").unwrap().to_owned());
            let png = &word.0[&format!("word/media/picture{}.png", at + 1)];
            assert!(png.starts_with(b"\x89PNG"));
            // Both have one shape.
            let side =
                |at: usize| f64::from(u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
            let view: Vec<f64> = root
                .attribute("viewBox")
                .unwrap()
                .split(' ')
                .map(|n| n.parse().unwrap())
                .collect();
            assert!((side(16) / side(20) / (view[2] / view[3]) - 1.0).abs() < 0.01);
        }
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count);
        // One page for each picture, and the words after them.
        assert!(word.pages() > count);
    }
}

#[test]
fn every_body_is_drawn() {
    let project = sample("redcar");
    let structure = &project.structures[0];
    let word = written(&publication(
        "Now",
        vec![picture(&project, structure.id(), &Options::default())],
    ));
    let svg = word.text("word/media/picture1.svg");
    for body in &structure.bodies {
        assert!(
            svg.contains(&format!("data-body=\"{}\"", body.id)),
            "{}",
            body.name
        );
    }
}

#[test]
fn odd_names_neither_break_it_nor_get_lost() {
    let long = "x".repeat(1_000);
    let names = [
        "Board\u{0}with\u{7}controls\u{B}",
        "\u{200F}شورى\u{202E} mixed",
        "שלום Committee",
        "会議 Council",
        "Emoji 🏛👩‍👩‍👧 Forum",
        "Zero\u{FEFF}width\u{AD}hyphen",
        "]]> & <b> \"co\" 'it'",
        "Line\nand\ttab",
        "\u{FFFE}end\u{FFFF}",
        "e\u{301}\u{301} Dŵr",
        &long,
    ];
    let project = project_of(&names);
    let structure = project.structures[0].id();
    let parts = vec![
        picture(&project, structure, &Options::default()),
        Part::Words(measures_document(&project, &[structure])),
    ];
    let word = written(&publication("]]> & <b> \u{0}\u{202E}שלום", parts));
    let all = word.words();
    for name in names {
        let name = spaced(name);
        assert!(all.contains(&name), "{name:?}");
    }
    let text = parsed(word.text("word/document.xml"));
    assert!(named(text.root(), "bidi").count() >= 2);
    assert_eq!(
        named(text.root(), "rtl").count(),
        named(text.root(), "bidi").count()
    );
}

#[test]
fn nothing_and_very_much_can_be_written() {
    assert_eq!(written(&publication("Nothing", Vec::new())).pages(), 1);
    let empty = project_of(&[]);
    let part = picture(&empty, empty.structures[0].id(), &Options::default());
    assert!(written(&publication("", vec![part])).pages() >= 2);
    // A heading longer than a page, and a row of a table that is higher than one.
    let mut document = Document::new(Language::English, "title ".repeat(900));
    let mut table = Table::new("", &["Body", "Reason"]);
    table
        .rows
        .push(vec![Cell::text("a"), Cell::text("reason ".repeat(3_000))]);
    table.rows.push(vec![Cell::text("b"), Cell::default()]);
    document.blocks.push(Block::Table(table.clone()));
    document.blocks.push(Block::Table(table));
    document.blocks.push(Block::Table(Table::default()));
    let word = written(&publication("Much", vec![Part::Words(document)]));
    assert!(word.pages() > 6);
    assert_eq!(word.words().matches("reason").count(), 6_000);
}

#[test]
fn more_words_take_more_pages() {
    let pages = |paragraphs: usize| {
        let mut document = Document::new(Language::English, "Words");
        for _ in 0..paragraphs {
            document.blocks.push(Block::Paragraph {
                number: Some("2.1".to_owned()),
                text: "A paragraph of one row.".to_owned(),
            });
        }
        written(&publication("Words", vec![Part::Words(document)])).pages()
    };
    // 728.5 pt of height, 33 for the title, 21 for each paragraph.
    assert_eq!([0, 1, 33, 34, 67, 68].map(pages), [1, 1, 1, 2, 2, 3]);
}

#[test]
fn every_view_can_be_exported() {
    let folder = Folder::new();
    let path = folder.sample();
    for view in [
        "diagram", "compare", "overlay", "changes", "members", "measures",
    ] {
        let out = folder.path(&format!("{view}.docx"));
        run(&["export", &path, "-o", &out, "--view", view]).code(0);
        let word = Word::read(&std::fs::read(&out).unwrap());
        let two = word.words().contains("Schedule of changes");
        assert_eq!(
            two,
            matches!(view, "compare" | "overlay" | "changes"),
            "{view}"
        );
        let drawn = usize::from(matches!(view, "diagram" | "compare" | "overlay"));
        assert_eq!(word.pictures().len(), drawn, "{view}");
    }
    for (option, value) in [("--dpi", "300"), ("--svg-text", "live")] {
        let out = folder.path("no.docx");
        run(&["export", &path, "-o", &out, option, value]).code(2);
        assert!(!std::path::Path::new(&out).exists());
    }
    let out = folder.path("no.docx");
    run(&[
        "export", &path, "-o", &out, "--view", "changes", "--paper", "a3",
    ])
    .code(2);
}
