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
    let bom = bytes - text.len();
    if error.is_eof() || whole.len() < text.len() {
        let at = bom + whole.trim_end().len();
        let zeros = text.len() - whole.len();
        let what = if zeros > 0 {
            format!("The file was cut off at byte {at}; behind it stand {zeros} zero bytes.")
        } else {
            format!("The file was cut off at byte {at}: its end is missing.")
        };
        return Fault::of_file(what, OLDER_COPY).into();
    }
    let reason = error.to_string();
    let reason = reason
        .rsplit_once(" at line ")
        .map_or(reason.as_str(), |(reason, _)| reason);
    let remedy = if text.trim_start().starts_with(['{', '[']) {
        "Mend that place in a text editor, or look for an older copy."
    } else {
        "Choose a Dotted Line project, which is a .json file."
    };
    Fault {
        place: Place {
            line: Some(error.line()),
            column: Some(error.column().max(1)),
            ..Place::default()
        },
        what: format!("The file is not JSON ({reason})."),
        remedy: remedy.to_owned(),
    }
    .into()
}
