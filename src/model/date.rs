//! Dates as far as known: a year, a month, a day.

/// A date as far as known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day, from 1.
    pub day: Option<u8>,
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// It has another form than year, month or day.
    #[error("A date is written as year, month or day: 2011, 2011-04 or 2011-04-30.")]
    Form,
    /// There is no such month or day.
    #[error("There is no such day in the calendar.")]
    Calendar,
}

impl Date {
    /// Whether this date lies before the other for sure, as far as both are known.
    #[must_use]
    pub fn surely_before(self, other: Self) -> bool {
        if self.year != other.year {
            return self.year < other.year;
        }
        match (self.month, other.month) {
            (Some(a), Some(b)) if a != b => a < b,
            (Some(_), Some(_)) => matches!((self.day, other.day), (Some(a), Some(b)) if a < b),
            _ => false,
        }
    }
}

/// Reads `2011`, `2011-04` or `2011-04-30`.
///
/// # Errors
/// [`DateError`] when the text has another form or names a day that is not in the calendar.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let parts: Vec<&str> = text.trim().split('-').collect();
    let number = |text: &str, digits: usize| -> Result<u16, DateError> {
        if text.len() != digits || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DateError::Form);
        }
        text.parse().map_err(|_ignored| DateError::Form)
    };
    let small = |text: &str| -> Result<u8, DateError> {
        u8::try_from(number(text, 2)?).map_err(|_ignored| DateError::Form)
    };
    let (year, month, day) = match parts.as_slice() {
        [year] => (number(year, 4)?, None, None),
        [year, month] => (number(year, 4)?, Some(small(month)?), None),
        [year, month, day] => (number(year, 4)?, Some(small(month)?), Some(small(day)?)),
        _ => return Err(DateError::Form),
    };
    let date = Date { year, month, day };
    let last = days_in_month(year, month.unwrap_or(1)).ok_or(DateError::Calendar)?;
    if year == 0 || day.is_some_and(|day| day == 0 || day > last) {
        return Err(DateError::Calendar);
    }
    Ok(date)
}

fn days_in_month(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => Some(30),
        2 if leap => Some(29),
        2 => Some(28),
        1..=12 => Some(31),
        _ => None,
    }
}
