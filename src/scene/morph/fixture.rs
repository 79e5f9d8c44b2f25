//! A made project that is too large for one slide.

use crate::model::Project;
use crate::store;

/// A board, six partnerships and seven groups under each: too many for one slide.
pub(super) fn many(
    change: impl Fn(&str, usize) -> Option<String>,
    links: [&str; 2],
    rows: &str,
) -> Project {
    let names = |of: usize| {
        let own = (0..6).flat_map(|i| {
            let groups = (0..7).map(move |j| (format!("g{i}-{j}"), format!("p{i}")));
            std::iter::once((format!("p{i}"), "top".to_owned())).chain(groups)
        });
        let own: Vec<(String, String)> = own.collect();
        let there: Vec<_> = own
            .into_iter()
            .filter_map(|(id, over)| Some((change(&id, of)?, id, over)))
            .collect();
        let bodies = there
            .iter()
            .map(|(name, id, _)| format!(r#"{{"id": "{id}", "name": "{name}"}}"#));
        let lines = there.iter().map(|(_, id, over)| {
            format!(r#"{{"id": "l{id}", "kind": "reports-to", "from": "{id}", "to": "{over}"}}"#)
        });
        let joined = |all: Vec<String>| all.join(",");
        (joined(bodies.collect()), joined(lines.collect()))
    };
    let structures = [("now", "Now"), ("then", "Then")]
        .iter()
        .zip(links)
        .enumerate();
    let structures = structures.map(|(of, ((id, title), more))| {
        let (bodies, lines) = names(of);
        format!(
            r#"{{"id": "{id}", "title": "{title}", "bodies": [{{"id": "top", "name": "Leadership Board"}},{bodies}], "links": [{lines}{more}]}}"#
        )
    });
    let structures: Vec<String> = structures.collect();
    let ids = (0..6).flat_map(|i| {
        std::iter::once(format!("p{i}")).chain((0..7).map(move |j| format!("g{i}-{j}")))
    });
    let stated = |id: &String| rows.contains(&format!("[\"{id}\"]"));
    let plain = ids.filter(|id| !stated(id)).chain(["top".to_owned()]).map(|id| {
        format!(r#"{{"from_structure": "now", "to_structure": "then", "from": ["{id}"], "to": ["{id}"]}}"#)
    });
    let plain: Vec<String> = plain.collect();
    let text = format!(
        r#"{{"format": "dotted-line", "version": "1.0", "title": "Plan", "structures": [{}], "lineage": [{}{rows}]}}"#,
        structures.join(","),
        plain.join(",")
    );
    store::load(text.as_bytes()).unwrap().project
}

pub(super) fn group(id: &str, _: usize) -> Option<String> {
    Some(format!("Working Group {id} of the whole county"))
}

pub(super) fn row(from: &str, to: &str, date: &str) -> String {
    let to = if to.is_empty() {
        String::new()
    } else {
        format!("\"{to}\"")
    };
    format!(
        r#",{{"from_structure": "now", "to_structure": "then", "from": ["{from}"], "to": [{to}], "date": "{date}"}}"#
    )
}
