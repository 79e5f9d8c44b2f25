//! The tables of a document one by one, as the window shows them.

use crate::report::document::Column;
use crate::report::{Block, Cell, Document, Table, natural};

/// A table of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it shows.
    pub title: String,
    /// The heads of its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<SheetRow>,
    /// A remark under it.
    pub note: Option<String>,
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetRow {
    /// The heading of the rows that follow.
    Heading(String),
    /// A cell for each column.
    Cells(Vec<Cell>),
}

/// The paragraphs at the head of a document, and its tables. Tables that set figures beside each
/// other, with one column for each of so many structures, become one sheet.
#[must_use]
pub fn sheets(document: &Document, structures: usize) -> (Vec<String>, Vec<Sheet>) {
    let (mut short, mut out) = (Vec::new(), Vec::<Sheet>::new());
    let mut heading = "";
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => heading = text,
            Block::Paragraph {
                text,
                number: Some(_),
            } if out.is_empty() => short.push(text.clone()),
            Block::Table(table) if table.columns.len() == structures + 1 => {
                beside(&mut out, heading, table);
            }
            Block::Table(table) => out.push(Sheet {
                title: heading.to_owned(),
                columns: table.columns.clone(),
                rows: table.rows.iter().cloned().map(SheetRow::Cells).collect(),
                note: table.note.clone(),
            }),
            _ => {}
        }
    }
    (short, out)
}

/// Puts a table of figures under those before it.
fn beside(out: &mut Vec<Sheet>, heading: &str, table: &Table) {
    if out
        .last()
        .is_none_or(|sheet| sheet.columns.len() != table.columns.len())
    {
        out.push(Sheet {
            title: "Figures".to_owned(),
            columns: table.columns.clone(),
            rows: Vec::new(),
            note: table.note.clone(),
        });
    }
    if let Some(sheet) = out.last_mut() {
        if !sheet.rows.is_empty() {
            sheet.rows.push(SheetRow::Heading(heading.to_owned()));
        }
        let rows = table.rows.iter().cloned();
        sheet.rows.extend(rows.map(SheetRow::Cells));
    }
}

impl Sheet {
    /// Whether its rows can stand in another order.
    #[must_use]
    pub fn sorts(&self) -> bool {
        let mut rows = self.rows.iter();
        !rows.any(|row| matches!(row, SheetRow::Heading(_)))
    }

    /// The places of its rows by a column, downwards or not; rows without a value come last.
    #[must_use]
    pub fn order(&self, sort: Option<(usize, bool)>) -> Vec<usize> {
        let mut out: Vec<usize> = (0..self.rows.len()).collect();
        let Some((column, down)) = sort.filter(|_| self.sorts()) else {
            return out;
        };
        let cell = |row: usize| match self.rows.get(row) {
            Some(SheetRow::Cells(cells)) => cells.get(column),
            _ => None,
        };
        let text = |row: usize| cell(row).map_or("", |cell| cell.text.as_str());
        let blank = |row: usize| cell(row).is_none_or(|c| c.unknown || c.text == "–");
        out.sort_by(|a, b| {
            let order = natural::compare(text(*a), text(*b));
            let order = if down { order.reverse() } else { order };
            blank(*a).cmp(&blank(*b)).then(order)
        });
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: &[&str], rows: &[&[&str]]) -> Table {
        let mut table = Table::new("", columns);
        for row in rows {
            let cell = |text: &&str| match *text {
                "?" => Cell::unknown("Not stated"),
                text => Cell::text(text),
            };
            table.rows.push(row.iter().map(cell).collect());
        }
        table
    }

    fn document() -> Document {
        let mut document = Document::new(crate::model::Language::English, "Measures");
        let heading = |text: &str| Block::Heading {
            level: 2,
            number: None,
            text: text.to_owned(),
        };
        document.blocks.extend([
            heading("In short"),
            Block::Table(table(
                &["Measure", "#Now", "#Then"],
                &[&["Bodies", "2", "3"]],
            )),
            heading("By kind"),
            Block::Table(table(&["Kind", "#Now", "#Then"], &[&["Forum", "2", "3"]])),
            heading("Bodies"),
            Block::Table(table(
                &["Body", "#Seats", "#Meetings", "Note"],
                &[
                    &["A", "10", "?", ""],
                    &["B", "9", "4", ""],
                    &["C", "?", "12", ""],
                ],
            )),
        ]);
        document
    }

    #[test]
    fn figures_beside_each_other_are_one_sheet() {
        let (_, sheets) = sheets(&document(), 2);
        let titles: Vec<_> = sheets
            .iter()
            .map(|s| (s.title.as_str(), s.sorts()))
            .collect();
        assert_eq!(titles, [("Figures", false), ("Bodies", true)]);
        let headings = sheets[0].rows.iter();
        let headings = headings.filter(|row| matches!(row, SheetRow::Heading(_)));
        assert_eq!(headings.count(), 1, "the first part needs none");
    }

    #[test]
    fn rows_are_sorted_as_numbers_and_unknown_ones_come_last_both_ways() {
        let (_, sheets) = sheets(&document(), 2);
        let bodies = &sheets[1];
        assert_eq!(bodies.order(Some((1, false))), [1, 0, 2]);
        assert_eq!(bodies.order(Some((1, true))), [0, 1, 2]);
        assert_eq!(bodies.order(None), [0, 1, 2]);
        assert_eq!(sheets[0].order(Some((1, true))), [0, 1, 2], "headings stay");
    }
}
