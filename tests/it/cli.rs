//! The built binary: exit codes, streams, files.

use std::process::{Command, Stdio};

use assert_cmd::cargo::CommandCargoExt as _;
use serde_json::{Value, json};

/// A folder that goes away with the test.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The path of a file in it.
    pub(crate) fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    /// A file in it with this text.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn sample(&self) -> String {
        let path = self.path("redcar.json");
        run(&["sample", "redcar", "-o", &path]).code(0);
        path
    }
}

/// What a run gave.
pub(crate) struct Ran {
    code: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

impl Ran {
    /// Asserts the exit code; a failure must tell itself on standard error alone.
    pub(crate) fn code(self, expected: i32) -> Self {
        assert_eq!(self.code, expected, "{}", self.stderr);
        if expected > 1 {
            assert!(!self.stderr.trim().is_empty(), "a failure tells itself");
            assert!(self.stdout.is_empty(), "no result with a failure");
        }
        self
    }

    pub(crate) fn text(self) -> String {
        String::from_utf8(self.stdout).unwrap()
    }
}

pub(crate) fn run(args: &[&str]) -> Ran {
    let output = Command::cargo_bin("dotted-line")
        .unwrap()
        .args(args)
        .output()
        .unwrap();
    Ran {
        code: output.status.code().expect("no signal"),
        stdout: output.stdout,
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The answer of a command that succeeds.
pub(crate) fn answer(args: &[&str]) -> Value {
    serde_json::from_slice(&run(args).code(0).stdout).unwrap()
}

fn project(structures: &Value) -> String {
    json!({"format": "dotted-line", "version": "1.0", "structures": structures}).to_string()
}

#[test]
fn samples_are_listed_name_first_and_written_out() {
    let list = run(&["sample"]).code(0).text();
    for line in list.lines() {
        let name = line.split_whitespace().next().unwrap();
        let json = run(&["sample", name]).code(0).text();
        assert!(json.starts_with("{\n"), "{name}");
        let folder = Folder::new();
        let path = folder.path("out.json");
        assert_eq!(run(&["sample", name, "-o", &path]).code(0).text(), "");
        assert_eq!(std::fs::read_to_string(path).unwrap(), json);
    }
    assert!(list.lines().any(|line| line.starts_with("redcar ")));
}

#[test]
fn exit_codes_are_kept() {
    let folder = Folder::new();
    let good = folder.sample();
    let one = folder.file(
        "one.json",
        &project(
            &json!([{"id": "a", "title": "A", "bodies": [{"id": "x", "name": "X"}], "links": []}]),
        ),
    );
    let none = folder.file("none.json", &project(&json!([])));
    let broken = folder.file("broken.json", "{");
    let newer = folder.file(
        "newer.json",
        r#"{"format": "dotted-line", "version": "2.0", "structures": []}"#,
    );
    let missing = folder.path("missing.json");
    let svg = folder.path("out.svg");
    for (args, code) in [
        (vec!["--help"], 0),
        (vec!["--version"], 0),
        (vec!["compare", "--help"], 0),
        (vec!["compare", &good], 0),
        (
            vec!["compare", &good, "--from", "proposed", "--to", "current"],
            0,
        ),
        (vec!["measure", &good, "--structure", "proposed"], 0),
        (vec!["measure", &one], 0),
        (vec!["check", &one], 0),
        (vec!["check", &good], 1),
        (vec!["check", &good, "--at-least", "warning"], 1),
        (vec!["check", &good, "--at-least", "error"], 0),
        (vec!["describe", &good], 0),
        (vec!["describe", &good, "--to", "proposed"], 0),
        (vec!["export", &good, "-o", &svg], 0),
        (vec!["export", &good, "-o", &svg, "--view", "compare"], 0),
        (vec!["export", &good, "-o", &svg, "--view", "overlay"], 0),
        (
            vec!["layout", &good, "--to", "proposed", "--slots", "own"],
            0,
        ),
        // Wrong use.
        (vec!["compare"], 2),
        (vec!["compare", &one], 2),
        (vec!["compare", &good, "--from", "later"], 2),
        (vec!["measure", &good, "--structure", "later"], 2),
        (vec!["measure", &none], 2),
        (vec!["describe", &none], 2),
        (
            vec![
                "describe",
                &good,
                "--structure",
                "current",
                "--from",
                "current",
            ],
            2,
        ),
        (vec!["check", &good, "--at-least", "nothing"], 2),
        (vec!["sample", "nowhere"], 2),
        (vec!["sample", "-o", &svg], 2),
        (vec!["export", &good], 2),
        (vec!["export", &good, "-o", "out.bmp"], 2),
        (vec!["export", &good, "-o", &svg, "--view", "sideways"], 2),
        (
            vec![
                "export", &good, "-o", &svg, "--view", "diagram", "--from", "current",
            ],
            2,
        ),
        (vec!["export", &one, "-o", &svg, "--view", "compare"], 2),
        (vec!["export", &one, "-o", &svg, "--view", "overlay"], 2),
        (vec!["export", &good, "-o", &svg, "--dpi", "300"], 2),
        (vec!["export", &good, "-o", &svg, "--arrange", "spiral"], 2),
        (
            vec!["export", &good, "-o", &svg, "--tiers", "--arrange", "zoned"],
            2,
        ),
        (
            vec!["export", &good, "-o", &svg, "--tiers", "--view", "compare"],
            2,
        ),
        (vec!["layout", &good, "--slots", "own"], 2),
        (
            vec!["layout", &good, "--to", "proposed", "--slots", "apart"],
            2,
        ),
        (vec!["layout", &good, "--tiers", "--arrange", "zoned"], 2),
        (vec!["layout", &good, "--tiers", "--from", "current"], 2),
        (vec!["export", &good, "-o", &svg, "--style", "neon"], 2),
        (vec!["compare", &good, "--loud"], 2),
        (vec!["comparr", &good], 2),
        (vec!["comparr"], 2),
        // Files.
        (vec!["compare", &missing], 3),
        (vec!["check", &broken], 3),
        (vec!["check", &newer], 3),
        (vec!["export", &broken, "-o", &svg], 3),
        (vec!["compare", &good, "-o", "/nowhere/out.json"], 3),
        (vec!["export", &good, "-o", "/nowhere/out.svg"], 3),
    ] {
        let ran = run(&args);
        assert_eq!(ran.code, code, "{args:?}: {}", ran.stderr);
        ran.code(code);
    }
}

#[test]
fn tiers_are_bands_of_the_layout() {
    let folder = Folder::new();
    let good = folder.sample();
    let answer: Value = serde_json::from_slice(&run(&["layout", &good, "--tiers"]).code(0).stdout)
        .expect("an answer in JSON");
    let structure = &answer["structures"][0];
    let zones = structure["zones"].as_array().unwrap();
    let bands: Vec<&Value> = zones
        .iter()
        .filter(|zone| zone["id"].as_str().unwrap().starts_with("tier-"))
        .collect();
    assert!(bands.len() > 3, "{zones:#?}");
    let at = |zone: &Value, key: &str| zone[key].as_i64().unwrap();
    for pair in bands.windows(2) {
        assert_eq!(at(pair[0], "y") + at(pair[0], "h"), at(pair[1], "y"));
    }
    for body in structure["bodies"].as_array().unwrap() {
        let holds = |zone: &&Value| zone["bodies"].as_array().unwrap().contains(&body["id"]);
        assert_eq!(zones.iter().filter(holds).count(), 1, "{body}");
    }
}

#[test]
fn a_body_put_elsewhere_by_hand_stays_in_the_zone_of_its_tier() {
    let folder = Folder::new();
    let body = |id: &str, tier: &str| json!({"id": id, "name": id, "tier": tier});
    let bodies = |pin: Option<(i64, i64)>| {
        let mut bodies = vec![
            body("a", "upper"),
            body("b", "lower"),
            body("c", "lower"),
            json!({"id": "d", "name": "d"}),
            json!({"id": "e", "name": "e", "standing": "outside"}),
        ];
        if let Some((x, y)) = pin {
            bodies[2]["pin"] = json!({"x": x, "y": y});
        }
        bodies
    };
    // Where everything stands by itself, then on the card of the upper tier, outside, far away.
    for pin in [None, Some((0, 24)), Some((0, 300)), Some((9000, -9000))] {
        let file = json!({"format": "dotted-line", "version": "1.0",
            "tiers": [{"id": "upper", "name": "Upper"}, {"id": "lower", "name": "Lower"}],
            "structures": [{"id": "one", "title": "One", "bodies": bodies(pin), "links": [
                {"id": "1", "from": "b", "to": "a", "kind": "reports-to"},
                {"id": "2", "from": "c", "to": "a", "kind": "reports-to"},
                {"id": "3", "from": "d", "to": "b", "kind": "reports-to"}]}]});
        let path = folder.file("tiers.json", &file.to_string());
        let layout = answer(&["layout", &path, "--tiers"]);
        let zones = layout["structures"][0]["zones"].as_array().unwrap().iter();
        let zones: Vec<Value> = zones.map(|z| json!([z["id"], z["bodies"]])).collect();
        assert_eq!(
            json!(zones),
            json!([
                ["tier-upper", ["a"]],
                ["tier-lower", ["b", "c", "d"]],
                ["outside", ["e"]]
            ]),
            "{pin:?}"
        );
    }
}

#[test]
fn errors_are_sentences_that_help() {
    let folder = Folder::new();
    let good = folder.sample();
    let ran = run(&["measure", &good, "--structure", "later"]).code(2);
    assert_eq!(
        ran.stderr,
        "This project has no structure called “later”. It has current and proposed.\n"
    );
    let faulty = folder.file(
        "faulty.json",
        &project(&json!([{"id": "a", "title": "A", "bodies": [
            {"id": "x", "name": "X"}, {"id": "x", "name": "Y"}], "links": [
            {"id": "l", "from": "x", "to": "gone", "kind": "reports-to"}]}])),
    );
    let ran = run(&["check", &faulty]).code(3);
    assert!(
        ran.stderr.contains("gone") && ran.stderr.contains("2 faults"),
        "all faults are told: {}",
        ran.stderr
    );
    assert!(ran.stderr.contains("faulty.json"));
}

#[test]
fn answers_go_to_a_file_when_asked() {
    let folder = Folder::new();
    let good = folder.sample();
    for command in ["compare", "measure", "check", "describe"] {
        let on_screen = run(&[command, &good]);
        let out = folder.path("answer");
        let ran = run(&[command, &good, "-o", &out]);
        assert_eq!((ran.code, ran.stdout.len()), (on_screen.code, 0));
        assert_eq!(std::fs::read(&out).unwrap(), on_screen.stdout);
    }
}

#[test]
fn every_command_explains_itself_with_an_example() {
    let main = run(&["--help"]).code(0).text();
    for command in [
        "sample", "export", "layout", "compare", "measure", "check", "describe",
    ] {
        assert!(main.contains(command));
        let help = run(&[command, "--help"]).code(0).text();
        assert!(help.contains("Example"), "{command}");
        assert!(
            help.contains(&format!("dotted-line {command}")),
            "{command}"
        );
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    let folder = Folder::new();
    let good = folder.sample();
    for command in ["compare", "measure", "check", "describe"] {
        assert_eq!(run(&[command, &good]).stdout, run(&[command, &good]).stdout);
    }
}

/// The keys of an object, in their order.
fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn answers_have_the_promised_form() {
    let folder = Folder::new();
    let good = folder.sample();
    let compared = answer(&["compare", &good]);
    assert_eq!(
        keys(&compared),
        ["from", "to", "rows", "unaccounted", "links", "counts"]
    );
    for row in compared["rows"].as_array().unwrap() {
        assert_eq!(
            keys(row),
            [
                "ref", "from", "to", "fate", "also", "moved", "text", "reason", "source"
            ]
        );
        assert!(row["text"].as_str().unwrap().ends_with('.'));
    }
    let changed = &compared["links"]["changed"][0];
    assert_eq!(keys(changed), ["id", "from", "to", "kind", "was"]);
    assert_eq!(
        keys(&compared["links"]["added"][0]),
        ["id", "from", "to", "kind"]
    );
    let measured = answer(&["measure", &good]);
    assert_eq!(
        keys(&measured),
        [
            "structure",
            "bodies",
            "by_kind",
            "by_tier",
            "by_standing",
            "levels",
            "meetings",
            "seat_meetings",
            "body",
            "organisations"
        ]
    );
    assert_eq!(
        keys(&measured["body"][0]),
        [
            "id",
            "reports_to",
            "reports_directly",
            "tasked_by",
            "represented_on",
            "seats",
            "meetings",
            "seat_meetings",
            "missing_terms"
        ]
    );
    assert_eq!(
        keys(&measured["body"][0]["seats"]),
        ["listed", "open_rows", "minimum_rows"]
    );
    assert_eq!(
        keys(&answer(&["measure", &good, "--structure", "proposed"])["organisations"][0]),
        ["name", "sector", "bodies", "seats", "meetings", "unknown"]
    );
    assert_eq!(
        measured["meetings"]["known"].to_string(),
        "8",
        "whole numbers have no point"
    );
    let found: Value = serde_json::from_slice(&run(&["check", &good]).stdout).unwrap();
    for finding in found["findings"].as_array().unwrap() {
        assert_eq!(
            keys(finding),
            [
                "severity",
                "rule",
                "structure",
                "bodies",
                "links",
                "text",
                "remedy"
            ]
        );
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let folder = Folder::new();
    let good = folder.sample();
    let mut child = Command::cargo_bin("dotted-line")
        .unwrap()
        .args(["compare", &good])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn a_project_with_odd_contents_is_answered() {
    let folder = Folder::new();
    let structure = |id: &str| {
        json!({"id": id, "title": id, "bodies": [
            {"id": "a", "name": ""}, {"id": "b", "name": "x".repeat(1000)}], "links": [
            {"id": "1", "from": "a", "to": "b", "kind": "reports-to"},
            {"id": "2", "from": "b", "to": "a", "kind": "reports-to"},
            {"id": "3", "from": "a", "to": "a", "kind": "reports-to"}]})
    };
    let path = folder.file(
        "odd.json",
        &project(&json!([structure("one"), structure("two")])),
    );
    for command in ["compare", "measure", "describe"] {
        run(&[command, &path]).code(0);
    }
    let found: Value = serde_json::from_slice(&run(&["check", &path]).code(1).stdout).unwrap();
    let rules: Vec<&str> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["rule"].as_str().unwrap())
        .collect();
    for rule in ["reports-to-loop", "self-link", "empty-name", "unaccounted"] {
        assert!(rules.contains(&rule), "{rule}");
    }
    assert_eq!(answer(&["measure", &path])["levels"], json!(1));
}

#[test]
fn an_answer_is_never_written_over_the_project() {
    let folder = Folder::new();
    let good = folder.sample();
    let before = std::fs::read(&good).unwrap();
    for command in ["describe", "compare", "measure", "check", "layout"] {
        let told = run(&[command, &good, "-o", &good]).code(2).stderr;
        assert!(told.contains("over the project itself"), "{told}");
    }
    assert_eq!(std::fs::read(&good).unwrap(), before);
}

#[test]
fn one_end_alone_never_means_a_comparison_with_itself() {
    let folder = Folder::new();
    let good = folder.sample();
    run(&["compare", &good, "--to", "current"]).code(2);
    run(&["compare", &good, "--from", "current"]).code(0);
}

#[test]
fn cards_put_on_each_other_are_told_and_drawn_apart() {
    let folder = Folder::new();
    let far = (i32::MIN, i32::MAX);
    for (pins, met) in [
        // The second body is drawn beside the first, the third beside both.
        ([(0, 0), (0, 0), (4, 4)], vec![["a", "b"], ["a", "c"]]),
        ([(0, 0), (120, 0), (0, 20)], vec![["a", "b"], ["a", "c"]]),
        ([(0, 0), (300, 0), (0, 60)], vec![]),
        // Places past all sense are brought back to the same corner.
        ([far, (100, 100), far], vec![["a", "c"]]),
        ([(i32::MAX, 0), (i32::MIN, 0), (0, i32::MIN)], vec![]),
    ] {
        let bodies: Vec<Value> = ["a", "b", "c"]
            .into_iter()
            .zip(pins)
            .map(|(id, (x, y))| json!({"id": id, "name": id, "pin": {"x": x, "y": y}}))
            .collect();
        let links = json!([{"id": "1", "from": "b", "to": "a", "kind": "reports-to"}]);
        let one = json!([{"id": "one", "title": "One", "bodies": bodies, "links": links}]);
        let path = folder.file("pins.json", &project(&one));
        let found: Value = serde_json::from_slice(&run(&["check", &path]).stdout).unwrap();
        let found = found["findings"].as_array().unwrap().iter();
        let told: Vec<&Value> = found.filter(|f| f["rule"] == "pins-meet").collect();
        let bodies: Vec<&Value> = told.iter().map(|f| &f["bodies"]).collect();
        assert_eq!(json!(bodies), json!(met), "{pins:?}");
        run(&["layout", &path]).code(0);
        run(&["export", &path, "-o", &folder.path("pins.svg")]).code(0);
    }
}

#[test]
fn structures_that_only_stages_join_are_compared_along_them() {
    let folder = Folder::new();
    let path = folder.path("west-cheshire.json");
    run(&["sample", "west-cheshire", "-o", &path]).code(0);
    let ran = run(&["compare", &path, "--from", "current", "--to", "april-2013"]);
    let found: Value = serde_json::from_slice(&ran.stdout).unwrap();
    let rows = found["rows"].as_array().unwrap();
    let refs: Vec<_> = rows
        .iter()
        .map(|row| row["ref"].as_str().unwrap())
        .collect();
    assert_eq!(refs.first(), Some(&"R1"));
    assert_eq!(refs.len(), 19);
    let health = rows
        .iter()
        .find(|row| row["to"] == json!(["hwb-stat"]))
        .unwrap();
    assert_eq!(health["from"], json!(["hwb-tp"]));
    assert_eq!(health["fate"], "replaced");
    assert_eq!(found["unaccounted"]["from"], json!(["subgroup", "prm"]));
    let keys: Vec<&String> = health.as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 9, "the form of a row stays: {keys:?}");
    ran.code(0);
}
