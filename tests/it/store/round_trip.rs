//! What a file holds comes back: unknown fields byte for byte, unchanged files as they were.

use dotted_line::model::{Body, RuleTest, Word};
use dotted_line::store::{File, load, save, self_check};

/// Odd JSON that a later version might write.
const RAW: [&str; 7] = [
    r#"{"a":1,"a":2,  "b" :[ ]}"#,
    "123456789012345678901234567890123456789012345678901234567890",
    "[1e400, -0.0, 1E-7,\n      {\"deep\": [[[null]]]}]",
    r#""\u00e9\/\ud800 half""#,
    "{ \"spaced\"\t:\ttrue }",
    "null",
    r#"[{"id":"a","id":"b"}]"#,
];

fn with_extras() -> String {
    let [a, b, c, d, e, f, g] = RAW;
    format!(
        r#"{{"format": "dotted-line", "version": "1.7", "x1": {a},
  "structures": [{{"id": "s", "x2": {b}, "bodies": [
    {{"x3": {c}, "id": "a", "name": "A", "seats": [{{"x4": {d}}}], "meetings": {{"x5": {e}}}, "pin": {{"x": 1, "x6": {f}, "y": 2}}}}],
    "links": [{{"id": "l", "from": "a", "to": "a", "kind": "reports-to", "x7": {g}}}]}}],
  "body_kinds": [{{"id": "k", "name": "K", "x8": {a}, "x9": {b}}}],
  "rules": [{{"text": "r", "test": {{"kind": "of a later version", "with": {c}}}, "x10": {d}}}]}}"#
    )
}

#[test]
fn unknown_fields_come_back_byte_for_byte() {
    let first = load(with_extras().as_bytes()).unwrap();
    let project = &first.project;
    let extra = |key: &str, raw: &str| vec![(key.to_owned(), raw.to_owned())];
    let structure = &project.structures[0];
    let body = &structure.bodies[0];
    assert_eq!(project.extra.0, extra("x1", RAW[0]));
    assert_eq!(structure.head.extra.0, extra("x2", RAW[1]));
    assert_eq!(body.extra.0, extra("x3", RAW[2]));
    assert_eq!(body.seats[0].extra.0, extra("x4", RAW[3]));
    assert_eq!(body.meetings.extra.0, extra("x5", RAW[4]));
    assert_eq!(body.pin_extra.0, extra("x6", RAW[5]));
    assert_eq!(structure.links[0].extra.0, extra("x7", RAW[6]));
    let kind = &project.body_kinds[0].extra.0;
    assert_eq!(kind[0], ("x8".to_owned(), RAW[0].to_owned()));
    assert_eq!(kind[1], ("x9".to_owned(), RAW[1].to_owned()));
    assert!(matches!(&project.rules[0].test, Some(RuleTest::Other(raw)) if raw.contains(RAW[2])));

    let saved = save(project);
    for raw in RAW {
        assert!(saved.contains(raw), "{raw}");
    }
    let second = load(saved.as_bytes()).unwrap();
    assert_eq!(second.project, *project);
    assert_eq!(save(&second.project), saved);
    assert!(saved.contains(r#""version": "1.7""#));
    let issues: Vec<String> = first.issues.iter().map(ToString::to_string).collect();
    assert_eq!(
        issues,
        [
            "The file is of the newer version 1.7; what this program does not know is kept as it is. (line 1, column 38, version)",
            "10 fields that this program does not know are kept as in the file.",
        ]
    );
}

#[test]
fn an_unchanged_file_is_never_rewritten() {
    for mark in ["", "\u{feff}"] {
        let odd = format!(
            "{mark}\r\n{{ \"version\" : \"1.0\",\"format\":\"dotted-line\",\"title\":\"\\u0041\" }}  "
        );
        let (file, issues) = File::read(odd.clone().into_bytes()).unwrap();
        assert_eq!(issues, []);
        assert_eq!(file.to_save(file.project()), odd.as_bytes());
        assert_eq!(file.bytes(), odd.as_bytes());
        let mut changed = file.project().clone();
        assert_eq!(changed.head.title.as_deref(), Some("A"));
        changed.head.title = Some("B".to_owned());
        let bytes = file.to_save(&changed).into_owned();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert_eq!(
            text,
            format!(
                "{mark}{{\n  \"format\": \"dotted-line\",\n  \"version\": \"1.0\",\n  \"title\": \"B\"\n}}\n"
            )
        );
        assert_eq!(load(&bytes).unwrap().project, changed);
    }
}

#[test]
fn odd_but_valid_files_are_kept() {
    let long = "x".repeat(1_000);
    let text = format!(
        r#"{{"format":"dotted-line","version":"1.0","structures":[
        {{"id":"s","bodies":[{{"id":"a","name":"{long}","standing":"beside","certainty":"guessed","from":"2011-02-31","kind":"none-such"}},
          {{"id":"b","name":""}}],
         "links":[{{"id":"1","from":"a","to":"a","kind":"reports-to"}},
          {{"id":"2","from":"a","to":"b","kind":"reports-to"}},{{"id":"3","from":"b","to":"a","kind":"reports-to"}}]}},
        {{"id":"empty"}}],
        "lineage":[{{"from_structure":"s","to_structure":"gone","from":["nobody"],"fate":"promoted"}}]}}"#
    );
    let loaded = load(text.as_bytes()).unwrap();
    let body = &loaded.project.structures[0].bodies[0];
    assert_eq!(body.name, long);
    assert_eq!(body.standing, Word::Other("beside".to_owned()));
    assert_eq!(body.certainty, Word::Other("guessed".to_owned()));
    assert_eq!(body.from.as_deref(), Some("2011-02-31"));
    let whats: Vec<&str> = loaded.issues.iter().map(|i| i.what.as_str()).collect();
    assert_eq!(
        whats,
        [
            "“beside” is no known word for “standing”; it is kept as it is.",
            "“guessed” is no known word for “certainty”; it is kept as it is.",
            "“promoted” is no known word for “fate”; it is kept as it is.",
        ]
    );
    let saved = save(&loaded.project);
    assert_eq!(load(saved.as_bytes()).unwrap().project, loaded.project);
    for empty in [
        r#"{"format":"dotted-line","version":"1.0"}"#,
        r#"{"format":"dotted-line","version":"1.0","structures":[]}"#,
        r#"{"format":"dotted-line","version":"1.0","structures":null}"#,
    ] {
        assert_eq!(load(empty.as_bytes()).unwrap().project.structures, []);
    }
}

