//! A picture with its text version and tables as one self-contained web page.

use super::document::html::{closing, opening, table, text};
use super::svg::{SvgText, decimal, inline};
use crate::describe::{Block, Item, TextVersion};
use crate::geom::Rect;
use crate::model::Language;
use crate::report::Document;
use crate::say::{self, Label, Phrase};
use crate::scene::{Page, Pane, Scene};

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
    figures(&mut out, scene, pictures, 0, ("", language));
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

/// The pages of a picture, after so many others; `of` says of which, where there are several pictures.
pub(super) fn figures(
    out: &mut String,
    scene: &Scene,
    pictures: SvgText,
    before: usize,
    (of, language): (&str, Language),
) {
    let svgs = inline(scene, pictures, before);
    let last = svgs.len();
    for ((svg, page), number) in svgs.iter().zip(&scene.pages).zip(1..) {
        let name = if last == 1 {
            format!("{}{of}", Phrase::Picture.in_language(language))
        } else {
            let (number, last) = (number.to_string(), last.to_string());
            let name = say::with(language, Phrase::PictureOf, &[&number, &last]);
            format!("{name}{of}")
        };
        // Whoever uses the keyboard can scroll a picture that is wider than the window.
        let region = format!(
            "<div class=\"wide picture\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">\n"
        );
        out.push_str("<figure>\n");
        match page.panes.as_slice() {
            [first, second] => {
                switch(out, language, [first, second], before + number);
                let places = places(page, first, 1) + &places(page, second, 2);
                out.push_str(&format!(
                    "{region}<div class=\"pane\" style=\"{places}\">\n{svg}</div>\n</div>\n</fieldset>\n"
                ));
            }
            _ => out.push_str(&format!("{region}{svg}</div>\n")),
        }
        out.push_str("</figure>\n");
    }
}

/// The beginning of a choice between both drawings and each by itself, which the picture ends. It needs no
/// script: what is chosen stands before the picture, and the style shows that part of it.
fn switch(out: &mut String, language: Language, panes: [&Pane; 2], number: usize) {
    let legend = Label::Show.in_language(language);
    out.push_str(&format!(
        "<fieldset class=\"panes\">\n<legend>{legend}</legend>\n"
    ));
    let [first, second] = panes.map(|pane| pane.name.as_str());
    let both = Label::Both.in_language(language);
    for (class, words) in [("both", both), ("first", first), ("second", second)] {
        let id = format!("dl{number}-{class}");
        let checked = if class == "both" { " checked" } else { "" };
        out.push_str(&format!(
            "<input type=\"radio\" name=\"dl{number}-show\" id=\"{id}\" class=\"{class}\"{checked}>\n\
             <label for=\"{id}\">{}</label>\n",
            text(words)
        ));
    }
}

/// Where a drawing stands in its picture, for the style: the form of its box, and what the whole picture is
/// in parts of its width.
fn places(page: &Page, pane: &Pane, number: usize) -> String {
    let view = pane
        .view
        .intersect(Rect::from_origin_size((0.0, 0.0), page.size));
    let (width, height) = (view.width().max(1.0), view.height().max(1.0));
    let part = |length: f64| decimal(length / width * 100.0);
    format!(
        "--form{number}:{};--whole{number}:{}%;--left{number}:{}%;--top{number}:{}%;",
        decimal(width / height),
        part(page.size.width),
        part(-view.x0),
        part(-view.y0),
    )
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
