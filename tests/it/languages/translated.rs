//! A project of which every text is given in the second language: nothing of the first is left.

use std::collections::BTreeSet;

use dotted_line::export::SvgText;
use dotted_line::model::*;
use dotted_line::publish::{Format, Note, What, publish};
use dotted_line::say::{Label, Phrase};
use dotted_line::scene::Languages;
use dotted_line::store;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use serde_json::{Map, Value};

use super::{go_on, order, texts};

/// Fields that are no words of a person: ids, words of closed sets, dates.
const NO_WORDS: [&str; 19] = [
    "format",
    "count",
    "statutory_from",
    "look",
    "version",
    "id",
    "from",
    "to",
    "kind",
    "tier",
    "standing",
    "certainty",
    "fate",
    "date",
    "until",
    "from_structure",
    "to_structure",
    "through",
    "shadow_from",
];
/// States that the program says itself.
const STATES: [&str; 3] = ["not-established", "shadow", "time-limited"];

/// Words of another language, as long as the first: every letter is another one.
fn foreign(text: &str) -> String {
    let turn = |c: char, first: u8| {
        let at = (u32::from(c) - u32::from(first) + 13) % 26;
        char::from_u32(u32::from(first) + at).unwrap()
    };
    let letter = |c: char| match c {
        'a'..='z' => turn(c, b'a'),
        'A'..='Z' => turn(c, b'A'),
        _ => c,
    };
    text.chars().map(letter).collect()
}

/// Gives every text of a record and of those in it, whatever the program knows of them.
fn translate(record: &mut Map<String, Value>, said: &mut Vec<String>) {
    let mut second = Map::new();
    for (key, value) in record.iter_mut() {
        let listed = matches!(key.as_str(), "aliases" | "roles");
        match value {
            Value::String(text)
                if !NO_WORDS.contains(&key.as_str()) && !STATES.contains(&text.as_str()) =>
            {
                second.insert(key.clone(), foreign(text).into());
                said.push(text.clone());
            }
            Value::Array(items) if listed => {
                let lines: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                second.insert(key.clone(), foreign(&lines.join("\n")).into());
                said.extend(lines.into_iter().map(str::to_owned));
            }
            Value::Array(items) => {
                for item in items.iter_mut().filter_map(Value::as_object_mut) {
                    translate(item, said);
                }
            }
            Value::Object(meetings) if key == "meetings" => {
                if let Some(Value::String(text)) = meetings.get("as_stated") {
                    second.insert("as_stated".into(), foreign(text).into());
                    said.push(text.clone());
                }
            }
            _ => {}
        }
    }
    if !second.is_empty() {
        record.insert("in_second".into(), second.into());
    }
}

/// A sample with every text in two languages, and the texts of the first.
fn whole(sample: &str) -> (Project, Vec<String>) {
    let mut file: Value = serde_json::from_str(store::sample(sample).unwrap().json).unwrap();
    let record = file.as_object_mut().unwrap();
    let mut said = Vec::new();
    translate(record, &mut said);
    record.insert("second_language".into(), "cy".into());
    record.insert("version".into(), "1.1".into());
    let loaded = store::load(file.to_string().as_bytes()).unwrap();
    assert_eq!(loaded.issues.len(), 0, "{:?}", loaded.issues);
    (loaded.project, said)
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| word.len() > 3).map(str::to_lowercase)
}

/// Everything that is read, of one sample.
fn pair(project: &Project) -> (StructureId, StructureId) {
    let [from, to] = [0, 1].map(|at| project.structures[at].id().clone());
    (from, to)
}

fn subjects(project: &Project) -> Vec<What> {
    let (from, to) = pair(project);
    let both = || (from.clone(), to.clone());
    vec![
        What::Diagram(to.clone()),
        What::Compare(from.clone(), to.clone()),
        What::Changes(from.clone(), to.clone()),
        What::Members(from.clone(), to.clone()),
        What::Measures(vec![from.clone(), to.clone()]),
        What::Pack(from.clone(), Some(to.clone())),
        What::Pack(to.clone(), None),
        What::Talk(vec![from.clone()], Some(both())),
    ]
}