#[test]
fn a_save_that_could_not_be_opened_is_noticed() {
    let mut project = load(with_extras().as_bytes()).unwrap().project;
    assert_eq!(self_check(save(&project).as_bytes(), &project), None);
    let other = save(&project);
    project.structures[0].bodies[0].name = "B".to_owned();
    assert!(self_check(other.as_bytes(), &project).is_some());
    let twice = Body::new("a".into(), "Again");
    project.structures[0].bodies.push(twice);
    let sentence = self_check(save(&project).as_bytes(), &project).unwrap();
    assert!(sentence.contains("body “Again”"), "{sentence}");
}

/// A structure with this `grids`, in a file of this version.
fn with_grids(version: &str, grids: &str) -> String {
    format!(
        "{{\"format\":\"dotted-line\",\"version\":\"{version}\",\"structures\":[{{\"id\":\"s\",\"bodies\":[{{\"id\":\"a\",\"name\":\"A\"}}]{grids}}}]}}"
    )
}

#[test]
fn the_version_follows_from_the_fields() {
    let saved = |text: &str| {
        let loaded = load(text.as_bytes()).unwrap();
        assert_eq!(loaded.issues, []);
        save(&loaded.project)
    };
    let grid = ",\"grids\":[{\"id\":\"g\",\"rows\":[\"a\",\"gone\"],\"none\":[[\"a\",\"b\"]],\"kinds\":[\"x\"]}]";
    for (version, grids, written) in [
        ("1.0", "", "1.0"),
        ("1.0", grid, "1.1"),
        ("1.1", grid, "1.1"),
        (
            "1.0",
            ",\"short_texts\":[{\"text\":\"In few words\"}]",
            "1.1",
        ),
        // A version that nothing calls for is the file's own.
        ("1.1", "", "1.1"),
    ] {
        let text = saved(&with_grids(version, grids));
        assert!(
            text.contains(&format!("\"version\": \"{written}\"")),
            "{text}"
        );
        assert_eq!(text.contains("\"grids\""), grids.contains("\"grids\""));
    }
    // A grid that goes takes its version with it.
    let mut project = load(with_grids("1.1", grid).as_bytes()).unwrap().project;
    project.structures[0].grids.clear();
    assert!(save(&project).contains("\"version\": \"1.0\""));
}

#[test]
fn faults_of_grids_are_named() {
    for (grids, words) in [
        ("1", "“grids” must be a list"),
        ("[{}]", "“id” is missing."),
        (
            "[{\"id\":\"g\"},{\"id\":\"g\"}]",
            "is used by two grids of this structure",
        ),
        (
            "[{\"id\":\"g\",\"none\":[1]}]",
            "must name a row and a column, but it is a number",
        ),
        (
            "[{\"id\":\"g\",\"none\":[[\"a\"]]}]",
            "it is a list of another length",
        ),
        (
            "[{\"id\":\"g\",\"none\":[[\"a\",\"b\",\"c\"]]}]",
            "it is a list of another length",
        ),
        (
            "[{\"id\":\"g\",\"none\":[[\"a\",2]]}]",
            "“each id” must be text",
        ),
        (
            "[{\"id\":\"g\",\"rows\":[\"a b\"]}]",
            "holds a character that no id may hold",
        ),
    ] {
        let text = with_grids("1.1", &format!(",\"grids\":{grids}"));
        let error = load(text.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(words), "{grids}: {error}");
    }
}
