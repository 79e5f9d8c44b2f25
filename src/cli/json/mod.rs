//! The answers as JSON: these forms are relied upon outside and change only with the version.

mod compare;
mod findings;
pub(super) mod layout;
mod measure;

pub use compare::Comparison;
pub use findings::Findings;
pub use measure::Measures;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A number that is written without a point when it is whole.
#[derive(Clone, Copy, Debug)]
pub struct Number(pub f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole and below 2^53, so an i64 holds it"
        )]
        if self.0.fract() == 0.0 && self.0.abs() < 9_007_199_254_740_992.0 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// An object with its keys in a given order.
#[derive(Clone, Debug)]
pub struct Counts(pub Vec<(String, usize)>);

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, n) in &self.0 {
            map.serialize_entry(key, n)?;
        }
        map.end()
    }
}
