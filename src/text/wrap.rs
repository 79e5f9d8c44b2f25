//! Breaking a text into rows, once.

use super::{RowEnd, Run, TextStyle, shape};

/// Breaks a text into the fewest rows that fit `max_width` pt, then evens them out.
///
/// Breaks at spaces and after `/` and `-`; a single word wider than the row is broken
/// between characters, so that no text is ever cut. An empty text gives no rows.
#[must_use]
pub fn wrap(text: &str, style: TextStyle, max_width: f64) -> Vec<Run> {
    let pieces = pieces(text, style, max_width.max(style.size));
    let limit = max_width.max(style.size) + 0.01;
    let fewest = rows_at(&pieces, limit).len();
    if fewest <= 1 {
        return shaped(&pieces, &rows_at(&pieces, limit), style);
    }
    let widest = pieces.iter().map(|p| p.width).fold(0.0, f64::max);
    let (mut narrow, mut wide) = (widest, limit);
    for _ in 0..12 {
        let middle = f64::midpoint(narrow, wide);
        if rows_at(&pieces, middle).len() <= fewest {
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    shaped(&pieces, &rows_at(&pieces, wide), style)
}

/// Breaks a text as [`wrap`] does, but into rows that are each as full as they can be: for pages
/// of running text.
#[must_use]
pub fn fill(text: &str, style: TextStyle, max_width: f64) -> Vec<Run> {
    let pieces = pieces(text, style, max_width.max(style.size));
    let rows = rows_at(&pieces, max_width.max(style.size) + 0.01);
    shaped(&pieces, &rows, style)
}

/// Width of the widest row in pt.
#[must_use]
pub fn rows_width(rows: &[Run]) -> f64 {
    rows.iter().map(|r| r.width).fold(0.0, f64::max)
}

struct Piece {
    text: String,
    width: f64,
    /// Width of the space before it when it does not start a row.
    gap: f64,
}

fn pieces(text: &str, style: TextStyle, max_width: f64) -> Vec<Piece> {
    let space = shape(" ", style).width;
    let mut out = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let mut gap = space;
        for part in parts(word) {
            let width = shape(part, style).width;
            if width <= max_width {
                out.push(Piece {
                    text: part.to_owned(),
                    width,
                    gap,
                });
            } else {
                split_long(part, style, max_width, gap, &mut out);
            }
            gap = 0.0;
        }
    }
    out
}

/// A word cut after each `/`, and after a `-` that has four letters on either side: "Co-" and
/// "sub-" never stand at the end of a row.
fn parts(word: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (i, c) in word.char_indices() {
        let end = i + c.len_utf8();
        let (Some(before), Some(after)) = (word.get(start..i), word.get(end..)) else {
            continue;
        };
        let letters = |t: &str| t.chars().take_while(|c| c.is_alphanumeric()).count();
        let long = before.chars().count() >= 4 && letters(after) >= 4;
        if !after.is_empty() && (c == '/' || (c == '-' && long)) {
            out.extend(word.get(start..end));
            start = end;
        }
    }
    out.extend(word.get(start..).filter(|rest| !rest.is_empty()));
    out
}

fn split_long(word: &str, style: TextStyle, max_width: f64, first_gap: f64, out: &mut Vec<Piece>) {
    let mut gap = first_gap;
    let mut start = String::new();
    let mut width = 0.0;
    for c in word.chars() {
        // Single advances add up to a little more than the shaped word: never too wide.
        let advance = shape(c.encode_utf8(&mut [0; 4]), style).width;
        if width + advance > max_width && !start.is_empty() {
            out.push(Piece {
                text: std::mem::take(&mut start),
                width,
                gap,
            });
            (gap, width) = (0.0, 0.0);
        }
        start.push(c);
        width += advance;
    }
    if !start.is_empty() {
        out.push(Piece {
            text: start,
            width,
            gap,
        });
    }
}

/// Greedy rows as ranges of pieces.
fn rows_at(pieces: &[Piece], max_width: f64) -> Vec<std::ops::Range<usize>> {
    let mut rows: Vec<std::ops::Range<usize>> = Vec::new();
    let mut width = 0.0;
    for (i, piece) in pieces.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if width + piece.gap + piece.width <= max_width => {
                row.end = i + 1;
                width += piece.gap + piece.width;
            }
            _ => {
                rows.push(i..i + 1);
                width = piece.width;
            }
        }
    }
    rows
}

fn shaped(pieces: &[Piece], rows: &[std::ops::Range<usize>], style: TextStyle) -> Vec<Run> {
    rows.iter()
        .map(|row| {
            let mut text = String::new();
            for (i, piece) in pieces
                .get(row.clone())
                .unwrap_or_default()
                .iter()
                .enumerate()
            {
                if i > 0 && piece.gap > 0.0 {
                    text.push(' ');
                }
                text.push_str(&piece.text);
            }
            let mut run = shape(&text, style);
            run.end = match pieces.get(row.end) {
                None => RowEnd::Text,
                Some(next) if next.gap > 0.0 => RowEnd::Space,
                Some(_) => RowEnd::Word,
            };
            run
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: f64, expected: &[&str]) {
        let rows = wrap(text, TextStyle::strong(12.5), width);
        let texts: Vec<&str> = rows.iter().map(|r| &*r.text).collect();
        assert_eq!(texts, expected, "{text} at {width}");
    }

    #[test]
    fn rows_are_few_and_even() {
        check("", 100.0, &[]);
        check("Housing group", 120.0, &["Housing group"]);
        check(
            "Safer Communities Partnership",
            120.0,
            &["Safer Communities", "Partnership"],
        );
        check(
            "Health and Wellbeing Partnership",
            130.0,
            &["Health and Wellbeing", "Partnership"],
        );
        check(
            "Strategic/cross cutting",
            90.0,
            &["Strategic/", "cross cutting"],
        );
        check("one\ntwo", 200.0, &["one two"]);
        check(
            "LSP Co-ordinator (post)",
            80.0,
            &["LSP", "Co-ordinator", "(post)"],
        );
        check("Self-Directed Support", 90.0, &["Self-Directed", "Support"]);
    }

    #[test]
    fn rows_say_how_their_text_goes_on() {
        let rows = wrap("Strategic/cross cutting", TextStyle::strong(12.5), 90.0);
        let ends: Vec<RowEnd> = rows.iter().map(|r| r.end).collect();
        assert_eq!(ends, [RowEnd::Word, RowEnd::Text]);
        let rows = fill("one two three", TextStyle::regular(10.0), 40.0);
        let ends: Vec<RowEnd> = rows.iter().map(|r| r.end).collect();
        assert_eq!(ends, [RowEnd::Space, RowEnd::Text]);
    }

    #[test]
    fn running_text_fills_its_rows() {
        let text = "Five thematic partnerships report to the board";
        let style = TextStyle::regular(10.0);
        let (full, even) = (fill(text, style, 120.0), wrap(text, style, 120.0));
        assert_eq!(full.len(), even.len());
        assert!(full[0].width >= even[0].width && full.iter().all(|r| r.width <= 120.01));
    }

    #[test]
    fn no_row_is_too_wide_and_no_letter_is_lost() {
        let long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(17);
        let rows = wrap(&long, TextStyle::strong(12.5), 140.0);
        assert!(rows.iter().all(|r| r.width <= 141.0));
        assert_eq!(rows.iter().map(|r| &*r.text).collect::<String>(), long);
    }
}
