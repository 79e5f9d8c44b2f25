//! Widths of text in Arial, never underrated: words of a slide may not leave their card.

use crate::export::arial;

/// Width in em of what the tables do not hold: wider than any letter, so that nothing is underrated.
const OTHER: f64 = 1.3;

/// Height of a row over its baseline, in em.
pub(super) const ASCENT: f64 = 0.905;

/// Height of a row with usual spacing, in em.
pub(super) const ROW: f64 = 1.149;

/// Width of a text in em.
pub(super) fn width(text: &str, bold: bool) -> f64 {
    text.chars().map(|c| advance(c, bold)).sum()
}

fn advance(c: char, bold: bool) -> f64 {
    let units = arial::units(c, bold).filter(|units| *units > 0);
    let units = units.or_else(|| sign(c));
    units.map_or(OTHER, |units| f64::from(units) / arial::EM)
}

/// Signs outside the tables; regular and bold differ little, and the wider counts.
fn sign(c: char) -> Option<u16> {
    Some(match c {
        '\u{2018}' | '\u{2019}' => 569,
        '\u{2010}' => 682,
        '\u{2022}' => 717,
        '\u{201C}' | '\u{201D}' | '\u{2191}' | '\u{2193}' => 1024,
        '\u{2260}' | '\u{2264}' | '\u{2265}' => 1124,
        '\u{2013}' | '\u{20AC}' | '\u{1EF3}' => 1139,
        '\u{2212}' => 1196,
        '\u{1EF2}' => 1366,
        '\u{1E81}' | '\u{1E85}' => 1593,
        '\u{1E80}' | '\u{1E84}' => 1933,
        '\u{2014}' | '\u{2026}' | '\u{2190}' | '\u{2192}' => 2048,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_arial() {
        // As in the published metrics: a space and "i" are narrow, "W" is widest.
        for (text, bold, expected) in [
            (" ", false, 0.278),
            ("W", false, 0.944),
            ("i", true, 0.278),
            ("Board", false, 0.667 + 0.556 * 3.0 + 0.333),
            ("\u{175}", false, 0.722),
        ] {
            assert!((width(text, bold) - expected).abs() < 0.002, "{text}");
        }
        assert!(width("\u{1F333}", false) > 1.2);
    }
}
