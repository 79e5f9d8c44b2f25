//! What is bound together in one file: pictures with their text versions, and documents in words.

use crate::describe::TextVersion;
use crate::report::Document;
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
