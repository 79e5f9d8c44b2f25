//! The steps of the transition as a plan.

use super::document::{Block, Cell, Document, Sections, Table};
use super::when;
use crate::model::{Language, Project, Step, StructureId};
use crate::say::{self, Label, Noun, Sentence};

/// The steps as a document; only a title where there are none.
#[must_use]
pub fn plan_document(project: &Project, structures: &[&StructureId]) -> Document {
    let mut document = super::titled(project, Label::PlanTitle.in_language(project.language));
    let mut sections = Sections::default();
    section(project, structures, &mut sections, &mut document.blocks);
    document
}

/// A section with the plan; nothing when there are no steps.
pub(super) fn section(
    project: &Project,
    pair: &[&StructureId],
    sections: &mut Sections,
    blocks: &mut Vec<Block>,
) {
    let table = plan(project, pair);
    if table.rows.is_empty() {
        return;
    }
    let language = project.language;
    let undated =
        |step: &&Step| when::words(language, step.date.as_deref(), step.when.as_deref()).is_none();
    let undated = project.steps.iter().filter(undated).count();
    let steps = say::count(language, project.steps.len(), Noun::Step);
    let dates = match (undated, project.steps.len()) {
        (0, 1) => "it has a date".to_owned(),
        (0, _) => "all have a date".to_owned(),
        (1, _) => "1 has no stated date".to_owned(),
        (n, _) => format!("{n} have no stated date"),
    };
    blocks.push(sections.heading(Label::Plan.in_language(language)));
    blocks.push(sections.paragraph(match language {
        Language::English => format!("The plan has {steps}; {dates}."),
        Language::Welsh => {
            let dates = match undated {
                0 => Sentence::AllDated.words().to_owned(),
                1 => Sentence::OneUndated.words().to_owned(),
                n => Sentence::SomeUndated.with(&[&n.to_string()]),
            };
            Sentence::PlanHas.with(&[&steps, &dates])
        }
    }));
    blocks.push(Block::Table(table));
}

/// The steps in the order of their dates as far as known, those without any last.
#[must_use]
pub fn plan(project: &Project, pair: &[&StructureId]) -> Table {
    let language = project.language;
    let mut table = Table::said(
        language,
        Label::StepsOfTransition.in_language(language),
        &[
            Label::When,
            Label::Step,
            Label::Lead,
            Label::Bodies,
            Label::Source,
        ],
    );
    let steps = in_order(&project.steps).into_iter();
    for step in steps.filter_map(|at| project.steps.get(at)) {
        let bodies = super::names_anywhere(project, pair, &step.bodies);
        let when = when::words(language, step.date.as_deref(), step.when.as_deref());
        table.rows.push(vec![
            Cell::stated(language, when.as_deref()),
            Cell::text(step.what.trim()),
            Cell::stated(language, step.lead.as_deref()),
            Cell::list(bodies),
            Cell::stated(language, step.source.as_deref()),
        ]);
    }
    let columns = [
        (Label::When, Label::Dates),
        (Label::Lead, Label::LeadPosts),
        (Label::Source, Label::Sources),
    ];
    table
        .without_unstated(language, &columns)
        .without_empty_columns()
}

/// The places of the steps in the order of their dates as far as known, those without any last.
#[must_use]
pub fn in_order(steps: &[Step]) -> Vec<usize> {
    let mut out: Vec<_> = steps
        .iter()
        .map(|step| when::span(step.date.as_deref(), step.when.as_deref()))
        .enumerate()
        .collect();
    out.sort_by_key(|(_, span)| (span.is_none(), *span));
    out.into_iter().map(|(at, _)| at).collect()
}
