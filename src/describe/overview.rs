//! Counts, levels, tops, and what needs a word before the outline.

use super::{Block, facts};
use crate::compare::phrase;
use crate::measure::{Hierarchy, measure};
use crate::model::{Project, Structure};

pub(super) fn overview(
    project: &Project,
    structure: &Structure,
    hierarchy: &Hierarchy,
) -> Vec<Block> {
    let measures = measure(project, structure);
    let mut lines = vec![counts(project, structure, &measures)];
    if hierarchy.is_flat() {
        if !structure.bodies.is_empty() {
            lines.push("Nobody reports to anybody: there is no hierarchy.".to_owned());
        }
    } else {
        lines.push(format!(
            "The reporting lines have {}.",
            phrase::count(measures.levels, "level", "levels")
        ));
        let tops = names(structure, |at| hierarchy.is_top(at));
        if !tops.is_empty() {
            lines.push(format!("At the top: {}.", phrase::list(tops)));
        }
    }
    for circle in hierarchy.loops() {
        let around: Vec<String> = circle
            .iter()
            .chain(circle.first())
            .filter_map(|at| structure.bodies.get(*at))
            .map(facts::name)
            .collect();
        lines.push(format!(
            "The reporting lines run in a circle: {}.",
            around.join(" reports to ")
        ));
    }
    let doubled = names(structure, |at| hierarchy.parents(at).len() > 1);
    if !doubled.is_empty() {
        lines.push(format!(
            "More than one reporting line: {}.",
            phrase::list(doubled)
        ));
    }
    let itself = names(structure, |at| {
        hierarchy.report_to_themselves().contains(&at)
    });
    if !itself.is_empty() {
        lines.push(format!(
            "Said to report to itself: {}.",
            phrase::list(itself)
        ));
    }
    lines.extend(meetings(&measures));
    vec![Block::heading(2, "Overview"), Block::list(lines)]
}

/// "25 bodies: 5 thematic partnerships, 1 leadership forum."
fn counts(project: &Project, structure: &Structure, measures: &crate::measure::Measures) -> String {
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
                    Some(many) => phrase::count(*n, &one, &many),
                    None => format!("{n} {one}"),
                }
            }
            None => format!("{n} without a stated kind"),
        })
        .collect();
    let bodies = phrase::count(structure.bodies.len(), "body", "bodies");
    if kinds.is_empty() {
        format!("{bodies}.")
    } else {
        format!("{bodies}: {}.", phrase::list(kinds))
    }
}

/// Meetings and seat-meetings a year, as far as known.
fn meetings(measures: &crate::measure::Measures) -> Option<String> {
    let unknown = measures.meetings.bodies_unknown.len();
    let known = measures.bodies.checked_sub(unknown).filter(|n| *n > 0)?;
    let mut text = format!(
        "Meetings a year: {} in all for {}",
        phrase::number(measures.meetings.known),
        phrase::count(known, "body", "bodies")
    );
    if unknown > 0 {
        text.push_str(&format!("; the number is not known for {unknown}"));
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
