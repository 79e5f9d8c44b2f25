//! The program's own words in drawings and text versions, in each of its languages: one plain table.
//!
//! Names come from the project, read in the language by `Project::read_in`. Welsh counts are said
//! with "o" and a plural ("12 o gyrff"), which needs no mutation by the number.

use crate::model::{Fate, Language};

macro_rules! phrases {
    ($(#[$of:meta])* $table:ident: $($(#[$doc:meta])* $name:ident: $english:literal, $welsh:literal;)*) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant is named after what it says")]
        pub enum $table {
            $($(#[$doc])* $name,)*
        }

        impl $table {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its words in a language.
            #[must_use]
            pub fn in_language(self, language: Language) -> &'static str {
                match (language, self) {
                    $((Language::English, Self::$name) => $english,
                    (Language::Welsh, Self::$name) => $welsh,)*
                }
            }
        }

        impl $crate::say::Said for $table {
            fn in_language(self, language: Language) -> &'static str {
                self.in_language(language)
            }
        }
    };
}

mod label;
pub mod phrase;
mod sentence;
mod words;

pub use label::Label;
pub use sentence::Sentence;
pub use words::Phrase;

/// A word of one of the tables.
pub trait Said: Copy {
    /// Its words in a language.
    fn in_language(self, language: Language) -> &'static str;
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Bodies.
    Body,
    /// Seats.
    Seat,
    /// Levels of the hierarchy.
    Level,
    /// Entries of a schedule.
    Entry,
    /// Steps of a plan.
    Step,
}

/// A phrase without anything in it.
#[must_use]
pub fn say(language: Language, phrase: impl Said) -> String {
    phrase.in_language(language).to_owned()
}

/// A phrase with names and numbers in the places of `{0}` and `{1}`.
#[must_use]
pub fn with(language: Language, phrase: impl Said, parts: &[&str]) -> String {
    filled(phrase.in_language(language), parts)
}

/// Words with names and numbers in the places of `{0}` and `{1}`.
fn filled(words: &str, parts: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = words;
    // Parts are never read again: a name may hold braces of its own.
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let part = place.parse().ok().and_then(|at: usize| parts.get(at));
        out.push_str(part.copied().unwrap_or_default());
        rest = after;
    }
    out.push_str(rest);
    out
}

/// "1 body", "12 bodies"; "12 o gyrff".
#[must_use]
pub fn count(language: Language, n: usize, noun: Noun) -> String {
    let (one, many) = match (language, noun) {
        (Language::English, Noun::Body) => ("body", "bodies"),
        (Language::English, Noun::Seat) => ("seat", "seats"),
        (Language::English, Noun::Level) => ("level", "levels"),
        (Language::English, Noun::Entry) => ("entry", "entries"),
        (Language::English, Noun::Step) => ("step", "steps"),
        (Language::Welsh, Noun::Entry) => ("cofnod", "o gofnodion"),
        (Language::Welsh, Noun::Step) => ("cam", "o gamau"),
        (Language::Welsh, Noun::Body) => ("corff", "o gyrff"),
        (Language::Welsh, Noun::Seat) => ("sedd", "o seddi"),
        (Language::Welsh, Noun::Level) => ("lefel", "o lefelau"),
    };
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Names as a list: "A, B and C"; "A, B ac Ch".
#[must_use]
pub fn list(language: Language, items: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let items = items.into_iter();
    if language == Language::English {
        return phrase::list(items);
    }
    let items: Vec<String> = items.map(|item| item.as_ref().to_owned()).collect();
    let comma = if items.iter().any(|item| item.contains(',')) {
        "; "
    } else {
        ", "
    };
    match items.as_slice() {
        [] => "dim".to_owned(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{}{}{last}", rest.join(comma), and(last)),
    }
}

/// "a" before a consonant, "ac" before a vowel. A name keeps its first letter.
fn and(next: &str) -> &'static str {
    let first = next.chars().next().into_iter().flat_map(char::to_lowercase);
    let vowel = first
        .into_iter()
        .any(|c| "aeiouwyâêîôûŵŷáéíóúäëïöü".contains(c));
    if vowel { " ac " } else { " a " }
}

/// What becomes of a body, in a word: "Renamed".
#[must_use]
pub fn fate(language: Language, fate: Fate) -> &'static str {
    match (language, fate) {
        (Language::English, _) => fate.label(),
        (Language::Welsh, Fate::Retained) => "Cadwyd",
        (Language::Welsh, Fate::UnderReview) => "Dan adolygiad",
        (Language::Welsh, Fate::Renamed) => "Ailenwyd",
        (Language::Welsh, Fate::Merged) => "Unwyd",
        (Language::Welsh, Fate::Split) => "Rhannwyd",
        (Language::Welsh, Fate::Replaced) => "Disodlwyd",
        (Language::Welsh, Fate::Ended) => "Daeth i ben",
        (Language::Welsh, Fate::Created) => "Newydd",
    }
}

/// How sure something is, where that is a word of the program; other words stay.
#[must_use]
pub fn certainty(language: Language, word: &str) -> String {
    match (language, word) {
        (Language::Welsh, "undecided") => say(language, Phrase::Undecided),
        (Language::Welsh, "implied") => say(language, Phrase::Implied),
        (Language::Welsh, "stated") => "datganedig".to_owned(),
        _ => word.to_owned(),
    }
}

