//! Small words for sentences: lists, numbers, verbs that agree, dates.

use std::collections::BTreeSet;

use crate::model::{Body, fold};

/// "A", "A and B", "A, B and C"; "nothing" when there is none.
///
/// Where a name itself has a comma, semicolons keep the names apart.
#[must_use]
pub fn list<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<T> = items.into_iter().collect();
    let commas = items.iter().any(|item| item.as_ref().contains(','));
    let (comma, and) = if commas {
        ("; ", "; and ")
    } else {
        (", ", " and ")
    };
    match items.split_last() {
        None => "nothing".to_owned(),
        Some((last, [])) => last.as_ref().to_owned(),
        Some((last, rest)) => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{}{and}{}", rest.join(comma), last.as_ref())
        }
    }
}

/// "1 body", "25 bodies".
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A number without needless digits: "8", "8.7".
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// A text with its first letter as a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// The words of a kind in the middle of a sentence: "thematic partnership", but "LSP board".
#[must_use]
pub fn lower(text: &str) -> String {
    let mut chars = text.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else {
        return String::new();
    };
    if second.is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(text.chars().skip(1)).collect()
}

/// Whether every word of a remark stands in the sentence already; small words do not count.
///
/// A single word may stand there by chance ("chairs" in the name of a meeting of chairs).
#[must_use]
pub fn says(sentence: &str, remark: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        fold(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !["", "a", "an", "of", "the"].contains(word))
            .map(str::to_owned)
            .collect()
    };
    let remark = words(remark);
    remark.len() > 1 && remark.is_subset(&words(sentence))
}

/// A remark without the words with which its sentence's verb begins too: "where it helps" for
/// "may be tasked where it helps" after "may be tasked by".
#[must_use]
pub fn without_verb<'a>(remark: &'a str, verb: &str) -> &'a str {
    let mut rest = remark.trim();
    let mut said: Vec<&str> = Vec::new();
    for word in verb.split_whitespace() {
        let (first, after) = rest.split_once(' ').unwrap_or((rest, ""));
        if fold(first) != fold(word) || after.is_empty() {
            break;
        }
        said.push(word);
        rest = after.trim_start();
    }
    match said.as_slice() {
        // Alone, "is" and "has" say nothing, and "report" may begin "report card".
        ["is" | "has"] => remark.trim(),
        [verb] if !verb.ends_with('s') => remark.trim(),
        _ => rest,
    }
}

/// A name in the middle of a sentence: "the Executive" where the name is "The Executive".
#[must_use]
pub fn inside(name: &str) -> String {
    match name.split_once(' ') {
        Some(("The", rest)) => format!("the {rest}"),
        _ => name.to_owned(),
    }
}

/// The words of a kind of link as a verb: after one body, after several, after "may".
///
/// Nothing where the first word is no verb: nobody knows the grammar of words that people add.
#[must_use]
pub fn verb(words: &str) -> Option<[String; 3]> {
    let words = lower(words);
    let (first, rest) = words.split_once(' ').unwrap_or((&words, ""));
    let (many, may) = match first {
        "is" => ("are".to_owned(), "be".to_owned()),
        "has" => ("have".to_owned(), "have".to_owned()),
        "does" | "goes" => {
            let base = first.trim_end_matches("es").to_owned();
            (base.clone(), base)
        }
        _ => {
            let base = base_form(first)?;
            (base.clone(), base)
        }
    };
    let whole = |first: &str| format!("{first} {rest}").trim_end().to_owned();
    Some([whole(first), whole(&many), whole(&may)])
}

/// "liaise" for "liaises", "carry" for "carries", "pass" for "passes".
fn base_form(verb: &str) -> Option<String> {
    let ending = |ends: &[&str]| ends.iter().any(|end| verb.ends_with(end));
    if verb.len() < 4
        || !verb.chars().all(char::is_lowercase)
        || ending(&["ss", "us", "is"])
        || plural_name(verb)
    {
        return None;
    }
    if let Some(stem) = verb.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    if ending(&["sses", "shes", "ches", "xes"]) {
        return verb.strip_suffix("es").map(str::to_owned);
    }
    verb.strip_suffix('s').map(str::to_owned)
}

/// Whether verbs take the plural for a body: a record that stands for several, or a name that
/// says so.
#[must_use]
pub fn plural(body: &Body) -> bool {
    body.count.is_some() || plural_name(&body.name)
}

/// Whether a name takes the plural: "Overview and Scrutiny panels", but not "Board of Governors".
///
/// English has no rule for it ("Stronger Communities" is one partnership), so the nouns are listed.
#[must_use]
pub fn plural_name(name: &str) -> bool {
    const NOUNS: [&str; 41] = [
        "agencies",
        "arrangements",
        "assemblies",
        "authorities",
        "boards",
        "bodies",
        "chairs",
        "clusters",
        "commissioners",
        "commissions",
        "committees",
        "conferences",
        "consortia",
        "conveners",
        "convenors",
        "councils",
        "events",
        "fora",
        "forums",
        "groups",
        "hubs",
        "leaders",
        "leads",
        "managers",
        "meetings",
        "members",
        "networks",
        "officers",
        "organisations",
        "panels",
        "partners",
        "partnerships",
        "posts",
        "representatives",
        "services",
        "staff",
        "structures",
        "sub-groups",
        "teams",
        "trusts",
        "workshops",
    ];
    let name = name.split('(').next().unwrap_or_default().to_lowercase();
    let head = [" of ", " for ", " in ", " on ", " with "]
        .iter()
        .filter_map(|word| name.split_once(word))
        .map(|(head, _)| head)
        .min_by_key(|head| head.len())
        .unwrap_or(&name);
    head.split_whitespace()
        .next_back()
        .is_some_and(|last| NOUNS.binary_search(&last).is_ok())
}

