//! What people type into fields, and what fields show of what is stated.
//!
//! An empty field means "not stated". What cannot be read is refused with a sentence, and the
//! value before it stays.

use crate::model::{ClassCount, SeatNumber};

/// A text, or nothing when there are no words in it.
#[must_use]
pub fn words(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// The rows of a text that have words in them.
#[must_use]
pub fn rows(text: &str) -> Vec<String> {
    let rows = text.lines().map(str::trim);
    rows.filter(|row| !row.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A number such as meetings a year; nothing when the field is empty.
///
/// # Errors
/// A sentence, when it is no number of zero or more.
pub fn number(text: &str) -> Result<Option<f64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.replace(',', ".").parse::<f64>().ok();
    let number = number.filter(|n| n.is_finite() && *n >= 0.0);
    number.map(Some).ok_or_else(|| {
        "This takes a number, such as 4 or 8.5. Leave it empty if unknown.".to_owned()
    })
}

/// A number as its field shows it.
#[must_use]
pub fn number_text(number: Option<f64>) -> String {
    number.map_or_else(String::new, |n| n.to_string())
}

/// A whole number; nothing when the field is empty.
///
/// # Errors
/// A sentence, when it is no whole number.
pub fn whole(text: &str) -> Result<Option<u32>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse().ok().map(Some);
    number.ok_or_else(|| {
        "This takes a whole number, such as 3. Leave it empty if unknown.".to_owned()
    })
}

/// A whole number as its field shows it.
#[must_use]
pub fn whole_text(number: Option<u32>) -> String {
    number.map_or_else(String::new, |n| n.to_string())
}

/// How many bodies a record stands for: empty for one, a number, or "unknown".
///
/// # Errors
/// A sentence, when it is neither.
pub fn class(text: &str) -> Result<Option<ClassCount>, String> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "" => return Ok(None),
        "unknown" => return Ok(Some(ClassCount::Unknown)),
        _ => {}
    }
    let number = text.parse().ok().map(|n| Some(ClassCount::Number(n)));
    number.ok_or_else(|| {
        "This takes a whole number, or “unknown”. Leave it empty for one body.".to_owned()
    })
}

/// How many bodies a record stands for, as its field shows it.
#[must_use]
pub fn class_text(count: Option<ClassCount>) -> String {
    match count {
        None => String::new(),
        Some(ClassCount::Number(n)) => n.to_string(),
        Some(ClassCount::Unknown) => "unknown".to_owned(),
    }
}

/// How many seats: empty for open, "2", "2 or more", "at least 2", "2+".
///
/// # Errors
/// A sentence, when it is none of these.
pub fn seats(text: &str) -> Result<SeatNumber, String> {
    let text = text.trim().to_lowercase();
    if text.is_empty() || text == "open" {
        return Ok(SeatNumber::Open);
    }
    let least = text
        .strip_suffix("or more")
        .or_else(|| text.strip_suffix('+'))
        .or_else(|| text.strip_prefix("at least"));
    let digits = least.unwrap_or(&text).trim();
    let number = digits.parse().ok().ok_or_else(|| {
        "This takes a number, such as 2 or “2 or more”. Leave it empty if open.".to_owned()
    });
    number.map(if least.is_some() {
        SeatNumber::AtLeast
    } else {
        SeatNumber::Exactly
    })
}

/// How many seats, as the field shows it.
#[must_use]
pub fn seats_text(number: SeatNumber) -> String {
    match number {
        SeatNumber::Exactly(n) => n.to_string(),
        SeatNumber::AtLeast(n) => format!("{n} or more"),
        SeatNumber::Open => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_field_is_not_stated_and_never_zero() {
        assert_eq!(words(" \n"), None);
        assert_eq!(words("a "), Some("a ".to_owned()));
        assert_eq!(rows(" a\n\n b \n"), ["a", "b"]);
        for blank in ["", "  "] {
            assert_eq!(number(blank), Ok(None));
            assert_eq!(whole(blank), Ok(None));
            assert_eq!(class(blank), Ok(None));
            assert_eq!(seats(blank), Ok(SeatNumber::Open));
        }
        assert_eq!(
            number_text(None) + &whole_text(None) + &class_text(None),
            ""
        );
        assert_eq!(seats_text(SeatNumber::Open), "");
    }

    #[test]
    fn words_where_a_number_belongs_are_refused_with_a_sentence() {
        for text in ["often", "-1", "1e999", "NaN"] {
            assert!(number(text).unwrap_err().contains("a number"), "{text}");
        }
        for text in ["some", "-1", "2.5", "99999999999"] {
            assert!(whole(text).unwrap_err().contains("whole number"), "{text}");
            assert!(class(text).unwrap_err().contains("“unknown”"), "{text}");
            assert!(seats(text).unwrap_err().contains("“2 or more”"), "{text}");
        }
    }

    #[test]
    fn what_is_shown_can_be_typed_again() {
        for n in [0.0, 4.0, 8.5] {
            assert_eq!(number(&number_text(Some(n))), Ok(Some(n)));
        }
        assert_eq!(number("8,5"), Ok(Some(8.5)));
        assert_eq!(whole(&whole_text(Some(3))), Ok(Some(3)));
        for count in [ClassCount::Unknown, ClassCount::Number(7)] {
            assert_eq!(class(&class_text(Some(count))), Ok(Some(count)));
        }
        use SeatNumber::{AtLeast, Exactly, Open};
        for number in [Exactly(2), AtLeast(5), Open] {
            assert_eq!(seats(&seats_text(number)), Ok(number));
        }
        for text in ["at least 5", "5+", "5 or more", " 5 OR MORE "] {
            assert_eq!(seats(text), Ok(AtLeast(5)), "{text}");
        }
    }
}
