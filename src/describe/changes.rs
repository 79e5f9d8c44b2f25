//! What becomes of every body, in words.

use std::collections::BTreeMap;

use super::{Block, TextVersion, alt_text_compare, facts, heading, links};
use crate::compare::{Also, ChangedLink, Comparison, Row, phrase};
use crate::model::{BodyId, Fate, Language, Link, Project, Structure};
use crate::say::{self, Label, Phrase};

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
    let language = project.language;
    let about = [old.label(), new.label()];
    let [from, to] = about.each_ref().map(String::as_str);
    let title = heading(
        project,
        &say::with(language, Label::ChangesFrom, &[from, to]),
    );
    let section = |words: &'static str| Block::heading(2, words);
    let mut blocks = vec![
        Block::heading(1, &title),
        section(Phrase::InShort.in_language(language)),
        Block::Paragraph(alt.clone()),
        section(Phrase::Overview.in_language(language)),
        Block::list(summary(language, comparison)),
    ];
    if !comparison.rows.is_empty() {
        blocks.push(section(Label::EveryBodyShort.in_language(language)));
        blocks.push(table(language, comparison, old, new));
    }
    let changed: Vec<String> = comparison
        .rows
        .iter()
        .filter(|row| !row.unchanged())
        .map(|row| row_words(language, row))
        .collect();
    if !changed.is_empty() {
        blocks.push(section(Label::WhatChanges.in_language(language)));
        blocks.push(Block::list(changed));
    }
    for (words, ids, structure) in [
        (Label::NothingOfAfter, &comparison.unaccounted.from, old),
        (Label::NothingOfBefore, &comparison.unaccounted.to, new),
    ] {
        if !ids.is_empty() {
            blocks.push(section(words.in_language(language)));
            blocks.push(Block::list(ids.iter().map(|id| body_name(structure, id))));
        }
    }
    blocks.extend(link_changes(project, comparison, old, new));
    TextVersion { title, alt, blocks }
}

/// How many rows have each fate, how many moved, how many bodies have no row.
fn summary(language: Language, comparison: &Comparison) -> Vec<String> {
    let counted = |words: Label, n: usize| say::with(language, words, &[&n.to_string()]);
    let mut out: Vec<String> = Fate::ALL
        .iter()
        .filter(|fate| comparison.count(**fate) > 0)
        .map(|fate| {
            let n = comparison.count(*fate).to_string();
            say::with(language, Label::CountOf, &[say::fate(language, *fate), &n])
        })
        .collect();
    let moved = comparison
        .rows
        .iter()
        .filter(|row| row.moved.is_some())
        .count();
    out.push(counted(Label::MovedCount, moved));
    let unaccounted = comparison.unaccounted.from.len() + comparison.unaccounted.to.len();
    out.push(counted(Label::NothingSaidCount, unaccounted));
    out
}

fn table(language: Language, comparison: &Comparison, old: &Structure, new: &Structure) -> Block {
    Block::Table {
        header: [
            Label::Ref,
            Label::Before,
            Label::After,
            Label::Change,
            Label::Source,
        ]
        .map(|words| say::say(language, words))
        .to_vec(),
        rows: comparison
            .rows
            .iter()
            .map(|row| {
                vec![
                    row.reference(),
                    names(language, old, &row.from),
                    names(language, new, &row.to),
                    change(language, row),
                    row.source.clone().unwrap_or_default(),
                ]
            })
            .collect(),
    }
}

/// "Renamed; meetings changed, seats changed", "Replaced (implied)".
fn change(language: Language, row: &Row) -> String {
    let mut out = say::fate(language, row.fate).to_owned();
    match row.record.certainty.as_str() {
        "stated" => {}
        word => out.push_str(&format!(" ({})", say::certainty(language, word))),
    }
    let also: Vec<String> = row
        .also
        .iter()
        .filter(|also| **also != Also::Name || row.fate != Fate::Renamed)
        .map(|also| also.label_in(language).to_lowercase())
        .collect();
    if also.is_empty() {
        out
    } else {
        format!("{out}; {}", also.join(", "))
    }
}

/// "R1: … To save time. Lead: Policy Manager."
fn row_words(language: Language, row: &Row) -> String {
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
        add(&say::with(language, Label::LeadIs, &[lead]));
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
    let mut add = |words: Label, lines: Vec<String>| {
        if !lines.is_empty() {
            out.push(Block::heading(2, words.in_language(project.language)));
            out.push(Block::list(lines));
        }
    };
    let all = |links: &[Link], structure: &Structure| {
        links::sentences(project, structure, &links.iter().collect::<Vec<_>>())
    };
    add(Label::NewLinks, all(&comparison.links.added, new));
    add(Label::GoneLinks, all(&comparison.links.removed, old));
    add(
        Label::ChangedLinks,
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
            Some(say::with(
                project.language,
                Label::LinkBefore,
                &[now.first()?, before],
            ))
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
    let notes = links::said_before(project.language, now, was);
    let words = match (same(&now.to, &was.to), notes.is_empty()) {
        (true, true) => say::say(project.language, Label::WithoutWords),
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

fn names(language: Language, structure: &Structure, ids: &[BodyId]) -> String {
    if ids.is_empty() {
        return say::say(language, Label::NoneInCell);
    }
    say::list(language, ids.iter().map(|id| body_name(structure, id)))
}
