//! The tables of a document as CSV: each with a row for its caption, then its header row.

use super::harmless;
use crate::report::document::Document;

/// The byte order mark, by which spreadsheets know the text as UTF-8.
const MARK: char = '\u{feff}';

/// The tables of a document; lines end as the format asks for (CR LF).
///
/// A single table is plain: header and rows. Where there are several, each begins with its
/// caption on a line of its own and an empty line parts it from the one before.
#[must_use]
pub fn csv(document: &Document) -> String {
    let mut out = String::from(MARK);
    let several = document.tables().nth(1).is_some();
    for (at, table) in document.tables().enumerate() {
        if at > 0 {
            out.push_str("\r\n");
        }
        if several {
            line(&mut out, [table.caption.as_str()]);
        }
        line(
            &mut out,
            table.columns.iter().map(|column| column.label.as_str()),
        );
        for row in &table.rows {
            line(&mut out, row.iter().map(|cell| cell.text.as_str()));
        }
    }
    out
}

fn line<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str(&quoted(&harmless(cell)));
    }
    out.push_str("\r\n");
}

fn quoted(text: &str) -> String {
    if text.contains([',', '"', ';']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{Block, Cell, Table};

    fn document(tables: &[(&str, &[&str])]) -> Document {
        let mut out = Document::new(crate::model::Language::English, "Title");
        for (caption, cells) in tables {
            let mut table = Table::new(*caption, &["Body", "Seats"]);
            table.rows = cells
                .chunks(2)
                .map(|row| row.iter().map(|cell| Cell::text(*cell)).collect())
                .collect();
            out.blocks.push(Block::Table(table));
        }
        out
    }

    #[test]
    fn one_table_is_plain() {
        let text = csv(&document(&[("Bodies", &["A \"b\", c", "4"])]));
        assert_eq!(text, "\u{feff}Body,Seats\r\n\"A \"\"b\"\", c\",4\r\n");
    }

    #[test]
    fn several_tables_have_their_captions() {
        let text = csv(&document(&[("One", &["A", "4"]), ("Two", &["B", "5"])]));
        assert_eq!(
            text,
            "\u{feff}One\r\nBody,Seats\r\nA,4\r\n\r\nTwo\r\nBody,Seats\r\nB,5\r\n"
        );
        assert_eq!(
            csv(&Document::new(crate::model::Language::English, "None")),
            "\u{feff}"
        );
    }

    #[test]
    fn nothing_becomes_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+44 20", "'+44 20"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'=1"),
            ("\tplain", "'plain"),
            ("\r=1", "'=1"),
            (" =1", "'=1"),
            ("a=1", "a=1"),
            ("two\nlines", "two; lines"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), expected, "{text:?}");
        }
        // The caption and the heads of columns too.
        let text = csv(&document(&[("=1", &["=2", "3"]), ("b", &[])]));
        assert!(text.contains("'=1\r\n") && text.contains("'=2,3"));
    }
}
