//! The samples against the facts they come from, the canonical form and the schema.

use std::collections::BTreeMap;

use dotted_line::model::{Certainty, Fate, Project, RuleTest, Standing, Structure};
use dotted_line::store::{load, sample, samples, save, schema::schema};

use super::{golden, root, updating};

fn project(name: &str) -> Project {
    load(sample(name).unwrap().json.as_bytes()).unwrap().project
}

fn kinds(structure: &Structure) -> BTreeMap<&str, usize> {
    let mut out = BTreeMap::new();
    for link in &structure.links {
        *out.entry(link.kind.as_str()).or_default() += 1;
    }
    out
}

#[test]
fn samples_load_and_are_canonical() {
    assert_eq!(samples()[0].name, "redcar");
    for sample in samples() {
        let path = root(&format!("assets/samples/{}.json", sample.name));
        let json = std::fs::read_to_string(&path).unwrap();
        let loaded = load(json.as_bytes()).unwrap_or_else(|e| panic!("{}: {e}", sample.name));
        let saved = save(&loaded.project);
        if updating() {
            std::fs::write(&path, &saved).unwrap();
        } else {
            assert!(saved == json, "{} is not canonical", sample.name);
            assert!(sample.json == json);
        }
        assert_eq!(load(saved.as_bytes()).unwrap().project, loaded.project);
        assert_eq!(loaded.issues, [], "{}", sample.name);
    }
}

#[test]
fn samples_name_only_what_they_list() {
    for sample in samples() {
        let project = project(sample.name);
        for structure in &project.structures {
            for body in &structure.bodies {
                assert!(project.body_kind(body.kind.as_ref().unwrap()).is_some());
                assert!(project.tier(body.tier.as_ref().unwrap()).is_some());
            }
            for link in &structure.links {
                assert!(
                    link.kind.standard().is_some()
                        || project.link_kinds.iter().any(|k| k.id == link.kind),
                    "{}",
                    link.id
                );
            }
        }
        for row in &project.lineage {
            let from = project.structure(&row.from_structure).unwrap();
            let to = project.structure(&row.to_structure).unwrap();
            assert!(row.from.iter().all(|id| from.body(id).is_some()));
            assert!(row.to.iter().all(|id| to.body(id).is_some()));
        }
        let known = |id| project.structures.iter().any(|s| s.body(id).is_some());
        assert!(project.steps.iter().flat_map(|s| &s.bodies).all(known));
        assert!(project.questions.iter().flat_map(|s| &s.bodies).all(known));
    }
}

