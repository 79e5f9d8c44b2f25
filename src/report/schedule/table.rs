//! The schedule as a table.

use crate::report::changes::{ChangeRow, Changes, Column, Named};
use crate::report::document::{Cell, Table};

/// Columns that are left out where no row has a word in them, and what they would hold.
const IF_STATED: [(Column, &str); 4] = [
    (Column::Date, "dates"),
    (Column::Lead, "lead posts"),
    (Column::Reason, "reasons"),
    (Column::Source, "sources"),
];

/// Columns whose cells stay empty where nothing is stated.
const QUIET: [Column; 3] = [Column::Date, Column::Lead, Column::Certainty];

/// Every row, weightiest first.
pub(super) fn table(ledger: &Changes) -> Table {
    let labels = Column::ALL.map(Column::label);
    let mut table = Table::new("What becomes of every body", &labels);
    table.question = Some("What becomes of your group?");
    for row in ledger.by_weight() {
        let Some(row) = ledger.rows.get(row) else {
            continue;
        };
        let cell = |column: Column| match cell_of(row, column) {
            cell if cell.unknown && QUIET.contains(&column) => Cell::default(),
            cell => cell,
        };
        table.rows.push(Column::ALL.map(cell).to_vec());
    }
    table.note = Some(
        "“(follows)” means that the body to which it reported was renamed, merged, split or replaced; the body itself has not moved."
            .to_owned(),
    )
    .filter(|_| ledger.rows.iter().any(ChangeRow::follows));
    // The usual case has no word.
    if ledger.rows.iter().all(|row| row.certainty.is_none()) && !table.rows.is_empty() {
        table.remark("No row is marked as implied or undecided.");
    }
    let columns = IF_STATED.map(|(column, words)| (column.label(), words));
    table.without_unstated(&columns).without_empty_columns()
}

/// A cell of the schedule.
fn cell_of(row: &ChangeRow, column: Column) -> Cell {
    match column {
        Column::Reference => Cell::text(row.reference().unwrap_or_else(|| "–".to_owned())),
        Column::From if row.from.is_empty() => nobody(row),
        Column::From => names(&row.from),
        Column::To if row.to.is_empty() => nobody(row),
        Column::To => names(&row.to),
        Column::Fate => Cell {
            text: row.fate_words(),
            unknown: row.fate.is_none(),
        },
        Column::ReportsBefore if row.reports_before.is_empty() => none(row.from.is_empty()),
        Column::ReportsBefore => names(&row.reports_before),
        Column::ReportsAfter if row.reports_after.is_empty() => none(row.to.is_empty()),
        Column::ReportsAfter => {
            let words: Vec<String> = row.reports_after.iter().map(|p| p.words()).collect();
            Cell::list(words)
        }
        Column::Meetings => figure(row.meetings.words(), row.meetings.is_blank()),
        Column::Seats => figure(row.seats.words(), row.seats.is_blank()),
        Column::Source => Cell::stated(row.source.as_deref()),
        Column::Reason => Cell::stated(row.reason.as_deref()),
        Column::Date => match &row.date {
            Some(date) => Cell::text(crate::compare::phrase::date(date)),
            None => Cell::stated(None),
        },
        Column::Lead => Cell::stated(row.lead.as_deref()),
        Column::Certainty => match &row.certainty {
            Some(word) => Cell::text(crate::compare::phrase::capital(word)),
            None => Cell::unknown(String::new()),
        },
    }
}

fn names(bodies: &[Named]) -> Cell {
    Cell::list(bodies.iter().map(|body| body.name.as_str()))
}

/// No body on this side: there is none, or nothing is said.
fn nobody(row: &ChangeRow) -> Cell {
    if row.fate.is_none() {
        Cell::stated(None)
    } else {
        Cell::unknown("None")
    }
}

/// No reporting line; nothing at all where there is no body.
fn none(no_body: bool) -> Cell {
    Cell::unknown(if no_body { "" } else { "None" })
}

fn figure(words: String, unknown: bool) -> Cell {
    Cell {
        text: words,
        unknown,
    }
}
