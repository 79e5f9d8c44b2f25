//! A document's tables as an Excel workbook: a sheet for each, header frozen, no formulas.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::one_line;
use crate::report::amount::NOT_STATED;
use crate::report::document::{Cell, Document, Table};

/// Why a workbook cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("The Excel file could not be built: {0}.")]
pub struct XlsxFailure(#[from] XlsxError);

/// Characters that Excel allows in a cell, in the name of a sheet.
const MOST: usize = 32_767;
const MOST_OF_SHEET: usize = 31;

/// The tables as a workbook; a document without tables has one empty sheet.
///
/// # Errors
/// [`XlsxFailure`] when a table has more rows or columns than Excel can hold.
pub fn xlsx(document: &Document) -> Result<Vec<u8>, XlsxFailure> {
    let mut book = Workbook::new();
    // The same bytes every time: a date that says nothing.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = clipped(&one_line(&document.title), 255);
    book.set_properties(
        &DocProperties::new()
            .set_title(title)
            .set_creation_datetime(&date),
    );
    let mut names = BTreeSet::new();
    for table in document.tables() {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(&table.caption, &mut names))?;
        fill(sheet, table)?;
    }
    if names.is_empty() {
        book.add_worksheet();
    }
    Ok(book.save_to_buffer()?)
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border_bottom(FormatBorder::Thin);
    let widths: Vec<f64> = widths(table).collect();
    let heads: Vec<&str> = table.columns.iter().map(|c| c.label.as_str()).collect();
    grow(sheet, 0, &heads, &widths)?;
    for ((column, width), at) in table.columns.iter().zip(&widths).zip(0_u16..) {
        sheet.set_column_width(at, *width)?;
        sheet.write_string_with_format(0, at, inside(&column.label), &head)?;
    }
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    // Whoever edits the cell keeps a text.
    let quoted = plain.clone().set_quote_prefix();
    for (row, at) in table.rows.iter().zip(1_u32..) {
        let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
        grow(sheet, at, &texts, &widths)?;
        for ((cell, column), x) in row.iter().zip(&table.columns).zip(0_u16..) {
            match value(cell, column.numeric) {
                Value::Nothing => {}
                Value::Number(n) => {
                    sheet.write_number_with_format(at, x, n, &plain)?;
                }
                Value::Text(text) => {
                    let formula = text.starts_with(['=', '+', '-', '@']);
                    let format = if formula { &quoted } else { &plain };
                    sheet.write_string_with_format(at, x, text, format)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    // A4, as wide as one page.
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Makes a row as high as its longest text needs: not every program does so by itself before it
/// prints.
fn grow(sheet: &mut Worksheet, at: u32, texts: &[&str], widths: &[f64]) -> Result<(), XlsxError> {
    let rows = texts.iter().zip(widths);
    let rows = rows.map(|(text, width)| rows_of(text, *width)).max();
    match rows {
        Some(rows) if rows > 1 => {
            // More is not allowed.
            let height = (f64::from(rows) * 15.0).min(409.0);
            sheet.set_row_height(at, height).map(|_| ())
        }
        _ => Ok(()),
    }
}

/// In how many rows a text stands in a column of a width in letters, with some room for wide letters.
fn rows_of(text: &str, width: f64) -> u32 {
    let room = width * 0.85;
    let mut rows = 0;
    for line in text.lines() {
        let mut at = 0.0;
        rows += 1;
        for word in line.split(' ') {
            let word = word.chars().count() as f64;
            if at > 0.0 && at + word > room {
                (rows, at) = (rows + 1, 0.0);
            }
            at += word + 1.0;
        }
    }
    rows
}

/// What stands in a cell.
enum Value {
    Nothing,
    Number(f64),
    Text(String),
}

/// Unknown is nothing, never zero; what a column of numbers cannot hold stays a text.
fn value(cell: &Cell, numeric: bool) -> Value {
    if cell.text.trim().is_empty() || (cell.unknown && (numeric || cell.text == NOT_STATED)) {
        return Value::Nothing;
    }
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '.');
    match cell.text.parse::<f64>() {
        Ok(n) if numeric && digits(&cell.text) && n.is_finite() => Value::Number(n),
        _ => Value::Text(inside(&cell.text)),
    }
}

/// A text of a cell: its rows, without control characters, no longer than a cell can hold.
fn inside(text: &str) -> String {
    let rows: Vec<String> = text.lines().map(one_line).collect();
    clipped(&rows.join("\n"), MOST)
}

fn clipped(text: &str, most: usize) -> String {
    // Excel counts in UTF-16.
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut room = most.saturating_sub(1);
    let mut out: String = text
        .chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    out.push('…');
    out
}

/// As wide as the longest row of text, within limits; names are wider than figures.
fn widths(table: &Table) -> impl Iterator<Item = f64> + '_ {
    table.columns.iter().enumerate().map(|(at, column)| {
        let cells = table.rows.iter().filter_map(move |row| row.get(at));
        let longest = cells
            .flat_map(|cell| cell.text.lines())
            .map(|line| line.chars().count())
            .max()
            .unwrap_or(0);
        let heading = column.label.split(' ').map(str::len).max().unwrap_or(0);
        // “100 or more; 23 not stated” stands in one row.
        let most = if column.numeric { 28 } else { 48 };
        let wide = longest.max(heading + 2).clamp(8, most);
        f64::from(u32::try_from(wide).unwrap_or(8)) + 1.0
    })
}

/// A name that Excel takes: short, without its signs, once.
fn sheet_name(caption: &str, taken: &mut BTreeSet<String>) -> String {
    let safe: String = one_line(caption)
        .chars()
        .map(|c| if "[]:*?/\\".contains(c) { ' ' } else { c })
        .collect();
    let safe = one_line(&safe);
    let safe = safe.trim_matches('\'');
    let stem = match safe {
        "" => "Table",
        // A name that Excel keeps for itself.
        history if history.eq_ignore_ascii_case("history") => "Table of history",
        other => other,
    };
    let mut name = clipped(stem, MOST_OF_SHEET);
    let mut number = 2;
    while !taken.insert(name.to_lowercase()) {
        let ending = format!(" {number}");
        name = clipped(stem, MOST_OF_SHEET - ending.len()) + &ending;
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stands_in_as_many_rows_as_its_column_is_narrow() {
        for (text, width, rows) in [
            ("", 10.0, 0),
            ("Board", 10.0, 1),
            ("Board\nForum", 10.0, 2),
            ("From structure", 10.0, 2),
            ("one two three four five six", 10.0, 4),
        ] {
            assert_eq!(rows_of(text, width), rows, "{text}");
        }
    }
}
