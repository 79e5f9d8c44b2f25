//! The partnership's own rules, and whether each is met.

use super::document::{Block, Cell, Document, Sections, Table};
use crate::check::{RuleState, rule_state};
use crate::model::{Project, Rule, Structure, StructureId};
use crate::say::{self, Label};

/// The rules with whether each is met in these structures; only a title where there are none.
#[must_use]
pub fn rules_document(project: &Project, structures: &[&StructureId]) -> Document {
    let mut document = super::titled(project, Label::RulesTitle.in_language(project.language));
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
        blocks.push(sections.heading(Label::RulesTested.in_language(project.language)));
        blocks.push(Block::Table(table(project, &structures, &tested)));
    }
    if !judged.is_empty() {
        blocks.push(sections.heading(Label::RulesJudged.in_language(project.language)));
        let words = judged.iter().map(|rule| rule.text.trim().to_owned());
        blocks.push(Block::List(words.collect()));
    }
    document
}

fn table(project: &Project, structures: &[&Structure], rules: &[&Rule]) -> Table {
    let labels: Vec<String> = structures.iter().map(|s| s.label()).collect();
    let mut columns = vec![Label::Rule.in_language(project.language)];
    columns.extend(labels.iter().map(String::as_str));
    let mut table = Table::new(Label::RulesMet.in_language(project.language), &columns);
    for rule in rules {
        let mut row = vec![Cell::text(rule.text.trim())];
        row.extend(structures.iter().map(|s| state(project, s, rule)));
        table.rows.push(row);
    }
    table
}

/// "Met"; "Not met:" and who breaks it.
fn state(project: &Project, structure: &Structure, rule: &Rule) -> Cell {
    let language = project.language;
    match rule_state(project, structure, rule) {
        RuleState::NotTested => Cell::unknown(say::say(language, Label::ToJudge)),
        RuleState::Nothing => Cell::unknown(say::say(language, Label::NothingToTest)),
        RuleState::Met => Cell::text(Label::Met.in_language(language)),
        RuleState::Broken(lines) => {
            let names = |from, to| (structure.body_name(from), structure.body_name(to));
            let who = lines.iter().enumerate().map(|(at, (from, to))| {
                let (from, to) = names(from, to);
                let line = say::with(language, Label::OneReportsTo, &[from, to]);
                match at {
                    0 => say::with(language, Label::NotMet, &[&line]),
                    _ => line,
                }
            });
            Cell::list(who)
        }
    }
}
