//! What becomes of every body, in words.

use super::{Block, TextVersion, alt_text_compare, facts, heading, links};
use crate::compare::{Also, ChangedLink, Comparison, Row, phrase};
use crate::model::{BodyId, Fate, Link, Project, Structure};

/// The text version of a comparison that is there already.
#[must_use]
pub fn describe_comparison(project: &Project, comparison: &Comparison) -> TextVersion {
    let alt = alt_text_compare(project, comparison);
    let (Some(old), Some(new)) = (
        project.structure(&comparison.from),
        project.structure(&comparison.to),
    ) else {
        // A comparison of another project has nothing to say here.
        return TextVersion {
            title: heading(project, ""),
            alt,
            blocks: Vec::new(),
        };
    };
    let title = heading(
        project,
        &format!("changes from {} to {}", old.label(), new.label()),
    );
    let mut blocks = vec![
        Block::heading(1, &title),
        Block::heading(2, "In short"),
        Block::Paragraph(alt.clone()),
        Block::heading(2, "Overview"),
        Block::list(summary(comparison)),
    ];
    if !comparison.rows.is_empty() {
        blocks.push(Block::heading(2, "Every body"));
        blocks.push(table(comparison, old, new));
    }
    let changed: Vec<String> = comparison
        .rows
        .iter()
        .filter(|row| !row.unchanged())
        .map(row_words)
        .collect();
    if !changed.is_empty() {
        blocks.push(Block::heading(2, "What changes"));
        blocks.push(Block::list(changed));
    }
    for (words, ids, structure) in [
        (
            "Nothing is said about what becomes of",
            &comparison.unaccounted.from,
            old,
        ),
        (
            "Nothing is said about what came before",
            &comparison.unaccounted.to,
            new,
        ),
    ] {
        if !ids.is_empty() {
            blocks.push(Block::heading(2, words));
            blocks.push(Block::list(ids.iter().map(|id| body_name(structure, id))));
        }
    }
    blocks.extend(link_changes(project, comparison, old, new));
    TextVersion { title, alt, blocks }
}

/// How many rows have each fate, how many moved, how many bodies have no row.
fn summary(comparison: &Comparison) -> Vec<String> {
    let mut out: Vec<String> = Fate::ALL
        .iter()
        .filter(|fate| comparison.count(**fate) > 0)
        .map(|fate| format!("{}: {}", fate.label(), comparison.count(*fate)))
        .collect();
    let moved = comparison
        .rows
        .iter()
        .filter(|row| row.moved.is_some())
        .count();
    out.push(format!("Moved to another reporting line: {moved}"));
    let unaccounted = comparison.unaccounted.from.len() + comparison.unaccounted.to.len();
    out.push(format!("Bodies of which nothing is said: {unaccounted}"));
    out
}

fn table(comparison: &Comparison, old: &Structure, new: &Structure) -> Block {
    Block::Table {
        header: ["Ref", "Before", "After", "Change", "Source"]
            .map(str::to_owned)
            .to_vec(),
        rows: comparison
            .rows
            .iter()
            .map(|row| {
                vec![
                    row.reference(),
                    names(old, &row.from),
                    names(new, &row.to),
                    change(row),
                    row.source.clone().unwrap_or_default(),
                ]
            })
            .collect(),
    }
}

/// "Renamed; meetings changed, seats changed".
fn change(row: &Row) -> String {
    let also: Vec<String> = row
        .also
        .iter()
        .filter(|also| **also != Also::Name || row.fate != Fate::Renamed)
        .map(|also| also.label().to_lowercase())
        .collect();
    if also.is_empty() {
        row.fate.label().to_owned()
    } else {
        format!("{}; {}", row.fate.label(), also.join(", "))
    }
}

/// "R1: … Reason: …"
fn row_words(row: &Row) -> String {
    let mut out = format!("{}: {}", row.reference(), row.text);
    if let Some(reason) = row
        .reason
        .as_deref()
        .map(str::trim)
        .filter(|r| !r.is_empty())
    {
        out.push_str(&format!(" Reason: {reason}"));
        if !reason.ends_with(['.', '!', '?']) {
            out.push('.');
        }
    }
    out
}

fn link_changes(
    project: &Project,
    comparison: &Comparison,
    old: &Structure,
    new: &Structure,
) -> Vec<Block> {
    let mut out = Vec::new();
    let mut add = |words: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            out.push(Block::heading(2, words));
            out.push(Block::list(lines));
        }
    };
    let all = |links: &[Link], structure: &Structure| {
        links::sentences(project, structure, &links.iter().collect::<Vec<_>>())
    };
    add("New links", all(&comparison.links.added, new));
    add("Links that go", all(&comparison.links.removed, old));
    let changed = comparison
        .links
        .changed
        .iter()
        .filter_map(|change| changed_link(project, change, old, new))
        .collect();
    add("Links that change", changed);
    out
}

/// "Now: … Before: …"
fn changed_link(
    project: &Project,
    change: &ChangedLink,
    old: &Structure,
    new: &Structure,
) -> Option<String> {
    let now = links::sentences(project, new, &[&change.now]);
    let was = links::sentences(project, old, &[&change.was]);
    Some(format!("{} Before: {}", now.first()?, was.first()?))
}

fn body_name(structure: &Structure, id: &BodyId) -> String {
    structure
        .body(id)
        .map_or_else(|| id.to_string(), facts::name)
}

fn names(structure: &Structure, ids: &[BodyId]) -> String {
    if ids.is_empty() {
        return "none".to_owned();
    }
    phrase::list(ids.iter().map(|id| body_name(structure, id)))
}