/// The status of a question, where it is one of the usual words; other words stay.
#[must_use]
pub fn status(language: Language, word: &str) -> String {
    let usual = match (language, word.trim().to_lowercase().as_str()) {
        (Language::English, _) => word,
        (_, "open") => "agored",
        (_, "answered") => "atebwyd",
        (_, "accepted") => "derbyniwyd",
        (_, "not accepted") => "ni dderbyniwyd",
        (_, "closed") => "caewyd",
        (_, "done") => "gwnaed",
        (_, "withdrawn") => "tynnwyd yn ôl",
        (_, "noted") => "nodwyd",
        _ => word,
    };
    usual.to_owned()
}

/// "on 22 July 2011", "in July 2011", with a blank before; " ar 22 Gorffennaf 2011".
#[must_use]
pub fn when(language: Language, text: &str) -> String {
    if language == Language::English {
        return format!(" {}", phrase::when(text));
    }
    let told = date(language, text.trim());
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if told == text.trim() {
        return match digits(&told) && told.len() == 4 {
            true => Sentence::InYear.with(&[&told]),
            false => format!(" ({told})"),
        };
    }
    if told.split(' ').next().is_some_and(digits) {
        Sentence::On.with(&[&told])
    } else {
        Sentence::In.with(&[&told])
    }
}

/// What has become of so many bodies: "3 renamed".
#[must_use]
pub fn fated(language: Language, fate: Fate, n: usize) -> String {
    let word = match (language, fate) {
        (Language::English, _) => fate.label().to_lowercase(),
        (Language::Welsh, Fate::Retained) => "wedi’u cadw".to_owned(),
        (Language::Welsh, Fate::UnderReview) => "dan adolygiad".to_owned(),
        (Language::Welsh, Fate::Renamed) => "wedi’u hailenwi".to_owned(),
        (Language::Welsh, Fate::Merged) => "wedi’u huno".to_owned(),
        (Language::Welsh, Fate::Split) => "wedi’u rhannu".to_owned(),
        (Language::Welsh, Fate::Replaced) => "wedi’u disodli".to_owned(),
        (Language::Welsh, Fate::Ended) => "wedi dod i ben".to_owned(),
        (Language::Welsh, Fate::Created) => "newydd".to_owned(),
    };
    format!("{n} {word}")
}

/// A date as people write it: "22 July 2011"; "22 Gorffennaf 2011".
#[must_use]
pub fn date(language: Language, text: &str) -> String {
    const MONTHS: [(&str, &str); 12] = [
        ("January", "Ionawr"),
        ("February", "Chwefror"),
        ("March", "Mawrth"),
        ("April", "Ebrill"),
        ("May", "Mai"),
        ("June", "Mehefin"),
        ("July", "Gorffennaf"),
        ("August", "Awst"),
        ("September", "Medi"),
        ("October", "Hydref"),
        ("November", "Tachwedd"),
        ("December", "Rhagfyr"),
    ];
    let english = phrase::date(text);
    if language == Language::English {
        return english;
    }
    let welsh = |word: &str| {
        let month = MONTHS.iter().find(|(month, _)| *month == word);
        month.map_or_else(|| word.to_owned(), |(_, welsh)| (*welsh).to_owned())
    };
    english.split(' ').map(welsh).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike<T: Said + std::fmt::Debug>(phrase: T) {
        let [english, welsh] = [Language::English, Language::Welsh].map(|language| {
            let words = phrase.in_language(language);
            assert!(!words.trim().is_empty(), "{phrase:?}");
            let places = ["{0}", "{1}"].map(|place| words.matches(place).count());
            (places, words.starts_with('#'))
        });
        assert_eq!(english, welsh, "{phrase:?}");
    }

    #[test]
    fn every_phrase_has_the_same_places_in_both_languages() {
        let phrases = Phrase::ALL.iter().copied();
        phrases
            .filter(|phrase| *phrase != Phrase::MissingNote)
            .for_each(alike);
        Label::ALL.iter().copied().for_each(alike);
    }

    #[test]
    fn dates_in_a_welsh_sentence() {
        for (stated, told) in [
            ("2011-07-22", " ar 22 Gorffennaf 2011"),
            ("2011-07", " ym mis Gorffennaf 2011"),
            ("2011", " yn 2011"),
            ("Hydref 2011", " (Hydref 2011)"),
        ] {
            assert_eq!(when(Language::Welsh, stated), told);
        }
    }

    #[test]
    fn names_stand_in_their_places_whatever_they_hold() {
        let told = with(Language::Welsh, Phrase::DiagramOf, &["{1}", "2 o gyrff"]);
        assert_eq!(told, "Diagram o {1}: 2 o gyrff");
        assert_eq!(with(Language::English, Phrase::From, &[]), "from ");
    }

    #[test]
    fn welsh_lists_counts_and_dates() {
        let and = |items: &[&str]| list(Language::Welsh, items);
        assert_eq!(and(&["Y Bwrdd", "Amgylchedd"]), "Y Bwrdd ac Amgylchedd");
        assert_eq!(and(&["A", "B", "Cyngor"]), "A, B a Cyngor");
        assert_eq!(count(Language::Welsh, 1, Noun::Seat), "1 sedd");
        assert_eq!(count(Language::Welsh, 12, Noun::Body), "12 o gyrff");
        assert_eq!(date(Language::Welsh, "2011-07-22"), "22 Gorffennaf 2011");
        assert_eq!(date(Language::Welsh, "Hydref 2011"), "Hydref 2011");
    }
}
