//! What becomes of every body, in words.

use std::collections::BTreeMap;

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

/// "Renamed; meetings changed, seats changed", "Replaced (implied)".
fn change(row: &Row) -> String {
    let mut out = row.fate.label().to_owned();
    match row.record.certainty.as_str() {
        "stated" => {}
        word => out.push_str(&format!(" ({word})")),
    }
    let also: Vec<String> = row
        .also
        .iter()
        .filter(|also| **also != Also::Name || row.fate != Fate::Renamed)
        .map(|also| also.label().to_lowercase())
        .collect();
    if also.is_empty() {
        out
    } else {
        format!("{out}; {}", also.join(", "))
    }
}

/// "R1: … To save time. Lead: Policy Manager."
fn row_words(row: &Row) -> String {
    let mut out = format!("{}: {}", row.reference(), row.text);
    let mut add = |words: &str| {
        out.push(' ');
        out.push_str(words);
        if !words.ends_with(['.', '!', '?']) {
            out.push('.');
        }
    };
    // What people write as a reason is as often a remark: it stands as a sentence of its own.
    if let Some(reason) = stated(row.reason.as_deref()).filter(|r| !phrase::says(&row.text, r)) {
        add(&phrase::capital(reason));
    }
    if let Some(lead) = stated(row.record.lead.as_deref()) {
        add(&format!("Lead: {lead}"));
    }
    out
}

fn stated(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
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
    add(
        "Links that change",
        changed_links(project, &comparison.links.changed, old, new),
    );
    out
}

/// Links that change alike and lead to the same body are told in one sentence.
fn changed_links(
    project: &Project,
    changes: &[ChangedLink],
    old: &Structure,
    new: &Structure,
) -> Vec<String> {
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut groups: Vec<(Vec<&Link>, String)> = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        let Some((before, alone)) = before(project, change, old, new) else {
            continue;
        };
        let now = &change.now;
        let mut terms = format!(
            "{} {} {} {:?} {:?} {}",
            now.kind,
            now.to,
            now.permission,
            now.seats,
            now.label,
            now.certainty.as_str()
        );
        if alone {
            terms.push_str(&format!(" {at}"));
        }
        let place = *places
            .entry((terms, before.clone()))
            .or_insert(groups.len());
        match groups.get_mut(place) {
            Some((links, _)) => links.push(now),
            None => groups.push((vec![now], before)),
        }
    }
    groups
        .iter()
        .filter_map(|(links, before)| {
            let now = links::sentences(project, new, links);
            Some(format!("{} Before: {before}.", now.first()?))
        })
        .collect()
}

/// What the link was, without what is the same now; and whether that names the body at its
/// beginning, so that it can stand for no other link.
fn before(
    project: &Project,
    change: &ChangedLink,
    old: &Structure,
    new: &Structure,
) -> Option<(String, bool)> {
    let (now, was) = (&change.now, &change.was);
    let same = |now: &BodyId, was: &BodyId| body_name(new, now) == body_name(old, was);
    if was.kind != now.kind || was.permission != now.permission || !same(&now.from, &was.from) {
        let sentences = links::sentences(project, old, &[was]);
        let sentence = sentences.first()?.trim_end_matches('.').to_owned();
        return Some((sentence, true));
    }
    let notes = links::said_before(now, was);
    let words = match (same(&now.to, &was.to), notes.is_empty()) {
        (true, true) => "without these words".to_owned(),
        (true, false) => notes,
        (false, true) => body_name(old, &was.to),
        (false, false) => format!("{} ({notes})", body_name(old, &was.to)),
    };
    Some((words, false))
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
