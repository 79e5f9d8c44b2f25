//! Typed reading of raw records: every fault is noted with its place, nothing stops at the first.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeSet, HashMap};

use serde::de::Deserializer as _;
use serde_json::value::RawValue;

use super::raw::{Field, Fields, MAX_ENTRIES};
use super::{Fault, LoadError, LoadIssue, Place};
use crate::model::Extra;

/// Notes faults and issues while records are read.
pub(super) struct Reader<'a> {
    text: &'a str,
    pub(super) faults: Vec<Fault>,
    pub(super) more: usize,
    pub(super) issues: Vec<LoadIssue>,
    lines: OnceCell<Vec<usize>>,
    /// The last column: start of its line, offset, characters between. Many faults in one long
    /// line are then counted once, not each from its start.
    column: Cell<(usize, usize, usize)>,
    /// Unknown fields met so far.
    pub(super) unknown: usize,
    /// Bodies and links met so far, of all structures.
    pub(super) bodies: usize,
    pub(super) links: usize,
}

/// A place in the tree of records; the path is only built for a fault.
#[derive(Clone, Copy)]
pub(super) struct At<'p> {
    parent: Option<&'p At<'p>>,
    step: Step<'p>,
    record: Option<&'p str>,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Root,
    Key(&'p str),
    Item(usize),
}

impl<'p> At<'p> {
    /// The project itself.
    pub(super) const ROOT: At<'static> = At {
        parent: None,
        step: Step::Root,
        record: None,
    };

    pub(super) fn key(&'p self, key: &'p str) -> Self {
        Self {
            parent: Some(self),
            step: Step::Key(key),
            record: None,
        }
    }

    pub(super) fn item(&'p self, index: usize) -> Self {
        Self {
            parent: Some(self),
            step: Step::Item(index),
            record: None,
        }
    }

    fn write(&self, path: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(path);
        }
        match self.step {
            Step::Root => {}
            Step::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Step::Item(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
        }
    }

    fn record(&self) -> Option<&'p str> {
        self.record
            .or_else(|| self.parent.and_then(|parent| parent.record()))
    }
}

/// A record whose fields are taken one by one; what is left is unknown and kept.
pub(super) struct Record<'a, 'p> {
    raw: &'a RawValue,
    outer: At<'p>,
    label: Option<String>,
    fields: Vec<Field<'a>>,
}

