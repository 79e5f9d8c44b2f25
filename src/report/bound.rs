//! Several documents bound as the sections of one paper.

use super::document::{Block, Document, Sections};

/// Numbers the sections of a paper: each document becomes one.
///
/// Its own sections become sub-headings, and its paragraphs are numbered through the section, as
/// papers do: 4, 4.1, 4.2. What every document says of itself on its own is said once, in front.
#[derive(Debug, Default)]
pub struct Binder(Sections);

impl Binder {
    /// The document as the next section; `None` when nothing is in it.
    pub fn section(&mut self, heading: &str, document: Document) -> Option<Document> {
        let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
        let is_section = |block: &&Block| matches!(block, Block::Heading { level: 2, .. });
        let own = document.blocks.iter().filter(is_section).count();
        let blocks = document.blocks.into_iter();
        let blocks: Vec<Block> = blocks
            .skip_while(|block| !matches!(block, Block::Heading { level: 2, .. }))
            .collect();
        if blocks.iter().all(is_heading) {
            return None;
        }
        let mut out = vec![self.0.heading(heading)];
        for block in blocks {
            match block {
                // The only section is what the heading says already.
                Block::Heading { level: 2, .. } if own == 1 => {}
                Block::Heading { level, text, .. } => out.push(Block::Heading {
                    level: level.saturating_add(1),
                    number: None,
                    text,
                }),
                Block::Paragraph {
                    number: Some(_),
                    text,
                } => out.push(self.0.paragraph(text)),
                other => out.push(other),
            }
        }
        Some(Document {
            title: heading.to_owned(),
            language: document.language,
            blocks: out,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::report::document::Table;

    fn words(document: &Document) -> Vec<String> {
        let of = |block: &Block| match block {
            Block::Heading {
                level,
                number,
                text,
            } => format!("h{level} {} {text}", number.as_deref().unwrap_or("-")),
            Block::Paragraph { number, text } => {
                format!("p {} {text}", number.as_deref().unwrap_or("-"))
            }
            Block::List(_) => "list".to_owned(),
            Block::Table(table) => format!("table {}", table.caption),
        };
        document.blocks.iter().map(of).collect()
    }

    #[test]
    fn documents_become_numbered_sections() {
        let mut sections = Sections::default();
        let mut first = Document::new(Language::English, "Title");
        first.blocks.push(Block::Paragraph {
            number: None,
            text: "of itself".to_owned(),
        });
        for heading in ["a", "b"] {
            first.blocks.push(sections.heading(heading));
            first.blocks.push(sections.paragraph("said"));
        }
        let mut second = Document::new(Language::English, "Title");
        second.blocks.push(Sections::default().heading("only"));
        second.blocks.push(Block::Table(Table::new("t", &["x"])));
        let mut binder = Binder::default();
        assert_eq!(
            words(&binder.section("One", first).unwrap()),
            ["h2 1 One", "h3 - a", "p 1.1 said", "h3 - b", "p 1.2 said"]
        );
        assert_eq!(
            binder.section("Nothing", Document::new(Language::English, "Title")),
            None
        );
        assert_eq!(
            words(&binder.section("Two", second).unwrap()),
            ["h2 2 Two", "table t"]
        );
    }
}
