//! Typed reading of single fields: text, ids, numbers, flags, lists.

use serde::de::Deserializer as _;
use serde_json::value::RawValue;

use super::MAX_TEXT;
use super::raw::{Items, MAX_ENTRIES};
use super::reader::{At, Reader, Record, Seen, shorten, sort};
use crate::model::{InSecond, MAX_ID, TRANSLATED, is_id};

impl<'a> Reader<'a> {
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

    /// The words of a record in the second language.
    pub(super) fn in_second(&mut self, outer: &mut Record<'a, '_>) -> InSecond {
        let mut out = InSecond::default();
        let Some(raw) = outer.take("in_second") else {
            return out;
        };
        let at = outer.at();
        if let Some(mut record) = self.open(raw, at.key("in_second"), "“in_second”", false) {
            for field in TRANSLATED {
                let words = self.text(&mut record, field);
                out.set(field, words);
            }
            out.extra = self.rest(&mut record);
        }
        out
    }

    /// A text that must be there; empty when it is not.
    pub(super) fn required(&mut self, record: &mut Record<'a, '_>, key: &str) -> String {
        match record.take(key) {
            Some(raw) => self
                .text_of(raw, record.at().key(key), key)
                .unwrap_or_default(),
            None => {
                self.fault(
                    record.raw(),
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
            .filter_map(|(i, raw)| self.id_of(raw, at.item(i)))
            .collect()
    }

    /// An id inside a list.
    pub(super) fn id_of(&mut self, raw: &RawValue, at: At<'_>) -> Option<String> {
        let text = self.text_of(raw, at, "each id")?;
        self.check_id(raw, at, &text);
        Some(text)
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
                    record.raw(),
                    record.at(),
                    format!("“{key}” is missing."),
                    format!("Add “{key}” to this record."),
                );
                (String::new(), record.raw())
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
        let what = if !exact && number.abs() < 1e15 {
            "must be a whole number"
        } else if min == 0 && number < 0.0 {
            "must be 0 or more"
        } else {
            "is too large a number"
        };
        self.fault(raw, at, format!("“{key}” {what}."), "Write a whole number.");
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
}