/// The figures of the paper, not of the program.
#[test]
fn redcar_holds_the_paper() {
    let project = project("redcar");
    let [current, proposed] = project.structures.as_slice() else {
        panic!("two structures");
    };
    assert_eq!((current.bodies.len(), proposed.bodies.len()), (20, 24));
    assert_eq!((current.links.len(), proposed.links.len()), (14, 99));
    let kinds = kinds(proposed);
    assert_eq!(kinds["tasked-by"], 30);
    assert_eq!(kinds["meets-in"], 16);
    assert_eq!(proposed.links.iter().filter(|l| l.permission).count(), 40);

    let seats = |structure: &Structure, id: &str| {
        let count = structure.body(&id.into()).unwrap().seat_count();
        (count.listed, count.open_rows, count.minimum_rows)
    };
    assert_eq!(seats(current, "board"), (29, 0, 0));
    assert_eq!(seats(proposed, "lf"), (25, 0, 1));
    let per_year = |s: &Structure, id: &str| s.body(&id.into()).unwrap().meetings.per_year;
    assert_eq!(per_year(current, "board"), Some(8.0));
    assert_eq!(per_year(proposed, "lf"), Some(4.0));
    assert_eq!(per_year(proposed, "pf"), Some(2.0));

    let standing = |word| -> Vec<&str> {
        let found = proposed
            .bodies
            .iter()
            .filter(|b| b.standing.known() == Some(word));
        found.map(|b| b.id.as_str()).collect()
    };
    assert_eq!(
        standing(Standing::Family),
        ["vsf", "provider", "engagement"]
    );
    assert_eq!(
        standing(Standing::Outside),
        ["lep", "policy-team", "neighbourhood"]
    );
    let undecided: Vec<&str> = proposed
        .bodies
        .iter()
        .filter(|b| b.certainty.known() == Some(Certainty::Undecided))
        .map(|b| b.id.as_str())
        .collect();
    assert_eq!(undecided, ["ap1", "ap2", "ap3"]);

    let fates = |fate| {
        let rows = project.lineage.iter();
        rows.filter(|r| r.fate.as_ref().and_then(|w| w.known()) == Some(fate))
            .count()
    };
    let counts = Fate::ALL.iter().map(|f| fates(*f)).collect::<Vec<_>>();
    assert_eq!(counts, [14, 1, 2, 1, 0, 0, 1, 5]);
    assert_eq!(project.rules.len(), 8);
    assert!(matches!(
        &project.rules[0].test,
        Some(RuleTest::OnlyTierReportsTo { tier, bodies })
            if tier.as_str() == "thematic" && bodies == &["board".into(), "lf".into()]
    ));
    for words in [
        "29 members",
        "14 October 2011",
        "Appendix 1 diagram missing",
    ] {
        assert!(
            project.head.note.as_ref().unwrap().contains(words),
            "{words}"
        );
    }
}

#[test]
fn the_other_papers_have_their_sizes() {
    for (name, bodies, links, lineage, steps, questions, rules) in [
        ("cheltenham", vec![9, 7], vec![4, 4], 8, 12, 7, 3),
        // The paper's two structures, and what it says of April 2013.
        (
            "west-cheshire",
            vec![18, 19, 17],
            vec![9, 13, 12],
            38,
            7,
            5,
            8,
        ),
        // Twenty links of the proposal are the rows of the paper's plan that cross all themes.
        ("cumbria", vec![19, 19], vec![7, 49], 17, 8, 2, 5),
        ("carlisle", vec![12, 12], vec![25, 25], 12, 7, 2, 5),
    ] {
        let project = project(name);
        let count =
            |of: fn(&Structure) -> usize| project.structures.iter().map(of).collect::<Vec<_>>();
        assert_eq!(count(|s| s.bodies.len()), bodies, "{name}");
        assert_eq!(count(|s| s.links.len()), links, "{name}");
        assert_eq!(project.lineage.len(), lineage, "{name}");
        assert_eq!(project.steps.len(), steps, "{name}");
        assert_eq!(project.questions.len(), questions, "{name}");
        assert_eq!(project.rules.len(), rules, "{name}");
    }
}

#[test]
fn the_schema_is_published_and_holds_for_every_sample() {
    let text = schema();
    golden("assets/schema/dotted-line-1.1.schema.json", &text);
    let validator = jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap();
    for sample in samples() {
        let file = serde_json::from_str(sample.json).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&file)
            .map(|e| format!("{}: {e}", e.instance_path()))
            .collect();
        assert_eq!(errors, [""; 0], "{}", sample.name);
    }
}

/// One body with every field, in the order of the file.
const EVERY_FIELD: &str = include_str!("../../golden/store/every-field.json");

/// Names of properties of a definition of the schema, sorted.
fn properties<'a>(schema: &'a serde_json::Value, name: &str) -> Vec<&'a String> {
    let found = match name {
        "" => &schema["properties"],
        name => &schema["$defs"][name]["properties"],
    };
    let mut out: Vec<_> = found.as_object().unwrap().keys().collect();
    out.sort();
    out
}

