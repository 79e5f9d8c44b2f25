//! A publication of several parts as one web page or as Markdown. As in the PDF, parts stand in
//! order and the text versions of pictures at the end; in Markdown they stand where the picture
//! would.

use super::document::html::{closing, opening, print, table, text};
use super::document::{markdown, table_of};
use super::page::{figures, list};
use super::publication::{Part, Publication, text_versions_heading};
use super::svg::SvgText;
use crate::describe::{self, TextVersion};
use crate::model::Language;
use crate::report::Document;
use crate::say::Phrase;

/// All parts on one web page.
#[must_use]
pub fn bound_html(publication: &Publication, pictures: SvgText) -> String {
    let mut out = opening(publication.language, &publication.title, "");
    let own = Language::of_tag(publication.language);
    let mut told: Vec<(&TextVersion, Language)> = Vec::new();
    let mut pages = 0;
    for part in &publication.parts {
        match part {
            Part::Words(document) => {
                for block in &document.blocks {
                    print(&mut out, block);
                }
            }
            Part::Picture { scene, words } => {
                let language = Language::of_tag(scene.lang);
                told.push((words, language));
                let title = text(&scene.title);
                let lang = lang(own, language);
                out.push_str(&format!("<h2{lang}>{title}</h2>\n"));
                figures(
                    &mut out,
                    scene,
                    pictures,
                    pages,
                    (&format!(": {title}"), language),
                );
                pages += scene.pages.len();
                out.push_str(&format!(
                    "<p class=\"screen\"{lang}><a href=\"#words{}\">{}</a></p>\n",
                    told.len(),
                    Phrase::PictureInWords.in_language(language)
                ));
            }
        }
    }
    if !told.is_empty() {
        let heading = text_versions_heading(told.len(), own);
        out.push_str(&format!("<h2>{heading}</h2>\n"));
    }
    let mut tables = 0;
    for ((words, language), number) in told.into_iter().zip(1..) {
        let lang = lang(own, language);
        out.push_str(&format!(
            "<div id=\"words{number}\" tabindex=\"-1\"{lang}>\n"
        ));
        for block in &words.clone().deeper(2).blocks {
            said(&mut out, block, &mut tables);
        }
        out.push_str("</div>\n");
    }
    out + &closing(documents(publication).flat_map(Document::tables))
}

/// The mark of a part in another language than the page.
fn lang(own: Language, of: Language) -> String {
    if own == of {
        String::new()
    } else {
        format!(" lang=\"{}\"", of.tag())
    }
}

/// All parts in words.
#[must_use]
pub fn bound_markdown(publication: &Publication) -> String {
    let parts = publication.parts.iter().map(|part| match part {
        Part::Words(document) => markdown(document),
        Part::Picture { scene, words } => {
            let mut words = words.as_ref().clone().deeper(1);
            // Under the name that the picture has in the contents.
            if let Some(describe::Block::Heading { text, .. }) = words.blocks.first_mut() {
                text.clone_from(&scene.title);
            }
            words.to_markdown()
        }
    });
    let parts: Vec<String> = parts.collect();
    parts.join("\n")
}

fn documents(publication: &Publication) -> impl Iterator<Item = &Document> {
    publication.parts.iter().filter_map(|part| match part {
        Part::Words(document) => Some(document),
        Part::Picture { .. } => None,
    })
}

/// A block of a text version, after so many tables: regions of a page need names of their own.
fn said(out: &mut String, block: &describe::Block, tables: &mut usize) {
    match block {
        describe::Block::Heading { level, text: words } => {
            let level = (*level).clamp(2, 6);
            out.push_str(&format!("<h{level}>{}</h{level}>\n", text(words)));
        }
        describe::Block::Paragraph(words) => {
            out.push_str(&format!("<p>{}</p>\n", text(words)));
        }
        describe::Block::List(items) => list(out, items),
        describe::Block::Table { header, rows } => {
            *tables += 1;
            let caption = format!("Table {tables} of the pictures in words");
            let found = table_of(&caption, header, rows);
            table(out, &found);
        }
    }
}
