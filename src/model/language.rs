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
pub const TRANSLATED: [&str; 10] = [
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
    fn exchange(&mut self, field: &str, own: &mut String) {
        if self.get(field).is_some()
            && let Some(words) = self.words.get_mut(field)
        {
            std::mem::swap(words, own);
        }
    }

    /// The same for a field that may be absent; what is not stated has no translation.
    fn exchange_stated(&mut self, field: &str, own: &mut Option<String>) {
        if let Some(own) = own.as_mut().filter(|own| !own.trim().is_empty()) {
            self.exchange(field, own);
        }
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

    /// The project as it reads in a language: names and texts that are given in it stand in the
    /// place of the others, and the others where those were. Never saved.
    #[must_use]
    pub fn read_in(&self, language: Language) -> Self {
        let mut out = self.clone();
        if language == self.language {
            return out;
        }
        out.language = language;
        let head = &mut out.head;
        head.in_second.exchange_stated("title", &mut head.title);
        head.in_second.exchange_stated("place", &mut head.place);
        head.in_second.exchange_stated("note", &mut head.note);
        for kind in &mut out.body_kinds {
            kind.in_second.exchange("name", &mut kind.name);
            kind.in_second.exchange_stated("plural", &mut kind.plural);
        }
        for kind in &mut out.link_kinds {
            kind.in_second.exchange("name", &mut kind.name);
        }
        for tier in &mut out.tiers {
            tier.in_second.exchange("name", &mut tier.name);
        }
        out.structures.iter_mut().for_each(exchange_structure);
        out
    }

    /// The names of a structure's picture that the second language lacks, each once.
    #[must_use]
    pub fn without_second<'a>(&'a self, structure: &'a Structure) -> Vec<&'a str> {
        let head = &structure.head;
        let bodies = structure.bodies.iter();
        let mut names = vec![(&head.in_second, "title", head.title.as_str())];
        if let Some(title) = self.head.title.as_deref() {
            names.push((&self.head.in_second, "title", title));
        }
        if let Some(status) = head.status.as_deref() {
            names.push((&head.in_second, "status", status));
        }
        names.extend(
            bodies
                .clone()
                .map(|b| (&b.in_second, "name", b.name.as_str())),
        );
        let kinds = self.body_kinds.iter();
        let used = kinds.filter(|kind| bodies.clone().any(|b| b.kind.as_ref() == Some(&kind.id)));
        names.extend(used.map(|kind| (&kind.in_second, "name", kind.name.as_str())));
        let tiers = self.tiers.iter();
        let used = tiers.filter(|tier| bodies.clone().any(|b| b.tier.as_ref() == Some(&tier.id)));
        names.extend(used.map(|tier| (&tier.in_second, "name", tier.name.as_str())));
        let links = self.link_kinds.iter();
        let used = links.filter(|kind| structure.links.iter().any(|l| l.kind == kind.id));
        names.extend(used.map(|kind| (&kind.in_second, "name", kind.name.as_str())));
        let labels = structure.links.iter();
        names.extend(labels.filter_map(|l| Some((&l.in_second, "label", l.label.as_deref()?))));
        let mut out: Vec<&str> = Vec::new();
        for (second, field, name) in names {
            let name = name.trim();
            if !name.is_empty() && second.get(field).is_none() && !out.contains(&name) {
                out.push(name);
            }
        }
        out
    }
}

fn exchange_structure(structure: &mut Structure) {
    let head = &mut structure.head;
    head.in_second.exchange("title", &mut head.title);
    head.in_second.read = !head.in_second.read;
    head.in_second.exchange_stated("status", &mut head.status);
    head.in_second.exchange_stated("note", &mut head.note);
    // A person's words for the picture are in the language of the project.
    head.short_texts.clear();
    for body in &mut structure.bodies {
        let second = &mut body.in_second;
        second.exchange("name", &mut body.name);
        second.exchange_stated("short", &mut body.short);
        second.exchange_stated("state", &mut body.state);
        second.exchange_stated("as_stated", &mut body.meetings.as_stated);
    }
    for link in &mut structure.links {
        link.in_second.exchange_stated("label", &mut link.label);
    }
}
