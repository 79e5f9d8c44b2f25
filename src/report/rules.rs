//! The partnership's own rules, and whether each is met.

use super::document::{Block, Cell, Document, Sections, Table};
use crate::check::{RuleState, rule_state};
use crate::model::{Project, Rule, Structure, StructureId};

/// The rules with whether each is met in these structures; only a title where there are none.
#[must_use]
pub fn rules_document(project: &Project, structures: &[&StructureId]) -> Document {
    let mut document = Document::new(super::title(project, "rules of the partnership"));
    let structures = structures.iter().filter_map(|id| project.structure(id));
    let structures: Vec<&Structure> = structures.collect();
    let rules = project.rules.iter();
    let rules: Vec<&Rule> = rules.filter(|rule| !rule.text.trim().is_empty()).collect();
    if rules.is_empty() {
        return document;
    }
    let (tested, judged): (Vec<&Rule>, Vec<&Rule>) =
        rules.into_iter().partition(|rule| rule.test.is_some());
    let mut sections = Sections::default();
    let blocks = &mut document.blocks;
    if !tested.is_empty() {
        blocks.push(sections.heading("Rules that the structures are tested against"));
        blocks.push(Block::Table(table(project, &structures, &tested)));
    }
    if !judged.is_empty() {
        blocks.push(sections.heading("Rules for people to judge"));
        let words = judged.iter().map(|rule| rule.text.trim().to_owned());
        blocks.push(Block::List(words.collect()));
    }
    document
}

fn table(project: &Project, structures: &[&Structure], rules: &[&Rule]) -> Table {
    let labels: Vec<String> = structures.iter().map(|s| s.label()).collect();
    let mut columns = vec!["Rule"];
    columns.extend(labels.iter().map(String::as_str));
    let mut table = Table::new("Whether each rule is met", &columns);
    for rule in rules {
        let mut row = vec![Cell::text(rule.text.trim())];
        row.extend(structures.iter().map(|s| state(project, s, rule)));
        table.rows.push(row);
    }
    table
}

/// "Met"; "Not met:" and who breaks it.
fn state(project: &Project, structure: &Structure, rule: &Rule) -> Cell {
    match rule_state(project, structure, rule) {
        RuleState::NotTested => Cell::unknown("For people to judge"),
        RuleState::Nothing => Cell::unknown("Nothing to test"),
        RuleState::Met => Cell::text("Met"),
        RuleState::Broken(lines) => {
            let names = |from, to| (structure.body_name(from), structure.body_name(to));
            let who = lines.iter().enumerate().map(|(at, (from, to))| {
                let (from, to) = names(from, to);
                let not_met = if at == 0 { "Not met: " } else { "" };
                format!("{not_met}{from} reports to {to}.")
            });
            Cell::list(who)
        }
    }
}
