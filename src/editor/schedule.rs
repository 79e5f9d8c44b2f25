//! How the table of changes is looked at: which rows, in which order; and what can be said in it.

use crate::compare::{bodies_of, contradiction};
use crate::model::{
    BodyId, Certainty, Command, Fate, LineageCommand, LineageRow, Project, Structure, StructureId,
    Word, fold,
};
use crate::report::changes::{ChangeRow, Changes, Column, Place};

use super::BodyRef;

/// The pages of the Changes view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChangesPage {
    /// What becomes of every body.
    #[default]
    Schedule,
    /// Steps and questions.
    Plan,
}

/// Rows of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pill {
    /// All of them.
    #[default]
    All,
    /// Those of a fate.
    Of(Fate),
    /// Those whose reporting line moved, whatever their fate.
    Moved,
    /// Bodies of which nothing is said.
    NotStated,
}

impl Pill {
    fn holds(self, row: &ChangeRow) -> bool {
        match self {
            Self::All => true,
            Self::Of(fate) => row.fate == Some(fate),
            Self::Moved => row.moved(),
            Self::NotStated => row.fate.is_none(),
        }
    }

    /// Its words, without the count.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Of(fate) => fate.label(),
            Self::Moved => "Also moved",
            Self::NotStated => "Not stated",
        }
    }
}

/// How the table of changes is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Schedule {
    /// The page that is shown.
    pub page: ChangesPage,
    /// The rows of one word.
    pub pill: Pill,
    /// Rows with these words.
    pub words: String,
    /// Column, and whether downwards; by weight of change without.
    pub sort: Option<(Column, bool)>,
}

