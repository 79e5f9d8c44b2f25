//! Words in a second language, and a project read in it.

use std::collections::BTreeMap;

use super::{Extra, Project, Structure};

/// A language in which the program has words of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// British English, in which every project is written.
    #[default]
    English,
    /// Welsh.
    Welsh,
}

impl Language {
    /// The tag of texts in it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Welsh => "cy",
        }
    }

    /// The language of a tag; English where it is no other.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        if tag == Self::Welsh.tag() {
            Self::Welsh
        } else {
            Self::English
        }
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Welsh => "Welsh",
        }
    }
}

/// Texts of a record that may be given in the second language, in the order of the file.
pub const TRANSLATED: [&str; 28] = [
    "title",
    "name",
    "plural",
    "short",
    "place",
    "status",
    "note",
    "label",
    "state",
    "as_stated",
    "aliases",
    "purpose",
    "roles",
    "chair",
    "lead",
    "quorum",
    "review",
    "reason",
    "source",
    "what",
    "when",
    "text",
    "by",
    "response",
    "post",
    "organisation",
    "sector",
    "condition",
];

/// The words of a record in the second language, by the names of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InSecond {
    /// Words by field; only those of [`TRANSLATED`].
    words: BTreeMap<&'static str, String>,
    /// Whether the record is read in the second language: the words here are then the project's own.
    read: bool,
    /// Fields of later versions.
    pub extra: Extra,
}

impl InSecond {
    /// Whether there are no words at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.extra.0.is_empty()
    }

    /// Whether the record is read in the second language.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.read
    }

    /// The words of a field, if there are any.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&str> {
        let words = self.words.get(field)?;
        (!words.trim().is_empty()).then_some(words.as_str())
    }

    /// The words of a field as they stand in the file, blank or not.
    #[must_use]
    pub fn stated(&self, field: &str) -> Option<&str> {
        self.words.get(field).map(String::as_str)
    }

    /// Gives a field words, or none; a field that cannot have any is left alone.
    pub fn set(&mut self, field: &str, words: Option<String>) {
        let Some(field) = TRANSLATED.into_iter().find(|known| *known == field) else {
            return;
        };
        match words {
            Some(words) => self.words.insert(field, words),
            None => self.words.remove(field),
        };
    }

    /// The same without blank words.
    pub(super) fn drop_blank(&mut self) {
        self.words.retain(|_, words| !words.trim().is_empty());
    }

    /// Puts the words of a field in the place of the record's own, and those here.
    pub(super) fn exchange(&mut self, field: &str, own: &mut String) {
        if self.get(field).is_some()
            && let Some(words) = self.words.get_mut(field)
        {
            std::mem::swap(words, own);
        }
    }

    /// Marks the record as read in the second language, or as not.
    pub(super) fn turn(&mut self) {
        self.read = !self.read;
    }
}

impl Structure {
    /// The language in which its words are read.
    #[must_use]
    pub fn language(&self) -> Language {
        if self.head.in_second.is_read() {
            Language::Welsh
        } else {
            Language::English
        }
    }
}

impl Project {
    /// The second language of the project, where the program has words in it.
    #[must_use]
    pub fn second_language(&self) -> Option<Language> {
        let tag = self.head.second_language.as_deref()?.trim();
        let welsh = tag.eq_ignore_ascii_case("cy") || tag.eq_ignore_ascii_case("cy-GB");
        welsh.then_some(Language::Welsh)
    }
}
