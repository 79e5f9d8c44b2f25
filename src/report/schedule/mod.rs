//! The schedule of changes: what becomes of every body as numbered paragraphs that can stand in
//! a committee paper as they are, and as a table; then the plan and the questions.

mod figures;
mod prose;
mod short;
mod story;
mod table;
#[cfg(test)]
mod tests;
mod welsh;

use super::changes::{Changes, Coverage, Group, changes};
use super::document::{Block, Document, Sections};
use super::{plan, questions};
use crate::compare::{Comparison, phrase};
use crate::model::{Language, Project};
use crate::say::{self, Label};
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
    let language = project.language;
    let pair = [coverage.earlier.as_str(), coverage.later.as_str()];
    let about = say::with(language, Label::ChangesFrom, &pair);
    let mut document = super::titled(project, &about);
    let blocks = &mut document.blocks;
    blocks.extend(super::facts(project, [&comparison.from, &comparison.to]));
    blocks.push(sections.heading(Label::InShort.in_language(language)));
    for text in summary(&ledger, comparison) {
        blocks.push(sections.paragraph(text));
    }
    for group in Group::ALL {
        let paragraphs = paragraphs(&ledger, group);
        if !paragraphs.is_empty() {
            blocks.push(sections.heading(heading(group).in_language(language)));
            blocks.extend(paragraphs.into_iter().map(|text| sections.paragraph(text)));
        }
    }
    if !ledger.rows.is_empty() {
        blocks.push(sections.heading(Label::Schedule.in_language(language)));
        blocks.push(Block::Table(table::table(&ledger)));
    }
    document
}

/// How many bodies are accounted for, how many rows tell what.
fn summary(ledger: &Changes, comparison: &Comparison) -> Vec<String> {
    if ledger.language == Language::Welsh {
        return welsh::summary(ledger, comparison.from == comparison.to);
    }
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
    for words in not_stated(coverage) {
        out.push(' ');
        out.push_str(&words);
    }
    out
}

/// "What becomes of 2 bodies of “Current” is not stated."
fn not_stated(coverage: &Coverage) -> Vec<String> {
    let sides = [
        (&coverage.without_fate, "What becomes of", &coverage.earlier),
        (
            &coverage.without_origin,
            "What came before",
            &coverage.later,
        ),
    ];
    let open = sides.into_iter().filter(|(bodies, ..)| !bodies.is_empty());
    open.map(|(bodies, words, of)| {
        let count = phrase::count(bodies.len(), "body", "bodies");
        format!("{words} {count} of “{of}” is not stated.")
    })
    .collect()
}

/// The paragraphs of a group.
fn paragraphs(ledger: &Changes, group: Group) -> Vec<String> {
    let stories = stories(ledger, group);
    stories
        .iter()
        .map(|story| match ledger.language {
            Language::English => prose::words(story, ledger),
            Language::Welsh => welsh::words(story, ledger),
        })
        .collect()
}

fn heading(group: Group) -> Label {
    match group {
        Group::Replaced => Label::Replaced,
        Group::Merged => Label::Merged,
        Group::Split => Label::Split,
        Group::Renamed => Label::Renamed,
        Group::Moved => Label::Moved,
        Group::New => Label::New,
        Group::Ended => Label::Ended,
        Group::NotStated => Label::NothingStated,
        Group::UnderReview => Label::UnderReview,
        Group::Retained => Label::Retained,
    }
}
