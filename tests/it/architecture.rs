//! Who may name whom: the tables of `src/architecture.md` against every path in `src`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const LAW: &str = include_str!("../../src/architecture.md");

/// The two tables.
struct Law {
    /// For each layer the layers that it may name.
    may_name: BTreeMap<String, BTreeSet<String>>,
    /// Names that stand in certain places only; the flag means one file of these places.
    only_in: Vec<(String, Vec<String>, bool)>,
}

impl Law {
    fn read(text: &str) -> Self {
        let may_name = rows(text, "## Who may name whom")
            .into_iter()
            .map(|(layer, named)| {
                (
                    ticked(&layer).remove(0),
                    ticked(&named).into_iter().collect(),
                )
            })
            .collect();
        let only_in = rows(text, "## What stands in one place only")
            .into_iter()
            .flat_map(|(names, places)| {
                let one_file = places.contains("one file");
                let places = ticked(&places);
                ticked(&names)
                    .into_iter()
                    .map(move |name| (name, places.clone(), one_file))
            })
            .collect();
        Self { may_name, only_in }
    }

    /// What a source file breaks; `path` is relative to `src`, with `/`.
    fn breaches(&self, path: &str, source: &str) -> Vec<String> {
        let layer = path.split('/').next().unwrap().trim_end_matches(".rs");
        let code = code_of(source);
        let mut out = Vec::new();
        if layer != "lib" {
            let Some(allowed) = self.may_name.get(layer) else {
                return vec![format!("{path}: the layer {layer} is not in the table")];
            };
            for named in named_layers(path, &code, self.may_name.keys()) {
                if named != layer && !allowed.contains(&named) {
                    out.push(format!("{path}: {layer} may not name {named}"));
                }
            }
        }
        for (name, places, _) in &self.only_in {
            let allowed = places.iter().any(|p| {
                path == p || path.starts_with(&format!("{p}/")) || path == format!("{p}.rs")
            });
            if !allowed && names(&code, name) {
                out.push(format!("{path}: {name} may stand only in {places:?}"));
            }
        }
        out
    }
}

/// The rows of the first table under a heading: both cells.
fn rows(text: &str, heading: &str) -> Vec<(String, String)> {
    let section = text.split(heading).nth(1).expect("the heading is there");
    let section = section.split("\n## ").next().unwrap();
    section
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            assert_eq!(cells.len(), 2, "{line}");
            (cells[0].to_owned(), cells[1].to_owned())
        })
        .collect()
}

fn ticked(cell: &str) -> Vec<String> {
    cell.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The source without comments, strings and unit tests.
fn code_of(source: &str) -> String {
    let shipped = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut out = String::new();
    for line in shipped.lines() {
        let line = line.split("//").next().unwrap();
        // Every second piece between quotation marks is a string.
        let bare: String = line.split('"').step_by(2).collect();
        out.push_str(&bare);
        out.push('\n');
    }
    out
}

/// Whether a path or crate name stands in the code as a whole word.
fn names(code: &str, name: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let crate_name = name.chars().all(|c| c.is_lowercase() || c == '_');
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let rest = &code[at + name.len()..];
        let whole = !before.is_some_and(word) && !rest.starts_with(word);
        // A crate is named where a path starts with it; a field or function may share its name.
        let path = !crate_name
            || ((rest.starts_with("::") || rest.starts_with(';') || rest.starts_with(" as "))
                && before != Some('.')
                && !code[..at].ends_with("::")
                && !code[..at].ends_with("mod "));
        whole && path
    })
}

/// The layers that a file names by `crate::`, `dotted_line::` or by enough `super::`.
fn named_layers<'a>(
    path: &str,
    code: &str,
    layers: impl Iterator<Item = &'a String>,
) -> BTreeSet<String> {
    let layers: BTreeSet<&String> = layers.collect();
    let folders = path.matches('/').count();
    let depth = if path.ends_with("mod.rs") {
        folders
    } else {
        folders + 1
    };
    let to_root = "super::".repeat(depth);
    let mut out = BTreeSet::new();
    for root in ["crate::", "dotted_line::", &to_root] {
        for (at, _) in code.match_indices(root) {
            // A longer chain of `super` than this one is no path from here.
            if root == to_root && code[..at].ends_with("super::") {
                continue;
            }
            for first in first_names(&code[at + root.len()..]) {
                if layers.contains(&first) {
                    out.insert(first);
                }
            }
        }
    }
    out
}

