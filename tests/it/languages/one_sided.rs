//! Texts that are given in the second language in one of two structures only, and words that no
//! record can give in it.

use dotted_line::compare::compare;
use dotted_line::export::SvgText;
use dotted_line::model::{Language, Project};
use dotted_line::publish::{Format, Note, What, publish};
use dotted_line::scene::Languages;
use dotted_line::store;

use super::{go_on, order};

/// Everything of today has Welsh words, and nothing of what follows.
const PLAN: &str = r#"{"format":"dotted-line","version":"1.1","title":"Plan","second_language":"cy",
"in_second":{"title":"Cynllun"},
"structures":[
{"id":"now","title":"Now","in_second":{"title":"Nawr"},"bodies":[
 {"id":"board","name":"Board","in_second":{"name":"Y Bwrdd"}},
 {"id":"arts","name":"Arts","roles":["Approve the plan"],"meetings":{"as_stated":"quarterly"},
  "in_second":{"name":"Celf","roles":"Cymeradwyo’r cynllun","as_stated":"bob chwarter"}},
 {"id":"crafts","name":"Crafts","in_second":{"name":"Crefftau"}},
 {"id":"dance","name":"Dance","in_second":{"name":"Dawns"}}],
 "links":[{"id":"a","kind":"reports-to","from":"arts","to":"board"}]},
{"id":"then","title":"Then","in_second":{"title":"Wedyn"},"bodies":[
 {"id":"board","name":"Board"},
 {"id":"culture","name":"Arts","roles":["Approve the plan"],"meetings":{"as_stated":"Quarterly"}},
 {"id":"crafts","name":"Crafts"}],
 "links":[{"id":"a","kind":"reports-to","from":"culture","to":"board"}]}],
"lineage":[
 {"from_structure":"now","to_structure":"then","from":["board"],"to":["board"]},
 {"from_structure":"now","to_structure":"then","from":["arts"],"to":["culture"]},
 {"from_structure":"now","to_structure":"then","from":["crafts","dance"],"to":["crafts"]}]}"#;

fn plan() -> Project {
    let loaded = store::load(PLAN.as_bytes()).unwrap();
    assert_eq!(loaded.issues.len(), 0, "{:?}", loaded.issues);
    loaded.project
}

fn changes() -> What {
    What::Changes("now".into(), "then".into())
}

fn file(project: &Project, what: &What, format: Format) -> (String, Vec<Note>) {
    let order = order(what, format, Languages::Second);
    let mut made = publish(project, &order, &go_on).unwrap();
    (String::from_utf8(made.files.remove(0)).unwrap(), made.notes)
}

fn sentences(project: &Project) -> Vec<String> {
    let read = project.read_in(Language::Welsh);
    let found = compare(&read, &"now".into(), &"then".into()).unwrap();
    found.rows.into_iter().map(|row| row.text).collect()
}

fn swap(project: &mut Project) {
    project.structures.swap(0, 1);
    for row in &mut project.lineage {
        std::mem::swap(&mut row.from_structure, &mut row.to_structure);
        std::mem::swap(&mut row.from, &mut row.to);
    }
}

