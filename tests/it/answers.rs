//! The answers of the built binary about a real restructure, against those worked out by hand.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::cli::{Folder, answer, run};

/// Everything that the program says about the sample, read once.
struct Answers {
    file: Value,
    compare: Value,
    measure: BTreeMap<String, Value>,
    check: Value,
}

impl Answers {
    fn of_sample(name: &str) -> Self {
        let folder = Folder::new();
        let path = folder.path(&format!("{name}.json"));
        run(&["sample", name, "-o", &path]).code(0);
        let file: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let measure = list(&file["structures"])
            .iter()
            .map(|s| text(&s["id"]))
            .map(|id| {
                let measured = answer(&["measure", &path, "--structure", &id]);
                (id, measured)
            })
            .collect();
        Self {
            compare: answer(&["compare", &path]),
            check: serde_json::from_slice(&run(&["check", &path]).stdout).unwrap(),
            file,
            measure,
        }
    }

    fn body(&self, args: &Value) -> &Value {
        let measured = &self.measure[&text(&args["structure"])];
        list(&measured["body"])
            .iter()
            .find(|body| body["id"] == args["body"])
            .expect("the body is measured")
    }

    fn record(&self, structure: &Value, id: &Value) -> &Value {
        self.bodies(structure)
            .iter()
            .find(|body| &body["id"] == id)
            .expect("the body is in the file")
    }

    fn bodies(&self, structure: &Value) -> &[Value] {
        let structure = list(&self.file["structures"])
            .iter()
            .find(|s| &s["id"] == structure)
            .expect("the structure is in the file");
        list(&structure["bodies"])
    }

    fn rows(&self) -> &[Value] {
        list(&self.compare["rows"])
    }

    /// The answer to one question, in the words of the question.
    fn to(&self, op: &str, args: &Value) -> Value {
        match op {
            "meetings" => self.body(args)["meetings"].clone(),
            "seats" => self.body(args)["seats"].clone(),
            "seat_meetings" => self.body(args)["seat_meetings"].clone(),
            "parents_of" => self.body(args)["reports_to"].clone(),
            "reports_directly_to" => sorted(&self.body(args)["reports_directly"]),
            "tasked_by" => sorted(&self.body(args)["tasked_by"]),
            "count_bodies" => {
                let tier = text(&args["tier"]).replace(' ', "-");
                self.measure[&text(&args["structure"])]["by_tier"][&tier].clone()
            }
            "not_of_tier_reporting_to" => self.breaches(args),
            "parent_changed" => self.moves(),
            "predecessors" => self.predecessors(&args["body"]),
            "lineage_rows" => self
                .rows()
                .iter()
                .filter(|row| row["fate"] == args["change"])
                .map(|row| json!([row["from"], row["to"]]))
                .collect(),
            "successors" => {
                let rows = self.rows().iter();
                let rows = rows.filter(|row| list(&row["from"]).contains(&args["body"]));
                sorted(&rows.flat_map(|row| list(&row["to"]).to_vec()).collect())
            }
            "unaccounted" => {
                let sides = ["from", "to"].map(|side| list(&self.compare["unaccounted"][side]));
                sorted(&sides.concat().into())
            }
            "count_list" => json!(list(&self.file[&text(&args["key"])]).len()),
            "frequency_unknown" => {
                let measured = &self.measure[&text(&args["structure"])];
                json!(list(&measured["meetings"]["bodies_unknown"]).len())
            }
            "new_bodies" => {
                let new = self.rows().iter().filter(|row| row["fate"] == "created");
                sorted(&new.flat_map(|row| list(&row["to"]).to_vec()).collect())
            }
            "no_successor" => {
                let ended = self.rows().iter().filter(|row| list(&row["to"]).is_empty());
                let mut all: Vec<Value> =
                    ended.flat_map(|row| list(&row["from"]).to_vec()).collect();
                all.extend(list(&self.compare["unaccounted"]["from"]).to_vec());
                sorted(&Value::Array(all))
            }
            "links_count" => {
                assert_eq!(args["kind"], "tasked_by");
                let measured = &self.measure[&text(&args["structure"])];
                let lines = list(&measured["body"]).iter();
                json!(
                    lines
                        .map(|body| list(&body["tasked_by"]).len())
                        .sum::<usize>()
                )
            }
            "lineage_counts" => self.compare["counts"].clone(),
            "bodies_where" => self.bodies_where(args),
            "dated_steps" => {
                // To the day: a month or a season is a vaguer thing.
                let steps = list(&self.file["steps"]).iter();
                let days =
                    steps.filter(|step| step["date"].as_str().is_some_and(|d| d.len() == 10));
                json!(days.count())
            }
            other => panic!("no answer for {other}"),
        }
    }