#[test]
fn schema_loader_and_writer_know_the_same_fields() {
    let loaded = load(EVERY_FIELD.as_bytes()).unwrap();
    assert_eq!(loaded.issues, [], "a field of the schema is not known");
    assert_eq!(save(&loaded.project), EVERY_FIELD);
    let file: serde_json::Value = serde_json::from_str(EVERY_FIELD).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
    let structure = &file["structures"][0];
    let body = &structure["bodies"][0];
    for (name, records) in [
        ("", vec![&file]),
        ("BodyKind", vec![&file["body_kinds"][0]]),
        ("NamedId", vec![&file["link_kinds"][0]]),
        ("NamedId", vec![&file["tiers"][0]]),
        ("Structure", vec![structure]),
        (
            "InSecond",
            vec![
                &file["in_second"],
                &file["body_kinds"][0]["in_second"],
                &structure["in_second"],
                &body["in_second"],
                &structure["links"][0]["in_second"],
                &body["seats"][1]["in_second"],
                &file["lineage"][0]["in_second"],
                &file["steps"][0]["in_second"],
                &file["questions"][0]["in_second"],
                &file["rules"][0]["in_second"],
            ],
        ),
        ("ShortText", vec![&structure["short_texts"][0]]),
        ("Body", vec![body]),
        ("Seat", vec![&body["seats"][0], &body["seats"][1]]),
        ("Meetings", vec![&body["meetings"]]),
        ("Pin", vec![&body["pin"]]),
        ("Link", vec![&structure["links"][0]]),
        ("Grid", vec![&structure["grids"][0]]),
        ("LineageRow", vec![&file["lineage"][0]]),
        ("Step", vec![&file["steps"][0]]),
        ("Question", vec![&file["questions"][0]]),
        ("Rule", vec![&file["rules"][0]]),
        ("RuleTest", vec![&file["rules"][0]["test"]]),
    ] {
        let mut keys: Vec<_> = records
            .iter()
            .flat_map(|r| r.as_object().unwrap().keys())
            .collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys, properties(&schema, name), "{name}");
    }
}

/// What the loader refuses in a record, the schema refuses too.
#[test]
fn the_schema_refuses_what_the_loader_refuses() {
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema()).unwrap()).unwrap();
    let file = |body: &str| {
        format!(
            "{{\"format\":\"dotted-line\",\"version\":\"1.0\",\"structures\":[{{\"id\":\"s\",\"bodies\":[{body}]}}]}}"
        )
    };
    for (body, valid) in [
        (r#"{"id":"a","name":"A"}"#, true),
        (r#"{"id":"a","name":"A","new":[1]}"#, true),
        (r#"{"id":"a","name":"A","short":null}"#, true),
        (r#"{"id":"a","name":"A","count":"unknown"}"#, true),
        (r#"{"id":"a","name":"A","count":3}"#, true),
        (r#"{"id":"ŵ-1","name":"A"}"#, true),
        (r#"{"id":"a"}"#, false),
        (r#"{"id":"a","name":3}"#, false),
        (r#"{"id":"a b","name":"A"}"#, false),
        (r#"{"id":"","name":"A"}"#, false),
        (r#"{"id":"a","name":"A","count":"some"}"#, false),
        (r#"{"id":"a","name":"A","pin":{"x":1}}"#, false),
        (r#"{"id":"a","name":"A","pin":{"x":1.5,"y":2}}"#, false),
        (
            r#"{"id":"a","name":"A","seats":[{"count":1,"at_least":1}]}"#,
            false,
        ),
        (r#"{"id":"a","name":"A","seats":[{"count":-1}]}"#, false),
        (r#"{"id":"a","name":"A","meetings":{"per_year":-1}}"#, false),
        (r#"{"id":"a","name":"A","meetings":[]}"#, false),
    ] {
        let text = file(body);
        assert_eq!(load(text.as_bytes()).is_ok(), valid, "loader: {body}");
        let value = serde_json::from_str(&text).unwrap();
        assert_eq!(validator.is_valid(&value), valid, "schema: {body}");
    }
}
