//! From bytes to text that is safe to read: encoding, emptiness, size and depth.

use super::{Fault, LoadError, MAX_DEPTH, MAX_FILE, Place};

/// The byte order mark of UTF-8.
pub(super) const BOM: &[u8] = b"\xEF\xBB\xBF";

const OLDER_COPY: &str = "Look for an older copy, for instance in the version history of your cloud storage or in a backup.";

/// Checks the bytes and gives the text behind a byte order mark.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, LoadError> {
    if bytes.is_empty() {
        return Err(Fault::of_file("The file is empty.", OLDER_COPY).into());
    }
    if bytes.len() > MAX_FILE {
        return Err(Fault::of_file(
            format!("The file is larger than {} MB.", MAX_FILE / (1024 * 1024)),
            "Split it into several projects.",
        )
        .into());
    }
    if bytes.iter().all(|b| *b == 0) {
        return Err(Fault::of_file(
            "The file holds nothing but zero bytes; the computer was probably switched off while it was being saved.",
            OLDER_COPY,
        )
        .into());
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Fault::of_file(
            "The file is written in UTF-16.",
            "Open it in a text editor and save it again as UTF-8.",
        )
        .into());
    }
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_utf8(bytes, error.valid_up_to()).into()),
    };
    if text.trim().is_empty() {
        return Err(Fault::of_file("The file holds nothing but blanks.", OLDER_COPY).into());
    }
    check_depth(text)?;
    Ok(text)
}

fn not_utf8(bytes: &[u8], at: usize) -> Fault {
    let good = bytes.get(..at).unwrap_or_default();
    let (line, column) = line_and_column(&String::from_utf8_lossy(good), at);
    Fault {
        place: Place {
            line: Some(line),
            column: Some(column),
            ..Place::default()
        },
        what: format!("The file is not text in UTF-8: byte {at} makes no character."),
        remedy: "Open it in a text editor and save it again as UTF-8.".to_owned(),
    }
}

/// Line and column, both from 1, of a byte offset.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// Refuses deep nesting before anything is read, in unknown fields too.
fn check_depth(text: &str) -> Result<(), LoadError> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        if in_text {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_text = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'{' | b'[' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    let (line, column) = line_and_column(text, at);
                    return Err(Fault {
                        place: Place {
                            line: Some(line),
                            column: Some(column),
                            ..Place::default()
                        },
                        what: format!(
                            "Lists and records stand inside each other more than {MAX_DEPTH} deep."
                        ),
                        remedy: "No project needs that; check where the file comes from."
                            .to_owned(),
                    }
                    .into());
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// The fault of a text that is not JSON.
pub(super) fn not_json(text: &str, bytes: usize, error: &serde_json::Error) -> LoadError {
    let whole = text.trim_end_matches('\0');
    let zeros = text.len() - whole.len();
    let end = bytes - text.len() + whole.trim_end().len();
    if zeros > 0 {
        return match serde_json::from_str::<serde::de::IgnoredAny>(whole) {
            Ok(_) => Fault::of_file(
                format!("Behind the project, from byte {end} on, stand {zeros} zero bytes."),
                "Nothing else is missing: take them out in a text editor.",
            )
            .into(),
            Err(error) if error.is_eof() => Fault::of_file(
                format!("The file was cut off at byte {end}; behind it stand {zeros} zero bytes."),
                OLDER_COPY,
            )
            .into(),
            Err(error) => wrong_json(whole, &error).into(),
        };
    }
    if error.is_eof() {
        return Fault::of_file(
            format!("The file was cut off at byte {end}: its end is missing."),
            OLDER_COPY,
        )
        .into();
    }
    wrong_json(text, error).into()
}

fn wrong_json(text: &str, error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    let message = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(message, _)| message);
    let remedy = if text.trim_start().starts_with(['{', '[']) {
        "Mend that place in a text editor, or look for an older copy."
    } else {
        "Choose a Dotted Line project, which is a .json file."
    };
    let line = text.lines().nth(error.line().saturating_sub(1));
    // The parser counts bytes, people count characters.
    let column = line.map_or(1, |line| {
        line.char_indices()
            .take_while(|(at, _)| at + 1 < error.column())
            .count()
            + 1
    });
    Fault {
        place: Place {
            line: Some(error.line()),
            column: Some(column),
            ..Place::default()
        },
        what: format!("The file is not JSON: {}.", in_words(message)),
        remedy: remedy.to_owned(),
    }
}

/// The parser's message in words for people.
fn in_words(message: &str) -> &str {
    match message {
        "expected value" => "no text, number, list or record begins here",
        "trailing characters" => "there is more behind its end",
        "trailing comma" => "there is one comma too many",
        "key must be a string" => {
            "a name in quotation marks is missing, or there is one comma too many"
        }
        "expected `:`" => "a colon is missing",
        "expected `,` or `}`" => "a comma or a closing brace is missing",
        "expected `,` or `]`" => "a comma or a closing bracket is missing",
        "invalid number" => "this is no number",
        "invalid escape" => "a backslash stands where it has no meaning",
        "expected ident" => "this is none of true, false and null",
        other if other.starts_with("control character") => "a text runs over the end of its line",
        other => other,
    }
}
