//! Raw values of records and lists, borrowed from the text of the file.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// The most fields of one record and the most entries of one list without a limit of its own.
pub(super) const MAX_ENTRIES: usize = 300_000;

/// A field of a record.
pub(super) struct Field<'a> {
    pub(super) key: Cow<'a, str>,
    pub(super) value: &'a RawValue,
    /// Whether a reader has taken it.
    pub(super) taken: bool,
}

/// Keys and raw values of a record in their order, and how many were left out.
pub(super) struct Fields;

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
pub(super) struct Items(pub(super) usize);

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