    /// Bodies of another tier that report to the body: by the figures, and by the findings.
    fn breaches(&self, args: &Value) -> Value {
        let by_figures: Vec<Value> = list(&self.body(args)["reports_directly"])
            .iter()
            .filter(|id| self.record(&args["structure"], id)["tier"] != args["tier"])
            .cloned()
            .collect();
        let by_findings: Vec<Value> = list(&self.check["findings"])
            .iter()
            .filter(|f| f["rule"] == "only-tier-reports-to" && f["structure"] == args["structure"])
            .flat_map(|f| list(&f["bodies"]).to_vec())
            .collect();
        assert_eq!(by_figures, by_findings);
        Value::Array(by_figures)
    }

    fn moves(&self) -> Value {
        let moved: Vec<Value> = self
            .rows()
            .iter()
            .filter(|row| !row["moved"].is_null())
            .map(|row| {
                assert!(list(&row["also"]).contains(&json!("moved")));
                json!([row["to"][0], row["moved"]["from"], row["moved"]["to"]])
            })
            .collect();
        sorted(&Value::Array(moved))
    }

    fn predecessors(&self, body: &Value) -> Value {
        let rows = self
            .rows()
            .iter()
            .filter(|row| list(&row["to"]).contains(body));
        sorted(&rows.flat_map(|row| list(&row["from"]).to_vec()).collect())
    }

