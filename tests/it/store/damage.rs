//! Damaged files: each with the sentences that a person reads.

use dotted_line::store::{LoadError, MAX_BODIES, MAX_DEPTH, MAX_TEXT, load, sample};

use super::golden;

/// A file with these structures.
fn file(structures: &str) -> Vec<u8> {
    format!("{{\n  \"format\": \"dotted-line\",\n  \"version\": \"1.0\",\n  \"structures\": [\n    {structures}\n  ]\n}}\n")
        .into_bytes()
}

/// A file with one structure of these bodies and links.
fn bodies(bodies: &str, links: &str) -> Vec<u8> {
    file(&format!(
        "{{ \"id\": \"now\", \"title\": \"Now\",\n      \"bodies\": [{bodies}],\n      \"links\": [{links}] }}"
    ))
}

/// A file with this text behind the version.
fn top(rest: &str) -> Vec<u8> {
    format!("{{ \"format\": \"dotted-line\", \"version\": \"1.0\", {rest} }}").into_bytes()
}

fn whole_files() -> Vec<(&'static str, Vec<u8>)> {
    let cut = sample("redcar").unwrap().json.as_bytes();
    let nested = format!("{{\"x\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    vec![
        ("empty", Vec::new()),
        ("blank", b" \r\n\t ".to_vec()),
        ("only a mark", b"\xEF\xBB\xBF".to_vec()),
        ("zero bytes", vec![0; 4096]),
        ("cut off", cut[..20_000].to_vec()),
        (
            "cut off in a word",
            b"{\"format\": \"dotted-line\", \"permission\": tr".to_vec(),
        ),
        ("zeros behind", [&cut[..20_000], &[0; 512]].concat()),
        (
            "zeros behind a whole file",
            [top("\"title\": \"A\""), vec![0; 512]].concat(),
        ),
        ("utf-16", b"\xFF\xFE{\0}\0".to_vec()),
        ("utf-16 big", b"\xFE\xFF\0{\0}".to_vec()),
        (
            "latin-1",
            b"{\"format\": \"dotted-line\",\n \"title\": \"Caf\xE9\"}".to_vec(),
        ),
        (
            "latin-1 in an unknown field",
            top("\"x\": \"?\"")
                .into_iter()
                .map(|b| if b == b'?' { 0xE9 } else { b })
                .collect(),
        ),
        ("not json", b"Dear all,\nplease find attached".to_vec()),
        ("a zip", b"PK\x03\x04 and so on".to_vec()),
        ("trailing comma", b"{\"format\": \"dotted-line\",}".to_vec()),
        (
            "two files in one",
            [top("\"title\": \"A\""), top("\"title\": \"B\"")].concat(),
        ),
        ("raw line break in a text", top("\"title\": \"one\ntwo\"")),
        (
            "zeros behind a mistake",
            b"{\"format\" \"dotted-line\"}\0\0".to_vec(),
        ),
        (
            "no comma",
            "{\"place\": \"Dŵr\" \"title\": \"A\"}".as_bytes().to_vec(),
        ),
        ("a wrong word", top("\"title\": nothing")),
        ("a backslash", top("\"title\": \"C:\\path\"")),
        ("a list", b"[1, 2]".to_vec()),
        ("a number", b"17".to_vec()),
        (
            "another format",
            b"{\"format\": \"excalidraw\", \"version\": 2}".to_vec(),
        ),
        ("no format", b"{\"structures\": []}".to_vec()),
        (
            "escaped format is fine",
            b"{\"format\": \"dotted\\u002dline\", \"version\": 1}".to_vec(),
        ),
        (
            "newer major",
            b"{\"format\": \"dotted-line\", \"version\": \"2.0\"}".to_vec(),
        ),
        (
            "older major",
            b"{\"format\": \"dotted-line\", \"version\": \"0.9\"}".to_vec(),
        ),
        (
            "no version",
            b"{\"format\": \"dotted-line\", \"version\": \"one\"}".to_vec(),
        ),
        ("deep", nested.into_bytes()),
    ]
}