/// "2011-07-22" as "22 July 2011"; what is no date stays as stated.
#[must_use]
pub fn date(text: &str) -> String {
    match date_parts(text) {
        Some((year, month, Some(day))) => format!("{day} {month} {year}"),
        Some((year, month, None)) => format!("{month} {year}"),
        None => text.to_owned(),
    }
}

/// "on 22 July 2011", "in July 2011", "in 2011"; other words in brackets.
#[must_use]
pub fn when(text: &str) -> String {
    let text = text.trim();
    match date_parts(text) {
        Some((_, _, Some(_))) => format!("on {}", date(text)),
        Some(_) => format!("in {}", date(text)),
        None if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) => format!("in {text}"),
        None => format!("({text})"),
    }
}

/// Year, month by name and day, where the text has at least the first two.
fn date_parts(text: &str) -> Option<(&str, &'static str, Option<usize>)> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let month = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    let day = match day {
        Some(day) => Some(day.parse().ok()?),
        None => None,
    };
    Some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_english() {
        assert_eq!(list::<&str>([]), "nothing");
        assert_eq!(list(["A"]), "A");
        assert_eq!(list(["A", "B"]), "A and B");
        assert_eq!(list(["A", "B", "C"]), "A, B and C");
        assert_eq!(list(["Jobs, Skills", "B", "C"]), "Jobs, Skills; B; and C");
    }

    #[test]
    fn numbers_have_no_needless_digits() {
        assert_eq!(number(8.0), "8");
        assert_eq!(number(8.7), "8.7");
        assert_eq!(number(100.0), "100");
    }

    #[test]
    fn kinds_stand_in_small_letters() {
        assert_eq!(lower("Thematic partnership"), "thematic partnership");
        assert_eq!(lower("LSP board"), "LSP board");
        assert_eq!(lower(""), "");
        assert_eq!(lower("A"), "a");
    }

    #[test]
    fn names_agree_with_their_verb() {
        for (name, plural) in [
            ("Overview and Scrutiny panels", true),
            ("District Councils", true),
            ("Conferences or Workshops", true),
            ("The Conveners", true),
            ("Partnership Staff", true),
            ("Local Strategic Partnerships (LSPs)", true),
            ("Town Councils, parish arrangements", true),
            ("Boards of the four towns", true),
            ("Board of Leaders", false),
            ("Association of Local Councils", false),
            ("Area Partnership Board (with two groups)", false),
            ("Cumbria Chief Executives Group", false),
            ("Stronger Communities", false),
            ("Children's Trust", false),
            ("", false),
        ] {
            assert_eq!(plural_name(name), plural, "{name}");
        }
    }

    #[test]
    fn articles_are_small_inside_a_sentence() {
        assert_eq!(inside("The Executive"), "the Executive");
        assert_eq!(inside("Theme Board"), "Theme Board");
        assert_eq!(inside("The"), "The");
    }

    #[test]
    fn dates_are_written_as_people_do() {
        for (stated, written, placed) in [
            ("2011-07-22", "22 July 2011", "on 22 July 2011"),
            ("2011-07", "July 2011", "in July 2011"),
            ("2011", "2011", "in 2011"),
            ("Autumn 2009", "Autumn 2009", "(Autumn 2009)"),
            ("2011-13-01", "2011-13-01", "(2011-13-01)"),
            ("2011-01-x", "2011-01-x", "(2011-01-x)"),
            ("", "", "()"),
        ] {
            assert_eq!(date(stated), written);
            assert_eq!(when(stated), placed);
        }
    }

    #[test]
    fn kinds_of_links_are_verbs_where_they_can_be() {
        for (words, forms) in [
            (
                "Liaises with",
                Some(["liaises with", "liaise with", "liaise with"]),
            ),
            (
                "Is part of",
                Some(["is part of", "are part of", "be part of"]),
            ),
            ("Has asked", Some(["has asked", "have asked", "have asked"])),
            ("Endorses", Some(["endorses", "endorse", "endorse"])),
            ("Carries on", Some(["carries on", "carry on", "carry on"])),
            (
                "Passes work to",
                Some(["passes work to", "pass work to", "pass work to"]),
            ),
            ("Part of", None),
            ("Proposed to report to", None),
            ("Members sit on", None),
            ("LINks to", None),
            ("", None),
        ] {
            let forms = forms.map(|forms| forms.map(str::to_owned));
            assert_eq!(verb(words), forms, "{words}");
        }
    }

    #[test]
    fn remarks_do_not_say_a_sentence_again() {
        for (sentence, remark, says_it) in [
            ("A informs the Forum.", "informs the Forum", true),
            ("A moves from B to C, D and E.", "From the B to C, D", true),
            ("A informs the Forum.", "informs it weekly", false),
            ("A is on the Chairs meeting.", "chairs", false),
        ] {
            assert_eq!(says(sentence, remark), says_it, "{remark}");
        }
        for (remark, verb, rest) in [
            (
                "may be tasked where it helps",
                "may be tasked by",
                "where it helps",
            ),
            ("endorses the structures", "endorses", "the structures"),
            ("may differ", "may report to", "may differ"),
            ("report card", "report to", "report card"),
            ("endorses", "endorses", "endorses"),
            ("each chair", "is represented on", "each chair"),
        ] {
            assert_eq!(without_verb(remark, verb), rest);
        }
    }
}
