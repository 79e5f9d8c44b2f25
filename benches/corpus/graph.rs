//! Graphs and drawings as files.

use std::collections::BTreeMap;
use std::path::Path;

use dotted_line::layout::{Edge, Gaps, Grows, Layout, Node, Place, Request};
use serde_json::{Value, json};

/// A structure with the sizes of its boxes.
pub(super) struct Graph {
    pub(super) name: String,
    pub(super) group: String,
    pub(super) ids: Vec<String>,
    pub(super) sizes: Vec<(f64, f64)>,
    /// From, to, kind.
    pub(super) edges: Vec<(usize, usize, String)>,
}

impl Graph {
    pub(super) fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        let nodes = value["nodes"].as_array().unwrap();
        let ids: Vec<String> = nodes.iter().map(|n| words(&n["id"])).collect();
        let at: BTreeMap<&str, usize> = ids
            .iter()
            .enumerate()
            .map(|(i, id)| (id.as_str(), i))
            .collect();
        let end = |edge: &Value, side: &str| at[edge[side].as_str().unwrap()];
        Self {
            name: words(&value["name"]),
            group: words(&value["group"]),
            sizes: nodes
                .iter()
                .map(|n| (n["w"].as_f64().unwrap(), n["h"].as_f64().unwrap()))
                .collect(),
            edges: value["edges"]
                .as_array()
                .unwrap()
                .iter()
                .map(|e| (end(e, "from"), end(e, "to"), words(&e["kind"])))
                .collect(),
            ids,
        }
    }

    /// What our layout is asked.
    pub(super) fn request(&self, room: Option<(i32, i32)>) -> Request {
        let node = |&(w, h): &(f64, f64)| Node {
            w: w.ceil() as i32,
            h: h.ceil() as i32,
            place: Place::Structure,
            pin: None,
        };
        let edge = |(from, to, kind): &(usize, usize, String)| Edge {
            from: *from,
            to: *to,
            hierarchy: kind == "reports",
            class: match kind.as_str() {
                "reports" => 0,
                "tasked" => 1,
                _ => 2,
            },
            clear_from: 4,
            clear_to: 8,
        };
        Request {
            nodes: self.sizes.iter().map(node).collect(),
            edges: self.edges.iter().map(edge).collect(),
            room,
            labels: [(0, 0); 3],
            bands: None,
            reorder: true,
            grows: Grows::default(),
            gaps: Gaps::default(),
        }
    }
}

fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Places and lines.
pub(super) struct Drawing {
    /// Top left corners.
    pub(super) places: Vec<(f64, f64)>,
    pub(super) lines: Vec<Vec<(f64, f64)>>,
    pub(super) ms: f64,
}

impl Drawing {
    pub(super) fn of(layout: &Layout, ms: f64) -> Self {
        let pt = |(x, y): (i32, i32)| (f64::from(x), f64::from(y));
        Self {
            places: layout
                .placement
                .cells
                .iter()
                .map(|c| pt((c.x, c.y)))
                .collect(),
            lines: layout
                .routes
                .iter()
                .map(|r| r.points.iter().copied().map(pt).collect())
                .collect(),
            ms,
        }
    }

    /// A drawing of this graph; none when the engine that should have written it gave up.
    pub(super) fn read(path: &Path, graph: &Graph) -> Option<Self> {
        let text = std::fs::read_to_string(path).ok()?;
        let value: Value = serde_json::from_str(&text).ok()?;
        let pt = |v: &Value| Some((v[0].as_f64()?, v[1].as_f64()?));
        let places: Option<Vec<_>> = graph
            .ids
            .iter()
            .map(|id| pt(&value["nodes"][id.as_str()]))
            .collect();
        let line = |i: usize| -> Vec<(f64, f64)> {
            let points = value["edges"][i.to_string()].as_array();
            points.into_iter().flatten().filter_map(pt).collect()
        };
        Some(Self {
            places: places?,
            lines: (0..graph.edges.len()).map(line).collect(),
            ms: value["ms"].as_f64().unwrap_or(f64::NAN),
        })
    }

    pub(super) fn json(&self, graph: &Graph) -> String {
        let nodes: serde_json::Map<String, Value> = graph
            .ids
            .iter()
            .zip(&self.places)
            .map(|(id, p)| (id.clone(), json!([p.0, p.1])))
            .collect();
        let edges: serde_json::Map<String, Value> = self
            .lines
            .iter()
            .enumerate()
            .map(|(i, line)| (i.to_string(), json!(line)))
            .collect();
        json!({"nodes": nodes, "edges": edges, "ms": self.ms}).to_string()
    }
}
