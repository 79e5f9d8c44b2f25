//! A document as Markdown.

use super::{cell_line, numbered, one_line};
use crate::report::document::{Block, Document, Table};

/// The document; tables as GitHub and most others read them.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Heading {
                level,
                number,
                text,
            } => {
                out.push_str(&"#".repeat(usize::from(*level).clamp(1, 6)));
                out.push(' ');
                out.push_str(&escaped(&numbered(number.as_deref(), text)));
                out.push('\n');
            }
            Block::Paragraph { number, text } => {
                let text = escaped(&numbered(number.as_deref(), text));
                // "2.1 …" starts no list; a bare "2. …" from a person would.
                out.push_str(&if number.is_some() {
                    text
                } else {
                    line_start(&text)
                });
                out.push('\n');
            }
            Block::List(items) => {
                for item in items {
                    out.push_str("- ");
                    out.push_str(&line_start(&escaped(&one_line(item))));
                    out.push('\n');
                }
            }
            Block::Table(found) => table(&mut out, found),
        }
    }
    out
}

fn table(out: &mut String, table: &Table) {
    out.push_str("**");
    out.push_str(&escaped(&one_line(&table.caption)));
    out.push_str("**\n\n");
    let mut row = |cells: &mut dyn Iterator<Item = String>| {
        out.push('|');
        for cell in cells {
            out.push(' ');
            out.push_str(&cell);
            out.push_str(" |");
        }
        out.push('\n');
    };
    let cell = |text: &str| escaped(&cell_line(text)).replace('|', "\\|");
    row(&mut table.columns.iter().map(|column| cell(&column.label)));
    row(&mut table.columns.iter().map(|column| {
        let rule = if column.numeric { "---:" } else { "---" };
        rule.to_owned()
    }));
    for cells in &table.rows {
        row(&mut cells.iter().map(|found| cell(&found.text)));
    }
    if let Some(note) = &table.note {
        out.push('\n');
        out.push_str(&line_start(&escaped(&one_line(note))));
        out.push('\n');
    }
}

/// What Markdown would take for markup made plain.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '`' | '[' | ']' | '<' | '_' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A text that does not start a heading, a list or a quotation by accident.
fn line_start(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (head, tail) = text.split_at_checked(digits).unwrap_or(("", text));
    if !head.is_empty() && tail.starts_with(['.', ')']) {
        format!("{head}\\{tail}")
    } else if text.starts_with(['#', '-', '+', '>', '=', '|']) {
        format!("\\{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Cell;

    #[test]
    fn nothing_becomes_markup() {
        let mut document = Document::new(crate::model::Language::English, "A *b* \n<c>");
        document.blocks.push(Block::Paragraph {
            number: Some("1.1".into()),
            text: "x_y ~z~".into(),
        });
        document.blocks.push(Block::Paragraph {
            number: None,
            text: "2. not a list".into(),
        });
        document
            .blocks
            .push(Block::List(vec!["# no heading".into()]));
        let mut found = Table::new("Cap|tion", &["A|B", "#N"]);
        found
            .rows
            .push(vec![Cell::list(["a|b", "c"]), Cell::unknown("Not stated")]);
        found.note = Some("- note".into());
        document.blocks.push(Block::Table(found));
        assert_eq!(
            markdown(&document),
            "# A \\*b\\* \\<c>\n\n1.1 x\\_y \\~z\\~\n\n2\\. not a list\n\n- \\# no heading\n\n\
             **Cap|tion**\n\n| A\\|B | N |\n| --- | ---: |\n| a\\|b; c | Not stated |\n\n\\- note\n"
        );
    }
}
