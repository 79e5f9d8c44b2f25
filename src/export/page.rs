//! A picture with its text version and tables as one self-contained web page.

use super::document::html::{closing, opening, table, text};
use super::svg::{SvgText, inline};
use crate::describe::{Block, Item, TextVersion};
use crate::model::Language;
use crate::report::Document;
use crate::say::{self, Phrase};
use crate::scene::Scene;

/// The page: picture, tables that answer a question, the same in words, all other tables.
///
/// Tables of the text version give way to those of the document.
#[must_use]
pub fn page(scene: &Scene, pictures: SvgText, words: &TextVersion, tables: &Document) -> String {
    let language = Language::of_tag(scene.lang);
    let mut out = opening(
        scene.lang,
        &words.title,
        &format!(
            "<a class=\"skip\" href=\"#words\">{}</a>\n",
            Phrase::SkipPicture.in_language(language)
        ),
    );
    out.push_str(&format!("<h1>{}</h1>\n", text(&words.title)));
    figures(&mut out, &inline(scene, pictures, 0), "", language);
    out.push_str(&format!(
        "<p class=\"screen\"><a href=\"#words\">{}</a></p>\n",
        Phrase::PictureInWords.in_language(language)
    ));
    for found in tables.tables().filter(|table| table.question.is_some()) {
        out.push_str(&format!("<h2>{}</h2>\n", text(&found.caption)));
        table(&mut out, found);
    }
    out.push_str("<div id=\"words\" tabindex=\"-1\">\n");
    said(&mut out, &words.blocks);
    out.push_str("</div>\n");
    for found in tables.tables().filter(|table| table.question.is_none()) {
        if !found.rows.is_empty() {
            // The heading says the caption already.
            out.push_str(&format!(
                "<h2 class=\"same\">{}</h2>\n",
                text(&found.caption)
            ));
            table(&mut out, found);
        }
    }
    out + &closing(tables.tables())
}

/// The pages of a picture; `of` says of which, where there are several pictures.
pub(super) fn figures(out: &mut String, svgs: &[String], of: &str, language: Language) {
    let last = svgs.len();
    for (svg, number) in svgs.iter().zip(1..) {
        let name = if last == 1 {
            format!("{}{of}", Phrase::Picture.in_language(language))
        } else {
            let (number, last) = (number.to_string(), last.to_string());
            let name = say::with(language, Phrase::PictureOf, &[&number, &last]);
            format!("{name}{of}")
        };
        // Whoever uses the keyboard can scroll a picture that is wider than the window.
        out.push_str(&format!(
            "<figure>\n<div class=\"wide picture\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">\n{svg}</div>\n</figure>\n"
        ));
    }
}

/// The text version after its title.
fn said(out: &mut String, blocks: &[Block]) {
    let mut rest = blocks.iter().peekable();
    while let Some(block) = rest.next() {
        match block {
            Block::Heading { level: 1, .. } | Block::Table { .. } => {}
            Block::Heading { .. } if matches!(rest.peek(), Some(Block::Table { .. })) => {}
            Block::Heading { level, text: words } => {
                let level = (*level).clamp(2, 6);
                out.push_str(&format!("<h{level}>{}</h{level}>\n", text(words)));
            }
            Block::Paragraph(words) => out.push_str(&format!("<p>{}</p>\n", text(words))),
            Block::List(items) => list(out, items),
        }
    }
}

/// A list inside the item that it belongs to.
pub(super) fn list(out: &mut String, items: &[Item]) {
    let mut open = 0;
    for item in items {
        // No level may be left out: a list stands in an item.
        let depth = (item.depth + 1).min(open + 1);
        if depth > open {
            out.push_str("\n<ul>\n");
            open += 1;
        } else {
            while open > depth {
                out.push_str("</li>\n</ul>\n");
                open -= 1;
            }
            out.push_str("</li>\n");
        }
        out.push_str(&format!("<li>{}", text(&item.text)));
    }
    for _ in 0..open {
        out.push_str("</li>\n</ul>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_nested_in_their_items() {
        let item = |depth, text: &str| Item {
            depth,
            text: text.to_owned(),
        };
        let mut out = String::new();
        let items = [
            item(0, "a"),
            item(1, "b <"),
            item(2, "c"),
            item(1, "d"),
            item(0, "e"),
            item(4, "f"),
        ];
        list(&mut out, &items);
        assert_eq!(
            out.replace('\n', ""),
            "<ul><li>a<ul><li>b &lt;<ul><li>c</li></ul></li><li>d</li></ul></li><li>e<ul><li>f</li></ul></li></ul>"
        );
        let mut none = String::new();
        list(&mut none, &[]);
        assert_eq!(none, "");
    }
}
