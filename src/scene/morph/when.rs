//! A date as far as it is known, for putting steps in order. What is not known stays unknown: a date is
//! a span from its first to its last possible day, and is never shown as a day.

/// Year, month, day.
type Day = (u16, u8, u8);

/// The span in which something may have been: its last possible day counts first, so that "2011" comes
/// after all that is known to be in 2011.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct When {
    last: Day,
    first: Day,
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Seasons by their months.
const SEASONS: [(&str, u8, u8); 5] = [
    ("spring", 3, 5),
    ("summer", 6, 8),
    ("autumn", 9, 11),
    ("early", 1, 4),
    ("late", 9, 12),
];

impl When {
    /// Reads what is known: "2011-04-30", "2011-04", "2011", "2011-03/2011-05", "April 2011",
    /// "Autumn 2009". Nothing without a year.
    pub(super) fn known(text: &str) -> Option<Self> {
        let mut ends = text.split(['/', '–']);
        let begin = Self::single(ends.next()?)?;
        let end = ends.next().and_then(Self::single).unwrap_or(begin);
        Some(Self {
            first: begin.first.min(end.first),
            last: begin.last.max(end.last),
        })
    }

    fn single(text: &str) -> Option<Self> {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let number = |word: &String, digits: usize| -> Option<u16> {
            (word.len() == digits).then(|| word.parse().ok()).flatten()
        };
        let at = words.iter().position(|w| number(w, 4).is_some())?;
        let year = number(words.get(at)?, 4)?;
        let small = |place: usize, most: u16| {
            let n = words.get(place).and_then(|w| number(w, 2))?;
            let fits = (1..=most).contains(&n).then_some(n)?;
            u8::try_from(fits).ok()
        };
        if let Some(month) = small(at + 1, 12) {
            let (first, last) = small(at + 2, 31).map_or((1, 31), |day| (day, day));
            return Some(Self {
                first: (year, month, first),
                last: (year, month, last),
            });
        }
        let named = words.iter().find_map(|word| {
            let months = MONTHS.iter().zip(1..);
            months
                .filter(|(name, _)| word.starts_with(*name))
                .map(|(_, month)| (month, month))
                .next()
                .or_else(|| {
                    let mut seasons = SEASONS.iter();
                    let (_, first, last) = seasons.find(|(name, ..)| word == name)?;
                    Some((*first, *last))
                })
        });
        let (first, last) = named.unwrap_or((1, 12));
        Some(Self {
            first: (year, first, 1),
            last: (year, last, 31),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_stand_in_order_by_what_is_known_of_them() {
        let sorted = [
            "2009",
            "2011-03",
            "2011-04-01",
            "2011-04-30",
            "April 2011",
            "2011-03/2011-05",
            "Autumn 2011",
            "2011",
            "early 2012",
        ];
        let known: Vec<When> = sorted.iter().map(|t| When::known(t).unwrap()).collect();
        assert!(known.is_sorted(), "{known:?}");
        for none in ["", "soon", "after adoption", "next year", "30 April"] {
            assert_eq!(When::known(none), None, "{none}");
        }
        // No such month: only the year is known.
        assert_eq!(When::known("2012-13"), When::known("2012"));
    }
}
