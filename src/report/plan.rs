//! The steps of the transition as a plan.

use super::document::{Block, Cell, Document, Sections, Table};
use super::when;
use crate::compare::phrase;
use crate::model::{Project, Step, StructureId};

/// The steps as a document; only a title where there are none.
#[must_use]
pub fn plan_document(project: &Project, structures: &[&StructureId]) -> Document {
    let mut document = Document::new(super::title(project, "plan of the transition"));
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
    let undated = |step: &&Step| when::words(step.date.as_deref(), step.when.as_deref()).is_none();
    let undated = project.steps.iter().filter(undated).count();
    let steps = phrase::count(project.steps.len(), "step", "steps");
    let dates = match (undated, project.steps.len()) {
        (0, 1) => "it has a date".to_owned(),
        (0, _) => "all have a date".to_owned(),
        (1, _) => "1 has no stated date".to_owned(),
        (n, _) => format!("{n} have no stated date"),
    };
    blocks.push(sections.heading("Plan of the transition"));
    blocks.push(sections.paragraph(format!("The plan has {steps}; {dates}.")));
    blocks.push(Block::Table(table));
}

/// The steps in the order of their dates as far as known, those without any last.
#[must_use]
pub fn plan(project: &Project, pair: &[&StructureId]) -> Table {
    let mut table = Table::new(
        "Steps of the transition",
        &["When", "Step", "Lead", "Bodies", "Source"],
    );
    let steps = in_order(&project.steps).into_iter();
    for step in steps.filter_map(|at| project.steps.get(at)) {
        let bodies = super::names_anywhere(project, pair, &step.bodies);
        let when = when::words(step.date.as_deref(), step.when.as_deref());
        table.rows.push(vec![
            Cell::stated(when.as_deref()),
            Cell::text(step.what.trim()),
            Cell::stated(step.lead.as_deref()),
            Cell::list(bodies),
            Cell::stated(step.source.as_deref()),
        ]);
    }
    let columns = [
        ("When", "dates"),
        ("Lead", "lead posts"),
        ("Source", "sources"),
    ];
    table.without_unstated(&columns).without_empty_columns()
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