#[test]
fn nothing_of_the_first_language_is_left() {
    for sample in ["redcar", "cheltenham", "cumbria"] {
        let (project, said) = whole(sample);
        let own = Label::ALL.iter().map(|l| l.in_language(Language::English));
        let own = own.chain(Phrase::ALL.iter().map(|p| p.in_language(Language::English)));
        let own = own.chain(Fate::ALL.iter().map(|fate| fate.label()));
        let months = ["January", "July", "October", "December", "Nothing", "which"];
        let english: BTreeSet<String> = own
            .chain(months)
            .chain(said.iter().map(String::as_str))
            .flat_map(words)
            .collect();
        let own = Label::ALL.iter().map(|l| l.in_language(Language::Welsh));
        let own = own.chain(Phrase::ALL.iter().map(|p| p.in_language(Language::Welsh)));
        let welsh: BTreeSet<String> = own
            .map(str::to_owned)
            .chain(said.iter().map(|text| foreign(text)))
            .flat_map(|text| words(&text).collect::<Vec<_>>())
            .collect();
        for what in subjects(&project) {
            let format = match what {
                What::Talk(..) => Format::Pptx,
                _ => Format::Markdown,
            };
            let made = publish(&project, &order(&what, format, Languages::Second), &go_on).unwrap();
            let untranslated = |note: &&Note| matches!(note, Note::Untranslated { .. });
            assert_eq!(made.notes.iter().find(untranslated), None, "{what:?}");
            let text = match format {
                Format::Pptx => slides(&made.files[0]),
                _ => String::from_utf8(made.files[0].clone()).unwrap(),
            };
            let left: BTreeSet<String> = words(&text)
                .filter(|word| english.contains(word) && !welsh.contains(word))
                .collect();
            assert!(left.is_empty(), "{sample} {what:?}: {left:?} in\n{text}");
        }
        let (from, to) = pair(&project);
        let drawn = [
            What::Diagram(to.clone()),
            What::Compare(from.clone(), to.clone()),
            What::Overlay(from, to),
        ];
        for what in drawn {
            let order = order(&what, Format::Svg(SvgText::Live), Languages::Second);
            let planned = dotted_line::publish::plan(&project, &order, &go_on).unwrap();
            let drawn = planned.pages.iter().flat_map(texts);
            let left: BTreeSet<String> = drawn
                .flat_map(words)
                .filter(|word| english.contains(word) && !welsh.contains(word))
                .collect();
            assert!(left.is_empty(), "{sample} {what:?}: {left:?}");
        }
    }
}

/// The words of slides and their notes.
fn slides(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut out = String::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        if !name.starts_with("ppt/slides/slide") && !name.starts_with("ppt/notesSlides/notes") {
            continue;
        }
        let mut xml = String::new();
        std::io::Read::read_to_string(&mut file, &mut xml).unwrap();
        assert!(!xml.contains("en-GB"), "{name}");
        let texts = xml.split("<a:t>").skip(1);
        let described = xml.split("descr=\"").skip(1);
        out.extend(texts.filter_map(|t| Some(format!("{} ", t.split_once("</a:t>")?.0))));
        out.extend(described.filter_map(|t| Some(format!("{} ", t.split_once('"')?.0))));
    }
    out
}

/// What is translated is read there and back again; what is not, is counted.
#[test]
fn texts_without_a_translation_are_counted() {
    let (mut project, _) = whole("redcar");
    let (from, to) = pair(&project);
    assert_eq!(
        project.read_in(Language::Welsh).read_in(Language::English),
        project
    );
    project.lineage[0].in_second.set("reason", None);
    project.steps[0].in_second.set("what", None);
    project.structures[1].bodies[0].in_second.set("name", None);
    // What the other structure has too is known from there.
    let name = "Board of all Partners".to_owned();
    project.structures[1].bodies[0].name.clone_from(&name);
    for (what, format, expected) in [
        (
            What::Changes(from.clone(), to.clone()),
            Format::Pdf,
            format!("1 name and 2 other texts have no Welsh and stay in English: {name}."),
        ),
        (
            What::Compare(from.clone(), to.clone()),
            Format::Pdf,
            format!("1 name and 1 other text have no Welsh and stay in English: {name}."),
        ),
        (
            What::Compare(from.clone(), to.clone()),
            Format::Svg(SvgText::Paths),
            format!("1 name has no Welsh and stays in English: {name}."),
        ),
    ] {
        let made = publish(&project, &order(&what, format, Languages::Second), &go_on).unwrap();
        let told = made.notes.iter().map(ToString::to_string);
        assert!(
            told.into_iter().any(|note| note == expected),
            "{:?}",
            made.notes
        );
    }
}

