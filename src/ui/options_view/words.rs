//! The words of the table of options.

use crate::compare::{NO_REASON, Outcome, Said, compare, options, three_way};
use crate::editor::BodyRef;
use crate::model::{Project, Structure, StructureId};
use crate::ui::sides::label;

/// The table as words.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Row>,
    pub(super) note: String,
}

#[derive(Debug)]
pub(super) struct Row {
    /// The body that is selected with the row.
    pub(super) body: Option<BodyRef>,
    pub(super) cells: Vec<Words>,
    pub(super) differs: bool,
}

#[derive(Debug)]
pub(super) struct Words {
    pub(super) text: String,
    /// Nothing is said, or there is nothing to say.
    pub(super) quiet: bool,
}

impl Words {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            quiet: false,
        }
    }

    fn of(outcome: &Outcome) -> Self {
        Self {
            text: outcome.words.clone(),
            quiet: !matches!(outcome.said, Said::Fate(_)),
        }
    }
}

pub(super) fn make(
    project: &Project,
    today: &StructureId,
    decided: Option<&(StructureId, StructureId)>,
) -> Made {
    let Some(today) = project.structure(today) else {
        return Made::default();
    };
    match decided {
        Some((consulted, decided)) => decided_table(project, today, consulted, decided),
        None => options_table(project, today),
    }
}

fn name(structure: &Structure, body: &crate::model::BodyId) -> Words {
    Words::new(structure.body_name(body).trim())
}

fn options_table(project: &Project, today: &Structure) -> Made {
    let others: Vec<StructureId> = project
        .structures
        .iter()
        .map(|structure| structure.id().clone())
        .filter(|id| id != today.id())
        .collect();
    let Ok(found) = options(project, today.id(), &others) else {
        return Made::default();
    };
    let mut rows: Vec<Row> = found
        .rows
        .iter()
        .map(|row| Row {
            body: Some(BodyRef::new(today.id(), &row.body)),
            cells: std::iter::once(name(today, &row.body))
                .chain(row.cells.iter().map(Words::of))
                .collect(),
            differs: row.differs,
        })
        .collect();
    let new = found.columns.iter().map(|column| {
        let later = project.structure(&column.structure);
        let names = column
            .new
            .iter()
            .filter_map(|id| Some(later?.body_name(id).trim()));
        let names: Vec<&str> = names.collect();
        Words {
            quiet: names.is_empty(),
            text: if names.is_empty() {
                "None".to_owned()
            } else {
                names.join("; ")
            },
        }
    });
    rows.push(Row {
        body: None,
        cells: std::iter::once(Words::new("New bodies"))
            .chain(new)
            .collect(),
        differs: true,
    });
    let heads = others.iter().enumerate().map(|(at, id)| {
        let untold = found.untold(at);
        let mut words = label(project, id);
        if untold > 0 {
            words.push_str(&format!(" (nothing is said of {untold})"));
        }
        words
    });
    Made {
        heads: std::iter::once(today.label()).chain(heads).collect(),
        rows,
        note: ways(project, today, &others),
    }
}

/// Which columns are composed along other structures.
fn ways(project: &Project, today: &Structure, others: &[StructureId]) -> String {
    let told = others.iter().filter_map(|other| {
        let stages = compare(project, today.id(), other).ok()?.stages;
        let by: Vec<String> = stages.iter().map(|id| label(project, id)).collect();
        let words = format!("{} by way of {}", label(project, other), by.join(" and "));
        (!by.is_empty()).then_some(words)
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        String::new()
    } else {
        format!("Put together along the stages: {}.", told.join("; "))
    }
}

fn decided_table(
    project: &Project,
    today: &Structure,
    consulted: &StructureId,
    decided: &StructureId,
) -> Made {
    let Ok(found) = three_way(project, today.id(), consulted, decided) else {
        return Made::default();
    };
    let new = |outcome: &Outcome, structure: &StructureId| {
        let id = outcome.bodies.first()?;
        let structure = project.structure(structure)?;
        Some((name(structure, id), BodyRef::new(structure.id(), id)))
    };
    let rows = found.rows.iter().map(|row| {
        let (name, body) = match &row.today {
            Some(id) => (name(today, id), Some(BodyRef::new(today.id(), id))),
            None => new(&row.consulted, consulted)
                .or_else(|| new(&row.decided, decided))
                .map_or((Words::new(""), None), |(name, body)| (name, Some(body))),
        };
        let reason = row.reason_words();
        Row {
            body,
            differs: row.differs,
            cells: vec![
                name,
                Words::of(&row.consulted),
                Words::of(&row.decided),
                Words {
                    text: if row.differs {
                        reason.to_owned()
                    } else {
                        "No difference".to_owned()
                    },
                    quiet: !row.differs || reason == NO_REASON,
                },
            ],
        }
    });
    let differ = found.rows.iter().filter(|row| row.differs).count();
    let silent = found
        .rows
        .iter()
        .filter(|row| row.differs && row.reason.is_none());
    Made {
        heads: vec![
            today.label(),
            format!("Consulted: {}", label(project, consulted)),
            format!("Decided: {}", label(project, decided)),
            "Why they differ".to_owned(),
        ],
        note: format!(
            "{differ} of {} differ; {} of these without a reason.",
            found.rows.len(),
            silent.count()
        ),
        rows: rows.collect(),
    }
}
