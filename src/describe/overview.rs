//! Counts, levels, tops, and what needs a word before the outline.

use super::{Block, facts};
use crate::compare::phrase;
use crate::measure::{Hierarchy, measure};
use crate::model::{Language, Project, Structure};
use crate::say::{self, Noun, Phrase};

pub(super) fn overview(
    project: &Project,
    structure: &Structure,
    hierarchy: &Hierarchy,
) -> Vec<Block> {
    let language = project.language;
    let measures = measure(project, structure);
    let listed =
        |phrase, names: Vec<String>| say::with(language, phrase, &[&say::list(language, names)]);
    let mut lines = vec![counts(project, structure, &measures)];
    if hierarchy.is_flat() {
        if !structure.bodies.is_empty() {
            lines.push(say::say(language, Phrase::NoHierarchy));
        }
    } else {
        let levels = say::count(language, measures.levels, Noun::Level);
        lines.push(say::with(language, Phrase::LinesHave, &[&levels]));
        let tops = names(structure, |at| hierarchy.is_top(at));
        if !tops.is_empty() {
            lines.push(listed(Phrase::AtTheTop, tops));
        }
    }
    for circle in hierarchy.loops() {
        let around: Vec<String> = circle
            .iter()
            .chain(circle.first())
            .filter_map(|at| structure.bodies.get(*at))
            .map(facts::name)
            .collect();
        let around = around.join(&say::say(language, Phrase::CircleJoin));
        lines.push(say::with(language, Phrase::InACircle, &[&around]));
    }
    let doubled = names(structure, |at| hierarchy.parents(at).len() > 1);
    if !doubled.is_empty() {
        lines.push(listed(Phrase::MoreThanOne, doubled));
    }
    let itself = names(structure, |at| {
        hierarchy.report_to_themselves().contains(&at)
    });
    if !itself.is_empty() {
        lines.push(listed(Phrase::ToItself, itself));
    }
    lines.extend(meetings(language, &measures));
    vec![
        Block::heading(2, say::say(language, Phrase::Overview)),
        Block::list(lines),
    ]
}

/// "25 bodies: 5 thematic partnerships, 1 leadership forum."
fn counts(project: &Project, structure: &Structure, measures: &crate::measure::Measures) -> String {
    let language = project.language;
    let kinds: Vec<String> = measures
        .by_kind
        .iter()
        .map(|(kind, n)| match kind {
            Some(id) => {
                let one = phrase::lower(&project.body_kind_name(id));
                let many = project
                    .body_kind(id)
                    .and_then(|kind| kind.plural.as_deref())
                    .map(phrase::lower);
                match many {
                    // One kind with its number, whatever number does to its first letter.
                    _ if language == Language::Welsh => format!("{one} ({n})"),
                    Some(many) => phrase::count(*n, &one, &many),
                    None => format!("{n} {one}"),
                }
            }
            None => say::with(language, Phrase::WithoutKind, &[&n.to_string()]),
        })
        .collect();
    let bodies = say::count(language, structure.bodies.len(), Noun::Body);
    if kinds.is_empty() {
        format!("{bodies}.")
    } else {
        format!("{bodies}: {}.", say::list(language, kinds))
    }
}

/// Meetings and seat-meetings a year, as far as known.
fn meetings(language: Language, measures: &crate::measure::Measures) -> Option<String> {
    let unknown = measures.meetings.bodies_unknown.len();
    let known = measures.bodies.checked_sub(unknown).filter(|n| *n > 0)?;
    let sum = phrase::number(measures.meetings.known);
    let bodies = say::count(language, known, Noun::Body);
    let mut text = say::with(language, Phrase::MeetingsInAll, &[&sum, &bodies]);
    if unknown > 0 {
        let unknown = unknown.to_string();
        text.push_str(&say::with(language, Phrase::MeetingsUnknown, &[&unknown]));
    }
    text.push('.');
    Some(text)
}

fn names(structure: &Structure, wanted: impl Fn(usize) -> bool) -> Vec<String> {
    structure
        .bodies
        .iter()
        .enumerate()
        .filter(|(at, _)| wanted(*at))
        .map(|(_, body)| facts::name(body))
        .collect()
}