impl Schedule {
    /// Sorts by a column; a second time the other way round, a third time by weight again.
    pub fn sort_by(&mut self, column: Column) {
        self.sort = match self.sort {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
    }

    /// The places of the rows to be shown, in their order.
    #[must_use]
    pub fn shown(&self, changes: &Changes) -> Vec<usize> {
        let order = match self.sort {
            Some((column, down)) => changes.sorted(column, down),
            None => changes.by_weight(),
        };
        let words = fold(self.words.trim());
        let shown = order.into_iter().filter(|at| {
            let row = changes.rows.get(*at);
            row.is_some_and(|row| self.pill.holds(row) && has(row, &words))
        });
        shown.collect()
    }
}

/// The pills of a table, with their counts; those without rows are left out.
#[must_use]
pub fn pills(changes: &Changes) -> Vec<(Pill, usize)> {
    let mut out = vec![(Pill::All, changes.rows.len())];
    let fates = changes.fates().into_iter();
    out.extend(fates.map(|(fate, n)| (Pill::Of(fate), n)));
    out.push((Pill::NotStated, changes.coverage.unaccounted()));
    out.push((Pill::Moved, changes.moved()));
    out.retain(|(pill, n)| *n > 0 || *pill == Pill::All);
    out
}

/// Whether the words stand anywhere in a row.
fn has(row: &ChangeRow, words: &str) -> bool {
    if words.is_empty() {
        return true;
    }
    let named = row.from.iter().chain(&row.to).chain(&row.reports_before);
    let names = named.map(|body| body.name.as_str());
    let after = row.reports_after.iter().map(|p| p.body.name.as_str());
    let said = [&row.source, &row.reason, &row.date, &row.lead];
    let said = said.into_iter().filter_map(|words| words.as_deref());
    let mut all = names.chain(after).chain(said);
    all.any(|text| fold(text).contains(words)) || fold(&row.fate_words()).contains(words)
}

/// The bodies of a row that are selected with it: those that are worked on, else the earlier.
#[must_use]
pub fn bodies_of_row(row: &ChangeRow, from: &StructureId, to: &StructureId) -> Vec<BodyRef> {
    let (structure, bodies) = if row.to.iter().any(|b| !b.missing) {
        (to, &row.to)
    } else {
        (from, &row.from)
    };
    let there = bodies.iter().filter(|body| !body.missing);
    there
        .map(|body| BodyRef::new(structure, &body.id))
        .collect()
}

/// How the stated fate of a row disagrees with its bodies, as a sentence.
#[must_use]
pub fn disagreement(project: &Project, lineage: usize) -> Option<String> {
    let row = project.lineage.get(lineage)?;
    let old = project.structure(&row.from_structure)?;
    let new = project.structure(&row.to_structure)?;
    let rows = project.rows_between(&row.from_structure, &row.to_structure);
    let rows: Vec<&LineageRow> = rows
        .filter(|(at, _)| *at != lineage)
        .map(|(_, r)| r)
        .collect();
    let others = rows.into_iter();
    let found = contradiction(row, others, &bodies_of(old), &bodies_of(new))?;
    Some(format!("Stated, but {}.", found.words()))
}

/// The command that gives a row these bodies on one side. A body of which nothing is said gets a
/// row of its own.
#[must_use]
pub fn set_bodies(
    project: &Project,
    (from, to): (&StructureId, &StructureId),
    row: &ChangeRow,
    later: bool,
    bodies: Vec<BodyId>,
) -> Option<Command> {
    let ids =
        |named: &[crate::report::changes::Named]| named.iter().map(|b| b.id.clone()).collect();
    let (at, mut line) = match row.place {
        Place::Row { lineage, .. } => (lineage, project.lineage.get(lineage?)?.clone()),
        Place::NothingAfter | Place::NothingBefore => {
            let mut line = LineageRow::new(from.clone(), to.clone());
            line.from = ids(&row.from);
            line.to = ids(&row.to);
            (None, line)
        }
    };
    if later {
        line.to = bodies;
    } else {
        line.from = bodies;
    }
    let row = Box::new(line);
    Some(match at {
        Some(at) => LineageCommand::Set { at, row }.into(),
        None => LineageCommand::Add { row }.into(),
    })
}

/// The fates that a row can be given, with their words: the one that follows from its bodies
/// first.
#[must_use]
pub fn fates(project: &Project, lineage: usize) -> Vec<(String, Command)> {
    let Some(row) = project.lineage.get(lineage) else {
        return Vec::new();
    };
    let derived = super::fate_of(project, row).map_or("", Fate::label);
    let set = |fate: Option<Fate>| -> Command {
        let mut row = Box::new(row.clone());
        row.fate = fate.map(Word::Known);
        LineageCommand::Set { at: lineage, row }.into()
    };
    let mut out = vec![(format!("{derived} (follows from the line)"), set(None))];
    let stated = Fate::ALL.iter();
    out.extend(stated.map(|fate| (fate.label().to_owned(), set(Some(*fate)))));
    out
}

/// How sure a row can be, with the words of the table.
#[must_use]
pub fn certainties(project: &Project, lineage: usize) -> Vec<(String, Command)> {
    let Some(row) = project.lineage.get(lineage) else {
        return Vec::new();
    };
    let all = Certainty::ALL.iter().map(|certainty| {
        let mut row = Box::new(row.clone());
        row.certainty = Word::Known(*certainty);
        let set = LineageCommand::Set { at: lineage, row };
        (Word::Known(*certainty).as_str().to_owned(), set.into())
    });
    all.collect()
}

/// The bodies that can stand on one side of a row.
#[must_use]
pub fn choices(structure: &Structure) -> Vec<(BodyId, String)> {
    let bodies = structure.bodies.iter();
    bodies
        .map(|body| (body.id.clone(), body.name.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::compare::fixture::project;
    use crate::report::changes::changes;

    /// Rows: a merges into x though nothing joins it, b is retained, c is in no row, nor is y.
    fn told() -> (Project, Changes) {
        let mut project = project("a; b; c", "x; b; y", "a => x : merged; b => b");
        if let Some(row) = project.lineage.first_mut() {
            row.reason = Some("One chair for all".to_owned());
        }
        let comparison = compare(&project, &"old".into(), &"new".into()).unwrap();
        let changes = changes(&project, &comparison);
        (project, changes)
    }

    #[test]
    fn pills_and_words_choose_rows() {
        let (_, changes) = told();
        let shown = |pill: Pill, words: &str| {
            let view = Schedule {
                pill,
                words: words.to_owned(),
                ..Schedule::default()
            };
            view.shown(&changes)
        };
        assert_eq!(shown(Pill::All, ""), [0, 2, 3, 1], "weightiest first");
        assert_eq!(shown(Pill::Of(Fate::Merged), ""), [0]);
        assert_eq!(shown(Pill::NotStated, ""), [2, 3]);
        assert_eq!(shown(Pill::All, " one  CHAIR"), [0]);
        assert_eq!(
            shown(Pill::All, "retained"),
            [1],
            "the word of the fate too"
        );
        let counts: Vec<_> = pills(&changes)
            .into_iter()
            .map(|(pill, n)| (pill.words(), n))
            .collect();
        let expected = [
            ("All", 4),
            ("Retained", 1),
            ("Merged", 1),
            ("Not stated", 2),
        ];
        assert_eq!(counts, expected);
    }

    #[test]
    fn a_third_click_on_a_head_sorts_by_weight_again() {
        let mut view = Schedule::default();
        let mut seen = Vec::new();
        for _ in 0..3 {
            view.sort_by(Column::From);
            seen.push(view.sort);
        }
        let from = |down| Some((Column::From, down));
        assert_eq!(seen, [from(false), from(true), None]);
    }

    #[test]
    fn what_is_chosen_for_an_untold_body_makes_its_line() {
        let (mut project, changes) = told();
        let pair = (&"old".into(), &"new".into());
        let untold = &changes.rows[2];
        let command = set_bodies(&project, pair, untold, true, vec!["y".into()]);
        let mut workspace = crate::model::Workspace::new(std::mem::take(&mut project));
        workspace.apply(command.unwrap()).unwrap();
        let row = workspace.project().lineage.last().unwrap();
        assert_eq!((&row.from, &row.to), (&vec!["c".into()], &vec!["y".into()]));
    }

    #[test]
    fn a_denied_fate_is_a_sentence() {
        let (project, _) = told();
        let words = disagreement(&project, 0);
        assert_eq!(
            words.as_deref(),
            Some("Stated, but only one body becomes this one.")
        );
        assert_eq!(disagreement(&project, 1), None);
        let (first, _) = fates(&project, 0).into_iter().next().unwrap();
        assert_eq!(first, "Renamed (follows from the line)");
    }
}
