//! The schedule of changes: what becomes of every body as numbered paragraphs that can stand in
//! a committee paper as they are, and as a table; then the plan and the questions.

mod figures;
mod prose;
mod short;
mod story;
mod table;
#[cfg(test)]
mod tests;

use super::changes::{Changes, Coverage, Group, changes};
use super::document::{Block, Document, Sections};
use super::{plan, questions};
use crate::compare::{Comparison, phrase};
use crate::model::Project;
use story::stories;

pub use short::in_short;

/// The document of a comparison: schedule of changes, plan, questions.
#[must_use]
pub fn changes_document(project: &Project, comparison: &Comparison) -> Document {
    let mut sections = Sections::default();
    let mut document = schedule(project, comparison, &mut sections);
    let pair = [&comparison.from, &comparison.to];
    plan::section(project, &pair, &mut sections, &mut document.blocks);
    questions::sections(project, &pair, &mut sections, &mut document.blocks);
    document
}

/// What becomes of every body, without plan and questions.
#[must_use]
pub fn schedule_document(project: &Project, comparison: &Comparison) -> Document {
    schedule(project, comparison, &mut Sections::default())
}

fn schedule(project: &Project, comparison: &Comparison, sections: &mut Sections) -> Document {
    let ledger = changes(project, comparison);
    let coverage = &ledger.coverage;
    let mut document = Document::new(super::title(
        project,
        &format!("changes from {} to {}", coverage.earlier, coverage.later),
    ));
    let blocks = &mut document.blocks;
    blocks.extend(super::facts(project, [&comparison.from, &comparison.to]));
    blocks.push(sections.heading("In short"));
    for text in summary(&ledger, comparison) {
        blocks.push(sections.paragraph(text));
    }
    for group in Group::ALL {
        let paragraphs = paragraphs(&ledger, group);
        if !paragraphs.is_empty() {
            blocks.push(sections.heading(heading(group)));
            blocks.extend(paragraphs.into_iter().map(|text| sections.paragraph(text)));
        }
    }
    if !ledger.rows.is_empty() {
        blocks.push(sections.heading("Schedule of changes"));
        blocks.push(Block::Table(table::table(&ledger)));
    }
    document
}

/// How many bodies are accounted for, how many rows tell what.
fn summary(ledger: &Changes, comparison: &Comparison) -> Vec<String> {
    if comparison.from == comparison.to {
        return vec![format!(
            "Both are the same structure, “{}”: nothing changes.",
            ledger.coverage.earlier
        )];
    }
    let mut out = vec![coverage_words(&ledger.coverage)];
    // A move comes on top of a fate, so that every row counts once.
    let fates = Group::ALL
        .into_iter()
        .filter(|group| *group != Group::Moved);
    let told: Vec<String> = fates
        .filter_map(|group| {
            let rows = ledger.rows.iter().filter(|row| row.fate == group.fate());
            let (rows, word) = (rows.count(), group.word().to_lowercase());
            (rows > 0).then(|| format!("{rows} {word}"))
        })
        .collect();
    if !told.is_empty() {
        let entries = phrase::count(ledger.rows.len(), "entry", "entries");
        let moved = match ledger.moved() {
            0 => "",
            1 => " 1 of them also moves to another reporting line.",
            n => &format!(" {n} of them also move to another reporting line."),
        };
        let told = phrase::list(told);
        out.push(format!("The schedule has {entries}: {told}.{moved}"));
    }
    out
}

/// "All 20 bodies of “Current” have a stated fate." and who is not accounted for.
fn coverage_words(coverage: &Coverage) -> String {
    let (all, bodies) = (
        coverage.bodies,
        phrase::count(coverage.bodies, "body", "bodies"),
    );
    let have = if coverage.stated == 1 { "has" } else { "have" };
    let mut out = match coverage.stated {
        _ if all == 0 => format!("“{}” has no bodies.", coverage.earlier),
        0 => format!(
            "No fate is stated for the {bodies} of “{}”.",
            coverage.earlier
        ),
        stated if stated == all && all > 1 => {
            format!("All {bodies} of “{}” have a stated fate.", coverage.earlier)
        }
        stated => format!(
            "Of the {bodies} of “{}”, {stated} {have} a stated fate.",
            coverage.earlier
        ),
    };
    for (bodies, words, of) in [
        (&coverage.without_fate, "What becomes of", &coverage.earlier),
        (
            &coverage.without_origin,
            "What came before",
            &coverage.later,
        ),
    ] {
        if !bodies.is_empty() {
            let count = phrase::count(bodies.len(), "body", "bodies");
            out.push_str(&format!(" {words} {count} of “{of}” is not stated."));
        }
    }
    out
}

/// The paragraphs of a group.
fn paragraphs(ledger: &Changes, group: Group) -> Vec<String> {
    let stories = stories(ledger, group);
    stories
        .iter()
        .map(|story| prose::words(story, ledger))
        .collect()
}

fn heading(group: Group) -> &'static str {
    match group {
        Group::Replaced => "Bodies that are replaced",
        Group::Merged => "Bodies that merge",
        Group::Split => "Bodies that split",
        Group::Renamed => "Bodies with a new name",
        Group::Moved => "Bodies that move to another reporting line",
        Group::New => "New bodies",
        Group::Ended => "Bodies that end",
        Group::NotStated => "Bodies of which nothing is stated",
        Group::UnderReview => "Bodies under review",
        Group::Retained => "Bodies that are retained and do not move",
    }
}
