//! What is bound together in one file: pictures with their text versions, and documents in words.

use super::other_language::OtherLanguage;
use crate::describe::TextVersion;
use crate::model::Language;
use crate::report::Document;
use crate::say::Phrase;
use crate::scene::Scene;

/// A paper: a picture with its words, a document, or a pack of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// The name of the file's content.
    pub title: String,
    /// Language tag of its words.
    pub language: &'static str,
    /// The date that the project states, as stated.
    pub date: Option<String>,
    /// Its parts, in reading order.
    pub parts: Vec<Part>,
    /// What in it stands in another language.
    pub other: OtherLanguage,
}

/// A part of a publication.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A picture and the words equivalent to it.
    Picture {
        /// The picture.
        scene: Box<Scene>,
        /// Its text version.
        words: Box<TextVersion>,
    },
    /// Headings, paragraphs and tables.
    Words(Document),
}

impl Publication {
    /// A picture with its words.
    #[must_use]
    pub fn picture(scene: Scene, words: TextVersion, date: Option<String>) -> Self {
        Self {
            title: scene.title.clone(),
            language: scene.lang,
            date,
            parts: vec![Part::Picture {
                scene: Box::new(scene),
                words: Box::new(words),
            }],
            other: OtherLanguage::default(),
        }
    }

    /// Keeps the words of pictures, not the pictures.
    pub fn leave_pictures_out(&mut self) {
        for part in &mut self.parts {
            if let Part::Picture { scene, .. } = part {
                scene.pages.clear();
            }
        }
    }

    /// A document.
    #[must_use]
    pub fn words(document: Document, date: Option<String>) -> Self {
        Self {
            title: document.title.clone(),
            language: document.language,
            date,
            parts: vec![Part::Words(document)],
            other: OtherLanguage::default(),
        }
    }

    /// What it shows, in a sentence or two: the short alternative of its first picture, else its
    /// title.
    #[must_use]
    pub fn description(&self) -> String {
        let picture = self.parts.iter().find_map(|part| match part {
            Part::Picture { scene, .. } => Some(&scene.description),
            Part::Words(_) => None,
        });
        picture.unwrap_or(&self.title).clone()
    }
}

/// What the words of so many pictures stand under.
#[must_use]
pub fn text_versions_heading(pictures: usize, language: Language) -> &'static str {
    let phrase = if pictures == 1 {
        Phrase::TextVersion
    } else {
        Phrase::TextVersions
    };
    phrase.in_language(language)
}
