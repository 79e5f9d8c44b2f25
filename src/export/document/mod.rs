//! A document in words: Markdown, CSV, HTML and Excel print the same blocks.

mod csv;
pub(super) mod html;
mod markdown;
mod tabbed;
mod xlsx;

use crate::report::{Cell, Table};

pub use csv::csv;
pub use html::html;
pub use markdown::markdown;
pub use tabbed::tabbed;
pub use xlsx::{XlsxFailure, xlsx};

/// A table of a text version as every printer knows tables.
pub(super) fn table_of(caption: &str, header: &[String], rows: &[Vec<String>]) -> Table {
    let heads: Vec<&str> = header.iter().map(String::as_str).collect();
    let mut table = Table::new(caption, &heads);
    let cells = |row: &Vec<String>| row.iter().map(Cell::text).collect();
    table.rows = rows.iter().map(cells).collect();
    table
}

/// The words of a text on one line, without control characters.
pub(super) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The words of a cell on one line: entries of a list with semicolons between.
fn cell_line(text: &str) -> String {
    text.lines().map(one_line).collect::<Vec<_>>().join("; ")
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    // Seen before blanks are taken away: a tab at the start is a way in too.
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let text = cell_line(text);
    if formula || text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text
    }
}

/// "2.1 " before a text that has a number.
pub(super) fn numbered(number: Option<&str>, text: &str) -> String {
    let number = number
        .map(|number| format!("{number} "))
        .unwrap_or_default();
    format!("{number}{}", one_line(text))
}
