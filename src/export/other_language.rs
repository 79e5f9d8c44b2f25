//! Words of a file that stand in another language than the file: what a project does not give in
//! its second language.

use crate::model::Language;
use crate::say::phrase;

/// The texts of a file that are not in its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherLanguage {
    /// The longest first, so that a name within a name is not found before it.
    texts: Vec<String>,
    language: Language,
}

impl OtherLanguage {
    /// Texts in a language.
    #[must_use]
    pub fn new(mut texts: Vec<String>, language: Language) -> Self {
        let one_line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        texts = texts.iter().map(one_line).collect();
        // Kinds stand in small letters within a sentence, free words with a capital in a cell.
        let cased = |text: &String| [phrase::lower(text), phrase::capital(text)];
        let cased: Vec<String> = texts.iter().flat_map(cased).collect();
        texts.extend(cased);
        // A single letter or sign stands in words of every language.
        texts.retain(|text| text.chars().filter(|c| c.is_alphabetic()).count() > 1);
        texts.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        texts.dedup();
        Self { texts, language }
    }

    /// Whether everything is in the language of the file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Their language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether any of them stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        !self.is_empty() && self.pieces(text).iter().any(|(_, other)| *other)
    }

    /// A text in pieces, each with whether it is in the other language.
    #[must_use]
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<(&'t str, bool)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for known in &self.texts {
            for (start, _) in text.match_indices(known.as_str()) {
                let end = start + known.len();
                let free = found.iter().all(|(a, b)| end <= *a || start >= *b);
                if free && is_whole(text, start, end) {
                    found.push((start, end));
                }
            }
        }
        found.sort_unstable();
        let mut out = Vec::new();
        let mut at = 0;
        for (start, end) in found {
            out.extend(text.get(at..start).map(|own| (own, false)));
            out.extend(text.get(start..end).map(|other| (other, true)));
            at = end;
        }
        out.extend(text.get(at..).map(|own| (own, false)));
        out.retain(|(piece, _)| !piece.is_empty());
        out
    }

    /// A web page with its marks: in everything that is read, but for drawings.
    #[must_use]
    pub fn in_html(&self, page: String) -> String {
        if self.is_empty() {
            return page;
        }
        let texts = self
            .texts
            .iter()
            .map(|text| super::document::html::text(text));
        let escaped = Self {
            texts: texts.collect(),
            language: self.language,
        };
        let mut out = String::with_capacity(page.len());
        let mut within: Option<&str> = None;
        let mut rest = page.as_str();
        while let Some((text, after)) = rest.split_once('<') {
            escaped.mark(&mut out, text, within);
            let (tag, after) = after.split_once('>').unwrap_or((after, ""));
            out.push_str(&format!("<{tag}>"));
            let closes = within.is_some_and(|name| tag == format!("/{name}"));
            if closes {
                within = None;
            } else if within.is_none() {
                let silent = ["script", "style", "svg", "title"].into_iter();
                within = silent.into_iter().find(|name| {
                    let rest = tag.strip_prefix(name);
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n']))
                });
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn mark(&self, out: &mut String, text: &str, within: Option<&str>) {
        if within.is_some() || text.trim().is_empty() {
            out.push_str(text);
            return;
        }
        for (piece, other) in self.pieces(text) {
            if other {
                let tag = self.language.tag();
                out.push_str(&format!("<span lang=\"{tag}\">{piece}</span>"));
            } else {
                out.push_str(piece);
            }
        }
    }
}

/// Whether a place in a text neither begins nor ends within a word.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let after = text.get(end..).and_then(|text| text.chars().next());
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !word(before) && !word(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(texts: &[&str]) -> OtherLanguage {
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        OtherLanguage::new(texts, Language::English)
    }

    #[test]
    fn whole_texts_are_found_the_longest_first() {
        let other = other(&["Board", "Board of Leaders", "A"]);
        assert_eq!(
            other.pieces("Unir Board of Leaders a Board; Boards, A."),
            [
                ("Unir ", false),
                ("Board of Leaders", true),
                (" a ", false),
                ("Board", true),
                ("; Boards, A.", false),
            ]
        );
        assert_eq!(other.pieces("Board"), [("Board", true)]);
        assert_eq!(other.pieces("dim"), [("dim", false)]);
    }

    #[test]
    fn a_page_is_marked_in_its_words_alone() {
        let page =
            "<title>Board</title><p>Y Board &amp; Co</p><svg><text>Board</text></svg><b>x</b>";
        let marked = other(&["Board & Co"]).in_html(page.to_owned());
        let expected = page.replace(
            "Y Board &amp; Co",
            "Y <span lang=\"en-GB\">Board &amp; Co</span>",
        );
        assert_eq!(marked, expected);
        assert_eq!(other(&[]).in_html(page.to_owned()), page);
    }
}
