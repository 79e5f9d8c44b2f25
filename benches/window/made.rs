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
pub fn pair_with_reasons(bodies: usize) -> String {
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

/// The same today and tomorrow: of every ten bodies two merge, one ends, one moves, one gets another name,
/// and one is new.
pub fn pair(bodies: usize) -> String {
    let mut made: Value = serde_json::from_str(&project(bodies)).unwrap();
    let now = made["structures"][0].clone();
    let mut later = now.clone();
    later["id"] = json!("later");
    later["title"] = json!("Later");
    let goes = |i: usize| i > 6 && matches!(i % 10, 7 | 8);
    let list = later["bodies"].as_array_mut().unwrap();
    for (i, body) in list.iter_mut().enumerate() {
        if i % 10 == 5 {
            body["name"] = json!(format!("Another group {i}"));
        }
    }
    let mut at = 0;
    list.retain(|_| {
        at += 1;
        !goes(at - 1)
    });
    let gone = |end: &Value| {
        let number = end.as_str().and_then(|id| id[1..].parse().ok());
        number.is_some_and(goes)
    };
    let links = later["links"].as_array_mut().unwrap();
    links.retain(|link| !gone(&link["from"]) && !gone(&link["to"]));
    for link in links.iter_mut() {
        let number: usize = link["from"].as_str().unwrap()[1..].parse().unwrap();
        if number % 10 == 9 {
            link["to"] = json!("b0");
        }
    }
    let mut rows = Vec::new();
    let mut row = |from: Vec<usize>, to: Vec<String>| {
        let from: Vec<String> = from.iter().map(|i| format!("b{i}")).collect();
        rows.push(
            json!({"from_structure": "now", "to_structure": "later", "from": from, "to": to}),
        );
    };
    for i in 0..bodies {
        match i % 10 {
            6 if i + 1 < bodies => row(vec![i, i + 1], vec![format!("b{i}")]),
            7 => {}
            8 => row(vec![i], Vec::new()),
            _ => row(vec![i], vec![format!("b{i}")]),
        }
    }
    for i in 0..bodies / 10 {
        let id = format!("n{i}");
        let new = json!({"id": id, "name": format!("New group {i}"), "kind": "team"});
        later["bodies"].as_array_mut().unwrap().push(new);
        row(Vec::new(), vec![id]);
    }
    made["structures"] = json!([now, later]);
    made["lineage"] = json!(rows);
    made.to_string()
}