    fn bodies_where(&self, args: &Value) -> Value {
        let wanted = |body: &&Value| {
            if args["outside_framework"] == json!(true) {
                body["standing"] == "outside" || body["standing"] == "family"
            } else {
                assert_eq!(args["status"], "possible");
                body["certainty"] == "undecided"
            }
        };
        let bodies = self.bodies(&args["structure"]).iter();
        let ids = bodies.filter(wanted).map(|body| body["id"].clone());
        sorted(&ids.collect())
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn sorted(value: &Value) -> Value {
    let mut all = list(value).to_vec();
    all.sort_by_key(Value::to_string);
    Value::Array(all)
}

/// Questions about a sample that are answered otherwise than expected.
fn wrong(sample: &str, questions: &Value) -> Vec<String> {
    let answers = Answers::of_sample(sample);
    list(questions)
        .iter()
        .filter_map(|question| {
            let answer = answers.to(&text(&question["op"]), &question["args"]);
            let expected = &question["expect"];
            (&answer != expected)
                .then(|| format!("{sample}, {}: {answer}, not {expected}", question["id"]))
        })
        .collect()
}

#[test]
fn redcar_is_answered_as_worked_out_by_hand() {
    let questions: Value =
        serde_json::from_str(include_str!("../golden/expected-redcar.json")).unwrap();
    assert!(list(&questions).len() > 30);
    let wrong = wrong("redcar", &questions);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_other_samples_are_answered_as_worked_out_by_hand() {
    let cases: BTreeMap<String, Value> =
        serde_json::from_str(include_str!("../golden/expected-others.json")).unwrap();
    assert_eq!(cases.len(), 4);
    let wrong: Vec<String> = cases
        .iter()
        .flat_map(|(name, all)| wrong(name, all))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bodies_that_only_follow_their_parent_have_not_moved() {
    let answers = Answers::of_sample("redcar");
    for id in [
        "transport",
        "housing",
        "env",
        "cohesion",
        "jse",
        "childrens-trust",
    ] {
        let row = answers
            .rows()
            .iter()
            .find(|row| list(&row["to"]).contains(&json!(id)))
            .unwrap();
        assert!(row["moved"].is_null(), "{id}");
    }
}

#[test]
fn nobody_in_the_family_is_an_orphan() {
    let answers = Answers::of_sample("redcar");
    let lonely: BTreeSet<String> = list(&answers.check["findings"])
        .iter()
        .filter(|finding| finding["rule"] == "no-reporting-line")
        .flat_map(|finding| list(&finding["bodies"]).iter().map(text))
        .collect();
    assert!(!lonely.contains("vsf") && !lonely.contains("provider"));
    assert_eq!(
        answers.body(&json!({"structure": "proposed", "body": "vsf"}))["reports_to"],
        json!([])
    );
    let seats = list(&answers.check["findings"]).iter();
    assert_eq!(seats.filter(|f| f["rule"] == "seats-disagree").count(), 0);
}

#[test]
fn measures_of_redcar_add_up() {
    let answers = Answers::of_sample("redcar");
    for (id, measured) in &answers.measure {
        let n = list(&measured["body"]).len();
        assert_eq!(measured["bodies"], json!(n));
        for split in ["by_kind", "by_tier", "by_standing"] {
            let parts = measured[split].as_object().unwrap().values();
            let sum: u64 = parts.map(|n| n.as_u64().unwrap()).sum();
            assert_eq!(json!(sum), measured["bodies"], "{id} {split}");
        }
    }
    assert_eq!(answers.measure["proposed"]["levels"], json!(3));
    let council = list(&answers.measure["proposed"]["organisations"])
        .iter()
        .find(|o| o["name"] == "Redcar and Cleveland Borough Council")
        .unwrap();
    assert_eq!(
        (&council["seats"], &council["meetings"]),
        (&json!(2), &json!(4))
    );
}

/// The text version of the sample, kept as a file.
fn golden(name: &str, args: &[&str]) {
    let folder = Folder::new();
    let path = folder.path("redcar.json");
    run(&["sample", "redcar", "-o", &path]).code(0);
    let mut all = vec!["describe", &path];
    all.extend(args);
    let text = run(&all).code(0).text();
    insta::with_settings!({
        snapshot_path => "../golden",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn the_text_version_of_todays_structure_reads_as_before() {
    golden("describe-redcar-current", &[]);
}

#[test]
fn the_text_version_of_the_proposal_reads_as_before() {
    golden("describe-redcar-proposed", &["--structure", "proposed"]);
}

#[test]
fn the_text_version_of_the_changes_reads_as_before() {
    golden(
        "describe-redcar-changes",
        &["--from", "current", "--to", "proposed"],
    );
}

/// Lists shuffled, names with other spaces and capitals, pins: no answer changes.
#[test]
fn noise_changes_no_comparison() {
    let folder = Folder::new();
    let path = folder.path("redcar.json");
    run(&["sample", "redcar", "-o", &path]).code(0);
    let before = answer(&["compare", &path]);
    let mut file: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    for structure in file["structures"].as_array_mut().unwrap() {
        structure["bodies"].as_array_mut().unwrap().reverse();
        structure["links"].as_array_mut().unwrap().reverse();
        for body in structure["bodies"].as_array_mut().unwrap() {
            body["pin"] = json!({"x": 12, "y": -7});
            if let Some(seats) = body.get_mut("seats") {
                seats.as_array_mut().unwrap().reverse();
            }
        }
    }
    for body in file["structures"][1]["bodies"].as_array_mut().unwrap() {
        let name = text(&body["name"]);
        body["name"] = json!(format!("  {}  ", name.replace(' ', "  ").to_uppercase()));
    }
    let noisy = folder.path("noisy.json");
    std::fs::write(&noisy, file.to_string()).unwrap();
    let after = answer(&["compare", &noisy]);
    let figures = |answer: &Value| {
        let rows: Vec<Value> = list(&answer["rows"])
            .iter()
            .map(|row| {
                let moved = (sorted(&row["moved"]["from"]), sorted(&row["moved"]["to"]));
                json!([
                    row["ref"],
                    row["from"],
                    row["to"],
                    row["fate"],
                    row["also"],
                    moved
                ])
            })
            .collect();
        let ids = |links: &Value| -> BTreeSet<String> {
            list(links).iter().map(|link| text(&link["id"])).collect()
        };
        let links = &answer["links"];
        (
            rows,
            ids(&links["added"]),
            ids(&links["removed"]),
            ids(&links["changed"]),
            sorted(&answer["unaccounted"]["to"]),
        )
    };
    assert_eq!(figures(&before), figures(&after));
}