/// The first names of a path, or of each path of a braced list.
fn first_names(rest: &str) -> Vec<String> {
    let ident = |text: &str| -> String {
        text.trim_start()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(list) = rest.strip_prefix('{') else {
        return vec![ident(rest)];
    };
    let (mut depth, mut start, mut out) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                out.push(ident(&list[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                out.push(ident(&list[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    out
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Every file of the program with its path relative to `src`; files of unit tests left out.
fn program() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files.sort();
    let relative = |path: &Path| -> String {
        let parts = path.strip_prefix(&root).unwrap().components();
        let parts: Vec<_> = parts.map(|p| p.as_os_str().to_str().unwrap()).collect();
        parts.join("/")
    };
    files
        .iter()
        .map(|path| (relative(path), std::fs::read_to_string(path).unwrap()))
        .filter(|(path, _)| {
            let file = path.rsplit('/').next().unwrap();
            file != "tests.rs" && file != "fixture.rs" && !path.contains("/tests/")
        })
        .collect()
}

#[test]
fn every_layer_names_only_what_it_may() {
    let law = Law::read(LAW);
    let files = program();
    assert!(
        files.len() > 100,
        "the program is read: {} files",
        files.len()
    );
    let breaches: Vec<String> = files
        .iter()
        .flat_map(|(path, source)| law.breaches(path, source))
        .collect();
    assert!(breaches.is_empty(), "{breaches:#?}");
    for (name, _, one_file) in law.only_in.iter().filter(|(_, _, one)| *one) {
        let naming = files
            .iter()
            .filter(|(_, s)| names(&code_of(s), name))
            .count();
        assert!(
            naming <= 1,
            "{name} stands in {naming} files, one_file {one_file}"
        );
    }
}

#[test]
fn no_two_layers_name_each_other() {
    let law = Law::read(LAW);
    // Takes away layer after layer that names nothing left: a loop would stay.
    let mut left = law.may_name.clone();
    // The headless program opens the window, which is above it only for that.
    left.get_mut("cli").unwrap().remove("ui");
    while !left.is_empty() {
        let names: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, named| named.iter().any(|n| names.contains(n)));
        assert!(left.len() < before, "these name each other: {names:?}");
    }
}

#[test]
fn it_bites() {
    let law = Law::read(LAW);
    for (path, source, expected) in [
        (
            "model/x.rs",
            "use crate::scene::Scene;",
            "model may not name scene",
        ),
        (
            "model/x.rs",
            "use crate::{geom::Point, store};",
            "model may not name geom",
        ),
        (
            "model/x.rs",
            "use crate::{\n    store::load,\n};",
            "model may not name store",
        ),
        (
            "layout/x.rs",
            "fn f(p: &crate::model::Project) {}",
            "layout may not name model",
        ),
        (
            "layout/mod.rs",
            "use super::text::wrap;",
            "layout may not name text",
        ),
        (
            "layout/x.rs",
            "use super::super::text::wrap;",
            "layout may not name text",
        ),
        ("scene/x.rs", "use egui::Pos2;", "egui may stand only"),
        ("ui/x.rs", "use clap::Parser;", "clap may stand only"),
        (
            "scene/x.rs",
            "let m = std::collections::HashMap::new();",
            "HashMap may stand only",
        ),
        (
            "store/save.rs",
            "std::fs::write(a, b)",
            "std::fs may stand only",
        ),
        (
            "check/x.rs",
            "#[derive(serde::Serialize)]",
            "serde may stand only",
        ),
        ("odd/x.rs", "", "not in the table"),
    ] {
        let found = law.breaches(path, source);
        assert!(
            found.iter().any(|f| f.contains(expected)),
            "{path} {source}: {found:?}"
        );
    }
    for (path, source) in [
        (
            "scene/x.rs",
            "use crate::layout::Cell;\nuse super::item::Item;",
        ),
        (
            "model/x.rs",
            "// crate::store::save\nlet words = \"egui::Pos2\";",
        ),
        (
            "model/x.rs",
            "fn f() {}\n#[cfg(test)]\nmod tests {\n use crate::store;\n}",
        ),
        (
            "ui/canvas.rs",
            "use crate::editor::Editor;\nuse egui_graphs::Graph;",
        ),
        ("cli/export.rs", "let png = export::png(&scene);"),
    ] {
        assert_eq!(law.breaches(path, source), Vec::<String>::new(), "{source}");
    }
}