impl<'a> Record<'a, '_> {
    /// The place of the record.
    pub(super) fn at(&self) -> At<'_> {
        At {
            record: self.label.as_deref(),
            ..self.outer
        }
    }

    /// The raw text of the record.
    pub(super) fn raw(&self) -> &'a RawValue {
        self.raw
    }

    /// Takes a field; `null` counts as absent.
    pub(super) fn take(&mut self, key: &str) -> Option<&'a RawValue> {
        let field = self.fields.iter_mut().find(|f| f.key == key)?;
        field.taken = true;
        (field.value.get() != "null").then_some(field.value)
    }

    /// Whether fields are left that nobody took.
    pub(super) fn has_rest(&self) -> bool {
        self.fields.iter().any(|f| !f.taken)
    }

    fn peek(&self, key: &str) -> Option<String> {
        let field = self.fields.iter().find(|f| f.key == key)?;
        let text: String = serde_json::from_str(field.value.get()).ok()?;
        (!text.trim().is_empty()).then_some(text)
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            faults: Vec::new(),
            more: 0,
            issues: Vec::new(),
            lines: OnceCell::new(),
            column: Cell::new((0, 0, 0)),
            unknown: 0,
            bodies: 0,
            links: 0,
        }
    }

    /// Byte offset of a raw value: it borrows from the text, so the distance of the two.
    pub(super) fn offset(&self, raw: &RawValue) -> usize {
        raw.get()
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr())
    }

    /// Line, from 1, of an offset, and where that line starts.
    pub(super) fn line(&self, offset: usize) -> (usize, usize) {
        let starts = self.lines.get_or_init(|| {
            std::iter::once(0)
                .chain(self.text.match_indices('\n').map(|(at, _)| at + 1))
                .collect()
        });
        let line = starts.partition_point(|start| *start <= offset);
        (
            line,
            starts.get(line.saturating_sub(1)).copied().unwrap_or(0),
        )
    }

    fn place(&self, raw: &RawValue, at: At<'_>) -> Place {
        let offset = self.offset(raw);
        let (line, start) = self.line(offset);
        let (mut from, mut count) = (start, 0);
        let (last_start, last_offset, last_count) = self.column.get();
        if last_start == start && last_offset <= offset {
            (from, count) = (last_offset, last_count);
        }
        count += self
            .text
            .get(from..offset)
            .map_or(0, |before| before.chars().count());
        self.column.set((start, offset, count));
        let column = count + 1;
        let mut path = String::new();
        at.write(&mut path);
        Place {
            path,
            line: Some(line),
            column: Some(column),
            record: at.record().map(str::to_owned),
        }
    }

    /// Notes a fault at a raw value.
    pub(super) fn fault(
        &mut self,
        raw: &RawValue,
        at: At<'_>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        if self.faults.len() >= LoadError::KEPT {
            self.more += 1;
            return;
        }
        let place = self.place(raw, at);
        self.faults.push(Fault {
            place,
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    /// Notes an issue at a raw value.
    pub(super) fn issue(&mut self, raw: &RawValue, at: At<'_>, what: impl Into<String>) {
        if self.issues.len() < LoadError::KEPT {
            let place = self.place(raw, at);
            self.issues.push(LoadIssue {
                place,
                what: what.into(),
            });
        }
    }

    /// Opens a record, known by its name if it is `named`; a duplicate key is a fault and only its first value counts.
    pub(super) fn open<'p>(
        &mut self,
        raw: &'a RawValue,
        at: At<'p>,
        noun: &str,
        named: bool,
    ) -> Option<Record<'a, 'p>> {
        if !raw.get().starts_with('{') {
            let what = if noun.starts_with('“') {
                noun.to_owned()
            } else {
                format!("A {noun}")
            };
            self.fault(
                raw,
                at,
                format!(
                    "{what} must be a record in braces, but it is {}.",
                    sort(raw)
                ),
                "Write it as { \"…\": … }.",
            );
            return None;
        }
        let mut reader = serde_json::Deserializer::from_str(raw.get());
        let Ok((fields, left_out)) = reader.deserialize_map(Fields) else {
            // The whole text is known to be JSON, but a key may hold half a character.
            self.fault(
                raw,
                at,
                "The name of a field holds half a character (\\ud800 to \\udfff).",
                "Take that escape out.",
            );
            return None;
        };
        let mut record = Record {
            raw,
            outer: at,
            label: None,
            fields,
        };
        if named {
            record.label = ["name", "title", "id", "what", "text"]
                .into_iter()
                .find_map(|key| record.peek(key))
                .map(|name| format!("{noun} “{}”", shorten(&name)));
        }
        if left_out > 0 {
            self.fault(
                raw,
                at,
                format!("This {noun} has more than {MAX_ENTRIES} fields."),
                "Check where the file comes from.",
            );
        }
        self.refuse_duplicates(&mut record);
        Some(record)
    }

    fn refuse_duplicates(&mut self, record: &mut Record<'a, '_>) {
        let mut seen = BTreeSet::new();
        let twice: Vec<(String, &'a RawValue)> = record
            .fields
            .iter()
            .filter(|field| !seen.insert(field.key.as_ref()))
            .map(|field| (field.key.clone().into_owned(), field.value))
            .collect();
        for (key, value) in &twice {
            self.fault(
                value,
                record.at().key(key),
                format!("“{}” stands twice in one record.", shorten(key)),
                "Keep one of the two.",
            );
        }
    }

    /// The fields that nobody took.
    pub(super) fn rest(&mut self, record: &mut Record<'a, '_>) -> Extra {
        let extra: Vec<(String, String)> = record
            .fields
            .drain(..)
            .filter(|f| !f.taken)
            .map(|f| (f.key.into_owned(), f.value.get().to_owned()))
            .collect();
        self.unknown += extra.len();
        Extra(extra)
    }

    /// Ends the reading: the faults, or nothing.
    pub(super) fn finish(&mut self) -> Result<(), LoadError> {
        if self.faults.is_empty() {
            return Ok(());
        }
        let mut faults = std::mem::take(&mut self.faults);
        // Fields are read in the order of the format, faults are told in that of the file.
        faults.sort_by_key(|fault| (fault.place.line, fault.place.column));
        Err(LoadError {
            faults,
            more: self.more,
        })
    }
}

/// Ids met so far, with their places in the text.
#[derive(Default)]
pub(super) struct Seen(pub(super) HashMap<String, usize>);

impl Seen {
    pub(super) fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }
}

/// What sort of value a raw value is, for a sentence.
pub(super) fn sort(raw: &RawValue) -> &'static str {
    match raw.get().bytes().next() {
        Some(b'{') => "a record",
        Some(b'[') => "a list",
        Some(b'"') => "text",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "empty (null)",
        _ => "a number",
    }
}

/// At most sixty characters of a text, on one line.
pub(super) fn shorten(text: &str) -> String {
    let mut out: String = text
        .chars()
        .take(60)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(60).is_some() {
        out.push('…');
    }
    out
}
