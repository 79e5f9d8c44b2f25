//! The tables of a document with tabs between the cells: what spreadsheets and tables take from
//! the clipboard.

use super::harmless;
use crate::report::document::Document;

/// The tables of a document, a row to a line; an empty line between tables, and where there are
/// several, each begins with its caption.
#[must_use]
pub fn tabbed(document: &Document) -> String {
    let mut out = String::new();
    let several = document.tables().nth(1).is_some();
    for (at, table) in document.tables().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        if several {
            line(&mut out, [table.caption.as_str()]);
        }
        let heads = table.columns.iter().map(|column| column.label.as_str());
        line(&mut out, heads);
        for row in &table.rows {
            line(&mut out, row.iter().map(|cell| cell.text.as_str()));
        }
    }
    out
}

fn line<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push('\t');
        }
        out.push_str(&harmless(cell));
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{Block, Cell, Table};

    #[test]
    fn cells_stand_between_tabs_and_nothing_becomes_a_formula() {
        let mut document = Document::new(crate::model::Language::English, "Title");
        let mut table = Table::new("Bodies", &["Body", "Seats"]);
        table.rows = vec![vec![Cell::text("A\tB\nC"), Cell::text("=1+1")]];
        document.blocks.push(Block::Table(table.clone()));
        assert_eq!(tabbed(&document), "Body\tSeats\nA B C\t'=1+1\n");
        document.blocks.push(Block::Table(table));
        assert!(tabbed(&document).starts_with("Bodies\nBody\tSeats\n"));
        assert!(tabbed(&document).contains("\n\nBodies\n"));
    }
}