fn records() -> Vec<(&'static str, Vec<u8>)> {
    let long = "y".repeat(200);
    vec![
        ("wrong types", top("\"title\": 3, \"place\": [], \"date\": {}, \"note\": true, \"tiers\": {}, \"body_kinds\": [7]")),
        ("duplicate key at the top", top("\"title\": \"A\", \"title\": \"B\"")),
        ("duplicate key in a body", bodies("\n { \"id\": \"a\", \"name\": \"Forum\", \"chair\": \"X\",\n \"chair\": \"Y\" }", "")),
        ("duplicate unknown key", bodies("{ \"id\": \"a\", \"name\": \"Forum\", \"new\": 1, \"n\\u0065w\": 2 }", "")),
        ("duplicate body", bodies("\n{ \"id\": \"a\", \"name\": \"Forum\" },\n{ \"id\": \"a\", \"name\": \"Board\" }", "")),
        ("duplicate ids of all sorts", top("\"tiers\": [{\"id\": \"t\", \"name\": \"T\"}, {\"id\": \"t\", \"name\": \"U\"}], \"link_kinds\": [{\"id\": \"k\", \"name\": \"T\"}, {\"id\": \"k\", \"name\": \"U\"}], \"body_kinds\": [{\"id\": \"k\", \"name\": \"T\"}, {\"id\": \"k\", \"name\": \"U\"}], \"structures\": [{\"id\": \"s\", \"title\": \"One\"}, {\"id\": \"s\", \"title\": \"Two\"}]")),
        ("a link's ends", bodies("{ \"id\": \"a\", \"name\": \"Forum\" }", "\n{ \"id\": \"l\", \"from\": \"a\", \"to\": \"gone\", \"kind\": \"reports-to\" },\n{ \"id\": \"l\", \"from\": \"away\", \"kind\": \"informs\" }")),
        ("bad ids", bodies(&format!("{{ \"id\": \"a b\", \"name\": \"Forum\" }}, {{ \"id\": \"\", \"name\": \"Board\" }}, {{ \"id\": \"{long}\", \"name\": \"Group\" }}, {{ \"name\": \"None\", \"kind\": \"thematic partnership\" }}"), "")),
        ("no name", bodies("{ \"id\": \"culture\" }, 5, null", "[]")),
        ("numbers", bodies("{ \"id\": \"a\", \"name\": \"A\", \"count\": \"many\", \"seats\": [{ \"count\": -1 }, { \"count\": 1.5 }, { \"count\": \"3\" }, { \"at_least\": 1e400 }, { \"count\": 1, \"at_least\": 2 }, { \"count\": 99999999999 }], \"meetings\": { \"per_year\": 1e7 }, \"pin\": { \"x\": 0.5 } }", "")),
        ("meetings", bodies("{ \"id\": \"a\", \"name\": \"A\", \"meetings\": \"quarterly\" }, { \"id\": \"b\", \"name\": \"B\", \"meetings\": { \"per_year\": \"four\", \"as_stated\": 4 } }", "")),
        ("half a character", bodies("{ \"id\": \"a\", \"name\": \"A \\ud800\" }, { \"id\": \"b\", \"name\": \"B\", \"\\udfff\": 1 }", "")),
        ("flags and words", bodies("{ \"id\": \"a\", \"name\": \"A\", \"standing\": 1, \"aliases\": \"B\", \"roles\": [1] }", "{ \"id\": \"l\", \"from\": \"a\", \"to\": \"a\", \"kind\": \"informs\", \"permission\": \"yes\", \"seats\": true }")),
        ("lineage", top("\"lineage\": [{ \"from\": \"a\" }, { \"from_structure\": \"x\", \"to_structure\": \"y\", \"to\": [3, \"b c\"], \"fate\": 1 }]")),
        ("steps, questions, rules", top("\"steps\": [{}], \"questions\": [{ \"text\": 1 }], \"rules\": [{ \"text\": \"Only some\", \"test\": \"yes\" }, { \"text\": \"r\", \"test\": { \"kind\": \"only-tier-reports-to\" } }, { \"text\": \"r\", \"test\": {} }]")),
        ("long text", top(&format!("\"note\": \"{}\"", "z".repeat(MAX_TEXT + 1)))),
        ("lines and characters are counted", "{ \"format\": \"dotted-line\", \"version\": \"1.0\",\r\n \"place\": \"Dŵr\", \"title\": 1 }".as_bytes().to_vec()),
    ]
}

