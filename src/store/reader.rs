//! Typed reading of raw records: every fault is noted with its place, nothing stops at the first.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{Fault, LoadError, LoadIssue, MAX_TEXT, Place};
use crate::model::{Extra, MAX_ID, is_id};

/// The most fields of one record and the most entries of one list without a limit of its own.
const MAX_ENTRIES: usize = 300_000;

/// Notes faults and issues while records are read.
pub(super) struct Reader<'a> {
    text: &'a str,
    pub(super) faults: Vec<Fault>,
    pub(super) more: usize,
    pub(super) issues: Vec<LoadIssue>,
    lines: OnceCell<Vec<usize>>,
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

struct Field<'a> {
    key: Cow<'a, str>,
    value: &'a RawValue,
    taken: bool,
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
            unknown: 0,
            bodies: 0,
            links: 0,
        }
    }

    /// Byte offset of a raw value: it borrows from the text, so the distance of the two.
    fn offset(&self, raw: &RawValue) -> usize {
        raw.get()
            .as_ptr()
            .addr()
            .saturating_sub(self.text.as_ptr().addr())
    }

    /// Line, from 1, of an offset, and where that line starts.
    fn line(&self, offset: usize) -> (usize, usize) {
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
        let column = self
            .text
            .get(start..offset)
            .map_or(1, |before| before.chars().count() + 1);
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
            self.fault(
                raw,
                at,
                format!(
                    "A {noun} must be a record in braces, but it is {}.",
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

    /// A list of raw values, at most `limit` of them; the total count comes with it.
    pub(super) fn list(
        &mut self,
        record: &mut Record<'a, '_>,
        key: &str,
        limit: Option<usize>,
    ) -> Vec<&'a RawValue> {
        let Some(raw) = record.take(key) else {
            return Vec::new();
        };
        if !raw.get().starts_with('[') {
            self.fault(
                raw,
                record.at().key(key),
                format!("“{key}” must be a list, but it is {}.", sort(raw)),
                "Put its entries in square brackets.",
            );
            return Vec::new();
        }
        let limit = limit.unwrap_or(MAX_ENTRIES);
        let mut reader = serde_json::Deserializer::from_str(raw.get());
        let (items, left_out) = reader.deserialize_seq(Items(limit)).unwrap_or_default();
        if left_out > 0 {
            self.fault(
                raw,
                record.at().key(key),
                format!(
                    "“{key}” has {} entries; {limit} are the most that one project can still hold.",
                    items.len() + left_out
                ),
                "Split the project into several.",
            );
        }
        items
    }

    /// An optional text.
    pub(super) fn text(&mut self, record: &mut Record<'a, '_>, key: &str) -> Option<String> {
        let raw = record.take(key)?;
        self.text_of(raw, record.at().key(key), key)
    }

    /// A text that must be there; empty when it is not.
    pub(super) fn required(&mut self, record: &mut Record<'a, '_>, key: &str) -> String {
        match record.take(key) {
            Some(raw) => self
                .text_of(raw, record.at().key(key), key)
                .unwrap_or_default(),
            None => {
                self.fault(
                    record.raw,
                    record.at(),
                    format!("“{key}” is missing."),
                    format!("Add “{key}” to this record."),
                );
                String::new()
            }
        }
    }

    fn text_of(&mut self, raw: &RawValue, at: At<'_>, key: &str) -> Option<String> {
        if !raw.get().starts_with('"') {
            self.fault(
                raw,
                at,
                format!("“{key}” must be text, but it is {}.", sort(raw)),
                "Put the words in quotation marks.",
            );
            return None;
        }
        let Ok(text) = serde_json::from_str::<String>(raw.get()) else {
            self.fault(
                raw,
                at,
                format!("“{key}” holds half a character (\\ud800 to \\udfff)."),
                "Take that escape out, or write the character itself.",
            );
            return None;
        };
        if text.len() > MAX_TEXT {
            self.fault(
                raw,
                at,
                format!(
                    "“{key}” is {} KB long; {} KB are the most.",
                    text.len().div_ceil(1024),
                    MAX_TEXT / 1024
                ),
                "Shorten it.",
            );
            return None;
        }
        Some(text)
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, record: &mut Record<'a, '_>, key: &str) -> Vec<String> {
        let items = self.list(record, key, None);
        let at = record.at();
        let at = at.key(key);
        items
            .into_iter()
            .enumerate()
            .filter_map(|(i, raw)| self.text_of(raw, at.item(i), "each entry"))
            .collect()
    }

    /// A list of ids.
    pub(super) fn ids(&mut self, record: &mut Record<'a, '_>, key: &str) -> Vec<String> {
        let items = self.list(record, key, None);
        let at = record.at();
        let at = at.key(key);
        items
            .into_iter()
            .enumerate()
            .filter_map(|(i, raw)| {
                let text = self.text_of(raw, at.item(i), "each id")?;
                self.check_id(raw, at.item(i), &text);
                Some(text)
            })
            .collect()
    }

    /// An optional id.
    pub(super) fn id(&mut self, record: &mut Record<'a, '_>, key: &str) -> Option<String> {
        let raw = record.take(key)?;
        let text = self.text_of(raw, record.at().key(key), key)?;
        self.check_id(raw, record.at().key(key), &text);
        Some(text)
    }

    /// An id that must be there; its raw value comes with it.
    pub(super) fn required_id(
        &mut self,
        record: &mut Record<'a, '_>,
        key: &str,
    ) -> (String, &'a RawValue) {
        match record.take(key) {
            Some(raw) => {
                let at = record.at();
                let text = self.text_of(raw, at.key(key), key);
                if let Some(text) = &text {
                    self.check_id(raw, at.key(key), text);
                }
                (text.unwrap_or_default(), raw)
            }
            None => {
                self.fault(
                    record.raw,
                    record.at(),
                    format!("“{key}” is missing."),
                    format!("Add “{key}” to this record."),
                );
                (String::new(), record.raw)
            }
        }
    }

    fn check_id(&mut self, raw: &RawValue, at: At<'_>, text: &str) {
        if is_id(text) {
            return;
        }
        let what = if text.is_empty() {
            "An id is empty.".to_owned()
        } else if text.chars().count() > MAX_ID {
            format!(
                "The id “{}” is longer than {MAX_ID} characters.",
                shorten(text)
            )
        } else {
            format!(
                "The id “{}” holds a character that no id may hold.",
                shorten(text)
            )
        };
        self.fault(
            raw,
            at,
            what,
            format!("Use 1 to {MAX_ID} letters, digits, dots, hyphens and underscores."),
        );
    }

    /// Reads the record's own id and refuses one that was used before.
    pub(super) fn own_id(
        &mut self,
        record: &mut Record<'a, '_>,
        noun: &str,
        seen: &mut Seen,
    ) -> String {
        let (id, raw) = self.required_id(record, "id");
        if id.is_empty() {
            return id;
        }
        match seen.0.get(&id) {
            Some(offset) => {
                let (line, _) = self.line(*offset);
                let what = format!(
                    "The id “{}” is used by two {noun}; the other is at line {line}.",
                    shorten(&id)
                );
                self.fault(
                    raw,
                    record.at().key("id"),
                    what,
                    "Give one of them another id.",
                );
            }
            None => {
                seen.0.insert(id.clone(), self.offset(raw));
            }
        }
        id
    }

    /// A number as it is written, if it is one.
    fn number(&mut self, raw: &RawValue, at: At<'_>, key: &str) -> Option<f64> {
        let first = raw.get().bytes().next().unwrap_or_default();
        if !(first == b'-' || first.is_ascii_digit()) {
            self.fault(
                raw,
                at,
                format!("“{key}” must be a number, but it is {}.", sort(raw)),
                "Write a number without quotation marks.",
            );
            return None;
        }
        let number: Option<f64> = serde_json::from_str(raw.get())
            .ok()
            .filter(|n: &f64| n.is_finite());
        if number.is_none() {
            self.fault(
                raw,
                at,
                format!("“{key}” is too large a number."),
                "Write a smaller number.",
            );
        }
        number
    }

    /// An optional number within bounds.
    pub(super) fn float(
        &mut self,
        record: &mut Record<'a, '_>,
        key: &str,
        max: f64,
    ) -> Option<f64> {
        let raw = record.take(key)?;
        let at = record.at();
        let number = self.number(raw, at.key(key), key)?;
        if (0.0..=max).contains(&number) {
            return Some(number);
        }
        self.fault(
            raw,
            at.key(key),
            format!("“{key}” must lie between 0 and {max}."),
            "Write a number in that range.",
        );
        None
    }

    /// An optional whole number within bounds.
    pub(super) fn whole(
        &mut self,
        record: &mut Record<'a, '_>,
        key: &str,
        bounds: (i64, i64),
    ) -> Option<i64> {
        let raw = record.take(key)?;
        let at = record.at();
        self.whole_of(raw, at.key(key), key, bounds)
    }

    /// A whole number of a raw value.
    pub(super) fn whole_of(
        &mut self,
        raw: &RawValue,
        at: At<'_>,
        key: &str,
        (min, max): (i64, i64),
    ) -> Option<i64> {
        let number = self.number(raw, at, key)?;
        // All bounds lie within 32 bits, where a double is exact.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "checked against the bounds"
        )]
        let whole = number as i64;
        #[expect(clippy::cast_precision_loss, reason = "within 32 bits when it counts")]
        let exact = (whole as f64 - number).abs() == 0.0;
        if exact && (min..=max).contains(&whole) {
            return Some(whole);
        }
        self.fault(
            raw,
            at,
            format!("“{key}” must be a whole number from {min} to {max}."),
            "Write such a number.",
        );
        None
    }

    /// An optional count: 0 to the largest 32-bit number.
    pub(super) fn count(&mut self, record: &mut Record<'a, '_>, key: &str) -> Option<u32> {
        self.whole(record, key, (0, i64::from(u32::MAX)))
            .and_then(|n| u32::try_from(n).ok())
    }

    /// A yes or no; absent is no.
    pub(super) fn flag(&mut self, record: &mut Record<'a, '_>, key: &str) -> bool {
        let Some(raw) = record.take(key) else {
            return false;
        };
        match raw.get() {
            "true" => true,
            "false" => false,
            _ => {
                self.fault(
                    raw,
                    record.at().key(key),
                    format!("“{key}” must be true or false, but it is {}.", sort(raw)),
                    "Write true or false without quotation marks.",
                );
                false
            }
        }
    }

    /// Ends the reading: the faults, or nothing.
    pub(super) fn finish(&mut self) -> Result<(), LoadError> {
        if self.faults.is_empty() {
            return Ok(());
        }
        Err(LoadError {
            faults: std::mem::take(&mut self.faults),
            more: self.more,
        })
    }
}

