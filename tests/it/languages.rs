//! Names and words in two languages: the same places, every name, English as it was.

mod one_sided;
mod translated;

use std::ops::ControlFlow;

use dotted_line::export::SvgText;
use dotted_line::geom::Rect;
use dotted_line::model::*;
use dotted_line::publish::{Format, Note, Order, Progress, Setting, Subject, What, plan, publish};
use dotted_line::scene::{Arrange, Item, Languages, Options, Page, Pages, Paper, Role};
use dotted_line::store;

use crate::pdf::reader::Pdf;

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A sample with a long Welsh name for every body, kind, tier and structure.
fn welsh(sample: &str) -> Project {
    const LONG: [&str; 5] = [
        "Partneriaeth Strategol Iechyd a Llesiant",
        "Bwrdd Gwasanaethau Cyhoeddus",
        "Grŵp Cyflawni Diogelwch Cymunedol",
        "Fforwm Adfywio",
        "Bwrdd Diogelu Oedolion Agored i Niwed",
    ];
    let json = store::sample(sample).unwrap().json;
    let mut project = store::load(json.as_bytes()).unwrap().project;
    project.head.second_language = Some("cy".into());
    let title = "Partneriaeth y Sir";
    project.head.in_second.set("title", Some(title.into()));
    project.head.in_second.set("place", Some("Y Sir".into()));
    for structure in &mut project.structures {
        structure
            .head
            .in_second
            .set("status", Some("Drafft".into()));
        let title = format!("Strwythur {}", structure.head.id);
        structure.head.in_second.set("title", Some(title));
        structure.head.in_second.set("note", Some("Nodyn".into()));
        for (at, body) in structure.bodies.iter_mut().enumerate() {
            let name = format!("{} {at}", LONG[at % LONG.len()]);
            body.in_second.set("name", Some(name));
            body.in_second.set("as_stated", Some("yn rheolaidd".into()));
            body.in_second.set("state", Some("dros dro".into()));
        }
        for link in &mut structure.links {
            link.in_second.set("label", Some("cadeirydd".into()));
        }
    }
    for (at, kind) in project.body_kinds.iter_mut().enumerate() {
        kind.in_second
            .set("name", Some(format!("Math o gorff {at}")));
        kind.in_second.set("plural", Some(format!("Mathau {at}")));
    }
    for (at, tier) in project.tiers.iter_mut().enumerate() {
        tier.in_second.set("name", Some(format!("Haen {at}")));
    }
    for kind in &mut project.link_kinds {
        kind.in_second.set("name", Some("Yn cydweithio â".into()));
    }
    project
}

fn order(what: &What, format: Format, languages: Languages) -> Order {
    let options = Options {
        languages,
        arrange: Arrange::Auto,
        ..Options::default()
    };
    Order {
        what: what.clone(),
        format,
        options,
    }
}

fn texts(page: &Page) -> Vec<&str> {
    let items = page.groups.iter().flat_map(|group| &group.items);
    let texts = items.filter_map(|item| match item {
        Item::Text { run, .. } => Some(&*run.text),
        Item::Shape { .. } => None,
    });
    texts.collect()
}

/// The outline of every card and the way of every line, by what they are.
fn places(page: &Page) -> Vec<(String, String)> {
    let group = |group: &dotted_line::scene::Group| {
        let first = group.items.first()?;
        match &group.role {
            Role::Body(body) => {
                let Item::Shape { geometry, .. } = first else {
                    return None;
                };
                Some((
                    format!("{} {}", body.structure, body.body),
                    format!("{geometry:?}"),
                ))
            }
            Role::Link(link) => {
                let name = format!("{} {}", link.structure, link.link);
                Some((name, format!("{first:?}")))
            }
            _ => None,
        }
    };
    page.groups.iter().filter_map(group).collect()
}

fn whats(project: &Project) -> [What; 2] {
    let [from, to] = [0, 1].map(|at| project.structures[at].id().clone());
    [What::Diagram(to.clone()), What::Compare(from, to)]
}