#[test]
fn what_goes_on_unchanged_keeps_its_welsh_words() {
    let project = plan();
    let (text, notes) = file(&project, &changes(), Format::Markdown);
    for told in [
        "Cedwir Y Bwrdd a Celf (R1 a R2).",
        "Unir Dawns â Crefftau, sy’n parhau (R3).",
        "| Y Bwrdd | Y Bwrdd | “bob chwarter” |",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    for english in ["Board", "Arts", "Crafts", "uarterly", "Approve"] {
        assert!(!text.contains(english), "{english}: {text}");
    }
    assert_eq!(notes, []);
    let told = sentences(&project);
    let expected = [
        "Cedwir Y Bwrdd.",
        "Cedwir Celf.",
        "Unir Dawns â Crefftau, sy’n parhau.",
    ];
    assert_eq!(told, expected);
    // Nothing is missing that the other structure gives.
    let found = dotted_line::check::check(&project, &[]);
    assert!(
        found
            .iter()
            .all(|found| found.rule != "second-language-missing")
    );
    // The other way about too.
    let mut turned = plan();
    swap(&mut turned);
    let found = compare(
        &turned.read_in(Language::Welsh),
        &"then".into(),
        &"now".into(),
    );
    assert_eq!(found.unwrap().rows[1].text, "Cedwir Celf.");
}

#[test]
fn words_go_along_stages_but_not_to_another_text() {
    let mut project = plan();
    let mut later = project.structures[1].clone();
    later.head.id = "later".into();
    later.bodies[1].id = "heritage".into();
    later.bodies[0].name = "Great Board".into();
    project.structures.push(later);
    let mut row = project.lineage[1].clone();
    (row.from_structure, row.to_structure) = ("then".into(), "later".into());
    (row.from, row.to) = (vec!["culture".into()], vec!["heritage".into()]);
    project.lineage.push(row);
    let read = project.read_in(Language::Welsh);
    let names: Vec<&str> = read.structures[2]
        .bodies
        .iter()
        .map(|b| b.name.as_str())
        .collect();
    assert_eq!(names, ["Great Board", "Celf", "Crefftau"]);
    // Who has the same name and nothing else in common may be called otherwise.
    project.lineage.clear();
    let read = project.read_in(Language::Welsh);
    assert_eq!(read.structures[1].bodies[1].name, "Arts");
}

#[test]
fn own_words_stay_and_the_same_is_the_same_nevertheless() {
    let mut project = plan();
    let later = &mut project.structures[1].bodies;
    later[2]
        .in_second
        .set("name", Some("Y Grŵp Crefftau".into()));
    later[1]
        .in_second
        .set("roles", Some("Derbyn y cynllun".into()));
    let told = sentences(&project);
    assert_eq!(told[1], "Cedwir Celf.");
    assert!(
        told[2].contains("Dawns") && !told[2].contains("Crefftau a"),
        "{told:?}"
    );
    assert!(told[2].contains("Y Grŵp Crefftau"), "{told:?}");
}

#[test]
fn roles_are_told_in_welsh_where_their_lines_agree() {
    let mut project = plan();
    let later = &mut project.structures[1].bodies[1];
    later.roles.push("Hold the budget".into());
    assert_eq!(
        sentences(&project)[1],
        "Cedwir Celf; rolau newydd: Hold the budget."
    );
    let set = |project: &mut Project, words: &str| {
        let later = &mut project.structures[1].bodies[1];
        later.in_second.set("roles", Some(words.into()));
    };
    set(&mut project, "Cymeradwyo\nCadw’r gyllideb");
    assert_eq!(
        sentences(&project)[1],
        "Cedwir Celf; rolau newydd: Cadw’r gyllideb."
    );
    set(&mut project, "Cymeradwyo a chadw’r gyllideb");
    assert_eq!(sentences(&project)[1], "Cedwir Celf; rolau newydd: 1.");
}

#[test]
fn free_dates_and_certainties_are_counted_and_marked() {
    let mut project = plan();
    project.lineage[0].date = Some("autumn 2024".into());
    project.lineage[1].date = Some("2024-09".into());
    project.lineage[2].date = Some("2024/25".into());
    let (_, notes) = file(&project, &changes(), Format::Markdown);
    let told: Vec<String> = notes.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["1 text has no Welsh and stays in English."]);
    let json = store::save(&project).replace(
        "\"autumn 2024\"",
        "\"autumn 2024\",\"certainty\":\"likely\"",
    );
    let project = store::load(json.as_bytes()).unwrap().project;
    let (page, notes) = file(&project, &changes(), Format::Html(SvgText::Paths));
    let told: Vec<String> = notes.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["2 texts have no Welsh and stay in English."]);
    for words in ["autumn 2024", "likely", "Likely"] {
        let marked = format!("<span lang=\"en-GB\">{words}</span>");
        assert!(page.contains(&marked), "{words}: {page}");
    }
    // A picture alone tells none of them.
    let picture = What::Compare("now".into(), "then".into());
    let (_, notes) = file(&project, &picture, Format::Svg(SvgText::Paths));
    let missing = |note: &&Note| matches!(note.said(), Note::Untranslated { .. });
    assert_eq!(notes.iter().find(missing), None);
}

#[test]
fn free_dates_of_bodies_and_structures_are_counted_too() {
    let mut project = plan();
    project.structures[0].head.date = Some("Spring 2024".into());
    project.structures[0].bodies[0].until = Some("the elections".into());
    let diagram = What::Diagram("now".into());
    for (format, expected) in [(Format::Markdown, 2), (Format::Svg(SvgText::Paths), 1)] {
        let (_, notes) = file(&project, &diagram, format);
        let texts = notes.iter().find_map(|note| match note.said() {
            Note::Untranslated { texts, .. } => Some(*texts),
            _ => None,
        });
        assert_eq!(texts, Some(expected), "{format:?}");
    }
}