/// Ids met so far, with their places in the text.
#[derive(Default)]
pub(super) struct Seen(HashMap<String, usize>);

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

/// Keys and raw values of a record in their order, and how many were left out.
struct Fields;

impl<'a> Visitor<'a> for Fields {
    type Value = (Vec<Field<'a>>, usize);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut fields, mut left_out) = (Vec::new(), 0);
        while let Some(key) = map.next_key_seed(Key)? {
            let value: &'a RawValue = map.next_value()?;
            if fields.len() < MAX_ENTRIES {
                fields.push(Field {
                    key,
                    value,
                    taken: false,
                });
            } else {
                left_out += 1;
            }
        }
        Ok((fields, left_out))
    }
}

/// A key, borrowed where it holds no escape.
struct Key;

impl<'a> DeserializeSeed<'a> for Key {
    type Value = Cow<'a, str>;

    fn deserialize<D: serde::Deserializer<'a>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for Key {
    type Value = Cow<'a, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, text: &'a str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }
}

/// At most so many entries of a list, and how many were left out.
struct Items(usize);

impl<'a> Visitor<'a> for Items {
    type Value = (Vec<&'a RawValue>, usize);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let (mut items, mut left_out) = (Vec::new(), 0);
        while let Some(item) = seq.next_element::<&'a RawValue>()? {
            if items.len() < self.0 {
                items.push(item);
            } else {
                left_out += 1;
            }
        }
        Ok((items, left_out))
    }
}
