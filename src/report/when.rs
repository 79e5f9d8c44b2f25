//! Dates as far as known, in an order: vague words are read for what they say, never for a day.

use crate::check::parse_date;
use crate::model::Language;
use crate::say::{self, Label};

/// The span of months and days in which something happens, as far as known.
///
/// Ordered by its end: what happens "in 2011" cannot be counted on before the year is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    end: (u16, u8, u8),
    start: (u16, u8, u8),
}

/// When a step happens, by its date or else by the words; nothing when neither names a year.
pub(super) fn span(date: Option<&str>, when: Option<&str>) -> Option<Span> {
    date.and_then(one).or_else(|| when.and_then(several))
}

/// The words for it: the date in full, with the vague words after it; else these alone.
pub(super) fn words(language: Language, date: Option<&str>, when: Option<&str>) -> Option<String> {
    let date = date.map(str::trim).filter(|text| !text.is_empty());
    let when = when.map(str::trim).filter(|text| !text.is_empty());
    match (date, when) {
        (Some(date), Some(when)) => Some(format!("{} ({when})", say::date(language, date))),
        (Some(date), None) => Some(say::date(language, date)),
        (None, Some(when)) => Some(match when.split_once('/') {
            Some((first, last)) if one(first).is_some() && one(last).is_some() => {
                let dates = [first, last].map(|date| say::date(language, date));
                let [first, last] = dates.each_ref().map(String::as_str);
                say::with(language, Label::FromDateTo, &[first, last])
            }
            _ => when.to_owned(),
        }),
        (None, None) => None,
    }
}

/// A date as year, month or day.
fn one(text: &str) -> Option<Span> {
    let date = parse_date(text).ok()?;
    let month = date.month.unwrap_or(12);
    Some(Span {
        end: (date.year, month, date.day.unwrap_or(31)),
        start: (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1)),
    })
}

/// Two dates with a stroke between, or words with a year and perhaps a month or season.
fn several(text: &str) -> Option<Span> {
    if let Some((first, last)) = text.split_once('/')
        && let (Some(first), Some(last)) = (one(first), one(last))
    {
        return Some(Span {
            end: last.end,
            start: first.start,
        });
    }
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let year = words.iter().find_map(|word| {
        let year: u16 = word.parse().ok()?;
        (word.len() == 4 && (1800..2300).contains(&year)).then_some(year)
    })?;
    let months = words.iter().filter_map(|word| months(word));
    let (first, last) = months
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
        .unwrap_or((1, 12));
    Some(Span {
        end: (year, last, 31),
        start: (year, first, 1),
    })
}

/// The first and the last month that a word means.
fn months(word: &str) -> Option<(u8, u8)> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    const FULL: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = |list: &[&str]| list.iter().position(|month| *month == word);
    if let Some(month) = place(&FULL).or_else(|| place(&MONTHS)) {
        let month = u8::try_from(month + 1).ok()?;
        return Some((month, month));
    }
    match word {
        "early" => Some((1, 4)),
        "spring" | "easter" => Some((3, 5)),
        "summer" => Some((6, 8)),
        "autumn" => Some((9, 11)),
        "late" | "end" | "winter" | "christmas" => Some((12, 12)),
        "q1" => Some((1, 3)),
        "q2" => Some((4, 6)),
        "q3" => Some((7, 9)),
        "q4" => Some((10, 12)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stand_in_the_order_in_which_they_are_surely_over() {
        let dated = [
            (Some("2009-07-06"), None),
            (None, Some("2011-03/2011-05")),
            (Some("2011-06-23"), None),
            (Some("2011-06"), None),
            (None, Some("by summer 2011")),
            (Some("2011-10"), Some("half term")),
            (None, Some("Autumn 2011")),
            (Some("2011"), None),
            (None, Some("2012-13 budget")),
            (None, Some("May to July 2013")),
        ];
        let spans: Vec<_> = dated
            .iter()
            .map(|(date, when)| span(*date, *when))
            .collect();
        assert!(spans.iter().all(Option::is_some), "{spans:?}");
        let mut sorted = spans.clone();
        sorted.sort();
        assert_eq!(sorted, spans);
    }

    #[test]
    fn words_without_a_year_have_no_place() {
        for text in ["soon", "", "in May", "room 1234567", "phase 3"] {
            assert_eq!(span(None, Some(text)), None, "{text}");
        }
        assert_eq!(span(Some("31 February"), None), None);
    }

    #[test]
    fn a_date_is_told_as_far_as_known() {
        for (date, when, expected) in [
            (Some("2011-10-14"), None, Some("14 October 2011")),
            (Some("2011-10"), None, Some("October 2011")),
            (Some("2011"), Some("early"), Some("2011 (early)")),
            (None, Some("Autumn 2009"), Some("Autumn 2009")),
            (
                None,
                Some("2011-03/2011-05"),
                Some("March 2011 to May 2011"),
            ),
            (Some("in a while"), None, Some("in a while")),
            (None, Some(" "), None),
        ] {
            assert_eq!(words(Language::English, date, when).as_deref(), expected);
        }
    }
}
