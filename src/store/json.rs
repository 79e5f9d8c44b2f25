//! Canonical JSON text: two spaces, a record on one line where it is short.

/// The longest line on which a record may stand, in characters.
const LINE: usize = 120;

/// A value to be written.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// Ready JSON text: a number, a quoted text, or raw text of a later version.
    Ready(String),
    /// A list.
    List(Vec<Node>),
    /// A record; its fields in their order.
    Record(Vec<(String, Node)>),
    /// A record or list that always stands on several lines.
    Tall(Box<Node>),
}

impl Node {
    /// A text.
    pub(super) fn text(text: &str) -> Self {
        Self::Ready(quote(text))
    }

    /// The length on one line, unless it is longer than `room` or cannot stand on one line.
    fn flat(&self, room: usize) -> Option<usize> {
        match self {
            Self::Ready(text) => {
                // More bytes than four for each character of the room cannot fit.
                if text.len() > room.saturating_mul(4) || text.contains(['\n', '\r']) {
                    return None;
                }
                let length = text.chars().count();
                (length <= room).then_some(length)
            }
            Self::List(items) if items.is_empty() => (room >= 2).then_some(2),
            Self::List(items) => items.iter().try_fold(0, |used, item| {
                let own = item.flat(room.checked_sub(used + 2)?)?;
                Some(used + own + 2)
            }),
            Self::Record(fields) if fields.is_empty() => (room >= 2).then_some(2),
            Self::Record(fields) => fields.iter().try_fold(2, |used, (key, value)| {
                let key = quote(key).chars().count() + 4;
                let own = value.flat(room.checked_sub(used + key)?)?;
                Some(used + key + own)
            }),
            Self::Tall(_) => None,
        }
    }

    /// Writes the value; `column` is where it starts, `indent` how far its own lines stand in.
    pub(super) fn write(&self, out: &mut String, indent: usize, column: usize) {
        let wide = self.flat(LINE.saturating_sub(column)).is_none();
        match self {
            Self::Tall(inner) => inner.write_lines(out, indent),
            _ if wide => self.write_lines(out, indent),
            _ => self.write_flat(out),
        }
    }

    fn write_flat(&self, out: &mut String) {
        match self {
            Self::Ready(text) => out.push_str(text),
            Self::Tall(inner) => inner.write_flat(out),
            Self::List(items) => {
                out.push('[');
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        out.push_str(", ");
                    }
                    item.write_flat(out);
                }
                out.push(']');
            }
            Self::Record(fields) if fields.is_empty() => out.push_str("{}"),
            Self::Record(fields) => {
                out.push_str("{ ");
                for (i, (key, value)) in fields.iter().enumerate() {
                    if i > 0 {
                        out.push_str(", ");
                    }
                    out.push_str(&quote(key));
                    out.push_str(": ");
                    value.write_flat(out);
                }
                out.push_str(" }");
            }
        }
    }

    fn write_lines(&self, out: &mut String, indent: usize) {
        let inner = indent + 2;
        match self {
            Self::Ready(text) => out.push_str(text),
            Self::Tall(tall) => tall.write_lines(out, indent),
            Self::List(items) if items.is_empty() => out.push_str("[]"),
            Self::List(items) => {
                out.push('[');
                for (i, item) in items.iter().enumerate() {
                    new_line(out, i, inner);
                    // The comma behind it counts too.
                    item.write(out, inner, inner + 1);
                }
                new_line(out, 0, indent);
                out.push(']');
            }
            Self::Record(fields) if fields.is_empty() => out.push_str("{}"),
            Self::Record(fields) => {
                out.push('{');
                for (i, (key, value)) in fields.iter().enumerate() {
                    new_line(out, i, inner);
                    let key = quote(key);
                    out.push_str(&key);
                    out.push_str(": ");
                    value.write(out, inner, inner + key.chars().count() + 3);
                }
                new_line(out, 0, indent);
                out.push('}');
            }
        }
    }
}

/// Ends the line, with a comma from the second entry on.
fn new_line(out: &mut String, entry: usize, indent: usize) {
    if entry > 0 {
        out.push(',');
    }
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}

/// A JSON text: quotation marks, backslashes and control characters escaped, all else as it is.
fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
