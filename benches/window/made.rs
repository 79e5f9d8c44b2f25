//! A made-up project file: a tree with six children each and a few cross links.

use serde_json::{Value, json};

pub fn project(bodies: usize) -> String {
    let kinds = ["board", "group", "team"];
    let made: Vec<Value> = (0..bodies)
        .map(|i| {
            json!({
                "id": format!("b{i}"),
                "name": format!("Partnership group {i}"),
                "kind": kinds[i % 3],
                "chair": format!("Director {}", i % 40),
            })
        })
        .collect();
    let mut links: Vec<Value> = (1..bodies)
        .map(|i| link(format!("r{i}"), i, (i - 1) / 6, "reports-to"))
        .collect();
    for i in 0..bodies / 20 {
        let (from, to) = ((i * 37 + 5) % bodies, (i * 91 + 17) % bodies);
        if from != to {
            let kind = ["informs", "supports"][i % 2];
            links.push(link(format!("x{i}"), from, to, kind));
        }
    }
    let body_kinds: Vec<Value> = (1..)
        .zip(kinds)
        .map(|(look, id)| json!({"id": id, "name": id, "look": look}))
        .collect();
    json!({
        "format": "dotted-line",
        "version": "1.0",
        "title": "Made up",
        "body_kinds": body_kinds,
        "structures": [{"id": "now", "title": "Now", "bodies": made, "links": links}],
    })
    .to_string()
}

/// Two structures of as many bodies, every one with a line of lineage and a reason.
pub fn pair(bodies: usize) -> String {
    let mut project: Value = serde_json::from_str(&project(bodies)).unwrap();
    let mut later = project["structures"][0].clone();
    later["id"] = json!("then");
    later["title"] = json!("Then");
    let rows: Vec<Value> = (0..bodies)
        .map(|i| {
            let id = format!("b{i}");
            json!({
                "from_structure": "now", "to_structure": "then", "from": [id], "to": [id],
                "reason": format!("Goes on with the work of group {i} as agreed by the board"),
                "source": format!("para {}.{}", i / 10 + 1, i % 10 + 1),
            })
        })
        .collect();
    for (i, body) in later["bodies"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .enumerate()
    {
        if i % 7 == 3 {
            body["name"] = json!(format!("Renamed partnership group {i}"));
        }
    }
    project["structures"].as_array_mut().unwrap().push(later);
    project["lineage"] = json!(rows);
    project.to_string()
}

fn link(id: String, from: usize, to: usize, kind: &str) -> Value {
    json!({"id": id, "from": format!("b{from}"), "to": format!("b{to}"), "kind": kind})
}