/// A post that is translated at one seat is translated at all: who stays is not told as new.
#[test]
fn who_holds_two_seats_is_one_holder_in_every_language() {
    let (mut project, _) = whole("redcar");
    let mut seat = Seat {
        post: Some("Chair".into()),
        number: SeatNumber::Exactly(1),
        ..Seat::default()
    };
    let (from, to) = pair(&project);
    let row = project
        .lineage
        .iter()
        .find(|row| row.from.len() == 1 && row.to.len() == 1);
    let row = row.unwrap().clone();
    let mut set = |structure: &StructureId, body: &BodyId, seat: &Seat| {
        let mut structures = project.structures.iter_mut();
        let structure = structures.find(|s| s.id() == structure).unwrap();
        let body = structure.bodies.iter_mut().find(|b| b.id == *body).unwrap();
        body.seats = vec![seat.clone()];
    };
    set(&to, &row.to[0], &seat);
    seat.in_second.set("post", Some("Cadeirydd".into()));
    set(&from, &row.from[0], &seat);
    let members = What::Members(from, to);
    let made = publish(
        &project,
        &order(&members, Format::Markdown, Languages::Second),
        &go_on,
    );
    let text = String::from_utf8(made.unwrap().files[0].clone()).unwrap();
    let line = text
        .lines()
        .find(|line| line.contains("Cadeirydd"))
        .unwrap();
    assert!(line.ends_with("| 1 | 1 | cadw |"), "{line}");
}

/// The comparison in Welsh finds what the comparison in English finds.
#[test]
fn what_changes_is_the_same_in_both_languages() {
    for sample in ["redcar", "cheltenham", "west-cheshire"] {
        let (mut project, _) = whole(sample);
        // One of the two names of a body that stays is not translated.
        for body in project.structures[1].bodies.iter_mut().step_by(2) {
            body.in_second.set("name", None);
        }
        let (from, to) = pair(&project);
        let compare = |project: &Project| dotted_line::compare::compare(project, &from, &to);
        let english = compare(&project).unwrap();
        let welsh = compare(&project.read_in(Language::Welsh)).unwrap();
        assert_eq!(english.counts, welsh.counts);
        assert_eq!(english.unaccounted, welsh.unaccounted);
        assert_eq!(english.links.changed.len(), welsh.links.changed.len());
        for (a, b) in english.rows.iter().zip(&welsh.rows) {
            assert_eq!((a.fate, &a.also, &a.moved), (b.fate, &b.also, &b.moved));
            assert_ne!(a.text, b.text);
        }
    }
}

/// Files in Welsh are valid, say that they are, and mark what is not.
#[test]
fn what_stays_in_the_first_language_is_marked() {
    let (mut project, _) = whole("redcar");
    let name = "Board of all Partners";
    let later = &mut project.structures[1].bodies[1];
    later.name = name.into();
    later.in_second.set("name", None);
    project.lineage[1].reason = Some("To save time".into());
    project.lineage[1].in_second.set("reason", None);
    let (from, to) = pair(&project);
    let compare = What::Compare(from.clone(), to.clone());
    let pack = What::Pack(from, Some(to));
    for what in [compare, pack] {
        let make = |format| {
            let made = publish(&project, &order(&what, format, Languages::Second), &go_on);
            made.unwrap().files.remove(0)
        };
        let pdf = make(Format::Pdf);
        let told = format!("{:?}", crate::pdf::reader::Pdf::read(&pdf).texts());
        assert!(told.contains(name), "{told}");
        let bytes = String::from_utf8_lossy(&pdf).into_owned();
        assert!(bytes.contains("/Lang(cy)") || bytes.contains("/Lang (cy)"));
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
            let options = ValidationOptions::default().profile(profile);
            let report = validate_pdf_bytes(&pdf, &options).unwrap();
            assert!(report.is_compliant, "{report}");
        }
        let page = String::from_utf8(make(Format::Html(SvgText::Paths))).unwrap();
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"cy\">"));
        let marked = |words: &str| format!("<span lang=\"en-GB\">{words}</span>");
        assert!(page.contains(&marked(name)), "{page}");
        assert!(page.contains(&marked("To save time")));
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(make(Format::Docx))).unwrap();
        let mut xml = String::new();
        let mut file = zip.by_name("word/document.xml").unwrap();
        std::io::Read::read_to_string(&mut file, &mut xml).unwrap();
        let run = |words: &str| {
            format!("<w:lang w:val=\"en-GB\"/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t>")
        };
        assert!(xml.contains(&run(name)) && xml.contains(&run("To save time")));
        assert!(xml.contains("<w:lang w:val=\"cy\"/>"));
    }
}
