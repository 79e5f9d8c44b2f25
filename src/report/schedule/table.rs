//! The schedule as a table.

use crate::compare::phrase;
use crate::model::Language;
use crate::report::changes::{ChangeRow, Changes, Column, Named};
use crate::report::document::{Asked, Cell, Table};
use crate::say::{self, Label};

/// Columns that are left out where no row has a word in them, and what they would hold.
const IF_STATED: [(Label, Label); 4] = [
    (Label::Date, Label::Dates),
    (Label::Lead, Label::LeadPosts),
    (Label::Reason, Label::Reasons),
    (Label::Source, Label::Sources),
];

/// Columns whose cells stay empty where nothing is stated.
const QUIET: [Column; 3] = [Column::Date, Column::Lead, Column::Certainty];

/// Every row, weightiest first.
pub(super) fn table(ledger: &Changes) -> Table {
    let language = ledger.language;
    let caption = Label::EveryBody.in_language(language);
    let mut table = Table::said(language, caption, &Column::ALL.map(Column::words));
    table.question = Some(Asked {
        words: Label::YourGroup.in_language(language),
        language,
    });
    for row in ledger.by_weight() {
        let Some(row) = ledger.rows.get(row) else {
            continue;
        };
        let cell = |column: Column| match cell_of(language, row, column) {
            cell if cell.unknown && QUIET.contains(&column) => Cell::default(),
            cell => cell,
        };
        table.rows.push(Column::ALL.map(cell).to_vec());
    }
    let follows = ledger.rows.iter().any(ChangeRow::follows);
    table.note = follows.then(|| say::say(language, Label::FollowsNote));
    // The usual case has no word.
    if ledger.rows.iter().all(|row| row.certainty.is_none()) && !table.rows.is_empty() {
        table.remark(Label::AllCertain.in_language(language));
    }
    table
        .without_unstated(language, &IF_STATED)
        .without_empty_columns()
}

/// A cell of the schedule.
fn cell_of(language: Language, row: &ChangeRow, column: Column) -> Cell {
    match column {
        Column::Reference => Cell::text(row.reference().unwrap_or_else(|| "–".to_owned())),
        Column::From if row.from.is_empty() => nobody(language, row),
        Column::From => names(&row.from),
        Column::To if row.to.is_empty() => nobody(language, row),
        Column::To => names(&row.to),
        Column::Fate => Cell {
            text: row.fate_words_in(language),
            unknown: row.fate.is_none(),
        },
        Column::ReportsBefore if row.reports_before.is_empty() => {
            none(language, row.from.is_empty())
        }
        Column::ReportsBefore => names(&row.reports_before),
        Column::ReportsAfter if row.reports_after.is_empty() => none(language, row.to.is_empty()),
        Column::ReportsAfter => {
            let words: Vec<String> = row
                .reports_after
                .iter()
                .map(|p| p.words_in(language))
                .collect();
            Cell::list(words)
        }
        Column::Meetings => figure(row.meetings.words_in(language), row.meetings.is_blank()),
        Column::Seats => figure(row.seats.words_in(language), row.seats.is_blank()),
        Column::Source => Cell::stated(language, row.source.as_deref()),
        Column::Reason => Cell::stated(language, row.reason.as_deref()),
        Column::Date => match &row.date {
            Some(date) => Cell::text(say::date(language, date)),
            None => Cell::stated(language, None),
        },
        Column::Lead => Cell::stated(language, row.lead.as_deref()),
        Column::Certainty => match &row.certainty {
            Some(word) => Cell::text(phrase::capital(&say::certainty(language, word))),
            None => Cell::unknown(String::new()),
        },
    }
}

fn names(bodies: &[Named]) -> Cell {
    Cell::list(bodies.iter().map(|body| body.name.as_str()))
}

/// No body on this side: there is none, or nothing is said.
fn nobody(language: Language, row: &ChangeRow) -> Cell {
    if row.fate.is_none() {
        Cell::stated(language, None)
    } else {
        Cell::unknown(say::say(language, Label::None))
    }
}

/// No reporting line; nothing at all where there is no body.
fn none(language: Language, no_body: bool) -> Cell {
    let words = Label::None.in_language(language);
    Cell::unknown(if no_body { "" } else { words })
}

fn figure(words: String, unknown: bool) -> Cell {
    Cell {
        text: words,
        unknown,
    }
}
