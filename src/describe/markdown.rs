//! Blocks as Markdown.

use super::Block;

pub(super) fn markdown(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Heading { level, text } => {
                out.push_str(&"#".repeat((*level).clamp(1, 6)));
                out.push(' ');
                out.push_str(&escaped(text));
                out.push('\n');
            }
            Block::Paragraph(text) => {
                out.push_str(&line_start(&escaped(text)));
                out.push('\n');
            }
            Block::List(items) => {
                for item in items {
                    out.push_str(&"  ".repeat(item.depth));
                    out.push_str("- ");
                    out.push_str(&line_start(&escaped(&item.text)));
                    out.push('\n');
                }
            }
            Block::Table { header, rows } => table(&mut out, header, rows),
        }
    }
    out
}

fn table(out: &mut String, header: &[String], rows: &[Vec<String>]) {
    let mut row = |cells: &[String]| {
        out.push('|');
        for cell in cells {
            out.push(' ');
            out.push_str(&escaped(cell).replace('|', "\\|"));
            out.push_str(" |");
        }
        out.push('\n');
    };
    row(header);
    row(&vec!["---".to_owned(); header.len()]);
    for cells in rows {
        row(cells);
    }
}

/// The text on one line, with what Markdown would take for markup made plain.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '*' | '`' | '[' | ']' | '<' | '_' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

/// A text that does not start a heading, a list or a quotation by accident.
fn line_start(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let number = digits > 0 && matches!(text.chars().nth(digits), Some('.' | ')'));
    if number {
        let (head, tail) = text.split_at_checked(digits).unwrap_or((text, ""));
        return format!("{head}\\{tail}");
    }
    if text.starts_with(['#', '-', '+', '>', '=', '~', '|']) {
        return format!("\\{text}");
    }
    text.to_owned()
}