/// The sentences, with the middle of very long ones left out.
fn sentences(error: &LoadError) -> String {
    let text = error.to_string();
    assert!(text.len() < 4_000, "{text}");
    text
}

#[test]
fn every_fault_is_a_sentence_with_its_place() {
    let mut out = String::new();
    for (name, bytes) in whole_files().into_iter().chain(records()) {
        let error = load(&bytes).expect_err(name);
        assert!(!error.faults.is_empty());
        out.push_str(&format!("## {name}\n{}\n\n", sentences(&error)));
    }
    golden("tests/golden/store/damaged.md", &out);
}

#[test]
fn all_faults_are_told_not_the_first() {
    let names: Vec<String> = (0..1_500)
        .map(|i| format!("{{\"id\": \"b{i}\", \"name\": {i}}}"))
        .collect();
    let error = load(&bodies(&names.join(",\n"), "")).unwrap_err();
    assert_eq!((error.faults.len(), error.more), (1_000, 500));
    let last = &error.faults[999].place;
    assert_eq!(last.path, "structures[0].bodies[999].name");
    assert_eq!(last.line, Some(5 + 1_000));
    assert_eq!(last.record.as_deref(), Some("body “b999”"));
    assert!(
        error
            .to_string()
            .starts_with("This file cannot be opened: it has 1500 faults.\n- Line 6, ")
    );
    assert!(error.to_string().ends_with("\n- … and 500 more."));
}

#[test]
fn limits_are_kept_to_the_one() {
    let nested = |depth: usize| {
        // The project itself is the first level.
        top(&format!(
            "\"x\": {}{}",
            "[".repeat(depth - 1),
            "]".repeat(depth - 1)
        ))
    };
    assert!(load(&nested(MAX_DEPTH)).is_ok());
    assert!(load(&nested(MAX_DEPTH + 1)).is_err());
    // Brackets inside a text are no depth.
    assert!(load(&top(&format!("\"x\": \"{}\\\"[\"", "[".repeat(1_000)))).is_ok());
    let text = |length: usize| top(&format!("\"note\": \"{}\"", "z".repeat(length)));
    assert!(load(&text(MAX_TEXT)).is_ok());
    assert!(load(&text(MAX_TEXT + 1)).is_err());
    let many = |count: usize| {
        let list: Vec<String> = (0..count)
            .map(|i| format!("{{\"id\":\"{i}\",\"name\":\"\"}}"))
            .collect();
        // Bodies of all structures count together.
        file(&format!(
            "{{\"id\":\"one\",\"bodies\":[{}]}},{{\"id\":\"two\",\"bodies\":[{{\"id\":\"x\",\"name\":\"\"}}]}}",
            list.join(",")
        ))
    };
    assert!(load(&many(MAX_BODIES - 1)).is_ok());
    let error = load(&many(MAX_BODIES)).unwrap_err();
    assert_eq!(error.faults.len(), 1);
    assert_eq!(error.faults[0].place.path, "structures[1].bodies");
}

/// A file of another version is refused before its records are looked at.
#[test]
fn a_newer_major_version_is_the_only_fault() {
    let error = load(b"{\"format\": \"dotted-line\", \"version\": \"2.1\", \"structures\": 7}")
        .unwrap_err();
    assert_eq!(error.faults.len(), 1);
    assert!(error.faults[0].what.contains("2.1"));
}