#[test]
fn in_both_languages_everything_stands_in_the_same_places() {
    for sample in ["redcar", "carlisle", "cheltenham"] {
        let project = welsh(sample);
        let [diagram, compare] = whats(&project);
        let What::Compare(from, to) = compare.clone() else {
            return;
        };
        for (what, pages) in [
            (diagram.clone(), Pages::One),
            (diagram, Pages::Several),
            (compare, Pages::One),
            (What::Overlay(from, to), Pages::One),
        ] {
            let mut order = order(&what, Format::Svg(SvgText::Live), Languages::Both);
            order.options.pages = pages;
            if pages == Pages::Several {
                order.options.paper = Paper::A5;
            }
            let planned = plan(&project, &order, &go_on).unwrap();
            let (english, welsh) = planned.pages.split_at(planned.pages.len() / 2);
            assert_eq!(english.len(), welsh.len(), "{sample}");
            let several = pages == Pages::Several && sample != "cheltenham";
            assert_eq!(english.len() > 1, several, "{sample}");
            for (english, welsh) in english.iter().zip(welsh) {
                assert_eq!(english.size, welsh.size, "{sample} {what:?} {pages:?}");
                assert_eq!(english.scale, welsh.scale, "{sample} {what:?} {pages:?}");
                assert_eq!(places(english), places(welsh), "{sample}");
                assert_ne!(texts(english), texts(welsh));
                // Room is not given at the cost of the sheet.
                let sheet = Rect::from_origin_size((0.0, 0.0), english.size).inflate(0.5, 0.5);
                for item in [english, welsh].iter().flat_map(|p| &p.groups) {
                    for item in &item.items {
                        if let Item::Text { at, .. } = item {
                            assert!(sheet.contains(*at), "{sample}: {item:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_welsh_name_is_in_the_picture_its_words_and_the_pdf() {
    let project = welsh("redcar");
    let [what, _] = whats(&project);
    let names = project.structures[1].bodies.iter();
    let names: Vec<&str> = names.filter_map(|b| b.in_second.get("name")).collect();
    let svg = order(&what, Format::Svg(SvgText::Live), Languages::Second);
    let made = publish(&project, &svg, &go_on).unwrap();
    let untranslated = |note: &&Note| matches!(note, Note::Untranslated { .. });
    assert_eq!(made.notes.iter().find(untranslated), None);
    let svg = String::from_utf8(made.files[0].clone()).unwrap();
    assert!(svg.contains(" lang=\"cy\""));
    let planned = plan(
        &project,
        &order(&what, Format::Svg(SvgText::Live), Languages::Second),
        &go_on,
    );
    let drawn = texts(&planned.unwrap().pages[0]).join(" ");
    for english in [
        "Key",
        "meetings a year",
        "seats",
        "Not decided",
        "Reports to",
        "not stated",
    ] {
        assert!(!drawn.contains(english), "{english}: {drawn}");
    }
    for languages in [Languages::Second, Languages::Both] {
        let made = publish(&project, &order(&what, Format::Pdf, languages), &go_on).unwrap();
        let pdf = Pdf::read(&made.files[0]);
        let told = pdf.texts().join(" ");
        for name in &names {
            assert!(told.contains(name), "{name}");
        }
        let tag = if languages == Languages::Both {
            "en-GB"
        } else {
            "cy"
        };
        let bytes = String::from_utf8_lossy(&made.files[0]).into_owned();
        assert!(
            bytes.contains(&format!("/Lang({tag})")) || bytes.contains(&format!("/Lang ({tag})"))
        );
    }
    let page = order(&what, Format::Html(SvgText::Paths), Languages::Both);
    let page = publish(&project, &page, &go_on).unwrap();
    let page = String::from_utf8(page.files[0].clone()).unwrap();
    assert!(page.contains("<html lang=\"en-GB\">") && page.contains(" lang=\"cy\">"));
    let words = order(&what, Format::Markdown, Languages::Second);
    let words = publish(&project, &words, &go_on).unwrap();
    let words = String::from_utf8(words.files[0].clone()).unwrap();
    assert!(names.iter().all(|name| words.contains(name)));
    for english in ["Overview", "reports to", "seats", " and ", "meets", "Who"] {
        assert!(!words.contains(english), "{english} in {words}");
    }
}

#[test]
fn a_word_file_in_welsh_says_so() {
    let project = welsh("carlisle");
    let [what, _] = whats(&project);
    let made = publish(
        &project,
        &order(&what, Format::Docx, Languages::Second),
        &go_on,
    )
    .unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&made.files[0])).unwrap();
    let mut text = String::new();
    let mut file = zip.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut file, &mut text).unwrap();
    assert!(text.contains("<w:lang w:val=\"cy\"/>"));
    assert!(text.contains("Fersiwn destun"));
}

#[test]
fn names_without_a_welsh_one_stay_and_are_told() {
    let mut project = welsh("carlisle");
    let body = &mut project.structures[1].bodies[0];
    body.in_second.set("name", None);
    // What the other structure has too is known from there.
    let name = "Board of all Partners".to_owned();
    body.name.clone_from(&name);
    let [what, _] = whats(&project);
    let order = order(&what, Format::Svg(SvgText::Live), Languages::Second);
    let made = publish(&project, &order, &go_on).unwrap();
    let told = Note::Untranslated {
        language: Language::Welsh,
        names: vec![name.clone()],
        texts: 0,
    };
    assert!(made.notes.contains(&told), "{:?}", made.notes);
    let svg = String::from_utf8(made.files[0].clone()).unwrap();
    assert!(svg.contains("Heb enw Cymraeg"));
    let found = dotted_line::check::check(&project, &[]);
    let found = found.iter().find(|f| f.rule == "second-language-missing");
    assert!(
        found
            .unwrap()
            .text
            .contains(&format!("1 name has no Welsh: “{name}”"))
    );
}

#[test]
fn english_stays_as_it_was() {
    for sample in ["redcar", "carlisle"] {
        let json = store::sample(sample).unwrap().json;
        let plain = store::load(json.as_bytes()).unwrap().project;
        let both = welsh(sample);
        for what in whats(&plain) {
            for format in [Format::Svg(SvgText::Live), Format::Pdf] {
                let order = order(&what, format, Languages::English);
                let [a, b] = [&plain, &both].map(|p| publish(p, &order, &go_on).unwrap());
                assert_eq!(a, b, "{sample}");
            }
        }
        // There and back again is the same project.
        let again = both.read_in(Language::Welsh).read_in(Language::English);
        assert_eq!(again, both);
    }
}

#[test]
fn what_holds_one_language_alone_is_refused_with_a_sentence() {
    let project = welsh("carlisle");
    let [diagram, compare] = whats(&project);
    let why = |what: &What, format, languages| {
        let order = order(what, format, languages);
        publish(&project, &order, &go_on).unwrap_err().to_string()
    };
    let What::Compare(from, to) = compare else {
        return;
    };
    let tables = What::Tables(vec![from, to]);
    assert!(
        why(&tables, Format::Csv, Languages::Second)
            .contains("have English heads, by which other programs find their columns: make")
    );
    assert_eq!(
        why(&diagram, Format::Docx, Languages::Both),
        "Word holds one language: make a file for each."
    );
    let json = store::sample("carlisle").unwrap().json;
    let plain = store::load(json.as_bytes()).unwrap().project;
    let order = order(&diagram, Format::Pdf, Languages::Second);
    assert_eq!(
        publish(&plain, &order, &go_on).unwrap_err().to_string(),
        "The project has no second language. Set it to Welsh (cy) in the details of the project first."
    );
    let heeds = |format: Format, subject| format.heeds(Setting::Language, subject);
    assert!(heeds(Format::Markdown, Subject::Diagram) && heeds(Format::Pdf, Subject::Pack));
    assert!(!heeds(Format::Csv, Subject::Tables));
}

/// Undo of a Welsh name, and the file that holds it.
#[test]
fn a_welsh_name_is_saved_and_taken_back() {
    let json = store::sample("carlisle").unwrap().json;
    let project = store::load(json.as_bytes()).unwrap().project;
    let before = store::save(&project);
    let mut workspace = Workspace::new(project);
    let structure = workspace.project().structures[0].clone();
    let mut body = structure.bodies[0].clone();
    body.in_second.set("name", Some("Y Bwrdd".into()));
    body.in_second.set("short", Some("  ".into()));
    let head = Head {
        second_language: Some("cy".into()),
        ..workspace.project().head.clone()
    };
    workspace.apply(ProjectCommand::SetHead(head)).unwrap();
    let set = BodyCommand::Set {
        structure: structure.id().clone(),
        body: Box::new(body),
    };
    workspace.apply(set).unwrap();
    let saved = store::save(workspace.project());
    assert!(
        saved.contains("\"in_second\": { \"name\": \"Y Bwrdd\" }"),
        "{saved}"
    );
    assert!(saved.contains("\"version\": \"1.1\""));
    let loaded = store::load(saved.as_bytes()).unwrap();
    assert_eq!(
        (&loaded.project, loaded.issues.len()),
        (workspace.project(), 0)
    );
    // A new name leaves the Welsh one as it is.
    let rename = BodyCommand::Rename {
        structure: structure.id().clone(),
        body: structure.bodies[0].id.clone(),
        name: "Another name".into(),
    };
    workspace.apply(rename).unwrap();
    let body = &workspace.project().structures[0].bodies[0];
    assert_eq!(body.in_second.get("name"), Some("Y Bwrdd"));
    while workspace.undo().is_some() {}
    assert_eq!(store::save(workspace.project()), before);
}
