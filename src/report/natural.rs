//! The order in which people expect texts with numbers: "para 2.3" before "para 2.10".

use std::cmp::Ordering;

use crate::model::fold;

/// Compares two texts; digits by their number, everything else without capitals.
#[must_use]
pub fn compare(a: &str, b: &str) -> Ordering {
    let (folded_a, folded_b) = (fold(a), fold(b));
    let order = pieces(&folded_a).cmp(pieces(&folded_b));
    // Texts that differ in zeros or capitals alone still have one order.
    order.then_with(|| a.cmp(b))
}

/// A run of digits or of anything else.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    /// The number of digits without leading zeros, then the digits.
    Number(usize, &'a str),
    Text(&'a str),
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let digit = |c: char| c.is_ascii_digit();
        let first = digit(rest.chars().next()?);
        let end = rest.find(|c| digit(c) != first).unwrap_or(rest.len());
        let (piece, tail) = rest.split_at_checked(end)?;
        rest = tail;
        Some(if first {
            let number = piece.trim_start_matches('0');
            Piece::Number(number.len(), number)
        } else {
            Piece::Text(piece)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::compare;
    use std::cmp::Ordering::{Equal, Greater, Less};

    #[test]
    fn numbers_count_as_numbers() {
        for (a, b, expected) in [
            ("para 2.3.4", "para 2.10", Less),
            ("para 10", "para 9", Greater),
            ("Para 2", "para 2.1", Less),
            ("2011-04", "2011-12", Less),
            ("R2", "R2", Equal),
            ("99999999999999999999999", "100000000000000000000000", Less),
            ("", "a", Less),
            ("2", "two", Less),
        ] {
            assert_eq!(compare(a, b), expected, "{a} {b}");
        }
    }
}
